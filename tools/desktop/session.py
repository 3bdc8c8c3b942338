"""Starts QGIS with the plugin in a fresh profile, and has it run one of the scripts beside this."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

from .. import package
from ..bootstrap import ROOT

FOLDER = Path(__file__).parent
COARSE_DEM = ROOT / "tests" / "data" / "alps_480m_utm32.tif"
ERROR = "error.txt"
SCREEN = "-screen 0 1600x1000x24"
_SETTINGS = """[qgis]
checkVersion=false
iconSize=16

[app]
plugin_installer\\checkOnStart=false

[locale]
userLocale=en_US
overrideFlag=true
"""
_ENABLED = """
[PythonPlugins]
terraloom=true
"""


def play(
    script: str, folder: Path, patience_s: int, *, installed: bool, torch: bool = True
) -> None:
    """Run `script` in the desktop and bring what it saved to `folder`.

    `installed` puts the plugin into the profile; without, the script finds its zip and does that.
    `torch` lends QGIS this Python's PyTorch.
    Raises `RuntimeError` with what the script wrote to ERROR, or with what QGIS said.
    """
    program, screen = shutil.which("qgis.bin") or shutil.which("qgis"), shutil.which("xvfb-run")
    if program is None or screen is None:
        raise RuntimeError("The QGIS desktop and xvfb-run are needed.")
    with tempfile.TemporaryDirectory(prefix="terraloom") as name:
        home = Path(name)
        found = home / "pictures"
        found.mkdir()
        # The plugin as users have it, and paths that say nothing of whoever plays.
        archive = package.build(ROOT, home)
        _make_profile(home / "profiles" / "default", archive if installed else None)
        environment = {
            **os.environ,
            "HOME": str(home),
            "QT_QPA_PLATFORM": "xcb",
            "PYTHONPATH": os.pathsep.join((str(FOLDER), *([_packages()] if torch else []))),
            "TERRALOOM_PICTURES": str(found),
            "TERRALOOM_COARSE_DEM": str(shutil.copy(COARSE_DEM, home)),
            "TERRALOOM_ZIP": str(archive),
        }
        command = [screen, "-a", "-s", SCREEN, program, "--noversioncheck", "--nologo"]
        command += ["--profiles-path", str(home), "--code", str(FOLDER / script)]
        said = _run(command, environment, patience_s)
        folder.mkdir(parents=True, exist_ok=True)
        pictures = sorted(one for one in found.iterdir() if one.name != ERROR)
        for picture in pictures:
            shutil.copy(picture, folder)
            print(f"{folder / picture.name}: {picture.stat().st_size} bytes")
        error = found / ERROR
        if error.is_file():
            raise RuntimeError(error.read_text(encoding="utf-8"))
        if not pictures:
            raise RuntimeError(said)


def _make_profile(profile: Path, archive: Path | None) -> None:
    plugins = profile / "python" / "plugins"
    plugins.mkdir(parents=True)
    (profile / "QGIS").mkdir()
    for settings in ("QGIS3.ini", "QGIS4.ini"):
        text = _SETTINGS + (_ENABLED if archive is not None else "")
        (profile / "QGIS" / settings).write_text(text, encoding="utf-8")
    if archive is not None:
        with zipfile.ZipFile(archive) as opened:
            opened.extractall(plugins)


def _run(command: list[str], environment: Mapping[str, str], patience_s: int) -> str:
    """Give what the command said; an end that takes too long, or a crash, is an error."""
    with subprocess.Popen(
        command,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as process:
        try:
            said, _ = process.communicate(timeout=patience_s)
        except subprocess.TimeoutExpired as error:
            os.killpg(process.pid, signal.SIGKILL)  # the screen's wrapper leaves QGIS behind
            said, _ = process.communicate()
            raise RuntimeError(f"No end after {patience_s} s.\n{said}") from error
    if process.returncode != 0:
        raise RuntimeError(f"QGIS ended with status {process.returncode}.\n{said}")
    return said


def _packages() -> str:
    """Where this Python has PyTorch, for QGIS's own."""
    import torch

    return str(Path(torch.__file__).parents[1])
