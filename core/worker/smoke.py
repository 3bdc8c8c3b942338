"""Computes a convolution on each device and tells, as JSON on the last line, what came of it.

Runs alone in the interpreter that is tested; :func:`examined` also serves the worker. Names of
devices as arguments restrict it to these.
"""

from __future__ import annotations

import ctypes
import json
import os
import platform
import sys
from collections.abc import Mapping, Sequence
from typing import Any

_SIDE = 32
_PROCESSOR_FILE, _MEMORY_FILE = "/proc/cpuinfo", "/proc/meminfo"

Facts = Mapping[str, Any]


def report(names: Sequence[str] = ()) -> dict[str, object]:
    """Versions, and for each device the fields of `core.device.Device`."""
    import numpy
    import safetensors
    import torch

    _check_safetensors()
    return {
        "versions": {
            "python": platform.python_version(),
            "torch": str(torch.__version__),
            "numpy": str(numpy.__version__),
            "safetensors": str(safetensors.__version__),
        },
        "devices": [examined(name) for name in device_names() if not names or name in names],
    }


def device_names() -> list[str]:
    """Names of the devices that torch lists, fastest first; ``cpu`` is always among them."""
    import torch

    names = [f"cuda:{index}" for index in range(torch.cuda.device_count())]
    mps = getattr(torch.backends, "mps", None)
    if mps is not None and mps.is_available():
        names.append("mps")
    return [*names, "cpu"]


def examined(name: str) -> dict[str, Any]:
    """The facts of one device, after a computation on it."""
    problem = device_problem(name)  # first, as a broken driver may tell nothing else either
    try:
        facts = _facts(name)
    except (RuntimeError, OSError, AssertionError) as error:
        facts, problem = {"title": name}, problem or _first_line(error)
    return {"name": name, **facts, "problem": problem}


def device_problem(name: str) -> str:
    """Why the device cannot compute, in the words of its driver; empty where it can."""
    import torch

    try:
        device = torch.device(name)
        values = torch.arange(_SIDE * _SIDE, dtype=torch.float32).reshape(1, 1, _SIDE, _SIDE)
        weights = torch.ones(1, 1, 3, 3)
        found = torch.nn.functional.conv2d(values.to(device), weights.to(device)).cpu()
    except (RuntimeError, OSError, NotImplementedError, AssertionError) as error:
        return _first_line(error)
    # Nine times the middle value, as the values rise evenly. Fast algorithms may round a little.
    expected = 9.0 * values[:, :, 1:-1, 1:-1]
    if not bool(torch.allclose(found, expected, rtol=1e-3, atol=0.1)):
        return "It computes wrong numbers: the result of a convolution is not what it must be."
    return ""


def _facts(name: str) -> Facts:
    if name.startswith("cuda"):
        return _cuda_facts(int(name.partition(":")[2]))
    if name == "mps":
        return {"title": "Apple GPU (Metal)", **_mps_memory()}
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    total, free = _system_memory()
    return {
        "title": _processor_name(),
        "memory_bytes": total,
        "free_bytes": free,
        "cores": cores or 0,
    }


def _cuda_facts(index: int) -> Facts:
    import torch

    card = torch.cuda.get_device_properties(index)
    facts: dict[str, Any] = {
        "title": str(card.name),
        "memory_bytes": int(card.total_memory),
        "cores": int(card.multi_processor_count),
        "capability": f"{card.major}.{card.minor}",
    }
    try:
        facts["free_bytes"] = int(torch.cuda.mem_get_info(index)[0])
    except RuntimeError:
        return facts
    return facts


def _mps_memory() -> Facts:
    """What the system lets the graphics processor use of the computer's memory."""
    import torch

    limit = getattr(torch.mps, "recommended_max_memory", None)
    used = getattr(torch.mps, "driver_allocated_memory", None)
    if limit is None or used is None:
        return {}
    total = int(limit())
    return {"memory_bytes": total, "free_bytes": max(total - int(used()), 0)}


def _processor_name() -> str:
    name = _field(_PROCESSOR_FILE, "model name")
    return name or platform.processor() or platform.machine()


def _system_memory() -> tuple[int, int]:
    """Bytes of memory in all, and those to be had."""
    if sys.platform == "win32":
        return _windows_memory()
    try:
        total = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (OSError, ValueError):
        total = 0
    available = _field(_MEMORY_FILE, "MemAvailable").split()
    return total, int(available[0]) * 1024 if available and available[0].isdigit() else 0


def _windows_memory() -> tuple[int, int]:
    """MEMORYSTATUSEX of the Windows API: two numbers of 32 bits, then seven of 64."""
    if sys.platform != "win32":
        return 0, 0
    status = (ctypes.c_uint64 * 8)(64)
    if not ctypes.windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(status)):
        return 0, 0
    return int(status[1]), int(status[2])


def _field(path: str, name: str) -> str:
    """The value of the first line ``name: value`` of a system file; empty where there is none."""
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            for line in file:
                key, _, value = line.partition(":")
                if key.strip() == name:
                    return value.strip()
    except OSError:
        return ""
    return ""


def _first_line(error: Exception) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0]


def _check_safetensors() -> None:
    import torch
    from safetensors.torch import load, save

    weights = torch.arange(6, dtype=torch.float32).reshape(2, 3)
    if not torch.equal(load(save({"weights": weights}))["weights"], weights):
        raise RuntimeError("safetensors does not give back the weights it was given.")


if __name__ == "__main__":
    sys.stdout.write(json.dumps(report(sys.argv[1:])) + "\n")
