"""The preview as an item on the map canvas."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject
from qgis.gui import QgsMapCanvas, QgsMapCanvasItem
from qgis.PyQt.QtCore import QRectF, Qt, QTimer
from qgis.PyQt.QtGui import QColor, QImage, QPainter, QPalette, QPen

from ..core.tile_levels import Level
from ..core.tiling import Rect
from ..processing_provider.translation import tr
from .map_drawing import MapPlace, draw, outline

ABOVE_MAP = 5.0  # and below rubber bands, which draw the extent
TURN_MS = 90
TURN_DEGREES = 30
NOTE_MARGIN_PX = 10
NOTE_WIDTH_PX = 420
SPINNER_PX = 14
WRAPPED = 0x1000  # Qt.TextFlag.TextWordWrap: PyQt6 takes a number here, PyQt5 no enum


@dataclass(frozen=True)
class Piece:
    """An image over ``rect`` of a level; enlarged, its pixels are mixed if it is ``smooth``."""

    image: QImage
    level: Level
    rect: Rect
    smooth: bool = True


class PreviewItem(QgsMapCanvasItem):
    """Draws pieces where they belong, whatever the map's position, rotation and CRS."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._crs = QgsCoordinateReferenceSystem()
        self._pieces: Sequence[Piece] = ()
        self._from_x = 0
        self._turn = 0
        self.is_busy = True
        self.problem = ""
        self.setZValue(ABOVE_MAP)
        self._timer = QTimer(canvas)
        self._timer.setInterval(TURN_MS)
        self._timer.timeout.connect(self._turn_on)
        self._timer.start()

    @property
    def pieces(self) -> Sequence[Piece]:
        return self._pieces

    def take_off(self) -> None:
        """Remove it from the canvas, for good."""
        self._timer.stop()
        self._timer.deleteLater()
        self._canvas.scene().removeItem(self)

    def set_crs(self, crs: QgsCoordinateReferenceSystem) -> None:
        self._crs = crs

    def set_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show these, the last on top."""
        self._pieces = tuple(pieces)
        self.update()

    def show_busy(self, busy: bool) -> None:
        self.is_busy = busy
        if busy:
            self._timer.start()
        else:
            self._timer.stop()
        self.update()

    def show_problem(self, problem: str) -> None:
        """Say why there is no preview, where it would be."""
        self.problem = problem
        if problem:
            self._pieces = ()
        self.update()

    def show_from(self, x: int) -> None:
        """Leave the map as it is to the left of a pixel of the canvas."""
        self._from_x = x
        self.update()

    def boundingRect(self) -> QRectF:
        size = self._canvas.size()
        return QRectF(0.0, 0.0, size.width(), size.height())

    def updatePosition(self) -> None:
        self.prepareGeometryChange()
        self.update()

    def paint(self, painter: QPainter, option: Any = None, widget: Any = None) -> None:
        painter.save()
        if self._pieces:
            self._paint_pieces(painter)
        painter.restore()
        if self.problem or self.is_busy:
            self._paint_note(painter)

    def _paint_pieces(self, painter: QPainter) -> None:
        whole = self.boundingRect()
        painter.setClipRect(whole.adjusted(self._from_x, 0.0, 0.0, 0.0))
        place = self._place()
        for piece in self._pieces:
            draw(painter, piece.image, piece.level, piece.rect, place, smooth=piece.smooth)
        pen = QPen(QColor(255, 255, 255, 200), 1.0, Qt.PenStyle.DashLine)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon(outline(self._pieces[-1].level, self._pieces[-1].rect, place))

    def _place(self) -> MapPlace:
        settings = self._canvas.mapSettings()
        transform = QgsCoordinateTransform(
            self._crs, settings.destinationCrs(), QgsProject.instance()
        )
        size = settings.outputSize()
        return MapPlace(settings.mapToPixel(), size.width(), size.height(), transform)

    def _paint_note(self, painter: QPainter) -> None:
        """A label in the corner: what is wrong, or that more is to come."""
        palette = self._canvas.palette()
        text = self.problem or tr("Computing the preview…")
        spinner = 0 if self.problem else SPINNER_PX + 8
        left, top = NOTE_MARGIN_PX + self._from_x, NOTE_MARGIN_PX
        painter.setFont(self._canvas.font())
        room = QRectF(left + 10 + spinner, top + 7, NOTE_WIDTH_PX, 400)
        inside = painter.boundingRect(room, WRAPPED, text)
        inside.translate(min(self._canvas.width() - NOTE_MARGIN_PX - inside.right() - 10, 0.0), 0.0)
        box = inside.adjusted(-10 - spinner, -7, 10, 7)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Mid), 1.0))
        painter.setBrush(palette.color(QPalette.ColorRole.Window))
        painter.drawRoundedRect(box, 4.0, 4.0)
        painter.setPen(palette.color(QPalette.ColorRole.WindowText))
        painter.drawText(inside, WRAPPED, text)
        if spinner:
            ring = QRectF(
                box.left() + 10, box.center().y() - SPINNER_PX / 2, SPINNER_PX, SPINNER_PX
            )
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight), 2.5))
            painter.drawArc(ring, -self._turn * 16, 270 * 16)
        painter.restore()

    def _turn_on(self) -> None:
        self._turn = (self._turn + TURN_DEGREES) % 360
        self.update(QRectF(0.0, 0.0, self._canvas.width(), 80.0))
