"""The lines of a town inside its cells: the crossings of a cell's sides, joined by curves.

Two crossings are the ends of one curve. Of three or four, those that go best together make a curve,
and the others run into it, or across it where they go well together too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .town_lines import LineKind

Doubles = NDArray[np.float64]
Sides = NDArray[np.float32]

PIECES = 6
"""Segments that a curve is drawn as."""
_PAIRS = ((0, 2), (1, 3), (0, 1), (1, 2), (2, 3), (3, 0))
_IMPORTANCE, _APART = 0.5, 100.0
# Squared angles, in radians, between a line across a cell and its ends: beyond that it is none.
_MOST_BENT = 1.4
_TENSION = 0.36
"""Of a curve's length, how far its ends go straight on."""
_STUB = 0.45
"""Of a cell's side, how far a dead end reaches into the cell."""


@dataclass(frozen=True)
class Crossings:
    """The crossings of the northern, eastern, southern and western sides of cells, ``(4, n)``:
    kinds (0 none), places in the cell ``(4, n, 2)`` as x and y from 0 to 1, and the directions in
    which lines enter, unit vectors ``(4, n, 2)``; ``corner`` ``(n, 2)``, x and y of the cells."""

    kind: NDArray[np.int64]
    at: Doubles
    inward: Doubles
    corner: Doubles

    def only(self, which: NDArray[np.bool_]) -> Crossings:
        return Crossings(
            self.kind[:, which], self.at[:, which], self.inward[:, which], self.corner[which]
        )


@dataclass(frozen=True)
class Pieces:
    """Straight pieces of lines in cells of the lattice: ends ``(n, 2)``, x and y, and kinds."""

    first: Doubles
    second: Doubles
    kind: NDArray[np.int64]


def crossings(north: Sides, west: Sides, y0: int, x0: int) -> Crossings:
    """From the sides ``(3, h + 1, w + 1)`` of the cells from ``y0``, ``x0`` on: kind, place and
    direction; the last row and column only close the others."""
    four = (north[:, :-1, :-1], west[:, :-1, 1:], north[:, 1:, :-1], west[:, :-1, :-1])
    kind = np.stack([side[0].ravel() for side in four]).astype(np.int64)
    used = (kind > 0).any(0)
    place = [side[1].ravel()[used].astype(np.float64) for side in four]
    zero, one = np.zeros_like(place[0]), np.ones_like(place[0])
    xs, ys = (place[0], one, place[2], zero), (zero, place[1], one, place[3])
    angle = np.stack([side[2].ravel()[used].astype(np.float64) for side in four])
    along = np.stack([np.cos(angle), np.sin(angle)], 2)
    inside = np.array([[0.0, 1.0], [-1.0, 0.0], [0.0, -1.0], [1.0, 0.0]])[:, None]
    inward = np.where((along * inside).sum(2, keepdims=True) < 0.0, -along, along)
    rows, cols = np.indices((north.shape[1] - 1, north.shape[2] - 1))
    corner = np.stack([cols.ravel()[used] + x0, rows.ravel()[used] + y0], 1).astype(np.float64)
    at = np.stack([np.stack(xs), np.stack(ys)], 2)
    return Crossings(kind[:, used], at, inward, corner)


def joined(cells: Crossings, kinds: Sequence[LineKind], *, all_meet: bool) -> Pieces:
    """All lines of one net; ``all_meet`` or only those of one class."""
    found: list[Pieces] = []
    count = (cells.kind > 0).sum(0)
    alone = cells.only(count == 1)
    if len(alone.corner):
        found.append(_stubs(alone))
    several = cells.only(count >= 2)
    if len(several.corner):
        found += _meeting(several, kinds, all_meet)
    empty = np.zeros((0, 2))
    if not found:
        return Pieces(empty, empty, np.zeros(0, dtype=np.int64))
    return Pieces(
        np.concatenate([one.first for one in found]),
        np.concatenate([one.second for one in found]),
        np.concatenate([one.kind for one in found]),
    )


def _stubs(cells: Crossings) -> Pieces:
    which = cells.kind.argmax(0)
    own = np.arange(len(which))
    start = cells.at[which, own]
    end = start + cells.inward[which, own] * _STUB
    return Pieces(start + cells.corner, end + cells.corner, cells.kind[which, own])


def _meeting(cells: Crossings, kinds: Sequence[LineKind], all_meet: bool) -> list[Pieces]:
    """Of cells with two crossings or more."""
    bent = np.stack([_bend(cells, one, two) for one, two in _PAIRS])
    importance = np.stack([np.minimum(cells.kind[one], cells.kind[two]) for one, two in _PAIRS])
    target = np.array([-1] + [int(kind.target) for kind in kinds])[cells.kind]
    mixed = np.stack([target[one] != target[two] for one, two in _PAIRS])
    possible = (importance > 0) & (all_meet | ~mixed)
    cost = np.where(possible, bent - _IMPORTANCE * importance + 0.2 * mixed, _APART)
    own = np.arange(cells.kind.shape[1])
    best = cost.argmin(0)
    ends = np.array(_PAIRS)[best]
    through = cost[best, own] < _APART
    out = []
    main = _curve(cells, ends)
    out.append(_pieces(cells, main, ends, through))
    rest = cells.kind > 0
    for side in range(4):
        rest[side] &= ~((ends == side).any(1) & through)
    other = _opposite(ends)
    across = rest[other[:, 0], own] & rest[other[:, 1], own] & through
    pair = _pair_number(other)
    across &= (bent[pair, own] < _MOST_BENT) & possible[pair, own]
    out.append(_pieces(cells, _curve(cells, other), other, across))
    for side in range(4):
        rest[side] &= ~((other == side).any(1) & across)
        branch = rest[side] & through & (all_meet | (target[side] == target[ends[:, 0], own]))
        out.append(_branches(cells, main, side, branch))
        lost = rest[side] & ~branch
        start = cells.at[side][lost]
        out.append(
            Pieces(
                start + cells.corner[lost],
                start + cells.inward[side][lost] * _STUB + cells.corner[lost],
                cells.kind[side][lost],
            )
        )
    return out


