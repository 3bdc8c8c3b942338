"""Climate observations on grids of about one pixel size, with the land around them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ..tiling import FloatArray

MARGIN_PX = 48
"""Pixels of land known around the observations, a multiple of the lattice of the features."""
METRES_PER_DEGREE = 111320.0
MONTHS = 12


@dataclass(frozen=True)
class ClimateRegion:
    """Monthly temperature (degC) and precipitation (mm) of a region, ``(steps, h, w)``.

    NaN where nothing is known. A cell is ``factor`` pixels wide. ``elevation`` (metres, 0 at sea)
    and ``land`` (0 to 1) lie on pixels, ``latitude`` on their rows, all with ``MARGIN_PX`` more on
    every side. ``months`` are absolute month numbers; where ``yearly``, those of whole years.
    """

    name: str
    temperature: FloatArray
    precipitation: FloatArray
    months: NDArray[np.int64]
    elevation: FloatArray
    land: FloatArray
    latitude: FloatArray
    factor: int
    yearly: bool = False

    @property
    def shape(self) -> tuple[int, int]:
        """Height and width in pixels, without the margin."""
        return (
            self.temperature.shape[1] * self.factor,
            self.temperature.shape[2] * self.factor,
        )

    def save(self, folder: Path) -> None:
        np.savez_compressed(
            folder / f"{self.name}.npz",
            temperature=self.temperature,
            precipitation=self.precipitation,
            months=self.months,
            elevation=self.elevation,
            land=self.land,
            latitude=self.latitude,
            factor=np.int64(self.factor),
            yearly=np.bool_(self.yearly),
        )

    @classmethod
    def load(cls, path: Path) -> ClimateRegion:
        with np.load(path, allow_pickle=False) as data:
            return cls(
                path.stem,
                data["temperature"],
                data["precipitation"],
                data["months"],
                data["elevation"],
                data["land"],
                data["latitude"],
                int(data["factor"]),
                bool(data["yearly"]),
            )

    def between(self, first: int, last: int) -> ClimateRegion:
        """The steps whose month number is at least ``first`` and below ``last``."""
        chosen = (self.months >= first) & (self.months < last)
        return ClimateRegion(
            self.name,
            self.temperature[chosen],
            self.precipitation[chosen],
            self.months[chosen],
            self.elevation,
            self.land,
            self.latitude,
            self.factor,
            self.yearly,
        )


def sampled(
    values: FloatArray,
    longitudes: NDArray[np.float64],
    latitudes: NDArray[np.float64],
    at: tuple[NDArray[np.float64], NDArray[np.float64]],
) -> FloatArray:
    """Bilinear samples of ``values`` ``(N, H, W)`` at longitudes and latitudes of any one shape.

    Known neighbours stand in for unknown ones as long as they hold half the weight; longitudes
    repeat after 360 degrees.
    """
    step_x, step_y = longitudes[1] - longitudes[0], latitudes[0] - latitudes[1]
    cols = (at[0] - longitudes[0]) % 360.0
    around = len(longitudes) * step_x >= 360.0 - 0.5 * step_x
    # Half a cell to the west of the first centre is no whole turn to the east of it.
    cols = np.where(cols > 360.0 - step_x, cols - 360.0, cols) / step_x
    rows = (latitudes[0] - at[1]) / step_y
    total = np.zeros((values.shape[0], *at[0].shape), dtype=np.float64)
    weight = np.zeros_like(total)
    for dy in (0, 1):
        for dx in (0, 1):
            y, x = np.floor(rows).astype(int) + dy, np.floor(cols).astype(int) + dx
            share = np.abs(1 - dy - (rows - np.floor(rows))) * np.abs(
                1 - dx - (cols - np.floor(cols))
            )
            if around:
                x = x % len(longitudes)
            inside = (y >= 0) & (y < len(latitudes)) & (x >= 0) & (x < len(longitudes))
            found = values[:, np.where(inside, y, 0), np.where(inside, x, 0)]
            used = np.where(inside & np.isfinite(found), share, 0.0)
            total += np.where(used > 0, found, 0.0) * used
            weight += used
    return np.where(weight > 0.5, total / np.maximum(weight, 1e-9), np.nan).astype(np.float32)
