"""Algorithms run in the background, one after the other."""

from __future__ import annotations

import time
from typing import Any, Optional

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProject,
    QgsRasterLayer,
    QgsTask,
)
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QCoreApplication, QEventLoop, QObject, QTimer, pyqtSignal

from ..processing_provider.translation import tr
from .results import Results
from .run import CANCELLED, DONE, ENDED, FAILED, QUEUED, RUNNING, Run, RunFeedback
from .run_history import HistoryEntry
from .run_parameters import Parameters, for_loading, run_title, settled
from .run_pictures import RunPictures

__all__ = ["CANCELLED", "DONE", "ENDED", "FAILED", "QUEUED", "RUNNING", "Run", "RunQueue"]

LOOK_MS = 200
CLOSING_S = 5.0
ANNOUNCE_MS = 300


class RunQueue(QObject):
    """Runs what is submitted, one at a time; a run never blocks the window."""

    changed = pyqtSignal()
    finished = pyqtSignal(object)
    form_wanted = pyqtSignal(str, dict)

    def __init__(self, iface: QgisInterface, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self.runs: list[Run] = []
        self._results = Results(iface, self.form_wanted.emit)
        self._pictures = RunPictures(iface.mapCanvas(), self)
        self._number = 0
        self._active: Optional[Run] = None
        self._feedback: Optional[RunFeedback] = None
        self._task: Optional[QgsProcessingAlgRunnerTask] = None
        self._context: Optional[QgsProcessingContext] = None
        self._history: Optional[HistoryEntry] = None
        self._project_number = 0
        self._projects: dict[int, int] = {}
        self._closed = False
        self._held = ""
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._look)
        QgsProject.instance().cleared.connect(self._project_cleared)

    def submit(self, algorithm_id: str, parameters: Parameters) -> Run:
        """Put a run at the end of the queue."""
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(algorithm_id)
        if algorithm is None:
            raise ValueError(f"There is no algorithm '{algorithm_id}'.")
        self._number += 1
        plain = settled(algorithm, parameters, QgsProject.instance())
        title = run_title(algorithm, parameters, QgsProject.instance())
        run = Run(self._number, algorithm, plain, title, self._cancel)
        run.message = self._held
        self._projects[run.id] = self._project_number
        self.runs.append(run)
        self.changed.emit()
        QTimer.singleShot(0, self._next)
        return run

    def active(self) -> bool:
        return any(run.state not in ENDED for run in self.runs)

    def clear_ended(self) -> None:
        """Forget the runs that have ended; their results stay."""
        self.runs = [run for run in self.runs if run.state not in ENDED]
        self.changed.emit()

    def forget(self, run: Run) -> None:
        if run.state in ENDED and run in self.runs:
            self.runs.remove(run)
            self.changed.emit()

    def hold(self, reason: str) -> None:
        """Start no run until `go_on`; those that wait say the reason."""
        self._held = reason
        self._tell_waiting()

    def go_on(self) -> None:
        self._held = ""
        self._tell_waiting()
        self._next()

    def give_up(self) -> None:
        """What it was held for does not come: what waits is cancelled."""
        if self._held:
            self._held = ""
            for run in list(self.runs):
                if run.state == QUEUED:
                    self._end(run, CANCELLED, "")

    def show_result(self, run: Run) -> None:
        """Say again how a run has ended, with what can be done about it."""
        if not self._closed:
            self._results.announce(run)

    def close(self) -> None:
        """Cancel everything and wait, briefly, for the task to end; the queue is of no use then."""
        self._closed = True
        self._timer.stop()
        QgsProject.instance().cleared.disconnect(self._project_cleared)
        for run in list(self.runs):
            self._cancel(run)
        until = time.monotonic() + CLOSING_S
        while self._active is not None and time.monotonic() < until:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents, 50)
            time.sleep(0.02)  # the thread that computes needs Python too
        self._pictures.end(soon=True)
        self._results.close()

    def _next(self) -> None:
        if self._closed or self._held or self._active is not None:
            return
        run = next((one for one in self.runs if one.state == QUEUED), None)
        if run is not None:
            self._start(run)

    def _tell_waiting(self) -> None:
        for run in self.runs:
            if run.state == QUEUED:
                run.message = self._held
        self.changed.emit()

    def _start(self, run: Run) -> None:
        project = QgsProject.instance()
        context, feedback = QgsProcessingContext(), RunFeedback()
        context.setProject(project)
        context.setFeedback(feedback)
        valid, problem = run.algorithm.checkParameterValues(run.parameters, context)
        if not valid:
            self._end(run, FAILED, problem)
            return
        self._history = HistoryEntry(run.algorithm, run.parameters, context)
        task = QgsProcessingAlgRunnerTask(
            run.algorithm,
            for_loading(run.algorithm, run.parameters, project),
            context,
            feedback,
            *_flags(),
        )
        run.hold(task, context, feedback)
        run.task_name = task.description()
        if task.isCanceled():  # it could not be prepared
            self._end(run, FAILED, _last(feedback.errors))
            return
        self._active, self._feedback, self._task, self._context = run, feedback, task, context
        run.state = RUNNING
        self._pictures.follow(feedback)
        task.executed.connect(self._executed)
        QgsApplication.taskManager().addTask(task)
        self._timer.start()
        self.changed.emit()

    def _executed(self, successful: bool, results: dict[str, Any]) -> None:
        run, feedback, context = self._active, self._feedback, self._context
        if run is None or feedback is None or context is None:
            return
        self._timer.stop()
        self._pictures.end(soon=not successful)
        run.look(feedback)
        self._active = self._feedback = self._task = self._context = None
        run.notes, run.log = feedback.notes, feedback.textLog()
        run.results = dict(results)
        if self._history is not None:
            self._history.finish(run.results, feedback.htmlLog())
            self._history = None
        try:
            if successful:
                if self._projects.get(run.id) == self._project_number and not self._closed:
                    self._load(run, context, feedback)
                elif context.layersToLoadOnCompletion():
                    run.load_late = lambda: self._load(run, context, feedback)
                self._end(run, DONE, _last(run.notes))
            elif feedback.isCanceled():
                self._end(run, CANCELLED, "")
            else:
                self._end(run, FAILED, _last(feedback.errors))
        finally:
            QTimer.singleShot(0, run.release)

    def _load(self, run: Run, context: QgsProcessingContext, feedback: RunFeedback) -> None:
        run.load_late = None
        run.layer_ids = self._results.load(context, feedback)
        for layer_id in run.layer_ids:
            layer = QgsProject.instance().mapLayer(layer_id)
            if isinstance(layer, QgsRasterLayer):
                run.pixels += layer.width() * layer.height()

    def _end(self, run: Run, state: str, message: str) -> None:
        run.state, run.message, run.remaining_s = state, message, None
        if state == DONE:
            run.fraction = 1.0
        self._projects.pop(run.id, None)
        if not self._closed:
            # Later than QGIS's own "Task complete", which would cover it, and than the layer.
            QTimer.singleShot(ANNOUNCE_MS, lambda: self.show_result(run))
            QTimer.singleShot(0, self._next)
        self.changed.emit()
        self.finished.emit(run)

    def _cancel(self, run: Run) -> None:
        if run.state == QUEUED:
            self._end(run, CANCELLED, "")
        elif run.state == RUNNING and self._task is not None:
            run.cancelling = True
            run.message = tr("Cancelling…")
            self._task.cancel()
            self.changed.emit()

    def _look(self) -> None:
        if self._active is not None and self._feedback is not None:
            self._active.look(self._feedback)
            self.changed.emit()

    def _project_cleared(self) -> None:
        self._project_number += 1


def _flags() -> tuple[QgsTask.Flags, ...]:
    """Where QGIS can, have it tell nothing by itself: to QGIS, what is cancelled has failed."""
    silent = getattr(QgsTask, "Silent", None)
    return () if silent is None else (QgsTask.Flag.CanCancel | silent,)


def _last(texts: list[str]) -> str:
    return texts[-1] if texts else tr("It failed without a reason. See the log.")
