"""What Terraloom can do, as plain calls: estimate a job, run it, verify its output."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Callable

import numpy as np

from .engine import Engine
from .errors import InputError
from .estimate import Estimate, estimate_extent, refuse
from .execution import produce
from .job import ExtentJob, Job, LayerJob, LayerSource
from .language import tr
from .output_raster import raster_spec
from .pipeline import Pixels
from .progress import Progress, SubProgress, WindowProgress
from .raster.drivers import choose_format
from .raster.temporary import check_target
from .raster.writer import RasterWriter, temporary_bytes
from .task import SCALES, Task, checked, input_records, opened_source
from .tiling import Rect
from .verification import Verification, verify
from .version import software_versions

__all__ = [
    "SCALES",
    "ExtentJob",
    "Job",
    "JobResult",
    "LayerJob",
    "LayerSource",
    "Verification",
    "estimate",
    "run",
    "verify",
]

DEFAULT_GFLOP_PER_MPX = 50.0
COMPUTE_SHARE = 0.92
"""Share of the progress bar that computing takes; finishing the file takes the rest."""


@dataclass(frozen=True)
class JobResult:
    path: Path
    messages: tuple[str, ...]
    seconds: float
    pixels: int


def estimate(job: Job) -> Estimate:
    """What the job will cost; raises for a job that cannot be done, whatever the reason."""
    with opened_source(job) as reader:
        task = checked(job, reader, {})
    return estimate_task(task)


def run(job: Job, engine: Engine, progress: Progress) -> JobResult:
    """Do the job; the output appears complete under its name, or not at all."""
    started = time.monotonic()
    with opened_source(job) as reader:
        task = checked(job, reader, software_versions(engine.versions()))
        estimate_task(task)
        for message in task.messages:
            progress.info(message)
        inputs = input_records(job, reader, progress)
        provenance = replace(task.provenance, inputs=inputs)
        tags = {**provenance.to_tags(), "TERRALOOM_BAND": str(getattr(job, "band", ""))}
        with RasterWriter(job.output, raster_spec(task, tags)) as writer:
            write = shown_writer(task, writer, progress)
            produce(task, engine, reader, write, SubProgress(progress, 0.0, COMPUTE_SHARE))
            progress.update(COMPUTE_SHARE, tr("Finishing the file"))
            path = writer.finish(SubProgress(progress, COMPUTE_SHARE, 1.0))
    pixels = task.rect.height * task.rect.width
    return JobResult(path, task.messages, time.monotonic() - started, pixels)


def shown_writer(
    task: Task, writer: RasterWriter, progress: Progress
) -> Callable[[Rect, Pixels], None]:
    """Writes windows, in world pixels, and shows each to a progress that wants to see it."""
    watch = progress.window_done if isinstance(progress, WindowProgress) else None

    def write(window: Rect, values: Pixels) -> None:
        writer.write(window.shift(-task.rect.y0, -task.rect.x0), values)
        if watch is not None:
            watch(task, window, values)

    return write


def estimate_task(task: Task) -> Estimate:
    """What a checked job will cost; raises where it cannot be written."""
    job, card = task.job, task.job.package.card
    _check_output(job)
    folder = job.output.absolute().parent
    spec = raster_spec(task, {})
    found = estimate_extent(
        task.grid,
        task.rect,
        len(spec.bands),
        np.dtype(spec.dtype).itemsize,
        card.training.metrics.get("gflop_per_mpx", DEFAULT_GFLOP_PER_MPX),
        folder,
        temporary_bytes=temporary_bytes(spec),
        generated_px=task.generated_px,
    )
    refuse(task.grid, task.rect, found, folder)
    return replace(found, warnings=(*found.warnings, *task.messages))


def _check_output(job: Job) -> None:
    """Raise `InputError` unless a file of the format asked for can be put where it should go."""
    for given in _sources(job):
        source = Path(given)
        if source.exists() and source.resolve() == job.output.resolve():
            message = tr(
                "The output '{output}' is the input itself. Choose another output file."
            ).format(output=job.output)
            raise InputError("OUTPUT", str(job.output), message)
    choose_format(job.output, job.creation_options, job.package.card.output[0].dtype)
    check_target(job.output)


def _sources(job: Job) -> list[str]:
    if isinstance(job, LayerJob):
        return [job.source]
    return [layer.source for layer in job.layers.values()]
