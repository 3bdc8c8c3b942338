"""Where lines would cross the sides of cells if they went straight on.

Every crossing that is known near a side votes for the place and the direction in which its line,
as a straight one, would cross that side. A network that starts from such votes need not learn
geometry.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

import torch
from torch import Tensor

from .town_state import ANGLES, PLACES, SIDES, TURNS, Side

_STEEPEST = 0.25
"""The least sine between a line and a side that it is said to cross."""
_PLACE_REACH, _ANGLE_REACH = 2.0, 1.5
"""In codes, how far a vote reaches."""


def vote_channels(side: Side) -> int:
    return PLACES + ANGLES + side.kinds


def votes(state: Tensor, turn: int, index: int) -> Tensor:
    """For the sides ``SIDES[index]`` of the cells of a turn: votes for places, directions and
    kinds, ``(N, channels, h, w)``; ``state`` is one coarse cell larger on every side."""
    side = SIDES[index]
    batch, rows, cols = state.shape[0], state.shape[2] // 2 - 2, state.shape[3] // 2 - 2
    out = state.new_zeros(batch, rows, cols, vote_channels(side))
    for away, beside, source in _around(index):
        offset = (away, beside) if side.north else (beside, away)
        kind, place, angle = (
            shifted(state[:, source.channel + step], turn, offset) for step in range(3)
        )
        where = (kind > 0.0).nonzero(as_tuple=True)
        kind, place, angle = kind[where], place[where], angle[where]
        along, across = angle.cos(), angle.sin()
        if not side.north:
            along, across = across, along
        steep = across.abs() >= _STEEPEST
        slope = along / torch.where(steep, across, 1.0)
        at = place - away * slope if source is side else -(away + place) * slope
        out[where] += _vote(side, kind * steep, beside + at, angle)
    return out.movedim(-1, 1)


def _around(index: int) -> Iterator[tuple[int, int, Side]]:
    """Sides near one of a cell: steps across it and along it, and which side it is there."""
    side, other = SIDES[index], SIDES[index ^ 1]
    for away in (-1, 1):
        for beside in (-1, 0, 1):
            yield away, beside, side
    for away in (-1, 0):
        for beside in (0, 1):
            yield away, beside, other


def _vote(side: Side, kind: Tensor, place: Tensor, angle: Tensor) -> Tensor:
    """Of lines ``(n,)``, each ``(n, channels)``."""
    there = (kind > 0.0).to(place.dtype)[:, None]
    codes = torch.arange(PLACES, device=place.device) + 0.5
    gap = (place[:, None] * PLACES - codes).abs()
    places = (1.0 - gap / _PLACE_REACH).clamp_min(0.0) * there
    near = places.sum(1, keepdim=True)
    # In the units of codes, the shorter way round.
    apart = angle[:, None] / math.pi * ANGLES - torch.arange(ANGLES, device=place.device)
    apart = (apart + ANGLES / 2.0) % ANGLES - ANGLES / 2.0
    angles = (1.0 - apart.abs() / _ANGLE_REACH).clamp_min(0.0) * near
    kinds = torch.arange(1, side.kinds + 1, device=place.device)
    which = (kind[:, None] == kinds).to(place.dtype) * near
    return torch.cat([places, angles, which], 1)


def shifted(values: Tensor, turn: int, offset: tuple[int, int]) -> Tensor:
    """Of each cell of a turn the neighbour at ``offset``."""
    row, col = (2 + place + step for place, step in zip(TURNS[turn], offset))
    rows, cols = (size - 4 for size in values.shape[1:])
    return values[:, row : row + rows : 2, col : col + cols : 2]
