"""What the map networks are shown in training, and what they are paid for."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch")

import torch

from ...core.map_classes import MapClass
from ...core.nets import maps
from ...core.nets.wag import Level, WorldAnchoredGenerator
from ...core.town import Town
from ...core.training.discrete import blurred, decided
from ...core.training.map_baselines import (
    class_noise,
    quilted,
    real_patches,
    scattered_buildings,
)
from ...core.training.map_dataset import ShareSampler, TownSampler
from ...core.training.region_task import RegionNets, RegionTask
from ...core.training.shares import roughened
from ...core.training.streets_task import StreetsTask
from ...core.training.town_task import TownTask

LEVELS = [Level(6, 1, 2, 0), Level(6, 1, 2, 0)]


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
    for name in ("classes", "building", "height", "mapped", "boxes"):
        assert np.array_equal(getattr(back, name), getattr(town, name))


def test_shares_of_a_cell_sum_to_one_and_are_those_of_its_pixels() -> None:
    town = a_town()
    sampler = ShareSampler([town], 16, 8, np.random.default_rng(1))
    shares = sampler.batch(5)
    assert shares.shape == (5, maps.CLASSES, 16, 16)
    assert torch.allclose(shares.sum(1), torch.ones(5, 16, 16), atol=0.02)
    roads = float((town.classes == int(MapClass.MINOR_ROAD)).mean())
    assert float(sampler.batch(60)[:, int(MapClass.MINOR_ROAD)].mean()) == pytest.approx(
        roads, rel=0.3
    )


def test_ground_that_is_not_mapped_is_not_shown() -> None:
    town = a_town()
    town.mapped[:, 256:] = 0
    town.classes[:, 256:] = int(MapClass.FARMLAND)
    codes = TownSampler([town], 64, np.random.default_rng(2)).batch(20)
    assert codes.shape == (20, 64, 64)
    assert (codes == int(MapClass.FARMLAND)).float().mean() < 0.03


def test_roughened_shares_are_still_shares() -> None:
    shares = ShareSampler([a_town()], 16, 8, np.random.default_rng(1)).batch(8)
    rough = roughened(shares, np.random.default_rng(3))
    assert torch.allclose(rough.sum(1), torch.ones(8, 16, 16), atol=1e-4)
    assert float(rough.min()) >= 0.0
    assert not torch.allclose(rough, shares, atol=0.01)


def test_decided_classes_are_one_hot_and_carry_the_gradient_of_the_softmax() -> None:
    logits = torch.randn(2, 5, 4, 4, requires_grad=True)
    hard = decided(logits)
    assert set(hard.detach().round(decimals=5).unique().tolist()) == {0.0, 1.0}
    assert torch.equal(hard.argmax(1), logits.argmax(1))
    weight = torch.randn(2, 5, 4, 4)
    (through,) = torch.autograd.grad((hard * weight).sum(), logits)
    (soft,) = torch.autograd.grad((logits.softmax(1) * weight).sum(), logits)
    assert torch.allclose(through, soft)


def test_blurring_keeps_what_there_is() -> None:
    values = torch.zeros(1, 2, 9, 9)
    values[:, :, 4, 4] = 1.0
    soft = blurred(values)
    assert soft.shape == (1, 2, 7, 7)
    assert soft.sum((2, 3)) == pytest.approx(torch.ones(1, 2))
    assert float(soft.max()) == 0.25


def test_a_real_patch_that_was_written_down_pays_only_for_the_writing() -> None:
    net = WorldAnchoredGenerator(LEVELS, maps.STEERING_CHANNELS, 2, maps.CLASSES)
    task = RegionTask(net, [a_town()], 8, 3)
    batch = task.new_batch(4)
    generated = task.generate(RegionNets(net), batch)
    assert generated.logs.shape == (4, maps.CLASSES, 8, 8)
    assert len(generated.mean) == 2
    perfect = type(generated)((batch.shares + 1e-6).log(), generated.mean, generated.log_variance)
    paid, owed = (task.fidelity_loss(batch, one).detach() for one in (perfect, generated))
    assert float(paid) < float(owed)
    views = task.real_view(batch), task.fake_view(batch, generated)
    assert torch.equal(*(view[:, maps.CLASSES :] for view in views)), "both see the description"


def test_the_town_task_shows_the_coarse_shares_of_the_very_patch() -> None:
    net = WorldAnchoredGenerator(LEVELS, maps.SHARE_CHANNELS, 2, maps.CLASSES)
    task = TownTask(net, [a_town()], 16, 3)
    batch = task.new_batch(3)
    coarse = torch.nn.functional.avg_pool2d(batch.shares, maps.REGION_CELLS)
    assert torch.allclose(coarse, batch.wanted, atol=1e-6)
    real = (batch.shares + 1e-6).log()
    assert task.watch(batch, real)["coarse_misfit"] == pytest.approx(0.0, abs=1e-3)
    assert task.generate(net, batch).shape == batch.shares.shape


def test_the_streets_task_shows_the_shares_of_the_very_patch() -> None:
    levels = [Level(6, 1, 2, 0), Level(6, 1, 2, 0), Level(6, 1, 2, 0)]
    net = WorldAnchoredGenerator(levels, maps.SHARE_CHANNELS, 2, maps.CLASSES)
    task = StreetsTask(net, [a_town()], 32, 3)
    batch = task.new_batch(3)
    shares = torch.nn.functional.avg_pool2d(maps.one_hot(batch.codes), maps.CELL_PX)
    assert torch.allclose(shares, batch.wanted, atol=1e-6)
    perfect = (maps.one_hot(batch.codes) * 60.0) - 30.0
    assert float(task.fidelity_loss(batch, perfect)) == pytest.approx(0.0, abs=1e-3)
    assert task.watch(batch, perfect)["right"] == 1.0
    assert task.generate(net, batch).shape == perfect.shape


def test_going_on_draws_other_patches_than_before() -> None:
    net = WorldAnchoredGenerator(LEVELS, maps.SHARE_CHANNELS, 2, maps.CLASSES)
    task = TownTask(net, [a_town()], 16, 3)
    first = task.new_batch(2).shares
    task.reseed(100)
    second = task.new_batch(2).shares
    task.reseed(100)
    assert torch.equal(task.new_batch(2).shares, second)
    assert not torch.equal(first, second)


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
