"""The network that places buildings, its codes, and the stages that draw them."""

from __future__ import annotations

import math

import numpy as np
import pytest

pytest.importorskip("torch")

import torch

from ...core.card import Net, Stage, Weights
from ...core.engine import TileRequest
from ...core.inference.buildings import (
    USUAL_AREA_PX,
    USUAL_COVERAGE,
    BuildingHeightStage,
    BuildingMapStage,
    Placed,
    _steering,
    blocked,
    drawn,
    evened,
    uniform,
)
from ...core.map_classes import MapClass
from ...core.nets import box_codes, footprints
from ...core.nets.registry import build_net
from ...core.nets.wag import channels_last
from ...core.tiling import Rect

CPU = torch.device("cpu")
TILE = 64
MARGIN = 400


@pytest.fixture
def net() -> footprints.FootprintNet:
    torch.manual_seed(3)
    three = {"widths": [8, 8, 8], "blocks": [1, 1, 2], "noise": [0] * 3, "sides": [0] * 3}
    made = build_net("building_map", {**three, "latent": 0})
    assert isinstance(made, footprints.FootprintNet)
    with torch.no_grad():
        made.stands.weight.mul_(4.0)
        made.stands.bias.fill_(-1.5)
    return channels_last(made, CPU).eval()


def _card(net: footprints.FootprintNet) -> Stage:
    halo = footprints.building_halo(net, TILE)
    return Stage("buildings", Net("x"), Weights("x"), (2.0,), 1, TILE, halo, footprints.STRIDE)


def _town() -> np.ndarray:
    side = 2 * MARGIN + 4 * TILE
    codes = np.full((1, side, side), float(MapClass.BUILT_UP), dtype=np.float32)
    codes[:, ::40] = codes[:, 1::40] = float(MapClass.MINOR_ROAD)
    codes[:, :, 30::50] = float(MapClass.WATER)
    return codes


def _request(card: Stage, codes: np.ndarray, tile: Rect, seed: int = 7, **settings: float):
    around = tile.grow(card.halo).shift(MARGIN, MARGIN)
    control = codes[:, around.y0 : around.y1, around.x0 : around.x1]
    return TileRequest(card.name, tile, seed, control, 1, settings=settings)


def test_every_cell_is_decided_once_and_never_beside_another() -> None:
    cells = Rect(-4, 8, -4, 8)
    turns = footprints.turn_of_cells(cells)
    for turn in range(footprints.TURNS):
        row, col = footprints.turn_corner(turn)
        own = turns[(row + 4) % 3 :: 3, (col + 4) % 3 :: 3]
        assert (own == turn).all()
    assert (torch.bincount(turns.ravel()) == 16).all()


def test_codes_give_back_their_boxes() -> None:
    length, width = torch.tensor([3.0, 11.0, 39.0]), torch.tensor([2.0, 6.0, 20.0])
    half = torch.full((3,), 0.5)
    back = box_codes.sides(box_codes.size_code(length, width), half, half)
    assert back[0] == pytest.approx(length, rel=0.13)
    assert back[1] == pytest.approx(width, rel=0.16)
    row, col = torch.tensor([0.1, 0.5, 0.99]), torch.tensor([0.9, 0.3, 0.0])
    places = box_codes.place(box_codes.place_code(row, col), half, half)
    assert places[0] == pytest.approx(row, abs=0.07)
    assert places[1] == pytest.approx(col, abs=0.07)
    metres = torch.tensor([3.0, 8.0, 60.0])
    assert box_codes.height_metres(box_codes.height_code(metres), half) == pytest.approx(
        metres, rel=0.15
    )


def test_a_direction_is_not_rounded_to_its_code() -> None:
    angle = torch.tensor([0.01, 1.234, math.pi - 0.01])
    shares = box_codes.angle_shares(angle)
    back = box_codes.angle_near(shares, shares.argmax(1))
    assert (2 * (back - angle)).sin() == pytest.approx(torch.zeros(3), abs=1e-4)


