"""What `tools/desktop_walk` has QGIS's desktop do, and what must come of it: run by ``--code``.

From the installation on, in the order in which one would try it. All is done with clicks and keys
on what is in the window; only the map is moved, and data are opened, as other plugins would.
"""

from __future__ import annotations

import os
import tempfile

import hands
import numpy as np
import pyplugin_installer
from hands import click, find, play, press, until, until_steady
from help_steps import HelpSteps
from kind_steps import KindSteps
from model_steps import ModelSteps
from qgis.core import QgsApplication, QgsCoordinateReferenceSystem, QgsRasterLayer, QgsRectangle
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAction,
    QDockWidget,
    QProgressBar,
    QSpinBox,
    QToolButton,
)
from qgis.utils import iface
from walker import DETAIL, HOME, TERRAIN, check, colours_of, is_hillshade, pixels, rasters, tags

COARSE = os.environ["TERRALOOM_COARSE_DEM"]
ZIP = os.environ["TERRALOOM_ZIP"]
WANTED = os.environ.get("TERRALOOM_STEPS", "").split()
CRS = "EPSG:32632"
PLACE = QgsRectangle(600_000, 5_150_000, 612_000, 5_158_000)
ALPS = QgsRectangle(455_000, 5_165_000, 465_000, 5_173_000)
MOST_CLICKS = 4


