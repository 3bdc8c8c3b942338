"""Wiring only: what is registered on start is undone on unload."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from qgis.core import QgsApplication

from .processing_provider import translation
from .processing_provider.provider import ID, TerraloomProvider
from .processing_provider.services import default_services

if TYPE_CHECKING:
    from qgis.gui import QgisInterface
    from qgis.PyQt.QtCore import QTranslator

    from .ui.desktop import Desktop


class TerraloomPlugin:
    """The plugin as QGIS sees it; ``iface`` is None under ``qgis_process``."""

    def __init__(self, iface: Optional[QgisInterface]) -> None:
        self._iface = iface
        self._provider: Optional[TerraloomProvider] = None
        self._desktop: Optional[Desktop] = None
        self._translator: Optional[QTranslator] = None

    def initProcessing(self) -> None:
        """Register the algorithms; the only call that ``qgis_process`` makes."""
        self._translator = translation.install()
        self._services = default_services()
        self._provider = TerraloomProvider(self._services)
        QgsApplication.processingRegistry().addProvider(self._provider)

    def initGui(self) -> None:
        from .ui.desktop import Desktop  # needs a window, which qgis_process has not

        self.initProcessing()
        self._desktop = Desktop(self._iface, self._services, ID)
        self._desktop.install()

    def unload(self) -> None:
        if self._desktop is not None:
            self._desktop.uninstall()
            self._desktop = None
        if self._provider is not None:
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None
        translation.remove(self._translator)
        self._translator = None
