"""The networks of maps and buildings, and their stages on the lattice."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from ...core.card import Net, Stage, Weights
from ...core.engine import TileRequest
from ...core.inference.maps import (
    BuildingHeightStage,
    BuildingMapStage,
    RegionStage,
    StreetStage,
    TownStage,
    evened,
    wishes,
    without_specks,
)
from ...core.map_classes import MapClass
from ...core.nets import footprints, maps
from ...core.nets.registry import build_net
from ...core.nets.wag import channels_last
from ...core.tiling import Rect

CPU = torch.device("cpu")
TRUNK = {"widths": [8, 8], "blocks": [1, 1], "noise": [2, 2], "sides": [0, 0], "latent": 2}


def _net(key: str, **changes: object) -> torch.nn.Module:
    torch.manual_seed(3)
    return channels_last(build_net(key, {**TRUNK, **changes}), CPU).eval()


def _stage(name: str, net: torch.nn.Module, tile: int, factor: int) -> Stage:
    if isinstance(net, footprints.FootprintNet):
        multiple, halo = footprints.STRIDE, footprints.building_halo(net, tile)
    else:
        multiple = net.stride
        halo = -net.plan(Rect(0, tile, 0, tile)).control.y0 * multiple
    return Stage(name, Net("x"), Weights("x"), (2.0,), factor, tile, halo, multiple)


def _control(stage: Stage, tile: Rect, whole: np.ndarray, origin: int) -> np.ndarray:
    cells = tile.coarsen(stage.multiple).grow(stage.halo // stage.multiple)
    rect = cells.refine(stage.multiple // stage.factor).shift(origin, origin)
    return whole[:, rect.y0 : rect.y1, rect.x0 : rect.x1]


@pytest.fixture
def building_net() -> torch.nn.Module:
    three = {"widths": [8, 8, 8], "blocks": [1, 1, 2], "noise": [2] * 3, "sides": [0] * 3}
    net = _net("building_map", **three)
    with torch.no_grad():
        net.head.bias[:4] = (
            1.0
            - net(
                maps.one_hot(torch.full((1, *net.plan(Rect(0, 8, 0, 8)).map.shape), 3)),
                torch.zeros(1, footprints.STEERING),
                net.plan(Rect(0, 8, 0, 8)),
                lambda layer, channels, rect: torch.zeros(1, channels, *rect.shape),
            )[:, 0].mean()
        )
    return net


def _town_codes(size: int) -> np.ndarray:
    codes = np.full((1, size, size), float(MapClass.BUILT_UP), dtype=np.float32)
    codes[:, ::40] = codes[:, 1::40] = float(MapClass.MINOR_ROAD)
    codes[:, :, 30::50] = float(MapClass.WATER)
    return codes


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


@torch.inference_mode()
def test_neighbouring_tiles_of_buildings_agree_on_ground_that_both_know(
    building_net: torch.nn.Module,
) -> None:
    plans = [building_net.plan(Rect(0, 64, x, x + 64)) for x in (0, 32)]
    codes = torch.from_numpy(_town_codes(400))[:, 100:]

    def noise(layer: int, channels: int, rect: Rect) -> torch.Tensor:
        from ...core.noise import torch_lattice_noise

        return torch_lattice_noise(1, 2, layer, channels, rect, CPU)[None]

    made = []
    for plan in plans:
        rows, cols = plan.map.shift(100, 100).slices_in(Rect(0, 0, 0, 0))
        classes = maps.one_hot(codes[:, rows, cols])
        made.append(building_net(classes, torch.zeros(1, footprints.STEERING), plan, noise))
    assert torch.allclose(made[0][..., 32:], made[1][..., :32], atol=1e-5)


@torch.inference_mode()
def test_map_and_heights_show_the_same_buildings(building_net: torch.nn.Module) -> None:
    card = _stage("buildings", building_net, 64, 1)
    tile = Rect(64, 128, 0, 64)
    request = TileRequest("buildings", tile, 7, _control(card, tile, _town_codes(400), 120), 1)
    shown = BuildingMapStage(building_net, card, "map_tiles", CPU).compute(request)
    heights = BuildingHeightStage(building_net, card, "buildings", CPU).compute(request)
    assert np.array_equal(shown == float(MapClass.BUILDING), heights > 0)
    assert (heights > 0).any()


@torch.inference_mode()
def test_no_building_stands_on_a_street_or_in_water(building_net: torch.nn.Module) -> None:
    with torch.no_grad():
        building_net.head.bias[:4] = 9.0
    card = _stage("buildings", building_net, 64, 1)
    tile = Rect(0, 64, 0, 64)
    control = _control(card, tile, _town_codes(400), 120)
    heights = BuildingHeightStage(building_net, card, "buildings", CPU).compute(
        TileRequest("heights", tile, 7, control, 1)
    )
    codes = _town_codes(400)[:, 120:184, 120:184]
    assert (heights[codes >= float(MapClass.WATER)] == 0).all()
    assert (heights[codes < float(MapClass.WATER)] > 0).mean() > 0.5


@torch.inference_mode()
def test_buildings_of_a_given_map_are_kept(building_net: torch.nn.Module) -> None:
    card = _stage("buildings", building_net, 64, 1)
    tile = Rect(0, 64, 0, 64)
    codes = _town_codes(400)
    codes[:, 130:140, 125:145] = float(MapClass.BUILDING)
    request = TileRequest("heights", tile, 7, _control(card, tile, codes, 120), 1)
    heights = BuildingHeightStage(building_net, card, "buildings", CPU).compute(request)
    assert np.array_equal(heights > 0, codes[:, 120:184, 120:184] == float(MapClass.BUILDING))


def test_unknown_ground_is_open_land(building_net: torch.nn.Module) -> None:
    card = _stage("buildings", building_net, 64, 1)
    tile = Rect(0, 64, 0, 64)
    both = []
    for fill in (np.nan, float(MapClass.OPEN)):
        codes = np.full((1, 400, 400), fill, dtype=np.float32)
        request = TileRequest("heights", tile, 7, _control(card, tile, codes, 120), 1)
        with torch.inference_mode():
            both.append(BuildingHeightStage(building_net, card, "x", CPU).compute(request))
    assert np.array_equal(*both)


def test_density_turns_into_wishes_and_the_usual_one_into_none() -> None:
    assert wishes({"density": 50.0}) == {}
    assert wishes({"density": 75.0})["built_share"] == pytest.approx(0.7)
    assert wishes({"density": 25.0, "built_share": 0.6})["built_share"] == pytest.approx(0.3)
    assert wishes({"water_share": 0.1}) == {"water_share": 0.1}


def test_specks_go_and_solid_parts_stay() -> None:
    mask = torch.zeros(1, 1, 12, 12, dtype=torch.bool)
    mask[..., 2, 2] = mask[..., 8, 1:11] = True
    mask[..., 4:7, 4:8] = True
    kept = without_specks(mask)
    assert kept[..., 4:7, 4:8].all()
    assert kept.sum() == 12


def test_heights_are_evened_within_a_building_and_not_across_a_gap() -> None:
    mask = torch.zeros(1, 1, 20, 40, dtype=torch.bool)
    mask[..., 5:15, 3:13] = mask[..., 5:15, 25:35] = True
    metres = torch.where(torch.arange(40) < 20, 6.0, 30.0).expand(1, 1, 20, 40)
    level = evened(metres, mask)
    assert level[..., 5:15, 3:13] == pytest.approx(torch.full((1, 1, 10, 10), 6.0), abs=0.05)
    assert level[..., 5:15, 25:35] == pytest.approx(torch.full((1, 1, 10, 10), 30.0), abs=0.05)


def test_heights_come_back_from_their_signal() -> None:
    metres = torch.tensor([2.0, 6.5, 40.0, 170.0])
    assert footprints.height_metres(footprints.height_signal(metres)) == pytest.approx(metres)
