"""Imagery from land cover: colours by class, and detail drawn from coarse to fine.

Colour comes from a palette: for each class the mean and the spread of log reflectance in blue,
green, red and near infrared, measured on one scene. What a mean cannot say (fields, roofs, streets,
crowns, waves) is drawn in units of the class's own spread, from cells of 16 pixels down to pixels,
twice as fine each time. So region and season are a matter of the palette.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from ..landcover import LEARNT
from ..tiling import Rect
from .refinement import Refiner, StepPlan, doubled, pass_noise
from .wag import NoiseSource, crop

BANDS = 4
PALETTE = 2 * BANDS
"""Per class: the means of the bands, then their spreads, of log reflectance."""
LEVELS = 4
"""Steps from cells of `COARSEST` pixels to pixels."""
COARSEST = 2**LEVELS
FINE_LEVELS = 2
"""The fine network makes the finest steps, the coarse one the others."""
KNOWN = BANDS + 4 * LEARNT + PALETTE + LEVELS + 1
REFERENCE_PIXEL_M = 10.0
# Keeps the logarithm of very dark water apart from noise.
DARKEST = 0.01
MEAN_LOG, SPREAD_LOG = -2.0, 0.6
HEAT = 0.8
"""Below 1: a little less varied than the likelihood has it, and far less speckled."""


@dataclass(frozen=True)
class ImageryPlan:
    """What is needed for the pixels ``out``; ``steps`` from fine to coarse."""

    out: Rect
    steps: tuple[StepPlan, ...]

    @property
    def top(self) -> Rect:
        """The coarsest cells."""
        return self.steps[-1].cells

    @property
    def classes(self) -> Rect:
        """The pixels whose class must be known."""
        return self.top.refine(COARSEST)


class ImageryNet(nn.Module):
    """Draws imagery, with the palettes ``(S, 6, 8)`` of the scenes it learnt from.

    ``turn`` ``(4, 4)`` makes the bands, in units of their class, independent and of equal spread;
    ``top`` ``(4,)`` is how much the coarsest cells vary in those.
    """

    def __init__(
        self, widths: Sequence[int], blocks: Sequence[int], hidden: Sequence[int], palettes: int
    ) -> None:
        super().__init__()
        self.coarse, self.fine = (
            Refiner(KNOWN, BANDS, *sizes, many=index == 0)
            for index, sizes in enumerate(zip(widths, blocks, hidden))
        )
        self.palettes: Tensor
        self.turn: Tensor
        self.top: Tensor
        self.register_buffer("palettes", torch.zeros(palettes, LEARNT, PALETTE))
        self.register_buffer("turn", torch.eye(BANDS))
        self.register_buffer("top", torch.ones(BANDS))

    def refiner(self, level: int) -> Refiner:
        """The network of a level, 0 the finest."""
        return self.fine if level < FINE_LEVELS else self.coarse

    def plan(self, out: Rect) -> ImageryPlan:
        steps: list[StepPlan] = []
        wanted = out
        for level in range(LEVELS):
            net = self.refiner(level)
            steps.append(StepPlan.of(wanted, net.passes.margin, net.blocks))
            wanted = steps[-1].cells
        return ImageryPlan(out, tuple(steps))

    def forward(
        self,
        shares: Tensor,
        palette: Tensor,
        pixel_m: Tensor,
        plan: ImageryPlan,
        noise: NoiseSource,
    ) -> Tensor:
        """Detail in units of the classes' spreads, ``(1, 4, h, w)`` on ``plan.out``.

        ``shares`` ``(1, 6, H, W)`` of classes on ``plan.classes``; ``palette`` ``(1, 6, 8)``;
        ``pixel_m`` metres: one value, or one for each row of ``plan.classes``.
        """
        pyramid = [shares]
        for _ in range(LEVELS - 1):
            pyramid.append(F.avg_pool2d(pyramid[-1], 2))
        values, have = self._coarsest(plan.top, noise), plan.top
        for level in reversed(range(LEVELS)):
            step, net = plan.steps[level], self.refiner(level)
            cells = crop(values, have, step.cells)
            around = plan.classes.coarsen(2**level)
            near = crop(pyramid[level], around, step.cells.refine(2))
            skipped = (step.cells.y0 * 2**level * 2 - plan.classes.y0) if len(pixel_m) > 1 else 0
            rows = pixel_m[skipped :: 2 ** (level + 1)][: step.cells.height]
            known = told(cells, near, palette, level, rows[None])
            detail = net.draw(known, step.drawn, pass_noise(noise, level, BANDS), HEAT)
            inside = crop(cells, step.cells, step.drawn.coarsen(2))
            values, have = doubled(inside) + detail, step.drawn
        units = torch.einsum("ij,njhw->nihw", torch.linalg.inv(self.turn), values)
        return crop(units, have, plan.out)

    def _coarsest(self, cells: Rect, noise: NoiseSource) -> Tensor:
        """Means of the coarsest cells: noise, a little alike in neighbours."""
        _, deviates = pass_noise(noise, LEVELS, BANDS)(cells.grow(1))
        means = F.avg_pool2d(deviates, 3, 1) * 3.0 * HEAT
        return means * self.top[None, :, None, None]


def imagery_halo(net: ImageryNet, tile: int) -> int:
    """Pixels around a canonical tile whose class it depends on."""
    return -net.plan(Rect(0, tile, 0, tile)).classes.y0


def told(cells: Tensor, shares: Tensor, palette: Tensor, level: int, pixel_m: Tensor) -> Tensor:
    """What a refiner is told of its cells, ``(N, KNOWN, H, W)``.

    ``cells`` ``(N, 4, H, W)`` their means; ``shares`` ``(N, 6, 2 H, 2 W)`` of classes in their
    pixels; ``pixel_m`` ``(N, 1)`` or ``(N, H)``, of the finest level.
    """
    count, _, height, width = cells.shape
    colours = coloured(F.avg_pool2d(shares, 2), palette)
    means = (colours[:, :BANDS] - MEAN_LOG) / SPREAD_LOG
    which = torch.zeros(count, LEVELS, height, width, device=cells.device)
    which[:, level] = 1.0
    size = (pixel_m / REFERENCE_PIXEL_M).log2() + level
    size = (size / 3.0).reshape(count, 1, -1, 1).expand(-1, -1, height, width)
    parts = [cells, F.pixel_unshuffle(shares, 2), means, colours[:, BANDS:] * 3.0 - 1.0]
    return torch.cat([*parts, which, size], 1)


def base_colours(shares: Tensor, palette: Tensor) -> tuple[Tensor, Tensor]:
    """Mean and spread ``(N, 4, h, w)`` of log reflectance, without the outermost pixels.

    A sensor sees beyond its pixel: borders of classes are as soft as in the images learnt from.
    """
    colours = coloured(softened(shares)[..., 1:-1, 1:-1], palette)
    return colours[:, :BANDS], colours[:, BANDS:]


def coloured(shares: Tensor, palette: Tensor) -> Tensor:
    """Mean and spread of log reflectance ``(N, 8, H, W)`` of land of these classes."""
    return torch.einsum("nchw,nck->nkhw", shares, palette)


def softened(values: Tensor) -> Tensor:
    """Means over 3 x 3 pixels weighted 1 2 1; edges are continued."""
    rows = F.pad(values, (0, 0, 1, 1), mode="replicate")
    rows = (rows[..., :-2, :] + 2.0 * rows[..., 1:-1, :] + rows[..., 2:, :]) / 4.0
    both = F.pad(rows, (1, 1, 0, 0), mode="replicate")
    return (both[..., :-2] + 2.0 * both[..., 1:-1] + both[..., 2:]) / 4.0


def class_shares(indices: Tensor) -> Tensor:
    """``(N, H, W)`` class indices to ``(N, 6, H, W)`` shares; snow counts as bare ground."""
    known = indices.clamp(0, LEARNT - 1).long()
    return F.one_hot(known, LEARNT).movedim(-1, 1).float()


def to_log(reflectance: Tensor) -> Tensor:
    return (reflectance + DARKEST).log()


def to_reflectance(logs: Tensor) -> Tensor:
    return (logs.clamp_max(0.4).exp() - DARKEST).clamp_min(0.0005)
