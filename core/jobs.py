"""What Terraloom can do, as plain calls: estimate a job, run it, verify its output."""

from __future__ import annotations

import contextlib
import math
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Optional, Union

import numpy as np

from .catalog import Catalog
from .engine import Engine, TileModel
from .errors import InputError, ProvenanceError
from .estimate import Estimate, estimate_extent, refuse
from .grid import Extent, GeoTransform, WorldGrid
from .layer_control import LayerControl
from .package import ModelPackage
from .params import ParamValue, check_all
from .pipeline import run_pipeline
from .production import ExtentProduction, LayerProduction, Production
from .progress import Progress, SubProgress
from .provenance import InputRecord, Provenance
from .raster.crs import describe_crs
from .raster.reader import RasterReader
from .raster.writer import BandSpec, RasterSpec, RasterWriter
from .resample import SeparableResampler, plan_generation
from .tiling import FloatArray, Rect
from .units import number_text
from .version import software_versions

SCALES = (2, 4, 8, 16)
DEFAULT_GFLOP_PER_MPX = 50.0
COMPUTE_SHARE = 0.92
"""Share of the progress bar that computing takes; finishing the file takes the rest."""


@dataclass(frozen=True)
class ExtentJob:
    """A raster from nothing but a place, a seed and parameters."""

    package: ModelPackage
    grid: WorldGrid
    rect: Rect
    seed: int
    parameters: Mapping[str, ParamValue]
    output: Path
    device: str = "auto"
    creation_options: tuple[str, ...] = ()


@dataclass(frozen=True)
class LayerJob:
    """A raster ``scale`` times finer than ``source``; ``fidelity`` 0 to 100 percent."""

    package: ModelPackage
    source: str
    band: int
    extent: Optional[Extent]
    scale: int
    fidelity: float
    seed: int
    parameters: Mapping[str, ParamValue] = field(default_factory=dict)
    output: Path = Path("output.tif")
    device: str = "auto"
    creation_options: tuple[str, ...] = ()


Job = Union[ExtentJob, LayerJob]


@dataclass(frozen=True)
class JobResult:
    path: Path
    messages: tuple[str, ...]
    seconds: float
    pixels: int


@dataclass(frozen=True)
class Verification:
    """What regenerating a raster showed; ``max_difference`` in the unit of its band."""

    matches: bool
    identical_share: float
    max_difference: float
    tags: Mapping[str, str]
    message: str


@dataclass(frozen=True)
class _Task:
    """A job that is checked: where its pixels lie, and what its tags will say."""

    job: Job
    grid: WorldGrid
    rect: Rect
    geotransform: GeoTransform
    provenance: Provenance
    messages: tuple[str, ...] = ()


def estimate(job: Job) -> Estimate:
    """What the job will cost; raises for a job that cannot be done."""
    with _opened_source(job) as reader:
        task = _checked(job, reader, {})
    return _estimate(task)


def run(job: Job, engine: Engine, progress: Progress) -> JobResult:
    """Do the job; the output appears complete under its name, or not at all."""
    started = time.monotonic()
    with _opened_source(job) as reader:
        versions = software_versions(engine.versions())
        task = _checked(job, reader, versions)
        _estimate(task)
        for message in task.messages:
            progress.info(message)
        provenance = task.provenance
        if reader is not None:
            record = InputRecord("INPUT", _source_name(reader.path), reader.content_hash(progress))
            provenance = replace(provenance, inputs=(record,))
        tags = {**provenance.to_tags(), "TERRALOOM_BAND": str(getattr(job, "band", ""))}
        spec = _raster_spec(task, tags)
        progress.check()
        model = engine.open(job.package, job.device)
        with contextlib.closing(model), RasterWriter(job.output, spec) as writer:
            production = _production(task, model, reader)

            def write(window: Rect, values: FloatArray) -> None:
                writer.write(window.shift(-task.rect.y0, -task.rect.x0), values)

            _produce(production, write, SubProgress(progress, 0.0, COMPUTE_SHARE))
            path = writer.finish(SubProgress(progress, COMPUTE_SHARE, 1.0))
    pixels = task.rect.height * task.rect.width
    return JobResult(path, task.messages, time.monotonic() - started, pixels)


