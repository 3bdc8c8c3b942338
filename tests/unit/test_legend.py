"""What the classes of a user's land cover layer are taken for."""

from __future__ import annotations

import pytest

from ...core.landcover import CODES, LEGENDS
from ...core.legend import (
    LegendEntry,
    classes_text,
    coloured_class,
    guessed_classes,
    named_class,
    published_legend,
)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Open Water", 80),
        ("Evergreen Forest", 10),
        ("Cultivated crops", 40),
        ("Developed, high intensity", 50),
        ("Barren land", 60),
        ("Perennial ice/snow", 70),
        ("Shrub/Scrub", 30),
        ("landuse: residential", 50),
        ("farmyard", 50),
        ("hardwood forest", 10),
        ("Ice", 70),
        ("brownfield", 60),
        ("greenfield", 30),
    ],
)
def test_names_tell_classes(name: str, code: int) -> None:
    assert named_class(name) == code


@pytest.mark.parametrize("name", ["xyz 7", "office", "street lamp"])
def test_an_unheard_name_tells_nothing(name: str) -> None:
    assert named_class(name) is None


def test_published_legends_are_known_by_their_values() -> None:
    assert published_legend([11, 41, 82, 0]) is LEGENDS["NLCD"]
    assert published_legend([10, 30, 95]) is LEGENDS["ESA WorldCover"]
    assert published_legend([112, 311, 512]) is LEGENDS["CORINE"]
    assert published_legend([1, 2, 3]) is None


def test_names_count_before_values_and_colours() -> None:
    entries = [LegendEntry(11, "forest", "#0064c8"), LegendEntry(41, "", "#0064c8")]
    assert guessed_classes(entries) == {11: 10, 41: 80}


def test_a_layer_without_names_is_known_by_its_values() -> None:
    assert guessed_classes([LegendEntry(11), LegendEntry(82)]) == {11: 80, 82: 40}


def test_colours_count_last() -> None:
    entries = [LegendEntry(1, "", "#0060d0"), LegendEntry(2, "", "#123456")]
    assert guessed_classes(entries) == {1: 80}
    assert coloured_class("red") is None


def test_every_published_class_has_a_code_of_ours() -> None:
    assert {code for legend in LEGENDS.values() for code in legend.values()} <= set(CODES)


def test_guesses_are_written_as_a_user_would() -> None:
    assert classes_text({41.0: 10, 11.0: 80}) == "11=80; 41=10"
