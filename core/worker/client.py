"""The engine whose models run in a worker: what a job sees of it."""

from __future__ import annotations

import atexit
import os
import threading
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Callable, Optional

import numpy as np

from ..device import Device
from ..engine import AUTO, TileRequest, never, unheard
from ..errors import EngineError
from ..language import tr
from ..package import ModelPackage
from ..tiling import FloatArray
from . import worker_errors
from .protocol import (
    ArrayRef,
    Close,
    Compute,
    Done,
    Examine,
    Examined,
    Open,
    Opened,
    Ready,
)
from .session import Session
from .worker import Caller, Limits, Worker

DEFAULT_LIMITS = Limits()


class WorkerEngine:
    """Runs models in the interpreter ``python``.

    All engines of the same interpreter, variables and limits share one process. ``environment``
    holds variables to set in it, on top of this process's own without QGIS's. Nothing is started
    before it is needed.
    """

    def __init__(
        self,
        python: Path,
        *,
        environment: Optional[Mapping[str, str]] = None,
        idle_seconds: Optional[float] = None,
        limits: Limits = DEFAULT_LIMITS,
    ) -> None:
        self.python = Path(os.path.abspath(python))  # not resolved: a venv's Python is a link
        if idle_seconds is not None:
            limits = replace(limits, idle_s=idle_seconds)
        self._key = (self.python, tuple(sorted((environment or {}).items())), limits)

    @property
    def worker(self) -> Worker:
        """The process behind it, shared and maybe not running."""
        return _shared(*self._key)

    def problem(self) -> Optional[str]:
        """Known without starting anything: that there is no such interpreter, or what it lacked
        when it was last started."""
        if not self.python.is_file():
            return str(worker_errors.cannot_start(self.python, tr("There is no such file")))
        return self.worker.refusal

    def devices(self) -> Sequence[str]:
        """As the worker found them; it is started to ask, unless it has run before."""
        return (self.worker.last_ready or self.start()).devices

    def examine_devices(self, cancelled: Callable[[], bool] = never) -> Sequence[Device]:
        """All devices, tested in the worker; it is started for that if it does not run."""
        worker, work = self.worker, tr("testing the devices")
        with worker.turn(cancelled) as session:
            asked = Examine(worker.number())
            answer = worker.ask(session, asked, work, worker.limits.start, Caller(cancelled))
            if not isinstance(answer, Examined):
                worker.release()
                raise worker_errors.garbled(work, session.process.lines)
            return answer.devices

    def versions(self) -> Mapping[str, str]:
        """The library that computes; `start` gives all that is known."""
        found = self.start().versions
        return {"torch": found["torch"]} if "torch" in found else {}

    def start(self, cancelled: Callable[[], bool] = never) -> Ready:
        """Have the worker run; gives its versions and devices, or raises `EngineError`."""
        with self.worker.turn(cancelled) as session:
            if session.ready is None:
                raise EngineError(tr("The worker did not say what it is. Run the job again."))
            return session.ready

    def open(
        self,
        package: ModelPackage,
        device: str = AUTO,
        cancelled: Callable[[], bool] = never,
        warn: Callable[[str], None] = unheard,
    ) -> WorkerTileModel:
        return WorkerTileModel(self.worker, package, device, Caller(cancelled, warn))

    def last_lines(self) -> Sequence[str]:
        """What the worker last wrote to standard error, for a report."""
        session = self.worker.session
        return self.worker.last_lines if session is None else tuple(session.process.lines)

    def choose_anew(self) -> None:
        """Have the process end unless a job uses it, and forget what was wrong with it."""
        self.worker.let_go()
        self.worker.refusal = None

    def close(self) -> None:
        """End the process now, and forget what was wrong with it; the next use starts another."""
        self.worker.release()
        self.worker.refusal = None


