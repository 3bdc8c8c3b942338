"""Training task: classes at 2 m from the shares of classes in cells of 16 m."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from ..map_classes import MapClass
from ..nets.maps import CELL_PX, CLASSES, one_hot, share_control
from ..nets.wag import Plan, WorldAnchoredGenerator, crop
from ..tiling import Rect
from ..town import Town
from .discrete import blurred, decided
from .elevation_task import training_noise
from .map_dataset import TownSampler
from .shares import roughened

CRITIC_CHANNELS = CLASSES
ENTROPY_WEIGHT, SHARE_WEIGHT = 4.0, 10.0
LINE_WEIGHT = 2.0


@dataclass(frozen=True)
class StreetsBatch:
    """``codes`` ``(N, H, W)`` on the wanted pixels; ``shares`` on the plan's control."""

    codes: Tensor
    shares: Tensor
    wanted: Tensor


class StreetsTask:
    """Square patches of ``patch_px``."""

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
        whole = self.plan.control.refine(CELL_PX)
        self.seed = seed
        self.rng = np.random.default_rng(seed)
        self.sampler = TownSampler(towns, whole.height, self.rng, device=self.device)
        weights = [LINE_WEIGHT if code >= int(MapClass.PATH) else 1.0 for code in range(CLASSES)]
        self.weights = torch.tensor(weights, device=self.device)

    def reseed(self, step: int) -> None:
        fresh = np.random.default_rng([self.seed, step])
        self.rng.bit_generator.state = fresh.bit_generator.state

    def new_batch(self, size: int) -> StreetsBatch:
        codes = self.sampler.batch(size)
        shares = F.avg_pool2d(one_hot(codes), CELL_PX)
        rows, cols = self.plan.out.slices_in(self.plan.control.refine(CELL_PX))
        wanted = crop(shares, self.plan.control, self.plan.out.coarsen(CELL_PX))
        return StreetsBatch(codes[:, rows, cols], roughened(shares, self.rng), wanted)

    def generate(self, net: nn.Module, batch: StreetsBatch) -> Tensor:
        noise = training_noise(batch.codes.shape[0], self.device)
        sides: list[Tensor | None] = [None] * len(self.net.levels)
        logits: Tensor = net(share_control(batch.shares), sides, self.plan, noise)
        return logits.float()

    def real_view(self, batch: StreetsBatch) -> Tensor:
        return blurred(one_hot(batch.codes))

    def fake_view(self, batch: StreetsBatch, generated: Tensor) -> Tensor:
        return blurred(decided(generated))

    def fidelity_loss(self, batch: StreetsBatch, generated: Tensor) -> Tensor:
        entropy = F.cross_entropy(generated, batch.codes, self.weights)
        shares = F.avg_pool2d(generated.softmax(1), CELL_PX)
        misfit = (shares - batch.wanted).abs().mean()
        return ENTROPY_WEIGHT * entropy + SHARE_WEIGHT * misfit

    def watch(self, batch: StreetsBatch, generated: Tensor) -> dict[str, float]:
        """How many pixels have the right class, and the shares of streets."""
        with torch.no_grad():
            got = generated.argmax(1)
            out = {"right": float((got == batch.codes).float().mean())}
            for code in (MapClass.PATH, MapClass.MINOR_ROAD, MapClass.MAJOR_ROAD):
                name = code.name.lower()
                out[f"{name}_real"] = float((batch.codes == int(code)).float().mean())
                out[f"{name}_fake"] = float((got == int(code)).float().mean())
            return out
