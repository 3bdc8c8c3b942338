"""Numpy models of classes, of imagery and of a measure, for what is shown before it is made."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from ...core.card import Band, Style
from ...core.engine import InProcessEngine, TileModel, TileRequest
from ...core.package import ModelPackage
from ...core.tiling import FloatArray
from .guided_models import Sum, guided_package

BANDS = ("near infrared", "red", "green", "blue")
CORNER_PX = 3


class Painted(Sum):
    """Patches of either class; or bands that differ, with gaps, where the card has several."""

    def __init__(self, package: ModelPackage) -> None:
        super().__init__(package)
        self.count = len(package.card.output)
        self.classes = bool(package.card.output[0].classes)

    def compute(self, request: TileRequest) -> FloatArray:
        values = super().compute(request)
        rows, cols = np.ogrid[request.tile.y0 : request.tile.y1, request.tile.x0 : request.tile.x1]
        if self.classes:
            patches = ((rows // 12 + cols // 20 + request.seed) % 2).astype(np.float32)[None]
            return np.where(patches > 0, values, 1.0).astype(np.float32)
        if request.stage != "image":
            return values
        slope = (7 * (rows % 61) + 5 * (cols % 97) + 30 * (request.seed % 7)).astype(np.float32)
        out = np.stack([100.0 * band + slope + values[0] % 300.0 for band in range(self.count)])
        out[:, (rows % 24 < CORNER_PX) & (cols % 24 < CORNER_PX)] = np.nan
        return out.astype(np.float32)


class PaintedEngine(InProcessEngine):
    def problem(self) -> None:
        return None

    def open(self, package: ModelPackage, *_: Any, **__: Any) -> TileModel:
        return Painted(package)


def painted_package(folder: Path, kind: str) -> ModelPackage:
    """A model whose style is ``kind``: classes, rgb, or a ramp by its name."""
    if kind == "classes":
        return guided_package(folder, classes=True)
    names = BANDS if kind == "rgb" else ("amount",)
    bands = tuple(
        Band(name, "int16", "mm", min=20.0 * index, max=800.0 + 50.0 * index, nodata=-32768)
        for index, name in enumerate(names)
    )
    return guided_package(folder, output=bands, style=Style(ramp=kind))
