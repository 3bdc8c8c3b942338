"""Training task: shares of ground classes in cells of 16 m from those in cells of 64 m."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from ..map_classes import MapClass
from ..nets.maps import CELL_PX, CLASSES, REGION_CELLS, share_control
from ..nets.wag import Plan, WorldAnchoredGenerator, crop
from ..tiling import Rect
from ..town import Town
from .elevation_task import training_noise
from .map_dataset import ShareSampler
from .shares import roughened

CRITIC_CHANNELS = 2 * CLASSES
LINE_GAIN = 2.5
SHARE_WEIGHT, ENTROPY_WEIGHT = 12.0, 0.5


@dataclass(frozen=True)
class TownBatch:
    """``shares`` on the wanted cells; ``control`` on the plan's; ``wanted`` coarse shares of the
    wanted cells, and the same repeated on them."""

    shares: Tensor
    control: Tensor
    wanted: Tensor
    wanted_cells: Tensor


class TownTask:
    """Square patches of ``patch_px`` cells of 16 m."""

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
        self.whole = self.plan.control.refine(REGION_CELLS)
        self.seed = seed
        self.rng = np.random.default_rng(seed)
        self.sampler = ShareSampler(towns, self.whole.height, CELL_PX, self.rng, device=self.device)
        gain = [LINE_GAIN if code >= int(MapClass.PATH) else 1.0 for code in range(CLASSES)]
        self.gain = torch.tensor(gain, device=self.device)[None, :, None, None]

    def reseed(self, step: int) -> None:
        fresh = np.random.default_rng([self.seed, step])
        self.rng.bit_generator.state = fresh.bit_generator.state

    def new_batch(self, size: int) -> TownBatch:
        whole = self.sampler.batch(size)
        coarse = F.avg_pool2d(whole, REGION_CELLS)
        wanted = crop(coarse, self.plan.control, self.plan.out.coarsen(REGION_CELLS))
        cells = F.interpolate(wanted, scale_factor=float(REGION_CELLS), mode="nearest")
        shares = crop(whole, self.whole, self.plan.out)
        return TownBatch(shares, roughened(coarse, self.rng), wanted, cells)

    def generate(self, net: nn.Module, batch: TownBatch) -> Tensor:
        noise = training_noise(batch.shares.shape[0], self.device)
        sides: list[Tensor | None] = [None] * len(self.net.levels)
        logits: Tensor = net(share_control(batch.control), sides, self.plan, noise)
        return logits.float().log_softmax(1)

    def real_view(self, batch: TownBatch) -> Tensor:
        return self._view(batch, batch.shares)

    def fake_view(self, batch: TownBatch, generated: Tensor) -> Tensor:
        return self._view(batch, generated.exp())

    def _view(self, batch: TownBatch, shares: Tensor) -> Tensor:
        return torch.cat([shares * self.gain, batch.wanted_cells * self.gain], 1)

    def fidelity_loss(self, batch: TownBatch, generated: Tensor) -> Tensor:
        """Keep the coarse shares; cells themselves count for little, as they are chance."""
        entropy = -(batch.shares * generated).sum(1).mean()
        coarse = F.avg_pool2d(generated.exp(), REGION_CELLS)
        misfit = ((coarse - batch.wanted) * self.gain).abs().sum(1).mean()
        return ENTROPY_WEIGHT * entropy + SHARE_WEIGHT / CLASSES * misfit

    def watch(self, batch: TownBatch, generated: Tensor) -> dict[str, float]:
        """Shares of classes, how decided the cells are, and the misfit of coarse shares."""
        with torch.no_grad():
            made = generated.exp()
            off = (F.avg_pool2d(made, REGION_CELLS) - batch.wanted).abs().sum(1).mean() / 2
            out = {"coarse_misfit": float(off)}
            for name, shares in (("real", batch.shares), ("fake", made)):
                out[f"decided_{name}"] = float(shares.amax(1).mean())
                street = shares[:, int(MapClass.MINOR_ROAD)]
                out[f"minor_road_{name}"] = float(street.mean())
                out[f"minor_spread_{name}"] = float(street.std())
            return out
