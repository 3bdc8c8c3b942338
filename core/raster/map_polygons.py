"""Class rasters and building heights as polygons.

Borders between classes are simplified once, as arcs between the points where three classes meet,
so that neighbours fit without gaps or overlaps. Buildings are squared where that becomes them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal, ogr

from ..progress import NULL_PROGRESS, Progress
from ..rings import (
    Points,
    arcs_of_ring,
    crossing_lines,
    filled,
    in_unit_steps,
    rectangle_of,
    signed_area,
    simplified_line,
    squared,
)
from .gdal_calls import gdal_failures

TOLERANCE_PX = 0.8
"""More than half the diagonal of a pixel, so that stairs become slopes."""
STRIP_ROWS = 512
SMALLEST_BUILDING_PX = 6
OUTLINE_TOLERANCE_PX = 1.0
ROUNDS = 8
ROUNDED_M = 0.1


@dataclass(frozen=True)
class ClassPolygon:
    """Ground of one class in the raster's CRS, as WKB."""

    value: int
    wkb: bytes


@dataclass(frozen=True)
class Footprint:
    """A building in the raster's CRS, as WKB, and its height in metres."""

    wkb: bytes
    height_m: float


def class_polygons(
    path: Path, tolerance_px: float = TOLERANCE_PX, progress: Progress = NULL_PROGRESS
) -> Iterator[ClassPolygon]:
    """All polygons of band 1 of ``path``, except those of its nodata value."""
    with gdal_failures():
        raster = gdal.Open(str(path))
        traced = _polygonised(raster.GetRasterBand(1), None)
        nodes = _nodes(raster.GetRasterBand(1))
    place = raster.GetGeoTransform()
    width, nodata = raster.RasterXSize, raster.GetRasterBand(1).GetNoDataValue()
    border = _Border(nodes, width, tolerance_px)
    layer = traced.GetLayer(0)
    for _ in range(ROUNDS):
        crossed = border.keep_where_crossed(_pixel_rings(layer))
        progress.check()
        if not crossed:
            break
    count = max(layer.GetFeatureCount(), 1)
    layer.ResetReading()
    for index, feature in enumerate(layer):
        if index % 256 == 0:
            progress.check()
            progress.update(index / count)
        value = feature.GetField(0)
        if nodata is not None and value == nodata:
            continue
        shape = feature.GetGeometryRef()
        rings = [border.simplified(in_unit_steps(ring)) for ring in _rings(shape)]
        shape = _polygon(rings, lambda ring: _to_world(ring, place))
        yield ClassPolygon(int(value), bytes(shape.ExportToWkb()))


def footprints(path: Path, progress: Progress = NULL_PROGRESS) -> Iterator[Footprint]:
    """Buildings of a raster of heights, whose ground is 0 or without data."""
    with gdal_failures():
        raster = gdal.Open(str(path))
        band = raster.GetRasterBand(1)
        mask = _built(band)
        traced = _polygonised(mask.GetRasterBand(1), mask.GetRasterBand(1))
    place = raster.GetGeoTransform()
    layer = traced.GetLayer(0)
    count = max(layer.GetFeatureCount(), 1)
    for index, feature in enumerate(layer):
        if index % 64 == 0:
            progress.check()
            progress.update(index / count)
        rings = list(_rings(feature.GetGeometryRef()))
        if abs(signed_area(rings[0])) < SMALLEST_BUILDING_PX:
            continue
        inside, top, left = filled(rings)
        height = _median_height(band, inside, top, left)
        kept = [rings[0], *(r for r in rings[1:] if abs(signed_area(r)) >= SMALLEST_BUILDING_PX)]
        plain = rectangle_of(inside, top, left) if len(kept) == 1 else None
        outlines = [squared(_outline(ring)) for ring in kept] if plain is None else [plain]
        shape = _polygon(outlines, lambda ring: _to_world(ring, place))
        if not _is_valid(shape):
            shape = _made_valid(_polygon(kept, lambda ring: _to_world(ring, place)))
        yield Footprint(bytes(shape.ExportToWkb()), height)


class _Border:
    """Simplifies rings by their arcs; an arc that must not be simplified is kept as it is."""

    def __init__(self, nodes: NDArray[np.int64], width: int, tolerance: float) -> None:
        self._nodes, self._width, self._tolerance = nodes, width, tolerance
        self._kept: set[bytes] = set()

    def simplified(self, ring: Points) -> Points:
        parts = [self._arc(arc)[:-1] for arc in self._arcs(ring)]
        return np.concatenate(parts)

    def keep_where_crossed(self, polygons: Iterator[list[Points]]) -> int:
        """Keep the arcs that simplifying would have cross; how many polygons had such."""
        crossed = 0
        for rings in polygons:
            crossed += self._keep_crossed(rings)
        return crossed

    def _keep_crossed(self, rings: list[Points]) -> bool:
        simple = [self.simplified(ring) for ring in rings]
        whole = [len(ring) >= 3 for ring in simple]
        if all(whole) and _is_valid(_polygon(simple)):
            return False
        arcs = [arc for ring in rings for arc in self._arcs(ring)]
        found = crossing_lines([self._arc(arc) for arc in arcs])
        spoiled = [arcs[index] for index in found]
        spoiled += [a for ring, kept in zip(rings, whole) if not kept for a in self._arcs(ring)]
        new = {_name(arc) for arc in spoiled} - self._kept
        self._kept |= new or {_name(arc) for arc in arcs}
        return True

    def _arcs(self, ring: Points) -> list[Points]:
        corner = ring[:, 1].astype(np.int64) * (self._width + 1) + ring[:, 0].astype(np.int64)
        at = np.searchsorted(self._nodes, corner)
        at[at == len(self._nodes)] = 0
        is_node = self._nodes[at] == corner if len(self._nodes) else np.zeros(len(ring), bool)
        return arcs_of_ring(ring, is_node)

    def _arc(self, arc: Points) -> Points:
        if len(arc) < 3 or _name(arc) in self._kept:
            return arc
        return simplified_line(arc, self._tolerance)


