"""Finds the home of torch on this computer: gathers the facts and lets `homes` choose."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Callable, Optional

from ..language import tr
from ..progress import NULL_PROGRESS, Progress
from .beside import Beside, interpreter_beside
from .builds import (
    NVIDIA_SMI_OLD_QUERY,
    NVIDIA_SMI_QUERY,
    GpuAdvice,
    NvidiaGpu,
    advise,
    parse_nvidia_smi,
)
from .child_environment import clean_environment
from .child_process import Watch, run_watched
from .homes import AUTO, IN_PROCESS, Choice, EngineSettings, HomeFacts
from .homes import choose_home as choose_home
from .homes import effective_settings as effective_settings
from .homes import managed_place as managed_place
from .interpreter_checks import Verdict, check_interpreter
from .interpreters import find_program, looks_like_python
from .managed import managed_state
from .pins import Target
from .setup_errors import SetupError

_SMI_PLACES = (
    r"C:\Windows\System32\nvidia-smi.exe",
    r"C:\Program Files\NVIDIA Corporation\NVSMI\nvidia-smi.exe",
    "/usr/bin/nvidia-smi",
    "/usr/lib/wsl/lib/nvidia-smi",
)
_SMI_SILENCE_S = 30.0

_verdicts: dict[tuple[str, float], Verdict] = {}


def find_home(
    settings: EngineSettings,
    environ: Mapping[str, str],
    in_process_problem: Callable[[], Optional[str]],
) -> Choice:
    """Where models run, without starting anything: for any thread.

    ``in_process_problem`` is asked only where the answer depends on it. Whether a chosen
    interpreter has what it needs shows when it starts; `asked_interpreter` says it before.
    """
    wanted = effective_settings(settings, environ)
    managed = managed_state(managed_place(settings, environ))
    own: Optional[Verdict] = None
    beside: Optional[Beside] = None
    problem: Optional[str] = ""
    if wanted.python is not None and wanted.engine != IN_PROCESS:
        own = _known_verdict(wanted.python)
    elif wanted.engine == IN_PROCESS or (wanted.engine == AUTO and not managed.is_usable):
        problem = in_process_problem()
        if problem is None and wanted.engine == AUTO and wanted.apart:
            beside = interpreter_beside(environ)
    return choose_home(settings, environ, HomeFacts(own, managed, problem, beside))


def asked_interpreter(
    python: str, environ: Mapping[str, str], progress: Progress = NULL_PROGRESS
) -> Verdict:
    """What an interpreter says of itself; it is started, which takes seconds.

    It is asked once, and again when its file changes.
    """
    key = _key(python)
    known = _verdicts.get(key)
    if known is None or not known.accepted:  # what was refused may have been put right
        known = check_interpreter(python, environ, progress)
        _verdicts[key] = known
    return known


def find_gpus(
    environ: Mapping[str, str], progress: Progress = NULL_PROGRESS
) -> tuple[NvidiaGpu, ...]:
    """The NVIDIA cards that the driver lists; none where there is no driver."""
    program = find_program("nvidia-smi", environ, *_SMI_PLACES)
    if not program:
        return ()
    for query in (NVIDIA_SMI_QUERY, NVIDIA_SMI_OLD_QUERY):
        watch = Watch(progress, silence_s=_SMI_SILENCE_S)
        try:
            outcome = run_watched(
                [program, *query], clean_environment(environ), Path(program).parent, watch
            )
        except SetupError:
            return ()
        gpus = parse_nvidia_smi("\n".join(outcome.lines)) if outcome.ok else ()
        if gpus:
            return gpus
    return ()


def gpu_advice(
    target: Target, environ: Mapping[str, str], progress: Progress = NULL_PROGRESS
) -> GpuAdvice:
    """The CUDA build to offer on this computer, with its size, or why there is none."""
    return advise(target, find_gpus(environ, progress))


def _known_verdict(python: str) -> Verdict:
    """What is known of an interpreter without asking it."""
    known = _verdicts.get(_key(python))
    if known is not None and known.accepted:
        return known
    if not os.path.isfile(python):
        reason = tr("There is no file '{python}'. Choose a Python interpreter that exists.").format(
            python=python
        )
        return Verdict(python, accepted=False, reason=reason)
    if not looks_like_python(python):
        reason = tr("'{python}' is not named like a Python interpreter.").format(python=python)
        return Verdict(python, accepted=False, reason=reason)
    return Verdict(
        python,
        accepted=True,
        reason=tr("'{python}', checked when it starts.").format(python=python),
    )


def _key(python: str) -> tuple[str, float]:
    try:
        return python, os.stat(python).st_mtime
    except OSError:
        return python, 0.0
