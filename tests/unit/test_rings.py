"""Rings of polygons: simplified with their neighbours, or squared."""

from __future__ import annotations

import numpy as np
import pytest

from ...core.rings import (
    arcs_of_ring,
    best_direction,
    crossing_lines,
    filled,
    rectangle_of,
    signed_area,
    simplified_line,
    squared,
)


def _stairs(steps: int) -> np.ndarray:
    points = [(0.0, 0.0)]
    for step in range(steps):
        points += [(step + 1.0, float(step)), (step + 1.0, step + 1.0)]
    return np.array(points)


def test_stairs_become_a_slope() -> None:
    line = simplified_line(_stairs(10), 0.8)
    assert line.tolist() == [[0.0, 0.0], [10.0, 10.0]]


def test_a_line_read_backward_is_simplified_alike() -> None:
    rng = np.random.default_rng(3)
    line = np.cumsum(rng.integers(-1, 2, (60, 2)), axis=0).astype(float)
    assert np.array_equal(simplified_line(line[::-1], 1.0)[::-1], simplified_line(line, 1.0))


def test_no_point_moves_farther_than_the_tolerance() -> None:
    line = np.stack([np.arange(40.0), 3 * np.sin(np.arange(40) / 3)], 1)
    simple = simplified_line(line, 0.5)
    assert len(simple) < len(line) / 2
    for point in line:
        segments = zip(simple[:-1], simple[1:])
        apart = []
        for a, b in segments:
            share = np.clip((point - a) @ (b - a) / ((b - a) @ (b - a)), 0, 1)
            apart.append(np.hypot(*(point - a - share * (b - a))))
        assert min(apart) <= 0.5 + 1e-9


def test_arcs_of_a_ring_do_not_depend_on_where_it_starts() -> None:
    ring = np.array([(0, 0), (4, 0), (4, 3), (2, 3), (2, 5), (0, 5)], dtype=float)
    sets = []
    for start in range(len(ring)):
        turned = np.roll(ring, -start, axis=0)
        arcs = arcs_of_ring(turned, np.zeros(len(ring), dtype=bool))
        sets.append({arc.tobytes() for arc in arcs})
    assert all(found == sets[0] for found in sets)


def test_arcs_end_at_nodes_and_make_up_the_ring() -> None:
    ring = np.array([(0, 0), (4, 0), (4, 3), (2, 3), (2, 5), (0, 5)], dtype=float)
    node = np.array([False, True, False, False, True, False])
    arcs = arcs_of_ring(ring, node)
    assert {tuple(arc[0]) for arc in arcs} == {(4.0, 0.0), (2.0, 5.0)}
    assert sum(len(arc) - 1 for arc in arcs) == len(ring)


@pytest.mark.parametrize("degrees", [0, 17, 45, 80])
def test_a_jagged_house_gets_four_right_angles(degrees: int) -> None:
    rng = np.random.default_rng(degrees)
    corners = np.array([(0, 0), (12, 0), (12, 7), (0, 7)], dtype=float)
    points = []
    for a, b in zip(corners, np.roll(corners, -1, axis=0)):
        for share in np.linspace(0, 1, 5)[:-1]:
            points.append(a + share * (b - a) + rng.uniform(-0.3, 0.3, 2))
    angle = np.radians(degrees)
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    house = squared(np.array(points) @ turn)
    assert len(house) == 4
    sides = np.roll(house, -1, axis=0) - house
    assert np.abs((sides * np.roll(sides, -1, axis=0)).sum(1)).max() < 1e-6
    assert abs(signed_area(house)) == pytest.approx(84, rel=0.12)


def test_an_angled_house_keeps_its_wing() -> None:
    wing = np.array([(0, 0), (12, 0), (12, 6), (6, 6), (6, 14), (0, 14)], dtype=float)
    assert len(squared(wing)) == 6
    assert abs(signed_area(squared(wing))) == pytest.approx(abs(signed_area(wing)))


