"""Towns on lattices of cells, turned, mirrored and moved: what the town network is trained on."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from ..nets.town_refiner import describe
from ..nets.town_state import CHANNELS, LANDS, SIDES, UNKNOWN_LAND, Floats, coarser_sides
from ..town import Town
from ..town_lines import OTHERS_FROM, Segments

LAND_M = 16.0
FINEST_M, COARSEST_M = 32.0, 512.0
LEAST_SCALE, MOST_SCALE = 0.85, 1.2
UPRIGHT_SHARE = 0.25
"""Of the views, those that are turned by right angles only."""
SAMPLES = 4
DESCRIBED_M, SURROUNDINGS = 128.0, 9
"""Descriptions are of squares of so many cells of that size."""
LEAST_STREET, STREETS = 2, (7, 10)
"""The least kind of road that is a street, and the channels of roads' kinds."""
TWIN_M, TWIN_TURN = 24.0, 0.35
"""Equal lines closer and more parallel than that where they cross a side are one."""

LAST_PLACE = 0.999

Doubles = NDArray[np.float64]


@dataclass(frozen=True)
class View:
    """A square piece of a town. By cell size in metres, ``states`` ``(CHANNELS, H, W)`` and where
    all of a cell is ``known``; at `LAND_M` there is only land. ``described`` says what the
    surroundings of cells of `DESCRIBED_M` are like, ``(DESCRIPTORS, H, W)``."""

    states: dict[float, Floats]
    known: dict[float, NDArray[np.bool_]]
    described: Floats


def random_view(town: Town, side: int, rng: np.random.Generator) -> View:
    """``side`` of the coarsest cells around a mapped place, turned by any angle, every second time
    mirrored, of another scale."""
    angle, scale = rng.random() * 2.0 * math.pi, 1.0
    if rng.random() < UPRIGHT_SHARE:
        angle = int(rng.integers(4)) * math.pi / 2.0
    else:
        scale = LEAST_SCALE * (MOST_SCALE / LEAST_SCALE) ** rng.random()
    cos, sin = scale * math.cos(angle), scale * math.sin(angle)
    turn = np.array([[cos, -sin], [sin, cos]])
    if rng.random() < 0.5:
        turn[:, 0] *= -1.0
    places = np.argwhere(town.mapped[::16, ::16] > 0)
    row, col = (places[rng.integers(len(places))] + rng.random(2)) * 16.0
    metres = turn * town.pixel_m
    low = metres @ np.array([col, row]) - side * COARSEST_M * rng.uniform(0.3, 0.7, 2)
    return view_of(town, metres, low, side)


