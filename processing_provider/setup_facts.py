"""What the set-up pages show of this computer: found in threads, as it starts other programs."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from qgis.core import QgsProcessingAlgorithm

from ..core.device import Device
from ..core.engine import Engine
from ..core.errors import TerraloomError
from ..core.progress import NULL_PROGRESS, Progress
from ..core.units import bytes_text
from ..core.worker.build_choice import BuildOffer, build_offer, fitting_build
from ..core.worker.builds import CPU, Build
from ..core.worker.environment import asked_interpreter
from ..core.worker.homes import ENGINE_VARIABLE, IN_PROCESS, NONE, PYTHON_VARIABLE, Choice
from ..core.worker.interpreter_checks import Verdict
from ..core.worker.managed import MISSING, ManagedState, managed_state, recent_log, removable_bytes
from ..core.worker.places import free_bytes
from ..core.worker.workshop import SetupRequest
from . import settings
from .services import chosen_home
from .torch_setup import folder_problem
from .translation import tr

_LOG_BYTES = 200_000


@dataclass(frozen=True)
class SetupFacts:
    """The managed environment in ``place``, and what could be set up there.

    ``offer`` is ``None`` where no Python is fit; ``problem`` says why, or what is wrong with the
    folder.
    """

    place: Path
    state: ManagedState
    own_bytes: int
    free_bytes: int
    offer: Optional[BuildOffer]
    problem: str
    home: Choice
    log: str

    @property
    def cpu_build(self) -> Optional[Build]:
        return None if self.offer is None else self.offer.builds[0]


def setup_facts(
    place: Path,
    build: Optional[str] = None,
    base: str = "",
    offer: Optional[BuildOffer] = None,
    progress: Progress = NULL_PROGRESS,
) -> SetupFacts:
    """Look at the disk and, unless an ``offer`` is known, ask this computer's interpreters."""
    problem = folder_problem(str(place)) or ""
    if offer is None:
        try:
            request = SetupRequest(place=place, environ=os.environ, base=base or None)
            offer = build_offer(request, progress)
        except TerraloomError as error:
            problem = problem or str(error)
    try:
        free = free_bytes(place)
    except OSError as error:
        free, problem = 0, problem or f"'{place}': {error.strerror or error}."
    return SetupFacts(
        place=place,
        state=managed_state(place, build),
        own_bytes=removable_bytes(place),
        free_bytes=free,
        offer=offer,
        problem=problem,
        home=chosen_home(),
        log=_log_text(place),
    )


def build_text(build: Build) -> str:
    """A build and its sizes, in the user's language."""
    return tr("{build}: download about {download}, on disk about {disk}").format(
        build=build.title,
        download=bytes_text(build.download_bytes),
        disk=bytes_text(build.installed_bytes),
    )


def state_text(facts: SetupFacts) -> str:
    """What there is in the folder."""
    if facts.state.kind == MISSING:
        return tr("There is no environment in '{folder}' yet.").format(folder=facts.place)
    return facts.state.reason


def build_problem(key: str, offer: BuildOffer) -> str:
    """Why no card of this computer can use that build; empty where one can."""
    if key == CPU:
        return ""
    try:
        fitting_build(key, offer)
    except TerraloomError as error:
        return str(error)
    return ""


def devices_of(engine: Engine) -> tuple[Device, ...]:
    """The devices where models run, tested; none where that is not known without a price.

    A worker is started for it. This process is asked where it has loaded PyTorch already: that it
    be loaded is for a job to decide.
    """
    kind = chosen_home().kind
    if kind == NONE or (kind == IN_PROCESS and "torch" not in sys.modules):
        return ()
    try:
        return tuple(engine.examine_devices())
    except TerraloomError:
        return ()


def checked_python(path: str, progress: Progress = NULL_PROGRESS) -> Verdict:
    """Whether models can run in that interpreter."""
    return asked_interpreter(path, os.environ, progress)


def overruling_variables() -> list[str]:
    """Names of the environment variables that win over the chosen home."""
    return [name for name in (ENGINE_VARIABLE, PYTHON_VARIABLE) if os.environ.get(name)]


def may_offer() -> bool:
    """Whether nothing but a managed environment is wanted where PyTorch is missing."""
    return settings.home() in settings.MANAGED_HOMES and not overruling_variables()


def sets_up_first(algorithm: QgsProcessingAlgorithm) -> bool:
    """Whether a run of ``algorithm`` is to begin with the set-up: nothing else keeps it."""
    return not algorithm.canExecute()[0] and may_offer()


def _log_text(place: Path) -> str:
    path = recent_log(place)
    if path is None:
        return ""
    try:
        return path.read_text(encoding="utf-8", errors="replace")[-_LOG_BYTES:]
    except OSError as error:
        return f"{path}: {error.strerror or error}"
