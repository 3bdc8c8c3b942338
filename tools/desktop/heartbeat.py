"""A timer that beats in the window's thread: how long that does not answer. Used in QGIS only."""

from __future__ import annotations

import os
import sys
import threading
import time
from pathlib import Path
from typing import Any

from qgis.PyQt.QtCore import Qt, QTimer

STACKS = bool(os.environ["TERRALOOM_STACKS"])
BEAT_MS, LONG_S, DEEP = 10, 0.06, 6


class Heartbeat:
    """Beats in the window's thread; keeps the longest pause, and the most CPU time of any.

    On a busy computer a pause is longer than the work in it: CPU time tells what is the plugin's.
    """

    def __init__(self) -> None:
        self._thread = threading.get_ident()
        self._worst: dict[str, Any] = {}
        self._seen: list[str] = []
        self._last = (time.perf_counter(), time.thread_time())
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()
        if STACKS:
            threading.Thread(target=self._watch, daemon=True).start()

    def forget(self) -> None:
        self._worst = {"wall_ms": 0.0, "cpu_ms": 0.0}
        self._seen = []
        self._last = (time.perf_counter(), time.thread_time())

    def worst(self) -> dict[str, Any]:
        return dict(self._worst)

    def _beat(self) -> None:
        now = (time.perf_counter(), time.thread_time())
        wall, cpu = (1000.0 * (after - before) for before, after in zip(self._last, now))
        seen, self._seen = self._seen, []
        worst = self._worst
        if wall > worst.get("wall_ms", 0.0):
            self._worst = {**worst, "wall_ms": wall, "stacks": seen}
        self._worst["cpu_ms"] = max(cpu, worst.get("cpu_ms", 0.0))
        self._last = now

    def _watch(self) -> None:
        """Look where the thread is when a beat is late; only as often as Python lets others run."""
        while True:
            time.sleep(0.01)
            if time.perf_counter() - self._last[0] > LONG_S:
                self._seen.append(self._place())

    def _place(self) -> str:
        """The innermost functions; quickly, as a frame that is held keeps painters alive."""
        frame = sys._current_frames().get(self._thread)
        lines: list[str] = []
        while frame is not None and len(lines) < DEEP:
            code = frame.f_code
            lines.append(f"{Path(code.co_filename).name}:{frame.f_lineno} {code.co_name}")
            frame = frame.f_back
        return " < ".join(lines)
