"""The bands of a climate raster: one for each month."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from .card import Band, ModelCard
from .climate_control import month_name, month_number
from .params import ParamValue


def month_bands(card: ModelCard, parameters: Mapping[str, ParamValue]) -> tuple[Band, ...]:
    """The chosen variable's band of the card, once for each month and named after it."""
    (band,) = (one for one in card.output if one.name == parameters["variable"])
    first = first_month(parameters)
    steps = int(parameters["steps"])
    return tuple(replace(band, name=f"{band.name} {month_name(first + i)}") for i in range(steps))


def first_month(parameters: Mapping[str, ParamValue]) -> int:
    """The absolute number of the first band's month."""
    return month_number(int(parameters["start_year"]), int(parameters["start_month"]))
