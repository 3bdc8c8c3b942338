"""From a checked task to its pixels: the model loaded, and run window by window."""

from __future__ import annotations

import contextlib
from typing import Callable, Optional

from .engine import Engine, TileModel
from .grid import WorldGrid
from .job import ExtentJob
from .layer_control import LayerControl
from .model_thread import ModelThread
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
    progress.update(0.0, f"Loading model '{task.job.package.id}'")
    with contextlib.closing(ModelThread(task.job, engine, progress)) as model:
        progress.update(0.0, "Generating")
        production = _production(task, model, reader)
        windows = [one for one in production.windows() if not skipped(one)]
        run_pipeline(windows, len(windows), production.read, production.compute, write, progress)


def _production(task: Task, model: TileModel, reader: Optional[RasterReader]) -> Production:
    job = task.job
    card = job.package.card
    if isinstance(job, ExtentJob):
        parameters = task.provenance.parameters
        return ExtentProduction(card, model, task.grid, task.rect, job.seed, parameters)
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
