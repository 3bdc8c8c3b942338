"""The queue of runs: one at a time, cancelled, failed, loaded, and written down."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Callable, Optional

import pytest
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsHillshadeRenderer,
    QgsMapLayer,
    QgsProcessingContext,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsReferencedRectangle,
)
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QCoreApplication, QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QAction, QApplication, QMainWindow, QProgressBar, QToolButton

from ...core.errors import Cancelled, EngineError
from ...processing_provider.provider import TerraloomProvider
from ...ui.run_list import RunList
from ...ui.run_parameters import process_command, settled
from ...ui.runs import CANCELLED, DONE, FAILED, QUEUED, RUNNING, Run, RunQueue
from .fakes import FakeJobs
from .test_algorithms import terrain

LIMIT_S = 30.0


class FakeIface(QObject):
    """What the queue and the layer actions use of QGIS's window."""

    currentLayerChanged = pyqtSignal(QgsMapLayer)

    def __init__(self) -> None:
        super().__init__()
        self._window = QMainWindow()
        self._bar = QgsMessageBar(self._window)
        self._canvas = QgsMapCanvas(self._window)
        self._layer: Optional[QgsMapLayer] = None
        self.menu: list[QAction] = []
        self.layer_actions: dict[str, list[str]] = {}

    def mainWindow(self) -> QMainWindow:
        return self._window

    def messageBar(self) -> QgsMessageBar:
        return self._bar

    def mapCanvas(self) -> QgsMapCanvas:
        return self._canvas

    def activeLayer(self) -> Optional[QgsMapLayer]:
        return self._layer

    def setActiveLayer(self, layer: Optional[QgsMapLayer]) -> None:
        self._layer = layer
        self.currentLayerChanged.emit(layer)

    def addPluginToRasterMenu(self, name: str, action: QAction) -> None:
        self.menu.append(action)

    def removePluginRasterMenu(self, name: str, action: QAction) -> None:
        self.menu.remove(action)

    def addCustomActionForLayerType(
        self, action: QAction, menu: str, kind: Any, every: bool
    ) -> None:
        self.layer_actions[action.objectName()] = []

    def addCustomActionForLayer(self, action: QAction, layer: QgsMapLayer) -> None:
        self.layer_actions[action.objectName()].append(layer.id())

    def removeCustomActionForLayerType(self, action: QAction) -> None:
        del self.layer_actions[action.objectName()]


def wait(until: Callable[[], bool]) -> None:
    end = time.monotonic() + LIMIT_S
    while not until():
        assert time.monotonic() < end, "It took too long."
        QCoreApplication.processEvents()
        time.sleep(0.005)


def ended(*runs: Run) -> None:
    wait(lambda: all(run.state in (DONE, FAILED, CANCELLED) for run in runs))
    QCoreApplication.processEvents()


def shown(iface: FakeIface) -> list[str]:
    """All of each message; what does not fit into the bar is in its tip."""
    bar = iface.messageBar()
    return [one.toolTip() or f"{one.title()}: {one.text()}" for one in bar.items()]


def announced(iface: FakeIface) -> list[str]:
    """What the message bar says, as soon as it says something."""
    wait(lambda: bool(shown(iface)))
    return shown(iface)


@pytest.fixture
def iface(context: QgsProcessingContext) -> FakeIface:
    return FakeIface()


@pytest.fixture
def queue(provider: TerraloomProvider, iface: FakeIface) -> Iterator[RunQueue]:
    queue = RunQueue(iface)
    yield queue
    queue.close()
    QgsProject.instance().clear()


class SlowJobs:
    """Runs until it is told to stop, or to go on."""

    def __init__(self, jobs: FakeJobs) -> None:
        self._run = jobs.run
        self.stopped = False
        self.go_on = False
        jobs.run = self.run

    def run(self, job: Any, engine: Any, progress: Any) -> Any:
        progress.update(0.25, "At work")
        while not self.go_on:
            if progress.cancelled():
                self.stopped = True
                raise Cancelled
            time.sleep(0.01)
        return self._run(job, engine, progress)


def test_a_run_loads_its_layer_into_its_models_group(
    queue: RunQueue, iface: FakeIface, tmp_path: Path
) -> None:
    told: list[Run] = []
    queue.finished.connect(told.append)
    run = queue.submit("terraloom:terrain", terrain(tmp_path, SEED=7))
    assert (run.state, run.title) == (QUEUED, "Terrain (seed 7)")
    ended(run)
    assert (run.state, told) == (DONE, [run])
    project = QgsProject.instance()
    wait(lambda: len(project.mapLayers()) == 2)
    (group,) = project.layerTreeRoot().children()
    assert group.name() == "Terrain"
    shade, layer = (node.layer() for node in group.children())
    assert isinstance(shade.renderer(), QgsHillshadeRenderer)
    assert run.layer_ids == [layer.id()]
    assert iface.activeLayer() is layer
    assert run.pixels == layer.width() * layer.height()
    assert run.output == Path(layer.source())
    assert announced(iface)[0].startswith("Terrain (seed 7): Finished in")


