"""Previews and live layers of an algorithm: its job, and how the pixels are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Optional

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsProcessingContext,
    QgsProject,
    QgsRectangle,
)
from qgis.PyQt.QtGui import QColor

from ..core.errors import InputError
from ..core.grid import Extent
from ..core.job import ExtentJob, Job
from ..core.raster.reader import RasterReader
from ..core.tile_picture import ReliefStyle, median_slope, spread
from ..core.tiling import FloatArray
from .guided_algorithm import GuidedAlgorithm
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
    """Tell whether the algorithm fills any extent, so that a live layer of it has no end."""
    algorithm = QgsApplication.processingRegistry().algorithmById(algorithm_id)
    return isinstance(algorithm, (ExtentAlgorithm, GuidedAlgorithm))


def is_placed(algorithm_id: str, parameters: dict[str, Any]) -> bool:
    """Tell whether a layer among the parameters says where the result lies."""
    algorithm = QgsApplication.processingRegistry().algorithmById(algorithm_id)
    if not isinstance(algorithm, GuidedAlgorithm) or algorithm.entry.package is None:
        return False
    layers = algorithm.entry.package.card.layers
    return any(parameters.get(spec.name.upper()) for spec in layers)


def has_fitted_colours(algorithm_id: str) -> bool:
    """Tell whether the colours of a result follow its values, as those of elevation do."""
    algorithm = QgsApplication.processingRegistry().algorithmById(algorithm_id)
    package = algorithm.entry.package if isinstance(algorithm, ModelAlgorithm) else None
    return package is None or has_elevation_style(package)


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
    if isinstance(algorithm, GuidedAlgorithm):
        _refuse_polygons(algorithm, parameters, context)
    return algorithm.read_job(parameters, context)


def _refuse_polygons(
    algorithm: GuidedAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> None:
    for spec in algorithm.entry.package.card.layers:
        name = spec.name.upper()
        if algorithm.parameterAsVectorLayer(parameters, name, context) is not None:
            message = tr(
                "There is no preview from polygons: they are drawn into a raster when the "
                "algorithm runs. Give '{layer}' as a raster to see one."
            )
            raise InputError(name, None, message.format(layer=tr(spec.title)))


def endless_job(algorithm_id: str, parameters: dict[str, Any], project: QgsProject) -> ExtentJob:
    """Give the job of a live layer; `TerraloomError` where the algorithm can have none."""
    job = tile_job(algorithm_id, parameters, project)
    if not isinstance(job, ExtentJob):
        message = tr("Model '{id}' works on a layer, so it ends where that ends.")
        raise InputError("", algorithm_id, message.format(id=job.package.id))
    return job


def cover_of(job: ExtentJob) -> Optional[Extent]:
    """Give the ground of the job's CRS that all its layers cover; None where it has none.

    `TerraloomError` where a layer cannot be read, or they cover no common ground.
    """
    crs = QgsCoordinateReferenceSystem.fromWkt(job.grid.crs.wkt)
    whole: Optional[QgsRectangle] = None
    for given in job.layers.values():
        with RasterReader(given.source, given.band) as reader:
            a, b, c, d, e, f = reader.geotransform
            layer_crs = QgsCoordinateReferenceSystem.fromWkt(reader.crs.wkt)
            w, h = reader.width, reader.height
        corners = [(a + b * x + c * y, d + e * x + f * y) for x in (0, w) for y in (0, h)]
        xs, ys = zip(*corners)
        transform = QgsCoordinateTransform(layer_crs, crs, QgsProject.instance())
        try:
            box = transform.transformBoundingBox(QgsRectangle(min(xs), min(ys), max(xs), max(ys)))
        except QgsCsException:
            box = QgsRectangle()
        whole = box if whole is None else whole.intersect(box)
    if whole is None:
        return None
    if whole.isEmpty():
        message = tr("The layers cover no ground in common, or none that the target CRS shows.")
        raise InputError("EXTENT", None, message)
    return Extent(whole.xMinimum(), whole.yMinimum(), whole.xMaximum(), whole.yMaximum())


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