@torch.inference_mode()
def test_neighbouring_tiles_have_the_same_boxes_where_they_meet(
    net: footprints.FootprintNet,
) -> None:
    card, codes = _card(net), _town()
    stage = BuildingHeightStage(net, card, "any", CPU)
    found = []
    for x in (0, TILE):
        request = _request(card, codes, Rect(0, TILE, x, x + TILE))
        have = request.tile.grow(card.halo)
        placed = stage.placed(torch.from_numpy(request.control)[None], have, request)
        both = (placed.x > TILE - 20) & (placed.x < TILE + 20) & (placed.y > 0) & (placed.y < TILE)
        rows = torch.stack([placed.y, placed.x, placed.length, placed.angle, placed.metres], 1)
        found.append(sorted(rows[both].tolist()))
    assert len(found[0]) > 8
    assert np.array(found[0]) == pytest.approx(np.array(found[1]), abs=1e-3)


@torch.inference_mode()
def test_map_and_heights_show_the_same_buildings_and_heed_the_seed(
    net: footprints.FootprintNet,
) -> None:
    card, codes = _card(net), _town()
    tile = Rect(64, 128, 0, 64)
    shown = BuildingMapStage(net, card, "map_tiles", CPU).compute(_request(card, codes, tile))
    heights = BuildingHeightStage(net, card, "buildings", CPU)
    metres = heights.compute(_request(card, codes, tile))
    assert np.array_equal(shown == float(MapClass.BUILDING), metres > 0)
    assert 0.02 < (metres > 0).mean() < 0.98
    assert np.array_equal(metres, heights.compute(_request(card, codes, tile)))
    assert not np.array_equal(metres, heights.compute(_request(card, codes, tile, seed=8)))
    streets = codes[0, MARGIN + 64 : MARGIN + 128, MARGIN : MARGIN + 64] >= float(MapClass.WATER)
    assert (metres[0][streets] == 0).all()


@torch.inference_mode()
def test_buildings_of_a_given_map_are_kept(net: footprints.FootprintNet) -> None:
    card, codes = _card(net), _town()
    codes[:, MARGIN + 10 : MARGIN + 20, MARGIN + 5 : MARGIN + 25] = float(MapClass.BUILDING)
    tile = Rect(0, TILE, 0, TILE)
    stage = BuildingHeightStage(net, card, "buildings", CPU)
    metres = stage.compute(_request(card, codes, tile))
    given = codes[:, MARGIN : MARGIN + TILE, MARGIN : MARGIN + TILE] == float(MapClass.BUILDING)
    assert np.array_equal(metres > 0, given)
    others = stage.compute(_request(card, codes, tile, keep_buildings=0.0))
    assert not np.array_equal(others > 0, given)


@torch.inference_mode()
def test_nothing_is_built_where_the_map_ends(net: footprints.FootprintNet) -> None:
    card, codes = _card(net), _town()
    stage = BuildingHeightStage(net, card, "x", CPU)
    whole = stage.compute(_request(card, codes, Rect(0, TILE, 0, TILE)))
    codes[:, :, MARGIN + 32 :] = np.nan
    half = stage.compute(_request(card, codes, Rect(0, TILE, 0, TILE)))
    assert (half[..., :32] > 0).any()
    assert (whole[..., 32:] > 0).any()
    assert (half[..., 32:] == 0).all()


def _placed(*rows: tuple[float, ...]) -> Placed:
    return Placed(*torch.tensor(rows).T)


