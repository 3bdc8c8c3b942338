"""Which build of torch a set-up is to fetch: what there is for the Python it would start from."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

from ..language import tr
from ..progress import NULL_PROGRESS, Progress
from .base_choice import find_bases, no_base
from .builds import (
    CPU,
    CUDA,
    Build,
    GpuAdvice,
    NvidiaGpu,
    advise,
    build_named,
    builds_for,
    gpu_problem,
)
from .environment import find_gpus
from .pins import Target
from .setup_errors import SetupError
from .workshop import SetupRequest, Workshop


@dataclass(frozen=True)
class BuildOffer:
    """What can be set up on this computer: the CPU build first; and what its cards can use."""

    target: Target
    builds: tuple[Build, ...]
    gpus: tuple[NvidiaGpu, ...]

    @property
    def advice(self) -> GpuAdvice:
        return advise(self.target, self.gpus)


def build_offer(request: SetupRequest, progress: Progress = NULL_PROGRESS) -> BuildOffer:
    """Ask the interpreters and the driver of this computer; `SetupError` where no Python is fit."""
    choice = find_bases(Workshop(request, request.place, progress, io.StringIO()))
    if not choice.bases:
        raise no_base(choice)
    target = choice.bases[0].target
    return BuildOffer(target, builds_for(target), find_gpus(request.environ, progress))


def fitting_build(key: str, offer: BuildOffer) -> Build:
    """The build of that key, or the best for `CUDA`; `SetupError` where no card can use it."""
    if key == CPU:
        return build_named(CPU, offer.target)
    if key == CUDA:
        advice = offer.advice
        if advice.build is None:
            raise _unfit([advice.reason])
        return advice.build
    build = build_named(key, offer.target)
    if not offer.gpus:
        raise _unfit([offer.advice.reason])
    problems = [gpu_problem(build, gpu) for gpu in offer.gpus]
    if None not in problems:
        raise _unfit([problem for problem in problems if problem is not None])
    return build


def _unfit(reasons: Sequence[str]) -> SetupError:
    told = " ".join(dict.fromkeys(reasons))
    return SetupError(
        tr("{problem} The build '{build}' works on every computer.").format(
            problem=told, build=CPU
        ),
        "missing",
    )
