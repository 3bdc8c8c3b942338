"""The world-anchored generator (WAG).

Every layer is a function of world lattice rectangles: valid convolutions, bilinear doubling,
pixel shuffle, and noise addressed by world position. There is no padding, no normalisation over
space and no attention, so a pixel never knows which tile it is computed in.

Ancestors: PSGAN (Bergmann et al. 2017, noise fields), InfinityGAN (Lin et al. 2022, no padding),
StyleGAN (Karras et al. 2019, noise per layer), R3GAN (Huang et al. 2024, norm-free blocks).
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Callable, TypeVar

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from ..tiling import Rect

NoiseSource = Callable[[int, int, Rect], Tensor]
"""``(layer, channels, rect) -> (N or 1, channels, H, W)``"""

ModuleT = TypeVar("ModuleT", bound=nn.Module)

LEAK = 0.25
RESIDUAL_GAIN = 0.7071


@dataclass(frozen=True)
class Level:
    """One resolution of the trunk: its width, residual blocks, noise channels and side inputs."""

    width: int
    blocks: int
    noise: int
    side: int = 0


@dataclass(frozen=True)
class BlockPlan:
    """Rectangles (at the block's own stride) before, between and after its two convolutions."""

    before: Rect
    middle: Rect
    after: Rect


@dataclass(frozen=True)
class Plan:
    """Which lattice rectangle every layer must be computed on to give ``out`` pixels."""

    out: Rect
    head: Rect
    blocks: tuple[tuple[BlockPlan, ...], ...]
    control: Rect


def crop(values: Tensor, have: Rect, want: Rect) -> Tensor:
    """Cut ``want`` out of ``values``, which lie on ``have``."""
    rows, cols = want.slices_in(have)
    return values[..., rows, cols]


def channels_last(net: ModuleT, device: torch.device) -> ModuleT:
    """The network on ``device``, in the layout that convolutions run fastest in."""
    return net.to(device).to(memory_format=torch.channels_last)  # type: ignore[call-overload,no-any-return]


def doubled_from(rect: Rect) -> Rect:
    """What bilinear doubling needs, one level coarser, to give ``rect`` without its edge effect."""
    return rect.coarsen(2).grow(1)


class ResidualBlock(nn.Module):
    """conv3, plus noise and side inputs, leaky ReLU, conv3, plus the cropped input."""

    def __init__(self, width_in: int, width: int, extra: int) -> None:
        super().__init__()
        self.first = nn.Conv2d(width_in, width, 3)
        self.extra = nn.Conv2d(extra, width, 1, bias=False) if extra else None
        self.second = nn.Conv2d(width, width, 3)
        if self.extra is not None and not self.extra.weight.is_meta:
            nn.init.normal_(self.extra.weight, 0.0, 0.1)

    def forward(self, x: Tensor, extra: Tensor | None) -> Tensor:
        y = self.first(x)
        inject = self.extra
        if inject is not None and extra is not None:
            y = y + inject(extra.to(y.dtype))
        y = self.second(F.leaky_relu(y, LEAK))
        if y.shape[1] == x.shape[1]:
            y = (y + x[..., 2:-2, 2:-2]) * RESIDUAL_GAIN
        return F.leaky_relu(y, LEAK)


class WorldAnchoredGenerator(nn.Module):
    """From control features on the coarsest lattice to ``outputs`` channels per pixel.

    ``levels`` run from the coarsest stride to the finest; the finest trunk stride equals
    ``shuffle`` and the last layer is a pixel shuffle. The coarsest stride is
    ``shuffle * 2 ** (len(levels) - 1)`` pixels.
    """

    def __init__(
        self,
        levels: Sequence[Level],
        control_channels: int,
        latent_channels: int,
        outputs: int,
        shuffle: int = 2,
    ) -> None:
        super().__init__()
        self.levels = tuple(levels)
        self.latent_channels = latent_channels
        self.shuffle = shuffle
        self.stride = shuffle * 2 ** (len(self.levels) - 1)
        self.entry = nn.Conv2d(control_channels + latent_channels, self.levels[0].width, 3)
        self.trunk = nn.ModuleList()
        width = self.levels[0].width
        for level in self.levels:
            stage = nn.ModuleList()
            for _ in range(level.blocks):
                stage.append(ResidualBlock(width, level.width, level.noise + level.side))
                width = level.width
            self.trunk.append(stage)
        self.head = nn.Conv2d(width, outputs * shuffle * shuffle, 3)
        # Weights without memory get theirs from a file; drawing them would load torch's compiler.
        if not self.head.weight.is_meta:
            self._initialise()

    def _initialise(self) -> None:
        for module in self.modules():
            if isinstance(module, nn.Conv2d) and module.kernel_size == (3, 3):
                nn.init.kaiming_normal_(module.weight, LEAK)
                if module.bias is not None:
                    nn.init.zeros_(module.bias)
        with torch.no_grad():
            # One kernel for all sub-pixels (ICNR, Aitken et al. 2017): no checkerboard at start.
            per_output = self.head.weight[:: self.shuffle**2] * 0.3
            self.head.weight.copy_(per_output.repeat_interleave(self.shuffle**2, 0))

    def plan(self, out: Rect) -> Plan:
        """Walk from the wanted pixels back to the control cells that they depend on."""
        head = out.coarsen(self.shuffle)
        rect = head.grow(1)
        stages: list[tuple[BlockPlan, ...]] = []
        for index in reversed(range(len(self.levels))):
            blocks: list[BlockPlan] = []
            for _ in range(self.levels[index].blocks):
                blocks.append(BlockPlan(rect.grow(2), rect.grow(1), rect))
                rect = rect.grow(2)
            stages.append(tuple(reversed(blocks)))
            if index:
                rect = doubled_from(rect)
        return Plan(out, head, tuple(reversed(stages)), rect.grow(1))

    def forward(
        self, control: Tensor, sides: Sequence[Tensor | None], plan: Plan, noise: NoiseSource
    ) -> Tensor:
        """Compute ``plan.out``.

        ``control`` is ``(N, control_channels, H, W)`` on ``plan.control``; ``sides[i]`` is None or
        ``(N, levels[i].side, H, W)`` on ``plan.control`` refined to level ``i``'s stride.
        """
        have = plan.control.grow(-1)
        latent = noise(0, self.latent_channels, plan.control).expand(control.shape[0], -1, -1, -1)
        x = F.leaky_relu(self.entry(torch.cat([control, latent.to(control.dtype)], 1)), LEAK)
        layer = 1
        for index, stage in enumerate(self.trunk):
            blocks = plan.blocks[index]
            if index:
                x = F.interpolate(x, scale_factor=2.0, mode="bilinear", align_corners=False)
                x = crop(x, have.refine(2), blocks[0].before)
            for block, where in zip(stage.children(), blocks):
                extra = self._extra(index, layer, sides[index], plan, where.middle, noise, x)
                x = block(x, extra)
                have = where.after
                layer += 1
        # The last layer stays in float32: 16-bit steps would show on plains as terraces.
        # Only these two have autocast in every torch; Metal has none before 2.5.
        on = x.device.type in ("cpu", "cuda")
        with torch.autocast(x.device.type, enabled=False) if on else nullcontext():
            x = self.head(x.to(self.head.weight.dtype))
        x = F.pixel_shuffle(x, self.shuffle)
        return crop(x, plan.head.refine(self.shuffle), plan.out)

    def _extra(
        self,
        index: int,
        layer: int,
        side: Tensor | None,
        plan: Plan,
        rect: Rect,
        noise: NoiseSource,
        x: Tensor,
    ) -> Tensor | None:
        level = self.levels[index]
        parts = []
        if level.noise:
            values = noise(layer, level.noise, rect)
            parts.append(values.expand(x.shape[0], -1, -1, -1))
        if level.side and side is not None:
            parts.append(self._side(index, side, plan, rect))
        return torch.cat(parts, 1) if parts else None

    def _side(self, index: int, side: Tensor, plan: Plan, rect: Rect) -> Tensor:
        """What lies on ``rect`` of a level's side inputs."""
        return crop(side, plan.control.refine(2**index), rect)
