"""Buildings on a map or beside roads: heights, and footprints as polygons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterRasterDestination,
    QgsProcessingUtils,
    QgsReferencedRectangle,
)
from qgis.PyQt.QtCore import QVariant

from ..core.errors import InputError
from ..core.job import ExtentJob, Job, LayerSource
from . import inputs
from . import parameters as declare
from .feedback import FeedbackProgress
from .guided_algorithm import GuidedAlgorithm, read_guided_job
from .parameters import OUTPUT
from .polygon_sink import add_polygon, columns, polygon_sink
from .translation import tr

STREETS, ROADS = "STREETS", "ROADS"
OUTPUT_FOOTPRINTS = "OUTPUT_FOOTPRINTS"
OUTPUT_STREETS = "OUTPUT_STREETS"
STOREY_M = 3.1


class Buildings(GuidedAlgorithm):
    """Heights of buildings, and their footprints as polygons, on a map or beside roads."""

    _footprints = ""

    def initAlgorithm(self, configuration: Optional[Mapping[str, Any]] = None) -> None:
        super().initAlgorithm(configuration)
        streets = QgsProcessingParameterRasterDestination(
            OUTPUT_STREETS, tr("Roads as a map"), optional=True, createByDefault=False
        )
        polygons = QgsProcessingParameterFeatureSink(
            OUTPUT_FOOTPRINTS,
            tr("Footprints"),
            QgsProcessing.TypeVectorPolygon,
            optional=True,
            createByDefault=True,
        )
        text = tr("The classes drawn from the layer of roads; needed to verify the result later.")
        self.addParameter(declare.advanced(declare.with_help(streets, text)))
        text = tr("Polygons with the height of each building, to be extruded in a 3D view.")
        self.addParameter(declare.with_help(polygons, text))

    def add_place_parameters(self) -> None:
        super().add_place_parameters()
        roads = QgsProcessingParameterFeatureSource(
            ROADS, tr("Roads"), [QgsProcessing.TypeVectorLine], optional=True
        )
        text = tr(
            "Instead of a map: lines to build along. Their field 'highway' or 'fclass', if there "
            "is one, tells main roads from streets and paths."
        )
        self.addParameter(declare.with_help(roads, text))

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        roads = self.parameterAsSource(parameters, ROADS, context)
        if roads is None and self.parameterAsRasterLayer(parameters, STREETS, context) is None:
            message = tr("Give a map to build on, or a layer of roads to build along.")
            raise InputError(STREETS, None, message)
        super().check(parameters, context)

    def read_job(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Job:
        roads = self._roads(parameters, context)
        if roads is None:
            return super().read_job(parameters, context)
        place = dict(parameters)
        if self.parameterAsExtent(parameters, declare.EXTENT, context).isNull():
            extent = QgsReferencedRectangle(roads.sourceExtent(), roads.sourceCrs())
            place[declare.EXTENT] = extent
        if parameters.get(declare.TARGET_CRS) in (None, ""):
            place[declare.TARGET_CRS] = roads.sourceCrs()
        package = self.entry.package
        values = inputs.model_parameters(self, package.card.parameters, parameters, context)
        job = read_guided_job(self, package, values, {}, place, context)
        if job.grid.crs.is_geographic:
            message = tr("Roads have a width in metres. Choose a projected target CRS.")
            raise InputError(declare.TARGET_CRS, job.grid.crs.authid, message)
        return job

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        progress = FeedbackProgress(feedback)
        drawn = self.reporting(lambda: self._draw_roads(parameters, context, progress), {})
        results = super().processAlgorithm(parameters, context, feedback)
        if OUTPUT not in results:
            return results
        raster = Path(results[OUTPUT])

        def derive() -> dict[str, Any]:
            from ..core.raster.map_polygons import footprints  # QGIS starts sooner without

            fields = columns(("height", QVariant.Double), ("levels", QVariant.Int))
            sink, address = polygon_sink(
                self, OUTPUT_FOOTPRINTS, fields, raster, parameters, context
            )
            if sink is None:
                return {**results, **drawn}
            progress.info(tr("Drawing the footprints."))
            for found in footprints(raster, progress):
                levels = max(1, round(found.height_m / STOREY_M))
                add_polygon(sink, fields, found.wkb, [round(found.height_m, 1), levels])
            self._footprints = address
            return {**results, **drawn, OUTPUT_FOOTPRINTS: address}

        return self.reporting(derive, cancelled={})

    def postProcessAlgorithm(
        self, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from .footprint_layer import FootprintLayer  # QGIS starts sooner without

        if context.willLoadLayerOnCompletion(self._footprints):
            details = context.layerToLoadOnCompletionDetails(self._footprints)
            group = tr(self._job.package.card.title)
            details.setPostProcessor(FootprintLayer(group).kept())
        return super().postProcessAlgorithm(context, feedback)

    def _roads(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> Optional[QgsProcessingFeatureSource]:
        """The layer of roads, unless a map is given."""
        if self.parameterAsRasterLayer(parameters, STREETS, context) is not None:
            return None
        return self.parameterAsSource(parameters, ROADS, context)

    def _draw_roads(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        progress: FeedbackProgress,
    ) -> dict[str, Any]:
        """Make a map of the roads, and have the job build on it."""
        from .roads import draw_roads

        roads = self._roads(parameters, context)
        job = self._job
        if roads is None or not isinstance(job, ExtentJob):
            return {}
        progress.info(tr("Drawing the roads."))
        wanted = self.parameterAsOutputLayer(parameters, OUTPUT_STREETS, context)
        path = wanted or QgsProcessingUtils.generateTempFilename("streets.tif")
        draw_roads(roads, job.grid, job.rect, Path(path), context)
        self._job = replace(job, layers={STREETS.lower(): LayerSource(path)})
        return {OUTPUT_STREETS: path} if wanted else {}
