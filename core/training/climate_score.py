"""The score of an ensemble of two, over scales, months and variables, and how it hits its aim."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional as F

from ..nets import climate

MONTHS_SEEN = 3
SCORE_SCALES = (1, 2, 4, 8, 16, 32)
DETAIL_WEIGHT = 0.3


def ensemble_score(truth: Tensor, one: Tensor, other: Tensor, known: Tensor) -> Tensor:
    """Fair CRPS of two members, ``(N, 3, 2, H, W)``, over scales, months and variables.

    Differences between months and sums of the variables are scored too, so that memory and the bond
    of the variables are learned and not only each month's distribution; and what a scale adds to
    the next coarser one, in units of what it really adds, so that no scale drowns in another.
    """
    total = truth.new_zeros(())
    shape = truth.shape
    parts = [truth, one, other]
    scales = [scale for scale in SCORE_SCALES if scale <= shape[-1]]
    for index, scale in enumerate(scales):
        share = _pooled(known, scale)
        means = [_pooled(part, scale) / share.clamp_min(0.25) for part in parts]
        weight = (_combinations(share, products=True) > 0.5).float()
        total = total + _fair_cost([_combinations(mean) for mean in means], weight)
        if index + 1 < len(scales):
            sure = (share > 0.99).float() * _doubled((_pooled(known, scale * 2) > 0.99).float())
            details = [(m - _doubled(_pooled(m, 2))) * sure for m in means]
            size = details[0].abs().sum() / sure.sum().clamp_min(1.0)
            unit = size.clamp_min(0.02)
            total = total + DETAIL_WEIGHT * _fair_cost(details, sure) / unit
    return total / len(scales)


def aim_loss(normals: climate.Normals, departures: Tensor, coarse: climate.Coarse) -> Tensor:
    """How far a coarse field's means are missed before they are restored, in spreads.

    Restoring them gives little gradient where all is dry and a wild one where almost all is, so
    that precipitation could drift away.
    """
    values = normals.mean + normals.spread * departures
    warmth = F.avg_pool2d(values[:, :1], coarse.factor)
    rain = F.avg_pool2d(values[:, 1:].clamp(max=climate.WETTEST).exp(), coarse.factor).log()
    wanted = torch.cat([coarse.values[:, :1], coarse.values[:, 1:].log1p()], 1)
    known = wanted.isfinite()
    spread = F.avg_pool2d(normals.spread, coarse.factor)
    gap = (torch.cat([warmth, rain], 1) - wanted.nan_to_num(0.0)) / spread
    return F.smooth_l1_loss(gap * known, torch.zeros_like(gap))


def _fair_cost(parts: Sequence[Tensor], weight: Tensor) -> Tensor:
    real, first, second = parts
    cost = ((first - real).abs() + (second - real).abs() - (first - second).abs()) / 2
    mean: Tensor = (cost * weight).sum() / weight.sum().clamp_min(1.0)
    return mean


def _pooled(values: Tensor, scale: int) -> Tensor:
    pooled: Tensor = F.avg_pool2d(values.flatten(0, 1), scale).unflatten(0, values.shape[:2])
    return pooled


def _doubled(values: Tensor) -> Tensor:
    return values.repeat_interleave(2, -1).repeat_interleave(2, -2)


def _combinations(values: Tensor, products: bool = False) -> Tensor:
    """Months and their differences times variables, their sum and difference."""
    months = [values[:, i] for i in range(MONTHS_SEEN)]
    if products:
        rows = [*months, months[0] * months[1], months[0] * months[2]]
        return torch.stack(
            [torch.cat([r, r[:, :1] * r[:, 1:], r[:, :1] * r[:, 1:]], 1) for r in rows], 1
        )
    rows = [*months, (months[1] - months[0]) * 0.7071, (months[2] - months[0]) * 0.7071]
    both = [((r[:, :1] + r[:, 1:]) * 0.7071, (r[:, :1] - r[:, 1:]) * 0.7071) for r in rows]
    return torch.stack([torch.cat([r, *b], 1) for r, b in zip(rows, both)], 1)
