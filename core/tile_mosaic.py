"""What can be shown of a place at once: the tiles that are there, and stand-ins for the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

import numpy as np
from numpy.typing import NDArray

from .tile_levels import Tile
from .tile_source import TileSource
from .tiling import FloatArray, Rect, block_means, tiles_covering

Indices = NDArray[np.int64]

MOST_TILES = 400
"""A view of more is too far out to be drawn."""
SHARPNESS = 0.3
"""In octaves: a level serves views this much coarser before the next coarser one takes over."""
MOST_PX = 3.0e6
"""A view has no more pixels than this; larger screens get a coarser level."""
FIRST_GLANCE = 3
"""A view where nothing is known starts this many levels coarser: in a tile or two."""


FARTHEST = 6
"""A stand-in is at most this many levels coarser: then each of its pixels is 64 wide."""


@dataclass(frozen=True)
class Mosaic:
    """Values ``(H, W)`` over ``rect`` of a level, NaN where nothing is known yet, and the tiles
    still to be computed for it, those to begin with first."""

    level: int
    rect: Rect
    values: FloatArray
    missing: tuple[Tile, ...]


def level_for(source: TileSource, pixel_size: float, area: float = 0.0) -> int:
    """The level for a view with pixels of this size that shows ``area`` (map units, squared)."""
    found = 0
    for index, level in enumerate(source.levels):
        found = index
        fine_enough = pixel_size <= level.pixel_size * 2.0**SHARPNESS
        if fine_enough and area / level.pixel_size**2 <= MOST_PX:
            break
    return found


def cheap_level(source: TileSource, level: int) -> int:
    """This level, or the next coarser one that is not made of a finer one."""
    while level + 1 < len(source.levels) and source.levels[level].produce is None:
        level += 1
    return level


def tiles_of(source: TileSource, level: int, rect: Rect) -> list[Tile]:
    """The tiles that ``rect`` touches, from its middle outward; none if they are too many."""
    size = source.tile_px
    cells = rect.coarsen(size)
    if rect.is_empty or cells.height * cells.width > MOST_TILES:
        return []
    row, col = (rect.y0 + rect.y1) / 2 / size - 0.5, (rect.x0 + rect.x1) / 2 / size - 0.5
    found = [Tile(level, one.y0 // size, one.x0 // size) for one in tiles_covering(rect, size)]
    return sorted(found, key=lambda tile: (tile.row - row) ** 2 + (tile.col - col) ** 2)


def mosaic(source: TileSource, level: int, rect: Rect) -> Mosaic:
    """All that is known of ``rect``; nothing is computed."""
    values = np.full(rect.shape, np.nan, dtype=np.float32)
    missing: list[Tile] = []
    unknown = False
    for tile in tiles_of(source, level, rect):
        part = tile.rect(source.tile_px)
        inside = part.intersect(rect)
        found = source.cached(tile)
        if found is None:
            missing.append(tile)
            found = _stand_in(source, tile)
        if found is None:
            unknown = True
            continue
        rows, cols = inside.slices_in(rect)
        own_rows, own_cols = inside.slices_in(part)
        values[rows, cols] = found[own_rows, own_cols]
    ahead = min(level + FIRST_GLANCE, len(source.levels) - 1) - level
    if unknown and ahead:
        glance = dict.fromkeys(tile.parent(ahead) for tile in missing)
        missing = [*(tile for tile in glance if source.cached(tile) is None), *missing]
    return Mosaic(level, rect, values, tuple(missing))


def _stand_in(source: TileSource, tile: Tile) -> Optional[FloatArray]:
    """The tile out of the nearest coarser one that is there, with finer ones over it."""
    out = None
    for levels in range(1, min(len(source.levels) - tile.level, FARTHEST + 1)):
        above = source.cached(tile.parent(levels))
        if above is not None:
            out = enlarged(_with_apron(source, tile.parent(levels), above), tile, levels)
            break
    if tile.level == 0:
        return out
    half = source.tile_px // 2
    for child in tile.children():
        values = source.cached(child)
        if values is None:
            continue
        if out is None:
            out = np.full((source.tile_px, source.tile_px), np.nan, dtype=np.float32)
        out[child.quarter(half)] = block_means(values[None], 2)[0]
    return out


def _with_apron(source: TileSource, tile: Tile, values: FloatArray) -> FloatArray:
    """The tile and a pixel more on every side, from its neighbours where they are there."""
    out = np.pad(values, 1, mode="edge")
    for down, over, here, there in (
        (-1, 0, np.s_[0, 1:-1], np.s_[-1, :]),
        (1, 0, np.s_[-1, 1:-1], np.s_[0, :]),
        (0, -1, np.s_[1:-1, 0], np.s_[:, -1]),
        (0, 1, np.s_[1:-1, -1], np.s_[:, 0]),
    ):
        beside = source.cached(Tile(tile.level, tile.row + down, tile.col + over))
        if beside is not None:
            out[here] = beside[there]
    return out


def enlarged(values: FloatArray, tile: Tile, levels: int) -> FloatArray:
    """``tile``, bilinear, out of the one ``levels`` coarser that covers it, with its apron."""
    factor = 1 << levels
    side = values.shape[0] - 2
    own = side // factor
    rows, below, down = _taps((tile.row % factor) * own, side, factor)
    cols, beside, over = _taps((tile.col % factor) * own, side, factor)
    tall = values[rows] * (1.0 - down)[:, None] + values[below] * down[:, None]
    wide: FloatArray = tall[:, cols] * (1.0 - over) + tall[:, beside] * over
    return wide.astype(np.float32)


def _taps(first: int, side: int, factor: int) -> tuple[Indices, Indices, FloatArray]:
    """Two coarse pixels for each finer one, from coarse pixel ``first`` on; the second's share."""
    where = first + (np.arange(side) + 0.5) / factor + 0.5
    low = where.astype(np.int64)
    return low, low + 1, (where - low).astype(np.float32)
