"""The live layer itself, as QGIS keeps it in a project."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Callable, Optional, Protocol

from qgis.core import (
    QgsColorRampLegendNode,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsGradientColorRamp,
    QgsGradientStop,
    QgsLayerTreeLayer,
    QgsLayerTreeModelLegendNode,
    QgsMapLayerLegend,
    QgsMapLayerRenderer,
    QgsPluginLayer,
    QgsPluginLayerType,
    QgsRasterSymbolLegendNode,
    QgsReadWriteContext,
    QgsRectangle,
    QgsRenderContext,
)
from qgis.PyQt import sip
from qgis.PyQt.QtGui import QColor, QPainter
from qgis.PyQt.QtXml import QDomDocument, QDomNode

from ..core.tile_colours import Colour, PaletteStyle, RampStyle, Style
from ..core.tile_picture import ReliefStyle
from .live_renderer import LiveRenderer
from .live_tiles import Colours, LiveTiles

TYPE = "terraloom_live"
ATTRIBUTE = "terraloom"


class Opener(Protocol):
    """Gives layers their tiles."""

    def opened(self, layer: LiveLayer) -> Optional[LiveTiles]:
        """The tiles of ``layer``; None if there can be none now."""
        ...


class LiveLayer(QgsPluginLayer):
    """An endless layer of one algorithm, seed and parameters.

    ``opener`` is asked for the tiles when the layer is first drawn, in QGIS's own thread.
    """

    def __init__(self, opener: Opener, name: str = "") -> None:
        super().__init__(TYPE, name)
        self._opener = opener
        self.algorithm_id = ""
        self.parameters: dict[str, Any] = {}
        self.saved_colours: Optional[Colours] = None
        self.tiles: Optional[LiveTiles] = None
        self._shown_style: Optional[Style] = None
        self.setLegend(LiveLegend(self))

    def describe(
        self,
        algorithm_id: str,
        parameters: dict[str, Any],
        crs: QgsCoordinateReferenceSystem,
        home: QgsRectangle,
    ) -> None:
        """Say what it shows; "zoom to layer" goes to ``home``, as it has no end."""
        self.algorithm_id, self.parameters = algorithm_id, dict(parameters)
        self.setCrs(crs)
        self.setExtent(home)
        self.setValid(True)

    @property
    def colours(self) -> Optional[Colours]:
        """The colours as they are fitted, in this session or the one that saved the layer."""
        return self.saved_colours if self.tiles is None else self.tiles.colours

    @property
    def style(self) -> Optional[Style]:
        """What it is drawn in; None until that is known."""
        if self.tiles is not None and self.tiles.fixed is not None:
            return self.tiles.fixed
        sea_level = 0.0 if self.tiles is None else self.tiles.sea_level
        colours = self.colours
        return None if colours is None else colours.style(sea_level)

    def createMapRenderer(self, context: QgsRenderContext) -> QgsMapLayerRenderer:
        if self.tiles is None:
            self.tiles = self._opener.opened(self)
        return LiveRenderer(self.id(), context, self.tiles)

    def setTransformContext(self, context: QgsCoordinateTransformContext) -> None:
        """Each drawing brings its own."""

    def clone(self) -> LiveLayer:
        twin = LiveLayer(self._opener, self.name())
        twin.describe(self.algorithm_id, self.parameters, self.crs(), self.extent())
        twin.setOpacity(self.opacity())
        twin.setBlendMode(self.blendMode())
        twin.tiles, twin.saved_colours = self.tiles, self.colours
        return twin

    def writeXml(
        self, node: QDomNode, document: QDomDocument, context: QgsReadWriteContext
    ) -> bool:
        element = node.toElement()
        element.setAttribute("type", "plugin")
        element.setAttribute("name", TYPE)
        home, colours, blend = self.extent(), self.colours, self.blendMode()
        saved = {
            "algorithm": self.algorithm_id,
            "parameters": self.parameters,
            "home": [home.xMinimum(), home.yMinimum(), home.xMaximum(), home.yMaximum()],
            "colours": None if colours is None else colours.to_json(),
            # QGIS itself leaves these to each kind of layer.
            "opacity": self.opacity(),
            "blend": int(getattr(blend, "value", blend)),  # PyQt6 has it as an enum
        }
        element.setAttribute(ATTRIBUTE, json.dumps(saved))
        return True

    def readXml(self, node: QDomNode, context: QgsReadWriteContext) -> bool:
        try:
            saved = json.loads(node.toElement().attribute(ATTRIBUTE))
            colours = saved["colours"]
            self.saved_colours = None if colours is None else Colours.from_json(colours)
            home = QgsRectangle(*(float(edge) for edge in saved["home"]))
            self.describe(str(saved["algorithm"]), dict(saved["parameters"]), self.crs(), home)
            self.setOpacity(float(saved.get("opacity", 1.0)))
            self.setBlendMode(QPainter.CompositionMode(int(saved.get("blend", 0))))
        except (ValueError, KeyError, TypeError):
            return False
        return True

    def show_legend(self) -> None:
        """Draw the legend anew, if the colours have changed."""
        style = self.style
        if style != self._shown_style:
            self._shown_style = style
            self.legend().itemsChanged.emit()


class LiveLegend(QgsMapLayerLegend):
    """The colours from the lowest to the highest value, or those of the classes."""

    def __init__(self, layer: LiveLayer) -> None:
        super().__init__()
        self._layer = layer

    def createLayerTreeModelLegendNodes(
        self, node: QgsLayerTreeLayer
    ) -> list[QgsLayerTreeModelLegendNode]:
        nodes = _legend_of(node, self._layer.style)
        for legend in nodes:
            sip.transferto(legend, None)  # QGIS deletes it
        return nodes


def _legend_of(
    node: QgsLayerTreeLayer, style: Optional[Style]
) -> list[QgsLayerTreeModelLegendNode]:
    if isinstance(style, ReliefStyle):
        low, high = style.heights[0], style.heights[-1]
        ramp = _ramp_of(style.heights, style.colours)
        ends = [f"{round(end):,} m" for end in (low, high)]
        return [QgsColorRampLegendNode(node, ramp, *ends)]
    if isinstance(style, RampStyle):
        ends = [f"{end:.3g} {style.unit}".strip() for end in (style.values[0], style.values[-1])]
        return [QgsColorRampLegendNode(node, _ramp_of(style.values, style.colours), *ends)]
    if isinstance(style, PaletteStyle):
        return [
            QgsRasterSymbolLegendNode(node, QColor(*colour), name)
            for colour, name in zip(style.colours, style.names)
        ]
    return []


def _ramp_of(values: Sequence[float], colours: Sequence[Colour]) -> QgsGradientColorRamp:
    low, high = values[0], values[-1]
    stops = [
        QgsGradientStop((value - low) / max(high - low, 1e-6), QColor(*colour))
        for value, colour in zip(values, colours)
    ]
    return QgsGradientColorRamp(QColor(*colours[0]), QColor(*colours[-1]), False, stops[1:-1])


class LiveLayerType(QgsPluginLayerType):
    """Makes the layers of a project that is opened."""

    def __init__(
        self, make: Callable[[], LiveLayer], show_properties: Callable[[Any], None]
    ) -> None:
        super().__init__(TYPE)
        self._make, self._show_properties = make, show_properties

    def createLayer(self) -> LiveLayer:
        return self._make()

    def showLayerProperties(self, layer: QgsPluginLayer) -> bool:
        self._show_properties(layer)
        return True
