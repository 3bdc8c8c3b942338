"""Computes a convolution on each device and tells, as JSON on the last line, what came of it.

Runs alone in the interpreter that is tested; :func:`devices` also serves the worker. Names of
devices as arguments restrict it to these.
"""

from __future__ import annotations

import json
import platform
import sys
from collections.abc import Sequence

_SIDE = 32


def report(names: Sequence[str] = ()) -> dict[str, object]:
    """Versions, and for each device its title, memory in bytes and problem (empty: it works)."""
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
        "devices": [
            {"name": name, "title": title, "memory": memory, "problem": device_problem(name)}
            for name, title, memory in devices()
            if not names or name in names
        ],
    }


def devices() -> list[tuple[str, str, int]]:
    """Name, title and memory in bytes (0: unknown) of each device, fastest first."""
    import torch

    found = []
    for index in range(torch.cuda.device_count()):
        facts = torch.cuda.get_device_properties(index)
        found.append((f"cuda:{index}", str(facts.name), int(facts.total_memory)))
    mps = getattr(torch.backends, "mps", None)
    if mps is not None and mps.is_available():
        found.append(("mps", "Apple GPU (Metal)", 0))
    return [*found, ("cpu", platform.processor() or platform.machine(), 0)]


def device_problem(name: str) -> str:
    """Why the device cannot compute, in the words of its driver; empty where it can."""
    import torch

    try:
        device = torch.device(name)
        values = torch.arange(_SIDE * _SIDE, dtype=torch.float32).reshape(1, 1, _SIDE, _SIDE)
        weights = torch.ones(1, 1, 3, 3)
        found = torch.nn.functional.conv2d(values.to(device), weights.to(device)).cpu()
    except (RuntimeError, OSError, NotImplementedError) as error:
        return (str(error).strip() or type(error).__name__).splitlines()[0]
    # Nine times the middle value, as the values rise evenly. Fast algorithms may round a little.
    expected = 9.0 * values[:, :, 1:-1, 1:-1]
    if not bool(torch.allclose(found, expected, rtol=1e-3, atol=0.1)):
        return "It computes wrong numbers: the result of a convolution is not what it must be."
    return ""


def _check_safetensors() -> None:
    import torch
    from safetensors.torch import load, save

    weights = torch.arange(6, dtype=torch.float32).reshape(2, 3)
    if not torch.equal(load(save({"weights": weights}))["weights"], weights):
        raise RuntimeError("safetensors does not give back the weights it was given.")


if __name__ == "__main__":
    sys.stdout.write(json.dumps(report(sys.argv[1:])) + "\n")
