"""From the plane a model generates on to the pixels a user asked for.

A generator works on a metric plane whose pixels are as wide as they are high on the ground: the
*generation plane*. A projected CRS is its own plane, in its own units. For a geographic CRS the
plane is spherical Web Mercator (``x = R lon``, ``y = R asinh(tan(lat))``, ``R = 6378137 m``), which
is conformal: nothing is stretched, and a degree grid is cut out of it row by row.

Every output pixel is the mean, over its own area, of the Catmull-Rom surface through the source
pixels, one axis after the other. That is one formula for finer and coarser pixels alike: close to
bicubic interpolation where the output is finer, to an area average where it is coarser, exact on
planes at any ratio (so that hillshades show no herringbone), and without a step in the rows where
a Mercator plane passes from one to the other. Source of the surface: Catmull and Rom (1974).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from .errors import InputError
from .grid import EARTH_RADIUS_M, WorldGrid
from .language import tr
from .tiling import FloatArray, Rect
from .units import number_text

MAX_LATITUDE = 85.0
_BLOCK_CELLS = 2**18
"""Cells worked on at once: the pieces stay in a processor's cache."""

PlanKind = Literal["identity", "affine", "mercator"]


@dataclass(frozen=True)
class GenerationPlan:
    """At which native pixel size a model runs for a grid, and how the result gets there."""

    native_m: float
    plane_pixel: float
    """Pixel size on the generation plane, in the plane's units."""
    kind: PlanKind
    message: str | None
    """What the user should know about it; ``None`` where the grid is native."""


def plan_generation(grid: WorldGrid, native_sizes_m: Sequence[float]) -> GenerationPlan:
    """The native pixel size nearest to the grid's (in the logarithm), and the plane it lies on.

    Degrees count with their length at the equator, so that the choice depends on the grid alone
    and never on the extent.
    """
    if not native_sizes_m:
        raise ValueError("A model needs at least one native pixel size.")
    ground = grid.pixel_size * grid.crs.metres_per_unit
    native = min(sorted(native_sizes_m), key=lambda size: abs(math.log(ground / size)))
    size, level = number_text(grid.pixel_size), number_text(native)
    if grid.crs.is_geographic:
        message = tr(
            "Pixel size {size} degrees ({ground:.4g} m at the equator) is not native "
            "to this model; generated at {level} m and resampled."
        ).format(size=size, ground=ground, level=level)
        return GenerationPlan(native, native, "mercator", message)
    if abs(ground / native - 1.0) < 1e-9:
        return GenerationPlan(native, grid.pixel_size, "identity", None)
    metres = (
        "m"
        if grid.crs.metres_per_unit == 1.0
        else tr("units ({ground:.4g} m)").format(ground=ground)
    )
    message = tr(
        "Pixel size {size} {unit} is not native to this model; generated at "
        "{level} m and resampled."
    ).format(size=size, unit=metres, level=level)
    return GenerationPlan(native, native / grid.crs.metres_per_unit, "affine", message)


@dataclass(frozen=True)
class Taps:
    """Per output index, the source indices it reads and their weights, both ``(n, taps)``.

    An unused tap has weight 0 and repeats the index of the heaviest one, so that it adds an exact
    zero and brings in no pixel (and no nodata) of its own.
    """

    index: NDArray[np.int64]
    weight: NDArray[np.float64]

    @property
    def low(self) -> int:
        return int(self.index.min())

    @property
    def high(self) -> int:
        return int(self.index.max()) + 1


class PlaneResampler:
    """What every way from the generation plane to a grid shares."""

    def __init__(self, grid: WorldGrid, plan: GenerationPlan) -> None:
        self._grid = grid
        self._plan = plan
        self._ratio = grid.pixel_size / plan.plane_pixel
        if plan.kind == "mercator":
            self._ratio *= math.radians(1.0) * EARTH_RADIUS_M

    def source_rect(self, out: Rect) -> Rect:
        """The plane pixels that `apply` needs for the output pixels ``out``."""
        check_latitudes(self._grid, self._plan, out)
        return out if self._plan.kind == "identity" else self._needed(out)

    def apply(self, source: FloatArray, out: Rect) -> FloatArray:
        """``(C, h, w)`` on ``source_rect(out)`` -> ``(C, H, W)`` on ``out``."""
        need = self.source_rect(out)
        if source.ndim != 3 or source.shape[1:] != need.shape:
            raise ValueError(f"Source has shape {source.shape}, but {need} was to be read.")
        if self._plan.kind == "identity":
            return np.ascontiguousarray(source, dtype=np.float32)
        return self._resampled(source, need, out)

    def _needed(self, out: Rect) -> Rect:
        raise NotImplementedError

    def _resampled(self, source: FloatArray, need: Rect, out: Rect) -> FloatArray:
        raise NotImplementedError


