"""How the coarsest terrain stage is steered, and the scale in which it speaks of height.

A description holds, per cell of the coarsest lattice, the mean height of the land, the spread of
heights and the share of sea, each of which may be left open (its mask is 0 then).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

import torch
from torch import Tensor
from torch.nn import functional as F

DESCRIPTORS = 3
STEERING_CHANNELS = 2 * DESCRIPTORS
OUTPUTS = 1
KNEE_M = 100.0
# 100 m * sinh(5.6) = 13.5 km: nothing on land is near it.
SIGNAL_LIMIT = 5.6
SHORE_SAMPLES = 8
"""Along each side of a cell where land meets sea."""


def to_signal(metres: Tensor) -> Tensor:
    """Heights on a scale that is linear near the sea and logarithmic far from it."""
    return torch.asinh(metres / KNEE_M)


def to_metres(signal: Tensor) -> Tensor:
    """The inverse, bounded so softly that training can come back from the bound."""
    bounded = SIGNAL_LIMIT * (signal / SIGNAL_LIMIT).tanh()
    return torch.sinh(bounded) * KNEE_M


def above_sea(metres: Tensor) -> Tensor:
    """Mean height of each cell's surface, which is land or, at zero, sea; one cell less all round.

    ``metres`` ``(N, 1, H, W)``, below zero in the sea. A cell is land or sea to the network; where
    both meet, the shore goes where the height between the cells passes zero.
    """
    own = metres[..., 1:-1, 1:-1].clamp_min(0.0)
    sea = (metres <= 0.0).to(metres)
    mixed = F.max_pool2d(sea, 3, 1) - F.avg_pool2d(sea, 3, 1) > 0.0
    if not bool(mixed.any()):
        return own
    size = SHORE_SAMPLES
    between = F.interpolate(metres, scale_factor=float(size), mode="bilinear", align_corners=False)
    land = F.avg_pool2d(between.clamp_min(0.0), size)[..., 1:-1, 1:-1]
    return torch.where(mixed, land, own)


def height_signal(height_m: float) -> float:
    """Mean height of the land, as the network was told it in training."""
    return math.asinh(height_m / KNEE_M) / 2.0 - 1.0


def spread_signal(spread_m: float) -> float:
    """Standard deviation of heights, as the network was told it in training."""
    return math.log(spread_m + 5.0) / 2.0 - 2.0


def sea_signal(share: float) -> float:
    return share


DESCRIPTIONS: Mapping[str, Callable[[float], float]] = {
    "height_m": height_signal,
    "spread_m": spread_signal,
    "sea_share": sea_signal,
}
"""The settings of the stage, in the order of the network's steering channels."""

VARIETIES = ("height_variety", "spread_variety", "sea_variety")
"""Settings: how far each description departs from the wish, as standard deviations in the
network's own terms, one after the other like `DESCRIPTIONS`."""


def departures(noise: Tensor) -> Tensor:
    """How cells differ from a wish that covers them all, of unit spread, ``(3, H - 2, W - 2)``.

    ``noise`` ``(3, H, W)`` is white with unit spread. Neighbouring cells, and the descriptions of
    one, come out correlated as they are within regions of 500 km on Earth.
    """
    rows = (noise[:, :-2] + 3.0 * noise[:, 1:-1] + noise[:, 2:]) / math.sqrt(11.0)
    smooth = (rows[..., :-2] + 3.0 * rows[..., 1:-1] + rows[..., 2:]) / math.sqrt(11.0)
    height, spread, sea = smooth
    # A cell that is higher than its surroundings is rougher too, and has less sea.
    return torch.stack([height, 0.6 * height + 0.8 * spread, 0.53 * sea - 0.85 * height])
