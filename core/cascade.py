"""A model's stages as fields over the generation plane, each steered by the one before."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from typing import Callable

import numpy as np
from numpy.typing import NDArray

from .card import Stage
from .engine import TileModel, TileRequest
from .language import tr
from .tiling import Field, FloatArray, Rect, TiledField, block_means

RowSizes = Callable[[Rect, float], NDArray[np.float64]]
"""``(rect, pixel_m) -> (H,)``: ground size of each row's pixels of nominal size ``pixel_m``."""


def control_rect(stage: Stage, tile: Rect) -> Rect:
    """The cells of the stage's own stride that a canonical tile depends on."""
    return tile.coarsen(stage.multiple).grow(stage.halo // stage.multiple)


def noise_salt(model_id: str, stage: str) -> int:
    """Keeps the noise of different models and stages apart; stable across weights versions."""
    return zlib.crc32(f"{model_id}/{stage}".encode("ascii"))


# Settings of a stage of terrain: the width of the blocks whose means it keeps, in its own pixels,
# and whether it levels lakes.
KEPT_PX, LAKES = "kept_px", "lakes"
ELEVATION_NETS = frozenset(("elevation_wag", "elevation_passes"))


class BlockMeans:
    """Another field at a coarser pixel size: means of ``ratio`` x ``ratio`` blocks, band 0."""

    def __init__(self, source: Field, ratio: int) -> None:
        self._source = source
        self._ratio = ratio

    def read(self, rect: Rect) -> FloatArray:
        values = self._source.read(rect.refine(self._ratio))[:1]
        return values if self._ratio == 1 else block_means(values, self._ratio)


class StageField:
    """One stage over the endless lattice of its pixel size."""

    def __init__(
        self,
        model: TileModel,
        stage: Stage,
        pixel_m: float,
        seed: int,
        settings: Mapping[str, float],
        row_sizes: RowSizes,
        control: Field | None,
        control_factor: int,
        capacity: int,
    ) -> None:
        self._model = model
        self._stage = stage
        self._pixel_m = pixel_m
        self._seed = seed
        self._settings = settings
        self._row_sizes = row_sizes
        self._control = control
        self._factor = control_factor
        self._tiles = TiledField(self.compute, stage.tile, capacity)

    def read(self, rect: Rect) -> FloatArray:
        return self._tiles.read(rect)

    def read_control(self, tile: Rect) -> FloatArray | None:
        """What :meth:`compute` needs for ``tile``; may run in another thread than it."""
        if self._control is None:
            return None
        cells = control_rect(self._stage, tile)
        return self._control.read(cells.refine(self._stage.multiple // self._factor))

    def compute(self, tile: Rect) -> FloatArray:
        return self.compute_with(tile, self.read_control(tile))

    def compute_with(self, tile: Rect, control: FloatArray | None) -> FloatArray:
        """One canonical tile from a control that was read before."""
        stage = self._stage
        cells = control_rect(stage, tile)
        sizes = self._row_sizes(cells, self._pixel_m * stage.multiple) / stage.multiple
        request = TileRequest(
            stage.name, tile, self._seed, control, self._factor, sizes, self._settings
        )
        return self._model.compute(request)


def build_cascade(
    model: TileModel,
    stages: Sequence[Stage],
    native_index: int,
    seed: int,
    settings: Mapping[str, Mapping[str, float]],
    row_sizes: RowSizes,
    kept_tiles: int = 1,
) -> StageField:
    """The last stage of a cascade that needs no input, for one of the native pixel sizes.

    ``settings`` are by stage name. A stage's control is the stage before, as means of blocks.
    ``kept_tiles`` of the last stage stay in memory.
    """
    field: StageField | None = None
    above_m = 0.0
    for stage in stages:
        pixel_m = stage.pixel_sizes_m[native_index]
        control = None
        if field is not None:
            control = BlockMeans(field, _whole(pixel_m * stage.factor / above_m, stage))
        field = StageField(
            model,
            stage,
            pixel_m,
            seed,
            {**step_settings(stages, stage), **settings.get(stage.name, {})},
            row_sizes,
            control,
            stage.factor,
            kept_tiles if stage is stages[-1] else COARSE_TILES,
        )
        above_m = pixel_m
    if field is None:
        raise ValueError("A cascade needs at least one stage.")
    return field


# Tiles of the coarser stages that stay in memory: they are small and serve many tiles each.
COARSE_TILES = 48


def build_refinement(
    model: TileModel,
    stages: Sequence[Stage],
    scale: int,
    pixel_m: float,
    seed: int,
    looseness: float,
    row_sizes: RowSizes,
    source: Field,
    kept_tiles: int = 1,
) -> StageField:
    """Finer ground of ``pixel_m`` from ``source``, whose cells are ``scale`` pixels wide.

    Every step keeps the means of the source's own cells.
    """
    steps = refining(stages, scale)
    whole = scale
    for index, (stage, factor) in enumerate(steps):
        scale //= factor
        settings = {"looseness": looseness, **step_settings(stages, stage)}
        settings[KEPT_PX] = float(min(whole // scale, stage.multiple))
        field = StageField(
            model,
            stage,
            pixel_m * scale,
            seed,
            settings,
            row_sizes,
            source,
            factor,
            kept_tiles if index == len(steps) - 1 else COARSE_TILES,
        )
        # What a step invented is the next one's to keep.
        source, looseness = BlockMeans(field, 1), 0.0
    return field


def step_settings(stages: Sequence[Stage], stage: Stage) -> dict[str, float]:
    """Of a step of terrain among ``stages``: blocks as wide as its stride keep their means, since
    smaller ones would show; and only the last one looks for lakes. Nothing for other stages."""
    if stage.net.key not in ELEVATION_NETS:
        return {}
    following = stages[stages.index(stage) + 1 :]
    is_last = not any(one.net.key in ELEVATION_NETS for one in following)
    return {KEPT_PX: float(stage.multiple), LAKES: float(is_last)}


def refining(stages: Sequence[Stage], scale: int) -> list[tuple[Stage, int]]:
    """The last stages, coarsest first, that together refine by ``scale``, and by how much each.

    Each refines by its own factor, the first of them by what is left.
    """
    found: list[tuple[Stage, int]] = []
    for stage in reversed(stages):
        own = min(max(stage.factor, 1), scale)
        found.append((stage, own))
        scale //= own
        if scale == 1:
            break
    coarsest, own = found[-1]
    found[-1] = (coarsest, own * scale)
    return found[::-1]


def _whole(ratio: float, stage: Stage) -> int:
    whole = round(ratio)
    if whole < 1 or abs(whole - ratio) > 1e-6:
        raise ValueError(
            tr(
                "A control cell of stage '{stage}' is {ratio:g} pixels of the stage "
                "before; it must be a whole number of them."
            ).format(stage=stage.name, ratio=ratio)
        )
    return whole
