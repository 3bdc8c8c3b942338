"""A child process that is watched: its lines, its silence, the user's wish to stop."""

from __future__ import annotations

import os
import queue
import signal
import subprocess  # nosec B404 - the interpreters and installers that the user chose
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Optional

from ..language import tr
from ..progress import NULL_PROGRESS, Progress
from ..units import duration_text
from .lifeline import tie, untie
from .network import without_credentials
from .setup_errors import SetupError

_POLL_S = 0.1
_GRACE_S = 2.0  # between asking a process to end and ending it
_KEPT_LINES = 400
_CREATE_NEW_PROCESS_GROUP = 0x00000200
_CREATE_NO_WINDOW = 0x08000000


@dataclass(frozen=True)
class Outcome:
    """How a child ended; ``lines`` are its last ones."""

    returncode: int
    lines: tuple[str, ...]

    @property
    def ok(self) -> bool:
        return self.returncode == 0


@dataclass(frozen=True)
class Watch:
    """What a child may do, and who is told.

    It is ended after ``silence_s`` seconds without a line and without a change of ``activity``,
    a number that grows while it works, such as the size of the files it writes.
    """

    progress: Progress = NULL_PROGRESS
    silence_s: float = 300.0
    activity: Optional[Callable[[], int]] = None
    on_line: Optional[Callable[[str], None]] = None
    log: Optional[IO[str]] = None


def run_watched(
    command: Sequence[str], environ: Mapping[str, str], folder: Path, watch: Watch
) -> Outcome:
    """Run ``command`` to its end, in a group of its own that dies as a whole.

    Raises `Cancelled` when the user stops, and `SetupError` when the child cannot be started or
    is silent for too long; it is gone by then.
    """
    _note(watch, "$ " + " ".join(command))
    process = _start(command, environ, folder)
    job = tie(process.pid)
    lines: queue.Queue[Optional[str]] = queue.Queue()
    reader = threading.Thread(target=_read_lines, args=(process, lines), daemon=True)
    reader.start()
    try:
        kept = _follow(process, lines, watch, command[0])
    finally:
        end_group(process)
        if job is not None:
            untie(job)
        reader.join(_GRACE_S)
    _note(watch, f"(ended with code {process.returncode})")
    return Outcome(process.returncode, tuple(kept))


def end_group(process: subprocess.Popen[bytes]) -> None:
    """End a process and all that it started; nothing happens when they are gone."""
    if sys.platform == "win32":
        if process.poll() is None:
            _end_tree_on_windows(process.pid)
            process.wait()
        return
    if process.poll() is None:
        _signal_group(process.pid, signal.SIGTERM)
        with suppress(subprocess.TimeoutExpired):
            process.wait(_GRACE_S)
    _signal_group(process.pid, signal.SIGKILL)
    process.wait()


def _start(
    command: Sequence[str], environ: Mapping[str, str], folder: Path
) -> subprocess.Popen[bytes]:
    flags = _CREATE_NEW_PROCESS_GROUP | _CREATE_NO_WINDOW if sys.platform == "win32" else 0
    try:
        return subprocess.Popen(  # nosec B603 - a list of arguments, no shell, paths we looked up
            list(command),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=dict(environ),
            cwd=str(folder),
            start_new_session=True,
            creationflags=flags,
        )
    except OSError as error:
        reason = error.strerror or str(error)
        raise SetupError(
            tr("'{program}' could not be started: {reason}.").format(
                program=command[0], reason=reason
            ),
            "start",
        ) from error


def _read_lines(process: subprocess.Popen[bytes], lines: queue.Queue[Optional[str]]) -> None:
    """Put each line, or part of one that a carriage return ends; ``None`` at the end."""
    stream = process.stdout
    rest = ""
    if stream is not None:
        with suppress(OSError, ValueError):
            while True:
                block = os.read(stream.fileno(), 65536)
                if not block:
                    break
                text = rest + block.decode("utf-8", errors="replace").replace("\r", "\n")
                *whole, rest = text.split("\n")
                for line in whole:
                    lines.put(line)
                if not whole:
                    lines.put("")  # it is alive, though the line is not complete
        stream.close()
    if rest:
        lines.put(rest)
    lines.put(None)


def _follow(
    process: subprocess.Popen[bytes],
    lines: queue.Queue[Optional[str]],
    watch: Watch,
    name: str,
) -> deque[str]:
    kept: deque[str] = deque(maxlen=_KEPT_LINES)
    heard = time.monotonic()
    known = watch.activity() if watch.activity is not None else 0
    ended: Optional[float] = None
    while True:
        watch.progress.check()
        try:
            line = lines.get(timeout=_POLL_S)
        except queue.Empty:
            line = ""
        else:
            heard = time.monotonic()
        if line is None:
            process.wait()
            return kept
        if line.strip():
            kept.append(line.rstrip())
            _note(watch, line.rstrip())
            if watch.on_line is not None:
                watch.on_line(line.rstrip())
        if watch.activity is not None:
            size = watch.activity()
            if size != known:
                known, heard = size, time.monotonic()
        now = time.monotonic()
        if process.poll() is not None:
            # What it left running may hold the pipe open for ever.
            ended = ended or now
            if now - ended > _GRACE_S:
                return kept
        elif now - heard > watch.silence_s:
            raise SetupError(
                tr(
                    "'{program}' did nothing for {time} and was ended. Check the "
                    "connection to the internet, the proxy and the virus scanner, and "
                    "try again; what was downloaded is kept."
                ).format(program=Path(name).name, time=duration_text(watch.silence_s)),
                "silence",
            )


def _note(watch: Watch, line: str) -> None:
    if watch.log is not None:
        watch.log.write(without_credentials(line) + "\n")
        watch.log.flush()


def _signal_group(pid: int, number: int) -> None:
    if sys.platform != "win32":
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(pid, number)


def _end_tree_on_windows(pid: int) -> None:
    system = os.environ.get("SYSTEMROOT", r"C:\Windows")
    taskkill = os.path.join(system, "System32", "taskkill.exe")
    with suppress(OSError):
        subprocess.run(  # nosec B603 - a system program by its full path, a number as argument
            [taskkill, "/T", "/F", "/PID", str(pid)],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            creationflags=_CREATE_NO_WINDOW,
            check=False,
        )
