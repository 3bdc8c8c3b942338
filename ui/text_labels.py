"""Labels for running text: cut to some lines, or less loud than the rest."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import QEvent, QPointF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPaintEvent, QPalette, QTextLayout
from qgis.PyQt.QtWidgets import QApplication, QLabel, QSizePolicy, QWidget

MUTED_SHARE = 0.65
SMALL = 0.9


class MutedLabel(QLabel):
    """A label that is fainter than the others, in the colour of its window's texts."""

    def __init__(
        self, text: str = "", parent: Optional[QWidget] = None, *, small: bool = False
    ) -> None:
        super().__init__(text, parent)
        if small:
            font = self.font()
            font.setPointSizeF(SMALL * font.pointSizeF())
            self.setFont(font)
        self._fade()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ApplicationPaletteChange, QEvent.Type.Show):
            self._fade()
        return bool(super().event(event))

    def _fade(self) -> None:
        # A theme of QGIS may colour its windows by a style sheet, other than the palette says.
        own = QApplication.palette(self) if self.isWindow() else self.window().palette()
        text = own.color(QPalette.ColorRole.WindowText)
        text.setAlphaF(MUTED_SHARE)
        _colour(self, text)


def warn(label: QLabel, *, on: bool) -> None:
    """Write what ``label`` says in red, or as before."""
    if on:
        _colour(label, warning_colour(label.palette()))
    else:
        label.setStyleSheet("")


def _colour(label: QLabel, colour: QColor) -> None:
    """Colour the text; a palette alone loses against the style sheet that a theme of QGIS is."""
    r, g, b, a = colour.getRgb()
    sheet = f"QLabel {{ color: rgba({r}, {g}, {b}, {a}); }}"
    if label.styleSheet() != sheet:
        label.setStyleSheet(sheet)


def warning_colour(palette: QPalette) -> QColor:
    """Give a red that can be read on the palette's window, light or dark."""
    dark = palette.color(QPalette.ColorRole.Window).lightness() < 128
    return QColor.fromHsl(2, 200 if dark else 210, 165 if dark else 95)


class ElidedLabel(QLabel):
    """A text over at most ``lines`` lines that ends in an ellipsis where it is longer."""

    def __init__(
        self, text: str, *, lines: int, faint: bool = False, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(" ".join(text.split()), parent)
        self._lines = lines
        self._faint = faint
        if faint:
            font = self.font()
            font.setPointSizeF(SMALL * font.pointSizeF())
            self.setFont(font)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(120, self._lines * metrics.lineSpacing() + metrics.descent())

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        # A theme's style sheet arrives in the palette of a label, and only of a label.
        colour = self.palette().color(self.foregroundRole())
        if self._faint:
            colour.setAlphaF(MUTED_SHARE * colour.alphaF())
        painter.setPen(colour)
        text, metrics = self.text(), self.fontMetrics()
        layout = QTextLayout(text, self.font())
        layout.beginLayout()
        y = 0.0
        for number in range(self._lines):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(self.width())
            start = line.textStart()
            if number == self._lines - 1 and start + line.textLength() < len(text):
                rest = metrics.elidedText(text[start:], Qt.TextElideMode.ElideRight, self.width())
                painter.drawText(QPointF(0.0, y + metrics.ascent()), rest)
            else:
                line.draw(painter, QPointF(0.0, y))
            y += metrics.lineSpacing()
        layout.endLayout()
