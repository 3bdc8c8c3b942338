"""One warm worker: started when needed, asked in turns, watched, let go when idle."""

from __future__ import annotations

import itertools
import os
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable, Optional

from ..engine import never, unheard
from ..errors import Cancelled
from ..version import plugin_version
from . import worker_errors
from .interpreter_checks import interpreter_environment
from .process import Gone
from .protocol import PROTOCOL, Answer, Beat, Cancel, Compute, Failed, Note, Open, Ready, Request
from .session import Session
from .turns import Turns
from .worker_errors import WorkerError

POLL_S = 0.1
# A job whose last tile is not older than this goes on.
BUSY_S = 3.0
# A wait that took longer than this was a computer asleep or a program halted, not the worker.
LONGEST_WAIT_S = 1.0


def at_once() -> bool:
    """For a turn that is given up where it is not free."""
    return True


@dataclass(frozen=True)
class Patience:
    """Seconds that an operation may take: without a sign of life; without getting further."""

    silence_s: float
    stall_s: float


@dataclass(frozen=True)
class Limits:
    """All the times that a worker is given.

    A stall is measured between layers of a network, so it bounds a layer, not a tile.
    """

    idle_s: float = 300.0
    start: Patience = field(default=Patience(60.0, 300.0))
    open: Patience = field(default=Patience(60.0, 300.0))
    compute: Patience = field(default=Patience(60.0, 600.0))
    cancel_s: float = 1.4
    beat_s: float = 1.0


@dataclass(frozen=True)
class Caller:
    """Who waits for the worker: may cancel, and is told what the user should know."""

    cancelled: Callable[[], bool] = never
    warn: Callable[[str], None] = unheard


