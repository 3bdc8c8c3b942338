"""Losses on what a surface is made of, beside the critic: its shapes, and the grid's evenness.

A critic sees that something is wrong long before it can say what; comparing the distributions of
slope, curvature, pits and peaks of a patch with those of the real patch on the same ground says it
at once. Kolouri et al. 2018 and Elnekave & Weiss 2022 compare sorted projections in this way.
"""

from __future__ import annotations

from collections.abc import Iterator

import torch
from torch import Tensor
from torch.nn import functional as F

SCALES = (1, 2, 4)
SAMPLES = 2048
# Quantiles beyond these rest on few pixels.
LOWEST, HIGHEST = 0.01, 0.99
PHASE_MEMORY = 0.97
# Typical spreads on real terrain in units of the steering's scale, at one pixel of distance; both
# grow with the distance to this power.
STEP_SPREAD, BEND_SPREAD, GROWTH = 0.9, 0.6, 0.8


def texture_loss(real: Tensor, fake: Tensor) -> Tensor:
    """Mean squared difference of the quantiles of shape statistics, patch by patch.

    ``real`` and ``fake`` are elevations ``(N, 1, H, W)`` in units of local relief, on the same
    ground. Squared, because the mean over possible terrains is wanted: absolute differences would
    settle on the median, which is smoother.
    """
    total = real.new_zeros(())
    for scale in SCALES:
        wanted, got = (_statistics(_pooled(one, scale), scale) for one in (real, fake))
        for one, other in zip(wanted, got):
            total = total + _quantile_misfit(one, other)
    return total / len(SCALES)


def compressed(values: Tensor) -> Tensor:
    """The inverse hyperbolic sine, by operations that are vectorised: three times as fast."""
    sign = torch.where(values < 0.0, -1.0, 1.0)
    return sign * (sign * values + (values.square() + 1.0).sqrt()).log()


class PhaseBalance:
    """How evenly steps between neighbours are spread over the phases of ``stride`` pixels.

    On ground that knows nothing of the grid they are alike at every phase. One batch is too
    small to tell a few per cent from chance: steps and bends at each phase are averaged over
    the last batches, and `loss` pulls at the phases that stand out of that average. Each
    ``group`` of ground has an average of its own: the phases of plains and of mountains can
    stand out in opposite ways, and be even together.
    """

    def __init__(self, stride: int, groups: int = 1) -> None:
        self.stride, self.groups = stride, groups
        self._average: Tensor | None = None

    @property
    def unevenness(self) -> float:
        """How far the phase that stands out most lies from the mean of all, as a share of it."""
        return 0.0 if self._average is None else float((self._average - 1.0).abs().max())

    def loss(self, surface: Tensor, group: Tensor | None = None) -> Tensor:
        """Its gradient is that of the mean squared unevenness; its value means nothing.

        ``surface`` ``(N, 1, H, W)`` begins at a multiple of the stride; ``group`` ``(N,)`` is the
        number of each patch's group.
        """
        n = surface.shape[0]
        if group is None:
            group = torch.zeros(n, dtype=torch.int64, device=surface.device)
        numbers = torch.arange(self.groups, device=surface.device)
        member = (group == numbers[:, None]).float()
        phases = self._phases(surface, member)
        present = (member.sum(1) / n)[:, None, None]
        now = phases.detach()
        before = torch.ones_like(now) if self._average is None else self._average
        self._average = before + (1.0 - PHASE_MEMORY) * present * (now - before)
        return 2.0 * (present * (self._average - 1.0) * phases).mean((1, 2)).sum()

    def _phases(self, surface: Tensor, member: Tensor) -> Tensor:
        """Mean step and mean bend of each group at each phase, ``(groups, 4, stride)``, per mean of
        all phases; ``member`` ``(groups, N)`` says who belongs where."""
        rows = []
        for one in (surface, surface.transpose(2, 3)):
            for order in (1, 2):
                per_column = one.diff(n=order, dim=3).abs().mean((1, 2))
                count = per_column.shape[1] // self.stride * self.stride
                per_phase = per_column[:, :count].unflatten(1, (-1, self.stride)).mean(1)
                total = member @ per_phase
                mean = total.mean(1, keepdim=True)
                rows.append((total + 1e-6) / (mean + 1e-6))
        return torch.stack(rows, 1)


def _pooled(surface: Tensor, scale: int) -> Tensor:
    return F.avg_pool2d(surface, scale) if scale > 1 else surface


def _statistics(surface: Tensor, scale: int) -> Iterator[Tensor]:
    """Slope, how far the lowest and the highest neighbour lie from here, and the bends upwards and
    downwards; ``(N, pixels)`` each, about unit spread, compressed so that no cliff rules."""
    middle = surface[..., 1:-1, 1:-1]
    ring = _ring(surface)
    east, south = (ring[0] - ring[4]) / 2, (ring[2] - ring[6]) / 2
    slope = (east.square() + south.square() + 1e-8).sqrt()
    bends = torch.stack([ring[i] + ring[i + 4] - 2 * middle for i in range(4)])
    around = torch.stack(ring)
    grown = scale**GROWTH
    for step in (slope, around.amin(0) - middle, around.amax(0) - middle):
        yield compressed(step / (STEP_SPREAD * grown)).flatten(1)
    for bend in (bends.amax(0), bends.amin(0)):
        yield compressed(bend / (BEND_SPREAD * grown)).flatten(1)


def _ring(surface: Tensor) -> list[Tensor]:
    """The eight neighbours, opposite ones four apart."""
    height, width = surface.shape[-2:]
    moves = ((0, 1), (1, 1), (1, 0), (1, -1), (0, -1), (-1, -1), (-1, 0), (-1, 1))
    return [surface[..., 1 + dy : height - 1 + dy, 1 + dx : width - 1 + dx] for dy, dx in moves]


def _quantile_misfit(wanted: Tensor, got: Tensor) -> Tensor:
    count = wanted.shape[1]
    if count > SAMPLES:
        chosen = torch.randint(0, count, (SAMPLES,), device=wanted.device)
        wanted, got = wanted[:, chosen], got[:, chosen]
        count = SAMPLES
    kept = slice(int(count * LOWEST), max(int(count * HIGHEST), 1))
    difference = got.sort(1).values[:, kept] - wanted.sort(1).values[:, kept]
    return difference.square().mean()
