"""``qgis_process`` whose worker fails: one clear error, nothing half-written, no process left."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
import time
import venv
from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("torch")
if not sys.platform.startswith("linux"):
    pytest.skip("needs /proc", allow_module_level=True)

from qgis.core import QgsApplication

from ...core.engine import TileRequest
from ...core.errors import EngineError
from ...core.tiling import Rect
from ...processing_provider.provider import TerraloomProvider
from ...processing_provider.services import default_services
from ..unit.worker_processes import STAND_IN, exists, running, soon, stand_in
from .processes import PROGRAM, QgisProcess, as_arguments, fresh_profile

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="qgis_process is not installed")

SMALL = {"EXTENT": "480000,481920,4800000,4801920", "TARGET_CRS": "EPSG:32632", "SEED": 5}
ENDLESS = {**SMALL, "EXTENT": "0,600000,0,600000"}
STARVED = Path(__file__).with_name("starved_worker.py")
OLD = b"the output of an earlier job"

# A plugin beside ours that has the worker given up in seconds.
HASTE = """
def classFactory(iface):
    from terraloom.core.worker.client import WorkerEngine
    from terraloom.core.worker.worker import Limits, Patience
    WorkerEngine.__init__.__kwdefaults__["limits"] = Limits(compute=Patience(4.0, 4.0))
    return Plugin()

class Plugin:
    def initGui(self): pass
    def initProcessing(self): pass
    def unload(self): pass
"""
ABOUT = """[general]
name=Haste
qgisMinimumVersion=3.0
description=For a test
version=0.1
author=none
email=none@example.org
hasProcessingProvider=yes
"""


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> QgisProcess:
    home = tmp_path_factory.mktemp("qgis profile")
    process = fresh_profile(home, OMP_NUM_THREADS="1")
    folder = home / "profiles" / "default" / "python" / "plugins" / "haste"
    folder.mkdir()
    (folder / "__init__.py").write_text(HASTE)
    (folder / "metadata.txt").write_text(ABOUT)
    status, said = process.run("plugins", "enable", "haste")
    assert status == 0, said
    return process


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """The name of an output that is there already, in a folder with nothing else."""
    path = tmp_path / "out" / "a.tif"
    path.parent.mkdir()
    path.write_bytes(OLD)
    return path


def with_worker(profile: QgisProcess, folder: Path, *words: str) -> QgisProcess:
    """The same with a worker that `running` finds: this interpreter with these words first."""
    python = folder / "python"
    command = [sys.executable, "-X", str(folder / "struck"), *words]
    python.write_text(f'#!/bin/sh\nexec {shlex.join(command)} "$@"\n')
    python.chmod(0o755)
    return replace(
        profile, environment={**profile.environment, "TERRALOOM_WORKER_PYTHON": str(python)}
    )


def worker_of(process: subprocess.Popen[str], output: Path) -> int:
    """The worker's process, once it has computed a first window."""
    while process.poll() is None:
        children = Path(f"/proc/{process.pid}/task").glob("*/children")
        pids = [int(word) for path in children for word in path.read_text().split()]
        written = any(one.stat().st_blocks for one in output.parent.glob(".terraloom-*"))
        if pids and written:
            return pids[0]
        time.sleep(0.05)
    raise AssertionError(process.communicate()[0])


def check_left(output: Path, said: str) -> None:
    assert "Traceback" not in said
    assert output.read_bytes() == OLD
    assert [path.name for path in output.parent.iterdir()] == [output.name]


def check_next(qgis: QgisProcess, output: Path, folder: Path) -> None:
    qgis.make("terrain", {**SMALL, "OUTPUT": output})
    assert output.read_bytes() != OLD
    assert [path.name for path in output.parent.iterdir()] == [output.name]
    assert soon(lambda: not running(folder))


def test_the_worker_writes_the_file_that_qgis_own_python_writes(
    profile: QgisProcess, tmp_path: Path
) -> None:
    files = [tmp_path / "here.tif", tmp_path / "there.tif"]
    here = replace(profile, environment={**profile.environment, "TERRALOOM_ENGINE": "inprocess"})
    here.make("terrain", {**SMALL, "OUTPUT": files[0]})
    with_worker(profile, tmp_path).make("terrain", {**SMALL, "OUTPUT": files[1]})
    assert files[0].read_bytes() == files[1].read_bytes()


