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
    FAR_SIDE,
    NEAR_SIDE,
    PALETTE,
    ImageryNet,
    cell_facts,
    class_shares,
    coloured,
    softened,
    to_log,
    told,
)
from ..nets.refinement import MOST_DEPARTURE, PERIOD, doubled
from ..nets.scanning import ABOVE_REACH, FACTOR, KNOWN_REACH, Scanner
from .imagery_air import air_reflectance
from .imagery_prepare import Scene

# A class needs this share of a scene for its colour to be measured there.
MEASURED_SHARE, MEASURED_PX = 0.002, 300
LIGHT_JITTER = 0.06
# Maps that users give are often coarser than the image: cells of so many pixels, 1 most often.
MAP_CELLS = (1, 1, 1, 4, 8)
# Pixels along a cell of the near scan, for scenes finer and coarser than `FINE_PIXEL_M`: what is
# learnt of other sizes than the usual one helps with that.
CELL_PX, COARSE_CELL_PX, FINE_PIXEL_M = (2, 3, 4, 4, 4, 4, 5, 8), (1, 2, 4, 4), 20.0
# The finer level is the more frequent one.
FINER_SHARE = 0.62
FINE_PATCHES = 4
"""For so many patches of a scan there is one of the passes, which is larger."""
# Real images are rounded; values that were drawn are a little off, the more so the fewer there are
# to learn from.
ROUNDING, CELL_ERROR, FAR_ERROR = 0.02, 0.05, 0.15
MOST_UNIFORM, UNIFORM_SHARE, TRIES = 0.9, 0.3, 8


@dataclass(frozen=True)
class Picture:
    """A scene in the network's units ``(4, H, W)``, with its classes ``(H, W)`` as on some map."""

    values: Tensor
    classes: Tensor
    scene: int


@dataclass(frozen=True)
class Patches:
    """Cells of some size: ``values`` ``(N, 4, S, S)``, ``shares`` ``(N, 6, S, S)``, the scenes'
    palettes, and the metres of a cell ``(N, 1)``."""

    values: Tensor
    shares: Tensor
    palette: Tensor
    cell_m: Tensor


@dataclass(frozen=True)
class ImageryBatch:
    """``level`` is that of the ``fine`` patches."""

    far: Patches
    near: Patches
    fine: Patches
    level: int


