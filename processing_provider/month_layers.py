"""Months for QGIS's temporal controller: which band of a climate raster shows when.

Main thread only. QGIS from 3.38 on switches bands by itself; for older ones every month becomes a
layer of its own over the same file.
"""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsDateTimeRange,
    QgsLayerTreeGroup,
    QgsProject,
    QgsRasterLayer,
    QgsRasterLayerTemporalProperties,
)
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime

from ..core.climate_control import MONTHS, month_name
from .on_load import soon
from .translation import tr

MOST_LAYERS = 120


def month_range(number: int) -> QgsDateTimeRange:
    """Give the time from a month's first moment up to the next month's."""
    return QgsDateTimeRange(_start(number), _start(number + 1), True, False)


def _start(number: int) -> QDateTime:
    year, month = divmod(number, MONTHS)
    return QDateTime(QDate(year, month + 1, 1), QTime(0, 0), Qt.TimeSpec.UTC)


def switches_bands() -> bool:
    """Tell whether this QGIS shows another band for another time."""
    return hasattr(Qgis, "RasterTemporalMode") and hasattr(
        QgsRasterLayerTemporalProperties, "setFixedRangePerBand"
    )


def set_months(layer: QgsRasterLayer, first: int, steps: int) -> None:
    """Give the bands of ``layer`` their months, or its first band its own where QGIS is older."""
    times = layer.temporalProperties()
    if switches_bands():
        times.setMode(Qgis.RasterTemporalMode.FixedRangePerBand)
        times.setFixedRangePerBand({i + 1: month_range(first + i) for i in range(steps)})
    else:
        times.setMode(QgsRasterLayerTemporalProperties.ModeFixedTemporalRange)
        times.setFixedTemporalRange(month_range(first))
    times.setIsActive(steps > 1 or not switches_bands())


def add_months(layer: QgsRasterLayer, project: QgsProject, first: int, steps: int) -> None:
    """Add a layer for each later month, one after the other from the event loop."""
    if switches_bands() or not 1 < steps <= MOST_LAYERS:
        return
    group = _group_below(layer, project, tr("{name}: months").format(name=layer.name()))
    group.setExpanded(False)
    layer_id, group_name = layer.id(), group.name()

    # Each part is short: both at once would hold up the window for too long.
    def make(step: int) -> None:
        source = project.mapLayer(layer_id)
        if isinstance(source, QgsRasterLayer):
            month = _month_of(source, first, step)
            soon(project, lambda: add(month, step))

    def add(month: QgsRasterLayer, step: int) -> None:
        place = project.layerTreeRoot().findGroup(group_name)
        if place is None:
            return
        project.addMapLayer(month, False)
        place.addLayer(month).setExpanded(False)
        if step + 1 < steps:
            soon(project, lambda: make(step + 1))

    soon(project, lambda: make(1))


def _group_below(layer: QgsRasterLayer, project: QgsProject, name: str) -> QgsLayerTreeGroup:
    """Give a new group under ``layer``, which is what is seen where no time is chosen."""
    root = project.layerTreeRoot()
    node = root.findLayer(layer.id())
    if node is None:
        return root.insertGroup(0, name)
    parent = node.parent()
    return parent.insertGroup(parent.children().index(node) + 1, name)


def _month_of(source: QgsRasterLayer, first: int, step: int) -> QgsRasterLayer:
    month = source.clone()
    month.setName(month_name(first + step))
    renderer = month.renderer().clone()
    renderer.setBand(step + 1)
    month.setRenderer(renderer)
    times = month.temporalProperties()
    times.setFixedTemporalRange(month_range(first + step))
    times.setIsActive(True)
    return month
