"""Made-up land cover and heights, for models of imagery to be asked about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal

from ..core.card import ModelCard
from ..core.grid import WorldGrid
from ..core.job import LayerSource
from ..core.landcover import BARE, BUILT, CODES, CROPS, GRASS, TREES, WATER
from ..core.raster.gdal_calls import close_dataset, gdal_failures
from ..core.tiling import Rect

_PARCEL_PX = 24
_KINDS = np.array([CODES[index] for index in (CROPS, CROPS, TREES, GRASS, CROPS, BARE, TREES)])


def land_cover(rect: Rect) -> NDArray[np.uint8]:
    """Codes of parcels, with a river and a town."""
    y, x = np.mgrid[rect.y0 : rect.y1, rect.x0 : rect.x1].astype(np.float64)
    row = np.floor((y + 20.0 * np.sin(x / 150.0)) / _PARCEL_PX).astype(np.int64)
    column = np.floor((x + 17.0 * np.sin(y / 130.0)) / _PARCEL_PX + 0.37 * (row % 3))
    codes = _KINDS[(row * 5 + column.astype(np.int64) * 11 + (row // 3) ** 2) % len(_KINDS)]
    codes[np.hypot(y - 400.0, x + 300.0) < 90.0 + 20.0 * np.sin(x / 9.0)] = CODES[BUILT]
    codes[np.abs(x + 250.0 + 50.0 * np.sin(y / 110.0)) < 7.0] = CODES[WATER]
    return codes.astype(np.uint8)


def heights(rect: Rect) -> NDArray[np.float32]:
    """Metres of rolling hills."""
    y, x = np.mgrid[rect.y0 : rect.y1, rect.x0 : rect.x1].astype(np.float64)
    hills = 400.0 + 180.0 * np.sin(x / 83.0) * np.cos(y / 97.0) + 60.0 * np.sin((x + y) / 31.0)
    return hills.astype(np.float32)


_MAKERS: Mapping[str, Callable[[Rect], NDArray[Any]]] = {
    "landcover": land_cover,
    "elevation": heights,
}


def write_layers(
    card: ModelCard, grid: WorldGrid, rect: Rect, folder: Path
) -> dict[str, LayerSource]:
    """The layers that the model cannot do without, on ``rect`` of ``grid``."""
    out = {}
    for layer in card.layers:
        if layer.optional or layer.name not in _MAKERS:
            continue
        path = folder / f"{layer.name}.tif"
        values = _MAKERS[layer.name](rect)
        kind = gdal.GDT_Byte if values.dtype == np.uint8 else gdal.GDT_Float32
        with gdal_failures():
            driver = gdal.GetDriverByName("GTiff")
            raster = driver.Create(str(path), rect.width, rect.height, 1, kind)
            raster.SetProjection(grid.crs.wkt)
            raster.SetGeoTransform(grid.geotransform(rect))
            raster.GetRasterBand(1).WriteArray(values)
            close_dataset(raster)
        out[layer.name] = LayerSource(str(path))
    return out
