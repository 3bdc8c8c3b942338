"""The pixels of a job at its own pixel size and coarser ones, none of them dear.

A view that is zoomed out must not cost what its ground costs at full size. Every level doubles the
pixel size, and is made by the stage of the cascade that is nearest to it. What is twice as coarse
as a stage is the means of its pixels. What is coarser still, but not yet the stage above, is made
by the same network at larger pixels, from the very same cells of the stage above: all levels keep
their means, so every form that is larger than such a cell stays in its place. Only level 0 is what
the algorithm writes.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Callable, Optional

import numpy as np

from .card import ModelCard
from .engine import TileModel
from .grid import Crs, Extent, WorldGrid
from .job import ExtentJob, Job, LayerJob
from .layer_control import LayerControl
from .params import ParamValue
from .production import ExtentProduction, LayerProduction, Production
from .raster.reader import RasterReader
from .resample import MAX_LATITUDE, plan_generation
from .task import SCALES, checked
from .tiling import FloatArray, Rect

MOST_TILES = 400
"""A view of more is too far out to be drawn."""

VIEW_TILE_PX = 256
"""Side of a tile for the screen: the margins cost 40 %, but the first tile comes early."""

COARSEST = 4.0
"""Pixels of the last level, in those of the coarsest stage; each costs that many, squared."""


@dataclass(frozen=True)
class Tile:
    """Row and column of a tile, counted from the origin of the CRS, at one level."""

    level: int
    row: int
    col: int

    def parent(self, levels: int = 1) -> Tile:
        """The tile that covers this one so many levels coarser."""
        return Tile(self.level + levels, self.row >> levels, self.col >> levels)

    def children(self) -> Iterator[Tile]:
        """The four tiles that cover this one at the next finer level."""
        for row in range(2 * self.row, 2 * self.row + 2):
            for col in range(2 * self.col, 2 * self.col + 2):
                yield Tile(self.level - 1, row, col)

    def quarter(self, half: int) -> tuple[slice, slice]:
        """Rows and columns that it fills in the next coarser tile, of twice ``half`` pixels."""
        row, col = (self.row & 1) * half, (self.col & 1) * half
        return slice(row, row + half), slice(col, col + half)

    def rect(self, tile_px: int) -> Rect:
        return Rect(self.row, self.row + 1, self.col, self.col + 1).refine(tile_px)


@dataclass(frozen=True)
class Level:
    """One pixel size of a job.

    The lattice's pixels lie ``shift`` (east, north; map units) from those of ``grid``, as those
    of a layer may that a job starts from. ``produce`` makes what computes it with a model; None
    where its pixels are the means of four of the next finer level, or their commonest class.
    ``bands`` are those of the production that a picture needs. A view of more than ``most_tiles``
    would cost too much.
    """

    grid: WorldGrid
    shift: tuple[float, float]
    produce: Optional[Callable[[TileModel], Production]]
    bands: tuple[int, ...] = (0,)
    most_tiles: int = MOST_TILES

    @property
    def pixel_size(self) -> float:
        return self.grid.pixel_size

    def rect(self, extent: Extent) -> Rect:
        """The pixels that ``extent`` touches."""
        east, north = self.shift
        p = self.pixel_size
        return Rect(
            math.floor((north - extent.ymax) / p),
            math.ceil((north - extent.ymin) / p),
            math.floor((extent.xmin - east) / p),
            math.ceil((extent.xmax - east) / p),
        )

    def pixel_at(self, x: float, y: float) -> tuple[float, float]:
        """Row and column of a point, with their fractions."""
        east, north = self.shift
        return (north - y) / self.pixel_size, (x - east) / self.pixel_size

    def extent(self, rect: Rect) -> Extent:
        """The ground that ``rect`` covers."""
        east, north = self.shift
        flat = self.grid.extent(rect)
        return Extent(flat.xmin + east, flat.ymin + north, flat.xmax + east, flat.ymax + north)

    def ground_m(self, rect: Rect) -> tuple[FloatArray, float]:
        """Ground sizes of a pixel: from west to east for each row ``(H, 1)``, and southwards."""
        size = self.pixel_size * self.grid.crs.metres_per_unit
        east = np.full((rect.height, 1), size, dtype=np.float32)
        if self.grid.crs.is_geographic:
            rows = np.arange(rect.y0, rect.y1)[:, None] + 0.5
            latitudes = np.clip(-rows * self.pixel_size + self.shift[1], -89.0, 89.0)
            east *= np.cos(np.radians(latitudes)).astype(np.float32)
        return east, size

    def compute(self, production: Production, rect: Rect) -> FloatArray:
        """The pixels of ``rect``, a canonical tile or a part of one; NaN where nothing is.

        ``(H, W)`` of one band, ``(C, H, W)`` of several.
        """
        possible = rect
        if self.grid.crs.is_geographic:
            last = int(MAX_LATITUDE / self.pixel_size)
            possible = rect.intersect(Rect(-last, last, rect.x0, rect.x1))
        values = np.full((len(self.bands), *rect.shape), np.nan, dtype=np.float32)
        if not possible.is_empty:
            rows, cols = possible.slices_in(rect)
            made = production.compute(possible, production.read(possible))
            for index, band in enumerate(self.bands):
                values[index, rows, cols] = made[band]
        return values if len(self.bands) > 1 else values[0]


def levels_of(job: Job, reader: Optional[RasterReader], tile_px: int) -> tuple[Level, ...]:
    """All levels of ``job``, finest first; `InputError` if the job is impossible.

    ``reader`` is the raster that a job from a layer starts from.
    """
    if isinstance(job, ExtentJob):
        return _extent_levels(job, tile_px)
    if reader is None:
        raise ValueError("A job from a layer needs its reader.")
    return _layer_levels(job, reader, tile_px)


def covered(job: Job, reader: Optional[RasterReader]) -> Extent:
    """The ground that the result of ``job`` would cover."""
    task = checked(job, reader, {})
    left, size, _, top, _, _ = task.geotransform
    return Extent(left, top - task.rect.height * size, left + task.rect.width * size, top)


def _extent_levels(job: ExtentJob, tile_px: int) -> tuple[Level, ...]:
    task = checked(job, None, {})
    card = job.package.card
    native = plan_generation(job.grid, card.native_pixel_sizes_m).native_m
    rungs = _rungs(card, card.native_pixel_sizes_m.index(native), tile_px)
    ground = job.grid.pixel_size * job.grid.crs.metres_per_unit
    coarsest = COARSEST * max(rungs)
    parameters = task.provenance.parameters
    levels: list[Level] = []
    finer = 0.0
    while not levels or ground * 2 ** len(levels) <= coarsest:
        factor = 2 ** len(levels)
        nearest = _nearest(ground * factor, list(rungs))
        grid = WorldGrid(job.grid.crs, job.grid.pixel_size * factor)
        rung = rungs[nearest if levels else native]
        produce = None
        if not levels or rung.coarsened != 2 or finer * 2.0 != nearest:
            produce = _extent(rung.card, grid, job.seed, parameters)
        levels.append(Level(grid, (0.0, 0.0), produce))
        finer = nearest
    return tuple(levels)


def _extent(
    card: ModelCard, grid: WorldGrid, seed: int, parameters: Mapping[str, ParamValue]
) -> Callable[[TileModel], Production]:
    def produce(model: TileModel) -> Production:
        return ExtentProduction(card, model, grid, Rect(0, 1, 0, 1), seed, parameters)

    return produce


def _nearest(ground_m: float, sizes_m: list[float]) -> float:
    return min(sizes_m, key=lambda size: abs(math.log(ground_m / size)))


@dataclass(frozen=True)
class _Rung:
    """The card cut down to what makes one pixel size, ``coarsened`` times its last stage's own."""

    card: ModelCard
    coarsened: int


