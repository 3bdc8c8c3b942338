"""A job that is checked: where its pixels lie, what it costs, what its tags will say."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from .card import ModelCard
from .errors import InputError
from .grid import Extent, GeoTransform, WorldGrid
from .job import ExtentJob, Job, LayerJob
from .kept_stage import PARAMETER
from .language import tr
from .params import ParamValue, check_all
from .progress import Progress
from .provenance import InputRecord, Provenance
from .raster.reader import RasterReader
from .resample import SeparableResampler, plan_generation
from .tiling import Rect
from .units import number_text

SCALES = (2, 4, 8, 16)


@dataclass(frozen=True)
class Task:
    """The facts of a job that can be done."""

    job: Job
    grid: WorldGrid
    rect: Rect
    geotransform: GeoTransform
    provenance: Provenance
    generated_px: int
    """Pixels that the last stage makes for it, in whole tiles."""
    messages: tuple[str, ...] = ()


@contextlib.contextmanager
def opened_source(job: Job) -> Iterator[Optional[RasterReader]]:
    """The raster that the job starts from; None where it starts from nothing."""
    if isinstance(job, ExtentJob):
        yield None
        return
    with RasterReader(job.source, job.band) as reader:
        yield reader


def checked(job: Job, reader: Optional[RasterReader], versions: Mapping[str, str]) -> Task:
    """The task that ``job`` is; `InputError` names the parameter that makes it impossible."""
    parameters = check_all(job.package.card.parameters, job.parameters)
    if isinstance(job, ExtentJob):
        return _extent_task(job, parameters, versions)
    if reader is None:
        raise ValueError("A job from a layer needs its reader.")
    return _layer_task(job, parameters, reader, versions)


def _extent_task(
    job: ExtentJob, parameters: Mapping[str, ParamValue], versions: Mapping[str, str]
) -> Task:
    card = job.package.card
    _check_pixel_size(card, job.grid)
    _check_layers(job)
    plan = plan_generation(job.grid, card.native_pixel_sizes_m)
    rect = job.rect
    if rect.is_empty:
        raise InputError("EXTENT", rect, tr("The extent covers no pixel. Give a larger one."))
    resampler = SeparableResampler(job.grid, plan)
    # Also refuses latitudes that the plane does not have.
    first = resampler.source_rect(Rect(rect.y0, rect.y0 + 1, rect.x0, rect.x0 + 1))
    last = resampler.source_rect(Rect(rect.y1 - 1, rect.y1, rect.x1 - 1, rect.x1))
    return Task(
        job,
        job.grid,
        rect,
        job.grid.geotransform(rect),
        _provenance(job, job.grid, rect, parameters, versions),
        _in_tiles(first.union(last), card.stages[-1].tile),
        (plan.message,) if plan.message else (),
    )


def _check_layers(job: ExtentJob) -> None:
    """`InputError` where a layer is missing, or one is given that the model does not know."""
    known = {layer.name: layer for layer in job.package.card.layers}
    for name in job.layers:
        if name not in known:
            message = tr("Model '{model}' takes no layer '{layer}'. Leave it out.").format(
                model=job.package.card.id, layer=name
            )
            raise InputError(name.upper(), job.layers[name].source, message)
    for layer in known.values():
        if not layer.optional and layer.name not in job.layers:
            message = tr("Layer '{layer}' is missing. Choose one.").format(layer=tr(layer.title))
            raise InputError(layer.name.upper(), None, message)


def input_records(
    job: Job, reader: Optional[RasterReader], progress: Progress
) -> tuple[InputRecord, ...]:
    """What the rasters that go into ``job`` hold; reads them all."""
    if reader is not None:
        found = InputRecord("INPUT", source_name(reader.path), reader.content_hash(progress))
        return (found,)
    records = []
    for name, given in sorted(job.layers.items() if isinstance(job, ExtentJob) else ()):
        with RasterReader(given.source, given.band) as layer:
            content = layer.content_hash(progress)
        classes = tuple(sorted(given.classes.items()))
        records.append(
            InputRecord(name.upper(), source_name(given.source), content, given.band, classes)
        )
    return tuple(records)


def _check_pixel_size(card: ModelCard, grid: WorldGrid) -> None:
    """Refuse a pixel size that the model is not made for, most often metres given as degrees.

    Degrees count with their length at the equator, as in `plan_generation`.
    """
    size_m = grid.pixel_size * grid.crs.metres_per_unit
    low, high = card.pixel_range_m
    if low * (1.0 - 1e-9) <= size_m <= high * (1.0 + 1e-9):
        return
    unit = {"deg": "degrees"}.get(grid.crs.unit, grid.crs.unit)
    example = card.native_pixel_sizes_m[0] / grid.crs.metres_per_unit
    metres = number_text(float(f"{size_m:.3g}"))
    on_ground = (
        "" if unit == "m" else tr(" is {metres} m on the ground, which").format(metres=metres)
    )
    raise InputError(
        "PIXEL_SIZE",
        grid.pixel_size,
        tr(
            "Pixel size {pixel_size} {unit}{on_ground} is outside the range of model "
            "'{model}': {low} to {high} m. In this CRS, give for example {example:.6g} "
            "{unit}."
        ).format(
            pixel_size=number_text(grid.pixel_size),
            unit=unit,
            on_ground=on_ground,
            model=card.id,
            low=number_text(low),
            high=number_text(high),
            example=example,
        ),
    )


def _in_tiles(rect: Rect, tile: int) -> int:
    tiles = rect.coarsen(tile)
    return tiles.height * tiles.width * tile * tile


def _layer_task(
    job: LayerJob,
    parameters: Mapping[str, ParamValue],
    reader: RasterReader,
    versions: Mapping[str, str],
) -> Task:
    if job.scale not in SCALES:
        known = ", ".join(str(scale) for scale in SCALES)
        message = tr("Scale {scale} is not possible. Use one of {known}.").format(
            scale=job.scale, known=known
        )
        raise InputError("SCALE", job.scale, message)
    if not 0.0 <= job.fidelity <= 100.0:
        message = tr("Fidelity {fidelity:g} % is not between 0 and 100.").format(
            fidelity=job.fidelity
        )
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
    # On the Mercator plane, rows in degrees are stretched as far as columns.
    stretch = (fine.pixel_size * fine.crs.metres_per_unit / fine.ground_pixel_size_m(rect)) ** 2
    made = round(_in_tiles(rect, job.package.card.stages[-1].tile) * stretch)
    return Task(job, fine, rect, geotransform, provenance, made, _range_message(job, fine, rect))


def _range_message(job: LayerJob, fine: WorldGrid, rect: Rect) -> tuple[str, ...]:
    ground = fine.ground_pixel_size_m(rect)
    low, high = job.package.card.pixel_range_m
    if low <= ground <= high:
        return ()
    return (
        tr(
            "The output's pixels are {size} m wide; this model was trained for {low} "
            "to {high} m, so expect less natural detail. Choose another scale, or "
            "resample the input first."
        ).format(size=number_text(round(ground, 2)), low=number_text(low), high=number_text(high)),
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
        message = tr(
            "The extent {extent} does not meet the input layer. Choose an extent "
            "inside the layer, or leave it empty to use all of it."
        ).format(extent=extent.text())
        raise InputError("EXTENT", extent.text(), message)
    return wanted


def _provenance(
    job: Job,
    grid: WorldGrid,
    rect: Rect,
    parameters: Mapping[str, ParamValue],
    versions: Mapping[str, str],
) -> Provenance:
    package = job.package
    card = package.whole or package.card
    if package.kept:
        parameters = {**parameters, PARAMETER: package.kept}
    return Provenance(
        algorithm=card.task,
        model_id=card.id,
        model_version=card.version,
        weights_hash=package.weights_hash,
        seed=job.seed,
        parameters=parameters,
        crs=grid.crs.authid or grid.crs.wkt,
        pixel_size=grid.pixel_size,
        rect=rect,
        versions=versions,
    )


def source_name(path: str) -> str:
    """The file name alone: where it lay is nobody's business."""
    return Path(path).name
