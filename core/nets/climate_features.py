"""What a month's normals are made from: the land around a pixel, its latitude, and the sun."""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F

from .elevation import upsample

CELL_PX = 8
"""Cells in which the wider surroundings are summed up; rectangles of features are made of them."""
FEATURE_HALO_PX = 32
SOFTENED_PX = 5
FEATURES = 29
SEASONAL = 11
"""The last features, which change with the month."""
EVEN = slice(5, FEATURES)
"""Features without grain from pixel to pixel."""
LINEAR = (0, 1, *range(3, 16))
LINEAR_FEATURES = 2 * SEASONAL + len(LINEAR) * (SEASONAL + 1)


@dataclass(frozen=True)
class Land:
    """Elevation in metres (0 at sea) and share of land, NaN where unknown, and latitude in degrees,
    known everywhere; each ``(N, 1, H, W)``."""

    elevation: Tensor
    land: Tensor
    latitude: Tensor


def declination(month: Tensor) -> Tensor:
    """The sun's declination in the middle of a month (0 is January), radians."""
    return math.radians(23.44) * ((month - 5.2) * (math.tau / 12.0)).cos()


def insolation(latitude: Tensor, month: Tensor) -> Tensor:
    """Daily mean sunshine above the air as a share of the solar constant, from degrees."""
    sun = declination(month)
    phi = torch.deg2rad(latitude.clamp(-89.9, 89.9))
    hour = (-(phi.tan() * sun.tan())).clamp(-1.0, 1.0).acos()
    high = hour * phi.sin() * sun.sin() + phi.cos() * sun.cos() * hour.sin()
    return high / math.pi


def features(land: Land, month: Tensor) -> Tensor:
    """What the normals are made from: ``(N, FEATURES, H - 64, W - 64)``; ``month`` is ``(N,)``.

    Unknown ground counts as land, as high as what is known around it.
    """
    known = land.elevation.isfinite().float()
    metres = land.elevation.nan_to_num(0.0) / 1000.0
    dry = land.land.nan_to_num(1.0)
    near, far, west, east, north, south = _surroundings(torch.cat([metres, dry, known], 1))
    own = torch.where(crop_halo(known) > 0, crop_halo(metres), near[:, :1])
    box = F.avg_pool2d(torch.cat([metres * known, known], 1), 5, 1)
    box = box[
        ..., FEATURE_HALO_PX - 2 : 2 - FEATURE_HALO_PX, FEATURE_HALO_PX - 2 : 2 - FEATURE_HALO_PX
    ]
    local = torch.where(box[:, 1:] > 0, box[:, :1] / box[:, 1:].clamp_min(0.01), own)
    softened = _softened(torch.cat([metres * known, dry, known], 1))
    mild = torch.where(softened[:, 2:] > 0, softened[:, :1] / softened[:, 2:].clamp_min(0.01), own)
    latitude = crop_halo(land.latitude)
    pole = (latitude / 8.0).tanh()
    middle, half = (north + south) / 2, (north - south) / 2 * pole
    poleward, equatorward = middle + half, middle - half
    parts = [
        crop_halo(dry),
        own,
        crop_halo(known),
        ((own - local) * 4.0).asinh(),
        own - near[:, :1],
        near[:, :1] - far[:, :1],
        far[:, :1],
        near[:, 1:],
        far[:, 1:],
        *(side[:, 1:] for side in (west, east, poleward, equatorward)),
        west[:, :1] - near[:, :1],
        east[:, :1] - near[:, :1],
        poleward[:, :1] - equatorward[:, :1],
        mild,
        softened[:, 1:2],
        season_features(latitude, month.reshape(-1, 1, 1, 1)),
    ]
    return torch.cat(parts, 1)


def _softened(values: Tensor) -> Tensor:
    """Weighted means of 9 x 9 pixels, the nearest most."""
    reach = FEATURE_HALO_PX - 2 * (SOFTENED_PX // 2)
    inner = values[..., reach:-reach, reach:-reach]
    return F.avg_pool2d(F.avg_pool2d(inner, SOFTENED_PX, 1), SOFTENED_PX, 1)


def crop_halo(values: Tensor) -> Tensor:
    halo = FEATURE_HALO_PX
    return values[..., halo:-halo, halo:-halo]


def _surroundings(values: Tensor) -> list[Tensor]:
    """Height and share of land of 3 x 3 and 7 x 7 cells, and of the 3 x 3 to each side."""
    cells = F.avg_pool2d(torch.cat([values[:, :1] * values[:, 2:], values[:, 1:]], 1), CELL_PX)
    three = F.avg_pool2d(cells, 3, 1)
    inner = three[..., 2:-2, 2:-2]
    pools = [inner, F.avg_pool2d(cells, 7, 1)]
    pools += [three[..., 2:-2, :-4], three[..., 2:-2, 4:]]
    pools += [three[..., :-4, 2:-2], three[..., 4:, 2:-2]]
    heights = [pool[:, :1] / pool[:, 2:].clamp_min(1e-3) for pool in pools]
    both = torch.cat([torch.cat([h, p[:, 1:2]], 1) for h, p in zip(heights, pools)], 0)
    wide = upsample(both, CELL_PX)[..., CELL_PX:-CELL_PX, CELL_PX:-CELL_PX]
    return list(wide.chunk(len(pools), 0))


def season_features(latitude: Tensor, month: Tensor) -> Tensor:
    """What depends on latitude and month alone, ``(N, 11, H, W)``."""
    sine = torch.deg2rad(latitude).sin()
    lags = [insolation(latitude, month - lag) * 3.0 for lag in (0.0, 1.0, 2.0)]
    pole = (latitude / 8.0).tanh()
    summer = [pole * declination(month - lag).expand_as(latitude) * 2.4 for lag in (0.0, 1.0)]
    # The rain belt follows the sun, by about half its way and a month late; deserts lie beside it.
    belt = latitude - 0.55 * torch.rad2deg(declination(month - 1.0))
    rains = [(-(belt / reach).square()).exp() for reach in (8.0, 18.0)]
    desert = (-((belt.abs() - 26.0) / 9.0).square()).exp()
    return torch.cat([sine.abs(), sine.square(), pole, *lags, *summer, *rains, desert], 1)


def linear_features(seen: Tensor) -> Tensor:
    """What temperature is about linear in, ``(N, LINEAR_FEATURES, H, W)``: latitude and season,
    and what the land does to each of them."""
    season = seen[:, -SEASONAL:]
    land = seen[:, LINEAR]
    products = (land[:, :, None] * season[:, None]).flatten(1, 2)
    return torch.cat([season, season.square(), land, products], 1)
