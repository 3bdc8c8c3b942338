"""Polygons of a layer as places, one for each result."""

from __future__ import annotations

from typing import Optional

from qgis.core import (
    QgsFeatureRequest,
    QgsMapLayerProxyModel,
    QgsReferencedRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from ..processing_provider.translation import tr
from .extent_values import ExtentValue, as_value
from .form_widgets import keep_narrow

MOST_FEATURES = 200


class PolygonChooser(QWidget):
    """A layer, and whether all of its polygons are meant or those that are selected."""

    changed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._told: Optional[QgsVectorLayer] = None
        self._layers = QgsMapLayerComboBox()
        self._layers.setFilters(QgsMapLayerProxyModel.Filter.PolygonLayer)
        self._layers.setAllowEmptyLayer(False)
        keep_narrow(self._layers)
        self._selected_only = QCheckBox(tr("Selected ones only"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._layers)
        layout.addWidget(self._selected_only)
        self._layers.layerChanged.connect(self._follow)
        self._selected_only.toggled.connect(self._emit)
        self._follow(self._layers.currentLayer())

    def choose_selected(self, *, only: bool) -> None:
        self._selected_only.setChecked(only)

    def values(self) -> list[ExtentValue]:
        """Give the extents, the largest first."""
        layer = self._layers.currentLayer()
        if layer is None:
            return []
        request = QgsFeatureRequest().setNoAttributes().setLimit(MOST_FEATURES)
        if self._selected_only.isChecked():
            features = layer.getSelectedFeatures(request)
        else:
            features = layer.getFeatures(request)
        boxes = [one.geometry().boundingBox() for one in features if one.hasGeometry()]
        boxes.sort(key=lambda box: box.width() * box.height(), reverse=True)
        crs = layer.crs()
        return [value for box in boxes if (value := as_value(QgsReferencedRectangle(box, crs)))]

    def lack(self) -> str:
        """Give what the user has to do before there are places; empty where there are."""
        if self._count() > MOST_FEATURES:
            return tr(
                "More than {most} polygons are too many at once. Select some of them, and choose "
                "'Selected ones only'."
            ).format(most=MOST_FEATURES)
        return "" if self.values() else tr("Choose a polygon layer that has features.")

    def _count(self) -> int:
        layer = self._layers.currentLayer()
        if layer is None:
            return 0
        selected = self._selected_only.isChecked()
        return int(layer.selectedFeatureCount() if selected else layer.featureCount())

    def _follow(self, layer: Optional[QgsVectorLayer]) -> None:
        """Tell also when other polygons are selected, or they are edited."""
        if self._told is not None and not sip.isdeleted(self._told):
            self._told.selectionChanged.disconnect(self._emit)
            self._told.editingStopped.disconnect(self._emit)
        self._told = layer
        if layer is not None:
            layer.selectionChanged.connect(self._emit)
            layer.editingStopped.connect(self._emit)
        self.changed.emit()

    def _emit(self, *_: object) -> None:
        self.changed.emit()
