"""How a coarse raster steers the generator: local, exact at the blocks, in relative units."""

from __future__ import annotations

import pytest

pytest.importorskip("torch")

import torch

from ...core.nets import elevation
from ...core.nets.wag import Level, crop
from ...core.tiling import Rect

LEVELS = [Level(4, 1, 0, 0), Level(4, 1, 0, 2), Level(4, 1, 0, 2), Level(4, 1, 0, 2)]
NET = elevation.ElevationGenerator(LEVELS, 2)
OUT = Rect(0, 64, 0, 64)
PLAN = NET.plan(OUT)
HAVE = elevation.control_rect(PLAN)


def _control(factor: int, seed: int = 0) -> torch.Tensor:
    generator = torch.Generator().manual_seed(seed)
    shape = HAVE.refine(NET.stride // factor).shape
    return torch.randn((1, 1, *shape), generator=generator) * 200 + 800


def _steer(control: torch.Tensor, factor: int, looseness: float = 0.0, pixel: float = 30.0):  # type: ignore[no-untyped-def]
    return elevation.steer(
        NET, PLAN, control, factor, torch.tensor([looseness]), torch.tensor([pixel])
    )


@pytest.mark.parametrize("factor", [2, 4, 8, 16])
def test_everything_lies_where_the_network_expects_it(factor: int) -> None:
    steering = _steer(_control(factor), factor)
    assert steering.control.shape == (1, elevation.FEATURES, *PLAN.control.shape)
    assert steering.base.shape == steering.scale.shape == (1, 1, 64, 64)
    assert steering.sides[0] is None
    for index in (1, 2, 3):
        assert steering.sides[index].shape == (1, 2, *PLAN.control.refine(2**index).shape)
        side = steering.sides[index]
        if NET.stride >> index >= factor:
            assert (side[:, 1] == 1.0).all()
        else:
            assert not side.any()
    parts = [steering.control, steering.base, steering.scale]
    assert all(torch.isfinite(part).all() for part in parts)
    assert (steering.scale > 0).all()


@pytest.mark.parametrize("factor", [4, 16])
def test_a_part_is_steered_like_the_whole(factor: int) -> None:
    control = _control(factor)
    whole = _steer(control, factor)
    out = Rect(16, 48, 0, 32)
    plan = NET.plan(out)
    have = elevation.control_rect(plan)
    cells = NET.stride // factor
    cut = crop(control, HAVE.refine(cells), have.refine(cells))
    part = elevation.steer(NET, plan, cut, factor, torch.zeros(1), torch.tensor([30.0]))
    assert torch.allclose(part.base, crop(whole.base, OUT, out), atol=1e-3)
    assert torch.allclose(part.scale, crop(whole.scale, OUT, out), rtol=1e-5)
    expected = crop(whole.control, PLAN.control, plan.control)
    assert torch.allclose(part.control, expected, atol=1e-5)
    for index in (1, 2, 3):
        used = plan.blocks[index][0].middle  # farther out, the sides are never looked at
        side = crop(whole.sides[index], PLAN.control.refine(2**index), used)
        own = crop(part.sides[index], plan.control.refine(2**index), used)
        assert torch.allclose(own, side, atol=1e-5)


def test_mountains_twice_as_high_look_the_same_but_for_their_size() -> None:
    control = _control(16)
    low, high = _steer(control, 16), _steer(control * 2, 16)
    assert torch.allclose(high.scale, low.scale * 2, rtol=1e-3)
    assert torch.allclose(high.control[:, :2], low.control[:, :2], rtol=1e-2, atol=1e-3)


def test_flat_land_has_a_floor_of_amplitude_in_ground_units() -> None:
    control = torch.full((1, 1, *HAVE.shape), 250.0)
    near, far = _steer(control, 16, pixel=30.0), _steer(control, 16, pixel=90.0)
    floor = elevation.AMPLITUDE_FLOOR * 16 * 30.0 * elevation.RESIDUAL_SHARE
    assert near.scale.flatten() == pytest.approx(torch.full((64 * 64,), floor), rel=1e-4)
    assert torch.allclose(far.scale, near.scale * 3, rtol=1e-4)
    assert (near.base == 250.0).all()
    widest = _steer(control, 16, pixel=3840.0)
    floor = elevation.HIGHEST_FLOOR_M * elevation.RESIDUAL_SHARE
    assert widest.scale.flatten() == pytest.approx(torch.full((64 * 64,), floor), rel=1e-4)


def test_rows_may_have_pixel_sizes_of_their_own() -> None:
    control = _control(16)
    same = torch.full((1, HAVE.height), 30.0)
    one, rows = _steer(control, 16), elevation.steer(NET, PLAN, control, 16, torch.zeros(1), same)
    assert torch.equal(one.control, rows.control)
    assert torch.equal(one.scale, rows.scale)


def test_features_of_the_deepest_sea_and_the_highest_peak_stay_bounded() -> None:
    for height in (-11000.0, 0.0, 8800.0):
        control = torch.full((1, 1, *HAVE.shape), height)
        control[..., ::3, :] += 300.0
        assert _steer(control, 16).control.abs().max() < 12.0


@pytest.mark.parametrize("stride", [4, 8, 16])
def test_the_margin_sees_all_that_finishing_reaches_and_no_cell_more(stride: int) -> None:
    margin = elevation.finishing_margin(stride)
    assert margin % stride == 0
    factors = [factor for factor in (2, 4, 8, 16) if factor <= stride]
    reach = max(elevation.means_rounds(stride, factor) * factor for factor in factors)
    assert 0 <= margin - (reach + elevation.LEVEL_REACH_PX) < stride
