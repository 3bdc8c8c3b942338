"""Footprints in QGIS: colours and height in 3D views."""

from __future__ import annotations

import pytest
from qgis.core import (
    QgsAbstract3DSymbol,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsRectangle,
    QgsRenderContext,
    QgsVectorLayer,
)

from ...processing_provider.footprint_layer import FootprintLayer, height_renderer


@pytest.fixture
def footprints(context: QgsProcessingContext) -> QgsVectorLayer:
    layer = QgsVectorLayer("Polygon?crs=EPSG:32632&field=height:double", "Footprints", "memory")
    for number, height in enumerate((3.2, 12.0, 310.0)):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(number, 0, number + 0.5, 1)))
        feature.setAttributes([height])
        layer.dataProvider().addFeature(feature)
    FootprintLayer("Buildings").postProcessLayer(layer, context, QgsProcessingFeedback())
    return layer


def test_every_height_has_a_colour_and_higher_ones_another(footprints: QgsVectorLayer) -> None:
    renderer = footprints.renderer().clone()
    context = QgsRenderContext()
    renderer.startRender(context, footprints.fields())
    symbols = [renderer.symbolForFeature(one, context) for one in footprints.getFeatures()]
    assert all(symbols)
    assert len({symbol.color().name() for symbol in symbols}) == 3
    renderer.stopRender(context)


def test_the_legend_says_the_heights() -> None:
    labels = [one.label() for one in height_renderer().ranges()]
    assert labels[0] == "0 – 5 m"
    assert labels[-1] == "> 80 m"


def test_in_3d_each_building_is_as_high_as_its_field_says(footprints: QgsVectorLayer) -> None:
    pytest.importorskip("qgis._3d")
    symbol = footprints.renderer3D().symbol()
    field = symbol.dataDefinedProperties().property(QgsAbstract3DSymbol.PropertyExtrusionHeight)
    assert field.isActive()
    assert field.field() == "height"
