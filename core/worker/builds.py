"""Which builds of torch there are for an interpreter, and which of them a graphics card can use."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Optional

from ..language import tr
from ..units import bytes_text
from .pins import CPU as CPU
from .pins import CUDA as CUDA
from .pins import LINUX, MACOS, WINDOWS, Target, pins_for
from .setup_errors import SetupError

NVIDIA_SMI_QUERY = (
    "--query-gpu=index,name,memory.total,driver_version,compute_cap",
    "--format=csv,noheader,nounits",
)
# Drivers of before 2021 do not know compute_cap.
NVIDIA_SMI_OLD_QUERY = (
    "--query-gpu=index,name,memory.total,driver_version",
    "--format=csv,noheader,nounits",
)

_MB = 10**6
_GB = 10**9
_OTHER_DOWNLOADS = 40 * _MB  # numpy, sympy and the rest


@dataclass(frozen=True)
class Build:
    """One build of torch; ``key`` is also its folder in PyTorch's index.

    Sizes in bytes are about right: of all that is downloaded, and of what is then on disk.
    ``capability`` is the range of compute capabilities it has kernels for.
    """

    key: str
    title: str
    download_bytes: int
    installed_bytes: int
    driver: int = 0
    capability: tuple[tuple[int, int], tuple[int, int]] = ((0, 0), (99, 0))

    @property
    def is_cuda(self) -> bool:
        return self.key != CPU

    @property
    def needed_bytes(self) -> int:
        """Free disk space that a set-up takes at its height: pip keeps a download twice."""
        return 2 * self.download_bytes + self.installed_bytes

    def summary(self) -> str:
        return tr("{title}: download about {download}, on disk about {disk}").format(
            title=self.title,
            download=bytes_text(self.download_bytes),
            disk=bytes_text(self.installed_bytes),
        )


@dataclass(frozen=True)
class NvidiaGpu:
    """A graphics card as ``nvidia-smi`` lists it; ``capability`` is unknown on old drivers."""

    index: int
    name: str
    memory_bytes: int
    driver: str
    capability: Optional[tuple[int, int]]


@dataclass(frozen=True)
class GpuAdvice:
    """The build for the cards of a computer, if any, and the reason in a sentence or two."""

    build: Optional[Build]
    reason: str


# Downloads of 2.13.0 as the index states them, and the environment on Linux as measured; the rest
# is rounded up.
_CPU_SIZES = {
    (LINUX, True): (192 * _MB, 950 * _MB),
    (LINUX, False): (150 * _MB, 800 * _MB),
    (WINDOWS, True): (122 * _MB, 800 * _MB),
    (MACOS, True): (151 * _MB, 600 * _MB),
    (MACOS, False): (111 * _MB, 500 * _MB),
}
# NVIDIA, "CUDA compatibility": any 12.x runs from driver 525 on, any 13.x from 580 on.
# PyTorch, RELEASE.md: the architectures that each build has kernels for.
_CUDA_126 = Build("cu126", "NVIDIA, CUDA 12.6", 2600 * _MB, 6 * _GB, 525, ((5, 0), (9, 0)))
_CUDA_128 = Build("cu128", "NVIDIA, CUDA 12.8", 3200 * _MB, 7 * _GB, 525, ((7, 0), (12, 1)))
_CUDA_130 = Build("cu130", "NVIDIA, CUDA 13.0", 2400 * _MB, 6 * _GB, 580, ((7, 5), (12, 1)))
_CUDA_BUILDS = {  # the best first
    "2.8.0": (_CUDA_128, _CUDA_126),
    "2.13.0": (_CUDA_130, _CUDA_126),
}


def builds_for(target: Target) -> tuple[Build, ...]:
    """What can be installed for an interpreter: the CPU build first, then CUDA, newest first."""
    pins = pins_for(target)
    title = tr("CPU and Apple GPU") if target.system == MACOS and not target.is_intel else "CPU"
    download, installed = _CPU_SIZES[(target.system, target.is_intel)]
    cpu = Build(CPU, title, download + _OTHER_DOWNLOADS, installed)
    if target.system == MACOS or not target.is_intel:
        return (cpu,)
    return (cpu, *_CUDA_BUILDS.get(pins.torch, ()))


def build_named(key: str, target: Target) -> Build:
    """The build of that key; `SetupError` lists those there are."""
    builds = builds_for(target)
    for build in builds:
        if build.key == key:
            return build
    known = ", ".join(build.key for build in builds)
    raise SetupError(
        tr("There is no build '{build}' of PyTorch for {target}. Choose one of: {known}.").format(
            build=key, target=target.text(), known=known
        ),
        "missing",
    )


def parse_nvidia_smi(text: str) -> tuple[NvidiaGpu, ...]:
    """The cards in the output of either query; anything else in it is passed over."""
    found = []
    for line in text.splitlines():
        parts = [part.strip() for part in line.split(",")]
        if len(parts) < 4 or not parts[0].isdigit():
            continue
        if not re.match(r"\d", parts[3]):
            continue
        memory = int(parts[2]) if parts[2].isdigit() else 0
        known = re.fullmatch(r"(\d+)\.(\d+)", parts[4]) if len(parts) > 4 else None
        capability = (int(known[1]), int(known[2])) if known else None
        found.append(NvidiaGpu(int(parts[0]), parts[1], memory * 2**20, parts[3], capability))
    return tuple(found)


def gpu_problem(build: Build, gpu: NvidiaGpu) -> Optional[str]:
    """Why a card cannot use a build, in a sentence; ``None`` when it can."""
    if int(gpu.driver.partition(".")[0]) < build.driver:
        return tr(
            "{gpu} has driver {driver}, and {build} needs {needed} or newer. "
            "Update the NVIDIA driver."
        ).format(gpu=gpu.name, driver=gpu.driver, build=build.title, needed=build.driver)
    if gpu.capability is None:
        return None
    lowest, highest = build.capability
    own = f"{gpu.capability[0]}.{gpu.capability[1]}"
    if gpu.capability < lowest:
        return tr(
            "{gpu} (compute capability {capability}) is too old for {build}, which needs "
            "{needed} or newer."
        ).format(gpu=gpu.name, capability=own, build=build.title, needed=f"{lowest[0]}.{lowest[1]}")
    if gpu.capability > (highest[0], 9):
        return tr("{gpu} (compute capability {capability}) is too new for {build}.").format(
            gpu=gpu.name, capability=own, build=build.title
        )
    return None


def advise(target: Target, gpus: Sequence[NvidiaGpu]) -> GpuAdvice:
    """The CUDA build to offer, with its size; or why none is offered."""
    builds = [build for build in builds_for(target) if build.is_cuda]
    if not builds:
        return GpuAdvice(
            None,
            tr("There are no PyTorch builds with CUDA for {target}.").format(target=target.text()),
        )
    if not gpus:
        return GpuAdvice(
            None,
            tr(
                "No NVIDIA card answers: nvidia-smi is missing or lists none. Where "
                "there is one, install NVIDIA's driver."
            ),
        )
    problems: list[str] = []
    for build in builds:
        fitting = [gpu for gpu in gpus if gpu_problem(build, gpu) is None]
        if fitting:
            names = ", ".join(sorted({gpu.name for gpu in fitting}))
            return GpuAdvice(
                build, tr("For {cards}. {build}.").format(cards=names, build=build.summary())
            )
        problems += [gpu_problem(build, gpu) or "" for gpu in gpus]
    return GpuAdvice(None, " ".join(dict.fromkeys(problems)))


def is_gpu_package(name: str) -> bool:
    """Whether a distribution belongs to the CUDA build only: ``nvidia-cudnn-cu13``, ``triton``."""
    return name.lower().replace("_", "-").startswith(("nvidia-", "cuda-", "triton"))
