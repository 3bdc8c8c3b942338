"""One algorithm with its parameters, and how far it is."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any, Callable, Optional

from numpy.typing import NDArray
from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext, QgsProcessingFeedback
from qgis.PyQt.QtCore import pyqtSignal

from ..core.task import Task
from ..core.tiling import Rect
from ..processing_provider.job_picture import JobPicture
from .run_parameters import Parameters, process_command, python_script

QUEUED, RUNNING, DONE, FAILED, CANCELLED = "queued", "running", "done", "failed", "cancelled"
ENDED = (DONE, FAILED, CANCELLED)

LEAST_FRACTION = 0.02  # before, the pace says little


class RunFeedback(QgsProcessingFeedback):
    """Keeps what a run says, and pictures what is done; called in the threads that compute."""

    pictured = pyqtSignal(object)

    def __init__(self) -> None:
        super().__init__(False)
        self._picture: Optional[JobPicture] = None
        self.step = ""
        self.errors: list[str] = []
        self.notes: list[str] = []

    def window_done(self, task: Task, window: Rect, values: NDArray[Any]) -> None:
        """Emit ``pictured`` with a `JobView` from time to time."""
        if self._picture is None:
            self._picture = JobPicture(task)
        view = self._picture.add(window, values)
        if view is not None:
            self.pictured.emit(view)

    def setProgressText(self, text: str) -> None:
        self.step = text
        super().setProgressText(text)

    def reportError(self, error: str, fatalError: bool = False) -> None:
        self.errors.append(error)
        super().reportError(error, fatalError)

    def pushInfo(self, info: str) -> None:
        self.notes.append(info)
        super().pushInfo(info)

    def pushWarning(self, warning: str) -> None:
        self.notes.append(warning)
        super().pushWarning(warning)


class Run:
    """One algorithm with its parameters, waiting, at work or ended.

    Owns all that its task uses until the task has ended: QGIS keeps no references to them.
    """

    def __init__(
        self,
        number: int,
        algorithm: QgsProcessingAlgorithm,
        parameters: Parameters,
        title: str,
        cancel: Callable[[Run], None],
    ) -> None:
        self.id = number
        self.algorithm = algorithm
        self.algorithm_id = str(algorithm.id())
        self.parameters = parameters
        self.title = title
        self.state = QUEUED
        self.fraction = 0.0
        self.remaining_s: Optional[float] = None
        self.seconds = 0.0
        self.pixels = 0
        self.message = ""
        self.notes: list[str] = []
        self.log = ""
        self.results: dict[str, Any] = {}
        self.layer_ids: list[str] = []
        self.load_late: Optional[Callable[[], None]] = None
        """Adds the result to the project of now, where that of then was closed meanwhile."""
        self.cancelling = False
        self.task_name = ""
        """What QGIS calls it when it tells of tasks."""
        self._cancel = cancel
        self._started = 0.0
        self._pace: Optional[tuple[float, float]] = None
        self._kept: tuple[Any, ...] = ()

    def cancel(self) -> None:
        """Ask it to stop; one that waits stops at once, another within two seconds."""
        self._cancel(self)

    @property
    def output(self) -> Optional[Path]:
        """The file that it wrote, if it is there."""
        value = self.results.get("OUTPUT") or self.results.get("OUTPUT_REPORT")
        path = Path(value) if isinstance(value, str) else None
        return path if path is not None and path.is_file() else None

    def python_text(self) -> str:
        """Give lines for QGIS's Python console that do the same."""
        return python_script(self.algorithm, self.parameters, QgsProcessingContext())

    def process_text(self) -> str:
        """Give the line for a terminal that does the same."""
        name = f"{self.algorithm.name()}_{self.parameters.get('SEED', self.id)}.tif"
        return process_command(self.algorithm, self.parameters, name)

    def hold(self, *objects: Any) -> None:
        self._kept = objects
        self._started = time.monotonic()

    def release(self) -> None:
        self._kept = ()

    def look(self, feedback: RunFeedback) -> None:
        """Take over how far it is."""
        now = time.monotonic()
        self.seconds = now - self._started
        self.fraction = min(max(feedback.progress() / 100.0, 0.0), 1.0)
        if not self.cancelling and feedback.step:
            self.message = feedback.step
        if self._pace is None and self.fraction > 0.0:
            self._pace = (now, self.fraction)
        if self._pace is not None:
            since, before = self._pace
            done = self.fraction - before
            if done >= LEAST_FRACTION and now - since >= 1.0:
                self.remaining_s = (1.0 - self.fraction) * (now - since) / done