def test_runs_wait_for_each_other(queue: RunQueue, jobs: FakeJobs, tmp_path: Path) -> None:
    slow = SlowJobs(jobs)
    first, second = (
        queue.submit("terraloom:terrain", terrain(tmp_path, SEED=seed, OUTPUT="TEMPORARY_OUTPUT"))
        for seed in (1, 2)
    )
    wait(lambda: first.fraction > 0.0)
    assert (first.state, first.message, second.state) == (RUNNING, "At work", QUEUED)
    slow.go_on = True
    ended(first, second)
    assert [job.seed for job in jobs.ran] == [1, 2]
    assert (first.state, second.state) == (DONE, DONE)


def test_layers_of_one_name_are_told_apart(queue: RunQueue, tmp_path: Path) -> None:
    parameters = terrain(tmp_path, SEED=7, OUTPUT="TEMPORARY_OUTPUT")
    runs = [queue.submit("terraloom:terrain", parameters) for _ in range(2)]
    ended(*runs)
    names = [QgsProject.instance().mapLayer(run.layer_ids[0]).name() for run in runs]
    assert names == ["Terrain (seed 7)", "Terrain (seed 7) 2"]


def test_a_run_that_waits_and_one_at_work_are_cancelled(
    queue: RunQueue, iface: FakeIface, jobs: FakeJobs, tmp_path: Path
) -> None:
    slow = SlowJobs(jobs)
    first, second = (
        queue.submit("terraloom:terrain", terrain(tmp_path, SEED=seed)) for seed in (1, 2)
    )
    wait(lambda: first.fraction > 0.0)
    second.cancel()
    assert second.state == CANCELLED
    first.cancel()
    assert first.message == "Cancelling…"
    ended(first)
    assert (first.state, slow.stopped) == (CANCELLED, True)
    assert shown(iface) == []
    assert QgsProject.instance().mapLayers() == {}


def test_qgis_does_not_say_that_a_cancelled_run_has_failed(
    queue: RunQueue, iface: FakeIface, jobs: FakeJobs, tmp_path: Path
) -> None:
    SlowJobs(jobs)
    run = queue.submit("terraloom:terrain", terrain(tmp_path))
    wait(lambda: run.fraction > 0.0)
    iface.messageBar().pushInfo("Somebody else", "Something else")
    iface.messageBar().pushInfo("Task failed", run.task_name)
    run.cancel()
    ended(run)
    wait(lambda: shown(iface) == ["Somebody else: Something else"])


def test_a_failure_keeps_its_reason_and_the_next_run_starts(
    queue: RunQueue, iface: FakeIface, jobs: FakeJobs, tmp_path: Path
) -> None:
    jobs.failure = EngineError("The model is asleep. Wake it.")
    first = queue.submit("terraloom:terrain", terrain(tmp_path))
    ended(first)
    assert (first.state, first.message) == (FAILED, "The model is asleep. Wake it.")
    assert "The model is asleep" in first.log
    assert announced(iface) == ["Terrain (seed 1): The model is asleep. Wake it."]
    jobs.failure = None
    refused = queue.submit("terraloom:terrain", terrain(tmp_path, PIXEL_SIZE=1e-9))
    last = queue.submit("terraloom:terrain", terrain(tmp_path))
    ended(refused, last)
    assert refused.state == FAILED
    assert "ixel" in refused.message
    assert last.state == DONE


@pytest.mark.parametrize("width", [400, 574, 1400])
def test_a_message_is_one_line_in_a_bar_of_any_width(
    queue: RunQueue, iface: FakeIface, jobs: FakeJobs, tmp_path: Path, width: int
) -> None:
    iface.mapCanvas().setFixedSize(width, 300)
    jobs.failure = EngineError("The worker has ended. " * 20)
    ended(queue.submit("terraloom:terrain", terrain(tmp_path)))
    announced(iface)
    (item,) = iface.messageBar().items()
    text = f"{item.title()}: {item.text()}"
    buttons = item.findChildren(QToolButton)
    taken = iface.messageBar().fontMetrics().horizontalAdvance(text)
    taken += sum(button.sizeHint().width() for button in buttons)
    assert taken < width or width == 400  # there, the least that says anything
    assert len(item.text()) < len(item.toolTip())
    assert (buttons[0].toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly) == (width < 900)


def test_a_result_is_not_put_into_another_project(
    queue: RunQueue, iface: FakeIface, jobs: FakeJobs, tmp_path: Path
) -> None:
    slow = SlowJobs(jobs)
    run = queue.submit("terraloom:terrain", terrain(tmp_path))
    wait(lambda: run.fraction > 0.0)
    QgsProject.instance().clear()
    slow.go_on = True
    ended(run)
    assert (run.state, run.layer_ids) == (DONE, [])
    assert QgsProject.instance().mapLayers() == {}
    assert "project was closed" in announced(iface)[0]
    (item,) = iface.messageBar().items()
    item.findChild(QToolButton, "terraloomAddToProject").click()
    assert QgsProject.instance().mapLayer(run.layer_ids[0]).isValid()


