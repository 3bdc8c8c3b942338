"""What is missing is said in one sentence, whatever way the library fails to load."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

TOOLS = Path(__file__).resolve().parents[2] / "tools"

SCRIPT = """
import importlib.util
import os
import sys
sys.path.insert(0, {tools!r})
import bootstrap

class Broken:
    def find_spec(self, name, path=None, target=None):
        if name.partition('.')[0] != {name!r}:
            return None
        if {installed!r}:
            return importlib.util.spec_from_loader(name, self)
        raise ModuleNotFoundError(name)

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        raise OSError('[WinError 126] Error loading c10.dll')

sys.meta_path.insert(0, Broken())
bootstrap.load_package()
os.environ['TERRALOOM_ENGINE'] = {engine!r}
os.environ['TERRALOOM_ENVIRONMENT'] = '/nowhere'
from terraloom.core.engine import default_engine
from terraloom.core.errors import EngineError
engine = default_engine()
print(engine.problem())
print(list(engine.devices()), dict(engine.versions()))
print(engine.problem())
try:
    engine.open(None, 'cpu')
except EngineError as error:
    print(error)
print(sorted(set(sys.modules) & {{'torch', 'safetensors'}}))
"""


def _lines(name: str, engine: str = "auto", *, installed: bool = False) -> list[str]:
    script = SCRIPT.format(tools=str(TOOLS), name=name, engine=engine, installed=installed)
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    return run.stdout.splitlines()


def test_without_torch_the_engine_says_how_to_get_it() -> None:
    problem, nothing, _, refused, loaded = _lines("torch")
    assert problem.startswith("PyTorch is not installed in the Python that QGIS uses.")
    assert "Set it up in Settings > Options > Terraloom" in problem
    assert nothing == "[] {}"
    assert refused == problem
    assert loaded == "[]"


@pytest.mark.parametrize("name", ["torch", "safetensors"])
def test_what_is_missing_where_qgis_own_python_is_chosen_is_named(name: str) -> None:
    pytest.importorskip("torch")
    problem, nothing, _, refused, _ = _lines(name, "inprocess")
    assert f"{'PyTorch' if name == 'torch' else name} is not installed in the Python" in problem
    assert "choose another home" in problem
    assert nothing == "[] {}"
    assert refused == problem


def test_a_torch_that_does_not_load_is_not_called_missing() -> None:
    """On Windows a missing runtime library is an OSError of the import, known when it is tried."""
    before, nothing, problem, refused, _ = _lines("torch", installed=True)
    assert before == "None"
    assert nothing == "[] {}"
    assert "PyTorch is installed" in problem
    assert "c10.dll" in problem
    assert "Set it up in Settings > Options > Terraloom" in problem
    assert refused == problem


def test_with_all_there_it_has_a_processor_and_a_version() -> None:
    torch = pytest.importorskip("torch")
    from ...core.engine import default_engine

    engine = default_engine()
    assert engine.problem() is None
    assert engine.devices()[-1] == "cpu"
    assert engine.versions() == {"torch": torch.__version__}
