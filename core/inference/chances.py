"""World noise as even chances, and choices drawn by them."""

from __future__ import annotations

import torch
from torch import Tensor

from ..noise import BYTE_CENTRE, BYTE_SCALE, BYTES_PER_HASH, torch_lattice_noise
from ..tiling import Rect


def chances(
    seed: int, salt: int, layer: int, count: int, cells: Rect, device: torch.device
) -> tuple[Tensor, Tensor]:
    """``count`` chances between 0 and 1 of 24 bits for every cell, and as many of 8."""
    noise = torch_lattice_noise(seed, salt, layer, count * BYTES_PER_HASH, cells, device)
    bits = (noise / BYTE_SCALE + BYTE_CENTRE).unflatten(0, (count, BYTES_PER_HASH))
    choice = ((bits[:, 0] * 256.0 + bits[:, 1]) * 256.0 + bits[:, 2] + 0.5) / 2.0**24
    return choice, (bits[:, 3] + 0.5) / 256.0


def drawn_code(shares: Tensor, chance: Tensor) -> Tensor:
    """One code a row, as likely as its share."""
    total = shares.cumsum(1)
    code = (total < chance[:, None] * total[:, -1:]).sum(1)
    return code.clamp_max(shares.shape[1] - 1)
