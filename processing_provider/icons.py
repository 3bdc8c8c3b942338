"""Where the drawings are."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtGui import QIcon

FOLDER = Path(__file__).resolve().parent.parent / "ui" / "icons"
PLUGIN = "terraloom"


def icon_path(*names: str) -> str:
    """Give the path of the first of these drawings that exists, else the plugin's own."""
    for name in names:
        path = FOLDER / f"{name}.svg"
        if path.is_file():
            return str(path)
    return str(FOLDER / f"{PLUGIN}.svg")


def icon(*names: str) -> QIcon:
    """Give the first of these drawings that exists as an icon."""
    return QIcon(icon_path(*names))
