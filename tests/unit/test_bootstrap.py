"""The tools' view of the plugin: one package, whatever its folder is called."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

TOOLS = Path(__file__).resolve().parents[2] / "tools"


def run_tool(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(folder / "bootstrap.py"), *arguments],
        capture_output=True,
        text=True,
        check=False,
    )


def make_plugin(folder: Path) -> Path:
    tools = folder / "tools"
    (folder / "core").mkdir(parents=True)
    tools.mkdir()
    (folder / "__init__.py").write_text("")
    (folder / "core" / "grid.py").write_text("SIZE = 7\n")
    (tools / "__init__.py").write_text("")
    (tools / "bootstrap.py").write_text((TOOLS / "bootstrap.py").read_text())
    (tools / "size.py").write_text(
        "from ..core.grid import SIZE\n"
        "def main(arguments):\n"
        "    print(__name__, SIZE, *arguments)\n"
        "    return 3\n"
    )
    return tools


def test_a_tool_runs_from_a_folder_with_dots_spaces_and_accents(tmp_path: Path) -> None:
    run = run_tool(make_plugin(tmp_path / "terra loom-0.1.é"), "size", "--a", "b c")
    assert run.stdout.strip() == "terraloom.tools.size 7 --a b c", run.stderr
    assert run.returncode == 3


def test_an_unknown_tool_is_an_error(tmp_path: Path) -> None:
    run = run_tool(make_plugin(tmp_path / "plugin"), "knit")
    assert run.returncode != 0
    assert "terraloom.tools.knit" in run.stderr
