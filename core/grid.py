"""The world pixel grid: extents in map units, windows in world pixel indices.

World pixel ``(row, col)`` of pixel size ``p`` covers ``col*p <= x < (col+1)*p`` and
``-(row+1)*p <= y < -row*p``: rows grow southwards and both indices are zero at the CRS origin.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from .errors import GridError, InputError
from .language import tr
from .tiling import Rect
from .units import number_text

EARTH_RADIUS_M = 6378137.0
METRES_PER_DEGREE = math.pi * EARTH_RADIUS_M / 180.0
"""One degree along the equator of WGS 84: 111,319.49 m."""

EDGE_TOLERANCE_PX = 1e-6
"""An edge this close to a grid line lies on it: what is left is float noise."""

MAX_INDEX = 2**31 - 1
"""World pixel indices stay in 32 bits: 1 cm pixels over half the Earth, and exact in float64."""

MAX_UNEVENNESS = 1e-3
MAX_DRIFT_PX = 0.5

GeoTransform = tuple[float, float, float, float, float, float]


@dataclass(frozen=True)
class Extent:
    """A box in map units; nothing is checked before `checked`."""

    xmin: float
    ymin: float
    xmax: float
    ymax: float

    @property
    def width(self) -> float:
        return self.xmax - self.xmin

    @property
    def height(self) -> float:
        return self.ymax - self.ymin

    def checked(self, parameter: str = "EXTENT") -> Extent:
        """This extent, if its edges are finite and its area is positive; else `InputError`."""
        edges = (self.xmin, self.ymin, self.xmax, self.ymax)
        if not all(math.isfinite(edge) for edge in edges):
            raise InputError(
                parameter,
                edges,
                tr(
                    "The extent {extent} is not finite. Zoom to the area you want, or to "
                    "a layer, and set the extent again."
                ).format(extent=self.text()),
            )
        if self.xmax <= self.xmin or self.ymax <= self.ymin:
            raise InputError(
                parameter,
                edges,
                tr(
                    "The extent {extent} has no area. Give a west edge smaller than the "
                    "east edge and a south edge smaller than the north edge."
                ).format(extent=self.text()),
            )
        return self

    def text(self) -> str:
        """``xmin, xmax, ymin, ymax``, in the order QGIS shows an extent."""
        return ", ".join(number_text(v) for v in (self.xmin, self.xmax, self.ymin, self.ymax))


@dataclass(frozen=True)
class Crs:
    """What the core needs to know of a coordinate reference system."""

    wkt: str
    authid: str
    is_geographic: bool
    metres_per_unit: float
    """Of a degree at the equator (`METRES_PER_DEGREE`) where the CRS is geographic."""

    @property
    def unit(self) -> str:
        """How a length in this CRS is written: ``deg``, ``m`` or ``units``."""
        if self.is_geographic:
            return "deg"
        return "m" if self.metres_per_unit == 1.0 else "units"


@dataclass(frozen=True)
class WorldGrid:
    """The endless lattice of square pixels of one CRS and one pixel size."""

    crs: Crs
    pixel_size: float

    def __post_init__(self) -> None:
        if not (math.isfinite(self.pixel_size) and self.pixel_size > 0.0):
            raise InputError(
                "PIXEL_SIZE",
                self.pixel_size,
                tr(
                    "Pixel size {pixel_size} is not a positive number. Give the pixel "
                    "size in units of the CRS, for example 30 in a CRS in metres."
                ).format(pixel_size=self.pixel_size),
            )

    def snap(self, extent: Extent, parameter: str = "EXTENT") -> Rect:
        """The world pixels that ``extent`` touches, grown outward to whole pixels.

        An edge within `EDGE_TOLERANCE_PX` of a grid line is taken to lie on that line.
        """
        extent.checked(parameter)
        p = self.pixel_size
        self._check_index(extent, parameter)
        x0, x1 = _outward(extent.xmin / p, extent.xmax / p)
        y0, y1 = _outward(-extent.ymax / p, -extent.ymin / p)
        return Rect(y0, y1, x0, x1)

    def extent(self, rect: Rect) -> Extent:
        """The ground that ``rect`` covers."""
        p = self.pixel_size
        return Extent(rect.x0 * p, -rect.y1 * p, rect.x1 * p, -rect.y0 * p)

    def geotransform(self, rect: Rect) -> GeoTransform:
        """GDAL's six numbers for a north-up raster that covers ``rect``."""
        p = self.pixel_size
        return (rect.x0 * p, p, 0.0, -rect.y0 * p, 0.0, -p)

    def ground_pixel_size_m(self, rect: Rect) -> float:
        """The side in metres of a square as large as the pixel in the middle of ``rect``."""
        size = self.pixel_size * self.crs.metres_per_unit
        if not self.crs.is_geographic:
            return size
        latitude = -0.5 * (rect.y0 + rect.y1) * self.pixel_size
        return size * math.sqrt(max(math.cos(math.radians(latitude)), 0.0))

    @classmethod
    def from_geotransform(
        cls,
        crs: Crs,
        geotransform: Sequence[float],
        width: int,
        height: int,
        parameter: str = "INPUT",
    ) -> tuple[WorldGrid, Rect, tuple[float, float]]:
        """The lattice of a raster that need not lie on it.

        Returns the grid, the raster's pixels as a rectangle of it, and how far ``(dx, dy)``, in
        pixels to the east and the south, the raster lies from that rectangle: -0.25 to 0.75, so
        that the two usual cases, 0 and 0.5, do not flip on float noise.
        """
        _check_geotransform(geotransform, width, height, parameter)
        grid = cls(crs, float(geotransform[1]))
        p = grid.pixel_size
        left, top = geotransform[0] / p, -geotransform[3] / p
        if max(abs(left), abs(top), abs(left + width), abs(top + height)) > MAX_INDEX:
            raise GridError(
                parameter,
                tuple(geotransform),
                tr(
                    "The raster starts {pixels} pixels from the origin of its CRS, which "
                    "is too far. Check its CRS and pixel size."
                ).format(pixels=number_text(max(abs(left), abs(top)))),
            )
        x0, y0 = math.floor(left + 0.25), math.floor(top + 0.25)
        offset = (_without_noise(left - x0), _without_noise(top - y0))
        return grid, Rect(y0, y0 + height, x0, x0 + width), offset

    def _check_index(self, extent: Extent, parameter: str) -> None:
        edges = (extent.xmin, extent.ymin, extent.xmax, extent.ymax)
        farthest = max(abs(edge) for edge in edges) / self.pixel_size
        if farthest > MAX_INDEX:
            raise InputError(
                parameter,
                edges,
                tr(
                    "With pixel size {pixel_size} the extent {extent} reaches "
                    "{pixels:.3g} pixels from the origin of the CRS; the limit is "
                    "{limit:,}. Give a larger pixel size, and check that extent and "
                    "pixel size are in the same units."
                ).format(
                    pixel_size=number_text(self.pixel_size),
                    extent=extent.text(),
                    pixels=farthest,
                    limit=MAX_INDEX,
                ),
            )


