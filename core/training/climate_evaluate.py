"""Judges the climate network on years and regions that it has not seen, beside its baselines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from ..month_noise import torch_month_noise
from ..nets import climate, climate_features
from ..nets.wag import NoiseSource
from ..tiling import Rect
from .climate_cells import Cells, log_rain, observed_cells
from .climate_data import MONTHS, ClimateRegion
from .climate_maps import RegionMaps, inner_normals, region_maps
from .climate_metrics import (
    ClimateFields,
    Months,
    compare,
    correlation,
    departures,
    ensemble_crps,
    matched_noise,
    spread_skill,
)
from .climate_normals import predicted
from .climate_task import steering_of
from .metrics import Floats

SALT = 0x5EED
SEASONAL_POWERS = 2


def simulated(
    net: climate.ClimateGenerator,
    maps: RegionMaps,
    months: Sequence[int],
    members: int,
    seed: int,
    coarse: climate.Coarse | None = None,
) -> Floats:
    """Degrees and mm, ``(members, months, 2, H, W)``, of a region; ``coarse`` has a block field for
    each month."""
    height, width = maps.observed.shape[2:]
    out = Rect(0, -(-height // net.stride) * net.stride, 0, -(-width // net.stride) * net.stride)
    plan, device = net.plan(out), maps.normals.device
    pad = (0, out.width - width, 0, out.height - height)
    found = []
    with torch.no_grad():
        wide = F.pad(maps.normals, pad, mode="replicate")
        for index, month in enumerate(months):
            season = wide[int(month) % MONTHS][None]
            normals = climate.Normals(season[:, :2], season[:, 2:4], season[:, 4:])
            inner = inner_normals(normals)
            steering = climate.unsteered(net.departures, plan, inner.mean)
            blocks = None
            if coarse is not None:
                blocks = _padded_blocks(coarse, index, out)
                steering = steering_of(net, plan, out, inner, blocks)
            row = []
            for member in range(members):
                noise = _noise(seed + member, int(month), device)
                values = climate.fields(inner, net(normals, steering, plan, noise))
                if blocks is not None:
                    values = climate.conserve(values, blocks)
                row.append(values[0, :, :height, :width])
            found.append(torch.stack(row))
    result: Floats = torch.stack(found, 1).cpu().numpy()
    return result


def _noise(seed: int, month: int, device: torch.device) -> NoiseSource:
    def draw(layer: int, channels: int, rect: Rect) -> Tensor:
        return torch_month_noise(seed, SALT, month, layer, channels, rect, device)[None]

    return draw


def _padded_blocks(coarse: climate.Coarse, index: int, out: Rect) -> climate.Coarse:
    given = coarse.values[index][None]
    wanted = out.coarsen(coarse.factor)
    pad = (0, wanted.width - given.shape[3], 0, wanted.height - given.shape[2])
    return climate.Coarse(F.pad(given, pad, value=float("nan")), coarse.factor)


def judged_fields(values: Floats, months: Months, known: Floats) -> ClimateFields:
    """One member ``(n, 2, H, W)`` as the metrics take it, gaps as in the observations."""
    seen = np.where(known, values, np.nan)
    return ClimateFields(seen[:, 0], log_rain(seen[:, 1]), months)


@dataclass(frozen=True)
class Downscaling:
    """Scores of one variable on one region, for one size of block."""

    network: float
    bilinear: float
    bicubic: float
    spread_per_error: float

    @property
    def share(self) -> float:
        """Of the better interpolation's score; below 1 is better."""
        return self.network / min(self.bilinear, self.bicubic)


