"""Land cover from the shape of the land: stated rules, world noise and parcels.

Too little land cover lies over elevation in the data to learn this. So the rules are written down,
as scores of each class for what the ground is like (`RULES`), and noise decides between classes of
about equal score. Land that people have divided has one class per parcel, woods and meadows as well
as fields and towns. The table travels as weights, so that learnt scores can take its place.
"""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from ..landcover import BARE, BUILT, CROPS, GRASS, SNOW, TREES, WATER
from ..tiling import Rect
from .elevation import upsample
from .parcels import parcel_places
from .wag import NoiseSource, crop

SURROUNDINGS_PX = 33
REACH_PX = 64
"""Pixels around a tile that its classes depend on."""
Steps = tuple[tuple[int, int], ...]
FLAT_STEPS: Steps = ((3, 1), (3, 3), (5, 9))
"""Maxima of 3 cells, of 3 of those, of 5 of those: a square of 45 pixels for a lake's middle."""
LEVEL_M = 0.02
OCTAVES = ((512, 0.8), (128, 1.0), (32, 0.45), (8, 0.15))
"""Strides of the noise that decides between classes, and its strength."""
CLASS_COUNT = SNOW + 1
DEFAULTS: Mapping[str, float] = {
    "settled": 50.0,
    "dryness": 30.0,
    "drier": 0.0,
    "snow_line": 2800.0,
}
DRIEST = 2.5
TREE_LINE_BELOW_SNOW_M = 800.0

