from __future__ import annotations

import pytest

pytest.importorskip("torch")

import torch

from ...core.nets.critic import ResidualCritic


@pytest.mark.parametrize(("widths", "cells"), [((8,), 32), ((8, 12), 16), ((8, 12, 16), 8)])
def test_one_logit_per_remaining_cell(widths: tuple[int, ...], cells: int) -> None:
    torch.manual_seed(0)
    logits = ResidualCritic(3, widths)(torch.randn(2, 3, 64, 64))
    assert logits.shape == (2, 1, cells, cells)
    assert torch.isfinite(logits).all()


def test_the_judgement_of_a_patch_does_not_depend_on_its_batch() -> None:
    torch.manual_seed(0)
    critic = ResidualCritic(2, (8, 12))
    patches = torch.randn(3, 2, 32, 32)
    alone = torch.cat([critic(patch[None]) for patch in patches])
    assert torch.allclose(critic(patches), alone, atol=1e-5)


def test_its_second_derivative_exists_for_the_gradient_penalty() -> None:
    torch.manual_seed(0)
    critic = ResidualCritic(2, (8, 12))
    inputs = torch.randn(1, 2, 32, 32, requires_grad=True)
    (gradient,) = torch.autograd.grad(critic(inputs).sum(), inputs, create_graph=True)
    gradient.square().sum().backward()
    assert all(p.grad is not None for p in critic.first.parameters() if p.ndim > 1)
