"""Which pieces of towns are worth looking at."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..map_classes import MapClass
from ..town import Town

TRIES = 32


class PatchPlaces:
    """Chooses square patches of ``patch_px``.

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
    ) -> None:
        self.towns = [town for town in towns if min(town.classes.shape) >= patch_px]
        if not self.towns:
            raise ValueError(f"No town is as large as the patch of {patch_px} px.")
        self.patch_px, self.rng, self.built = patch_px, rng, built
        land = [
            float(((t.classes != int(MapClass.WATER)) & (t.mapped > 0)).sum()) for t in self.towns
        ]
        if built:
            land = [float((town.building > 127).sum()) for town in self.towns]
        self.weights = np.sqrt(land) / np.sqrt(land).sum()

    def place(self) -> tuple[int, int, int]:
        """Which town, and the row and column of a patch in it, in its own pixels."""
        size = self.patch_px
        for _ in range(TRIES):
            index = int(self.rng.choice(len(self.towns), p=self.weights))
            town = self.towns[index]
            rows, cols = town.classes.shape
            y = int(self.rng.integers(rows - size + 1))
            x = int(self.rng.integers(cols - size + 1))
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
