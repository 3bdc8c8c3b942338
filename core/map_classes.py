"""The palette of Terraloom's maps: codes, names and colours."""

from __future__ import annotations

from enum import IntEnum
from types import MappingProxyType


class MapClass(IntEnum):
    """Codes of the class raster, in drawing order: a higher one is drawn on top."""

    OPEN = 0
    FARMLAND = 1
    FOREST = 2
    BUILT_UP = 3
    WORKS = 4
    PARK = 5
    WATER = 6
    PATH = 7
    MINOR_ROAD = 8
    MAJOR_ROAD = 9
    RAILWAY = 10
    BUILDING = 11


GROUND_CLASSES = tuple(code for code in MapClass if code is not MapClass.BUILDING)
"""All but buildings, which stand on one of these."""

STREET_CLASSES = (MapClass.PATH, MapClass.MINOR_ROAD, MapClass.MAJOR_ROAD)

COLOURS = MappingProxyType(
    {
        MapClass.OPEN: (242, 241, 233),
        MapClass.FARMLAND: (240, 234, 208),
        MapClass.FOREST: (181, 210, 168),
        MapClass.BUILT_UP: (230, 227, 224),
        MapClass.WORKS: (231, 219, 228),
        MapClass.PARK: (206, 231, 190),
        MapClass.WATER: (166, 205, 226),
        MapClass.PATH: (214, 196, 168),
        MapClass.MINOR_ROAD: (255, 255, 255),
        MapClass.MAJOR_ROAD: (250, 214, 122),
        MapClass.RAILWAY: (140, 140, 146),
        MapClass.BUILDING: (201, 186, 176),
    }
)
