"""Climate over an extent: one pass of the model for each month and member of an ensemble."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass

import numpy as np

from .cascade import StageField
from .climate_bands import first_month
from .climate_control import COARSE_TEMPERATURE
from .climate_ground import LAND_CELLS, CoarseLayer, FinerRelief, Ground
from .engine import TileModel, TileRequest
from .guided import stage_numbers
from .job import ExtentJob
from .params import ParamValue
from .production import Payload, quantised, row_sizes, window_size, world_windows
from .raster.latitudes import Latitudes
from .raster.on_plane import LayerOnPlane
from .resample import SeparableResampler, plan_generation
from .tiling import Field, FloatArray, Rect, tiles_covering

VARIABLES = ("temperature", "precipitation")
SINGLE, MEAN, SPREAD = "single", "mean", "spread"
ELEVATION_LAYER, COARSE_LAYER = "elevation", "coarse"
# Where the output is finer than the model, ground above the model's own is colder by this much.
LAPSE_K_PER_M = np.float32(0.0055)
MOST_WINDOW_VALUES = 1 << 24
SMALLEST_WINDOW_PX = 16
KEPT_MONTHS = 3000
"""Months of tiles that stay in memory, 64 KiB each: finer outputs come back to them often."""
KEPT_GROUNDS = 6
WORLD_TILES = 160


@dataclass(frozen=True)
class Asked:
    """What a job asks for: which variable, from which month number, how many of what."""

    variable: str
    first: int
    steps: int
    members: int
    statistic: str

    @classmethod
    def of(cls, parameters: Mapping[str, ParamValue]) -> Asked:
        statistic = str(parameters["statistic"])
        return cls(
            str(parameters["variable"]),
            first_month(parameters),
            int(parameters["steps"]),
            1 if statistic == SINGLE else max(2, int(parameters["members"])),
            statistic,
        )

    @property
    def warmth(self) -> bool:
        return self.variable == VARIABLES[0]


class ClimateProduction:
    """Bands are months; each is a function of place, month number, seed and layers alone."""

    def __init__(
        self, job: ExtentJob, model: TileModel, parameters: Mapping[str, ParamValue]
    ) -> None:
        card = job.package.card
        self._plan = plan_generation(job.grid, card.native_pixel_sizes_m)
        self._rect, self._seed, self._model = job.rect, job.seed, model
        self._stage, self._quantum = card.stages[-1], card.quantum
        self._resampler = SeparableResampler(job.grid, self._plan)
        self._asked = Asked.of(parameters)
        self._resources = ExitStack()
        try:
            self._coarse = self._opened_coarse(job)
            surface = self._opened_surface(job, model, parameters)
            latitudes = Latitudes(job.grid.crs, self._plan.plane_pixel)
            steered = self._coarse is not None
            self._ground = Ground(surface, latitudes, self._stage.halo, steered)
            self._relief = self._opened_relief(job)
        except BaseException:
            self.close()
            raise
        self._grounds: OrderedDict[Rect, FloatArray] = OrderedDict()
        self._months: OrderedDict[tuple[Rect, int], FloatArray] = OrderedDict()

    def close(self) -> None:
        self._resources.close()

    def windows(self) -> Iterator[Rect]:
        size = window_size(self._resampler, self._rect)
        while size > SMALLEST_WINDOW_PX and size * size * self._asked.steps > MOST_WINDOW_VALUES:
            size //= 2
        return world_windows(self._rect, size)

    def read(self, window: Rect) -> Payload:
        return Payload()

    def compute(self, window: Rect, payload: Payload) -> FloatArray:
        source = self._resampler.source_rect(window)
        above = None if self._relief is None else self._relief.read(window) * LAPSE_K_PER_M
        bands = np.empty((self._asked.steps, *window.shape), dtype=np.float32)
        for step in range(self._asked.steps):
            values = self._resampler.apply(self._month(source, step)[None], window)[0]
            if above is not None:
                values = values - above
            if not self._asked.warmth or self._asked.statistic == SPREAD:
                # The resampler's surface swings a little beyond what it passes through.
                values = np.maximum(values, np.float32(0.0))
            bands[step] = values
        return quantised(bands, self._quantum)

    def _month(self, rect: Rect, step: int) -> FloatArray:
        """One step at the model's own pixels, ``(H, W)``."""
        out = np.empty(rect.shape, dtype=np.float32)
        for tile in tiles_covering(rect, self._stage.tile):
            part = tile.intersect(rect)
            rows, cols = part.slices_in(rect)
            tile_rows, tile_cols = part.slices_in(tile)
            out[rows, cols] = self._tile(tile, step)[tile_rows, tile_cols]
        return out

    def _tile(self, tile: Rect, step: int) -> FloatArray:
        found = self._months.get((tile, step))
        if found is None:
            control = self._control(tile, step)
            members = [self._member(tile, step, member, control) for member in self._members()]
            found = _statistic(np.stack(members), self._asked.statistic)
            self._months[tile, step] = found
            while len(self._months) > KEPT_MONTHS:
                self._months.popitem(last=False)
        return found

    def _members(self) -> range:
        return range(self._asked.members)

    def _member(self, tile: Rect, step: int, member: int, control: FloatArray) -> FloatArray:
        factor = 0 if self._coarse is None else self._coarse.factor
        settings = {"month": float(self._asked.first + step), "coarse_px": float(factor)}
        seed = self._seed + member
        request = TileRequest(self._stage.name, tile, seed, control, 1, None, settings)
        values: FloatArray = self._model.compute(request)[0 if self._asked.warmth else 1]
        return values

    def _control(self, tile: Rect, step: int) -> FloatArray:
        still = self._grounds.get(tile)
        if still is None:
            still = self._grounds[tile] = self._ground.read(tile)
            while len(self._grounds) > KEPT_GROUNDS:
                self._grounds.popitem(last=False)
        if self._coarse is None:
            return still
        control = still.copy()
        channel = COARSE_TEMPERATURE + (0 if self._asked.warmth else 1)
        have = tile.grow(self._stage.halo)
        control[channel] = self._coarse.read(step, have, warmth=self._asked.warmth)
        return control

    def _opened_coarse(self, job: ExtentJob) -> CoarseLayer | None:
        if COARSE_LAYER not in job.layers:
            return None
        layer = CoarseLayer(job.layers[COARSE_LAYER], job.grid, self._plan)
        self._resources.callback(layer.close)
        return layer

    def _opened_surface(
        self, job: ExtentJob, model: TileModel, parameters: Mapping[str, ParamValue]
    ) -> Field:
        """The user's elevation, or the land that the seed holds here."""
        given = job.layers.get(ELEVATION_LAYER)
        if given is not None:
            cell = self._plan.plane_pixel / LAND_CELLS
            layer = LayerOnPlane(given.source, given.band, "values", {}, job.grid.crs, cell)
            return self._resources.enter_context(layer)
        card = job.package.card
        world = card.stages[0]
        numbers = stage_numbers(card, parameters)[world.name]
        sizes = row_sizes(job.grid, self._plan)
        pixel_m = world.pixel_sizes_m[0]
        return StageField(model, world, pixel_m, job.seed, numbers, sizes, None, 0, WORLD_TILES)

    def _opened_relief(self, job: ExtentJob) -> FinerRelief | None:
        ground_m = job.grid.pixel_size * job.grid.crs.metres_per_unit
        finer = ground_m < 0.75 * self._plan.native_m
        wanted = self._asked.warmth and self._asked.statistic != SPREAD
        if ELEVATION_LAYER not in job.layers or not finer or not wanted:
            return None
        relief = FinerRelief(job.layers[ELEVATION_LAYER], job.grid, self._plan, self._ground)
        self._resources.callback(relief.close)
        return relief


def _statistic(members: FloatArray, statistic: str) -> FloatArray:
    """``(members, H, W) -> (H, W)``, added up in float64 and in the members' order."""
    if statistic == SINGLE:
        only: FloatArray = members[0]
        return only
    exact = members.astype(np.float64)
    found = exact.mean(0) if statistic == MEAN else exact.std(0, ddof=1)
    result: FloatArray = found.astype(np.float32)
    return result
