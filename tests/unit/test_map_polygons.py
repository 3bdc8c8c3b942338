"""Polygons of class rasters and of buildings."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, ogr

from ...core.raster.map_polygons import class_polygons, footprints


def _write(path: Path, values: np.ndarray, kind: int = gdal.GDT_Byte) -> Path:
    height, width = values.shape
    raster = gdal.GetDriverByName("GTiff").Create(str(path), width, height, 1, kind)
    raster.SetGeoTransform((1000.0, 2.0, 0.0, 5000.0, 0.0, -2.0))
    raster.GetRasterBand(1).WriteArray(values)
    del raster
    return path


def _map(seed: int = 0, specks: float = 0.01) -> np.ndarray:
    """Blobs of five classes with thin roads between them."""
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[0:90, 0:120]
    centres = rng.uniform(0, 120, (9, 2))
    apart = np.hypot(y[..., None] - centres[:, 0], x[..., None] - centres[:, 1])
    values = (apart.argmin(-1) % 4).astype(np.uint8)
    values[np.abs(y - 0.6 * x - 10) < 1.2] = 8
    values[rng.random(values.shape) < specks] = 11
    values[(np.hypot(y - 45, x - 80) > 20) & (np.hypot(y - 45, x - 80) < 22)] = 9
    return values


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_polygons_cover_the_raster_without_gaps_or_overlaps(tmp_path: Path, seed: int) -> None:
    values = _map(seed)
    shapes = [
        ogr.CreateGeometryFromWkb(found.wkb)
        for found in class_polygons(_write(tmp_path / "m.tif", values))
    ]
    assert all(shape.IsValid() for shape in shapes)
    total = sum(shape.GetArea() for shape in shapes)
    assert total == pytest.approx(values.size * 4.0)
    union = ogr.Geometry(ogr.wkbMultiPolygon)
    for shape in shapes:
        union.AddGeometry(shape)
    whole = union.UnionCascaded()
    assert whole.GetArea() == pytest.approx(values.size * 4.0)
    assert whole.GetEnvelope() == pytest.approx((1000.0, 1240.0, 4820.0, 5000.0))


def test_each_class_keeps_nearly_its_area(tmp_path: Path) -> None:
    values = _map()
    area: dict[int, float] = {}
    for found in class_polygons(_write(tmp_path / "m.tif", values)):
        shape = ogr.CreateGeometryFromWkb(found.wkb)
        area[found.value] = area.get(found.value, 0.0) + shape.GetArea()
    for code in np.unique(values):
        assert area[int(code)] == pytest.approx((values == code).sum() * 4.0, rel=0.08)


def test_borders_have_far_fewer_points_than_pixels_have_corners(tmp_path: Path) -> None:
    path = _write(tmp_path / "m.tif", _map(specks=0.0))
    simple, stairs = (
        sum(
            ring.GetPointCount()
            for found in class_polygons(path, tolerance_px=tolerance)
            for ring in ogr.CreateGeometryFromWkb(found.wkb)
        )
        for tolerance in (0.8, 0.0)
    )
    assert simple < 0.4 * stairs


def test_a_single_class_is_one_rectangle(tmp_path: Path) -> None:
    (found,) = class_polygons(_write(tmp_path / "m.tif", np.full((20, 30), 4, np.uint8)))
    shape = ogr.CreateGeometryFromWkb(found.wkb)
    assert found.value == 4
    assert shape.GetGeometryRef(0).GetPointCount() == 5


def test_a_building_is_a_right_angled_polygon_with_its_height(tmp_path: Path) -> None:
    y, x = np.mgrid[0:60, 0:60]
    along, across = 0.8 * x + 0.6 * y, 0.8 * y - 0.6 * x
    heights = np.where((np.abs(along - 40) < 10) & (np.abs(across - 12) < 6), 9.3, 0.0)
    found = list(footprints(_write(tmp_path / "h.tif", heights, gdal.GDT_Float32)))
    assert len(found) == 1
    assert found[0].height_m == pytest.approx(9.3)
    shape = ogr.CreateGeometryFromWkb(found[0].wkb)
    ring = shape.GetGeometryRef(0)
    assert ring.GetPointCount() == 5
    assert shape.GetArea() == pytest.approx((heights > 0).sum() * 4.0, rel=0.12)
    points = np.array(ring.GetPoints())[:, :2]
    sides = np.diff(points, axis=0)
    turns = (sides * np.roll(sides, -1, axis=0)).sum(1)
    assert np.abs(turns).max() < 1e-3


def test_a_courtyard_stays_open_and_specks_are_left_out(tmp_path: Path) -> None:
    heights = np.zeros((50, 50))
    heights[10:40, 10:40] = 15.0
    heights[20:30, 20:30] = 0.0
    heights[2, 2:4] = 5.0
    (found,) = footprints(_write(tmp_path / "h.tif", heights, gdal.GDT_Float32))
    shape = ogr.CreateGeometryFromWkb(found.wkb)
    assert shape.GetGeometryCount() == 2
    assert shape.GetArea() == pytest.approx((900 - 100) * 4.0)


def test_no_building_gives_no_polygon(tmp_path: Path) -> None:
    path = _write(tmp_path / "h.tif", np.zeros((20, 20)), gdal.GDT_Float32)
    assert list(footprints(path)) == []


def test_houses_that_touch_by_corners_are_valid_polygons(tmp_path: Path) -> None:
    heights = (np.random.default_rng(5).random((60, 60)) < 0.6) * 7.0
    found = list(footprints(_write(tmp_path / "h.tif", heights, gdal.GDT_Float32)))
    assert len(found) > 3
    for one in found:
        shape = ogr.CreateGeometryFromWkb(one.wkb)
        assert shape.GetGeometryName() == "POLYGON"
        assert shape.IsValid()
        assert one.height_m == 7.0