class SeparableResampler(PlaneResampler):
    """Cuts windows of an output grid out of the lattice of the generation plane.

    An output pixel is a function of its world index alone: its weights come from float64
    coordinates of that index, and taps are added in ascending order by elementwise operations, so
    any two windows agree bit for bit on the pixels they share. NaN spreads to every pixel that it
    has a part in.
    """

    def _needed(self, out: Rect) -> Rect:
        rows, cols = self._row_taps(out), self._col_taps(out)
        return Rect(rows.low, rows.high, cols.low, cols.high)

    def _resampled(self, source: FloatArray, need: Rect, out: Rect) -> FloatArray:
        rows, cols = self._row_taps(out), self._col_taps(out)
        result = np.empty((source.shape[0], *out.shape), dtype=np.float32)
        for band, plane in enumerate(source):
            tall = weighted_rows(plane, rows, need.y0)
            result[band] = weighted_rows(np.ascontiguousarray(tall.T), cols, need.x0).T
        return result

    def y_ground_pixel_m(self, rect: Rect) -> NDArray[np.float64]:
        """True side, metres on the ground, of the plane pixels per row of ``rect``: ``(H,)``."""
        plane_pixel = self._plan.plane_pixel
        if self._plan.kind != "mercator":
            return np.full(rect.height, plane_pixel * self._grid.crs.metres_per_unit)
        # cos(lat) = 1 / cosh(y / R) on the Mercator plane.
        step = plane_pixel / EARTH_RADIUS_M
        sizes = [plane_pixel / math.cosh((row + 0.5) * step) for row in range(rect.y0, rect.y1)]
        return np.array(sizes, dtype=np.float64)

    def _col_taps(self, out: Rect) -> Taps:
        return area_taps([col * self._ratio for col in range(out.x0, out.x1 + 1)])

    def _row_taps(self, out: Rect) -> Taps:
        rows = range(out.y0, out.y1 + 1)
        if self._plan.kind == "affine":
            return area_taps([row * self._ratio for row in rows])
        scale = EARTH_RADIUS_M / self._plan.plane_pixel
        p = self._grid.pixel_size
        # The math module, index by index: vectorised functions may differ in the last bit with
        # the length of the array.
        return area_taps([mercator(row * p) * scale for row in rows])


def check_latitudes(grid: WorldGrid, plan: GenerationPlan, out: Rect) -> None:
    """`InputError` where ``out`` reaches latitudes that the Mercator plane does not have."""
    if out.is_empty:
        raise ValueError(f"Cannot resample the empty rectangle {out}.")
    if plan.kind != "mercator":
        return
    p = grid.pixel_size
    # The edge nearer to the equator: snapping may push the other one past the limit.
    north, south = -(out.y0 + 1) * p, -(out.y1 - 1) * p
    if north >= MAX_LATITUDE or south <= -MAX_LATITUDE:
        extent = grid.extent(out)
        raise InputError(
            "EXTENT",
            (extent.ymin, extent.ymax),
            tr(
                "The extent reaches from latitude {south} to {north}; degrees work between "
                "-{limit:g} and {limit:g}. For the poles choose a polar "
                "CRS in metres, such as EPSG:3413 or EPSG:3031."
            ).format(
                south=number_text(extent.ymin),
                north=number_text(extent.ymax),
                limit=MAX_LATITUDE,
            ),
        )


def mercator(latitude: float) -> float:
    """Web Mercator's y / R. The clamp only meets the outermost edge of a snapped extent."""
    return math.asinh(math.tan(math.radians(min(max(latitude, -89.0), 89.0))))


def area_taps(edges: Sequence[float]) -> Taps:
    """Weights of the output pixels between consecutive ``edges``, given in source pixels."""
    bounds = np.asarray(edges, dtype=np.float64)
    low, high = bounds[:-1, None], bounds[1:, None]
    # Source pixel k has its centre at k + 0.5 and the kernel reaches 2 pixels from there.
    first = np.floor(low - 2.5).astype(np.int64) + 1
    count = int((np.ceil(high + 1.5).astype(np.int64) - first).max())
    index = first + np.arange(count)
    centre = index + 0.5
    weight = (_cubic_integral(high - centre) - _cubic_integral(low - centre)) / (high - low)
    # Float noise of the integrals, well below float32, would only let nodata spread farther.
    weight[np.abs(weight) < 1e-9] = 0.0
    total = np.zeros_like(weight[:, :1])
    for tap in range(count):
        total += weight[:, tap : tap + 1]
    weight /= total
    heaviest = np.take_along_axis(index, np.argmax(weight, axis=1)[:, None], axis=1)
    return Taps(np.where(weight == 0.0, heaviest, index), weight)


def _cubic_integral(x: NDArray[np.float64]) -> NDArray[np.float64]:
    """The integral of the Catmull-Rom kernel from 0 to ``x``; odd, and 0.5 from 2 on."""
    t = np.minimum(np.abs(x), 2.0)
    inner = t * (1.0 + t * t * (-2.5 / 3.0 + t * 0.375))
    outer = t * (2.0 + t * (-2.0 + t * (2.5 / 3.0 - t * 0.125))) - 1.0 / 6.0
    return np.copysign(np.where(t < 1.0, inner, outer), x)


def weighted_rows(plane: FloatArray, taps: Taps, origin: int) -> FloatArray:
    """``(h, w) -> (n, w)``: each output row a weighted sum of source rows, taps in their order.

    Sums are float64, so that a constant stays that constant; the order of the operations on one
    pixel never depends on the block it is in. What is nowhere negative does not become so: the
    sea stays level at the foot of a cliff.
    """
    mixed = bool((plane < 0.0).any())
    count, width = taps.index.shape[0], plane.shape[1]
    index = taps.index - origin
    result = np.empty((count, width), dtype=np.float32)
    step = max(1, _BLOCK_CELLS // max(width, 1))
    for start in range(0, count, step):
        rows = slice(start, min(start + step, count))
        total = np.zeros((rows.stop - rows.start, width), dtype=np.float64)
        below = np.zeros(total.shape, dtype=np.bool_)
        for tap in range(taps.index.shape[1]):
            weight = taps.weight[rows, tap : tap + 1]
            if weight.any():
                values = plane[index[rows, tap]]
                total += values * weight
                if mixed:
                    below |= values < 0.0
        result[rows] = np.where(below, total, np.maximum(total, 0.0))
    return result
