"""Whatever happens to the worker: one clear error, no process left, and the next job is fine."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch")
if not sys.platform.startswith("linux"):
    pytest.skip("needs /proc", allow_module_level=True)

from ...core.device import Device
from ...core.engine import TileRequest
from ...core.errors import Cancelled, DeviceError, EngineError, TerraloomError
from ...core.package import ModelPackage
from ...core.tiling import Rect
from ...core.worker.client import WorkerEngine, close_workers
from ...core.worker.worker import Patience
from ...core.worker.worker_errors import WorkerError
from .tiny_terrain import tiny_detail
from .worker_processes import LIMITS, exists, pid_of, running, soon, stand_in

TILE = Rect(64, 128, -64, 0)


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> ModelPackage:
    return tiny_detail(tmp_path_factory.mktemp("models"))


@pytest.fixture(autouse=True)
def _no_worker_left() -> Iterator[None]:
    yield
    close_workers()


def job(engine: WorkerEngine, package: ModelPackage, seed: int = 3) -> np.ndarray:
    model = engine.open(package, "auto")
    try:
        return model.compute(TileRequest("detail", TILE, seed))
    finally:
        model.close()


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        ("ends while it starts", "ended with exit code 3 while starting.*'DLL load failed'"),
        ("hangs while it starts", "no sign of life for 4 s while starting"),
        ("garbage for a greeting", "did not answer in its protocol while starting"),
        ("other protocol", "protocol 99 of Terraloom .* Restart QGIS"),
        ("no torch", "cannot run models: It has no package 'torch'.* in Terraloom's options"),
        ("killed while a model loads", r"killed \(signal 9, SIGKILL\) while loading model"),
        ("ends while a model loads", "exit code 7 while loading model 'terrain_detail'"),
        ("stopped while a model loads", "no sign of life for 1 s while loading"),
        ("killed in a tile", r"\(signal 9, SIGKILL\) while computing a tile.*memory ran out"),
        ("crashed in a tile", r"crashed \(signal 11, SIGSEGV\).*'driver: something is rotten'"),
        ("stopped in a tile", "no sign of life for 1 s while computing a tile"),
        ("hangs in a tile", "got no further for 1.5 s while computing.*'cpu'"),
        ("out of memory", "ran out of memory .*Close other programs"),
        ("short of memory", r"^Device 'cuda:0' ran out of memory .*allocate 2.00 GiB.*'cpu'"),
        ("garbage for a tile", "did not answer in its protocol while computing"),
        ("wrong answer", "did not answer in its protocol while computing"),
        ("closes its streams", "closed its connection while computing"),
        ("unforeseen", r"ZeroDivisionError: no such luck.*report"),
    ],
)
def test_each_failure_is_one_clear_error_and_the_next_job_is_fine(
    fault: str, message: str, package: ModelPackage, tmp_path: Path
) -> None:
    limits = replace(
        LIMITS, start=Patience(4.0, 20.0), open=Patience(1.0, 20.0), compute=Patience(1.0, 1.5)
    )
    engine = stand_in(tmp_path, fault, limits)
    began = time.monotonic()
    with pytest.raises(EngineError, match=message) as caught:
        job(engine, package)
    assert time.monotonic() - began < 10.0
    assert isinstance(caught.value, WorkerError)
    assert "\n" not in str(caught.value)
    assert running(tmp_path) == []
    assert (tmp_path / "struck").exists()
    values = job(engine, package, 5)
    assert (values == 5).all()
    engine.close()
    assert running(tmp_path) == []


def test_the_error_has_the_facts_for_a_report(package: ModelPackage, tmp_path: Path) -> None:
    engine = stand_in(tmp_path, "crashed in a tile")
    with pytest.raises(WorkerError) as caught:
        job(engine, package)
    assert caught.value.exit_code == -11
    assert caught.value.lines == ("driver: something is rotten",)
    assert list(engine.last_lines()) == ["driver: something is rotten"]


def test_a_wrong_device_is_an_error_and_the_worker_stays(
    package: ModelPackage, tmp_path: Path
) -> None:
    engine = stand_in(tmp_path, "no such device")
    engine.start()
    pid = pid_of(engine)
    with pytest.raises(DeviceError, match="Device 'cuda:9': This computer has: cpu."):
        job(engine, package)
    assert (job(engine, package) == 3).all()
    assert pid_of(engine) == pid


@pytest.mark.parametrize("fault", ["prints", "talks in between"])
def test_what_libraries_print_does_not_harm_the_answers(
    fault: str, package: ModelPackage, tmp_path: Path
) -> None:
    engine = stand_in(tmp_path, fault)
    assert (job(engine, package) == 3).all()
    assert soon(lambda: len(engine.last_lines()) >= 1)


def test_a_driver_that_ends_the_worker_is_told_and_the_devices_can_be_asked_again(
    tmp_path: Path,
) -> None:
    engine = stand_in(tmp_path, "dies with its driver")
    with pytest.raises(WorkerError, match="SIGKILL.* while testing the devices"):
        engine.examine_devices()
    card, cpu = engine.examine_devices()
    assert card == Device("cuda:0", "T400", 2**31, 2**30, 6, "7.5", "no kernel image")
    assert (card.works, cpu.works, cpu.title) == (False, True, "Prozeßor")


def test_an_interpreter_that_is_not_there_is_named(package: ModelPackage, tmp_path: Path) -> None:
    engine = WorkerEngine(tmp_path / "nowhere")
    problem = engine.problem()
    assert problem is not None
    assert "nowhere' cannot be started: There is no such file" in problem
    with pytest.raises(EngineError, match="nowhere' cannot be started: No such file"):
        job(engine, package)


def test_a_file_that_cannot_be_run_is_named(package: ModelPackage, tmp_path: Path) -> None:
    (tmp_path / "python").write_text("no program")
    with pytest.raises(EngineError, match="cannot be started: Permission denied"):
        job(WorkerEngine(tmp_path / "python"), package)


def test_an_interpreter_without_torch_is_a_problem_until_it_is_set_up(
    package: ModelPackage, tmp_path: Path
) -> None:
    engine = stand_in(tmp_path, "no torch")
    assert engine.problem() is None
    with pytest.raises(EngineError) as caught:
        engine.devices()
    assert engine.problem() == str(caught.value)
    engine.close()
    assert engine.problem() is None
    assert engine.devices() == ("cpu",)


def test_a_worker_that_dies_while_idle_is_replaced_without_a_word(
    package: ModelPackage, tmp_path: Path
) -> None:
    engine = stand_in(tmp_path)
    model = engine.open(package)
    first = pid_of(engine)
    os.kill(first, 9)
    assert soon(lambda: not exists(first))
    assert (model.compute(TileRequest("detail", TILE, 4)) == 4).all()
    assert pid_of(engine) != first


def _cancel_after(seconds: float) -> threading.Event:
    event = threading.Event()
    timer = threading.Timer(seconds, event.set)
    timer.daemon = True
    timer.start()
    return event


def test_a_cancel_stops_a_tile_and_keeps_the_worker(package: ModelPackage, tmp_path: Path) -> None:
    engine = stand_in(tmp_path, "slow tile")
    engine.start()
    pid = pid_of(engine)
    event = _cancel_after(0.3)
    model = engine.open(package, "cpu", event.is_set)
    began = time.monotonic()
    with pytest.raises(Cancelled):
        model.compute(TileRequest("detail", TILE, 3))
    assert time.monotonic() - began < 1.5
    assert (job(engine, package) == 3).all()
    assert pid_of(engine) == pid


@pytest.mark.parametrize("fault", ["deaf to a cancel", "stopped in a tile"])
def test_a_worker_that_does_not_hear_a_cancel_is_killed_within_two_seconds(
    fault: str, package: ModelPackage, tmp_path: Path
) -> None:
    engine = stand_in(tmp_path, fault, replace(LIMITS, compute=Patience(30.0, 30.0)))
    event = threading.Event()
    model = engine.open(package, "cpu", event.is_set)
    event.set()
    began = time.monotonic()
    with pytest.raises(Cancelled):
        model.compute(TileRequest("detail", TILE, 3))
    assert time.monotonic() - began < 2.0
    assert running(tmp_path) == []


def test_a_cancel_is_heard_while_the_worker_starts(package: ModelPackage, tmp_path: Path) -> None:
    engine = stand_in(tmp_path, "hangs while it starts")
    event = _cancel_after(0.2)
    began = time.monotonic()
    with pytest.raises(Cancelled):
        engine.open(package, "cpu", event.is_set)
    assert time.monotonic() - began < 2.2
    assert running(tmp_path) == []


def test_a_worker_whose_job_was_cancelled_while_it_started_serves_the_next(
    package: ModelPackage, tmp_path: Path
) -> None:
    engine = stand_in(tmp_path, "starts slowly")
    event = _cancel_after(0.8)
    began = time.monotonic()
    with pytest.raises(Cancelled):
        engine.open(package, "cpu", event.is_set)
    assert time.monotonic() - began < 1.8
    pid = pid_of(engine)
    assert (job(engine, package) == 3).all()
    session = engine.worker.session
    assert session is not None
    assert session.process.pid == pid
    assert not session.arrays.path.exists()
    assert engine.versions() == {"torch": "0"}


def test_an_engine_that_is_closed_for_other_settings_tells_its_job_and_can_be_used_again(
    package: ModelPackage, tmp_path: Path
) -> None:
    engine = stand_in(tmp_path, "slow tile", replace(LIMITS, compute=Patience(30.0, 30.0)))
    model = engine.open(package)
    timer = threading.Timer(0.3, engine.close)
    timer.start()
    with pytest.raises(WorkerError, match="was closed, .* other settings") as caught:
        model.compute(TileRequest("detail", TILE, 3))
    assert "memory" not in str(caught.value)
    assert running(tmp_path) == []
    assert (job(engine, package) == 3).all()


def test_closing_ends_a_worker_at_work_and_its_job_hears_why(
    package: ModelPackage, tmp_path: Path
) -> None:
    engine = stand_in(tmp_path, "deaf to a cancel", replace(LIMITS, compute=Patience(30.0, 30.0)))
    model = engine.open(package)
    timer = threading.Timer(0.3, close_workers)
    timer.start()
    with pytest.raises(TerraloomError, match="was closed, with the plugin"):
        model.compute(TileRequest("detail", TILE, 3))
    with pytest.raises(TerraloomError, match="was closed, with the plugin"):
        model.compute(TileRequest("detail", TILE, 3))
    assert running(tmp_path) == []
