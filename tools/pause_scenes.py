"""What `tools/pauses` has QGIS's desktop do while a timer in its thread beats: run by ``--code``.

The longest time between two beats is how long the window did not answer.
"""

from __future__ import annotations

import json
import os
import shutil
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Callable, Optional

from heartbeat import Heartbeat
from qgis import utils
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractButton, QAction, QApplication, QWidget
from qgis.utils import iface

REPORT = Path(os.environ["TERRALOOM_PAUSES"])
COARSE = os.environ["TERRALOOM_COARSE_DEM"]
BYTECODE = os.environ["TERRALOOM_BYTECODE"]
TIMES = int(os.environ["TERRALOOM_TIMES"])
WANTED = os.environ["TERRALOOM_SCENE"]
PATIENCE_S = 120
PLACE = QgsRectangle(600_000, 5_150_000, 660_000, 5_190_000)
EUROPE = "2500000,6500000,1500000,4500000 [EPSG:3035]"
ALPS = "455000,465000,5165000,5173000 [EPSG:32632]"
TOWN = "600000,601000,5150000,5151000 [EPSG:32632]"
TERRAIN, DETAIL = "terraloom:terrain", "terraloom:terrain_detail"


def find(name: str, kind: type = QWidget) -> Any:
    found = iface.mainWindow().findChild(kind, name)
    if found is None:
        raise LookupError(name)
    return found


def click(name: str) -> None:
    QTest.mouseClick(find(name, QAbstractButton), Qt.MouseButton.LeftButton)


def rest(milliseconds: int = 700) -> None:
    QTest.qWait(milliseconds)


