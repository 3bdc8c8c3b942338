"""Terraloom, a QGIS plugin that weaves new rasters."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from .plugin import TerraloomPlugin


def classFactory(iface: QgisInterface) -> TerraloomPlugin:
    """Give QGIS the plugin; all else is imported only now."""
    from .plugin import TerraloomPlugin

    return TerraloomPlugin(iface)
