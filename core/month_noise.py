"""Noise with a memory: lattice noise of neighbouring months, weighted by fixed filters.

A value depends on (seed, salt, layer, channel, month, row, column) only. Month numbers are absolute
(year * 12 + month - 1), so that any two periods agree where they overlap. There is no recurrence:
each month is a finite weighted sum over its own noise and that of the months before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from .noise import lattice_noise, torch_lattice_noise
from .tiling import Rect

if TYPE_CHECKING:
    import torch

PERSISTENCES = (1.0, 0.85, 0.5, 0.0)
"""Correlation from one month to the next, by channel modulo 4; 1 is noise that never changes."""
DEPTH = 12
"""Months that a filter reaches back, its own included."""
_MONTHLY_LAYERS = 256
# A month number that no calendar reaches: it holds what never changes.
_TIMELESS = 1 << 23


def filter_weights() -> NDArray[np.float32]:
    """Weights ``(kinds, DEPTH)`` of unit squared sum, newest month first; zero for the timeless."""
    weights = np.zeros((len(PERSISTENCES), DEPTH))
    for kind, persistence in enumerate(PERSISTENCES[1:], start=1):
        weights[kind] = persistence ** np.arange(DEPTH)
        weights[kind] /= np.sqrt(np.square(weights[kind]).sum())
    return weights.astype(np.float32)


_WEIGHTS = filter_weights()


def _layer(layer: int, month: int) -> int:
    return month * _MONTHLY_LAYERS + layer


def _channel_weights(channels: int, lag: int) -> NDArray[np.float32]:
    return np.resize(_WEIGHTS[:, lag], channels)


def month_noise(
    seed: int, salt: int, month: int, layer: int, channels: int, rect: Rect
) -> NDArray[np.float32]:
    """Noise of mean 0 and standard deviation 1.155 for one month, ``(channels, H, W)``."""
    total = np.zeros((channels, *rect.shape), dtype=np.float32)
    for lag in range(DEPTH):
        plane = lattice_noise(seed, salt, _layer(layer, month - lag), channels, rect)
        total += plane * _channel_weights(channels, lag)[:, None, None]
    kinds = len(PERSISTENCES)
    timeless = lattice_noise(seed, salt, _layer(layer, _TIMELESS), channels, rect)
    total[::kinds] = timeless[::kinds]
    return total


def torch_month_noise(
    seed: int,
    salt: int,
    month: int,
    layer: int,
    channels: int,
    rect: Rect,
    device: torch.device,
) -> torch.Tensor:
    """The same bits as :func:`month_noise`, as a float32 tensor on ``device``."""
    kinds = len(PERSISTENCES)
    total = torch_lattice_noise(seed, salt, _layer(layer, _TIMELESS), channels, rect, device)
    for kind in range(1, min(kinds, channels)):
        total[kind::kinds] = 0.0
    for lag in range(DEPTH):
        plane = torch_lattice_noise(seed, salt, _layer(layer, month - lag), channels, rect, device)
        for kind in range(1, min(kinds, channels)):
            total[kind::kinds] += plane[kind::kinds] * float(_WEIGHTS[kind, lag])
    return total
