"""Rectangles on an integer lattice, canonical tiles, and fields that are read by rectangle."""

from __future__ import annotations

import math
import mmap
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Callable, Protocol

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float32]


@dataclass(frozen=True)
class Rect:
    """A half-open rectangle of lattice cells: rows ``y0 <= y < y1``, columns ``x0 <= x < x1``."""

    y0: int
    y1: int
    x0: int
    x1: int

    @property
    def height(self) -> int:
        return self.y1 - self.y0

    @property
    def width(self) -> int:
        return self.x1 - self.x0

    @property
    def shape(self) -> tuple[int, int]:
        return (self.height, self.width)

    @property
    def is_empty(self) -> bool:
        return self.y1 <= self.y0 or self.x1 <= self.x0

    def grow(self, cells: int) -> Rect:
        """The rectangle with ``cells`` more on every side."""
        return Rect(self.y0 - cells, self.y1 + cells, self.x0 - cells, self.x1 + cells)

    def shift(self, dy: int, dx: int) -> Rect:
        return Rect(self.y0 + dy, self.y1 + dy, self.x0 + dx, self.x1 + dx)

    def intersect(self, other: Rect) -> Rect:
        """What both cover; empty (``is_empty``) where they do not meet."""
        return Rect(
            max(self.y0, other.y0),
            min(self.y1, other.y1),
            max(self.x0, other.x0),
            min(self.x1, other.x1),
        )

    def union(self, other: Rect) -> Rect:
        """The smallest rectangle that contains both."""
        return Rect(
            min(self.y0, other.y0),
            max(self.y1, other.y1),
            min(self.x0, other.x0),
            max(self.x1, other.x1),
        )

    def contains(self, other: Rect) -> bool:
        return (
            self.y0 <= other.y0
            and other.y1 <= self.y1
            and self.x0 <= other.x0
            and other.x1 <= self.x1
        )

    def coarsen(self, factor: int) -> Rect:
        """The cells of a lattice ``factor`` times coarser that this rectangle touches."""
        return Rect(
            self.y0 // factor,
            -(-self.y1 // factor),
            self.x0 // factor,
            -(-self.x1 // factor),
        )

    def refine(self, factor: int) -> Rect:
        """The same ground on a lattice ``factor`` times finer."""
        return Rect(self.y0 * factor, self.y1 * factor, self.x0 * factor, self.x1 * factor)

    def slices_in(self, outer: Rect) -> tuple[slice, slice]:
        """Row and column slices that cut this rectangle out of an array laid over ``outer``."""
        return (
            slice(self.y0 - outer.y0, self.y1 - outer.y0),
            slice(self.x0 - outer.x0, self.x1 - outer.x0),
        )


def lasting_array(shape: tuple[int, ...]) -> FloatArray:
    """An array of zeros in memory of its own, which goes back to the system with it.

    For values that outlive the tile they come from. Between a network's activations on the heap
    they would keep the next tile's from fitting into the same place, and the heap would grow.
    """
    values: FloatArray = np.frombuffer(
        mmap.mmap(-1, max(math.prod(shape), 1) * 4), dtype=np.float32, count=math.prod(shape)
    )
    return values.reshape(shape)


class Field(Protocol):
    """Values over an endless lattice; the value at a cell never depends on the rectangle read."""

    def read(self, rect: Rect) -> FloatArray:
        """The values on ``rect``, shape ``(C, H, W)``."""
        ...


def tiles_covering(rect: Rect, tile: int) -> Iterator[Rect]:
    """Every canonical tile (multiples of ``tile`` from the origin) that ``rect`` touches."""
    if rect.is_empty:
        return
    grid = rect.coarsen(tile)
    for row in range(grid.y0, grid.y1):
        for col in range(grid.x0, grid.x1):
            yield Rect(row, row + 1, col, col + 1).refine(tile)


def block_means(values: FloatArray, factor: int) -> FloatArray:
    """``(C, H, W) -> (C, H / factor, W / factor)``, added up in one fixed order."""
    bands, height, width = values.shape
    total = np.zeros((bands, height // factor, width // factor), dtype=np.float32)
    for row in range(factor):
        for col in range(factor):
            total += values[:, row::factor, col::factor]
    return total / np.float32(factor * factor)


class TiledField:
    """A field computed in canonical tiles, the newest of which are kept.

    ``compute`` is always called with a whole canonical tile, so its result is the same whatever
    rectangle asked for it.
    """

    def __init__(self, compute: Callable[[Rect], FloatArray], tile: int, capacity: int) -> None:
        self._compute = compute
        self._tile = tile
        self._capacity = capacity
        self._kept: OrderedDict[Rect, FloatArray] = OrderedDict()

    def read(self, rect: Rect) -> FloatArray:
        out: FloatArray | None = None
        for tile in tiles_covering(rect, self._tile):
            values = self._tile_values(tile)
            if out is None:
                out = np.empty((values.shape[0], *rect.shape), dtype=np.float32)
            part = tile.intersect(rect)
            rows, cols = part.slices_in(rect)
            tile_rows, tile_cols = part.slices_in(tile)
            out[:, rows, cols] = values[:, tile_rows, tile_cols]
        if out is None:
            raise ValueError(f"Cannot read the empty rectangle {rect}.")
        return out

    def _tile_values(self, tile: Rect) -> FloatArray:
        values = self._kept.get(tile)
        if values is None:
            values = self._compute(tile)
            self._kept[tile] = values
            while len(self._kept) > self._capacity:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(tile)
        return values
