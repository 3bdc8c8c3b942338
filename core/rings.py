"""Rings of polygons: simplified so that neighbours still share their border, or squared.

Rings are closed, ``(n, 2)`` float64 with the first point not repeated, in pixels (x, y).
"""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]

SQUARE_STEPS = 30
SHORTEST_SIDE_PX = 1.6
LEAST_RECTANGLE = 0.9
LEAST_OVERLAP, MOST_SKEW = 0.8, 0.35


def simplified_line(line: Points, tolerance: float) -> Points:
    """Ends stay; no point lies farther than ``tolerance`` from the result (Douglas-Peucker).

    The same points in opposite order give the same line in opposite order.
    """
    backward = bool(tuple(line[0]) > tuple(line[-1]))
    ordered = line[::-1] if backward else line
    kept = np.zeros(len(ordered), dtype=bool)
    kept[[0, -1]] = True
    stack = [(0, len(ordered) - 1)]
    while stack:
        first, last = stack.pop()
        if last - first < 2:
            continue
        inner = ordered[first + 1 : last]
        far = _distances(inner, ordered[first], ordered[last])
        at = int(far.argmax())
        if far[at] > tolerance:
            kept[first + 1 + at] = True
            stack += [(first, first + 1 + at), (first + 1 + at, last)]
    out: Points = ordered[kept]
    return out[::-1] if backward else out


def _distances(points: Points, start: Points, end: Points) -> Points:
    """From the segment between ``start`` and ``end``."""
    along = end - start
    length = float(along @ along)
    share = np.clip((points - start) @ along / max(length, 1e-12), 0.0, 1.0)
    apart: Points = np.hypot(*(points - start - share[:, None] * along).T)
    return apart


def arcs_of_ring(ring: Points, is_node: NDArray[np.bool_]) -> list[Points]:
    """The ring cut at its nodes; a ring without any is cut at its smallest point and the one
    farthest from it, wherever it was started."""
    nodes = np.flatnonzero(is_node)
    if not len(nodes):
        first = int(np.lexsort((ring[:, 1], ring[:, 0]))[0])
        nodes = np.array(sorted({first, _farthest(ring, ring[first])}))
    closed = np.concatenate([ring[nodes[0] :], ring[: nodes[0] + 1]])
    cuts = [*(nodes - nodes[0]), len(ring)]
    arcs = [closed[a : b + 1] for a, b in zip(cuts[:-1], cuts[1:])]
    return [part for arc in arcs for part in _opened(arc)]


def _opened(arc: Points) -> list[Points]:
    """An arc that ends where it begins, cut at the point farthest from there."""
    if not np.array_equal(arc[0], arc[-1]):
        return [arc]
    middle = _farthest(arc, arc[0])
    return [arc[: middle + 1], arc[middle:]]


def _farthest(points: Points, place: Points) -> int:
    """The index of the point farthest from ``place``; of several the smallest point's."""
    apart = ((points - place) ** 2).sum(1)
    best = np.flatnonzero(apart == apart.max())
    return int(best[np.lexsort((points[best, 1], points[best, 0]))[0]])


def in_unit_steps(ring: Points) -> Points:
    """A ring along pixel sides with every corner of a pixel that it passes: a node may lie on what
    is a straight side for one of the neighbours."""
    sides = np.roll(ring, -1, axis=0) - ring
    steps = np.rint(np.abs(sides).max(1)).astype(np.int64)
    start = np.repeat(np.cumsum(steps) - steps, steps)
    along = np.arange(int(steps.sum())) - start
    unit = sides / np.maximum(steps, 1)[:, None]
    out: Points = np.repeat(ring, steps, axis=0) + along[:, None] * np.repeat(unit, steps, axis=0)
    return out


CELL_PX = 4


def crossing_lines(lines: list[Points]) -> set[int]:
    """Which of the lines cross, touch or cover one another elsewhere than at common ends.

    Corners are whole numbers, so that the tests are exact.
    """
    start = np.concatenate([line[:-1] for line in lines])
    end = np.concatenate([line[1:] for line in lines])
    owner = np.repeat(np.arange(len(lines)), [len(line) - 1 for line in lines])
    found: set[int] = set()
    for one, other in _near_pairs(start, end):
        meets = _meet(start[one], end[one], start[other], end[other])
        found.update(owner[one[meets]].tolist(), owner[other[meets]].tolist())
    return found


