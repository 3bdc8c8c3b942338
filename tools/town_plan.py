"""A made-up town without its buildings, as a raster of map classes to build on."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal

from ..core.grid import WorldGrid
from ..core.map_classes import COLOURS, MapClass
from ..core.raster.gdal_calls import close_dataset, gdal_failures
from ..core.tiling import Rect

PIXEL_M = 2.0
REACH_PX = 1056
"""Around an extent: more than what a tile of buildings that meets it depends on."""
_ROOF, _TALL_ROOF, _TALL_M = (176, 148, 134), (120, 96, 92), 40.0
_SHADE, _SHADOW_STEP_M = 0.78, 1.4
_BLOCK_PX, _PLOT_PX = 54, 86
_CENTRE, _RADIUS_PX = (120.0, 60.0), 620.0


def town_plan(rect: Rect) -> NDArray[np.uint8]:
    """Codes of map classes on pixels of 2 m: bent streets, some parks and works, a river, and
    fields and woods around."""
    y, x = np.mgrid[rect.y0 : rect.y1, rect.x0 : rect.x1].astype(np.float64)
    u = x + 24.0 * np.sin(y / 101.0) + 7.0 * np.sin(y / 43.0 + 1.0)
    v = y + 30.0 * np.sin(x / 127.0 + 0.5) + 6.0 * np.sin(x / 39.0)
    row = np.floor(v / _BLOCK_PX)
    shifted = u + _PLOT_PX * 0.37 * (row % 3)
    column = np.floor(shifted / _PLOT_PX)
    away = np.hypot(y - _CENTRE[0], x - _CENTRE[1]) + 90.0 * np.sin(x / 160.0) * np.cos(y / 190.0)
    town = away < _RADIUS_PX
    codes = np.where(np.sin(u / 90.0) * np.sin(v / 120.0) > 0.2, MapClass.FOREST, MapClass.FARMLAND)
    codes[town] = MapClass.BUILT_UP
    lot = (row * 7 + column * 13 + (row * column) % 5) % 23
    codes[town & (lot == 3)] = MapClass.PARK
    codes[town & ((lot == 11) | ((lot == 12) & (away > 400.0)))] = MapClass.WORKS
    codes[np.abs(x + 170.0 + 60.0 * np.sin(y / 140.0)) < 9.0] = MapClass.WATER
    # Every fourth street across is missing, so that some blocks are long.
    across = (shifted % _PLOT_PX < 4.0) & ((row * 3 + column * 5) % 4 != 0)
    codes[town & ((v % _BLOCK_PX < 4.0) | across)] = MapClass.MINOR_ROAD
    main = (v % (8 * _BLOCK_PX) < 6.5) | (u % (9 * _PLOT_PX) < 6.5)
    codes[main] = MapClass.MAJOR_ROAD
    return codes.astype(np.uint8)


def write_town_plan(grid: WorldGrid, rect: Rect, path: Path) -> Path:
    """The plan on ``rect`` of ``grid``, whose pixels are ``PIXEL_M``."""
    with gdal_failures():
        raster = gdal.GetDriverByName("GTiff").Create(str(path), rect.width, rect.height, 1)
        raster.SetProjection(grid.crs.wkt)
        raster.SetGeoTransform(grid.geotransform(rect))
        raster.GetRasterBand(1).WriteArray(town_plan(rect))
        close_dataset(raster)
    return path


def shaded(codes: NDArray[np.uint8], metres: NDArray[np.float32]) -> NDArray[np.uint8]:
    """A picture ``(3, H, W)`` at 1 m: the plan, buildings the darker the taller, and shadows."""
    palette = np.array([COLOURS[code] for code in MapClass], dtype=np.float64)
    out = palette[codes]
    shadow = np.zeros(metres.shape, dtype=bool)
    for step in range(1, int(metres.max() / _SHADOW_STEP_M) + 1):
        tall = metres[:-step, :-step] > step * _SHADOW_STEP_M
        shadow[step:, step:] |= tall
    out[shadow] *= _SHADE
    share = np.clip(metres / _TALL_M, 0.0, 1.0)[..., None]
    roof = np.array(_ROOF) * (1.0 - share) + np.array(_TALL_ROOF) * share
    out = np.where((metres > 0.0)[..., None], roof, out)
    return np.rint(out).astype(np.uint8).transpose(2, 0, 1)
