"""Wiring only: what is registered on start is undone on unload."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from qgis.core import QgsApplication

from .processing_provider import translation

if TYPE_CHECKING:
    from qgis.gui import QgisInterface
    from qgis.PyQt.QtCore import QTranslator

    from .processing_provider.provider import TerraloomProvider
    from .processing_provider.services import Services
    from .ui.desktop import Desktop
    from .ui.startup import Step, Steps


class TerraloomPlugin:
    """The plugin as QGIS sees it; ``iface`` is None under ``qgis_process``."""

    def __init__(self, iface: Optional[QgisInterface]) -> None:
        self._iface = iface
        self._services: Optional[Services] = None
        self._provider: Optional[TerraloomProvider] = None
        self._built: Optional[Desktop] = None
        self._steps: Optional[Steps] = None
        self._translator: Optional[QTranslator] = None

    def initProcessing(self) -> None:
        """Register the algorithms; the only call that ``qgis_process`` makes."""
        self._translate()
        for step in self._to_register():
            step()

    def initGui(self) -> None:
        from .ui.startup import Steps  # needs a window, which qgis_process has not

        building: tuple[Step, ...] = (
            *(_read_tiles, _read_map_parts, _read_jobs, _read_worker, _read_setup),
            *(_read_layer_parts, _read_dialogs, _read_panel, _read_desktop, self._build),
        )
        if self._iface.mainWindow().isVisible():
            # Switched on in a window that somebody works in: that must answer in between.
            self._translate()
            building = (*self._to_register(), *building)
        else:
            # QGIS starts: what it opens next, projects and scripts, finds the algorithms.
            self.initProcessing()
        self._steps = Steps(building)

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

    def _translate(self) -> None:
        self._translator = translation.install()

    def _to_register(self) -> tuple[Step, ...]:
        return (
            *(_read_models, _read_services, _read_tasks, _read_provider),
            *(self._find_models, self._register),
        )

    def _find_models(self) -> None:
        from .processing_provider.services import default_services

        self._services = default_services()
        self._services.catalog.scan()

    def _register(self) -> None:
        from .processing_provider.provider import TerraloomProvider

        self._provider = TerraloomProvider(self._services)
        QgsApplication.processingRegistry().addProvider(self._provider)

    def _build(self) -> None:
        from .processing_provider.provider import ID
        from .ui.desktop import Desktop

        self._built = Desktop(self._iface, self._services, ID)
        self._built.install()


def _read_models() -> None:
    from .core import catalog, engine  # noqa: F401


def _read_services() -> None:
    from .processing_provider import services  # noqa: F401


def _read_tasks() -> None:
    from .processing_provider import guided_algorithm, tasks  # noqa: F401


def _read_provider() -> None:
    from .processing_provider import provider  # noqa: F401


def _read_tiles() -> None:
    from .core import tile_source  # noqa: F401
    from .processing_provider import tile_jobs  # noqa: F401


def _read_map_parts() -> None:
    from .ui import live_layer, preview  # noqa: F401


def _read_jobs() -> None:
    from .core import jobs  # noqa: F401
    from .processing_provider import reproduction  # noqa: F401


def _read_worker() -> None:
    from .core.worker import client  # noqa: F401


def _read_setup() -> None:
    from .processing_provider import setup_facts  # noqa: F401


def _read_layer_parts() -> None:
    from .ui import layer_actions  # noqa: F401


def _read_dialogs() -> None:
    from .ui import models_dialog, options_page, setup_offer  # noqa: F401


def _read_panel() -> None:
    from .ui import form_page, panel, runs  # noqa: F401


def _read_desktop() -> None:
    from .ui import desktop  # noqa: F401
