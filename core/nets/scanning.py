"""Cell after cell, each in sight of all that was drawn around it: what gives images structure.

The cells of a block are drawn row by row, as one reads; blocks take four turns, those of a turn at
once, so that blocks of the last turn join those around them. For each cell the network gives a
mixture of normal distributions (van den Oord et al. 2016; growing texture by its surroundings:
Efros and Leung 1999), and is trained by how likely it finds real images. The blocks are the
world's, and a cell depends on three blocks around its own at most, so no cell knows its tile.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from ..tiling import Rect
from .refinement import MIXTURES, PassNoise, drawn, surprise

FACTOR = 4
"""How many cells of a scan lie along a side of a cell of the scan before it."""
KNOWN_REACH, ABOVE_REACH = 2, 1
"""Cells around its own, of its own lattice and of the one before, that a cell knows beforehand."""
LEAST_SHARE = 0.06
"""Rarer parts of a mixture are never drawn."""
_TURNS = ((0, 0), (1, 1), (0, 1), (1, 0))
"""The blocks of each turn, by the parity of their row and column."""


@dataclass(frozen=True)
class ScanPlan:
    """The cells of whole ``blocks`` of ``side`` cells that are wanted, and what they need."""

    blocks: Rect
    side: int

    @classmethod
    def of(cls, wanted: Rect, side: int) -> ScanPlan:
        return cls(wanted.coarsen(side), side)

    @property
    def drawn(self) -> Rect:
        """The cells of all turns; only those that are wanted are sure to have all they need."""
        return self.blocks.grow(len(_TURNS) - 1).refine(self.side)

    @property
    def known(self) -> Rect:
        """The cells whose land must be known."""
        return self.drawn.grow(KNOWN_REACH)

    @property
    def above(self) -> Rect:
        """The cells of the scan before this one."""
        return self.drawn.coarsen(FACTOR).grow(ABOVE_REACH)

    def turns(self) -> Iterator[tuple[slice, slice]]:
        """Of each turn the first cells of its blocks, as rows and columns of `drawn`."""
        have = self.blocks.grow(len(_TURNS) - 1)
        for turn, (row, col) in enumerate(_TURNS):
            need = self.blocks.grow(len(_TURNS) - 1 - turn)
            first = (need.y0 + (need.y0 + row) % 2, need.x0 + (need.x0 + col) % 2)
            rows = slice((first[0] - have.y0) * self.side, (need.y1 - have.y0) * self.side)
            cols = slice((first[1] - have.x0) * self.side, (need.x1 - have.x0) * self.side)
            if rows.start < rows.stop and cols.start < cols.stop:
                yield rows, cols


def seen_before(side: int, reach: int) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """Which cells ``(2 side, 2 side, window, window)`` around each are drawn before it."""
    if not 0 < reach <= side:
        raise ValueError("A cell sees no farther than the next block.")
    rows, cols = np.mgrid[: 2 * side, : 2 * side]
    turn = np.array([[_TURNS.index((row, col)) for col in (0, 1)] for row in (0, 1)])
    order = turn[rows // side, cols // side] * side**2 + rows % side * side + cols % side
    steps = np.arange(-reach, reach + 1)
    near_rows = (rows[..., None, None] + steps[:, None]) % (2 * side)
    near_cols = (cols[..., None, None] + steps[None, :]) % (2 * side)
    seen: np.ndarray[tuple[int, ...], np.dtype[np.bool_]] = (
        order[near_rows, near_cols] < order[..., None, None]
    )
    return seen


class Scanner(nn.Module):
    """Draws ``channels`` values per cell.

    ``shares`` and ``facts`` are the channels of what is known of the land around a cell and of its
    own, ``above`` those of the cells of the scan before, 0 where there is none.
    """

    def __init__(
        self,
        inputs: tuple[int, int, int],
        channels: int,
        width: int,
        layers: int,
        hidden: int,
        side: int,
        reach: int,
    ) -> None:
        super().__init__()
        shares, facts, above = inputs
        window = 2 * reach + 1
        self.channels, self.side, self.reach = channels, side, reach
        # Not a tensor: networks are made without memory before their weights are read.
        self.seen = seen_before(side, reach)
        self.around = nn.Conv2d(shares, hidden, 2 * KNOWN_REACH + 1)
        self.facts = nn.Conv2d(facts, hidden, 1, bias=False)
        if above:
            self.above = nn.Conv2d(above, hidden, 2 * ABOVE_REACH + 1, bias=False)
            self.place = nn.Parameter(torch.randn(hidden, FACTOR, FACTOR) * 0.1)
        self.mix = nn.Conv2d(hidden, hidden, 1)
        self.told = nn.Conv2d(hidden, width, 1)
        self.near = nn.Parameter(torch.randn(width, channels, window, window) * 0.05)
        self.there = nn.Parameter(torch.randn(width, window, window) * 0.05)
        self.layers = nn.ModuleList(nn.Linear(width, width) for _ in range(layers))
        self.out = nn.Linear(width, MIXTURES * (1 + 2 * channels))
        nn.init.normal_(self.out.weight, std=0.02)

    def context(self, shares: Tensor, facts: Tensor, above: Tensor | None) -> Tensor:
        """What is known beforehand, ``(N, width, h, w)``.

        ``shares`` ``(N, C, h + 4, w + 4)``, ``facts`` ``(N, C, h, w)`` and ``above``
        ``(N, C, h / 4 + 2, w / 4 + 2)``.
        """
        x = self.around(shares) + self.facts(facts)
        if above is not None:
            _, _, height, width = facts.shape
            coarse = self.above(above)
            coarse = coarse.repeat_interleave(FACTOR, -2).repeat_interleave(FACTOR, -1)
            x = x + coarse + self.place.repeat(1, height // FACTOR, width // FACTOR)
        x = F.gelu(x)
        x = x + F.gelu(self.mix(x))
        told: Tensor = self.told(x)
        return told

    def guess(self, rows: Tensor) -> Tensor:
        """Mixtures ``(..., MIXTURES * (1 + 2 channels))`` from the sum of all that is seen."""
        x = F.gelu(rows)
        for layer in self.layers:
            x = F.gelu(layer(x)).add_(x)
        mixtures: Tensor = self.out(x)
        return mixtures

    def surprises(self, values: Tensor, context: Tensor, noise: float = 0.0) -> Tensor:
        """How surprising each cell is, ``(N, h, w)``, of whole periods.

        ``values`` ``(N, channels, h + 2 reach, w + 2 reach)``; what is seen of them is up to
        ``noise`` off.
        """
        window, reach = 2 * self.reach + 1, self.reach
        count, _, height, width = context.shape
        seen = torch.from_numpy(self.seen).to(values)
        off = values + torch.randn_like(values) * noise
        windows = off.unfold(2, window, 1).unfold(3, window, 1)
        tiled = seen.repeat(height // len(seen), width // len(seen), 1, 1)
        near = (windows * tiled).permute(0, 2, 3, 1, 4, 5).flatten(3)
        there = torch.einsum("hwij,cij->chw", seen, self.there)
        there = there.repeat(1, height // len(seen), width // len(seen))
        rows = F.linear(near, self.near.flatten(1)) + (context + there).movedim(1, -1)
        mixtures = self.guess(rows).float().unflatten(-1, (MIXTURES, -1)).permute(0, 3, 4, 1, 2)
        inner = values[..., reach : reach + height, reach : reach + width]
        return surprise(mixtures, inner)

    def draw(self, context: Tensor, plan: ScanPlan, noise: PassNoise, heat: float) -> Tensor:
        """Values ``(N, channels, h, w)`` on ``plan.drawn``, where ``context`` lies too."""
        rect, reach, period = plan.drawn, self.reach, 2 * self.side
        window = 2 * reach + 1
        chances, deviates = noise(rect)
        told = context.movedim(1, -1)
        shape = (rect.height + 2 * reach, rect.width + 2 * reach)
        out = context.new_zeros(len(context), self.channels, *shape)
        for rows, cols in plan.turns():
            for cell in range(self.side**2):
                top, left = rows.start + cell // self.side, cols.start + cell % self.side
                seen = torch.from_numpy(
                    self.seen[(rect.y0 + top) % period, (rect.x0 + left) % period]
                )
                here = (..., slice(top, rows.stop, period), slice(left, cols.stop, period))
                near = out[..., top : rows.stop + window - 1, left : cols.stop + window - 1]
                near = near.unfold(2, window, period).unfold(3, window, period)
                near = near[..., seen].movedim(1, -2).flatten(-2)
                bias = self.there[:, seen].sum(1) + told[(slice(None), *here[1:])]
                mixed = self.guess(F.linear(near, self.near[..., seen].flatten(1)) + bias)
                mixtures = mixed.float().unflatten(-1, (MIXTURES, -1)).permute(0, 3, 4, 1, 2)
                values = drawn(mixtures, chances[here], deviates[here], heat, LEAST_SHARE)
                bottom, right = rows.stop + reach, cols.stop + reach
                out[..., reach + top : bottom : period, reach + left : right : period] = values
        return out[..., reach:-reach, reach:-reach]
