"""The gallery: what it lists, what it finds, how it is used without a mouse."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsApplication, QgsProcessingContext, QgsRasterLayer, QgsSettings
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QImage
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QCheckBox, QFrame, QLabel, QLineEdit, QWidget

from ...processing_provider.provider import TerraloomProvider
from ...processing_provider.services import Services
from ...ui import gallery_entries
from ...ui.card_widget import CardWidget, read_picture
from ...ui.gallery_entries import GalleryEntry, read_entries
from ...ui.panel import Panel
from ...ui.speeds import Speeds
from ..unit.model_folders import make_model
from .fakes import FakeEngine
from .test_runs import wait
from .window import FakeWindow, Neighbours

TERRAIN, DETAIL = "terraloom:terrain", "terraloom:terrain_detail"


@pytest.fixture
def window(context: QgsProcessingContext) -> Iterator[FakeWindow]:
    window = FakeWindow()
    yield window
    window.dispose()


@pytest.fixture
def panel(provider: TerraloomProvider, services: Services, window: FakeWindow) -> Iterator[Panel]:
    QgsSettings().remove("terraloom")
    panel = Panel(window, services, "terraloom", Neighbours().parts())
    provider.algorithmsLoaded.connect(panel.refresh)
    panel.resize(400, 900)
    panel.show()
    QgsApplication.setActiveWindow(panel)
    yield panel
    provider.algorithmsLoaded.disconnect(panel.refresh)
    panel.close_panel()
    panel.close()
    panel.deleteLater()


def titles(panel: Panel) -> list[str]:
    return [card.entry.title for card in panel.gallery.shown_cards()]


def card(panel: Panel, title: str) -> CardWidget:
    return next(one for one in panel.gallery.shown_cards() if one.entry.title == title)


def child(panel: Panel, kind: type[QWidget], name: str) -> QWidget:
    found = panel.findChild(kind, name)
    assert found is not None, name
    return found


def test_every_model_and_tool_has_a_card_models_first(panel: Panel) -> None:
    shown = titles(panel)
    assert shown[:2] == ["Terrain", "Terrain detail"]
    assert "Apply a model" in shown
    assert "Set up PyTorch" not in shown  # it has its own place


def test_cards_come_in_the_order_of_the_bundle(
    provider: TerraloomProvider, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    def shown() -> list[str]:
        return [entry.title for entry in read_entries(provider, services.catalog)][:2]

    assert shown() == ["Terrain", "Terrain detail"]
    monkeypatch.setattr(gallery_entries, "BUNDLED", {"terrain_detail": "", "terrain": ""})
    assert shown() == ["Terrain detail", "Terrain"]


def test_a_card_tells_what_one_should_know_before(panel: Panel) -> None:
    entry = card(panel, "Terrain").entry
    assert (entry.source, entry.pixel_sizes, entry.licence) == ("extent", "30, 90 m", "CC0-1.0")
    assert card(panel, "Terrain detail").entry.source == "layer"


def test_a_new_model_folder_appears_by_itself(
    panel: Panel, provider: TerraloomProvider, models: Path
) -> None:
    make_model(models / "dunes", title="Dunes", group="Deserts")
    provider.refreshAlgorithms()
    assert "Dunes" in titles(panel)


def test_a_broken_model_is_shown_with_its_reason_and_does_not_open(
    panel: Panel, provider: TerraloomProvider, models: Path
) -> None:
    (models / "broken").mkdir()
    provider.refreshAlgorithms()
    broken = card(panel, "broken")
    assert "It has no model.json" in broken.entry.problem
    assert "It has no model.json" in broken.toolTip()
    QTest.mouseClick(broken, Qt.MouseButton.LeftButton)
    assert panel.page() is None


def test_a_bundled_model_that_is_missing_is_greyed(
    panel: Panel, provider: TerraloomProvider, models: Path
) -> None:
    (models / "terrain").rename(models / ".gone")
    provider.refreshAlgorithms()
    assert "Install the plugin again" in card(panel, "Terrain").entry.problem
    assert not panel.open_form(TERRAIN, {})


def test_a_form_closes_when_its_model_goes(
    panel: Panel, provider: TerraloomProvider, models: Path
) -> None:
    make_model(models / "dunes", title="Dunes")
    provider.refreshAlgorithms()
    assert panel.open_form("terraloom:dunes", {})
    (models / "dunes").rename(models / ".gone")
    provider.refreshAlgorithms()
    assert panel.page() is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("detail", ["Terrain detail"]),
        ("LAND extent", ["Terrain"]),
        ("nothing of the kind", []),
    ],
)
def test_search_wants_every_word(panel: Panel, text: str, found: list[str]) -> None:
    child(panel, QLineEdit, "terraloomSearch").setText(text)
    assert [title for title in titles(panel) if title.startswith("Terrain")] == found
    said = child(panel, QLabel, "terraloomNothingFound")
    assert said.isVisible() == (not found)
    if not found:
        assert text in said.text()


def test_the_filter_shows_what_fits_the_selected_layer(
    panel: Panel, window: FakeWindow, slope_layer: QgsRasterLayer, tmp_path: Path
) -> None:
    box = child(panel, QCheckBox, "terraloomFitsLayer")
    assert not box.isEnabled()
    window.setActiveLayer(slope_layer)
    assert box.isEnabled()
    box.setChecked(True)
    assert titles(panel) == ["Terrain detail"]
    window.setActiveLayer(picture_layer(tmp_path))
    assert titles(panel) == []
    assert "Photo" in child(panel, QLabel, "terraloomNothingFound").text()
    window.setActiveLayer(None)
    box.setChecked(False)
    assert len(titles(panel)) > 2


def picture_layer(folder: Path) -> QgsRasterLayer:
    path = folder / "photo.tif"
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), 8, 8, 3, gdal.GDT_Byte)
    dataset.SetGeoTransform((0.0, 30.0, 0.0, 0.0, 0.0, -30.0))
    dataset.GetRasterBand(1).WriteArray(np.ones((8, 8), np.uint8))
    del dataset  # closes the file
    return QgsRasterLayer(str(path), "Photo")


def test_the_gallery_is_used_with_keys_alone(panel: Panel) -> None:
    QTest.keyClick(panel, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    search = child(panel, QLineEdit, "terraloomSearch")
    assert search.hasFocus()
    QTest.keyClick(search, Qt.Key.Key_Down)
    assert card(panel, "Terrain").hasFocus()
    QTest.keyClick(card(panel, "Terrain"), Qt.Key.Key_Down)
    assert card(panel, "Terrain detail").hasFocus()
    QTest.keyClick(card(panel, "Terrain detail"), Qt.Key.Key_Up)
    QTest.keyClick(card(panel, "Terrain"), Qt.Key.Key_Return)
    assert panel.page().algorithm_id == TERRAIN
    QTest.keyClick(panel.page(), Qt.Key.Key_Escape)
    assert panel.page() is None
    assert card(panel, "Terrain").hasFocus()


def test_enter_in_the_search_opens_the_first_card(panel: Panel) -> None:
    search = child(panel, QLineEdit, "terraloomSearch")
    search.setText("detail")
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert panel.page().algorithm_id == DETAIL


def test_wide_panels_have_several_columns(panel: Panel) -> None:
    assert card(panel, "Terrain").x() == card(panel, "Terrain detail").x()
    panel.resize(900, 900)
    QgsApplication.processEvents()
    assert card(panel, "Terrain").y() == card(panel, "Terrain detail").y()


def test_the_speed_of_a_model_is_that_of_every_form_that_uses_it(
    panel: Panel, models: Path
) -> None:
    panel.speeds.expect(1, 4_000_000)
    panel.finished(SimpleNamespace(id=1, algorithm_id=TERRAIN, state="done", seconds=1000.0))
    values = {"MODEL": str(models / "terrain"), "EXTENT": "600000,603000,5180000,5183000"}
    panel.open_form("terraloom:apply_model", {**values, "TARGET_CRS": "EPSG:32632"})
    estimate = panel.page().estimate
    wait(lambda: "px at" in estimate.text())
    assert not estimate.text().endswith("on CPU")


def test_the_speed_of_finished_runs_is_remembered(panel: Panel) -> None:
    panel.speeds.expect(1, 4_000_000)
    panel.speeds.expect(2, 4_000_000)
    run = SimpleNamespace(id=1, algorithm_id=TERRAIN, state="done", seconds=2.0)
    panel.finished(run)
    assert Speeds().of(TERRAIN) == 2.0
    failed = SimpleNamespace(id=2, algorithm_id=TERRAIN, state="failed", seconds=0.1)
    panel.finished(failed)
    assert panel.speeds.text(TERRAIN) == "2.0 Mpx/s here"


def test_the_panel_leads_to_the_set_up_where_torch_is_missing(
    panel: Panel, engine: FakeEngine
) -> None:
    banner = child(panel, QFrame, "terraloomSetupBanner")
    assert not banner.isVisible()
    engine._problem = "PyTorch is not installed."
    panel.refresh()
    assert banner.isVisible()


def test_pictures_are_cut_to_the_card_and_huge_ones_are_left(
    qgis: QgsApplication, tmp_path: Path
) -> None:
    path = tmp_path / "preview.png"
    QImage(480, 320, QImage.Format.Format_RGB32).save(str(path))
    picture = read_picture(path, QSize(120, 90), 2.0)
    assert picture.size() == QSize(240, 180)
    QImage(3000, 2000, QImage.Format.Format_RGB32).save(str(path))
    assert read_picture(path, QSize(120, 90), 1.0) is None
    path.write_text("no picture")
    assert read_picture(path, QSize(120, 90), 1.0) is None


def test_unusable_entries_say_so() -> None:
    entry = GalleryEntry("", "x", "why", "", "", problem="why", words="x why")
    assert not entry.usable
    assert entry.matches("WHY x")


def test_the_filter_is_remembered(panel: Panel, services: Services, window: FakeWindow) -> None:
    child(panel, QCheckBox, "terraloomFitsLayer").setChecked(True)
    again = Panel(window, services, "terraloom", Neighbours().parts())
    try:
        assert child(again, QCheckBox, "terraloomFitsLayer").isChecked()
    finally:
        again.close_panel()
        again.deleteLater()


def test_what_has_no_room_on_a_card_is_in_its_tip(panel: Panel) -> None:
    tip = card(panel, "Terrain").toolTip()
    assert "Land for an extent." in tip
    assert card(panel, "Terrain").entry.licence in tip
