"""On the map: drawing a rectangle, and showing the extent that will be filled."""

from __future__ import annotations

from typing import Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsWkbTypes,
)
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool, QgsRubberBand
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QPalette

LEAST_DRAG_PX = 4
STEPS_PER_SIDE = 16  # straight in one CRS is curved in another
FILL_ALPHA = 30


class ExtentTool(QgsMapTool):
    """Drag a rectangle; Shift keeps it square, Esc gives up."""

    drawn = pyqtSignal(QgsRectangle)
    cancelled = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._band = ExtentBand(canvas, FILL_ALPHA)
        self._start: Optional[QgsPointXY] = None
        self.setCursor(Qt.CursorShape.CrossCursor)

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._start = self.toMapCoordinates(event.pos())

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        if self._start is not None:
            self._band.show_rectangle(self._rectangle(event))

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        if self._start is None:
            return
        rectangle = self._rectangle(event)
        self._forget()
        least = LEAST_DRAG_PX * self.canvas().mapUnitsPerPixel()
        if min(rectangle.width(), rectangle.height()) >= least:
            self.drawn.emit(rectangle)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self._forget()
            self.cancelled.emit()

    def deactivate(self) -> None:
        self._forget()
        super().deactivate()

    def close(self) -> None:
        """Leave the map as it was."""
        self._start = None
        self.canvas().unsetMapTool(self)
        self._band.close()

    def _forget(self) -> None:
        self._start = None
        self._band.clear()

    def _rectangle(self, event: QgsMapMouseEvent) -> QgsRectangle:
        end, start = self.toMapCoordinates(event.pos()), self._start
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            side = max(abs(end.x() - start.x()), abs(end.y() - start.y()))
            east = side if end.x() >= start.x() else -side
            north = side if end.y() >= start.y() else -side
            end = QgsPointXY(start.x() + east, start.y() + north)
        return QgsRectangle(start, end)


class ExtentBand:
    """A frame on the canvas, in the colour that the theme highlights with.

    One that stays has no filling: a result under it keeps its colours.
    """

    def __init__(self, canvas: QgsMapCanvas, alpha: int = 0) -> None:
        self._canvas, self._alpha = canvas, alpha
        self._band: Optional[QgsRubberBand] = None

    def show_rectangle(
        self, rectangle: QgsRectangle, crs: Optional[QgsCoordinateReferenceSystem] = None
    ) -> None:
        """Frame ``rectangle``, which is in ``crs`` (by default the canvas's own)."""
        outline = QgsGeometry.fromRect(rectangle).densifyByCount(STEPS_PER_SIDE)
        target = self._canvas.mapSettings().destinationCrs()
        if crs is not None and crs.isValid() and target.isValid() and crs != target:
            context = QgsProject.instance().transformContext()
            try:
                outline.transform(QgsCoordinateTransform(crs, target, context))
            except QgsCsException:
                self.clear()  # it does not lie in the map's CRS
                return
        self._made().setToGeometry(outline, None)
        self._made().show()

    def clear(self) -> None:
        if self._band is not None:
            self._band.reset(QgsWkbTypes.GeometryType.PolygonGeometry)

    def is_shown(self) -> bool:
        return self._band is not None and self._band.numberOfVertices() > 0

    def close(self) -> None:
        """Take the frame off the canvas for good."""
        if self._band is not None:
            self._canvas.scene().removeItem(self._band)
            self._band = None

    def _made(self) -> QgsRubberBand:
        if self._band is None:
            self._band = QgsRubberBand(self._canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
            colour = self._canvas.palette().color(QPalette.ColorRole.Highlight)
            self._band.setStrokeColor(colour)
            self._band.setWidth(2)
            colour.setAlpha(self._alpha)
            self._band.setFillColor(colour)
        return self._band
