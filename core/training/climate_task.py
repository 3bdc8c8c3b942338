"""Training task: the departures of single months from the normals, with and without a coarse field.

Of each place three months are drawn: one, the next, and the same month of another year. So the
critic and the scores see what lasts, what fades, and what belongs to the place. Each place comes
twice in a batch: two members of one ensemble, from which the score is computed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as F

from ..month_noise import DEPTH, PERSISTENCES, filter_weights
from ..nets import climate
from ..nets.wag import NoiseSource, Plan
from ..noise import BYTE_CENTRE, BYTE_SCALE
from ..tiling import Rect
from .climate_data import MONTHS, ClimateRegion
from .climate_maps import inner_normals, region_maps
from .climate_score import MONTHS_SEEN, aim_loss, ensemble_score
from .climate_spectrum import SpectrumBalance

CRITIC_CHANNELS = 17
SCORE_WEIGHT = 5.0
SPECTRUM_WEIGHT, AIM_WEIGHT = 3.0, 2.0
# Slopes of temperature are small, and its grain is seen in them alone.
SLOPE_GAINS = (6.0, 2.0)
# How often one variable of a coarse field is not given, and a block of it.
HIDDEN_VARIABLE, HIDDEN_BLOCK = 0.15, 0.1


@dataclass(frozen=True)
class Generated:
    """Departures ``(3 N, 2, H, W)`` in spreads, and as they were before a coarse field's means
    were restored."""

    departures: Tensor
    raw: Tensor


@dataclass(frozen=True)
class ClimateBatch:
    """Three months of each place one after another, ``(3 N, ...)``; ``truth`` are departures in
    spreads, NaN where unknown."""

    truth: Tensor
    normals: climate.Normals
    coarse: climate.Coarse | None
    steering: climate.Steering


class ClimateTask:
    """Patches of ``patch_px`` (a multiple of the stride) of regions whose cells are pixels.

    ``weights`` are by region name, ``factors`` by pixels in a block of the coarse
    field, 0 for none.
    """

    def __init__(
        self,
        net: climate.ClimateGenerator,
        regions: Sequence[ClimateRegion],
        weights: Mapping[str, float],
        patch_px: int,
        factors: Mapping[int, float],
        seed: int,
        device: str = "cpu",
    ) -> None:
        self.net, self.patch_px, self.seed = net, patch_px, seed
        self.device = torch.device(device)
        self.out = Rect(0, patch_px, 0, patch_px)
        self.plan: Plan = net.plan(self.out)
        self.rng = np.random.default_rng(seed)
        chosen = [r for r in regions if r.name in weights]
        if not chosen or any(min(r.shape) < patch_px or r.factor != 1 for r in chosen):
            raise ValueError(f"Every region must be {patch_px} pixels large; each cell one pixel.")
        self.maps = [region_maps(net, region, self.device) for region in chosen]
        self.region_odds = _shares([weights[region.name] for region in chosen])
        self.factors = list(factors)
        self.factor_odds = _shares(list(factors.values()))
        self.spectrum = SpectrumBalance(patch_px, self.device)

    def reseed(self, step: int) -> None:
        fresh = np.random.default_rng([self.seed, step])
        self.rng.bit_generator.state = fresh.bit_generator.state

    def new_batch(self, size: int) -> ClimateBatch:
        places = [self._place() for _ in range(size // 2)]
        observed, maps = (torch.cat([place[i] for place in places] * 2) for i in (0, 1))
        normals = climate.Normals(maps[:, :2], maps[:, 2:4], maps[:, 4:])
        inner = inner_normals(normals)
        truth = (_log_values(observed) - inner.mean) / inner.spread
        factor = int(self.rng.choice(self.factors, p=self.factor_odds))
        if not factor:
            steering = climate.unsteered(self.net.departures, self.plan, truth)
            return ClimateBatch(truth, normals, None, steering)
        coarse = self._coarse(observed, factor)
        steering = steering_of(self.net, self.plan, self.out, inner, coarse)
        return ClimateBatch(truth, normals, coarse, steering)

    def _place(self) -> tuple[Tensor, Tensor]:
        """Observations ``(3, 2, h, w)`` and normals with halo of three months of one place."""
        maps = self.maps[int(self.rng.choice(len(self.maps), p=self.region_odds))]
        first = int(self.rng.choice(maps.starts))
        alike = np.flatnonzero((maps.months - maps.months[first]) % MONTHS == 0)
        others = alike[alike != first]
        steps = [first, first + 1, int(self.rng.choice(others if len(others) else alike))]
        size, halo = self.patch_px, climate.STATIC_HALO_PX
        y = int(self.rng.integers(maps.observed.shape[2] - size + 1))
        x = int(self.rng.integers(maps.observed.shape[3] - size + 1))
        observed = maps.observed[steps, :, y : y + size, x : x + size]
        seasons = [int(maps.months[step] % MONTHS) for step in steps]
        wide = size + 2 * halo
        normals = maps.normals[seasons, :, y : y + wide, x : x + wide]
        turns, mirrored = int(self.rng.integers(4)), self.rng.random() < 0.5
        both = [torch.rot90(part, turns, (2, 3)) for part in (observed, normals)]
        if mirrored:
            both = [part.transpose(2, 3) for part in both]
        return both[0], both[1]

    def _coarse(self, observed: Tensor, factor: int) -> climate.Coarse:
        """Block means, some of them hidden; the same for both members and all three months."""
        values = F.avg_pool2d(observed, factor)
        n = len(values) // MONTHS_SEEN // 2
        shape = (n, 1, 2, *values.shape[2:])
        shown = self.rng.random((n, 1, 2, 1, 1)) > HIDDEN_VARIABLE
        shown = shown & (
            self.rng.random(shape) > HIDDEN_BLOCK * (self.rng.random((n, 1, 1, 1, 1)) < 0.4)
        )
        mask = np.broadcast_to(shown, (n, MONTHS_SEEN, *shape[2:])).reshape(-1, *shape[2:])
        given = torch.from_numpy(np.concatenate([mask, mask])).to(self.device)
        return climate.Coarse(torch.where(given, values, values.new_tensor(float("nan"))), factor)

    def generate(self, net: nn.Module, batch: ClimateBatch) -> Generated:
        noise = training_noise(len(batch.truth) // MONTHS_SEEN, self.device)
        departures = net(batch.normals, batch.steering, self.plan, noise)
        inner = inner_normals(batch.normals)
        if batch.coarse is not None:
            kept = climate.conserve(climate.fields(inner, departures), batch.coarse)
            return Generated((_log_values(kept) - inner.mean) / inner.spread, departures)
        floored = torch.cat([departures[:, :1], _floor(inner, departures)], 1)
        return Generated(floored, departures)

    def real_view(self, batch: ClimateBatch) -> Tensor:
        return self._view(batch, batch.truth)

    def fake_view(self, batch: ClimateBatch, generated: Generated) -> Tensor:
        return self._view(batch, generated.departures)

    def _view(self, batch: ClimateBatch, generated: Tensor) -> Tensor:
        """Three months, slopes of the first, what is known, and the land; ``(N, 17, H, W)``."""
        known = batch.truth.isfinite()
        seen = torch.where(known, generated, torch.zeros_like(generated))
        seen = _by_place(seen)
        first = seen[:, 0]
        slopes = [
            F.pad(first[..., :, 1:] - first[..., :, :-1], (0, 1, 0, 0)),
            F.pad(first[..., 1:, :] - first[..., :-1, :], (0, 0, 0, 1)),
        ]
        there = _by_place(known.float())[:, 0]
        gains = first.new_tensor(SLOPE_GAINS).reshape(1, -1, 1, 1)
        slopes = [slope * there * gains for slope in slopes]
        static = _by_place(inner_normals(batch.normals).static)[:, 0, :3]
        base = _by_place(batch.steering.base)[:, 0]
        return torch.cat([seen.flatten(1, 2), *slopes, there, static, base], 1)

    def fidelity_loss(self, batch: ClimateBatch, generated: Generated) -> Tensor:
        """The ensemble's score at several scales: right in the mean, and as uncertain as it is."""
        truth, members = _by_place(batch.truth), _by_place(generated.departures)
        n = len(truth) // 2
        known = truth[:n].isfinite()
        parts = [
            torch.where(known, part, torch.zeros_like(part))
            for part in (truth[:n], members[:n], members[n:])
        ]
        score = ensemble_score(parts[0], parts[1], parts[2], known.float())
        kind = 0 if batch.coarse is None else batch.coarse.factor
        evenness = self.spectrum.loss(truth, members, kind)
        total = SCORE_WEIGHT * score + SPECTRUM_WEIGHT * evenness
        if batch.coarse is not None:
            inner = inner_normals(batch.normals)
            total = total + AIM_WEIGHT * aim_loss(inner, generated.raw, batch.coarse)
        return total

    def watch(self, batch: ClimateBatch, generated: Generated) -> dict[str, float]:
        """Spread, memory and the bond of the two variables, real and generated."""
        with torch.no_grad():
            kind = 0 if batch.coarse is None else batch.coarse.factor
            gaps = self.spectrum.gaps(kind).abs().mean(1)
            out = {"factor": float(kind), "warmth_db": float(gaps[0]), "rain_db": float(gaps[1])}
            out.update(next_db=float(gaps[4:6].mean()), later_db=float(gaps[6:8].mean()))
            known = batch.truth.isfinite()
            for name, values in (("real", batch.truth), ("fake", generated.departures)):
                values = _by_place(torch.where(known, values, torch.zeros_like(values)))
                first = values[:, 0]
                out[f"warmth_{name}"] = float(first[:, 0].std())
                out[f"rain_{name}"] = float(first[:, 1].std())
                wide = F.avg_pool2d(first, self.patch_px)
                out[f"wide_{name}"] = float(wide.std())
                out[f"next_{name}"] = _correlation(first, values[:, 1])
                out[f"later_{name}"] = _correlation(first, values[:, 2])
                out[f"bond_{name}"] = _correlation(first[:, 0], first[:, 1])
            return out


