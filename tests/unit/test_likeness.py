"""Which learnt style an image is nearest to."""

from __future__ import annotations

from ...core.likeness import nearest_style

PRESETS = {
    "desert": {"red": 0.28, "green": 0.22, "blue": 0.17, "infrared": 0.33},
    "woods": {"red": 0.06, "green": 0.08, "blue": 0.09, "infrared": 0.28},
    "any": {"palette_first": 0.0},
}


def test_reflectance_stored_values_and_pictures_are_compared_alike() -> None:
    assert nearest_style(PRESETS, (0.27, 0.21, 0.17, 0.3)) == "desert"
    assert nearest_style(PRESETS, (2700.0, 2100.0, 1700.0, 3000.0)) == "desert"
    assert nearest_style(PRESETS, (200.0, 160.0, 120.0)) == "desert"
    assert nearest_style(PRESETS, (50.0, 66.0, 75.0)) == "woods"


def test_brightness_decides_between_styles_of_one_hue() -> None:
    presets = {"dark": dict.fromkeys(PRESETS["woods"], 0.05)}
    presets["light"] = dict.fromkeys(PRESETS["woods"], 0.5)
    assert nearest_style(presets, (0.4, 0.4, 0.4, 0.4)) == "light"


def test_nothing_is_near_a_black_image_or_without_styles() -> None:
    assert nearest_style(PRESETS, (0.0, 0.0, 0.0)) is None
    assert nearest_style({"any": {}}, (0.1, 0.1, 0.1)) is None
