"""How people divide land: strips of fields, turned alike within a district.

Districts are the surroundings of the points of a jittered lattice of the world, and fields are
counted from those points, so that no parcel knows its tile.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor

from ..tiling import Rect
from .wag import NoiseSource

DISTRICT_PX = 144
PARCEL_REACH_PX = 40
"""A parcel's middle is less far from all its pixels."""
DISTRICTS = 4
"""Layer of the noise."""
WIDTH_PX, LEAST_WIDTH_PX, MOST_WIDTH_PX = 15.0, 9.0, 22.0
LENGTH, LEAST_LENGTH, MOST_LENGTH = 1.6, 1.1, 2.4
"""Of a field, in widths."""
TURNS = 32
# Fractions that hardly repeat: where fields of a strip begin, and how uneven they are.
_SHIFT, _UNEVEN = 0.6180340, (0.7548777, 0.5698403)
MOST_UNEVEN = 0.4


def parcel_places(tile: Rect, inner: Rect, noise: NoiseSource) -> Tensor:
    """For each pixel of ``tile`` the place in ``inner``, flattened, that its parcel stands for.

    ``inner`` reaches `PARCEL_REACH_PX` beyond the tile at least.
    """
    cells = tile.coarsen(DISTRICT_PX).grow(1)
    chance = noise(DISTRICTS, 5, cells)[0]
    point_y, point_x = _points(cells, chance)
    y = torch.arange(tile.y0, tile.y1, device=chance.device)
    x = torch.arange(tile.x0, tile.x1, device=chance.device)
    own = _nearest(cells, point_y, point_x, y, x)
    at_y, at_x = point_y.flatten()[own], point_x.flatten()[own]
    turn, wide, slim = chance[2:].flatten(1)[:, own]
    width = (WIDTH_PX + 3.0 * wide).clamp(LEAST_WIDTH_PX, MOST_WIDTH_PX)
    length = (LENGTH + 0.4 * slim).clamp(LEAST_LENGTH, MOST_LENGTH) * width
    along, across = _turned(turn)
    east, south = (x[None, :] - at_x).float(), (y[:, None] - at_y).float()
    strip = ((along * south - across * east) / width).floor()
    shift = strip * _SHIFT
    shift = shift - shift.floor()
    so_far = (along * east + across * south) / length + shift
    field = so_far.floor()
    field = field - (so_far - field < _uneven(field, strip)).float()
    ends = field + _uneven(field, strip) + field + 1.0 + _uneven(field + 1.0, strip)
    middle, aside = (ends / 2.0 - shift) * length, (strip + 0.5) * width
    row = at_y + (across * middle + along * aside).round().long()
    col = at_x + (along * middle - across * aside).round().long()
    places: Tensor = (row - inner.y0) * inner.width + col - inner.x0
    return places


def _points(cells: Rect, chance: Tensor) -> tuple[Tensor, Tensor]:
    """Rows and columns of the pixels that districts lie around, one per cell."""
    rows = torch.arange(cells.y0, cells.y1, device=chance.device)
    cols = torch.arange(cells.x0, cells.x1, device=chance.device)
    half = DISTRICT_PX // 2
    # Noise is between -2 and 2: points keep a little away from the edges of their cells.
    at_y = rows[:, None] * DISTRICT_PX + half + (chance[0] * (half * 0.45)).long()
    at_x = cols[None, :] * DISTRICT_PX + half + (chance[1] * (half * 0.45)).long()
    return at_y, at_x


def _nearest(cells: Rect, at_y: Tensor, at_x: Tensor, y: Tensor, x: Tensor) -> Tensor:
    """For each pixel the cell, flattened, whose point is nearest."""
    rows, cols = (y // DISTRICT_PX - cells.y0)[:, None], (x // DISTRICT_PX - cells.x0)[None, :]
    best = torch.full((len(y), len(x)), torch.iinfo(torch.long).max, device=y.device)
    nearest = torch.zeros_like(best)
    for down in (-1, 0, 1):
        for right in (-1, 0, 1):
            cell = (rows + down, cols + right)
            apart = (y[:, None] - at_y[cell]).square() + (x[None, :] - at_x[cell]).square()
            nearest = torch.where(apart < best, cell[0] * cells.width + cell[1], nearest)
            best = torch.minimum(apart, best)
    return nearest


def _turned(turn: Tensor) -> tuple[Tensor, Tensor]:
    """Cosine and sine of few angles, from a table: the same bits wherever they are needed."""
    which = (turn * (TURNS / 4.0)).floor().long() % TURNS
    angles = [math.pi * index / TURNS for index in range(TURNS)]
    tables = [[math.cos(angle) for angle in angles], [math.sin(angle) for angle in angles]]
    along, across = torch.tensor(tables, device=turn.device)[:, which]
    return along, across


def _uneven(field: Tensor, strip: Tensor) -> Tensor:
    """How much later than in an even division a field begins, as a share of its length."""
    fraction = field * _UNEVEN[0] + strip * _UNEVEN[1]
    return (fraction - fraction.floor()) * MOST_UNEVEN
