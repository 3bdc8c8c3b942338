"""The land cover classes that imagery is made of, and the crosswalk from published legends.

Codes are those of ESA WorldCover where it has the class, so that its rasters need no mapping.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class LandCover:
    """A class: its code in rasters, its name and the colour that maps show it in."""

    code: int
    name: str
    colour: str


CLASSES = (
    LandCover(80, "water", "#0064c8"),
    LandCover(10, "trees", "#006400"),
    LandCover(30, "grass and shrub", "#c8d25a"),
    LandCover(40, "crops", "#f096ff"),
    LandCover(50, "built-up", "#fa0000"),
    LandCover(60, "bare ground", "#b4b4b4"),
    LandCover(70, "snow and ice", "#f0f0f0"),
)
"""In the order of the network's channels; snow is last, because it was in no training image."""

CODES = tuple(entry.code for entry in CLASSES)
WATER, TREES, GRASS, CROPS, BUILT, BARE, SNOW = range(len(CLASSES))
LEARNT = SNOW
"""Number of classes with a channel of their own."""


def _by_name(table: Mapping[str, tuple[int, ...]]) -> dict[int, int]:
    places = {entry.name: entry.code for entry in CLASSES}
    return {value: places[name] for name, values in table.items() for value in values}


WORLDCOVER = _by_name(
    {
        "water": (80,),
        "trees": (10, 95),
        "grass and shrub": (20, 30, 90, 100),
        "crops": (40,),
        "built-up": (50,),
        "bare ground": (60,),
        "snow and ice": (70,),
    }
)
NLCD = _by_name(
    {
        "water": (11,),
        "snow and ice": (12,),
        "built-up": (21, 22, 23, 24),
        "bare ground": (31,),
        "trees": (41, 42, 43, 90),
        "grass and shrub": (51, 52, 71, 72, 73, 74, 81, 95),
        "crops": (82,),
    }
)
CORINE = _by_name(
    {
        "built-up": (111, 112, 121, 122, 123, 124, 131, 132, 133, 142),
        "grass and shrub": (141, 231, 321, 322, 323, 324, 333, 411, 412, 421),
        "crops": (211, 212, 213, 221, 222, 223, 241, 242, 243, 244),
        "trees": (311, 312, 313),
        "bare ground": (331, 332, 334, 422, 423),
        "snow and ice": (335,),
        "water": (511, 512, 521, 522, 523),
    }
)
LEGENDS: Mapping[str, Mapping[int, int]] = {
    "ESA WorldCover": WORLDCOVER,
    "NLCD": NLCD,
    "CORINE": CORINE,
}
"""For each published legend: its value -> our code."""

WORDS: Mapping[int, tuple[str, ...]] = {
    80: (
        "water",
        "river",
        "lake",
        "sea",
        "ocean",
        "reservoir",
        "pond",
        "basin",
        "bay",
        "wasser",
        "eau",
    ),
    70: ("snow", "ice", "glacier", "schnee", "neige"),
    10: (
        "tree",
        "forest",
        "wood",
        "hardwood",
        "softwood",
        "mangrove",
        "wald",
        "forêt",
        "orchard",
        "bosque",
    ),
    40: ("crop", "farm", "arable", "agri", "cultiv", "vineyard", "acker", "field", "plantation"),
    50: (
        "built",
        "urban",
        "building",
        "road",
        "residential",
        "commercial",
        "industrial",
        "retail",
        "developed",
        "imperv",
        "settlement",
        "artificial",
        "town",
        "city",
        "siedlung",
        "railway",
        "construction",
        "parking",
        "cemetery",
        "military",
        "harbour",
        "farmyard",
        "port",
    ),
    60: (
        "bare",
        "barren",
        "sand",
        "rock",
        "brownfield",
        "landfill",
        "beach",
        "desert",
        "quarry",
        "scree",
        "gravel",
        "mine",
    ),
    30: (
        "grass",
        "shrub",
        "scrub",
        "heath",
        "meadow",
        "pasture",
        "moor",
        "wetland",
        "marsh",
        "herb",
        "park",
        "garden",
        "lawn",
        "recreation",
        "savanna",
        "tundra",
        "moss",
        "golf",
        "greenfield",
        "village_green",
        "allotment",
        "pitch",
    ),
}
"""Parts of English (and a few other) class names that tell a class, by code."""
