"""Labels: faint or warning, also where the theme is a style sheet, as QGIS's dark ones are."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtGui import QColor, QPalette
from qgis.PyQt.QtWidgets import QApplication, QLabel, QWidget

from ...ui.text_labels import MutedLabel, warn

DARK_SHEET = "QWidget { background-color: #323232; color: #b1b1b1; }"


@pytest.fixture(params=["", DARK_SHEET], ids=["light", "dark"])
def sheet(request: pytest.FixtureRequest, qgis: QgsApplication) -> Iterator[str]:
    before = QApplication.palette()
    if request.param:
        palette = QPalette(QColor("#323232"))
        palette.setColor(QPalette.ColorRole.WindowText, QColor("#b1b1b1"))
        QApplication.setPalette(palette)
    qgis.setStyleSheet(request.param)
    yield request.param
    qgis.setStyleSheet("")
    QApplication.setPalette(before)


def written(label: QLabel) -> QColor:
    """The colour of the text, as the style draws it."""
    label.ensurePolished()
    return label.palette().color(label.foregroundRole())


def test_a_warning_is_red_and_can_be_taken_back(sheet: str) -> None:
    label = QLabel("outside the range")
    plain = written(label)
    warn(label, on=True)
    red = written(label)
    assert red.red() > 1.5 * max(red.green(), red.blue())
    warn(label, on=False)
    assert written(label) == plain


def test_a_muted_label_is_fainter(sheet: str) -> None:
    plain, muted = written(QLabel("words")), written(MutedLabel("words"))
    assert muted.alphaF() < 0.8 * plain.alphaF()
    assert muted.getRgb()[:3] == plain.getRgb()[:3]


def test_a_warning_on_a_muted_label_is_red_too(sheet: str) -> None:
    label = MutedLabel("failed")
    warn(label, on=True)
    red = written(label)
    assert red.red() > 1.5 * max(red.green(), red.blue())


def test_a_muted_label_follows_the_theme_that_colours_its_window(qgis: QgsApplication) -> None:
    window = QWidget()
    window.setStyleSheet("QWidget { color: #aabbcc; }")
    label = MutedLabel("Terrain", window)
    window.show()
    try:
        assert "170, 187, 204" in label.styleSheet()
    finally:
        window.close()
