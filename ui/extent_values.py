"""Extents as Processing reads them."""

from __future__ import annotations

import math
from typing import Optional, Union

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsProject,
    QgsRectangle,
    QgsReferencedRectangle,
)

ExtentValue = Union[str, QgsReferencedRectangle]


def as_value(rectangle: Optional[QgsReferencedRectangle]) -> Optional[ExtentValue]:
    """Give the extent as Processing's text where its CRS has a code, else as it is."""
    if rectangle is None or rectangle.isNull() or rectangle.isEmpty():
        return None
    if not all(math.isfinite(edge) for edge in _edges(rectangle)):
        return None
    if rectangle.crs().isValid() and not rectangle.crs().authid():
        return rectangle
    return as_text(rectangle)


def as_text(rectangle: QgsReferencedRectangle) -> str:
    """Give ``xmin,xmax,ymin,ymax [EPSG:...]``, exact to the last digit."""
    edges = ",".join(
        f"{edge:.15f}" if "e" in repr(edge) else repr(edge)  # QGIS reads no exponents
        for edge in _edges(rectangle)
    )
    authid = rectangle.crs().authid()
    return f"{edges} [{authid}]" if authid else edges


def square_around(
    around: QgsReferencedRectangle,
    crs: QgsCoordinateReferenceSystem,
    pixel_size: float,
    side_px: int,
) -> Optional[QgsReferencedRectangle]:
    """Give so many pixels around the middle of ``around``, in ``crs``; None where that fails."""
    if not crs.isValid() or pixel_size <= 0.0:
        return None
    centre = around.center()
    if around.crs().isValid() and around.crs() != crs:
        context = QgsProject.instance().transformContext()
        try:
            centre = QgsCoordinateTransform(around.crs(), crs, context).transform(centre)
        except QgsCsException:
            return None
    side = side_px * pixel_size
    # On the pixels' own edges, so that it has as many as it says.
    left = round((centre.x() - 0.5 * side) / pixel_size) * pixel_size
    bottom = round((centre.y() - 0.5 * side) / pixel_size) * pixel_size
    return QgsReferencedRectangle(QgsRectangle(left, bottom, left + side, bottom + side), crs)


def _edges(box: QgsRectangle) -> tuple[float, float, float, float]:
    return box.xMinimum(), box.xMaximum(), box.yMinimum(), box.yMaximum()
