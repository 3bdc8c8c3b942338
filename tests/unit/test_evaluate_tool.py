"""How the tool that judges terrain chooses the patches it compares."""

from __future__ import annotations

from itertools import islice

import numpy as np
import pytest

pytest.importorskip("torch")

from ...core.tiling import FloatArray, Rect
from ...tools.evaluate_places import (
    PATCH_PX,
    PATCHES_OF_TILE,
    TOO_WET,
    World,
    by_tile,
    expected_water,
    made_from_nothing,
    tour,
    water_kind,
    water_quotas,
)

TILE_PX = 4 * PATCH_PX


class TiledSea:
    """Each tile's height is its place in a row of tiles; water covers a share of each of them."""

    def __init__(self, shares: list[float]) -> None:
        self._shares = shares

    def read(self, rect: Rect) -> FloatArray:
        tile = rect.x0 // TILE_PX + rect.y0 // TILE_PX * 2
        values = np.full((2, *rect.shape), float(tile), dtype=np.float32)
        values[1] = np.arange(PATCH_PX * 4) % PATCH_PX < self._shares[tile] * PATCH_PX
        return values


def world_of(shares: list[float], expected: list[int]) -> World:
    """Two rows of two tiles, each of which is expected to hold four windows of one kind."""
    kinds = np.repeat(np.array(expected)[:, None], 4, axis=1)
    return World(TiledSea(shares), kinds, 2)


def test_as_many_patches_of_each_kind_are_made_as_real_ones_have() -> None:
    shares = np.array([0.0] * 70 + [0.05] * 20 + [0.2] * 10)
    assert water_quotas(shares, 50) == [35, 10, 5, 0]
    for count in (1, 7, 160):
        assert sum(water_quotas(shares, count)) == count


def test_a_pond_is_no_water_and_more_than_half_a_patch_is_too_much() -> None:
    kinds = [int(water_kind(share)) for share in (0.0, 0.001, 0.05, 0.2, 0.5, 0.6)]
    assert kinds == [0, 0, 1, 2, 3, TOO_WET]


def test_water_to_expect_is_the_share_of_sea_cells_even_where_windows_are_smaller() -> None:
    sea = np.zeros((24, 24), dtype=bool)
    sea[:, :12] = True
    wide = expected_water(sea, 3.0, 8)
    assert np.allclose(wide[:, :3], 1.0)
    assert np.allclose(wide[:, 5:], 0.0)
    assert np.allclose(wide.mean(), 0.5)
    small = expected_water(sea, 1.0, 24)[0]
    assert (np.diff(small) <= 0).all()
    assert 0.5 < small[11] < 1.0
    assert small[11] + small[12] == pytest.approx(1.0)


def test_windows_are_told_by_tile_and_lie_apart() -> None:
    row, column = np.mgrid[:8, :8]
    tiles = by_tile(row * 10 + column, 4)
    assert tiles.tolist() == [
        [0, 2, 20, 22],
        [4, 6, 24, 26],
        [40, 42, 60, 62],
        [44, 46, 64, 66],
    ]


def test_worlds_take_turns_as_long_as_they_have_tiles_of_a_kind() -> None:
    dry, wet, both = (np.array(kinds) for kinds in ([[0, 0]], [[1, 1]] * 2, [[0, 1]] * 3))
    visits = list(tour([dry, wet, both], 1))
    assert [world for world, _ in visits] == [1, 2, 1, 2, 2]
    assert len(set(visits)) == len(visits)
    assert [world for world, _ in tour([dry, wet, both], 0)] == [0, 2, 2, 2]
    assert list(tour([dry, wet], 3)) == []


def test_tiles_come_as_often_as_they_can_give_patches() -> None:
    kinds = np.full((3000, 16), TOO_WET)
    kinds[:1000, 0] = 2
    kinds[1000:2000, :PATCHES_OF_TILE] = 2
    kinds[2000:] = 2
    first = np.array([tile for _, tile in islice(tour([kinds], 2), 300)])
    drawn = np.bincount(first // 1000, minlength=3) / 300
    # One patch of each of the first thousand, as many as are taken of a tile of all others.
    assert np.allclose(drawn, [1 / 9, 4 / 9, 4 / 9], atol=0.08)


def test_what_a_window_holds_decides_which_kind_it_counts_as() -> None:
    world = world_of([0.0, 0.3, 0.9, 0.05], expected=[0, 0, 0, 0])
    wanted = [3, 9, 0, 2]
    heights = [float(patch[0, 0]) for patch in made_from_nothing([world], wanted)]
    assert sorted(heights) == [0.0] * 3 + [1.0] * 2 + [3.0] * 4
    assert wanted == [0, 5, 0, 0]


def test_tiles_without_windows_of_a_wanted_kind_are_left_alone() -> None:
    world = world_of([0.3] * 4, expected=[0, 3, TOO_WET, 0])
    patches = list(made_from_nothing([world], [0, 0, 0, 40]))
    assert {float(patch.mean()) for patch in patches} == {1.0}
    assert len(patches) == PATCHES_OF_TILE
    assert all(patch.shape == (PATCH_PX, PATCH_PX) for patch in patches)
