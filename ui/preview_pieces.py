"""What a preview consists of: which pixels, and the pictures of them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Optional

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsPointXY,
    QgsProject,
    QgsReferencedPointXY,
)
from qgis.gui import QgsMapCanvas

from ..core.grid import Crs
from ..core.job import Job
from ..core.tile_colours import pictured
from ..core.tile_mosaic import mosaic
from ..core.tile_source import TileSource
from ..core.tiling import Rect
from ..processing_provider.picture_styles import style_of
from .map_drawing import MapPlace, as_image
from .preview_item import Piece

SIDE_PX = 512


def map_place(canvas: QgsMapCanvas, crs: QgsCoordinateReferenceSystem) -> MapPlace:
    """Where a layer of ``crs`` lies on the canvas."""
    settings = canvas.mapSettings()
    transform = QgsCoordinateTransform(crs, settings.destinationCrs(), QgsProject.instance())
    size = settings.outputSize()
    return MapPlace(settings.mapToPixel(), size.width(), size.height(), transform)


def moved(place: QgsReferencedPointXY, crs: QgsCoordinateReferenceSystem) -> Optional[QgsPointXY]:
    """``place`` in another CRS; None where it has none there."""
    transform = QgsCoordinateTransform(place.crs(), crs, QgsProject.instance())
    try:
        return transform.transform(place)
    except QgsCsException:
        return None


def painted(
    source: TileSource, job: Job, parts: Sequence[tuple[int, Rect]]
) -> tuple[list[Piece], bool]:
    """What is there of ``parts``, styled by all of it, the first on top; and whether it is all."""
    shown = [mosaic(source, level, rect) for level, rect in parts]
    is_complete = bool(shown) and not any(one.missing for one in shown)
    known = [one for one in shown if not np.isnan(one.values).all()]
    pieces: list[Piece] = []
    if known:
        first = source.levels[known[0].level]
        ground = first.ground_m(known[0].rect)[1]
        style = style_of(job, [one.values for one in known], ground)
        for one in reversed(known):
            level = source.levels[one.level]
            image = as_image(pictured(one.values, *level.ground_m(one.rect), style))
            pieces.append(Piece(image, level, one.rect, smooth=not source.classes))
    return pieces, is_complete


def piece_of(bounds: Rect, row: float, col: float, tile_px: int) -> Rect:
    """Whole tiles, `SIDE_PX` wide but two to four, as close around a pixel as they can be, within
    ``bounds``.

    A piece that is not made of whole tiles would cost those as well.
    """
    half = min(max(SIDE_PX // (2 * tile_px), 1), 2)
    row = min(max(row, bounds.y0), bounds.y1 - 1)
    col = min(max(col, bounds.x0), bounds.x1 - 1)
    middle_row, middle_col = math.floor(row / tile_px + 0.5), math.floor(col / tile_px + 0.5)
    cells = Rect(middle_row - half, middle_row + half, middle_col - half, middle_col + half)
    return cells.refine(tile_px).intersect(bounds)


def qgis_crs(crs: Crs) -> QgsCoordinateReferenceSystem:
    """The CRS of core as one of QGIS."""
    found = QgsCoordinateReferenceSystem(crs.authid)
    return found if found.isValid() else QgsCoordinateReferenceSystem.fromWkt(crs.wkt)
