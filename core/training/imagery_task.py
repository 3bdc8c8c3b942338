"""Training task: how likely real imagery is on its land cover, from coarse to fine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F

from ..landcover import LEARNT
from ..nets.imagery import (
    BANDS,
    FINE_LEVELS,
    LEVELS,
    PALETTE,
    ImageryNet,
    class_shares,
    coloured,
    softened,
    to_log,
    told,
)
from ..nets.refinement import MOST_DEPARTURE, PERIOD, doubled
from .imagery_prepare import Scene

# A class needs this share of a scene for its colour to be measured there.
MEASURED_SHARE, MEASURED_PX = 0.002, 300
LIGHT_JITTER = 0.06
# Maps that users give are often coarser than the image: cells of so many pixels, 1 most often.
MAP_CELLS = (1, 1, 4, 8)
# The finer of a network's two levels is the more frequent one.
FINER_SHARE = 0.62
# Real images are rounded; coarse cells that were drawn are a little off.
ROUNDING, CELL_ERROR = 0.02, 0.05
MOST_UNIFORM, UNIFORM_SHARE, TRIES = 0.9, 0.3, 5


@dataclass(frozen=True)
class LevelImage:
    """A scene at one level, in the network's units ``(4, H, W)``, with its classes' shares."""

    values: Tensor
    shares: Tensor
    scene: int


@dataclass(frozen=True)
class Patches:
    """Of one level: ``values`` ``(N, 4, S, S)``, ``shares`` ``(N, 6, S, S)``, and the scenes'."""

    level: int
    values: Tensor
    shares: Tensor
    palette: Tensor
    pixel_m: Tensor


@dataclass(frozen=True)
class ImageryBatch:
    coarse: Patches
    fine: Patches