class WorkerTileModel:
    """A model that is loaded in a worker, and loaded again when that had to be replaced."""

    def __init__(self, worker: Worker, package: ModelPackage, device: str, caller: Caller) -> None:
        self.device = device
        self._worker, self._package, self._caller = worker, package, caller
        self._model = worker.number()
        self._opened_in: Optional[Session] = None
        with worker.turn(caller.cancelled) as session:
            self._open(session)

    def compute(self, request: TileRequest) -> FloatArray:
        worker = self._worker
        with worker.turn(self._caller.cancelled) as session:
            if self._opened_in is not session:
                self._open(session)
            asked = self._written(session, request)
            work = tr("computing a tile of '{model}' on {device}").format(
                model=self._package.id, device=self.device
            )
            answer = worker.ask(session, asked, work, worker.limits.compute, self._caller)
            try:
                values: FloatArray = session.arrays.answer.read(_values_of(answer))
            except (ValueError, OSError) as error:
                worker.release()
                raise worker_errors.garbled(work, session.process.lines) from error
            return values

    def close(self) -> None:
        """Does not wait: the worker does it when it comes to it."""
        session, self._opened_in = self._opened_in, None
        if session is not None and session.process.alive:
            session.process.send(Close(self._worker.number(), self._model))

    def _open(self, session: Session) -> None:
        worker, package = self._worker, self._package
        asked = Open(
            worker.number(), self._model, str(package.folder), package.weights_hash, self.device
        )
        work = tr("loading model '{model}'").format(model=package.id)
        answer = worker.ask(session, asked, work, worker.limits.open, self._caller)
        if not isinstance(answer, Opened):
            worker.release()
            raise worker_errors.garbled(work, session.process.lines)
        # From now on the device that 'auto' meant: another one would give other pixels.
        self.device, self._opened_in = answer.device, session

    def _written(self, session: Session, request: TileRequest) -> Compute:
        """The request as a message, its arrays in the file."""
        given = {
            "control": (request.control, np.float32),
            "cell_pixel_m": (request.cell_pixel_m, np.float64),
        }
        arrays = {
            name: np.asarray(array, dtype) for name, (array, dtype) in given.items()
            if array is not None
        }  # fmt: skip
        try:
            refs = dict(zip(arrays, session.arrays.request.write(list(arrays.values()))))
        except OSError as error:
            raise EngineError(
                tr(
                    "A tile could not be passed to the worker: {error}. Free some space "
                    "in the temporary folder '{folder}'."
                ).format(error=error.strerror, folder=session.arrays.path.parent)
            ) from error
        except ValueError as error:  # the file was closed meanwhile, with the worker
            raise worker_errors.closed() from error
        tile = request.tile
        return Compute(
            self._worker.number(),
            self._model,
            request.stage,
            (int(tile.y0), int(tile.y1), int(tile.x0), int(tile.x1)),
            int(request.seed),
            int(request.control_factor),
            {name: float(value) for name, value in request.settings.items()},
            refs.get("control"),
            refs.get("cell_pixel_m"),
        )


def _values_of(answer: object) -> ArrayRef:
    if isinstance(answer, Done) and answer.values.dtype == "<f4" and len(answer.values.shape) == 3:
        return answer.values
    raise ValueError(f"{answer} is no tile.")


_Key = tuple[Path, tuple[tuple[str, str], ...], Limits]
_workers: dict[_Key, Worker] = {}
_workers_guard = threading.Lock()


def _shared(python: Path, variables: tuple[tuple[str, str], ...], limits: Limits) -> Worker:
    with _workers_guard:
        key = (python, variables, limits)
        if not _workers:
            atexit.register(close_workers)
        if key not in _workers:
            _workers[key] = Worker(python, dict(variables), limits)
        return _workers[key]


def close_workers() -> None:
    """End every worker for good: for the plugin's unloading, after which a job that still runs must
    not start one again. A later engine would have a new one."""
    with _workers_guard:
        workers = list(_workers.values())
        _workers.clear()
    atexit.unregister(close_workers)
    for worker in workers:
        worker.close()