def test_a_round_building_stays_round() -> None:
    angle = np.linspace(0, 2 * np.pi, 24, endpoint=False)
    disc = np.stack([8 * np.cos(angle), 8 * np.sin(angle)], 1)
    assert np.array_equal(squared(disc), disc)
    assert best_direction(disc)[1] > 0.5


def test_pixels_within_rings_are_known() -> None:
    outer = np.array([(3, 2), (8, 2), (8, 6), (5, 6), (5, 7), (3, 7)], dtype=float)
    court = np.array([(4, 3), (6, 3), (6, 5), (4, 5)], dtype=float)
    inside, top, left = filled([outer, court])
    assert (top, left) == (2, 3)
    assert inside.astype(int).tolist() == [
        [1, 1, 1, 1, 1],
        [1, 0, 0, 1, 1],
        [1, 0, 0, 1, 1],
        [1, 1, 1, 1, 1],
        [1, 1, 0, 0, 0],
    ]


def test_lines_that_cross_are_found_and_those_that_meet_at_ends_are_not() -> None:
    lines = [
        np.array([(0, 0), (40, 31)], dtype=float),
        np.array([(0, 30), (40, 0)], dtype=float),
        np.array([(40, 31), (60, 31), (60, 50)], dtype=float),
        np.array([(0, 0), (0, 30)], dtype=float),
        np.array([(70, 31), (70, 60)], dtype=float),
        np.array([(65, 45), (70, 45)], dtype=float),
    ]
    assert crossing_lines(lines) == {0, 1, 4, 5}


def test_a_line_along_another_counts_as_crossing_it() -> None:
    over = [np.array([(0, 0), (9, 3)], dtype=float), np.array([(9, 3), (0, 0)], dtype=float)]
    assert crossing_lines(over) == {0, 1}


def test_a_loop_at_a_node_is_cut_alike_on_both_sides() -> None:
    loop = np.array([(5, 5), (9, 5), (9, 8), (5, 8)], dtype=float)
    inside = arcs_of_ring(loop[::-1], np.array([False, False, False, True]))
    around = np.concatenate([[(0.0, 0.0), (5.0, 0.0)], loop, [(5.0, 5.0), (0.0, 5.0)]])
    node = np.array([True, False, True, False, False, False, True, False])
    outside = arcs_of_ring(around, node)
    ends = [{(tuple(arc[0]), tuple(arc[-1])) for arc in arcs} for arcs in (inside, outside)]
    loops = {frozenset(pair) for pair in ends[0]}
    assert loops == {frozenset({(5.0, 5.0), (9.0, 8.0)})}
    assert loops <= {frozenset(pair) for pair in ends[1]}


@pytest.mark.parametrize(
    ("long", "wide", "angle"), [(12, 8, 0.0), (7, 5, 0.5), (6, 6, 0.8), (20, 3, 1.2)]
)
def test_pixels_of_a_turned_house_are_its_rectangle(long: int, wide: int, angle: float) -> None:
    y, x = np.mgrid[0:40, 0:40] + 0.5
    along = (x - 20.3) * np.cos(angle) + (y - 19.8) * np.sin(angle)
    across = (y - 19.8) * np.cos(angle) - (x - 20.3) * np.sin(angle)
    inside = (np.abs(along) <= long / 2) & (np.abs(across) <= wide / 2)
    corners = rectangle_of(inside, 100, 200)
    assert corners is not None
    assert abs(signed_area(corners)) == pytest.approx(inside.sum())
    assert corners.mean(0) == pytest.approx((220.3, 119.8), abs=0.5)
    sides = sorted(np.hypot(*(corners[1:3] - corners[:2]).T))
    assert sides == pytest.approx([wide, long], abs=0.9)


def test_pixels_of_a_wing_are_no_rectangle() -> None:
    inside = np.ones((12, 14), dtype=bool)
    inside[:6, :7] = False
    assert rectangle_of(inside, 0, 0) is None
