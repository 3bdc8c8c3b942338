from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch")

from ...core.engine import InProcessEngine, TileRequest
from ...core.errors import EngineError
from ...core.tiling import Rect
from ...core.worker.chosen import ChosenEngine
from ...core.worker.homes import EngineSettings
from ...core.worker.interpreters import environment_python
from ...core.worker.pins import Target
from ...core.worker.places import point_to
from ...core.worker.stamps import Stamp, write_stamp
from .tiny_terrain import tiny_terrain


def _environ(tmp_path: Path, **changes: str) -> dict[str, str]:
    """No managed environment to be found, and nothing chosen but what is given."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("TERRALOOM_")}
    return {**kept, "TERRALOOM_ENVIRONMENT": str(tmp_path / "none"), **changes}


def test_torch_in_this_python_is_used_where_nothing_else_was_asked_for(tmp_path: Path) -> None:
    engine = ChosenEngine(environ=_environ(tmp_path))
    assert engine.problem() is None
    assert set(engine.versions()) == {"torch"}
    assert "own Python" in engine.reason


def test_an_interpreter_that_was_named_runs_the_models_to_the_same_bits(tmp_path: Path) -> None:
    package = tiny_terrain(tmp_path / "models")
    request = TileRequest("continent", Rect(0, 64, -64, 0), 3)
    engine = ChosenEngine(environ=_environ(tmp_path, TERRALOOM_WORKER_PYTHON=sys.executable))
    try:
        assert engine.problem() is None
        assert engine.reason.startswith("Chosen interpreter")
        there = engine.open(package, "cpu").compute(request)
    finally:
        engine.close()
    here = InProcessEngine().open(package, "cpu").compute(request)
    assert np.array_equal(here, there)


def test_an_interpreter_that_cannot_be_used_is_not_replaced(tmp_path: Path) -> None:
    missing = str(tmp_path / "no python")
    engine = ChosenEngine(environ=_environ(tmp_path, TERRALOOM_WORKER_PYTHON=missing))
    assert "cannot be used" in str(engine.problem())
    with pytest.raises(EngineError, match="cannot be used"):
        engine.open(tiny_terrain(tmp_path / "models"), "cpu")


def test_an_unknown_engine_is_named(tmp_path: Path) -> None:
    engine = ChosenEngine(environ=_environ(tmp_path, TERRALOOM_ENGINE="cloud"))
    assert "'cloud' is not known" in str(engine.problem())


def _managed(place: Path, name: str = "py311-cpu-1") -> Path:
    """What looks like a finished environment, with this Python as its own."""
    folder = place / name
    python = Path(environment_python(str(folder)))
    python.parent.mkdir(parents=True)
    python.symlink_to(sys.executable)
    target = Target(sys.version_info[:2], "linux", "x86_64")
    version = sys.version_info[:3]
    write_stamp(folder, Stamp(target, "cpu", (), sys.executable, version, "0", {"torch": "2.13"}))
    point_to(place, folder)
    return folder


def test_what_the_user_changes_counts_after_close(tmp_path: Path) -> None:
    settings = EngineSettings()
    engine = ChosenEngine(lambda: settings, _environ(tmp_path))
    assert engine.home().kind == "inprocess"
    settings = EngineSettings(python=sys.executable)
    assert engine.home().kind == "inprocess"
    engine.close()
    assert (engine.home().kind, engine.home().python) == ("own", sys.executable)


def test_an_environment_that_another_window_replaced_is_chosen_anew(tmp_path: Path) -> None:
    place = tmp_path / "none"
    old = _managed(place)
    engine = ChosenEngine(environ=_environ(tmp_path))
    assert engine.home().folder == old
    new = _managed(place, "py311-cpu-2")
    assert engine.home().folder == old
    old.rename(place / "old-01234567")
    assert engine.home().folder == new


HOME = """
import sys
sys.path.insert(0, {tools!r})
from bootstrap import load_package
load_package()
from terraloom.core.engine import default_engine
engine = default_engine()
print([engine.home().kind, engine.problem(), "torch" in sys.modules])
"""


@pytest.mark.parametrize("kind", ["managed", "own", "inprocess"])
def test_the_choice_neither_loads_torch_nor_starts_anything(kind: str, tmp_path: Path) -> None:
    """QGIS asks in its own thread, which must not wait."""
    changes = {"TERRALOOM_WORKER_PYTHON": str(tmp_path / "python")} if kind == "own" else {}
    if kind == "managed":
        _managed(tmp_path / "none")
    (tmp_path / "python").write_text(f"#!/bin/sh\ntouch '{tmp_path}/started'\n")
    (tmp_path / "python").chmod(0o755)
    tools = str(Path(__file__).resolve().parents[2] / "tools")
    run = subprocess.run(
        [sys.executable, "-c", HOME.format(tools=tools)],
        env=_environ(tmp_path, **changes),
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout == f"{[kind, None, False]}\n"
    assert not (tmp_path / "started").exists()
