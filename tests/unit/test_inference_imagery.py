"""The imagery stages, one canonical tile at a time."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from ...core.card import Net, Stage, Weights
from ...core.cascade import control_rect
from ...core.engine import TileRequest
from ...core.inference import imagery as stages
from ...core.landcover import CODES, LEARNT
from ...core.nets.imagery import BANDS, COARSEST, PALETTE, ImageryNet, imagery_halo, to_log
from ...core.nets.land_rules import REACH_PX, LandRules
from ...core.tiling import Rect

CPU = torch.device("cpu")
TILE = 64


def make_stage(name: str, halo: int) -> Stage:
    return Stage(name, Net("imagery_passes"), Weights("w"), (10.0,), 1, TILE, halo, COARSEST)


@pytest.fixture(scope="module")
def imagery_stage() -> stages.ImageryStage:
    torch.manual_seed(4)
    net = ImageryNet([8, 8], [1, 1], [8, 8], 5)
    net.palettes[:, :, :BANDS] = torch.rand(5, LEARNT, BANDS) - 2.5
    net.palettes[:, :, BANDS:] = 0.2
    net.shown.copy_(net.palettes)
    return stages.ImageryStage(
        net.eval(), make_stage("imagery", imagery_halo(net, TILE)), "any", CPU
    )


def request(stage: Stage, control: np.ndarray, seed: int = 1, **settings: float) -> TileRequest:
    rows = control_rect(stage, Rect(0, TILE, 0, TILE)).height
    return TileRequest(
        stage.name, Rect(0, TILE, 0, TILE), seed, control, 1, np.full(rows, 10.0), settings
    )


def cover(stage: Stage, code: float, elevation: bool = False) -> np.ndarray:
    side = TILE + 2 * stage.halo
    control = np.full((2 if elevation else 1, side, side), code, dtype=np.float32)
    if elevation:
        control[1] = 100.0
    return control


def computed(one: stages.ImageryStage, asked: TileRequest) -> np.ndarray:
    with torch.inference_mode():
        return one.compute(asked)


def test_imagery_is_positive_and_depends_on_the_seed(imagery_stage: stages.ImageryStage) -> None:
    control = cover(imagery_stage.stage, 10)
    first = computed(imagery_stage, request(imagery_stage.stage, control))
    assert first.shape == (4, TILE, TILE)
    assert (first > 0).all()
    again = computed(imagery_stage, request(imagery_stage.stage, control))
    other = computed(imagery_stage, request(imagery_stage.stage, control, seed=2))
    assert np.array_equal(first, again)
    assert not np.allclose(first, other)


def test_ground_of_unknown_class_stays_unknown(imagery_stage: stages.ImageryStage) -> None:
    control = cover(imagery_stage.stage, 10)
    halo = imagery_stage.stage.halo
    control[0, halo : halo + 3, halo : halo + 3] = np.nan
    made = computed(imagery_stage, request(imagery_stage.stage, control))
    assert np.isnan(made[:, :3, :3]).all()
    assert np.isfinite(made[:, 3:, 3:]).all()


def test_slopes_that_face_the_sun_are_brighter(imagery_stage: stages.ImageryStage) -> None:
    control = cover(imagery_stage.stage, 30, elevation=True)
    side = control.shape[1]
    level = computed(imagery_stage, request(imagery_stage.stage, control, sun_azimuth=90.0))
    control[1] = 3.0 * np.abs(np.arange(side) - side // 2)  # a valley that runs north
    made = computed(imagery_stage, request(imagery_stage.stage, control, sun_azimuth=90.0))
    light = made / level
    assert light[:, :, : TILE // 2 - 2].min() > 1.0  # its western slope looks east
    assert light[:, :, TILE // 2 + 2 :].max() < 1.0


def test_elevation_that_is_unknown_changes_nothing(imagery_stage: stages.ImageryStage) -> None:
    plain = computed(imagery_stage, request(imagery_stage.stage, cover(imagery_stage.stage, 30)))
    control = cover(imagery_stage.stage, 30, elevation=True)
    control[1] = np.nan
    assert np.array_equal(plain, computed(imagery_stage, request(imagery_stage.stage, control)))


def test_snow_is_bright(imagery_stage: stages.ImageryStage) -> None:
    bare, snow = (
        computed(imagery_stage, request(imagery_stage.stage, cover(imagery_stage.stage, code)))
        for code in (60, 70)
    )
    assert snow.min() > 5000
    assert snow.mean() > 2 * bare.mean()


def test_palettes_are_drawn_from_the_range_that_is_asked_for() -> None:
    palettes = torch.zeros(4, LEARNT, PALETTE)
    palettes += torch.arange(4.0)[:, None, None]
    for seed in range(20):
        choice = stages.PaletteChoice.of(4, seed, 1, {"palette_first": 2, "palette_count": 1})
        one = choice.palette(palettes)
        assert torch.allclose(one[:, BANDS:], torch.tensor(2.0))
        assert float((one[:, :BANDS] - 2.0).abs().max()) <= stages.LIGHT_SPREAD


def test_what_the_air_sends_back_is_no_part_of_the_ground(
    imagery_stage: stages.ImageryStage,
) -> None:
    asked = request(imagery_stage.stage, cover(imagery_stage.stage, 10))
    hazy = computed(imagery_stage, asked)
    air = torch.tensor([0.05, 0.03, 0.02, 0.01])
    none = imagery_stage.net.air.clone()
    imagery_stage.net.air.copy_(to_log(air).expand(5, -1))
    clear = computed(imagery_stage, asked)
    imagery_stage.net.air.copy_(none)
    light = np.exp(stages.LIGHT_SPREAD)
    for index, band in enumerate(stages.RED_GREEN_BLUE_NIR):
        path = 1e4 * float(air[band])
        assert path / light < np.median((hazy - clear)[index]) < path * light
    assert clear.min() >= 1.0


def test_the_palettes_that_are_shown_may_differ_from_those_told(
    imagery_stage: stages.ImageryStage,
) -> None:
    asked = request(imagery_stage.stage, cover(imagery_stage.stage, 10))
    plain = computed(imagery_stage, asked)
    imagery_stage.net.shown[:, :, :BANDS] += 0.3
    brighter = computed(imagery_stage, asked)
    imagery_stage.net.shown.copy_(imagery_stage.net.palettes)
    rows = np.log(brighter / 1e4 + 0.01) - np.log(plain / 1e4 + 0.01)
    assert np.abs(rows - 0.3).mean() < 0.02


def test_land_cover_is_given_as_codes_and_voids_stay_void() -> None:
    stage = make_stage("landcover", REACH_PX)
    one = stages.LandCoverStage(LandRules(), stage, "any", CPU)
    control = cover(stage, 0.0)
    control[0] += np.arange(control.shape[1])[:, None] * 0.7
    control[0, REACH_PX + 5, REACH_PX + 6] = np.nan
    with torch.inference_mode():
        codes = one.compute(request(stage, control))
    assert codes.shape == (1, TILE, TILE)
    assert np.isnan(codes[0, 5, 6])
    assert set(np.unique(codes[np.isfinite(codes)])) <= set(CODES)


def test_water_of_an_earlier_stage_is_water() -> None:
    stage = make_stage("landcover", REACH_PX)
    one = stages.LandCoverStage(LandRules(), stage, "any", CPU)
    control = np.concatenate([cover(stage, 5.0), cover(stage, 0.0)])
    control[0] += np.arange(control.shape[1])[:, None] * 0.7
    control[1, :, REACH_PX + 10 : REACH_PX + 20] = 1.0
    with torch.inference_mode():
        codes = one.compute(request(stage, control))
    assert (codes[0, :, 10:20] == 80).all()
    assert not (codes[0, :, 20:] == 80).any()
