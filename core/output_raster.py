"""The raster that a job writes."""

from __future__ import annotations

from collections.abc import Mapping

from .card import Band, ModelCard
from .climate_bands import month_bands
from .params import ParamValue
from .raster.spec import BandSpec, RasterSpec
from .task import Task

CLIMATE = "climate"


def output_bands(card: ModelCard, parameters: Mapping[str, ParamValue]) -> tuple[Band, ...]:
    """The bands of a result of ``card`` with these checked parameters, in their order."""
    if card.task == CLIMATE:
        return month_bands(card, parameters)
    return card.output


def raster_spec(task: Task, tags: dict[str, str]) -> RasterSpec:
    """The raster that a checked job writes."""
    card = task.job.package.card
    bands = tuple(
        BandSpec(
            band.name,
            band.unit,
            band.dtype,
            band.nodata,
            f"{band.name}, {band.unit}, {band.vertical}".strip(", "),
            0.0 if band.classes else card.quantum,
            bool(band.classes),
            band.classes,
        )
        for band in output_bands(card, task.provenance.parameters)
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
