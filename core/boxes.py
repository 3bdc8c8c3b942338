"""Buildings as boxes: upright rectangles on the ground, one or a few for each outline.

A box is a row ``(y, x, length, width, angle, height_m)``: its centre, its sides, the longer one
first, the direction of that in radians, 0 to pi, from x towards y, and 0 where the height is not
known. Rows and columns are in the units of the outline.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Boxes = NDArray[np.float32]
Points = NDArray[np.float64]
Doubles = NDArray[np.float64]

COLUMNS = 6
NO_BOXES: Boxes = np.zeros((0, COLUMNS), dtype=np.float32)
_FILLED = 0.9
_CELLS = 60
_MOST_BOXES = 8
_MOST_GROWTH = 1.15


def boxes_of(rings: Sequence[Points], thinnest: float, smallest: float) -> Doubles:
    """Boxes that together cover about what an outline and its holes enclose, ``(n, 5)``.

    ``rings`` are ``(n, 2)``, x and y, the outline first. Parts thinner than ``thinnest`` or of
    less area than ``smallest`` are left out.
    """
    angle = main_direction(rings[0])
    turned = [_turned(ring, -angle) for ring in rings]
    low, high = turned[0].min(0), turned[0].max(0)
    step = max(float((high - low).max()) / _CELLS, thinnest / 6.0)
    xs = np.arange(low[0] + step / 2, high[0], step)
    ys = np.arange(low[1] + step / 2, high[1], step)
    inside = _inside(turned, xs, ys)
    if not inside.any():
        return np.zeros((0, 5))
    found = _whole(inside, xs, ys, high - low)
    if found is None:
        found = _parts(inside, step, xs[0] - step / 2, ys[0] - step / 2, thinnest)
    kept = (found[:, 2:].min(1) >= thinnest) & (found[:, 2:].prod(1) >= smallest)
    return _standing(found[kept], angle)


def main_direction(ring: Points) -> float:
    """The direction, 0 to half pi, that most of an outline's sides follow or are square to."""
    sides = np.roll(ring, -1, axis=0) - ring
    length = np.hypot(sides[:, 0], sides[:, 1])
    four = np.exp(4j * np.arctan2(sides[:, 1], sides[:, 0]))
    return float(np.angle((length * four).sum()) / 4.0 % (math.pi / 2.0))


def _turned(points: Points, angle: float) -> Points:
    cos, sin = math.cos(angle), math.sin(angle)
    x, y = points[:, 0], points[:, 1]
    return np.stack([x * cos - y * sin, x * sin + y * cos], 1)


def _inside(rings: Sequence[Points], xs: Doubles, ys: Doubles) -> NDArray[np.bool_]:
    """Which points of a grid an odd number of the rings' sides lie to the right of."""
    out = np.zeros((len(ys), len(xs)), dtype=bool)
    for ring in rings:
        following = np.roll(ring, -1, axis=0)
        for (x0, y0), (x1, y1) in zip(ring.tolist(), following.tolist()):
            rows = (ys < max(y0, y1)) & (ys >= min(y0, y1))
            if rows.any():
                at = x0 + (ys[rows] - y0) * (x1 - x0) / (y1 - y0)
                out[rows] ^= xs[None] < at[:, None]
    return out


def _whole(inside: NDArray[np.bool_], xs: Doubles, ys: Doubles, size: Points) -> Doubles | None:
    """One box of the outline's own area, if that fills its rectangle well: x, y and sides."""
    share = float(inside.mean())
    if share < _FILLED:
        return None
    shrunk = size * math.sqrt(share)
    cells = float(inside.sum())
    centre = (inside.sum(0) @ xs / cells, inside.sum(1) @ ys / cells)
    return np.array([[*centre, *shrunk]])


def _parts(
    inside: NDArray[np.bool_], step: float, left: float, top: float, thinnest: float
) -> Doubles:
    """The largest rectangle within, then the largest within what is left, and so on."""
    rest = inside.copy()
    found = []
    for _ in range(_MOST_BOXES):
        row, col, rows, cols = largest_rectangle(rest)
        if min(rows, cols) * step < thinnest:
            break
        rest[row : row + rows, col : col + cols] = False
        found.append((row, col, rows, cols))
    if not found:
        return np.zeros((0, 4))
    cells = np.array(found, dtype=np.float64)
    grown = math.sqrt(min(inside.sum() / (cells[:, 2] * cells[:, 3]).sum(), _MOST_GROWTH**2))
    return np.stack(
        [
            left + (cells[:, 1] + cells[:, 3] / 2) * step,
            top + (cells[:, 0] + cells[:, 2] / 2) * step,
            cells[:, 3] * step * grown,
            cells[:, 2] * step * grown,
        ],
        1,
    )


def largest_rectangle(mask: NDArray[np.bool_]) -> tuple[int, int, int, int]:
    """``(row, column, rows, columns)`` of the largest rectangle of true cells."""
    best, where = 0, (0, 0, 0, 0)
    heights = np.zeros(mask.shape[1] + 1, dtype=np.int64)
    for row, line in enumerate(mask):
        heights[:-1] = np.where(line, heights[:-1] + 1, 0)
        open_at: list[tuple[int, int]] = []
        for col, height in enumerate(heights.tolist()):
            start = col
            while open_at and open_at[-1][1] >= height:
                start, tall = open_at.pop()
                if tall * (col - start) > best:
                    best = tall * (col - start)
                    where = (row - tall + 1, start, tall, col - start)
            if height:
                open_at.append((start, height))
    return where


def _standing(found: Doubles, angle: float) -> Doubles:
    """From the outline's own directions back to the ground, the longer side first."""
    centre = _turned(found[:, :2], angle)
    lies = found[:, 2] >= found[:, 3]
    direction = np.where(lies, angle, angle + math.pi / 2.0) % math.pi
    sides = np.sort(found[:, 2:], axis=1)
    return np.stack([centre[:, 1], centre[:, 0], sides[:, 1], sides[:, 0], direction], 1)


def cut(boxes: Boxes, longest: float, widest: float) -> Boxes:
    """Boxes of more than these sides as several of the same sides, beside one another."""
    out = [boxes]
    for column, most, turned in ((2, longest, 0.0), (3, widest, math.pi / 2.0)):
        whole = out.pop()
        pieces = np.maximum(np.ceil(whole[:, column] / most), 1).astype(np.int64)
        each = np.repeat(whole, pieces, axis=0)
        number = np.arange(len(each)) - np.repeat(np.cumsum(pieces) - pieces, pieces)
        share = (number + 0.5) / np.repeat(pieces, pieces) - 0.5
        off = share * each[:, column]
        each[:, 0] += off * np.sin(each[:, 4] + turned)
        each[:, 1] += off * np.cos(each[:, 4] + turned)
        each[:, column] /= np.repeat(pieces, pieces)
        out.append(each)
    done = out.pop()
    stands = done[:, 3] > done[:, 2]
    done[stands, 2:4] = done[stands, 3:1:-1]
    done[stands, 4] = (done[stands, 4] + math.pi / 2.0) % math.pi
    return done
