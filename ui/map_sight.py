"""Whether the user sees the map: QGIS's greeting may stand in front of it."""

from __future__ import annotations

from typing import Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsUnitTypes,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtWidgets import QStackedWidget, QWidget

HOME_M = 20_000.0
HOME_LONGITUDE, HOME_LATITUDE = 8.0, 46.5
"""For a project that has no place yet and a CRS for all of the world: the Bernese Alps."""
WORLD_DEGREES = 180.0
ROOM = 1.1
"""The map shows this much more than it is to show, so that its edges are seen."""

DEGREES, WEB = "EPSG:4326", "EPSG:3857"


def is_hidden(canvas: QgsMapCanvas) -> bool:
    """Tell whether something stands in the map's place; then its extent means nothing."""
    stack, page = _place(canvas)
    return stack is not None and stack.currentWidget() is not page


def show_map(canvas: QgsMapCanvas, box: Optional[QgsReferencedRectangle] = None) -> None:
    """Bring the map to the front, at ``box``; nothing happens where it is seen."""
    stack, page = _place(canvas)
    if stack is None or not is_hidden(canvas):
        return
    box = home(canvas) if box is None else box
    stack.setCurrentWidget(page)
    canvas.setGeometry(stack.contentsRect())  # its layout comes too late for the extent
    crs = canvas.mapSettings().destinationCrs()
    extent = QgsRectangle(box)
    if crs.isValid() and box.crs().isValid():
        context = QgsProject.instance().transformContext()
        try:
            extent = QgsCoordinateTransform(box.crs(), crs, context).transformBoundingBox(box)
        except QgsCsException:
            return
    extent.scale(ROOM)
    canvas.setExtent(extent)
    canvas.refresh()


def home(canvas: QgsMapCanvas) -> QgsReferencedRectangle:
    """Give a square for a map that shows nothing yet, in the map's CRS: around the project's own
    place, else in the middle of where its CRS is used."""
    crs = canvas.mapSettings().destinationCrs()
    if not crs.isValid():
        crs = QgsCoordinateReferenceSystem(WEB)
    centre = _project_place(crs) or _middle(crs)
    metre = QgsUnitTypes.fromUnitToUnitFactor(
        QgsUnitTypes.DistanceUnit.DistanceMeters, crs.mapUnits()
    )
    side = HOME_M * metre
    return QgsReferencedRectangle(QgsRectangle.fromCenterAndSize(centre, side, side), crs)


def _project_place(crs: QgsCoordinateReferenceSystem) -> Optional[QgsPointXY]:
    settings = QgsProject.instance().viewSettings()
    for box in (settings.presetFullExtent(), settings.defaultViewExtent()):
        if not box.isNull() and not box.isEmpty():
            return _moved(box.center(), box.crs(), crs)
    return None


def _middle(crs: QgsCoordinateReferenceSystem) -> QgsPointXY:
    used = crs.bounds()
    is_local = not used.isEmpty() and used.width() < WORLD_DEGREES
    centre = used.center() if is_local else QgsPointXY(HOME_LONGITUDE, HOME_LATITUDE)
    return _moved(centre, QgsCoordinateReferenceSystem(DEGREES), crs) or QgsPointXY(0.0, 0.0)


def _moved(
    point: QgsPointXY, own: QgsCoordinateReferenceSystem, crs: QgsCoordinateReferenceSystem
) -> Optional[QgsPointXY]:
    context = QgsProject.instance().transformContext()
    try:
        return QgsCoordinateTransform(own, crs, context).transform(point)
    except QgsCsException:
        return None


def _place(canvas: QgsMapCanvas) -> tuple[Optional[QStackedWidget], QWidget]:
    """Give the pile of pages that the map lies in, if it does, and its page."""
    page: QWidget = canvas
    while page.parentWidget() is not None:
        stack = page.parentWidget()
        if isinstance(stack, QStackedWidget):
            return stack, page
        page = stack
    return None, page
