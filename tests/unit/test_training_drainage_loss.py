"""Closed hollows cost by their depth; the gradient fills them and opens their outlets."""

from __future__ import annotations

import pytest

pytest.importorskip("torch")

import torch

from ...core.training.drainage_loss import DrainageBalance, drainage_cost


def _valley() -> torch.Tensor:
    """Ground that falls eastwards in a V-shaped valley, 1 m a pixel."""
    rows = (torch.arange(16.0) - 8.0).abs()[:, None]
    return (50.0 - torch.arange(16.0)[None, :] + 2.0 * rows).expand(1, 1, 16, 16).clone()


def test_ground_that_drains_costs_nothing_and_can_be_learned_from() -> None:
    ground = _valley().requires_grad_()
    loss = drainage_cost(ground, torch.ones_like(ground))
    loss.backward()
    assert float(loss.detach()) == 0.0
    assert float(ground.grad.abs().sum()) == 0.0


def test_a_dam_costs_by_what_it_holds_back() -> None:
    costs = []
    for height in (2.0, 4.0):
        ground = _valley()
        ground[0, 0, :, 8] += height
        costs.append(float(drainage_cost(ground, torch.ones_like(ground))))
    assert 0.0 < costs[0] < costs[1]
    on_higher_ground = float(drainage_cost(ground, torch.full_like(ground, 2.0)))
    assert 0.0 < on_higher_ground < costs[1]


def test_the_gradient_raises_the_bottom_and_lowers_the_outlet() -> None:
    ground = _valley()
    ground[0, 0, :, 8] += 3.3
    ground.requires_grad_()
    drainage_cost(ground, torch.ones_like(ground)).sum().backward()
    slope = ground.grad[0, 0]
    assert float(slope[8, 7]) < 0.0
    assert float(slope[8, 8]) > 0.0
    assert float(slope[8, 10]) == 0.0


def test_outlets_are_found_in_their_own_patch() -> None:
    dammed = _valley()
    dammed[0, 0, :, 8] += 3.3
    both = torch.cat([_valley(), dammed]).requires_grad_()
    drainage_cost(both, torch.ones_like(both)).sum().backward()
    assert float(both.grad[0].abs().sum()) == 0.0
    assert float(both.grad[1, 0, 8, 8]) > 0.0


def test_only_what_exceeds_real_ground_of_its_group_is_pulled_at() -> None:
    balance = DrainageBalance(2)
    group = torch.tensor([0, 1])
    real = torch.tensor([0.4, 0.1])
    for _ in range(3):
        fake = torch.tensor([0.2, 0.4], requires_grad=True)
        loss = balance.loss(real, fake, group)
    loss.backward()
    assert float(fake.grad[0]) == 0.0
    assert float(fake.grad[1]) == pytest.approx(0.75 / 2)
    assert balance.mean_costs()[1] > balance.mean_costs()[0]
