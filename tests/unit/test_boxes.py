"""Outlines of buildings as boxes."""

from __future__ import annotations

import math

import numpy as np
import pytest

from ...core.boxes import boxes_of, cut, largest_rectangle, main_direction


def _rectangle(x: float, y: float, length: float, width: float, angle: float) -> np.ndarray:
    corners = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)]) * (length / 2, width / 2)
    cos, sin = math.cos(angle), math.sin(angle)
    return corners @ np.array([[cos, sin], [-sin, cos]]) + (x, y)


@pytest.mark.parametrize("angle", [0.0, 0.3, 1.2, 2.0, 3.0])
def test_a_rectangle_is_its_own_box(angle: float) -> None:
    (box,) = boxes_of([_rectangle(40.0, 25.0, 12.0, 7.0, angle)], 1.0, 4.0)
    assert box[:4] == pytest.approx([25.0, 40.0, 12.0, 7.0], abs=0.3)
    assert math.sin(2 * (box[4] - angle)) == pytest.approx(0.0, abs=0.02)
    assert math.cos(2 * (box[4] - angle)) > 0.9


def test_an_angular_house_is_two_boxes_of_its_area() -> None:
    outline = np.array([(0, 0), (20, 0), (20, 6), (8, 6), (8, 18), (0, 18)], dtype=float)
    boxes = boxes_of([outline], 1.5, 4.0)
    assert len(boxes) == 2
    assert boxes[:, 2:4].prod(1).sum() == pytest.approx(20 * 6 + 8 * 12, rel=0.12)


def test_a_courtyard_stays_open() -> None:
    outer = _rectangle(0.0, 0.0, 40.0, 40.0, 0.2)
    inner = _rectangle(0.0, 0.0, 20.0, 20.0, 0.2)
    boxes = boxes_of([outer, inner], 2.0, 4.0)
    assert boxes[:, 2:4].prod(1).sum() == pytest.approx(1200.0, rel=0.12)
    assert (np.hypot(boxes[:, 0], boxes[:, 1]) > 8.0).all()


def test_what_is_thin_or_small_is_left_out() -> None:
    assert len(boxes_of([_rectangle(5, 5, 10.0, 0.8, 0.1)], 1.25, 4.0)) == 0
    assert len(boxes_of([_rectangle(5, 5, 1.6, 1.6, 0.1)], 1.25, 4.0)) == 0


def test_the_main_direction_heeds_the_length_of_sides() -> None:
    outline = np.array([(0, 0), (30, 3), (28, 23), (26, 22), (-2, 20)], dtype=float)
    assert main_direction(outline) == pytest.approx(math.atan2(3, 30), abs=0.05)


def test_the_largest_rectangle_is_found() -> None:
    mask = np.zeros((9, 12), dtype=bool)
    mask[1:4, 1:11] = mask[3:9, 2:6] = True
    assert largest_rectangle(mask) == (1, 2, 8, 4)
    assert largest_rectangle(np.zeros((3, 3), dtype=bool))[2:] == (0, 0)


def test_cutting_keeps_area_place_and_order_of_sides() -> None:
    box = np.array([[50.0, 60.0, 90.0, 30.0, 0.4, 7.0]], dtype=np.float32)
    pieces = cut(box, 40.0, 22.0)
    assert len(pieces) == 6
    assert pieces[:, 2:4].prod(1).sum() == pytest.approx(2700.0)
    assert pieces[:, :2].mean(0) == pytest.approx([50.0, 60.0], abs=1e-3)
    assert (pieces[:, 2] >= pieces[:, 3]).all()
    assert (pieces[:, 5] == 7.0).all()
    farthest = np.hypot(*(pieces[:, :2] - (50.0, 60.0)).T).max()
    assert farthest == pytest.approx(math.hypot(30.0, 7.5), abs=1e-3)
