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
CPU = torch.device("cpu")


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

    @classmethod
    def of_relief(cls, name: str, pixel_m: float, relief: NDArray[np.float32]) -> TerrainRaster:
        """From land and sea floor; the sea is level at zero."""
        sea = relief <= 0
        land = np.where(sea, 0, relief).astype(np.float32)
        return cls(name, pixel_m, land, shore_distance(sea), np.zeros_like(sea))

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
    """Draws square patches with turns, flips and vertical stretch; patches come on ``device``.

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
        device: torch.device = CPU,
    ) -> None:
        self.rasters = [r for r in rasters if min(r.elevation.shape) >= patch_px]
        if not self.rasters:
            raise ValueError(f"No raster is as large as the patch of {patch_px} px.")
        # Whole rasters, not patches, go to the device: a batch then costs it no transfer.
        self.surfaces = [torch.from_numpy(r.elevation).to(device) for r in self.rasters]
        self.shores = [torch.from_numpy(r.shore).to(device) for r in self.rasters]
        self.device = device
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
        places = [self._place() for _ in range(size)]
        patches = [self._augmented(*place) for place in places]
        elevation, shore = (torch.stack(part)[:, None] for part in zip(*patches))
        if self.dither_m:
            # Whole-metre sources are terraced; half a step of noise undoes it, water stays flat.
            noise = torch.rand_like(elevation) - 0.5
            elevation = elevation + noise * self.dither_m * (shore > 0)
        lowest, highest = self.vertical
        stretch = self.rng.uniform(lowest, highest, size=(size, 1, 1, 1)).astype(np.float32)
        elevation = elevation * torch.from_numpy(stretch).to(self.device)
        sizes = [self.rasters[index].pixel_m for index, _, _ in places]
        return Batch(elevation, shore, torch.tensor(sizes, device=self.device))

    def _place(self) -> tuple[int, int, int]:
        """Which raster, and the row and column of the patch in it."""
        size, margin, core = self.patch_px, self.margin, self.core_px
        for _ in range(64):
            index = int(self.rng.choice(len(self.rasters), p=self.weights))
            raster = self.rasters[index]
            rows, cols = raster.elevation.shape
            y = int(self.rng.integers(rows - size + 1))
            x = int(self.rng.integers(cols - size + 1))
            middle = (slice(y + margin, y + margin + core), slice(x + margin, x + margin + core))
            if raster.bad[middle].mean() > 0.002:
                continue
            if (raster.shore[middle] <= 0).mean() > 0.7 and self.rng.random() < 0.9:
                continue
            break
        return index, y, x

    def _augmented(self, index: int, y: int, x: int) -> tuple[Tensor, Tensor]:
        window = (slice(y, y + self.patch_px), slice(x, x + self.patch_px))
        patch = self.surfaces[index][window], self.shores[index][window].float() / SHORE_REACH_PX
        turns = int(self.rng.integers(4))
        turned = [torch.rot90(part, turns) for part in patch]
        if self.rng.random() < 0.5:
            turned = [part.T for part in turned]
        return turned[0], turned[1]
