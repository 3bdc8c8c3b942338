"""Models of maps stage by stage: every stage as a field, real rasters in the place of some."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from ..core.card import Stage
from ..core.cascade import StageField
from ..core.engine import TileModel
from ..core.guided import Stacked, matched, stage_numbers
from ..core.package import ModelPackage
from ..core.params import check_all
from ..core.tiling import Field, FloatArray, Rect


class ArrayField:
    """A real raster ``(C, H, W)`` as a field; beyond it, its edge goes on."""

    def __init__(self, values: FloatArray) -> None:
        self._values = values

    def read(self, rect: Rect) -> FloatArray:
        _, height, width = self._values.shape
        rows = np.clip(np.arange(rect.y0, rect.y1), 0, height - 1)
        cols = np.clip(np.arange(rect.x0, rect.x1), 0, width - 1)
        return self._values[:, rows[:, None], cols]


def cascade(
    package: ModelPackage,
    model: TileModel,
    seed: int,
    values: Mapping[str, object],
    given: Mapping[str, Field] | None = None,
    told: Mapping[str, float] | None = None,
) -> dict[str, Field]:
    """Every stage as a field, at its own pixel size; ``given`` ones take the place of stages, which
    are ``told`` more than the parameters say."""
    card = package.card
    defaults = {spec.name: spec.default for spec in card.parameters}
    numbers = stage_numbers(card, check_all(card.parameters, {**defaults, **values}))
    fields: dict[str, Field] = dict(given or {})
    sizes: dict[str, float] = {}
    for stage in card.stages:
        pixel_m = stage.pixel_sizes_m[0]
        sizes[stage.name] = pixel_m
        if stage.name in fields:
            continue
        control = _control(stage, fields, sizes)
        fields[stage.name] = StageField(
            model,
            stage,
            pixel_m,
            seed,
            {**numbers[stage.name], **(told or {})},
            _square,
            control,
            stage.factor,
            8,
        )
    return fields


def _control(stage: Stage, fields: Mapping[str, Field], sizes: Mapping[str, float]) -> Field | None:
    if not stage.factor:
        return None
    names = stage.controls or tuple(sizes)[-2:-1]
    own_m = sizes[stage.name]
    cell_m = own_m * stage.factor
    return Stacked([matched(fields[name], sizes.get(name, own_m), cell_m, False) for name in names])


def _square(rect: Rect, pixel_m: float) -> NDArray[np.float64]:
    return np.full(rect.height, pixel_m)