def verify(
    path: Path,
    packages: Catalog,
    engine: Engine,
    progress: Progress,
    source: Optional[str] = None,
    device: str = "auto",
) -> Verification:
    """Make a Terraloom output again and compare every pixel.

    ``source`` is the raster it was made from, for an algorithm that has an input.
    """
    with RasterReader(str(path)) as claimed:
        tags = claimed.tags()
        made = Provenance.from_tags(tags)
        package = packages.get(made.model_id)
        if package.weights_hash != made.weights_hash:
            raise ProvenanceError(
                f"The raster was made by model '{made.model_id}' with weights "
                f"{made.weights_hash}, but version {package.card.version} with weights "
                f"{package.weights_hash} is installed. Install the Terraloom version "
                f"{made.versions.get('terraloom', 'that made it')} to verify it."
            )
        job = _job_of(made, tags, package, path, source, device)
        with _opened_source(job) as reader:
            _check_input(made, reader, progress)
            task = _checked(job, reader, {})
            if (claimed.height, claimed.width) != task.rect.shape:
                raise ProvenanceError(
                    f"The raster has {claimed.width} x {claimed.height} pixels, but its tags say "
                    f"{task.rect.width} x {task.rect.height}. It was cropped or resampled."
                )
            comparison = _Comparison(claimed, task.rect)
            model = engine.open(package, device)
            with contextlib.closing(model):
                _produce(_production(task, model, reader), comparison.add, progress)
    return comparison.verdict(tags, package.card.tolerance.cpu_gpu)


class _Comparison:
    """Counts where a claimed raster and its regeneration agree."""

    def __init__(self, claimed: RasterReader, rect: Rect) -> None:
        self._claimed = claimed
        self._rect = rect
        self._same = 0
        self._pixels = 0
        self._largest = 0.0

    def add(self, window: Rect, values: FloatArray) -> None:
        there = self._claimed.read(window.shift(-self._rect.y0, -self._rect.x0))
        same = (there == values) | (np.isnan(there) & np.isnan(values))
        self._same += int(same.sum())
        self._pixels += same.size
        if not same.all():
            gap = np.abs(there - values)[~same]
            worst = math.inf if np.isnan(gap).any() else float(gap.max())
            self._largest = max(self._largest, worst)

    def verdict(self, tags: Mapping[str, str], tolerance: float) -> Verification:
        share = self._same / max(self._pixels, 1)
        matches = self._largest <= tolerance
        if share == 1.0:
            message = "Every pixel is what the tags say."
        elif matches:
            message = (
                f"{share:.4%} of the pixels are identical; the rest differ by at most "
                f"{self._largest:.3g}, which is what another device may change."
            )
        else:
            message = (
                f"The raster is not what its tags say: {1 - share:.4%} of the pixels differ, by "
                f"up to {self._largest:.3g}."
            )
        return Verification(matches, share, self._largest, tags, message)


def _produce(production: Production, write: object, progress: Progress) -> None:
    windows = list(production.windows())
    run_pipeline(windows, len(windows), production.read, production.compute, write, progress)  # type: ignore[arg-type]


@contextlib.contextmanager
def _opened_source(job: Job) -> Iterator[Optional[RasterReader]]:
    if isinstance(job, ExtentJob):
        yield None
        return
    with RasterReader(job.source, job.band) as reader:
        yield reader


def _checked(job: Job, reader: Optional[RasterReader], versions: Mapping[str, str]) -> _Task:
    parameters = check_all(job.package.card.parameters, job.parameters)
    if isinstance(job, ExtentJob):
        return _extent_task(job, parameters, versions)
    if reader is None:
        raise ValueError("A job from a layer needs its reader.")
    return _layer_task(job, parameters, reader, versions)