class ImageryTask:
    """Patches from scenes with their class maps; those of the passes have ``patch_px`` pixels."""

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
        maps = [
            (coarsened(torch.from_numpy(scene.classes).long(), cells), index)
            for index, scene in enumerate(self.scenes)
            for cells in MAP_CELLS
        ]
        units = [_in_units(self.scenes[index], one, palettes[index]) for one, index in maps]
        net.palettes.copy_(palettes)
        net.shown.copy_(palettes)
        net.air.copy_(scene_air(self.scenes))
        net.turn.copy_(whitening(units))
        self.pictures = [
            Picture(
                torch.einsum("ij,jhw->ihw", net.turn, values).to(self.device),
                classes.to(self.device),
                index,
            )
            for values, (classes, index) in zip(units, maps)
        ]
        odds = np.sqrt([float(one.classes.numel()) for one in self.pictures])
        self.odds = odds / odds.sum()
        self.edge = net.fine.edge

    def reseed(self, step: int) -> None:
        fresh = np.random.default_rng([self.seed, step])
        self.rng.bit_generator.state = fresh.bit_generator.state

    def new_batch(self, size: int) -> ImageryBatch:
        """``size`` patches for the near scan, and fewer, larger ones for the others."""
        level = int(self.rng.random() > FINER_SHARE)
        side = self.patch_px + 2 * self.edge
        return ImageryBatch(
            self._patches(max(size // 2, 1), 4 * FAR_SIDE, FACTOR),
            self._patches(size, 4 * NEAR_SIDE, 1),
            self._patches(max(size // FINE_PATCHES, 1), side, 0, 2**level),
            level,
        )

    def _patches(self, count: int, side: int, scale: int, pixels: int = 1) -> Patches:
        """``side`` cells of ``scale`` times a near scan's, or (0) of ``pixels`` pixels."""
        cut = [self._patch(side, scale, pixels) for _ in range(count)]
        which = [scene for _, _, scene, _ in cut]
        palette = self.palettes[which].clone()
        # Sun, air and year differ more than between so few scenes.
        shift = torch.randn(count, 1, BANDS, device=self.device)
        shift = (shift + torch.randn(count, 1, 1, device=self.device)) * LIGHT_JITTER
        palette[..., :BANDS] += shift
        sizes = [[self.scenes[scene].pixel_m * cell] for _, _, scene, cell in cut]
        values = torch.stack([one for one, _, _, _ in cut])
        shares = torch.stack([one for _, one, _, _ in cut])
        return Patches(values, shares, palette, torch.tensor(sizes, device=self.device))

    def _patch(self, side: int, scale: int, pixels: int) -> tuple[Tensor, Tensor, int, int]:
        """Values and shares of a place, its scene, and the pixels of a cell."""
        for tried in range(100):
            picture = self.pictures[int(self.rng.choice(len(self.odds), p=self.odds))]
            fine = self.scenes[picture.scene].pixel_m < FINE_PIXEL_M
            cell = scale * int(self.rng.choice(CELL_PX if fine else COARSE_CELL_PX)) or pixels
            spare = [n - side * cell for n in picture.classes.shape]
            if min(spare) < 0:
                continue
            y, x = (int(self.rng.integers(n + 1)) for n in spare)
            window = (..., slice(y, y + side * cell), slice(x, x + side * cell))
            shares = class_shares(picture.classes[window][None])
            # Open water, and the scenes' endless suburbs, are soon learnt.
            uniform = float(shares.mean((0, 2, 3)).max()) > MOST_UNIFORM
            if not uniform or tried >= TRIES or self.rng.random() < UNIFORM_SHARE:
                break
        else:
            raise ValueError("The scenes are too small for the patches.")
        values, shares = picture.values[window], shares[0]
        if cell > 1:
            values, shares = (F.avg_pool2d(one[None], cell)[0] for one in (values, shares))
        if self.rng.random() < 0.5:  # the sun stays in the south or north
            values, shares = values.flip(-1), shares.flip(-1)
        if scale:  # too coarse for shadows
            turns = int(self.rng.integers(4))
            values, shares = (torch.rot90(one, turns, (1, 2)) for one in (values, shares))
        return values, shares, picture.scene, cell

    def loss(self, net: ImageryNet, batch: ImageryBatch) -> tuple[Tensor, dict[str, Tensor]]:
        """The mean surprise of a value, and its parts."""
        parts = {
            "far": self._scanned(net.far, batch.far, None, FAR_ERROR),
            "near": self._scanned(net.near, batch.near, self._above(batch.near), CELL_ERROR),
            "fine": self._passed(net, batch.fine, batch.level),
        }
        return torch.stack(list(parts.values())).sum(), parts

    def _above(self, patches: Patches) -> Tensor:
        """What the near scan knows of the cells of the far one."""
        both = F.avg_pool2d(torch.cat([patches.values, patches.shares], 1), FACTOR)
        spare = both.shape[-1] // 4 - ABOVE_REACH
        both = both[..., spare : both.shape[-2] - spare, spare : both.shape[-1] - spare]
        off = torch.randn_like(both) * FAR_ERROR
        off[:, BANDS:] = 0.0
        return both + off

    def _scanned(
        self, net: Scanner, patches: Patches, above: Tensor | None, error: float
    ) -> Tensor:
        """The middle half of each patch is judged, which is one period of the scan."""
        values = patches.values + torch.randn_like(patches.values) * ROUNDING
        edge, size = net.side, values.shape[-1]
        around, seen = edge - KNOWN_REACH, edge - net.reach
        shares = patches.shares[..., around : size - around, around : size - around]
        own = patches.shares[..., edge : size - edge, edge : size - edge]
        facts = cell_facts(own, patches.palette, patches.cell_m)
        context = net.context(shares, facts, above)
        values = values[..., seen : size - seen, seen : size - seen]
        return net.surprises(values, context, error).mean() / BANDS

    def _passed(self, net: ImageryNet, patches: Patches, level: int) -> Tensor:
        values = patches.values + torch.randn_like(patches.values) * ROUNDING
        cells = F.avg_pool2d(values, 2)
        departures = (values - doubled(cells)).clamp(-MOST_DEPARTURE, MOST_DEPARTURE)
        seen = cells + torch.randn_like(cells) * CELL_ERROR
        pixel_m = patches.cell_m / 2**level
        known = told(seen, patches.shares, patches.palette, level, pixel_m)
        return net.fine.surprises(departures, known).mean() / BANDS


def _in_units(scene: Scene, classes: Tensor, palette: Tensor) -> Tensor:
    """Log reflectance less its class's mean in the class's spread ``(4, H, W)``."""
    base, spread = coloured(softened(class_shares(classes[None])), palette[None])[0].split(BANDS)
    logs = to_log(torch.from_numpy(scene.reflectance))
    units: Tensor = ((logs - base) / spread).clamp(-MOST_DEPARTURE, MOST_DEPARTURE)
    return units


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


def scene_air(scenes: Sequence[Scene]) -> Tensor:
    """What the air over the scenes sends back ``(S, 4)``, as `to_log` has it."""
    found = np.stack([air_reflectance(scene.reflectance) for scene in scenes])
    return to_log(torch.from_numpy(found))


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
