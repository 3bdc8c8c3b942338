"""Training terrain on what it draws itself."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from torch.nn import functional as F

from ...core.errors import InputError
from ...core.nets.elevation_passes import ElevationRefiner
from ...core.training.drawn_ground_task import (
    COARSE_STEPS,
    CRITIC_CHANNELS,
    MOST_STEPS,
    DrawnBatch,
    DrawnGroundTask,
    critic_view,
)
from ...core.training.elevation_passes_task import ElevationPassesTask
from ...core.training.main import build_trainer
from ...core.training.recipe import load_recipe
from .test_elevation_passes import ARGUMENTS, RECIPE, made_raster

SIDE = 32
DRAWN_RECIPE = (
    RECIPE.replace('name = "tiny"', 'name = "drawn"\nstart = "tiny"')
    .replace("[data]", "[critic]\nwidths = [4, 4]\n[data]")
    .replace("steps = 40", "steps = 2")
    .replace("batch = 4", "batch = 2")
    + "drawn_px = 32\n"
)


@pytest.fixture(scope="module")
def net() -> ElevationRefiner:
    torch.manual_seed(1)
    return ElevationRefiner(**ARGUMENTS)


@pytest.fixture(scope="module")
def task(net: ElevationRefiner) -> DrawnGroundTask:
    rasters = [made_raster("one", 1), made_raster("two", 2, 1600).pooled(4)]
    return DrawnGroundTask(net, rasters, SIDE, ElevationPassesTask(net, rasters, 16, 3), 3)


def batches(task: DrawnGroundTask) -> dict[int, DrawnBatch]:
    """One of each course, by its factor."""
    found: dict[int, DrawnBatch] = {}
    task.reseed(1)
    while len(found) < len(task.courses):
        batch = task.new_batch(2)
        found[batch.course.factor] = batch
    return found


def test_ground_is_drawn_from_its_own_cells_and_keeps_their_means(
    task: DrawnGroundTask, net: ElevationRefiner
) -> None:
    found = batches(task)
    assert sorted(found) == [2**COARSE_STEPS, 2**MOST_STEPS]
    for factor, batch in found.items():
        made = task.generate(net, batch)
        assert made.ground.shape == batch.ground.shape == (2, 1, SIDE, SIDE)
        wanted, means = (F.avg_pool2d(one, factor) for one in (batch.ground, made.ground))
        assert torch.allclose(means, wanted, atol=0.05)
        assert not torch.allclose(made.ground, batch.ground, atol=1.0)


def test_what_was_drawn_teaches_both_networks(task: DrawnGroundTask, net: ElevationRefiner) -> None:
    batch = batches(task)[2**MOST_STEPS]
    made = task.generate(net, batch)
    net.zero_grad(set_to_none=True)
    task.fake_view(batch, made).square().mean().backward()
    for part in (net.coarse, net.fine):
        gradient = part.out.weight.grad
        assert gradient is not None
        assert float(gradient.abs().sum()) > 0.0


def test_the_critic_cannot_tell_plains_from_mountains_by_their_units(
    task: DrawnGroundTask,
) -> None:
    views = [critic_view(batch.ground, batch) for batch in batches(task).values()]
    for view in views:
        assert view.shape == (2, CRITIC_CHANNELS, SIDE - 2, SIDE - 2)
        assert torch.isfinite(view).all()
        assert 0.2 < float(view[:, :5].std()) < 4.0


def test_a_patch_must_be_of_whole_cells(net: ElevationRefiner) -> None:
    rasters = [made_raster("one", 1), made_raster("two", 2, 1600).pooled(4)]
    likelihood = ElevationPassesTask(net, rasters, 16, 3)
    with pytest.raises(ValueError, match="multiple of 16"):
        DrawnGroundTask(net, rasters, 40, likelihood, 3)


def test_training_starts_from_a_run_that_learned_by_likelihood(tmp_path: Path) -> None:
    for seed, name in enumerate(("one", "two", "kept")):
        made_raster(name, seed, 640).save(tmp_path)
    paths = [tmp_path / "tiny.toml", tmp_path / "drawn.toml"]
    for path, text in zip(paths, (RECIPE.replace("steps = 40", "steps = 3"), DRAWN_RECIPE)):
        path.write_text(text, encoding="utf-8")
    first = build_trainer(load_recipe(paths[0]), tmp_path, tmp_path / "tiny", "cpu")
    first.run()
    trainer = build_trainer(load_recipe(paths[1]), tmp_path, tmp_path / "drawn", "cpu")
    trainer.begin_with(tmp_path / "tiny" / "checkpoint.pt")
    begun = {k: v.clone() for k, v in trainer.weights["generator"].state_dict().items()}
    for name, values in first.weights["averaged"].state_dict().items():
        assert torch.equal(begun[name], values)
    trainer.run()
    lines = (tmp_path / "drawn" / "log.jsonl").read_text(encoding="utf-8").splitlines()
    assert np.isfinite([json.loads(line)["surprise"] for line in lines]).all()
    again = build_trainer(load_recipe(paths[1]), tmp_path, tmp_path / "drawn", "cpu")
    again.begin_with(tmp_path / "tiny" / "checkpoint.pt")
    again.resume()
    assert again.step == 2
    left = again.weights["generator"].state_dict()
    assert any(not torch.equal(left[name], begun[name]) for name in begun)


def test_a_recipe_must_say_how_much_is_drawn(tmp_path: Path) -> None:
    path = tmp_path / "drawn.toml"
    path.write_text(DRAWN_RECIPE.replace("drawn_px = 32\n", ""), encoding="utf-8")
    made_raster("one", 1, 640).save(tmp_path)
    with pytest.raises(InputError, match="drawn_px"):
        build_trainer(load_recipe(path), tmp_path, tmp_path / "run", "cpu")
