"""The networks of maps, and their stages on the lattice."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from ...core.card import Net, Stage, Weights
from ...core.engine import TileRequest
from ...core.inference.maps import RegionStage, StreetStage, TownStage, wishes
from ...core.nets import maps
from ...core.nets.registry import build_net
from ...core.nets.wag import channels_last
from ...core.tiling import Rect

CPU = torch.device("cpu")
TRUNK = {"widths": [8, 8], "blocks": [1, 1], "noise": [2, 2], "sides": [0, 0], "latent": 2}


def _net(key: str, **changes: object) -> torch.nn.Module:
    torch.manual_seed(3)
    return channels_last(build_net(key, {**TRUNK, **changes}), CPU).eval()


def _stage(name: str, net: torch.nn.Module, tile: int, factor: int) -> Stage:
    halo = -net.plan(Rect(0, tile, 0, tile)).control.y0 * net.stride
    return Stage(name, Net("x"), Weights("x"), (2.0,), factor, tile, halo, net.stride)


def _control(stage: Stage, tile: Rect, whole: np.ndarray, origin: int) -> np.ndarray:
    cells = tile.coarsen(stage.multiple).grow(stage.halo // stage.multiple)
    rect = cells.refine(stage.multiple // stage.factor).shift(origin, origin)
    return whole[:, rect.y0 : rect.y1, rect.x0 : rect.x1]


@torch.inference_mode()
def test_region_shares_sum_to_one_and_heed_the_seed() -> None:
    net = _net("region_wag")
    stage = RegionStage(net, _stage("region", net, 32, 0), "any", CPU)
    first, again, other = (
        stage.compute(TileRequest("region", Rect(0, 32, 32, 64), seed)) for seed in (1, 1, 2)
    )
    assert first.shape == (maps.CLASSES, 32, 32)
    assert first.sum(0) == pytest.approx(np.ones((32, 32)), abs=1e-5)
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


@pytest.mark.parametrize(("kind", "factor"), [(TownStage, 4), (StreetStage, 4)])
@torch.inference_mode()
def test_a_stage_of_shares_is_the_same_whatever_model_it_is_in(kind: type, factor: int) -> None:
    net = _net("town_wag")
    card = _stage("town", net, 32, factor)
    shares = np.random.default_rng(0).dirichlet(np.ones(maps.CLASSES), (40, 40))
    control = _control(card, Rect(0, 32, 0, 32), shares.astype(np.float32).transpose(2, 0, 1), 14)
    made = [
        kind(net, card, name, CPU).compute(TileRequest("town", Rect(0, 32, 0, 32), 5, control, 4))
        for name in ("map_tiles", "buildings")
    ]
    assert np.array_equal(*made)
    if kind is StreetStage:
        assert set(np.unique(made[0])) <= set(range(maps.CLASSES))


def test_density_turns_into_wishes_and_the_usual_one_into_none() -> None:
    assert wishes({"density": 50.0}) == {}
    assert wishes({"density": 75.0})["built_share"] == pytest.approx(0.7)
    assert wishes({"density": 25.0, "built_share": 0.6})["built_share"] == pytest.approx(0.3)
    assert wishes({"water_share": 0.1}) == {"water_share": 0.1}
