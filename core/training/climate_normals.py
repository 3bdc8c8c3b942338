"""Fits the normals: what a month is usually like, from observations of different fineness."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from ..nets import climate, climate_features
from ..progress import NULL_PROGRESS, Progress
from .climate_data import MARGIN_PX, MONTHS, ClimateRegion
from .metrics import Floats

SEASONAL = 11
"""The last features, which change with the month."""
STATIC_FEATURES = climate_features.FEATURES - SEASONAL
# Enough pixels of a large cell to stand for all of them, along one side.
SAMPLES_PER_SIDE = 3
UNKNOWN_SHARE = 0.04
YEARLY_SPREAD = (0.5, 0.15)
# Where only yearly sums of rain are known, months are held to be alike unless others say not.
EVENNESS, USUAL_RAIN_SPREAD = 2.0, 0.6
BATCH, RATE, DECAY = 1200, 6e-3, 1e-4
SPREAD_UNIT = torch.tensor([2.0, 0.7])


@dataclass(frozen=True)
class Cells:
    """Observed cells of one region.

    ``static`` ``(cells, samples, STATIC_FEATURES)`` and ``latitude`` ``(cells, samples)`` of pixels
    in them; ``count``, ``mean`` and ``variance`` ``(cells, 12, 2)`` over the years, of degC and of
    log(1 + mm), the count 0 where nothing is known. Of yearly data only month 0 is filled.
    """

    name: str
    static: Tensor
    latitude: Tensor
    count: Tensor
    mean: Tensor
    variance: Tensor
    yearly: bool

    def to(self, device: torch.device) -> Cells:
        return Cells(
            self.name,
            self.static.to(device),
            self.latitude.to(device),
            self.count.to(device),
            self.mean.to(device),
            self.variance.to(device),
            self.yearly,
        )


def log_rain(millimetres: Floats) -> Floats:
    """log(1 + mm), what does not count as rain being the zero."""
    amounts: Floats = np.maximum(np.log1p(millimetres), climate.DRY)
    return amounts


def observed_cells(region: ClimateRegion) -> Cells:
    """The cells of a region of which anything is known."""
    land = region_land(region)
    with torch.no_grad():
        seen = climate_features.features(land, torch.zeros(1))[0, :STATIC_FEATURES]
    margin = MARGIN_PX - climate_features.FEATURE_HALO_PX
    height, width = region.shape
    seen = seen[:, margin : margin + height, margin : margin + width]
    latitude = climate_features.crop_halo(land.latitude)[
        0, 0, margin : margin + height, margin : margin + width
    ]
    count, mean, variance = _statistics(region)
    known = np.flatnonzero(count.sum((1, 2)) > 0)
    factor = region.factor
    side = min(factor, SAMPLES_PER_SIDE)
    at = (np.arange(side) * factor + factor // 2) // side
    rows, cols = np.divmod(known, width // factor)
    y = (rows * factor)[:, None, None] + at[None, :, None] + np.zeros_like(at)[None, None]
    x = (cols * factor)[:, None, None] + at[None, None, :] + np.zeros_like(at)[None, :, None]
    places = torch.from_numpy((y * width + x).reshape(len(known), -1))
    return Cells(
        region.name,
        seen.reshape(STATIC_FEATURES, -1).T[places],
        latitude.reshape(-1)[places],
        torch.from_numpy(count[known].astype(np.float32)),
        torch.from_numpy(mean[known].astype(np.float32)),
        torch.from_numpy(variance[known].astype(np.float32)),
        region.yearly,
    )


def region_land(region: ClimateRegion) -> climate_features.Land:
    """The land of a region with its margin, as the network takes it: in whole cells."""
    height, width = region.elevation.shape
    pad = ((0, -height % climate_features.CELL_PX), (0, -width % climate_features.CELL_PX))
    unknown = np.float32(np.nan)
    elevation, land = (
        torch.from_numpy(np.pad(part, pad, constant_values=unknown))[None, None]
        for part in (region.elevation, region.land)
    )
    rows = torch.from_numpy(np.pad(region.latitude, pad[0], mode="edge"))
    return climate_features.Land(elevation, land, rows[None, None, :, None].expand_as(elevation))


def _statistics(region: ClimateRegion) -> tuple[Floats, Floats, Floats]:
    """Count, mean and variance over the years, ``(cells, 12, 2)``."""
    rain = region.precipitation / MONTHS if region.yearly else region.precipitation
    both = np.stack([region.temperature, log_rain(rain)], -1).astype(np.float64)
    both = both.reshape(len(region.months), -1, 2)
    season = np.zeros(len(region.months), int) if region.yearly else region.months % MONTHS
    count, mean, variance = (np.zeros((both.shape[1], MONTHS, 2)) for _ in range(3))
    for month in range(MONTHS):
        part = both[season == month]
        known = np.isfinite(part)
        n = known.sum(0)
        filled = np.where(known, part, 0.0)
        level = filled.sum(0) / np.maximum(n, 1)
        count[:, month], mean[:, month] = n, level
        variance[:, month] = np.where(known, np.square(part - level), 0.0).sum(0) / np.maximum(n, 1)
    return count, mean, variance


def fit_normals(
    net: climate.ClimateGenerator,
    regions: Sequence[Cells],
    weights: Mapping[str, float],
    steps: int,
    seed: int,
    progress: Progress = NULL_PROGRESS,
) -> None:
    """Fit ``net.normals_net`` by maximum likelihood.

    ``weights`` are by the beginning of a region's name; regions of one beginning are one.
    """
    device = next(net.parameters()).device
    rng = np.random.default_rng(seed)
    groups = [
        (_together([c for c in regions if c.name.startswith(start)]).to(device), weight)
        for start, weight in weights.items()
    ]
    unknown = _unknown_ground(device)
    optimiser = torch.optim.AdamW(net.normals_net.parameters(), RATE, weight_decay=DECAY)
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
            (weight * _loss(net, cells, chosen, static, month)).backward()
        torch.nn.utils.clip_grad_norm_(net.normals_net.parameters(), 1.0)
        optimiser.step()
        plan.step()
        if step % 500 == 0:
            progress.update(step / steps, f"Normals: step {step}")


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
    net: climate.ClimateGenerator, cells: Cells, chosen: Tensor, static: Tensor, month: Tensor
) -> Tensor:
    latitude = cells.latitude[chosen]
    prior = static.new_zeros(())
    if cells.yearly:
        every = torch.arange(MONTHS, device=static.device).repeat(len(chosen))
        means, spreads = predicted(
            net, static.repeat_interleave(MONTHS, 0), latitude.repeat_interleave(MONTHS, 0), every
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
        mean, spread = predicted(net, static, latitude, month)
    at = chosen, month
    count = cells.count[at]
    squares = (mean - cells.mean[at]).square() + cells.variance[at]
    cost = squares / (2.0 * spread.square()) + spread.log()
    # Else what is hard to tell is not learned at all (beta-NLL, Seitzer et al. 2022).
    cost = cost * spread.detach() / SPREAD_UNIT.to(spread)
    share = (count > 0).float()
    return prior + (cost * share).sum() / share.sum().clamp_min(1.0)


def predicted(
    net: climate.ClimateGenerator, static: Tensor, latitude: Tensor, month: Tensor
) -> tuple[Tensor, Tensor]:
    """Mean and spread ``(cells, 2)``, averages over the cells' pixels."""
    n, samples, _ = static.shape
    # All pixels in one row: a convolution over many images of one pixel is slow.
    rows = static.reshape(1, n * samples, -1, 1).transpose(1, 2)
    months = month.float()[:, None].expand(n, samples).reshape(1, 1, -1, 1)
    season = climate_features.season_features(latitude.reshape(1, 1, -1, 1), months)
    normals = net.normals_from(torch.cat([rows, season], 1))
    parts = (part[0, ..., 0].T.reshape(n, samples, 2) for part in (normals.mean, normals.spread))
    mean, spread = (part.mean(1) for part in parts)
    return mean, spread
