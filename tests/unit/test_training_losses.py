from __future__ import annotations

import math

import pytest

pytest.importorskip("torch")

import torch

from ...core.training.losses import PRESETS, gradient_penalty


@pytest.mark.parametrize("name", sorted(PRESETS))
def test_each_side_is_paid_for_its_own_success(name: str) -> None:
    loss = PRESETS[name]
    high, low = torch.full((4,), 2.0), torch.full((4,), -2.0)
    assert loss.critic(high, low) < loss.critic(low, high)
    assert loss.generator(high, low) > loss.generator(low, high)
    even = torch.zeros(4)
    assert float(loss.critic(even, even)) == pytest.approx(math.log(2))
    assert float(loss.generator(even, even)) == pytest.approx(math.log(2))


@pytest.mark.parametrize("name", sorted(PRESETS))
def test_a_hopeless_generator_still_learns(name: str) -> None:
    fake = torch.full((4,), -30.0, requires_grad=True)
    PRESETS[name].generator(torch.full((4,), 30.0), fake).backward()
    assert (fake.grad < -0.2).all()


def test_only_the_relativistic_loss_sees_the_real_ones_in_the_generators_turn() -> None:
    fake = torch.zeros(4)
    for name, sees in (("relativistic", True), ("dcgan", False)):
        a, b = (PRESETS[name].generator(torch.full((4,), v), fake) for v in (-1.0, 1.0))
        assert bool(a != b) == sees
        assert PRESETS[name].regularised == sees


def test_the_gradient_penalty_is_the_squared_slope_of_the_mean_logit() -> None:
    inputs = torch.randn(3, 2, 4, 4, requires_grad=True)
    logits = (inputs * 0.5).sum((1, 2, 3), keepdim=True)
    assert float(gradient_penalty(logits, inputs)) == pytest.approx(2 * 4 * 4 * 0.25)
    spread = logits.expand(3, 1, 5, 5)  # the same judgement in every cell: no steeper
    assert float(gradient_penalty(spread, inputs)) == pytest.approx(2 * 4 * 4 * 0.25)
