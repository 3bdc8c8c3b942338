"""What the climate stage is told of a place, channel by channel, and how months are numbered."""

from __future__ import annotations

MONTHS = 12
ELEVATION, LAND, LATITUDE, COARSE_TEMPERATURE, COARSE_PRECIPITATION = range(5)
"""Metres above the sea, 0 at sea; share of land; degrees; degC; mm in a month."""
CHANNELS = 5
FACTORS = (2, 4, 8)
"""Pixels along one side of a coarse field's block."""
LAND_HALO_PX, COARSE_HALO_PX = 48, 176
"""How far around its tile the stage looks at the land, without and with a coarse field."""


def month_number(year: int, month: int) -> int:
    """The absolute number of a month; ``month`` counts from 1."""
    return year * MONTHS + month - 1


def month_name(number: int) -> str:
    """Such as ``2001-03``."""
    year, month = divmod(number, MONTHS)
    return f"{year:04d}-{month + 1:02d}"