class Worker:
    """Serves any number of jobs, one request at a time."""

    def __init__(self, python: Path, variables: Mapping[str, str], limits: Limits) -> None:
        self.python, self.limits = python, limits
        self.last_ready: Optional[Ready] = None
        self.last_lines: tuple[str, ...] = ()
        self.refusal: Optional[str] = None
        self._variables = dict(variables)
        self._session: Optional[Session] = None
        self._turns = Turns()
        self._numbers = itertools.count(1)
        self._guard = threading.Lock()
        self._closed = False
        self._used = time.monotonic()
        self._worked = self._used - BUSY_S
        self._timer: Optional[threading.Timer] = None

    @property
    def session(self) -> Optional[Session]:
        """The life that goes on now."""
        session = self._session
        return session if session is not None and session.process.alive else None

    def number(self) -> int:
        return next(self._numbers)

    @contextmanager
    def turn(self, cancelled: Callable[[], bool]) -> Iterator[Session]:
        """The worker for oneself, started if it is not there."""
        with self._turns.take(cancelled):
            try:
                session = self.session or self._begun()
                if session.ready is None:
                    self._greet(session, cancelled)
                yield session
            finally:
                self._used = time.monotonic()
                self._watch_idle(self.limits.idle_s)

    def ask(
        self,
        session: Session,
        request: Request,
        work: str,
        patience: Patience,
        caller: Caller,
    ) -> Answer:
        """Send a request and wait for its answer.

        Every way in which that can fail ends as one error, and with a worker that can be used, or
        with none.
        """
        session.process.send(request)
        try:
            return self._answer(session, request, work, patience, caller)
        finally:
            if isinstance(request, (Open, Compute)):
                self._worked = time.monotonic()

    def let_go(self) -> None:
        """End the process unless somebody works with it; whoever does so later starts another."""
        if self._turns.taken:  # without a wait: this is also for QGIS's own thread
            return
        with suppress(Cancelled), self._turns.take(at_once):
            if time.monotonic() - self._worked >= BUSY_S:
                self.release()

    def _answer(
        self,
        session: Session,
        request: Request,
        work: str,
        patience: Patience,
        caller: Caller,
    ) -> Answer:
        answer = self._wait(session, request, work, patience, caller)
        if isinstance(answer, Failed):
            if answer.kind == "cancelled":
                raise Cancelled
            lines = tuple(session.process.lines)
            if answer.kind in ("fault", "memory", "missing"):
                self._end(session)
            error = worker_errors.told(answer, self.python, lines)
            if answer.kind == "missing":
                self.refusal = str(error)
            raise error
        return answer

    def release(self) -> None:
        """End the process now, in whatever it is doing; the next job starts a new one."""
        with self._guard:
            session, self._session = self._session, None
        if session is not None:
            session.released = True
            self._remember(session)
            session.end()

    def close(self) -> None:
        """End it for good."""
        with self._guard:
            self._closed = True
            timer, self._timer = self._timer, None
        if timer is not None:
            timer.cancel()
        self.release()

    def _begun(self) -> Session:
        self.release()
        if self._closed:
            raise worker_errors.closed()
        environment = interpreter_environment(str(self.python), os.environ)
        environment["OMP_WAIT_POLICY"] = "PASSIVE"
        try:
            variables = {**environment, **self._variables}
            session = Session(self.python, variables, self.number(), self.limits.beat_s)
        except OSError as error:
            reason = error.strerror or str(error)
            raise worker_errors.cannot_start(self.python, reason) from error
        with self._guard:
            closed, self._session = self._closed, session
        if closed:  # meanwhile
            self.release()
            raise worker_errors.closed()
        return session

    def _greet(self, session: Session, cancelled: Callable[[], bool]) -> None:
        work, caller = "starting", Caller(cancelled)
        answer = self._answer(session, session.greeting, work, self.limits.start, caller)
        here = plugin_version()
        if not isinstance(answer, Ready):
            raise self._failed(session, worker_errors.garbled(work, session.process.lines))
        if answer.protocol != PROTOCOL or answer.plugin != here:
            raise self._failed(
                session, worker_errors.other_version(answer, here, session.process.lines)
            )
        session.arrays.unlink()
        session.ready = self.last_ready = answer
        self.refusal = None
        if cancelled():
            raise Cancelled

    def _wait(
        self,
        session: Session,
        request: Request,
        work: str,
        patience: Patience,
        caller: Caller,
    ) -> Answer:
        silence = stall = stopping = 0.0
        asked_to_stop = False
        starting = request is session.greeting
        steps = -1
        before = time.monotonic()
        while True:
            answer = session.process.next_answer(POLL_S)
            now = time.monotonic()
            waited, before = min(now - before, LONGEST_WAIT_S), now
            silence, stall = silence + waited, stall + waited
            if isinstance(answer, Gone):
                if asked_to_stop:
                    self._end(session)
                    raise Cancelled
                raise self._lost(session, work, answer)
            if answer is not None and answer.number == request.number:
                silence = 0.0
                if isinstance(answer, Note):
                    caller.warn(answer.message)
                elif not isinstance(answer, Beat):
                    if asked_to_stop and not starting:
                        raise Cancelled
                    return answer
                elif asked_to_stop and starting:
                    raise Cancelled  # it lives, and goes on starting: the next job will want it
                elif answer.steps != steps:
                    stall, steps = 0.0, answer.steps
            if asked_to_stop:
                stopping += waited
                if stopping > self.limits.cancel_s:
                    self._end(session)
                    raise Cancelled
            elif caller.cancelled():
                asked_to_stop = True
                session.process.send(Cancel(request.number))
            lines = session.process.lines
            if silence > patience.silence_s:
                raise self._failed(session, worker_errors.silent(work, lines, patience.silence_s))
            if stall > patience.stall_s:
                raise self._failed(session, worker_errors.stuck(work, lines, patience.stall_s))

    def _lost(self, session: Session, work: str, gone: Gone) -> WorkerError:
        code = None if gone.garbled else session.process.settle()
        lines = tuple(session.process.lines)
        self._end(session)
        if self._closed or session.released:
            return worker_errors.closed()
        if gone.garbled:
            return worker_errors.garbled(work, lines)
        return worker_errors.died(work, lines, code)

    def _failed(self, session: Session, error: WorkerError) -> WorkerError:
        self._end(session)
        return error

    def _end(self, session: Session) -> None:
        with self._guard:
            if self._session is session:
                self._session = None
        self._remember(session)
        session.end()

    def _remember(self, session: Session) -> None:
        self.last_lines = tuple(session.process.lines)

    def _watch_idle(self, seconds: float) -> None:
        with self._guard:
            if self._timer is not None or self._session is None or self._closed:
                return
            self._timer = threading.Timer(seconds, self._look_idle)
            self._timer.daemon = True
            self._timer.start()

    def _look_idle(self) -> None:
        with self._turns.take(never):
            with self._guard:
                self._timer = None
            left = self.limits.idle_s - (time.monotonic() - self._used)
            if left <= 0.0:
                self.release()
            else:
                self._watch_idle(left)
