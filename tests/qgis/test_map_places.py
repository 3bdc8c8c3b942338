"""Places that are chosen on the map: extents, the place of a preview, and a map that is hidden."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsMapToolPan, QgsRubberBand
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QLabel, QStackedWidget, QToolButton

from ...ui import extent_chooser as extents
from ...ui.map_sight import home, is_hidden, show_map
from ...ui.panel import Panel
from ...ui.place_picker import PlacePicker, PlaceTool
from .test_panel_form import neighbours, opened, panel, settled, squares  # noqa: F401
from .test_runs import wait
from .window import FakeWindow, Neighbours

BOX = QgsRectangle(600_000, 5_180_000, 618_000, 5_198_000)
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


@pytest.fixture
def window(context: QgsProcessingContext) -> Iterator[FakeWindow]:
    window = FakeWindow()
    window.show_place(BOX)
    yield window
    window.dispose()


@pytest.fixture
def button(window: FakeWindow) -> QToolButton:
    return QToolButton(window.mainWindow())


@pytest.fixture
def picker(window: FakeWindow, button: QToolButton) -> Iterator[PlacePicker]:
    window.mapCanvas().setMapTool(QgsMapToolPan(window.mapCanvas()))
    picker = PlacePicker(window.mapCanvas(), button)
    yield picker
    picker.close()


def test_a_click_is_a_place_until_the_map_goes_elsewhere(
    picker: PlacePicker, button: QToolButton, window: FakeWindow
) -> None:
    canvas = window.mapCanvas()
    told: list[bool] = []
    picker.changed.connect(lambda: told.append(picker.place() is not None))
    button.click()
    assert canvas.viewport().cursor().shape() == Qt.CursorShape.CrossCursor
    QTest.mouseClick(canvas.viewport(), LEFT, pos=QPoint(150, 450))
    place = picker.place()
    corner = canvas.getCoordinateTransform().toMapCoordinates(150, 450)
    assert (place.x(), place.y()) == (pytest.approx(corner.x()), pytest.approx(corner.y()))
    assert place.crs().authid() == "EPSG:32632"
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    QTest.qWait(20)
    assert picker.place() is place
    canvas.setExtent(QgsRectangle(0, 0, 1000, 1000))
    wait(lambda: picker.place() is None)
    assert told == [True, False]


@pytest.mark.parametrize("way", ["escape", "right", "button"])
def test_the_tool_before_comes_back(
    picker: PlacePicker, button: QToolButton, window: FakeWindow, way: str
) -> None:
    canvas = window.mapCanvas()
    before = canvas.mapTool()
    button.click()
    assert isinstance(canvas.mapTool(), PlaceTool)
    if way == "escape":
        QTest.keyClick(canvas, Qt.Key.Key_Escape)
    elif way == "right":
        QTest.mouseClick(canvas.viewport(), RIGHT, pos=QPoint(10, 10))
    else:
        button.click()
    assert canvas.mapTool() is before
    assert not button.isChecked()


def test_return_goes_back_to_the_middle(
    picker: PlacePicker, button: QToolButton, window: FakeWindow
) -> None:
    canvas = window.mapCanvas()
    button.click()
    QTest.mouseClick(canvas.viewport(), LEFT, pos=QPoint(150, 450))
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert picker.place() is None
    assert isinstance(canvas.mapTool(), PlaceTool)


def test_nothing_of_it_stays_on_the_map(window: FakeWindow, button: QToolButton) -> None:
    canvas = window.mapCanvas()
    before, tool = set(canvas.scene().items()), canvas.mapTool()
    picker = PlacePicker(canvas, button)
    button.click()
    QTest.mouseClick(canvas.viewport(), LEFT, pos=QPoint(150, 450))
    assert set(canvas.scene().items()) != before
    picker.close()
    assert set(canvas.scene().items()) == before
    assert canvas.mapTool() is tool
    button.click()
    assert canvas.mapTool() is tool


def test_preview_and_seeds_are_where_the_user_clicked(
    panel: Panel,  # noqa: F811
    neighbours: Neighbours,  # noqa: F811
    window: FakeWindow,
) -> None:
    page = opened(panel)
    button = page.findChild(QToolButton, "terraloomPreviewCentre")
    assert button.isHidden()
    settled(page)
    page.findChild(QToolButton, "terraloomSeeds").click()
    assert not button.isHidden()
    button.click()
    QTest.mouseClick(window.mapCanvas().viewport(), LEFT, pos=QPoint(150, 450))
    assert page.seed_strip.centres[-1] == page._picker.place()
    page.findChild(QToolButton, "terraloomSeeds").click()
    assert button.isHidden()
    assert not isinstance(window.mapCanvas().mapTool(), PlaceTool)


@pytest.fixture
def greeted(window: FakeWindow) -> FakeWindow:
    """A window whose map is behind a greeting, small as QGIS has it there."""
    canvas, stack = window.mapCanvas(), QStackedWidget()
    canvas.setMinimumSize(0, 0)
    canvas.setMaximumSize(4000, 4000)
    stack.addWidget(canvas)
    stack.addWidget(QLabel("Welcome"))
    stack.setCurrentIndex(1)
    window.mainWindow().setCentralWidget(stack)
    window.mainWindow().resize(800, 600)
    canvas.resize(100, 30)
    return window


def edges(value: str) -> tuple[float, ...]:
    return tuple(float(edge) for edge in value.split(" ")[0].split(","))


def test_behind_the_greeting_the_extent_is_a_square_of_a_good_size(
    greeted: FakeWindow,
    panel: Panel,  # noqa: F811
) -> None:
    assert is_hidden(greeted.mapCanvas())
    page = opened(panel)
    assert page.form.extent.mode() == extents.CANVAS
    west, east, south, north = edges(page.form.parameters()["EXTENT"])
    assert east - west == pytest.approx(north - south)
    assert settled(page).startswith("640 × 640 px at 30 m")


def test_choosing_a_card_brings_the_map(greeted: FakeWindow, panel: Panel) -> None:  # noqa: F811
    canvas = greeted.mapCanvas()
    panel.gallery.opened.emit("terraloom:terrain")
    wait(lambda: canvas.width() > 400)
    assert not is_hidden(canvas)
    west, east, south, north = edges(panel.page().form.parameters()["EXTENT"])
    assert 0.4 < (east - west) / (north - south) < 2.5
    assert 19_000 < min(east - west, north - south) < 30_000
    seen = canvas.extent()
    show_map(canvas, QgsReferencedRectangle(QgsRectangle(0, 0, 1, 1), QgsProject.instance().crs()))
    assert canvas.extent() == seen  # a map that is seen is left alone


@pytest.mark.parametrize("authid", ["EPSG:4326", "EPSG:3857", "EPSG:2056", "EPSG:2263", ""])
def test_home_lies_where_the_crs_is_used(window: FakeWindow, authid: str) -> None:
    crs = QgsCoordinateReferenceSystem(authid)
    window.mapCanvas().setDestinationCrs(crs)
    box = home(window.mapCanvas())
    assert box.crs().isValid()
    assert box.width() == pytest.approx(box.height())
    if authid == "EPSG:2056":
        assert 2_480_000 < box.center().x() < 2_840_000
        assert box.width() == pytest.approx(20_000)


def test_home_is_the_place_of_the_project(window: FakeWindow) -> None:
    crs = QgsCoordinateReferenceSystem("EPSG:32632")
    preset = QgsReferencedRectangle(QgsRectangle(700_000, 5_300_000, 702_000, 5_302_000), crs)
    QgsProject.instance().viewSettings().setPresetFullExtent(preset)
    assert home(window.mapCanvas()).center().x() == pytest.approx(701_000)


def test_a_layer_is_an_extent_in_its_own_crs(
    panel: Panel,  # noqa: F811
    slope_layer: QgsRasterLayer,
) -> None:
    QgsProject.instance().addMapLayer(slope_layer)
    page = opened(panel)
    page.form.extent.set_mode(extents.LAYER)
    box = slope_layer.extent()
    expected = (box.xMinimum(), box.xMaximum(), box.yMinimum(), box.yMaximum())
    assert edges(page.form.parameters()["EXTENT"]) == expected


def test_only_selected_polygons_are_filled_where_that_is_wanted(panel: Panel) -> None:  # noqa: F811
    fields = squares((900.0, 3000.0, 600.0))
    QgsProject.instance().addMapLayer(fields)
    fields.selectByIds([min(fields.allFeatureIds())])  # the first
    chooser = opened(panel).form.extent
    chooser.set_mode(extents.FEATURES)
    assert len(chooser.values()) == 3
    chooser._polygons.choose_selected(only=True)
    ((west, east, _, _),) = [edges(value) for value in chooser.values()]
    assert east - west == 900.0


def test_the_frame_of_the_extent_leaves_the_map_its_colours(
    panel: Panel,  # noqa: F811
    window: FakeWindow,
) -> None:
    page = opened(panel)
    wait(page._band.is_shown)
    (band,) = (one for one in window.mapCanvas().scene().items() if isinstance(one, QgsRubberBand))
    assert band.fillColor().alpha() == 0
    assert band.strokeColor().alpha() == 255


def test_too_many_polygons_are_refused_and_none_is_left_out(panel: Panel) -> None:  # noqa: F811
    fields = squares((900.0,) * 201)
    QgsProject.instance().addMapLayer(fields)
    chooser = opened(panel).form.extent
    chooser.set_mode(extents.FEATURES)
    assert chooser.lack().startswith("More than 200 polygons")
    fields.selectByIds(fields.allFeatureIds()[:200])
    chooser._polygons.choose_selected(only=True)
    assert chooser.lack() == ""
    assert len(chooser.values()) == 200


def test_polygons_keep_their_crs(panel: Panel) -> None:  # noqa: F811
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326", "Degrees", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(9.0, 46.0, 9.1, 46.1)))
    layer.dataProvider().addFeature(feature)
    QgsProject.instance().addMapLayer(layer)
    chooser = opened(panel).form.extent
    chooser.set_mode(extents.FEATURES)
    assert chooser.values() == ["9.0,9.1,46.0,46.1 [EPSG:4326]"]


@pytest.mark.parametrize(
    ("crs", "pixel_size", "side_px"),
    [("EPSG:3857", 30.0, 640), ("EPSG:3857", 26_880.0, 149), ("EPSG:4326", 0.25, 144)],
)
def test_a_first_result_is_no_larger_than_a_continent(
    qgis: QgsApplication, crs: str, pixel_size: float, side_px: int
) -> None:
    assert extents.home_side_px(QgsCoordinateReferenceSystem(crs), pixel_size) == side_px