def _near_pairs(
    start: Points, end: Points
) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """Pairs of segments that pass through the same cell of ``CELL_PX``, some of them repeatedly."""
    length = np.hypot(*(end - start).T)
    count = np.ceil(length / 2.0).astype(np.int64) + 1
    segment = np.repeat(np.arange(len(start)), count)
    step = np.arange(int(count.sum())) - np.repeat(np.cumsum(count) - count, count)
    share = step / np.maximum(np.repeat(count, count) - 1, 1)
    point = start[segment] + share[:, None] * (end - start)[segment]
    corners = [(y, x) for y in (-1.0, 1.0) for x in (-1.0, 1.0)]
    cells = np.concatenate([np.floor((point + corner) / CELL_PX) for corner in corners])
    low = cells.min(0)
    across = int(cells[:, 1].max() - low[1]) + 1
    cell = ((cells[:, 0] - low[0]) * across + cells[:, 1] - low[1]).astype(np.int64)
    entries = np.unique(np.stack([cell, np.tile(segment, 4)], 1), axis=0)
    apart = 1
    while apart < len(entries):
        same = entries[apart:, 0] == entries[:-apart, 0]
        if not same.any():
            break
        yield entries[:-apart][same, 1], entries[apart:][same, 1]
        apart += 1


def _meet(a: Points, b: Points, c: Points, d: Points) -> NDArray[np.bool_]:
    """Whether segments ab and cd share a point that is not an end of both."""
    sides = [_side(a, b, c), _side(a, b, d), _side(c, d, a), _side(c, d, b)]
    out: NDArray[np.bool_] = (sides[0] * sides[1] < 0) & (sides[2] * sides[3] < 0)
    for side, point, first, second in (
        (sides[0], c, a, b),
        (sides[1], d, a, b),
        (sides[2], a, c, d),
        (sides[3], b, c, d),
    ):
        within = (np.minimum(first, second) <= point) & (point <= np.maximum(first, second))
        is_end = (point == first).all(1) | (point == second).all(1)
        out |= (side == 0) & within.all(1) & ~is_end
    same = ((a == c).all(1) & (b == d).all(1)) | ((a == d).all(1) & (b == c).all(1))
    out |= same
    return out


def _side(a: Points, b: Points, point: Points) -> Points:
    along, to = b - a, point - a
    side: Points = along[:, 0] * to[:, 1] - along[:, 1] * to[:, 0]
    return side


def filled(rings: list[Points]) -> tuple[NDArray[np.bool_], int, int]:
    """``(inside, top, left)``: the pixels within rings along pixel sides, the first the outer."""
    left, top = (int(low) for low in rings[0].min(0))
    width, height = (int(high) for high in rings[0].max(0) - rings[0].min(0))
    crossed = np.zeros((height, width + 1), dtype=np.int64)
    for ring in rings:
        for (x, y0), (_, y1) in _upright_sides(ring):
            crossed[min(y0, y1) - top : max(y0, y1) - top, x - left] += 1
    inside: NDArray[np.bool_] = crossed.cumsum(1)[:, :width] % 2 == 1
    return inside, top, left


def _upright_sides(ring: Points) -> NDArray[np.int64]:
    sides = np.stack([ring, np.roll(ring, -1, axis=0)], 1).astype(np.int64)
    upright: NDArray[np.int64] = sides[sides[:, 0, 0] == sides[:, 1, 0]]
    return upright


def rectangle_of(inside: NDArray[np.bool_], top: int, left: int) -> Points | None:
    """The rectangle that pixels make up, whichever way it is turned; None if they make up none."""
    rows, cols = np.nonzero(inside)
    y, x = rows - rows.mean(), cols - cols.mean()
    tried = np.arange(SQUARE_STEPS)[:, None] * (math.pi / 2 / SQUARE_STEPS)
    along = x * np.cos(tried) + y * np.sin(tried)
    across = y * np.cos(tried) - x * np.sin(tried)
    # A side is the root of twelve times the variance; the pixels themselves have some.
    sides = [np.sqrt(12.0 * (part**2).mean(1) + 1.0) for part in (along, across)]
    shrunk = np.sqrt(len(x) / (sides[0] * sides[1]))
    half = [side * shrunk / 2.0 for side in sides]
    covered = (np.abs(along) <= half[0][:, None]) & (np.abs(across) <= half[1][:, None])
    best = int(covered.mean(1).argmax())
    if covered[best].mean() < LEAST_RECTANGLE:
        return None
    cos, sin = math.cos(float(tried[best, 0])), math.sin(float(tried[best, 0]))
    corners = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)]) * (half[0][best], half[1][best])
    centre = (cols.mean() + left + 0.5, rows.mean() + top + 0.5)
    out: Points = corners @ np.array([[cos, sin], [-sin, cos]]) + centre
    return out


