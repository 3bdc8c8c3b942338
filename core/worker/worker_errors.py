"""What went wrong with a worker, as one sentence a user can act on, with the facts beside it."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterable
from pathlib import Path

from ..errors import DeviceError, EngineError, PackageError, TerraloomError
from .protocol import PROTOCOL, Failed, Ready

AGAIN = "Run the job again; a new worker is started for it."
SET_UP = "Set up PyTorch again, or choose another interpreter, in Terraloom's options."

# What Windows gives as exit code (NTSTATUS) for an end that other systems have signals for.
_NT_STATUS = {
    0xC0000005: "access violation",
    0xC0000017: "not enough memory",
    0xC000001D: "illegal instruction",
    0xC00000FD: "stack overflow",
    0xC000012D: "commitment limit, the memory ran out",
    0xC0000135: "a DLL was not found",
    0xC0000142: "a DLL could not start",
    0xC0000409: "fail-fast",
}


class WorkerError(EngineError):
    """A worker failed.

    ``exit_code`` is its own, minus the signal that ended it, or None while it was alive;
    ``lines`` are the last it wrote to standard error, for a report.
    """

    def __init__(
        self, message: str, lines: Iterable[str] = (), exit_code: int | None = None
    ) -> None:
        super().__init__(message)
        self.lines = tuple(lines)
        self.exit_code = exit_code


def cannot_start(python: Path, reason: str) -> WorkerError:
    return WorkerError(f"The worker's Python '{python}' cannot be started: {reason}. {SET_UP}")


def closed() -> WorkerError:
    """The plugin was unloaded, QGIS ends, or the user chose another home for torch."""
    return WorkerError(
        "The worker was closed, with the plugin or for other settings. Run the job again."
    )


def died(work: str, lines: Iterable[str], exit_code: int | None) -> WorkerError:
    """The process ended, or closed its streams, while it should have done ``work``."""
    lines = tuple(lines)
    if exit_code == -_number("SIGKILL"):
        hint = "Most often the memory ran out: close other programs. "
    else:
        hint = _last_words(lines)
    message = f"The worker {_end(exit_code)} while {work}. {hint}{AGAIN}"
    return WorkerError(message, lines, exit_code)


def silent(work: str, lines: Iterable[str], seconds: float) -> WorkerError:
    """It gave no sign of life for so long, and was stopped."""
    lines = tuple(lines)
    return WorkerError(
        f"The worker gave no sign of life for {seconds:g} s while {work}, and was stopped. "
        f"{_last_words(lines)}{AGAIN}",
        lines,
    )


def stuck(work: str, lines: Iterable[str], seconds: float) -> WorkerError:
    """It lived, but its work did not go on for so long, and it was stopped."""
    lines = tuple(lines)
    return WorkerError(
        f"The worker got no further for {seconds:g} s while {work}, and was stopped; the device or "
        f"its driver hangs. {_last_words(lines)}Choose the device 'cpu' if this happens again.",
        lines,
    )


def garbled(work: str, lines: Iterable[str]) -> WorkerError:
    """It wrote what is no answer."""
    lines = tuple(lines)
    return WorkerError(
        f"The worker did not answer in its protocol while {work}, and was stopped. "
        f"{_last_words(lines)}Check that its interpreter is a plain Python. {AGAIN}",
        lines,
    )


def other_version(ready: Ready, here: str, lines: Iterable[str]) -> WorkerError:
    """The plugin's files were replaced while this process still runs the old ones."""
    return WorkerError(
        f"The worker speaks protocol {ready.protocol} of Terraloom {ready.plugin or 'unknown'}, "
        f"QGIS still runs protocol {PROTOCOL} of Terraloom {here}. Restart QGIS.",
        lines,
    )


def told(failed: Failed, python: Path, lines: Iterable[str]) -> TerraloomError:
    """The error that the worker itself reported."""
    if failed.kind == "device":
        return DeviceError(failed.subject, failed.message)
    if failed.kind == "package":
        return PackageError(failed.subject, failed.message)
    if failed.kind == "engine":
        return EngineError(failed.message)
    if failed.kind == "missing":
        message = f"The worker's Python '{python}' cannot run models: {failed.message} {SET_UP}"
    elif failed.kind == "memory" and failed.subject:
        message = failed.message
    elif failed.kind == "memory":
        message = (
            f"The worker ran out of memory ({failed.message}). Close other programs, then run the "
            "job again."
        )
    else:
        message = (
            f"The worker could not do its work ({failed.message}). Please report it, with the "
            "output of 'diagnostics'."
        )
    return WorkerError(message, lines)


def _end(exit_code: int | None) -> str:
    if exit_code is None:
        return "closed its connection"
    if exit_code < 0:
        try:
            name = signal.Signals(-exit_code).name
        except ValueError:
            name = "unknown"
        verb = "was killed" if name in ("SIGKILL", "SIGTERM") else "crashed"
        return f"{verb} (signal {-exit_code}, {name})"
    status = exit_code & 0xFFFFFFFF
    if sys.platform == "win32" and status >= 0xC0000000:
        return f"crashed (status 0x{status:08X}, {_NT_STATUS.get(status, 'unknown')})"
    return f"ended with exit code {exit_code}"


def _last_words(lines: Iterable[str]) -> str:
    said = [line.strip() for line in lines if line.strip()]
    return f"Its last line was '{said[-1][:200]}'. " if said else ""


def _number(name: str) -> int:
    return int(getattr(signal, name, 0))
