"""The algorithm that sets up PyTorch, with programs that behave like Python and pip."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import (
    QgsApplication,
    QgsNetworkAccessManager,
    QgsProcessingContext,
    QgsProcessingException,
)
from qgis.PyQt.QtNetwork import QNetworkProxy

from ...core.engine import TileModel, TileRequest
from ...core.tiling import Rect
from ...core.worker import build_choice, environment_creation, installation, worker
from ...core.worker.builds import NvidiaGpu
from ...core.worker.chosen import ChosenEngine
from ...core.worker.client import close_workers
from ...core.worker.managed import managed_state
from ...core.worker.network import Network
from ...processing_provider import network, settings, torch_setup
from ...processing_provider.network import QgisNetwork
from ...processing_provider.provider import TerraloomProvider
from ...processing_provider.services import Services
from ..unit.fake_interpreters import calls, set_plan, steps, write_fake_python
from ..unit.worker_processes import stand_in
from .conftest import RecordingFeedback
from .fakes import FakeEngine

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the fakes are scripts with #!")

MEMORY = 8 * 2**30
OLD_CARD = NvidiaGpu(0, "Quadro K2000", MEMORY, "470.10", (3, 0))
NEW_CARD = NvidiaGpu(0, "RTX 4070", MEMORY, "580.65", (8, 9))


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qgis: QgsApplication) -> Iterator[Path]:
    """The folder of a fake Python that is the base of all set-ups."""
    home = tmp_path / "höme"
    monkeypatch.setattr(installation, "_PAUSE_S", 0.0)
    monkeypatch.setattr(environment_creation, "_SYSTEM_WHEELS", ())
    monkeypatch.setattr(environment_creation, "find_uv", lambda layout: "")
    monkeypatch.setattr(build_choice, "find_gpus", lambda environ, progress: ())
    monkeypatch.setenv("FAKE_HOME", str(home))
    for name in ("TERRALOOM_ENGINE", "TERRALOOM_WORKER_PYTHON", "TERRALOOM_ENVIRONMENT"):
        monkeypatch.delenv(name, raising=False)
    settings.reset()
    write_fake_python(home)
    yield home
    settings.reset()


@pytest.fixture
def run(
    home: Path,
    tmp_path: Path,
    provider: TerraloomProvider,
    context: QgsProcessingContext,
    feedback: RecordingFeedback,
) -> Any:
    """Run the algorithm over a place of the test's own."""

    def call(**parameters: Any) -> dict[str, Any]:
        values = {"PLACE": str(tmp_path / "a pläce"), "BASE": str(home / "python3"), **parameters}
        algorithm = provider.algorithm("set_up_torch").create()
        results, worked = algorithm.run(values, context, feedback, {}, False)
        assert worked, feedback.errors
        return results

    return call


def place(tmp_path: Path) -> Path:
    return tmp_path / "a pläce"


def test_a_set_up_says_what_it_does_and_is_found_from_then_on(
    run: Any, tmp_path: Path, feedback: RecordingFeedback, engine: FakeEngine
) -> None:
    results = run()
    state = managed_state(place(tmp_path))
    assert (state.kind, state.python) == ("ready", results["PYTHON"])
    assert Path(results["LOG"]).is_file()
    assert Path(results["FOLDER"]).parent == place(tmp_path)
    assert any("download about 232 MB" in line for line in feedback.infos)
    assert "is ready" in results["SUMMARY"]
    assert settings.place() == str(place(tmp_path))
    assert engine.chosen_anew
    assert not engine.closed


def test_a_second_one_changes_nothing_and_repair_makes_it_anew(
    run: Any, home: Path, tmp_path: Path
) -> None:
    first = run()
    assert run()["FOLDER"] == first["FOLDER"]
    second = run(ACTION="repair")
    assert second["FOLDER"] != first["FOLDER"]
    assert not Path(first["FOLDER"]).exists()
    assert managed_state(place(tmp_path)).kind == "ready"


def test_a_repair_that_fails_leaves_the_old_one(run: Any, home: Path, tmp_path: Path) -> None:
    first = run()
    set_plan(home, install=["ERROR: No matching distribution found for numpy"])
    with pytest.raises(QgsProcessingException, match="full record"):
        run(ACTION="repair")
    assert managed_state(place(tmp_path)).python == first["PYTHON"]


def test_removal_says_what_it_frees(run: Any, tmp_path: Path, engine: FakeEngine) -> None:
    run()
    results = run(ACTION="remove")
    assert results["FREED"] > 0
    assert "are free again" in results["SUMMARY"]
    assert not place(tmp_path).exists()
    assert "There is no environment" in run(ACTION="remove")["SUMMARY"]


