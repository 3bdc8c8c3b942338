"""Live layers: drawn as tiles come, kept in projects, baked, and gone with the plugin."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("torch")

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsLayerTreeModel,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsProject,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QCoreApplication, QSize
from qgis.PyQt.QtGui import QColor, QImage, QPainter

from ...core.engine import InProcessEngine
from ...core.errors import EngineError
from ...processing_provider.services import Services
from ...ui.live_layer import LiveLayers
from ...ui.live_map_layer import TYPE, LiveLayer
from .test_preview import PARAMETERS, UTM, FakeIface, iface, real, tiny  # noqa: F401
from .test_runs import wait

VIEW = QgsRectangle(500_000, 5_205_000, 515_000, 5_217_000)


@pytest.fixture
def live(iface: FakeIface, real: Services) -> Iterator[LiveLayers]:  # noqa: F811
    live = LiveLayers(iface, real)
    live.install()
    yield live
    live.uninstall()


@pytest.fixture
def layer(live: LiveLayers) -> LiveLayer:
    return live.add("terraloom:terrain", dict(PARAMETERS))


def drawn(
    layer: LiveLayer,
    *,
    partial: bool = False,
    crs: QgsCoordinateReferenceSystem = UTM,
    extent: QgsRectangle = VIEW,
    rotation: float = 0.0,
) -> QImage:
    """The layer over magenta, drawn in QGIS's own threads as a canvas or a layout does."""
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(crs)
    settings.setExtent(extent)
    settings.setRotation(rotation)
    settings.setOutputSize(QSize(300, 240))
    settings.setBackgroundColor(QColor("magenta"))
    settings.setFlag(QgsMapSettings.RenderPartialOutput, partial)
    job = QgsMapRendererParallelJob(settings)
    finished: list[bool] = []
    job.finished.connect(lambda: finished.append(True))
    job.start()
    wait(lambda: bool(finished))
    return job.renderedImage()


def share_missing(image: QImage) -> float:
    empty = QColor("magenta").rgb()
    points = [(x, y) for x in range(0, 300, 7) for y in range(0, 240, 7)]
    return sum(image.pixel(x, y) == empty for x, y in points) / len(points)


@pytest.mark.parametrize(
    ("authid", "extent", "rotation"),
    [
        ("EPSG:32632", VIEW, 0.0),
        ("EPSG:32632", VIEW, 33.0),
        ("EPSG:3857", QgsRectangle(1_000_000, 5_900_000, 1_040_000, 5_940_000), 0.0),
        ("EPSG:4326", QgsRectangle(8.5, 46.5, 9.5, 47.0), 20.0),
        ("EPSG:3035", QgsRectangle(3_900_000, 2_300_000, 4_900_000, 3_000_000), 0.0),
    ],
)
def test_a_print_is_complete_in_any_crs(
    layer: LiveLayer, authid: str, extent: QgsRectangle, rotation: float
) -> None:
    crs = QgsCoordinateReferenceSystem(authid)
    image = drawn(layer, crs=crs, extent=extent, rotation=rotation)
    assert share_missing(image) == 0.0


def test_the_canvas_never_waits_and_is_drawn_again_as_tiles_come(
    live: LiveLayers, layer: LiveLayer
) -> None:
    repaints: list[bool] = []
    layer.repaintRequested.connect(lambda *_: repaints.append(True))
    assert not live.is_busy
    assert share_missing(drawn(layer, partial=True)) == 1.0
    assert live.is_busy
    wait(lambda: bool(repaints))

    def is_settled() -> bool:
        drawn(layer, partial=True)
        return layer.tiles is not None and layer.tiles.colours is not None

    wait(is_settled)
    wait(lambda: not live.is_busy)
    assert drawn(layer, partial=True) == drawn(layer)


