"""Training task: terrain from its own block means (the detail and relief generators)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from ..nets.elevation import ElevationGenerator, Steering, control_rect, steer
from ..nets.wag import Plan
from ..noise import BYTE_CENTRE, BYTE_SCALE
from ..tiling import Rect
from .dataset import PatchSampler, TerrainRaster
from .drainage_loss import PATCHES, DrainageBalance, drainage_cost
from .texture import PhaseBalance, compressed, texture_loss

CRITIC_CHANNELS = 7
CONTROL_WEIGHT = 30.0
FLATNESS_WEIGHT, SHORE_WEIGHT = 2.0, 4.0
SHORE_BLOCK_PX = 8
TEXTURE_WEIGHT, PHASE_WEIGHT, DRAINAGE_WEIGHT = 8.0, 400.0, 8.0
# Errors of block means, as a share of their spread about their neighbours.
INEXACTNESS = 0.06
SHORE_CONTRAST = 2.0
# Gentle, hilly and mountainous ground, by the scale of its residual.
RELIEF_STEPS_M = (6.0, 25.0)
# The critic's inputs are scaled to about unit spread on real terrain.
BASE_GAIN, SLOPE_GAIN, BEND_GAIN = 0.12, 3.5, 6.0


@dataclass(frozen=True)
class ElevationBatch:
    elevation: Tensor
    shore: Tensor
    control: Tensor
    factor: int
    looseness: Tensor
    steering: Steering


@dataclass(frozen=True)
class Generated:
    elevation: Tensor
    shore: Tensor


def training_noise(size: int, device: torch.device) -> object:
    """A noise source of the statistics of :mod:`core.noise`, fresh for each patch."""

    def draw(layer: int, channels: int, rect: Rect) -> Tensor:
        shape = (size, channels, rect.height, rect.width)
        values = torch.randint(0, 256, shape, device=device)
        return (values.float() - BYTE_CENTRE) * BYTE_SCALE

    return draw


class ElevationTask:
    """Patches of ``patch_px`` (a multiple of the stride) with random control strength."""

    def __init__(
        self,
        net: ElevationGenerator,
        rasters: list[TerrainRaster],
        patch_px: int,
        factors: Mapping[int, float],
        seed: int,
        device: str = "cpu",
    ) -> None:
        self.net = net
        self.device = torch.device(device)
        self.plan: Plan = net.plan(Rect(0, patch_px, 0, patch_px))
        self.have = control_rect(self.plan).refine(net.stride)
        self.seed = seed
        self.rng = np.random.default_rng(seed)
        margin = -self.have.y0
        padded = [r.padded(margin) for r in rasters]
        self.sampler = PatchSampler(
            padded, self.have.height, patch_px, self.rng, device=self.device
        )
        self.factors = list(factors)
        self.usual = max(factors, key=lambda factor: factors[factor])
        self.phases = PhaseBalance(net.stride, len(RELIEF_STEPS_M) + 1)
        self.drainage = DrainageBalance(len(RELIEF_STEPS_M) + 1)
        self.odds = np.array(list(factors.values())) / sum(factors.values())

    def reseed(self, step: int) -> None:
        fresh = np.random.default_rng([self.seed, step])
        self.rng.bit_generator.state = fresh.bit_generator.state

    def new_batch(self, size: int) -> ElevationBatch:
        patches = self.sampler.batch(size)
        factor = int(self.rng.choice(self.factors, p=self.odds))
        control = inexact(F.avg_pool2d(patches.elevation, factor))
        strength = self.rng.random(size) * (self.rng.random(size) < 0.3)
        looseness = torch.from_numpy(strength.astype(np.float32)).to(self.device)
        loosened = loosen(control, looseness, factor, self.net.stride)
        steering = steer(self.net, self.plan, loosened, factor, looseness, patches.pixel_m)
        rows, cols = self.plan.out.slices_in(self.have)
        return ElevationBatch(
            patches.elevation[..., rows, cols],
            patches.shore[..., rows, cols] * 0.98,
            control,
            factor,
            looseness,
            steering,
        )

    def generate(self, net: nn.Module, batch: ElevationBatch) -> Generated:
        steering = batch.steering
        noise = training_noise(batch.elevation.shape[0], self.device)
        out = net(steering.control, steering.sides, self.plan, noise).float()
        elevation = steering.base + out[:, :1] * steering.scale
        return Generated(elevation, out[:, 1:].tanh())

    def real_view(self, batch: ElevationBatch) -> Tensor:
        return critic_view(batch.elevation, batch.shore, batch.steering)

    def fake_view(self, batch: ElevationBatch, generated: Generated) -> Tensor:
        return critic_view(generated.elevation, generated.shore, batch.steering)

    def fidelity_loss(self, batch: ElevationBatch, generated: Generated) -> Tensor:
        """What is kept to (`kept_loss`), the real ground's texture, and water that can leave."""
        real, fake = self._relative(batch, generated)
        texture, phase = texture_loss(real, fake), self._phase_loss(batch, fake)
        kept = self.kept_loss(batch, generated)
        hollows = self._drainage_loss(batch, generated)
        textured = TEXTURE_WEIGHT * texture + PHASE_WEIGHT * phase
        return kept + textured + DRAINAGE_WEIGHT * hollows

    def kept_loss(self, batch: ElevationBatch, generated: Generated) -> Tensor:
        """Block means must be the control's; water must be level, and about where it is."""
        scale = F.avg_pool2d(batch.steering.scale, batch.factor)
        kept = F.avg_pool2d(generated.elevation, batch.factor)
        misfit = ((kept - self._wanted(batch)) / scale).square()
        strict = (1.0 - batch.looseness).square().reshape(-1, 1, 1, 1)
        wet = (0.5 - SHORE_CONTRAST * generated.shore).clamp(0.0, 1.0)[..., 1:, 1:].detach()
        surface, unit = generated.elevation, batch.steering.scale[..., 1:, 1:]
        steps = (surface[..., 1:, 1:] - surface[..., 1:, :-1]).abs()
        steps = steps + (surface[..., 1:, 1:] - surface[..., :-1, 1:]).abs()
        flatness = (wet * steps / unit).mean()
        here, there = (F.avg_pool2d(one, SHORE_BLOCK_PX) for one in (generated.shore, batch.shore))
        misplaced = SHORE_WEIGHT * F.smooth_l1_loss(here, there)
        return CONTROL_WEIGHT * (misfit * strict).mean() + FLATNESS_WEIGHT * flatness + misplaced

    def _wanted(self, batch: ElevationBatch) -> Tensor:
        """The control's cells under the wanted pixels."""
        rows, cols = self.plan.out.slices_in(self.have)
        cells = slice(rows.start // batch.factor, rows.stop // batch.factor)
        return batch.control[..., cells, cells]

    def _phase_loss(self, batch: ElevationBatch, fake: Tensor) -> Tensor:
        """Of patches from cells of the usual size: others have phases of their own."""
        if batch.factor != self.usual:
            return fake.new_zeros(())
        return self.phases.loss(fake, relief_group(batch.steering.scale))

    def _drainage_loss(self, batch: ElevationBatch, generated: Generated) -> Tensor:
        """The flow is traced on the processor; a few patches of a batch are enough."""
        scale = batch.steering.scale[:PATCHES]
        real = drainage_cost(batch.elevation[:PATCHES], scale)
        fake = drainage_cost(generated.elevation[:PATCHES], scale)
        return self.drainage.loss(real, fake, relief_group(scale))

    def _relative(self, batch: ElevationBatch, generated: Generated) -> tuple[Tensor, Tensor]:
        """Real and generated elevation in units of local relief."""
        scale = batch.steering.scale
        return batch.elevation / scale, generated.elevation / scale

    def watch(self, batch: ElevationBatch, generated: Generated) -> dict[str, float]:
        """Figures that show collapse early: spread of slope and residual, real and generated."""
        with torch.no_grad():
            real, fake = self.real_view(batch), self.fake_view(batch, generated)
            names = ("residual", "base", "slope_x", "slope_y", "bend", "shore")
            texture = texture_loss(*self._relative(batch, generated))
            out = {"texture": float(texture), "phase": self.phases.unevenness}
            out["hollows_real"], out["hollows_fake"] = self.drainage.mean_costs()
            for index, name in enumerate(names):
                out[f"{name}_real"] = float(real[:, index].std())
                out[f"{name}_fake"] = float(fake[:, index].std())
            return out


def relief_group(scale: Tensor) -> Tensor:
    """Which of the groups that `RELIEF_STEPS_M` divide each patch belongs to, ``(N,)``."""
    relief = scale.mean((1, 2, 3)).detach()
    return (relief[:, None] > torch.tensor(RELIEF_STEPS_M, device=relief.device)).sum(1)


def inexact(control: Tensor) -> Tensor:
    """Block means with a slight error each, but for the sea's.

    With exact ones the critic need only look for block means that are not kept to the centimetre,
    and the generator pays with a pattern of blocks.
    """
    around = F.avg_pool2d(control, 3, 1, 1, count_include_pad=False)
    spread = (control - around).square().mean((2, 3), keepdim=True).sqrt()
    return control + INEXACTNESS * spread * torch.randn_like(control) * (control != 0.0)


def loosen(control: Tensor, looseness: Tensor, factor: int, stride: int) -> Tensor:
    """The control blurred and disturbed in proportion to ``looseness`` (0 leaves it as it is)."""
    amount = looseness.reshape(-1, 1, 1, 1)
    radius = 2 * max(1, stride // factor // 2)
    padded = F.pad(control, (radius,) * 4, mode="replicate")
    blurred = F.avg_pool2d(padded, 2 * radius + 1, 1)
    mixed = control + amount * (blurred - control)
    spread = (control - blurred).square().mean((2, 3), keepdim=True).sqrt()
    return mixed + amount * 0.3 * spread * torch.randn_like(control)


def critic_view(elevation: Tensor, shore: Tensor, steering: Steering) -> Tensor:
    """Residual, base, forward differences, Laplacian, shore and amplitude, ``(N, 7, H-2, W-2)``.

    Forward differences, because central ones cannot see a checkerboard.
    """
    unit = steering.scale[..., 1:-1, 1:-1]
    east, south, bend = (
        shape / unit * gain
        for shape, gain in zip(shapes(elevation), (SLOPE_GAIN, SLOPE_GAIN, BEND_GAIN))
    )
    edge = shore[..., 1:-1, 1:-1]
    land = (0.5 + SHORE_CONTRAST * edge).clamp(0.0, 1.0)
    base = steering.base - steering.base.mean((2, 3), keepdim=True)
    residual = (elevation - steering.base)[..., 1:-1, 1:-1] / unit
    parts = [
        compressed(residual),
        compressed(base[..., 1:-1, 1:-1] / unit * BASE_GAIN),
        compressed(east) * land,
        compressed(south) * land,
        compressed(bend) * land,
        edge,
        unit.log() / 1.5 - 2.0,
    ]
    return torch.cat(parts, 1)


def shapes(surface: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Steps to the east and south and a quarter of the Laplacian, without the outermost pixels."""
    middle = surface[..., 1:-1, 1:-1]
    east, west = surface[..., 1:-1, 2:], surface[..., 1:-1, :-2]
    south, north = surface[..., 2:, 1:-1], surface[..., :-2, 1:-1]
    return east - middle, south - middle, (east + west + south + north) / 4 - middle
