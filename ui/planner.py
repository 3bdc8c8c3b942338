"""Plans jobs beside QGIS's own thread: the newest question counts, older answers are dropped."""

from __future__ import annotations

from contextlib import suppress
from typing import Optional, Union

from qgis.PyQt.QtCore import QObject, QRunnable, QThreadPool, pyqtSignal

from ..core.errors import TerraloomError
from ..core.job import Job
from ..processing_provider.planning import Plan, plan
from ..processing_provider.services import Services
from ..processing_provider.setup_facts import may_offer

Answer = Union[Plan, str]


class Planner(QObject):
    """Answers with a `Plan`, or with the reason why there is none."""

    answered = pyqtSignal(object)
    _done = pyqtSignal(int, object)

    def __init__(self, services: Services, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._services = services
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._newest = 0
        self._done.connect(self._hand_over)

    def ask(self, job: Job) -> None:
        """Plan ``job``; the answer comes later, unless another question comes first."""
        self._newest += 1
        self._pool.clear()
        self._pool.start(_Question(self, self._services, self._newest, job))

    def forget(self) -> None:
        """Drop the answer that is under way."""
        self._newest += 1
        self._pool.clear()

    def close(self) -> None:
        """Wait for the answer under way, at most a few seconds where a file does not answer."""
        self.forget()
        self._pool.waitForDone(5000)

    def _hand_over(self, number: int, answer: Answer) -> None:
        if number == self._newest:
            self.answered.emit(answer)


class _Question(QRunnable):
    def __init__(self, planner: Planner, services: Services, number: int, job: Job) -> None:
        super().__init__()
        self._planner, self._services = planner, services
        self._number, self._job = number, job

    def run(self) -> None:
        answer: Answer
        try:
            answer = self._problem() or plan(self._job, self._services)
        except TerraloomError as error:
            answer = str(error)
        except Exception as error:  # noqa: BLE001 - what a thread raises would end QGIS
            answer = f"{type(error).__name__}: {error}"
        with suppress(RuntimeError):  # the form was closed at this very moment
            self._planner._done.emit(self._number, answer)

    def _problem(self) -> str:
        """What keeps the engine from running, unless a set-up comes first, which ends that."""
        return "" if may_offer() else self._services.engine.problem() or ""
