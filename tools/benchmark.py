"""Measures what a user waits for, and prints Markdown tables.

Throughput: the whole algorithm (plan, cascade, resampling, compression, file) against the bare last
network on the same tiles, with the same threads and dtype, in one process, taking turns, so that a
busy machine slows both. Memory: the peak of a child process for each size. Start-up: the parts that
a user pays before the first pixel. Worker: what it costs to compute in a process of its own.
"""

from __future__ import annotations

import argparse
import os
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from ..core import jobs
from ..core.engine import InProcessEngine
from ..core.package import ModelPackage
from ..core.progress import NULL_PROGRESS
from ..core.tiling import tiles_covering
from .benchmark_jobs import bundled, extent_job, last_stage, table, timed
from .benchmark_worker import overhead, preview
from .bootstrap import ROOT

_BOOTSTRAP = ROOT / "tools" / "bootstrap.py"
TABLES = ("throughput", "memory", "start-up", "worker", "preview")


def throughput(package: ModelPackage, size_px: int, rounds: int) -> str:
    """Table of both speeds, in Mpx/s: median and range over the rounds."""
    tile = package.card.stages[-1].tile
    size_px = max(tile, size_px // tile * tile)
    with tempfile.TemporaryDirectory() as folder:
        job = extent_job(package, size_px, Path(folder) / "whole.tif", seed=1)
        field = last_stage(package, InProcessEngine().open(package), job.seed)
        tiles = list(tiles_covering(job.rect, tile))
        controls = [field.read_control(one) for one in tiles]

        def bare() -> None:
            for one, control in zip(tiles, controls):
                field.compute_with(one, control)

        def whole() -> None:
            jobs.run(job, InProcessEngine(), NULL_PROGRESS)

        field.compute_with(tiles[0], controls[0])
        seconds: dict[str, list[float]] = {"bare network": [], "whole algorithm": []}
        for _ in range(rounds):
            seconds["bare network"].append(timed(bare))
            seconds["whole algorithm"].append(timed(whole))
    megapixels = size_px * size_px / 1e6
    rows = []
    for name, times in seconds.items():
        speeds = sorted(megapixels / value for value in times)
        middle = statistics.median(speeds)
        rows.append((name, f"{middle:.2f}", f"{speeds[0]:.2f} to {speeds[-1]:.2f}"))
    pairs = zip(seconds["bare network"], seconds["whole algorithm"])
    shares = [network / everything for network, everything in pairs]
    rows.append(("share of the bare network's speed", f"{statistics.median(shares):.0%}", ""))
    title = f"{size_px} x {size_px} px"
    return table((title, "median, Mpx/s", "range"), rows)


def memory(model_id: str, sizes: Sequence[int], threads: int) -> str:
    """Table of peak resident memory and time of a child process for each size."""
    rows = []
    for size in sizes:
        options = ["--model", model_id, "--threads", str(threads)]
        out = _child("benchmark", "--child-size", str(size), *options)
        peak_mib, before_mib, seconds = (float(word) for word in out.split()[-3:])
        rows.append((f"{size} x {size}", f"{peak_mib:.0f}", f"{before_mib:.0f}", f"{seconds:.1f}"))
    header = ("size, px", "peak MiB", "of it torch and the open model", "seconds")
    return table(header, rows)


def run_as_child(package: ModelPackage, size_px: int) -> None:
    """One job in this process; prints peak memory, that before the job, and seconds."""
    InProcessEngine().open(package).close()
    before = _peak_mib()
    with tempfile.TemporaryDirectory() as folder:
        job = extent_job(package, size_px, Path(folder) / "child.tif", seed=1)
        seconds = timed(lambda: jobs.run(job, InProcessEngine(), NULL_PROGRESS))
    print(_peak_mib(), before, seconds)


def start_up(model_id: str) -> str:
    """Table of the seconds before the first pixel; each the best of three fresh processes."""
    load = "from bootstrap import load_package; load_package();"
    scan = (
        "from terraloom.core.catalog import Catalog, bundled_folder;"
        "c = Catalog([bundled_folder()]); c.scan();"
    )
    opened = (
        "from terraloom.core.engine import InProcessEngine;"
        f"m = InProcessEngine().open(c.packages[{model_id!r}])"
    )
    started = (
        "import sys; from pathlib import Path;"
        "from terraloom.core.worker.client import WorkerEngine;"
        f"m = WorkerEngine(Path(sys.executable)).open(c.packages[{model_id!r}])"
    )
    steps = (
        ("Python", "pass"),
        ("+ import of core, models listed and checked", load + scan),
        ("+ import of torch", load + scan + "import torch"),
        ("+ model open", load + scan + opened),
        ("the same in a worker, from its start to its end", load + scan + started),
    )
    rows = []
    for name, code in steps:
        command = [sys.executable, "-c", code]
        rows.append((name, f"{min(_timed_process(command) for _ in range(3)):.2f}"))
    program = shutil.which("qgis_process.bin") or shutil.which("qgis_process")
    if program is not None:
        with tempfile.TemporaryDirectory() as empty:
            plain = {"QGIS_CUSTOM_CONFIG_PATH": empty}
            seconds = min(_timed_process([program, "list"], plain) for _ in range(3))
            rows.append(("qgis_process list, without the plugin", f"{seconds:.2f}"))
        ours = {"QGIS_CUSTOM_CONFIG_PATH": os.environ.get("TERRALOOM_PROFILE", "")}
        if ours["QGIS_CUSTOM_CONFIG_PATH"]:
            seconds = min(_timed_process([program, "list"], ours) for _ in range(3))
            rows.append(("qgis_process list, with the plugin", f"{seconds:.2f}"))
    return table(("start-up", "seconds"), rows)


def machine(package: ModelPackage) -> str:
    """One line on what ran."""
    import torch

    names = [platform.processor() or platform.machine()]
    information = Path("/proc/cpuinfo")
    if information.is_file():
        lines = information.read_text(encoding="utf-8", errors="replace").splitlines()
        found = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
        names = list(found)[:1] or names
    card = package.card
    devices = ", ".join(InProcessEngine().devices())
    return (
        f"{names[0]}, {os.cpu_count()} cores, {torch.get_num_threads()} threads; torch "
        f"{torch.__version__}; devices {devices}; model {card.id} {card.version}, "
        f"{card.native_pixel_sizes_m[0]:g} m."
    )


def _timed_process(command: Sequence[str], variables: dict[str, str] | None = None) -> float:
    changes = {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(_BOOTSTRAP.parent)}
    environment = {**os.environ, **changes, **(variables or {})}
    start = time.perf_counter()
    subprocess.run(command, env=environment, check=True, capture_output=True)
    return time.perf_counter() - start


def _child(*arguments: str) -> str:
    command = [sys.executable, str(_BOOTSTRAP), *arguments]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode != 0:
        raise SystemExit(f"{' '.join(arguments)} failed:\n{run.stderr}")
    return run.stdout


def _peak_mib() -> float:
    """Peak resident memory of this process since it was started.

    Not `ru_maxrss` where there is a choice: on Linux a child inherits its parent's at the start.
    """
    status = Path("/proc/self/status")
    if status.is_file():
        for line in status.read_text(encoding="ascii", errors="replace").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 2**10
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 2**20 if sys.platform == "darwin" else peak / 2**10


def _set_threads(count: int) -> None:
    if count > 0:
        import torch

        torch.set_num_threads(count)


def main(arguments: Sequence[str]) -> int:
    """Print every table."""
    parser = argparse.ArgumentParser(prog="tools/benchmark")
    parser.add_argument("--model", default="terrain")
    parser.add_argument("--size", type=int, default=2048, help="side for the throughput, pixels")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--sizes", type=int, nargs="*", default=[1024, 2048, 4096])
    parser.add_argument("--worker-size", type=int, default=8192)
    parser.add_argument("--worker-rounds", type=int, default=3)
    parser.add_argument("--only", nargs="*", choices=TABLES, default=TABLES)
    parser.add_argument("--threads", type=int, default=0, help="0: what torch chooses")
    parser.add_argument("--child-size", type=int, help=argparse.SUPPRESS)
    chosen = parser.parse_args(arguments)
    package = bundled(chosen.model)
    _set_threads(chosen.threads)
    if chosen.child_size:
        run_as_child(package, chosen.child_size)
        return 0
    print(machine(package) + "\n")
    tables: Mapping[str, Callable[[], str]] = {
        "throughput": lambda: throughput(package, chosen.size, chosen.rounds),
        "memory": lambda: memory(chosen.model, chosen.sizes, chosen.threads),
        "start-up": lambda: start_up(chosen.model),
        "worker": lambda: overhead(package, chosen.worker_size, chosen.worker_rounds),
        "preview": lambda: preview(package),
    }
    for name in chosen.only:
        print(tables[name](), flush=True)
    return 0
