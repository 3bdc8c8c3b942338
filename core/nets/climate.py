"""The climate network: normals from place and season, and the departures of single months.

*Normals* are what a month is usually like: mean and spread of temperature and of precipitation (as
``log(1 + mm)``), from elevation, land and sea, latitude and month. *Departures* are a
world-anchored generator's, in units of that spread. A coarse field, where given, takes the place
of the normals' own mean over its blocks.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from ..tiling import Rect
from .climate_features import (
    EVEN,
    FEATURE_HALO_PX,
    FEATURES,
    LINEAR_FEATURES,
    Land,
    features,
    linear_features,
)
from .elevation import upsample
from .wag import Level, NoiseSource, Plan, WorldAnchoredGenerator, crop

HIDDEN = 96
EVEN_FEATURES = FEATURES - EVEN.start
# How much of a usual temperature is the linear prior's. Both err elsewhere, and apart from each
# other: on the thirteen parts of the world that were left out in turn, their mean was the best.
PRIOR_SHARE = 0.5
STATIC_HALO_PX = 16
"""How far outside the wanted pixels the trunk sees land and normals."""
STATIC = 8
CONSERVING_HALO_PX = 32
"""How far block means reach when they are restored: three rounds of blocks of 8 pixels."""
STEERING = 4
SIDE_CHANNELS = STEERING + STATIC
VARIABLES = 2
# Less than this in a month is none: the zero of precipitation, as log(1 + mm).
DRY = math.log1p(0.5)
WETTEST = math.log1p(3000.0)
TEMPERATURE_MEAN, TEMPERATURE_SCALE = 12.0, 14.0
RAIN_MEAN, RAIN_SCALE = 3.6, 1.5
WIDE_SPREAD_C, KNOWN_SHARE = 2.0, 0.3
# Spreads that departures hardly exceed in the data; of what is beyond, a share remains.
RARE_DEPARTURES, RARE_SHARE = (3.0, 2.5), 0.35
# As log(1 + mm): nearly three times the usual.
HEAVY_RAIN = 1.0
# Bounds of the spreads: 0.25 to 7.4 degC, and 0.12 to 2.7 in log(1 + mm).
LOWEST_LOG_SPREAD, HIGHEST_LOG_SPREAD = (-1.4, -2.1), (2.0, 1.0)


@dataclass(frozen=True)
class Normals:
    """Mean and standard deviation, ``(N, 2, H, W)``, of degC and of log(1 + mm); and what the
    generator sees of them and of the land, ``(N, STATIC, H, W)``."""

    mean: Tensor
    spread: Tensor
    static: Tensor

    def cropped(self, have: Rect, want: Rect) -> Normals:
        """Those on ``want``, out of these on ``have``."""
        parts = (self.mean, self.spread, self.static)
        return Normals(*(crop(part, have, want) for part in parts))


@dataclass(frozen=True)
class Coarse:
    """Block means of ``factor`` pixels, degC and mm, ``(N, 2, h, w)``, NaN where unknown."""

    values: Tensor
    factor: int


class ClimateGenerator(nn.Module):
    """Normals by a network that looks at each pixel's features, departures by a generator."""

    def __init__(self, levels: Sequence[Level], latent: int) -> None:
        super().__init__()
        self.means_net = _of_pixels(FEATURES, HIDDEN, VARIABLES)
        self.spreads_net = _of_pixels(EVEN_FEATURES, HIDDEN // 2, VARIABLES)
        self.prior = nn.Conv2d(LINEAR_FEATURES, 1, 1)
        self.departures = WorldAnchoredGenerator(levels, STEERING, latent, VARIABLES)
        self.stride = self.departures.stride

    def plan(self, out: Rect) -> Plan:
        return self.departures.plan(out)

    def normals(self, land: Land, month: Tensor) -> Normals:
        """Normals of ``month`` ``(N,)`` inside the halo of the features."""
        return weathered(self.normals_from(features(land, month)))

    def normals_from(self, seen: Tensor, *, alone: bool = False) -> Normals:
        """From :func:`features`; ``alone``, without the prior."""
        raw = self.means_net(seen)
        warmth = TEMPERATURE_MEAN + TEMPERATURE_SCALE * raw[:, :1]
        if not alone:
            prior = TEMPERATURE_MEAN + TEMPERATURE_SCALE * self.prior(linear_features(seen))
            warmth = warmth + PRIOR_SHARE * (prior - warmth)
        mean = torch.cat([warmth, RAIN_MEAN + RAIN_SCALE * raw[:, 1:]], 1)
        low = raw.new_tensor(LOWEST_LOG_SPREAD).reshape(1, VARIABLES, 1, 1)
        high = raw.new_tensor(HIGHEST_LOG_SPREAD).reshape(1, VARIABLES, 1, 1)
        log_spread = low + (high - low) * self.spreads_net(seen[:, EVEN]).sigmoid()
        static = torch.cat([seen[:, :1], seen[:, 3:6], log_spread, _standard(mean)], 1)
        return Normals(mean, log_spread.exp(), static)

    def normals_parameters(self) -> Iterator[nn.Parameter]:
        for part in (self.means_net, self.spreads_net, self.prior):
            yield from part.parameters()

    def forward(
        self, normals: Normals, steering: Steering, plan: Plan, noise: NoiseSource
    ) -> Tensor:
        """Departures ``(N, 2, H, W)`` on ``plan.out``, in spreads."""
        sides = side_inputs(self.departures, plan, normals.static, steering)
        out: Tensor = self.departures(steering.control, sides, plan, noise)
        near = plan.out.grow(STATIC_HALO_PX)
        spread = crop(normals.spread, near, plan.out)
        return softened(out.float(), spread) + steering.base


def _of_pixels(features_in: int, hidden: int, outputs: int) -> nn.Sequential:
    """A network that looks at single pixels."""
    return nn.Sequential(
        nn.Conv2d(features_in, hidden, 1),
        nn.SiLU(),
        nn.Conv2d(hidden, hidden, 1),
        nn.SiLU(),
        nn.Conv2d(hidden, outputs, 1),
    )


def weathered(normals: Normals) -> Normals:
    """With the spread of months alone: most of a wide one of temperature is not weather, but what
    the normals do not know of the place."""
    warmth = normals.spread[:, :1]
    beyond = (warmth - WIDE_SPREAD_C).clamp_min(0.0)
    spread = torch.cat([warmth - (1.0 - KNOWN_SHARE) * beyond, normals.spread[:, 1:]], 1)
    return Normals(normals.mean, spread, normals.static)


def softened(departures: Tensor, spread: Tensor) -> Tensor:
    """Departures beyond what was ever seen are drawn in: in far climates they would run away."""
    low = departures.new_tensor(RARE_DEPARTURES).reshape(1, VARIABLES, 1, 1).expand_as(departures)
    # Where months differ widely, most do so on the dry side.
    high = torch.cat([low[:, :1], torch.minimum(low[:, 1:], HEAVY_RAIN / spread[:, 1:])], 1)
    beyond = (departures - high).clamp_min(0.0) + (departures + low).clamp(max=0.0)
    return departures - beyond * (1.0 - RARE_SHARE)


def _standard(mean: Tensor) -> Tensor:
    parts = (
        (mean[:, :1] - TEMPERATURE_MEAN) / TEMPERATURE_SCALE,
        (mean[:, 1:] - RAIN_MEAN) / RAIN_SCALE,
    )
    return torch.cat(parts, 1)


@dataclass(frozen=True)
class Steering:
    """What the generator knows of a coarse field, in spreads.

    ``control`` ``(N, STEERING, H, W)`` on the plan's control cells; ``details`` by stride, on the
    same ground; ``base`` ``(N, 2, h, w)`` on the wanted pixels.
    """

    control: Tensor
    details: dict[int, Tensor]
    base: Tensor


def steer(
    net: WorldAnchoredGenerator, plan: Plan, departures: Tensor, factor: int, out: Rect
) -> Steering:
    """From block departures ``(N, 2, h, w)``, NaN where unknown, which lie on ``plan.control``
    refined to blocks of ``factor`` pixels."""
    known = departures.isfinite().float()
    values = departures.nan_to_num(0.0)
    pyramid = {factor: (values, known)}
    stride = factor
    while stride < net.stride:
        values, known = pyramid[stride]
        share = F.avg_pool2d(known, 2)
        mean = F.avg_pool2d(values * known, 2) / share.clamp_min(0.25)
        stride *= 2
        pyramid[stride] = (mean, share)
    details = {}
    for stride in sorted(pyramid)[:-1]:
        values, known = pyramid[stride]
        above = F.interpolate(pyramid[stride * 2][0], scale_factor=2.0, mode="nearest")
        details[stride] = torch.cat([(values - above) * known, known], 1)
    wide = upsample(pyramid[factor][0] * pyramid[factor][1], factor)
    base = crop(wide, plan.control.refine(net.stride), out)
    return Steering(torch.cat(pyramid[net.stride], 1), details, base)


def unsteered(net: WorldAnchoredGenerator, plan: Plan, like: Tensor) -> Steering:
    """No coarse field; ``like`` gives batch, device and type."""
    n = like.shape[0]
    control = like.new_zeros(n, STEERING, *plan.control.shape)
    return Steering(control, {}, like.new_zeros(n, VARIABLES, *plan.out.shape))


def side_inputs(
    net: WorldAnchoredGenerator, plan: Plan, static: Tensor, steering: Steering
) -> list[Tensor | None]:
    """Side inputs of every level. ``static`` lies on ``plan.out`` grown by its halo; levels that
    would see beyond it get none."""
    ground = plan.out.grow(STATIC_HALO_PX)
    sides: list[Tensor | None] = []
    for index, level in enumerate(net.levels):
        if not level.side:
            sides.append(None)
            continue
        stride = net.stride >> index
        rect = plan.control.refine(2**index)
        side = static.new_zeros(static.shape[0], SIDE_CHANNELS, *rect.shape)
        if stride in steering.details:
            side[:, :STEERING] = steering.details[stride]
        if seen_by(plan, index, stride, ground):
            rows, cols = ground.coarsen(stride).slices_in(rect)
            side[:, STEERING:, rows, cols] = F.avg_pool2d(static, stride)
        sides.append(side)
    return sides


def seen_by(plan: Plan, index: int, stride: int, ground: Rect) -> bool:
    """Whether all that a level reads of its side input lies inside ``ground``."""
    return all(ground.contains(block.middle.refine(stride)) for block in plan.blocks[index])


def block_departures(normals: Normals, coarse: Coarse) -> Tensor:
    """How far a coarse field is from the normals' block means, in spreads."""
    factor = coarse.factor
    spread = F.avg_pool2d(normals.spread, factor)
    warmth = (coarse.values[:, :1] - F.avg_pool2d(normals.mean[:, :1], factor)) / spread[:, :1]
    usual = F.avg_pool2d(millimetres(normals.mean[:, 1:]), factor).log1p()
    wetness = (coarse.values[:, 1:].log1p() - usual) / spread[:, 1:]
    return torch.cat([warmth, wetness], 1).clamp(-6.0, 6.0)


def millimetres(log_rain: Tensor) -> Tensor:
    """Precipitation in mm from log(1 + mm); exactly 0 where it is too little to count."""
    wet = log_rain.clamp(max=WETTEST).expm1()
    return torch.where(log_rain > DRY, wet, torch.zeros_like(wet))


def fields(normals: Normals, departures: Tensor) -> Tensor:
    """Temperature in degC and precipitation in mm, ``(N, 2, H, W)``."""
    values = normals.mean + normals.spread * departures
    return torch.cat([values[:, :1], millimetres(values[:, 1:])], 1)


def conserve(values: Tensor, coarse: Coarse) -> Tensor:
    """``values`` with the block means of ``coarse``, where those are known.

    Temperature is shifted and precipitation multiplied: smoothly first, then block by block for
    the small rest. ``coarse`` lies on the same ground as ``values``.
    """
    factor = coarse.factor
    known = coarse.values.isfinite()
    wanted = coarse.values.nan_to_num(0.0)
    warmth, rain = values[:, :1], values[:, 1:]
    for smooth in (True, True, False):
        spread_out = upsample if smooth else _repeat
        misfit = (wanted[:, :1] - F.avg_pool2d(warmth, factor)) * known[:, :1]
        warmth = warmth + spread_out(misfit, factor)
        mean = F.avg_pool2d(rain, factor)
        ratio = (wanted[:, 1:] + 1e-3) / (mean + 1e-3)
        ratio = torch.where(known[:, 1:], ratio, torch.ones_like(ratio))
        rain = rain * spread_out(ratio.clamp(0.0, 20.0), factor).clamp_min(0.0)
    lack = (wanted[:, 1:] - F.avg_pool2d(rain, factor)) * known[:, 1:]
    # What multiplying could not give: rain on a block that was dry.
    rain = rain + _repeat(lack.clamp_min(0.0), factor)
    return torch.cat([warmth, rain], 1)


def _repeat(values: Tensor, factor: int) -> Tensor:
    return values.repeat_interleave(factor, 2).repeat_interleave(factor, 3)


def climate_halo(net: ClimateGenerator, tile: int) -> int:
    """Pixels around a canonical tile that it depends on: with a coarse field, normals are wanted
    wherever a block of it can be seen."""
    inside = Rect(0, tile, 0, tile).grow(CONSERVING_HALO_PX)
    return int(-net.plan(inside).control.y0 * net.stride) + FEATURE_HALO_PX
