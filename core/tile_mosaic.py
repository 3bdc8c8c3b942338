"""What can be shown of a place at once: the tiles that are there, and stand-ins for the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

import numpy as np

from .tile_levels import Tile
from .tile_scaling import enlarged, halved
from .tile_source import TileSource
from .tiling import FloatArray, Rect, tiles_covering

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
    """Values over ``rect`` of a level, NaN where nothing is known yet, and the tiles still to be
    computed for it, those to begin with first.

    ``(H, W)``, or ``(C, H, W)`` where the picture needs several bands.
    """

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


def is_too_far(source: TileSource, level: int, rect: Rect) -> bool:
    """Whether ``rect`` would cost too much: one has to zoom in."""
    cells = rect.coarsen(source.tile_px)
    return cells.height * cells.width > source.levels[level].most_tiles


def tiles_of(source: TileSource, level: int, rect: Rect) -> list[Tile]:
    """The tiles that ``rect`` touches, from its middle outward; none if they are too many."""
    size = source.tile_px
    if rect.is_empty or is_too_far(source, level, rect):
        return []
    row, col = (rect.y0 + rect.y1) / 2 / size - 0.5, (rect.x0 + rect.x1) / 2 / size - 0.5
    found = [Tile(level, one.y0 // size, one.x0 // size) for one in tiles_covering(rect, size)]
    return sorted(found, key=lambda tile: (tile.row - row) ** 2 + (tile.col - col) ** 2)


def mosaic(source: TileSource, level: int, rect: Rect) -> Mosaic:
    """All that is known of ``rect``; nothing is computed."""
    values = np.full((*source.stack, *rect.shape), np.nan, dtype=np.float32)
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
        values[..., rows, cols] = found[..., own_rows, own_cols]
    ahead = min(level + FIRST_GLANCE, len(source.levels) - 1) - level
    if unknown and ahead and not source.is_dear:
        glance = dict.fromkeys(tile.parent(ahead) for tile in missing)
        missing = [*(tile for tile in glance if source.cached(tile) is None), *missing]
    return Mosaic(level, rect, values, tuple(missing))


def _stand_in(source: TileSource, tile: Tile) -> Optional[FloatArray]:
    """The tile out of the nearest coarser one that is there, with finer ones over it."""
    out = None
    for levels in range(1, min(len(source.levels) - tile.level, FARTHEST + 1)):
        above = source.cached(tile.parent(levels))
        if above is not None:
            apron = _with_apron(source, tile.parent(levels), above)
            out = enlarged(apron, tile.row, tile.col, levels, classes=source.classes)
            break
    if tile.level == 0:
        return out
    side = source.tile_px
    for child in tile.children():
        values = source.cached(child)
        if values is None:
            continue
        if out is None:
            out = np.full((*source.stack, side, side), np.nan, dtype=np.float32)
        out[(..., *child.quarter(side // 2))] = halved(values, classes=source.classes)
    return out


def _with_apron(source: TileSource, tile: Tile, values: FloatArray) -> FloatArray:
    """The tile and a pixel more on every side, from its neighbours where they are there."""
    flat = [(0, 0)] * (values.ndim - 2)
    out = np.pad(values, [*flat, (1, 1), (1, 1)], mode="edge")
    for down, over, here, there in (
        (-1, 0, np.s_[..., 0, 1:-1], np.s_[..., -1, :]),
        (1, 0, np.s_[..., -1, 1:-1], np.s_[..., 0, :]),
        (0, -1, np.s_[..., 1:-1, 0], np.s_[..., :, -1]),
        (0, 1, np.s_[..., 1:-1, -1], np.s_[..., :, 0]),
    ):
        beside = source.cached(Tile(tile.level, tile.row + down, tile.col + over))
        if beside is not None:
            out[here] = beside[there]
    return out
