"""Training task: shares of ground classes in cells of 64 m, from noise and a rough description.

Beside the critic, an encoder helps: it writes half of the patches down as the numbers that the
generator takes for noise, so that the generator learns at once what those may mean (Larsen et al.
2016). What the encoder writes is held to the statistics of the noise (Kingma & Welling 2014).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as F

from ..map_classes import MapClass
from ..nets.maps import (
    CELL_PX,
    CLASSES,
    DESCRIPTORS,
    REGION_CELLS,
    SHARE_CHANNELS,
    STEERING_CHANNELS,
    describe,
    share_control,
)
from ..nets.wag import LEAK, NoiseSource, Plan, WorldAnchoredGenerator
from ..noise import BYTE_SCALE
from ..tiling import Rect
from ..town import Town
from .elevation_task import training_noise
from .map_dataset import ShareSampler

CRITIC_CHANNELS = CLASSES + STEERING_CHANNELS
LINE_GAIN = 2.5
HIDDEN_SHARE = 0.4
DESCRIPTION_WEIGHT, WRITING_WEIGHT, REMEMBERED_WEIGHT = 10.0, 0.6, 3.0
# Standard deviation of the noise (see core.noise).
NOISE_SPREAD = BYTE_SCALE * 256.0 / 12.0**0.5


@dataclass(frozen=True)
class RegionBatch:
    """``shares`` ``(N, 11, cells, cells)``; ``steering`` on the plan's control, and on cells."""

    shares: Tensor
    steering: Tensor
    steering_cells: Tensor


@dataclass(frozen=True)
class Generated:
    """``logs`` of shares; the first of them from what the encoder wrote: mean and log variance."""

    logs: Tensor
    mean: Tensor
    log_variance: Tensor


class Encoder(nn.Module):
    """Shares to mean and log variance of the latent of every coarsest cell."""

    def __init__(self, stride: int, latent: int, width: int = 64) -> None:
        super().__init__()
        layers: list[nn.Module] = []
        channels = SHARE_CHANNELS
        while stride > 1:
            layers += [nn.Conv2d(channels, width, 4, 2, 1), nn.LeakyReLU(LEAK)]
            channels, stride = width, stride // 2
        layers += [nn.Conv2d(width, width, 3, 1, 1), nn.LeakyReLU(LEAK)]
        self.layers = nn.Sequential(*layers, nn.Conv2d(width, 2 * latent, 1))

    def forward(self, shares: Tensor) -> tuple[Tensor, Tensor]:
        out = self.layers(share_control(shares)).float()
        mean, log_variance = out.chunk(2, 1)
        return mean, log_variance.clamp(-8.0, 2.0)


class RegionNets(nn.Module):
    """The generator, and the encoder that only training needs."""

    def __init__(self, generator: WorldAnchoredGenerator) -> None:
        super().__init__()
        self.generator = generator
        self.encoder = Encoder(generator.stride, generator.latent_channels)


