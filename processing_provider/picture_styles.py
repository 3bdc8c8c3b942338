"""The colours of a result before it is a layer: those that it gets when it is loaded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Optional

from ..core.card import Band
from ..core.job import Job
from ..core.output_raster import CLIMATE
from ..core.params import check_all
from ..core.tile_colours import (
    RGB,
    FixedStyle,
    PaletteStyle,
    RampStyle,
    StretchStyle,
    Style,
    colour_of,
    picture_bands,
    shown_range,
)
from ..core.tiling import FloatArray
from .climate_algorithm import SPREAD_SHARE
from .loading import sea_level
from .renderers import HEIGHTS, RAMPS, Stops, ramp_values
from .styling import has_elevation_style
from .tile_jobs import relief_style
from .translation import tr

GREYS: Stops = ((0.0, "#000000"), (1.0, "#ffffff"))
SPREAD = "spread"


def style_of(job: Job, values: Sequence[FloatArray], pixel_m: float) -> Style:
    """Give the style that a result with these values gets when it is loaded.

    ``pixel_m`` is the ground size of a pixel of the first array.
    """
    return fixed_style(job) or relief_style(values, sea_level(job), pixel_m)


def fixed_style(job: Job) -> Optional[FixedStyle]:
    """Give the style of a result whose colours do not follow its values; None for elevation."""
    card = job.package.card
    if has_elevation_style(job.package):
        return None
    bands = picture_bands(card)
    if card.style.ramp == RGB and len(bands) > 1:
        return StretchStyle(tuple(shown_range(card.output[index]) for index in bands))
    if card.task == CLIMATE:
        return _ramp(*_month(job))
    classes = card.output[0].classes
    if classes:
        return PaletteStyle(
            tuple(one.value for one in classes),
            tuple(colour_of(one.colour) for one in classes),
            tuple(tr(one.name) for one in classes),
        )
    return _ramp(card.output[0], RAMPS.get(str(card.style.ramp), GREYS))


def _month(job: Job) -> tuple[Band, Stops]:
    """Give the chosen variable of a climate, as `climate_algorithm.colour_months` draws it."""
    card = job.package.card
    asked = check_all(card.parameters, job.parameters)
    (band,) = (one for one in card.output if one.name == asked["variable"])
    if asked["statistic"] != SPREAD:
        return band, RAMPS[band.name]
    width = SPREAD_SHARE * ((band.max or 1.0) - (band.min or 0.0))
    return replace(band, min=0.0, max=width), HEIGHTS


def _ramp(band: Band, stops: Stops) -> RampStyle:
    values, colours = zip(*ramp_values(band, stops))
    return RampStyle(values, tuple(colour_of(colour) for colour in colours), band.unit)