# What a score is made of: 1, slope (tangent), slope beyond `CLIFF`, hollow (negative on ridges),
# height above the tree line in km, height above the snow line in km, settled and dry (-1 to 1).
RULES = {
    WATER: (-9.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
    TREES: (0.1, 2.2, -6.0, 0.7, -6.0, -4.0, -0.5, -1.6),
    GRASS: (0.5, -0.3, -2.0, 0.2, 0.5, -3.0, 0.0, 0.6),
    CROPS: (1.3, -5.0, 0.0, 0.3, -6.0, -6.0, 1.6, -0.6),
    BUILT: (-0.7, -5.0, 0.0, 0.8, -4.0, -6.0, 1.8, 0.2),
    BARE: (-1.7, 1.5, 2.0, -0.5, 2.2, 0.0, -0.2, 3.0),
    SNOW: (-2.5, -1.0, -1.0, 0.3, 0.0, 9.0, 0.0, 0.0),
}
FACTS = 8
CLIFF, STEEPEST = 0.7, 0.35
# Whether a parcel is divided land: 1, slope, height above the tree line in km, settled, dry.
DIVIDED = (0.6, -6.0, -6.0, 1.4, -0.8)
WORKED = (TREES, GRASS, CROPS, BUILT)
"""What divided land may bear."""


class LandRules(nn.Module):
    """Scores of classes from facts about the ground."""

    def __init__(self) -> None:
        super().__init__()
        self.scores: Tensor
        table = torch.tensor([RULES[index] for index in range(CLASS_COUNT)])
        self.register_buffer("scores", table)

    def forward(
        self,
        elevation: Tensor,
        water: Tensor | None,
        tile: Rect,
        pixel_m: Tensor,
        settings: Mapping[str, float],
        noise: NoiseSource,
    ) -> Tensor:
        """Class indices ``(tile, tile)``.

        ``elevation`` ``(H, W)`` metres and ``water`` (0 to 1) on ``tile.grow(REACH_PX)``;
        ``pixel_m`` ``(H,)``, the ground size of each row's pixels.
        """
        have = tile.grow(REACH_PX)
        margin = SURROUNDINGS_PX // 2
        inner = have.grow(-margin)
        facts = _facts(elevation, pixel_m, settings)
        scores = torch.einsum("cf,fhw->chw", self.scores.to(facts.dtype), facts)
        chance = _octaves(inner, noise, CLASS_COUNT + 1)
        scores = scores + chance[:CLASS_COUNT]
        wet = _wet(elevation, water)[margin:-margin, margin:-margin]
        scores[WATER] = torch.where(wet, 99.0, scores[WATER])
        wild = scores.clone()
        wild[[CROPS, BUILT]] = -99.0
        kinds = torch.tensor(WORKED, device=scores.device)
        worked = kinds[scores[kinds].argmax(0)]
        weights = torch.tensor(DIVIDED, device=facts.device)[:, None, None]
        divided = (facts[[0, 1, 4, 6, 7]] * weights).sum(0) + chance[CLASS_COUNT] > 0.0
        owner = parcel_places(tile, inner, noise)
        rows, cols = tile.slices_in(inner)
        out = wild[:, rows, cols].argmax(0)
        taken = divided.flatten()[owner] & (out != WATER) & (out != SNOW)
        # A parcel ends where the ground gets too steep for it.
        taken &= facts[1, rows, cols] < STEEPEST
        return torch.where(taken, worked.flatten()[owner], out)


def _facts(elevation: Tensor, pixel_m: Tensor, settings: Mapping[str, float]) -> Tensor:
    """``(FACTS, h, w)`` on the ground whose surroundings are all known."""
    margin = SURROUNDINGS_PX // 2
    wide = elevation[None, None]
    around = F.avg_pool2d(wide, (SURROUNDINGS_PX, 1), 1)
    around = F.avg_pool2d(around, (1, SURROUNDINGS_PX), 1)[0, 0]
    smooth = F.avg_pool2d(wide, 5, 1)[0, 0][margin - 3 : 3 - margin, margin - 3 : 3 - margin]
    size = pixel_m[margin:-margin, None].to(elevation.dtype)
    east = (smooth[1:-1, 2:] - smooth[1:-1, :-2]) / (2.0 * size)
    south = (smooth[2:, 1:-1] - smooth[:-2, 1:-1]) / (2.0 * size)
    slope = (east.square() + south.square()).sqrt()
    here = elevation[margin:-margin, margin:-margin]
    hollow = ((around - here) / 30.0).clamp(-1.5, 1.5)
    chosen = {**DEFAULTS, **settings}
    snow_m = chosen["snow_line"]
    above_trees = ((here - snow_m + TREE_LINE_BELOW_SNOW_M) / 1000.0).clamp(0.0, 1.0)
    above_snow = ((here - snow_m) / 1000.0).clamp(-0.3, 1.0)
    ones = torch.ones_like(here)
    settled = ones * (chosen["settled"] / 50.0 - 1.0)
    dry = ones * min((chosen["dryness"] + chosen["drier"]) / 50.0 - 1.0, DRIEST)
    steep = (slope - CLIFF).clamp(0.0, 0.8)
    facts = [ones, slope.clamp_max(1.5), steep, hollow, above_trees, above_snow, settled, dry]
    return torch.stack([fact.float() for fact in facts])


def _octaves(rect: Rect, noise: NoiseSource, channels: int) -> Tensor:
    """Smooth noise ``(channels, H, W)`` of several sizes, each of unit spread times its weight."""
    total = torch.zeros(1)
    for layer, (stride, weight) in enumerate(OCTAVES):
        cells = rect.coarsen(stride).grow(2)
        values = upsample(noise(layer, channels, cells), stride)
        total = total.to(values.device) + weight * crop(values, cells.refine(stride), rect)[0]
    return total


def _wet(elevation: Tensor, water: Tensor | None) -> Tensor:
    if water is not None:
        return water > 0.5
    wide = elevation[None, None].float()
    core = (_range(wide, FLAT_STEPS) < LEVEL_M).float()
    level = _highest(core, FLAT_STEPS)[0, 0] > 0.0
    return level & (_range(wide, ((3, 1),))[0, 0] < LEVEL_M)


def _range(values: Tensor, steps: Steps) -> Tensor:
    return _highest(values, steps) + _highest(-values, steps)


def _highest(values: Tensor, steps: Steps) -> Tensor:
    """Of squares of cells, reached in steps; beyond the edges there is nothing."""
    reach = sum((size // 2) * apart for size, apart in steps)
    out = F.pad(values, (reach,) * 4, value=-torch.inf)
    for size, apart in steps:
        out = F.max_pool2d(out, (size, 1), 1, 0, (apart, 1))
        out = F.max_pool2d(out, (1, size), 1, 0, (1, apart))
    return out
