"""Which devices torch can compute on, and how it must be set so that results repeat."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Sequence
from functools import lru_cache

import torch

from ..errors import DeviceError

_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD = -1, -3
_KEPT_BYTES = 1 << 30


def available_devices() -> Sequence[str]:
    """Device names, fastest first; ``cpu`` is always among them."""
    names = [f"cuda:{index}" for index in range(torch.cuda.device_count())]
    mps = getattr(torch.backends, "mps", None)
    if mps is not None and mps.is_available():
        names.append("mps")
    return [*names, "cpu"]


def check_device(name: str) -> torch.device:
    """The torch device of that name; ``auto`` is the first of :func:`available_devices`."""
    available = available_devices()
    wanted = available[0] if name == "auto" else name
    if wanted == "cuda":
        wanted = "cuda:0"
    if wanted not in available:
        reason = f"This computer has: {', '.join(available)}. Choose one of these, or 'auto'."
        raise DeviceError(name, reason)
    _set_up()
    return torch.device(wanted)


@lru_cache(maxsize=1)
def _set_up() -> None:
    """Repeatable kernels; and large buffers that are kept, not mapped anew at each operation."""
    torch.backends.cudnn.benchmark = False
    torch.backends.cudnn.deterministic = True
    torch.backends.cudnn.allow_tf32 = False
    torch.backends.cuda.matmul.allow_tf32 = False
    if sys.platform.startswith("linux"):
        try:
            libc = ctypes.CDLL("libc.so.6")
            libc.mallopt(_M_MMAP_THRESHOLD, _KEPT_BYTES)
            libc.mallopt(_M_TRIM_THRESHOLD, _KEPT_BYTES)
        except (OSError, AttributeError):
            return  # another C library: only slower
