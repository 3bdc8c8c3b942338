"""How land cover steers the imagery generator: a base colour per class, and what lies around.

Colour comes from a palette: for each class the mean and the spread of log reflectance in blue,
green, red and near infrared, measured on one scene. The network adds what a mean cannot say:
fields, roofs, streets, crowns, waves. So region and season are a matter of the palette, and the
network's output is in units of the class's own spread.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F

from ..landcover import LEARNT
from ..tiling import Rect
from .wag import Level, Plan, WorldAnchoredGenerator, crop

BANDS = 4
PALETTE = 2 * BANDS
"""Per class: the means of the bands, then their spreads, of log reflectance."""
SIDE_CHANNELS = LEARNT + PALETTE
FINEST_SIDE = 4 * LEARNT + PALETTE
CONTROL_CHANNELS = SIDE_CHANNELS + 1
REFERENCE_PIXEL_M = 10.0
# Keeps the logarithm of very dark water apart from noise.
DARKEST = 0.01
MEAN_LOG, SPREAD_LOG = -2.0, 0.6


@dataclass(frozen=True)
class Steering:
    """What the generator is fed; ``base`` and ``spread`` ``(N, 4, h, w)`` on the wanted pixels."""

    control: Tensor
    sides: list[Tensor | None]
    base: Tensor
    spread: Tensor


class ImageryGenerator(WorldAnchoredGenerator):
    """The world-anchored generator with the palettes of the scenes it learnt from."""

    def __init__(self, levels: Sequence[Level], latent: int, palettes: int) -> None:
        super().__init__(levels, CONTROL_CHANNELS, latent, BANDS)
        self.palettes: Tensor
        self.register_buffer("palettes", torch.zeros(palettes, LEARNT, PALETTE))

    def _side(self, index: int, side: Tensor, plan: Plan, rect: Rect) -> Tensor:
        return crop(side, side_rect(plan, index), rect)


def with_sides(levels: Sequence[Level]) -> list[Level]:
    """The levels, each with the side inputs that :func:`steer` makes for it."""
    last = len(levels) - 1
    return [
        Level(one.width, one.blocks, one.noise, FINEST_SIDE if i == last else SIDE_CHANNELS)
        for i, one in enumerate(levels)
    ]


def class_rect(plan: Plan, stride: int) -> Rect:
    """The pixels whose class :func:`steer` needs."""
    return plan.control.refine(stride)


def side_rect(plan: Plan, index: int) -> Rect:
    """The cells of level ``index`` that its side inputs are needed on."""
    return plan.blocks[index][0].middle


def steer(
    net: WorldAnchoredGenerator, plan: Plan, shares: Tensor, palette: Tensor, pixel_m: Tensor
) -> Steering:
    """Make the network's input.

    ``shares`` ``(N, 6, H, W)``: how much of each pixel of ``class_rect`` belongs to each class;
    ``palette`` ``(N, 6, 8)``; ``pixel_m`` ``(N,)`` metres, or ``(N, rows)`` with one value per row
    of ``plan.control``.
    """
    have = class_rect(plan, net.stride)
    # A sensor sees beyond its pixel: borders of classes are as soft as in the images learnt from.
    near = softened(crop(shares, have, plan.out.grow(1)))[..., 1:-1, 1:-1]
    colours = coloured(near, palette)
    pooled = {1: shares}
    while max(pooled) < net.stride:
        pooled[max(pooled) * 2] = F.avg_pool2d(pooled[max(pooled)], 2)
    sides: list[Tensor | None] = []
    for index in range(len(net.levels)):
        stride = net.stride >> index
        where = side_rect(plan, index)
        cells = crop(pooled[stride], plan.control.refine(2**index), where)
        looks = cells
        if index == len(net.levels) - 1:
            looks = F.pixel_unshuffle(crop(shares, have, where.refine(stride)), stride)
        sides.append(torch.cat([looks, _told(cells, palette)], 1))
    coarse = pooled[net.stride]
    size = (pixel_m / REFERENCE_PIXEL_M).log2().reshape(len(shares), 1, -1, 1)
    size = size.expand(-1, -1, *coarse.shape[2:])
    control = torch.cat([coarse, _told(coarse, palette), size], 1)
    return Steering(control, sides, colours[:, :BANDS], colours[:, BANDS:])


def coloured(shares: Tensor, palette: Tensor) -> Tensor:
    """Mean and spread of log reflectance ``(N, 8, H, W)`` of land of these classes."""
    return torch.einsum("nchw,nck->nkhw", shares, palette)


def _told(shares: Tensor, palette: Tensor) -> Tensor:
    """The same, scaled for the network."""
    colours = coloured(shares, palette)
    means = (colours[:, :BANDS] - MEAN_LOG) / SPREAD_LOG
    return torch.cat([means, colours[:, BANDS:] * 3.0 - 1.0], 1)


def softened(values: Tensor) -> Tensor:
    """Means over 3 x 3 pixels weighted 1 2 1; edges are continued."""
    rows = F.pad(values, (0, 0, 1, 1), mode="replicate")
    rows = (rows[..., :-2, :] + 2.0 * rows[..., 1:-1, :] + rows[..., 2:, :]) / 4.0
    both = F.pad(rows, (1, 1, 0, 0), mode="replicate")
    return (both[..., :-2] + 2.0 * both[..., 1:-1] + both[..., 2:]) / 4.0


def class_shares(indices: Tensor) -> Tensor:
    """``(N, H, W)`` class indices to ``(N, 6, H, W)`` shares; snow counts as bare ground."""
    known = indices.clamp(0, LEARNT - 1).long()
    return F.one_hot(known, LEARNT).movedim(-1, 1).float()


def to_log(reflectance: Tensor) -> Tensor:
    return (reflectance + DARKEST).log()


def to_reflectance(logs: Tensor) -> Tensor:
    return (logs.clamp_max(0.4).exp() - DARKEST).clamp_min(0.0005)
