"""A user's coarse raster as the control of a generator."""

from __future__ import annotations

import math

import numpy as np

from .grid import EARTH_RADIUS_M, WorldGrid
from .raster.reader import RasterReader
from .resample import area_taps, weighted_rows
from .tiling import FloatArray, Rect


class LayerControl:
    """The raster on the lattice of its own pixels; missing values are filled from their neighbours.

    ``placed`` is where the raster lies on that lattice.
    """

    def __init__(self, reader: RasterReader, placed: Rect) -> None:
        self._reader = reader
        self._placed = placed

    def raw(self, rect: Rect) -> FloatArray:
        """Values as they are, ``(1, H, W)``; NaN where there are none."""
        return self._reader.read(rect.shift(-self._placed.y0, -self._placed.x0))

    def read(self, rect: Rect) -> FloatArray:
        return filled(self.raw(rect))


class MercatorControl:
    """A raster in degrees as seen from the Mercator plane, whose cells are square on the ground.

    Columns of plane and raster coincide; a plane row is the mean of the raster over its latitudes.
    """

    def __init__(self, control: LayerControl, grid: WorldGrid) -> None:
        self._control = control
        self._degrees = grid.pixel_size
        self._step = math.radians(grid.pixel_size)

    def read(self, rect: Rect) -> FloatArray:
        edges = [self._raster_row(row) for row in range(rect.y0, rect.y1 + 1)]
        taps = area_taps(edges)
        source = self._control.read(Rect(taps.low, taps.high, rect.x0, rect.x1))
        return weighted_rows(source[0], taps, taps.low)[None]

    def _raster_row(self, row: int) -> float:
        """The raster's row coordinate of a plane row's northern edge."""
        return math.degrees(math.atan(math.sinh(row * self._step))) / self._degrees


def plane_pixel(grid: WorldGrid) -> float:
    """Side of a pixel on the Mercator plane that is as wide as one of ``grid``, in metres."""
    return math.radians(grid.pixel_size) * EARTH_RADIUS_M


def filled(values: FloatArray) -> FloatArray:
    """Missing values replaced by the mean of their neighbours, from the rim inward.

    Where nothing is known at all the result is 0, the level of the sea.
    """
    missing = np.isnan(values)
    if not missing.any():
        return values
    if missing.all():
        return np.zeros_like(values)
    out = np.where(missing, np.float32(0.0), values)
    known = (~missing).astype(np.float32)
    while missing.any():
        total, count = _neighbour_sum(out * known), _neighbour_sum(known)
        reached = missing & (count > 0)
        out[reached] = total[reached] / count[reached]
        known[reached] = 1.0
        missing &= ~reached
    return out


def _neighbour_sum(values: FloatArray) -> FloatArray:
    padded = np.pad(values, ((0, 0), (1, 1), (1, 1)))
    total = np.zeros_like(values)
    height, width = values.shape[1:]
    for row in range(3):
        for col in range(3):
            total += padded[:, row : row + height, col : col + width]
    return total
