"""Finds the home of torch on this computer: gathers the facts and lets `homes` choose."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Optional

from ..progress import NULL_PROGRESS, Progress
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
from .interpreter_checks import Verdict, check_interpreter
from .interpreters import find_program
from .managed import managed_state
from .pins import Target
from .places import default_place
from .setup_errors import SetupError

_SMI_PLACES = (
    r"C:\Windows\System32\nvidia-smi.exe",
    r"C:\Program Files\NVIDIA Corporation\NVSMI\nvidia-smi.exe",
    "/usr/bin/nvidia-smi",
    "/usr/lib/wsl/lib/nvidia-smi",
)
_SMI_SILENCE_S = 30.0

_verdicts: dict[tuple[str, float], Verdict] = {}


def managed_place(settings: EngineSettings, environ: Mapping[str, str]) -> Path:
    """The folder of the managed environment."""
    place = effective_settings(settings, environ).place
    return Path(place or default_place(sys.platform, environ))


def find_home(
    settings: EngineSettings,
    environ: Mapping[str, str],
    in_process_problem: Optional[str],
    progress: Progress = NULL_PROGRESS,
) -> Choice:
    """Where models run. ``in_process_problem`` is what `InProcessEngine.problem` says.

    A chosen interpreter is asked once, and again when its file changes: the first call may take
    seconds.
    """
    wanted = effective_settings(settings, environ)
    own = None
    if wanted.python is not None and wanted.engine != IN_PROCESS:
        own = _verdict(wanted.python, environ, progress)
    facts = HomeFacts(
        own=own,
        managed=managed_state(managed_place(settings, environ)),
        in_process_problem=in_process_problem if wanted.engine in (AUTO, IN_PROCESS) else "",
    )
    return choose_home(settings, environ, facts)


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


def _verdict(python: str, environ: Mapping[str, str], progress: Progress) -> Verdict:
    try:
        key = (python, os.stat(python).st_mtime)
    except OSError:
        return check_interpreter(python, environ, progress)
    known = _verdicts.get(key)
    if known is None or not known.accepted:  # what was refused may have been put right
        known = check_interpreter(python, environ, progress)
        _verdicts[key] = known
    return known
