"""Training task: satellite-like imagery from land cover."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as F

from ..landcover import LEARNT
from ..nets.imagery import (
    BANDS,
    MEAN_LOG,
    PALETTE,
    SPREAD_LOG,
    ImageryGenerator,
    Steering,
    class_rect,
    class_shares,
    steer,
    to_log,
)
from ..nets.wag import Plan, crop
from ..tiling import Rect
from .elevation_task import training_noise
from .imagery_prepare import Scene
from .imagery_texture import class_texture_loss, lattice_loss
from .texture import phase_loss

CRITIC_CHANNELS = 2 * BANDS
TEXTURE_WEIGHT, PHASE_WEIGHT, LATTICE_WEIGHT = 8.0, 5.0, 100.0
# A class needs this share of a scene for its colour to be measured there.
MEASURED_SHARE, MEASURED_PX = 0.002, 300
LIGHT_JITTER, COARSE_SHARE = 0.06, 0.35


@dataclass(frozen=True)
class ImageryBatch:
    """``logs`` ``(N, 4, H, W)`` log reflectance; ``shares`` of classes on the same pixels."""

    logs: Tensor
    shares: Tensor
    steering: Steering


class ImageryTask:
    """Patches of ``patch_px`` (a multiple of the stride) of scenes with their class maps."""

    def __init__(
        self,
        net: ImageryGenerator,
        scenes: Sequence[Scene],
        patch_px: int,
        seed: int,
        device: str = "cpu",
    ) -> None:
        self.net = net
        self.device = torch.device(device)
        self.plan: Plan = net.plan(Rect(0, patch_px, 0, patch_px))
        self.have = class_rect(self.plan, net.stride)
        self.seed, self.patch_px = seed, patch_px
        self.rng = np.random.default_rng(seed)
        self.scenes = list(scenes)
        palettes = scene_palettes(self.scenes)
        net.palettes.copy_(palettes)
        self.palettes = palettes.to(self.device)
        margin = -self.have.y0
        self.logs, self.classes = [], []
        for scene in self.scenes:
            image = to_log(torch.from_numpy(scene.reflectance))
            self.logs.append(image.to(self.device))
            edge = min(margin, min(scene.classes.shape) - 1)
            around = np.pad(scene.classes, edge, mode="reflect")
            around = np.pad(around, margin - edge, mode="edge")
            self.classes.append(torch.from_numpy(around).to(self.device))
        area = np.array([scene.classes.size for scene in self.scenes], dtype=np.float64)
        self.odds = np.sqrt(area) / np.sqrt(area).sum()

    def reseed(self, step: int) -> None:
        fresh = np.random.default_rng([self.seed, step])
        self.rng.bit_generator.state = fresh.bit_generator.state

    def new_batch(self, size: int) -> ImageryBatch:
        drawn = [self._patch() for _ in range(size)]
        logs = torch.stack([one[0] for one in drawn])
        shares = class_shares(torch.stack([one[1] for one in drawn]))
        which = [one[2] for one in drawn]
        palette = self.palettes[which].clone()
        # Sun, air and year differ more than between so few scenes: the same shift for both.
        shift = torch.randn(size, 1, BANDS, device=self.device) * LIGHT_JITTER
        shift = shift + torch.randn(size, 1, 1, device=self.device) * LIGHT_JITTER
        palette[..., :BANDS] += shift
        logs = logs + shift.movedim(1, 2)[..., None]
        sizes = torch.tensor([self.scenes[i].pixel_m for i in which], device=self.device)
        steering = steer(self.net, self.plan, shares, palette, sizes)
        return ImageryBatch(logs, crop(shares, self.have, self.plan.out), steering)

    def _patch(self) -> tuple[Tensor, Tensor, int]:
        """Log reflectance, class indices with their surroundings, and the scene's number."""
        size, wide = self.patch_px, self.have.height
        for attempt in range(8):
            index = int(self.rng.choice(len(self.scenes), p=self.odds))
            _, height, width = self.logs[index].shape
            if min(height, width) < size:
                continue
            y, x = (int(self.rng.integers(n - size + 1)) for n in (height, width))
            classes = self.classes[index][y : y + wide, x : x + wide]
            # Open water, and the scenes' endless suburbs, are soon learnt.
            shares = torch.bincount(classes.flatten().long(), minlength=LEARNT) / classes.numel()
            if attempt < 4 and float(shares.max()) > 0.85 and self.rng.random() < 0.7:
                continue
            break
        logs = self.logs[index][:, y : y + size, x : x + size]
        if self.rng.random() < COARSE_SHARE:
            classes = coarsened(classes, int(self.rng.integers(3, 10)))
        if self.rng.random() < 0.5:  # the sun stays in the south or north
            logs, classes = logs.flip(-1), classes.flip(-1)
        return logs, classes, index

    def generate(self, net: nn.Module, batch: ImageryBatch) -> Tensor:
        steering = batch.steering
        noise = training_noise(batch.logs.shape[0], self.device)
        out: Tensor = net(steering.control, steering.sides, self.plan, noise)
        return steering.base + out.float() * steering.spread

    def real_view(self, batch: ImageryBatch) -> Tensor:
        return critic_view(batch.logs, batch)

    def fake_view(self, batch: ImageryBatch, generated: Tensor) -> Tensor:
        return critic_view(generated, batch)

    def fidelity_loss(self, batch: ImageryBatch, generated: Tensor) -> Tensor:
        """The texture of each class as in the real patch, and no trace of the network's grid."""
        units = self._units(batch, generated)
        texture = class_texture_loss(*units, batch.shares)
        bright = generated.mean(1, keepdim=True)
        grid = PHASE_WEIGHT * phase_loss(bright, self.net.stride)
        return TEXTURE_WEIGHT * texture + grid + LATTICE_WEIGHT * lattice_loss(units[1])

    def _units(self, batch: ImageryBatch, generated: Tensor) -> tuple[Tensor, Tensor]:
        """Real and generated log reflectance less the class's mean, in units of its spread."""
        base, spread = batch.steering.base, batch.steering.spread
        return (batch.logs - base) / spread, (generated - base) / spread

    def watch(self, batch: ImageryBatch, generated: Tensor) -> dict[str, float]:
        """Spread of colours and edges, real and generated."""
        with torch.no_grad():
            units = self._units(batch, generated)
            out = {"texture": float(class_texture_loss(*units, batch.shares))}
            out["lattice"] = float(lattice_loss(units[1]))
            for name, unit in zip(("real", "fake"), units):
                out[f"residual_{name}"] = float(unit.std())
                out[f"edges_{name}"] = float(unit.diff(dim=3).std())
                out[f"blocks_{name}"] = float(F.avg_pool2d(unit, 8).std())
            return out


def critic_view(logs: Tensor, batch: ImageryBatch) -> Tensor:
    """Brightness and colour as they are, then in the spread of their class; then the classes."""
    unit = (logs - batch.steering.base) / batch.steering.spread.clamp_min(0.03)
    seen = (logs - MEAN_LOG) / SPREAD_LOG
    return torch.cat([seen, (unit / 2.0).asinh() * 1.5, batch.shares], 1)


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
