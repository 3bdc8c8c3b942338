"""Elevation twice as fine in passes, from the means of cells: see `refinement`.

Everything is told in units of the local relief, so plains and high mountains look alike to the
networks, and what is drawn is what the slope of the cells around does not tell. The cells keep
their means exactly.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from ..tiling import Rect
from .breaching import BREACH_MARGIN, breached
from .elevation import FEATURE_HALO, finishing_margin, local_amplitude
from .refinement import PassNoise, Refiner, StepPlan, doubled, pass_noise
from .wag import NoiseSource, crop

FINE_BELOW_M = 200.0
"""Pixels smaller than this are drawn by the fine network, larger ones by the coarse one."""
KNOWN = 8
# A typical departure from the sloping cell, as a share of the spread of 5 x 5 cells.
DEPARTURE_SHARE = 0.3
MOST_LEVEL, LEAST_UNIT = 0.5, 0.02
"""Level cells are rare in training: the networks know nothing of them beyond these."""
STEEPEST = (2.3, 2.4, 2.0, 1.5, 0.9, 0.5, 0.3)
"""Spread of 5 x 5 cells per pixel of 45 m, 90 m, and so on twice as large, that only a thousandth
of real ground exceeds. The networks know nothing of steeper ground, and would make it steeper
still from step to step: it gets the detail of this."""
STEEPEST_FROM_M = 45.0
REFERENCE_PIXEL_M = 100.0
COARSE_HEAT, FINE_HEAT, FINEST_HEAT = 0.97, 0.90, 0.97
"""Below 1: a little less rough than was learned."""
FINEST_BELOW_M = 75.0
"""What ends in smaller pixels has a heat and hollows of its own: the other real ground to compare
with comes from smoothed radar."""
LEAST_HOLLOW, LEAST_FINEST_HOLLOW = 0.155, 0.2
"""Shallower ones, in deviations of the ground around, stay in the finest: real ground has them."""
SMALL_M, SHORE_M = 2000.0, 100.0
"""Where larger pixels lie no higher, they are not breached: so wide a trench would be a fjord."""
MEANS_PX = 4
"""Blocks whose means breaching keeps; in a first step, those are cells of 2 pixels."""


STRIDE = 16
"""The most that one stage refines by."""
LOOSENING_PX = 32
"""How far around a pixel the control is blurred where it is followed loosely."""


class ElevationRefiner(nn.Module):
    """Both networks. A stage of it refines by any power of two, a step after the other."""

    def __init__(self, widths: Sequence[int], blocks: Sequence[int], hidden: Sequence[int]) -> None:
        super().__init__()
        self.coarse, self.fine = (
            Refiner(KNOWN, 1, *sizes, many=True) for sizes in zip(widths, blocks, hidden)
        )

    def plan(self, out: Rect, factor: int) -> list[StepPlan]:
        """From fine to coarse, for pixels ``out`` from cells of ``factor`` pixels.

        It is the same at every pixel size, so the larger need of the two networks counts.
        """
        margin = max(self.coarse.passes.margin, self.fine.passes.margin) + BREACH_MARGIN
        halo = max(self.coarse.blocks, self.fine.blocks) + FEATURE_HALO
        steps: list[StepPlan] = []
        wanted = out
        for _ in range(int(math.log2(factor))):
            steps.append(StepPlan.of(wanted, margin, halo))
            wanted = steps[-1].cells
        return steps

    def forward(
        self, cells: Tensor, pixel_m: Tensor, plan: Sequence[StepPlan], noise: NoiseSource
    ) -> Tensor:
        """Metres ``(1, 1, h, w)`` on the finest step's ``drawn``.

        ``cells`` ``(1, 1, H, W)`` metres above the sea, on the coarsest step's; ``pixel_m``
        ``(H,)`` of their rows, for pixels of the finest step.
        """
        have, rows = plan[-1].cells, pixel_m
        for level in reversed(range(len(plan))):
            step = plan[level]
            cells = crop(cells, have, step.cells)
            rows = rows[step.cells.y0 - have.y0 :][: step.cells.height]
            first = level == len(plan) - 1
            passes = pass_noise(noise, level, 1)
            cells = self.refined(cells, rows[None], 2**level, step, passes, first)
            have = step.drawn
            rows = crop(rows[None, :, None], _column(step.cells), _column(have.coarsen(2)))[0, :, 0]
            rows = rows.repeat_interleave(2)
        return cells

    def refined(
        self,
        cells: Tensor,
        pixel_m: Tensor,
        times: int,
        step: StepPlan,
        noise: PassNoise,
        first: bool,
    ) -> Tensor:
        """One step: metres ``(N, 1, h, w)`` on ``step.drawn``, from ``cells`` on ``step.cells``.

        ``pixel_m`` ``(N, 1)`` or ``(N, H)``: of the stage's finest step, which has pixels
        ``times`` smaller than this one's. ``first``: whether it is the stage's coarsest.
        """
        size = float(pixel_m.mean()) * times
        net, heat, hollow = self.coarse, COARSE_HEAT, LEAST_HOLLOW
        if size < FINE_BELOW_M:
            net, heat = self.fine, FINE_HEAT
            if size < FINEST_BELOW_M * times:
                heat, hollow = FINEST_HEAT, LEAST_FINEST_HOLLOW
        told, base, scale = look(cells, pixel_m * times)
        spare = step.cells.grow(-FEATURE_HALO)
        inner = step.drawn.coarsen(2)
        near = crop(told, spare, inner.grow(net.blocks))
        near = near.to(net.near)
        drawn = net.draw(near, step.drawn, noise, heat).to(cells)
        base = crop(base, spare.refine(2), step.drawn)
        scale = doubled(crop(scale, spare, inner))
        block = 2 if first else MEANS_PX
        least = hollow if size < FINE_BELOW_M and times == 1 else 0.0
        above = SHORE_M if size > SMALL_M else -math.inf
        ground = base + drawn * scale
        made = breached(ground.detach(), block, least, above)
        # In training, the gradient of a breached pixel is that of the pixel.
        return ground + (made - ground).detach() if ground.requires_grad else made


def passes_halo(net: ElevationRefiner, tile: int, factor: int) -> int:
    """Pixels around a canonical tile whose control it depends on, at any factor up to this one."""
    inside = Rect(0, tile, 0, tile).grow(finishing_margin(STRIDE))
    factors = [2**step for step in range(1, int(math.log2(factor)) + 1)]
    needs = [net.plan(inside, one)[-1].cells.refine(one) for one in factors]
    halo = max(-need.y0 for need in needs) + LOOSENING_PX
    return -(-halo // STRIDE) * STRIDE


def _column(rect: Rect) -> Rect:
    return Rect(rect.y0, rect.y1, 0, 1)


def look(cells: Tensor, pixel_m: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """What a network is told of ``cells`` ``(N, 1, H, W)``; their sloping surface; its unit.

    ``pixel_m`` ``(N, 1)`` or ``(N, H)``: of the pixels that are to be drawn. ``(N, KNOWN, h, w)``,
    ``(N, 1, 2 h, 2 w)`` and ``(N, 1, h, w)``, without `FEATURE_HALO` cells.
    """
    count, _, height, width = cells.shape
    edge = FEATURE_HALO
    pixel = pixel_m.to(cells).reshape(count, 1, -1, 1).expand(-1, -1, height, -1)
    pixel = pixel[..., edge:-edge, :].expand(-1, -1, -1, width - 2 * edge)
    amplitude = local_amplitude(cells, 2.0 * pixel)
    known = torch.minimum(amplitude, pixel * _steepest(pixel))
    near = cells[..., 1:-1, 1:-1]
    middle = cells[..., edge:-edge, edge:-edge]
    spread = F.max_pool2d(near, 3, 1) + F.max_pool2d(-near, 3, 1)
    level = (-spread / 0.5).exp()
    down = _least(near[..., 2:, 1:-1] - middle, middle - near[..., :-2, 1:-1]) / 4.0
    right = _least(near[..., 1:-1, 2:] - middle, middle - near[..., 1:-1, :-2]) / 4.0
    rows = torch.stack([middle - down, middle + down], 3).flatten(2, 3)
    right = right.repeat_interleave(2, 2)
    base = torch.stack([rows - right, rows + right], 4).flatten(3, 4)
    told = [
        (middle - F.avg_pool2d(cells, 5, 1)) / amplitude,
        (middle - F.avg_pool2d(near, 3, 1)) / amplitude * 2.0,
        (known / pixel).log() / 1.2 + 2.0,
        (middle / 2000.0).clamp(-1.0, 4.0) - 0.5,
        (middle / 30.0).tanh(),
        level.clamp_max(MOST_LEVEL),
        (pixel / REFERENCE_PIXEL_M).log2() / 2.0,
        (down.abs() + right[..., ::2, :].abs()) / amplitude * 4.0,
    ]
    # What lies level, as lakes do, stays so, however high the mountains around.
    unit = known * DEPARTURE_SHARE * (1.0 - level).clamp_min(LEAST_UNIT)
    return torch.cat(told, 1), base, unit


def _steepest(pixel_m: Tensor) -> Tensor:
    """`STEEPEST` for pixels of any size."""
    table = torch.tensor(STEEPEST).to(pixel_m)
    place = (pixel_m / STEEPEST_FROM_M).log2().clamp(0.0, len(STEEPEST) - 1.0)
    below = place.floor().long().clamp_max(len(STEEPEST) - 2)
    share = place - below
    return table[below] * (1.0 - share) + table[below + 1] * share


def _least(one: Tensor, other: Tensor) -> Tensor:
    """The lesser slope of two of one sign, otherwise none, so that level cells stay level."""
    same = (one * other > 0.0).to(one)
    return torch.where(one.abs() < other.abs(), one, other) * same