def test_the_legend_is_there_as_soon_as_the_map_is_complete(
    live: LiveLayers,
    layer: LiveLayer,
    iface: FakeIface,  # noqa: F811
) -> None:
    shown: list[object] = []
    layer.legend().itemsChanged.connect(lambda: shown.append(layer.colours))
    canvas = iface.mapCanvas()
    canvas.setDestinationCrs(UTM)
    canvas.setExtent(VIEW)
    canvas.setLayers([layer])
    canvas.show()
    wait(lambda: layer.colours is not None and not (live.is_busy or canvas.isDrawing()))
    assert shown[-1:] == [layer.colours]


def test_drawing_again_and_again_is_safe(layer: LiveLayer) -> None:
    first = drawn(layer)
    for _ in range(30):
        assert drawn(layer) == first


def test_opacity_is_that_of_the_layer(layer: LiveLayer) -> None:
    solid = drawn(layer).pixelColor(150, 120)
    layer.setOpacity(0.5)
    half = drawn(layer).pixelColor(150, 120)
    assert abs(half.green() - solid.green() / 2) <= 2


def test_it_is_kept_in_the_project(layer: LiveLayer, tmp_path: Path) -> None:
    before = drawn(layer)
    colours = layer.colours
    path = str(tmp_path / "project.qgs")
    project = QgsProject.instance()
    assert project.write(path)
    project.clear()
    assert project.read(path)
    (found,) = project.mapLayers().values()
    assert isinstance(found, LiveLayer)
    assert found.isValid()
    assert found.crs() == UTM
    assert (found.algorithm_id, found.colours) == ("terraloom:terrain", colours)
    assert drawn(found) == before


def test_a_copy_shares_the_tiles(layer: LiveLayer) -> None:
    before = drawn(layer)
    twin = layer.clone()
    QgsProject.instance().addMapLayer(twin)
    QgsProject.instance().removeMapLayer(layer.id())
    assert drawn(twin) == before


def test_the_legend_shows_the_colours(layer: LiveLayer) -> None:
    drawn(layer)
    project = QgsProject.instance()
    model = QgsLayerTreeModel(project.layerTreeRoot())
    nodes = model.layerLegendNodes(project.layerTreeRoot().findLayer(layer.id()))
    assert len(nodes) == 1


def test_its_actions_are_in_its_context_menu_and_no_other(
    layer: LiveLayer,
    iface: FakeIface,  # noqa: F811
) -> None:
    offered = {name: ids for name, ids in iface.layer_actions.items() if "Live" in name}
    assert offered == {"terraloomLiveBake": [layer.id()], "terraloomLiveFit": [layer.id()]}
    twin = layer.clone()
    QgsProject.instance().addMapLayer(twin)
    assert iface.layer_actions["terraloomLiveBake"] == [layer.id(), twin.id()]


def test_baking_opens_the_form_for_the_very_same_world(live: LiveLayers, layer: LiveLayer) -> None:
    opened: list[tuple[str, dict[str, Any]]] = []
    live.bake(layer, VIEW, lambda algorithm, values: opened.append((algorithm, values)))
    ((algorithm, values),) = opened
    assert algorithm == "terraloom:terrain"
    assert values["EXTENT"] == "500000,515000,5205000,5217000 [EPSG:32632]"
    same = ("TARGET_CRS", "PIXEL_SIZE", "SEED", "LANDFORM")
    assert {name: values[name] for name in same} == {name: PARAMETERS[name] for name in same}


class BrokenEngine(InProcessEngine):
    def open(self, *_: Any, **__: Any) -> Any:
        raise EngineError("Install PyTorch first.")


def test_a_missing_engine_is_said_once(iface: FakeIface, real: Services) -> None:  # noqa: F811
    live = LiveLayers(iface, Services(real.catalog, BrokenEngine(), real.jobs))
    live.install()
    layer = live.add("terraloom:terrain", dict(PARAMETERS))
    for _ in range(3):
        drawn(layer, partial=True)
    wait(lambda: not layer.error().isEmpty())
    drawn(layer)  # a print does not wait for what cannot come
    assert "Install PyTorch first." in layer.error().summary()
    assert len(iface.messageBar().items()) == 1
    live.uninstall()


