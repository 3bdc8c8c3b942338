"""One card of the gallery: picture, title, one line, and what one should know before."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Optional

from qgis.PyQt.QtCore import QRectF, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import (
    QColor,
    QIcon,
    QImageReader,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPen,
    QPixmap,
    QResizeEvent,
)
from qgis.PyQt.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from ..processing_provider.translation import tr
from .gallery_entries import FROM_EXTENT, FROM_LAYER, GalleryEntry
from .text_labels import ElidedLabel

RADIUS = 6.0
PICTURE, SMALL_PICTURE = QSize(120, 80), QSize(90, 60)
NARROW = 330
SEEN_THROUGH = 2.5
MOST_PIXELS = 1_500_000
ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
TOOL_PICTURE = QSize(44, 44)


class CardWidget(QFrame):
    """A card that opens with a click, Enter or Space; greyed, with the reason, where unusable."""

    opened = pyqtSignal(str)
    arrow = pyqtSignal(int)

    def __init__(self, entry: GalleryEntry, speed: str = "", parent: Optional[QWidget] = None):
        super().__init__(parent)
        self.entry = entry
        self.setObjectName(f"terraloomCard_{entry.algorithm_id or entry.title}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(entry.title)
        self.setAccessibleDescription(entry.problem or entry.summary)
        if entry.usable:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._facts = ElidedLabel("", lines=1, faint=True, parent=self)
        self._picture = Picture(entry, self)
        self._build()
        self.set_speed(speed)

    def set_speed(self, speed: str) -> None:
        entry = self.entry
        facts = [fact for fact in (entry.pixel_sizes, speed, entry.licence) if fact]
        self._facts.setText(" · ".join(facts))
        self.setToolTip(self._tip(facts))
        self._facts.setVisible(any(facts) and entry.usable)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self._open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open()
        elif event.key() in ARROWS:
            self.arrow.emit(event.key())  # the area around would scroll
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._picture.suit_width(self.width())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        painter.setBrush(palette.color(QPalette.ColorRole.Base))
        lit = self.entry.usable and self.underMouse()
        if self.hasFocus():
            pen = QPen(palette.color(QPalette.ColorRole.Highlight), 2.0)
        elif lit:
            pen = QPen(palette.color(QPalette.ColorRole.Highlight), 1.0)
        else:
            pen = QPen(_between(palette, 0.2), 1.0)
        painter.setPen(pen)
        edge = 0.5 * pen.widthF()
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), RADIUS, RADIUS
        )

    def _open(self) -> None:
        if self.entry.usable:
            self.opened.emit(self.entry.algorithm_id)

    def _tip(self, facts: Sequence[str]) -> str:
        """All that the card tells, also what has no room on it."""
        entry = self.entry
        if not entry.usable:
            return entry.problem
        return "\n".join((entry.summary, *facts, tr("Open: click or Enter")))

    def _build(self) -> None:
        entry = self.entry
        title = QLabel(entry.title, self)
        title.setIndent(0)
        title.setMinimumWidth(20)  # the panel may be narrower than the text
        title.setObjectName("terraloomCardTitle")
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        summary = ElidedLabel(entry.problem or entry.summary, lines=2, parent=self)
        facts = QHBoxLayout()
        facts.setSpacing(6)
        badge = _badge_text(entry)
        if badge:
            facts.addWidget(Badge(badge, self))
        facts.addWidget(self._facts, 1)
        layout = QGridLayout(self)
        layout.setContentsMargins(8, 8, 10, 8)
        layout.setHorizontalSpacing(10)
        layout.setVerticalSpacing(3)
        layout.addWidget(self._picture, 0, 0, 4, 1, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(title, 0, 1)
        layout.addWidget(summary, 1, 1)
        layout.addLayout(facts, 2, 1)
        layout.setRowStretch(3, 1)
        layout.setColumnStretch(1, 1)
        if not entry.usable:
            for label in (title, summary):
                label.setEnabled(False)


class Badge(QLabel):
    """A word on a tinted ground, in the colours of the palette."""

    def __init__(self, text: str, parent: Optional[QWidget] = None) -> None:
        super().__init__(text, parent)
        font = self.font()
        font.setPointSizeF(0.85 * font.pointSizeF())
        self.setFont(font)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 16, metrics.height() + 3)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_between(self.palette(), 0.1))
        half = 0.5 * self.height()
        painter.drawRoundedRect(QRectF(self.rect()), half, half)
        painter.end()
        super().paintEvent(event)


class Picture(QWidget):
    """The model's preview, read when it is first seen; its icon where it has none."""

    def __init__(self, entry: GalleryEntry, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._path, self._icon_path = entry.preview, entry.icon_path
        self._grey = not entry.usable
        self._pixmap: Optional[QPixmap] = None
        self._is_large = entry.is_model and entry.usable
        self.setFixedSize(PICTURE if self._is_large else TOOL_PICTURE)

    def suit_width(self, card_width: int) -> None:
        """Leave enough of a narrow card to the text."""
        if self._is_large:
            wanted = PICTURE if card_width >= NARROW else SMALL_PICTURE
            if wanted != self.size():
                self._pixmap = None
                self.setFixedSize(wanted)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._grey:
            painter.setOpacity(0.4)
        area = QRectF(self.rect())
        shape = QPainterPath()
        shape.addRoundedRect(area, 4.0, 4.0)
        pixmap = self._picture()
        if pixmap is None:
            painter.fillPath(shape, _between(self.palette(), 0.06))
            side = round(0.6 * min(self.width(), self.height()))
            left, top = (self.width() - side) // 2, (self.height() - side) // 2
            QIcon(self._icon_path).paint(painter, left, top, side, side)
            return
        painter.setClipPath(shape)
        painter.drawPixmap(self.rect(), pixmap)

    def _picture(self) -> Optional[QPixmap]:
        if self._pixmap is None and self._path is not None:
            self._pixmap = read_picture(self._path, self.size(), self.devicePixelRatioF())
            if self._pixmap is None:
                self._path = None
        return self._pixmap


def read_picture(path: Path, size: QSize, ratio: float) -> Optional[QPixmap]:
    """Give the picture, cut to the proportions of ``size`` and scaled to the screen's pixels."""
    reader = QImageReader(str(path))
    if reader.size().width() * reader.size().height() > MOST_PIXELS:
        return None  # reading it would take QGIS's window too long
    image = reader.read()
    if image.isNull():
        return None
    target = size * ratio
    image = image.scaled(
        target,
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )
    left, top = (image.width() - target.width()) // 2, (image.height() - target.height()) // 2
    pixmap = QPixmap.fromImage(image.copy(left, top, target.width(), target.height()))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def _badge_text(entry: GalleryEntry) -> str:
    if not entry.usable:
        return tr("cannot be used")
    return {FROM_EXTENT: tr("from extent"), FROM_LAYER: tr("from layer")}.get(entry.source, "")


def _between(palette: QPalette, share: float) -> QColor:
    """Give a colour ``share`` of the way from the ground to the text, in any theme."""
    ground = palette.color(QPalette.ColorRole.Base)
    text = palette.color(QPalette.ColorRole.Text)
    if ground.alpha() < 255:
        # The palette of QGIS's dark themes, which are style sheets, tells neither of the two.
        return QColor(128, 128, 128, min(round(SEEN_THROUGH * share * 255.0), 255))
    return QColor(
        round(ground.red() + share * (text.red() - ground.red())),
        round(ground.green() + share * (text.green() - ground.green())),
        round(ground.blue() + share * (text.blue() - ground.blue())),
    )
