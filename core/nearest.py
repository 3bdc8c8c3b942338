"""Classes from the generation plane on to the pixels a user asked for: each takes the nearest."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from .grid import EARTH_RADIUS_M
from .resample import PlaneResampler, mercator
from .tiling import FloatArray, Rect


class NearestResampler(PlaneResampler):
    """For values that have no mean.

    An output pixel takes the plane pixel in which its centre lies, a function of its world index.
    """

    def _needed(self, out: Rect) -> Rect:
        rows, cols = self._rows(out), self._cols(out)
        return Rect(int(rows[0]), int(rows[-1]) + 1, int(cols[0]), int(cols[-1]) + 1)

    def _resampled(self, source: FloatArray, need: Rect, out: Rect) -> FloatArray:
        rows, cols = self._rows(out) - need.y0, self._cols(out) - need.x0
        return np.ascontiguousarray(source[:, rows][:, :, cols])

    def _cols(self, out: Rect) -> NDArray[np.int64]:
        return np.array(
            [math.floor((col + 0.5) * self._ratio) for col in range(out.x0, out.x1)], dtype=np.int64
        )

    def _rows(self, out: Rect) -> NDArray[np.int64]:
        centres = [row + 0.5 for row in range(out.y0, out.y1)]
        if self._plan.kind == "affine":
            places = [centre * self._ratio for centre in centres]
        else:
            scale = EARTH_RADIUS_M / self._plan.plane_pixel
            places = [mercator(centre * self._grid.pixel_size) * scale for centre in centres]
        return np.array([math.floor(place) for place in places], dtype=np.int64)
