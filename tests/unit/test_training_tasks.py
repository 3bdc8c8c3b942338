"""What the generators are shown, and what they are paid for."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

pytest.importorskip("torch")

import torch

from ...core.nets import continent, elevation
from ...core.nets.wag import Level, WorldAnchoredGenerator
from ...core.noise import lattice_noise
from ...core.tiling import Rect
from ...core.training import continent_task, elevation_task
from ...core.training.continent_task import ContinentTask, describe
from ...core.training.elevation_task import ElevationTask, Generated, loosen, training_noise
from ...core.training.texture import texture_loss
from .test_training_dataset import raster

LEVELS = [Level(6, 1, 2, 0), Level(6, 1, 2, 2)]


def _elevation_task(
    factors: dict[int, float], device: str = "cpu", wet: np.ndarray | None = None
) -> ElevationTask:
    torch.manual_seed(2)
    net = elevation.ElevationGenerator(LEVELS, 2)
    return ElevationTask(net, [raster(128, wet=wet)], 16, factors, 3, device)


def test_training_noise_is_like_the_noise_of_the_world() -> None:
    draw = training_noise(4, torch.device("cpu"))(0, 3, Rect(-8, 56, 0, 64))  # type: ignore[operator]
    world = lattice_noise(1, 2, 0, 3, Rect(-8, 56, 0, 64))
    assert draw.shape == (4, 3, 64, 64)
    assert float(draw.mean()) == pytest.approx(float(world.mean()), abs=0.03)
    assert float(draw.std()) == pytest.approx(float(world.std()), abs=0.03)
    assert set(draw.unique().tolist()) == set(np.unique(world).tolist())
    assert not torch.equal(draw[0], draw[1])


@pytest.mark.parametrize("factor", [2, 4])
def test_real_dry_terrain_has_nothing_to_pay(monkeypatch: pytest.MonkeyPatch, factor: int) -> None:
    """So block means of the patch and its control are cut from the same place."""
    monkeypatch.setattr(elevation_task, "INEXACTNESS", 0.0)
    task = _elevation_task({factor: 1.0})
    batch = task.new_batch(4)
    strict = replace(batch, looseness=torch.zeros(4))
    real = Generated(batch.elevation, batch.shore)
    assert float(task.kept_loss(strict, real)) == pytest.approx(0.0, abs=1e-4)
    higher = batch.elevation + batch.steering.scale
    lifted = Generated(higher, batch.shore)
    expected = elevation_task.CONTROL_WEIGHT
    assert float(task.kept_loss(strict, lifted)) == pytest.approx(expected, rel=0.05)
    loose = replace(batch, looseness=torch.ones(4))
    assert float(task.kept_loss(loose, lifted)) == pytest.approx(0.0, abs=1e-4)


def test_water_that_is_not_level_is_paid_for() -> None:
    task = _elevation_task({4: 1.0})
    batch = replace(task.new_batch(2), looseness=torch.ones(2))
    rows = torch.arange(16.0)[:, None].expand(2, 1, 16, 16)
    drowned = torch.full((2, 1, 16, 16), -0.98)
    flat, tilted = torch.full((2, 1, 16, 16), 7.0), rows * batch.steering.scale.mean()
    level = Generated(flat, drowned)
    slope = Generated(tilted, drowned)
    batch = replace(batch, shore=drowned)
    assert float(task.kept_loss(batch, level)) == 0.0
    assert float(task.kept_loss(batch, slope)) > 0.1
    dry = replace(batch, shore=-drowned)
    assert float(task.kept_loss(dry, level)) > 0.1


def test_terrain_of_another_texture_is_paid_for() -> None:
    task = _elevation_task({4: 1.0})
    batch = task.new_batch(4)
    real = Generated(batch.elevation, batch.shore)
    smooth = Generated(batch.steering.base, batch.shore)
    extra, floor = (float(texture_loss(*task._relative(batch, one))) for one in (smooth, real))
    assert extra > floor + 0.1


def test_the_critic_sees_real_and_generated_alike() -> None:
    task = _elevation_task({4: 1.0})
    batch = task.new_batch(2)
    real = task.real_view(batch)
    assert real.shape == (2, elevation_task.CRITIC_CHANNELS, 14, 14)
    copied = task.fake_view(batch, Generated(batch.elevation, batch.shore))
    assert torch.equal(real, copied)
    generated = task.generate(task.net, batch)
    assert generated.elevation.shape == generated.shore.shape == (2, 1, 16, 16)
    assert torch.isfinite(task.fake_view(batch, generated)).all()
    assert generated.shore.abs().max() <= 1.0


def test_factors_are_drawn_by_their_odds() -> None:
    task = _elevation_task({4: 0.75, 2: 0.25})
    drawn = [task.new_batch(1).factor for _ in range(60)]
    assert 0.5 < drawn.count(4) / 60 < 0.95
    assert set(drawn) == {2, 4}


def test_block_means_are_inexact_but_for_the_seas() -> None:
    torch.manual_seed(1)
    control = 400.0 + 50.0 * torch.randn(2, 1, 40, 40)
    control[..., :20] = 0.0
    error = elevation_task.inexact(control) - control
    assert (error[..., :20] == 0.0).all()
    assert 0.01 < float(error[..., 22:].std()) / 50.0 < 0.2


def test_following_exactly_leaves_the_control_alone() -> None:
    control = torch.randn(2, 1, 12, 12) * 100
    amount = torch.tensor([0.0, 1.0])
    out = loosen(control, amount, 4, 4)
    assert torch.equal(out[0], control[0])
    assert not torch.allclose(out[1], control[1], atol=1.0)


COAST = np.full((96, 96), -50.0, dtype=np.float32)
COAST[:, :60] = np.linspace(2500, 10, 60)


def _continent_task(rasters: list[np.ndarray] | None = None, device: str = "cpu") -> ContinentTask:
    torch.manual_seed(2)
    levels = [Level(6, 1, 2, 0), Level(6, 1, 2, 0), Level(6, 1, 2, 0)]
    net = WorldAnchoredGenerator(levels, continent.STEERING_CHANNELS, 2, continent.OUTPUTS)
    return ContinentTask(net, [COAST] if rasters is None else rasters, 32, 5, device)


def test_a_continent_is_described_by_its_cells_or_not_at_all() -> None:
    task = _continent_task()
    batch = task.new_batch(32)
    values, mask = batch.steering[:, :3], batch.steering[:, 3:]
    assert batch.steering.shape == (32, 6, *task.plan.control.shape)
    assert batch.steering_px.shape == (32, 6, 32, 32)
    assert set(mask.unique().tolist()) == {0.0, 1.0}
    assert (values[mask == 0.0] == 0.0).all()
    nothing = (mask.amax((1, 2, 3)) == 0).float().mean()
    assert 0.2 < nothing < 0.7
    land = batch.elevation.clamp_min(0.0).mean((1, 2, 3))
    shown = mask[:, 0, 0, 0] > 0
    told = values[:, 0].mean((1, 2))
    # Higher land is described as higher: the scale is the one that wishes are told in.
    pairs = torch.stack([torch.asinh(land[shown] / continent.KNEE_M) / 2 - 1, told[shown]])
    assert float(torch.corrcoef(pairs)[0, 1]) > 0.8


def test_land_is_stretched_and_the_sea_floor_is_not() -> None:
    batch = _continent_task().new_batch(16)
    sea = batch.elevation[batch.elevation <= 0]
    assert sea.unique().tolist() == [-50.0]
    assert (batch.elevation > 0).float().mean() > 0.25


def test_the_critic_of_continents_sees_real_and_generated_alike() -> None:
    task = _continent_task()
    batch = task.new_batch(2)
    generated = task.generate(task.net, batch)
    assert generated.shape == batch.elevation.shape == (2, 1, 32, 32)
    view = task.fake_view(batch, generated)
    assert view.shape == (2, continent_task.CRITIC_CHANNELS, 30, 30)
    assert torch.isfinite(view).all()
    assert torch.equal(task.real_view(batch), task.fake_view(batch, batch.elevation))
    assert all(np.isfinite(value) for value in task.watch(batch, generated).values())


def test_heights_beyond_belief_and_unheeded_descriptions_are_paid_for() -> None:
    task = _continent_task()
    batch = task.new_batch(8)
    unasked = replace(batch, steering=torch.zeros_like(batch.steering))
    assert float(task.fidelity_loss(unasked, batch.elevation)) == 0.0
    assert float(task.fidelity_loss(unasked, batch.elevation * 1000)) > 0.0
    asked = torch.ones_like(batch.steering)
    asked[:, :3] = describe(batch.elevation, task.net.stride).mean((2, 3), keepdim=True)
    heeded = float(task.fidelity_loss(replace(batch, steering=asked), batch.elevation))
    ignored = float(task.fidelity_loss(replace(batch, steering=asked), -batch.elevation))
    assert heeded < 0.01 < ignored


def test_a_reseeded_task_draws_other_patches_and_repeats_itself() -> None:
    draws = []
    for step in (None, 3, 3):
        task = _continent_task()
        if step is not None:
            task.reseed(step)
        draws.append(task.new_batch(4).elevation)
    assert not torch.equal(draws[0], draws[1])
    assert torch.equal(draws[1], draws[2])


@pytest.mark.parametrize("rasters", [[], [COAST[:20, :20]]])
def test_without_a_raster_of_the_size_of_a_patch_there_is_no_task(
    rasters: list[np.ndarray],
) -> None:
    with pytest.raises(ValueError, match="No raster is as large as the patch of 32 px"):
        _continent_task(rasters)


def _mean_height(ground: torch.Tensor, unit: torch.Tensor) -> torch.Tensor:
    return (ground / unit).mean((1, 2, 3))


@pytest.mark.parametrize("kind", ["elevation", "continent"])
def test_all_of_a_step_happens_on_the_device_of_the_task(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On torch's device without storage, which refuses to meet tensors of the processor."""
    monkeypatch.setattr(torch, "autocast", lambda *_, **__: nullcontext())
    # Traced on the processor, which needs values.
    monkeypatch.setattr(elevation_task, "drainage_cost", _mean_height)
    if kind == "elevation":
        task: Any = _elevation_task({4: 0.5, 2: 0.5}, "meta")
    else:
        task = _continent_task(device="meta")
    net = task.net.to("meta")
    batch = task.new_batch(2)
    generated = task.generate(net, batch)
    assert task.real_view(batch).is_meta
    assert task.fake_view(batch, generated).is_meta
    assert task.fidelity_loss(batch, generated).is_meta
