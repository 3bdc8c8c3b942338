"""Classes that a critic can judge: hard in the forward pass, soft in the backward pass.

A critic that sees real one-hot maps beside a network's soft probabilities needs to look at nothing
else. The straight-through estimator (Bengio et al. 2013) shows it decided classes on both sides.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F


def decided(logits: Tensor) -> Tensor:
    """One-hot classes ``(N, C, H, W)`` with the gradient of the softmax."""
    soft = logits.softmax(1)
    hard = F.one_hot(logits.argmax(1), logits.shape[1]).movedim(-1, 1).to(soft.dtype)
    return hard + soft - soft.detach()


def blurred(values: Tensor) -> Tensor:
    """Binomial 3 x 3 blur of every channel, one pixel smaller on each side: a critic's gradient
    then reaches across the edges of classes."""
    kernel = torch.tensor([0.25, 0.5, 0.25], device=values.device, dtype=values.dtype)
    channels = values.shape[1]
    across = kernel.view(1, 1, 1, 3).expand(channels, 1, 1, 3)
    values = F.conv2d(values, across, groups=channels)
    return F.conv2d(values, across.transpose(2, 3), groups=channels)
