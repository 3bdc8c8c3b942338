"""What is done to results when QGIS loads them, then and a little later. Main thread only."""

from __future__ import annotations

from typing import Callable, ClassVar

from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsProject,
)
from qgis.PyQt.QtCore import QTimer


class OnLoad(QgsProcessingLayerPostProcessorInterface):
    """Made on any thread; QGIS, which does not own it, calls it on the main one."""

    _kept: ClassVar[set[OnLoad]] = set()

    def __init__(self, group_name: str) -> None:
        super().__init__()
        self.group_name = group_name
        """The group of the layer tree that the result belongs to."""

    def kept(self) -> OnLoad:
        """Give this, which Python now does not collect before QGIS has called it."""
        self._kept.add(self)
        return self

    def postProcessLayer(
        self,
        layer: QgsMapLayer,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> None:
        self._kept.discard(self)
        self.dress(layer, context)

    def dress(self, layer: QgsMapLayer, context: QgsProcessingContext) -> None:
        """Give the layer all that its file does not tell."""
        raise NotImplementedError


def soon(project: QgsProject, action: Callable[[], object], delay_ms: int = 0) -> None:
    """Call ``action`` from the event loop, unless ``project`` is gone by then."""
    timer = QTimer(project)
    timer.setSingleShot(True)
    timer.timeout.connect(action)
    timer.timeout.connect(timer.deleteLater)
    timer.start(delay_ms)
