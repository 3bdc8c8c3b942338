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
    from .ui.startup import Steps


class TerraloomPlugin:
    """The plugin as QGIS sees it; ``iface`` is None under ``qgis_process``."""

    def __init__(self, iface: Optional[QgisInterface]) -> None:
        self._iface = iface
        self._provider: Optional[TerraloomProvider] = None
        self._built: Optional[Desktop] = None
        self._steps: Optional[Steps] = None
        self._translator: Optional[QTranslator] = None

    def initProcessing(self) -> None:
        """Register the algorithms; the only call that ``qgis_process`` makes."""
        self._translator = translation.install()
        self._services = default_services()
        self._provider = TerraloomProvider(self._services)
        QgsApplication.processingRegistry().addProvider(self._provider)

    def initGui(self) -> None:
        from .ui.startup import Steps  # needs a window, which qgis_process has not

        self.initProcessing()
        reading = (_read_map_parts, _read_layer_parts, _read_dialogs, _read_panel)
        self._steps = Steps((*reading, self._build))

    def unload(self) -> None:
        if self._steps is not None:
            self._steps.drop()
            self._steps = None
        if self._built is not None:
            self._built.uninstall()
            self._built = None
        if self._provider is not None:
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None
        translation.remove(self._translator)
        self._translator = None

    @property
    def _desktop(self) -> Optional[Desktop]:
        """What is in the window, complete."""
        if self._steps is not None:
            self._steps.finish()
        return self._built

    def _build(self) -> None:
        from .ui.desktop import Desktop

        self._built = Desktop(self._iface, self._services, ID)
        self._built.install()


def _read_map_parts() -> None:
    from .ui import live_layer, preview  # noqa: F401


def _read_layer_parts() -> None:
    from .ui import layer_actions  # noqa: F401


def _read_dialogs() -> None:
    from .ui import models_dialog, options_page, setup_offer  # noqa: F401


def _read_panel() -> None:
    from .ui import form_page, panel, runs  # noqa: F401
