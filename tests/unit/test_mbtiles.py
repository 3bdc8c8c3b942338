"""Map tiles written as MBTiles."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, osr

from ...core.errors import Cancelled, InputError, RasterError
from ...core.progress import NullProgress
from ...core.raster.mbtiles import natural_zoom, write_mbtiles, zoom_pixel_m


def _classes(path: Path, *, palette: bool = True) -> Path:
    values = np.zeros((400, 500), dtype=np.uint8)
    values[100:300, 200:260] = 6
    raster = gdal.GetDriverByName("GTiff").Create(str(path), 500, 400, 1, gdal.GDT_Byte)
    raster.SetGeoTransform((500000.0, 2.0, 0.0, 5300000.0, 0.0, -2.0))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(32632)
    raster.SetProjection(reference.ExportToWkt())
    if palette:
        colours = gdal.ColorTable()
        colours.SetColorEntry(0, (242, 241, 233, 255))
        colours.SetColorEntry(6, (166, 205, 226, 255))
        raster.GetRasterBand(1).SetColorTable(colours)
    raster.GetRasterBand(1).WriteArray(values)
    del raster
    return path


def test_pixels_of_two_metres_have_zoom_sixteen_or_seventeen() -> None:
    assert natural_zoom(2.0, 0.0) == 16
    assert natural_zoom(2.0, 60.0) == 15
    assert zoom_pixel_m(0) == pytest.approx(156543.03, rel=1e-6)


def test_a_pyramid_has_all_its_zoom_levels_and_its_texts(tmp_path: Path) -> None:
    target = tmp_path / "map.mbtiles"
    texts = {"name": "Map", "description": "Synthetic", "attribution": "of nobody"}
    finest = write_mbtiles(_classes(tmp_path / "c.tif"), target, (14, None), texts)
    base = sqlite3.connect(target)
    zooms = [row[0] for row in base.execute("select distinct zoom_level from tiles order by 1")]
    found = dict(base.execute("select name, value from metadata"))
    base.close()
    assert zooms == list(range(14, finest + 1))
    assert (found["minzoom"], found["maxzoom"]) == ("14", str(finest))
    assert (found["name"], found["description"]) == ("Map", "Synthetic")
    assert found["attribution"] == "of nobody"


def test_tiles_show_the_colours_of_the_classes_where_they_lie(tmp_path: Path) -> None:
    target = tmp_path / "map.mbtiles"
    write_mbtiles(_classes(tmp_path / "c.tif"), target, (14, None), {})
    back = gdal.Warp(
        "", str(target), format="MEM", dstSRS="EPSG:32632", xRes=2, yRes=2,
        outputBounds=(500000, 5299200, 501000, 5300000), resampleAlg="near",
    ).ReadAsArray()  # fmt: skip
    assert back[:3, 200, 230] == pytest.approx([166, 205, 226], abs=3)
    assert back[:3, 350, 100] == pytest.approx([242, 241, 233], abs=3)


def test_a_cancelled_pyramid_leaves_nothing(tmp_path: Path) -> None:
    class Cancelling(NullProgress):
        def cancelled(self) -> bool:
            return True

    with pytest.raises(Cancelled):
        write_mbtiles(
            _classes(tmp_path / "c.tif"), tmp_path / "m.mbtiles", (10, None), {}, Cancelling()
        )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["c.tif"]


def test_wrong_zoom_levels_and_rasters_without_colours_are_refused(tmp_path: Path) -> None:
    target = tmp_path / "m.mbtiles"
    with pytest.raises(InputError, match="coarsest zoom level, 17"):
        write_mbtiles(_classes(tmp_path / "c.tif"), target, (17, 15), {})
    with pytest.raises(RasterError, match="colour table"):
        write_mbtiles(_classes(tmp_path / "p.tif", palette=False), target, (12, 15), {})
    assert not target.exists()
