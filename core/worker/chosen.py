"""The engine of this installation: in this process, or in the worker, chosen when first needed."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Callable, Optional

from ..engine import AUTO, Engine, InProcessEngine, TileModel, never
from ..errors import EngineError
from ..package import ModelPackage
from .client import WorkerEngine
from .environment import find_home
from .homes import AUTO as ANY_HOME
from .homes import IN_PROCESS, EngineSettings, effective_settings


class ChosenEngine:
    """Decides by `find_home`, and decides anew as long as nothing was usable."""

    def __init__(self, environ: Optional[Mapping[str, str]] = None) -> None:
        self._environ = os.environ if environ is None else environ
        self._engine: Optional[Engine] = None
        self.reason = ""

    def problem(self) -> Optional[str]:
        found = self._resolve()
        return self.reason if found is None else found.problem()

    def devices(self) -> Sequence[str]:
        found = self._resolve()
        return () if found is None else found.devices()

    def versions(self) -> Mapping[str, str]:
        found = self._resolve()
        return {} if found is None else found.versions()

    def open(
        self, package: ModelPackage, device: str = AUTO, cancelled: Callable[[], bool] = never
    ) -> TileModel:
        found = self._resolve()
        if found is None:
            raise EngineError(self.reason)
        return found.open(package, device, cancelled)

    def close(self) -> None:
        """End the worker, if one runs; the next use starts it again."""
        if self._engine is not None:
            self._engine.close()
        self._engine = None

    def _resolve(self) -> Optional[Engine]:
        if self._engine is None:
            here = InProcessEngine()
            missing = here.problem()
            home = find_home(EngineSettings(), self._environ, missing)
            self.reason = home.reason
            if home.is_worker and home.python is not None:
                self._engine = WorkerEngine(Path(home.python))
            elif home.kind == IN_PROCESS:
                self._engine = here
            elif self._nothing_was_asked() and missing is not None:
                self.reason = missing
        return self._engine

    def _nothing_was_asked(self) -> bool:
        wanted = effective_settings(EngineSettings(), self._environ)
        return wanted.engine == ANY_HOME and wanted.python is None
