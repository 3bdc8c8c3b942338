"""Patches of towns for training, cut, turned and mirrored on the device."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from ..map_classes import GROUND_CLASSES, MapClass
from ..town import Town

TRIES = 32
CPU = torch.device("cpu")


class PatchPlaces:
    """Chooses square patches of ``patch_px`` that begin at multiples of ``unit_px``.

    Towns are drawn by the root of their mapped land. Patches of little but water, of nothing at
    all, or not mapped, are mostly refused; ``built`` refuses those without buildings too.
    """

    def __init__(
        self,
        towns: Sequence[Town],
        patch_px: int,
        rng: np.random.Generator,
        *,
        built: bool,
        unit_px: int = 1,
    ) -> None:
        self.towns = [town for town in towns if min(town.classes.shape) >= patch_px]
        if not self.towns:
            raise ValueError(f"No town is as large as the patch of {patch_px} px.")
        self.patch_px, self.rng, self.built, self.unit_px = patch_px, rng, built, unit_px
        land = [
            float(((t.classes != int(MapClass.WATER)) & (t.mapped > 0)).sum()) for t in self.towns
        ]
        if built:
            land = [float((town.building > 127).sum()) for town in self.towns]
        self.weights = np.sqrt(land) / np.sqrt(land).sum()

    def cut(self, layers: Sequence[Tensor]) -> Tensor:
        """One patch of the ``(C, H, W)`` tensors, one per town, in pixels of ``unit_px``; turned
        and mirrored at random."""
        index, y, x = self.place()
        size = self.patch_px // self.unit_px
        y, x = y // self.unit_px, x // self.unit_px
        patch = layers[index][:, y : y + size, x : x + size]
        patch = torch.rot90(patch, int(self.rng.integers(4)), (1, 2))
        return patch.transpose(1, 2) if self.rng.random() < 0.5 else patch

    def place(self) -> tuple[int, int, int]:
        """Which town, and the row and column of a patch in it, in its own pixels."""
        size, unit = self.patch_px, self.unit_px
        for _ in range(TRIES):
            index = int(self.rng.choice(len(self.towns), p=self.weights))
            town = self.towns[index]
            rows, cols = town.classes.shape
            y = int(self.rng.integers((rows - size) // unit + 1)) * unit
            x = int(self.rng.integers((cols - size) // unit + 1)) * unit
            if self._worth(town, slice(y, y + size), slice(x, x + size)):
                break
        return index, y, x

    def _worth(self, town: Town, rows: slice, cols: slice) -> bool:
        few = (rows, cols)
        if town.mapped[few][::4, ::4].mean() < 0.97:
            return False
        if self.built:
            share = float((town.building[few][::2, ::2] > 127).mean())
            return share > 0.04 or (share > 0.0 and self.rng.random() < 0.3)
        codes = town.classes[few][::4, ::4]
        water = float((codes == int(MapClass.WATER)).mean())
        if water > 0.6 or (codes == codes[0, 0]).mean() > 0.95:
            return bool(self.rng.random() < 0.05)
        return True


class TownSampler:
    """Patches of classes; whole towns lie on ``device``."""

    def __init__(
        self,
        towns: Sequence[Town],
        patch_px: int,
        rng: np.random.Generator,
        *,
        device: torch.device = CPU,
    ) -> None:
        self.places = PatchPlaces(towns, patch_px, rng, built=False)
        self.layers = [
            torch.from_numpy(town.classes[None]).to(device) for town in self.places.towns
        ]

    def batch(self, size: int) -> Tensor:
        """Codes ``(N, H, W)`` int64."""
        return torch.stack([self.places.cut(self.layers)[0] for _ in range(size)]).long()


class ShareSampler:
    """Patches of the shares of ground classes in cells of ``cell_px`` pixels.

    Shares are kept in smaller units, so that patches can begin at any of them.
    """

    def __init__(
        self,
        towns: Sequence[Town],
        patch_cells: int,
        cell_px: int,
        rng: np.random.Generator,
        *,
        device: torch.device = CPU,
    ) -> None:
        self.units = 2 if cell_px <= 8 else 4
        unit = cell_px // self.units
        self.places = PatchPlaces(towns, patch_cells * cell_px, rng, built=False, unit_px=unit)
        self.layers = [_unit_shares(town, unit).to(device) for town in self.places.towns]

    def batch(self, size: int) -> Tensor:
        """``(N, 11, cells, cells)``."""
        patches = torch.stack([self.places.cut(self.layers) for _ in range(size)])
        return F.avg_pool2d(patches.float(), self.units) / 255.0


def _unit_shares(town: Town, side: int) -> Tensor:
    """Share of each class in squares of ``side`` pixels, 0 to 255, uint8."""
    rows, cols = (n // side for n in town.classes.shape)
    blocks = town.classes[: rows * side, : cols * side].reshape(rows, side, cols, side)
    shares = [(blocks == int(code)).mean((1, 3), dtype=np.float32) for code in GROUND_CLASSES]
    return torch.from_numpy(np.rint(np.stack(shares) * 255).astype(np.uint8))
