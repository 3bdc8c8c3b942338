"""From a checked task to its pixels: the model loaded, and run window by window."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from typing import Callable, Optional

from .climate_production import ClimateProduction
from .engine import Engine, TileModel
from .grid import WorldGrid
from .guided import GuidedProduction
from .job import ExtentJob
from .language import tr
from .layer_control import LayerControl
from .model_thread import ModelThread
from .params import ParamValue
from .pipeline import Pixels, run_pipeline
from .production import ExtentProduction, LayerProduction, Production
from .progress import Progress
from .raster.reader import RasterReader
from .task import Task
from .tiling import Rect


def produce(
    task: Task,
    engine: Engine,
    reader: Optional[RasterReader],
    write: Callable[[Rect, Pixels], None],
    progress: Progress,
    skipped: Callable[[Rect], bool] = lambda window: False,
) -> None:
    """Send every window of ``task``, in world pixels, to ``write``, but those ``skipped``."""
    progress.check()
    progress.update(0.0, tr("Loading model '{model}'").format(model=task.job.package.id))
    with contextlib.closing(ModelThread(task.job, engine, progress)) as model:
        progress.update(0.0, tr("Generating"))
        with contextlib.closing(production_of(task, model, reader)) as made:
            windows = [one for one in made.windows() if not skipped(one)]
            run_pipeline(windows, len(windows), made.read, made.compute, write, progress)


Maker = Callable[[ExtentJob, TileModel, Mapping[str, ParamValue]], Production]


def _landscape(
    job: ExtentJob, model: TileModel, parameters: Mapping[str, ParamValue]
) -> Production:
    return ExtentProduction(job.package.card, model, job.grid, job.rect, job.seed, parameters)


# By the card's task; all others are a cascade that layers may steer.
PRODUCTIONS: Mapping[str, Maker] = {"terrain": _landscape, "climate": ClimateProduction}


def production_of(task: Task, model: TileModel, reader: Optional[RasterReader]) -> Production:
    job = task.job
    card = job.package.card
    if isinstance(job, ExtentJob):
        return PRODUCTIONS.get(card.task, GuidedProduction)(job, model, task.provenance.parameters)
    if reader is None:
        raise ValueError("A job from a layer needs its reader.")
    _, placed, _ = WorldGrid.from_geotransform(
        task.grid.crs, reader.geotransform, reader.width, reader.height
    )
    control = LayerControl(reader, placed)
    looseness = 1.0 - job.fidelity / 100.0
    return LayerProduction(
        card, model, task.grid, task.rect, control, job.scale, looseness, job.seed
    )
