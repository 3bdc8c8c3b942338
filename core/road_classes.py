"""Roads by the tags of OpenStreetMap: which class of the map they are, and how wide they are drawn.

The widths are those that the map models were trained on (``recipes/maps.data.toml``).
"""

from __future__ import annotations

from .map_classes import MapClass

PLAIN_ROAD = (MapClass.MINOR_ROAD, 8.0)
FIELDS = ("highway", "fclass")
"""Fields that hold such a tag: OpenStreetMap's own, and that of Geofabrik's extracts."""

_PATH, _SERVICE = (MapClass.PATH, 3.5), (MapClass.MINOR_ROAD, 5.0)
_LARGE, _LARGEST = (MapClass.MAJOR_ROAD, 10.0), (MapClass.MAJOR_ROAD, 14.0)
_ROADS = {
    **dict.fromkeys(
        ("footway", "track", "path", "cycleway", "steps", "pedestrian", "bridleway"), _PATH
    ),
    "service": _SERVICE,
    **dict.fromkeys(("tertiary", "secondary"), _LARGE),
    **dict.fromkeys(("primary_link", "trunk_link", "motorway_link"), _LARGE),
    **dict.fromkeys(("secondary_link", "tertiary_link"), _LARGE),
    **dict.fromkeys(("primary", "trunk", "motorway"), _LARGEST),
}


def road_class(tag: str) -> tuple[MapClass, float]:
    """The class of a road and its width in metres; a plain street for a tag that is not known."""
    return _ROADS.get(tag, PLAIN_ROAD)
