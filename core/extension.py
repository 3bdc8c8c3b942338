"""A Terraloom raster made larger: what exists is copied, only what is missing is generated."""

from __future__ import annotations

import json
import time
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Callable, Optional

import numpy as np

from .catalog import Catalog
from .claims import check_inputs, check_place, job_of, maker_of
from .engine import Engine
from .errors import InputError, ProvenanceError
from .estimate import Estimate
from .execution import produce
from .grid import Extent
from .job import ExtentJob, Job, LayerJob
from .jobs import JobResult, estimate_task, shown_writer
from .language import tr
from .output_raster import raster_spec
from .package import ModelPackage
from .pipeline import Pixels
from .progress import Progress, SubProgress
from .provenance import PREFIX, Provenance
from .raster.reader import RasterReader
from .raster.spec import as_read
from .raster.writer import RasterWriter
from .task import Task, checked, opened_source, source_name
from .tiling import FloatArray, Rect
from .version import software_versions

EXTENDED_TAG = f"{PREFIX}EXTENDED"
GENERATING_SHARE = 0.85
COPYING_SHARE = 0.92
"""Where the progress bar stands when the old pixels are copied; finishing takes the rest."""


@dataclass(frozen=True)
class Extension:
    """A job for a larger rectangle, and the raster that holds a part of it already."""

    job: Job
    old: Path
    made: Provenance

    @property
    def kept(self) -> Rect:
        """What exists, in world pixels."""
        return self.made.rect

    def written_to(self, output: Path) -> Extension:
        """The same extension with its output there; `InputError` where that is the old raster."""
        _check_output(self.old, output)
        return replace(self, job=replace(self.job, output=output))


@dataclass(frozen=True)
class ExtensionRequest:
    """What a user asks for; ``source`` and ``model`` only where the tags cannot tell them.

    ``extent`` is in the raster's own CRS, and the result covers it and the old raster.
    """

    path: Path
    extent: Extent
    output: Path
    source: Optional[str] = None
    model: Optional[ModelPackage] = None
    device: str = "auto"
    creation_options: tuple[str, ...] = ()


def read_extension(request: ExtensionRequest, packages: Catalog) -> Extension:
    """The job that ``request`` is; an error says why there is none."""
    _check_output(request.path, request.output)
    with RasterReader(str(request.path)) as claimed:
        tags = claimed.tags()
        made = Provenance.from_tags(tags)
        package = maker_of(made, packages, request.model)
        job = job_of(made, tags, package, request.path, request.source, request.device)
        with opened_source(job) as reader:
            check_place(claimed, checked(job, reader, {}))
        job = _enlarged(job, made, request.extent.checked())
    job = replace(job, output=request.output, creation_options=request.creation_options)
    extension = Extension(job, request.path, made)
    with opened_source(job) as reader:
        rect = checked(job, reader, {}).rect
    if extension.kept.contains(rect):
        message = tr(
            "The raster covers the extent {extent} already. Choose an extent that "
            "reaches beyond it."
        ).format(extent=request.extent.text())
        raise InputError("EXTENT", request.extent.text(), message)
    return extension


def estimate(extension: Extension) -> Estimate:
    """What the missing part will cost; the size is that of the whole."""
    with opened_source(extension.job) as reader:
        return estimate_task(_missing(checked(extension.job, reader, {}), extension.kept))


def extend(extension: Extension, engine: Engine, progress: Progress) -> JobResult:
    """Write the larger raster; it has the pixels, and the tags, of one generated as a whole.

    A pixel that lies in a tile across the old edge is generated too and compared, so that an old
    raster that was edited, or made by something else, is refused instead of leaving a seam.
    """
    started = time.monotonic()
    job, kept = extension.job, extension.kept
    with ExitStack() as opened:
        reader = opened.enter_context(opened_source(job))
        check_inputs(extension.made, job, reader, progress)
        task = checked(job, reader, software_versions(engine.versions()))
        estimate_task(_missing(task, kept))
        tags = _tags(task, extension)
        spec = raster_spec(task, tags)
        old = [
            opened.enter_context(RasterReader(str(extension.old), band + 1))
            for band in range(len(spec.bands))
        ]
        writer = opened.enter_context(RasterWriter(job.output, spec))
        write = shown_writer(task, writer, progress)
        join = _Join(old, kept, writer, write, job.package.card.tolerance.cpu_gpu)
        generating = SubProgress(progress, 0.0, GENERATING_SHARE)
        produce(task, engine, reader, join.generated, generating, join.skip)
        join.copy(SubProgress(progress, GENERATING_SHARE, COPYING_SHARE))
        progress.update(COPYING_SHARE, tr("Finishing the file"))
        path = writer.finish(SubProgress(progress, COPYING_SHARE, 1.0))
    messages = (*task.messages, *join.messages())
    made_px = task.rect.height * task.rect.width - kept.height * kept.width
    return JobResult(path, messages, time.monotonic() - started, made_px)


