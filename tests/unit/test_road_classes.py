"""Roads as they are drawn."""

from __future__ import annotations

import pytest

from ...core.map_classes import MapClass
from ...core.road_classes import PLAIN_ROAD, road_class
from ...core.training.recipe import parse_toml
from ...tools.bootstrap import ROOT


@pytest.mark.parametrize("tag", ["", "residential", "lane of the moon"])
def test_a_road_without_a_known_tag_is_a_plain_street(tag: str) -> None:
    assert road_class(tag) == PLAIN_ROAD


def test_roads_are_drawn_as_they_were_for_training() -> None:
    drawings = parse_toml(ROOT / "recipes" / "maps.data.toml")["drawings"]
    for drawing in drawings:
        if drawing["layer"] != "roads" or drawing["class"] == "built_up":
            continue
        for tag in drawing["values"]:
            if tag not in ("trail", "unclassified", "living_street", "road", "residential"):
                wanted = (MapClass[drawing["class"].upper()], drawing["width_m"])
                assert road_class(tag) == wanted, tag
