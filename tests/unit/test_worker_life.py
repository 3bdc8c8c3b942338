"""A worker is shared, taken in turns, let go when idle, and never outlives what started it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch")  # to write a model folder; the workers here are without it
if not sys.platform.startswith("linux"):
    pytest.skip("needs /proc", allow_module_level=True)

from ...core.engine import TileRequest
from ...core.errors import Cancelled, EngineError, PackageError
from ...core.package import ModelPackage
from ...core.tiling import Rect
from ...core.worker import process, worker
from ...core.worker.client import WorkerEngine, close_workers
from ...core.worker.interpreters import environment_python
from ...core.worker.locks import in_use
from ...core.worker.managed import remove_managed
from ...core.worker.pins import Target
from ...core.worker.setup_errors import SetupError
from ...core.worker.stamps import Stamp, write_stamp
from ...core.worker.turns import Turns
from .tiny_terrain import tiny_detail
from .worker_processes import LIMITS, exists, pid_of, running, soon, stand_in

ROOT = Path(__file__).resolve().parents[2]
TILE = Rect(0, 64, 0, 64)


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> ModelPackage:
    return tiny_detail(tmp_path_factory.mktemp("models"))


@pytest.fixture(autouse=True)
def _no_worker_left() -> Iterator[None]:
    yield
    close_workers()


def tile(model, seed: int = 3, control: np.ndarray | None = None) -> np.ndarray:
    return model.compute(TileRequest("detail", TILE, seed, control))


def test_one_warm_worker_serves_all_engines_of_an_interpreter(
    package: ModelPackage, tmp_path: Path
) -> None:
    first = stand_in(tmp_path)
    second = WorkerEngine(first.python, limits=LIMITS)
    models = [first.open(package), second.open(package), second.open(package)]
    pid = pid_of(first)
    for seed, model in enumerate(models):
        assert (tile(model, seed) == seed).all()
        model.close()
    assert pid_of(second) == pid
    assert len(running(tmp_path)) == 1


def test_nothing_is_started_before_it_is_needed(tmp_path: Path) -> None:
    engine = stand_in(tmp_path)
    assert engine.problem() is None
    assert engine.worker.session is None


def test_it_says_what_it_is(tmp_path: Path) -> None:
    engine = stand_in(tmp_path)
    assert engine.devices() == ("cpu",)
    assert engine.versions() == {"torch": "0"}
    assert engine.start().plugin


def test_a_control_that_is_a_view_arrives(package: ModelPackage, tmp_path: Path) -> None:
    control = np.arange(128 * 64, dtype=np.float32).reshape(1, 128, 64)[:, ::-2]
    values = tile(stand_in(tmp_path).open(package), 3, control)
    assert np.array_equal(values[:1], control)


def test_two_jobs_at_once_take_turns(package: ModelPackage, tmp_path: Path) -> None:
    engine = stand_in(tmp_path)
    results: dict[int, list[bool]] = {}

    def job(seed: int) -> None:
        model = engine.open(package)
        results[seed] = [bool((tile(model, seed) == seed).all()) for _ in range(20)]
        model.close()

    threads = [threading.Thread(target=job, args=(seed,)) for seed in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == {seed: [True] * 20 for seed in range(3)}
    assert len(running(tmp_path)) == 1


def test_turns_are_passed_on_in_the_order_of_asking() -> None:
    turns, order = Turns(), []

    def wait(name: int) -> None:
        with turns.take(lambda: False):
            order.append(name)

    threads = [threading.Thread(target=wait, args=(name,)) for name in range(5)]
    with turns.take(lambda: False):
        for thread in threads:
            thread.start()
            time.sleep(0.02)
    for thread in threads:
        thread.join()
    assert order == [0, 1, 2, 3, 4]


def test_a_job_that_waits_for_its_turn_can_be_cancelled() -> None:
    turns = Turns()
    with turns.take(lambda: False), pytest.raises(Cancelled), turns.take(lambda: True):
        pass
    with turns.take(lambda: True):  # free at once: nothing to wait for
        pass


def test_an_idle_worker_is_let_go_and_open_models_do_not_notice(
    package: ModelPackage, tmp_path: Path
) -> None:
    engine = stand_in(tmp_path, limits=replace(LIMITS, idle_s=0.3))
    model = engine.open(package)
    for _ in range(4):  # at work, it stays
        time.sleep(0.15)
        tile(model)
    pid = pid_of(engine)
    assert soon(lambda: not exists(pid), 3.0)
    assert engine.worker.session is None
    assert (tile(model, 9) == 9).all()
    assert pid_of(engine) != pid


def test_a_worker_outlives_the_thread_that_first_needed_it(
    package: ModelPackage, tmp_path: Path
) -> None:
    """Linux's signal at the end of a parent goes by threads; QGIS's tasks run in a pool of them."""
    engine = stand_in(tmp_path)
    thread = threading.Thread(target=engine.start)
    thread.start()
    thread.join()
    pid = pid_of(engine)
    time.sleep(0.3)
    assert pid_of(engine) == pid
    assert (tile(engine.open(package)) == 3).all()


def test_the_model_files_must_be_those_that_were_listed(tmp_path: Path) -> None:
    package = tiny_detail(tmp_path / "models")
    engine = WorkerEngine(Path(sys.executable))
    weights = package.weights_path("detail")
    weights.write_bytes(weights.read_bytes()[:-4] + b"\0\0\0\0")
    with pytest.raises(PackageError, match="SHA-256"):
        engine.open(package)


def test_the_plugins_folder_may_have_any_name(
    package: ModelPackage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plugin = tmp_path / "terra loom-0.1.é"
    for name in ("core", "tests"):
        ignored = shutil.ignore_patterns("__pycache__", "training", "data")
        shutil.copytree(ROOT / name, plugin / name, ignore=ignored)
    shutil.copy(ROOT / "metadata.txt", plugin)
    monkeypatch.setattr(process, "SCRIPT", plugin / "core" / "worker" / "main.py")
    assert (tile(stand_in(tmp_path / "a b").open(package)) == 3).all()


def test_the_child_sees_nothing_of_the_environment_of_qgis(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hidden = ("PYTHONPATH", "PYTHONHOME", "PROJ_LIB", "GDAL_DATA", "QT_PLUGIN_PATH", "LD_PRELOAD")
    for name in hidden:
        monkeypatch.setenv(name, "spoilt")
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "1")
    engine = stand_in(tmp_path)
    engine = WorkerEngine(engine.python, environment={"MINE": "é"}, limits=LIMITS)
    engine.start()
    block = Path(f"/proc/{pid_of(engine)}/environ").read_bytes().split(b"\0")
    seen = dict(entry.decode().partition("=")[::2] for entry in block if entry)
    assert not set(hidden) & set(seen)
    assert seen["OMP_WAIT_POLICY"] == "PASSIVE"
    assert seen["CUDA_VISIBLE_DEVICES"] == "1"
    assert seen["MINE"] == "é"
    assert seen["PYTHONUTF8"] == "1"


def test_no_window_removes_the_environment_of_a_running_worker(
    package: ModelPackage, tmp_path: Path
) -> None:
    place = tmp_path / "place"
    folder = place / "py311-cpu-1"
    script = stand_in(tmp_path).python
    python = Path(environment_python(str(folder)))
    python.parent.mkdir(parents=True)
    script.rename(python)
    engine = WorkerEngine(python, limits=replace(LIMITS, idle_s=1.0))
    engine.start()
    assert not in_use(folder)  # anybody's own environment is left alone
    engine.close()

    target = Target(sys.version_info[:2], "linux", "x86_64")
    write_stamp(folder, Stamp(target, "cpu", (), sys.executable, (3, 11, 2), "0"))
    model = engine.open(package)
    with pytest.raises(SetupError, match="is in use by a QGIS window"):
        remove_managed(place)
    assert (tile(model) == 3).all()
    pid = pid_of(engine)
    os.kill(pid, signal.SIGKILL)
    assert soon(lambda: not exists(pid))
    with pytest.raises(SetupError, match="is in use"):  # the job goes on with a new one
        remove_managed(place)
    assert (tile(model) == 3).all()
    assert soon(lambda: not in_use(folder))  # let go when idle
    remove_managed(place)
    assert not folder.exists()
    with pytest.raises(EngineError, match="cannot be started"):
        tile(model)


def test_a_job_goes_on_where_it_is_when_another_home_is_chosen(
    package: ModelPackage, tmp_path: Path
) -> None:
    engine = stand_in(tmp_path, "takes its time")
    model = engine.open(package)
    pid = pid_of(engine)
    timer = threading.Timer(0.2, engine.choose_anew)
    timer.start()
    assert (tile(model) == 3).all()
    timer.join()
    engine.choose_anew()  # between two tiles
    assert (tile(model, 4) == 4).all()
    assert pid_of(engine) == pid


def test_a_worker_without_a_job_ends_when_another_home_is_chosen(
    package: ModelPackage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = stand_in(tmp_path)
    engine.examine_devices()
    engine.choose_anew()
    assert running(tmp_path) == []

    model = engine.open(package)
    monkeypatch.setattr(worker, "BUSY_S", 0.0)  # as for a preview that nobody moves
    engine.choose_anew()
    assert running(tmp_path) == []
    assert (tile(model) == 3).all()


def test_no_name_of_the_shared_files_is_left_while_it_runs(
    package: ModelPackage, tmp_path: Path
) -> None:
    engine = stand_in(tmp_path)
    engine.open(package)
    session = engine.worker.session
    assert session is not None
    assert not session.arrays.path.exists()


PARENT = """
import os, runpy, sys, threading, time
sys.path.insert(0, {tools!r})
from bootstrap import load_package
load_package()
from pathlib import Path
from terraloom.core.engine import TileRequest
from terraloom.core.package import load_package
from terraloom.core.tiling import Rect
from terraloom.core.worker.client import WorkerEngine
engine = WorkerEngine(Path({python!r}))
model = engine.open(load_package({package!r}))
print(engine.worker.session.process.pid, flush=True)
{then}
"""
WORK = """
work = lambda: model.compute(TileRequest("detail", Rect(0, 64, 0, 64), 3))
threading.Thread(target=work, daemon=True).start()
time.sleep(60)
"""


def parent(package: ModelPackage, folder: Path, fault: str, then: str) -> tuple:
    code = PARENT.format(
        tools=str(ROOT / "tools"),
        python=str(stand_in(folder, fault).python),
        package=str(package.folder),
        then=then,
    )
    started = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    return started, int(started.stdout.readline())


@pytest.mark.parametrize("fault", ["none", "deaf to a cancel", "stopped in a tile"])
def test_a_worker_ends_when_qgis_crashes(package: ModelPackage, tmp_path: Path, fault: str) -> None:
    started, pid = parent(package, tmp_path, fault, "time.sleep(60)" if fault == "none" else WORK)
    time.sleep(0.3)
    os.kill(started.pid, signal.SIGKILL)
    started.wait()
    assert soon(lambda: not running(tmp_path), 3.0)
    started.stdout.close()


@pytest.mark.parametrize("then", ["", "sys.exit(3)", "os._exit(3)", "raise SystemExit"])
def test_a_worker_ends_when_qgis_does(package: ModelPackage, tmp_path: Path, then: str) -> None:
    started, pid = parent(package, tmp_path, "none", then)
    started.wait(10)
    assert soon(lambda: not running(tmp_path), 3.0)
    started.stdout.close()


def test_a_worker_ends_with_its_input_even_without_help_of_the_system(tmp_path: Path) -> None:
    python = stand_in(tmp_path).python
    started = subprocess.Popen(
        [str(python), "-s", str(process.SCRIPT)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    time.sleep(0.5)
    started.stdin.close()
    assert started.wait(5) == 0
    started.stdout.close()
