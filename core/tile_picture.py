"""Pictures of elevation: hypsometric colours under a hillshade, as 8-bit RGBA.

The hillshade is the one that QGIS draws over a result, "multidirectional" with the light at 40
degrees: term by term that of its `QgsHillshadeRenderer`, from 3.22 to 3.44. (It counts the degrees
from the zenith, has 255 for 225, and does not take the root that GDAL takes.)
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from .tiling import FloatArray

Bytes = NDArray[np.uint8]

LEVEL = np.float32(math.cos(math.radians(40.0)))
STRAIGHT = np.float32(math.sin(math.radians(40.0)))
DIAGONAL = np.float32(math.cos(math.radians(255.0)) * math.sin(math.radians(40.0)))
STEPS = 1024
"""Of the colours on either side of the sea level."""
ROUGHNESS = 0.35
"""How the slope falls with the pixel size, as a power; measured on mountains and plains."""


@dataclass(frozen=True)
class ReliefStyle:
    """Colours ``(red, green, blue)`` for heights, ascending, and how the hillshade is drawn.

    Above ``sea_level`` and at or below it the colours are kept apart: a shore is sharp.
    ``exaggeration`` is that of pixels ``pixel_m`` wide; ``brightness`` of QGIS's -255 to 255.
    """

    heights: tuple[float, ...]
    colours: tuple[tuple[int, int, int], ...]
    sea_level: float
    exaggeration: float
    pixel_m: float
    brightness: float

    def exaggeration_at(self, pixel_m: float) -> float:
        """Coarser pixels have gentler slopes; raised so that the picture looks alike."""
        return self.exaggeration * float((pixel_m / self.pixel_m) ** ROUGHNESS)

    @cached_property
    def tables(self) -> tuple[FloatArray, FloatArray]:
        """``(STEPS, 3)`` colours from the lowest stop to the sea, and from there to the highest."""
        low, high = self.heights[0], self.heights[-1]
        sea = np.linspace(min(low, self.sea_level), self.sea_level, STEPS)
        land = np.linspace(self.shore, max(high, self.sea_level), STEPS)
        return self._colours_of(sea), self._colours_of(land)

    @property
    def shore(self) -> float:
        """Where the colours of the land begin: far above the sea where there is only high land."""
        return next((h for h in self.heights if h > self.sea_level), self.heights[-1])

    def _colours_of(self, heights: NDArray[np.float64]) -> FloatArray:
        columns = zip(*self.colours)
        found = [np.interp(heights, self.heights, list(column)) for column in columns]
        table: FloatArray = np.stack(found, axis=1).astype(np.float32)
        return table


def picture(values: FloatArray, east_m: FloatArray, south_m: float, style: ReliefStyle) -> Bytes:
    """``(H, W)`` metres to ``(H, W, 4)`` RGBA, clear where there is no value.

    ``east_m`` ``(H, 1)`` and ``south_m`` are the ground sizes of a pixel.
    """
    missing = np.isnan(values)
    known = np.where(missing, np.float32(style.sea_level), values)
    scale = np.float32(style.exaggeration_at(south_m))
    grey = shade(values * scale, east_m, south_m) * np.float32(255.0) + np.float32(style.brightness)
    light = np.clip(grey, 0.0, 255.0) / np.float32(255.0)
    out = np.empty((*values.shape, 4), dtype=np.uint8)
    out[..., :3] = colours(known, style) * light[..., None] + np.float32(0.5)
    out[..., 3] = np.where(missing, 0, 255)
    out[missing] = 0
    return out


def colours(values: FloatArray, style: ReliefStyle) -> FloatArray:
    """``(H, W, 3)`` colours, 0 to 255."""
    sea, land = style.tables
    level = np.float32(style.sea_level)
    depth = max(style.sea_level - style.heights[0], 1e-3)
    shore = np.float32(style.shore)
    height = np.float32(max(style.heights[-1] - style.shore, 1e-3))
    under = values <= level
    share = np.where(under, (values - level) / np.float32(depth) + 1.0, (values - shore) / height)
    step = np.clip(share * np.float32(STEPS - 1), 0.0, STEPS - 1.0).astype(np.int32)
    step += np.where(under, 0, STEPS).astype(np.int32)
    found: FloatArray = np.concatenate([sea, land])[step]
    return found


def shade(values: FloatArray, east_m: FloatArray, south_m: float) -> FloatArray:
    """Brightness ``(H, W)``, 0 to 1; as of level ground beside missing values, and there."""
    east, north = (np.nan_to_num(part) for part in _gradient(values, east_m, south_m))
    across = 0.5 * (east * east + north * north) - east * north  # weight of the light from 225
    steepness = east * east + north * north
    lights = (
        (across, LEVEL + (east - north) * DIAGONAL),
        (east * east, LEVEL - east * STRAIGHT),
        (steepness - across, LEVEL + (east + north) * DIAGONAL),
        (north * north, LEVEL - north * STRAIGHT),
    )
    total = np.zeros_like(values)
    for weight, light in lights:
        total += weight * np.maximum(light, np.float32(0.0))
    is_level = steepness < 1e-12
    total /= np.where(is_level, np.float32(1.0), steepness) * (1.0 + steepness)
    grey = np.float32(1.0) + np.float32(127.0) * np.where(is_level, 2.0 * LEVEL, total)
    shaded: FloatArray = np.clip(grey, 0.0, 255.0) / np.float32(255.0)
    return shaded


def _gradient(
    values: FloatArray, east_m: FloatArray, south_m: float
) -> tuple[FloatArray, FloatArray]:
    """Rise per metre eastwards and northwards, by Horn's weights."""
    padded = np.pad(values, 1, mode="edge")
    wide = padded[:, 2:] - padded[:, :-2]
    east = (wide[:-2] + 2.0 * wide[1:-1] + wide[2:]) / (8.0 * east_m)
    tall = padded[:-2] - padded[2:]
    north = (tall[:, :-2] + 2.0 * tall[:, 1:-1] + tall[:, 2:]) / np.float32(8.0 * south_m)
    return east, north


def median_slope(values: FloatArray, pixel_m: float) -> float:
    """The usual rise per run of land that is neither level nor missing; 0 where there is none."""
    rises = np.abs(np.diff(values, axis=1))
    rises = rises[rises > 0.0]
    return float(np.median(rises)) / pixel_m if rises.size else 0.0


def spread(values: Sequence[FloatArray]) -> tuple[float, float]:
    """The lowest and the highest value; ``(0, 0)`` where there is none."""
    known = [part[~np.isnan(part)] for part in values]
    known = [part for part in known if part.size]
    if not known:
        return 0.0, 0.0
    return min(float(part.min()) for part in known), max(float(part.max()) for part in known)
