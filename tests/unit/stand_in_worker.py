"""Runs in a child: the real worker without torch, and with one fault.

`stand_in_worker.py FAULT MARKER -s core/worker/main.py`. Its models give tiles full of the seed.
The fault strikes once: then the file MARKER is there. "FAULT @ 5": not before the fifth tile.
"""

from __future__ import annotations

import os
import resource
import runpy
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

FAULT, _, FIRST = sys.argv[1].partition(" @ ")
MARKER, SCRIPT = Path(sys.argv[2]), sys.argv[-1]
tiles = 0


def strikes(fault: str) -> bool:
    if fault != FAULT or MARKER.exists() or tiles < int(FIRST or 0):
        return False
    MARKER.touch()
    return True


def wait(stopping: Callable[[], bool] | None = None) -> None:
    from ...core.errors import Cancelled

    end = time.monotonic() + 60
    while time.monotonic() < end:
        time.sleep(0.01)
        if stopping is not None and stopping():
            raise Cancelled


def exhaust_memory() -> None:
    import numpy as np

    pages = int(Path("/proc/self/statm").read_text().split()[0])
    limit = pages * resource.getpagesize() + 2**26
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    np.ones(2**28)


class Models:
    """In place of `core.worker.computing.Models`."""

    def __init__(self, folder: str) -> None:
        from ...core.worker.shared_arrays import ANSWER_FILE, REQUEST_FILE, ArrayFile

        self.request = ArrayFile(Path(folder) / REQUEST_FILE)
        self.answer = ArrayFile(Path(folder) / ANSWER_FILE)
        self.opened: set[int] = set()

    def open(self, request: Any, stopping: Callable[[], bool], warn: Callable[[str], None]) -> str:
        from ...core.errors import DeviceError

        self.stopping = stopping
        if FAULT == "warns":
            warn("Device 'cuda:0' is not used.")
        if strikes("killed while a model loads"):
            os.kill(os.getpid(), signal.SIGKILL)
        if strikes("ends while a model loads"):
            os._exit(7)
        if strikes("stopped while a model loads"):
            os.kill(os.getpid(), signal.SIGSTOP)
        if strikes("no such device"):
            raise DeviceError("cuda:9", "This computer has: cpu.")
        self.opened.add(request.model)
        return "cpu" if request.device == "auto" else str(request.device)

    def compute(self, request: Any) -> Any:
        import numpy as np

        from ...core.errors import DeviceMemoryError
        from ...core.worker.protocol import ArrayRef, Done

        global tiles
        tiles += 1
        if strikes("killed in a tile"):
            os.kill(os.getpid(), signal.SIGKILL)
        if strikes("crashed in a tile"):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            os.write(2, b"driver: something is rotten\n")
            os.kill(os.getpid(), signal.SIGSEGV)
        if strikes("stopped in a tile"):
            os.kill(os.getpid(), signal.SIGSTOP)
        if strikes("hangs in a tile") or FAULT == "deaf to a cancel":
            wait()
        if strikes("slow tile"):
            wait(self.stopping)
        if FAULT == "takes its time":
            time.sleep(0.6)
        if strikes("out of memory"):
            exhaust_memory()
        if strikes("short of memory"):
            raise DeviceMemoryError("cuda:0", "computing a tile", "Tried to allocate 2.00 GiB")
        if strikes("unforeseen"):
            raise ZeroDivisionError("no such luck")
        if strikes("wrong answer"):
            return Done(request.number, ArrayRef(0, (1, 10**6, 10**6), "<f4"))
        if FAULT == "prints":
            sys.stdout.write("progress: 10 %\n")
            os.write(1, b"from C\n")
        if request.model not in self.opened:
            raise ValueError("This model was not opened.")
        y0, y1, x0, x1 = request.tile
        values = np.full((2, y1 - y0, x1 - x0), request.seed, dtype=np.float32)
        if request.control is not None:
            control = self.request.read(request.control)
            if control.shape[1:] == values.shape[1:]:
                values[0] = control
        return Done(request.number, self.answer.write([values])[0])

    def close(self, model: int) -> None:
        self.opened.discard(model)


def examined() -> tuple[Any, ...]:
    from ...core.device import Device

    if strikes("dies with its driver"):
        os.kill(os.getpid(), signal.SIGKILL)
    card = Device("cuda:0", "T400", 2**31, 2**30, 6, "7.5", "no kernel image")
    return card, Device("cpu", "Prozeßor")


def fake_computing() -> ModuleType:
    module = ModuleType("terraloom.core.worker.computing")
    module.Models = Models  # type: ignore[attr-defined]
    module.devices = lambda: ("cpu",)  # type: ignore[attr-defined]
    module.examined = examined  # type: ignore[attr-defined]
    module.versions = lambda: {"torch": "0"}  # type: ignore[attr-defined]
    return module


def spoil_channel(stdio: ModuleType) -> None:
    """Faults of the streams, wherever they strike."""
    real = stdio.Channel.send

    def send(channel: Any, message: Any) -> None:
        name = type(message).__name__
        if name == "Ready" and strikes("garbage for a greeting"):
            for _ in range(3000):
                os.write(channel._outgoing, b"\x00\xffImportError: {]\n")
        if name == "Done" and strikes("garbage for a tile"):
            for _ in range(40):
                os.write(channel._outgoing, b"x" * 2**15)
            return
        if name == "Done" and strikes("killed in an answer"):
            os.write(channel._outgoing, b'\n{"say": "Done", "num')
            os.kill(os.getpid(), signal.SIGKILL)
        if name == "Done" and FAULT == "talks in between":
            os.write(channel._outgoing, b'warning: {"say": 3}')
        if name == "Done" and strikes("closes its streams"):
            os.close(channel._outgoing)
            wait()
        real(channel, message)

    stdio.Channel.send = send  # type: ignore[attr-defined]


def main() -> None:
    from ...core import version
    from ...core.worker import server, stdio

    computing = fake_computing()
    computing.plugin_version = version.plugin_version  # type: ignore[attr-defined]
    sys.modules[computing.__name__] = computing
    spoil_channel(stdio)
    real = server.missing_library

    def missing_library() -> str | None:
        if strikes("ends while it starts"):
            os.write(2, b"DLL load failed\n")
            os._exit(3)
        if strikes("killed while it starts"):
            os.kill(os.getpid(), signal.SIGKILL)
        if strikes("hangs while it starts"):
            os.kill(os.getpid(), signal.SIGSTOP)
        if strikes("starts slowly"):
            time.sleep(2.0)
        if strikes("no torch"):
            sys.modules["torch"] = None  # type: ignore[assignment]
            return real()
        return None

    server.missing_library = missing_library
    if strikes("other protocol"):
        server.PROTOCOL = 99  # type: ignore[misc]
    runpy.run_path(SCRIPT, run_name="__main__")


runpy.run_path(SCRIPT, run_name="before")["enter_package"]()
__package__ = "terraloom.tests.unit"
main()