class ImageryTask:
    """Patches of ``patch_px`` pixels of a level, from scenes with their class maps."""

    def __init__(
        self,
        net: ImageryNet,
        scenes: Sequence[Scene],
        patch_px: int,
        seed: int,
        device: str = "cpu",
    ) -> None:
        if patch_px % PERIOD:
            raise ValueError(f"A patch has a multiple of {PERIOD} pixels.")
        self.device = torch.device(device)
        self.seed, self.patch_px = seed, patch_px
        self.rng = np.random.default_rng(seed)
        self.scenes = list(scenes)
        palettes = scene_palettes(self.scenes)
        self.palettes = palettes.to(self.device)
        pictures = [
            (*_in_units(scene, cells, palettes[index]), index)
            for index, scene in enumerate(self.scenes)
            for cells in MAP_CELLS
        ]
        net.palettes.copy_(palettes)
        net.turn.copy_(whitening([units for units, _, _ in pictures]))
        self.margin = max(net.coarse.edge, net.fine.edge)
        self.levels: list[list[LevelImage]] = [[] for _ in range(LEVELS)]
        tops = []
        for units, shares, index in pictures:
            values = torch.einsum("ij,jhw->ihw", net.turn, units)
            for level in range(LEVELS):
                if min(values.shape[1:]) >= patch_px + 2 * self.margin:
                    image = LevelImage(values.to(self.device), shares.to(self.device), index)
                    self.levels[level].append(image)
                values, shares = (F.avg_pool2d(one[None], 2)[0] for one in (values, shares))
            tops.append(values.flatten(1))
        net.top.copy_(torch.cat(tops, 1).std(1))
        if not all(self.levels):
            raise ValueError("The scenes are too small for the patches.")

    def reseed(self, step: int) -> None:
        fresh = np.random.default_rng([self.seed, step])
        self.rng.bit_generator.state = fresh.bit_generator.state

    def new_batch(self, size: int) -> ImageryBatch:
        """``size`` patches for the fine network, and half as many for the coarse one."""
        return ImageryBatch(self._patches(max(size // 2, 1), FINE_LEVELS), self._patches(size, 0))

    def _patches(self, count: int, finest: int) -> Patches:
        level = finest + int(self.rng.random() > FINER_SHARE)
        drawn = [self._patch(level) for _ in range(count)]
        which = [index for _, _, index in drawn]
        palette = self.palettes[which].clone()
        # Sun, air and year differ more than between so few scenes.
        shift = torch.randn(count, 1, BANDS, device=self.device)
        shift = (shift + torch.randn(count, 1, 1, device=self.device)) * LIGHT_JITTER
        palette[..., :BANDS] += shift
        pixel_m = torch.tensor([[self.scenes[i].pixel_m] for i in which], device=self.device)
        values = torch.stack([one for one, _, _ in drawn])
        shares = torch.stack([one for _, one, _ in drawn])
        return Patches(level, values, shares, palette, pixel_m)

    def _patch(self, level: int) -> tuple[Tensor, Tensor, int]:
        images = self.levels[level]
        odds = np.sqrt([float(one.values[0].numel()) for one in images])
        side = self.patch_px + 2 * self.margin
        for _ in range(TRIES):
            image = images[int(self.rng.choice(len(images), p=odds / odds.sum()))]
            _, height, width = image.values.shape
            y, x = (2 * int(self.rng.integers((n - side) // 2 + 1)) for n in (height, width))
            window = (..., slice(y, y + side), slice(x, x + side))
            values, shares = image.values[window], image.shares[window]
            # Open water, and the scenes' endless suburbs, are soon learnt.
            uniform = float(shares.mean((1, 2)).max()) > MOST_UNIFORM
            if not uniform or self.rng.random() < UNIFORM_SHARE:
                break
        if self.rng.random() < 0.5:  # the sun stays in the south or north
            values, shares = values.flip(-1), shares.flip(-1)
        if level >= FINE_LEVELS:  # too coarse for shadows
            turns = int(self.rng.integers(4))
            values, shares = (torch.rot90(one, turns, (1, 2)) for one in (values, shares))
        return values, shares, image.scene

    def loss(self, net: ImageryNet, batch: ImageryBatch) -> tuple[Tensor, dict[str, Tensor]]:
        """The mean surprise of a value, and its parts."""
        parts = {}
        for name, refiner in (("coarse", net.coarse), ("fine", net.fine)):
            patches: Patches = getattr(batch, name)
            values = patches.values + torch.randn_like(patches.values) * ROUNDING
            cells = F.avg_pool2d(values, 2)
            departures = (values - doubled(cells)).clamp(-MOST_DEPARTURE, MOST_DEPARTURE)
            seen = cells + torch.randn_like(cells) * CELL_ERROR
            known = told(seen, patches.shares, patches.palette, patches.level, patches.pixel_m)
            parts[name] = refiner.surprises(departures, known).mean() / BANDS
        return parts["coarse"] + parts["fine"], parts


def _in_units(scene: Scene, map_cells: int, palette: Tensor) -> tuple[Tensor, Tensor]:
    """Log reflectance less its class's mean in the class's spread ``(4, H, W)``, and the shares."""
    classes = coarsened(torch.from_numpy(scene.classes).long(), map_cells)
    shares = class_shares(classes[None])
    base, spread = coloured(softened(shares), palette[None])[0].split(BANDS)
    units = (to_log(torch.from_numpy(scene.reflectance)) - base) / spread
    return units.clamp(-MOST_DEPARTURE, MOST_DEPARTURE), shares[0]


def whitening(pictures: Sequence[Tensor]) -> Tensor:
    """The matrix ``(4, 4)`` that makes bands independent and of spread 1."""
    values = torch.cat([one.flatten(1) for one in pictures], 1).double()
    values -= values.mean(1, keepdim=True)
    power, axes = torch.linalg.eigh(values @ values.T / values.shape[1])
    turn: Tensor = (axes / power.clamp_min(1e-9).sqrt()).T.float().contiguous()
    return turn


def coarsened(classes: Tensor, size: int) -> Tensor:
    """Class indices as a coarser map has them: cells of ``size`` pixels, each of one class."""
    height, width = classes.shape
    rows = torch.arange(height, device=classes.device) // size * size + size // 2
    cols = torch.arange(width, device=classes.device) // size * size + size // 2
    return classes[rows.clamp_max(height - 1)][:, cols.clamp_max(width - 1)]


def scene_palettes(scenes: Sequence[Scene]) -> Tensor:
    """Palettes ``(S, 6, 8)``; a class that a scene lacks takes the mean, in the scene's light."""
    found = [scene_palette(scene.reflectance, scene.classes) for scene in scenes]
    values = np.stack([one[0] for one in found])
    known = np.stack([one[1] for one in found])[..., None]
    mean = (values * known).sum(0) / np.maximum(known.sum(0), 1)
    light = ((values - mean) * known).sum(1, keepdims=True) / known.sum(1, keepdims=True)
    light[..., BANDS:] = 0.0
    filled = np.where(known, values, mean + 0.7 * light)
    return torch.from_numpy(filled.astype(np.float32))


def scene_palette(
    reflectance: NDArray[np.float32], classes: NDArray[np.uint8]
) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """Mean and spread of each class's log reflectance ``(6, 8)``, and which were measured."""
    logs = to_log(torch.from_numpy(reflectance)).numpy()
    palette, known = np.zeros((LEARNT, PALETTE), np.float32), np.zeros(LEARNT, bool)
    for index in range(LEARNT):
        inside = classes == index
        if inside.sum() < max(MEASURED_PX, MEASURED_SHARE * classes.size):
            continue
        values = logs[:, inside]
        palette[index] = np.concatenate([values.mean(1), np.maximum(values.std(1), 0.03)])
        known[index] = True
    return palette, known