def _extent_task(
    job: ExtentJob, parameters: Mapping[str, ParamValue], versions: Mapping[str, str]
) -> _Task:
    plan = plan_generation(job.grid, job.package.card.native_pixel_sizes_m)
    messages = [plan.message] if plan.message else []
    if job.rect.is_empty:
        raise InputError("EXTENT", job.rect, "The extent covers no pixel. Give a larger one.")
    corners = (
        Rect(job.rect.y0, job.rect.y0 + 1, job.rect.x0, job.rect.x0 + 1),
        Rect(job.rect.y1 - 1, job.rect.y1, job.rect.x0, job.rect.x0 + 1),
    )
    for corner in corners:  # refuses latitudes that the plane does not have
        SeparableResampler(job.grid, plan).source_rect(corner)
    provenance = _provenance(job, job.grid, job.rect, parameters, versions)
    return _Task(
        job, job.grid, job.rect, job.grid.geotransform(job.rect), provenance, tuple(messages)
    )


def _layer_task(
    job: LayerJob,
    parameters: Mapping[str, ParamValue],
    reader: RasterReader,
    versions: Mapping[str, str],
) -> _Task:
    if job.scale not in SCALES:
        known = ", ".join(str(scale) for scale in SCALES)
        message = f"Scale {job.scale} is not possible. Use one of {known}."
        raise InputError("SCALE", job.scale, message)
    if not 0.0 <= job.fidelity <= 100.0:
        message = f"Fidelity {job.fidelity:g} % is not between 0 and 100."
        raise InputError("FIDELITY", job.fidelity, message)
    coarse, placed, _ = WorldGrid.from_geotransform(
        reader.crs, reader.geotransform, reader.width, reader.height
    )
    left, size, _, top, _, _ = reader.geotransform
    cells = placed
    if job.extent is not None:
        cells = _cells_of(job.extent, placed, left, top, size)
    fine = WorldGrid(coarse.crs, coarse.pixel_size / job.scale)
    rect = cells.refine(job.scale)
    geotransform = (
        left + (cells.x0 - placed.x0) * size,
        fine.pixel_size,
        0.0,
        top - (cells.y0 - placed.y0) * size,
        0.0,
        -fine.pixel_size,
    )
    stored = {**parameters, "scale": job.scale, "fidelity": float(job.fidelity)}
    provenance = _provenance(job, fine, rect, stored, versions)
    return _Task(job, fine, rect, geotransform, provenance, _range_message(job, fine, rect))


def _range_message(job: LayerJob, fine: WorldGrid, rect: Rect) -> tuple[str, ...]:
    ground = fine.ground_pixel_size_m(rect)
    low, high = job.package.card.pixel_range_m
    if low <= ground <= high:
        return ()
    return (
        f"The output's pixels are {number_text(round(ground, 2))} m wide; this model was trained "
        f"for {number_text(low)} to {number_text(high)} m, so expect less natural detail. Choose "
        "another scale, or resample the input first.",
    )


def _cells_of(extent: Extent, placed: Rect, left: float, top: float, size: float) -> Rect:
    """The layer's pixels that the extent touches."""
    extent.checked("EXTENT")
    edge = 1e-6
    wanted = Rect(
        placed.y0 + math.floor((top - extent.ymax) / size + edge),
        placed.y0 + math.ceil((top - extent.ymin) / size - edge),
        placed.x0 + math.floor((extent.xmin - left) / size + edge),
        placed.x0 + math.ceil((extent.xmax - left) / size - edge),
    ).intersect(placed)
    if wanted.is_empty:
        message = (
            f"The extent {extent.text()} does not meet the input layer. Choose an extent inside "
            "the layer, or leave it empty to use all of it."
        )
        raise InputError("EXTENT", extent.text(), message)
    return wanted