class RegionTask:
    """Square patches of ``patch_px`` cells."""

    def __init__(
        self,
        net: WorldAnchoredGenerator,
        towns: Sequence[Town],
        patch_px: int,
        seed: int,
        device: str = "cpu",
    ) -> None:
        self.net = net
        self.device = torch.device(device)
        self.plan: Plan = net.plan(Rect(0, patch_px, 0, patch_px))
        self.pad = -self.plan.control.y0
        self.seed = seed
        self.rng = np.random.default_rng(seed)
        self.sampler = ShareSampler(
            towns, patch_px, CELL_PX * REGION_CELLS, self.rng, device=self.device
        )
        gain = [LINE_GAIN if code >= int(MapClass.PATH) else 1.0 for code in range(CLASSES)]
        self.gain = torch.tensor(gain, device=self.device)[None, :, None, None]

    def reseed(self, step: int) -> None:
        fresh = np.random.default_rng([self.seed, step])
        self.rng.bit_generator.state = fresh.bit_generator.state

    def new_batch(self, size: int) -> RegionBatch:
        shares = self.sampler.batch(size)
        steering = self._steering(shares)
        inner = self._inner(steering)
        cells = F.interpolate(inner, scale_factor=float(self.net.stride), mode="nearest")
        return RegionBatch(shares, steering, cells)

    def _steering(self, shares: Tensor) -> Tensor:
        """Descriptors of the patch's blocks, continued outward, each hidden at random."""
        values = F.pad(describe(shares, self.net.stride), (self.pad,) * 4, mode="replicate")
        n = shares.shape[0]
        smooth = self._on_device(self.rng.random((n, 1, 1, 1)))
        values = values + smooth * (values.mean((2, 3), keepdim=True) - values)
        values = values + 0.02 * torch.randn_like(values)
        hidden = self.rng.random((n, 1)) < HIDDEN_SHARE
        shown = (self.rng.random((n, len(DESCRIPTORS))) < 0.7) & ~hidden
        mask = self._on_device(shown)[:, :, None, None].expand_as(values)
        return torch.cat([values * mask, mask], 1)

    def _on_device(self, values: NDArray[np.generic]) -> Tensor:
        return torch.from_numpy(values.astype(np.float32)).to(self.device)

    def generate(self, net: nn.Module, batch: RegionBatch) -> Generated:
        if not isinstance(net, RegionNets):
            raise TypeError("A region is trained with its encoder.")
        written = batch.shares.shape[0] // 2
        mean, log_variance = net.encoder(batch.shares[:written])
        latent = mean + torch.randn_like(mean) * (0.5 * log_variance).exp()
        sides: list[Tensor | None] = [None] * len(self.net.levels)
        noise = self._noise_with(latent, batch.shares.shape[0])
        logits = net.generator(batch.steering, sides, self.plan, noise)
        return Generated(logits.float().log_softmax(1), mean, log_variance)

    def _noise_with(self, latent: Tensor, size: int) -> NoiseSource:
        """Noise whose first patches carry ``latent`` where the wanted cells lie."""
        fresh = cast(NoiseSource, training_noise(size, self.device))
        rows, cols = self.plan.out.coarsen(self.net.stride).slices_in(self.plan.control)

        def draw(layer: int, channels: int, rect: Rect) -> Tensor:
            values = fresh(layer, channels, rect)
            if layer == 0:
                held = torch.zeros_like(values)
                held[: len(latent), :, rows, cols] = 1.0
                padded = torch.zeros_like(values)
                padded[: len(latent), :, rows, cols] = latent
                values = values * (1.0 - held) + padded
            return values

        return draw

    def real_view(self, batch: RegionBatch) -> Tensor:
        return self._view(batch, batch.shares)

    def fake_view(self, batch: RegionBatch, generated: Generated) -> Tensor:
        return self._view(batch, generated.logs.exp())

    def _view(self, batch: RegionBatch, shares: Tensor) -> Tensor:
        return torch.cat([shares * self.gain, batch.steering_cells], 1)

    def fidelity_loss(self, batch: RegionBatch, generated: Generated) -> Tensor:
        """Keep to the description, and give back the patches that were written down."""
        wanted = self._inner(batch.steering).mean((2, 3))
        got = describe(generated.logs.exp(), self.net.stride).mean((2, 3))
        count = len(DESCRIPTORS)
        misfit = F.smooth_l1_loss(got, wanted[:, :count], reduction="none", beta=0.1)
        heeded = (misfit * wanted[:, count:]).mean()
        written = len(generated.mean)
        entropy = -(batch.shares[:written] * self.gain * generated.logs[:written]).sum(1).mean()
        variance = generated.log_variance.exp() / NOISE_SPREAD**2
        square = (generated.mean / NOISE_SPREAD).square()
        apart = 0.5 * (square + variance - 1.0 - variance.log())
        cells = batch.shares.shape[-1] * batch.shares.shape[-2]
        writing = apart.flatten(1).sum(1).mean() / cells
        remembered = entropy + WRITING_WEIGHT * writing
        loss: Tensor = DESCRIPTION_WEIGHT * heeded + REMEMBERED_WEIGHT * remembered
        return loss

    def _inner(self, steering: Tensor) -> Tensor:
        rows, cols = self.plan.out.coarsen(self.net.stride).slices_in(self.plan.control)
        return steering[..., rows, cols]

    def watch(self, batch: RegionBatch, generated: Generated) -> dict[str, float]:
        """Shares of classes and how decided the cells are, real and generated; the misfit of what
        was written down, and how much was."""
        with torch.no_grad():
            made, written = generated.logs.exp(), len(generated.mean)
            off = (made[:written] - batch.shares[:written]).abs().sum(1).mean() / 2
            out = {"remembered_misfit": float(off), "written": float(generated.mean.std())}
            for name, shares in (("real", batch.shares), ("fake", made[written:])):
                for code in (MapClass.WATER, MapClass.BUILT_UP, MapClass.MAJOR_ROAD):
                    out[f"{code.name.lower()}_{name}"] = float(shares[:, int(code)].mean())
                out[f"decided_{name}"] = float(shares.amax(1).mean())
                means = shares.mean((2, 3))
                out[f"variety_{name}"] = float(means.std(0).mean())
            return out
