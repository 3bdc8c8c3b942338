"""Twice as fine in passes: each pixel drawn in sight of those drawn before it.

Every coarse cell has four fine pixels, whose mean it is. Three of them are drawn, one after the
other, and the fourth follows. Cells take turns too, by the parity of their row and column, so that
neighbours do not decide at once. For each pixel the network gives a mixture of normal
distributions of its departure from the cell (van den Oord et al. 2016; in parallel passes: Reed et
al. 2017), and is trained by how likely it finds real images. Convolutions are valid and the order
is the world's, so no pixel knows its tile.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from ..noise import BYTE_CENTRE, BYTE_SCALE
from ..tiling import Rect
from .wag import NoiseSource

PERIOD = 4
"""Pixels after which the order of the passes repeats."""
REACH = 3
"""How many pixels away drawn pixels are seen."""
MIXTURES = 5
NETWORKS = 2
"""What draws in passes has a coarse and a fine network."""
_DRAWN_PIXELS = ((0, 0), (1, 1), (0, 1))
_FEW_TURNS = ((0, 1), (1, 0))
_MANY_TURNS = ((0, 3), (2, 1))
"""The turn of a cell by the parity of its row and column."""
_LEAST_LOG_SPREAD, _MOST_LOG_SPREAD, _USUAL_LOG_SPREAD = -4.5, 2.0, -1.0
_LOG_ROOT_2_PI = 0.9189385
MOST_DEPARTURE = 6.0
LEAST_SHARE = 0.08
"""Rarer parts of a mixture are never drawn: they are wide, and what follows would grow wild."""
MOST_DEVIATE = 2.5
STEP = 1.0 / 256.0
"""Departures are multiples of it, so that rounding in one pass does not reach the next."""

_CHANCE_BYTES = 3

PassNoise = Callable[[Rect], tuple[Tensor, Tensor]]
"""For a rectangle of fine pixels: chances ``(N, h, w)``, normal deviates ``(N, c, h, w)``."""


@dataclass(frozen=True)
class StepPlan:
    """``drawn``: pixels of a step; ``cells``: those, twice as coarse, that must be known."""

    drawn: Rect
    cells: Rect

    @classmethod
    def of(cls, wanted: Rect, margin: int, halo: int) -> StepPlan:
        """For pixels ``wanted``, drawn in whole periods with ``margin`` around, and ``halo`` cells
        around those."""
        drawn = wanted.grow(margin).coarsen(PERIOD).refine(PERIOD)
        return cls(drawn, drawn.coarsen(2).grow(halo))


class Passes:
    """The order in which pixels are drawn; ``many``: cells take four turns instead of two."""

    def __init__(self, many: bool) -> None:
        turns = _MANY_TURNS if many else _FEW_TURNS
        count = 1 + max(max(row) for row in turns)
        order: dict[tuple[int, int], int] = {}
        for row in range(PERIOD):
            for col in range(PERIOD):
                pixel = (row % 2, col % 2)
                if pixel in _DRAWN_PIXELS:
                    turn = turns[row // 2][col // 2]
                    order[row, col] = _DRAWN_PIXELS.index(pixel) * count + turn
        self.count = len(_DRAWN_PIXELS) * count
        self.places = [
            [place for place, when in order.items() if when == index] for index in range(self.count)
        ]
        steps = range(-REACH, REACH + 1)
        # Not a tensor: networks are made without memory before their weights are read.
        self.seen = np.zeros((self.count, len(steps), len(steps)), np.bool_)
        # How far away a pixel can matter, through those drawn between.
        reaches = [0] * self.count
        for index, places in enumerate(self.places):
            row, col = places[0]
            for down in steps:
                for right in steps:
                    when = order.get(((row + down) % PERIOD, (col + right) % PERIOD), self.count)
                    if when < index:
                        self.seen[index, down + REACH, right + REACH] = True
                        away = max(abs(down), abs(right)) + reaches[when]
                        reaches[index] = max(reaches[index], away)
        # The fourth pixel of a cell needs the other three.
        self.margin = max(reaches) + 1


class Refiner(nn.Module):
    """The network of the passes. Its ``context`` of a cell is made of what is known beforehand."""

    def __init__(
        self, known: int, channels: int, width: int, blocks: int, hidden: int, many: bool
    ) -> None:
        super().__init__()
        self.passes = Passes(many)
        self.channels, self.blocks = channels, blocks
        self.entry = nn.Conv2d(known, width, 1)
        self.around = nn.ModuleList(nn.Conv2d(width, width, 3) for _ in range(blocks))
        side = 2 * REACH + 1
        count = self.passes.count
        self.near = nn.Parameter(torch.randn(count * hidden, channels, side, side) * 0.05)
        self.told = nn.ModuleList(nn.Conv2d(width, hidden, 1) for _ in range(count))
        self.mixing = nn.ModuleList(nn.Conv2d(hidden, hidden, 1) for _ in range(2))
        self.out = nn.Conv2d(hidden, MIXTURES * (1 + 2 * channels), 1)
        nn.init.normal_(self.out.weight, std=0.02)

    @property
    def edge(self) -> int:
        """Pixels around those that can be judged in training, whole periods."""
        return -(-max(2 * self.blocks, REACH) // PERIOD) * PERIOD

    def context(self, known: Tensor) -> Tensor:
        """``(N, known, H, W)`` on cells to ``(N, width, H - 2 blocks, W - 2 blocks)``."""
        x = F.gelu(self.entry(known.contiguous(memory_format=torch.channels_last)))
        for layer in self.around:
            x = F.gelu(layer(x)).add_(x[..., 1:-1, 1:-1])
        return x

    def guess(self, index: int, drawn: list[Tensor], context: list[Tensor]) -> Tensor:
        """Mixtures of one pass for places of one kind each; see :func:`surprise`.

        ``drawn``: departures ``(N, channels, 4 h + 3, 4 w + 3)`` around the first of the ``h x w``
        pixels, every fourth in both directions; ``context`` ``(N, width, h, w)`` of their cells.
        """
        # Pixels as rows of matrices: such convolutions are slow.
        seen = torch.from_numpy(self.passes.seen[index])
        kernel = self.near.chunk(self.passes.count)[index][..., seen].flatten(1)
        near = torch.cat([_windows(one, seen) for one in drawn])
        around = torch.cat([one.movedim(1, -1) for one in context])
        x = F.gelu(F.linear(near, kernel).add_(_mixed(self.told[index], around)))
        for layer in self.mixing:
            x = F.gelu(_mixed(layer, x)).add_(x)
        mixtures = _mixed(self.out, x).float()
        parted: Tensor = mixtures.movedim(-1, 1).unflatten(1, (MIXTURES, -1))
        return parted

    def surprises(self, departures: Tensor, known: Tensor) -> Tensor:
        """The mean surprise of each pass, where cells' own departures are as in ``departures``.

        ``departures`` ``(N, channels, 2 H, 2 W)`` and ``known`` ``(N, known, H, W)``, of whole
        periods; counted are the pixels without ``edge`` on each side.
        """
        edge = self.edge
        spare = edge // 2 - self.blocks
        known = known[..., spare : known.shape[-2] - spare, spare : known.shape[-1] - spare]
        context = self.context(known)
        side = departures.shape[-1] - 2 * edge
        found = []
        for index, places in enumerate(self.passes.places):
            drawn, told, wanted = [], [], []
            for row, col in places:
                drawn.append(_around(departures, edge + row, edge + col, side // PERIOD))
                told.append(context[..., row // 2 :: 2, col // 2 :: 2])
                rows = slice(edge + row, edge + row + side, PERIOD)
                wanted.append(departures[:, :, rows, edge + col : edge + col + side : PERIOD])
            mixtures = self.guess(index, drawn, told)
            found.append(surprise(mixtures, torch.cat(wanted)).mean())
        return torch.stack(found)

    def draw(self, known: Tensor, fine: Rect, noise: PassNoise, heat: float) -> Tensor:
        """Departures ``(N, channels, h, w)`` on ``fine``, whole periods of the world.

        ``known`` ``(N, known, H, W)`` on its cells and ``blocks`` around them; ``heat`` below 1
        draws what is likelier. Gradients pass through the deviates, not through the chances.
        """
        context = self.context(known)
        chances, deviates = noise(fine)
        height, width = fine.height + 2 * REACH, fine.width + 2 * REACH
        out = known.new_zeros(len(known), self.channels, height, width)
        for index, places in enumerate(self.passes.places):
            made = []
            for row, col in places:
                near = _around(out, REACH + row, REACH + col, 0)
                told = context[..., row // 2 :: 2, col // 2 :: 2]
                mixtures = self.guess(index, [near], [told])
                rows, cols = slice(row, None, PERIOD), slice(col, None, PERIOD)
                places_of = (..., rows, cols)
                made.append(drawn(mixtures, chances[places_of], deviates[places_of], heat))
            for (row, col), values in zip(places, made):
                bottom, right = REACH + row + fine.height, REACH + col + fine.width
                out[..., REACH + row : bottom : PERIOD, REACH + col : right : PERIOD] = values
        inner = out[..., REACH:-REACH, REACH:-REACH]
        others = [inner[..., row::2, col::2] for row, col in _DRAWN_PIXELS]
        inner[..., 1::2, 0::2] = -torch.stack(others).sum(0)
        return inner


def _mixed(layer: nn.Module, rows: Tensor) -> Tensor:
    """A convolution of single pixels, of values whose channels come last."""
    return F.linear(rows, layer.weight.flatten(1), layer.bias)  # type: ignore[operator,arg-type]


def _windows(drawn: Tensor, seen: Tensor) -> Tensor:
    """What every fourth pixel sees of its surroundings, ``(N, h, w, channels * seen)``."""
    side = 2 * REACH + 1
    windows = drawn.unfold(2, side, PERIOD).unfold(3, side, PERIOD)
    return windows[..., seen].movedim(1, -2).flatten(-2)


def _around(values: Tensor, row: int, col: int, count: int) -> Tensor:
    """What every fourth pixel from ``(row, col)`` on sees; ``count`` of them, or all (0)."""
    side = PERIOD * (count - 1) + 2 * REACH + 1 if count else None
    rows = slice(row - REACH, None if side is None else row - REACH + side)
    cols = slice(col - REACH, None if side is None else col - REACH + side)
    return values[..., rows, cols]


def surprise(mixtures: Tensor, wanted: Tensor) -> Tensor:
    """Negative logarithm of the density at ``wanted`` ``(N, channels, h, w)``.

    ``mixtures`` ``(N, MIXTURES, 1 + 2 * channels, h, w)``: logit, means, logarithms of spreads.
    """
    weight = mixtures[:, :, 0].log_softmax(1)
    mean, log_spread = _parted(mixtures[:, :, 1:], 2)
    apart = (wanted[:, None] - mean) * (-log_spread).exp()
    density = (-0.5 * apart * apart - log_spread - _LOG_ROOT_2_PI).sum(2)
    return -(weight + density).logsumexp(1)


def drawn(
    mixtures: Tensor, chances: Tensor, deviates: Tensor, heat: float, least: float = LEAST_SHARE
) -> Tensor:
    """A sample ``(N, channels, h, w)``; ``chances`` and ``deviates`` as in `PassNoise`."""
    shares = (mixtures[:, :, 0] / heat).softmax(1)
    total = torch.where(shares < least, 0.0, shares).cumsum(1)
    which = (total < chances[:, None] * total[:, -1:]).sum(1).clamp_max(MIXTURES - 1)
    index = which[:, None, None].expand(-1, 1, mixtures.shape[2], -1, -1)
    mean, log_spread = _parted(mixtures.gather(1, index)[:, 0, 1:], 1)
    near = deviates.clamp(-MOST_DEVIATE, MOST_DEVIATE)
    departure = mean + log_spread.exp() * near * heat
    rounded = (departure / STEP).round().mul(STEP)
    if departure.requires_grad:
        rounded = departure + (rounded - departure).detach()
    return rounded.clamp(-MOST_DEPARTURE, MOST_DEPARTURE)


def _parted(values: Tensor, dim: int) -> tuple[Tensor, Tensor]:
    mean, log_spread = values.chunk(2, dim)
    spread = (log_spread + _USUAL_LOG_SPREAD).clamp(_LEAST_LOG_SPREAD, _MOST_LOG_SPREAD)
    return mean, spread


def doubled(cells: Tensor) -> Tensor:
    """Each cell as 2 x 2 pixels."""
    return cells.repeat_interleave(2, -2).repeat_interleave(2, -1)


def pass_noise(noise: NoiseSource, layer: int, channels: int) -> PassNoise:
    """Chances of 24 bits and normal deviates of 16, from the bytes of the world's noise."""

    def draw(rect: Rect) -> tuple[Tensor, Tensor]:
        bits = noise(layer, _CHANCE_BYTES + 2 * channels, rect) / BYTE_SCALE + BYTE_CENTRE
        chances = ((bits[:, 0] * 256.0 + bits[:, 1]) * 256.0 + bits[:, 2] + 0.5) / 2.0**24
        high, low = bits[:, _CHANCE_BYTES::2], bits[:, _CHANCE_BYTES + 1 :: 2]
        even = (high * 256.0 + low + 0.5) / 2.0**16
        return chances, torch.erfinv(2.0 * even - 1.0) * 2.0**0.5

    return draw
