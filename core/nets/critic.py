"""Critics: what is real, and what is generated, judged patch by patch."""

from __future__ import annotations

from collections.abc import Sequence

from torch import Tensor, nn
from torch.nn import functional as F

LEAK = 0.2


class ResidualCritic(nn.Module):
    """Norm-free residual critic on pixel-unshuffled input; one logit per remaining cell.

    Input ``(N, channels, H, W)``, output ``(N, 1, h, w)``; H and W even.
    """

    def __init__(self, channels: int, widths: Sequence[int], unshuffle: int = 2) -> None:
        super().__init__()
        self.unshuffle = unshuffle
        self.entry = nn.Conv2d(channels * unshuffle**2, widths[0], 3, padding=1)
        self.first = nn.ModuleList()
        self.second = nn.ModuleList()
        self.skip = nn.ModuleList()
        width_in = widths[0]
        for width in widths:
            self.first.append(nn.Conv2d(width_in, width, 3, padding=1))
            self.second.append(nn.Conv2d(width, width, 3, padding=1))
            self.skip.append(nn.Conv2d(width_in, width, 1, bias=False))
            width_in = width
        self.head = nn.Conv2d(width_in, 1, 1)
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                nn.init.kaiming_normal_(module.weight, LEAK)
                if module.bias is not None:
                    nn.init.zeros_(module.bias)

    def forward(self, x: Tensor) -> Tensor:
        x = F.leaky_relu(self.entry(F.pixel_unshuffle(x, self.unshuffle)), LEAK)
        last = len(self.first) - 1
        for index, (first, second, skip) in enumerate(zip(self.first, self.second, self.skip)):
            y = second(F.leaky_relu(first(x), LEAK))
            x = F.leaky_relu((y + skip(x)) * 0.7071, LEAK)
            if index < last:
                x = F.avg_pool2d(x, 2)
        logits: Tensor = self.head(x)
        return logits
