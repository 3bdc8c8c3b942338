from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("torch")
pytest.importorskip("osgeo.gdal")

import torch

from ...core.nets.elevation import upsample
from ...core.production import (
    STRIP_WINDOWS,
    doubled,
    quantised,
    world_windows,
)
from ...core.tiling import Rect, block_means

RNG = np.random.default_rng(4)


@pytest.mark.parametrize(
    "rect",
    [
        Rect(0, 1, 0, 1),
        Rect(-17, 40, -300, -3),
        Rect(-1, 1, -1, 1),
        Rect(5, 100, -70, 400),
        Rect(16, 32, 128, 256),
    ],
)
def test_windows_cover_the_rectangle_exactly_once(rect: Rect) -> None:
    size = 16
    seen = np.zeros(rect.shape, dtype=int)
    for window in world_windows(rect, size):
        assert rect.contains(window)
        assert not window.is_empty
        tile = window.coarsen(size)
        assert tile.shape == (1, 1), "a window lies in one tile"
        seen[window.slices_in(rect)] += 1
    assert (seen == 1).all()


def test_windows_go_down_one_narrow_strip_after_the_other() -> None:
    order = list(world_windows(Rect(0, 48, 0, 16 * 20), 16))
    assert order[STRIP_WINDOWS].y0 == 16
    strips = [window.x0 // (16 * STRIP_WINDOWS) for window in order]
    assert strips == sorted(strips)


def test_quantised_rounds_to_multiples_half_to_even_without_negative_zero() -> None:
    values = np.array([0.03125, 0.09375, -0.01, 1.0, 1.04, -2.09, np.nan], dtype=np.float32)
    out = quantised(values, 0.0625)
    expected = [0.0, 0.125, 0.0, 1.0, 1.0625, -2.0625]
    assert out[:-1].tolist() == expected
    assert np.isnan(out[-1])
    assert not np.signbit(out[2])
    assert out.dtype == np.float32
    assert np.array_equal(quantised(out[:-1], 0.0625), out[:-1])


def test_no_quantum_leaves_values_as_they_are() -> None:
    values = RNG.normal(0, 100, (1, 4, 4)).astype(np.float32)
    assert np.array_equal(quantised(values, 0.0), values)


@pytest.mark.parametrize("factor", [2, 4, 16])
def test_block_means_are_means_of_blocks(factor: int) -> None:
    values = RNG.normal(0, 100, (2, 3 * factor, 2 * factor)).astype(np.float32)
    expected = values.astype(np.float64).reshape(2, 3, factor, 2, factor).mean((2, 4))
    assert block_means(values, factor) == pytest.approx(expected, abs=1e-3)


def test_block_means_do_not_depend_on_what_else_is_there() -> None:
    values = RNG.normal(0, 100, (1, 64, 64)).astype(np.float32)
    part = block_means(values[:, 16:48, 32:], 8)
    assert np.array_equal(block_means(values, 8)[:, 2:6, 4:], part)


@pytest.mark.parametrize("factor", [1, 2, 4, 8, 16])
def test_doubled_is_what_the_network_doubles_with(factor: int) -> None:
    values = RNG.normal(0, 100, (1, 5, 7)).astype(np.float32)
    expected = upsample(torch.from_numpy(values)[None], factor)[0].numpy()
    got = doubled(values, factor)
    assert got.shape == (1, 5 * factor, 7 * factor)
    assert got == pytest.approx(expected, abs=1e-3)


@pytest.mark.parametrize("factor", [2, 8])
def test_doubling_keeps_constants_and_its_edges_stay_at_the_edge(factor: int) -> None:
    assert (doubled(np.full((1, 3, 3), 5.0, dtype=np.float32), factor) == 5.0).all()
    values = RNG.normal(0, 100, (1, 8, 8)).astype(np.float32)
    whole, part = doubled(values, factor), doubled(values[:, 2:7, 1:6], factor)
    inner = slice(factor, -factor)
    expected = whole[:, 2 * factor : 7 * factor, factor : 6 * factor]
    assert np.array_equal(part[:, inner, inner], expected[:, inner, inner])
