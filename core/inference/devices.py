"""Which devices torch can compute on, and how it must be set so that results repeat."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Sequence
from functools import lru_cache
from typing import Callable

import torch

from ..device import Device
from ..engine import AUTO, unheard
from ..errors import DeviceError
from ..language import tr
from ..worker import smoke

_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD, _M_ARENA_MAX = -1, -3, -8
_KEPT_BYTES = 1 << 30

_sound: set[str] = set()
"""Devices that have passed their test in this process. One that failed is tested again."""


def available_devices() -> Sequence[str]:
    """Device names, fastest first; ``cpu`` is always among them."""
    return smoke.device_names()


def examine_devices() -> Sequence[Device]:
    """All devices with what is known of them, tested; a graphics card is woken up for it."""
    return tuple(_examined(name) for name in available_devices())


def choose_device(name: str, warn: Callable[[str], None] = unheard) -> torch.device:
    """The torch device of that name, after a test.

    ``auto`` is the first that passes, and ``warn`` is told of those before it. One that is named
    and fails is a `DeviceError`: nothing is computed elsewhere instead.
    """
    available = available_devices()
    if name == AUTO:
        return _ready(_first_sound(available, warn))
    wanted = "cuda:0" if name == "cuda" else name
    if wanted not in available:
        reason = tr("This computer has: {available}. {hint}").format(
            available=", ".join(available), hint=_hint(wanted)
        )
        raise DeviceError(name, reason)
    device = _tested(wanted)
    if not device.works:
        raise DeviceError(
            name,
            tr(
                "It does not compute ({problem}). Update its driver, or choose another "
                "of: {available}."
            ).format(problem=_told(device), available=", ".join(available)),
        )
    return _ready(wanted)


def set_repeatable() -> None:
    """Have every kernel give the same bits each time; others in this process may change it."""
    torch.backends.cudnn.benchmark = False
    torch.backends.cudnn.deterministic = True
    torch.backends.cudnn.allow_tf32 = False
    torch.backends.cuda.matmul.allow_tf32 = False


def _first_sound(available: Sequence[str], warn: Callable[[str], None]) -> str:
    failed: list[Device] = []
    for name in available:
        device = _tested(name)
        if device.works:
            for one in failed:
                warn(
                    tr(
                        "Device '{device}' is not used, as it does not compute ({problem}). "
                        "Update its driver; until then models run on '{other}'."
                    ).format(device=one.name, problem=_told(one), other=name)
                )
            return name
        failed.append(device)
    told = "; ".join(f"{one.name}: {_told(one)}" for one in failed)
    raise DeviceError(
        AUTO,
        tr("No device of this computer computes ({problems}). Set up PyTorch again.").format(
            problems=told
        ),
    )


def _tested(name: str) -> Device:
    return Device(name, name) if name in _sound else _examined(name)


def _examined(name: str) -> Device:
    device = Device(**smoke.examined(name))
    if device.works:
        _sound.add(name)
    return device


def _told(device: Device) -> str:
    return f"{device.title}: {device.problem.rstrip('.')}"


def _hint(wanted: str) -> str:
    if wanted.startswith("cuda") and torch.version.cuda is None and torch.version.hip is None:
        return tr(
            "This PyTorch is the build without NVIDIA's CUDA; another build can be "
            "set up in Settings > Options > Terraloom."
        )
    return tr("Choose one of these, or 'auto'.")


def _ready(name: str) -> torch.device:
    set_repeatable()
    _keep_buffers()
    return torch.device(name)


@lru_cache(maxsize=1)
def _keep_buffers() -> None:
    """Large buffers of the processor are kept, not mapped anew at each operation."""
    if sys.platform.startswith("linux"):
        try:
            libc = ctypes.CDLL("libc.so.6")
            libc.mallopt(_M_MMAP_THRESHOLD, _KEPT_BYTES)
            libc.mallopt(_M_TRIM_THRESHOLD, _KEPT_BYTES)
            libc.mallopt(_M_ARENA_MAX, 2)  # else each thread keeps free memory of its own
        except (OSError, AttributeError):
            return  # another C library: only slower
