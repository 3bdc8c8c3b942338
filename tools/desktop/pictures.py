"""What `tools/desktop_pictures` has QGIS's desktop do and take pictures of: run by ``--code``.

The panel is used as a user does, with clicks; forms are filled through the panel's own door.
"""

from __future__ import annotations

import os
import tempfile
from typing import Any

import processing
from hands import PICTURES, click, desktop, find, keep, play, seeds_shown, until, until_steady
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRasterLayer, QgsRectangle
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractButton, QAction, QApplication, QDockWidget, QWidget
from qgis.utils import iface

COARSE = os.environ["TERRALOOM_COARSE_DEM"]
CRS = "EPSG:32632"
PLACE = QgsRectangle(600_000, 5_150_000, 660_000, 5_190_000)
TERRAIN, DETAIL = "terraloom:terrain", "terraloom:terrain_detail"


class Scenes:
    """The pictures in the order in which they can be taken."""

    def __init__(self) -> None:
        self.desktop = desktop()
        self.window, self.canvas = iface.mainWindow(), iface.mapCanvas()
        self.dock = find("terraloomPanel", QDockWidget)

    def all(self) -> None:
        self.tidy()
        for scene in (
            self.terrain,
            self.gallery,
            self.models,
            self.provenance,
            self.verify,
            self.extend,
            self.preview,
            self.live_layer,
            self.detail,
            self.forms,
            self.options,
        ):
            scene()

    def tidy(self) -> None:
        """A window with the map, the layers and the panel, and nothing else."""
        iface.newProject()  # before, the greeting hides the map
        self.window.resize(1320, 820)
        for dock in self.window.findChildren(QDockWidget):
            dock.setVisible(dock.objectName() in ("Layers", "terraloomPanel"))
        for bar in ("mAttributesToolBar", "mDataSourceManagerToolBar", "mDigitizeToolBar"):
            self.window.findChild(QWidget, bar).hide()
        QgsProject.instance().setCrs(QgsCoordinateReferenceSystem(CRS))
        if not self.dock.isVisible():
            find("terraloomTogglePanel", QAction).trigger()
        QTest.qWait(500)
        layers = find("Layers", QDockWidget)
        self.window.resizeDocks([layers, self.dock], [250, 390], Qt.Orientation.Horizontal)
        QTest.qWait(1000)

    def show(self, place: QgsRectangle) -> None:
        self.canvas.setExtent(place)
        self.canvas.refresh()
        self.drawn()

    def drawn(self) -> None:
        until_steady("the map is drawn", lambda: not self.canvas.isDrawing(), 0.5)

    def run(self) -> Any:
        """Click on Run, wait for the end, and give the run."""
        ended: list[Any] = []
        self.desktop.queue.finished.connect(ended.append)
        until("Run can be clicked", lambda: find("terraloomRun", QAbstractButton).isEnabled())
        click("terraloomRun")
        until("the run has ended", lambda: bool(ended))
        self.desktop.queue.finished.disconnect(ended.append)
        if ended[0].state != "done":
            raise RuntimeError(ended[0].message)
        self.drawn()
        return ended[0]

    def clear(self) -> None:
        self.desktop.panel.show_gallery()
        iface.messageBar().clearWidgets()
        self.canvas.setLayers([])  # see the walk's `clear`
        QgsProject.instance().removeAllMapLayers()
        QgsProject.instance().layerTreeRoot().removeAllChildren()

    def open_form(self, algorithm_id: str, **parameters: Any) -> None:
        self.desktop.open_form(algorithm_id, parameters)
        QTest.qWait(1500)

    def terrain(self) -> None:
        self.show(PLACE)
        card = find(f"terraloomCard_{TERRAIN}")
        QTest.mouseClick(card, Qt.MouseButton.LeftButton)
        QTest.qWait(500)
        self.open_form(TERRAIN, PIXEL_SIZE=60, SEED=11, LANDFORM="coast", RELIEF=70)
        self.run()
        keep("terrain", self.window.grab())
        iface.messageBar().clearWidgets()
        keep("panel_form", self.dock.grab())

    def gallery(self) -> None:
        click("terraloomBack")
        QTest.qWait(500)
        keep("panel", self.window.grab())
        keep("panel_gallery", self.dock.grab())

    def models(self) -> None:
        find("terraloomModels", QAction).trigger()
        QTest.qWait(800)
        dialog = find("terraloomModels", QWidget)
        keep("models", dialog.grab())
        dialog.close()

    def provenance(self) -> None:
        find("terraloomLayerProvenance", QAction).trigger()
        QTest.qWait(800)
        dialog = find("terraloomProvenance")
        keep("provenance", dialog.grab())
        dialog.close()

    def verify(self) -> None:
        ended: list[Any] = []
        self.desktop.queue.finished.connect(ended.append)
        find("terraloomLayerVerify", QAction).trigger()
        until("the layer is verified", lambda: bool(ended))
        self.desktop.queue.finished.disconnect(ended.append)
        self.drawn()
        keep("verify", self.window.grab())
        iface.messageBar().clearWidgets()

    def extend(self) -> None:
        """With the view drawn back, so that the old layer lies in the middle of the new."""
        wider = self.canvas.extent()
        wider.scale(1.5)
        self.show(wider)
        find("terraloomLayerExtend", QAction).trigger()
        QTest.qWait(1500)
        self.run()
        iface.messageBar().clearWidgets()
        keep("extend", self.window.grab())
        self.clear()

    def preview(self) -> None:
        self.show(PLACE)
        self.open_form(TERRAIN, SEED=729643, RELIEF=60)
        click("terraloomPreview")
        click("terraloomSeeds")
        until("the preview is there", lambda: not self.desktop._preview.is_busy)
        strip = find("terraloomSeedStrip")
        until("six seeds are there", lambda: seeds_shown(strip) == 6)
        keep("preview", self.window.grab())
        click("terraloomSeeds")
        click("terraloomPreview")

    def live_layer(self) -> None:
        click("terraloomLive")
        self.desktop.panel.show_gallery()
        wide = QgsRectangle(PLACE)
        wide.scale(12)
        self.show(wide)
        live = self.desktop._live_layers
        complete = lambda: not (live.is_busy or self.canvas.isDrawing())  # noqa: E731
        until_steady("the live layer is complete", complete)
        keep("live_layer", self.window.grab())
        self.clear()

    def detail(self) -> None:
        layer = QgsRasterLayer(COARSE, "alps 480 m")
        QgsProject.instance().addMapLayer(layer)
        iface.setActiveLayer(layer)
        place = layer.extent()
        place.scale(0.35)
        self.show(place)
        self.open_form(DETAIL, INPUT=layer.id(), SCALE="16")
        click("terraloomPreview")
        until("the preview is there", lambda: not self.desktop._preview.is_busy)
        QTest.qWait(2000)
        keep("terrain_detail", self.window.grab())
        click("terraloomPreview")
        self.clear()

    def forms(self) -> None:
        """The forms of the algorithms that are not shown at work."""
        self.open_form("terraloom:apply_model")
        keep("apply_model", self.dock.grab())
        self.desktop.panel.show_gallery()
        for name in ("set_up_torch", "diagnostics"):
            dialog = processing.createAlgorithmDialog(f"terraloom:{name}", {})
            dialog.resize(860, 480)
            dialog.show()
            QTest.qWait(800)
            keep(name, dialog.grab())
            dialog.close()

    def options(self) -> None:
        """QGIS's options are modal: the picture is taken while they are open."""

        def take() -> None:
            dialog = QApplication.activeModalWidget()
            dialog.resize(980, 760)
            QTest.qWait(2500)
            keep("options", dialog.grab())
            dialog.reject()

        QTimer.singleShot(1500, take)
        iface.showOptionsDialog(self.window, "terraloomOptions")


def scenes() -> None:
    # Results and their paths end up in pictures: no user's folder.
    tempfile.tempdir = str(PICTURES.parent)
    Scenes().all()


play(scenes)
