"""Terrain patches for training: elevation on metric grids, shores, augmentation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

SHORE_REACH_PX = 4


@dataclass(frozen=True)
class TerrainRaster:
    """One elevation raster on a square metric grid.

    ``elevation`` metres, ``shore`` distance to the shore in pixels (positive on land, clipped to
    ``SHORE_REACH_PX``, int8), ``bad`` true where the source has no data; all ``(H, W)``.
    """

    name: str
    pixel_m: float
    elevation: NDArray[np.float32]
    shore: NDArray[np.int8]
    bad: NDArray[np.bool_]

    def save(self, folder: Path) -> None:
        np.savez(
            folder / f"{self.name}.npz",
            pixel_m=np.float64(self.pixel_m),
            elevation=np.round(self.elevation * 10).astype(np.int32),
            shore=self.shore,
            bad=self.bad,
        )

    @classmethod
    def load(cls, path: Path) -> TerrainRaster:
        with np.load(path, allow_pickle=False) as data:
            return cls(
                path.stem,
                float(data["pixel_m"]),
                data["elevation"].astype(np.float32) / 10,
                data["shore"],
                data["bad"],
            )

    def pooled(self, factor: int) -> TerrainRaster:
        """Block means: the same ground at ``factor`` times the pixel size."""
        if factor == 1:
            return self
        rows, cols = (n // factor * factor for n in self.elevation.shape)

        def blocks(values: NDArray[np.generic]) -> NDArray[np.generic]:
            cut = values[:rows, :cols]
            return cut.reshape(rows // factor, factor, cols // factor, factor)

        wet = blocks(self.shore <= 0).mean((1, 3)) > 0.5
        return TerrainRaster(
            f"{self.name}@{factor}",
            self.pixel_m * factor,
            blocks(self.elevation).mean((1, 3)).astype(np.float32),
            shore_distance(wet),
            blocks(self.bad).mean((1, 3)) > 0.25,
        )

    def padded(self, margin: int) -> TerrainRaster:
        """Mirrored edges, so that patches near them have surroundings; mirrored cells are bad."""
        margin = min(margin, min(self.elevation.shape) - 1)

        return TerrainRaster(
            self.name,
            self.pixel_m,
            np.pad(self.elevation, margin, mode="reflect"),
            np.pad(self.shore, margin, mode="reflect"),
            np.pad(self.bad, margin, constant_values=True),
        )


def shore_distance(wet: NDArray[np.bool_]) -> NDArray[np.int8]:
    """Octagonal distance to the shore in pixels, positive on land, clipped; int8."""
    out = np.where(wet, -SHORE_REACH_PX, SHORE_REACH_PX).astype(np.int8)
    land = ~wet
    for sign, start in ((1, wet), (-1, land)):
        reached = start
        for step in range(1, SHORE_REACH_PX):
            padded = np.pad(reached, 1, mode="edge")
            grown = padded[1:-1, :-2] | padded[1:-1, 2:] | padded[:-2, 1:-1] | padded[2:, 1:-1]
            if step % 2 == 0:
                grown |= padded[:-2, :-2] | padded[2:, 2:] | padded[:-2, 2:] | padded[2:, :-2]
            grown |= reached
            out[grown & ~reached] = sign * step
            reached = grown
    return out


@dataclass(frozen=True)
class Batch:
    """``elevation`` metres and ``shore`` (-1 to 1), ``(N, 1, H, W)``; ``pixel_m`` ``(N,)``."""

    elevation: Tensor
    shore: Tensor
    pixel_m: Tensor


class PatchSampler:
    """Draws square patches with turns, flips and vertical stretch.

    Rasters are drawn in proportion to the root of their usable area, so that no single large one
    rules; patches that are mostly water or without data are mostly refused.
    """

    def __init__(
        self,
        rasters: Sequence[TerrainRaster],
        patch_px: int,
        core_px: int,
        rng: np.random.Generator,
        *,
        vertical: tuple[float, float] = (0.8, 1.25),
        dither_m: float = 0.5,
    ) -> None:
        self.rasters = [r for r in rasters if min(r.elevation.shape) >= patch_px]
        if not self.rasters:
            raise ValueError(f"No raster is as large as the patch of {patch_px} px.")
        self.patch_px = patch_px
        self.margin = (patch_px - core_px) // 2
        self.core_px = core_px
        self.rng = rng
        self.vertical = vertical
        self.dither_m = dither_m
        land = [float(((r.shore > 0) & ~r.bad).sum()) for r in self.rasters]
        weights = np.sqrt(np.maximum(land, 1.0))
        self.weights = weights / weights.sum()

    def batch(self, size: int) -> Batch:
        patches = [self._patch() for _ in range(size)]
        stack = [torch.from_numpy(np.stack([p[i] for p in patches]))[:, None] for i in (0, 1)]
        return Batch(stack[0], stack[1], torch.tensor([p[2] for p in patches]))

    def _patch(self) -> tuple[NDArray[np.float32], NDArray[np.float32], float]:
        size, margin, core = self.patch_px, self.margin, self.core_px
        for _ in range(64):
            raster = self.rasters[self.rng.choice(len(self.rasters), p=self.weights)]
            rows, cols = raster.elevation.shape
            y = int(self.rng.integers(rows - size + 1))
            x = int(self.rng.integers(cols - size + 1))
            middle = (slice(y + margin, y + margin + core), slice(x + margin, x + margin + core))
            if raster.bad[middle].mean() > 0.002:
                continue
            if (raster.shore[middle] <= 0).mean() > 0.7 and self.rng.random() < 0.9:
                continue
            break
        window = (slice(y, y + size), slice(x, x + size))
        return self._augmented(raster, window)

    def _augmented(
        self, raster: TerrainRaster, window: tuple[slice, slice]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32], float]:
        elevation = raster.elevation[window]
        shore = raster.shore[window].astype(np.float32) / SHORE_REACH_PX
        if self.dither_m:
            # Whole-metre sources are terraced; half a step of noise undoes it, water stays flat.
            noise = self.rng.random(elevation.shape, dtype=np.float32) - 0.5
            elevation = elevation + noise * self.dither_m * (shore > 0)
        elevation = elevation * np.float32(self.rng.uniform(*self.vertical))
        turns = int(self.rng.integers(4))
        elevation, shore = np.rot90(elevation, turns), np.rot90(shore, turns)
        if self.rng.random() < 0.5:
            elevation, shore = elevation.T, shore.T
        return (
            np.ascontiguousarray(elevation, dtype=np.float32),
            np.ascontiguousarray(shore, dtype=np.float32),
            raster.pixel_m,
        )
