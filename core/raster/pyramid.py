"""Overviews and statistics of a finished raster, in one pass over its pixels."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Optional

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal

from ..progress import Progress
from ..tiling import Rect
from .drivers import BLOCK_PX

CHUNK_PX = 2 * BLOCK_PX
"""Even, so that no 2x2 average crosses a chunk; an overview block has one source chunk."""

Pixels = NDArray[Any]
"""Of whichever type the band has."""


@dataclass(frozen=True)
class Reduction:
    """How an overview pixel follows from the 2x2 pixels below it."""

    nodata: Optional[float]
    categorical: bool
    quantum: float
    """Averages are rounded to multiples of it, as the pixels are: they compress alike. 0: not."""


class Statistics:
    """Minimum, maximum, mean and standard deviation of what `add` is given, chunk by chunk."""

    def __init__(self) -> None:
        self.count = 0
        self.minimum = math.inf
        self.maximum = -math.inf
        self.mean = 0.0
        self._squares = 0.0

    def add(self, values: Pixels) -> None:
        if values.size == 0:
            return
        self.minimum = min(self.minimum, float(values.min()))
        self.maximum = max(self.maximum, float(values.max()))
        mean = float(values.mean(dtype=np.float64))
        wide = values.dtype.itemsize > 4 or values.dtype.kind != "f"
        away = values.astype(np.float64) - mean if wide else values - np.float32(mean)
        np.square(away, out=away)
        squares = float(away.sum(dtype=np.float64))
        # Chan, Golub, LeVeque (1979): merging the moments of two parts
        total = self.count + values.size
        apart = mean - self.mean
        self._squares += squares + apart * apart * self.count * values.size / total
        self.mean += apart * values.size / total
        self.count = total

    @property
    def deviation(self) -> float:
        return math.sqrt(self._squares / self.count) if self.count else 0.0

    def tags(self, pixels: int) -> dict[str, str]:
        """As GDAL writes them, so that QGIS and gdalinfo need not compute them."""
        if self.count == 0:
            return {}
        share = 100.0 * self.count / pixels
        return {
            "STATISTICS_MINIMUM": f"{self.minimum:.14g}",
            "STATISTICS_MAXIMUM": f"{self.maximum:.14g}",
            "STATISTICS_MEAN": f"{self.mean:.14g}",
            "STATISTICS_STDDEV": f"{self.deviation:.14g}",
            "STATISTICS_VALID_PERCENT": f"{share:.4g}",
        }


def overview_factors(width: int, height: int) -> list[int]:
    """Powers of two down to the first overview that fits into one block."""
    factors = []
    factor = 1
    while -(-max(width, height) // factor) > BLOCK_PX:
        factor *= 2
        factors.append(factor)
    return factors


def summarise(band: gdal.Band, reduction: Reduction, progress: Progress) -> Statistics:
    """Fill the (empty) overviews of ``band`` and give its statistics.

    Both are taken in a fixed order, so they do not depend on how the pixels were written.
    """
    statistics = Statistics()
    levels = [band] + [band.GetOverview(index) for index in range(band.GetOverviewCount())]
    sizes = [level.XSize * level.YSize for level in levels]
    done = 0
    for index, level in enumerate(levels):
        above = levels[index + 1] if index + 1 < len(levels) else None
        if index > 0 and above is None:
            break
        for chunk in _chunks(level.YSize, level.XSize):
            progress.check()
            pixels: Pixels = level.ReadAsArray(chunk.x0, chunk.y0, chunk.width, chunk.height)
            if index == 0:
                statistics.add(_valid_pixels(pixels, reduction.nodata))
            if above is not None:
                above.WriteArray(halve(pixels, reduction), chunk.x0 // 2, chunk.y0 // 2)
            done += chunk.height * chunk.width
            progress.update(done / sum(sizes))
    return statistics


def halve(pixels: Pixels, reduction: Reduction) -> Pixels:
    """``(H, W)`` to ``(ceil(H/2), ceil(W/2))``; an average is that of the pixels with data."""
    if reduction.categorical:
        return pixels[::2, ::2]
    height, width = pixels.shape
    if height % 2 or width % 2:
        pixels = np.pad(pixels, ((0, height % 2), (0, width % 2)), mode="edge")
    kind = np.float32 if pixels.dtype == np.float32 else np.float64
    valid = _validity(pixels, reduction.nodata)
    if valid is None:
        average = _sum_2x2(pixels.astype(kind, copy=False))
        average *= kind(0.25)
    else:
        count = _sum_2x2(valid.astype(kind))
        average = _sum_2x2(np.where(valid, pixels, 0).astype(kind, copy=False))
        average /= np.maximum(count, kind(1))
    step = 1.0 if pixels.dtype.kind in "iu" else reduction.quantum
    if step > 0.0:
        average = np.rint(average / kind(step)) * kind(step)
    if valid is not None:
        average[count == 0] = np.nan if reduction.nodata is None else reduction.nodata
    return average.astype(pixels.dtype, copy=False)


def _chunks(height: int, width: int) -> Iterator[Rect]:
    for y0 in range(0, height, CHUNK_PX):
        for x0 in range(0, width, CHUNK_PX):
            yield Rect(y0, min(y0 + CHUNK_PX, height), x0, min(x0 + CHUNK_PX, width))


def _sum_2x2(values: Pixels) -> Pixels:
    rows: Pixels = values[::2] + values[1::2]
    total: Pixels = rows[:, ::2] + rows[:, 1::2]
    return total


def _validity(pixels: Pixels, nodata: Optional[float]) -> Optional[NDArray[np.bool_]]:
    """Where there is data; None where it is everywhere."""
    missing = np.isnan(pixels) if pixels.dtype.kind == "f" else np.zeros(pixels.shape, dtype=bool)
    if nodata is not None:
        missing |= pixels == pixels.dtype.type(nodata)
    return ~missing if missing.any() else None


def _valid_pixels(pixels: Pixels, nodata: Optional[float]) -> Pixels:
    valid = _validity(pixels, nodata)
    return pixels if valid is None else pixels[valid]
