"""The loop learns, tells what it did, and goes on where it was stopped."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch")

import torch
from torch import Tensor, nn

from ...core.errors import Cancelled
from ...core.nets import elevation
from ...core.nets.critic import ResidualCritic
from ...core.nets.wag import Level
from ...core.progress import NullProgress
from ...core.training.elevation_task import CRITIC_CHANNELS, ElevationTask
from ...core.training.loop import Schedule, Trainer
from .test_training_dataset import raster

SCHEDULE = Schedule(
    8, 2, learning_rate=0.02, warm_up=1, log_every=1, save_every=100, bfloat16=False
)


class Reflection:
    """From a fixed picture to its negative; every batch is the same."""

    def __init__(self) -> None:
        self.picture = torch.linspace(-1, 1, 64).reshape(1, 1, 8, 8)

    def reseed(self, step: int) -> None:
        self.reseeded = step

    def new_batch(self, size: int) -> Tensor:
        return self.picture.expand(size, -1, -1, -1).clone()

    def real_view(self, batch: Tensor) -> Tensor:
        return -batch

    def generate(self, net: nn.Module, batch: Tensor) -> Tensor:
        return net(batch)

    def fake_view(self, batch: Tensor, generated: Tensor) -> Tensor:
        return generated

    def fidelity_loss(self, batch: Tensor, generated: Tensor) -> Tensor:
        return 10.0 * (generated + batch).square().mean()

    def watch(self, batch: Tensor, generated: Tensor) -> dict[str, float]:
        return {"spread": float(generated.detach().std())}


def trainer(folder: Path, schedule: Schedule = SCHEDULE) -> Trainer[Tensor, Tensor]:
    torch.manual_seed(4)
    net = nn.Conv2d(1, 1, 3, padding=1)
    return Trainer(net, ResidualCritic(1, (4, 6)), Reflection(), schedule, folder)


def log(folder: Path) -> list[dict[str, float]]:
    return [json.loads(line) for line in (folder / "log.jsonl").read_text().splitlines()]


class StopAt(NullProgress):
    """Cancels once ``step`` steps are done."""

    def __init__(self, step: int) -> None:
        self.step = step
        self.done = 0

    def update(self, fraction: float, message: str = "") -> None:
        self.done += 1

    def cancelled(self) -> bool:
        return self.done >= self.step


def _flat(state: object) -> list[Tensor]:
    if isinstance(state, Tensor):
        return [state]
    values = state.values() if isinstance(state, dict) else state
    if not isinstance(state, (dict, list, tuple)):
        return []
    return [tensor for value in values for tensor in _flat(value)]


@pytest.mark.parametrize("loss", ["relativistic", "dcgan"])
def test_an_interrupted_run_ends_where_an_uninterrupted_one_does(tmp_path: Path, loss: str) -> None:
    schedule = replace(SCHEDULE, loss=loss)
    whole = trainer(tmp_path / "whole", schedule)
    whole.run()
    stopped = trainer(tmp_path / "parts", schedule)
    with pytest.raises(Cancelled):
        stopped.run(StopAt(5))
    assert stopped.step == 5
    resumed = trainer(tmp_path / "parts", schedule)
    resumed.run()
    assert resumed.step == whole.step == 8
    assert [line["step"] for line in log(tmp_path / "parts")] == list(range(1, 9))
    for name in ("generator", "averaged", "critic", "generator_optimiser", "critic_optimiser"):
        one = _flat(getattr(whole, name).state_dict())
        other = _flat(getattr(resumed, name).state_dict())
        assert one
        assert all(torch.equal(a, b) for a, b in zip(one, other)), name


def test_a_finished_run_is_not_trained_on(tmp_path: Path) -> None:
    trainer(tmp_path).run()
    again = trainer(tmp_path)
    again.run()
    assert again.step == 8
    assert len(log(tmp_path)) == 8


def test_a_longer_schedule_goes_on(tmp_path: Path) -> None:
    trainer(tmp_path).run()
    longer = trainer(tmp_path, replace(SCHEDULE, steps=10))
    longer.run()
    assert longer.step == 10
    assert len(log(tmp_path)) == 10


def test_a_checkpoint_is_plain_tensors_and_numbers(tmp_path: Path) -> None:
    trainer(tmp_path).run()
    state = torch.load(tmp_path / "checkpoint.pt", weights_only=True)
    assert state["step"] == 8
    assert state["schedule"]["loss"] == "relativistic"
    assert not (tmp_path / "checkpoint.tmp").exists()


def test_a_tiny_generator_learns_a_trivial_task(tmp_path: Path) -> None:
    run = trainer(tmp_path, replace(SCHEDULE, steps=120, warm_up=5))
    run.run()
    losses = [line["fidelity"] for line in log(tmp_path)]
    assert np.mean(losses[-5:]) < 0.1 * losses[0]
    picture = run.task.new_batch(1)
    with torch.no_grad():
        averaged = float(run.task.fidelity_loss(picture, run.averaged(picture)))
    assert averaged < 0.2 * losses[0]


def test_the_gradient_penalty_is_taken_at_its_steps_and_by_its_loss(tmp_path: Path) -> None:
    trainer(tmp_path / "a", replace(SCHEDULE, penalty_every=3)).run()
    assert [line["step"] for line in log(tmp_path / "a") if "r1" in line] == [1, 4, 7]
    trainer(tmp_path / "b", replace(SCHEDULE, loss="dcgan")).run()
    assert not any("r1" in line for line in log(tmp_path / "b"))


def test_the_rate_warms_up_holds_and_falls_to_its_floor(tmp_path: Path) -> None:
    schedule = Schedule(1000, 2, learning_rate=1.0, warm_up=10, hold=0.5, floor=0.05)
    run = trainer(tmp_path, schedule)
    rates = []
    for run.step in (0, 4, 9, 499, 750, 999):
        rates.append(run._rate())
    assert rates == pytest.approx([0.1, 0.5, 1.0, 1.0, 0.5, 0.05], abs=0.01)


@pytest.mark.parametrize("change", [{"warm_up": 0}, {"hold": 1.0}])
def test_a_schedule_may_do_without_warm_up_or_fall(
    tmp_path: Path, change: dict[str, float]
) -> None:
    run = trainer(tmp_path, replace(SCHEDULE, learning_rate=0.5, **change))  # type: ignore[arg-type]
    run.step = 7
    assert 0.0 < run._rate() <= 0.5


@pytest.mark.parametrize("loss", ["relativistic", "dcgan"])
def test_terrain_trains_with_finite_losses(tmp_path: Path, loss: str) -> None:
    torch.manual_seed(1)
    levels = [Level(6, 1, 2, 0), Level(6, 1, 2, 2)]
    net = elevation.ElevationGenerator(levels, 2)
    wet = np.zeros((160, 160), dtype=bool)
    wet[:, :40] = True
    task = ElevationTask(net, [raster(160, wet=wet)], 16, {4: 0.7, 2: 0.3}, 1)
    schedule = Schedule(
        24, 4, learning_rate=2e-3, warm_up=2, gamma_start=2.0, gamma_end=1.0, log_every=1, loss=loss
    )
    run = Trainer(net, ResidualCritic(CRITIC_CHANNELS, (8, 8)), task, schedule, tmp_path)
    run.run()
    lines = log(tmp_path)
    assert len(lines) == 24
    for line in lines:
        assert all(np.isfinite(value) for value in line.values()), line
    assert {"slope_x_real", "slope_x_fake", "shore_fake"} <= set(lines[0])
    losses = [line["fidelity"] for line in lines]
    assert np.mean(losses[-6:]) < np.mean(losses[:3])
