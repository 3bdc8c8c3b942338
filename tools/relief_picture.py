"""Pictures of elevation rasters: hypsometric colours under a hillshade, as PNG."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal

gdal.UseExceptions()

# Elevation in metres and colour. The sea lies at zero: the step above it is sharp on purpose.
_COLOURS = (
    (-6000.0, (40, 70, 120)),
    (-200.0, (95, 145, 190)),
    (0.0, (150, 190, 215)),
    (0.01, (110, 150, 100)),
    (300.0, (150, 175, 110)),
    (900.0, (205, 195, 140)),
    (1800.0, (170, 130, 95)),
    (2800.0, (150, 135, 130)),
    (3600.0, (235, 238, 242)),
    (9000.0, (255, 255, 255)),
)
_METRES_PER_DEGREE = 111319.49


def write_picture(raster: Path, picture: Path, max_px: int = 4096, enlarge: int = 1) -> None:
    """Draw band 1 of `raster` into the PNG `picture`.

    Rasters wider than `max_px` are drawn from their overviews; `enlarge` repeats each pixel.
    """
    dataset = gdal.Open(str(raster))
    shrink = max(1.0, max(dataset.RasterXSize, dataset.RasterYSize) / max_px)
    width = round(dataset.RasterXSize / shrink)
    height = round(dataset.RasterYSize / shrink)
    band = dataset.GetRasterBand(1)
    values = band.ReadAsArray(buf_xsize=width, buf_ysize=height).astype(np.float64)
    values = values * (band.GetScale() or 1.0) + (band.GetOffset() or 0.0)
    nodata = band.GetNoDataValue()
    missing = ~np.isfinite(values)
    if nodata is not None:
        missing |= values == nodata
    rows_m, columns_m = _pixel_size_m(dataset, height, shrink)
    known = np.where(missing, 0.0, values)
    colours = _colour(known) * _shade(known, rows_m, columns_m)[None]
    pixels = np.where(missing[None], 255.0, colours)
    pixels = np.repeat(np.repeat(pixels, enlarge, axis=1), enlarge, axis=2)
    _write_png(np.clip(pixels, 0, 255).astype(np.uint8), picture)


def _pixel_size_m(
    dataset: gdal.Dataset, height: int, shrink: float
) -> tuple[float, NDArray[np.float64]]:
    """Ground size of a drawn pixel: south (one number), and east for each row (H, 1)."""
    _, dx, _, top, _, dy = dataset.GetGeoTransform()
    reference = dataset.GetSpatialRef()
    ones = np.ones((height, 1))
    if reference is None or not reference.IsGeographic():
        unit = reference.GetLinearUnits() if reference is not None else 1.0
        return abs(dy) * shrink * unit, ones * dx * shrink * unit
    latitude = np.radians(top + dy * shrink * (np.arange(height)[:, None] + 0.5))
    east = dx * shrink * _METRES_PER_DEGREE * np.cos(latitude)
    return abs(dy) * shrink * _METRES_PER_DEGREE, east


def _shade(
    values: NDArray[np.float64], rows_m: float, columns_m: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Brightness (H, W) around 1: light from the north-west, a little from the other sides."""
    south, east = np.gradient(values)
    east, north = east / columns_m, -south / rows_m
    steepness = np.sqrt(1.0 + east**2 + north**2)
    total = np.zeros_like(values)
    for azimuth, weight in ((315.0, 0.6), (270.0, 0.2), (0.0, 0.2)):
        angle = math.radians(azimuth)
        light = -east * math.sin(angle) - north * math.cos(angle) + 1.0
        total += weight * np.maximum(light, 0.0) / (steepness * math.sqrt(2.0))
    return np.asarray(0.35 + 0.92 * total)


def _colour(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Hypsometric colours (3, H, W), 0 to 255."""
    heights = [height for height, _ in _COLOURS]
    bands = zip(*(colour for _, colour in _COLOURS))
    return np.stack([np.interp(values, heights, list(band)) for band in bands])


def _write_png(pixels: NDArray[np.uint8], picture: Path) -> None:
    bands, height, width = pixels.shape
    memory = gdal.GetDriverByName("MEM").Create("", width, height, bands, gdal.GDT_Byte)
    for index in range(bands):
        memory.GetRasterBand(index + 1).WriteArray(pixels[index])
    gdal.GetDriverByName("PNG").CreateCopy(str(picture), memory)
    # GDAL writes what a PNG cannot hold into a file beside it; here there is nothing to keep.
    Path(f"{picture}.aux.xml").unlink(missing_ok=True)
