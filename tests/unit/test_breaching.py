"""Hollows of drawn ground get a way out."""

from __future__ import annotations

import numpy as np
import torch
from torch.nn import functional as F

from ...core.nets.breaching import BREACH_MARGIN, breached
from ...core.training import drainage

SIDE = 48


def valley(dam_m: float) -> torch.Tensor:
    """A valley that falls to the east, with a dam across that is three pixels wide."""
    y, x = torch.meshgrid(*(torch.arange(float(SIDE), dtype=torch.float64),) * 2, indexing="ij")
    ground = 500.0 - 2.0 * x + 3.0 * (y - 21.0).abs()
    ground[:, 20:23] += dam_m
    return ground[None, None]


def rough(seed: int = 3) -> torch.Tensor:
    torch.manual_seed(seed)
    noise = torch.randn(1, 1, SIDE * 2, SIDE * 2, dtype=torch.float64)
    return F.avg_pool2d(noise, 5, 1) * 100.0


def hollow_share(ground: torch.Tensor) -> float:
    patches = ground[0].numpy().astype(np.float32)
    filled = drainage.fill_depressions(patches, drainage.flow_directions(patches))
    return float(drainage.depression_share(patches, filled, minimum_depth_m=0.01)[0])


def test_water_behind_a_dam_finds_a_way_out() -> None:
    dammed = valley(12.0)
    made = breached(dammed, 4, 0.0)
    assert hollow_share(dammed) > 0.005
    assert hollow_share(made) == 0.0
    changed = (made - dammed).abs()[0, 0] > 2.0
    assert int(changed.sum()) < 40, "a trench through the dam, not the dam"


def test_means_of_blocks_stay() -> None:
    ground = rough()[..., :88, :88]
    for block in (2, 4):
        made = breached(ground, block, 0.0)
        assert not torch.equal(made, ground)
        assert torch.allclose(F.avg_pool2d(made, block), F.avg_pool2d(ground, block), atol=1e-9)


def test_most_pits_of_rough_ground_go() -> None:
    ground = rough()[..., :88, :88]
    before, after = (
        float(drainage.pit_share(drainage.flow_directions(one[0].numpy()))[0])
        for one in (ground, breached(ground, 4, 0.0))
    )
    assert after < 0.5 * before


def test_shallow_hollows_stay_where_asked_for() -> None:
    low, high = valley(2.5), valley(40.0)
    assert hollow_share(low) > 0.0
    assert torch.equal(breached(low, 4, 0.5), low)
    assert hollow_share(breached(high, 4, 0.5)) < hollow_share(high)


def test_hollows_near_the_sea_stay_where_asked_for() -> None:
    dammed = valley(12.0)
    assert torch.equal(breached(dammed, 4, 0.0, 600.0), dammed)
    assert hollow_share(breached(dammed, 4, 0.0, 100.0)) == 0.0


def test_the_result_depends_on_what_is_near_only() -> None:
    ground = rough()[..., :88, :88]
    whole = breached(ground, 4, 0.1)
    part = breached(ground[..., 16:80, 8:76].clone(), 4, 0.1)
    edge = BREACH_MARGIN
    same = whole[..., 16 + edge : 80 - edge, 8 + edge : 76 - edge]
    assert torch.equal(part[..., edge:-edge, edge:-edge], same)


def test_lakes_and_ground_that_drains_stay_as_they_are() -> None:
    slope = valley(0.0)
    slope[..., 10:16, 10:16] = 300.0
    assert torch.equal(breached(slope, 4, 0.0), slope)
    level = torch.full((1, 1, 16, 16), 7.0, dtype=torch.float64)
    assert torch.equal(breached(level, 2, 0.0), level)
