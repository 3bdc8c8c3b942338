"""Training task: buildings and their heights from the classes of a map."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from ..map_classes import MapClass
from ..nets.footprints import FootprintNet, Plan, density_signal, height_signal
from ..nets.maps import one_hot
from ..tiling import Rect
from ..town import Town
from .discrete import blurred, decided_mask
from .elevation_task import training_noise
from .map_dataset import TownSampler

CONTEXT = 4
CRITIC_CHANNELS = 1 + CONTEXT
ENTROPY_WEIGHT, SHARE_WEIGHT, HEIGHT_WEIGHT = 0.04, 15.0, 0.6
# Coarser than a house: where exactly one stands is chance, how many there are is not.
SHARE_CELL_PX = 32
HIDDEN_SHARE, BARE_SHARE = 0.4, 0.15


@dataclass(frozen=True)
class FootprintsBatch:
    """``classes`` one-hot on the plan's map; the rest on the wanted pixels, ``(N, 1, H, W)``."""

    classes: Tensor
    steering: Tensor
    building: Tensor
    height: Tensor
    context: Tensor


class FootprintsTask:
    """Square patches of ``patch_px`` in towns whose buildings are all drawn."""

    def __init__(
        self,
        net: FootprintNet,
        towns: Sequence[Town],
        patch_px: int,
        seed: int,
        device: str = "cpu",
    ) -> None:
        self.net = net
        self.device = torch.device(device)
        self.plan: Plan = net.plan(Rect(0, patch_px, 0, patch_px))
        self.seed = seed
        self.rng = np.random.default_rng(seed)
        self.sampler = TownSampler(
            towns, self.plan.map.height, self.rng, built=True, device=self.device
        )

    def reseed(self, step: int) -> None:
        fresh = np.random.default_rng([self.seed, step])
        self.rng.bit_generator.state = fresh.bit_generator.state

    def new_batch(self, size: int) -> FootprintsBatch:
        drawn = self.sampler.batch(size)
        rows, cols = self.plan.out.slices_in(self.plan.map)
        building = (drawn.covered[..., rows, cols] > 0.5).float()
        codes = self._bare(drawn.codes)
        classes = one_hot(codes)
        shown = self.rng.random((size, 1)) >= HIDDEN_SHARE
        mask = torch.from_numpy(shown.astype(np.float32)).to(self.device)
        share = (drawn.covered > 0.5).float().mean((1, 2, 3))[:, None]
        steering = torch.cat([density_signal(share) * mask, mask], 1)
        inner = classes[..., rows, cols]
        context = torch.cat(
            [
                inner[:, int(MapClass.MINOR_ROAD) : int(MapClass.MAJOR_ROAD) + 1].sum(1, True),
                inner[:, int(MapClass.WATER) : int(MapClass.PATH)],
                inner[:, int(MapClass.BUILT_UP) : int(MapClass.PARK)].sum(1, True),
                inner[:, int(MapClass.PATH) : int(MapClass.MINOR_ROAD)],
            ],
            1,
        )
        height = drawn.height[..., rows, cols]
        return FootprintsBatch(classes, steering, building, height, context)

    def _bare(self, codes: Tensor) -> Tensor:
        """In some patches only streets and water are known, as in a user's layer of roads."""
        bare = torch.from_numpy(self.rng.random((codes.shape[0], 1, 1)) < BARE_SHARE)
        ground = codes < int(MapClass.WATER)
        return torch.where(bare.to(self.device) & ground, int(MapClass.BUILT_UP), codes)

    def generate(self, net: nn.Module, batch: FootprintsBatch) -> Tensor:
        noise = training_noise(batch.classes.shape[0], self.device)
        out: Tensor = net(batch.classes, batch.steering, self.plan, noise)
        return out.float()

    def real_view(self, batch: FootprintsBatch) -> Tensor:
        return blurred(torch.cat([batch.building, batch.context], 1))

    def fake_view(self, batch: FootprintsBatch, generated: Tensor) -> Tensor:
        return blurred(torch.cat([decided_mask(generated[:, :1]), batch.context], 1))

    def fidelity_loss(self, batch: FootprintsBatch, generated: Tensor) -> Tensor:
        logit = generated[:, :1]
        entropy = F.binary_cross_entropy_with_logits(logit, batch.building)
        covered = F.avg_pool2d(decided_mask(logit), SHARE_CELL_PX)
        shares = (covered - F.avg_pool2d(batch.building, SHARE_CELL_PX)).square().mean()
        known = (batch.height > 0).float()
        misfit = (generated[:, 1:] - height_signal(batch.height)).abs() * known
        height = misfit.sum() / known.sum().clamp_min(64.0)
        return ENTROPY_WEIGHT * entropy + SHARE_WEIGHT * shares + HEIGHT_WEIGHT * height

    def watch(self, batch: FootprintsBatch, generated: Tensor) -> dict[str, float]:
        """Shares of ground under buildings, overlap, and the misfit of heights."""
        with torch.no_grad():
            got, real = generated[:, :1] > 0, batch.building > 0.5
            known = batch.height > 0
            off = (generated[:, 1:] - height_signal(batch.height)).abs()[known]
            return {
                "built_real": float(real.float().mean()),
                "built_fake": float(got.float().mean()),
                "overlap": float((got & real).sum() / (got | real).sum().clamp_min(1)),
                "height_misfit": float(off.mean()) if off.numel() else 0.0,
                "edges_real": _edges(real),
                "edges_fake": _edges(got),
            }


def _edges(mask: Tensor) -> float:
    return float((mask[..., 1:] != mask[..., :-1]).float().mean())
