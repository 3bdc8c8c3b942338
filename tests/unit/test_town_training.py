"""What the network of towns is shown, and that it learns from it."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch")

import torch

from ...core.map_classes import MapClass
from ...core.nets.town_refiner import CELL_SIZES_M, TownNet
from ...core.nets.town_state import CHANNELS, SIDES, TURNS
from ...core.nets.wag import Level
from ...core.tiling import Rect
from ...core.town import Town
from ...core.town_drawing import LAND_PX, evened, lessened, town_codes, without_ends
from ...core.town_lines import (
    MAIN_FROM,
    OTHERS,
    OTHERS_FROM,
    ROADS,
    SEGMENT_COLUMNS,
    STREET_FROM,
    line_number,
)
from ...core.training.likelihood import LikelihoodTrainer
from ...core.training.resumable import Schedule
from ...core.training.town_task import TownTask, surprise
from ...core.training.town_views import View, random_view, view_of

SIDE = 1024
METRES = np.eye(2) * 2.0
LEVELS = [Level(8, 1, 0)] * 6


def a_town(*lines: tuple[float, float, float, float, int]) -> Town:
    """Fields with a wood in the north, and the given lines."""
    ground = np.full((SIDE, SIDE), int(MapClass.FARMLAND), dtype=np.uint8)
    ground[: SIDE // 4] = int(MapClass.FOREST)
    nothing = np.zeros((SIDE, SIDE), dtype=np.uint8)
    segments = np.array(lines, dtype=np.float32).reshape(-1, SEGMENT_COLUMNS)
    mapped = np.ones((SIDE, SIDE), dtype=np.uint8)
    return Town(2.0, ground, nothing, nothing, mapped, ground=ground, lines=segments)


def a_grid() -> Town:
    """A street every 96 m, a main one in the middle, a railway across."""
    lines = []
    for at in range(24, SIDE, 48):
        lines += [(at, 0, at, SIDE, 3), (0, at, SIDE, at, 3)]
    lines += [(500, 0, 530, SIDE, 5), (0, 100, SIDE, 900, OTHERS_FROM + 3)]
    return a_town(*lines)


def test_every_drawn_line_has_its_kind() -> None:
    for number, kind in enumerate(ROADS, 1):
        assert line_number(kind.target, kind.width_m) == number
    for number, kind in enumerate(OTHERS, 1):
        assert line_number(kind.target, kind.width_m) == OTHERS_FROM + number
    assert line_number(MapClass.MINOR_ROAD, 9.0) == 3
    assert line_number(MapClass.BUILT_UP, 60.0) == 0
    assert line_number(MapClass.WATER, 0.0) == 0


def test_a_line_crosses_the_sides_where_it_does() -> None:
    view = view_of(a_town((0, 40, 600, 40, 3), (200, 10, 200, 500, 5)), METRES, np.zeros(2), 4)
    state = view.states[32.0]
    north, west = state[7:10], state[10:13]
    assert (north[0, 1:37, 2] == 3).all()
    assert north[1, 5, 2] == pytest.approx(0.5)
    assert north[2, 5, 2] == pytest.approx(math.pi / 2)
    assert (west[0, 12, 1:31] == 5).all()
    assert west[1, 12, 4] == pytest.approx(0.5)
    assert north[0].sum() + west[0].sum() == pytest.approx(3 * 37 + 5 * 31, abs=10)
    coarse = view.states[256.0]
    assert (coarse[7, 1:4, 0] == 3).all()
    assert coarse[8, 2, 0] == pytest.approx(80 / 256)


def test_lines_side_by_side_are_one_in_their_middle() -> None:
    view = view_of(a_town((0, 36, 600, 36, 5), (600, 42, 0, 42, 5)), METRES, np.zeros(2), 4)
    north = view.states[32.0][7:10]
    assert north[1, 5, 2] == pytest.approx((39 * 2 - 64) / 32)
    assert abs(math.sin(float(north[2, 5, 2]) - math.pi / 2)) < 1e-3


def test_turning_a_town_turns_land_and_lines_alike() -> None:
    rng = np.random.default_rng(3)
    town = a_grid()
    for _ in range(4):
        view = random_view(town, 4, rng)
        for size, known in view.known.items():
            assert view.states[size].shape == (CHANNELS, *known.shape)
            assert (view.states[size][0][~known] == -1).all()
            assert set(np.unique(view.states[size][0])) <= {-1.0, 1.0, 2.0}
    upright = view_of(town, METRES, np.zeros(2), 4)
    angle = 0.4
    cos, sin = math.cos(angle), math.sin(angle)
    turned = view_of(
        town, METRES @ np.array([[cos, -sin], [sin, cos]]), np.array([-300.0, -300.0]), 6
    )
    counts = [
        (view.states[32.0][7] * view.known[32.0]).sum()
        + (view.states[32.0][10] * view.known[32.0]).sum()
        for view in (upright, turned)
    ]
    # Straight lines cross 4 / pi times as many sides of squares where they may lie anyhow.
    assert 1.0 < counts[1] / counts[0] < 1.5


def _drawn(view: View, rect: Rect) -> np.ndarray:
    state = view.states[32.0].repeat(2, 1).repeat(2, 2)
    state[0] = view.states[16.0][0]
    height, width = state.shape[1:]
    return town_codes(state, Rect(0, height, 0, width), rect, ROADS, OTHERS)


def test_a_real_map_comes_back_from_its_lattice() -> None:
    town = a_town((300, 0, 420, SIDE, 5), (0, 700, SIDE, 640, 3), (100, 100, 900, 230, 1))
    view = view_of(town, METRES, np.zeros(2), 4)
    codes = _drawn(view, Rect(64, 960, 64, 960))
    for row0, col0, row1, col1, kind in town.lines:
        share = np.linspace(0.15, 0.85, 200)
        rows = (row0 + share * (row1 - row0)).astype(int) - 64
        cols = (col0 + share * (col1 - col0)).astype(int) - 64
        inside = (rows >= 0) & (rows < 896) & (cols >= 0) & (cols < 896)
        met = codes[rows[inside], cols[inside]]
        assert (met >= int(ROADS[int(kind) - 1].target)).mean() > 0.97
    street = np.isin(codes, [int(MapClass.MINOR_ROAD), int(MapClass.MAJOR_ROAD)])
    assert street.mean() == pytest.approx((7 + 4) / 896, rel=0.3)
    assert (codes[:100, :100] == int(MapClass.FOREST)).mean() > 0.9
    assert LAND_PX * 2 == 16


def test_a_patch_is_less_of_a_surprise_where_it_is_known() -> None:
    torch.manual_seed(1)
    net = TownNet(LEVELS, 12)
    task = TownTask(net, [a_grid()], 8, 3)
    batch = task.new_batch(2)
    assert tuple(batch) == CELL_SIZES_M
    for size, patch in batch.items():
        found = surprise(net.level(size), patch)
        assert set(found) == ({"land", "kind", "place", "angle"} if size > 16 else {"land"})
        assert all(torch.isfinite(value) and value >= 0 for value in found.values())
        cells = patch.known.shape[1]
        assert patch.state.shape == (2, CHANNELS, cells + 4, cells + 4)
    assert len(TURNS) == 4
    assert len(SIDES) == 4


def test_likelihood_learns_a_town_and_a_run_goes_on(tmp_path: Path) -> None:
    torch.manual_seed(2)
    net = TownNet(LEVELS, 12)
    task = TownTask(net, [a_grid()], 6, 3)
    with torch.no_grad():
        before = float(task.loss(net, task.new_batch(4))[0])
    schedule = Schedule(10, 1, 1e-2, warm_up=2, log_every=5, save_every=5, bfloat16=False)
    trainer = LikelihoodTrainer(net, task, schedule, tmp_path)
    trainer.run()
    with torch.no_grad():
        after = float(task.loss(net, task.new_batch(4))[0])
    assert after < 0.9 * before
    again = LikelihoodTrainer(TownNet(LEVELS, 12), task, schedule, tmp_path)
    again.resume()
    assert again.step == 10


def test_short_ends_and_short_changes_of_a_street_are_not_drawn() -> None:
    sides = np.zeros((6, 12, 12), dtype=np.float32)
    sides[0, 1:11, 5] = 3.0
    sides[0, 4, 5] = 5.0
    sides[3, 7, 6] = 2.0
    left = without_ends(sides, 1)
    assert not left[3].any(), "a street of one cell"
    assert left[0, :, 5].nonzero()[0].tolist() == list(range(2, 10))
    assert set(np.unique(evened(left, 1)[0, 3:9, 5])) == {3.0}
    assert left[0, 4, 5] == 5.0
    longer = left.copy()
    longer[0, 5:, 5] *= 5.0 / 3.0
    assert np.array_equal(evened(longer, 2)[0, 3:9, 5], longer[0, 3:9, 5])


def test_a_main_road_that_leads_nowhere_becomes_a_street() -> None:
    sides = np.zeros((6, 16, 16), dtype=np.float32)
    sides[0, :, 3] = 5.0
    sides[3, 6, 4:12] = 4.0
    sides[3, 10, 4:] = 4.0
    left = lessened(sides, MAIN_FROM, 6)
    assert left[3, 6, 4:12].tolist() == [4.0, 4.0] + [3.0] * 6
    whole = lessened(sides, MAIN_FROM, 8)
    assert whole[3, 6, 4:12].tolist() == [3.0] * 8
    assert np.array_equal(whole[0], sides[0]), "what it branched off from stays"
    assert np.array_equal(lessened(whole, MAIN_FROM, 1), whole)
    country = np.zeros((16, 16), dtype=bool)
    country[:, 9:] = True
    tracks = lessened(whole, STREET_FROM, 8, country)
    assert tracks[3, 6, 4:12].tolist() == [3.0] * 5 + [1.0] * 3, "a street as far as the town"