def _rungs(card: ModelCard, native: int, tile_px: int) -> dict[float, _Rung]:
    """By pixel size, all that the stages can make."""
    sizes = [stage.pixel_sizes_m[native] for stage in card.stages]
    rungs = {}
    for count, size in enumerate(sizes, start=1):
        above = sizes[count - 2] if count > 1 else 2.0 * size
        coarsened = 1
        # The first of them also where a stage only improves on the one before.
        while coarsened == 1 or size * coarsened < above * (1.0 - 1e-9):
            own = size * coarsened
            stages = [
                replace(stage, pixel_sizes_m=(pixel_m,))
                for stage, pixel_m in zip(card.stages[: count - 1], sizes)
            ]
            last = card.stages[count - 1]
            factor = last.factor // coarsened  # cells of the control that are as large as ever
            stages.append(replace(last, pixel_sizes_m=(own,), factor=factor, tile=tile_px))
            cut = replace(card, stages=tuple(stages), native_pixel_sizes_m=(own,))
            rungs[own] = _Rung(cut, coarsened)
            coarsened *= 2
    return rungs


def _layer_levels(job: LayerJob, reader: RasterReader, tile_px: int) -> tuple[Level, ...]:
    """The same layer refined less and less; the last level is twice as fine as the layer. Level 1
    is means of level 0."""
    task = checked(job, reader, {})
    left, size, _, top, _, _ = reader.geotransform
    _, placed, _ = WorldGrid.from_geotransform(
        task.grid.crs, reader.geotransform, reader.width, reader.height
    )
    shift = (left - placed.x0 * size, top + placed.y0 * size)
    card = job.package.card
    last = replace(card.stages[-1], tile=tile_px)
    cut = replace(card, stages=(*card.stages[:-1], last))
    crs = task.grid.crs
    levels: list[Level] = []
    for scale in (scale for scale in reversed(SCALES) if scale <= job.scale):
        produce = None
        if len(levels) != 1:
            produce = _layer(job, cut, reader, placed, crs, scale)
        levels.append(Level(WorldGrid(crs, size / scale), shift, produce))
    return tuple(levels)


def _layer(
    job: LayerJob, card: ModelCard, reader: RasterReader, placed: Rect, crs: Crs, scale: int
) -> Callable[[TileModel], Production]:
    control = LayerControl(reader, placed)
    grid = WorldGrid(crs, reader.geotransform[1] / scale)
    looseness = 1.0 - job.fidelity / 100.0

    def produce(model: TileModel) -> Production:
        rect = placed.refine(scale)
        return LayerProduction(card, model, grid, rect, control, scale, looseness, job.seed)

    return produce
