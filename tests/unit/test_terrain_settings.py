from __future__ import annotations

from types import SimpleNamespace

import pytest

from ...core.terrain_settings import TYPICAL_SPREAD_M, sea_level, stage_settings

PRESETS = {"natural": {}, "alpine": {"height_m": 1600.0, "spread_m": 600.0, "sea_share": 0.0}}
CARD = SimpleNamespace(
    presets=PRESETS, stages=(SimpleNamespace(name="continent"), SimpleNamespace(name="detail"))
)


def _wishes(**parameters: object) -> dict[str, float]:
    settings = stage_settings(CARD, parameters)  # type: ignore[arg-type]
    assert set(settings) == {"continent"}
    return settings["continent"]


def test_the_usual_world_has_no_wishes() -> None:
    assert _wishes(landform="natural", relief=50.0, sea_level=0.0) == {"sea_level": 0.0}
    assert _wishes() == {"sea_level": 0.0}


def test_a_landform_is_its_preset_and_stays_so() -> None:
    expected = {"height_m": 1600.0, "spread_m": 600.0, "sea_share": 0.0, "sea_level": 0.0}
    assert _wishes(landform="alpine", relief=50.0) == expected
    _wishes(landform="alpine", relief=90.0)
    assert PRESETS["alpine"]["spread_m"] == 600.0


@pytest.mark.parametrize(("relief", "factor"), [(0.0, 0.25), (25.0, 0.5), (75.0, 2.0), (100, 4.0)])
def test_relief_doubles_every_25(relief: float, factor: float) -> None:
    assert _wishes(landform="alpine", relief=relief)["spread_m"] == pytest.approx(600.0 * factor)
    natural = _wishes(landform="natural", relief=relief)
    assert natural["spread_m"] == pytest.approx(TYPICAL_SPREAD_M * factor)


def test_the_sea_level_reaches_the_stage_that_knows_the_sea() -> None:
    assert _wishes(sea_level=-40)["sea_level"] == -40.0
    assert sea_level({}) == 0.0
    assert sea_level({"sea_level": 250}) == 250.0
