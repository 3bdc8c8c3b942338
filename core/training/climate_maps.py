"""Observations of a region and its normals, as training and judging take patches of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from ..nets import climate, climate_features
from .climate_cells import region_land
from .climate_data import MARGIN_PX, MONTHS, ClimateRegion


@dataclass(frozen=True)
class RegionMaps:
    """A region on the device: observations ``(steps, 2, H, W)`` in degC and mm, their months, and
    normals ``(12, 2 + 2 + STATIC, H + 32, W + 32)``, halo included."""

    observed: Tensor
    months: NDArray[np.int64]
    normals: Tensor
    starts: NDArray[np.int64]


def region_maps(
    net: climate.ClimateGenerator, region: ClimateRegion, device: torch.device
) -> RegionMaps:
    """Observations and normals of a region whose cells are pixels."""
    halo = climate.STATIC_HALO_PX
    height, width = region.shape
    inset = MARGIN_PX - climate_features.FEATURE_HALO_PX - halo
    rows, cols = slice(inset, inset + height + 2 * halo), slice(inset, inset + width + 2 * halo)
    land = region_land(region)
    maps = []
    with torch.no_grad():
        for month in range(MONTHS):
            seen = climate_features.features(land, torch.tensor([float(month)])).to(device)
            normals = climate.weathered(net.normals_from(seen))
            joined = torch.cat([normals.mean, normals.spread, normals.static], 1)
            maps.append(joined[..., rows, cols])
    observed = np.stack([region.temperature, region.precipitation], 1)
    follows = np.diff(region.months, append=region.months[-1]) == 1
    return RegionMaps(
        torch.from_numpy(observed).to(device),
        region.months,
        torch.cat(maps),
        np.flatnonzero(follows),
    )


def _crop(values: Tensor) -> Tensor:
    halo = climate.STATIC_HALO_PX
    return values[..., halo:-halo, halo:-halo]


def inner_normals(normals: climate.Normals) -> climate.Normals:
    """Normals without the halo that only the generator sees."""
    return climate.Normals(_crop(normals.mean), _crop(normals.spread), _crop(normals.static))