class _Join:
    """Puts old and new pixels together."""

    def __init__(
        self,
        old: list[RasterReader],
        kept: Rect,
        writer: RasterWriter,
        write: Callable[[Rect, Pixels], None],
        tolerance: float,
    ) -> None:
        self._old = old
        self._kept = kept
        self._writer = writer
        self._write = write
        self._tolerance = tolerance
        self._copied: list[Rect] = []
        self._largest = 0.0

    def skip(self, window: Rect) -> bool:
        """Whether all of ``window`` exists; `copy` then writes it."""
        exists = self._kept.contains(window)
        if exists:
            self._copied.append(window)
        return exists

    def generated(self, window: Rect, values: Pixels) -> None:
        """Write a new window, with the old pixels where it has some."""
        shared = window.intersect(self._kept)
        if not shared.is_empty:
            there = self._read(shared)
            rows, cols = shared.slices_in(window)
            self._compare(there, as_read(values[:, rows, cols], self._writer.spec.bands))
            values = values.copy()
            values[:, rows, cols] = there
        self._write(window, values)

    def copy(self, progress: Progress) -> None:
        for number, window in enumerate(self._copied):
            progress.check()
            progress.update(number / len(self._copied), tr("Copying what exists"))
            self._write(window, self._read(window))

    def messages(self) -> tuple[str, ...]:
        if self._largest == 0.0:
            return ()
        return (
            tr(
                "Along the old edge, old and new pixels differ by up to {gap:.3g}, "
                "which is what another device may change."
            ).format(gap=self._largest),
        )

    def _read(self, window: Rect) -> FloatArray:
        place = window.shift(-self._kept.y0, -self._kept.x0)
        return np.concatenate([band.read(place) for band in self._old])

    def _compare(self, there: FloatArray, here: Pixels) -> None:
        missing = np.isnan(there)
        if not np.array_equal(missing, np.isnan(here)):
            gap = float("inf")
        else:
            apart = np.abs(there - here.astype(np.float32, copy=False))
            gap = float(apart[~missing].max(initial=0.0))
        if gap > self._tolerance:
            raise ProvenanceError(
                tr(
                    "The raster is not what its tags say: along its edge it differs from "
                    "them by up to {gap:.3g}, so that new pixels would not fit. Use the "
                    "raster as it was made, or generate the larger extent anew."
                ).format(gap=gap)
            )
        self._largest = max(self._largest, gap)


def _check_output(old: Path, output: Path) -> None:
    if old.resolve() == output.resolve():
        message = tr(
            "The output '{output}' is the input itself. Choose another output file."
        ).format(output=output)
        raise InputError("OUTPUT", str(output), message)


def _enlarged(job: Job, made: Provenance, extent: Extent) -> Job:
    """The job over the old rectangle and ``extent``."""
    if isinstance(job, ExtentJob):
        return replace(job, rect=made.rect.union(job.grid.snap(extent)))
    old = job.extent
    if old is None:
        raise ValueError("A raster from a layer has an extent.")
    whole = Extent(
        min(old.xmin, extent.xmin),
        min(old.ymin, extent.ymin),
        max(old.xmax, extent.xmax),
        max(old.ymax, extent.ymax),
    )
    return replace(job, extent=whole)


def _missing(task: Task, kept: Rect) -> Task:
    """The task as far as its cost goes."""
    whole = task.rect.height * task.rect.width
    share = 1.0 - kept.height * kept.width / whole
    return replace(task, generated_px=max(round(task.generated_px * share), 1))


def _tags(task: Task, extension: Extension) -> dict[str, str]:
    kept, made = extension.kept, extension.made
    record = {
        "rect": [kept.y0, kept.y1, kept.x0, kept.x1],
        "versions": dict(made.versions),
    }
    inputs = made.inputs
    if isinstance(task.job, LayerJob):  # the same content, but perhaps by another name
        inputs = tuple(replace(one, source_name=source_name(task.job.source)) for one in inputs)
    elif task.job.layers:
        layers = task.job.layers
        inputs = tuple(
            replace(one, source_name=source_name(layers[one.name.lower()].source)) for one in inputs
        )
    provenance = replace(task.provenance, inputs=inputs)
    return {
        **provenance.to_tags(),
        f"{PREFIX}BAND": str(getattr(task.job, "band", "")),
        EXTENDED_TAG: json.dumps(record, sort_keys=True, separators=(",", ":")),
    }
