"""Made-up elevation files, in degrees and in metres, with a lake, the sea and a void."""

from __future__ import annotations

import math
import sys
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch")
pytest.importorskip("osgeo.gdal")

from osgeo import gdal

from ...core.errors import RasterError
from ...core.progress import NULL_PROGRESS
from ...core.raster.crs import describe_crs
from ...core.training.dataset import SHORE_REACH_PX, TerrainRaster
from ...core.training.prepare import level_water, prepare, prepare_detailed, with_sea_floor

DEGREES = (7.0, 1 / 1200, 47.0)
METRES = (500000.0, 90.0, 5200000.0)
LAKE, SEA, VOID = np.s_[20:34, 10:30], np.s_[60:80, :], np.s_[40:50, 50:62]
NODATA = -32768


def _land() -> np.ndarray:
    rng = np.random.default_rng(8)
    rows, cols = np.mgrid[0:80, 0:80]
    values = np.rint(900.0 - 6.0 * rows + 3.0 * cols + rng.normal(0, 4, (80, 80)))
    values[LAKE], values[SEA], values[VOID] = 705.0, 0.0, NODATA
    return values.astype(np.int16)


def _write(path: Path, values: np.ndarray, place: tuple[float, float, float], crs: str) -> Path:
    kind = gdal.GDT_Int16 if values.dtype == np.int16 else gdal.GDT_Float32
    height, width = values.shape
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), width, height, 1, kind)
    west, step, north = place
    dataset.SetGeoTransform((west, step, 0, north, 0, -step))
    dataset.SetProjection(describe_crs(crs).wkt)
    dataset.GetRasterBand(1).SetNoDataValue(NODATA)
    dataset.GetRasterBand(1).WriteArray(values)
    dataset = None
    return path


def _area_m2(mask: np.ndarray, pixel_m: float) -> float:
    return float(mask.sum()) * pixel_m**2


@pytest.mark.parametrize(("place", "crs"), [(DEGREES, "EPSG:4326"), (METRES, "EPSG:32632")])
def test_land_water_and_void_keep_their_place_and_size(
    tmp_path: Path, place: tuple[float, float, float], crs: str
) -> None:
    path = _write(tmp_path / "made_up.tif", _land(), place, crs)
    raster = prepare_detailed(path, {"pixel_m": 90}, {})
    height_m = 80 * (111320.0 / 1200 if crs == "EPSG:4326" else 90.0)
    width_m = height_m * (math.cos(math.radians(47.0)) if crs == "EPSG:4326" else 1.0)
    assert raster.name == "made_up"
    assert raster.pixel_m == 90.0
    assert raster.elevation.shape[0] * 90.0 == pytest.approx(height_m, rel=0.03)
    assert raster.elevation.shape[1] * 90.0 == pytest.approx(width_m, rel=0.03)
    assert np.isfinite(raster.elevation).all()

    whole = height_m * width_m
    wet = raster.shore < 0
    lake = wet & (raster.elevation > 500.0)  # its rim is interpolated
    sea = wet & (raster.elevation < 250.0)
    assert np.median(raster.elevation[lake]) == pytest.approx(705.0, abs=0.1)
    assert np.median(raster.elevation[sea]) == 0.0
    assert _area_m2(lake, 90.0) == pytest.approx(whole * 14 * 20 / 6400, rel=0.15)
    assert _area_m2(sea, 90.0) == pytest.approx(whole * 20 / 80, rel=0.08)
    assert (wet == (lake | sea)).mean() > 0.99
    assert _area_m2(raster.bad, 90.0) == pytest.approx(whole * 10 * 12 / 6400, rel=0.5)

    rows, cols = raster.elevation.shape
    middle = (int(45 / 80 * rows), int(56 / 80 * cols))
    assert raster.bad[middle]
    assert raster.elevation[middle] == pytest.approx(900 - 6 * 45 + 3 * 56, abs=40)
    there = (int(10 / 80 * rows), int(60 / 80 * cols))
    assert raster.elevation[there] == pytest.approx(900 - 60 + 180, abs=25)
    assert raster.shore[there] == SHORE_REACH_PX


def test_decimetres_and_pixel_sizes_of_single_files_are_heeded(tmp_path: Path) -> None:
    path = _write(tmp_path / "fine.tif", _land(), METRES, "EPSG:32632")
    raster = prepare_detailed(path, {"pixel_m": 90, "scale": 0.1}, {"fine": 180.0})
    assert raster.pixel_m == 180.0
    assert raster.elevation.shape == (40, 40)
    assert raster.elevation[5, 30] == pytest.approx((900 - 60 + 180) / 10, abs=3)


