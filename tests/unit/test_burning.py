"""Polygons with a class as a raster."""

from __future__ import annotations

from pathlib import Path

from osgeo import gdal, ogr

from ...core.grid import Extent
from ...core.raster.burning import burn_classes
from ...core.raster.crs import describe_crs


def square(left: float, bottom: float, side: float) -> bytes:
    right, top = left + side, bottom + side
    corners = [(left, bottom), (right, bottom), (right, top), (left, top), (left, bottom)]
    ring = ", ".join(f"{x} {y}" for x, y in corners)
    return bytes(ogr.CreateGeometryFromWkt(f"POLYGON (({ring}))").ExportToWkb())


def test_later_polygons_lie_on_top_and_the_rest_is_nodata(tmp_path: Path) -> None:
    path = tmp_path / "classes.tif"
    crs = describe_crs("EPSG:32632")
    shapes = [(square(0, 0, 60), 10), (square(40, 40, 60), 80)]
    burn_classes(path, crs.wkt, Extent(0, 0, 100, 100), 10.0, shapes)
    raster = gdal.Open(str(path))
    values = raster.ReadAsArray()
    assert values.shape == (10, 10)
    assert values[9, 0] == 10
    assert values[0, 9] == 80
    assert values[5, 5] == 80, "where both lie"
    assert values[0, 0] == raster.GetRasterBand(1).GetNoDataValue() == 0
    assert raster.GetGeoTransform() == (0.0, 10.0, 0.0, 100.0, 0.0, -10.0)
