"""What can be done with a layer that Terraloom made: in its context menu and the Raster menu."""

from __future__ import annotations

from typing import Any, Callable, Optional

from qgis.core import Qgis, QgsMapLayer, QgsProject, QgsRasterLayer
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QAction

from ..core.errors import TerraloomError
from ..processing_provider import icons
from ..processing_provider.reproduction import describe, extension, input_layer, reproduction
from ..processing_provider.translation import tr
from .layer_tags import LayerTags
from .provenance_dialog import ProvenanceDialog
from .runs import RunQueue

MENU = "Terraloom"
EXTEND, VERIFY = "terraloom:extend", "terraloom:verify"

OpenForm = Callable[[str, dict[str, Any]], None]


class LayerActions(QObject):
    """Provenance, reproduce, extend and verify for the layers that carry Terraloom's tags."""

    def __init__(self, iface: QgisInterface, queue: RunQueue, open_form: OpenForm) -> None:
        super().__init__()
        self._iface = iface
        self._queue = queue
        self._open_form = open_form
        self._tags = LayerTags()
        self._tags.found.connect(self._offer)
        self._actions: list[QAction] = []

    def install(self) -> None:
        parent = self._iface.mainWindow()
        for text, name, icon, slot in (
            (tr("Show provenance…"), "Provenance", icons.PLUGIN, self._show_provenance),
            (tr("Reproduce…"), "Reproduce", icons.PLUGIN, self._reproduce),
            (tr("Extend…"), "Extend", "extend", self._extend),
            (tr("Verify"), "Verify", "verify", self._verify),
        ):
            action = QAction(icons.icon(icon), text, parent)
            action.setObjectName(f"terraloomLayer{name}")
            action.triggered.connect(slot)
            self._iface.addPluginToRasterMenu(MENU, action)
            self._iface.addCustomActionForLayerType(action, MENU, QgsMapLayer.RasterLayer, False)
            self._actions.append(action)
        self._iface.currentLayerChanged.connect(self._enable)
        self._tags.start()
        self._enable(self._iface.activeLayer())

    def uninstall(self) -> None:
        self._iface.currentLayerChanged.disconnect(self._enable)
        self._tags.stop()
        for action in self._actions:
            self._iface.removeCustomActionForLayerType(action)
            self._iface.removePluginRasterMenu(MENU, action)
            action.deleteLater()
        self._actions = []

    def _offer(self, layer_id: str) -> None:
        """Add the actions to the context menu of a layer that has turned out to be ours."""
        layer = QgsProject.instance().mapLayer(layer_id)
        for action in self._actions:
            self._iface.addCustomActionForLayer(action, layer)
        self._enable(self._iface.activeLayer())

    def _enable(self, layer: Optional[QgsMapLayer]) -> None:
        for action in self._actions:
            action.setEnabled(bool(self._tags.of(layer)))

    def _current(self) -> Optional[QgsRasterLayer]:
        layer = self._iface.activeLayer()
        return layer if self._tags.of(layer) else None

    def _show_provenance(self) -> None:
        layer = self._current()
        if layer is None:
            return
        try:
            rows = describe(self._tags.of(layer))
        except TerraloomError as error:
            self._warn(str(error))
            return
        ProvenanceDialog(layer.name(), rows, self._iface.mainWindow()).open()

    def _reproduce(self) -> None:
        layer = self._current()
        if layer is None:
            return
        try:
            found = reproduction(self._tags.of(layer), layer, QgsProject.instance())
        except TerraloomError as error:
            self._warn(str(error))
            return
        for note in found.notes:
            self._warn(note)
        self._open_form(found.algorithm_id, found.parameters)

    def _extend(self) -> None:
        layer = self._current()
        if layer is not None:
            canvas = self._iface.mapCanvas()
            view, crs = canvas.extent(), canvas.mapSettings().destinationCrs()
            self._open_form(EXTEND, self._with_source(layer, extension(layer, view, crs)))

    def _verify(self) -> None:
        layer = self._current()
        if layer is not None:
            self._queue.submit(VERIFY, self._with_source(layer, {"INPUT": layer.id()}))

    def _with_source(self, layer: QgsRasterLayer, parameters: dict[str, Any]) -> dict[str, Any]:
        """Add the layer it was made from, where that is known."""
        try:
            source = input_layer(self._tags.of(layer), layer, QgsProject.instance())
        except TerraloomError:
            return parameters  # the algorithm tells what is wrong with the tags
        return {**parameters, "SOURCE": source} if source else parameters

    def _warn(self, message: str) -> None:
        self._iface.messageBar().pushMessage(MENU, message, Qgis.Warning)
