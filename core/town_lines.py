"""The lines of a town: streets and paths, and beside them streams, rivers and railways.

Lines are segments, rows ``(y0, x0, y1, x1, kind)`` in pixels from a town's upper left corner, whose
kind is that of `ROADS` or, with `OTHERS_FROM` added, of `OTHERS`, counted from 1.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .map_classes import MapClass

Segments = NDArray[np.float32]
SEGMENT_COLUMNS = 5
NO_SEGMENTS: Segments = np.zeros((0, SEGMENT_COLUMNS), dtype=np.float32)


@dataclass(frozen=True)
class LineKind:
    """How a line is drawn."""

    target: MapClass
    width_m: float


ROADS = (
    LineKind(MapClass.PATH, 3.5),
    LineKind(MapClass.MINOR_ROAD, 5.0),
    LineKind(MapClass.MINOR_ROAD, 8.0),
    LineKind(MapClass.MAJOR_ROAD, 10.0),
    LineKind(MapClass.MAJOR_ROAD, 14.0),
)
"""From the least to the most important: where two of them are one, the later is kept."""
STREET_FROM, MAIN_FROM = 2, 4
"""Kinds of roads from those on, counted from 1, are streets, and main roads."""
OTHERS = (
    LineKind(MapClass.WATER, 4.0),
    LineKind(MapClass.WATER, 10.0),
    LineKind(MapClass.RAILWAY, 5.0),
)
OTHERS_FROM = 100


def line_number(target: MapClass, width_m: float) -> int:
    """The kind of lines of a class that are drawn about so wide; 0 for what is no line."""
    for first, kinds in ((1, ROADS), (1 + OTHERS_FROM, OTHERS)):
        alike = [at for at, kind in enumerate(kinds) if kind.target == target]
        if alike and width_m:
            return first + min(alike, key=lambda at: abs(kinds[at].width_m - width_m))
    return 0
