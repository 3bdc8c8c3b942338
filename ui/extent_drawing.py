"""A rectangle that the user draws on the map."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsRectangle, QgsReferencedRectangle
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QAbstractButton

from .extent_tool import ExtentTool
from .tool_turn import ToolTurn


class ExtentDrawing(QObject):
    """Lets the user draw while ``button`` is down, and keeps the last rectangle."""

    drawn = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, button: QAbstractButton) -> None:
        super().__init__(button)
        self._canvas = canvas
        self.rectangle: Optional[QgsReferencedRectangle] = None
        self._tool = ExtentTool(canvas)
        self._turn = ToolTurn(canvas, self._tool, button)
        self._tool.drawn.connect(self._take)
        self._tool.cancelled.connect(self._turn.stop)

    def start(self) -> None:
        self._turn.start()

    def close(self) -> None:
        """Leave the map as it was."""
        self._turn.close()
        self._tool.close()

    def _take(self, rectangle: QgsRectangle) -> None:
        crs = self._canvas.mapSettings().destinationCrs()
        self.rectangle = QgsReferencedRectangle(rectangle, crs)
        self._turn.stop()
        self.drawn.emit()
