"""The worker's side of the talk: reads, obeys, answers, and shows that it lives.

Three threads: this one computes; one reads, so that a cancel is heard and the end of QGIS is seen
at once; one sends beats. Standard library only until `Start` has been answered.
"""

from __future__ import annotations

import os
import queue
import sys
import threading
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from .. import language
from ..language import tr
from .protocol import (
    PROTOCOL,
    Answer,
    Beat,
    Cancel,
    Close,
    Compute,
    Examine,
    Examined,
    Failed,
    NotAMessage,
    Note,
    Open,
    Opened,
    Ready,
    Request,
    Start,
    decode,
)
from .stdio import Channel

if TYPE_CHECKING:
    from .computing import Models

OLDEST_TORCH = (2, 2)


class Server:
    """Obeys one request after the other until the other side is gone."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self._requests: queue.SimpleQueue[Request] = queue.SimpleQueue()
        self._cancelled = -1
        self._number = -1
        self._busy = threading.Event()
        self._steps = 0
        self._models: Models | None = None

    def run(self) -> None:
        threading.Thread(target=self._listen, name="requests", daemon=True).start()
        while True:
            request = self._requests.get()
            self._number = request.number
            self._busy.set()
            answer = self._answer(request)
            self._busy.clear()
            if answer is not None:
                self._channel.send(answer)

    def stopping(self) -> bool:
        """Asked between the layers of a network: whether this request was cancelled."""
        self._steps += 1
        return self._cancelled == self._number

    def warn(self, message: str) -> None:
        """Told to the user while the work goes on."""
        self._channel.send(Note(self._number, message))

    def _listen(self) -> None:
        for line in self._channel.lines():
            try:
                request = decode(line)
            except NotAMessage:
                continue
            if isinstance(request, Cancel):
                self._cancelled = request.number
            elif isinstance(request, (Start, Open, Compute, Examine, Close)):
                self._requests.put(request)
        os._exit(0)

    def _beat(self, seconds: float) -> None:
        pause = threading.Event()
        while not pause.wait(seconds):
            if self._busy.is_set():
                self._channel.send(Beat(self._number, self._steps))

    def _answer(self, request: Request) -> Answer | None:
        self._steps += 1
        try:
            return self._obey(request)
        except Exception as error:  # noqa: BLE001 - the border: all that fails is told, not fatal
            traceback.print_exc(file=sys.stderr)
            return failure_of(error, request.number)

    def _obey(self, request: Request) -> Answer | None:
        if isinstance(request, Start):
            return self._start(request)
        if self._models is None:
            return Failed(request.number, "engine", tr("The worker was not started."))
        if isinstance(request, Open):
            return Opened(request.number, self._models.open(request, self.stopping, self.warn))
        if isinstance(request, Compute):
            return self._models.compute(request)
        if isinstance(request, Examine):
            from .computing import examined

            return Examined(request.number, examined())
        if isinstance(request, Close):
            self._models.close(request.model)
        return None

    def _start(self, request: Start) -> Answer:
        beats = threading.Thread(
            target=self._beat, args=(request.beat_s,), name="beats", daemon=True
        )
        beats.start()
        language.use(Path(request.language) if request.language else None)
        problem = missing_library()
        if problem is not None:
            return Failed(request.number, "missing", problem)
        from .computing import Models, devices, plugin_version, versions

        self._models = Models(request.folder)
        return Ready(request.number, PROTOCOL, plugin_version(), versions(), devices())


def missing_library() -> str | None:
    """What this interpreter lacks, in one sentence."""
    loaded = "its numpy"
    try:
        import numpy

        loaded = f"numpy {numpy.__version__}"
        import torch

        found = tuple(int(part) for part in str(torch.__version__).split(".")[:2])
        if found < OLDEST_TORCH:
            return tr("It has PyTorch {version}, but at least {needed} is needed.").format(
                version=torch.__version__, needed=".".join(map(str, OLDEST_TORCH))
            )
        torch.zeros(1).numpy()
        import safetensors  # noqa: F401
    except ModuleNotFoundError as error:
        return tr("It has no package '{package}'.").format(package=error.name)
    except (ImportError, OSError) as error:  # OSError: a DLL on Windows
        return tr("One of its packages cannot be loaded ({error}).").format(error=_short(error))
    except (RuntimeError, ValueError) as error:
        return tr("Its PyTorch does not work with {package} ({error}).").format(
            package=loaded, error=_short(error)
        )
    return None


def failure_of(error: Exception, number: int) -> Failed:
    """An exception as the other side is told of it."""
    from ..errors import (
        Cancelled,
        DeviceError,
        DeviceMemoryError,
        PackageError,
        TerraloomError,
    )

    if isinstance(error, Cancelled):
        return Failed(number, "cancelled", str(error))
    if isinstance(error, DeviceError):
        return Failed(number, "device", error.reason, error.device)
    if isinstance(error, PackageError):
        return Failed(number, "package", error.reason, str(error.folder))
    if isinstance(error, DeviceMemoryError):
        return Failed(number, "memory", str(error), error.device)
    if isinstance(error, TerraloomError):
        return Failed(number, "engine", str(error))
    if _is_memory(error):
        return Failed(number, "memory", _short(error))
    return Failed(number, "fault", f"{type(error).__name__}: {_short(error)}")


def _is_memory(error: Exception) -> bool:
    """numpy raises `MemoryError`; torch a `RuntimeError` of its allocator on the processor."""
    text = str(error).lower()
    return isinstance(error, MemoryError) or (
        isinstance(error, RuntimeError)
        and any(words in text for words in ("can't allocate memory", "not enough memory"))
    )


def _short(error: Exception) -> str:
    """The first line of its text, without the full stop."""
    lines = str(error).strip().splitlines()
    return lines[0].rstrip(".")[:300] if lines else type(error).__name__
