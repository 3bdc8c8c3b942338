"""Previews and live layers of an algorithm: its job, and how the pixels are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qgis.core import QgsApplication, QgsProcessingContext, QgsProject
from qgis.PyQt.QtGui import QColor

from ..core.errors import InputError
from ..core.job import ExtentJob, Job
from ..core.tile_picture import ReliefStyle, median_slope, spread
from ..core.tiling import FloatArray
from .job_algorithm import JobAlgorithm
from .model_algorithm import ExtentAlgorithm, ModelAlgorithm
from .styling import (
    CLEAR_SLOPE,
    LARGEST_EXAGGERATION,
    SHADE_BRIGHTNESS,
    colour_items,
    has_elevation_style,
)
from .translation import tr


def can_show(algorithm_id: str) -> bool:
    """Tell whether the algorithm makes a raster that can be shown before it is made."""
    algorithm = QgsApplication.processingRegistry().algorithmById(algorithm_id)
    return isinstance(algorithm, JobAlgorithm)


def can_live(algorithm_id: str) -> bool:
    """Tell whether the algorithm makes something out of nothing, so that it has no end."""
    algorithm = QgsApplication.processingRegistry().algorithmById(algorithm_id)
    return isinstance(algorithm, ExtentAlgorithm)


def tile_job(algorithm_id: str, parameters: dict[str, Any], project: QgsProject) -> Job:
    """Give the job that the parameters describe; `TerraloomError` says what is wrong with them.

    Layers belong to QGIS's own thread, so this does too.
    """
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(algorithm_id)
    if not isinstance(algorithm, JobAlgorithm):
        message = tr("'{id}' makes no raster that could be shown before it is made.")
        raise InputError("", algorithm_id, message.format(id=algorithm_id))
    if isinstance(algorithm, ModelAlgorithm) and algorithm.entry.package is None:
        raise InputError("", algorithm_id, algorithm.entry.reason)
    context = QgsProcessingContext()
    context.setProject(project)
    job = algorithm.read_job(parameters, context)
    if not has_elevation_style(job.package):
        message = tr("Model '{id}' gives no elevation; only elevation can be previewed.")
        raise InputError("", job.package.id, message.format(id=job.package.id))
    return job


def endless_job(algorithm_id: str, parameters: dict[str, Any], project: QgsProject) -> ExtentJob:
    """Give the job of a live layer; `TerraloomError` where the algorithm can have none."""
    job = tile_job(algorithm_id, parameters, project)
    if not isinstance(job, ExtentJob):
        message = tr("Model '{id}' works on a layer, so it ends where that ends.")
        raise InputError("", algorithm_id, message.format(id=job.package.id))
    return job


def relief_style(values: Sequence[FloatArray], sea_level: float, pixel_m: float) -> ReliefStyle:
    """Give the style that a result with these heights gets when it is loaded.

    ``pixel_m`` is the ground size of a pixel of the first array.
    """
    low, high = spread(values)
    return style_between(low, high, sea_level, median_slope(values[0], pixel_m), pixel_m)


def style_between(
    low: float, high: float, sea_level: float, slope: float, pixel_m: float
) -> ReliefStyle:
    """Give the style of heights from ``low`` to ``high`` whose pixels of ``pixel_m`` have
    ``slope``, as rise per run."""
    items = colour_items(low, high, sea_level)
    exaggeration = 1.0
    if slope > 0.0:
        exaggeration = min(max(CLEAR_SLOPE / slope, 1.0), LARGEST_EXAGGERATION)
    return ReliefStyle(
        tuple(float(item.value) for item in items),
        tuple(_components(item.color) for item in items),
        sea_level,
        exaggeration,
        pixel_m,
        float(SHADE_BRIGHTNESS),
    )


def _components(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()
