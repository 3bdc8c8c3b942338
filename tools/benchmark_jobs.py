"""What the benchmarks measure with: the same jobs on the same ground, a clock and a table."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ..core import jobs
from ..core.cascade import StageField, build_cascade
from ..core.catalog import Catalog, bundled_folder
from ..core.engine import TileModel
from ..core.grid import WorldGrid
from ..core.package import ModelPackage
from ..core.params import check_all
from ..core.raster.crs import describe_crs
from ..core.terrain_settings import stage_settings
from ..core.tiling import Rect

_CRS = "EPSG:32632"
# A corner of the world tile grid far from the origin: northing about 5,200 km at 30 m.
_CORNER_Y, _CORNER_X = -173_568, 14_336


def bundled(model_id: str) -> ModelPackage:
    """The bundled model `model_id`.

    Raises
    ------
    SystemExit
        It is not there, or broken.
    """
    catalog = Catalog([bundled_folder()])
    catalog.scan()
    package = catalog.packages.get(model_id)
    if package is None:
        reasons = [f"{folder}: {reason}" for folder, reason in catalog.problems]
        raise SystemExit(f"Model '{model_id}' cannot be used. {' '.join(reasons)}")
    return package


def place(package: ModelPackage, size_px: int) -> Rect:
    """`size_px` squared native pixels from a corner of the model's canonical tiles."""
    tile = package.card.stages[-1].tile
    top, left = _CORNER_Y // tile * tile, _CORNER_X // tile * tile
    return Rect(top, top + size_px, left, left + size_px)


def extent_job(package: ModelPackage, size_px: int, output: Path, seed: int) -> jobs.ExtentJob:
    """A job on that place; whole canonical tiles where `size_px` is a multiple of them."""
    grid = WorldGrid(describe_crs(_CRS), package.card.native_pixel_sizes_m[0])
    parameters = check_all(package.card.parameters, {})
    return jobs.ExtentJob(package, grid, place(package, size_px), seed, parameters, output)


def last_stage(package: ModelPackage, model: TileModel, seed: int) -> StageField:
    """The model's last stage over all those before it, as the jobs put them together."""

    def row_sizes(rect: Rect, pixel_m: float) -> NDArray[np.float64]:
        return np.full(rect.height, pixel_m)

    settings = stage_settings(package.card, check_all(package.card.parameters, {}))
    return build_cascade(model, package.card.stages, 0, seed, settings, row_sizes)


def timed(action: Callable[[], object]) -> float:
    """Seconds that it takes."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """In Markdown."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"
