"""Fits the normals: what a month is usually like, from observations of different fineness."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import torch
from torch import Tensor

from ..nets import climate, climate_features
from ..progress import NULL_PROGRESS, Progress
from .climate_cells import STATIC_FEATURES, Cells
from .climate_data import MONTHS

UNKNOWN_SHARE = 0.04
YEARLY_SPREAD = (0.5, 0.15)
# Where only yearly sums of rain are known, months are held to be alike unless others say not.
EVENNESS, USUAL_RAIN_SPREAD = 2.0, 0.6
BATCH, RATE, DECAY = 1200, 6e-3, 1e-4
# Features are blurred by this share of their spread, so that no single place is learned.
JITTER = 0.2
RIDGE = 0.01
SPREADS_SHARE = 0.2
SPREAD_UNIT = torch.tensor([2.0, 0.7])


def fit_normals(
    net: climate.ClimateGenerator,
    regions: Sequence[Cells],
    weights: Mapping[str, float],
    steps: int,
    seed: int,
    progress: Progress = NULL_PROGRESS,
) -> None:
    """Fit the linear prior, then the networks of means and spreads by maximum likelihood.

    ``weights`` are by the beginning of a region's name; regions of one beginning are one.
    """
    device = next(net.parameters()).device
    groups = [
        (_together([c for c in regions if c.name.startswith(start)]).to(device), weight)
        for start, weight in weights.items()
    ]
    fit_prior(net, [cells for cells, _ in groups if not cells.yearly])
    scale = _feature_spread(groups)
    both = [*net.means_net.parameters(), *net.spreads_net.parameters()]
    _fit(net, groups, both, steps, seed, scale * JITTER, progress)
    # The mean of the network and the prior errs in another way than the network.
    last = list(net.spreads_net.parameters())
    _fit(net, groups, last, int(steps * SPREADS_SHARE), seed, None, progress)


def _fit(
    net: climate.ClimateGenerator,
    groups: Sequence[tuple[Cells, float]],
    parameters: list[torch.nn.Parameter],
    steps: int,
    seed: int,
    jitter: Tensor | None,
    progress: Progress,
) -> None:
    """With ``jitter`` the network alone, without it together with its prior."""
    rng = np.random.default_rng(seed)
    device = next(net.parameters()).device
    unknown = _unknown_ground(device)
    optimiser = torch.optim.AdamW(parameters, RATE, weight_decay=DECAY)
    plan = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, steps, pct_start=0.1)
    for step in range(steps):
        optimiser.zero_grad(set_to_none=True)
        for cells, weight in groups:
            size = max(64, int(BATCH * weight)) // (4 if cells.yearly else 1)
            chosen = torch.from_numpy(rng.integers(len(cells.static), size=size)).to(device)
            static = cells.static[chosen]
            if not cells.yearly:
                hidden = torch.from_numpy(rng.random(size) < UNKNOWN_SHARE).to(device)
                # Of unknown ground the network is told that it is land.
                hidden &= static[:, 0, 0] > 0.5
                static = torch.where(hidden[:, None, None], unknown, static)
            month = torch.from_numpy(rng.integers(MONTHS, size=size)).to(device)
            (weight * _loss(net, cells, chosen, static, month, jitter)).backward()
        torch.nn.utils.clip_grad_norm_(parameters, 1.0)
        optimiser.step()
        plan.step()
        if step % 500 == 0:
            progress.update(step / steps, f"Normals: step {step}")


def fit_prior(net: climate.ClimateGenerator, regions: Sequence[Cells]) -> None:
    """The linear prior of temperature by ridge regression, each cell and month counting alike."""
    size = climate_features.LINEAR_FEATURES + 2
    moments = torch.zeros(size, size, dtype=torch.float64)
    for cells in regions:
        for month in range(MONTHS):
            known = cells.count[:, month, 0] > 0
            if not known.any():
                continue
            static = cells.static[known].mean(1, keepdim=True)
            latitude = cells.latitude[known].mean(1, keepdim=True)
            when = torch.full((len(static),), month, device=static.device)
            table = climate_features.linear_features(_seen(static, latitude, when))[0, ..., 0].T
            wanted = (cells.mean[known, month, :1] - climate.TEMPERATURE_MEAN).to(table)
            rows = torch.cat([table, wanted / climate.TEMPERATURE_SCALE], 1).double().cpu()
            ones = torch.ones(len(rows), 1, dtype=torch.float64)
            rows = torch.cat([ones, rows], 1)
            moments += rows.T @ rows
    count = moments[0, 0].clamp_min(1.0)
    mean = moments[0, 1:] / count
    covariance = moments[1:, 1:] / count - mean[:, None] * mean[None]
    spread = covariance.diagonal()[:-1].clamp_min(1e-8).sqrt()
    inner = covariance[:-1, :-1] / (spread[:, None] * spread[None])
    inner = inner + RIDGE * torch.eye(len(spread), dtype=torch.float64)
    weights = torch.linalg.solve(inner, covariance[:-1, -1] / spread) / spread
    fitted = {
        "weight": weights.reshape(1, -1, 1, 1),
        "bias": (mean[-1] - weights @ mean[:-1]).reshape(1),
    }
    net.prior.load_state_dict(fitted)


def _feature_spread(groups: Sequence[tuple[Cells, float]]) -> Tensor:
    """Standard deviation of every feature, ``(FEATURES, 1, 1)``."""
    static = torch.cat([cells.static[:, 0] for cells, _ in groups])
    latitude = torch.cat([cells.latitude[:, 0] for cells, _ in groups])
    months = torch.arange(len(static), device=static.device) % MONTHS
    seen = _seen(static[:, None], latitude[:, None], months)
    return seen[0, :, :, :1].std(1, keepdim=True)


def _together(parts: Sequence[Cells]) -> Cells:
    return Cells(
        parts[0].name,
        torch.cat([part.static for part in parts]),
        torch.cat([part.latitude for part in parts]),
        torch.cat([part.count for part in parts]),
        torch.cat([part.mean for part in parts]),
        torch.cat([part.variance for part in parts]),
        parts[0].yearly,
    )


def _unknown_ground(device: torch.device) -> Tensor:
    side = 2 * climate_features.FEATURE_HALO_PX + climate_features.CELL_PX
    nothing = torch.full((1, 1, side, side), float("nan"), device=device)
    land = climate_features.Land(nothing, nothing, torch.zeros_like(nothing))
    return climate_features.features(land, torch.zeros(1, device=device))[0, :STATIC_FEATURES, 0, 0]


def _loss(
    net: climate.ClimateGenerator,
    cells: Cells,
    chosen: Tensor,
    static: Tensor,
    month: Tensor,
    jitter: Tensor | None,
) -> Tensor:
    latitude = cells.latitude[chosen]
    prior = static.new_zeros(())
    if cells.yearly:
        every = torch.arange(MONTHS, device=static.device).repeat(len(chosen))
        means, spreads = predicted(
            net,
            static.repeat_interleave(MONTHS, 0),
            latitude.repeat_interleave(MONTHS, 0),
            every,
            jitter,
        )
        monthly = means.reshape(len(chosen), MONTHS, 2)
        uneven = monthly[..., 1] - monthly[..., 1].mean(1, keepdim=True)
        unsure = (spreads[:, 1] / USUAL_RAIN_SPREAD).log()
        prior = EVENNESS * (uneven.square().mean() + unsure.square().mean())
        rain = climate.millimetres(monthly[..., 1]).mean(1).log1p()
        mean = torch.stack([monthly[..., 0].mean(1), rain], -1)
        spread = mean.new_tensor(YEARLY_SPREAD).expand_as(mean)
        month = torch.zeros_like(month)
    else:
        mean, spread = predicted(net, static, latitude, month, jitter)
    at = chosen, month
    count = cells.count[at]
    squares = (mean - cells.mean[at]).square() + cells.variance[at]
    cost = squares / (2.0 * spread.square()) + spread.log()
    # Else what is hard to tell is not learned at all (beta-NLL, Seitzer et al. 2022).
    cost = cost * spread.detach() / SPREAD_UNIT.to(spread)
    share = (count > 0).float()
    return prior + (cost * share).sum() / share.sum().clamp_min(1.0)


def predicted(
    net: climate.ClimateGenerator,
    static: Tensor,
    latitude: Tensor,
    month: Tensor,
    jitter: Tensor | None = None,
) -> tuple[Tensor, Tensor]:
    """Mean and spread ``(cells, 2)``, averages over the cells' pixels; with ``jitter`` of the
    network alone, of blurred features."""
    n, samples, _ = static.shape
    seen = _seen(static, latitude, month)
    if jitter is not None:
        # All pixels of a cell are moved alike.
        moved = torch.randn(1, seen.shape[1], n, 1, device=seen.device)
        seen = seen + jitter * moved.repeat_interleave(samples, 2)
    normals = net.normals_from(seen, alone=jitter is not None)
    parts = (part[0, ..., 0].T.reshape(n, samples, 2) for part in (normals.mean, normals.spread))
    mean, spread = (part.mean(1) for part in parts)
    return mean, spread


def _seen(static: Tensor, latitude: Tensor, month: Tensor) -> Tensor:
    """Features ``(1, FEATURES, cells * samples, 1)``: a convolution over many images of one pixel
    would be slow."""
    n, samples, _ = static.shape
    rows = static.reshape(1, n * samples, -1, 1).transpose(1, 2)
    months = month.float()[:, None].expand(n, samples).reshape(1, 1, -1, 1)
    season = climate_features.season_features(latitude.reshape(1, 1, -1, 1), months)
    return torch.cat([rows, season], 1)
