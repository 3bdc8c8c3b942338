"""A job that is checked: where its pixels lie, what it costs, what its tags will say."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Optional

from .errors import InputError
from .grid import Extent, GeoTransform, WorldGrid
from .job import ExtentJob, Job, LayerJob
from .params import ParamValue, check_all
from .provenance import Provenance
from .raster.reader import RasterReader
from .resample import SeparableResampler, plan_generation
from .tiling import Rect
from .units import number_text

SCALES = (2, 4, 8, 16)


@dataclass(frozen=True)
class _Task:
    """A job that is checked: where its pixels lie, and what its tags will say."""

    job: Job
    grid: WorldGrid
    rect: Rect
    geotransform: GeoTransform
    provenance: Provenance
    messages: tuple[str, ...] = ()


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
