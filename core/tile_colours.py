"""Pictures of classes, of imagery and of single measures, in colours that never change with the
values of a place; those of elevation are in :mod:`core.tile_picture`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Union

import numpy as np

from .card import Band, ModelCard
from .tile_picture import Bytes, ReliefStyle, picture
from .tiling import FloatArray

Colour = tuple[int, int, int]

RGB = "rgb"
PRIMARIES = ("red", "green", "blue")


@dataclass(frozen=True)
class PaletteStyle:
    """The colour and the name of each code of a class; other codes are clear."""

    codes: tuple[int, ...]
    colours: tuple[Colour, ...]
    names: tuple[str, ...]

    def picture(self, values: FloatArray) -> Bytes:
        """Codes ``(H, W)`` to ``(H, W, 4)`` RGBA."""
        out = np.zeros((*values.shape, 4), dtype=np.uint8)
        for code, colour in zip(self.codes, self.colours):
            out[values == code] = (*colour, 255)
        return out


@dataclass(frozen=True)
class RampStyle:
    """Colours at ascending values, mixed in between; the first and the last beyond them."""

    values: tuple[float, ...]
    colours: tuple[Colour, ...]
    unit: str = ""

    def picture(self, values: FloatArray) -> Bytes:
        """Measures ``(H, W)`` to ``(H, W, 4)`` RGBA, clear where there is none."""
        missing = np.isnan(values)
        known = np.where(missing, np.float32(self.values[0]), values)
        out = np.empty((*values.shape, 4), dtype=np.uint8)
        for index, column in enumerate(zip(*self.colours)):
            out[..., index] = np.interp(known, self.values, column) + 0.5
        out[..., 3] = 255
        out[missing] = 0
        return out


IMAGERY_GAMMA = 1.4
"""Land is dark beside deserts, snow and roofs, all of which are to keep their shapes."""


@dataclass(frozen=True)
class StretchStyle:
    """The lowest and the highest value of red, green and blue."""

    ranges: tuple[tuple[float, float], ...]

    def picture(self, values: FloatArray) -> Bytes:
        """``(3, H, W)`` to ``(H, W, 4)`` RGBA, clear where any of the three is missing."""
        missing = np.isnan(values).any(axis=0)
        out = np.empty((*values.shape[1:], 4), dtype=np.uint8)
        for index, (low, high) in enumerate(self.ranges):
            share = (np.where(missing, low, values[index]) - low) / (high - low)
            out[..., index] = np.clip(share, 0.0, 1.0) ** (1.0 / IMAGERY_GAMMA) * 255.0
        out[..., 3] = 255
        out[missing] = 0
        return out


FixedStyle = Union[PaletteStyle, RampStyle, StretchStyle]
Style = Union[ReliefStyle, FixedStyle]


def pictured(values: FloatArray, east_m: FloatArray, south_m: float, style: Style) -> Bytes:
    """Pixels in any style as RGBA ``(H, W, 4)``; see :func:`core.tile_picture.picture`."""
    if isinstance(style, ReliefStyle):
        return picture(values, east_m, south_m, style)
    return style.picture(values)


def picture_bands(card: ModelCard) -> tuple[int, ...]:
    """The bands that a picture is made of: red, green and blue by name or else the first three,
    for any other style the first."""
    if card.style.ramp != RGB or len(card.output) < len(PRIMARIES):
        return (0,)
    names = [band.name for band in card.output]
    if set(PRIMARIES) <= set(names):
        return tuple(names.index(name) for name in PRIMARIES)
    return (0, 1, 2)


def shown_range(band: Band) -> tuple[float, float]:
    """The values that the colours of ``band`` span, the same for every place and seed."""
    low = 0.0 if band.min is None else band.min
    high = low + 1.0 if band.max is None else band.max
    return low, high if high > low else low + 1.0


def colour_of(text: str) -> Colour:
    """``#rrggbb`` as red, green and blue."""
    red, green, blue = (int(text[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue
