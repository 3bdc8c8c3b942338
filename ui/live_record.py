"""What a project keeps of its live layers, so that they outlast a time without the plugin.

QGIS drops a layer of a kind that it does not know, and only its place in the layer tree stays.
What anybody wrote among the project's own entries it keeps, and saves again.
"""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsLayerTreeLayer, QgsMapLayer, QgsProject, QgsReadWriteContext
from qgis.PyQt.QtXml import QDomDocument

from .live_map_layer import LiveLayer

SCOPE, KEY = "terraloom", "live_layers"
ELEMENT = "maplayer"


def keep(project: QgsProject) -> None:
    """Write down the live layers, and once more those that are written down but not there."""
    kept = _written(project)
    waiting = {node.layerId() for node in _waiting(project)}
    found = {one: text for one, text in kept.items() if one in waiting}
    for layer in project.mapLayers().values():
        if isinstance(layer, LiveLayer):
            found[layer.id()] = _text(layer)
    if found == kept:
        return
    if found:
        project.writeEntry(SCOPE, KEY, list(found.values()))
    else:
        project.removeEntry(SCOPE, KEY)


def take_out(project: QgsProject, remove: Callable[[], object]) -> None:
    """Have ``remove`` take the live layers away, and keep their places in the layer tree."""
    was_dirty = project.isDirty()
    keep(project)
    bridge = project.layerTreeRegistryBridge()
    bridge.setEnabled(False)
    try:
        remove()
    finally:
        bridge.setEnabled(True)
    project.setDirty(was_dirty)  # it is still the same project


def bring_back(project: QgsProject, make: Callable[[], LiveLayer]) -> None:
    """Add the layers that the project has a place for, but not themselves."""
    waiting = {node.layerId() for node in _waiting(project)}
    texts = [text for one, text in _written(project).items() if one in waiting]
    was_dirty = project.isDirty()
    for text in texts:
        document = QDomDocument()
        layer = make()
        if document.setContent(text)[0] and layer.readLayerXml(
            document.documentElement(), QgsReadWriteContext()
        ):
            project.addMapLayer(layer, False)
    if texts:
        project.layerTreeRoot().resolveReferences(project)
        project.layerTreeRoot().layerOrderChanged.emit()  # or else no map would show them
        project.setDirty(was_dirty)


def _written(project: QgsProject) -> dict[str, str]:
    """By the layer's id, as it was when the project was saved or the plugin went."""
    found = {}
    for text in project.readListEntry(SCOPE, KEY)[0]:
        document = QDomDocument()
        if document.setContent(text)[0]:
            layer_id = document.documentElement().firstChildElement("id").text()
            found[layer_id] = text
    return found


def _waiting(project: QgsProject) -> list[QgsLayerTreeLayer]:
    return [node for node in project.layerTreeRoot().findLayers() if node.layer() is None]


def _text(layer: QgsMapLayer) -> str:
    document = QDomDocument()
    element = document.createElement(ELEMENT)
    document.appendChild(element)
    layer.writeLayerXml(element, document, QgsReadWriteContext())
    return str(document.toString(-1))
