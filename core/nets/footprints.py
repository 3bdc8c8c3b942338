"""Buildings from a map: a translation network of valid convolutions with noise at each level.

The map's codes are embedded at full resolution, halved three times and brought back with added
skips. Like the generators it works on world lattice rectangles, so no pixel knows its tile.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from ..tiling import Rect
from .maps import CLASSES
from .wag import LEAK, Level, NoiseSource, ResidualBlock, crop, doubled_from

EMBEDDED = 5
STEERING = 2
"""Wished share of ground under buildings, and whether there is a wish."""
OUTPUTS = 2
"""Logit of being under a building; signal of height."""
STRIDE = 8
HEIGHT_SCALE = 0.5
FINISHING_MARGIN_PX = 8
"""Surroundings of a tile in which buildings are rid of specks, and their heights evened out."""


def density_signal(share: Tensor) -> Tensor:
    """Share of ground under buildings as the network is told it."""
    return share.clamp_min(0.0).sqrt() * 3.0 - 1.0


def height_signal(metres: Tensor) -> Tensor:
    return (metres.clamp_min(0.0) + 1.0).log() * HEIGHT_SCALE - 1.0


def height_metres(signal: Tensor) -> Tensor:
    """The inverse; never below 2 m nor above 300 m."""
    return (((signal + 1.0) / HEIGHT_SCALE).clamp(0.0, 6.0).exp() - 1.0).clamp(2.0, 300.0)


@dataclass(frozen=True)
class Plan:
    """Rectangles at the stride of each layer's own lattice, from the pixels wanted to the map."""

    out: Rect
    fine_out: Rect
    fine_in: Rect
    middle_out: Rect
    middle_in: Rect
    deep: tuple[Rect, ...]
    skip_out: Rect
    skip_in: Rect
    entry: Rect
    map: Rect


class FootprintNet(nn.Module):
    """``(N, 11, H, W)`` one-hot classes on ``plan.map`` to ``(N, 2, h, w)`` on ``plan.out``."""

    def __init__(self, widths: Sequence[int], blocks: int, noise: int) -> None:
        super().__init__()
        fine, middle, deep = widths
        self.noise = noise
        self.blocks = blocks
        self.embed = nn.Conv2d(CLASSES, EMBEDDED, 1)
        self.entry = nn.Conv2d(4 * EMBEDDED + STEERING, fine, 3)
        self.down = ResidualBlock(fine, middle, 0)
        self.deep = nn.ModuleList(
            ResidualBlock(middle if index == 0 else deep, deep, noise + STEERING)
            for index in range(blocks)
        )
        self.to_middle = nn.Conv2d(deep, middle, 1)
        self.middle = ResidualBlock(middle, middle, noise)
        self.to_fine = nn.Conv2d(middle, fine, 1)
        self.fine = ResidualBlock(fine, fine, noise)
        self.head = nn.Conv2d(fine, 4 * OUTPUTS, 3)
        if not self.head.weight.is_meta:
            for module in self.modules():
                if isinstance(module, nn.Conv2d) and module.kernel_size == (3, 3):
                    nn.init.kaiming_normal_(module.weight, LEAK)
            with torch.no_grad():
                self.head.weight.copy_((self.head.weight[::4] * 0.3).repeat_interleave(4, 0))

    def plan(self, out: Rect) -> Plan:
        fine_out = out.coarsen(2).grow(1)
        fine_in = fine_out.grow(2)
        middle_out = doubled_from(fine_in)
        middle_in = middle_out.grow(2)
        rects = [doubled_from(middle_in)]
        for _ in range(self.blocks):
            rects.append(rects[-1].grow(2))
        deep = tuple(reversed(rects))
        skip_out = deep[0].refine(2).union(middle_in)
        skip_in = skip_out.grow(2)
        entry = skip_in.refine(2).union(fine_in)
        return Plan(
            out, fine_out, fine_in, middle_out, middle_in, deep, skip_out, skip_in, entry,
            entry.grow(1).refine(2),
        )  # fmt: skip

    def forward(self, classes: Tensor, steering: Tensor, plan: Plan, noise: NoiseSource) -> Tensor:
        """``steering`` is ``(N, 2)``."""
        n = classes.shape[0]
        wish = steering[:, :, None, None]
        x = F.pixel_unshuffle(self.embed(classes), 2)
        wide = wish.to(x.dtype).expand(-1, -1, *x.shape[-2:])
        entry = F.leaky_relu(self.entry(torch.cat([x, wide], 1)), LEAK)
        pooled = F.avg_pool2d(crop(entry, plan.entry, plan.skip_in.refine(2)), 2)
        skip = self.down(pooled, None)
        x = F.avg_pool2d(crop(skip, plan.skip_out, plan.deep[0].refine(2)), 2)
        for index, block in enumerate(self.deep):
            where = plan.deep[index].grow(-1)
            extra = noise(index, self.noise, where).expand(n, -1, -1, -1)
            extra = torch.cat([extra, wish.expand(-1, -1, *where.shape)], 1)
            x = block(x, extra)
        x = F.interpolate(self.to_middle(x), scale_factor=2.0, mode="bilinear", align_corners=False)
        x = crop(x, plan.deep[-1].refine(2), plan.middle_in)
        x = x + crop(skip, plan.skip_out, plan.middle_in)
        layer = self.blocks
        x = self.middle(x, noise(layer, self.noise, plan.middle_in.grow(-1)).expand(n, -1, -1, -1))
        x = F.interpolate(self.to_fine(x), scale_factor=2.0, mode="bilinear", align_corners=False)
        x = crop(x, plan.middle_out.refine(2), plan.fine_in)
        x = x + crop(entry, plan.entry, plan.fine_in)
        x = self.fine(x, noise(layer + 1, self.noise, plan.fine_in.grow(-1)).expand(n, -1, -1, -1))
        x = F.pixel_shuffle(self.head(x), 2)
        return crop(x, plan.fine_out.grow(-1).refine(2), plan.out)


def footprint_net(levels: Sequence[Level]) -> FootprintNet:
    """Widths from three levels, finest first; blocks and noise are those of the last."""
    if len(levels) != 3:
        raise ValueError("A network of buildings has three levels.")
    return FootprintNet([level.width for level in levels], levels[2].blocks, levels[2].noise)


def building_halo(net: FootprintNet, tile: int) -> int:
    """Pixels around a canonical tile that its buildings depend on, a multiple of the stride."""
    margin = -net.plan(Rect(0, tile, 0, tile).grow(FINISHING_MARGIN_PX)).map.y0
    return -(-margin // STRIDE) * STRIDE


def building_multiple(net: FootprintNet) -> int:
    """Tiles begin at multiples of the coarsest stride."""
    return STRIDE
