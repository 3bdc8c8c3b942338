"""Real maps, and those made without learning."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch")

from ...core.map_classes import MapClass
from ...core.town import Town
from ...core.training.map_baselines import (
    class_noise,
    quilted,
    real_patches,
    scattered_buildings,
)


def a_town(size: int = 512, seed: int = 0) -> Town:
    """Streets on a grid, houses beside them, a lake in one corner."""
    rng = np.random.default_rng(seed)
    classes = np.full((size, size), int(MapClass.BUILT_UP), dtype=np.uint8)
    building = np.zeros((size, size), dtype=np.uint8)
    height = np.zeros((size, size), dtype=np.uint8)
    for _ in range(size * size // 500):
        y, x = rng.integers(size - 8, size=2)
        building[y : y + 6, x : x + 5] = 255
        height[y : y + 6, x : x + 5] = 18
    for at in range(10, size, 50):
        for lines in (classes[at : at + 4], classes[:, at : at + 4]):
            lines[...] = int(MapClass.MINOR_ROAD)
    classes[: size // 4, : size // 4] = int(MapClass.WATER)
    building[classes >= int(MapClass.WATER)] = 0
    height[building == 0] = 0
    return Town(2.0, classes, building, height, np.ones((size, size), dtype=np.uint8))


def test_a_town_comes_back_from_its_file(tmp_path: Path) -> None:
    town = a_town(64)
    town.save(tmp_path / "t.npz")
    back = Town.load(tmp_path / "t.npz")
    assert back.pixel_m == 2.0
    for name in ("classes", "building", "height", "mapped", "boxes", "ground", "lines"):
        assert np.array_equal(getattr(back, name), getattr(town, name))


def test_ground_that_is_not_mapped_is_not_shown() -> None:
    town = a_town()
    town.mapped[:, 256:] = 0
    town.classes[:, 256:] = int(MapClass.FARMLAND)
    patches = real_patches([town], 64, 20, 2)
    assert patches.shape == (20, 64, 64)
    assert (patches == int(MapClass.FARMLAND)).mean() < 0.03


def test_baselines_have_the_size_and_the_shares_they_promise() -> None:
    town = a_town()
    real = real_patches([town], 128, 4, 1)
    assert real.shape == (4, 128, 128)
    noise = class_noise(real, 2)
    for one, other in zip(real, noise):
        for code in np.unique(one):
            assert (other == code).mean() == pytest.approx((one == code).mean(), abs=0.01)
    assert not np.array_equal(noise, real)
    scattered = scattered_buildings(real, 3)
    built = [(maps == int(MapClass.BUILDING)).mean() for maps in (real, scattered)]
    assert built[1] == pytest.approx(built[0], rel=0.25)
    assert quilted([town], 128, 3, 4).shape == (3, 128, 128)


def test_the_maps_of_a_description_are_prepared_by_the_trainer(tmp_path: Path) -> None:
    from ...core.training.main import _preparation
    from ...core.training.map_prepare import prepare_maps

    description = tmp_path / "maps.toml"
    description.write_text('pixel_m = 2\n[[towns]]\nfile = "a.gpkg"\n', encoding="utf-8")
    assert _preparation(description) is prepare_maps
