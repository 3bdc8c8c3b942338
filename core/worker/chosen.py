"""The engine of this installation: in this process, or in the worker, chosen when first needed."""

from __future__ import annotations

import os
import threading
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Callable, Optional

from ..device import Device
from ..engine import AUTO, Engine, InProcessEngine, TileModel, never, unheard
from ..errors import EngineError
from ..package import ModelPackage
from .homes import BESIDE, IN_PROCESS, Choice, EngineSettings


class ChosenEngine:
    """Decides by `find_home`, and anew after `choose_anew`, or when what it chose is gone.

    ``settings`` is asked at each decision, in whatever thread needs it.
    """

    def __init__(
        self,
        settings: Optional[Callable[[], EngineSettings]] = None,
        environ: Optional[Mapping[str, str]] = None,
    ) -> None:
        self._settings = settings or EngineSettings
        self._environ = os.environ if environ is None else environ
        self._guard = threading.Lock()
        self._here = InProcessEngine()
        self._home: Optional[Choice] = None
        self._engine: Optional[Engine] = None
        self._fails_beside = False

    def home(self) -> Choice:
        """Where models run, and why; quick, as nothing is loaded or started for it."""
        return self._resolved()[0]

    @property
    def reason(self) -> str:
        """Why it is that home, or what to do where there is none."""
        return self.home().reason

    def problem(self) -> Optional[str]:
        home, engine = self._resolved()
        return home.reason if engine is None else engine.problem()

    def devices(self) -> Sequence[str]:
        engine = self._resolved()[1]
        return () if engine is None else engine.devices()

    def examine_devices(self) -> Sequence[Device]:
        engine = self._resolved()[1]
        return () if engine is None else engine.examine_devices()

    def versions(self) -> Mapping[str, str]:
        engine = self._resolved()[1]
        return {} if engine is None else engine.versions()

    def open(
        self,
        package: ModelPackage,
        device: str = AUTO,
        cancelled: Callable[[], bool] = never,
        warn: Callable[[str], None] = unheard,
    ) -> TileModel:
        home, engine = self._resolved()
        if engine is None:
            raise EngineError(home.reason)
        return engine.open(package, device, cancelled, warn)

    def last_lines(self) -> Sequence[str]:
        """What the worker last wrote to standard error, for a report."""
        from .client import WorkerEngine

        engine = self._engine
        return engine.last_lines() if isinstance(engine, WorkerEngine) else ()

    def choose_anew(self) -> None:
        """The next use decides anew; a job that runs goes on, and keeps its worker."""
        engine = self._forget()
        if engine is not None:
            engine.choose_anew()

    def close(self) -> None:
        """End the worker, if one runs; the next use decides anew and starts it again."""
        engine = self._forget()
        if engine is not None:
            engine.close()

    def _forget(self) -> Optional[Engine]:
        with self._guard:
            engine, self._engine, self._home = self._engine, None, None
            self._fails_beside = False
        return engine

    def _resolved(self) -> tuple[Choice, Optional[Engine]]:
        from .environment import find_home  # QGIS starts sooner without

        with self._guard:
            home = self._home
            if home is None or self._engine is None or not self._is_there(home):
                home = find_home(self._wanted(), self._environ, self._here.lack)
                self._home, self._engine = home, self._engine_of(home)
            return home, self._engine

    def _wanted(self) -> EngineSettings:
        """What the user chose; QGIS's own Python not beside QGIS where it has failed there."""
        return replace(self._settings(), apart=False) if self._fails_beside else self._settings()

    def _engine_of(self, home: Choice) -> Optional[Engine]:
        if home.is_worker and home.python is not None:
            from .client import WorkerEngine

            return WorkerEngine(Path(home.python), environment=home.variables)
        return self._here if home.kind == IN_PROCESS else None

    def _is_there(self, home: Choice) -> bool:
        """Not any more where another window has updated or removed the environment, or where
        torch turned out not to load."""
        if home.python is None:
            return self._here.lack() is None
        if home.kind == BESIDE and self._engine is not None and self._engine.problem() is not None:
            self._fails_beside = True
            return False
        return os.path.isfile(home.python)
