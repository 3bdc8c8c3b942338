"""Where water would run: D8 flow, accumulation, pits, closed depressions, valley network.

Elevations are (N, H, W) without NaN; patches are independent, and their border drains off the map.
Everything is vectorised over all patches at once, so no pixel costs a step of the interpreter.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .metrics import Doubles, Floats

Indices = NDArray[np.int64]

_DIRECTIONS = ((0, 1), (1, 1), (1, 0), (1, -1), (0, -1), (-1, -1), (-1, 0), (-1, 1))
_NOWHERE = -1


@dataclass(frozen=True)
class Flow:
    """D8 flow of a stack of patches."""

    shape: tuple[int, int, int]
    receiver: Indices
    """Flat index (N*H*W,) of the steepest lower neighbour; -1 without one."""
    diagonal: NDArray[np.bool_]
    """Whether that neighbour is a diagonal one (N*H*W,)."""


def flow_directions(patches: Floats) -> Flow:
    """Send each pixel's water to its steepest lower neighbour (O'Callaghan & Mark 1984)."""
    count, height, width = patches.shape
    ground = np.asarray(patches, dtype=np.float32)
    walled = np.pad(ground, ((0, 0), (1, 1), (1, 1)), constant_values=np.inf)
    steepest = np.zeros(ground.shape, dtype=np.float32)
    step = np.zeros(ground.shape, dtype=np.int32)
    drop = np.empty_like(steepest)
    for south, east in _DIRECTIONS:
        rows, columns = slice(1 + south, 1 + south + height), slice(1 + east, 1 + east + width)
        np.subtract(ground, walled[:, rows, columns], out=drop)
        if south and east:
            drop *= np.float32(0.5**0.5)
        better = drop > steepest
        np.copyto(steepest, drop, where=better)
        np.copyto(step, south * width + east, where=better)
    flat = step.ravel()
    receiver = np.arange(flat.size, dtype=np.int64) + flat
    receiver[flat == 0] = _NOWHERE
    away = np.abs(flat)
    diagonal = (away == width + 1) | (away == width - 1)
    return Flow((count, height, width), receiver, diagonal)


def flow_accumulation(flow: Flow) -> Doubles:
    """Number of pixels (N, H, W) that drain through each pixel, itself included."""
    receiver = flow.receiver
    total = np.ones(receiver.size, dtype=np.float64)
    waiting = np.bincount(receiver[receiver >= 0], minlength=receiver.size).astype(np.int64)
    newest = np.empty(receiver.size, dtype=np.int64)
    front = np.flatnonzero((waiting == 0) & (receiver >= 0))
    while front.size:
        target = receiver[front]
        np.add.at(total, target, total[front])
        np.subtract.at(waiting, target, 1)
        ready = target[(waiting[target] == 0) & (receiver[target] >= 0)]
        order = np.arange(ready.size)
        newest[ready] = order  # of equal entries the last one stays: each target once
        front = ready[newest[ready] == order]
    return total.reshape(flow.shape)


def pit_share(flow: Flow) -> Doubles:
    """Share (N,) of inner pixels without any lower neighbour, level ground included."""
    stuck = (flow.receiver == _NOWHERE).reshape(flow.shape)
    share: Doubles = stuck[:, 1:-1, 1:-1].mean(axis=(1, 2), dtype=np.float64)
    return share


def depression_share(patches: Floats, filled: Floats, *, minimum_depth_m: float = 0.0) -> Doubles:
    """Share (N,) of pixels that lie deeper than ``minimum_depth_m`` below their spill level."""
    share: Doubles = (filled - patches > minimum_depth_m).mean(axis=(1, 2), dtype=np.float64)
    return share


def valley_density(
    flow: Flow, accumulation: Doubles, pixel_size_m: Any, *, threshold_cells: int
) -> Doubles:
    """Length of valleys per area (N,), km per km^2.

    A valley is every pixel that more than ``threshold_cells`` pixels drain through; its length
    is the way to its receiver. ``pixel_size_m`` is one number or one per patch.
    """
    channel = (accumulation > threshold_cells).ravel() & (flow.receiver >= 0)
    length = np.where(flow.diagonal, np.sqrt(2.0), 1.0) * channel
    per_patch = length.reshape(flow.shape).mean(axis=(1, 2))
    density: Doubles = per_patch * 1000.0 / np.asarray(pixel_size_m, dtype=np.float64)
    return density


def fill_depressions(patches: Floats, flow: Flow) -> NDArray[np.float32]:
    """The ground raised to the level at which water would spill to the border (N, H, W).

    Gives exactly what a priority flood gives (Barnes et al. 2014), by way of catchments: a
    pixel's water stands at the higher of its own height and its catchment's spill level, and
    spill levels follow from the lowest passes between catchments.
    """
    ground = np.asarray(patches, dtype=np.float32)
    label = _catchments(flow)
    count = int(label.max()) + 1
    low, high, height = _passes(ground, label)
    level = _spill_levels(low, high, height, count)
    return np.maximum(ground, level[label].astype(np.float32))


def _catchments(flow: Flow) -> Indices:
    """A label per pixel (N, H, W) of the pit it drains to; 0 where that is on the border."""
    size = flow.receiver.size
    root = np.where(flow.receiver >= 0, flow.receiver, np.arange(size))
    while True:
        further = root[root]
        if np.array_equal(further, root):
            break
        root = further
    inner = np.zeros(flow.shape, dtype=bool)
    inner[:, 1:-1, 1:-1] = True
    pits = np.flatnonzero((flow.receiver == _NOWHERE) & inner.ravel())
    number = np.zeros(size, dtype=np.int64)
    number[pits] = np.arange(1, pits.size + 1)
    label: Indices = number[root].reshape(flow.shape)
    return label


def _passes(
    ground: NDArray[np.float32], label: Indices
) -> tuple[Indices, Indices, NDArray[np.float32]]:
    """Every step between two catchments, or off the border: both labels, height; lowest first."""
    width = ground.shape[2]
    firsts, seconds, heights = [], [], []
    for south, east in ((0, 1), (1, 0), (1, 1), (1, -1)):
        here = (
            slice(None),
            slice(0, ground.shape[1] - south),
            slice(max(0, -east), width - max(0, east)),
        )
        there = (slice(None), slice(south, None), slice(max(0, east), width + min(0, east)))
        apart = label[here] != label[there]
        firsts.append(label[here][apart])
        seconds.append(label[there][apart])
        heights.append(np.maximum(ground[here][apart], ground[there][apart]))
    border = np.ones(ground.shape, dtype=bool)
    border[:, 1:-1, 1:-1] = False
    border &= label > 0
    firsts.append(label[border])
    seconds.append(np.zeros(int(border.sum()), dtype=np.int64))
    heights.append(ground[border])
    height = np.concatenate(heights)
    order = np.argsort(height, kind="stable")
    return np.concatenate(firsts)[order], np.concatenate(seconds)[order], height[order]


def _spill_levels(
    first: Indices, second: Indices, height: NDArray[np.float32], count: int
) -> Doubles:
    """Lowest level (count,) at which water from each label reaches label 0.

    Boruvka's rounds: every group of labels joins the group beyond its lowest pass; the spill
    level is the highest pass on the way. Passes come lowest first, so their position breaks ties.
    """
    group = np.arange(count)
    level = np.full(count, -np.inf)
    while True:
        one, other = group[first], group[second]
        apart = one != other
        first, second, height = first[apart], second[apart], height[apart]
        one, other = one[apart], other[apart]
        if not height.size:
            return level
        lowest = np.full(count, height.size, dtype=np.int64)
        position = np.arange(height.size)[::-1]
        lowest[one[::-1]] = position  # of equal entries the last one stays: the lowest pass
        opposite = np.full(count, height.size, dtype=np.int64)
        opposite[other[::-1]] = position
        lowest = np.minimum(lowest, opposite)
        joins = np.flatnonzero(lowest < height.size)
        joins = joins[joins > 0]
        chosen = lowest[joins]
        towards = np.arange(count)
        raised = np.full(count, -np.inf)
        towards[joins] = one[chosen] + other[chosen] - joins
        raised[joins] = height[chosen]
        mutual = joins[(towards[towards[joins]] == joins) & (joins < towards[joins])]
        towards[mutual] = mutual
        raised[mutual] = -np.inf
        group, level = _follow(group, level, towards, raised)


def _follow(
    group: Indices, level: Doubles, towards: Indices, raised: Doubles
) -> tuple[Indices, Doubles]:
    """Let every group go where ``towards`` ends, keeping the highest pass on the way."""
    while True:
        further = towards[towards]
        raised = np.maximum(raised, raised[towards])
        if np.array_equal(further, towards):
            break
        towards = further
    return towards[group], np.maximum(level, raised[group])
