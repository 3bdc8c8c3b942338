"""A registered algorithm in the background, with its words and its end as signals."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Optional

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
)
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..processing_provider.torch_setup import NAME as SET_UP
from ..processing_provider.translation import tr

_RUNS_NAME = "terraloomSetupRuns"


class _Feedback(QgsProcessingFeedback):
    """Turns what an algorithm says, in whatever thread, into signals."""

    text = pyqtSignal(str)
    line = pyqtSignal(str)
    failed = pyqtSignal(str)

    def __init__(self) -> None:
        super().__init__(False)

    def setProgressText(self, text: str) -> None:
        self.text.emit(text)

    def pushInfo(self, info: str) -> None:
        self.line.emit(info)

    def pushWarning(self, warning: str) -> None:
        self.line.emit(warning)

    def reportError(self, error: str, fatalError: bool = False) -> None:
        self.failed.emit(error)


class AlgorithmRun(QObject):
    """One run, from `start` to ``ended`` (whether it worked, results, what is to be said)."""

    progressed = pyqtSignal(float, str)
    told = pyqtSignal(str)
    ended = pyqtSignal(bool, dict, str)

    def __init__(self, algorithm_id: str, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._id = algorithm_id
        self._feedback = _Feedback()
        self._context = QgsProcessingContext()
        self._task: Optional[QgsProcessingAlgRunnerTask] = None
        self._error = ""
        self.percent, self.text = 0.0, ""
        self._feedback.text.connect(self._say)
        self._feedback.line.connect(self.told)
        self._feedback.failed.connect(self._fail)
        self._feedback.progressChanged.connect(self._move)

    def start(self, parameters: Mapping[str, Any]) -> None:
        """Hand it to QGIS's task manager, which shows it in the status bar too."""
        algorithm = QgsApplication.processingRegistry().algorithmById(self._id)
        if algorithm is None:
            message = tr("The algorithm '{id}' is not there. Restart QGIS.")
            self.ended.emit(False, {}, message.format(id=self._id))
            return
        self._task = QgsProcessingAlgRunnerTask(
            algorithm, dict(parameters), self._context, self._feedback
        )
        self._task.executed.connect(self._finish)
        QgsApplication.taskManager().addTask(self._task)

    @property
    def is_cancelled(self) -> bool:
        return bool(self._feedback.isCanceled())

    def cancel(self) -> None:
        self._feedback.cancel()

    def _say(self, text: str) -> None:
        self.text = text
        self.told.emit(text)
        self.progressed.emit(self.percent, text)

    def _move(self, percent: float) -> None:
        self.percent = percent
        self.progressed.emit(percent, self.text)

    def _fail(self, message: str) -> None:
        self._error = message
        self.told.emit(message)

    def _finish(self, success: bool, results: dict[str, Any]) -> None:
        worked = success and bool(results) and not self.is_cancelled
        message = str(results.get("SUMMARY", "")) if worked else self._error
        self.ended.emit(worked, dict(results), message)


class SetupRuns(QObject):
    """The set-up that goes on, if one does: never two, whichever window started it."""

    started = pyqtSignal(str)
    progressed = pyqtSignal(float, str)
    told = pyqtSignal(str)
    ended = pyqtSignal(bool, dict, str)

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self.setObjectName(_RUNS_NAME)
        self.current: Optional[AlgorithmRun] = None
        self.lines: list[str] = []

    def start(self, parameters: Mapping[str, Any]) -> bool:
        """Begin; ``False`` while another one runs."""
        if self.current is not None:
            return False
        run = AlgorithmRun(f"terraloom:{SET_UP}", self)
        self.current, self.lines = run, []
        run.progressed.connect(self.progressed)
        run.told.connect(self._tell)
        run.ended.connect(self._end)
        self.started.emit(str(parameters.get("ACTION", "")))
        run.start(parameters)
        return True

    def cancel(self) -> None:
        if self.current is not None:
            self.current.cancel()

    def close(self) -> None:
        """Cancel what runs, and be gone when that has ended: its thread still needs it."""
        self.setObjectName("")
        if self.current is None:
            self.deleteLater()
        else:
            self.current.ended.connect(self.deleteLater)
            self.cancel()

    def _tell(self, line: str) -> None:
        self.lines.append(line)
        self.told.emit(line)

    def _end(self, worked: bool, results: dict[str, Any], message: str) -> None:
        run, self.current = self.current, None
        if run is not None:
            run.deleteLater()
            if run.is_cancelled and not message:
                message = tr("Cancelled. What is downloaded is kept for the next time.")
        self.ended.emit(worked, results, message or tr("The set-up did not end well."))


def setup_runs() -> SetupRuns:
    """The one there is for this QGIS; made when first asked for."""
    application = QgsApplication.instance()
    found = application.findChild(SetupRuns, _RUNS_NAME)
    return found if found is not None else SetupRuns(application)
