"""The check for Qt 6 finds what fails there, and lets the rest pass; tools/qt6 fetches PyQt6."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

pytest.importorskip("mypy")

from ...tools.qt6 import main

FAILS = """\
from qgis.PyQt.QtCore import QEvent, QObject, QRegExp, Qt
from qgis.PyQt.QtGui import QColor, QMouseEvent, QPainter
from qgis.PyQt.QtWebKitWidgets import QWebView
from qgis.PyQt.QtWidgets import QAction, QDialog, QDialogButtonBox, QLabel, QWidget


class Dialog(QDialog):
    def build(self, painter: QPainter) -> None:
        label = QLabel(self)
        label.setAlignment(Qt.AlignCenter)
        label.resize(12.5, 3)
        self.buttons = QDialogButtonBox(QDialogButtonBox.Ok, self)
        painter.setRenderHint(QPainter.Antialiasing)
        number = int(Qt.DockWidgetArea.LeftDockWidgetArea)
        if self.exec_() == QDialog.Accepted:
            self.resize(number, 10)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.move(event.globalX(), 0)
"""

PASSES = """\
from qgis.core import QgsProject
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, QObject, Qt, QVariant, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QAction, QDialog, QDialogButtonBox, QLabel, QListView, QWidget


class Panel(QWidget):
    chosen = pyqtSignal(int)

    def show_page(self) -> None:
        self.chosen.emit(int(Qt.Key.Key_A))


class Dialog(QDialog):
    def build(self, page: QWidget, view: QListView) -> None:
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok, self)
        label = QLabel(QgsProject.instance().title(), self)
        label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        QAction("Run", self).triggered.connect(label.clear)
        page.show_page()
        view.model().item(0)
        self.kind = QVariant.Int
        if self.exec() == QDialog.DialogCode.Accepted and not sip.isdeleted(label):
            label.resize(3, 4)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape
"""


@pytest.fixture(scope="module")
def stubs() -> Path:
    found = sorted(Path(sys.prefix).glob("qt6/PyQt6==*/PyQt6"))
    if not found:
        pytest.skip("PyQt6's type stubs are not here; 'bash tools/qt6' fetches them")
    return found[-1].parent


def run(source: str, folder: Path, stubs: Path) -> int:
    for name, text in (("__init__.py", ""), ("plugin.py", source)):
        (folder / name).write_text(text, encoding="utf-8")
    return main(["--root", str(folder), "--stubs", str(stubs)])


def test_what_fails_on_qt_6_is_found(
    stubs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(FAILS, tmp_path, stubs) == 1
    lines = capsys.readouterr().out.splitlines()
    assert all(line.startswith("plugin.py:") for line in lines)
    said = {int(line.split(":")[1]): line for line in lines}
    assert sorted(said) == [1, 3, 10, 11, 12, 13, 14, 15, 19]
    assert "QRegExp" in said[1]
    assert "globalX" in said[19]


def test_what_works_on_qt_6_passes(
    stubs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(PASSES, tmp_path, stubs) == 0
    assert "nothing" in capsys.readouterr().out
