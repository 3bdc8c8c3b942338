"""What the worker costs: the same work in it and in this process, taking turns in one run."""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from ..core import jobs
from ..core.engine import Engine, InProcessEngine, TileModel
from ..core.package import ModelPackage
from ..core.progress import NULL_PROGRESS
from ..core.worker.client import WorkerEngine
from .benchmark_jobs import extent_job, last_stage, place, table, timed

# What a preview asks for at once, in pixels; the other is the model's own tile.
VIEW_TILE_PX = 256
PREVIEW_ROUNDS = 15


def worker_engine() -> WorkerEngine:
    """A worker in this interpreter, with as many threads as torch has in this process."""
    import torch

    threads = str(torch.get_num_threads())
    return WorkerEngine(Path(sys.executable), environment={"OMP_NUM_THREADS": threads})


def overhead(package: ModelPackage, size_px: int, rounds: int) -> str:
    """Table of whole jobs, `size_px` squared: seconds, and the ratio of each pair.

    By the clock, and of processors: other programs of the computer disturb these less.
    """
    seconds: dict[str, list[float]] = {"in process": [], "worker": []}
    spent: dict[str, list[float]] = {"in process": [], "worker": []}
    worker = worker_engine()
    engines: Mapping[str, Engine] = {"in process": InProcessEngine(), "worker": worker}
    with tempfile.TemporaryDirectory() as folder:
        for engine in engines.values():  # warm: loaded, and its first tile computed
            jobs.run(extent_job(package, 1024, Path(folder) / "a.tif", 1), engine, NULL_PROGRESS)
        files: dict[str, bytes] = {}
        for number in range(rounds):
            # The order alternates: what comes second may find warmer or hotter hardware.
            for name in sorted(engines, reverse=bool(number % 2)):
                output = Path(folder) / "whole.tif"
                job = extent_job(package, size_px, output, seed=number)
                run = _running(job, engines[name])
                before = _processor_seconds(worker)
                seconds[name].append(timed(run))
                spent[name].append(_processor_seconds(worker) - before)
                files[name] = output.read_bytes()
            if files["worker"] != files["in process"]:
                raise SystemExit("The worker's file is not that of the job in process.")
    worker.close()
    rows = []
    for clock, measured in (("", seconds), (", of processors", spent)):
        ratios = [there / here for here, there in zip(measured["in process"], measured["worker"])]
        rows += [_row(name + clock, values, "s") for name, values in measured.items()]
        rows.append(_row(f"worker / in process{clock}", ratios, ""))
    return table((f"{size_px} x {size_px} px, identical files", "median", "range"), rows)


def preview(package: ModelPackage) -> str:
    """Table of single tiles from the warm worker, against the bare forward pass of the network."""
    engine = worker_engine()
    there, here = engine.open(package), InProcessEngine().open(package)
    rows = []
    for side in (VIEW_TILE_PX, package.card.stages[-1].tile):
        actions = _tile_actions(package, here, there, side)
        seconds: dict[str, list[float]] = {name: [] for name in actions}
        for _ in range(PREVIEW_ROUNDS):
            for name, action in actions.items():
                seconds[name].append(timed(action))
        rows += [_row(f"{side} px: {name}", values, "s") for name, values in seconds.items()]
        pairs = zip(seconds["bare forward pass"], seconds["tile from the worker"])
        ratios = [tile / bare for bare, tile in pairs]
        rows.append(_row(f"{side} px: worker / bare forward pass", ratios, ""))
    engine.close()
    return table(("preview tile", "median", "range"), rows)


def _running(job: jobs.ExtentJob, engine: Engine) -> Callable[[], object]:
    return lambda: jobs.run(job, engine, NULL_PROGRESS)


def _processor_seconds(engine: WorkerEngine) -> float:
    """What this process and the worker have used of all processors."""
    session = engine.worker.session
    total = time.process_time()
    if session is not None and Path("/proc/self/stat").is_file():
        words = Path(f"/proc/{session.process.pid}/stat").read_text(encoding="ascii")
        user, system = words.rpartition(")")[2].split()[11:13]
        total += (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")
    return total


def _tile_actions(
    package: ModelPackage, here: TileModel, there: TileModel, side: int
) -> Mapping[str, Callable[[], object]]:
    """The coarser stages are computed before: a preview's tiles share them."""
    rect = place(package, side)
    fields = [last_stage(package, model, seed=1) for model in (here, there)]
    control = fields[0].read_control(rect)
    return {
        "bare forward pass": _forward_pass(lambda: fields[0].compute_with(rect, control)),
        "tile in process": lambda: fields[0].compute_with(rect, control),
        "tile from the worker": lambda: fields[1].compute_with(rect, control),
    }


def _forward_pass(compute: Callable[[], object]) -> Callable[[], object]:
    """The network alone, with the inputs that it has within ``compute``."""
    import torch
    from torch.nn.modules.module import register_module_forward_pre_hook

    from ..core.nets.wag import WorldAnchoredGenerator

    calls: list[tuple[Any, Any]] = []

    def note(module: Any, inputs: Any) -> None:
        if isinstance(module, WorldAnchoredGenerator):
            calls.append((module, inputs))

    handle = register_module_forward_pre_hook(note)
    compute()
    handle.remove()
    network, inputs = calls[-1]

    def forward() -> None:
        with torch.inference_mode():
            network(*inputs)

    return forward


def _row(name: str, values: Sequence[float], unit: str) -> tuple[str, str, str]:
    ordered = sorted(values)
    middle = f"{statistics.median(ordered):.3f} {unit}".strip()
    return name, middle, f"{ordered[0]:.3f} to {ordered[-1]:.3f}"
