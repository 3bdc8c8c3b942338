"""Previews, seeds and live layers of classes, imagery and measures, in the result's own colours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsLayerTreeModel,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsProcessingContext,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor, QImage

from ...core import jobs as real_jobs
from ...core.catalog import Catalog
from ...core.errors import InputError
from ...core.grid import WorldGrid
from ...core.job import ExtentJob
from ...core.progress import NULL_PROGRESS
from ...core.raster.crs import describe_crs
from ...core.tiling import Rect
from ...processing_provider.climate_algorithm import colour_months
from ...processing_provider.loading import GeneratedLayer
from ...processing_provider.picture_styles import fixed_style
from ...processing_provider.provider import TerraloomProvider
from ...processing_provider.services import Services
from ...processing_provider.tile_jobs import can_live, tile_job
from ...ui.live_layer import LiveLayers
from ...ui.live_map_layer import LiveLayer
from ...ui.preview import Preview
from ...ui.seed_strip import SeedStrip
from ...ui.swipe import Swipe
from ..unit.guided_models import PLACE, small_raster
from ..unit.picture_models import PaintedEngine, painted_package
from .test_live_layer import drawn, share_missing
from .test_preview import UTM, look_at, painted, shown
from .test_runs import FakeIface, wait

KINDS = ("classes", "rgb", "heights", "temperature")
LEFT, TOP = PLACE.x0 * 10.0, -PLACE.y0 * 10.0
VIEW = QgsRectangle(LEFT, TOP - 1600, LEFT + 2000, TOP)
WATER, WOOD = QColor("#3060a0"), QColor("#208030")


def parameters_of(kind: str) -> dict[str, Any]:
    return {
        "EXTENT": f"{LEFT},{LEFT + 2000},{TOP - 2000},{TOP} [EPSG:32632]",
        "TARGET_CRS": "EPSG:32632",
        "PIXEL_SIZE": 40.0 if kind == "classes" else 10.0,
        "SEED": 7,
    }


class Painting:
    """Services over one model of a kind, registered, and a window with a map."""

    def __init__(self, folder: Path, kind: str) -> None:
        self.kind, self.parameters = kind, parameters_of(kind)
        painted_package(folder / "models", kind)
        self.services = Services(Catalog([folder / "models"]), PaintedEngine(), real_jobs)
        self.provider = TerraloomProvider(self.services)
        QgsApplication.processingRegistry().addProvider(self.provider)
        QgsProject.instance().clear()
        QgsProject.instance().setCrs(UTM)
        self.iface = FakeIface()
        self.iface.mainWindow().setCentralWidget(self.iface.mapCanvas())
        self.iface.mainWindow().resize(640, 480)
        self.iface.mainWindow().show()
        look_at(self.iface, UTM, VIEW)

    def job(self, **more: Any) -> ExtentJob:
        parameters = {**self.parameters, "OUTPUT": "out.tif", **more}
        return tile_job("terraloom:woods", parameters, QgsProject.instance())

    def end(self) -> None:
        QgsProject.instance().clear()
        QgsApplication.processingRegistry().removeProvider(self.provider)
        sip.delete(self.iface.mainWindow())


@pytest.fixture(params=KINDS)
def painting(request: pytest.FixtureRequest, qgis: Any, tmp_path: Path) -> Iterator[Painting]:
    made = Painting(tmp_path, request.param)
    yield made
    made.end()


@pytest.fixture
def live(painting: Painting) -> Iterator[LiveLayers]:
    live = LiveLayers(painting.iface, painting.services)
    live.install()
    yield live
    live.uninstall()


only_classes = pytest.mark.parametrize("painting", ["classes"], indirect=True)
only_imagery = pytest.mark.parametrize("painting", ["rgb"], indirect=True)


def loaded_picture(painting: Painting, folder: Path, box: QgsRectangle, size: QSize) -> QImage:
    """What QGIS draws of the result after it is loaded."""
    job = replace(painting.job(), output=folder / "result.tif")
    real_jobs.run(job, PaintedEngine(), NULL_PROGRESS)
    layer = QgsRasterLayer(str(job.output), "result")
    GeneratedLayer("terraloom:woods", job).postProcessLayer(layer, QgsProcessingContext(), None)
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(UTM)
    settings.setExtent(box)
    settings.setOutputSize(size)
    settings.setBackgroundColor(QColor("magenta"))
    drawing = QgsMapRendererSequentialJob(settings)
    drawing.start()
    drawing.waitForFinished()
    return drawing.renderedImage()


def pixels(image: QImage) -> Any:
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    data = image.bits().asarray(image.sizeInBytes())
    return np.array(data, np.uint8).reshape(image.height(), image.width(), 4)[..., :3].astype(int)


def test_a_live_layer_has_the_colours_of_the_loaded_result(
    painting: Painting, live: LiveLayers, tmp_path: Path
) -> None:
    layer = live.add("terraloom:woods", painting.parameters)
    pixel = painting.parameters["PIXEL_SIZE"]
    box = QgsRectangle(LEFT, TOP - 240 * pixel, LEFT + 300 * pixel, TOP)
    size = int(2000 / pixel)  # of the result; the live layer goes on
    theirs = pixels(loaded_picture(painting, tmp_path, box, QSize(300, 240)))[:size, :size]
    ours = pixels(drawn(layer, extent=box))[:size, :size]
    assert np.abs(ours - theirs).max() <= 1
    colours = len(np.unique(theirs.reshape(-1, 3), axis=0))
    assert colours == 2 if painting.kind == "classes" else colours > 50
    gaps = (theirs == [255, 0, 255]).all(-1).mean()
    assert gaps == 0.0 if painting.kind == "classes" else 0.0 < gaps < 0.1


@only_classes
def test_pixels_of_classes_are_never_mixed(
    painting: Painting, live: LiveLayers, tmp_path: Path
) -> None:
    layer = live.add("terraloom:woods", painting.parameters)
    box = QgsRectangle(LEFT, TOP - 1600, LEFT + 2000, TOP)  # six pixels of the map are one
    theirs = loaded_picture(painting, tmp_path, box, QSize(300, 240))
    assert np.array_equal(pixels(drawn(layer, extent=box)), pixels(theirs))


def test_a_preview_shows_the_colours_of_the_loaded_result(
    painting: Painting, tmp_path: Path
) -> None:
    preview = Preview(painting.iface, painting.services)
    image = shown(preview, "terraloom:woods", painting.parameters)
    canvas = painting.iface.mapCanvas()
    theirs = loaded_picture(painting, tmp_path, canvas.extent(), image.size())
    both = [pixels(one)[40:-40:5, 40:-40:5] for one in (image, theirs)]
    gap = (both[1] == [255, 0, 255]).all(-1)
    alike = np.abs(both[0] - both[1]).max(-1)[~gap] <= 40
    assert alike.mean() > 0.9
    preview.close()


def test_six_seeds_look_different(painting: Painting) -> None:
    strip = SeedStrip(painting.services)
    strip.show("terraloom:woods", painting.parameters)
    wait(lambda: strip._feed._mill.wait(0.1) and not strip._busy)
    images = [one.icon().pixmap(84, 84).toImage() for one in strip._buttons]
    found = {bytes(one.bits().asarray(one.sizeInBytes())) for one in images}
    assert len(found) == 6
    for image in images:
        assert image.pixelColor(42, 42).alpha() == 255
    strip.close_strip()
    sip.delete(strip)


@pytest.fixture
def cover(tmp_path: Path) -> str:
    codes = np.array([[0, 1], [1, 0]], dtype=np.uint8)
    return small_raster(tmp_path / "cover.tif", 32632, (LEFT, TOP), 400.0, codes)


@only_imagery
def test_a_layer_gives_the_preview_its_place_and_a_swipe(painting: Painting, cover: str) -> None:
    preview = Preview(painting.iface, painting.services)
    canvas = painting.iface.mapCanvas()
    first = shown(preview, "terraloom:woods", painting.parameters)
    assert canvas.findChild(Swipe, "terraloomSwipe") is None
    steered = {"COVER": cover, "PIXEL_SIZE": 10.0, "SEED": 7}
    shown(preview, "terraloom:woods", steered)
    swipe = canvas.findChild(Swipe, "terraloomSwipe")
    assert swipe.x_on_map == pytest.approx(canvas.width() / 2, abs=1)
    swipe.move_to(0)
    second = painted(preview)
    inside, beyond = (
        canvas.mapSettings().mapToPixel().transform(LEFT + east, TOP - 100) for east in (700, 900)
    )
    assert second.pixelColor(int(inside.x()), int(inside.y())) != QColor("black")
    assert second.pixelColor(int(beyond.x()), int(beyond.y())) == QColor("black")
    assert first.pixelColor(int(beyond.x()), int(beyond.y())) != QColor("black")
    preview.close()


@only_imagery
def test_a_live_layer_ends_where_its_layers_do(
    painting: Painting, live: LiveLayers, cover: str, tmp_path: Path
) -> None:
    layer = live.add("terraloom:woods", {"COVER": cover, "PIXEL_SIZE": 10.0, "SEED": 7})
    assert layer.extent() == QgsRectangle(LEFT, TOP - 800, LEFT + 800, TOP)
    whole = QgsRectangle(LEFT - 800, TOP - 1440, LEFT + 1600, TOP + 480)  # 8 m to a pixel
    image = drawn(layer, extent=whole)
    assert image.pixelColor(110, 70) != QColor("magenta")
    for x, y in ((90, 70), (210, 70), (110, 50), (110, 170)):
        assert image.pixelColor(x, y) == QColor("magenta")
    height = small_raster(
        tmp_path / "h.tif", 32632, (LEFT + 9000, TOP), 400.0, np.zeros((2, 2), "f4")
    )
    both = {"COVER": cover, "HEIGHT": height, "PIXEL_SIZE": 10.0}
    assert live.add("terraloom:woods", both) is None
    assert "no ground in common" in painting.iface.messageBar().items()[0].text()


@only_imagery
def test_a_live_layer_too_far_out_says_to_zoom_in_on_screens_alone(
    painting: Painting, live: LiveLayers
) -> None:
    layer = live.add("terraloom:woods", painting.parameters)
    world = QgsRectangle(0, 4e6, 1e6, 4.8e6)
    assert share_missing(drawn(layer, extent=world)) == 1.0
    screen = pixels(drawn(layer, extent=world, partial=True))
    told = (screen != [255, 0, 255]).any(-1)
    assert 0.001 < told.mean() < 0.2
    rows, cols = np.nonzero(told)
    assert abs(rows.mean() - 120) < 12
    assert abs(cols.mean() - 150) < 12
    assert layer.tiles.source._mill.wait(0.1), "nothing is computed for it"


def test_the_legend_is_that_of_the_colours_from_the_start(
    painting: Painting, live: LiveLayers
) -> None:
    layer = live.add("terraloom:woods", painting.parameters)
    drawn(layer)
    root = QgsProject.instance().layerTreeRoot()
    model = QgsLayerTreeModel(root)
    nodes = model.layerLegendNodes(root.findLayer(layer.id()))
    expected = {"classes": 2, "rgb": 0}.get(painting.kind, 1)
    assert len(nodes) == expected
    if painting.kind == "classes":
        assert [node.data(0) for node in nodes] == ["water", "wood"]
    offered = painting.iface.layer_actions
    assert offered["terraloomLiveBake"] == [layer.id()]
    assert offered["terraloomLiveFit"] == [], "its colours do not follow its values"
    assert can_live("terraloom:woods")


def test_it_is_kept_in_the_project_with_its_crs(
    painting: Painting, live: LiveLayers, tmp_path: Path
) -> None:
    parameters = {**painting.parameters, "TARGET_CRS": None}
    before = drawn(live.add("terraloom:woods", parameters), extent=VIEW)
    project = QgsProject.instance()
    assert project.write(str(tmp_path / "project.qgs"))
    project.clear()
    assert project.read(str(tmp_path / "project.qgs"))
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    (found,) = project.mapLayers().values()
    assert isinstance(found, LiveLayer)
    assert drawn(found, extent=VIEW) == before


@only_classes
def test_classes_stay_whole_in_another_crs(painting: Painting, live: LiveLayers) -> None:
    layer = live.add("terraloom:woods", painting.parameters)
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    box = QgsRectangle(9.77, 45.13, 9.79, 45.146)
    found = pixels(drawn(layer, crs=degrees, extent=box))[..., ::-1]
    colours = {tuple(one) for one in np.unique(found.reshape(-1, 3), axis=0)}
    assert colours == {WATER.getRgb()[:3], WOOD.getRgb()[:3]}


def test_a_preview_from_polygons_is_refused(qgis: Any, tmp_path: Path) -> None:
    painting = Painting(tmp_path, "rgb")
    polygons = QgsVectorLayer("Polygon?crs=EPSG:32632&field=kind:string", "land", "memory")
    QgsProject.instance().addMapLayer(polygons)
    try:
        with pytest.raises(InputError, match="no preview from polygons"):
            painting.job(COVER=polygons.id())
    finally:
        painting.end()


@pytest.mark.parametrize(
    ("variable", "statistic"),
    [("temperature", "single"), ("precipitation", "mean"), ("temperature", "spread")],
)
def test_a_climate_has_the_colours_of_the_chosen_variable(
    qgis: Any, tmp_path: Path, variable: str, statistic: str
) -> None:
    pytest.importorskip("torch")
    from ..unit.tiny_climate import PIXEL_M, tiny_climate

    package = tiny_climate(tmp_path)
    ranges = {"temperature": (-40.0, 40.0), "precipitation": (0.0, 400.0)}
    bands = tuple(
        replace(band, min=ranges[band.name][0], max=ranges[band.name][1])
        for band in package.card.output
    )
    package = replace(package, card=replace(package.card, output=bands))
    asked = {"variable": variable, "statistic": statistic}
    grid = WorldGrid(describe_crs("EPSG:32632"), PIXEL_M)
    job = ExtentJob(package, grid, Rect(0, 2, 0, 2), 1, asked, tmp_path / "o.tif")
    file = small_raster(tmp_path / "o.tif", 32632, (0.0, 0.0), PIXEL_M, np.zeros((2, 2), "f4"))
    layer = QgsRasterLayer(file, "climate")
    colour_months(layer, job)
    items = layer.renderer().shader().rasterShaderFunction().colorRampItemList()
    style = fixed_style(job)
    assert [item.value for item in items] == pytest.approx(list(style.values))
    assert [item.color.getRgb()[:3] for item in items] == list(style.colours)
