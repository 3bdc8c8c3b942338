"""A town on its lattices: what the finer one knows of the coarser one, and how it is decided."""

from __future__ import annotations

import math

import numpy as np
import pytest

pytest.importorskip("torch")

import torch

from ...core.card import Net, Stage, Weights
from ...core.cascade import StageField
from ...core.engine import TileRequest
from ...core.inference.maps import wishes
from ...core.inference.towns import StreetStage, TownStage
from ...core.map_classes import MapClass
from ...core.nets.registry import build_net
from ...core.nets.town_lines import TownLines
from ...core.nets.town_links import link_channels, links, loose_ends
from ...core.nets.town_refiner import CELL_SIZES_M, TownNet, town_halo, town_multiple
from ...core.nets.town_state import (
    CHANNELS,
    SIDES,
    TURNS,
    angle_near,
    angle_shares,
    coarser_sides,
    inherited,
    place_near,
    place_shares,
)
from ...core.nets.wag import channels_last
from ...core.tiling import FloatArray, Rect
from ...core.town_drawing import LINES_PX, REACH_PX

CPU = torch.device("cpu")
ARGUMENTS = {
    "widths": [8] * 6, "blocks": [1] * 6, "noise": [0] * 6, "sides": [0] * 6,
    "latent": 0, "hidden": 12,
}  # fmt: skip


@pytest.fixture(scope="module")
def net() -> TownNet:
    torch.manual_seed(4)
    made = build_net("town_lattice", ARGUMENTS)
    assert isinstance(made, TownNet)
    return channels_last(made, CPU).eval()


def _stages(net: TownNet, tile: int) -> list[Stage]:
    found = []
    for size in CELL_SIZES_M:
        factor = 0 if size == CELL_SIZES_M[0] else town_multiple(net)
        places = (tile, town_halo(net, tile), town_multiple(net))
        found.append(Stage(f"town_{size}", Net("x"), Weights("x"), (float(size),), factor, *places))
    return found


class _Model:
    """The stages of a cascade by name."""

    device = "cpu"

    def __init__(self, stages: dict[str, TownStage]) -> None:
        self.stages = stages

    def compute(self, request: TileRequest) -> FloatArray:
        with torch.inference_mode():
            return self.stages[request.stage].compute(request)

    def close(self) -> None:
        return


def _fields(net: TownNet, seed: int, tile: int = 16) -> list[StageField]:
    stages = _stages(net, tile)
    model = _Model({one.name: TownStage(net, one, "any", CPU) for one in stages})
    fields: list[StageField] = []
    for one in stages:
        above = fields[-1] if fields else None
        fields.append(
            StageField(
                model, one, one.pixel_sizes_m[0], seed, {},
                lambda rect, pixel_m: np.full(rect.height, pixel_m), above, one.factor, 8,
            )
        )  # fmt: skip
    return fields


def _state(rng: np.random.Generator, size: int) -> np.ndarray:
    state = np.zeros((CHANNELS, size, size), dtype=np.float32)
    for side in SIDES:
        there = rng.random((size, size)) < 0.4
        state[side.channel] = there * rng.integers(1, side.kinds + 1, (size, size))
        state[side.channel + 1] = there * rng.random((size, size))
        state[side.channel + 2] = there * rng.random((size, size)) * math.pi
    return state


def test_a_coarse_side_keeps_the_most_important_crossing_and_gives_it_back() -> None:
    state = _state(np.random.default_rng(1), 12)
    coarse = coarser_sides(state)
    back, is_open = (part[0] for part in inherited(torch.from_numpy(coarse)[None]))
    for index, side in enumerate(SIDES):
        own = (
            (slice(None, None, 2), slice(None))
            if side.north
            else (slice(None), slice(None, None, 2))
        )
        kind, given = state[side.channel][own], back[side.channel].numpy()[own]
        told = given > 0
        assert np.array_equal(kind[told], given[told])
        for step in (1, 2):
            values = back[side.channel + step].numpy()[own]
            assert values[told] == pytest.approx(state[side.channel + step][own][told], abs=1e-5)
        shut = ~is_open[index].numpy()[own] & ~told
        assert not kind[shut].any(), "nothing crosses a side that nothing crossed at all"
        middle = (
            (slice(1, None, 2), slice(None)) if side.north else (slice(None), slice(1, None, 2))
        )
        assert is_open[index].numpy()[middle].all()
        assert not back[side.channel].numpy()[middle].any()


def test_codes_of_places_and_directions_give_them_back() -> None:
    place = torch.linspace(0.04, 0.96, 50)
    shares = place_shares(place)
    assert shares.sum(1) == pytest.approx(torch.ones(50))
    assert place_near(shares, shares.argmax(1)) == pytest.approx(place, abs=1e-4)
    angle = torch.linspace(0.0, 3.1, 50)
    shares = angle_shares(angle)
    found = angle_near(shares, shares.argmax(1))
    assert torch.sin(found - angle).abs().max() < 1e-4


@torch.inference_mode()
def test_a_town_does_not_know_its_tile(net: TownNet) -> None:
    whole = [field.read(Rect(-16, 32, -16, 32)) for field in _fields(net, 5)]
    other = [field.read(Rect(-16, 32, -16, 32)) for field in _fields(net, 5, tile=32)]
    for size, one, two in zip(CELL_SIZES_M, whole, other):
        assert one.shape[0] == CHANNELS
        assert np.array_equal(one[0], two[0]), size
        assert np.abs(one - two).max() < 1e-4, size


