"""Losses on texture: zero on equal ground, blind to place, awake to roughness and to the grid."""

from __future__ import annotations

import torch

from ...core.training.texture import PhaseBalance, compressed, texture_loss


def _ground(seed: int = 1, size: int = 64) -> torch.Tensor:
    torch.manual_seed(seed)
    white = torch.randn(4, 1, size + 8, size + 8)
    return torch.nn.functional.avg_pool2d(white, 9, 1) * 9


def test_equal_ground_costs_nothing_wherever_its_pixels_lie() -> None:
    ground = _ground()
    assert float(texture_loss(ground, ground)) == 0.0
    turned = torch.rot90(ground, 2, (2, 3))
    assert float(texture_loss(ground, turned)) < 0.02


def test_smoother_and_rougher_ground_cost_more_the_further_they_are() -> None:
    ground = _ground()
    costs = [float(texture_loss(ground, ground * gain)) for gain in (0.9, 0.7, 0.4)]
    assert 0.0 < costs[0] < costs[1] < costs[2]
    pitted = ground - 2.0 * (torch.rand_like(ground) < 0.02)
    assert float(texture_loss(ground, pitted)) > 1e-3


def test_the_gradient_roughens_ground_that_is_too_smooth() -> None:
    ground = _ground()
    gain = torch.tensor(0.5, requires_grad=True)
    texture_loss(ground, ground * gain).backward()
    assert gain.grad is not None
    assert float(gain.grad) < 0


def test_steps_at_one_phase_are_seen_on_either_axis() -> None:
    ground = _ground(size=128)
    terraced = ground + torch.arange(128).div(16, rounding_mode="floor").float() * 0.5
    plane = torch.arange(128.0).expand_as(ground)
    even = max(_unevenness(one) for one in (ground, plane))
    for surface in (terraced, terraced.transpose(2, 3)):
        assert _unevenness(surface) > 3 * even


def _unevenness(surface: torch.Tensor) -> float:
    balance = PhaseBalance(16)
    balance.loss(surface)
    return balance.unevenness


def test_phases_are_balanced_over_many_batches() -> None:
    """The pull is against the phases that stand out in the mean, not in the last batch."""
    balance = PhaseBalance(16)
    torch.manual_seed(3)
    stairs = torch.arange(64).div(16, rounding_mode="floor").float() * 2.0
    for _ in range(60):
        balance.loss(torch.randn(4, 1, 64, 64).cumsum(3) * 0.3 + stairs)
    assert balance.unevenness > 0.3
    gain = torch.tensor(1.0, requires_grad=True)
    balance.loss(torch.randn(4, 1, 64, 64).cumsum(3) * 0.3 + gain * stairs).backward()
    assert gain.grad is not None
    assert float(gain.grad) > 0.0, "lower stairs are better"


def test_each_group_of_ground_has_phases_of_its_own() -> None:
    """Phases that stand out in opposite ways are even together, and still uneven."""
    torch.manual_seed(4)
    up = torch.ones(1, 1, 64, 64) * (torch.arange(64) % 16 < 8) * 2.0
    ground = torch.cat([up, up.roll(8, 3)]) * torch.randn(2, 1, 64, 64)
    group = torch.tensor([0, 1])
    together, apart = PhaseBalance(16), PhaseBalance(16, 2)
    for _ in range(200):
        together.loss(ground)
        apart.loss(ground, group)
    assert apart.unevenness > together.unevenness + 0.3


def test_compressed_is_the_inverse_hyperbolic_sine_with_its_slope() -> None:
    values = torch.tensor([-4000.0, -3.0, -0.1, 0.0, 0.2, 7.0, 5000.0], requires_grad=True)
    out = compressed(values)
    assert torch.allclose(out, values.asinh(), rtol=1e-5, atol=1e-6)
    (slope,) = torch.autograd.grad(out.sum(), values)
    assert torch.allclose(slope, (values.square() + 1.0).rsqrt(), rtol=1e-3)