class Walk(ModelSteps, KindSteps, HelpSteps):
    """All the steps; those of new kinds of models, of models and of help are written apart."""

    def all(self) -> None:
        steps = (
            self.install,
            self.first_layer,
            self.layer_over_the_map,
            self.detail,
            self.preview,
            self.cancel,
            self.queue,
            self.reproduce,
            self.extend,
            self.verify,
            self.live_layer,
            self.climate,
            self.buildings,
            self.own_model,
            self.broken_model,
            self.help_pages,
        )
        always = (self.install, self.first_layer)
        self.take([one for one in steps if not WANTED or one in always or one.__name__ in WANTED])

    def install(self) -> str:
        self.window.resize(1360, 860)  # newer QGIS starts smaller than its own tool bars
        pyplugin_installer.instance().installFromZipFile(ZIP)
        until("the button is there", lambda: self.window.findChild(QDockWidget, "terraloomPanel"))
        registry = QgsApplication.processingRegistry()
        provider = registry.providerById("terraloom")
        check(provider is not None, "there is no provider")
        return f"{len(provider.algorithms())} algorithms"

    def first_layer(self) -> str:
        hands.clicks = 0
        action = find("terraloomTogglePanel", QAction)
        buttons = [
            one for one in self.window.findChildren(QToolButton) if one.defaultAction() is action
        ]
        press(buttons[0])
        self.picture("panel")
        self.open_card(TERRAIN)
        self.picture("form")
        layer = self.run()
        check(hands.clicks <= MOST_CLICKS, f"{hands.clicks} clicks to the first layer")
        check(layer.isValid() and layer.crs().isValid(), "the first layer is not valid")
        found = tags(layer)
        check(found["TERRALOOM_MODEL"] == "terrain", str(found))
        check("Synthetic" in layer.metadata().abstract(), "the layer does not say what it is")
        node = self.project.layerTreeRoot().findLayer(layer.id())
        check(node.parent().name() == "Terrain", "the layer is in no group of its model")
        shades = [one for one in node.parent().findLayers() if is_hillshade(one.layer())]
        check(len(shades) == 1, "the layer has no hillshade")
        return f"{hands.clicks} clicks, {layer.width()} x {layer.height()} px"

    def layer_over_the_map(self) -> str:
        self.clear()
        self.project.setCrs(QgsCoordinateReferenceSystem(CRS))
        self.show(PLACE)
        self.open_card(TERRAIN)
        self.type_seed(11)
        view = self.canvas.extent()
        layer = self.run()
        self.terrain = layer
        box, size = layer.extent(), layer.rasterUnitsPerPixelX()
        check(layer.crs().authid() == CRS, layer.crs().authid())
        check(box.contains(view), f"{box.toString()} does not cover {view.toString()}")
        check(box.width() < view.width() + 2 * size, "the layer is wider than the map")
        check(tags(layer)["TERRALOOM_SEED"] == "11", tags(layer)["TERRALOOM_SEED"])
        check(layer.name() == "Terrain (seed 11)", layer.name())
        check(np.ptp(pixels(layer)) > 5.0, "the land is flat")
        return f"{layer.width()} x {layer.height()} px at {size:g} m"

    def detail(self) -> str:
        coarse = iface.addRasterLayer(COARSE, "alps 480 m")
        self.coarse = coarse
        iface.setActiveLayer(coarse)
        self.show(ALPS)
        click("terraloomBack")
        press(find("terraloomFitsLayer"))
        check(not find(f"terraloomCard_{TERRAIN}").isVisible(), "a card that does not fit is shown")
        self.open_card(DETAIL)
        self.choose_in("terraloomExtentMode", "canvas")
        fine = self.run()
        check(tags(fine)["TERRALOOM_MODEL"] == "terrain_detail", str(tags(fine)))
        step = coarse.rasterUnitsPerPixelX() / fine.rasterUnitsPerPixelX()
        check(step == 16.0, f"it is {step:g} times finer")
        check(fine.extent().contains(self.canvas.extent()), "the map is not covered")
        gap = self.gap_of_means(coarse, fine, int(step))
        check(gap < 5.0, f"half of the block means are {gap:.2f} m or more off the coarse ones")
        return f"16 times finer; block means off by {gap:.1f} m (median)"

    def gap_of_means(self, coarse: QgsRasterLayer, fine: QgsRasterLayer, step: int) -> float:
        """Give the median distance between a coarse pixel and the mean of its fine ones."""
        size, inner, outer = fine.rasterUnitsPerPixelX(), fine.extent(), coarse.extent()
        x = round((inner.xMinimum() - outer.xMinimum()) / size)
        y = round((outer.yMaximum() - inner.yMaximum()) / size)
        column, row = -(-x // step), -(-y // step)  # the first coarse pixel that is whole
        values = pixels(fine)[row * step - y :, column * step - x :]
        rows, columns = values.shape[0] // step, values.shape[1] // step
        values = values[: rows * step, : columns * step]
        means = values.reshape(rows, step, columns, step).mean(axis=(1, 3))
        known = pixels(coarse)[row : row + rows, column : column + columns]
        return float(np.median(np.abs(means - known)))

    def preview(self) -> str:
        before = self.canvas.grab().toImage()
        click("terraloomPreview")
        preview = hands.desktop()._preview
        until("the preview is there", lambda: not preview.is_busy)
        self.until_drawn()
        check(self.canvas.grab().toImage() != before, "the map looks as before")
        self.picture("preview_of_detail")
        click("terraloomPreview")
        click("terraloomBack")
        press(find("terraloomFitsLayer"))
        self.show(PLACE)
        self.open_card(TERRAIN)
        click("terraloomPreview")
        until("the preview is there", lambda: not preview.is_busy)
        self.picture("preview_of_terrain")
        click("terraloomSeeds")
        strip = find("terraloomSeedStrip")
        until("six seeds are there", lambda: hands.seeds_shown(strip) == 6)
        self.picture("six_seeds")
        before = self.canvas.grab().toImage()
        press(find("terraloomSeed3", QAbstractButton, strip))
        until(
            "the preview is another",
            lambda: not preview.is_busy and self.canvas.grab().toImage() != before,
        )
        return "of both models, with swipe and six seeds"

    def cancel(self) -> str:
        click("terraloomSeeds")
        click("terraloomPreview")
        before, layers, files = set(self.rows()), self.layers(), rasters()
        wide = QgsRectangle(PLACE)
        wide.scale(8)
        self.show(wide)
        until("Run can be clicked", lambda: find("terraloomRun", QAbstractButton).isEnabled())
        click("terraloomRun")
        until("the run is on its way", lambda: len(self.rows()) > len(before))
        (name,) = set(self.rows()) - before
        bar = find("terraloomRunProgress", QProgressBar, find(name))
        until("some of it is done", lambda: bar.value() > bar.minimum())
        self.picture("running")
        click("terraloomRunCancel", find(name))
        self.until_ended(before)
        check(self.rows()[name] == "Cancelled", self.rows()[name])
        check(len(self.layers()) == len(layers), "a cancelled run gave a layer")
        check(rasters() == files, f"it left {rasters() - files}")
        return "nothing is left"

    def queue(self) -> str:
        wide = QgsRectangle(PLACE)  # so that the first still runs when the second is asked for
        wide.scale(3.0)
        self.show(wide)
        before, had = set(self.rows()), {one.id() for one in self.layers()}
        for seed in (21, 22):
            self.type_seed(seed)
            until("Run can be clicked", lambda: find("terraloomRun", QAbstractButton).isEnabled())
            click("terraloomRun")
        said = [text for name, text in self.rows().items() if name not in before]
        check(said.count("Waiting") == 1, f"the runs say {said}")
        self.picture("two_runs")
        self.until_ended(before, 2)
        self.until_drawn()
        new = [one for one in self.layers() if one.id() not in had]
        seeds = sorted(tags(one)["TERRALOOM_SEED"] for one in new)
        check(seeds == ["21", "22"], f"layers came with seeds {seeds}")
        return "one after the other, two layers"

    def reproduce(self) -> str:
        self.layer_menu(self.terrain, "terraloomLayerReproduce")
        box = find("terraloomParameter_SEED", QSpinBox)
        check(box.value() == 11, f"the form has seed {box.value()}")
        again = self.run()
        check(np.array_equal(pixels(again), pixels(self.terrain)), "other pixels")
        return "equal in every pixel"

    def extend(self) -> str:
        wider = QgsRectangle(self.terrain.extent())
        wider.scale(1.4)
        self.show(wider)
        self.layer_menu(self.terrain, "terraloomLayerExtend")
        larger = self.run()
        check(larger.width() > self.terrain.width(), "it is not wider")
        size = larger.rasterUnitsPerPixelX()
        x = round((self.terrain.extent().xMinimum() - larger.extent().xMinimum()) / size)
        y = round((larger.extent().yMaximum() - self.terrain.extent().yMaximum()) / size)
        inside = pixels(larger)[y : y + self.terrain.height(), x : x + self.terrain.width()]
        check(np.array_equal(inside, pixels(self.terrain)), "the old part has other pixels")
        return f"{larger.width()} x {larger.height()} px, the old part equal in every pixel"

    def verify(self) -> str:
        before = set(self.rows())
        self.layer_menu(self.terrain, "terraloomLayerVerify")
        self.until_ended(before)
        (said,) = (text for name, text in self.rows().items() if name not in before)
        return said

    def live_layer(self) -> str:
        self.clear()
        self.project.setCrs(QgsCoordinateReferenceSystem(CRS))
        self.open_card(TERRAIN)
        click("terraloomLive")
        (name,) = self.project.mapLayers()
        layer = self.project.mapLayer(name)
        wide = QgsRectangle(PLACE)
        wide.scale(3)
        self.show(wide)
        self.until_full()
        self.picture("live_wide")
        before = self.canvas.grab().toImage()
        self.canvas.setFocus()
        QTest.keyClick(self.canvas, Qt.Key.Key_Right)
        self.until_full()
        after = self.canvas.grab().toImage()
        check(after != before, "the map has not moved")
        colours = colours_of(after)
        check(colours > 50, "the map is blank")
        said = f"{layer.name()}, {colours} colours after a move"
        self.picture("live_moved")
        self.clear()
        return said

    def until_full(self) -> None:
        """Wait until every tile has come and is drawn."""
        live = hands.desktop()._live_layers
        complete = lambda: not (live.is_busy or self.canvas.isDrawing())  # noqa: E731
        until_steady("the live layer is complete", complete)


def scenes() -> None:
    tempfile.tempdir = str(HOME)  # results and their paths end up in pictures: no user's folder
    Walk().all()


play(scenes)
