"""Classes from the generation plane on to the pixels a user asked for: each takes the nearest."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from .grid import EARTH_RADIUS_M, WorldGrid
from .resample import GenerationPlan, check_latitudes, mercator
from .tiling import FloatArray, Rect


class NearestResampler:
    """Like :class:`core.resample.SeparableResampler`, for values that have no mean.

    An output pixel takes the plane pixel in which its centre lies, a function of its world index.
    """

    def __init__(self, grid: WorldGrid, plan: GenerationPlan) -> None:
        self._grid = grid
        self._plan = plan
        self._ratio = grid.pixel_size / plan.plane_pixel
        if plan.kind == "mercator":
            self._ratio *= math.radians(1.0) * EARTH_RADIUS_M

    def source_rect(self, out: Rect) -> Rect:
        """The plane pixels that `apply` needs for the output pixels ``out``."""
        check_latitudes(self._grid, self._plan, out)
        if self._plan.kind == "identity":
            return out
        rows, cols = self._rows(out), self._cols(out)
        return Rect(int(rows[0]), int(rows[-1]) + 1, int(cols[0]), int(cols[-1]) + 1)

    def apply(self, source: FloatArray, out: Rect) -> FloatArray:
        """``(C, h, w)`` on ``source_rect(out)`` -> ``(C, H, W)`` on ``out``."""
        need = self.source_rect(out)
        if source.ndim != 3 or source.shape[1:] != need.shape:
            raise ValueError(f"Source has shape {source.shape}, but {need} was to be read.")
        if self._plan.kind == "identity":
            return np.ascontiguousarray(source, dtype=np.float32)
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