def test_a_box_is_drawn_with_its_area_and_its_height() -> None:
    tile = Rect(100, 164, -64, 0)
    have = tile.grow(64)
    free = torch.zeros(1, 1, *have.shape, dtype=torch.bool)
    boxes = _placed((130.0, -30.0, 20.0, 10.0, 0.5, 7.26), (102.0, -2.0, 8.0, 8.0, 0.0, 3.0))
    metres = drawn(boxes, free, have, tile)
    assert metres.shape == (1, 1, 64, 64)
    tall = metres > 5.0
    assert float(tall.sum()) == pytest.approx(200.0, abs=8.0)
    assert float(metres[tall].mean()) == pytest.approx(7.3, abs=1e-4)
    assert int((metres == 3.0).sum()) == 36, "only what lies on the tile"


def test_a_box_in_the_way_is_not_built_and_a_corner_on_the_street_is_cut() -> None:
    tile = Rect(0, 64, 0, 64)
    have = tile.grow(64)
    codes = torch.full((1, 1, *have.shape), float(MapClass.BUILT_UP))
    codes[..., 64 + 20 : 64 + 26, :] = float(MapClass.MAJOR_ROAD)
    codes[..., 64 + 50 : 64 + 54, :] = float(MapClass.PATH)
    boxes = _placed(
        (23.0, 20.0, 12.0, 8.0, 0.0, 6.0),
        (14.0, 45.0, 14.0, 10.0, math.pi / 2, 6.0),
        (52.0, 30.0, 10.0, 10.0, 0.0, 6.0),
    )
    built = drawn(boxes, blocked(codes), have, tile)[0, 0] > 0
    assert not built[16:30, 10:30].any()
    assert built[7:20, 40:50].all()
    assert not built[20:26].any()
    assert int(built[47:57, 25:35].sum()) == 100, "paths give way"


def test_chances_are_even_and_those_of_the_place() -> None:
    wide = uniform(5, 9, Rect(-40, 40, -40, 40), CPU)
    assert wide.shape == (10, 80, 80)
    assert float(wide.min()) > 0.0
    assert float(wide.max()) < 1.0
    alike = [number != 4 for number in range(10)]
    assert wide[alike].mean((1, 2)) == pytest.approx(torch.full((9,), 0.5), abs=0.02)
    heights = uniform(5, 9, Rect(-400, 400, -400, 400), CPU)[4]
    assert float(heights.mean()) == pytest.approx(0.5, abs=0.03)
    assert float(heights.std()) == pytest.approx(1 / 12**0.5, abs=0.02)
    near = (heights[:, 1:] - heights[:, :-1]).abs().mean()
    assert float(near) < 0.6 * float((heights[:, 24:] - heights[:, :-24]).abs().mean())
    assert torch.equal(wide[:, 50:60, 30:40], uniform(5, 9, Rect(10, 20, -10, 0), CPU))


def test_usual_settings_leave_density_and_size_open() -> None:
    assert float(_steering({"density": 50.0, "building_size": 50.0}).abs().sum()) == 0.0
    dense, large = _steering({"density": 75.0}), _steering({"building_size": 75.0})
    share = torch.tensor(2 * USUAL_COVERAGE)
    assert dense[0] == pytest.approx(
        torch.tensor([float(footprints.density_signal(share)), 1.0, 0.0, 0.0])
    )
    area = torch.tensor(math.log(2 * USUAL_AREA_PX))
    assert large[0] == pytest.approx(
        torch.tensor([0.0, 0.0, float(footprints.size_signal(area)), 1.0])
    )


def test_heights_are_evened_within_a_building_and_not_across_a_gap() -> None:
    mask = torch.zeros(1, 1, 20, 40, dtype=torch.bool)
    mask[..., 5:15, 3:13] = mask[..., 5:15, 25:35] = True
    metres = torch.where(torch.arange(40) < 20, 6.0, 30.0).expand(1, 1, 20, 40)
    level = evened(metres, mask)
    assert level[..., 5:15, 3:13] == pytest.approx(torch.full((1, 1, 10, 10), 6.0), abs=0.05)
    assert level[..., 5:15, 25:35] == pytest.approx(torch.full((1, 1, 10, 10), 30.0), abs=0.05)
