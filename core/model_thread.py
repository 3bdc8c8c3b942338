"""A model in a thread of its own, so that a cancelled job need not wait for what it computes."""

from __future__ import annotations

import queue
import threading
from typing import Callable, Generic, Optional, TypeVar

from .engine import Engine, TileModel, TileRequest
from .job import Job
from .progress import Progress
from .tiling import FloatArray

T = TypeVar("T")

WAIT_S = 0.1
"""How often a waiting job looks whether it was cancelled."""


class ModelThread:
    """The model of ``job``, a `TileModel` itself.

    Loading a model or computing a tile can hardly be interrupted, but waiting for it can: on a
    cancel `Cancelled` is raised at once, and the thread ends by itself after the tile it is at.
    """

    def __init__(self, job: Job, engine: Engine, progress: Progress) -> None:
        self._progress = progress
        self._actions: queue.SimpleQueue[Optional[Callable[[], None]]] = queue.SimpleQueue()
        self._warnings: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._model: Optional[TileModel] = None
        self._left = threading.Event()
        # Not a daemon: Python waits for it, rather than ending under a computation.
        threading.Thread(target=self._work, name="model").start()

        def load() -> str:
            self._model = engine.open(
                job.package.complete, job.device, self._left.is_set, self._warnings.put
            )
            return self._model.device

        try:
            self.device = self._result(load)
        except BaseException:
            self.close()
            raise

    def compute(self, request: TileRequest) -> FloatArray:
        """The tile's values; `Cancelled` as soon as the job is."""
        self._progress.check()
        return self._result(lambda: self._opened().compute(request))

    def close(self) -> None:
        """Let the thread close the model and end; returns at once."""
        self._left.set()
        self._actions.put(None)

    def _opened(self) -> TileModel:
        if self._model is None:
            raise ValueError("The model is closed already.")
        return self._model

    def _result(self, action: Callable[[], T]) -> T:
        call = _Call(action)
        self._actions.put(call.make)
        while not call.done.wait(WAIT_S):
            self._progress.check()
        while not self._warnings.empty():  # told in the job's thread, like all else
            self._progress.warn(self._warnings.get())
        return call.result()

    def _work(self) -> None:
        while (action := self._actions.get()) is not None:
            action()
        if self._model is not None:
            self._model.close()
            self._model = None


class _Call(Generic[T]):
    """Something to do in the model's thread, and what came of it."""

    def __init__(self, action: Callable[[], T]) -> None:
        self._action = action
        self.done = threading.Event()
        self._values: list[T] = []
        self._failure: Optional[BaseException] = None

    def make(self) -> None:
        try:
            self._values.append(self._action())
        except BaseException as failure:  # noqa: BLE001 - raised again in the job's thread
            self._failure = failure
        self.done.set()

    def result(self) -> T:
        if self._failure is not None:
            raise self._failure
        return self._values[0]
