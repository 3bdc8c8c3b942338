"""A critic that judges whether imagery is real as what its land cover says it is."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional as F

LEAK = 0.2


class ClassAwareCritic(nn.Module):
    """Norm-free residual critic that sees classes only where its scores are added up.

    Every place gets one score per class; the score of the class that lies there counts
    (projection, Miyato & Koyama 2018; a segmenting critic as in OASIS, Schönfeld et al. 2021, told
    which class to look for). Scores are made near the pixels, and again with wide surroundings.

    Input ``(N, channels + classes, H, W)``, output ``(N, 2, H / 4, W / 4)``; H and W multiples of
    16.
    """

    def __init__(self, channels: int, classes: int, widths: Sequence[int]) -> None:
        super().__init__()
        self.channels = channels
        self.entry = nn.Conv2d(channels * 4, widths[0], 3, padding=1)
        self.first, self.second, self.skip = nn.ModuleList(), nn.ModuleList(), nn.ModuleList()
        width_in = widths[0]
        for width in widths:
            self.first.append(nn.Conv2d(width_in, width, 3, padding=1))
            self.second.append(nn.Conv2d(width, width, 3, padding=1))
            self.skip.append(nn.Conv2d(width_in, width, 1, bias=False))
            width_in = width
        self.near = nn.Conv2d(widths[1], classes, 1)
        self.wide = nn.Conv2d(width_in, classes, 1)
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                nn.init.kaiming_normal_(module.weight, LEAK)
                if module.bias is not None:
                    nn.init.zeros_(module.bias)

    def forward(self, view: Tensor) -> Tensor:
        image, shares = view[:, : self.channels], view[:, self.channels :]
        x = F.leaky_relu(self.entry(F.pixel_unshuffle(image, 2)), LEAK)
        last = len(self.first) - 1
        near = x
        for index, (first, second, skip) in enumerate(zip(self.first, self.second, self.skip)):
            y = second(F.leaky_relu(first(x), LEAK))
            x = F.leaky_relu((y + skip(x)) * 0.7071, LEAK)
            if index == 1:
                near = x
            if index < last:
                x = F.avg_pool2d(x, 2)
        close = self._projected(self.near(near), shares)
        far = self._projected(self.wide(x), shares)
        far = F.interpolate(far, size=close.shape[2:], mode="nearest")
        return torch.cat([close, far], 1)

    @staticmethod
    def _projected(scores: Tensor, shares: Tensor) -> Tensor:
        there = F.avg_pool2d(shares, shares.shape[-1] // scores.shape[-1])
        return (scores * there.to(scores.dtype)).sum(1, keepdim=True)
