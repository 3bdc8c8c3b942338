"""Which layers of the project Terraloom made: their tags, read without holding up the window."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping
from typing import Optional

from qgis.core import QgsMapLayer, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..processing_provider.reproduction import read_tags


class LayerTags(QObject):
    """The Terraloom tags of the project's raster layers, read in a thread when they appear."""

    found = pyqtSignal(str)
    _read = pyqtSignal(str, dict)

    def __init__(self) -> None:
        super().__init__()
        self._tags: dict[str, Mapping[str, str]] = {}
        self._stopped = threading.Event()
        self._read.connect(self._take)

    def start(self) -> None:
        project = QgsProject.instance()
        project.layersAdded.connect(self._added)
        project.layerWillBeRemoved[str].connect(self._removed)
        self._added(project.mapLayers().values())

    def stop(self) -> None:
        self._stopped.set()
        project = QgsProject.instance()
        project.layersAdded.disconnect(self._added)
        project.layerWillBeRemoved[str].disconnect(self._removed)
        self._tags = {}

    def of(self, layer: Optional[QgsMapLayer]) -> Mapping[str, str]:
        """Give the tags of ``layer``; none as long as they are not read, or it is another's."""
        return self._tags.get(layer.id(), {}) if layer is not None else {}

    def _added(self, layers: Iterable[QgsMapLayer]) -> None:
        sources = [
            (layer.id(), layer.source())
            for layer in layers
            if isinstance(layer, QgsRasterLayer) and layer.providerType() == "gdal"
        ]
        if sources:
            # A file may lie on a slow or sleeping disk.
            threading.Thread(
                target=self._look, args=(sources,), name="layer tags", daemon=True
            ).start()

    def _look(self, sources: list[tuple[str, str]]) -> None:
        for layer_id, source in sources:
            if self._stopped.is_set():
                return
            tags = read_tags(source)
            if tags and not self._stopped.is_set():
                self._read.emit(layer_id, tags)

    def _take(self, layer_id: str, tags: dict[str, str]) -> None:
        if not self._stopped.is_set() and QgsProject.instance().mapLayer(layer_id) is not None:
            self._tags[layer_id] = tags
            self.found.emit(layer_id)

    def _removed(self, layer_id: str) -> None:
        self._tags.pop(layer_id, None)