def signed_area(ring: Points) -> float:
    x, y = ring[:, 0], ring[:, 1]
    return float(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y) / 2.0)


def best_direction(ring: Points) -> tuple[float, float]:
    """Direction (0 to pi/2) that most of the outline follows or crosses at a right angle, and the
    share of it that does not."""
    sides = np.roll(ring, -1, axis=0) - ring
    length = np.hypot(*sides.T)
    angle = np.arctan2(sides[:, 1], sides[:, 0])
    tried = np.arange(SQUARE_STEPS) * (math.pi / 2 / SQUARE_STEPS)
    off = np.abs(np.sin(2.0 * (angle[None] - tried[:, None])))
    skew = (off * length).sum(1) / max(length.sum(), 1e-9)
    best = int(skew.argmin())
    return float(tried[best]), float(skew[best])


def squared(ring: Points) -> Points:
    """The ring with right angles, or ``ring`` itself where right angles do not become it."""
    if len(ring) < 4:
        return ring
    direction, skew = best_direction(ring)
    if skew > MOST_SKEW:
        return ring
    cos, sin = math.cos(direction), math.sin(direction)
    turn = np.array([[cos, -sin], [sin, cos]])
    turned = ring @ turn
    corners = _rectilinear(turned)
    if corners is None:
        return ring
    before, after = abs(signed_area(turned)), abs(signed_area(corners))
    if not LEAST_OVERLAP * before <= after <= before / LEAST_OVERLAP:
        return ring
    straight: Points = corners @ turn.T
    return straight


def _rectilinear(ring: Points) -> Points | None:
    """Sides made level or upright, each at its mean place; None where fewer than four are left."""
    sides = np.roll(ring, -1, axis=0) - ring
    middles = (np.roll(ring, -1, axis=0) + ring) / 2.0
    level = np.abs(sides[:, 0]) >= np.abs(sides[:, 1])
    runs = _runs(level, np.hypot(*sides.T), np.where(level, middles[:, 1], middles[:, 0]))
    while len(runs) > 4:
        reach = _reaches(runs)
        shortest = int(np.argmin(reach))
        if reach[shortest] >= SHORTEST_SIDE_PX:
            break
        runs = _without(runs, shortest)
    if len(runs) < 4 or len(runs) % 2:
        return None
    points = []
    for (is_level, _, place), (_, _, next_place) in zip(runs, runs[1:] + runs[:1]):
        points.append((next_place, place) if is_level else (place, next_place))
    return np.array(points, dtype=np.float64)


Run = tuple[bool, float, float]
"""Whether a side is level, its weight, and its place across its direction."""


def _runs(level: NDArray[np.bool_], length: Points, place: Points) -> list[Run]:
    runs: list[Run] = []
    for one in zip(level.tolist(), length.tolist(), place.tolist()):
        runs.append(one)
        _join_last(runs)
    if len(runs) > 1 and runs[0][0] == runs[-1][0]:
        runs.append(runs.pop(0))
        _join_last(runs)
    return runs


def _join_last(runs: list[Run]) -> None:
    if len(runs) > 1 and runs[-1][0] == runs[-2][0]:
        second, first = runs.pop(), runs.pop()
        weight = max(first[1] + second[1], 1e-9)
        place = (first[1] * first[2] + second[1] * second[2]) / weight
        runs.append((first[0], weight, place))


def _reaches(runs: list[Run]) -> list[float]:
    """How long each side is: from the side before to the one after."""
    return [abs(runs[i - 1][2] - runs[(i + 1) % len(runs)][2]) for i in range(len(runs))]


def _without(runs: list[Run], index: int) -> list[Run]:
    """A side less; its two neighbours, which are parallel, become one."""
    rolled = runs[index:] + runs[:index]
    after, before = rolled[1], rolled[-1]
    weight = max(after[1] + before[1], 1e-9)
    place = (after[1] * after[2] + before[1] * before[2]) / weight
    return [(after[0], weight, place), *rolled[2:-1]]