@torch.inference_mode()
def test_every_seed_is_another_town_whose_values_are_in_range(net: TownNet) -> None:
    first, other = (_fields(net, seed)[4].read(Rect(0, 32, 0, 32)) for seed in (1, 2))
    assert (first[0] != other[0]).mean() > 0.3
    assert set(np.unique(first[0])) <= set(range(int(MapClass.WATER) + 1))
    for side in SIDES:
        kind, place, angle = first[side.channel : side.channel + 3]
        assert set(np.unique(kind)) <= set(range(side.kinds + 1))
        assert (place >= 0).all()
        assert (place <= 1).all()
        assert (angle >= 0).all()
        assert (angle <= math.pi).all()
        assert not place[kind == 0].any()


@torch.inference_mode()
def test_the_last_lattice_adds_ground_and_keeps_the_sides(net: TownNet) -> None:
    *_, before, last = _fields(net, 3)
    rect = Rect(0, 16, 0, 16)
    coarse, fine = before.read(rect), last.read(rect.refine(2))
    assert np.array_equal(fine[1:, ::2, ::2], coarse[1:])
    assert np.array_equal(fine[1:, 1::2, 1::2], coarse[1:])


def test_streets_are_drawn_alike_in_every_tile() -> None:
    rng = np.random.default_rng(2)
    state = _state(rng, 80)
    state[7:10, :, 25] = np.array([[5.0], [0.5], [math.pi / 2.0]])
    lattice = state.repeat(2, 1).repeat(2, 2)
    lattice[0] = rng.integers(0, 7, lattice.shape[1:])
    origin = -20

    def made(tile: int, place: Rect) -> np.ndarray:
        card = Stage("streets", Net("x"), Weights("x"), (2.0,), 8, tile, REACH_PX, LINES_PX)
        stage = StreetStage(TownLines(), card, "any", CPU)
        have = place.coarsen(LINES_PX).grow(REACH_PX // LINES_PX).refine(2).shift(-origin, -origin)
        control = lattice[:, have.y0 : have.y1, have.x0 : have.x1]
        return stage.compute(TileRequest("streets", place, 1, control, 8))

    large = made(128, Rect(128, 256, 128, 256))
    for y in (0, 64):
        for x in (0, 64):
            small = made(64, Rect(128 + y, 192 + y, 128 + x, 192 + x))
            assert np.array_equal(small, large[:, y : y + 64, x : x + 64])
    assert {7.0, 8.0, 9.0, 10.0} <= set(np.unique(large))


def test_density_turns_into_wishes_and_the_usual_one_into_none() -> None:
    assert wishes({"density": 50.0}) == {}
    assert wishes({"density": 75.0})["built_share"] == pytest.approx(0.7)
    assert wishes({"density": 25.0, "built_share": 0.6})["built_share"] == pytest.approx(0.3)
    assert wishes({"water_share": 0.1}) == {"water_share": 0.1}


def test_the_last_undecided_side_knows_what_would_end_there() -> None:
    state = torch.zeros(1, CHANNELS, 6, 6)
    undecided = torch.ones(1, len(SIDES), 6, 6)
    roads_north, roads_west = 2, 3
    per_cell = link_channels(SIDES[roads_north]) // 2
    # The cell at (3, 2) is the last of four: three of its sides are known, one of them a street.
    state[0, SIDES[roads_west].channel, 3, 2] = 3.0
    undecided[0, :, 3, 2] = 0.0
    undecided[0, roads_north, 3, 2] = 1.0
    undecided[0, roads_north, 4, 2] = undecided[0, roads_west, 3, 3] = 0.0
    turn = TURNS.index((1, 0))
    own, other = links(state, undecided, turn, roads_north)[0, :, 0, 0].split(per_cell)
    lines_left, most, second = own.split([16, 5, 5])
    assert lines_left.argmax() == 1 * 4 + 0, "one line, and nothing else to come"
    assert most.tolist() == [0, 0, 1, 0, 0]
    assert not second.any()
    assert other[:16].argmax() == 0 * 4 + 3, "nothing of the cell above is known"
    state[0, SIDES[roads_north].channel, 2, 2] = 5.0
    undecided[0, :, 2, 2] = 0.0
    other = links(state, undecided, turn, roads_north)[0, per_cell:, 0, 0]
    assert other[:16].argmax() == 1 * 4 + 1
    assert other[16:21].tolist() == [0, 0, 0, 0, 1]


def test_lines_that_end_speak_for_what_lets_them_go_on() -> None:
    def against(index: int, west: int, *, north_of_it: int = 0) -> list[float]:
        state = torch.zeros(1, CHANNELS, 6, 6)
        state[0, SIDES[index + 1].channel, 3, 2] = west
        state[0, SIDES[index].channel, 2, 2] = north_of_it
        undecided = torch.zeros(1, len(SIDES), 6, 6)
        turn = TURNS.index((1, 0))
        found: list[float] = loose_ends(state, undecided, turn, index)[0, :, 0, 0].tolist()
        return found

    roads = against(2, 5, north_of_it=4)
    assert min(roads) == roads[4] == roads[5] == 0.0, "a main road on both sides"
    assert roads[0] > roads[3] > 0.0, "rather as a street than not at all"
    assert against(2, 0)[0] == 0.0
    assert min(against(2, 0)[1:]) > 0.0, "a line from nowhere to nowhere"
    railway = against(0, 3, north_of_it=3)
    assert railway[3] == 0.0 < railway[0] < railway[1]
