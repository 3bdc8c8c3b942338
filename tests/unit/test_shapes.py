"""Shapes in class rasters."""

from __future__ import annotations

import numpy as np
import pytest

from ...core.shapes import (
    label_parts,
    label_values,
    node_degrees,
    skeleton,
    touches_rim,
    whole_parts,
    without_spurs,
)


def _empty(size: int = 40) -> np.ndarray:
    return np.zeros((1, size, size), dtype=bool)


def test_parts_that_touch_by_a_corner_only_are_apart_unless_diagonals_count() -> None:
    mask = _empty(6)
    mask[0, 1, 1] = mask[0, 2, 2] = True
    assert label_parts(mask).max() == 2
    assert label_parts(mask, diagonal=True).max() == 1


def test_a_spiral_is_one_part() -> None:
    mask = _empty(9)
    mask[0, 0, :] = mask[0, :, 8] = mask[0, 8, :] = mask[0, 2:, 0] = mask[0, 2, :7] = True
    assert label_parts(mask).max() == 1


def test_parts_of_different_patches_never_join() -> None:
    mask = np.ones((3, 4, 4), dtype=bool)
    labels = label_parts(mask)
    assert [len(np.unique(patch)) for patch in labels] == [1, 1, 1]
    assert labels.max() == 3


def test_neighbours_of_different_value_are_different_parts() -> None:
    values = np.array([[[1, 1, 2], [1, 2, 2], [0, 2, 1]]])
    assert label_values(values).tolist() == [[[1, 1, 2], [1, 2, 2], [0, 2, 3]]]


def test_parts_at_the_rim_are_known() -> None:
    mask = _empty(8)
    mask[0, 0:2, 3] = mask[0, 4, 4] = True
    assert touches_rim(label_parts(mask))[1:].tolist() == [True, False]


@pytest.mark.parametrize("degrees", [0, 20, 45, 70])
def test_a_turned_rectangle_is_found_with_its_direction(degrees: int) -> None:
    y, x = np.mgrid[-40:41, -40:41].astype(float)
    angle = np.radians(degrees)
    along, across = x * np.cos(angle) + y * np.sin(angle), y * np.cos(angle) - x * np.sin(angle)
    mask = ((np.abs(along) < 24) & (np.abs(across) < 9))[None]
    parts = whole_parts(mask, 10)
    assert len(parts.area) == 1
    apart = abs(parts.direction[0] - angle) % np.pi
    assert min(apart, np.pi - apart) < np.radians(4)
    assert parts.squareness[0] > 0.85


def test_a_disc_fills_less_of_its_rectangle_than_a_square() -> None:
    y, x = np.mgrid[-20:21, -20:21]
    disc = (np.hypot(y, x) < 12)[None]
    square = ((np.abs(y) < 12) & (np.abs(x) < 12))[None]
    filled = [whole_parts(mask, 10).squareness[0] for mask in (disc, square)]
    assert filled[0] < 0.85 < filled[1]


def test_a_road_becomes_a_line_of_its_length() -> None:
    mask = _empty()
    mask[0, 18:22, :] = True
    lines = skeleton(mask)
    assert 36 <= lines.sum() <= 40
    assert (lines.sum(1)[0] <= 1).all()


def test_spurs_go_and_long_dead_ends_stay_whole() -> None:
    lines = _empty()
    lines[0, 20, 2:38] = True
    lines[0, 17:20, 10] = True
    lines[0, 5:20, 30] = True
    left = without_spurs(lines, 5)
    assert not left[0, 17:19, 10].any()
    assert left[0, 5:20, 30].all()
    assert left[0, 20, 2:38].all()


def test_a_crossing_has_four_branches_and_a_fork_three() -> None:
    mask = _empty(60)
    mask[0, 18:21, :] = True
    mask[0, :, 14:17] = True
    mask[0, 20:, 44:47] = True
    _, degrees = node_degrees(without_spurs(skeleton(mask), 4), 5)
    assert sorted(degrees.tolist()) == [3, 4]


def test_a_dead_end_inside_counts_and_one_at_the_rim_does_not() -> None:
    mask = _empty(60)
    mask[0, 30, 0:40] = True
    _, degrees = node_degrees(mask, 5)
    assert degrees.tolist() == [1]
