"""Takes the pictures of the help pages in a real desktop, on a screen that nobody sees."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

from . import package
from .bootstrap import ROOT

SCENES = ROOT / "tools" / "desktop_scenes.py"
COARSE_DEM = ROOT / "tests" / "data" / "alps_480m_utm32.tif"
PATIENCE_S = 1200
_SETTINGS = """[PythonPlugins]
terraloom=true

[qgis]
checkVersion=false
iconSize=16

[locale]
userLocale=en_US
overrideFlag=true
"""


def take(folder: Path) -> None:
    """Fill `folder` with the pictures; `RuntimeError` where a scene cannot be played."""
    program, screen = shutil.which("qgis.bin") or shutil.which("qgis"), shutil.which("xvfb-run")
    if program is None or screen is None:
        raise RuntimeError("The QGIS desktop and xvfb-run are needed.")
    with tempfile.TemporaryDirectory(prefix="terraloom") as name:
        home = Path(name)
        profile = home / "profiles" / "default"
        plugins = profile / "python" / "plugins"
        plugins.mkdir(parents=True)
        # The plugin as users have it, and paths that say nothing of whoever takes the pictures.
        with zipfile.ZipFile(package.build(ROOT, home)) as archive:
            archive.extractall(plugins)
        (profile / "QGIS").mkdir()
        for settings in ("QGIS3.ini", "QGIS4.ini"):
            (profile / "QGIS" / settings).write_text(_SETTINGS, encoding="utf-8")
        pictures = home / "pictures"
        pictures.mkdir()
        coarse = shutil.copy(COARSE_DEM, home)
        environment = {
            **os.environ,
            "HOME": str(home),
            "QT_QPA_PLATFORM": "xcb",
            "PYTHONPATH": _packages(),
            "TERRALOOM_PICTURES": str(pictures),
            "TERRALOOM_COARSE_DEM": str(coarse),
        }
        options = ["--noversioncheck", "--nologo", "--profiles-path", str(home)]
        run = subprocess.run(
            [screen, "-a", "-s", "-screen 0 1600x1000x24", program, *options]
            + ["--code", str(SCENES)],
            env=environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
            check=False,
        )
        taken = sorted(pictures.glob("*.jpg"))
        folder.mkdir(parents=True, exist_ok=True)
        for picture in taken:
            shutil.copy(picture, folder)
            print(f"{folder / picture.name}: {picture.stat().st_size} bytes")
        error = pictures / "error.txt"
        if error.is_file():
            raise RuntimeError(error.read_text(encoding="utf-8"))
        if not taken:
            raise RuntimeError(run.stdout + run.stderr)


def _packages() -> str:
    """Where this Python has PyTorch, for QGIS's own."""
    import torch

    return str(Path(torch.__file__).parents[1])


def main(arguments: Sequence[str]) -> int:
    """Take them into help/images, or into the folder given. Then look at every one."""
    parser = argparse.ArgumentParser(prog="tools/desktop_pictures", description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "help" / "images")
    try:
        take(parser.parse_args(arguments).out)
    except RuntimeError as error:
        print(error, file=sys.stderr)
        return 1
    return 0
