"""What is done when the memory of a device runs out."""

from __future__ import annotations

import gc
from typing import Callable, Optional, TypeVar

import torch

from ..errors import DeviceMemoryError
from ..language import tr

T = TypeVar("T")

# How allocators say it that raise a plain RuntimeError: the processor's, Metal's and CUDA's driver;
# and oneDNN's, to whom nothing else happens with shapes that it computes every day.
_SIGNS = (
    "out of memory",
    "can't allocate memory",
    "not enough memory",
    "alloc_failed",
    "could not create a primitive",
)
_LONGEST_REASON = 200


def within_memory(
    action: Callable[[], T], device: torch.device, work: str, warn: Callable[[str], None]
) -> T:
    """What ``action`` gives; `DeviceMemoryError` if the memory of ``device`` runs out.

    On a graphics processor it is tried once more with all that was kept in reserve given back,
    and ``warn`` is told. Nothing else is changed: a tile is computed alone, so there is no batch to
    halve, and a smaller tile or fewer bits would give other pixels.
    """
    reason = ""
    try:
        return action()
    except (RuntimeError, MemoryError) as error:
        reason = shortage(error) or ""
        if not reason:
            raise
    # Not above: what the failed attempt had computed is held by its error until here.
    if device.type == "cpu":
        raise DeviceMemoryError(str(device), work, reason)
    give_back(device)
    try:
        result = action()
    except (RuntimeError, MemoryError) as error:
        if shortage(error) is None:
            raise
        raise DeviceMemoryError(str(device), work, reason) from error
    warn(
        tr(
            "Device '{device}' ran out of memory while {work}; what was kept in reserve "
            "was given back, and the work went on. Close other programs that use it if "
            "the job is slow."
        ).format(device=device, work=work)
    )
    return result


def shortage(error: BaseException) -> Optional[str]:
    """What an allocator said, if that is what the error is about."""
    lines = str(error).strip().splitlines() or [type(error).__name__]
    known = isinstance(error, (MemoryError, torch.cuda.OutOfMemoryError))
    if known or any(sign in str(error).lower() for sign in _SIGNS):
        return lines[0][:_LONGEST_REASON].rstrip(". ")
    return None


def give_back(device: torch.device) -> None:
    """Return to the device's driver what torch keeps for later."""
    gc.collect()
    if device.type == "cuda":
        torch.cuda.empty_cache()
    elif device.type == "mps":
        torch.mps.empty_cache()
