"""How a coarse elevation raster steers the generator: features, base surface and amplitude.

The control is a raster of block means, ``factor`` pixels wide each (2, 4, 8 or 16, at most the
generator's stride). Everything here is a local function of it, in relative units, so plains and
high mountains look alike to the network.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F

from ..tiling import Rect
from .wag import Level, Plan, WorldAnchoredGenerator, crop

FEATURES = 8
SIDE_CHANNELS = 2
FEATURE_HALO = 2
# A 5 x 5 neighbourhood never counts as flatter than this share of its cell size, or than 30 m.
AMPLITUDE_FLOOR, HIGHEST_FLOOR_M = 0.006, 30.0
# Typical standard deviation of (terrain - base) as a share of amplitude, for the full stride.
RESIDUAL_SHARE = 0.35
REFERENCE_PIXEL_M = 52.0
# Water takes its level from the water within this distance.
LEVEL_REACH_PX = 16
OUTPUTS = 2  # elevation residual; shore distance (positive on land, clipped to -1..1)


class ElevationGenerator(WorldAnchoredGenerator):
    """The world-anchored generator of elevation."""

    def __init__(self, levels: Sequence[Level], latent: int) -> None:
        super().__init__(levels, FEATURES, latent, OUTPUTS)


@dataclass(frozen=True)
class Steering:
    """What the generator is fed, and what turns its output into metres.

    ``control`` ``(N, FEATURES, H, W)``; ``sides`` one per level; ``base`` and ``scale``
    ``(N, 1, h, w)`` on the wanted pixels, metres.
    """

    control: Tensor
    sides: list[Tensor | None]
    base: Tensor
    scale: Tensor


def upsample(values: Tensor, factor: int) -> Tensor:
    """Bilinear doubling until ``factor`` is reached; the outermost two cells are edge effects."""
    for _ in range(int(math.log2(factor))):
        values = F.interpolate(values, scale_factor=2.0, mode="bilinear", align_corners=False)
    return values


def control_rect(plan: Plan) -> Rect:
    """The cells of the coarsest lattice that :func:`steer` needs."""
    return plan.control.grow(FEATURE_HALO)


def finishing_margin(stride: int) -> int:
    """Pixels around a tile, a multiple of ``stride``, that finishing the tile must see.

    Restoring block means reaches one of the largest cells, and the level of water is taken from
    such finished pixels.
    """
    return stride * (1 + -(-LEVEL_REACH_PX // stride))


def means_rounds(stride: int, factor: int) -> int:
    """How often block means can be restored within the reach of one of the largest cells."""
    return 1 if factor == stride else 2


def keep_means(
    surface: Tensor, wanted: Tensor, factor: int, strength: float | Tensor, rounds: int
) -> Tensor:
    """Shift ``surface`` smoothly until its block means are ``wanted`` (local back-projection)."""
    for _ in range(rounds):
        misfit = (wanted - F.avg_pool2d(surface, factor)) * strength
        surface = surface + upsample(misfit, factor)
    return surface


def steer(
    net: ElevationGenerator,
    plan: Plan,
    control: Tensor,
    factor: int,
    looseness: Tensor,
    pixel_m: Tensor,
) -> Steering:
    """Make the network's input from ``control``.

    ``control`` is ``(N, 1, H, W)`` in metres above the sea, on ``control_rect(plan)`` refined by
    ``net.stride // factor``. ``looseness`` (0 follow exactly, 1 loosely) is ``(N,)``; ``pixel_m``,
    the ground size of an output pixel in metres, is ``(N,)`` or ``(N, rows)`` with one value per
    row of ``control_rect(plan)``.
    """
    have = control_rect(plan)
    fine = control.double()
    pyramid = {factor: fine}
    size = factor
    while size < net.stride:
        pyramid[size * 2] = F.avg_pool2d(pyramid[size], 2)
        size *= 2
    coarse = pyramid[net.stride]
    n, _, rows, _ = coarse.shape
    pixel = pixel_m.double().reshape(n, 1, -1, 1).expand(n, 1, rows, 1)
    amplitude = local_amplitude(coarse, pixel[..., FEATURE_HALO:-FEATURE_HALO, :] * net.stride)
    features = _features(coarse, amplitude, looseness, pixel[..., FEATURE_HALO:-FEATURE_HALO, :])
    padded = F.pad(amplitude, (2, 2, 2, 2), mode="replicate")
    sides: list[Tensor | None] = []
    for index, level in enumerate(net.levels):
        stride = net.stride >> index
        if not level.side:
            sides.append(None)
            continue
        if stride in pyramid:
            side = _side(pyramid, stride, padded, looseness)
        else:
            side = coarse.new_zeros(n, SIDE_CHANNELS, *have.refine(2**index).shape)
        sides.append(crop(side, have.refine(2**index), plan.control.refine(2**index)).float())
    base = _on_pixels(upsample(fine, factor), have, net.stride, plan.out)
    scale = _on_pixels(upsample(padded, net.stride), have, net.stride, plan.out)
    share = RESIDUAL_SHARE * (factor / net.stride) ** 0.75
    return Steering(features.float(), sides, base.float(), (scale * share).float())


def local_amplitude(coarse: Tensor, cell_m: Tensor) -> Tensor:
    """Spread of each 5 x 5 neighbourhood in metres, never below a floor; two cells smaller."""
    mean = F.avg_pool2d(coarse, 5, 1)
    variance = (F.avg_pool2d(coarse.square(), 5, 1) - mean.square()).clamp_min(0.0)
    floor = (AMPLITUDE_FLOOR * cell_m).clamp_max(HIGHEST_FLOOR_M)
    return (variance + floor.square()).sqrt()


def _features(coarse: Tensor, amplitude: Tensor, looseness: Tensor, pixel: Tensor) -> Tensor:
    middle = coarse[..., 2:-2, 2:-2]
    near = coarse[..., 1:-1, 1:-1]
    spread = F.max_pool2d(near, 3, 1) + F.max_pool2d(-near, 3, 1)
    ones = torch.ones_like(middle)
    parts = [
        (middle - F.avg_pool2d(coarse, 5, 1)) / amplitude,
        (middle - F.avg_pool2d(near, 3, 1)) / amplitude * 2.0,
        (amplitude / (pixel * 16.0)).log() / 1.2 + 2.5,
        (middle / 2000.0).clamp(-1.0, 4.0) - 0.5,
        (middle / 30.0).tanh(),
        (-spread / 0.5).exp(),
        ones * looseness.double().reshape(-1, 1, 1, 1),
        ones * (pixel / REFERENCE_PIXEL_M).log2(),
    ]
    return torch.cat(parts, 1)


def _side(pyramid: dict[int, Tensor], stride: int, amplitude: Tensor, looseness: Tensor) -> Tensor:
    """What the control knows at ``stride`` beyond the next coarser one, and that it does."""
    coarsest = max(pyramid)
    up = upsample(amplitude, coarsest // stride)
    detail = (pyramid[stride] - upsample(pyramid[stride * 2], 2)) / up
    detail = detail * (2.0 * (coarsest / stride) ** 0.5)
    known = torch.ones_like(up) * (1.0 - looseness.double().reshape(-1, 1, 1, 1))
    return torch.cat([detail.clamp(-8.0, 8.0), known], 1)


def _on_pixels(values: Tensor, have: Rect, stride: int, out: Rect) -> Tensor:
    return crop(values, have.refine(stride), out)