def test_spaces_and_letters_of_any_script_are_fine_in_every_path(tmp_path: Path) -> None:
    import numpy
    import torch

    folder = tmp_path / "Übung für 高山 1"
    environment = folder / "ein Ort für PyTorch"
    venv.create(environment, symlinks=True, with_pip=False)
    (packages,) = environment.glob("lib/python3*/site-packages")
    homes = [str(Path(str(one.__file__)).parents[1]) for one in (torch, numpy)]
    (packages / "here.pth").write_text("\n".join(homes))
    profile = fresh_profile(folder / "Profil ñ", OMP_NUM_THREADS="1", PYTHONPATH="")
    python = str(environment / "bin" / "python")
    variables = {"TERRALOOM_WORKER_PYTHON": python, "TMPDIR": str(folder / "Ablage è")}
    (folder / "Ablage è").mkdir()
    qgis = replace(profile, environment={**profile.environment, **variables})
    source, output = folder / "Höhen 1.tif", folder / "feiner, in Ω.tif"
    qgis.make("terrain", {**SMALL, "OUTPUT": source})
    qgis.make("terrain_detail", {"INPUT": source, "SCALE": 2, "SEED": 1, "OUTPUT": output})
    assert output.stat().st_size > source.stat().st_size
    assert list((folder / "Ablage è").glob("*terraloom*")) == []


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (signal.SIGKILL, "The worker was killed (signal 9, SIGKILL) while computing a tile"),
        (signal.SIGSTOP, "The worker gave no sign of life for 4 s while computing a tile"),
    ],
    ids=["killed", "halted"],
)
def test_a_worker_that_is_struck_at_work(
    number: int, says: str, profile: QgisProcess, output: Path, tmp_path: Path
) -> None:
    qgis = with_worker(profile, tmp_path)
    arguments = as_arguments({**ENDLESS, "OUTPUT": output})
    with qgis.start("run", "terraloom:terrain", *arguments) as process:
        worker = worker_of(process, output)
        assert running(tmp_path) == [worker]
        os.kill(worker, number)
        said, _ = process.communicate(timeout=60)
    assert process.returncode != 0
    assert says in said
    check_left(output, said)
    assert not exists(worker)
    check_next(qgis, output, tmp_path)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((STARVED,), "The memory of this computer ran out while computing a tile"),
        ((STAND_IN, "garbage for a tile"), "did not answer in its protocol while computing"),
        ((STAND_IN, "hangs in a tile"), "got no further for 4 s while computing a tile"),
    ],
    ids=["out of memory", "garbage", "hang"],
)
def test_a_worker_that_fails_by_itself(
    words: tuple[object, ...], says: str, profile: QgisProcess, output: Path, tmp_path: Path
) -> None:
    qgis = with_worker(profile, tmp_path, *map(str, words), str(tmp_path / "struck"))
    arguments = as_arguments({**SMALL, "OUTPUT": output})
    status, said = qgis.run("run", "terraloom:terrain", *arguments)
    assert status != 0
    assert says in said
    check_left(output, said)
    assert running(tmp_path) == []
    check_next(qgis, output, tmp_path)


def test_a_qgis_that_crashes_takes_its_worker_along(
    profile: QgisProcess, output: Path, tmp_path: Path
) -> None:
    qgis = with_worker(profile, tmp_path)
    arguments = as_arguments({**ENDLESS, "OUTPUT": output})
    with qgis.start("run", "terraloom:terrain", *arguments) as process:
        worker = worker_of(process, output)
        process.kill()
        process.communicate(timeout=60)
    assert soon(lambda: not exists(worker))
    assert output.read_bytes() == OLD


def test_a_plugin_that_is_unloaded_ends_its_worker_and_no_job_starts_it_again(
    qgis: QgsApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERRALOOM_WORKER_PYTHON", str(stand_in(tmp_path).python))
    services = default_services()
    provider = TerraloomProvider(services)
    registry = QgsApplication.processingRegistry()
    registry.addProvider(provider)
    model = services.engine.open(services.catalog.packages["terrain"], "cpu")
    assert len(running(tmp_path)) == 1
    registry.removeProvider(provider)
    assert soon(lambda: not running(tmp_path))
    with pytest.raises(EngineError, match="was closed, with the plugin"):
        model.compute(TileRequest("continent", Rect(0, 64, 0, 64), 1))
    assert running(tmp_path) == []
