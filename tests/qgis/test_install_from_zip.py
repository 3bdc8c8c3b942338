"""The zip in a real desktop with a fresh profile: installed, opened and uninstalled."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from ...tools import package
from .processes import ROOT

# Debian's wrapper of the same name looks for running copies.
QGIS = shutil.which("qgis.bin") or shutil.which("qgis")
SCREEN = shutil.which("xvfb-run")
SCRIPT = Path(__file__).with_name("install_script.py")
PATIENCE_S = 150
MODELS = {card.parent.name for card in (ROOT / "models").glob("*/model.json")}

pytestmark = pytest.mark.skipif(
    QGIS is None or SCREEN is None, reason="needs the QGIS desktop and Xvfb"
)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the desktop saw, step by step."""
    home = tmp_path_factory.mktemp("a home with spaces")
    settings = home / "profiles" / "default" / "QGIS"
    settings.mkdir(parents=True)
    for name in ("QGIS3.ini", "QGIS4.ini"):
        # No greeting, no look for updates: only the plugin is tried here.
        text = "[qgis]\ncheckVersion=false\n[app]\nplugin_installer\\checkOnStart=false\n"
        (settings / name).write_text(text, encoding="utf-8")
    found = home / "report.json"
    environment = {
        **os.environ,
        "HOME": str(home),
        "QT_QPA_PLATFORM": "xcb",
        "TERRALOOM_TEST_ZIP": str(package.build(ROOT, home)),
        "TERRALOOM_TEST_REPORT": str(found),
    }
    options = ["--noversioncheck", "--nologo", "--profiles-path", str(home)]
    run = subprocess.run(
        [str(SCREEN), "-a", "-s", "-screen 0 1600x1000x24", str(QGIS), *options]
        + ["--code", str(SCRIPT)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert found.is_file(), run.stdout + run.stderr
    steps: dict[str, Any] = json.loads(found.read_text(encoding="utf-8"))
    assert "error" not in steps, steps["error"]
    return steps


def test_the_plugin_manager_installs_the_zip_with_all_algorithms(report: dict[str, Any]) -> None:
    installed = report["installed"]
    assert {"apply_model", "extend", "verify", *MODELS} <= set(installed["algorithms"])


def test_translations_and_help_come_with_it(report: dict[str, Any]) -> None:
    assert report["installed"]["translated"]
    assert report["installed"]["help"]


def test_one_click_opens_the_panel_with_its_cards(report: dict[str, Any]) -> None:
    assert report["panel"]["before"] is False
    assert report["panel"]["after"] is True
    assert {f"terraloomCard_terraloom:{name}" for name in MODELS} <= set(report["panel"]["cards"])


def test_uninstalling_leaves_nothing(report: dict[str, Any]) -> None:
    assert report["before"] == {**report["before"], "objects": [], "modules": [], "folder": False}
    assert report["after"] == report["before"]