def _outward(low: float, high: float) -> tuple[int, int]:
    """Whole indices around ``low..high``, at least one apart."""
    near_low, near_high = round(low), round(high)
    first = near_low if abs(low - near_low) <= EDGE_TOLERANCE_PX else math.floor(low)
    last = near_high if abs(high - near_high) <= EDGE_TOLERANCE_PX else math.ceil(high)
    if last <= first:  # a sliver thinner than the tolerance
        first = math.floor(0.5 * (low + high))
        last = first + 1
    return first, last


def _without_noise(offset: float) -> float:
    """The offset on a lattice of millionths of a pixel; never ``-0.0``."""
    return round(offset, 6) + 0.0


def _check_geotransform(
    geotransform: Sequence[float], width: int, height: int, parameter: str
) -> None:
    gt = tuple(float(v) for v in geotransform)
    if len(gt) != 6 or not all(math.isfinite(v) for v in gt) or gt[1] == 0.0 or gt[5] == 0.0:
        raise GridError(
            parameter,
            gt,
            tr(
                "The raster's geotransform {geotransform} is not valid. Assign it a position first."
            ).format(geotransform=gt),
        )
    if width < 1 or height < 1:
        raise GridError(parameter, (width, height), tr("The raster has no pixels."))
    if gt == (0.0, 1.0, 0.0, 0.0, 0.0, 1.0):
        raise GridError(
            parameter, gt, tr("The raster has no position on the ground. Georeference it first.")
        )
    if abs(gt[2]) * height > 1e-3 * abs(gt[1]) or abs(gt[4]) * width > 1e-3 * abs(gt[5]):
        raise GridError(
            parameter,
            gt,
            tr("The raster is rotated or sheared. Run 'Warp (reproject)' on it first."),
        )
    if gt[5] > 0.0 or gt[1] < 0.0:
        raise GridError(
            parameter,
            gt,
            tr(
                "The raster is stored upside down or mirrored (its first row is not the "
                "northernmost or its first column not the westernmost). Run 'Warp "
                "(reproject)' on it first."
            ),
        )
    dx, dy = gt[1], -gt[5]
    unevenness = abs(dx - dy) / dx
    if unevenness >= MAX_UNEVENNESS or unevenness * height > MAX_DRIFT_PX:
        raise GridError(
            parameter,
            (dx, dy),
            tr(
                "The raster's pixels are not square ({dx} by {dy}). Run 'Warp "
                "(reproject)' on it first, with one output resolution for both "
                "directions."
            ).format(dx=number_text(dx), dy=number_text(dy)),
        )
