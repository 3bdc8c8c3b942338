"""The land under a climate: elevation, land and sea, latitude, and a coarse field to follow."""

from __future__ import annotations

import math
from contextlib import ExitStack

import numpy as np

from .climate_control import (
    CHANNELS,
    COARSE_HALO_PX,
    ELEVATION,
    FACTORS,
    LAND,
    LAND_HALO_PX,
    LATITUDE,
)
from .grid import WorldGrid
from .job import LayerSource
from .raster.latitudes import Latitudes
from .raster.on_plane import LayerOnPlane
from .raster.reader import RasterReader
from .resample import GenerationPlan, PlanKind, SeparableResampler
from .tiling import Field, FloatArray, Rect, TiledField, block_means

LAND_BLOCK_PX, KEPT_LAND_BLOCKS = 16, 4096
"""Blocks of land that stay in memory, 2 KiB each; the halo of a tile is made of whole ones."""
LAND_CELLS = 7
"""Land and sea are told apart on cells so many times smaller than the pixels."""
# No weather is as hot; a warmer layer counts in kelvin.
HOTTEST_C, KELVIN = 150.0, np.float32(273.15)


class Ground:
    """The control of a canonical tile but for the coarse field, which changes with the month."""

    def __init__(self, surface: Field, latitudes: Latitudes, halo: int, steered: bool) -> None:
        self._land, self._latitudes, self._halo = LandOf(surface), latitudes, halo
        self._seen = COARSE_HALO_PX if steered else LAND_HALO_PX

    def read(self, tile: Rect) -> FloatArray:
        """``(CHANNELS, H, W)`` on the tile and its halo, NaN where nothing needs be known."""
        have = tile.grow(self._halo)
        control = np.full((CHANNELS, *have.shape), np.nan, dtype=np.float32)
        near = tile.grow(self._seen)
        rows, cols = near.slices_in(have)
        control[ELEVATION : LAND + 1, rows, cols] = self.land(near)
        control[LATITUDE, rows, cols] = self._latitudes.read(near)[0]
        return control

    def land(self, rect: Rect) -> FloatArray:
        """Elevation above the sea and share of land, ``(2, H, W)``, NaN where unknown."""
        return self._land.read(rect)


class LandOf:
    """Elevation above the sea and share of land, from a surface of much smaller cells.

    Much of it lies in the halo of several tiles, and a surface that a model makes is dear.
    """

    def __init__(self, surface: Field) -> None:
        self._surface = surface
        self._blocks = TiledField(self._block, LAND_BLOCK_PX, KEPT_LAND_BLOCKS)

    def read(self, rect: Rect) -> FloatArray:
        return self._blocks.read(rect)

    def _block(self, block: Rect) -> FloatArray:
        fine = self._surface.read(block.refine(LAND_CELLS))
        known = np.isfinite(fine)
        height = np.where(known, np.maximum(fine, 0.0), np.float32(0.0))
        dry = np.where(known, fine > 0.0, False).astype(np.float32)
        share, both = (
            block_means(part, LAND_CELLS)
            for part in (known.astype(np.float32), np.concatenate([height, dry]))
        )
        found = both / np.maximum(share, np.float32(0.01))
        found[:, share[0] < 0.5] = np.nan
        land: FloatArray = found
        return land


class CoarseLayer:
    """A user's coarse field, a band for each step; after the last band the first comes again."""

    def __init__(self, given: LayerSource, grid: WorldGrid, plan: GenerationPlan) -> None:
        self._given, self._grid = given, grid
        with RasterReader(given.source, given.band) as reader:
            pixel_m = abs(reader.geotransform[1]) * reader.crs.metres_per_unit
            self._bands = reader.band_count - given.band + 1
        self.factor = min(FACTORS, key=lambda f: abs(math.log(f * plan.native_m / pixel_m)))
        self._cell = plan.plane_pixel * self.factor
        self._open: dict[int, LayerOnPlane] = {}
        self._resources = ExitStack()

    def close(self) -> None:
        self._resources.close()

    def read(self, step: int, rect: Rect, *, warmth: bool) -> FloatArray:
        """``(H, W)`` of ``rect``'s pixels, each block's value repeated; rain is never negative."""
        band = self._given.band + step % self._bands
        if band not in self._open:
            layer = LayerOnPlane(self._given.source, band, "values", {}, self._grid.crs, self._cell)
            self._open[band] = self._resources.enter_context(layer)
        values = self._open[band].read(rect.coarsen(self.factor))[0]
        if warmth:
            values = np.where(values > HOTTEST_C, values - KELVIN, values)
        else:
            values = np.maximum(values, np.float32(0.0))
        fine: FloatArray = values.repeat(self.factor, axis=0).repeat(self.factor, axis=1)
        return fine


class FinerRelief:
    """How far the ground of each output pixel is above that which the model sees there."""

    def __init__(
        self, given: LayerSource, grid: WorldGrid, plan: GenerationPlan, ground: Ground
    ) -> None:
        pixel = grid.pixel_size * grid.crs.metres_per_unit
        ratio = 2 ** max(0, math.floor(math.log2(plan.native_m / pixel)))
        cell = plan.plane_pixel / ratio
        self._layer = LayerOnPlane(given.source, given.band, "values", {}, grid.crs, cell)
        finer = GenerationPlan(plan.native_m / ratio, cell, _kind(plan), None)
        self._fine, self._model = SeparableResampler(grid, finer), SeparableResampler(grid, plan)
        self._ground = ground

    def close(self) -> None:
        self._layer.close()

    def read(self, window: Rect) -> FloatArray:
        """Metres, ``(H, W)``; 0 where either is unknown."""
        high = self._layer.read(self._fine.source_rect(window))
        above = self._fine.apply(np.maximum(high, np.float32(0.0)), window)
        known = self._ground.land(self._model.source_rect(window))[:1]
        higher: FloatArray = np.nan_to_num(above - self._model.apply(known, window))[0]
        return higher


def _kind(plan: GenerationPlan) -> PlanKind:
    return "mercator" if plan.kind == "mercator" else "affine"
