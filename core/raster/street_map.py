"""From the vector layers of a town to palette classes and buildings, for training map models.

The layers are those of OpenStreetMap extracts: ``roads``, ``railways``, ``waterways``, ``water``,
``landuse`` and ``buildings``, each with its usual tags as attributes.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal, ogr, osr

from ..boxes import NO_BOXES, Boxes, boxes_of
from ..map_classes import MapClass
from ..town import HEIGHT_STEP_M, Bytes, Town
from .drawings import Drawing, drawn_shapes, line_segments
from .gdal_calls import GdalFailure, gdal_failures

SUPERSAMPLING = 2
# Height of a storey, and of a roof above the last one.
STOREY_M, ROOF_M = 3.1, 1.5
THINNEST_M, SMALLEST_M2 = 2.5, 16.0
"""Of a building that becomes a box."""
_BURN_LAYER = "burn"


def rasterise_town(
    path: Path,
    drawings: Sequence[Drawing],
    bounds: Optional[Sequence[float]],
    pixel_m: float,
    sea_beyond_m: float,
    mapped_within_m: float,
) -> Town:
    """Draw ``drawings`` in their order, later ones on top.

    ``bounds`` are west, south, east, north in degrees, by default those of the buildings. Ground
    farther than ``sea_beyond_m`` from anything drawn is sea (0: none). What is farther than
    ``mapped_within_m`` from a building is not ``mapped`` (0: all is).
    """
    with gdal_failures():
        source = gdal.OpenEx(str(path), gdal.OF_VECTOR)
        if bounds is None:
            west, east, south, north = source.GetLayerByName("buildings").GetExtent()
        else:
            west, south, east, north = bounds
        to_plane, wkt = _plane(0.5 * (west + east), 0.5 * (south + north))
        grid = _Grid.around(to_plane, (west, south, east, north), pixel_m / SUPERSAMPLING, wkt)
        fine = grid.raster(gdal.GDT_Byte)
        ground, something = grid.raster(gdal.GDT_Byte), grid.raster(gdal.GDT_Byte)
        for drawing in drawings:
            shapes = list(drawn_shapes(source, drawing, to_plane))
            grid.burn(fine, shapes, int(drawing.target))
            grid.burn(something, shapes, 1)
            if not drawing.line:
                grid.burn(ground, shapes, int(drawing.target))
        covered, heights = grid.raster(gdal.GDT_Byte), grid.raster(gdal.GDT_Byte)
        buildings = list(_buildings(source, to_plane))
        grid.burn(covered, [shape for shape, _ in buildings], 1)
        grid.burn(something, [shape for shape, _ in buildings], 1)
        for step, shapes in _by_height(buildings).items():
            grid.burn(heights, shapes, step)
        classes, bare = fine.ReadAsArray(), ground.ReadAsArray()
        if sea_beyond_m:
            near = _near(something, sea_beyond_m * SUPERSAMPLING / pixel_m)
            classes[~near] = bare[~near] = int(MapClass.WATER)
        mapped = np.ones(classes.shape, dtype=bool)
        if mapped_within_m:
            mapped = _near(covered, mapped_within_m * SUPERSAMPLING / pixel_m)
        blocks = covered.ReadAsArray().astype(np.float32) * 255
        corner = (grid.west, grid.north)
        lines = line_segments(source, drawings, to_plane, corner, pixel_m)
    height = heights.ReadAsArray()[::SUPERSAMPLING, ::SUPERSAMPLING]
    return Town(
        pixel_m,
        _most_frequent(classes),
        np.rint(_block_mean(blocks)).astype(np.uint8),
        height,
        mapped[::SUPERSAMPLING, ::SUPERSAMPLING].astype(np.uint8),
        _boxes([shape for shape, _ in buildings], grid, pixel_m, height),
        _most_frequent(bare),
        lines,
    )


@dataclass(frozen=True)
class _Grid:
    west: float
    north: float
    width: int
    height: int
    pixel_m: float
    wkt: str

    @classmethod
    def around(
        cls,
        to_plane: osr.CoordinateTransformation,
        bounds: tuple[float, float, float, float],
        pixel_m: float,
        wkt: str,
    ) -> _Grid:
        west, south, east, north = bounds
        x0, y0, _ = to_plane.TransformPoint(west, south)
        x1, y1, _ = to_plane.TransformPoint(east, north)
        step = 32.0
        x0, y0 = math.ceil(x0 / step) * step, math.ceil(y0 / step) * step
        width, height = (int((b - a) // step * step / pixel_m) for a, b in ((x0, x1), (y0, y1)))
        return cls(x0, y0 + height * pixel_m, width, height, pixel_m, wkt)

    def raster(self, kind: int) -> gdal.Dataset:
        dataset = gdal.GetDriverByName("MEM").Create("", self.width, self.height, 1, kind)
        dataset.SetGeoTransform((self.west, self.pixel_m, 0, self.north, 0, -self.pixel_m))
        dataset.SetProjection(self.wkt)
        return dataset

    def burn(self, raster: gdal.Dataset, shapes: Sequence[ogr.Geometry], value: int) -> None:
        vectors = ogr.GetDriverByName("Memory").CreateDataSource("")
        reference = osr.SpatialReference(self.wkt)
        layer = vectors.CreateLayer(_BURN_LAYER, reference, ogr.wkbUnknown)
        for shape in shapes:
            feature = ogr.Feature(layer.GetLayerDefn())
            feature.SetGeometry(shape)
            layer.CreateFeature(feature)
        gdal.RasterizeLayer(raster, [1], layer, burn_values=[value])


def _plane(longitude: float, latitude: float) -> tuple[osr.CoordinateTransformation, str]:
    plane, degrees = osr.SpatialReference(), osr.SpatialReference()
    plane.ImportFromProj4(
        f"+proj=tmerc +lat_0={latitude:.6f} +lon_0={longitude:.6f} +k=1 +datum=WGS84 +units=m"
    )
    degrees.ImportFromEPSG(4326)
    degrees.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return osr.CoordinateTransformation(degrees, plane), plane.ExportToWkt()


def _buildings(
    source: gdal.Dataset, to_plane: osr.CoordinateTransformation
) -> Iterator[tuple[ogr.Geometry, float]]:
    layer = source.GetLayerByName("buildings")
    layer.ResetReading()
    for feature in layer:
        shape = feature.GetGeometryRef().Clone()
        shape.Transform(to_plane)
        yield shape, building_height_m(feature.items())


def _boxes(shapes: Sequence[ogr.Geometry], grid: _Grid, pixel_m: float, height: Bytes) -> Boxes:
    """Of buildings that touch, the outline of all of them counts."""
    whole = ogr.Geometry(ogr.wkbMultiPolygon)
    for shape in shapes:
        parts = shape if shape.GetGeometryName() == "MULTIPOLYGON" else [shape]
        for part in parts:
            with suppress(GdalFailure):  # a ring that was cut to a mere line
                whole.AddGeometry(_repaired(part))
    joined = whole.UnionCascaded()
    found = [np.zeros((0, 5))]
    for part in joined if joined.GetGeometryName() == "MULTIPOLYGON" else [joined]:
        rings = [np.array(ring.GetPoints())[:-1, :2] for ring in part]
        corner = np.array([grid.west, grid.north])
        pixels = [(ring - corner) * (1.0, -1.0) / pixel_m for ring in rings]
        found.append(boxes_of(pixels, THINNEST_M / pixel_m, SMALLEST_M2 / pixel_m**2))
    plain = np.concatenate(found)
    rows, cols = height.shape
    here = (plain[:, :2] > 0).all(1) & (plain[:, 0] < rows) & (plain[:, 1] < cols)
    plain = plain[here]
    if not len(plain):
        return NO_BOXES
    metres = [_known_height(height, *box) for box in plain.tolist()]
    boxes: Boxes = np.concatenate([plain, np.array(metres)[:, None]], 1).astype(np.float32)
    return boxes


def _repaired(shape: ogr.Geometry) -> ogr.Geometry:
    with gdal_failures():
        return shape.Buffer(0.0)


def _known_height(
    height: Bytes, y: float, x: float, length: float, width: float, angle: float
) -> float:
    """Median of the heights at nine places of a box; 0 where none is known."""
    along, across = (grid.ravel() for grid in np.mgrid[-0.3:0.4:0.3, -0.3:0.4:0.3])
    along, across = along * length, across * width
    rows = (y + along * math.sin(angle) + across * math.cos(angle)).astype(np.int64)
    cols = (x + along * math.cos(angle) - across * math.sin(angle)).astype(np.int64)
    inside = (rows >= 0) & (cols >= 0) & (rows < height.shape[0]) & (cols < height.shape[1])
    steps = height[rows[inside], cols[inside]]
    known = steps[steps > 0]
    return float(np.median(known)) * HEIGHT_STEP_M if known.size else 0.0


def _by_height(
    buildings: Sequence[tuple[ogr.Geometry, float]],
) -> dict[int, list[ogr.Geometry]]:
    out: dict[int, list[ogr.Geometry]] = {}
    for shape, height_m in buildings:
        if height_m > 0.0:
            step = int(min(max(height_m / HEIGHT_STEP_M, 1), 255))
            out.setdefault(step, []).append(shape)
    return out


def building_height_m(tags: Mapping[str, object]) -> float:
    """From the tags ``height`` or ``building_levels``; 0 if neither says it."""
    height = _number(tags.get("height"))
    if height > 0.0:
        return height
    levels = _number(tags.get("building_levels"))
    return levels * STOREY_M + ROOF_M if levels > 0.0 else 0.0


def _number(text: object) -> float:
    found = re.match(r"\s*(\d+(?:\.\d+)?)", str(text or ""))
    return float(found.group(1)) if found else 0.0


def _near(raster: gdal.Dataset, distance_px: float) -> NDArray[np.bool_]:
    out = gdal.GetDriverByName("MEM").Create(
        "", raster.RasterXSize, raster.RasterYSize, 1, gdal.GDT_Float32
    )
    gdal.ComputeProximity(
        raster.GetRasterBand(1),
        out.GetRasterBand(1),
        ["VALUES=1", f"MAXDIST={distance_px + 1}", f"NODATA={distance_px + 2}"],
    )
    near: NDArray[np.bool_] = out.ReadAsArray() <= distance_px
    return near


def _block_mean(values: NDArray[np.float32]) -> NDArray[np.float32]:
    n = SUPERSAMPLING
    height, width = values.shape
    blocks = values.reshape(height // n, n, width // n, n)
    mean: NDArray[np.float32] = blocks.mean((1, 3))
    return mean


def _most_frequent(classes: Bytes) -> Bytes:
    """The class that covers most of each block; the one drawn later where two cover as much."""
    n = SUPERSAMPLING
    out = np.zeros((classes.shape[0] // n, classes.shape[1] // n), dtype=np.uint8)
    best = np.zeros(out.shape, dtype=np.uint8)
    for code in np.unique(classes):
        count = np.zeros(out.shape, dtype=np.uint8)
        for row in range(n):
            for col in range(n):
                count += classes[row::n, col::n] == code
        better = count >= np.maximum(best, 1)
        out[better], best[better] = code, count[better]
    return out
