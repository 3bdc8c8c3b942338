"""Measures in a real desktop how long the plugin keeps QGIS's window from answering."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from .bootstrap import ROOT
from .desktop.session import FOLDER

SCENES = ROOT / "tools" / "pause_scenes.py"
COARSE_DEM = ROOT / "tests" / "data" / "alps_480m_utm32.tif"
LIMIT_MS = 100.0
PATIENCE_S = 900
_SETTINGS = """[PythonPlugins]
terraloom=true

[qgis]
checkVersion=false

[locale]
userLocale=en_US
overrideFlag=true
"""


def measure(home: Path, arguments: argparse.Namespace) -> dict[str, list[dict[str, Any]]]:
    """Every pause by scene, one for each time that it was played."""
    program, screen = shutil.which("qgis.bin") or shutil.which("qgis"), shutil.which("xvfb-run")
    if program is None or screen is None:
        raise RuntimeError("The QGIS desktop and xvfb-run are needed.")
    profile = home / "profiles" / "default"
    plugins = profile / "python" / "plugins"
    plugins.mkdir(parents=True, exist_ok=True)
    if not (plugins / "terraloom").exists():
        (plugins / "terraloom").symlink_to(ROOT, target_is_directory=True)
        (profile / "QGIS").mkdir()
        for settings in ("QGIS3.ini", "QGIS4.ini"):
            (profile / "QGIS" / settings).write_text(_SETTINGS, encoding="utf-8")
    report = home / "pauses.json"
    report.unlink(missing_ok=True)
    bytecode = home / "bytecode"
    environment = {
        **os.environ,
        "HOME": str(home),
        # As users have it: what was read once need not be compiled again.
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPYCACHEPREFIX": str(bytecode),
        "TERRALOOM_BYTECODE": str(bytecode),
        "QT_QPA_PLATFORM": "xcb",
        "PYTHONPATH": os.pathsep.join(
            filter(None, (str(FOLDER), _packages(), os.environ.get("PYTHONPATH")))
        ),
        "TERRALOOM_PAUSES": str(report),
        "TERRALOOM_COARSE_DEM": str(shutil.copy(COARSE_DEM, home)),
        "TERRALOOM_TIMES": str(arguments.times),
        "TERRALOOM_SCENE": arguments.scene,
        "TERRALOOM_STACKS": "yes" if arguments.stacks else "",
    }
    options = ["--noversioncheck", "--nologo", "--profiles-path", str(home)]
    run = subprocess.run(
        [screen, "-a", "-s", "-screen 0 1600x1000x24", program, *options, "--code", str(SCENES)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    if not report.is_file():
        raise RuntimeError(run.stdout + run.stderr)
    found = json.loads(report.read_text(encoding="utf-8"))
    if "error" in found:
        raise RuntimeError(found["error"])
    return dict(found["pauses"])


def table(pauses: dict[str, list[dict[str, Any]]]) -> str:
    """One line a scene: medians and the worst, in milliseconds; CPU time of the window's thread."""
    lines = [
        "| what | longest pause, median | worst | most CPU time in one, median | worst |",
        "|---|---|---|---|---|",
    ]
    for scene, found in pauses.items():
        walls, cpus = [one["wall_ms"] for one in found], [one["cpu_ms"] for one in found]
        wall, cpu = statistics.median(walls), statistics.median(cpus)
        mark = " (!)" if cpu > LIMIT_MS else ""
        lines.append(
            f"| {scene}{mark} | {wall:.0f} | {max(walls):.0f} | {cpu:.0f} | {max(cpus):.0f} |"
        )
    return "\n".join(lines)


def stacks(pauses: dict[str, list[dict[str, Any]]]) -> str:
    """Where the window's thread was during the pauses."""
    lines = []
    for scene, found in pauses.items():
        for one in found:
            lines += [f"== {scene}: {one['wall_ms']:.0f} ms", *one.get("stacks", ())]
    return "\n".join(lines)


def _packages() -> str:
    """Where this Python has PyTorch, for QGIS's own."""
    import torch

    return str(Path(torch.__file__).parents[1])


def main(arguments: Sequence[str]) -> int:
    """Print a Markdown table of the longest pauses; other work on the computer lengthens them."""
    parser = argparse.ArgumentParser(prog="tools/pauses", description=__doc__)
    parser.add_argument("--times", type=int, default=3, help="how often each scene is played")
    parser.add_argument("--scene", default="", help="only the scenes whose name starts like this")
    parser.add_argument("--stacks", action="store_true", help="tell where the thread was")
    parser.add_argument("--profile", type=Path, help="a folder to keep the QGIS profile in")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="terraloom") as name:
        try:
            found = measure((chosen.profile or Path(name)).absolute(), chosen)
        except RuntimeError as error:
            print(error, file=sys.stderr)
            return 1
    print(table(found))
    if chosen.stacks:
        print(stacks(found))
    return 0
