"""Which home torch has on this computer: the choice, as a pure function, with its reason."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Optional

from ..language import tr
from .places import default_place

if TYPE_CHECKING:
    from .beside import Beside
    from .interpreter_checks import Verdict
    from .managed import ManagedState

MANAGED, OWN, BESIDE, IN_PROCESS, NONE = "managed", "own", "beside", "inprocess", "none"
AUTO, WORKER = "auto", "worker"
ENGINES = (AUTO, WORKER, IN_PROCESS)

ENGINE_VARIABLE = "TERRALOOM_ENGINE"
PYTHON_VARIABLE = "TERRALOOM_WORKER_PYTHON"
PLACE_VARIABLE = "TERRALOOM_ENVIRONMENT"


@dataclass(frozen=True)
class EngineSettings:
    """What the user chose: ``python`` is an interpreter of the user's, ``place`` a folder.

    ``apart``: this process has a window, which would stand still while torch is loaded into it.
    """

    engine: str = AUTO
    python: Optional[str] = None
    place: Optional[str] = None
    apart: bool = False


@dataclass(frozen=True)
class HomeFacts:
    """What was found: the interpreter of the user's (``None``: none is named), the managed
    environment, what keeps torch from running in this process (``None``: nothing; empty: it does
    not matter), and this Python to run beside this process (``None``: not wanted, or not known).
    """

    own: Optional[Verdict]
    managed: ManagedState
    in_process_problem: Optional[str]
    beside: Optional[Beside] = None


@dataclass(frozen=True)
class Choice:
    """``kind`` is MANAGED, OWN, BESIDE, IN_PROCESS or NONE; ``python`` is the worker's, if there is
    one, with the ``variables`` that it needs, and ``folder`` the managed environment."""

    kind: str
    python: Optional[str]
    reason: str
    folder: Optional[Path] = None
    variables: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_worker(self) -> bool:
        return self.kind in (MANAGED, OWN, BESIDE)


def effective_settings(settings: EngineSettings, environ: Mapping[str, str]) -> EngineSettings:
    """The settings, where the environment variables do not say otherwise."""
    return EngineSettings(
        engine=(environ.get(ENGINE_VARIABLE) or settings.engine).strip().lower(),
        python=environ.get(PYTHON_VARIABLE) or settings.python or None,
        place=environ.get(PLACE_VARIABLE) or settings.place or None,
        apart=settings.apart,
    )


def managed_place(settings: EngineSettings, environ: Mapping[str, str]) -> Path:
    """The folder of the managed environment."""
    place = effective_settings(settings, environ).place
    return Path(place or default_place(sys.platform, environ))


def choose_home(settings: EngineSettings, environ: Mapping[str, str], facts: HomeFacts) -> Choice:
    """Where models run, and why. What was asked for by name is never replaced silently."""
    wanted = effective_settings(settings, environ)
    if wanted.engine not in ENGINES:
        return Choice(
            NONE,
            None,
            tr("The engine '{engine}' is not known. Set {variable} to {engines} or {last}.").format(
                engine=wanted.engine,
                variable=ENGINE_VARIABLE,
                engines=", ".join(ENGINES[:-1]),
                last=ENGINES[-1],
            ),
        )
    if wanted.engine == IN_PROCESS:
        return _in_process(facts)
    if wanted.python is not None:
        return _own(wanted.python, facts)
    if facts.managed.is_usable:
        reason = tr("Managed environment: {reason}").format(reason=facts.managed.reason)
        return Choice(MANAGED, facts.managed.python, reason, facts.managed.folder)
    if wanted.engine == AUTO and facts.in_process_problem is None:
        if facts.beside is not None:
            reason = tr(
                "PyTorch is installed in QGIS's own Python ('{python}'), and runs in "
                "a process beside QGIS, so that its window never waits. {reason}"
            ).format(python=facts.beside.python, reason=facts.managed.reason)
            return Choice(BESIDE, facts.beside.python, reason, None, facts.beside.variables)
        return Choice(
            IN_PROCESS,
            None,
            tr("PyTorch is installed in QGIS's own Python. {reason}").format(
                reason=facts.managed.reason
            ),
        )
    return Choice(
        NONE,
        None,
        tr(
            "{problem} {reason} Set it up in Settings > Options > Terraloom "
            "or with the algorithm 'Set up PyTorch' (terraloom:set_up_torch), or set "
            "{variable} to a Python that has it."
        ).format(
            problem=facts.in_process_problem or tr("PyTorch is not set up."),
            reason=facts.managed.reason,
            variable=PYTHON_VARIABLE,
        ),
    )


def _in_process(facts: HomeFacts) -> Choice:
    if facts.in_process_problem is None:
        return Choice(IN_PROCESS, None, tr("In QGIS's own process, as chosen."))
    return Choice(
        NONE,
        None,
        tr(
            "QGIS's own process is chosen as the home of PyTorch. {problem} "
            "Install what is missing there and restart QGIS, or choose another home in "
            "Settings > Options > Terraloom."
        ).format(problem=facts.in_process_problem),
    )


def _own(python: str, facts: HomeFacts) -> Choice:
    if facts.own is None:
        return Choice(
            NONE,
            None,
            tr("The interpreter '{python}' has not been checked yet.").format(python=python),
        )
    if not facts.own.accepted:
        return Choice(
            NONE,
            None,
            tr("The chosen interpreter cannot be used. {reason}").format(reason=facts.own.reason),
        )
    return Choice(
        OWN, facts.own.python, tr("Chosen interpreter: {reason}").format(reason=facts.own.reason)
    )
