"""What is known of a month's usual weather, cell by cell, and of the land in each cell."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from ..nets import climate, climate_features
from .climate_data import MARGIN_PX, MONTHS, ClimateRegion
from .metrics import Floats

STATIC_FEATURES = climate_features.FEATURES - climate_features.SEASONAL
# Enough pixels of a large cell to stand for all of them, along one side.
SAMPLES_PER_SIDE = 3


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
