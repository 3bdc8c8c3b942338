"""What the sides of a cell that are decided ask of one that is not: lines that come in go on.

An undecided side lies between two cells. Of each it is told how many lines already cross the other
three sides, how many of those are undecided too, and the most important of the lines. So the last
undecided side of a cell knows whether a line would end there without it.
"""

from __future__ import annotations

from collections.abc import Iterator

import torch
from torch import Tensor
from torch.nn import functional as F

from .town_state import SIDES, Side
from .town_votes import shifted

_OTHER_SIDES = 3
_COUNTS = _OTHER_SIDES + 1
# Rows and columns of the three other sides of the cells on both sides of a northern one, and
# whether they are northern sides too; of a western one, rows and columns are exchanged.
_CELLS = (
    ((False, (0, 0)), (True, (1, 0)), (False, (0, 1))),
    ((True, (-1, 0)), (False, (-1, 0)), (False, (-1, 1))),
)


_ROADS_FROM = SIDES[2].channel
# By the importance of a line, and that by its kind; 0 is none.
_ROAD_RANKS, _OTHER_RANKS = (0, 1, 2, 2, 3, 3), (0, 1, 1, 2)
_DEAD_ROADS, _LESS_ROADS = (0.0, 1.0, 1.2, 2.0), (0.0, 0.0, 1.5, 1.5)
_ENDED_OTHERS = (0.0, 2.5, 2.5)
"""In logarithms of chances."""


def link_channels(side: Side) -> int:
    return len(_CELLS) * (_COUNTS**2 + 2 * side.kinds)


def links(state: Tensor, undecided: Tensor, turn: int, index: int) -> Tensor:
    """Of the sides ``SIDES[index]`` of the cells of a turn, ``(N, link_channels, h, w)``; the state
    and what is ``undecided`` of it, ``(N, len(SIDES), H, W)``, are one coarse cell larger on every
    side."""
    side = SIDES[index]
    parts = []
    for kinds, asked in _both_cells(state, undecided, turn, index):
        lines = (kinds > 0.0).sum(0)
        left = (asked > 0.0).sum(0)
        most = kinds.sort(0, descending=True).values[:2].long()
        codes = [F.one_hot(lines * _COUNTS + left, _COUNTS**2)]
        codes += [F.one_hot(one, side.kinds + 1)[..., 1:] for one in most]
        parts += [one.to(state.dtype) for one in codes]
    return torch.cat(parts, -1).movedim(-1, 1)


def loose_ends(state: Tensor, undecided: Tensor, turn: int, index: int) -> Tensor:
    """What speaks against each kind of line, 0 being none, ``(N, kinds + 1, h, w)``: lines that end
    with it, or go on as less than they were, in cells whose other sides are all decided."""
    side = SIDES[index]
    is_road = side.channel >= _ROADS_FROM
    rank = torch.tensor(_ROAD_RANKS if is_road else _OTHER_RANKS, device=state.device)
    against = []
    for kinds, asked in _both_cells(state, undecided, turn, index):
        ranks, last = rank[kinds.long()], ~(asked > 0.0).any(0)
        ended = _ended_roads if is_road else _ended_others
        chosen = [torch.cat([ranks, one.expand_as(ranks[:1])]) for one in rank]
        against.append(torch.stack([ended(one) * last for one in chosen], 1))
    return against[0] + against[1]


def _ended_roads(ranks: Tensor) -> Tensor:
    """Of the four sides of cells: only the most important road must not end, the others may run
    into it."""
    top = ranks.max(0).values
    alone = (ranks == top).sum(0) == 1
    dead = (ranks > 0).sum(0) == 1
    costs = [torch.tensor(cost, device=ranks.device)[top] for cost in (_DEAD_ROADS, _LESS_ROADS)]
    return torch.where(dead, costs[0], costs[1] * alone)


def _ended_others(ranks: Tensor) -> Tensor:
    alone = [(ranks == rank).sum(0) == 1 for rank in range(1, len(_ENDED_OTHERS))]
    return torch.stack([cost * one for cost, one in zip(_ENDED_OTHERS[1:], alone)]).sum(0)


def _both_cells(
    state: Tensor, undecided: Tensor, turn: int, index: int
) -> Iterator[tuple[Tensor, Tensor]]:
    """Kinds of lines, and what is undecided, of the other sides of both cells beside each side,
    ``(3, N, h, w)``."""
    for cell in _CELLS:
        kinds, asked = [], []
        for alike, offset in cell:
            which = index if alike else index ^ 1
            at = offset if SIDES[index].north else offset[::-1]
            kinds.append(shifted(state[:, SIDES[which].channel], turn, at))
            asked.append(shifted(undecided[:, which], turn, at))
        yield torch.stack(kinds), torch.stack(asked)
