"""A small network that recognises land cover in real imagery, to be asked about generated one."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn
from torch.nn import functional as F

from ..landcover import LEARNT
from ..nets.imagery import MEAN_LOG, SPREAD_LOG, to_log
from .imagery_prepare import Scene
from .metrics import Floats

WIDTH, PATCH_PX, BATCH = 24, 96, 6
BRIGHTNESS_JITTER = 0.15


class LandCoverSegmenter:
    """Learns from real scenes for ``steps`` steps; called, gives class indices of patches."""

    def __init__(self, scenes: Sequence[Scene], steps: int, seed: int = 1) -> None:
        torch.manual_seed(seed)
        self.net = nn.Sequential(*_layers())
        self._fit(scenes, steps, np.random.default_rng(seed))

    @torch.inference_mode()
    def __call__(self, reflectance: Floats) -> NDArray[np.uint8]:
        parts = []
        for first in range(0, len(reflectance), 16):
            images = torch.from_numpy(np.ascontiguousarray(reflectance[first : first + 16]))
            parts.append(self.net(_scaled(to_log(images))).argmax(1).numpy().astype(np.uint8))
        return np.concatenate(parts)

    def _fit(self, scenes: Sequence[Scene], steps: int, rng: np.random.Generator) -> None:
        images = [to_log(torch.from_numpy(scene.reflectance)) for scene in scenes]
        labels = [torch.from_numpy(scene.classes).long() for scene in scenes]
        everything = torch.cat([one.flatten() for one in labels])
        counts = torch.bincount(everything, minlength=LEARNT)[:LEARNT]
        weight = (counts.sum() / counts.clamp_min(1)).float().pow(0.33)
        optimiser = torch.optim.Adam(self.net.parameters(), 3e-3)
        for step in range(steps):
            for group in optimiser.param_groups:
                group["lr"] = 3e-3 * (1.0 - step / steps) + 1e-4
            picked, wanted = [], []
            for _ in range(BATCH):
                index = int(rng.integers(len(scenes)))
                _, height, width = images[index].shape
                y, x = (int(rng.integers(n - PATCH_PX + 1)) for n in (height, width))
                window = (slice(y, y + PATCH_PX), slice(x, x + PATCH_PX))
                light = float(rng.normal(0.0, BRIGHTNESS_JITTER))
                picked.append(images[index][(slice(None), *window)] + light)
                wanted.append(labels[index][window].clamp_max(LEARNT - 1))
            logits = self.net(_scaled(torch.stack(picked)))
            loss = F.cross_entropy(logits, torch.stack(wanted), weight)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
        self.net.eval()


def _layers() -> list[nn.Module]:
    layers: list[nn.Module] = []
    inputs = 4
    for dilation in (1, 1, 2, 4, 8):
        layers += [nn.Conv2d(inputs, WIDTH, 3, padding=dilation, dilation=dilation), nn.GELU()]
        inputs = WIDTH
    return [*layers, nn.Conv2d(WIDTH, LEARNT, 1)]


def _scaled(logs: torch.Tensor) -> torch.Tensor:
    return (logs - MEAN_LOG) / SPREAD_LOG
