"""Elevation on square pixels of true size in metres, for training."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal

from .gdal_calls import gdal_failures

FILL_REACH_PX = 100
METRES_PER_DEGREE = 111320.0
AVERAGE_FROM = 1.4
"""A reduction by more than this is an area mean, not an interpolation."""

Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class SourceRaster:
    """Elevation as its producer gives it: metres ``(H, W)``, and where there is data."""

    elevation: NDArray[np.float32]
    valid: Mask
    geotransform: tuple[float, float, float, float, float, float]
    wkt: str
    is_geographic: bool

    @property
    def pixel_m(self) -> float:
        return self.geotransform[1] * (METRES_PER_DEGREE if self.is_geographic else 1.0)


def read_source(path: str, scale: float = 1.0) -> SourceRaster:
    """Band 1 of ``path``, times ``scale``."""
    with gdal_failures():
        dataset = gdal.Open(path)
        band = dataset.GetRasterBand(1)
        stored = band.ReadAsArray()
    nodata = band.GetNoDataValue()
    valid = np.isfinite(stored) if nodata is None else np.isfinite(stored) & (stored != nodata)
    elevation = np.where(valid, stored, 0).astype(np.float32) * np.float32(scale)
    reference = dataset.GetSpatialRef()
    return SourceRaster(
        elevation,
        valid,
        tuple(dataset.GetGeoTransform()),
        reference.ExportToWkt(),
        bool(reference.IsGeographic()),
    )


def to_metric(
    source: SourceRaster, water: Mask, pixel_m: float
) -> tuple[NDArray[np.float32], Mask, Mask]:
    """``(elevation, water, bad)`` on square pixels of ``pixel_m``.

    Degrees become an equirectangular projection that is true to scale in the raster's middle.
    Voids are interpolated, and marked in ``bad`` with all that lies outside the source.
    """
    height, width = source.elevation.shape
    stack = _memory(source, [_without_voids(source), water, ~source.valid])
    options: dict[str, object] = {"format": "MEM", "xRes": pixel_m, "yRes": pixel_m}
    if source.is_geographic:
        middle = source.geotransform[3] + source.geotransform[5] * height / 2
        options["dstSRS"] = f"+proj=eqc +lat_ts={middle:.4f} +datum=WGS84 +units=m"
    reduced = pixel_m > AVERAGE_FROM * source.pixel_m
    with gdal_failures():
        smooth = gdal.Warp("", stack, resampleAlg="average" if reduced else "cubic", **options)
        linear = gdal.Warp("", stack, resampleAlg="bilinear", **options)
        outline = gdal.Warp("", stack, resampleAlg="near", dstAlpha=True, **options)
    elevation = smooth.GetRasterBand(1).ReadAsArray()
    wet = linear.GetRasterBand(2).ReadAsArray() > 0.5
    bad = linear.GetRasterBand(3).ReadAsArray() > 0.1
    bad |= outline.GetRasterBand(outline.RasterCount).ReadAsArray() == 0
    rows, cols = np.flatnonzero(~bad.all(1)), np.flatnonzero(~bad.all(0))
    window = (slice(rows[0], rows[-1] + 1), slice(cols[0], cols[-1] + 1))
    return elevation[window], wet[window], bad[window]


def metric_bands(
    path: str, pixel_m: float, band_degrees: float, part_degrees: float, south: float, north: float
) -> Iterator[tuple[str, NDArray[np.float32]]]:
    """A raster in degrees as pieces of one latitude band each, area means; NaN where no data.

    Yields a name made of the piece's west and north edges, and the piece.
    """
    with gdal_failures():
        dataset = gdal.Open(path)
    left, step, _, top, _, _ = dataset.GetGeoTransform()
    right = left + step * dataset.RasterXSize
    bottom = max(south, top - step * dataset.RasterYSize)
    nodata = dataset.GetRasterBand(1).GetNoDataValue()
    edge = min(north, top)
    while edge - bottom > band_degrees / 2:
        low = max(edge - band_degrees, bottom)
        for west in np.arange(left, right - 1.0, part_degrees):
            east = min(west + part_degrees, right)
            projection = (
                f"+proj=eqc +lat_ts={(edge + low) / 2} +lon_0={(west + east) / 2} "
                "+datum=WGS84 +units=m"
            )
            with gdal_failures():
                cut = gdal.Warp(
                    "",
                    dataset,
                    format="MEM",
                    outputBounds=(west, low, east, edge),
                    xRes=step,
                    yRes=step,
                    resampleAlg="near",
                    dstNodata=nodata,
                )
                piece = gdal.Warp(
                    "",
                    cut,
                    format="MEM",
                    dstSRS=projection,
                    xRes=pixel_m,
                    yRes=pixel_m,
                    resampleAlg="average",
                    srcNodata=nodata,
                    dstNodata=float("nan"),
                    outputType=gdal.GDT_Float32,
                )
            yield f"{int(west)}_{int(edge)}", piece.GetRasterBand(1).ReadAsArray()
        edge = low


def metric_scene(path: str, pixel_m: float, *, nearest: bool = False) -> NDArray[np.float32]:
    """All bands of an image ``(C, H, W)`` on square pixels, without its outermost pixels.

    A raster in metres of that pixel size is taken as it is. ``nearest`` is for classes.
    """
    with gdal_failures():
        dataset = gdal.Open(path)
        reference = dataset.GetSpatialRef()
        step, height = dataset.GetGeoTransform()[1], dataset.RasterYSize
        if reference.IsGeographic():
            middle = dataset.GetGeoTransform()[3] + dataset.GetGeoTransform()[5] * height / 2
            dataset = gdal.Warp(
                "",
                dataset,
                format="MEM",
                dstSRS=f"+proj=eqc +lat_ts={middle:.4f} +datum=WGS84 +units=m",
                xRes=pixel_m,
                yRes=pixel_m,
                resampleAlg="near" if nearest else "cubic",
                outputType=gdal.GDT_Float32,
            )
        elif abs(step - pixel_m) > 0.01 * pixel_m:
            method = "near" if nearest else "cubic"
            dataset = gdal.Warp(
                "", dataset, format="MEM", xRes=pixel_m, yRes=pixel_m, resampleAlg=method
            )
        bands = dataset.ReadAsArray().astype(np.float32)
    inner: NDArray[np.float32] = np.atleast_3d(bands.T).T[:, 3:-3, 3:-3]
    return inner


def distance_to(mask: Mask) -> NDArray[np.float32]:
    """Distance in pixels to the nearest pixel of ``mask``."""
    bands = _bare_memory([mask, np.zeros_like(mask)])
    with gdal_failures():
        gdal.ComputeProximity(bands.GetRasterBand(1), bands.GetRasterBand(2), ["VALUES=1"])
        distance: NDArray[np.float32] = bands.GetRasterBand(2).ReadAsArray()
    return distance


def without_small_parts(mask: Mask, pixels: int) -> Mask:
    """``mask`` with parts below ``pixels`` (and gaps below it) taken into their surroundings."""
    bands = _bare_memory([mask, np.zeros_like(mask)])
    with gdal_failures():
        gdal.SieveFilter(bands.GetRasterBand(1), None, bands.GetRasterBand(2), pixels, 4)
        kept: Mask = bands.GetRasterBand(2).ReadAsArray() > 0.5
    return kept


def filled_voids(
    elevation: NDArray[np.float32], valid: Mask, reach_px: int = FILL_REACH_PX
) -> NDArray[np.float32]:
    """Voids interpolated from their rim, as ``gdal_fillnodata`` does."""
    if valid.all():
        return elevation
    bands = _bare_memory([np.where(valid, elevation, 0), valid])
    with gdal_failures():
        gdal.FillNodata(bands.GetRasterBand(1), bands.GetRasterBand(2), reach_px, 0)
        filled: NDArray[np.float32] = bands.GetRasterBand(1).ReadAsArray()
    return filled


def _without_voids(source: SourceRaster) -> NDArray[np.float32]:
    return filled_voids(source.elevation, source.valid)


def _bare_memory(layers: list[NDArray[np.generic]]) -> gdal.Dataset:
    height, width = layers[0].shape
    driver = gdal.GetDriverByName("MEM")
    dataset = driver.Create("", width, height, len(layers), gdal.GDT_Float32)
    for index, layer in enumerate(layers):
        dataset.GetRasterBand(index + 1).WriteArray(layer.astype(np.float32))
    return dataset


def _memory(source: SourceRaster, layers: list[NDArray[np.generic]]) -> gdal.Dataset:
    dataset = _bare_memory(layers)
    dataset.SetGeoTransform(source.geotransform)
    dataset.SetProjection(source.wkt)
    return dataset
