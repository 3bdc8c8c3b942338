"""The worker with torch: the same bits as in process, and nothing of QGIS in it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch")

from ...core import language
from ...core.cascade import build_cascade
from ...core.engine import Engine, InProcessEngine, TileModel, TileRequest
from ...core.errors import Cancelled, DeviceError
from ...core.package import ModelPackage
from ...core.tiling import Rect
from ...core.worker import process
from ...core.worker.client import WorkerEngine, close_workers
from ...tools import qm_file, ts_file
from .tiny_terrain import tiny_terrain

ENGINE = WorkerEngine(Path(sys.executable))
HERE = InProcessEngine()


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModelPackage]:
    yield tiny_terrain(tmp_path_factory.mktemp("models with spaces, ü"))
    close_workers()


def cascade(model: TileModel, package: ModelPackage, rect: Rect) -> np.ndarray:
    settings = {"continent": {"height_m": 800.0}, "detail": {"looseness": 0.3}}
    stages = package.card.stages
    field = build_cascade(
        model, stages, 0, 2**63 + 5, settings, lambda rect, size: np.full(rect.height, size)
    )
    return field.read(rect)


@pytest.mark.parametrize("rect", [Rect(-40, 30, -10, 90), Rect(1000, 1064, -640, -576)])
def test_a_cascade_is_bit_identical_to_the_one_in_process(
    package: ModelPackage, rect: Rect
) -> None:
    there, here = ENGINE.open(package, "cpu"), HERE.open(package, "cpu")
    assert there.device == here.device == "cpu"
    ours = cascade(there, package, rect)
    there.close()
    assert ours.dtype == np.float32
    assert ours.tobytes() == cascade(here, package, rect).tobytes()
    assert ours.flags.writeable


def test_it_says_what_the_engine_in_process_says(package: ModelPackage) -> None:
    engine: Engine = ENGINE
    assert engine.problem() is None
    assert list(engine.devices()) == list(HERE.devices())
    assert engine.versions() == HERE.versions()
    facts = ("name", "title", "memory_bytes", "cores", "capability", "problem")
    there, here = (
        [[getattr(device, fact) for fact in facts] for device in engine.examine_devices()]
        for engine in (ENGINE, HERE)
    )
    assert there == here
    assert set(ENGINE.start().versions) == {"python", "numpy", "torch", "safetensors"}


def test_auto_becomes_the_best_device_and_an_unknown_one_is_an_error(package: ModelPackage) -> None:
    model = ENGINE.open(package)
    assert model.device == ENGINE.devices()[0]
    model.close()
    with pytest.raises(DeviceError, match="'abacus'"):
        ENGINE.open(package, "abacus")


def test_a_worker_gives_its_reasons_in_the_language_of_the_plugin(
    package: ModelPackage, tmp_path: Path
) -> None:
    texts = {"Choose one of these, or 'auto'.": "Eines davon wählen."}
    path = tmp_path / "texts.qm"
    path.write_bytes(qm_file.compiled(texts, ts_file.CONTEXT, "de"))
    engine = WorkerEngine(Path(sys.executable), environment={"A_WORKER_OF": "ITS_OWN"})
    language.use(path)
    try:
        with pytest.raises(DeviceError, match="Eines davon wählen"):
            engine.open(package, "abacus")
    finally:
        language.use(None)
        engine.close()


@pytest.mark.parametrize("engine", [HERE, ENGINE], ids=["in process", "worker"])
def test_a_cancelled_job_gets_no_tile_and_the_next_one_does(
    engine: Engine, package: ModelPackage
) -> None:
    asked: list[int] = []

    def cancelled() -> bool:
        asked.append(0)
        return True

    ENGINE.start()
    model = HERE.open(package, "cpu", cancelled) if engine is HERE else None
    request = TileRequest("continent", Rect(0, 64, 0, 64), 1)
    if model is None:
        stop: list[bool] = []
        model = ENGINE.open(package, "cpu", lambda: bool(stop))
        stop.append(True)
        session = ENGINE.worker.session
        assert session is not None
        os.kill(session.process.pid, 19)  # so that the tile is not done before the cancel is heard
    with pytest.raises(Cancelled):
        model.compute(request)
    assert engine is not HERE or len(asked) == 1
    model.close()
    assert engine.open(package, "cpu").compute(request).shape == (1, 64, 64)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs /proc")
def test_the_child_has_neither_qgis_nor_gdal(package: ModelPackage) -> None:
    cascade(ENGINE.open(package, "cpu"), package, Rect(0, 8, 0, 8))
    session = ENGINE.worker.session
    assert session is not None
    mapped = Path(f"/proc/{session.process.pid}/maps").read_text(encoding="utf-8")
    assert "libtorch_cpu" in mapped
    assert [word for word in ("libgdal", "libqgis", "libproj", "libQt") if word in mapped] == []


def test_no_module_of_the_child_imports_what_belongs_to_qgis() -> None:
    """Also none that only its set-up and errors would."""
    code = (
        "import runpy, sys\n"
        f"runpy.run_path({str(process.SCRIPT)!r}, run_name='x')['enter_package']()\n"
        "import terraloom.core.worker.server, terraloom.core.worker.computing\n"
        "early = [name for name in ('torch', 'safetensors') if name in sys.modules]\n"
        "import terraloom.core.inference.open_model\n"
        "tops = {name.partition('.')[0] for name in sys.modules}\n"
        "print(early, sorted(tops & {'qgis', 'osgeo', 'PyQt5', 'PyQt6', 'multiprocessing'}))\n"
    )
    run = subprocess.run(
        [sys.executable, "-s", "-c", code], capture_output=True, text=True, check=True
    )
    assert run.stdout.startswith("[] ")
    assert "qgis" not in run.stdout
    assert "osgeo" not in run.stdout
