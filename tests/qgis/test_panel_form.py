"""The form of a model: what it starts with, what it says, what it hands to the queue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import (
    QgsApplication,
    QgsBookmark,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsSettings,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QComboBox, QDialog, QLabel, QPushButton, QToolButton

from ...core.catalog import Catalog
from ...core.errors import InputError
from ...processing_provider import settings
from ...processing_provider.planning import plan
from ...processing_provider.provider import TerraloomProvider
from ...processing_provider.services import Services
from ...ui import extent_chooser as extents
from ...ui.estimate_line import plan_text, short_duration
from ...ui.extent_values import as_text, as_value
from ...ui.form_page import FormPage
from ...ui.panel import Panel
from ...ui.planner import Planner
from ...ui.seed_strip import SeedStrip
from ..unit.guided_models import NumpyEngine, guided_package
from .fakes import FakeJobs
from .test_algorithms import terrain
from .test_runs import wait
from .window import FakeWindow, Neighbours

TERRAIN, DETAIL = "terraloom:terrain", "terraloom:terrain_detail"
UTM_BOX = QgsRectangle(600_000, 5_180_000, 618_000, 5_198_000)  # 600 pixels of 30 m each way


@pytest.fixture
def window(context: QgsProcessingContext) -> Iterator[FakeWindow]:
    window = FakeWindow()
    window.show_place(UTM_BOX)
    yield window
    window.dispose()


@pytest.fixture
def neighbours() -> Neighbours:
    return Neighbours()


@pytest.fixture
def panel(
    provider: TerraloomProvider, services: Services, window: FakeWindow, neighbours: Neighbours
) -> Iterator[Panel]:
    QgsSettings().remove("terraloom")
    panel = Panel(window, services, "terraloom", neighbours.parts())
    panel.resize(400, 900)
    panel.show()
    yield panel
    panel.close_panel()
    panel.close()
    panel.deleteLater()
    QgsSettings().remove("terraloom")
    QgsProject.instance().clear()


def opened(panel: Panel, algorithm_id: str = TERRAIN, **parameters: Any) -> FormPage:
    assert panel.open_form(algorithm_id, parameters)
    return panel.page()


def settled(page: FormPage) -> str:
    """Wait for the estimate; give what it says."""
    page.estimate.plan, page.estimate.problem = None, ""
    page.estimate.refresh()
    wait(lambda: page.estimate.plan is not None or page.estimate.problem)
    return page.estimate.text()


def run_button(page: FormPage) -> QPushButton:
    return page.findChild(QPushButton, "terraloomRun")


def test_a_new_form_can_run_as_it_is(panel: Panel, neighbours: Neighbours) -> None:
    page = opened(panel)
    assert re.match(r"60\d × 60\d px at 30 m, \d+ kB, about \d+ s on CPU$", settled(page))
    QTest.mouseClick(run_button(page), Qt.MouseButton.LeftButton)
    [(algorithm_id, parameters)] = neighbours.submitted
    assert algorithm_id == TERRAIN
    assert parameters["TARGET_CRS"] == "EPSG:32632"
    assert parameters["PIXEL_SIZE"] == 30.0
    assert parameters["OUTPUT"] == "TEMPORARY_OUTPUT"
    assert parameters["LANDFORM"] == "mixed"
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(TERRAIN)
    assert algorithm.checkParameterValues(parameters, page.form.context) == (True, "")


@pytest.mark.parametrize(
    ("box", "authid", "size", "mode"),
    [
        (UTM_BOX, "EPSG:32632", 30.0, extents.CANVAS),
        (QgsRectangle(500_000, 5_000_000, 800_000, 5_300_000), "EPSG:32632", 90.0, extents.CANVAS),
        (QgsRectangle(0, 0, 9e6, 9e6), "EPSG:3857", 30.0, extents.SQUARE),
        (QgsRectangle(-180, -90, 180, 90), "EPSG:4326", 1 / 3600, extents.SQUARE),
        (QgsRectangle(8.0, 46.0, 8.1, 46.1), "EPSG:4326", 1 / 3600, extents.CANVAS),
        (QgsRectangle(0, 0, 60_000, 60_000), "EPSG:2263", 98.425, extents.CANVAS),
    ],
)
def test_pixel_size_and_extent_suit_the_map(
    panel: Panel, window: FakeWindow, box: QgsRectangle, authid: str, size: float, mode: str
) -> None:
    window.show_place(box, authid)
    page = opened(panel)
    assert page.form.parameters()["PIXEL_SIZE"] == pytest.approx(size, rel=1e-5)
    assert page.form.extent.mode() == mode
    assert "px at" in settled(page)


def test_another_crs_gets_a_pixel_size_in_its_own_units(panel: Panel) -> None:
    page = opened(panel)
    page.form.set_value("TARGET_CRS", "EPSG:4326")
    assert page.form.parameters()["PIXEL_SIZE"] == pytest.approx(1 / 3600, rel=1e-5)
    page.form.set_value("PIXEL_SIZE", 0.001)
    page.form.set_value("TARGET_CRS", "EPSG:4258")
    assert page.form.parameters()["PIXEL_SIZE"] == pytest.approx(0.001)


def test_an_open_form_follows_the_project(panel: Panel, window: FakeWindow) -> None:
    """As when the first layer of a project brings its CRS along."""
    page = opened(panel)
    window.show_place(QgsRectangle(8.0, 46.0, 8.1, 46.1), "EPSG:4326")
    wait(lambda: page.form.parameters()["TARGET_CRS"] == "EPSG:4326")
    assert page.form.parameters()["PIXEL_SIZE"] == pytest.approx(1 / 3600, rel=1e-5)
    window.show_place(UTM_BOX, "EPSG:32632")
    wait(lambda: page.form.parameters()["TARGET_CRS"] == "EPSG:32632")
    assert page.form.parameters()["PIXEL_SIZE"] == 30.0
    assert page.form.extent.mode() == extents.CANVAS
    page.form.set_value("TARGET_CRS", "EPSG:3035")  # the user's own choice
    window.show_place(UTM_BOX, "EPSG:32633")
    QgsApplication.processEvents()
    assert page.form.parameters()["TARGET_CRS"] == "EPSG:3035"
    panel.show_gallery()
    window.show_place(UTM_BOX, "EPSG:32632")  # nobody listens any more


def test_what_cannot_run_says_why_and_run_is_off(panel: Panel, neighbours: Neighbours) -> None:
    page = opened(panel)
    page.form.set_value("PIXEL_SIZE", 5000.0)
    wait(lambda: page.estimate.problem != "")
    assert "outside the range of model 'terrain'" in page.estimate.text()
    assert not run_button(page).isEnabled()
    QTest.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert neighbours.submitted == []
    page.form.set_value("PIXEL_SIZE", 30.0)
    wait(lambda: run_button(page).isEnabled())
    QTest.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(neighbours.submitted) == 1


def test_the_engines_lack_is_told_in_the_estimate(panel: Panel, services: Services) -> None:
    settings.set_home("inprocess")  # so that no set-up could end it
    services.engine._problem = "PyTorch is not installed."
    assert settled(opened(panel)) == "PyTorch is not installed."


def test_the_extent_that_will_be_filled_is_on_the_map(panel: Panel, window: FakeWindow) -> None:
    scene = window.mapCanvas().scene()
    before = len(scene.items())
    page = opened(panel)
    settled(page)
    assert len(scene.items()) == before + 1
    panel.show_gallery()
    assert len(scene.items()) == before


def test_a_card_of_a_layer_model_takes_the_selected_layer(
    panel: Panel, window: FakeWindow, slope_layer: QgsRasterLayer
) -> None:
    project = QgsProject.instance()
    other = QgsRasterLayer(slope_layer.source(), "Other")
    project.addMapLayers([other, slope_layer])
    window.setActiveLayer(slope_layer)
    panel.gallery.opened.emit(DETAIL)
    page = panel.page()
    assert page.form.parameters()["INPUT"] == slope_layer.id()
    assert page.form.parameters()["SCALE"] == "16"  # 480 m to the native 30 m
    assert settled(page).startswith("320 × 160 px at 30 m")
    assert "EXTENT" not in page.form.parameters()


def test_a_layer_model_without_a_layer_asks_for_one(panel: Panel) -> None:
    page = opened(panel, DETAIL)
    page.estimate.refresh()
    assert page.estimate.problem == "Choose: Input layer."


def test_all_of_the_input_layer_is_offered_only_where_there_is_one(
    panel: Panel, slope_layer: QgsRasterLayer
) -> None:
    page = opened(panel, DETAIL)
    modes = page.form.extent.findChild(QComboBox, "terraloomExtentMode")
    assert modes.findData(extents.WHOLE) == -1
    assert page.form.extent.mode() == extents.CANVAS
    layer = QgsRasterLayer(slope_layer.source(), "Other")
    QgsProject.instance().addMapLayer(layer)
    assert page.form.extent.mode() == extents.WHOLE
    QgsProject.instance().removeMapLayer(layer.id())
    assert modes.findData(extents.WHOLE) == -1
    assert page.form.extent.mode() == extents.CANVAS


def test_a_layer_that_only_guides_leaves_the_extent_as_it_was(
    panel: Panel, slope_layer: QgsRasterLayer
) -> None:
    page = opened(panel, "terraloom:apply_model")
    modes = page.form.extent.findChild(QComboBox, "terraloomExtentMode")
    page.form.extent.set_mode(extents.SQUARE)
    assert modes.findData(extents.WHOLE) == -1
    QgsProject.instance().addMapLayer(slope_layer)
    page.form.set_value("INPUT", slope_layer.id())
    assert modes.findData(extents.WHOLE) == 0
    assert page.form.extent.mode() == extents.SQUARE


def test_a_form_shows_given_parameters(panel: Panel) -> None:
    given = {
        "EXTENT": "600000,603000,5180000,5183000 [EPSG:32632]",
        "TARGET_CRS": "EPSG:32632",
        "PIXEL_SIZE": 60.0,
        "SEED": 77,
        "LANDFORM": "alpine",
        "RELIEF": 500.0,
        "RIVERS": False,
        "DEVICE": "cpu",
        "OUTPUT": "/tmp/somewhere.tif",
    }
    shown = opened(panel, **given).form.parameters()
    assert {name: shown[name] for name in given} == given


def test_what_was_typed_is_there_when_the_form_is_opened_again(panel: Panel) -> None:
    opened(panel).form.set_value("SEED", 4321)
    panel.show_gallery()
    panel.gallery.opened.emit(TERRAIN)
    assert panel.page().form.parameters()["SEED"] == 4321


def test_a_form_that_is_opened_again_follows_another_project(
    panel: Panel, window: FakeWindow
) -> None:
    opened(panel)
    panel.show_gallery()
    window.show_place(QgsRectangle(8.0, 46.0, 8.1, 46.1), "EPSG:4326")
    panel.gallery.opened.emit(TERRAIN)
    assert panel.page().form.parameters()["TARGET_CRS"] == "EPSG:4326"
    panel.page().form.set_value("TARGET_CRS", "EPSG:32633")
    panel.show_gallery()
    panel.gallery.opened.emit(TERRAIN)
    assert panel.page().form.parameters()["TARGET_CRS"] == "EPSG:32633"


def test_the_dice_choose_another_seed(panel: Panel) -> None:
    page = opened(panel)
    seen = {page.form.parameters()["SEED"]}
    for _ in range(3):
        QTest.mouseClick(page.findChild(QToolButton, "terraloomDice"), Qt.MouseButton.LeftButton)
        seen.add(page.form.parameters()["SEED"])
    assert len(seen) > 1


def test_labels_of_the_card_stand_for_the_values(panel: Panel) -> None:
    box = opened(panel).findChild(QComboBox, "terraloomParameter_LANDFORM")
    assert [box.itemText(index) for index in range(box.count())] == [
        "Mixed",
        "High mountains with valleys",
    ]


def test_a_rectangle_is_drawn_on_the_map(panel: Panel, window: FakeWindow) -> None:
    canvas = window.show_place(UTM_BOX)
    page = opened(panel)
    page.form.extent.set_mode(extents.DRAWN)
    assert page.form.extent.lack() == "Draw a rectangle on the map."
    tool = canvas.mapTool()
    viewport = canvas.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    QTest.mouseMove(viewport, QPoint(250, 220))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    drawn = page.form.parameters()["EXTENT"]
    west, east, south, north = (float(edge) for edge in drawn.split(" ")[0].split(","))
    corner = canvas.getCoordinateTransform().toMapCoordinates(100, 100)
    assert (west, north) == (pytest.approx(corner.x()), pytest.approx(corner.y()))
    assert east - west == pytest.approx(2 * (north - south))
    assert drawn.endswith("[EPSG:32632]")
    assert canvas.mapTool() is not tool


def test_bookmarks_are_extents(panel: Panel) -> None:
    bookmark = QgsBookmark()
    bookmark.setName("Home")
    crs = QgsProject.instance().crs()
    bookmark.setExtent(QgsReferencedRectangle(QgsRectangle(0, 0, 900, 900), crs))
    QgsProject.instance().bookmarkManager().addBookmark(bookmark)
    page = opened(panel)
    page.form.extent.set_mode(extents.BOOKMARK)
    assert page.form.parameters()["EXTENT"] == "0.0,900.0,0.0,900.0 [EPSG:32632]"


def test_a_square_has_the_pixels_that_it_says(panel: Panel) -> None:
    page = opened(panel)
    page.form.extent.set_mode(extents.SQUARE)
    assert settled(page).startswith("1,024 × 1,024 px at 30 m")


def test_polygons_give_one_run_each(panel: Panel, neighbours: Neighbours, tmp_path: Path) -> None:
    QgsProject.instance().addMapLayer(squares((900.0, 3000.0, 600.0)))
    page = opened(panel, OUTPUT=str(tmp_path / "field.tif"))
    page.form.extent.set_mode(extents.FEATURES)
    assert settled(page).startswith("3 results; the largest: 100 × 100 px at 30 m")
    page.run()
    made = [parameters for _, parameters in neighbours.submitted]
    assert [Path(one["OUTPUT"]).name for one in made] == [
        "field_1.tif",
        "field_2.tif",
        "field_3.tif",
    ]
    assert len({one["EXTENT"] for one in made}) == 3


def test_the_estimate_follows_the_selected_polygons(panel: Panel) -> None:
    layer = squares((900.0, 3000.0, 600.0))
    QgsProject.instance().addMapLayer(layer)
    page = opened(panel)
    page.form.extent.set_mode(extents.FEATURES)
    page.form.extent._polygons.choose_selected(only=True)
    layer.selectByIds([1, 3])
    wait(lambda: page.estimate.text().startswith("2 results; the largest: 30 × 30"))
    layer.selectByIds([2])
    wait(lambda: page.estimate.text().startswith("100 × 100"))
    QgsProject.instance().removeMapLayer(layer)
    wait(lambda: "Choose a polygon layer" in page.estimate.text())


def squares(sides: tuple[float, ...]) -> QgsVectorLayer:
    layer = QgsVectorLayer("Polygon?crs=EPSG:32632", "Fields", "memory")
    for number, side in enumerate(sides):
        feature = QgsFeature()
        corner = 600_000.0 + 6000.0 * number
        box = QgsRectangle(corner, 5_100_000.0, corner + side, 5_100_000.0 + side)
        feature.setGeometry(QgsGeometry.fromRect(box))
        layer.dataProvider().addFeature(feature)
    return layer


def test_results_go_into_the_folder_that_was_set(
    panel: Panel, neighbours: Neighbours, tmp_path: Path
) -> None:
    settings.set_output_folder(str(tmp_path))
    page = opened(panel)
    page.run()
    [(_, parameters)] = neighbours.submitted
    assert Path(parameters["OUTPUT"]).parent == tmp_path


def test_the_preview_follows_the_form_while_it_is_on(panel: Panel, neighbours: Neighbours) -> None:
    page = opened(panel)
    settled(page)
    button = page.findChild(QPushButton, "terraloomPreview")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(neighbours.previewed) == 1
    page.form.set_value("SEED", 99)
    wait(lambda: len(neighbours.previewed) == 2)
    assert neighbours.previewed[1]["SEED"] == 99
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert neighbours.cleared == 1


def test_a_seed_of_the_strip_comes_into_the_form(panel: Panel) -> None:
    page = opened(panel)
    QTest.mouseClick(page.findChild(QToolButton, "terraloomSeeds"), Qt.MouseButton.LeftButton)
    assert page.seed_strip.isVisible()
    page.seed_strip.chosen.emit(31)
    assert page.form.parameters()["SEED"] == 31


def test_only_models_of_an_extent_become_live_layers(
    panel: Panel, neighbours: Neighbours, slope_layer: QgsRasterLayer
) -> None:
    page = opened(panel)
    live = page.findChild(QToolButton, "terraloomLive")
    QTest.mouseClick(live, Qt.MouseButton.LeftButton)
    assert neighbours.live == [TERRAIN]
    QgsProject.instance().addMapLayer(slope_layer)
    assert opened(panel, DETAIL).findChild(QToolButton, "terraloomLive").isHidden()


def test_tools_have_forms_too(panel: Panel) -> None:
    page = opened(panel, "terraloom:verify")
    page.estimate.refresh()
    assert "Terraloom raster" in page.estimate.problem
    assert page.findChild(QPushButton, "terraloomPreview").isHidden()


def test_the_newest_question_is_answered(
    services: Services,
    provider: TerraloomProvider,
    context: QgsProcessingContext,
    tmp_path: Path,
) -> None:
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(TERRAIN)

    def job(pixel_size: float) -> Any:
        return algorithm.read_job(terrain(tmp_path, PIXEL_SIZE=pixel_size), context)

    planner = Planner(services)
    answers: list[Any] = []
    planner.answered.connect(answers.append)
    for size in (30.0, 60.0, 90.0):
        planner.ask(job(size))
    wait(lambda: bool(answers))
    assert [answer.pixel_size for answer in answers] == [90.0]
    planner.ask(job(5000.0))
    wait(lambda: len(answers) == 2)
    assert "outside the range" in answers[1]
    planner.ask(job(30.0))
    planner.close()
    QgsApplication.processEvents()
    assert len(answers) == 2


def test_what_goes_wrong_in_planning_is_told(
    services: Services,
    jobs: FakeJobs,
    provider: TerraloomProvider,
    context: QgsProcessingContext,
    tmp_path: Path,
) -> None:
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(TERRAIN)

    def fail(job: Any) -> Any:
        raise InputError("EXTENT", None, "No such place.")

    jobs.estimate = fail
    planner = Planner(services)
    answers: list[Any] = []
    planner.answered.connect(answers.append)
    planner.ask(algorithm.read_job(terrain(tmp_path), context))
    wait(lambda: bool(answers))
    assert answers == ["No such place."]
    planner.close()


def test_the_line_counts_with_the_speed_of_this_computer(
    services: Services,
    provider: TerraloomProvider,
    context: QgsProcessingContext,
    tmp_path: Path,
) -> None:
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(TERRAIN)
    found = plan(algorithm.read_job(terrain(tmp_path), context), services)
    assert plan_text(found).endswith(" on CPU")
    seconds = found.generated_px / 1e6 / 0.001
    text = plan_text(found, speed=0.001)
    assert text.endswith(f"about {short_duration(seconds)}")


@pytest.mark.parametrize(
    ("seconds", "text"), [(0.2, "1 s"), (12.4, "12 s"), (600.0, "10 min"), (7200.0, "2 h")]
)
def test_durations_are_short(seconds: float, text: str) -> None:
    assert short_duration(seconds) == text


def test_an_extent_beyond_the_map_is_none(window: FakeWindow) -> None:
    infinite = QgsRectangle(float("-inf"), float("-inf"), float("inf"), float("inf"))
    crs = QgsProject.instance().crs()
    assert as_value(QgsReferencedRectangle(infinite, crs)) is None
    tiny = QgsReferencedRectangle(QgsRectangle(1e-5, 0.0, 1.0, 1.0), crs)
    assert "e-" not in as_text(tiny)


def test_the_title_and_the_way_back_are_there(panel: Panel) -> None:
    page = opened(panel)
    assert page.findChild(QLabel, "terraloomFormTitle").text() == "Terrain"
    QTest.mouseClick(page.findChild(QToolButton, "terraloomBack"), Qt.MouseButton.LeftButton)
    assert panel.page() is None


@pytest.mark.parametrize("algorithm_id", [TERRAIN, DETAIL])
def test_tab_goes_down_the_form(panel: Panel, algorithm_id: str) -> None:
    page = opened(panel, algorithm_id)
    QgsApplication.processEvents()
    widget, tops = page.form, []
    while widget is not page.findChild(QPushButton, "terraloomRun"):
        widget = widget.nextInFocusChain()
        stops = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
        if stops and widget.isVisible():
            assert page.form.isAncestorOf(widget) or widget.objectName() == "terraloomRun"
            tops.append(widget.mapTo(page, QPoint(0, widget.height() // 2)).y())
    assert len(tops) > 6
    assert all(after > before - 8 for before, after in zip(tops, tops[1:])), tops


def test_every_button_can_be_read_aloud(panel: Panel, services: Services) -> None:
    page = opened(panel)
    strip = SeedStrip(services, page)
    mute = [
        one.objectName()
        for one in page.findChildren(QToolButton)
        if one.objectName().startswith("terraloom") and not (one.text() or one.accessibleName())
    ]
    mute = [name for name in mute if name[:-1] != "terraloomSeed"]  # the numbers come when shown
    strip.close_strip()
    assert mute == []


def batch(page: FormPage, window: FakeWindow) -> Any:
    QTest.mouseClick(page.findChild(QToolButton, "terraloomBatch"), Qt.MouseButton.LeftButton)
    (dialog,) = window.mainWindow().findChildren(QDialog)
    assert type(dialog).__name__ == "BatchAlgorithmDialog"
    assert dialog.algorithm().id() == TERRAIN
    return dialog


def rows_of(dialog: Any) -> list[dict[str, Any]]:
    """What QGIS would run, row by row."""
    panel = dialog.mainWidget()
    count = panel.batchRowCount()
    return [panel.parametersForRow(row, warnOnInvalid=False)[0] for row in range(count)]


def place_of(parameters: dict[str, Any], page: FormPage) -> list[float]:
    box = page.form.algorithm.parameterAsExtent(parameters, "EXTENT", page.form.context)
    return [box.xMinimum(), box.xMaximum(), box.yMinimum(), box.yMaximum()]


def test_batch_is_qgis_own_dialog_and_starts_with_the_form(
    panel: Panel, window: FakeWindow, tmp_path: Path
) -> None:
    page = opened(panel)
    target = str(tmp_path / "land.tif")
    page.set_parameters({"SEED": 77, "PIXEL_SIZE": 60.0, "RELIEF": 900.0, "LANDFORM": "alpine"})
    page.set_parameters({"RIVERS": False, "OUTPUT": target})
    dialog = batch(page, window)
    dialog.mainWidget().addRow(1)
    rows = rows_of(dialog)
    assert len(rows) == 2
    for row in rows:
        assert (row["SEED"], row["PIXEL_SIZE"], row["RELIEF"]) == (77, 60.0, 900.0)
        assert (row["LANDFORM"], row["RIVERS"]) == ("alpine", False)
        assert place_of(row, page) == pytest.approx(place_of(page.form.parameters(), page))
        definition = dialog.algorithm()
        crs = definition.parameterAsCrs(row, "TARGET_CRS", page.form.context)
        assert crs.authid() == "EPSG:32632"
    assert dialog.mainWidget().parametersForRow(0)[1]  # it can be run as it is
    assert rows[0]["OUTPUT"].sink.staticValue() == target
    dialog.close()


def test_batch_has_a_row_for_each_polygon(panel: Panel, window: FakeWindow, tmp_path: Path) -> None:
    layer = QgsVectorLayer("Polygon?crs=EPSG:32632", "Sheets", "memory")
    for x in (600_000, 640_000, 680_000):
        feature = QgsFeature(layer.fields())
        box = QgsRectangle(x, 5_000_000, x + 3000, 5_003_000)
        feature.setGeometry(QgsGeometry.fromRect(box))
        layer.dataProvider().addFeature(feature)
    QgsProject.instance().addMapLayer(layer)
    page = opened(panel)
    page.set_parameters({"SEED": 5, "OUTPUT": str(tmp_path / "sheet.tif")})
    page.form.extent.set_mode(extents.FEATURES)
    dialog = batch(page, window)
    rows = rows_of(dialog)
    assert [place_of(row, page)[0] for row in rows] == [600_000, 640_000, 680_000]
    assert [row["SEED"] for row in rows] == [5, 5, 5]
    names = [Path(row["OUTPUT"].sink.staticValue()).name for row in rows]
    assert names == ["sheet_1.tif", "sheet_2.tif", "sheet_3.tif"]
    dialog.close()


def test_a_crs_that_may_be_left_out_is_shown_as_the_projects(
    window: FakeWindow, tmp_path: Path
) -> None:
    guided_package(tmp_path / "models")
    catalog = Catalog([tmp_path / "models"])
    provider = TerraloomProvider(Services(catalog, NumpyEngine(), FakeJobs()))
    QgsApplication.processingRegistry().addProvider(provider)
    QgsProject.instance().setCrs(QgsCoordinateReferenceSystem("EPSG:3035"))
    panel = Panel(window, provider._services, "terraloom", Neighbours().parts())
    try:
        shown = opened(panel, provider.algorithms()[0].id()).form.parameters()
        assert shown["TARGET_CRS"] == "EPSG:3035"
    finally:
        panel.close_panel()
        panel.deleteLater()
        QgsApplication.processingRegistry().removeProvider(provider)
        QgsProject.instance().clear()
