"""The preview on the map, the strip of seeds and the swipe, over small real models."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("torch")

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsReferencedPointXY,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QColor, QImage, QMouseEvent, QPainter
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QWidget

from ...core.catalog import Catalog
from ...core.engine import InProcessEngine
from ...core.errors import EngineError
from ...core.grid import WorldGrid
from ...core.raster.crs import describe_crs
from ...core.tiling import Rect
from ...processing_provider.provider import TerraloomProvider
from ...processing_provider.services import Services
from ...ui.preview import Preview
from ...ui.seed_strip import SeedStrip
from ...ui.swipe import Swipe
from ..unit.tiny_terrain import tiny_detail, tiny_terrain
from .fakes import FakeEngine, FakeJobs, write_slope
from .test_runs import FakeIface, wait

UTM = QgsCoordinateReferenceSystem("EPSG:32632")
PARAMETERS = {
    "EXTENT": "500000,520000,5200000,5220000 [EPSG:32632]",
    "TARGET_CRS": "EPSG:32632",
    "PIXEL_SIZE": 30.0,
    "SEED": 7,
    "LANDFORM": "alpine",
}


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    folder = tmp_path / "tiny"
    folder.mkdir()
    tiny_terrain(folder)
    tiny_detail(folder)
    return folder


@pytest.fixture
def real(qgis: Any, tiny: Path) -> Iterator[Services]:
    """Services over models that run, registered."""
    services = Services(catalog=Catalog([tiny]), engine=InProcessEngine(), jobs=FakeJobs())
    provider = TerraloomProvider(services)
    qgis.processingRegistry().addProvider(provider)
    QgsProject.instance().clear()
    QgsProject.instance().setCrs(UTM)
    yield services
    QgsProject.instance().clear()
    qgis.processingRegistry().removeProvider(provider)


@pytest.fixture
def iface(real: Services) -> Iterator[FakeIface]:
    iface = FakeIface()
    iface.mainWindow().setCentralWidget(iface.mapCanvas())
    iface.mainWindow().resize(640, 480)
    iface.mainWindow().show()
    look_at(iface, UTM, QgsRectangle(500_000, 5_205_000, 520_000, 5_220_000))
    yield iface
    sip.delete(iface.mainWindow())  # before QGIS ends, not whenever Python comes to it


def look_at(iface: FakeIface, crs: QgsCoordinateReferenceSystem, extent: QgsRectangle) -> None:
    iface.mapCanvas().setDestinationCrs(crs)
    iface.mapCanvas().setExtent(extent)


@pytest.fixture
def preview(iface: FakeIface, real: Services) -> Iterator[Preview]:
    preview = Preview(iface, real)
    yield preview
    preview.close()


def shown(preview: Preview, algorithm: str, parameters: dict[str, Any], **more: Any) -> QImage:
    """What the preview paints over a black map, once it is complete."""
    ready: list[bool] = []
    preview.ready.connect(lambda: ready.append(True))
    preview.show(algorithm, parameters, **more)
    wait(lambda: bool(ready))
    preview.ready.disconnect()
    return painted(preview)


def painted(preview: Preview) -> QImage:
    size = preview._canvas.size()
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(QColor("black"))
    painter = QPainter(image)
    preview._item.paint(painter)
    painter.end()
    return image


def is_lit(preview: Preview, image: QImage, x: float, y: float) -> bool:
    """Whether there is something at a place of the UTM zone."""
    settings = preview._canvas.mapSettings()
    transform = QgsCoordinateTransform(UTM, settings.destinationCrs(), QgsProject.instance())
    pixel = settings.mapToPixel().transform(transform.transform(QgsPointXY(x, y)))
    return image.pixelColor(round(pixel.x()), round(pixel.y())) != QColor("black")


@pytest.mark.parametrize(
    ("authid", "extent", "rotation"),
    [
        ("EPSG:32632", (490_000, 5_190_000, 530_000, 5_230_000), 0.0),
        ("EPSG:32632", (490_000, 5_190_000, 530_000, 5_230_000), 30.0),
        ("EPSG:4326", (8.8, 46.8, 9.4, 47.3), 0.0),
        ("EPSG:3857", (980_000, 5_900_000, 1_050_000, 5_990_000), 45.0),
    ],
)
def test_it_lies_where_the_result_would(
    preview: Preview, iface: FakeIface, authid: str, extent: tuple[float, ...], rotation: float
) -> None:
    look_at(iface, QgsCoordinateReferenceSystem(authid), QgsRectangle(*extent))
    iface.mapCanvas().setRotation(rotation)
    image = shown(preview, "terraloom:terrain", PARAMETERS)
    inside, outside = 600.0, -600.0
    for margin, lit in ((inside, True), (outside, False)):
        assert is_lit(preview, image, 500_000 + margin, 5_210_000) is lit
        assert is_lit(preview, image, 520_000 - margin, 5_210_000) is lit
        assert is_lit(preview, image, 510_000, 5_200_000 + margin) is lit
        assert is_lit(preview, image, 510_000, 5_220_000 - margin) is lit


def test_another_seed_looks_different_and_the_same_one_alike(preview: Preview) -> None:
    first = shown(preview, "terraloom:terrain", PARAMETERS)
    other = shown(preview, "terraloom:terrain", {**PARAMETERS, "SEED": 8})
    again = shown(preview, "terraloom:terrain", PARAMETERS)
    assert first != other
    assert first == again


def test_the_piece_is_around_the_point_that_was_clicked(preview: Preview) -> None:
    place = QgsReferencedPointXY(QgsPointXY(505_000, 5_207_000), UTM)
    shown(preview, "terraloom:terrain", PARAMETERS, centre=place)
    sharp = preview._item.pieces[-1]
    box = sharp.level.extent(sharp.rect)
    assert box.xmin < 505_000 < box.xmax
    assert box.ymin < 5_207_000 < box.ymax


def test_what_is_wrong_is_said_and_mended(preview: Preview) -> None:
    told: list[str] = []
    preview.failed.connect(told.append)
    preview.show("terraloom:terrain", {**PARAMETERS, "PIXEL_SIZE": 40_000.0})
    wait(lambda: bool(told))
    assert "outside the range" in told[0]
    assert preview._item.problem == told[0]
    shown(preview, "terraloom:terrain", PARAMETERS)
    assert preview._item.problem == ""


def test_a_map_that_shows_no_place_is_said(preview: Preview, iface: FakeIface) -> None:
    look_at(iface, QgsCoordinateReferenceSystem("EPSG:4326"), QgsRectangle(4e5, 5e6, 5e5, 6e6))
    told: list[str] = []
    preview.failed.connect(told.append)
    preview.show("terraloom:terrain", PARAMETERS)
    wait(lambda: bool(told))
    assert not preview.is_busy
    look_at(iface, UTM, QgsRectangle(500_000, 5_205_000, 520_000, 5_220_000))
    shown(preview, "terraloom:terrain", PARAMETERS)
    assert preview._item.problem == ""


def test_a_missing_engine_is_said(iface: FakeIface, real: Services) -> None:
    class Broken(FakeEngine):
        def open(self, *_: Any, **__: Any) -> Any:
            raise EngineError("Install PyTorch first.")

    preview = Preview(iface, Services(real.catalog, Broken(), real.jobs))
    told: list[str] = []
    preview.failed.connect(told.append)
    preview.show("terraloom:terrain", PARAMETERS)
    wait(lambda: bool(told))
    assert told == ["Install PyTorch first."]
    assert not preview.is_busy
    preview.close()


def test_only_the_last_of_many_changes_is_computed(preview: Preview) -> None:
    opened: list[int] = []
    feed_open = preview._feed.open
    preview._feed.open = lambda job: opened.append(job.seed) or feed_open(job)
    for seed in range(20, 30):
        preview.show("terraloom:terrain", {**PARAMETERS, "SEED": seed})
    shown(preview, "terraloom:terrain", {**PARAMETERS, "SEED": 30})
    assert opened == [20, 30]


def test_clearing_leaves_nothing_on_the_map(preview: Preview, iface: FakeIface) -> None:
    before = set(iface.mapCanvas().scene().items())
    shown(preview, "terraloom:terrain", PARAMETERS)
    preview.clear()
    assert set(iface.mapCanvas().scene().items()) == before
    assert iface.mapCanvas().findChild(Swipe, "terraloomSwipe") is None


@pytest.fixture
def coarse(tmp_path: Path) -> QgsRasterLayer:
    path = tmp_path / "coarse.tif"
    write_slope(
        path, WorldGrid(describe_crs("EPSG:32632"), 480.0), Rect(-10_860, -10_820, 1045, 1085)
    )
    layer = QgsRasterLayer(str(path), "Coarse")
    QgsProject.instance().addMapLayer(layer)
    return layer


def test_the_swipe_uncovers_the_input(
    preview: Preview, iface: FakeIface, coarse: QgsRasterLayer
) -> None:
    extent = coarse.extent()
    look_at(iface, UTM, extent)
    shown(preview, "terraloom:terrain_detail", {"INPUT": coarse.id(), "SCALE": "16", "SEED": 1})
    swipe = iface.mapCanvas().findChild(Swipe, "terraloomSwipe")
    middle = iface.mapCanvas().height() // 2
    assert painted(preview).pixelColor(swipe.x_on_map - 15, middle) == QColor("black")
    assert painted(preview).pixelColor(swipe.x_on_map + 15, middle) != QColor("black")
    before = swipe.x_on_map
    QTest.keyClick(swipe, Qt.Key.Key_Right)
    assert swipe.x_on_map > before
    QTest.keyClick(swipe, Qt.Key.Key_Home)
    assert swipe.x_on_map == 0
    grip = swipe.rect().center()
    QTest.mousePress(swipe, Qt.MouseButton.LeftButton, pos=grip)
    move_pressed(swipe, grip + QPoint(120, 0))
    QTest.mouseRelease(swipe, Qt.MouseButton.LeftButton, pos=grip)
    assert 115 <= swipe.x_on_map <= 125


def move_pressed(widget: QWidget, place: QPoint) -> None:
    """What `QTest.mouseMove` leaves out: the button that is held."""
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(QEvent.Type.MouseMove, QPointF(place), left, left, none)
    QCoreApplication.sendEvent(widget, event)


def test_six_seeds_to_choose_from(real: Services, qgis: Any) -> None:
    strip = SeedStrip(real)
    chosen: list[int] = []
    strip.chosen.connect(chosen.append)
    small = {**PARAMETERS, "EXTENT": "500000,503000,5200000,5203000 [EPSG:32632]"}
    strip.show("terraloom:terrain", small)
    seeds = strip.seeds
    assert seeds[0] == 7
    assert len(set(seeds)) == 6

    def pictures() -> set[bytes]:
        images = [one.icon().pixmap(84, 84).toImage() for one in strip._buttons]
        return {bytes(one.bits().asarray(one.sizeInBytes())) for one in images}

    wait(lambda: strip._feed._mill.wait(0.1) and not strip._busy)
    wait(lambda: len(pictures()) == 6)
    QTest.mouseClick(strip._buttons[2], Qt.MouseButton.LeftButton)
    assert chosen == [seeds[2]]
    strip.show("terraloom:terrain", {**small, "SEED": seeds[2]})
    assert strip.seeds == seeds
    whole, sources = strip._place, list(strip._sources)
    corner = QgsReferencedPointXY(QgsPointXY(502_900, 5_200_100), UTM)
    strip.show("terraloom:terrain", {**small, "SEED": seeds[2]}, corner)
    level, rect = strip._place
    assert level < whole[0] or whole[0] == 0
    box = strip._sources[0].levels[level].extent(rect)
    assert box.xmin < 502_900 <= box.xmax
    assert box.ymin <= 5_200_100 < box.ymax
    assert strip._sources == sources
    strip.roll()
    assert set(strip.seeds) & set(seeds) == {seeds[2]}
    strip.close_strip()
    sip.delete(strip)
