"""A town's state on its lattice as classes in fine pixels: soft borders of land, lines on top."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from .map_classes import MapClass
from .street_curves import crossings, draw, joined
from .tiling import Rect
from .town_lines import MAIN_FROM, STREET_FROM, LineKind

LAND_PX, LINES_PX = 8, 16
"""Sides of the cells of land, and of those that lines cross."""
PIXEL_M = 2.0
OTHER_CHANNEL, ROAD_CHANNEL = 1, 7
"""Of a state, the first of each net of lines."""
LAND_REACH = 2
"""Cells of land around an area that its borders depend on."""
LINE_REACH = 1
"""Cells of lines around it: the widest line reaches less far."""
SHORTENED = {OTHER_CHANNEL: 3, ROAD_CHANNEL: 1}
"""By how many cells dead ends are taken back: a network leaves more of them than there are, and
railways and rivers have none."""
EVENED = {OTHER_CHANNEL: 0, ROAD_CHANNEL: 2}
"""Crossings in a row of another kind than the line before and after them that are made alike."""
LESSENED = 5
"""Cells by which main roads that go on as lesser ones are taken back, until they meet others, and
then streets outside towns that do."""
_TOWN = (int(MapClass.BUILT_UP), int(MapClass.WORKS))
_CHANGED = max(SHORTENED[at] + EVENED[at] for at in SHORTENED) + 2 * LESSENED
REACH_PX = (LINE_REACH + _CHANGED + 1) * LINES_PX
"""One more cell of lines closes the last ones."""

Floats = NDArray[np.float32]


def town_codes(
    state: Floats, have: Rect, tile: Rect, roads: Sequence[LineKind], others: Sequence[LineKind]
) -> NDArray[np.uint8]:
    """Codes on ``tile``, in pixels, from a state ``(CHANNELS, H, W)`` (`core.nets.town_state`) on
    ``have``, in cells of land, which covers it and ``REACH_PX`` around it."""
    cells = tile.coarsen(LAND_PX).grow(LAND_REACH)
    rows, cols = cells.slices_in(have)
    codes = smooth_classes(state[0, rows, cols], LAND_PX)
    inner = tile.slices_in(cells.grow(-LAND_REACH).refine(LAND_PX))
    codes = np.ascontiguousarray(codes[inner])
    blocks = tile.coarsen(LINES_PX).grow(LINE_REACH)
    ratio = LINES_PX // LAND_PX
    wide = have.coarsen(ratio)
    sides = state[:, ::ratio, ::ratio]
    closed = Rect(blocks.y0, blocks.y1 + 1, blocks.x0, blocks.x1 + 1).slices_in(wide)
    for channel, kinds, all_meet in (
        (OTHER_CHANNEL, others, False), (ROAD_CHANNEL, roads, True),
    ):  # fmt: skip
        own = without_ends(sides[channel : channel + 6], SHORTENED[channel])
        own = evened(own, EVENED[channel])
        if channel == ROAD_CHANNEL:
            own = lessened(own, MAIN_FROM, LESSENED)
            own = lessened(own, STREET_FROM, LESSENED, ~np.isin(sides[0], _TOWN))
        north, west = own[:3, closed[0], closed[1]], own[3:, closed[0], closed[1]]
        pieces = joined(crossings(north, west, blocks.y0, blocks.x0), kinds, all_meet=all_meet)
        draw(codes, pieces, kinds, tile.y0, tile.x0, LINES_PX, PIXEL_M)
    return codes


def without_ends(sides: Floats, times: int) -> Floats:
    """Northern and western sides ``(6, H, W)`` without the crossings of cells that have but one,
    and again, ``times``; right but for as many of the outermost cells, and one."""
    out = sides.copy()
    for _ in range(times):
        ends = _crossed(out[0] > 0, out[3] > 0) == 1
        ends[-1], ends[:, -1] = False, False
        out[:3, _beside(ends, 0)] = 0.0
        out[3:, _beside(ends, 1)] = 0.0
    return out


def evened(sides: Floats, times: int) -> Floats:
    """Northern and western sides ``(6, H, W)`` whose lines do not change their kind for a short
    while: each has the middle one of its own and of those before and after it, where there are
    both, and again, ``times``. Right but for as many of the outermost cells, and one."""
    out = sides.copy()
    for _ in range(times):
        north, west = out[0], out[3]
        south, east = np.zeros_like(north), np.zeros_like(west)
        south[:-1], east[:, :-1] = north[1:], west[:, 1:]
        upright, level = np.maximum(north, south), np.maximum(west, east)
        below, above = np.maximum(level, south), np.zeros_like(north)
        above[1:] = np.maximum(level, north)[:-1]
        right, left = np.maximum(upright, east), np.zeros_like(west)
        left[:, 1:] = np.maximum(upright, west)[:, :-1]
        out[0], out[3] = _middle(north, below, above), _middle(west, right, left)
    return out


def lessened(
    sides: Floats, least: int, times: int, where: NDArray[np.bool_] | None = None
) -> Floats:
    """Northern and western sides ``(6, H, W)`` of which a road of the kind ``least`` or more is
    less in cells, those ``where`` it is asked for, that no second such road leaves, and again,
    ``times``; right but for as many of the outermost cells, and one."""
    out = sides.copy()
    for _ in range(times):
        north, west = out[0] >= least, out[3] >= least
        ends = _crossed(north, west) == 1
        if where is not None:
            ends &= where
        ends[-1], ends[:, -1] = False, False
        out[0, north & _beside(ends, 0)] = least - 1
        out[3, west & _beside(ends, 1)] = least - 1
    return out


def _crossed(north: NDArray[np.bool_], west: NDArray[np.bool_]) -> NDArray[np.int8]:
    """How many sides of each cell are crossed; of the last row and column, those that are known."""
    count = north.astype(np.int8) + west
    count[:-1] += north[1:]
    count[:, :-1] += west[:, 1:]
    return count


def _beside(cells: NDArray[np.bool_], axis: int) -> NDArray[np.bool_]:
    """Northern sides, or western ones for ``axis`` 1, of ``cells`` or of those opposite."""
    found = np.moveaxis(cells.copy(), axis, 0)
    found[1:] |= np.moveaxis(cells, axis, 0)[:-1]
    return np.moveaxis(found, 0, axis)


def _middle(kind: Floats, one: Floats, other: Floats) -> Floats:
    low, high = np.minimum(one, other), np.maximum(one, other)
    found: Floats = np.where((kind > 0) & (low > 0), np.clip(kind, low, high), kind)
    return found


def smooth_classes(land: Floats, ratio: int) -> NDArray[np.uint8]:
    """Classes ``(H, W)`` in cells ``ratio`` times smaller, without the two outermost cells: of
    several classes the one whose share, smoothed by a cubic spline, is the largest."""
    reach = 2 * LAND_REACH
    best = np.zeros([(size - reach) * ratio for size in land.shape], dtype=np.float32)
    out = np.zeros(best.shape, dtype=np.uint8)
    for code in np.unique(land):
        here = (land == code).astype(np.float32)
        share = _splined(_splined(here, ratio).T, ratio).T
        better = share > best
        best[better], out[better] = share[better], int(code)
    return out


def _splined(values: Floats, ratio: int) -> Floats:
    """Rows, without the two outermost ones on each side, ``ratio`` times as many."""
    at = (np.arange(ratio) + 0.5) / ratio - 0.5
    total = np.zeros((len(values) - 4, ratio, values.shape[1]), dtype=np.float32)
    for step in range(-2, 3):
        weight = _cubic_spline(np.abs(at - step)).astype(np.float32)
        total += values[2 + step : len(values) - 2 + step, None] * weight[None, :, None]
    return total.reshape(-1, values.shape[1])


def _cubic_spline(x: NDArray[np.float64]) -> NDArray[np.float64]:
    inner, outer = 2.0 / 3.0 - x**2 + x**3 / 2.0, (2.0 - x) ** 3 / 6.0
    return np.where(x < 1.0, inner, np.where(x < 2.0, outer, 0.0))
