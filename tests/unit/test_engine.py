"""What is missing is said in one sentence, whatever way the library fails to load."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

TOOLS = Path(__file__).resolve().parents[2] / "tools"

SCRIPT = """
import sys
sys.path.insert(0, {tools!r})
import bootstrap

class Broken:
    def find_spec(self, name, path=None, target=None):
        if name.partition('.')[0] == {missing!r}:
            raise {failure}
        return None

sys.meta_path.insert(0, Broken())
bootstrap.load_package()
from terraloom.core.engine import default_engine
from terraloom.core.errors import EngineError
engine = default_engine()
print(engine.problem())
print(list(engine.devices()), dict(engine.versions()))
try:
    engine.open(None, 'cpu')
except EngineError as error:
    print(error)
print(sorted(set(sys.modules) & {{'torch', 'safetensors'}}))
"""


def _lines(missing: str, failure: str) -> list[str]:
    script = SCRIPT.format(tools=str(TOOLS), missing=missing, failure=failure)
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    return run.stdout.splitlines()


def test_without_torch_the_engine_says_how_to_get_it() -> None:
    problem, nothing, refused, loaded = _lines("torch", "ModuleNotFoundError(name)")
    assert problem.startswith("PyTorch is not installed in the Python that QGIS uses.")
    assert "pip install torch" in problem
    assert nothing == "[] {}"
    assert refused == problem
    assert loaded == "[]"


def test_a_torch_that_does_not_load_is_not_called_missing() -> None:
    """On Windows a missing runtime library is an OSError of the import."""
    failure = "OSError('[WinError 126] Error loading c10.dll')"
    problem, nothing, refused, _ = _lines("torch", failure)
    assert "PyTorch is installed" in problem
    assert "c10.dll" in problem
    assert "reinstall" in problem.lower()
    assert nothing == "[] {}"
    assert refused == problem


def test_without_safetensors_the_engine_says_how_to_get_it() -> None:
    pytest.importorskip("torch")
    problem, nothing, refused, _ = _lines("safetensors", "ModuleNotFoundError(name)")
    assert problem.startswith("The package safetensors is not installed")
    assert "pip install safetensors" in problem
    assert nothing == "[] {}"
    assert refused == problem


def test_with_all_there_it_has_a_processor_and_a_version() -> None:
    torch = pytest.importorskip("torch")
    from ...core.engine import default_engine

    engine = default_engine()
    assert engine.problem() is None
    assert engine.devices()[-1] == "cpu"
    assert engine.versions() == {"torch": torch.__version__}
