"""A finer lattice of a town from a coarser one: cell after cell, side after side.

Each cell becomes four, which are decided in four turns, those of a turn at once; a cell sees what
was decided around it, and is itself a chain of choices: its ground, then which line crosses each of
its open sides, where, and in which direction. The network gives the chances of every choice, and
is trained by how likely it finds real towns (van den Oord et al. 2016; in parallel turns from
coarse to fine: Reed et al. 2017). All convolutions are valid ones, so no cell knows its tile.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from ..tiling import Rect
from .town_links import link_channels
from .town_state import ANGLES, FEATURES, LANDS, PLACES, SIDES, TOLD, TURNS, Side, side_features
from .town_votes import vote_channels
from .wag import LEAK, Level, ResidualBlock

DESCRIPTORS = ("built_share", "green_share", "water_share", "street_share")
"""Shares of a neighbourhood that a user may wish for, in the order of the steering channels."""
STEERING = 2 * len(DESCRIPTORS)
NEAR, SEEN, WINDOW, ENDS = 24, 48, 5, 48
REACH = 1
"""Coarse cells that a turn sees of the turns before."""
USUAL_TRUST, FIRST_SHARE = 2.0, 0.3
"""What a vote adds to the logarithm of a chance at first, and how much smaller the first weights of
the heads are."""
CELL_SIZES_M = (512, 256, 128, 64, 32, 16)
"""The lattices, each from the one before; the first from nothing, the last of ground only."""


@dataclass(frozen=True)
class Plan:
    """Rectangles of coarse cells: of each turn, of the whole state, and of what is read."""

    turns: tuple[Rect, ...]
    state: Rect
    coarse: Rect


class Choice(nn.Module):
    """One side of a cell: what is chosen of it, one after the other."""

    def __init__(self, side: Side, hidden: int) -> None:
        super().__init__()
        self.side = side
        self.kind = nn.Conv2d(hidden, side.kinds + 1, 1)
        self.ends = nn.Conv2d(link_channels(side), ENDS, 1)
        self.go_on = nn.Conv2d(ENDS, side.kinds + 1, 1)
        self.given_kind = nn.Embedding(side.kinds + 1, hidden)
        self.detail = nn.Conv2d(hidden, hidden, 1)
        self.place = nn.Conv2d(hidden, PLACES, 1)
        self.given_place = nn.Conv2d(2, hidden, 1)
        self.angle = nn.Conv2d(hidden, ANGLES, 1)
        self.told = nn.Conv2d(side.kinds + TOLD, hidden, 1)
        self.votes = nn.Conv2d(vote_channels(side), hidden, 1, bias=False)
        self.ended = nn.Conv2d(ENDS, hidden, 1, bias=False)
        self.trust = nn.Parameter(torch.full((2,), USUAL_TRUST))

    def kinds(self, known: Tensor, linked: Tensor) -> Tensor:
        """Logits of the kind, ``(N, kinds + 1, h, w)``, 0 being no line."""
        out: Tensor = self.kind(known) + self.go_on(F.leaky_relu(self.ends(linked), LEAK))
        return out

    def hint(self, voted: Tensor, linked: Tensor) -> Tensor:
        """What votes (`town_votes`) and `links` say of all that is chosen."""
        out: Tensor = self.votes(voted) + self.ended(F.leaky_relu(self.ends(linked), LEAK))
        return out

    def places(self, rows: Tensor, kind: Tensor, voted: Tensor) -> tuple[Tensor, Tensor]:
        """Logits of the place ``(n, PLACES)``, and what is known besides, from ``(n, hidden)`` and
        votes ``(n, channels)``."""
        known = rows + F.leaky_relu(of_rows(self.detail, rows) + self.given_kind(kind), LEAK)
        return of_rows(self.place, known) + self.trust[0] * voted[:, :PLACES], known

    def angles(self, known: Tensor, place: Tensor, voted: Tensor) -> Tensor:
        at = 2.0 * place - 1.0
        told = of_rows(self.given_place, torch.stack([at, at * at], 1))
        own = of_rows(self.angle, F.leaky_relu(known + told, LEAK))
        return own + self.trust[1] * voted[:, PLACES : PLACES + ANGLES]

    def tell(self, kind: Tensor, place: Tensor, angle: Tensor) -> Tensor:
        """What the choices after this one are told, from ``(N, h, w)``."""
        out: Tensor = self.told(torch.stack(side_features(kind, place, angle, self.side), 1))
        return out


class TownRefiner(nn.Module):
    """From one lattice to the next."""

    def __init__(self, width: int, blocks: int, hidden: int, *, sides: bool) -> None:
        super().__init__()
        self.reach = 1 + 2 * blocks
        self.entry = nn.Conv2d(FEATURES + STEERING, width, 3)
        self.blocks = nn.ModuleList(ResidualBlock(width, width, 0) for _ in range(blocks))
        self.near = nn.Conv2d(FEATURES, NEAR, 1)
        self.seen = nn.Conv2d(NEAR, SEEN, WINDOW, stride=2)
        self.turn = nn.Embedding(len(TURNS), hidden)
        self.meet = nn.Conv2d(width + SEEN, hidden, 1)
        self.think = nn.Conv2d(hidden, hidden, 1)
        self.land = nn.Conv2d(hidden, LANDS, 1)
        self.given_land = nn.Embedding(LANDS, hidden)
        links = SIDES if sides else ()
        self.mix = nn.ModuleList(nn.Conv2d(hidden, hidden, 1) for _ in links)
        self.choices = nn.ModuleList(Choice(side, hidden) for side in links)
        if not self.entry.weight.is_meta:
            self._initialise()

    def _initialise(self) -> None:
        for module in self.modules():
            if isinstance(module, nn.Embedding):
                nn.init.normal_(module.weight, 0.0, 0.1)
            elif isinstance(module, nn.Conv2d):
                nn.init.kaiming_normal_(module.weight, LEAK)
        heads: list[nn.Conv2d] = [self.land]
        for index in range(len(self.choices)):
            choice = self.choice(index)
            heads += [choice.kind, choice.place, choice.angle, choice.go_on, choice.ended]
        with torch.no_grad():
            for head in heads:
                head.weight.mul_(FIRST_SHARE)

    def plan(self, cells: Rect) -> Plan:
        """What must be known to decide the fine ``cells``, whose edges are even."""
        last = cells.coarsen(2)
        turns = tuple(last.grow(REACH * (len(TURNS) - 1 - turn)) for turn in range(len(TURNS)))
        return Plan(turns, turns[0].grow(REACH), turns[0].grow(self.reach))

    def read(self, told: Tensor, steering: Tensor) -> Tensor:
        """Features of coarse cells ``(N, FEATURES, h, w)``, and what is wished for in each, to
        ``(N, width, h - 2 reach, w - 2 reach)``."""
        x = F.leaky_relu(self.entry(torch.cat([told, steering], 1)), LEAK)
        for block in self.blocks:
            x = block(x, None)
        return x

    def consider(self, ground: Tensor, told: Tensor, turn: int) -> Tensor:
        """What the cells of a turn know, ``(N, hidden, h, w)``; ``told`` are the features of all
        fine cells, one coarse cell more on every side than ``ground``."""
        row, col = TURNS[turn]
        near = F.leaky_relu(self.near(told), LEAK)
        seen = F.leaky_relu(self.seen(near[..., row:, col:]), LEAK)
        x = self.meet(torch.cat([ground, seen], 1))
        x = F.leaky_relu(x + self.turn.weight[turn][None, :, None, None], LEAK)
        out: Tensor = x + F.leaky_relu(self.think(x), LEAK)
        return out

    def with_land(self, known: Tensor, land: Tensor) -> Tensor:
        """``known`` once the ground ``(N, h, w)`` is decided."""
        out: Tensor = known + self.given_land(land.clamp_min(0)).movedim(-1, 1)
        return out

    def next_side(self, known: Tensor, index: int, voted: Tensor, linked: Tensor) -> Tensor:
        """Once it is the turn of a side for which there are votes and `links`."""
        x = self.mix[index](known) + self.choice(index).hint(voted, linked)
        out: Tensor = known + F.leaky_relu(x, LEAK)
        return out

    def choice(self, index: int) -> Choice:
        found = self.choices[index]
        if not isinstance(found, Choice):
            raise TypeError("A choice of a refiner is none.")
        return found


class TownNet(nn.Module):
    """A refiner for each of `CELL_SIZES_M`."""

    def __init__(self, levels: Sequence[Level], hidden: int) -> None:
        super().__init__()
        if len(levels) != len(CELL_SIZES_M):
            raise ValueError(f"A network of towns has {len(CELL_SIZES_M)} levels.")
        self.levels = nn.ModuleDict(
            {
                str(size): TownRefiner(level.width, level.blocks, hidden, sides=size > LAST_M)
                for size, level in zip(CELL_SIZES_M, levels)
            }
        )

    def level(self, cell_m: float) -> TownRefiner:
        found = self.levels[str(round(cell_m))]
        if not isinstance(found, TownRefiner):
            raise TypeError("A level of a network of towns is no refiner.")
        return found


LAST_M = CELL_SIZES_M[-1]


def of_rows(layer: nn.Module, rows: Tensor) -> Tensor:
    """Rows ``(n, C)`` through a convolution of one pixel."""
    if not isinstance(layer, nn.Conv2d):
        raise TypeError("Rows go through a convolution.")
    if not len(rows):
        return rows.new_zeros(0, layer.out_channels)
    out: Tensor = layer(rows.T[None, :, :, None])[0, :, :, 0].T
    return out


def town_halo(net: TownNet, tile: int) -> int:
    """Fine cells around a canonical tile that it depends on, the most of all levels."""
    reaches = [
        -level.plan(Rect(0, tile, 0, tile)).coarse.y0
        for level in net.levels.values()
        if isinstance(level, TownRefiner)
    ]
    return 2 * max(reaches)


def town_multiple(net: TownNet) -> int:
    """Tiles begin at whole coarse cells."""
    return 2


def describe(land: Tensor, streets: Tensor) -> Tensor:
    """Shares by `DESCRIPTORS` from shares of land ``(N, LANDS, h, w)`` and of sides that a street
    crosses ``(N, h, w)``, as the network is told them."""
    built, green, water = (land[:, codes].sum(1) for codes in _GROUPS)
    return torch.stack([built, green, water, streets], 1) * 2.0 - 0.5


_GROUPS = ([3, 4], [2, 5], [6])


def steering_of(wanted: Mapping[str, float]) -> Tensor:
    """Wishes as a network is told them, ``(1, STEERING, 1, 1)``."""
    values = [2.0 * wanted[name] - 0.5 if name in wanted else 0.0 for name in DESCRIPTORS]
    shown = [float(name in wanted) for name in DESCRIPTORS]
    return torch.tensor([*values, *shown], dtype=torch.float32)[None, :, None, None]