def _name(arc: Points) -> bytes:
    backward = tuple(arc[0]) > tuple(arc[-1])
    return np.ascontiguousarray(arc[::-1] if backward else arc).tobytes()


def _polygonised(band: gdal.Band, mask: gdal.Band | None) -> gdal.Dataset:
    """Parts of equal value as polygons whose corners are those of pixels, in pixels."""
    plain = gdal.GetDriverByName("VRT").CreateCopy("", band.GetDataset())
    plain.SetGeoTransform((0.0, 1.0, 0.0, 0.0, 0.0, 1.0))
    out = gdal.GetDriverByName("Memory").Create("", 0, 0, 0, gdal.GDT_Unknown)
    layer = out.CreateLayer("parts", None, ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn("value", ogr.OFTInteger))
    gdal.Polygonize(plain.GetRasterBand(band.GetBand()), mask, layer, 0)
    return out


def _nodes(band: gdal.Band) -> NDArray[np.int64]:
    """Corners of pixels where three classes or more meet, the rim being one, or two by their
    corners only, and the raster's own; ascending numbers ``row * (width + 1) + column``."""
    width, height = band.XSize, band.YSize
    found = []
    for top in range(0, height + 1, STRIP_ROWS):
        rows = min(STRIP_ROWS, height + 1 - top)
        # Rows top - 1 to top + rows - 1 surround the corners of this strip; the rim is a class.
        strip = np.full((rows + 1, width + 2), -1, dtype=np.int32)
        first, last = max(top - 1, 0), min(top + rows, height)
        if last > first:
            values = band.ReadAsArray(0, first, width, last - first)
            strip[first - top + 1 : last - top + 1, 1:-1] = values
        a, b, c, d = strip[:-1, :-1], strip[:-1, 1:], strip[1:, :-1], strip[1:, 1:]
        changes = (a != b).astype(np.int8) + (b != d) + (d != c) + (c != a)
        y, x = np.nonzero(changes >= 3)
        found.append((y + top) * (width + 1) + x)
    last_row = height * (width + 1)
    found.append(np.array([0, width, last_row, last_row + width]))
    nodes: NDArray[np.int64] = np.unique(np.concatenate(found)).astype(np.int64)
    return nodes


def _rings(shape: ogr.Geometry) -> Iterator[Points]:
    for index in range(shape.GetGeometryCount()):
        points = np.array(shape.GetGeometryRef(index).GetPoints(), dtype=np.float64)
        yield points[:-1, :2]


def _pixel_rings(layer: ogr.Layer) -> Iterator[list[Points]]:
    layer.ResetReading()
    for feature in layer:
        yield [in_unit_steps(ring) for ring in _rings(feature.GetGeometryRef())]


def _polygon(rings: list[Points], place: Callable[[Points], Points] | None = None) -> ogr.Geometry:
    shape = ogr.Geometry(ogr.wkbPolygon)
    for points in rings:
        ring = ogr.Geometry(ogr.wkbLinearRing)
        moved = points if place is None else place(points)
        for x, y in [*moved.tolist(), moved[0].tolist()]:
            ring.AddPoint_2D(x, y)
        shape.AddGeometry(ring)
    return shape


def _is_valid(shape: ogr.Geometry) -> bool:
    """GEOS would also tell QGIS's log where a shape is not."""
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        return bool(shape.IsValid())
    finally:
        gdal.PopErrorHandler()


def _made_valid(shape: ogr.Geometry) -> ogr.Geometry:
    """The largest part of a building whose outline touches itself."""
    if _is_valid(shape):
        return shape
    whole = shape.Buffer(0.0)
    parts = [whole.GetGeometryRef(index) for index in range(whole.GetGeometryCount())]
    polygons = [part for part in parts if part.GetGeometryName() == "POLYGON"]
    return max(polygons, key=lambda part: part.GetArea()).Clone() if polygons else whole


def _to_world(ring: Points, place: tuple[float, ...]) -> Points:
    return np.stack([place[0] + ring[:, 0] * place[1], place[3] + ring[:, 1] * place[5]], 1)


def _outline(ring: Points) -> Points:
    parts = [simplified_line(arc, OUTLINE_TOLERANCE_PX)[:-1] for arc in
             arcs_of_ring(ring, np.zeros(len(ring), dtype=bool))]  # fmt: skip
    simple = np.concatenate(parts)
    return simple if len(simple) >= 3 else ring


def _built(band: gdal.Band) -> gdal.Dataset:
    width, height = band.XSize, band.YSize
    mask = gdal.GetDriverByName("MEM").Create("", width, height, 1, gdal.GDT_Byte)
    nodata = band.GetNoDataValue()
    for top in range(0, height, STRIP_ROWS):
        values = band.ReadAsArray(0, top, width, min(STRIP_ROWS, height - top))
        built = values > 0
        if nodata is not None:
            built &= values != nodata
        mask.GetRasterBand(1).WriteArray(built.astype(np.uint8), 0, top)
    return mask


def _median_height(band: gdal.Band, inside: NDArray[np.bool_], top: int, left: int) -> float:
    height, width = inside.shape
    values = band.ReadAsArray(left, top, width, height)
    own = values[inside & (values > 0)]
    return round(float(np.median(own)) / ROUNDED_M) * ROUNDED_M if own.size else 0.0
