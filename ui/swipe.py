"""A handle across the map: the input to its left, the preview to its right."""

from __future__ import annotations

from typing import Optional

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QEvent, QObject, QPointF, QRectF, Qt, pyqtSignal
from qgis.PyQt.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPolygonF,
)
from qgis.PyQt.QtWidgets import QWidget

from ..processing_provider.translation import tr

WIDTH_PX = 22
GRIP_PX = 44
STEP_PX, LARGE_STEP_PX = 10, 100


class Swipe(QWidget):
    """Drag it, or move it with the arrow keys, Page Up and Down, Home and End."""

    moved = pyqtSignal(int)

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas.viewport())
        self.setObjectName("terraloomSwipe")
        self.setAccessibleName(tr("Swipe between the input and the preview"))
        self.setToolTip(tr("Drag: the input on the left, the preview on the right"))
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._share = 0.5
        self._grabbed_at: Optional[int] = None
        self._ground = canvas.viewport()
        self._ground.installEventFilter(self)

    def place(self) -> None:
        """Put the handle where it belongs, over the whole height of the map."""
        x = round(self._share * self._ground.width())
        self.setGeometry(x - WIDTH_PX // 2, 0, WIDTH_PX, self._ground.height())
        self.show()
        self.raise_()
        self.moved.emit(x)

    @property
    def x_on_map(self) -> int:
        return round(self._share * self._ground.width())

    def move_to(self, x: float) -> None:
        """Move the handle to a pixel of the map."""
        width = max(self._ground.width(), 1)
        self._share = min(max(x / width, 0.0), 1.0)
        self.place()

    def close_swipe(self) -> None:
        """Take the handle off the map, for good."""
        self._ground.removeEventFilter(self)
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.place()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._grabbed_at = event.pos().x() - WIDTH_PX // 2
            self.setFocus()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed_at is not None:
            self.move_to(self.mapToParent(event.pos()).x() - self._grabbed_at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grabbed_at = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        x = self.x_on_map
        places = {
            Qt.Key.Key_Left: x - STEP_PX,
            Qt.Key.Key_Right: x + STEP_PX,
            Qt.Key.Key_PageUp: x - LARGE_STEP_PX,
            Qt.Key.Key_PageDown: x + LARGE_STEP_PX,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: self._ground.width(),
        }
        target = places.get(event.key())
        if target is None:
            super().keyPressEvent(event)
        else:
            self.move_to(target)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = WIDTH_PX / 2
        painter.setPen(QPen(QColor(0, 0, 0, 120), 4.0))
        painter.drawLine(QPointF(middle, 0.0), QPointF(middle, self.height()))
        painter.setPen(QPen(QColor(255, 255, 255), 2.0))
        painter.drawLine(QPointF(middle, 0.0), QPointF(middle, self.height()))
        back, ink = QPalette.ColorRole.Button, QPalette.ColorRole.ButtonText
        if self.hasFocus():
            back, ink = QPalette.ColorRole.Highlight, QPalette.ColorRole.HighlightedText
        grip = QRectF(1.0, 0.5 * (self.height() - GRIP_PX), WIDTH_PX - 2.0, GRIP_PX)
        painter.setPen(QPen(QColor(255, 255, 255), 1.5))
        painter.setBrush(self.palette().color(back))
        painter.drawRoundedRect(grip, 6.0, 6.0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(ink))
        y = grip.center().y()
        for side in (-1.0, 1.0):
            tip, base = QPointF(middle + side * 7.0, y), middle + side * 2.5
            painter.drawPolygon(QPolygonF([tip, QPointF(base, y - 4.0), QPointF(base, y + 4.0)]))
