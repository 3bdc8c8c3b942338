"""How the coarsest terrain stage is steered, and the scale in which it speaks of height.

A description holds, per cell of the coarsest lattice, the mean height of the land, the spread of
heights and the share of sea, each of which may be left open (its mask is 0 then).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

import torch
from torch import Tensor

DESCRIPTORS = 3
STEERING_CHANNELS = 2 * DESCRIPTORS
OUTPUTS = 1
KNEE_M = 100.0
# 100 m * sinh(5.6) = 13.5 km: nothing on land is near it.
SIGNAL_LIMIT = 5.6


def to_signal(metres: Tensor) -> Tensor:
    """Heights on a scale that is linear near the sea and logarithmic far from it."""
    return torch.asinh(metres / KNEE_M)


def to_metres(signal: Tensor) -> Tensor:
    """The inverse, bounded so softly that training can come back from the bound."""
    bounded = SIGNAL_LIMIT * (signal / SIGNAL_LIMIT).tanh()
    return torch.sinh(bounded) * KNEE_M


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
