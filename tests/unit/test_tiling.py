from __future__ import annotations

import mmap

import numpy as np
import pytest

from ...core.tiling import Rect, TiledField, lasting_array, tiles_covering

RECTS = [Rect(0, 1, 0, 1), Rect(-7, 9, 3, 4), Rect(-17, -3, -40, -16), Rect(15, 33, -1, 65)]


@pytest.mark.parametrize("rect", RECTS)
@pytest.mark.parametrize("factor", [1, 2, 3, 16])
def test_coarse_cells_are_exactly_those_touched(rect: Rect, factor: int) -> None:
    cells = rect.coarsen(factor)
    assert cells.refine(factor).contains(rect)
    rows = {row // factor for row in range(rect.y0, rect.y1)}
    cols = {col // factor for col in range(rect.x0, rect.x1)}
    assert rows == set(range(cells.y0, cells.y1))
    assert cols == set(range(cells.x0, cells.x1))


@pytest.mark.parametrize("rect", RECTS)
@pytest.mark.parametrize("tile", [1, 8, 16])
def test_tiles_cover_every_cell_once_and_none_is_idle(rect: Rect, tile: int) -> None:
    tiles = list(tiles_covering(rect, tile))
    seen = np.zeros(rect.shape, dtype=int)
    for one in tiles:
        assert one.shape == (tile, tile)
        assert (one.y0 % tile, one.x0 % tile) == (0, 0)
        part = one.intersect(rect)
        assert not part.is_empty
        seen[part.slices_in(rect)] += 1
    assert (seen == 1).all()
    assert tiles == sorted(tiles, key=lambda one: (one.y0, one.x0))


def test_rectangles_meet_and_join() -> None:
    a, b = Rect(0, 4, 0, 6), Rect(2, 9, -3, 5)
    assert a.intersect(b) == Rect(2, 4, 0, 5)
    assert a.union(b) == Rect(0, 9, -3, 6)
    assert a.union(b).contains(a)
    assert not a.contains(b)
    assert a.intersect(a.shift(4, 0)).is_empty
    assert a.grow(2).shape == (8, 10)
    assert a.grow(2).grow(-2) == a


class _Counted:
    """Every cell holds its own position; remembers which tiles it was asked for."""

    def __init__(self) -> None:
        self.asked: list[Rect] = []

    def __call__(self, tile: Rect) -> np.ndarray:
        self.asked.append(tile)
        rows, cols = np.mgrid[tile.y0 : tile.y1, tile.x0 : tile.x1]
        return np.stack([rows, cols]).astype(np.float32)


@pytest.mark.parametrize("rect", RECTS)
def test_a_tiled_field_is_a_function_of_the_cell(rect: Rect) -> None:
    compute = _Counted()
    values = TiledField(compute, 8, 4).read(rect)
    expected = np.mgrid[rect.y0 : rect.y1, rect.x0 : rect.x1]
    assert values.dtype == np.float32
    assert np.array_equal(values, expected)
    assert all(tile.shape == (8, 8) for tile in compute.asked)


def test_the_newest_tiles_are_kept_and_the_oldest_forgotten() -> None:
    compute = _Counted()
    field = TiledField(compute, 8, 2)
    first, second, third = Rect(0, 1, 0, 1), Rect(0, 1, 8, 9), Rect(0, 1, 16, 17)
    for rect in (first, second, first, third, first, second):
        field.read(rect)
    assert [tile.x0 // 8 for tile in compute.asked] == [0, 1, 2, 1]


def test_what_a_reader_does_with_its_copy_stays_there() -> None:
    field = TiledField(_Counted(), 8, 2)
    field.read(Rect(0, 8, 0, 8))[:] = -1.0
    assert (field.read(Rect(0, 8, 0, 8)) >= 0).all()


@pytest.mark.parametrize("rect", [Rect(3, 3, 0, 5), Rect(8, 8, 0, 5), Rect(5, 3, 0, 5)])
def test_an_empty_rectangle_has_no_tiles_and_cannot_be_read(rect: Rect) -> None:
    assert list(tiles_covering(rect, 8)) == []
    with pytest.raises(ValueError, match="empty rectangle"):
        TiledField(_Counted(), 8, 2).read(rect)


@pytest.mark.parametrize("shape", [(1, 3, 5), (2, 0, 4), (7,)])
def test_a_lasting_array_holds_its_own_memory_and_nothing_else(shape: tuple[int, ...]) -> None:
    values = lasting_array(shape)
    assert values.shape == shape
    assert values.dtype == np.float32
    assert not values.any()
    values += 1.0
    root: object = values
    while isinstance(root, np.ndarray):
        root = root.base
    assert isinstance(root, memoryview)
    assert isinstance(root.obj, mmap.mmap)
    assert len(root.obj) == max(values.nbytes, 4)