def _provenance(
    job: Job,
    grid: WorldGrid,
    rect: Rect,
    parameters: Mapping[str, ParamValue],
    versions: Mapping[str, str],
) -> Provenance:
    card = job.package.card
    return Provenance(
        algorithm=card.task,
        model_id=card.id,
        model_version=card.version,
        weights_hash=job.package.weights_hash,
        seed=job.seed,
        parameters=parameters,
        crs=grid.crs.authid or grid.crs.wkt,
        pixel_size=grid.pixel_size,
        rect=rect,
        versions=versions,
    )


def _estimate(task: _Task) -> Estimate:
    card = task.job.package.card
    more = 1.0
    if isinstance(task.job, ExtentJob):
        plan = plan_generation(task.grid, card.native_pixel_sizes_m)
        ground = task.grid.ground_pixel_size_m(task.rect)
        more = max((ground / plan.native_m) ** 2, 1e-6)
    folder = task.job.output.absolute().parent
    found = estimate_extent(
        task.grid,
        task.rect,
        len(card.output),
        4,
        card.training.metrics.get("gflop_per_mpx", DEFAULT_GFLOP_PER_MPX),
        folder,
        generated_per_output=more,
    )
    refuse(task.grid, task.rect, found, folder)
    return replace(found, warnings=(*found.warnings, *task.messages))


def _raster_spec(task: _Task, tags: Mapping[str, str]) -> RasterSpec:
    card = task.job.package.card
    bands = tuple(
        BandSpec(
            band.name,
            band.unit,
            band.dtype,
            band.nodata,
            f"{band.name}, {band.unit}, {band.vertical}".strip(", "),
            card.quantum,
        )
        for band in card.output
    )
    return RasterSpec(
        task.rect.width,
        task.rect.height,
        bands,
        task.grid.crs.wkt,
        task.geotransform,
        tags,
        task.job.creation_options,
    )


def _production(task: _Task, model: TileModel, reader: Optional[RasterReader]) -> Production:
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


def _job_of(
    made: Provenance,
    tags: Mapping[str, str],
    package: ModelPackage,
    path: Path,
    source: Optional[str],
    device: str,
) -> Job:
    """The job whose output has these tags."""
    parameters = dict(made.parameters)
    scale = parameters.pop("scale", None)
    if scale is None:
        grid = WorldGrid(describe_crs(made.crs), made.pixel_size)
        return ExtentJob(package, grid, made.rect, made.seed, parameters, path, device)
    fidelity = float(parameters.pop("fidelity", 100.0))
    record = made.inputs[0] if made.inputs else InputRecord("INPUT", "", "")
    if source is None:
        beside = path.parent / record.source_name
        if not beside.is_file():
            raise InputError(
                "SOURCE",
                record.source_name,
                f"The raster was made from '{record.source_name}', which does not lie beside it. "
                "Give that layer as the source.",
            )
        source = str(beside)
    with RasterReader(str(path)) as claimed, RasterReader(source) as reader:
        extent = _extent_of(claimed, reader)
    band = int(tags.get("TERRALOOM_BAND") or 1)
    return LayerJob(
        package,
        source,
        band,
        extent,
        int(scale),
        fidelity,
        made.seed,
        parameters,
        path,
        device,
    )


def _extent_of(claimed: RasterReader, reader: RasterReader) -> Extent:
    """The ground of an output, a hair inside its edges so that it meets no further pixel."""
    left, size, _, top, _, _ = claimed.geotransform
    hair = 1e-3 * reader.geotransform[1]
    return Extent(
        left + hair,
        top - size * claimed.height + hair,
        left + size * claimed.width - hair,
        top - hair,
    )


def _check_input(made: Provenance, reader: Optional[RasterReader], progress: Progress) -> None:
    if reader is None or not made.inputs:
        return
    if reader.content_hash(progress) != made.inputs[0].sha256:
        raise InputError(
            "SOURCE",
            reader.path,
            f"'{_source_name(reader.path)}' is not the raster this output was made from, or it has "
            "changed since. Give the original one as the source.",
        )


def _source_name(path: str) -> str:
    """The file name alone: where it lay is nobody's business."""
    return Path(path).name
