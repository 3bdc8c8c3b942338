"""Training task: how likely real ground is, given the means of its cells, at every pixel size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from ..nets.elevation import FEATURE_HALO
from ..nets.elevation_passes import FINE_BELOW_M, ElevationRefiner, look
from ..nets.refinement import MOST_DEPARTURE, PERIOD, doubled
from .dataset import Batch, PatchSampler, TerrainRaster

# Cells that were drawn are a little off: by this share of the spread around them.
CELL_ERROR = 0.01


@dataclass(frozen=True)
class PassesBatch:
    coarse: Batch
    fine: Batch


class ElevationPassesTask:
    """Patches of ``patch_px`` for each of the networks, of rasters of its pixel sizes."""

    def __init__(
        self,
        net: ElevationRefiner,
        rasters: Sequence[TerrainRaster],
        patch_px: int,
        seed: int,
        device: str = "cpu",
    ) -> None:
        if patch_px % PERIOD:
            raise ValueError(f"A patch has a multiple of {PERIOD} pixels.")
        self.seed = seed
        self.rng = np.random.default_rng(seed)
        edge = max(net.coarse.edge, net.fine.edge) + 2 * FEATURE_HALO
        side = patch_px + 2 * edge
        self.samplers = [
            PatchSampler(some, side, patch_px, self.rng, device=torch.device(device))
            for some in (
                [one for one in rasters if one.pixel_m >= FINE_BELOW_M],
                [one for one in rasters if one.pixel_m < FINE_BELOW_M],
            )
        ]

    def reseed(self, step: int) -> None:
        fresh = np.random.default_rng([self.seed, step])
        self.rng.bit_generator.state = fresh.bit_generator.state

    def new_batch(self, size: int) -> PassesBatch:
        return PassesBatch(*(sampler.batch(size) for sampler in self.samplers))

    def loss(self, net: ElevationRefiner, batch: PassesBatch) -> tuple[Tensor, dict[str, Tensor]]:
        """The mean surprise of a pixel, and its parts."""
        parts = {}
        for name, refiner, patches in (
            ("coarse", net.coarse, batch.coarse),
            ("fine", net.fine, batch.fine),
        ):
            departures, known = observed(patches)
            parts[name] = refiner.surprises(departures, known).mean()
        return parts["coarse"] + parts["fine"], parts


def observed(patches: Batch) -> tuple[Tensor, Tensor]:
    """Departures of real ground in its unit, and what a network is told of its cells."""
    ground = patches.elevation
    cells = F.avg_pool2d(ground, 2)
    around = F.avg_pool2d(cells, 3, 1, 1, count_include_pad=False)
    spread = F.avg_pool2d((cells - around).abs(), 5, 1, 2)
    error = CELL_ERROR * spread * torch.randn_like(cells)
    known, base, scale = look(cells + error, patches.pixel_m[:, None])
    edge = 2 * FEATURE_HALO
    inner = (ground + doubled(error))[..., edge:-edge, edge:-edge]
    departures = (inner - base) / doubled(scale)
    return departures.clamp(-MOST_DEPARTURE, MOST_DEPARTURE), known
