"""The latitude of every cell of a generation plane."""

from __future__ import annotations

import numpy as np
from osgeo import gdal, osr

from ..grid import Crs
from ..tiling import FloatArray, Rect, TiledField
from .gdal_calls import gdal_failures
from .on_plane import plane_of

BLOCK_PX = 128
KEPT_BLOCKS = 64


class Latitudes:
    """Degrees north at the middle of cells of ``cell`` units of the plane of ``crs``.

    Beyond what the projection shows, the latitude of the nearest cell of the block stands in.
    """

    def __init__(self, crs: Crs, cell: float) -> None:
        wkt, units = plane_of(crs)
        self._cell = cell * units
        plane, globe = osr.SpatialReference(), osr.SpatialReference()
        with gdal_failures():
            plane.ImportFromWkt(wkt)
            globe.ImportFromEPSG(4326)
            for reference in (plane, globe):
                reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
            self._transformation = osr.CoordinateTransformation(plane, globe)
        self._blocks = TiledField(self._block, BLOCK_PX, KEPT_BLOCKS)

    def read(self, rect: Rect) -> FloatArray:
        """``(1, H, W)``."""
        return self._blocks.read(rect)

    def _block(self, block: Rect) -> FloatArray:
        x = (np.arange(block.x0, block.x1) + 0.5) * self._cell
        y = -(np.arange(block.y0, block.y1) + 0.5) * self._cell
        points = np.stack([part.ravel() for part in np.meshgrid(x, y)], 1)
        # Points that the projection does not show are no failure here.
        gdal.PushErrorHandler("CPLQuietErrorHandler")
        try:
            placed = np.array(self._transformation.TransformPoints(points))[:, 1]
        finally:
            gdal.PopErrorHandler()
        latitude = placed.reshape(block.shape).astype(np.float32)
        latitude[~(np.abs(latitude) <= 90.0)] = np.nan
        return _filled(latitude)[None]


def _filled(latitude: FloatArray) -> FloatArray:
    """Gaps taken from the same column, then from the same row; a block without any is 0."""
    for axis in (0, 1):
        lines = latitude if axis == 0 else latitude.T
        for col in range(lines.shape[1]):
            known = np.flatnonzero(np.isfinite(lines[:, col]))
            if len(known) and len(known) < len(lines):
                nearest = np.abs(np.arange(len(lines))[:, None] - known[None]).argmin(1)
                lines[:, col] = lines[known[nearest], col]
    return np.nan_to_num(latitude)
