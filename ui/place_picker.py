"""A place on the map that previews are made around, if the user chose one."""

from __future__ import annotations

from typing import Optional

from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsPointXY,
    QgsProject,
    QgsReferencedPointXY,
)
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool, QgsVertexMarker
from qgis.PyQt.QtCore import QObject, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QPalette
from qgis.PyQt.QtWidgets import QAbstractButton

from .preview_item import ABOVE_MAP
from .tool_turn import ToolTurn

MARK_PX, MARK_WIDTH_PX = 14, 3


class PlacePicker(QObject):
    """Lets the user click on places while ``button`` is down; the place holds until the map shows
    another one, or its middle is wanted again."""

    changed = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, button: QAbstractButton) -> None:
        super().__init__(button)
        self._canvas = canvas
        self._place: Optional[QgsReferencedPointXY] = None
        self._mark: Optional[QgsVertexMarker] = None
        self._tool = PlaceTool(canvas)
        self._turn = ToolTurn(canvas, self._tool, button)
        self._tool.picked.connect(self._take)
        self._tool.centred.connect(self.forget)
        self._tool.left.connect(self._turn.stop)
        self._settling = QTimer(self)  # a new CRS comes after the extent in that CRS
        self._settling.setSingleShot(True)
        self._settling.timeout.connect(self._map_moved)
        canvas.extentsChanged.connect(self._settling.start)
        canvas.destinationCrsChanged.connect(self._settling.start)

    def place(self) -> Optional[QgsReferencedPointXY]:
        """Give the chosen place; None where it is the middle of the map."""
        return self._place

    def forget(self) -> None:
        """Go back to the middle of the map."""
        if self._place is not None:
            self._place = None
            self._unmark()
            self.changed.emit()

    def leave(self) -> None:
        """Back to the tool before, and to the middle of the map."""
        self._turn.stop()
        self._place = None
        self._unmark()

    def close(self) -> None:
        """Leave the map as it was."""
        self._canvas.extentsChanged.disconnect(self._settling.start)
        self._canvas.destinationCrsChanged.disconnect(self._settling.start)
        self._settling.stop()
        self._turn.close()
        self._unmark()

    def _take(self, point: QgsPointXY) -> None:
        crs = self._canvas.mapSettings().destinationCrs()
        self._place = QgsReferencedPointXY(point, crs)
        self._show_mark(point)
        self.changed.emit()

    def _map_moved(self) -> None:
        if self._place is None:
            return
        crs = self._canvas.mapSettings().destinationCrs()
        transform = QgsCoordinateTransform(self._place.crs(), crs, QgsProject.instance())
        try:
            point = transform.transform(self._place)
        except QgsCsException:
            self.forget()
            return
        if self._canvas.extent().contains(point):
            self._show_mark(point)
        else:
            self.forget()

    def _show_mark(self, point: QgsPointXY) -> None:
        if self._mark is None:
            self._mark = QgsVertexMarker(self._canvas)
            self._mark.setIconType(QgsVertexMarker.IconType.ICON_CROSS)
            self._mark.setIconSize(MARK_PX)
            self._mark.setPenWidth(MARK_WIDTH_PX)
            self._mark.setZValue(ABOVE_MAP + 1.0)
            self._mark.setColor(self._canvas.palette().color(QPalette.ColorRole.Highlight))
        self._mark.setCenter(point)

    def _unmark(self) -> None:
        if self._mark is not None:
            self._canvas.scene().removeItem(self._mark)
            self._mark = None


class PlaceTool(QgsMapTool):
    """A click is a place; Return goes back to the map's middle; Esc or the right button leaves."""

    picked = pyqtSignal(QgsPointXY)
    centred = pyqtSignal()
    left = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.picked.emit(self.toMapCoordinates(event.pos()))
        elif event.button() == Qt.MouseButton.RightButton:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        signals = {
            Qt.Key.Key_Escape: self.left,
            Qt.Key.Key_Return: self.centred,
            Qt.Key.Key_Enter: self.centred,
        }
        signal = signals.get(event.key())
        if signal is not None:
            event.accept()
            signal.emit()
