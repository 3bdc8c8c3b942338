"""Wiring only: what is registered on start is undone on unload."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsApplication
from qgis.gui import QgisInterface
from qgis.PyQt.QtWidgets import QAction

from .processing_provider import icons
from .processing_provider.provider import ID, TerraloomProvider
from .processing_provider.translation import tr

MENU = "Terraloom"
FIRST_ALGORITHM = f"{ID}:terrain"


class TerraloomPlugin:
    """The plugin as QGIS sees it; ``iface`` is None under ``qgis_process``."""

    def __init__(self, iface: Optional[QgisInterface]) -> None:
        self._iface = iface
        self._provider: Optional[TerraloomProvider] = None
        self._action: Optional[QAction] = None

    def initProcessing(self) -> None:
        """Register the algorithms; the only call that ``qgis_process`` makes."""
        self._provider = TerraloomProvider()
        QgsApplication.processingRegistry().addProvider(self._provider)

    def initGui(self) -> None:
        self.initProcessing()
        action = QAction(
            icons.icon(icons.PLUGIN), tr("Generate terrain…"), self._iface.mainWindow()
        )
        action.setObjectName("terraloomGenerateTerrain")
        action.setToolTip(tr("Generate synthetic terrain for an extent"))
        action.triggered.connect(self._open_terrain)
        self._iface.addPluginToRasterMenu(MENU, action)
        self._iface.addToolBarIcon(action)
        self._action = action

    def unload(self) -> None:
        if self._action is not None:
            self._iface.removePluginRasterMenu(MENU, self._action)
            self._iface.removeToolBarIcon(self._action)
            self._action.deleteLater()
            self._action = None
        if self._provider is not None:
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None

    def _open_terrain(self) -> None:
        import processing  # QGIS's own plugin, loaded before a user can click

        algorithm = QgsApplication.processingRegistry().algorithmById(FIRST_ALGORITHM)
        possible, reason = algorithm.canExecute()
        if not possible:
            self._iface.messageBar().pushWarning(MENU, reason)
            return
        processing.execAlgorithmDialog(FIRST_ALGORITHM, {})
