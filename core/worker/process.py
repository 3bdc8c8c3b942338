"""The worker as the plugin sees it: a process, what it says, and its end."""

from __future__ import annotations

import contextlib
import os
import queue
import signal
import subprocess  # nosec B404 - to start the worker is the purpose
import sys
import threading
from collections import deque
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any, Optional, Union

from .lifeline import tie, untie
from .protocol import ANSWERS, MAX_LINE_BYTES, Answer, NotAMessage, Request, decode, encode

SCRIPT = Path(__file__).resolve().parent / "main.py"
KEPT_LINES, LINE_BYTES = 100, 4096
# What others write into the answers is passed over, up to here.
GARBAGE_LINES, GARBAGE_BYTES = 1000, 2**20
REAP_S = 2.0


class Gone:
    """Takes the place of an answer: there will be no more, and why."""

    def __init__(self, *, garbled: bool = False) -> None:
        self.garbled = garbled


class WorkerProcess:
    """One process; a thread reads what it answers, another what it writes to standard error."""

    def __init__(self, python: Path, environment: Mapping[str, str]) -> None:
        self.lines: deque[str] = deque(maxlen=KEPT_LINES)
        self.ended = threading.Event()
        self._answers: queue.Queue[Union[Answer, Gone]] = queue.Queue()
        self._sending = threading.Lock()
        started: queue.Queue[Union[subprocess.Popen[bytes], OSError]] = queue.Queue()
        # Linux ends the worker with the *thread* that started it: not one of QGIS's, which come
        # and go, but the one that reads its answers as long as it lives.
        threading.Thread(
            target=self._live,
            args=([str(python), "-s", str(SCRIPT)], dict(environment), started),
            name="worker answers",
            daemon=True,
        ).start()
        found = started.get()
        if isinstance(found, OSError):
            raise found
        self._process = found
        self._job = tie(found.pid)

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def alive(self) -> bool:
        return not self.ended.is_set() and self._process.poll() is None

    def send(self, request: Request) -> None:
        """Ask for something. A process that is gone is not told: its answer will be `Gone`."""
        stream = self._process.stdin
        with self._sending, contextlib.suppress(OSError, ValueError):
            if stream is not None:
                stream.write(encode(request))
                stream.flush()

    def next_answer(self, wait_s: float) -> Union[Answer, Gone, None]:
        """The next answer; None if there is none yet after ``wait_s``."""
        try:
            return self._answers.get(timeout=wait_s)
        except queue.Empty:
            # A child of the worker may keep its streams open after it: no end would be read.
            gone = self._process.poll() is not None and self._answers.empty()
            return Gone() if gone else None

    def kill(self) -> None:
        """End it, and all that it started, now."""
        self.ended.set()
        if self._process.poll() is None:
            if sys.platform == "win32":
                self._process.kill()
            else:
                with contextlib.suppress(OSError):
                    os.killpg(self._process.pid, signal.SIGKILL)
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(REAP_S)
        untie(self._job)
        self._job = None
        # A write that hangs has failed by now, so closing waits for nobody.
        with contextlib.suppress(OSError, ValueError):
            if self._process.stdin is not None:
                self._process.stdin.close()

    def settle(self, wait_s: float = 1.0) -> Optional[int]:
        """The exit code of a process that said its last word; None if it only fell silent."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(wait_s)
        return self._process.poll()

    def _live(
        self,
        command: list[str],
        environment: dict[str, str],
        started: queue.Queue[Union[subprocess.Popen[bytes], OSError]],
    ) -> None:
        try:
            process = _start(command, environment)
        except OSError as error:
            started.put(error)
            return
        errors = threading.Thread(
            target=self._keep_lines, args=(process.stderr,), name="worker errors", daemon=True
        )
        errors.start()
        started.put(process)
        with process.stdout or contextlib.nullcontext() as answers:
            garbled = self._listen(answers)
        errors.join(REAP_S / 4)  # the last lines before its end
        self.ended.set()
        self._answers.put(Gone(garbled=garbled))
        process.wait()

    def _listen(self, stream: Optional[IO[bytes]]) -> bool:
        """Pass answers on until the stream ends; gives whether it was flooded with others' text."""
        lines = size = 0
        while stream is not None and (line := stream.readline(MAX_LINE_BYTES)):
            if not line.strip():
                continue
            try:
                message = decode(line)
            except NotAMessage:
                lines, size = lines + 1, size + len(line)
                self._keep(line)
                if lines > GARBAGE_LINES or size >= GARBAGE_BYTES:
                    return True
                continue
            if isinstance(message, ANSWERS):
                self._answers.put(message)
        return False

    def _keep_lines(self, stream: Optional[IO[bytes]]) -> None:
        with stream or contextlib.nullcontext():
            while stream is not None and (line := stream.readline(LINE_BYTES)):
                self._keep(line)

    def _keep(self, line: bytes) -> None:
        text = line[:LINE_BYTES].decode("utf-8", "replace").rstrip()
        if text:
            self.lines.append(text)


def _start(command: list[str], environment: dict[str, str]) -> subprocess.Popen[bytes]:
    """In a group of its own: the worker does not get the interrupt of a terminal that QGIS gets."""
    options: dict[str, Any] = {"start_new_session": True}
    if sys.platform == "win32":
        flags = subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP
        options = {"creationflags": flags}
    return subprocess.Popen(  # nosec B603 - a list, no shell; the interpreter is the user's choice
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        cwd=Path(command[0]).parent,  # Windows looks for libraries in it: not QGIS's, nor TEMP
        **options,
    )
