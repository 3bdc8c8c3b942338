"""What a job computes, window by window: the reader and the model of the pipeline."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Optional, Protocol

import numpy as np
from numpy.typing import NDArray

from .card import ModelCard
from .cascade import RowSizes, build_cascade, build_refinement, refining
from .engine import TileModel
from .grid import WorldGrid
from .layer_control import LayerControl, MercatorControl, plane_pixel
from .resample import GenerationPlan, SeparableResampler, plan_generation
from .terrain_settings import sea_level, stage_settings
from .tiling import Field, FloatArray, Rect, block_means, lasting_array, tiles_covering

WINDOW_PX = 1024
STRIP_WINDOWS = 4
MOST_SOURCE_PX = 2048
"""A window is made smaller until it needs no more of the plane than this, squared."""
RESAMPLED_TILES = 20
"""Two rows of tiles below a strip of windows, and one more on either side."""


@dataclass(frozen=True)
class Payload:
    """What was read for a window: the control of its tile, and which cells have no data."""

    control: Optional[FloatArray] = None
    cells: Optional[FloatArray] = None


class Resampler(Protocol):
    """From the generation plane to windows of an output."""

    def source_rect(self, out: Rect) -> Rect: ...

    def apply(self, source: FloatArray, out: Rect) -> FloatArray: ...


class Production(Protocol):
    """Everything between a job and its pixels."""

    def windows(self) -> Iterator[Rect]:
        """Windows of the output lattice, in the order that needs least work."""
        ...

    def read(self, window: Rect) -> Payload: ...

    def compute(self, window: Rect, payload: Payload) -> FloatArray:
        """The output's bands on ``window``, ``(C, H, W)``; NaN where there is no data."""
        ...

    def close(self) -> None:
        """End what it reads; closing again does nothing."""
        ...


class ExtentProduction:
    """A landscape from nothing but its place, seed and parameters."""

    def __init__(
        self,
        card: ModelCard,
        model: TileModel,
        grid: WorldGrid,
        rect: Rect,
        seed: int,
        parameters: Mapping[str, float | int | str | bool],
    ) -> None:
        plan = plan_generation(grid, card.native_pixel_sizes_m)
        self._resampler = SeparableResampler(grid, plan)
        self._identity = plan.kind == "identity"
        self._rect = rect
        self._tile = card.stages[-1].tile
        self._quantum = card.quantum
        self._sea_level = np.float32(sea_level(parameters))
        self._field = build_cascade(
            model,
            card.stages,
            card.native_pixel_sizes_m.index(plan.native_m),
            seed,
            stage_settings(card, parameters),
            row_sizes(grid, plan),
            1 if self._identity else RESAMPLED_TILES,
        )

    def windows(self) -> Iterator[Rect]:
        size = self._tile if self._identity else window_size(self._resampler, self._rect)
        return world_windows(self._rect, size)

    def read(self, window: Rect) -> Payload:
        return Payload()

    def compute(self, window: Rect, payload: Payload) -> FloatArray:
        source = self._field.read(self._resampler.source_rect(window))
        values = self._resampler.apply(source[:1], window)
        return quantised(values + self._sea_level, self._quantum)

    def close(self) -> None:
        return None


