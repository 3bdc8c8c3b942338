"""Terraloom in QGIS's window: button, menu, panel, and the parts around them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Callable, Optional

from qgis.core import QgsApplication, QgsSettings
from qgis.gui import QgisInterface, QgsDockWidget
from qgis.PyQt.QtCore import QFileSystemWatcher, QObject, Qt, QTimer
from qgis.PyQt.QtWidgets import QAction, QDialog, QMenu

from ..processing_provider import icons
from ..processing_provider.services import Services
from ..processing_provider.translation import tr
from .help_link import open_page
from .layer_actions import LayerActions
from .lifetimes import delete_later
from .live_layer import LiveLayers
from .models_dialog import ModelsDialog
from .options_page import PAGE as OPTIONS_PAGE
from .options_page import OptionsFactory
from .panel import Panel
from .panel_parts import PanelParts
from .preview import Preview
from .run_list import RunList
from .runs import RunQueue
from .seed_strip import SeedStrip
from .setup_offer import SetupOffer
from .setup_run import setup_runs

MENU = "Terraloom"
DOCK_NAME = "terraloomPanel"
SETTINGS = "terraloom/panel"
AREAS = {
    "left": Qt.DockWidgetArea.LeftDockWidgetArea,
    "right": Qt.DockWidgetArea.RightDockWidgetArea,
    "top": Qt.DockWidgetArea.TopDockWidgetArea,
    "bottom": Qt.DockWidgetArea.BottomDockWidgetArea,
}
LEAST_WIDTH, FIRST_WIDTH = 300, 400
SETTLING_MS = 1500  # a model folder that is being copied in


class Desktop(QObject):
    """Puts the parts into the window, and takes every one of them back."""

    def __init__(self, iface: QgisInterface, services: Services, provider_id: str) -> None:
        super().__init__()
        self._iface, self._services, self._provider_id = iface, services, provider_id
        self._actions: list[QAction] = []
        self._toolbar_action: Optional[QAction] = None
        self._dock: Optional[QgsDockWidget] = None
        self.panel: Optional[Panel] = None
        self.queue: Optional[RunQueue] = None

    def install(self) -> None:
        iface, services = self._iface, self._services
        self.queue = RunQueue(iface)
        self._preview = Preview(iface, services)
        self._live_layers = LiveLayers(iface, services)
        self._setup = SetupOffer(iface, services)
        self._live_layers.open_form = self.open_form
        self._options = OptionsFactory(services)
        self._layer_actions = LayerActions(iface, self.queue, self.open_form)
        self.panel = Panel(iface, services, self._provider_id, self._parts())
        self._add_dock()
        self._add_actions()
        self.queue.form_wanted.connect(self.open_form)
        self.queue.finished.connect(self.panel.finished)
        self._setup.begun.connect(self._open_first)
        runs = setup_runs()
        runs.started.connect(self._engine_changed)
        runs.ended.connect(self._engine_changed)
        iface.registerOptionsWidgetFactory(self._options)
        self._setup.install()
        self._live_layers.install()
        self._layer_actions.install()
        self._watch_models()
        self._restore()

    def uninstall(self) -> None:
        if self.panel is None:
            return
        self._remember()
        self._unwatch_models()
        runs = setup_runs()
        runs.started.disconnect(self._engine_changed)
        runs.ended.disconnect(self._engine_changed)
        self.panel.close_panel()
        self._layer_actions.uninstall()
        self._live_layers.uninstall()
        self._setup.uninstall()
        self._iface.unregisterOptionsWidgetFactory(self._options)
        self._preview.close()
        self.queue.close()
        self._remove_actions()
        self._close_dialogs()
        self._iface.removeDockWidget(self._dock)
        delete_later(self._dock)
        self._dock = self.panel = None

    def open_form(self, algorithm_id: str, parameters: Mapping[str, Any]) -> None:
        """Bring the panel to the front with a filled form."""
        self._dock.setUserVisible(True)
        if not self.panel.open_form(algorithm_id, parameters):
            name = algorithm_id.partition(":")[2]
            message = tr("The model '{name}' is not there, or cannot be used.").format(name=name)
            self._iface.messageBar().pushWarning(MENU, message)

    def _open_first(self) -> None:
        """Somebody sets PyTorch up: a model to begin with is at hand meanwhile."""
        self._dock.setUserVisible(True)
        self.panel.open_first()

    def _engine_changed(self) -> None:
        """A set-up has begun or ended: what needs PyTorch waits for it, runs, or is given up."""
        lacking = self._services.engine.problem() is not None
        if lacking and setup_runs().current is not None:
            self.queue.hold(tr("Waits until PyTorch is set up"))
        elif lacking:
            self.queue.give_up()
        else:
            self.queue.go_on()
        self.panel.engine_changed()

    def reload_models(self) -> None:
        """Look for models again, and list what there is."""
        provider = QgsApplication.processingRegistry().providerById(self._provider_id)
        if provider is not None:
            provider.refreshAlgorithms()

    def _parts(self) -> PanelParts:
        return PanelParts(
            queue=self.queue,
            preview=self._preview,
            live_layers=self._live_layers,
            make_seed_strip=lambda parent: SeedStrip(self._services, parent),
            make_run_list=lambda parent: RunList(self.queue, parent),
            offer_setup=self._setup.offer,
            actions=lambda: [one for one in self._actions if one is not self._toolbar_action],
        )

    def _add_dock(self) -> None:
        window = self._iface.mainWindow()
        dock = QgsDockWidget(MENU, window)
        dock.setObjectName(DOCK_NAME)
        dock.setWidget(self.panel)
        dock.setMinimumWidth(LEAST_WIDTH)
        store = QgsSettings()
        area = AREAS.get(str(store.value(f"{SETTINGS}/area", "right")), AREAS["right"])
        self._iface.addDockWidget(area, dock)
        self._dock = dock

    def _restore(self) -> None:
        """Bring the panel back as it was; QGIS itself knows where, if it was there when QGIS was
        left."""
        store, window, dock = QgsSettings(), self._iface.mainWindow(), self._dock
        shown = bool(store.value(f"{SETTINGS}/visible", False, type=bool))
        window.restoreDockWidget(dock)
        self._sized = False
        dock.visibilityChanged.connect(self._give_width)
        self._setup.is_needless = dock.isVisible
        dock.visibilityChanged.connect(self._setup.withdraw)
        dock.setVisible(shown)
        if shown:
            self.panel.restore()

    def _give_width(self, visible: bool) -> None:
        """Give the panel its width when it is first seen: before, it has none."""
        if not visible or self._sized:
            return
        self._sized = True
        width = int(QgsSettings().value(f"{SETTINGS}/width", FIRST_WIDTH))
        window = self._iface.mainWindow()
        window.resizeDocks([self._dock], [width], Qt.Orientation.Horizontal)

    def _remember(self) -> None:
        store, dock = QgsSettings(), self._dock
        store.setValue(f"{SETTINGS}/visible", not dock.isHidden())
        area = self._iface.mainWindow().dockWidgetArea(dock)
        for name in (name for name, one in AREAS.items() if one == area):
            store.setValue(f"{SETTINGS}/area", name)
        if not dock.isHidden():
            store.setValue(f"{SETTINGS}/width", dock.width())

    def _add_actions(self) -> None:
        toggle = self._action("terraloomTogglePanel", tr("Terraloom panel"), None, icons.PLUGIN)
        toggle.setToolTip(tr("Terraloom: make synthetic rasters with local models"))
        self._dock.setToggleVisibilityAction(toggle)
        self._iface.addToolBarIcon(toggle)
        self._toolbar_action = toggle
        self._action("terraloomModels", tr("Models…"), self._open_models)
        self._action("terraloomSetupAction", tr("Set up PyTorch…"), self._setup.offer)
        self._action("terraloomOptionsAction", tr("Options…"), self._open_options)
        self._action("terraloomReload", tr("Look for models again"), self.reload_models)
        self._action("terraloomHelpAction", tr("Help"), self._open_help)

    def _action(
        self, name: str, text: str, slot: Optional[Callable[[], Any]], icon: str = ""
    ) -> QAction:
        action = QAction(text, self._iface.mainWindow())
        action.setObjectName(name)
        if icon:
            action.setIcon(icons.icon(icon))
        if slot is not None:
            action.triggered.connect(lambda _checked=False: slot())
        self._iface.addPluginToRasterMenu(MENU, action)
        self._actions.append(action)
        return action

    def _remove_actions(self) -> None:
        if self._toolbar_action is not None:
            self._iface.removeToolBarIcon(self._toolbar_action)
        for action in self._actions:
            self._iface.removePluginRasterMenu(MENU, action)
            action.deleteLater()
        self._actions, self._toolbar_action = [], None
        # QGIS takes the empty menu out of its own, but keeps it.
        for menu in self._iface.mainWindow().findChildren(QMenu, MENU):
            menu.deleteLater()

    def _watch_models(self) -> None:
        """List a model as soon as its folder appears."""
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLING_MS)
        self._settling.timeout.connect(self.reload_models)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._settling.start)
        provider = QgsApplication.processingRegistry().providerById(self._provider_id)
        if provider is not None:
            provider.algorithmsLoaded.connect(self._models_changed)
        self._watch_folders()

    def _watch_folders(self) -> None:
        folders = [folder for folder in self._services.catalog.folders if folder.is_dir()]
        found = [str(folder) for folder in folders]
        watched = set(self._watcher.directories())
        new = [folder for folder in found if folder not in watched]
        if new:
            self._watcher.addPaths(new)

    def _unwatch_models(self) -> None:
        self._settling.stop()
        provider = QgsApplication.processingRegistry().providerById(self._provider_id)
        if provider is not None:
            provider.algorithmsLoaded.disconnect(self._models_changed)
        self._watcher.deleteLater()

    def _models_changed(self) -> None:
        self._watch_folders()
        self.panel.refresh()

    def _close_dialogs(self) -> None:
        """Those that were left open; what they lead to is about to go."""
        for dialog in self._iface.mainWindow().findChildren(QDialog):
            if dialog.objectName().startswith("terraloom"):
                dialog.close()
                delete_later(dialog)

    def _open_models(self) -> None:
        dialog = ModelsDialog(self._services, self.reload_models, self._iface.mainWindow())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    def _open_options(self) -> None:
        self._iface.showOptionsDialog(self._iface.mainWindow(), OPTIONS_PAGE)

    def _open_help(self) -> None:
        open_page("panel")
