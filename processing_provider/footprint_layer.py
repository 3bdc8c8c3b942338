"""What happens to footprints when QGIS loads them: colours by height, and height in 3D views.

Main thread only.
"""

from __future__ import annotations

from qgis.core import (
    QgsAbstract3DSymbol,
    QgsFillSymbol,
    QgsGraduatedSymbolRenderer,
    QgsMapLayer,
    QgsProcessingContext,
    QgsProperty,
    QgsRendererRange,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from .on_load import OnLoad

HEIGHT = "height"
OUTLINE, WALL, SHADE = "#6b5b4d", "#d8aa7d", "#2e261f"
# Up to so many metres, in the colour; the last one is for all that is higher.
CLASSES = (
    (5.0, "#f3ead8"),
    (10.0, "#e6c79c"),
    (20.0, "#d8aa7d"),
    (40.0, "#c98b5e"),
    (80.0, "#a35d46"),
    (1000.0, "#7a2f2f"),
)


class FootprintLayer(OnLoad):
    """Styles one layer of footprints."""

    def dress(self, layer: QgsMapLayer, context: QgsProcessingContext) -> None:
        if isinstance(layer, QgsVectorLayer):
            layer.setRenderer(height_renderer())
            extrude(layer)


def height_renderer() -> QgsGraduatedSymbolRenderer:
    """Give each class of heights its colour."""
    ranges, lower = [], 0.0
    for upper, colour in CLASSES:
        last = upper == CLASSES[-1][0]
        label = f"> {lower:g} m" if last else f"{lower:g} – {upper:g} m"
        symbol = QgsFillSymbol.createSimple(
            {"color": colour, "outline_color": OUTLINE, "outline_width": "0.15"}
        )
        ranges.append(QgsRendererRange(lower, upper, symbol, label))
        lower = upper
    return QgsGraduatedSymbolRenderer(HEIGHT, ranges)


def extrude(layer: QgsVectorLayer) -> bool:
    """Have 3D views draw each polygon as high as its building; False in a QGIS without 3D."""
    try:
        from qgis._3d import (
            QgsPhongMaterialSettings,
            QgsPolygon3DSymbol,
            QgsVectorLayer3DRenderer,
        )
    except ImportError:
        return False
    symbol, material = QgsPolygon3DSymbol(), QgsPhongMaterialSettings()
    material.setDiffuse(QColor(WALL))
    material.setAmbient(QColor(SHADE))
    # Its name since QGIS 3.30.
    set_material = getattr(symbol, "setMaterialSettings", None) or symbol.setMaterial
    set_material(material)
    properties = symbol.dataDefinedProperties()
    properties.setProperty(
        QgsAbstract3DSymbol.PropertyExtrusionHeight, QgsProperty.fromField(HEIGHT)
    )
    symbol.setDataDefinedProperties(properties)
    renderer = QgsVectorLayer3DRenderer(symbol)
    renderer.setLayer(layer)
    layer.setRenderer3D(renderer)
    return True