def test_only_what_comes_from_nothing_has_no_end(live: LiveLayers, iface: FakeIface) -> None:  # noqa: F811
    assert live.add("terraloom:terrain", {**PARAMETERS, "PIXEL_SIZE": -1.0}) is None
    assert len(iface.messageBar().items()) == 1
    assert QgsProject.instance().mapLayers() == {}


def test_layers_outlast_five_reloads_of_the_plugin(iface: FakeIface, real: Services) -> None:  # noqa: F811
    project = QgsProject.instance()
    live = LiveLayers(iface, real)
    live.install()
    layer = live.add("terraloom:terrain", dict(PARAMETERS))
    layer.setName("My land")
    layer.setOpacity(0.5)
    layer.setBlendMode(QPainter.CompositionMode.CompositionMode_Multiply)
    node = project.layerTreeRoot().findLayer(layer.id())
    project.layerTreeRoot().addGroup("A group").addChildNode(node.clone())
    project.layerTreeRoot().removeChildNode(node)
    before, layer_id = drawn(layer), layer.id()
    project.setDirty(False)
    for _ in range(5):
        live.uninstall()
        assert TYPE not in QgsApplication.pluginLayerRegistry().pluginLayerTypes()
        assert project.mapLayers() == {}
        assert iface.layer_actions == {}
        live = LiveLayers(iface, real)
        live.install()
        assert not project.isDirty()
        (found,) = project.mapLayers().values()
        assert (found.id(), found.name(), found.opacity()) == (layer_id, "My land", 0.5)
        assert found.blendMode() == QPainter.CompositionMode.CompositionMode_Multiply
        (node,) = project.layerTreeRoot().findLayers()
        assert node.layer() is found
        assert node.parent().name() == "A group"
        assert iface.layer_actions["terraloomLiveBake"] == [layer_id]
        assert drawn(found) == before
    live.uninstall()


def test_a_project_saved_without_the_plugin_keeps_them(
    iface: FakeIface,  # noqa: F811
    real: Services,  # noqa: F811
    tmp_path: Path,
) -> None:
    project, path = QgsProject.instance(), str(tmp_path / "project.qgs")
    live = LiveLayers(iface, real)
    live.install()
    layer = live.add("terraloom:terrain", dict(PARAMETERS))
    gone = live.add("terraloom:terrain", {**PARAMETERS, "SEED": 8})
    before, layer_id, gone_id = drawn(layer), layer.id(), gone.id()
    assert project.write(path)
    project.clear()
    live.uninstall()

    assert project.read(path)
    assert project.mapLayers() == {}
    root = project.layerTreeRoot()
    root.removeChildNode(root.findLayer(gone_id))  # by a user who does not want it
    assert project.write(path)
    project.clear()
    QCoreApplication.processEvents()  # QGIS removes the layers of nodes that are gone a bit later

    live = LiveLayers(iface, real)
    live.install()
    assert project.read(path)
    (found,) = project.mapLayers().values()
    assert found.id() == layer_id
    assert not project.isDirty()
    assert drawn(found) == before
    project.removeMapLayer(layer_id)
    assert project.write(path)
    live.uninstall()
    live.install()
    assert project.mapLayers() == {}
    live.uninstall()


def test_a_layer_without_its_model_is_kept_and_saved(
    layer: LiveLayer,
    real: Services,  # noqa: F811
    tmp_path: Path,
    qgis: QgsApplication,
) -> None:
    project, path = QgsProject.instance(), str(tmp_path / "project.qgs")
    before, layer_id = drawn(layer), layer.id()
    assert project.write(path)
    project.clear()
    provider = qgis.processingRegistry().providerById("terraloom")
    folder = real.catalog.folders[0] / "terrain"
    folder.rename(tmp_path / "elsewhere")
    provider.refreshAlgorithms()
    assert project.read(path)
    drawn(project.mapLayer(layer_id))
    assert not project.mapLayer(layer_id).error().isEmpty()
    assert project.write(path)
    project.clear()
    (tmp_path / "elsewhere").rename(folder)
    provider.refreshAlgorithms()
    assert project.read(path)
    assert drawn(project.mapLayer(layer_id)) == before
