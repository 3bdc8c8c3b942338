"""What every walk through QGIS's desktop needs: eyes for runs and layers, and a report."""

from __future__ import annotations

import time
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Callable

import numpy as np
from hands import PICTURES, choose, click, find, keep, press, until, until_steady
from osgeo import gdal
from qgis.core import Qgis, QgsHillshadeRenderer, QgsProject, QgsRasterLayer, QgsRectangle
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAction,
    QComboBox,
    QLabel,
    QLineEdit,
    QProgressBar,
    QSpinBox,
    QWidget,
)
from qgis.utils import iface

HOME = PICTURES.parent
TERRAIN, DETAIL = "terraloom:terrain", "terraloom:terrain_detail"
Step = Callable[[], str]


def check(is_so: bool, what: str) -> None:
    if not is_so:
        raise AssertionError(what)


def tags(layer: QgsRasterLayer) -> dict[str, str]:
    return dict(gdal.Open(layer.source()).GetMetadata())


def pixels(layer: QgsRasterLayer) -> np.ndarray:
    return np.asarray(gdal.Open(layer.source()).ReadAsArray(), dtype=np.float64)


def choose_row(box: QComboBox, row: int, what: str) -> None:
    """Go to an entry with the arrow keys; ``what`` it is, for who reads that it is not there."""
    check(row >= 0, f"'{what}' is not in {box.objectName()}")
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(row):
        QTest.keyClick(box, Qt.Key.Key_Down)
    QTest.qWait(500)
    check(box.currentIndex() == row, f"{box.objectName()} is at '{box.currentText()}'")


class Walker:
    """Takes steps, each with a picture at its end and a line in the report."""

    def __init__(self) -> None:
        self.window, self.canvas = iface.mainWindow(), iface.mapCanvas()
        self.project = QgsProject.instance()
        self.report: list[str] = [f"QGIS {Qgis.QGIS_VERSION}"]
        self.number = 0

    def take(self, steps: Sequence[Step]) -> None:
        """Take every step, also where one before has failed."""
        failed = []
        for step in steps:
            start, name = time.monotonic(), step.__name__
            try:
                said = step()
            except Exception:  # noqa: BLE001 - the others are tried too
                said = "FAILED"
                failed.append(f"{name}: {traceback.format_exc()}")
            self.picture(name)
            self.report.append(f"{name}: {said} ({time.monotonic() - start:.0f} s)")
            (PICTURES / "report.txt").write_text("\n".join(self.report) + "\n", encoding="utf-8")
        if failed:
            raise RuntimeError("\n".join(failed))

    def picture(self, name: str, widget: QWidget | None = None) -> None:
        self.number += 1
        keep(f"{self.number:02}_{name}", (widget or self.window).grab())

    # What is in the window

    def layers(self) -> list[QgsRasterLayer]:
        """Give the results in the project; hillshades are not counted."""
        found = [one for one in self.project.mapLayers().values() if type(one) is QgsRasterLayer]
        results = [one for one in found if "TERRALOOM_MODEL" in one.dataProvider().htmlMetadata()]
        return [one for one in results if not isinstance(one.renderer(), QgsHillshadeRenderer)]

    def rows(self) -> dict[str, str]:
        """Give what the list of runs says of each, by object name."""
        found = [one for one in find("terraloomRunList").findChildren(QWidget) if _is_row(one)]
        return {one.objectName(): find("terraloomRunStatus", QLabel, one).text() for one in found}

    def run(self) -> QgsRasterLayer:
        """Click on Run and give the layer that comes."""
        until("Run can be clicked", lambda: find("terraloomRun", QAbstractButton).isEnabled())
        before = {one.id() for one in self.layers()}
        runs = set(self.rows())
        click("terraloomRun")
        self.until_ended(runs)
        new = [one for one in self.layers() if one.id() not in before]
        # Months of one raster may be layers of their own.
        files = {one.source() for one in new}
        check(len(files) == 1, f"{len(files)} rasters came; the runs say {self.rows()}")
        self.until_drawn()
        active = iface.activeLayer()
        return active if active in new else new[0]

    def until_ended(self, before: set[str], count: int = 1) -> None:
        def ended() -> bool:
            new = [find(name) for name in self.rows() if name not in before]
            bars = [find("terraloomRunProgress", QProgressBar, one) for one in new]
            return len(bars) == count and all(bar.isHidden() for bar in bars)

        until("the run ends", ended)

    def until_drawn(self) -> None:
        until_steady("the map is drawn", lambda: not self.canvas.isDrawing(), 0.5)

    def show(self, place: QgsRectangle) -> None:
        self.canvas.setExtent(place)
        self.canvas.refresh()
        self.until_drawn()

    def open_card(self, algorithm_id: str) -> None:
        if not find("terraloomGallery").isVisible():
            click("terraloomBack")
        press(find(f"terraloomCard_{algorithm_id}"))
        until("the form is there", lambda: find("terraloomFormPage").isVisible())

    def type_seed(self, seed: int) -> None:
        edit = find("terraloomParameter_SEED", QSpinBox).findChild(QLineEdit)
        edit.selectAll()
        QTest.keyClicks(edit, str(seed))
        QTest.keyClick(edit, Qt.Key.Key_Tab)
        QTest.qWait(300)

    def choose_in(self, name: str, data: str) -> None:
        """Go to an entry of a box with the arrow keys."""
        box = find(name, QComboBox)
        choose_row(box, box.findData(data), data)

    def layer_menu(self, layer: QgsRasterLayer, action: str) -> None:
        """Choose from the context menu that the layer has in QGIS's list."""
        view = iface.layerTreeView()
        iface.setActiveLayer(layer)
        until("the layer is known", lambda: find(action, QAction).isEnabled())
        menu = view.menuProvider().createContextMenu()
        choose(menu, action)
        menu.deleteLater()

    def clear(self) -> None:
        """Leave nothing in the project."""
        iface.messageBar().clearWidgets()
        # QGIS does this when a user removes layers. Without, the map keeps their picture, and a 3D
        # view of QGIS 3.40 their addresses, with which it crashes when the next layers come.
        self.canvas.setLayers([])
        self.project.removeAllMapLayers()
        self.project.layerTreeRoot().removeAllChildren()


def _is_row(widget: QWidget) -> bool:
    return widget.objectName().partition("_")[0] == "terraloomRun" and "_" in widget.objectName()


def is_hillshade(layer: Any) -> bool:
    return isinstance(layer.renderer(), QgsHillshadeRenderer)


def rasters() -> set[Path]:
    return {one for one in HOME.rglob("*") if one.suffix in (".tif", ".part", ".vrt")}


def colours_of(image: Any) -> int:
    places = ((x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7))
    return len({image.pixel(x, y) for x, y in places})
