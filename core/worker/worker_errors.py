"""What went wrong with a worker, as one sentence a user can act on, with the facts beside it."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterable
from pathlib import Path

from ..errors import DeviceError, EngineError, PackageError, TerraloomError
from ..language import mark, tr, tr_marked
from .protocol import PROTOCOL, Failed, Ready

AGAIN = mark("Run the job again; a new worker is started for it.")
SET_UP = mark("Set up PyTorch again, or choose another interpreter, in Terraloom's options.")

# What Windows gives as exit code (NTSTATUS) for an end that other systems have signals for.
_NT_STATUS = {
    0xC0000005: mark("access violation"),
    0xC0000017: mark("not enough memory"),
    0xC000001D: mark("illegal instruction"),
    0xC00000FD: mark("stack overflow"),
    0xC000012D: mark("commitment limit, the memory ran out"),
    0xC0000135: mark("a DLL was not found"),
    0xC0000142: mark("a DLL could not start"),
    0xC0000409: mark("fail-fast"),
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
    return WorkerError(
        tr("The worker's Python '{python}' cannot be started: {reason}. {advice}").format(
            python=python, reason=reason, advice=tr_marked(SET_UP)
        )
    )


def closed() -> WorkerError:
    """The plugin was unloaded, QGIS ends, or the user chose another home for torch."""
    return WorkerError(
        tr("The worker was closed, with the plugin or for other settings. Run the job again.")
    )


def died(work: str, lines: Iterable[str], exit_code: int | None) -> WorkerError:
    """The process ended, or closed its streams, while it should have done ``work``."""
    lines = tuple(lines)
    if exit_code == -_number("SIGKILL"):
        hint = tr("Most often the memory ran out: close other programs. ")
    else:
        hint = _last_words(lines)
    message = tr("The worker {end} while {work}. {hint}{advice}").format(
        end=_end(exit_code), work=work, hint=hint, advice=tr_marked(AGAIN)
    )
    return WorkerError(message, lines, exit_code)


def silent(work: str, lines: Iterable[str], seconds: float) -> WorkerError:
    """It gave no sign of life for so long, and was stopped."""
    lines = tuple(lines)
    return WorkerError(
        tr(
            "The worker gave no sign of life for {seconds:g} s while {work}, and was stopped. "
            "{hint}{advice}"
        ).format(seconds=seconds, work=work, hint=_last_words(lines), advice=tr_marked(AGAIN)),
        lines,
    )


def stuck(work: str, lines: Iterable[str], seconds: float) -> WorkerError:
    """It lived, but its work did not go on for so long, and it was stopped."""
    lines = tuple(lines)
    return WorkerError(
        tr(
            "The worker got no further for {seconds:g} s while {work}, and was stopped; the "
            "device or its driver hangs. {hint}Choose the device 'cpu' if this happens again."
        ).format(seconds=seconds, work=work, hint=_last_words(lines)),
        lines,
    )


def garbled(work: str, lines: Iterable[str]) -> WorkerError:
    """It wrote what is no answer."""
    lines = tuple(lines)
    return WorkerError(
        tr(
            "The worker did not answer in its protocol while {work}, and was stopped. {hint}Check "
            "that its interpreter is a plain Python. {advice}"
        ).format(work=work, hint=_last_words(lines), advice=tr_marked(AGAIN)),
        lines,
    )


def other_version(ready: Ready, here: str, lines: Iterable[str]) -> WorkerError:
    """The plugin's files were replaced while this process still runs the old ones."""
    return WorkerError(
        tr(
            "The worker speaks protocol {protocol} of Terraloom {version}, QGIS still runs "
            "protocol {own_protocol} of Terraloom {own_version}. Restart QGIS."
        ).format(
            protocol=ready.protocol,
            version=ready.plugin or tr("unknown"),
            own_protocol=PROTOCOL,
            own_version=here,
        ),
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
        message = tr("The worker's Python '{python}' cannot run models: {problem} {advice}").format(
            python=python, problem=failed.message, advice=tr_marked(SET_UP)
        )
    elif failed.kind == "memory" and failed.subject:
        message = failed.message
    elif failed.kind == "memory":
        message = tr(
            "The worker ran out of memory ({problem}). Close other programs, then run the "
            "job again."
        ).format(problem=failed.message)
    else:
        message = tr(
            "The worker could not do its work ({problem}). Please report it, with the "
            "output of 'diagnostics'."
        ).format(problem=failed.message)
    return WorkerError(message, lines)


def _end(exit_code: int | None) -> str:
    if exit_code is None:
        return tr("closed its connection")
    if exit_code < 0:
        try:
            name = signal.Signals(-exit_code).name
        except ValueError:
            name = tr("unknown")
        verb = tr("was killed") if name in ("SIGKILL", "SIGTERM") else tr("crashed")
        return tr("{end} (signal {number}, {name})").format(end=verb, number=-exit_code, name=name)
    status = exit_code & 0xFFFFFFFF
    if sys.platform == "win32" and status >= 0xC0000000:
        name = tr_marked(_NT_STATUS[status]) if status in _NT_STATUS else tr("unknown")
        return tr("crashed (status 0x{status:08X}, {name})").format(status=status, name=name)
    return tr("ended with exit code {code}").format(code=exit_code)


def _last_words(lines: Iterable[str]) -> str:
    said = [line.strip() for line in lines if line.strip()]
    return tr("Its last line was '{line}'. ").format(line=said[-1][:200]) if said else ""


def _number(name: str) -> int:
    return int(getattr(signal, name, 0))
