"""Small rasters and watched jobs for the tests of the raster writer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from osgeo import gdal

from ...core.progress import NullProgress, Progress
from ...core.raster.crs import describe_crs
from ...core.raster.writer import BandSpec, RasterSpec, RasterWriter
from ...core.tiling import Rect

NODATA = -9999.0
ELEVATION = BandSpec("elevation", "m", "float32", NODATA, "Elevation above sea level", 1 / 16)
TAGS = {"AI_GENERATED": "YES", "TERRALOOM_SEED": "7", "TIFFTAG_SOFTWARE": "Terraloom 0.1.0"}


def spec(
    height: int,
    width: int,
    options: tuple[str, ...] = (),
    bands: tuple[BandSpec, ...] = (ELEVATION,),
) -> RasterSpec:
    geotransform = (600000.0, 30.0, 0.0, 5000010.0, 0.0, -30.0)
    wkt = describe_crs("EPSG:32632").wkt
    return RasterSpec(width, height, bands, wkt, geotransform, TAGS, options)


def terrain(height: int, width: int) -> np.ndarray:
    """Smooth hills, rounded to 1/16 m; shape ``(1, H, W)``."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float64)
    hills = 500.0 + 300.0 * np.sin(x / 37.0) * np.cos(y / 53.0) + 0.3 * x
    return (np.rint(hills * 16) / 16).astype(np.float32)[None]


def noise(height: int, width: int) -> np.ndarray:
    """Pixels that no compression makes smaller; shape ``(1, H, W)``."""
    generator = np.random.default_rng(11)
    return generator.random((1, height, width), dtype=np.float32)


def windows(height: int, width: int, size: int = 512, shift: int = 0) -> Iterator[Rect]:
    whole = Rect(0, height, 0, width)
    for y0 in range(-shift, height, size):
        for x0 in range(-shift, width, size):
            yield Rect(y0, y0 + size, x0, x0 + size).intersect(whole)


def write_windows(writer: RasterWriter, array: np.ndarray, size: int = 512, shift: int = 0) -> None:
    whole = Rect(0, array.shape[1], 0, array.shape[2])
    for window in windows(*array.shape[1:], size, shift):
        rows, cols = window.slices_in(whole)
        writer.write(window, array[:, rows, cols])


def write_raster(path: Path, array: np.ndarray, *options: str) -> Path:
    with RasterWriter(path, spec(*array.shape[1:], options)) as writer:
        write_windows(writer, array)
        return writer.finish()


def open_for_update(path: Path) -> gdal.Dataset:
    """Open an output to change it: newer GDAL asks whether its layout may suffer."""
    options = ["IGNORE_COG_LAYOUT_BREAK=YES"]
    return gdal.OpenEx(str(path), gdal.OF_RASTER | gdal.OF_UPDATE, open_options=options)


def write_and_finish(writer: RasterWriter, array: np.ndarray, progress: Progress) -> None:
    write_windows(writer, array)
    writer.finish(progress)


class WatchedProgress(NullProgress):
    """Calls ``act`` once, when ``fraction`` is reached; cancelled after `cancel`."""

    def __init__(self, fraction: float, act: Callable[[WatchedProgress], None]) -> None:
        self._fraction = fraction
        self._act = act
        self._cancelled = False
        self.acted_at: float | None = None
        self.fractions: list[float] = []

    def update(self, fraction: float, message: str = "") -> None:
        self.fractions.append(fraction)
        if self.acted_at is None and fraction >= self._fraction:
            self.acted_at = fraction
            self._act(self)

    def cancel(self) -> None:
        self._cancelled = True

    def cancelled(self) -> bool:
        return self._cancelled
