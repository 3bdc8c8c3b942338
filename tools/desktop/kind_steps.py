"""Steps of the walk with models that make more than one raster: months, and buildings."""

from __future__ import annotations

import math

from hands import PICTURES, find, press, until
from osgeo import ogr, osr
from qgis.core import QgsCoordinateReferenceSystem, QgsRasterLayer, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAction,
    QApplication,
    QComboBox,
    QDockWidget,
    QWidget,
)
from qgis.utils import iface
from walker import HOME, Walker, check, choose_row, colours_of, tags

CLIMATE, BUILDINGS = "terraloom:climate", "terraloom:buildings"
EUROPE = QgsRectangle(2_500_000, 1_500_000, 6_500_000, 4_500_000)
MONTHS = 12
TOWN = (600_000.0, 5_150_000.0, 900.0)  # west, south, side


class KindSteps(Walker):
    def climate(self) -> str:
        self.clear()
        self.project.setCrs(QgsCoordinateReferenceSystem("EPSG:3035"))
        self.show(EUROPE)
        self.open_card(CLIMATE)
        modes = find("terraloomExtentMode", QComboBox)
        check(modes.findData("whole") < 0, "all of a layer is offered, and there is no layer")
        self.picture("form_of_climate")
        layer = self.run()
        check(tags(layer)["TERRALOOM_MODEL"] == "climate", str(tags(layer)))
        check(layer.bandCount() == MONTHS, f"{layer.bandCount()} bands")
        check(layer.temporalProperties().isActive(), "the layer has no time")
        until("every month can be shown", lambda: self.months(layer) == MONTHS)
        self.picture("climate_done")
        seen = [self.shown_in(number) for number in (1, 7)]
        check(seen[0] != seen[1], "January looks like July")
        return f"{layer.width()} x {layer.height()} px, {MONTHS} months, shown by the controller"

    def months(self, layer: QgsRasterLayer) -> int:
        """How many months the temporal controller can show."""
        times = layer.temporalProperties()
        if hasattr(times, "fixedRangePerBand") and times.fixedRangePerBand():
            return len(times.fixedRangePerBand())
        same = [one for one in self.layers() if one.source() == layer.source()]
        return sum(one.temporalProperties().isActive() for one in same)

    def shown_in(self, month: int) -> object:
        """The map with the temporal controller at a month, set with its own buttons."""
        dock = self.temporal_dock()
        if month == 1:
            press(_seen(dock, "mNavigationAnimated"))
            press(_seen(dock, "mSetRangeButton"))
            choose_text(find("mTimeStepsComboBox", QComboBox, dock), "months")
            rewind = _seen(dock, "mRewindButton")
            if rewind.isEnabled():  # newer QGIS is at the first month already
                press(rewind)
        for _ in range(month - 1):
            press(_seen(dock, "mNextButton"))
        self.until_drawn()
        self.picture(f"month_{month}")
        return self.canvas.grab().toImage()

    def temporal_dock(self) -> QDockWidget:
        docks = self.window.findChildren(QDockWidget)
        (dock,) = (one for one in docks if one.findChild(QWidget, "mNavigationAnimated"))
        if not dock.isVisible():
            find("mActionTemporalController", QAction).trigger()
            QTest.qWait(500)
        return dock

    def buildings(self) -> str:
        self.clear()
        self.project.setCrs(QgsCoordinateReferenceSystem("EPSG:32632"))
        west, south, side = TOWN
        roads = iface.addVectorLayer(_roads(), "roads", "ogr")
        self.show(QgsRectangle(west, south, west + side, south + side))
        self.open_card(BUILDINGS)
        self.choose_layer("terraloomParameter_ROADS", roads.name())
        self.picture("form_of_buildings")
        layer = self.run()
        check(tags(layer)["TERRALOOM_MODEL"] == "buildings", str(tags(layer)))
        found = self.project.mapLayers().values()
        (prints,) = (one for one in found if type(one) is QgsVectorLayer and one is not roads)
        count = prints.featureCount()
        check(count > 50, f"{count} footprints")
        heights = sorted(one["height"] for one in prints.getFeatures())
        check(heights[0] > 0.0, f"a building of {heights[0]} m")
        group = self.project.layerTreeRoot().findLayer(prints.id()).parent().name()
        check(group == "Buildings", f"the footprints are in '{group}'")
        check(prints.renderer3D() is not None, "3D views would show flat footprints")
        self.picture("footprints")
        said = self.in_3d()
        return f"{count} footprints, {heights[0]} to {heights[-1]} m high; {said}"

    def choose_layer(self, name: str, layer: str) -> None:
        choose_text(find(name).findChild(QComboBox), layer)

    def in_3d(self) -> str:
        """The map in a 3D view, where this computer can draw one."""
        action = self.window.findChild(QAction, "mActionNew3DMapCanvas")
        if action is None or not action.isEnabled():
            return "this QGIS has no 3D view"
        before = set(self.window.findChildren(QDockWidget))
        action.trigger()
        QTest.qWait(5_000)
        docks = self.window.findChildren(QDockWidget)
        new = [one for one in docks if one not in before and "3D" in one.windowTitle()]
        for dock in new:
            dock.setFloating(True)
            dock.resize(1200, 800)
            dock.move(60, 60)
            QTest.qWait(1000)
            for tilt in dock.findChildren(QAbstractButton, "mTiltUpButton"):
                for _ in range(4):
                    QTest.mouseClick(tilt, Qt.MouseButton.LeftButton)
                    QTest.qWait(300)
        QTest.qWait(10_000)
        screen = QApplication.primaryScreen().grabWindow(0)
        self.number += 1
        screen.save(str(PICTURES / f"{self.number:02}_buildings_3d.png"))
        colours = colours_of(screen.toImage())
        for dock in new:
            dock.close()
        return f"a 3D view, {colours} colours on the screen"


def _seen(dock: QDockWidget, name: str) -> QAbstractButton:
    """The button of that name that is shown: newer QGIS has one for each way to navigate."""
    return next(one for one in dock.findChildren(QAbstractButton, name) if one.isVisible())


def choose_text(box: QComboBox, text: str) -> None:
    """Go to the entry that begins so, with the arrow keys."""
    choose_row(box, box.findText(text, Qt.MatchFlag.MatchStartsWith), text)


def _roads() -> str:
    """A small town's roads, as a layer that somebody has: two main roads, streets between."""
    path = HOME / "roads.gpkg"
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(32632)
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = dataset.CreateLayer("roads", reference, ogr.wkbLineString)
    layer.CreateField(ogr.FieldDefn("highway", ogr.OFTString))
    west, south, side = TOWN
    steps = [side * number / 30 for number in range(31)]
    for number in range(1, 8):
        kind = "primary" if number == 4 else "residential"
        across = side * number / 8
        bends = [(one, across + 18 * math.sin(one / 130 + number)) for one in steps]
        _add_line(layer, kind, [(west + x, south + y) for x, y in bends])
        if number % 2 == 0:
            _add_line(layer, kind, [(west + y, south + x) for x, y in bends])
    dataset = None
    return str(path)


def _add_line(layer: ogr.Layer, kind: str, points: list[tuple[float, float]]) -> None:
    line = ogr.Geometry(ogr.wkbLineString)
    for x, y in points:
        line.AddPoint_2D(x, y)
    feature = ogr.Feature(layer.GetLayerDefn())
    feature.SetField("highway", kind)
    feature.SetGeometry(line)
    layer.CreateFeature(feature)
