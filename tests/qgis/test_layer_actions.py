"""What is offered for layers that Terraloom made, with real files of small random models."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("torch")

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsProcessingContext,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.PyQt.QtWidgets import QApplication, QDialog, QPushButton, QTableWidget

from ...core import jobs
from ...core.catalog import Catalog
from ...core.engine import InProcessEngine
from ...processing_provider.provider import TerraloomProvider
from ...processing_provider.services import Services
from ...ui.layer_actions import LayerActions
from ...ui.runs import DONE, FAILED, RunQueue
from ..unit.tiny_terrain import tiny_detail, tiny_terrain
from .test_runs import FakeIface, ended, shown, wait

EXTENT = "600000,602100,5000010,5001900 [EPSG:32632]"


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tiny")
    tiny_terrain(folder)
    tiny_detail(folder)
    return folder


@pytest.fixture
def services(tiny: Path) -> Services:
    return Services(Catalog([tiny]), InProcessEngine(), jobs)


@pytest.fixture
def iface(context: QgsProcessingContext) -> FakeIface:
    return FakeIface()


@pytest.fixture
def queue(provider: TerraloomProvider, iface: FakeIface) -> Iterator[RunQueue]:
    queue = RunQueue(iface)
    yield queue
    queue.close()
    QgsProject.instance().clear()


@pytest.fixture
def forms() -> list[tuple[str, dict[str, Any]]]:
    return []


@pytest.fixture
def actions(
    iface: FakeIface, queue: RunQueue, forms: list[tuple[str, dict[str, Any]]]
) -> Iterator[LayerActions]:
    actions = LayerActions(iface, queue, lambda name, values: forms.append((name, values)))
    actions.install()
    yield actions
    actions.uninstall()
    assert iface.menu == []
    assert iface.layer_actions == {}


def made(queue: RunQueue, iface: FakeIface, algorithm: str, **parameters: Any) -> QgsRasterLayer:
    """A result of ``algorithm`` that is current, its tags read."""
    values = {"DEVICE": "cpu", "OUTPUT": "TEMPORARY_OUTPUT", **parameters}
    run = queue.submit(f"terraloom:{algorithm}", values)
    ended(run)
    assert run.state == DONE, run.message
    layer = QgsProject.instance().mapLayer(run.layer_ids[0])
    wait(lambda: layer.id() in iface.layer_actions["terraloomLayerVerify"])
    iface.setActiveLayer(layer)
    return layer


def terrain(queue: RunQueue, iface: FakeIface, **parameters: Any) -> QgsRasterLayer:
    values = {"EXTENT": EXTENT, "TARGET_CRS": "EPSG:32632", "PIXEL_SIZE": 30.0, "SEED": 7}
    return made(queue, iface, "terrain", **values, RELIEF=70.0, LANDFORM="alpine", **parameters)


def trigger(iface: FakeIface, name: str) -> None:
    (action,) = (one for one in iface.menu if one.objectName() == f"terraloomLayer{name}")
    assert action.isEnabled()
    action.trigger()


def test_only_layers_of_terraloom_have_the_actions(
    actions: LayerActions, queue: RunQueue, iface: FakeIface, slope_layer: QgsRasterLayer
) -> None:
    assert not any(action.isEnabled() for action in iface.menu)
    QgsProject.instance().addMapLayer(slope_layer)
    layer = terrain(queue, iface)
    assert all(action.isEnabled() for action in iface.menu)
    assert slope_layer.id() not in iface.layer_actions["terraloomLayerVerify"]
    iface.setActiveLayer(slope_layer)
    assert not any(action.isEnabled() for action in iface.menu)
    QgsProject.instance().removeMapLayer(layer.id())


def test_provenance_is_shown_and_copied(
    actions: LayerActions, queue: RunQueue, iface: FakeIface
) -> None:
    terrain(queue, iface)
    trigger(iface, "Provenance")
    (dialog,) = iface.mainWindow().findChildren(QDialog, "terraloomProvenance")
    table = dialog.findChild(QTableWidget, "terraloomProvenanceTable")
    rows = {table.item(row, 0).text(): table.item(row, 1).text() for row in range(table.rowCount())}
    assert rows["Model"] == "terrain 0.0.1"
    assert rows["Seed"] == "7"
    assert rows["Relief"] == "70"
    assert rows["CRS"] == "EPSG:32632"
    assert rows["Extent"] == "600000, 602100, 5000010, 5001900"
    assert "not measured" in rows["Synthetic"]
    assert "torch" in rows["Software"]
    dialog.findChild(QPushButton, "terraloomProvenanceCopy").click()
    assert "Seed: 7\n" in QApplication.clipboard().text()
    dialog.close()


def test_reproducing_gives_the_same_file(
    actions: LayerActions,
    queue: RunQueue,
    iface: FakeIface,
    forms: list[tuple[str, dict[str, Any]]],
) -> None:
    layer = terrain(queue, iface)
    trigger(iface, "Reproduce")
    ((name, values),) = forms
    assert (values["SEED"], values["RELIEF"], values["LANDFORM"]) == (7, 70.0, "alpine")
    again = made(queue, iface, name.partition(":")[2], **values)
    assert Path(again.source()).read_bytes() == Path(layer.source()).read_bytes()


def test_a_finer_layer_is_reproduced_from_its_source(
    actions: LayerActions,
    queue: RunQueue,
    iface: FakeIface,
    forms: list[tuple[str, dict[str, Any]]],
    slope_layer: QgsRasterLayer,
) -> None:
    QgsProject.instance().addMapLayer(slope_layer)
    box = slope_layer.extent()
    part = QgsRectangle(box.xMinimum(), box.yMinimum(), box.center().x(), box.center().y())
    corners = (part.xMinimum(), part.xMaximum(), part.yMinimum(), part.yMaximum())
    extent = ",".join(str(edge) for edge in corners)
    values = {"INPUT": slope_layer.id(), "EXTENT": extent, "SCALE": "4", "FIDELITY": 80.0}
    layer = made(queue, iface, "terrain_detail", **values)
    trigger(iface, "Reproduce")
    ((name, found),) = forms
    assert (found["INPUT"], found["SCALE"]) == (slope_layer.source(), "4")
    again = made(queue, iface, name.partition(":")[2], **found)
    assert Path(again.source()).read_bytes() == Path(layer.source()).read_bytes()
    QgsProject.instance().removeMapLayer(slope_layer.id())
    iface.setActiveLayer(layer)
    trigger(iface, "Reproduce")
    assert "INPUT" not in forms[-1][1]
    assert any("was not found" in text for text in shown(iface))


def test_extending_over_the_map_gives_what_the_whole_would_be(
    actions: LayerActions,
    queue: RunQueue,
    iface: FakeIface,
    forms: list[tuple[str, dict[str, Any]]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    layer = terrain(queue, iface)
    views: list[Any] = []
    monkeypatch.setattr(queue._pictures, "_show", views.append)
    canvas = iface.mapCanvas()
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:32632"))
    canvas.setExtent(QgsRectangle(600900.0, 4999500.0, 603000.0, 5000400.0))
    trigger(iface, "Extend")
    ((name, values),) = forms
    assert name == "terraloom:extend"
    larger = made(queue, iface, "extend", **values)
    assert larger.name() == "Terrain (seed 7) 2" or larger.name().endswith("(seed 7) 2")
    assert larger.extent().contains(layer.extent())
    assert larger.extent().contains(canvas.extent())
    assert views  # what is done is on the map while it runs, as of any other run
    trigger(iface, "Verify")
    run = queue.runs[-1]
    ended(run)
    assert run.results["MATCHES"] is True
    assert run.results["IDENTICAL_SHARE"] == 1.0
    wait(lambda: any("Every pixel is what the tags say." in text for text in shown(iface)))


def test_an_extension_over_what_is_there_is_refused(
    actions: LayerActions, queue: RunQueue, iface: FakeIface
) -> None:
    layer = terrain(queue, iface)
    inside = "600300,600600,5000400,5000700 [EPSG:32632]"
    run = queue.submit("terraloom:extend", {"INPUT": layer.id(), "EXTENT": inside})
    ended(run)
    assert run.state == FAILED
    assert "already" in run.message


def test_a_layer_of_a_model_that_is_gone_says_so(
    actions: LayerActions,
    queue: RunQueue,
    iface: FakeIface,
    services: Services,
    forms: list[tuple[str, dict[str, Any]]],
    tmp_path: Path,
) -> None:
    terrain(queue, iface)
    services.catalog.folders = (tmp_path / "none",)
    QgsApplication.processingRegistry().providerById("terraloom").refreshAlgorithms()
    trigger(iface, "Reproduce")
    assert forms == []
    assert any("is not installed" in text for text in shown(iface))
