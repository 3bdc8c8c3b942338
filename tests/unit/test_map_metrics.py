"""The statistics that maps are judged by."""

from __future__ import annotations

import numpy as np
import pytest

from ...core.map_classes import MapClass
from ...core.training.map_metrics import TITLES, compare_maps, summarise_maps


def _town(block_px: int, house_px: int, seed: int = 0, count: int = 12) -> np.ndarray:
    """A grid of streets with houses in its blocks."""
    rng = np.random.default_rng(seed)
    maps = np.full((count, 128, 128), int(MapClass.BUILT_UP), dtype=np.uint8)
    for patch in maps:
        oy, ox = rng.integers(block_px, size=2)
        for y in range(-block_px, 128, block_px):
            for x in range(-block_px, 128, block_px):
                top, left = y + oy + 8, x + ox + 8
                for dy in range(0, block_px - 8 - house_px, house_px + 5):
                    row = slice(max(top + dy, 0), max(top + dy + house_px, 0))
                    patch[row, max(left, 0) : max(left + house_px, 0)] = int(MapClass.BUILDING)
        for start, axis in ((oy, 0), (ox, 1)):
            for at in range(start % block_px, 128, block_px):
                lane = [slice(None), slice(None)]
                lane[axis] = slice(at, at + 4)
                patch[tuple(lane)] = int(MapClass.MINOR_ROAD)
    return maps


def test_every_distance_is_zero_for_the_same_maps() -> None:
    summary = summarise_maps(_town(40, 6), 2.0)
    figures = compare_maps(summary, summary)
    assert set(figures) == set(TITLES)
    assert all(value == pytest.approx(0.0) for value in figures.values())


def test_the_same_town_from_elsewhere_is_nearer_than_another_kind_of_town() -> None:
    real = summarise_maps(_town(40, 6, seed=1), 2.0)
    same = compare_maps(real, summarise_maps(_town(40, 6, seed=2), 2.0))
    other = compare_maps(real, summarise_maps(_town(24, 4, seed=2), 2.0))
    for name in ("building_area", "building_count", "block_area", "street_density", "node_density"):
        assert same[name] < 0.5 * other[name], name


def test_a_grid_of_streets_has_crossings_of_four() -> None:
    summary = summarise_maps(_town(40, 6), 2.0)
    assert summary.degrees[3] > 0.9 * summary.degrees.sum()


def test_block_area_is_that_between_the_streets() -> None:
    summary = summarise_maps(_town(40, 6), 2.0)
    assert np.exp(np.median(summary.samples["block_area"])) == pytest.approx((36 * 2) ** 2, rel=0.1)


def test_what_is_absent_gives_no_number() -> None:
    empty = summarise_maps(np.zeros((4, 64, 64), dtype=np.uint8), 2.0)
    figures = compare_maps(summarise_maps(_town(40, 6), 2.0), empty)
    assert np.isnan(figures["building_area"])
    assert figures["class_shares"] == pytest.approx(1.0)
