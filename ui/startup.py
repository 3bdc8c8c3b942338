"""Work that is done a step at a time, so that QGIS's window answers in between."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Callable

from qgis.PyQt.QtCore import QTimer

Step = Callable[[], object]


class Steps:
    """Takes one step in each turn of the event loop; or all that are left at once."""

    def __init__(self, steps: Sequence[Step]) -> None:
        self._left = list(steps)
        self._timer = QTimer()
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._next)
        self._timer.start(0)

    def finish(self) -> None:
        """Take the steps that are left, now."""
        self._timer.stop()
        while self._left:
            self._left.pop(0)()

    def drop(self) -> None:
        """Take none of the steps that are left."""
        self._timer.stop()
        self._left = []

    def _next(self) -> None:
        if self._left:
            self._left.pop(0)()
        if self._left:
            self._timer.start(0)
