"""Shares of classes as a network will meet them: never as sharp as those measured on a real map."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

ROUGH_SHARE, ROUGHNESS, SOFTNESS = 0.6, 0.06, 0.35


def roughened(shares: Tensor, rng: np.random.Generator) -> Tensor:
    """Blurred and disturbed by a random amount in most patches; ``(N, C, H, W)``, sums stay 1."""
    n = shares.shape[0]
    amounts = rng.random((n, 1, 1, 1)) * (rng.random((n, 1, 1, 1)) < ROUGH_SHARE)
    amount = torch.from_numpy(amounts.astype(np.float32)).to(shares.device)
    soft = F.avg_pool2d(F.pad(shares, (1,) * 4, mode="replicate"), 3, 1)
    mixed = shares + amount * SOFTNESS * (soft - shares)
    disturbed = mixed * (1.0 + amount * 0.5 * torch.randn_like(mixed)).clamp_min(0.2)
    disturbed = disturbed + amount * ROUGHNESS * torch.randn_like(mixed) * (soft > 0)
    disturbed = disturbed.clamp_min(0.0)
    return disturbed / disturbed.sum(1, keepdim=True).clamp_min(1e-6)