def test_closing_cancels_and_waits(
    provider: TerraloomProvider, iface: FakeIface, jobs: FakeJobs, tmp_path: Path
) -> None:
    slow = SlowJobs(jobs)
    queue = RunQueue(iface)
    runs = [queue.submit("terraloom:terrain", terrain(tmp_path)) for _ in range(2)]
    wait(lambda: runs[0].fraction > 0.0)
    queue.close()
    assert [run.state for run in runs] == [CANCELLED, CANCELLED]
    assert slow.stopped
    assert QgsApplication.taskManager().countActiveTasks() == 0


def test_parameters_no_longer_depend_on_the_project(
    queue: RunQueue, slope_layer: QgsRasterLayer
) -> None:
    project = QgsProject.instance()
    project.addMapLayer(slope_layer)
    source = slope_layer.source()
    registry = QgsApplication.processingRegistry()
    detail = registry.algorithmById("terraloom:terrain_detail")
    found = settled(detail, {"INPUT": slope_layer.id(), "SCALE": "16"}, project)
    assert found == {"INPUT": source, "SCALE": "16", "OUTPUT": "TEMPORARY_OUTPUT"}
    utm = QgsCoordinateReferenceSystem("EPSG:32632")
    box = QgsReferencedRectangle(QgsRectangle(0.1, 0.2, 30.3, 40.4), utm)
    found = settled(registry.algorithmById("terraloom:terrain"), {"EXTENT": box}, project)
    assert found["EXTENT"] == "0.1,30.3,0.2,40.4 [EPSG:32632]"
    assert found["TARGET_CRS"] == "EPSG:32632"


def test_commands_say_what_was_run(queue: RunQueue, tmp_path: Path) -> None:
    output = tmp_path / "my 'land'.tif"
    parameters = terrain(tmp_path, SEED=7, RIVERS=False, OUTPUT=str(output))
    run = queue.submit("terraloom:terrain", parameters)
    ended(run)
    text = run.process_text()
    assert text.startswith("qgis_process run terraloom:terrain ")
    assert "--SEED=7" in text
    assert "--RIVERS=false" in text
    written = run.python_text()
    output.unlink()
    exec(compile(written, "copied", "exec"), {})
    assert output.is_file()
    algorithm = QgsApplication.processingRegistry().algorithmById("terraloom:terrain")
    line = process_command(algorithm, {"OUTPUT": "TEMPORARY_OUTPUT"}, "a.tif")
    assert line == "qgis_process run terraloom:terrain --OUTPUT=a.tif"


def test_the_list_shows_progress_cancel_and_reasons(
    queue: RunQueue, jobs: FakeJobs, tmp_path: Path
) -> None:
    listed = RunList(queue)
    assert listed.isHidden()
    slow = SlowJobs(jobs)
    run = queue.submit("terraloom:terrain", terrain(tmp_path))
    wait(lambda: run.fraction > 0.0)
    row = listed.row(run)
    assert not listed.isHidden()
    assert row.findChild(QProgressBar, "terraloomRunProgress").value() == 250
    row.findChild(QToolButton, "terraloomRunCancel").click()
    ended(run)
    assert slow.stopped
    assert row.findChild(QProgressBar).isHidden()
    assert not row.findChild(QToolButton, "terraloomRunMore").isHidden()
    listed.findChild(QToolButton, "terraloomClearRuns").click()
    assert queue.runs == []
    assert listed.isHidden()


def test_a_row_copies_the_commands_of_its_run(queue: RunQueue, tmp_path: Path) -> None:
    listed = RunList(queue)
    run = queue.submit("terraloom:terrain", terrain(tmp_path))
    ended(run)
    menu = listed.row(run).findChild(QToolButton, "terraloomRunMore").menu()
    menu.aboutToShow.emit()
    wanted: list[tuple[str, dict[str, Any]]] = []
    queue.form_wanted.connect(lambda name, values: wanted.append((name, values)))
    for action in menu.actions():
        if action.objectName() == "terraloomCopyProcess" or action.text() == "Reproduce…":
            action.trigger()
    assert QApplication.clipboard().text() == run.process_text()
    assert wanted == [("terraloom:terrain", run.parameters)]


def test_the_history_of_processing_shows_what_was_run(queue: RunQueue, tmp_path: Path) -> None:
    from qgis.gui import QgsGui

    run = queue.submit("terraloom:terrain", terrain(tmp_path, SEED=4711))
    ended(run)
    if hasattr(QgsGui, "historyProviderRegistry"):
        entries = QgsGui.historyProviderRegistry().queryEntries()
        texts = [str(one.entry) for one in entries]
    else:
        from processing.core.ProcessingLog import ProcessingLog

        texts = [one.text for one in ProcessingLog.getLogEntries()]
    assert any("terraloom:terrain" in text and "4711" in text for text in texts)