def test_a_void_that_is_sea_becomes_sea(tmp_path: Path) -> None:
    path = _write(tmp_path / "coast.tif", _land(), METRES, "EPSG:32632")
    entry = {"pixel_m": 90, "sea_is_void": ["coast"]}
    raster = prepare_detailed(path, entry, {})
    assert not raster.bad.any()
    assert (raster.shore[43:47, 53:59] < 0).all()
    assert raster.elevation[45, 56] == 0.0


def test_a_file_without_data_is_named(tmp_path: Path) -> None:
    empty = np.full((20, 20), NODATA, dtype=np.int16)
    path = _write(tmp_path / "empty.tif", empty, METRES, "EPSG:32632")
    with pytest.raises(RasterError, match=r"empty.tif.*No pixel has data"):
        prepare_detailed(path, {"pixel_m": 90}, {})


def test_level_ground_is_water_up_to_its_shore_and_rough_ground_is_not() -> None:
    elevation = _land().astype(np.float32)
    valid = elevation != NODATA
    water = level_water(elevation, valid)
    assert water[LAKE].all()
    assert water[SEA].all()
    dry = np.ones((80, 80), dtype=bool)
    dry[LAKE] = dry[SEA] = False
    assert water[dry].mean() < 0.005
    assert not water[~valid].any()


def test_an_invented_sea_floor_falls_from_the_coast_and_lakes_stay_land() -> None:
    piece = np.full((60, 60), 300.0, dtype=np.float32)
    piece[:, 40:] = np.nan
    piece[10:13, 10:13] = -5.0
    relief = with_sea_floor(piece)
    assert (relief[:, :40] >= 1.0).all()
    assert relief[11, 11] == pytest.approx(300.0, abs=1.0)
    assert (relief[:, 40:] < 0).all()
    assert (np.diff(relief[30, 40:]) <= 0).all()
    assert relief[30, 59] < relief[30, 40] - 50


@pytest.mark.skipif(sys.version_info < (3, 11), reason="TOML needs Python 3.11")
def test_a_list_of_files_becomes_a_folder_of_rasters(tmp_path: Path) -> None:
    sources, out = tmp_path / "sources", tmp_path / "out"
    sources.mkdir()
    _write(sources / "a.tif", _land(), METRES, "EPSG:32632")
    _write(sources / "b.tif", _land(), METRES, "EPSG:32632")
    rows, cols = np.mgrid[0:120, 0:120]
    globe = np.where(cols < 80, 400.0 + 5.0 * rows, 0.0).astype(np.float32)
    _write(sources / "globe.tif", globe, (10.0, 1 / 30, 52.0), "EPSG:4326")
    description = tmp_path / "made_up.data.toml"
    description.write_text(
        '[pixel_m]\nb = 180\n[[detailed]]\nfiles = "[ab].tif"\npixel_m = 90\n'
        '[[coarse]]\nname = "globe"\nfile = "globe.tif"\npixel_m = 7400\nband_degrees = 2\n'
        "continent = true\nsouth = -56\nnorth = 75\n"
        '[[coarse]]\nname = "part"\nfile = "globe.tif"\npixel_m = 7400\nband_degrees = 4\n'
    )
    prepare(description, sources, out, NULL_PROGRESS)
    rasters = {path.stem: TerrainRaster.load(path) for path in out.glob("*.npz")}
    assert {name: raster.pixel_m for name, raster in rasters.items()} == {
        "a": 90.0,
        "b": 180.0,
        "part_10_52": 7400.0,
    }
    part = rasters["part_10_52"]
    assert part.elevation[30, 10] == pytest.approx(400 + 5 * 60, rel=0.1)
    assert (part.shore[:, -10:] < 0).all()
    pieces = {path.stem: np.load(path) for path in (out / "continent").glob("*.npy")}
    assert set(pieces) == {"globe_10_52", "globe_10_50"}
    for piece in pieces.values():
        # 2 degrees of latitude at 7.4 km, and 4 of longitude near 50 degrees north.
        assert piece.shape == pytest.approx((30, 38), abs=2)
        assert (piece[:, :20] > 0).all()
        assert (piece[:, -8:] < 0).all()
