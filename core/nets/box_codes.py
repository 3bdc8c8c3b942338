"""The choices that make a box: codes of size, direction, place in the cell and height.

Boxes are those of `core.boxes`, in pixels of 2 m. A code is a range of values; which of them a box
gets within it is chance, and what a box tells its neighbours is not rounded.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor
from torch.nn import functional as F

LENGTHS, WIDTHS = 14, 10
SIZES = LENGTHS * WIDTHS
ANGLES = 36
FINE = 8
"""Places in a cell along each side."""
PLACES = FINE * FINE
HEIGHTS = 16
SHORTEST_PX, LONGEST_PX = 2.0, 40.0
THINNEST_PX, WIDEST_PX = 1.25, 22.0
LOWEST_M, HIGHEST_M = 2.5, 150.0
FEATURES = 9
"""What is told of a box: that it stands; place; direction, twice; sides."""


def _code(value: Tensor, low: float, high: float, steps: int) -> Tensor:
    share = (value / low).log() / math.log(high / low)
    return (share * steps).floor().clamp(0, steps - 1).long()


def _value(code: Tensor, within: Tensor, low: float, high: float, steps: int) -> Tensor:
    """``within`` 0 to 1."""
    return low * ((code + within) / steps * math.log(high / low)).exp()


def size_code(length: Tensor, width: Tensor) -> Tensor:
    long = _code(length, SHORTEST_PX, LONGEST_PX, LENGTHS)
    return long * WIDTHS + _code(width, THINNEST_PX, WIDEST_PX, WIDTHS)


def sides(code: Tensor, long_within: Tensor, wide_within: Tensor) -> tuple[Tensor, Tensor]:
    """Length and width, the longer one first."""
    one = _value(code // WIDTHS, long_within, SHORTEST_PX, LONGEST_PX, LENGTHS)
    two = _value(code % WIDTHS, wide_within, THINNEST_PX, WIDEST_PX, WIDTHS)
    return torch.maximum(one, two), torch.minimum(one, two)


def height_code(metres: Tensor) -> Tensor:
    return _code(metres.clamp_min(0.1), LOWEST_M, HIGHEST_M, HEIGHTS)


def height_metres(code: Tensor, within: Tensor) -> Tensor:
    return _value(code, within, LOWEST_M, HIGHEST_M, HEIGHTS)


def expected_height(logits: Tensor) -> Tensor:
    """The mean of the logarithm, as metres."""
    middles = torch.arange(HEIGHTS, device=logits.device) + 0.5
    share = (logits.softmax(-1) * middles).sum(-1)
    return LOWEST_M * (share / HEIGHTS * math.log(HIGHEST_M / LOWEST_M)).exp()


def place_code(row: Tensor, col: Tensor) -> Tensor:
    """From the place in the cell, 0 to 1."""
    y, x = ((part * FINE).floor().clamp(0, FINE - 1).long() for part in (row, col))
    return y * FINE + x


def place(code: Tensor, row_within: Tensor, col_within: Tensor) -> tuple[Tensor, Tensor]:
    """Row and column in the cell, 0 to 1."""
    return (code // FINE + row_within) / FINE, (code % FINE + col_within) / FINE


def angle_shares(angle: Tensor) -> Tensor:
    """How much of a direction, 0 to pi, belongs to each of the two codes beside it."""
    at = angle / math.pi * ANGLES
    low = at.floor()
    part = (at - low)[:, None]
    lower = F.one_hot(low.long() % ANGLES, ANGLES)
    upper = F.one_hot((low.long() + 1) % ANGLES, ANGLES)
    return lower * (1.0 - part) + upper * part


def angle_near(chances: Tensor, code: Tensor) -> Tensor:
    """The direction around ``code`` that the chances of it and of its neighbours agree on."""
    steps = torch.arange(-1, 2, device=code.device)
    around = (code[:, None] + steps) % ANGLES
    weight = chances.gather(1, around)
    off = (weight * steps).sum(1) / weight.sum(1).clamp_min(1e-9)
    return (code + off) / ANGLES * math.pi % math.pi


def features(row: Tensor, col: Tensor, length: Tensor, width: Tensor, angle: Tensor) -> Tensor:
    """What a cell tells its neighbours of its box, ``(n, 9)``."""
    return torch.stack(
        [
            torch.ones_like(row),
            row * 2.0 - 1.0,
            col * 2.0 - 1.0,
            (2.0 * angle).cos(),
            (2.0 * angle).sin(),
            (4.0 * angle).cos(),
            (4.0 * angle).sin(),
            (length / 7.0).log(),
            (width / 5.0).log(),
        ],
        1,
    )
