"""A lock for jobs that share one worker: passed on in the order of asking."""

from __future__ import annotations

import contextlib
import threading
from collections import deque
from collections.abc import Iterator
from typing import Callable

from ..errors import Cancelled

WAIT_S = 0.1
"""How often a waiting job looks whether it was cancelled."""


class Turns:
    """Keeps a long job from shutting out a preview, which a plain lock may."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._queue: deque[object] = deque()

    @property
    def taken(self) -> bool:
        """Whether somebody has a turn, or waits for one."""
        with self._changed:
            return bool(self._queue)

    @contextlib.contextmanager
    def take(self, cancelled: Callable[[], bool]) -> Iterator[None]:
        """Wait for one's turn, and have it; `Cancelled` if ``cancelled`` says so meanwhile."""
        ticket = object()
        with self._changed:
            self._queue.append(ticket)
        try:
            while not self._is_first(ticket):
                if cancelled():
                    raise Cancelled
            yield
        finally:
            with self._changed:
                self._queue.remove(ticket)
                self._changed.notify_all()

    def _is_first(self, ticket: object) -> bool:
        with self._changed:
            if self._queue[0] is not ticket:
                self._changed.wait(WAIT_S)
            return self._queue[0] is ticket
