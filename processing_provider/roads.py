"""A layer of roads as a raster of map classes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsRectangle,
)

from ..core.grid import Extent, WorldGrid
from ..core.map_classes import MapClass
from ..core.raster.burning import burn_classes
from ..core.road_classes import FIELDS, road_class
from ..core.tiling import Rect

PIXEL_M, MARGIN_M = 2.0, 560.0
"""The pixel of the network, and how far it looks around a place."""
ROUND_SEGMENTS = 4


def draw_roads(
    roads: QgsProcessingFeatureSource,
    grid: WorldGrid,
    rect: Rect,
    path: Path,
    context: QgsProcessingContext,
) -> None:
    """Write roads over ground that may be built up, around ``rect``, in the CRS of ``grid``."""
    unit = 1.0 / grid.crs.metres_per_unit
    inner, margin, pixel = grid.extent(rect), MARGIN_M * unit, PIXEL_M * unit
    extent = Extent(
        inner.xmin - margin, inner.ymin - margin, inner.xmax + margin, inner.ymax + margin
    )
    # On the pixels of the world, so that roads lie the same whatever the extent.
    world = WorldGrid(grid.crs, pixel)
    extent = world.extent(world.snap(extent))
    box = QgsRectangle(extent.xmin, extent.ymin, extent.xmax, extent.ymax)
    shapes = sorted(_shapes(roads, grid, box, unit, context), key=lambda shape: shape[1])
    ground = (bytes(QgsGeometry.fromRect(box).asWkb()), int(MapClass.BUILT_UP))
    burn_classes(path, grid.crs.wkt, extent, pixel, [ground, *shapes])


def _shapes(
    roads: QgsProcessingFeatureSource,
    grid: WorldGrid,
    box: QgsRectangle,
    unit: float,
    context: QgsProcessingContext,
) -> Iterator[tuple[bytes, int]]:
    """Roads as polygons of their width, and the codes of their classes."""
    request = QgsFeatureRequest().setFilterRect(box)
    crs = QgsCoordinateReferenceSystem.fromWkt(grid.crs.wkt)
    request.setDestinationCrs(crs, context.transformContext())
    names = [field for field in FIELDS if roads.fields().lookupField(field) >= 0]
    for feature in roads.getFeatures(request):
        tag = str(feature[names[0]] or "") if names else ""
        code, width_m = road_class(tag)
        shape = feature.geometry().buffer(width_m * unit / 2.0, ROUND_SEGMENTS)
        if not shape.isEmpty():
            yield bytes(shape.asWkb()), int(code)
