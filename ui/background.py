"""Calls functions in threads and hands their answers to QGIS's own thread."""

from __future__ import annotations

import threading
from typing import Callable

from qgis.PyQt.QtCore import QObject, QRunnable, QThreadPool, pyqtSignal

from ..core.errors import Cancelled
from ..core.progress import NullProgress, Progress

Work = Callable[[Progress], object]


class Background(QObject):
    """Ends with its parent: what still runs is told to stop, and its answer is dropped."""

    _answered = pyqtSignal(object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._stop = threading.Event()
        self._answered.connect(self._hand_over)
        self.destroyed.connect(self._stop.set)

    def call(self, work: Work, then: Callable[[object], None]) -> None:
        """Do ``work``; ``then`` gets what it returns, or the exception that it raised."""
        QThreadPool.globalInstance().start(_Call(self, self._stop, work, then))

    def stop(self) -> None:
        """Drop all answers from now on."""
        self._stop.set()

    def _hand_over(self, then: Callable[[object], None], answer: object) -> None:
        if not self._stop.is_set():
            then(answer)


class _Stoppable(NullProgress):
    def __init__(self, stop: threading.Event) -> None:
        self._stop = stop

    def cancelled(self) -> bool:
        return self._stop.is_set()


class _Call(QRunnable):
    def __init__(
        self,
        asker: Background,
        stop: threading.Event,
        work: Work,
        then: Callable[[object], None],
    ) -> None:
        super().__init__()
        self._asker, self._stop, self._work, self._then = asker, stop, work, then

    def run(self) -> None:
        answer: object
        try:
            answer = self._work(_Stoppable(self._stop))
        except Cancelled:
            return
        except Exception as error:  # noqa: BLE001 - what a thread raises would end QGIS
            answer = error
        if self._stop.is_set():
            return
        try:
            self._asker._answered.emit(self._then, answer)
        except RuntimeError:  # the window was closed at this very moment
            return