def test_a_job_is_not_lost_to_a_repair_or_a_removal(
    run: Any, tmp_path: Path, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("torch")
    from ..unit.tiny_terrain import tiny_detail

    python = Path(run()["PYTHON"])
    os.replace(stand_in(tmp_path, "takes its time").python, python)
    engine = ChosenEngine(settings.engine_settings)
    monkeypatch.setattr(services.engine, "choose_anew", engine.choose_anew)
    model = engine.open(tiny_detail(tmp_path / "a model"), "cpu")
    try:
        tiles: list[float] = []
        job = threading.Thread(target=lambda: tiles.extend(_tile(model, n) for n in range(8)))
        job.start()
        with pytest.raises(QgsProcessingException, match="in use by a QGIS window. Wait until"):
            run(ACTION="remove")
        repaired = Path(run(ACTION="repair")["PYTHON"])
        assert repaired != python
        assert engine.home().python == str(repaired)
        job.join()
        assert tiles == list(range(8))

        monkeypatch.setattr(worker, "BUSY_S", 0.0)
        model.close()
        engine.choose_anew()
        close_workers()
        assert run(ACTION="remove")["FREED"] > 0
        assert not place(tmp_path).exists()
    finally:
        close_workers()


def _tile(model: TileModel, seed: int) -> float:
    return float(model.compute(TileRequest("detail", Rect(0, 64, 0, 64), seed)).max())


def test_cancel_leaves_nothing_and_is_no_error(
    run: Any, tmp_path: Path, feedback: RecordingFeedback, monkeypatch: pytest.MonkeyPatch
) -> None:
    def say(text: str) -> None:
        feedback.cancel()

    monkeypatch.setattr(feedback, "setProgressText", say, raising=False)
    assert run() == {}
    assert managed_state(place(tmp_path)).kind == "missing"
    assert settings.place() == ""


@pytest.mark.parametrize(
    ("build", "cards", "says"),
    [
        ("cuda", (), "nvidia-smi is missing"),
        ("cu126", (OLD_CARD,), "needs 525 or newer"),
        ("cuda", (OLD_CARD,), "Update the NVIDIA driver"),
    ],
)
def test_a_build_that_no_card_can_use_is_refused_before_anything_is_fetched(
    run: Any,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    build: str,
    cards: tuple[NvidiaGpu, ...],
    says: str,
) -> None:
    monkeypatch.setattr(build_choice, "find_gpus", lambda environ, progress: cards)
    with pytest.raises(QgsProcessingException, match=says):
        run(BUILD=build)
    assert "torch" not in steps(home)


def test_cuda_means_the_newest_build_that_a_card_can_use(
    run: Any, home: Path, monkeypatch: pytest.MonkeyPatch, feedback: RecordingFeedback
) -> None:
    monkeypatch.setattr(build_choice, "find_gpus", lambda environ, progress: (NEW_CARD,))
    set_plan(home, smoke=["stop here"])
    with pytest.raises(QgsProcessingException):
        run(BUILD="cuda")
    torch = next(one for one in calls(home) if one["step"] == "torch")
    assert any(text.endswith("/cu130") for text in torch["arguments"])
    assert any("RTX 4070" in line and "2.4 GB" in line for line in feedback.infos)


@pytest.mark.parametrize(
    ("folder", "title"),
    [
        (str(torch_setup.PLUGIN_FOLDER / "envs"), "the plugin's folder"),
        ("relative/envs", "not a full path"),
    ],
)
def test_a_place_that_an_update_would_remove_is_refused(
    provider: TerraloomProvider, context: QgsProcessingContext, folder: str, title: str
) -> None:
    algorithm = provider.algorithm("set_up_torch")
    valid, message = algorithm.checkParameterValues({"PLACE": folder}, context)
    assert not valid
    assert title in message


def test_the_profile_is_no_place_either(qgis: QgsApplication) -> None:
    inside = os.path.join(QgsApplication.qgisSettingsDirPath(), "envs")
    assert "the QGIS profile" in str(torch_setup.folder_problem(inside))
    assert torch_setup.folder_problem("/somewhere/else") is None


def test_another_chosen_home_is_pointed_out(run: Any, feedback: RecordingFeedback) -> None:
    settings.set_home("own")
    settings.set_python(sys.executable)
    run()
    assert any("Models still run elsewhere" in line for line in feedback.warnings)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (QNetworkProxy.ProxyType.HttpProxy, "http://a%40b:p%3A%2F@proxy.example:3128"),
        (QNetworkProxy.ProxyType.Socks5Proxy, "socks5h://a%40b:p%3A%2F@proxy.example:3128"),
        (QNetworkProxy.ProxyType.NoProxy, None),
        (QNetworkProxy.ProxyType.DefaultProxy, None),
    ],
)
def test_the_proxy_of_qgis_as_pip_wants_it(kind: Any, expected: str | None) -> None:
    proxy = QNetworkProxy(kind, "proxy.example", 3128, "a@b", "p:/")
    assert network.proxy_address(proxy) == expected


def test_network_settings_of_qgis_reach_the_installer(qgis: QgsApplication) -> None:
    access = QgsNetworkAccessManager.instance()
    before = access.fallbackProxy(), access.excludeList(), access.noProxyList()
    proxy = QNetworkProxy(QNetworkProxy.ProxyType.HttpProxy, "proxy.example", 8080)
    access.setFallbackProxyAndExcludes(proxy, ["http://intranet.example/x"], ["plain.example"])
    try:
        found = network.qgis_network()
    finally:
        access.setFallbackProxyAndExcludes(*before)
    assert found.proxy == "http://proxy.example:8080"
    assert found.no_proxy == "intranet.example,plain.example"


def test_own_certificates_are_a_file_while_it_lasts_and_pip_settings_win() -> None:
    found = QgisNetwork("http://qgis.example:1", None, b"-----BEGIN CERTIFICATE-----")
    with found.applied({}) as applied:
        assert applied.proxy == "http://qgis.example:1"
        path = Path(str(applied.certificates))
        assert path.read_bytes() == found.certificates
    assert not path.exists()
    with found.applied({"PIP_PROXY": "http://pip.example", "PIP_CERT": "/c.pem"}) as applied:
        assert applied == Network(proxy="http://pip.example", certificates="/c.pem")
