from __future__ import annotations

import os
import sys
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch")

from ...core.engine import InProcessEngine, TileRequest
from ...core.errors import EngineError
from ...core.tiling import Rect
from ...core.worker.chosen import ChosenEngine
from .tiny_terrain import tiny_terrain


def _environ(tmp_path: Path, **changes: str) -> dict[str, str]:
    """No managed environment to be found, and nothing chosen but what is given."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("TERRALOOM_")}
    return {**kept, "TERRALOOM_ENVIRONMENT": str(tmp_path / "none"), **changes}


def test_torch_in_this_python_is_used_where_nothing_else_was_asked_for(tmp_path: Path) -> None:
    engine = ChosenEngine(_environ(tmp_path))
    assert engine.problem() is None
    assert set(engine.versions()) == {"torch"}
    assert "own Python" in engine.reason


def test_an_interpreter_that_was_named_runs_the_models_to_the_same_bits(tmp_path: Path) -> None:
    package = tiny_terrain(tmp_path / "models")
    request = TileRequest("continent", Rect(0, 64, -64, 0), 3)
    engine = ChosenEngine(_environ(tmp_path, TERRALOOM_WORKER_PYTHON=sys.executable))
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
    engine = ChosenEngine(_environ(tmp_path, TERRALOOM_WORKER_PYTHON=missing))
    assert "cannot be used" in str(engine.problem())
    with pytest.raises(EngineError, match="cannot be used"):
        engine.open(tiny_terrain(tmp_path / "models"), "cpu")


def test_an_unknown_engine_is_named(tmp_path: Path) -> None:
    engine = ChosenEngine(_environ(tmp_path, TERRALOOM_ENGINE="cloud"))
    assert "'cloud' is not known" in str(engine.problem())
