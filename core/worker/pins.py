"""Which versions go into a managed environment: the table, and how it is read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from ..language import tr
from .setup_errors import SetupError

OLDEST_PYTHON = (3, 9)
OLDEST_TORCH = (2, 2)
LINUX, MACOS, WINDOWS = "linux", "darwin", "win32"  # as in sys.platform
CPU = "cpu"
CUDA = "cuda"
"""Stands for the newest CUDA build that a card of this computer can use."""


@dataclass(frozen=True)
class Target:
    """What decides which wheels fit an interpreter; machine names as ``platform.machine()``."""

    python: tuple[int, int]
    system: str
    machine: str
    macos: tuple[int, int] = (0, 0)
    libc: str = "glibc"

    @property
    def is_intel(self) -> bool:
        return self.machine.lower() in ("x86_64", "amd64")

    def text(self) -> str:
        names = {LINUX: "Linux", MACOS: "macOS", WINDOWS: "Windows"}
        return tr("Python {python} on {system}").format(
            python=_dotted(self.python), system=names.get(self.system, self.system)
        )


@dataclass(frozen=True)
class Pins:
    """The exact versions of what models need; what those need comes by their own rules."""

    torch: str
    numpy: str
    safetensors: str

    def requirements(self) -> tuple[str, ...]:
        return (
            f"torch=={self.torch}",
            f"numpy=={self.numpy}",
            f"safetensors=={self.safetensors}",
            f"packaging=={_PACKAGING}",
        )


@dataclass(frozen=True)
class _Row:
    systems: tuple[str, ...]
    machines: tuple[str, ...]
    first: tuple[int, int]
    last: tuple[int, int]
    torch: str
    numpy: Optional[str] = None
    macos: tuple[int, int] = (0, 0)


_INTEL = ("x86_64", "amd64")
_ARM = ("arm64", "aarch64")
_SAFETENSORS = "0.7.0"  # the last one for Python 3.9
_PACKAGING = "25.0"  # safetensors.torch imports it without saying so

# The first row that fits is taken. 2.13.0 is the version that the bundled models were tested with;
# it is there for every Python from 3.10 on, and is the last one but one with a build for NVIDIA
# cards older than Turing. From 2.12 on the wheels need macOS 14; Intel Macs got none after 2.2.2.
_TABLE = (
    _Row((MACOS,), _INTEL, (3, 9), (3, 12), "2.2.2", numpy="1.26.4"),
    _Row((MACOS,), _ARM, (3, 9), (3, 9), "2.8.0", macos=(11, 0)),
    _Row((MACOS,), _ARM, (3, 10), (3, 14), "2.13.0", macos=(14, 0)),
    _Row((MACOS,), _ARM, (3, 10), (3, 14), "2.11.0", macos=(11, 0)),
    _Row((LINUX,), (*_INTEL, *_ARM), (3, 9), (3, 9), "2.8.0"),
    _Row((LINUX,), (*_INTEL, *_ARM), (3, 10), (3, 14), "2.13.0"),
    _Row((WINDOWS,), _INTEL, (3, 9), (3, 9), "2.8.0"),
    _Row((WINDOWS,), _INTEL, (3, 10), (3, 14), "2.13.0"),
)
_NUMPY = {(3, 9): "2.0.2", (3, 10): "2.2.6"}
_NUMPY_LATER = "2.3.5"


def pins_for(target: Target) -> Pins:
    """The versions for an interpreter; `SetupError` says why there are none."""
    if target.system == LINUX and target.libc != "glibc":
        raise SetupError(
            tr(
                "PyTorch has no packages for Linux distributions without the GNU C "
                "library, such as Alpine. Name an interpreter of your own that has "
                "PyTorch."
            ),
            "missing",
        )
    fitting = [row for row in _TABLE if _fits(row, target)]
    if not fitting:
        raise SetupError(_no_row(target), "missing")
    row = fitting[0]
    numpy = row.numpy or _NUMPY.get(target.python, _NUMPY_LATER)
    return Pins(row.torch, numpy, _SAFETENSORS)


def _fits(row: _Row, target: Target) -> bool:
    return (
        target.system in row.systems
        and target.machine.lower() in row.machines
        and row.first <= target.python <= row.last
        and (target.system != MACOS or target.macos >= row.macos)
    )


def _no_row(target: Target) -> str:
    same = [
        row
        for row in _TABLE
        if target.system in row.systems and target.machine.lower() in row.machines
    ]
    if not same:
        return tr(
            "There are no PyTorch packages for {target} with a processor of kind "
            "'{machine}'. Name an interpreter of your own that has PyTorch."
        ).format(target=target.text(), machine=target.machine)
    first = min(row.first for row in same)
    last = max(row.last for row in same)
    if not first <= target.python <= last:
        kind = tr("Macs with an Intel processor") if same[0].numpy else tr("this computer")
        return tr(
            "There are no PyTorch packages for {system}: on {computer} they need Python "
            "{first} to {last}. Install one of these and name it as the base."
        ).format(system=target.text(), computer=kind, first=_dotted(first), last=_dotted(last))
    needed = min(row.macos for row in same)
    return tr(
        "PyTorch needs macOS {needed} or newer, and this is macOS {macos}. Update "
        "macOS, or name an interpreter of your own."
    ).format(needed=_dotted(needed), macos=_dotted(target.macos))


def _dotted(version: tuple[int, ...]) -> str:
    return ".".join(str(part) for part in version)