class LayerProduction:
    """Finer terrain from a coarse layer; ``grid`` and ``rect`` are the finer ones."""

    def __init__(
        self,
        card: ModelCard,
        model: TileModel,
        grid: WorldGrid,
        rect: Rect,
        control: LayerControl,
        scale: int,
        looseness: float,
        seed: int,
    ) -> None:
        stage = card.stages[-1]
        self._rect, self._scale, self._control = rect, scale, control
        self._quantum = card.quantum
        self._strength = 1.0 - looseness
        self._stage = stage
        coarse = WorldGrid(grid.crs, grid.pixel_size * scale)
        ground = grid.pixel_size * grid.crs.metres_per_unit
        source: Field = control
        if grid.crs.is_geographic:
            plan = GenerationPlan(ground, plane_pixel(grid), "mercator", None)
            source = MercatorControl(control, coarse)
        else:
            plan = GenerationPlan(ground, grid.pixel_size, "identity", None)
        self._resampler = SeparableResampler(grid, plan)
        self._identity = plan.kind == "identity"
        self._reads_ahead = self._identity and len(refining(card.stages, scale)) == 1
        self._field = build_refinement(
            model,
            card.stages,
            scale,
            ground,
            seed,
            looseness,
            row_sizes(grid, plan),
            source,
            1 if self._identity else RESAMPLED_TILES,
        )

    def windows(self) -> Iterator[Rect]:
        if self._identity:
            return world_windows(self._rect, self._stage.tile)
        return world_windows(self._rect, max(window_size(self._resampler, self._rect), self._scale))

    def read(self, window: Rect) -> Payload:
        cells = self._control.raw(window.coarsen(self._scale).grow(CORRECTION_CELLS))
        known = ~np.isnan(cells)
        if not known.any() or not self._reads_ahead:
            return Payload(None, cells)
        (tile,) = tiles_covering(window, self._stage.tile)
        return Payload(self._field.read_control(tile), cells)

    def compute(self, window: Rect, payload: Payload) -> FloatArray:
        cells = payload.cells
        if cells is None or np.isnan(cells).all():
            return np.full((1, *window.shape), np.nan, dtype=np.float32)
        if self._reads_ahead:
            (tile,) = tiles_covering(window, self._stage.tile)
            rows, cols = window.slices_in(tile)
            values = self._field.compute_with(tile, payload.control)[:1, rows, cols]
        elif self._identity:
            values = self._field.read(window)[:1]
        else:
            values = self._from_plane(window, cells)
        values = quantised(values, self._quantum)
        values[self._missing(window, cells)] = np.nan
        return values

    def _from_plane(self, window: Rect, cells: FloatArray) -> FloatArray:
        """Resampled from the plane, then shifted so that it keeps the layer's own block means."""
        around = window.coarsen(self._scale).grow(CORRECTION_CELLS).refine(self._scale)
        source = self._field.read(self._resampler.source_rect(around))
        both = self._resampler.apply(source, around)
        surface, land = both[:1], both[1:] < 0.5
        for _ in range(2):
            misfit = (cells - block_means(surface, self._scale)) * np.float32(self._strength)
            shift = doubled(np.nan_to_num(misfit), self._scale)
            surface = np.where(land, surface + shift, surface)
        rows, cols = window.slices_in(around)
        return surface[:, rows, cols]

    def close(self) -> None:
        return None

    def _missing(self, window: Rect, cells: FloatArray) -> NDArray[np.bool_]:
        around = window.coarsen(self._scale).grow(CORRECTION_CELLS).refine(self._scale)
        rows, cols = window.slices_in(around)
        absent = np.isnan(cells).repeat(self._scale, axis=1).repeat(self._scale, axis=2)
        return absent[:, rows, cols]


# Bilinear upsampling needs one neighbour; the second round of corrections another.
CORRECTION_CELLS = 2


def quantised(values: FloatArray, quantum: float) -> FloatArray:
    """A copy rounded to multiples of ``quantum``, half to even; 0 leaves the values as they are."""
    out = lasting_array(values.shape)
    if quantum <= 0.0:
        out[...] = values
        return out
    step = np.float32(quantum)
    np.rint(np.divide(values, step, out=out), out=out)
    out *= step
    out += np.float32(0.0)  # turns -0.0 into 0.0
    return out


def doubled(values: FloatArray, factor: int) -> FloatArray:
    """Bilinear doubling until ``factor`` is reached; edges are continued."""
    while factor > 1:
        for axis in (1, 2):
            values = _doubled_along(values, axis)
        factor //= 2
    return values


def _doubled_along(values: FloatArray, axis: int) -> FloatArray:
    moved = np.moveaxis(values, axis, 0)
    padded = np.concatenate([moved[:1], moved, moved[-1:]])
    near, far = np.float32(0.75), np.float32(0.25)
    out = np.empty((2 * moved.shape[0], *moved.shape[1:]), dtype=np.float32)
    out[0::2] = moved * near + padded[:-2] * far
    out[1::2] = moved * near + padded[2:] * far
    return np.moveaxis(out, 0, axis)


def window_size(resampler: Resampler, rect: Rect) -> int:
    """A power of two: as large as memory allows where the plane is densest, in the first or last
    rows."""
    size = WINDOW_PX
    while size > 1:
        ends = (Rect(rect.y0, rect.y0 + size, 0, size), Rect(rect.y1 - size, rect.y1, 0, size))
        needs = [
            resampler.source_rect(end.intersect(Rect(rect.y0, rect.y1, 0, size))) for end in ends
        ]
        if all(need.height * need.width <= MOST_SOURCE_PX**2 for need in needs):
            break
        size //= 2
    return size


def world_windows(rect: Rect, size: int) -> Iterator[Rect]:
    """Parts of the world tiles of ``size`` that lie in ``rect``, in strips from west to east.

    A strip is narrow enough for the tiles that neighbouring windows share to stay in memory.
    """
    strip = size * STRIP_WINDOWS
    for west in range(rect.x0 // strip * strip, rect.x1, strip):
        part = rect.intersect(Rect(rect.y0, rect.y1, west, west + strip))
        for tile in tiles_covering(part, size):
            yield tile.intersect(part)


def row_sizes(grid: WorldGrid, plan: GenerationPlan) -> RowSizes:
    """Ground sizes of rows for lattices of any pixel size on the plane of ``plan``."""
    unit = 1.0 if plan.kind == "mercator" else grid.crs.metres_per_unit

    def sizes(rect: Rect, pixel_m: float) -> NDArray[np.float64]:
        scaled = GenerationPlan(pixel_m, pixel_m / unit, plan.kind, None)
        return SeparableResampler(grid, scaled).y_ground_pixel_m(rect)

    return sizes
