"""A town on a lattice: what covers each cell, and which lines cross its sides, and where.

A state is ``(N, CHANNELS, H, W)``: the class of each cell's ground, then for each of its sides in
`SIDES` the kind of the line that crosses it (`core.town_lines`; 0 none), the place on the side, 0
at its western or northern end to 1, and the direction of the line, 0 to pi, from x towards y. A
cell keeps its northern and its western side; the other two are its neighbours'.

A lattice twice as coarse keeps of each side the most important crossing of its halves. So the
finer one begins with what the coarser says, and much of it is known before anything is drawn.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F

from ..map_classes import MapClass
from ..town_lines import OTHERS, ROADS

LANDS = int(MapClass.WATER) + 1
"""Classes of ground: all that are no lines."""
UNKNOWN_LAND = -1.0


@dataclass(frozen=True)
class Side:
    """A side of a cell, for one of the two nets of lines."""

    north: bool
    kinds: int
    channel: int
    """Of its kind in a state; place and direction follow."""


SIDES = (
    Side(True, len(OTHERS), 1),
    Side(False, len(OTHERS), 4),
    Side(True, len(ROADS), 7),
    Side(False, len(ROADS), 10),
)
"""In the order in which they are decided."""
CHANNELS = 13
TURNS = ((0, 0), (1, 1), (0, 1), (1, 0))
"""Row and column, among four cells that were one, of the cell that is decided in each turn."""
PLACES, ANGLES = 16, 16
TOLD = 10
"""Features of a side beside its kind."""
FEATURES = 1 + LANDS + sum(side.kinds + TOLD for side in SIDES)

Floats = NDArray[np.float32]


def side_features(kind: Tensor, place: Tensor, angle: Tensor, side: Side) -> list[Tensor]:
    """What is told of a side; zeros where nothing crosses it."""
    there = (kind > 0.0).to(place.dtype)
    which = [(kind == float(number)).to(place.dtype) for number in range(1, side.kinds + 1)]
    round_, turned = 2.0 * math.pi * place, 2.0 * angle
    cos, sin = angle.cos(), angle.sin()
    along, across = (cos, sin) if side.north else (sin, cos)
    # How far along the side the line goes on in a cell's length.
    slope = along * across / (across * across + 0.1)
    rest = [2.0 * place - 1.0, slope]
    rest += [turned.cos(), turned.sin(), (2.0 * turned).cos(), (2.0 * turned).sin()]
    rest += [round_.cos(), round_.sin(), (2.0 * round_).cos(), (2.0 * round_).sin()]
    return [*which, *(value * there for value in rest)]


def features(state: Tensor, decided: Tensor) -> Tensor:
    """What a network is told of a state, ``(N, FEATURES, H, W)``; ``decided`` cells are 1."""
    land = state[:, 0]
    parts = [decided.expand(land.shape).to(state.dtype)]
    parts += [(land == float(code)).to(state.dtype) for code in range(LANDS)]
    for side in SIDES:
        kind, place, angle = (state[:, side.channel + step] for step in range(3))
        parts += side_features(kind, place, angle, side)
    return torch.stack(parts, 1)


def inherited(coarse: Tensor) -> tuple[Tensor, Tensor]:
    """What is known of the finer state ``(N, CHANNELS, 2H, 2W)``, and which sides are open still,
    ``(N, len(SIDES), 2H, 2W)``."""
    batch, _, rows, cols = coarse.shape
    state = coarse.new_zeros(batch, CHANNELS, 2 * rows, 2 * cols)
    state[:, 0] = UNKNOWN_LAND
    is_open = torch.ones(
        batch, len(SIDES), 2 * rows, 2 * cols, dtype=torch.bool, device=coarse.device
    )
    for index, side in enumerate(SIDES):
        kind, place, angle = (coarse[:, side.channel + step] for step in range(3))
        later = place >= 0.5
        for half in (0, 1):
            own = (slice(None, None, 2), slice(half, None, 2))
            cells = own if side.north else own[::-1]
            here = (kind > 0.0) & (later == bool(half))
            for step, value in enumerate((kind, 2.0 * place - half, angle)):
                state[(slice(None), side.channel + step, *cells)] = torch.where(here, value, 0.0)
            is_open[(slice(None), index, *cells)] = (kind > 0.0) & ~here
    return state, is_open


def coarser_sides(state: Floats) -> Floats:
    """The sides of a state ``(CHANNELS, H, W)`` of even size on a lattice twice as coarse; the
    land is left to the caller."""
    out = np.zeros((CHANNELS, state.shape[1] // 2, state.shape[2] // 2), dtype=np.float32)
    for side in SIDES:
        own = state[side.channel : side.channel + 3]
        first, second = (
            (own[:, ::2, half::2] if side.north else own[:, half::2, ::2]) for half in (0, 1)
        )
        # Of two alike the one nearer to the middle.
        away = (1.0 - first[1], second[1])
        later = (second[0] > first[0]) | ((second[0] == first[0]) & (away[1] < away[0]))
        chosen = np.where(later, second, first)
        chosen[1] = np.where(chosen[0] > 0, (chosen[1] + later) / 2.0, 0.0)
        out[side.channel : side.channel + 3] = chosen
    return out


def place_shares(place: Tensor) -> Tensor:
    """How much of a place belongs to each of the two codes beside it, ``(n, PLACES)``."""
    at = (place * PLACES - 0.5).clamp(0.0, PLACES - 1.0)
    low = at.floor().clamp_max(PLACES - 2)
    part = (at - low)[:, None]
    lower, upper = (F.one_hot(low.long() + step, PLACES) for step in (0, 1))
    return lower * (1.0 - part) + upper * part


def place_near(shares: Tensor, code: Tensor) -> Tensor:
    """The place around ``code`` that the chances of it and of its neighbours agree on."""
    steps = torch.arange(-1, 2, device=code.device)
    around = code[:, None] + steps
    inside = (around >= 0) & (around < PLACES)
    weight = shares.gather(1, around.clamp(0, PLACES - 1)) * inside
    off = (weight * steps).sum(1) / weight.sum(1).clamp_min(1e-9)
    return ((code + 0.5 + off) / PLACES).clamp(0.0, 1.0)


def angle_shares(angle: Tensor) -> Tensor:
    at = angle / math.pi * ANGLES
    low = at.floor()
    part = (at - low)[:, None]
    lower, upper = (F.one_hot((low.long() + step) % ANGLES, ANGLES) for step in (0, 1))
    return lower * (1.0 - part) + upper * part


def angle_near(shares: Tensor, code: Tensor) -> Tensor:
    steps = torch.arange(-1, 2, device=code.device)
    weight = shares.gather(1, (code[:, None] + steps) % ANGLES)
    off = (weight * steps).sum(1) / weight.sum(1).clamp_min(1e-9)
    return (code + off) / ANGLES * math.pi % math.pi