def downscaling(
    net: climate.ClimateGenerator, region: ClimateRegion, factor: int, members: int, seed: int
) -> dict[str, Downscaling]:
    """Rebuild a region's months from their own block means, by variable."""
    maps = region_maps(net, region, next(net.parameters()).device)
    observed = maps.observed
    high, wide = (n // factor * factor for n in observed.shape[2:])
    blocks = F.avg_pool2d(observed[..., :high, :wide], factor)
    made = simulated(
        net, maps, region.months.tolist(), members, seed, climate.Coarse(blocks, factor)
    )
    sure = blocks.isfinite().repeat_interleave(factor, 2).repeat_interleave(factor, 3)
    truth = torch.where(sure, observed[..., :high, :wide], observed.new_tensor(float("nan")))
    found = {}
    for index, name in enumerate(("temperature", "precipitation")):
        real = truth[:, index].cpu().numpy()
        if not np.isfinite(real).any():
            continue
        smooth = {
            mode: interpolated(blocks[:, index : index + 1], factor, mode)[:, 0].cpu().numpy()
            for mode in ("bilinear", "bicubic")
        }
        sample = made[:, :, index, :high, :wide]
        found[name] = Downscaling(
            ensemble_crps(sample, real),
            ensemble_crps(smooth["bilinear"][None], real),
            ensemble_crps(np.maximum(smooth["bicubic"], 0.0 if index else -90.0)[None], real),
            spread_skill(sample, real),
        )
    return found


def interpolated(blocks: Tensor, factor: int, mode: str) -> Tensor:
    """Blocks ``(N, 1, h, w)`` interpolated to pixels; unknown ones as their nearest known."""
    filled = blocks.clone()
    for _ in range(max(blocks.shape[2:])):
        gaps = ~filled.isfinite()
        if not gaps.any():
            break
        known = (~gaps).float()
        value = F.pad(filled.nan_to_num(0.0) * known, (1, 1, 1, 1))
        share = F.pad(known, (1, 1, 1, 1))
        near = F.avg_pool2d(value, 3, 1) / F.avg_pool2d(share, 3, 1).clamp_min(1e-6)
        near = torch.where(F.avg_pool2d(share, 3, 1) > 0, near, near.new_tensor(float("nan")))
        filled = torch.where(gaps, near, filled)
    return F.interpolate(filled, scale_factor=float(factor), mode=mode, align_corners=False)


class Zonal:
    """The baseline's climatology: what latitude and season tell, by least squares."""

    def __init__(self, cells: Sequence[Cells]) -> None:
        self._weights = []
        for variable in (0, 1):
            rows, values = [], []
            for part in cells:
                if part.yearly:
                    continue
                for month in range(MONTHS):
                    known = part.count[:, month, variable] > 0
                    latitude = part.latitude[known].mean(1)
                    rows.append(_seasonal(latitude, month))
                    values.append(part.mean[known, month, variable])
            # The rows are nearly dependent, so small singular values must not count.
            table, wanted = torch.cat(rows).double().numpy(), torch.cat(values).double().numpy()
            self._weights.append(np.linalg.lstsq(table, wanted, rcond=1e-6)[0])

    def __call__(self, latitude: Tensor, month: int) -> Floats:
        """Temperature and log precipitation ``(2, rows)``."""
        rows = _seasonal(latitude, month).double().numpy()
        return np.stack([rows @ weights for weights in self._weights])


def _seasonal(latitude: Tensor, month: int) -> Tensor:
    place = latitude.reshape(1, 1, -1, 1)
    season = torch.full((1, 1, 1, 1), float(month % MONTHS))
    features = climate_features.season_features(place, season)[0, :, :, 0].T
    powers = [features**power for power in range(1, SEASONAL_POWERS + 1)]
    return torch.cat([torch.ones(len(features), 1), *powers], 1)


def normals_error(
    net: climate.ClimateGenerator, zonal: Zonal, region: ClimateRegion
) -> dict[str, tuple[float, float, float]]:
    """Root mean square errors of the normals of a region's cells, of the network's and of zonal
    ones, and the spread of the normals themselves; degC and log(1 + mm)."""
    cells = observed_cells(region)
    found = {}
    for index, name in enumerate(("temperature", "rain")):
        errors, real = [], []
        for month in range(MONTHS):
            known = cells.count[:, month, index] > 0
            if not known.any():
                continue
            latitude = cells.latitude[known]
            with torch.no_grad():
                when = torch.full((len(latitude),), month)
                ours = predicted(net, cells.static[known], latitude, when)[0][:, index].numpy()
            other = zonal(latitude.mean(1), month)[index]
            truth = cells.mean[known, month, index].numpy()
            errors.append(np.stack([ours - truth, other - truth]))
            real.append(truth)
        if errors:
            size = np.sqrt(np.square(np.concatenate(errors, 1)).mean(1))
            spread = float(np.concatenate(real).std())
            found[name] = (float(size[0]), float(size[1]), spread)
    return found


def baseline(zonal: Zonal, trained: ClimateRegion, region: ClimateRegion, seed: int) -> Floats:
    """Degrees and mm ``(n, 2, H, W)``: zonal climatology, and noise of the spectrum, spread and
    memory of the departures of ``trained``, one variable after the other."""
    height, width = region.shape
    margin = (len(region.latitude) - height) // 2
    latitude = torch.from_numpy(region.latitude[margin : margin + height])
    usual = np.stack([zonal(latitude, int(month)) for month in region.months])
    both = []
    rains = log_rain(trained.precipitation)
    for index, values in enumerate((trained.temperature, rains)):
        apart = departures(values, trained.months)
        noise = matched_noise(apart, len(region.months), seed + index)
        rows, cols = (np.arange(n) % m for n, m in zip(region.shape, noise.shape[1:]))
        both.append(usual[:, index, :, None] + noise[:, rows][:, :, cols])
    rain = np.maximum(both[1], climate.DRY)
    millimetres = np.where(rain > climate.DRY, np.expm1(rain), 0.0)
    return np.stack([both[0], millimetres], 1)


def cycles(fields: Mapping[str, ClimateFields]) -> dict[str, float]:
    """The bond of temperature and rain in each set, to see which way it differs."""
    return {
        name: correlation(departures(f.temperature, f.months), departures(f.rain, f.months))
        for name, f in fields.items()
    }


def comparison(
    real: ClimateFields, others: Mapping[str, ClimateFields], patch_px: int
) -> dict[str, dict[str, float]]:
    """Every candidate against the real fields."""
    return {name: compare(real, other, patch_px) for name, other in others.items()}
