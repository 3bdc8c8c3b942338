"""Shapes in class rasters: connected parts, skeletons, nodes of a street network, rectangles.

All are plain numpy on stacks ``(N, H, W)``; no patch sees another.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]
Labels = NDArray[np.int64]
Doubles = NDArray[np.float64]


def label_parts(mask: Mask, *, diagonal: bool = False) -> Labels:
    """A number from 1 for every connected part ``(N, H, W)``, in the order of their first pixel;
    0 elsewhere."""
    return label_values(mask.astype(np.int8), diagonal=diagonal)


def label_values(values: NDArray[Any], *, diagonal: bool = False) -> Labels:
    """The same for parts of equal value; 0 where the value is 0."""
    flat = np.arange(values.size, dtype=np.int64).reshape(values.shape)
    root = flat.ravel().copy()
    joints = [
        (values[:, :, 1:], values[:, :, :-1], flat[:, :, 1:], flat[:, :, :-1]),
        (values[:, 1:], values[:, :-1], flat[:, 1:], flat[:, :-1]),
    ]
    if diagonal:
        joints += [
            (values[:, 1:, 1:], values[:, :-1, :-1], flat[:, 1:, 1:], flat[:, :-1, :-1]),
            (values[:, 1:, :-1], values[:, :-1, 1:], flat[:, 1:, :-1], flat[:, :-1, 1:]),
        ]
    links = [(b[(x == y) & (x != 0)], a[(x == y) & (x != 0)]) for x, y, b, a in joints]
    first = np.concatenate([a for _, a in links])
    second = np.concatenate([b for b, _ in links])
    while first.size:
        low = np.minimum(root[first], root[second])
        high = np.maximum(root[first], root[second])
        np.minimum.at(root, high, low)
        while True:
            further = root[root]
            if np.array_equal(further, root):
                break
            root = further
        apart = root[first] != root[second]
        first, second = first[apart], second[apart]
    inside = values.ravel() != 0
    out = np.zeros(values.size, dtype=np.int64)
    _, numbers = np.unique(root[inside], return_inverse=True)
    out[inside] = numbers.ravel() + 1
    return out.reshape(values.shape)


def touches_rim(labels: Labels) -> Mask:
    """Whether each part, by its number, lies at the rim of its patch; entry 0 is meaningless."""
    out = np.zeros(int(labels.max()) + 1, dtype=bool)
    for side in (labels[:, 0], labels[:, -1], labels[:, :, 0], labels[:, :, -1]):
        out[side] = True
    return out


@dataclass(frozen=True)
class Parts:
    """Whole parts of a mask, one entry each: patch, area (px), centre, direction of the longer side
    (radians, 0 to pi), area as a share of the rectangle in that direction."""

    patch: Labels
    area: Doubles
    y: Doubles
    x: Doubles
    direction: Doubles
    squareness: Doubles


def whole_parts(mask: Mask, smallest_px: int) -> Parts:
    """The connected parts that do not touch the rim."""
    labels = label_parts(mask)
    kept = ~touches_rim(labels)
    area = np.bincount(labels.ravel(), minlength=len(kept)).astype(np.float64)
    kept &= area >= smallest_px
    kept[0] = False
    number = np.cumsum(kept) - 1
    n, y, x = np.nonzero(kept[labels])
    which = number[labels[n, y, x]]
    count = int(kept.sum())
    size = np.bincount(which, minlength=count).astype(np.float64)
    patch = np.zeros(count, dtype=np.int64)
    patch[which] = n
    mean_y, mean_x = (np.bincount(which, v, minlength=count) / size for v in (y, x))
    direction, squareness = _fitted_rectangles(which, y - mean_y[which], x - mean_x[which], size)
    return Parts(patch, size, mean_y, mean_x, direction, squareness)


def _fitted_rectangles(
    which: Labels, dy: Doubles, dx: Doubles, size: Doubles
) -> tuple[Doubles, Doubles]:
    """Direction of the smallest enclosing rectangle of each part, and how much of it is filled."""
    count = len(size)
    best = np.full(count, np.inf)
    direction = np.zeros(count)
    for step in range(24):
        angle = np.pi / 2 * step / 24
        along = dx * np.cos(angle) + dy * np.sin(angle)
        across = dy * np.cos(angle) - dx * np.sin(angle)
        sides = []
        for values in (along, across):
            low, high = np.full(count, np.inf), np.full(count, -np.inf)
            np.minimum.at(low, which, values)
            np.maximum.at(high, which, values)
            sides.append(high - low + 1.0)
        area = sides[0] * sides[1]
        better = area < best - 1e-9
        best[better] = area[better]
        longer = np.where(sides[0] >= sides[1], angle, angle + np.pi / 2)
        direction[better] = longer[better]
    return direction, np.minimum(size / best, 1.0)


_AROUND = ((-1, 0), (-1, 1), (0, 1), (1, 1), (1, 0), (1, -1), (0, -1), (-1, -1))


def _neighbours(mask: Mask) -> list[Mask]:
    """The eight neighbours, clockwise from north; outside is empty."""
    padded = np.pad(mask, ((0, 0), (1, 1), (1, 1)))
    height, width = mask.shape[1:]
    return [padded[:, 1 + y : 1 + y + height, 1 + x : 1 + x + width] for y, x in _AROUND]


def _crossings(around: list[Mask]) -> NDArray[np.int8]:
    """How often one meets the mask when walking round a pixel."""
    total = np.zeros(around[0].shape, dtype=np.int8)
    for before, after in zip(around, around[1:] + around[:1]):
        total += ~before & after
    return total


def skeleton(mask: Mask) -> Mask:
    """Centre lines one pixel wide (Zhang & Suen 1984)."""
    out = mask.copy()
    while True:
        changed = False
        for north_west in (False, True):
            p = _neighbours(out)
            count = sum(part.astype(np.int8) for part in p)
            thin = (count >= 2) & (count <= 6) & (_crossings(p) == 1)
            if north_west:
                thin &= ~(p[0] & p[2] & p[6]) & ~(p[0] & p[4] & p[6])
            else:
                thin &= ~(p[0] & p[2] & p[4]) & ~(p[2] & p[4] & p[6])
            removed = out & thin
            if removed.any():
                out &= ~removed
                changed = True
        if not changed:
            return out


def without_spurs(lines: Mask, length_px: int) -> Mask:
    """Centre lines without side branches of at most ``length_px``; long dead ends stay whole."""
    worn = lines.copy()
    for _ in range(length_px):
        worn &= sum(part.astype(np.int8) for part in _neighbours(worn)) >= 2
    # What is left grows back along the old lines, from its ends only.
    grown = worn.copy()
    for _ in range(length_px):
        ends = grown & (sum(part.astype(np.int8) for part in _neighbours(grown)) == 1)
        near = np.zeros_like(ends)
        for part in _neighbours(ends):
            near |= part
        grown |= near & lines
    return grown


NODE_REACH_PX = 3


def node_degrees(lines: Mask, rim_px: int) -> tuple[Labels, Labels]:
    """``(patch, degree)`` of every end (1) and junction (3 and more) of centre lines.

    Junctions closer than two reaches are one. Nodes within ``rim_px`` of the rim are left out.
    """
    around = _neighbours(lines)
    crossings = _crossings(around)
    ends = lines & (crossings == 1)
    junctions = lines & (crossings >= 3)
    near = junctions.copy()
    for _ in range(NODE_REACH_PX):
        near = near | np.logical_or.reduce(_neighbours(near))
    labels = label_parts(near, diagonal=True)
    extra = np.where(junctions, crossings - 2, 0)
    degrees = 2 + np.bincount(labels.ravel(), extra.ravel()).astype(np.int64)
    inner = np.zeros_like(lines)
    inner[:, rim_px:-rim_px, rim_px:-rim_px] = True
    whole = np.zeros(len(degrees), dtype=bool)
    whole[labels[inner & junctions]] = True
    whole[0] = False
    patch_of = np.zeros(len(degrees), dtype=np.int64)
    n, y, x = np.nonzero(labels)
    patch_of[labels[n, y, x]] = n
    end_patch = np.nonzero(ends & inner)[0]
    patches = np.concatenate([end_patch, patch_of[whole]])
    found = np.concatenate([np.ones(len(end_patch), dtype=np.int64), degrees[whole]])
    return patches, found
