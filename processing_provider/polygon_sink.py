"""Polygons that are made from a raster, on their way into a layer of the user's choice."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsRasterLayer,
    QgsWkbTypes,
)


def columns(*kinds: tuple[str, Any]) -> QgsFields:
    fields = QgsFields()
    for name, kind in kinds:
        fields.append(QgsField(name, kind))
    return fields


def polygon_sink(
    algorithm: QgsProcessingAlgorithm,
    name: str,
    fields: QgsFields,
    raster: Path,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
) -> tuple[Optional[QgsFeatureSink], str]:
    """Where polygons go, and its address; none if the user does not want them."""
    if parameters.get(name) in (None, ""):
        with suppress(QgsProcessingException):
            return algorithm.parameterAsSink(
                parameters, name, context, fields, QgsWkbTypes.Polygon, _crs(raster)
            )
        return None, ""
    sink, address = algorithm.parameterAsSink(
        parameters, name, context, fields, QgsWkbTypes.Polygon, _crs(raster)
    )
    return sink, address


def _crs(raster: Path) -> QgsCoordinateReferenceSystem:
    return QgsRasterLayer(str(raster), "result").crs()


def add_polygon(sink: QgsFeatureSink, fields: QgsFields, wkb: bytes, values: list[Any]) -> None:
    feature = QgsFeature(fields)
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    feature.setGeometry(geometry)
    feature.setAttributes(values)
    sink.addFeature(feature, QgsFeatureSink.FastInsert)
