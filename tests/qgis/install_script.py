"""What `test_install_from_zip` has QGIS's desktop do: run by its option ``--code``.

Installs the zip as the Plugin Manager does, opens the panel with a click, uninstalls, and writes
what it saw to a JSON file. Paths come from the environment.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from pathlib import Path
from typing import Any, Callable

import pyplugin_installer
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QEvent, QObject, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QApplication, QDockWidget, QToolButton
from qgis.utils import iface, plugins

NAME = "terraloom"
ZIP = os.environ["TERRALOOM_TEST_ZIP"]
REPORT = Path(os.environ["TERRALOOM_TEST_REPORT"])
FOLDER = Path(QgsApplication.qgisSettingsDirPath()) / "python" / "plugins" / NAME


def left_behind() -> dict[str, Any]:
    """All that is Terraloom's in this QGIS."""
    window = iface.mainWindow()
    widgets = {*window.findChildren(QObject), *QApplication.allWidgets()}
    return {
        "objects": sorted(one.objectName() for one in widgets if one.objectName().startswith(NAME)),
        "menus": [one.text() for one in iface.rasterMenu().actions() if one.text() == "Terraloom"],
        "provider": QgsApplication.processingRegistry().providerById(NAME) is not None,
        "plugin": NAME in plugins,
        # QGIS forgets modules, but not always the empty packages around them.
        "modules": sorted(
            name
            for name, module in sys.modules.items()
            if name.partition(".")[0] == NAME and not hasattr(module, "__path__")
        ),
        "folder": FOLDER.exists(),
    }


def install() -> dict[str, Any]:
    pyplugin_installer.instance().installFromZipFile(ZIP)
    QTest.qWait(1000)  # in an open window all comes in the turns of the event loop that follow
    provider = QgsApplication.processingRegistry().providerById(NAME)
    algorithms = sorted(one.name() for one in provider.algorithms()) if provider else []
    files = [path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*") if path.is_file()]
    return {
        "algorithms": algorithms,
        "translated": "i18n/terraloom_de.qm" in files,
        "help": all(f"help/{name}.html" in files for name in algorithms),
    }


def open_panel() -> dict[str, Any]:
    window = iface.mainWindow()
    dock = window.findChild(QDockWidget, "terraloomPanel")
    action = window.findChild(QAction, "terraloomTogglePanel")
    buttons = [one for one in window.findChildren(QToolButton) if one.defaultAction() is action]
    before = dock.isVisible()
    QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    QTest.qWait(300)
    names = {one.objectName() for one in dock.findChildren(QObject)}
    return {
        "before": before,
        "after": dock.isVisible(),
        "cards": sorted(name for name in names if name.startswith("terraloomCard_")),
    }


def uninstall() -> dict[str, Any]:
    pyplugin_installer.instance().uninstallPlugin(NAME, quiet=True)
    for _ in range(3):
        QTest.qWait(100)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return left_behind()


def run() -> None:
    report: dict[str, Any] = {}
    steps: tuple[tuple[str, Callable[[], Any]], ...] = (
        ("before", left_behind),
        ("installed", install),
        ("panel", open_panel),
        ("after", uninstall),
    )
    try:
        for name, step in steps:
            report[name] = step()
    except Exception:  # the test shows it; QGIS's own dialog would wait for a click
        report["error"] = traceback.format_exc()
    REPORT.write_text(json.dumps(report, indent=1), encoding="utf-8")
    os._exit(0)


QTimer.singleShot(1000, run)
