"""Map tiles: the classes that a model gives, and what follows from them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
)
from qgis.PyQt.QtCore import QVariant

from ..core.errors import InputError
from ..core.raster.mbtiles import MOST_ZOOM, write_mbtiles
from . import parameters as declare
from .feedback import FeedbackProgress
from .guided_algorithm import GuidedAlgorithm
from .parameters import OUTPUT
from .polygon_sink import add_polygon, columns, polygon_sink
from .translation import tr

OUTPUT_VECTORS = "OUTPUT_VECTORS"
OUTPUT_RGB = "OUTPUT_RGB"
OUTPUT_MBTILES = "OUTPUT_MBTILES"
ZOOM_MIN, ZOOM_MAX = "ZOOM_MIN", "ZOOM_MAX"
DEFAULT_ZOOM_MIN = 12


class MapTiles(GuidedAlgorithm):
    """Palette classes, and on request an RGB picture, polygons, and tiles for the web."""

    def initAlgorithm(self, configuration: Optional[Mapping[str, Any]] = None) -> None:
        super().initAlgorithm(configuration)
        for definition in (_zoom(ZOOM_MIN), _zoom(ZOOM_MAX)):
            self.addParameter(declare.advanced(definition))
        rgb = QgsProcessingParameterRasterDestination(
            OUTPUT_RGB, tr("Map as a picture (RGB)"), optional=True, createByDefault=False
        )
        vectors = QgsProcessingParameterFeatureSink(
            OUTPUT_VECTORS,
            tr("Map as polygons"),
            QgsProcessing.TypeVectorPolygon,
            optional=True,
            createByDefault=False,
        )
        tiles = QgsProcessingParameterFileDestination(
            OUTPUT_MBTILES,
            tr("Map tiles (MBTiles)"),
            fileFilter=tr("MBTiles files (*.mbtiles)"),
            optional=True,
            createByDefault=False,
        )
        for definition, text in (
            (rgb, tr("The map in its colours, for programs that know no palettes.")),
            (vectors, tr("A polygon for each patch of one class; neighbours share their border.")),
            (tiles, tr("Tiles in web mercator that QGIS and other map clients open as they are.")),
        ):
            self.addParameter(declare.with_help(definition, text))

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        super().check(parameters, context)
        coarsest, finest = self._zooms(parameters, context)
        if finest is not None and coarsest > finest:
            message = tr("The coarsest zoom level, {min}, is finer than the finest, {max}.")
            text = message.format(min=coarsest, max=finest)
            raise InputError(ZOOM_MIN, coarsest, text)

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        results = super().processAlgorithm(parameters, context, feedback)
        if OUTPUT not in results:
            return results
        raster, progress = Path(results[OUTPUT]), FeedbackProgress(feedback)

        def derive() -> dict[str, Any]:
            picture = self.parameterAsOutputLayer(parameters, OUTPUT_RGB, context)
            if picture:
                from ..core.raster.map_picture import write_rgb  # QGIS starts sooner without

                progress.info(tr("Writing the picture."))
                write_rgb(raster, Path(picture), progress)
                results[OUTPUT_RGB] = picture
            results.update(self._write_polygons(raster, parameters, context, progress))
            tiles = self.parameterAsFileOutput(parameters, OUTPUT_MBTILES, context)
            if tiles:
                progress.info(tr("Writing the tiles."))
                zooms = self._zooms(parameters, context)
                finest = write_mbtiles(raster, Path(tiles), zooms, self._texts(), progress)
                progress.info(tr("The finest zoom level is {zoom}.").format(zoom=finest))
                results[OUTPUT_MBTILES] = tiles
            return results

        return self.reporting(derive, cancelled={})

    def _zooms(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[int, Optional[int]]:
        coarsest = self.parameterAsInt(parameters, ZOOM_MIN, context)
        given = parameters.get(ZOOM_MAX) not in (None, "")
        return coarsest, self.parameterAsInt(parameters, ZOOM_MAX, context) if given else None

    def _texts(self) -> dict[str, str]:
        card = self.entry.package.card
        return {
            "name": self.layer_name(),
            "description": tr("Synthetic: computed by a generative model, not surveyed."),
            "attribution": "; ".join(card.training.attribution),
        }

    def _write_polygons(
        self,
        raster: Path,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        progress: FeedbackProgress,
    ) -> dict[str, Any]:
        fields = columns(("class", QVariant.Int), ("name", QVariant.String))
        sink, address = polygon_sink(self, OUTPUT_VECTORS, fields, raster, parameters, context)
        if sink is None:
            return {}
        from ..core.raster.map_polygons import class_polygons

        progress.info(tr("Drawing the polygons."))
        names = {entry.value: tr(entry.name) for entry in self.entry.package.card.output[0].classes}
        for found in class_polygons(raster, progress=progress):
            add_polygon(sink, fields, found.wkb, [found.value, names.get(found.value, "")])
        return {OUTPUT_VECTORS: address}


def _zoom(name: str) -> declare.Definition:
    """The coarsest or the finest zoom level."""
    finest = name == ZOOM_MAX
    definition = QgsProcessingParameterNumber(
        name,
        tr("Tiles: finest zoom level") if finest else tr("Tiles: coarsest zoom level"),
        type=QgsProcessingParameterNumber.Integer,
        defaultValue=None if finest else DEFAULT_ZOOM_MIN,
        optional=finest,
        minValue=0,
        maxValue=MOST_ZOOM,
    )
    if finest:
        return declare.with_help(definition, tr("Empty: the level that shows every pixel."))
    return definition
