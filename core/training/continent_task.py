"""Training task: continents, ranges and plains from noise, steered by a coarse description."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as F

from ..nets.continent import DESCRIPTORS, STEERING_CHANNELS, to_metres, to_signal
from ..nets.wag import Plan, WorldAnchoredGenerator
from ..tiling import Rect
from .elevation_task import training_noise
from .texture import compressed

CRITIC_CHANNELS = 4 + STEERING_CHANNELS
SLOPE_M, BEND_M = 60.0, 40.0
HIDDEN_SHARE = 0.4
# 100 m * sinh(4.5) = 4.5 km, seldom exceeded by a mean over 3.84 km.
HIGHEST_SIGNAL, BOUND_WEIGHT = 4.5, 20.0
DESCRIPTION_WEIGHT = 10.0
COAST_M = 10.0


@dataclass(frozen=True)
class ContinentBatch:
    elevation: Tensor
    steering: Tensor
    steering_px: Tensor


class ContinentTask:
    """Square patches of coarse relief (metres, sea floor negative), ``(H, W)`` float32 each."""

    def __init__(
        self,
        net: WorldAnchoredGenerator,
        rasters: Sequence[NDArray[np.float32]],
        patch_px: int,
        seed: int,
        device: str = "cpu",
    ) -> None:
        self.net = net
        self.device = torch.device(device)
        self.plan: Plan = net.plan(Rect(0, patch_px, 0, patch_px))
        margin = -self.plan.control.y0 * net.stride
        self.margin, self.patch_px = margin, patch_px
        self.seed = seed
        self.rng = np.random.default_rng(seed)
        self.rasters = [r for r in rasters if min(r.shape) >= patch_px]
        if not self.rasters:
            raise ValueError(f"No raster is as large as the patch of {patch_px} px.")
        land = np.array([float((r > 0).sum()) for r in self.rasters])
        self.weights = np.sqrt(land) / np.sqrt(land).sum()

    def reseed(self, step: int) -> None:
        fresh = np.random.default_rng([self.seed, step])
        self.rng.bit_generator.state = fresh.bit_generator.state

    def new_batch(self, size: int) -> ContinentBatch:
        patches = np.stack([self._patch() for _ in range(size)])
        elevation = torch.from_numpy(patches)[:, None].to(self.device)
        steering = self._steering(elevation)
        inner = self._inner(steering)
        steering_px = F.interpolate(inner, scale_factor=float(self.net.stride), mode="nearest")
        return ContinentBatch(elevation, steering, steering_px)

    def _patch(self) -> NDArray[np.float32]:
        size = self.patch_px
        for _ in range(32):
            raster = self.rasters[self.rng.choice(len(self.rasters), p=self.weights)]
            y = int(self.rng.integers(raster.shape[0] - size + 1))
            x = int(self.rng.integers(raster.shape[1] - size + 1))
            patch = raster[y : y + size, x : x + size]
            if (patch > 0).mean() > 0.25 or self.rng.random() < 0.05:
                break
        patch = np.rot90(patch, int(self.rng.integers(4)))
        if self.rng.random() < 0.5:
            patch = patch.T
        stretch = np.where(patch > 0, np.float32(self.rng.uniform(0.85, 1.2)), np.float32(1.0))
        return np.ascontiguousarray(patch * stretch, dtype=np.float32)

    def _steering(self, elevation: Tensor) -> Tensor:
        """Descriptors of the patch's cells, continued outward, each hidden at random."""
        stride = self.net.stride
        values = describe(elevation, stride)
        pad = self.margin // stride
        values = F.pad(values, (pad,) * 4, mode="replicate")
        # A user's wish is one value for a region: train on smooth descriptions too.
        n = elevation.shape[0]
        smooth = self._on_device(self.rng.random((n, 1, 1, 1)))
        values = values + smooth * (values.mean((2, 3), keepdim=True) - values)
        values = values + 0.05 * torch.randn_like(values)
        hidden = self.rng.random((n, 1)) < HIDDEN_SHARE
        shown = (self.rng.random((n, DESCRIPTORS)) < 0.7) & ~hidden
        mask = self._on_device(shown)[:, :, None, None].expand_as(values)
        return torch.cat([values * mask, mask], 1)

    def _on_device(self, values: NDArray[np.generic]) -> Tensor:
        return torch.from_numpy(values.astype(np.float32)).to(self.device)

    def generate(self, net: nn.Module, batch: ContinentBatch) -> Tensor:
        noise = training_noise(batch.elevation.shape[0], self.device)
        sides: list[Tensor | None] = [None] * len(self.net.levels)
        out: Tensor = net(batch.steering, sides, self.plan, noise)
        return to_metres(out.float())

    def real_view(self, batch: ContinentBatch) -> Tensor:
        return self.fake_view(batch, batch.elevation)

    def fake_view(self, batch: ContinentBatch, generated: Tensor) -> Tensor:
        middle = generated[..., 1:-1, 1:-1]
        east = (generated[..., 1:-1, 2:] - middle) / SLOPE_M
        south = (generated[..., 2:, 1:-1] - middle) / SLOPE_M
        around = generated[..., 1:-1, 2:] + generated[..., 1:-1, :-2]
        around = around + generated[..., 2:, 1:-1] + generated[..., :-2, 1:-1]
        bend = (around / 4 - middle) / BEND_M
        parts = [to_signal(middle), *map(compressed, (east, south, bend))]
        return torch.cat([*parts, batch.steering_px[..., 1:-1, 1:-1]], 1)

    def fidelity_loss(self, batch: ContinentBatch, generated: Tensor) -> Tensor:
        """Keep to the description, patch by patch, and to heights that exist."""
        beyond = (to_signal(generated).abs() - HIGHEST_SIGNAL).clamp_min(0.0)
        wanted = self._inner(batch.steering).mean((2, 3))
        got = describe(generated, self.net.stride).mean((2, 3))
        misfit = F.smooth_l1_loss(got, wanted[:, :DESCRIPTORS], reduction="none", beta=0.1)
        heeded = (misfit * wanted[:, DESCRIPTORS:]).mean()
        return BOUND_WEIGHT * beyond.square().mean() + DESCRIPTION_WEIGHT * heeded

    def _inner(self, steering: Tensor) -> Tensor:
        """The cells that the wanted pixels lie in."""
        rows, cols = self.plan.out.coarsen(self.net.stride).slices_in(self.plan.control)
        return steering[..., rows, cols]

    def watch(self, batch: ContinentBatch, generated: Tensor) -> dict[str, float]:
        """Figures that show collapse early: land share and spread, real and generated."""
        with torch.no_grad():
            out = {}
            for name, values in (("real", batch.elevation), ("fake", generated)):
                out[f"land_{name}"] = float((values > 0).float().mean())
                out[f"height_{name}"] = float(values.clamp_min(0.0).mean())
                view = self.fake_view(batch, values)
                out[f"slope_{name}"] = float(view[:, 1].std())
                out[f"bend_{name}"] = float(view[:, 3].std())
            return out


def describe(elevation: Tensor, stride: int) -> Tensor:
    """Mean height of the land, spread and share of sea of every cell, ``(N, 3, H, W)``, as the
    network is told them; differentiable, the coast being a slope of ``COAST_M``."""
    land = elevation.clamp_min(0.0)
    mean = F.avg_pool2d(land, stride)
    spread = (F.avg_pool2d(land.square(), stride) - mean.square()).clamp_min(1e-2).sqrt()
    sea = F.avg_pool2d((-elevation / COAST_M).sigmoid(), stride)
    return torch.cat([to_signal(mean) / 2.0 - 1.0, (spread + 5.0).log() / 2.0 - 2.0, sea], 1)
