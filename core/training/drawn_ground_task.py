"""Training task: ground that was drawn step after step must look real to a critic.

Likelihood teaches a network to draw each pixel beside real ones. What it draws it then builds on,
and small faults grow from step to step. Here the ground is drawn as it will be, over several steps,
judged by a critic beside real ground of the same cells, and compared in its shapes; the surprise
at real ground keeps the network from forgetting what may be there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from ..nets.elevation import AMPLITUDE_FLOOR, FEATURE_HALO, HIGHEST_FLOOR_M, upsample
from ..nets.elevation_passes import FINE_BELOW_M, ElevationRefiner
from ..nets.refinement import PERIOD, PassNoise, StepPlan
from ..nets.wag import crop
from ..tiling import Rect
from .dataset import PatchSampler, TerrainRaster
from .elevation_passes_task import ElevationPassesTask, PassesBatch
from .elevation_task import shapes
from .texture import compressed, texture_loss

MOST_STEPS, COARSE_STEPS = 4, 3
"""Steps from the cells to the pixels; few rasters of large pixels have the room for four."""
CRITIC_CHANNELS = 7
# Edges, where neighbours are missing, are not judged.
MARGIN = 2 * PERIOD
SURPRISE_WEIGHT, TEXTURE_WEIGHT = 1.0, 0.3
REFERENCE_PIXEL_M = 100.0
# The critic's inputs are scaled to about unit spread on real terrain.
RESIDUAL_GAIN, SLOPE_GAIN, BEND_GAIN, BASE_GAIN = 4.0, 6.0, 12.0, 0.7


class Course:
    """The steps to the pixels ``inner``, and where the ground for them comes from."""

    def __init__(self, steps: int, inner: Rect, halo: int) -> None:
        self.inner, self.factor = inner, 2**steps
        self.plan: list[StepPlan] = []
        wanted = inner
        for _ in range(steps):
            self.plan.append(StepPlan.of(wanted, MARGIN, halo))
            wanted = self.plan[-1].cells
        self.cells = wanted
        self.have = wanted.refine(self.factor)

    def sampler(
        self, rasters: Sequence[TerrainRaster], rng: np.random.Generator, device: torch.device
    ) -> PatchSampler:
        side = self.have.height
        padded = [raster.padded(side // 2) for raster in rasters]
        return PatchSampler(padded, side, self.inner.height, rng, device=device)


@dataclass(frozen=True)
class DrawnBatch:
    """``ground`` ``(N, 1, S, S)`` of the pixels of ``course``, and its ``cells``, in metres.

    ``unit`` and ``base``, like ``ground``: the relief of the cells around, and their heights
    interpolated. ``observed``: patches for the likelihood.
    """

    course: Course
    ground: Tensor
    cells: Tensor
    pixel_m: Tensor
    unit: Tensor
    base: Tensor
    observed: PassesBatch


@dataclass(frozen=True)
class Drawn:
    """``ground`` as in the batch; ``surprise`` of the network at real ground."""

    ground: Tensor
    surprise: Tensor


class DrawnGroundTask:
    """Patches of ``patch_px`` pixels, of all the pixel sizes that the networks draw."""

    def __init__(
        self,
        net: ElevationRefiner,
        rasters: Sequence[TerrainRaster],
        patch_px: int,
        likelihood: ElevationPassesTask,
        seed: int,
        device: str = "cpu",
    ) -> None:
        if patch_px % 2**MOST_STEPS:
            raise ValueError(f"A patch has a multiple of {2**MOST_STEPS} pixels.")
        self.device = torch.device(device)
        self.seed = seed
        self.rng = np.random.default_rng(seed)
        self.likelihood = likelihood
        groups: dict[tuple[bool, ...], list[TerrainRaster]] = {}
        for raster in rasters:
            fine = tuple(raster.pixel_m * 2**step < FINE_BELOW_M for step in range(MOST_STEPS))
            groups.setdefault(fine, []).append(raster)
        halo = max(net.coarse.blocks, net.fine.blocks) + FEATURE_HALO
        inner = Rect(0, patch_px, 0, patch_px)
        self.courses = []
        for fine, group in sorted(groups.items()):
            course = Course(MOST_STEPS if fine[0] else COARSE_STEPS, inner, halo)
            self.courses.append((course, course.sampler(group, self.rng, self.device)))

    def reseed(self, step: int) -> None:
        fresh = np.random.default_rng([self.seed, step])
        self.rng.bit_generator.state = fresh.bit_generator.state
        self.likelihood.reseed(step)

    def new_batch(self, size: int) -> DrawnBatch:
        """All of one batch are drawn by the same networks."""
        course, sampler = self.courses[int(self.rng.integers(len(self.courses)))]
        patches = sampler.batch(size)
        factor, have, inner = course.factor, course.have, course.inner
        cells = F.avg_pool2d(patches.elevation.double(), factor)
        cell_m = patches.pixel_m.double().reshape(-1, 1, 1, 1) * factor
        unit = crop(upsample(relief(cells, cell_m), factor), have, inner)
        base = crop(upsample(cells, factor), have, inner)
        return DrawnBatch(
            course,
            crop(patches.elevation, have, inner),
            cells,
            patches.pixel_m,
            unit.float(),
            base.float(),
            self.likelihood.new_batch(size),
        )

    def generate(self, net: nn.Module, batch: DrawnBatch) -> Drawn:
        if not isinstance(net, ElevationRefiner):
            raise TypeError("Ground is drawn by an ElevationRefiner.")
        surprise, _ = self.likelihood.loss(net, batch.observed)
        values, have = batch.cells, batch.course.cells
        for level, step in reversed(list(enumerate(batch.course.plan))):
            values = crop(values, have, step.cells)
            sizes, first = batch.pixel_m[:, None].double(), level == len(batch.course.plan) - 1
            values = net.refined(values, sizes, 2**level, step, self._noise(len(values)), first)
            have = step.drawn
        return Drawn(crop(values, have, batch.course.inner).float(), surprise)

    def _noise(self, count: int) -> PassNoise:
        def draw(rect: Rect) -> tuple[Tensor, Tensor]:
            chances = torch.rand(count, *rect.shape, device=self.device)
            return chances, torch.randn(count, 1, *rect.shape, device=self.device)

        return draw

    def real_view(self, batch: DrawnBatch) -> Tensor:
        return critic_view(batch.ground, batch)

    def fake_view(self, batch: DrawnBatch, generated: Drawn) -> Tensor:
        return critic_view(generated.ground, batch)

    def fidelity_loss(self, batch: DrawnBatch, generated: Drawn) -> Tensor:
        """The surprise at real ground, and the difference of the shapes of real and drawn."""
        real, fake = (ground / batch.unit * 2.0 for ground in (batch.ground, generated.ground))
        texture = texture_loss(real, fake)
        return SURPRISE_WEIGHT * generated.surprise + TEXTURE_WEIGHT * texture

    def watch(self, batch: DrawnBatch, generated: Drawn) -> dict[str, float]:
        """The surprise, and figures that show collapse early."""
        with torch.no_grad():
            real, fake = self.real_view(batch), self.fake_view(batch, generated)
            out = {"surprise": float(generated.surprise)}
            for index, name in enumerate(("residual", "base", "slope_x", "slope_y", "bend")):
                out[f"{name}_real"] = float(real[:, index].std())
                out[f"{name}_fake"] = float(fake[:, index].std())
            return out


def relief(cells: Tensor, cell_m: Tensor) -> Tensor:
    """The spread of 3 x 3 cells in metres, smoothed, never below a floor; edges are continued."""
    mean = F.avg_pool2d(F.pad(cells, (1,) * 4, mode="replicate"), 3, 1)
    apart = F.avg_pool2d(F.pad((cells - mean).square(), (2,) * 4, mode="replicate"), 5, 1)
    floor = (AMPLITUDE_FLOOR * cell_m).clamp_max(HIGHEST_FLOOR_M)
    return (apart + floor.square()).sqrt()


def critic_view(ground: Tensor, batch: DrawnBatch) -> Tensor:
    """Residual, base, forward differences, Laplacian, unit and pixel, ``(N, 7, S - 2, S - 2)``.

    Forward differences, because central ones cannot see a checkerboard.
    """
    unit = batch.unit[..., 1:-1, 1:-1]
    east, south, bend = (
        shape / unit * gain
        for shape, gain in zip(shapes(ground), (SLOPE_GAIN, SLOPE_GAIN, BEND_GAIN))
    )
    base = batch.base - batch.base.mean((2, 3), keepdim=True)
    residual = (ground - batch.base)[..., 1:-1, 1:-1] / unit * RESIDUAL_GAIN
    pixel = batch.pixel_m.reshape(-1, 1, 1, 1)
    parts = [
        compressed(residual),
        compressed(base[..., 1:-1, 1:-1] / unit * BASE_GAIN),
        compressed(east),
        compressed(south),
        compressed(bend),
        (unit / pixel).log() / 1.5,
        ((pixel / REFERENCE_PIXEL_M).log2() / 2.0).expand_as(unit),
    ]
    return torch.cat(parts, 1)
