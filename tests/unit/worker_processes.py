"""Interpreters that run the stand-in worker, and what the system says of processes."""

from __future__ import annotations

import shlex
import sys
import time
from collections.abc import Callable
from pathlib import Path

from ...core.worker.client import WorkerEngine
from ...core.worker.worker import Limits, Patience

STAND_IN = Path(__file__).with_name("stand_in_worker.py")
# Silence is long enough for a Python that starts on a busy computer, and short for a test.
LIMITS = Limits(
    start=Patience(20.0, 20.0),
    open=Patience(3.0, 20.0),
    compute=Patience(3.0, 20.0),
    beat_s=0.2,
)


def stand_in(folder: Path, fault: str = "none", limits: Limits = LIMITS) -> WorkerEngine:
    """An engine whose worker is the stand-in with that fault."""
    folder.mkdir(parents=True, exist_ok=True)
    python = folder / "python"
    words = [sys.executable, "-s", str(STAND_IN), fault, str(folder / "struck")]
    python.write_text(f'#!/bin/sh\nexec {shlex.join(words)} "$@"\n', encoding="utf-8")
    python.chmod(0o755)
    return WorkerEngine(python, limits=limits)


def pid_of(engine: WorkerEngine) -> int:
    session = engine.worker.session
    if session is None:
        raise LookupError("No worker is running.")
    return session.process.pid


def exists(pid: int) -> bool:
    """Whether there is such a process, be it a zombie."""
    return Path(f"/proc/{pid}").exists()


def running(folder: Path) -> list[int]:
    """Stand-ins of `folder` that live, of whatever parent."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            words = (entry / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if str(folder / "struck").encode() in words:
            found.append(int(entry.name))
    return found


def soon(condition: Callable[[], bool], seconds: float = 5.0) -> bool:
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True
