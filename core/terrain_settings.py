"""From what a user asks of a landscape to the numbers of the stages."""

from __future__ import annotations

from collections.abc import Mapping

from .card import ModelCard
from .params import ParamValue

NEUTRAL_RELIEF = 50.0
RELIEF_DOUBLES_EVERY = 25.0
# Of a world whose relief alone is wished for.
TYPICAL_SPREAD_M, TYPICAL_VARIETY = 150.0, 0.35
SEA_LEVEL = "sea_level"


def stage_settings(
    card: ModelCard, parameters: Mapping[str, ParamValue]
) -> dict[str, dict[str, float]]:
    """Settings by stage name, of a cascade whose first stage is the continent.

    ``relief`` 50 leaves the landform as it is; every 25 more double the spread of heights.
    """
    wishes = dict(card.presets.get(str(parameters.get("landform", "")), {}))
    relief = float(parameters.get("relief", NEUTRAL_RELIEF))
    if relief != NEUTRAL_RELIEF:
        factor = 2.0 ** ((relief - NEUTRAL_RELIEF) / RELIEF_DOUBLES_EVERY)
        wishes["spread_m"] = wishes.get("spread_m", TYPICAL_SPREAD_M) * factor
        wishes.setdefault("spread_variety", TYPICAL_VARIETY)
    wishes[SEA_LEVEL] = sea_level(parameters)
    return {card.stages[0].name: wishes}


def sea_level(parameters: Mapping[str, ParamValue]) -> float:
    """Height of the sea's surface in metres; 0 for a model that has no such parameter."""
    return float(parameters.get(SEA_LEVEL, 0.0))