def until(what: str, is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE_S
    while not is_so():
        if time.monotonic() > end:
            raise TimeoutError(what)
        QTest.qWait(30)


def roads() -> QgsVectorLayer:
    """Give five streets across the town."""
    layer = QgsVectorLayer("LineString?crs=EPSG:32632", "roads", "memory")
    for number in range(1, 6):
        feature = QgsFeature()
        y = 5_150_000 + 160 * number
        feature.setGeometry(QgsGeometry.fromWkt(f"LineString(600000 {y}, 601000 {y + 40})"))
        layer.dataProvider().addFeature(feature)
    layer.updateExtents()
    return layer


class Scenes:
    """Each scene is played several times; what is not of interest is done before it is timed."""

    def __init__(self) -> None:
        self.heart = Heartbeat()
        self.pauses: dict[str, list[dict[str, Any]]] = {}

    @property
    def desktop(self) -> Any:
        return utils.plugins["terraloom"]._desktop

    def all(self) -> None:
        iface.newProject()
        iface.mainWindow().resize(1320, 820)
        QgsProject.instance().setCrs(QgsCoordinateReferenceSystem("EPSG:32632"))
        iface.mapCanvas().setExtent(PLACE)
        rest(1500)
        for scene in (
            self.idle,
            self.plugin,
            self.models,
            self.panel,
            self.forms,
            self.run,
            self.kinds,
            self.saving,
            self.previews,
            self.live,
            self.dialogs,
        ):
            if scene.__name__.startswith(WANTED):
                scene()

    @contextmanager
    def timed(self, name: str) -> Iterator[None]:
        self.heart.forget()
        yield
        rest()
        self.pauses.setdefault(name, []).append(self.heart.worst())

    def idle(self) -> None:
        for _ in range(TIMES):
            with self.timed("nothing"):
                rest(1500)

    def plugin(self) -> None:
        for number in range(TIMES):
            with self.timed("plugin off"):
                utils.unloadPlugin("terraloom")
            if number == 0:
                shutil.rmtree(BYTECODE, ignore_errors=True)
            first = ", first time after its installation" if number == 0 else ""
            with self.timed(f"plugin on{first}"):
                utils.loadPlugin("terraloom")
                utils.startPlugin("terraloom")
                until("all parts are in the window", lambda: utils.plugins["terraloom"]._built)

    def models(self) -> None:
        for _ in range(TIMES):
            with self.timed("models looked for again"):
                self.desktop.reload_models()

    def panel(self) -> None:
        self.show_panel()
        for _ in range(TIMES):
            find("terraloomTogglePanel", QAction).trigger()
            rest()
            with self.timed("panel shown"):
                find("terraloomTogglePanel", QAction).trigger()

    def show_panel(self) -> None:
        if not find("terraloomPanel").isVisible():
            find("terraloomTogglePanel", QAction).trigger()
            rest()

    def forms(self) -> None:
        self.show_panel()
        for number in range(TIMES):
            for algorithm_id in (TERRAIN, DETAIL, "terraloom:apply_model"):
                self.desktop.panel.show_gallery()
                rest()
                card = find(f"terraloomCard_{algorithm_id}")
                first = ", first time" if number == 0 else ""
                with self.timed(f"form of {algorithm_id[10:]} opened{first}"):
                    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
                    until("the form is there", lambda: self.desktop.panel.page() is not None)
                    rest()
                if algorithm_id == TERRAIN:
                    with self.timed("advanced part opened"):
                        find("terraloomAdvanced").setCollapsed(False)
                    with self.timed("dice rolled"):
                        click("terraloomDice")
                    find("terraloomAdvanced").setCollapsed(True)

    def run(self) -> None:
        self.show_panel()
        for number in range(TIMES):
            self.desktop.open_form(TERRAIN, {"PIXEL_SIZE": 60, "SEED": 11 + number})
            rest()
            until("Run can be clicked", lambda: find("terraloomRun").isEnabled())
            first = ", first time" if number == 0 else ""
            with self.timed(f"run of terrain, click to end{first}"):
                run = self.ran(lambda: click("terraloomRun"))
            if run.state != "done":
                raise RuntimeError(run.message)
            until("the map is drawn", lambda: not iface.mapCanvas().isDrawing())
        source = run.output
        for _ in range(TIMES):
            with self.timed("(QGIS alone: the same file as a plain layer)"):
                layer = QgsRasterLayer(str(source), "plain")
                QgsProject.instance().addMapLayer(layer)
                until("the map is drawn", lambda: not iface.mapCanvas().isDrawing())
            QgsProject.instance().removeMapLayer(layer)
            rest()

    def kinds(self) -> None:
        """Runs that load more than one raster, or read one."""
        self.show_panel()
        QgsProject.instance().removeAllMapLayers()
        layer, streets = QgsRasterLayer(COARSE, "coarse"), roads()
        QgsProject.instance().addMapLayers([layer, streets])
        for algorithm_id, parameters in (
            (DETAIL, {"INPUT": layer.id(), "SCALE": "16", "EXTENT": ALPS}),
            ("terraloom:climate", {"EXTENT": EUROPE, "TARGET_CRS": "EPSG:3035"}),
            ("terraloom:buildings", {"EXTENT": TOWN, "PIXEL_SIZE": 2, "ROADS": streets.id()}),
        ):
            for _ in range(TIMES):
                self.desktop.open_form(algorithm_id, parameters)
                until("Run can be clicked", lambda: find("terraloomRun").isEnabled())
                rest()
                with self.timed(f"run of {algorithm_id[10:]}, click to end"):
                    run = self.ran(lambda: click("terraloomRun"))
                    rest(2000)  # what is loaded a little later
                if run.state != "done":
                    raise RuntimeError(run.message)
        QgsProject.instance().removeAllMapLayers()

    def live(self) -> None:
        self.show_panel()
        self.desktop.open_form(TERRAIN, {"SEED": 5})
        canvas, layers = iface.mapCanvas(), self.desktop._live_layers
        rest()
        for _ in range(TIMES):
            with self.timed("live layer, from its click until it is complete"):
                click("terraloomLive")
                rest(500)
                until("it is complete", lambda: not (layers.is_busy or canvas.isDrawing()))
            with self.timed("live layer, moved until it is complete"):
                place = canvas.extent()
                canvas.setExtent(place.buffered(-0.1 * place.width()))
                canvas.refresh()
                rest(500)
                until("it is complete", lambda: not (layers.is_busy or canvas.isDrawing()))
            QgsProject.instance().removeAllMapLayers()

    def ran(self, start: Callable[[], None]) -> Any:
        ended: list[Any] = []
        self.desktop.queue.finished.connect(ended.append)
        start()
        until("the run has ended", lambda: bool(ended))
        self.desktop.queue.finished.disconnect(ended.append)
        return ended[0]

    def saving(self) -> None:
        target = REPORT.with_name("project.qgz")
        for _ in range(TIMES):
            with self.timed("project saved"):
                QgsProject.instance().write(str(target))
        with self.timed("project opened"):
            iface.addProject(str(target))
        QgsProject.instance().removeAllMapLayers()
        for _ in range(TIMES):
            with self.timed("(QGIS alone: an empty project saved)"):
                QgsProject.instance().write(str(target))

    def previews(self) -> None:
        self.show_panel()
        self.desktop.open_form(TERRAIN, {"SEED": 3})
        rest(1500)
        for _ in range(TIMES):
            with self.timed("preview"):
                click("terraloomPreview")
                rest(300)
                until("the preview is there", lambda: not self.desktop._preview.is_busy)
            click("terraloomPreview")
            rest()

    def dialogs(self) -> None:
        for _ in range(TIMES):
            with self.timed("models dialog"):
                find("terraloomModels", QAction).trigger()
            find("terraloomModels", QWidget).close()
            with self.timed("options page made"):
                page = self.desktop._options.createWidget(iface.mainWindow())
                page.show()
            page.deleteLater()
            rest()


def play() -> None:
    scenes: Optional[Scenes] = None
    found: dict[str, Any] = {}
    try:
        scenes = Scenes()
        scenes.all()
    except Exception:  # noqa: BLE001 - the tool shows it; QGIS's own dialog would wait for a click
        found["error"] = traceback.format_exc()
    found["pauses"] = scenes.pauses if scenes is not None else {}
    REPORT.write_text(json.dumps(found), encoding="utf-8")
    QApplication.processEvents()
    os._exit(0)


if QgsApplication.instance() is not None:
    QTimer.singleShot(1500, play)
