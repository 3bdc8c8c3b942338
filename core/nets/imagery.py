"""Imagery from land cover: colours by class, and detail drawn from coarse to fine.

Colour comes from a palette: for each class the mean and the spread of log reflectance in blue,
green, red and near infrared, measured on one scene. What a mean cannot say (fields, roofs, streets,
crowns, waves) is drawn in units of the class's own spread: cells of 16 pixels and then of 4 one
after the other, which gives the land its structure, and from there to pixels in few passes, twice
as fine each time. So region and season are a matter of the palette.
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
from .scanning import FACTOR, Scanner, ScanPlan
from .wag import NoiseSource, crop

BANDS = 4
PALETTE = 2 * BANDS
"""Per class: the means of the bands, then their spreads, of log reflectance."""
LEVELS = 2
"""Steps from cells of `NEAR` pixels to pixels."""
NEAR = 2**LEVELS
"""Pixels along a side of the cells that give the structure."""
COARSEST = NEAR * FACTOR
"""The same of the cells that give the large shapes."""
KNOWN = BANDS + 4 * LEARNT + PALETTE + LEVELS + 1
FACTS = PALETTE + 1
NEAR_SIDE, NEAR_REACH = 8, 5
FAR_SIDE, FAR_REACH = 4, 4
REFERENCE_PIXEL_M = 10.0
# Keeps the logarithm of very dark water apart from noise.
DARKEST = 0.01
MEAN_LOG, SPREAD_LOG = -2.0, 0.6
HEAT, NEAR_HEAT, FAR_HEAT = 0.9, 0.85, 0.85
"""Below 1: less varied than the likelihood has it, with far clearer lines and less speckle."""


@dataclass(frozen=True)
class ImageryPlan:
    """What is needed for the pixels ``out``; ``steps`` from fine to coarse."""

    out: Rect
    steps: tuple[StepPlan, ...]
    near: ScanPlan
    far: ScanPlan

    @property
    def classes(self) -> Rect:
        """The pixels whose class must be known."""
        return self.far.known.refine(COARSEST)


class ImageryNet(nn.Module):
    """Draws imagery, with the palettes ``(S, 6, 8)`` of the scenes it learnt from: those it is told
    of, and those to show what it draws in; and what the ``air`` over them sent back ``(S, 4)``, as
    `to_log` has it.

    ``turn`` ``(4, 4)`` makes the bands, in units of their class, independent and of equal spread.
    ``widths``, ``blocks`` and ``hidden`` are those of the scan and of the passes.
    """

    def __init__(
        self, widths: Sequence[int], blocks: Sequence[int], hidden: Sequence[int], palettes: int
    ) -> None:
        super().__init__()
        known = (LEARNT, FACTS, BANDS + LEARNT)
        self.near = Scanner(
            known, BANDS, widths[0], blocks[0], hidden[0], side=NEAR_SIDE, reach=NEAR_REACH
        )
        self.far = Scanner(
            (LEARNT, FACTS, 0),
            BANDS,
            max(widths[0] // 2, 1),
            blocks[0],
            max(hidden[0] // 2, 1),
            side=FAR_SIDE,
            reach=FAR_REACH,
        )
        self.fine = Refiner(KNOWN, BANDS, widths[1], blocks[1], hidden[1], many=False)
        self.palettes: Tensor
        self.shown: Tensor
        self.air: Tensor
        self.turn: Tensor
        self.register_buffer("air", to_log(torch.zeros(palettes, BANDS)))
        self.register_buffer("palettes", torch.zeros(palettes, LEARNT, PALETTE))
        self.register_buffer("shown", torch.zeros(palettes, LEARNT, PALETTE))
        self.register_buffer("turn", torch.eye(BANDS))

    def plan(self, out: Rect) -> ImageryPlan:
        steps: list[StepPlan] = []
        wanted = out
        for _ in range(LEVELS):
            steps.append(StepPlan.of(wanted, self.fine.passes.margin, self.fine.blocks))
            wanted = steps[-1].cells
        near = ScanPlan.of(wanted, NEAR_SIDE)
        return ImageryPlan(out, tuple(steps), near, ScanPlan.of(near.above, FAR_SIDE))

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
        land = _Land(shares, plan.classes, palette, pixel_m)
        far = self._scanned(self.far, plan.far, FAR_HEAT, land, COARSEST, None, noise)
        around = land.shares(COARSEST, plan.near.above)
        above = torch.cat([crop(far, plan.far.drawn, plan.near.above), around], 1)
        values = self._scanned(self.near, plan.near, NEAR_HEAT, land, NEAR, above, noise)
        have = plan.near.drawn
        for level in reversed(range(LEVELS)):
            step = plan.steps[level]
            cells = crop(values, have, step.cells)
            near = land.shares(2**level, step.cells.refine(2))
            rows = land.pixel_m(2 ** (level + 1), step.cells)
            known = told(cells, near, palette, level, rows)
            detail = self.fine.draw(known, step.drawn, pass_noise(noise, level, BANDS), HEAT)
            inside = crop(cells, step.cells, step.drawn.coarsen(2))
            values, have = doubled(inside) + detail, step.drawn
        units = torch.einsum("ij,njhw->nihw", torch.linalg.inv(self.turn), values)
        return crop(units, have, plan.out)

    def _scanned(
        self,
        net: Scanner,
        plan: ScanPlan,
        heat: float,
        land: _Land,
        size: int,
        above: Tensor | None,
        noise: NoiseSource,
    ) -> Tensor:
        """Means of cells of ``size`` pixels, on ``plan.drawn``."""
        shares = land.shares(size, plan.known)
        facts = cell_facts(
            crop(shares, plan.known, plan.drawn),
            land.palette,
            land.pixel_m(size, plan.drawn) * size,
        )
        context = net.context(shares, facts, above)
        layer = LEVELS if net is self.near else LEVELS + 1
        return net.draw(context, plan, pass_noise(noise, layer, BANDS), heat)


@dataclass(frozen=True)
class _Land:
    """What is known of the land: shares of classes in the pixels of ``rect``."""

    fine: Tensor
    rect: Rect
    palette: Tensor
    sizes: Tensor

    def shares(self, size: int, cells: Rect) -> Tensor:
        """Shares of classes in cells of ``size`` pixels."""
        near = crop(self.fine, self.rect, cells.refine(size))
        return F.avg_pool2d(near, size) if size > 1 else near

    def pixel_m(self, size: int, cells: Rect) -> Tensor:
        """Metres per pixel in each row of cells of ``size`` pixels, ``(1, h)`` or ``(1, 1)``."""
        if len(self.sizes) == 1:
            return self.sizes[None]
        first = cells.y0 * size - self.rect.y0
        return self.sizes[None, first : first + cells.height * size : size]


def imagery_halo(net: ImageryNet, tile: int) -> int:
    """Pixels around a canonical tile whose class it depends on."""
    return -net.plan(Rect(0, tile, 0, tile)).classes.y0


def cell_facts(shares: Tensor, palette: Tensor, cell_m: Tensor) -> Tensor:
    """What a scanner is told of its own cells, ``(N, FACTS, H, W)``.

    ``shares`` ``(N, 6, H, W)`` of classes; ``cell_m`` ``(N, 1)`` or ``(N, H)`` metres.
    """
    count, _, height, width = shares.shape
    colours = coloured(shares, palette)
    means = (colours[:, :BANDS] - MEAN_LOG) / SPREAD_LOG
    size = (cell_m / (REFERENCE_PIXEL_M * NEAR)).log2() / 3.0
    size = size.reshape(count, 1, -1, 1).expand(-1, -1, height, width)
    return torch.cat([means, colours[:, BANDS:] * 3.0 - 1.0, size], 1)


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
    known = indices.clamp(0, LEARNT - 1)[:, None]
    classes = torch.arange(LEARNT, device=indices.device)[:, None, None]
    return (known == classes).float()


def to_log(reflectance: Tensor) -> Tensor:
    return (reflectance + DARKEST).log()


def to_reflectance(logs: Tensor) -> Tensor:
    return without_air(logs, to_log(torch.zeros((), device=logs.device)))


def without_air(logs: Tensor, air: Tensor) -> Tensor:
    """Reflectance of the ground, seen through air that by itself sends back ``air``: both logs."""
    return (logs.clamp_max(0.4).exp() - air.exp()).clamp_min(0.0005)