def _bend(cells: Crossings, one: int, two: int) -> Doubles:
    """Sum of the squared angles between the straight line from one side to another and the
    directions at its ends."""
    chord = _unit(cells.at[two] - cells.at[one])
    first = np.arccos(np.clip((chord * cells.inward[one]).sum(1), -1.0, 1.0))
    second = np.arccos(np.clip((-chord * cells.inward[two]).sum(1), -1.0, 1.0))
    out: Doubles = first**2 + second**2
    return out


def _unit(vector: Doubles) -> Doubles:
    out: Doubles = vector / np.maximum(np.hypot(vector[..., 0], vector[..., 1]), 1e-6)[..., None]
    return out


def _opposite(ends: NDArray[np.int64]) -> NDArray[np.int64]:
    """The two sides that are not among ``ends`` ``(n, 2)``."""
    left = np.ones((len(ends), 4), dtype=bool)
    left[np.arange(len(ends))[:, None], ends] = False
    return np.nonzero(left)[1].reshape(-1, 2)


def _pair_number(ends: NDArray[np.int64]) -> NDArray[np.int64]:
    table = np.zeros((4, 4), dtype=np.int64)
    for number, (one, two) in enumerate(_PAIRS):
        table[one, two] = table[two, one] = number
    found: NDArray[np.int64] = table[ends[:, 0], ends[:, 1]]
    return found


def _curve(cells: Crossings, ends: NDArray[np.int64]) -> Doubles:
    """Points ``(PIECES + 1, n, 2)`` of a cubic curve between two sides of each cell."""
    own = np.arange(len(ends))
    (start, into), (end, out) = (
        (cells.at[ends[:, which], own], cells.inward[ends[:, which], own]) for which in (0, 1)
    )
    return _cubic(start, into, end, out)


def _cubic(start: Doubles, into: Doubles, end: Doubles, out: Doubles) -> Doubles:
    reach = _TENSION * np.hypot(*(end - start).T)[:, None]
    controls = (start, start + into * reach, end + out * reach, end)
    t = np.linspace(0.0, 1.0, PIECES + 1)[:, None, None]
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
    total: Doubles = sum(weight * point[None] for weight, point in zip(weights, controls))
    return total


def _pieces(
    cells: Crossings, points: Doubles, ends: NDArray[np.int64], which: NDArray[np.bool_]
) -> Pieces:
    """A curve's kind is, on each half, that of the nearer end."""
    own = np.arange(len(ends))
    at = points[:, which] + cells.corner[which]
    kinds = [cells.kind[ends[:, side], own][which] for side in (0, 1)]
    half = PIECES // 2
    kind = np.concatenate([np.tile(kinds[0], half), np.tile(kinds[1], PIECES - half)])
    return Pieces(at[:-1].reshape(-1, 2), at[1:].reshape(-1, 2), kind)


def _branches(cells: Crossings, main: Doubles, side: int, which: NDArray[np.bool_]) -> Pieces:
    """From a side to that point of the main curve that lies most straight ahead."""
    start, into = cells.at[side][which], cells.inward[side][which]
    aim = main[:, which] - start
    ahead = (_unit(aim) * into).sum(2).clip(-1.0, 1.0)
    cost = np.arccos(ahead) ** 2 + 0.3 * np.hypot(aim[..., 0], aim[..., 1])
    nearest = cost.argmin(0)
    end = main[:, which][nearest, np.arange(len(nearest))]
    points = _cubic(start, into, end, -_unit(end - start)) + cells.corner[which]
    kind = np.tile(cells.kind[side][which], PIECES)
    return Pieces(points[:-1].reshape(-1, 2), points[1:].reshape(-1, 2), kind)


def draw(
    codes: NDArray[np.uint8],
    pieces: Pieces,
    kinds: Sequence[LineKind],
    y0: int,
    x0: int,
    cell_px: int,
    pixel_m: float,
) -> None:
    """Draw lines on ``codes``, whose corner is pixel ``y0``, ``x0``; higher codes stay on top."""
    height, width = codes.shape
    flat = codes.ravel()
    for number, kind in enumerate(kinds, 1):
        own = pieces.kind == number
        if not own.any():
            continue
        first = pieces.first[own] * cell_px - (x0, y0)
        second = pieces.second[own] * cell_px - (x0, y0)
        radius = kind.width_m / pixel_m / 2.0
        step = second - first
        length = np.hypot(step[:, 0], step[:, 1])
        reach = int(np.ceil(length.max() / 2.0 + radius + 1.0))
        middle = np.floor((first + second) / 2.0).astype(np.int64)
        off = np.arange(-reach, reach + 1)
        x, y = middle[:, 0, None, None] + off, middle[:, 1, None, None] + off[:, None]
        dx, dy = x + 0.5 - first[:, 0, None, None], y + 0.5 - first[:, 1, None, None]
        along = dx * step[:, 0, None, None] + dy * step[:, 1, None, None]
        share = np.clip(along / np.maximum(length**2, 1e-9)[:, None, None], 0.0, 1.0)
        dx, dy = dx - share * step[:, 0, None, None], dy - share * step[:, 1, None, None]
        near = dx * dx + dy * dy <= radius * radius
        near &= (x >= 0) & (x < width) & (y >= 0) & (y < height)
        at = (y * width + x)[near]
        flat[at] = np.maximum(flat[at], int(kind.target))
