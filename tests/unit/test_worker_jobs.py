"""Whole jobs through a worker: the same files as in process, and nothing half-written."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("torch")
pytest.importorskip("osgeo.gdal")

from ...core import jobs
from ...core.engine import InProcessEngine
from ...core.errors import Cancelled, EngineError
from ...core.grid import WorldGrid
from ...core.jobs import ExtentJob
from ...core.package import ModelPackage
from ...core.progress import NULL_PROGRESS, NullProgress
from ...core.raster.crs import describe_crs
from ...core.tiling import Rect
from ...core.worker.client import WorkerEngine, close_workers
from ...core.worker.worker import Patience
from .tiny_terrain import tiny_terrain
from .worker_processes import LIMITS, running, stand_in

ENGINE = WorkerEngine(Path(sys.executable))


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModelPackage]:
    yield tiny_terrain(tmp_path_factory.mktemp("models"))
    close_workers()


def job(package: ModelPackage, output: Path, size: int = 100) -> ExtentJob:
    grid = WorldGrid(describe_crs("EPSG:32632"), 30.0)
    return ExtentJob(package, grid, Rect(-30, size, -20, size), 7, {}, output, "cpu")


def test_the_file_is_that_of_the_engine_in_process(package: ModelPackage, tmp_path: Path) -> None:
    there, here = tmp_path / "ünder there.tif", tmp_path / "here.tif"
    jobs.run(job(package, there), ENGINE, NULL_PROGRESS)
    jobs.run(job(package, here), InProcessEngine(), NULL_PROGRESS)
    assert there.read_bytes() == here.read_bytes()


class Warned(NullProgress):
    def __init__(self) -> None:
        self.said: list[tuple[str, int]] = []

    def warn(self, message: str) -> None:
        self.said.append((message, threading.get_ident()))


@pytest.mark.skipif(os.name != "posix", reason="needs signals")
def test_what_the_worker_warns_of_is_told_in_the_thread_of_the_job(
    package: ModelPackage, tmp_path: Path
) -> None:
    progress = Warned()
    jobs.run(job(package, tmp_path / "a.tif"), stand_in(tmp_path / "bin", "warns"), progress)
    warned = [one for one in progress.said if "cuda:0" in one[0]]
    assert warned == [("Device 'cuda:0' is not used.", threading.get_ident())]


class CancelledSoon(NullProgress):
    """Cancelled half a second after it was made."""

    def __init__(self) -> None:
        self.at = time.monotonic() + 0.5

    def cancelled(self) -> bool:
        return time.monotonic() > self.at


# The job has 17 tiles: four of the continent, four of the relief, nine that are written.
POINTS = [
    ("killed while it starts", r"killed \(signal 9, SIGKILL\) while starting"),
    ("stopped while a model loads", "no sign of life for 1 s while loading model"),
    ("killed in a tile @ 1", r"\(signal 9, SIGKILL\) while computing a tile.*memory ran out"),
    ("garbage for a tile @ 4", "did not answer in its protocol while computing a tile"),
    ("out of memory @ 5", "ran out of memory .*Close other programs"),
    ("stopped in a tile @ 8", "no sign of life for 1 s while computing a tile"),
    ("hangs in a tile @ 9", "got no further for 1.5 s while computing a tile"),
    ("out of memory @ 12", "ran out of memory .*Close other programs"),
    ("killed in an answer @ 14", r"\(signal 9, SIGKILL\) while computing a tile"),
    ("killed in a tile @ 17", r"\(signal 9, SIGKILL\) while computing a tile"),
]


@pytest.mark.skipif(os.name != "posix", reason="needs signals")
@pytest.mark.parametrize(("fault", "message"), POINTS)
def test_a_job_whose_worker_fails_at_any_point_leaves_nothing_and_can_be_run_again(
    fault: str, message: str, package: ModelPackage, tmp_path: Path
) -> None:
    limits = replace(LIMITS, open=Patience(1.0, 20.0), compute=Patience(1.0, 1.5))
    engine = stand_in(tmp_path / "bin", fault, limits)
    output = tmp_path / "out" / "a.tif"
    output.parent.mkdir()
    output.write_bytes(b"the output of an earlier job")
    began = time.monotonic()
    with pytest.raises(EngineError, match=message) as caught:
        jobs.run(job(package, output), engine, NULL_PROGRESS)
    assert time.monotonic() - began < 10.0
    assert "\n" not in str(caught.value)
    assert (tmp_path / "bin" / "struck").exists()
    assert list(output.parent.iterdir()) == [output]
    assert output.read_bytes() == b"the output of an earlier job"
    assert running(tmp_path / "bin") == []
    assert jobs.run(job(package, output), engine, NULL_PROGRESS).path == output
    assert output.read_bytes() != b"the output of an earlier job"


@pytest.mark.skipif(os.name != "posix", reason="needs signals")
@pytest.mark.parametrize("fault", ["slow tile", "stopped in a tile"])
def test_a_cancelled_job_ends_within_two_seconds(
    fault: str, package: ModelPackage, tmp_path: Path
) -> None:
    engine = stand_in(tmp_path / "bin", fault)
    engine.start()
    output = tmp_path / "out" / "a.tif"
    output.parent.mkdir()
    progress = CancelledSoon()
    with pytest.raises(Cancelled):
        jobs.run(job(package, output), engine, progress)
    assert time.monotonic() - progress.at < 2.0
    assert list(output.parent.iterdir()) == []
    assert jobs.run(job(package, output), engine, NULL_PROGRESS).path == output
