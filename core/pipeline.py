"""Reading ahead, computing and writing behind at the same time, in bounded memory."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterable
from typing import Callable, Generic, Optional, TypeVar

import numpy as np
from numpy.typing import NDArray

from .progress import NULL_PROGRESS, Progress
from .tiling import Rect

T = TypeVar("T")
Pixels = NDArray[np.generic]

WAIT_S = 0.1
"""How often a waiting thread looks whether the job was cancelled or has failed."""


def run_pipeline(
    windows: Iterable[Rect],
    total: int,
    read: Callable[[Rect], T],
    compute: Callable[[Rect, T], Pixels],
    write: Callable[[Rect, Pixels], None],
    progress: Progress,
    depth: int = 2,
) -> None:
    """Send every window through ``read``, ``compute`` and ``write``, in order.

    ``compute`` and ``progress`` are called in the calling thread, ``read`` in one thread of its
    own and ``write`` in another; at most ``depth`` windows wait before and after computing. The
    first exception of any of them, or the `Cancelled` of ``progress``, stops all three and is
    raised here after both threads have ended. ``total`` is the number of windows.
    """
    stop = threading.Event()
    ready: _Belt[tuple[Rect, T]] = _Belt(depth, stop)
    done: _Belt[tuple[Rect, Pixels]] = _Belt(depth, stop)
    failures: list[BaseException] = []
    written: list[Rect] = []

    def reading() -> None:
        for window in windows:
            if stop.is_set():
                return
            ready.put((window, read(window)))
        ready.put(None)

    def computing() -> None:
        progress.check()
        while (item := ready.get(progress)) is not None:
            done.put((item[0], compute(*item)), progress)
            progress.check()
            progress.update(min(len(written) / max(total, 1), 1.0))
        done.put(None, progress)
        while writer.is_alive() and not stop.is_set():
            progress.check()
            writer.join(WAIT_S)

    def writing() -> None:
        while (item := done.get()) is not None:
            write(*item)
            written.append(item[0])

    def guarded(stage: Callable[[], None]) -> None:
        try:
            stage()
        except _Stopped:
            return
        except BaseException as failure:  # noqa: BLE001 - raised again in the calling thread
            failures.append(failure)
            stop.set()

    reader = threading.Thread(target=guarded, args=(reading,), name="read ahead", daemon=True)
    writer = threading.Thread(target=guarded, args=(writing,), name="write behind", daemon=True)
    reader.start()
    writer.start()
    guarded(computing)
    stop.set()
    reader.join()
    writer.join()
    if failures:
        raise failures[0]
    progress.update(1.0)


class _Stopped(Exception):
    """Unwinds a stage when another has failed, or the job was cancelled."""


class _Belt(Generic[T]):
    """A bounded queue whose waits end when the job stops; None is its end."""

    def __init__(self, depth: int, stop: threading.Event) -> None:
        self._items: queue.Queue[Optional[T]] = queue.Queue(max(depth, 1))
        self._stop = stop

    def put(self, item: Optional[T], progress: Progress = NULL_PROGRESS) -> None:
        while True:
            self._look(progress)
            try:
                return self._items.put(item, timeout=WAIT_S)
            except queue.Full:
                continue

    def get(self, progress: Progress = NULL_PROGRESS) -> Optional[T]:
        while True:
            self._look(progress)
            try:
                return self._items.get(timeout=WAIT_S)
            except queue.Empty:
                continue

    def _look(self, progress: Progress) -> None:
        if self._stop.is_set():
            raise _Stopped
        progress.check()