def _correlation(one: Tensor, other: Tensor) -> float:
    return float(F.cosine_similarity(one.flatten(), other.flatten(), 0))


def _shares(weights: Sequence[float]) -> NDArray[np.float64]:
    shares: NDArray[np.float64] = np.array(weights) / sum(weights)
    return shares


def _by_place(values: Tensor) -> Tensor:
    return values.reshape(-1, MONTHS_SEEN, *values.shape[1:])


def _log_values(values: Tensor) -> Tensor:
    rain = values[:, 1:].log1p().clamp_min(climate.DRY)
    return torch.cat([values[:, :1], rain], 1)


def _floor(normals: climate.Normals, departures: Tensor) -> Tensor:
    """Departures of precipitation, not drier than dry."""
    dry = (climate.DRY - normals.mean[:, 1:]) / normals.spread[:, 1:]
    return torch.maximum(departures[:, 1:], dry)


def steering_of(
    net: climate.ClimateGenerator,
    plan: Plan,
    out: Rect,
    normals: climate.Normals,
    coarse: climate.Coarse,
) -> climate.Steering:
    """Steering by blocks that lie on ``out``; beyond it nothing is known."""
    wide = plan.control.refine(net.stride // coarse.factor)
    rows, cols = out.coarsen(coarse.factor).slices_in(wide)
    departures = normals.mean.new_full((len(normals.mean), 2, *wide.shape), float("nan"))
    departures[..., rows, cols] = climate.block_departures(normals, coarse)
    return climate.steer(net.departures, plan, departures, coarse.factor, out)


def training_noise(places: int, device: torch.device) -> NoiseSource:
    """Noise of the statistics of :mod:`core.month_noise` for three months of each place: the second
    follows the first, the third has only what never changes in common with them."""
    weights = torch.from_numpy(filter_weights()).to(device)

    def draw(layer: int, channels: int, rect: Rect) -> Tensor:
        shape = (places, 2 * DEPTH + 2, channels, rect.height, rect.width)
        planes = (torch.randint(0, 256, shape, device=device).float() - BYTE_CENTRE) * BYTE_SCALE
        kinds = torch.arange(channels, device=device) % len(PERSISTENCES)
        taps = weights[kinds].T[None, :, :, None, None]
        starts = (1, 0, DEPTH + 1)
        months = torch.stack([(planes[:, s : s + DEPTH] * taps).sum(1) for s in starts], 1)
        timeless = (kinds == 0).reshape(1, 1, -1, 1, 1)
        months = torch.where(timeless, planes[:, -1:], months)
        return months.flatten(0, 1)

    return draw
