"""Any cascade of stages over an extent, steered by layers that a user gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack

import numpy as np

from .card import ModelCard, Stage
from .cascade import StageField, control_rect, step_settings
from .engine import TileModel
from .grid import WorldGrid
from .job import ExtentJob, LayerSource
from .language import tr
from .nearest import NearestResampler
from .params import ParamValue
from .production import RESAMPLED_TILES, Payload, quantised, row_sizes, window_size, world_windows
from .raster.on_plane import Kind, LayerOnPlane
from .resample import GenerationPlan, SeparableResampler, plan_generation
from .terrain_settings import stage_settings
from .tiling import Field, FloatArray, Rect, block_means, tiles_covering

CONTINENT_NET = "continent_wag"
COARSE_TILES = 24
"""Tiles of the earlier stages that stay in memory."""


class GuidedProduction:
    """What a job without a coarse raster computes: its layers and earlier stages steer each stage.

    Where a layer has the name of a stage, it takes the place of that stage. `close` ends reading.
    """

    def __init__(
        self,
        job: ExtentJob,
        model: TileModel,
        parameters: Mapping[str, ParamValue],
        extra: Mapping[str, float] | None = None,
    ) -> None:
        card = job.package.card
        plan = plan_generation(job.grid, card.native_pixel_sizes_m)
        categorical = bool(card.output[0].classes)
        self._rect, self._last = job.rect, card.stages[-1]
        self._identity = plan.kind == "identity"
        self._resampler: NearestResampler | SeparableResampler = (
            NearestResampler(job.grid, plan) if categorical else SeparableResampler(job.grid, plan)
        )
        self._quantum = 0.0 if categorical else card.quantum
        self._resources = ExitStack()
        self._layers: list[LayerOnPlane] = []
        try:
            self._field = self._cascade(job, plan, model, stage_numbers(card, parameters), extra)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        self._resources.close()

    def windows(self) -> Iterator[Rect]:
        size = self._last.tile if self._identity else window_size(self._resampler, self._rect)
        return world_windows(self._rect, size)

    def read(self, window: Rect) -> Payload:
        """Bring the layers' blocks into memory, while another window is computed."""
        for tile in tiles_covering(self._resampler.source_rect(window), self._last.tile):
            cells = control_rect(self._last, tile)
            for layer in self._layers:
                layer.read(cells.refine(self._last.multiple // self._last.factor))
        return Payload()

    def compute(self, window: Rect, payload: Payload) -> FloatArray:
        source = self._field.read(self._resampler.source_rect(window))
        return quantised(self._resampler.apply(source, window), self._quantum)

    def _cascade(
        self,
        job: ExtentJob,
        plan: GenerationPlan,
        model: TileModel,
        settings: Mapping[str, Mapping[str, float]],
        extra: Mapping[str, float] | None,
    ) -> Field:
        card = job.package.card
        native = card.native_pixel_sizes_m.index(plan.native_m)
        sizes = row_sizes(job.grid, plan)
        fields: dict[str, tuple[Field, float]] = {}
        for stage in card.stages:
            pixel_m = stage.pixel_sizes_m[native]
            if stage.name in job.layers and stage is not self._last:
                continue
            control = self._control(job, plan, stage, pixel_m, fields)
            numbers = {
                **step_settings(card.stages, stage),
                **settings[stage.name],
                **(extra or {}),
            }
            kept = COARSE_TILES
            if stage is self._last:
                kept = 1 if self._identity else RESAMPLED_TILES
            fields[stage.name] = (
                StageField(
                    model, stage, pixel_m, job.seed, numbers, sizes, control, stage.factor, kept
                ),
                pixel_m,
            )
        return fields[self._last.name][0]

    def _control(
        self,
        job: ExtentJob,
        plan: GenerationPlan,
        stage: Stage,
        pixel_m: float,
        fields: Mapping[str, tuple[Field, float]],
    ) -> Field | None:
        if not stage.factor:
            return None
        cell_m = pixel_m * stage.factor
        names = stage.controls or tuple(fields)[-1:]
        kinds = {layer.name: layer.kind for layer in job.package.card.layers}
        parts: list[Field] = []
        for name in names:
            if name in job.layers:
                cell = plan.plane_pixel * (cell_m / plan.native_m)
                layer = _opened(job.layers[name], kinds[name], job.grid, cell)
                self._layers.append(self._resources.enter_context(layer))
                parts.append(layer)
            elif name in fields:
                field, above_m = fields[name]
                parts.append(matched(field, above_m, cell_m, kinds.get(name) == "classes"))
            else:
                parts.append(Unknown())
        return Stacked(parts)


class Unknown:
    """What nobody has given: NaN everywhere."""

    def read(self, rect: Rect) -> FloatArray:
        return np.full((1, *rect.shape), np.nan, dtype=np.float32)


class Stacked:
    """Several fields on one lattice, as one of all their bands."""

    def __init__(self, parts: list[Field]) -> None:
        self._parts = parts

    def read(self, rect: Rect) -> FloatArray:
        return np.concatenate([part.read(rect) for part in self._parts])


class Reduced:
    """A field at cells ``ratio`` times larger: their means, or for classes their middle pixel."""

    def __init__(self, source: Field, ratio: int, classes: bool) -> None:
        self._source, self._ratio, self._classes = source, ratio, classes

    def read(self, rect: Rect) -> FloatArray:
        values = self._source.read(rect.refine(self._ratio))
        if self._classes:
            middle = self._ratio // 2
            return values[:, middle :: self._ratio, middle :: self._ratio]
        return block_means(values, self._ratio)


class Enlarged:
    """A field at cells ``ratio`` times smaller: repeated for classes, else bilinear."""

    def __init__(self, source: Field, ratio: int, classes: bool) -> None:
        self._source, self._ratio, self._classes = source, ratio, classes

    def read(self, rect: Rect) -> FloatArray:
        cells = rect.coarsen(self._ratio)
        if self._classes:
            values = self._source.read(cells)
            fine = values.repeat(self._ratio, axis=1).repeat(self._ratio, axis=2)
            rows, cols = rect.slices_in(cells.refine(self._ratio))
            return fine[:, rows, cols]
        around = cells.grow(1)
        values = self._source.read(around)
        for axis, low, high, origin in (
            (1, rect.y0, rect.y1, around.y0),
            (2, rect.x0, rect.x1, around.x0),
        ):
            values = _interpolated(values, axis, low, high, origin, self._ratio)
        return values


def _interpolated(
    values: FloatArray, axis: int, low: int, high: int, origin: int, ratio: int
) -> FloatArray:
    """Cells ``low`` to ``high`` of the finer lattice along ``axis``, which starts at ``origin``."""
    # In halves of the finer cells, so that a cell's weights are those of its phase alone.
    place = 2 * np.arange(low, high) + 1 - ratio
    first = place // (2 * ratio)
    share = ((place - first * 2 * ratio) / np.float32(2 * ratio)).astype(np.float32)
    moved = np.moveaxis(values, axis, 0)
    weight = share.reshape(-1, *([1] * (moved.ndim - 1)))
    mixed = moved[first - origin] * (np.float32(1.0) - weight) + moved[first - origin + 1] * weight
    return np.moveaxis(mixed, 0, axis)


def matched(source: Field, source_m: float, cell_m: float, classes: bool) -> Field:
    """``source``, whose pixels are ``source_m`` wide, on cells of ``cell_m``; `ValueError` where
    neither is a whole number of the other."""
    if abs(cell_m / source_m - 1.0) < 1e-6:
        return source
    coarser = cell_m > source_m
    ratio = cell_m / source_m if coarser else source_m / cell_m
    whole = round(ratio)
    if abs(whole - ratio) > 1e-6:
        raise ValueError(
            tr("Cells of {cell:g} m do not fit pixels of {pixel:g} m.").format(
                cell=cell_m, pixel=source_m
            )
        )
    return Reduced(source, whole, classes) if coarser else Enlarged(source, whole, classes)


def stage_numbers(
    card: ModelCard, parameters: Mapping[str, ParamValue]
) -> dict[str, dict[str, float]]:
    """The settings of each stage: every parameter as a number, an enum as its option's index, and
    the numbers of a preset that an enum names."""
    numbers: dict[str, float] = {}
    for spec in card.parameters:
        value = parameters[spec.name]
        if spec.kind == "enum":
            numbers.update(card.presets.get(str(value), {}))
            value = [option.value for option in spec.options].index(str(value))
        numbers[spec.name] = float(value)
    found = {stage.name: dict(numbers) for stage in card.stages}
    first = card.stages[0]
    if first.net.key == CONTINENT_NET:
        found[first.name] = stage_settings(card, parameters)[first.name]
    return found


def _opened(source: LayerSource, kind: str, grid: WorldGrid, cell: float) -> LayerOnPlane:
    how: Kind = "classes" if kind == "classes" else "values"
    return LayerOnPlane(source.source, source.band, how, source.classes, grid.crs, cell)
