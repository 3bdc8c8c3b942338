"""QGIS's own Python in a process beside QGIS: chosen where there is a window, and it works."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ...core.engine import InProcessEngine
from ...core.worker.beside import Beside, interpreter_beside
from ...core.worker.chosen import ChosenEngine
from ...core.worker.environment import find_home
from ...core.worker.homes import EngineSettings, HomeFacts, choose_home
from ...core.worker.managed import ManagedState

MISSING = ManagedState("missing", "There is no environment in '/e' yet.")
READY = ManagedState("ready", "PyTorch 2.13.0+cpu for the CPU.", Path("/e"), "/e/bin/python")
HERE = Beside("/usr/bin/python3.11", ("/opt/packages",))
WINDOW = EngineSettings(apart=True)


def facts(managed: ManagedState = MISSING) -> HomeFacts:
    return HomeFacts(own=None, managed=managed, in_process_problem=None, beside=HERE)


def test_the_reason_says_that_it_runs_beside_qgis() -> None:
    choice = choose_home(WINDOW, {}, facts())
    assert (choice.kind, choice.is_worker) == ("beside", True)
    assert choice.python == HERE.python
    assert "in a process beside QGIS" in choice.reason
    assert choice.variables == {"PYTHONPATH": "/opt/packages"}


def test_the_managed_environment_still_comes_first() -> None:
    assert choose_home(WINDOW, {}, facts(READY)).kind == "managed"


def test_in_process_by_choice_stays_in_process() -> None:
    chosen = EngineSettings(engine="inprocess", apart=True)
    assert choose_home(chosen, {}, facts()).kind == "inprocess"


def test_only_a_process_with_a_window_looks_for_it(tmp_path: Path) -> None:
    pytest.importorskip("torch")
    environ = {"TERRALOOM_ENVIRONMENT": str(tmp_path)}
    assert find_home(EngineSettings(), environ, lambda: None).kind == "inprocess"
    assert find_home(WINDOW, environ, lambda: None).kind == "beside"
    assert find_home(WINDOW, environ, lambda: "No torch.").kind == "none"


def test_the_interpreter_is_this_version_and_finds_the_same_torch() -> None:
    torch = pytest.importorskip("torch")
    found = interpreter_beside(os.environ)
    if found is None:
        pytest.skip("this Python has no interpreter of its own version")
    asked = "import sys, torch; print(*sys.version_info[:2], torch.__file__)"
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    said = subprocess.run(
        [found.python, "-s", "-c", asked],
        env={**kept, **found.variables},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split(maxsplit=2)
    assert said[:2] == [str(part) for part in sys.version_info[:2]]
    assert os.path.realpath(said[2].strip()) == os.path.realpath(torch.__file__)


def test_where_it_fails_beside_the_process_itself_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("torch")
    environ = {"TERRALOOM_ENVIRONMENT": str(tmp_path)}
    lost = Beside(str(tmp_path / "python3"), ())
    monkeypatch.setattr(f"{find_home.__module__}.interpreter_beside", lambda environ: lost)
    engine = ChosenEngine(lambda: WINDOW, environ)
    monkeypatch.setattr(InProcessEngine, "lack", lambda self: None)
    assert engine.home().kind == "beside"
    assert engine.home().kind == "inprocess"
    assert engine.problem() is None