def view_of(town: Town, metres: Doubles, low: Doubles, side: int) -> View:
    """``metres`` leads from pixels of the town to the view, ``(x, y)``, whose corner is ``low``."""
    cells = side * round(COARSEST_M / LAND_M)
    counts, known = _land(town, metres, low, (cells, cells))
    sides = _sides(town.lines, metres, low, (cells // 2, cells // 2))
    states, knowns = {LAND_M: _of_land(counts, known)}, {LAND_M: known}
    described = _described(counts, known, sides)
    cell_m = FINEST_M
    while cell_m <= COARSEST_M:
        counts, known = _summed(counts), _summed(known[None])[0] == 4
        state = sides.copy()
        state[0] = _of_land(counts, known)[0]
        states[cell_m], knowns[cell_m] = state, known
        sides = coarser_sides(sides)
        cell_m *= 2.0
    return View(states, knowns, described)


def _described(counts: Floats, known: NDArray[np.bool_], sides: Floats) -> Floats:
    ratio = round(DESCRIBED_M / LAND_M)
    land = _blocks(np.where(known, counts, 0.0), ratio)
    crossed = [_blocks(sides[at][None] >= LEAST_STREET, ratio // 2)[0] for at in STREETS]
    inside = _blocks(known[None], ratio)
    values = np.concatenate([land / SAMPLES**2, np.stack(crossed) * 2.0, inside])
    for axis in (1, 2):
        values = _box(values, axis)
    whole = np.maximum(values[-1], 1e-6)
    shares, streets = values[:LANDS] / whole, values[LANDS:-1].sum(0) / whole
    shares, streets = (torch.from_numpy(part).clamp_max(1.0) for part in (shares, streets))
    return describe(shares[None], streets[None])[0].float().numpy()


def _blocks(values: NDArray[np.generic], ratio: int) -> Floats:
    bands, height, width = values.shape
    blocks = values.reshape(bands, height // ratio, ratio, width // ratio, ratio)
    out: Floats = blocks.sum((2, 4), dtype=np.float32)
    return out


def _box(values: Floats, axis: int) -> Floats:
    """Sums over `SURROUNDINGS` cells; beyond the edge there is nothing."""
    reach = SURROUNDINGS // 2
    wide = np.moveaxis(values, axis, 0)
    wide = np.pad(wide, ((reach + 1, reach), (0, 0), (0, 0)))
    total = np.cumsum(wide, 0, dtype=np.float64)
    out: Floats = np.moveaxis(total[SURROUNDINGS:] - total[:-SURROUNDINGS], 0, axis)
    return out


def _land(
    town: Town, metres: Doubles, low: Doubles, shape: tuple[int, int]
) -> tuple[Floats, NDArray[np.bool_]]:
    """How many of the samples in each cell of 16 m are of each class, and which cells are all in
    mapped ground."""
    step = LAND_M / SAMPLES
    y = (np.arange(shape[0] * SAMPLES) + 0.5) * step + low[1]
    x = (np.arange(shape[1] * SAMPLES) + 0.5) * step + low[0]
    back = np.linalg.inv(metres)
    col = np.floor(back[0, 0] * x[None] + back[0, 1] * y[:, None]).astype(np.int32)
    row = np.floor(back[1, 0] * x[None] + back[1, 1] * y[:, None]).astype(np.int32)
    rows, cols = town.ground.shape
    inside = (row >= 0) & (row < rows) & (col >= 0) & (col < cols)
    at = np.where(inside, row * cols + col, 0)
    land = town.ground.ravel()[at]
    inside &= town.mapped.ravel()[at] > 0
    blocks = (shape[0], SAMPLES, shape[1], SAMPLES)
    counts = [(land == code).reshape(blocks).sum((1, 3), dtype=np.int32) for code in range(LANDS)]
    known = inside.reshape(blocks).all((1, 3))
    return np.stack(counts).astype(np.float32), known


def _of_land(counts: Floats, known: NDArray[np.bool_]) -> Floats:
    state = np.zeros((CHANNELS, *known.shape), dtype=np.float32)
    state[0] = np.where(known, counts.argmax(0), UNKNOWN_LAND)
    return state


def _summed(values: NDArray[np.generic]) -> Floats:
    return _blocks(values, 2)


def _sides(lines: Segments, metres: Doubles, low: Doubles, shape: tuple[int, int]) -> Floats:
    """The most important crossing of every side on the lattice of `FINEST_M`."""
    first, second = (
        (lines[:, at : at + 2][:, ::-1].astype(np.float64) @ metres.T - low) / FINEST_M
        for at in (0, 2)
    )
    number = lines[:, 4].astype(np.int64)
    out = np.zeros((CHANNELS, *shape), dtype=np.float32)
    for side in SIDES:
        is_other = side.channel < 7
        own = (number > OTHERS_FROM) == is_other
        kind = number[own] - OTHERS_FROM * is_other
        across = 1 if side.north else 0
        found = _crossings(first[own], second[own], kind, across)
        values = _strongest(*found, shape if side.north else shape[::-1])
        out[side.channel : side.channel + 3] = values if side.north else values.transpose(0, 2, 1)
    return out


def _crossings(
    first: Doubles, second: Doubles, kind: NDArray[np.int64], across: int
) -> tuple[NDArray[np.int64], Doubles, Doubles, NDArray[np.int64]]:
    """Where segments cross the lines of the lattice: which of those, where along it in cells, in
    which direction, of what kind."""
    one, two = first[:, across], second[:, across]
    start = np.ceil(np.minimum(one, two)).astype(np.int64)
    count = np.ceil(np.maximum(one, two)).astype(np.int64) - start
    index = np.repeat(np.arange(len(kind)), count)
    line = start[index] + np.arange(len(index)) - np.repeat(np.cumsum(count) - count, count)
    share = (line - one[index]) / (two - one)[index]
    along = first[:, 1 - across][index] * (1.0 - share) + second[:, 1 - across][index] * share
    step = second - first
    angle = np.arctan2(step[:, 1], step[:, 0]) % math.pi
    return line, along, angle[index], kind[index]


def _strongest(
    line: NDArray[np.int64],
    along: Doubles,
    angle: Doubles,
    kind: NDArray[np.int64],
    shape: tuple[int, int],
) -> Floats:
    """One crossing for each side: kind, place, direction."""
    cell = np.floor(along).astype(np.int64)
    inside = (line >= 0) & (line < shape[0]) & (cell >= 0) & (cell < shape[1])
    place, key = (along - cell)[inside], (line * shape[1] + cell)[inside]
    angle, kind = angle[inside], kind[inside]
    order = np.lexsort((np.abs(place - 0.5), -kind, key))
    key, kind, place, angle = key[order], kind[order], place[order], angle[order]
    begins = np.flatnonzero(np.diff(key, prepend=-1))
    first = np.repeat(begins, np.diff(np.append(begins, len(key))))
    turn = (angle - angle[first] + math.pi / 2.0) % math.pi - math.pi / 2.0
    twin = (kind == kind[first]) & (np.abs(turn) < TWIN_TURN)
    twin &= np.abs(place - place[first]) * FINEST_M < TWIN_M
    group = np.cumsum(np.isin(np.arange(len(key)), begins)) - 1
    weight = np.bincount(group, twin)
    out = np.zeros((3, shape[0] * shape[1]), dtype=np.float32)
    out[0, key[begins]] = kind[begins]
    out[1, key[begins]] = (np.bincount(group, place * twin) / weight).clip(0.0, LAST_PLACE)
    out[2, key[begins]] = (angle[begins] + np.bincount(group, turn * twin) / weight) % math.pi
    return out.reshape(3, *shape)
