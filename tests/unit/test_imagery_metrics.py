"""Figures that compare generated imagery with real imagery."""

from __future__ import annotations

import numpy as np

from ...core.landcover import LEARNT, TREES, WATER
from ...core.training.imagery_metrics import (
    Patches,
    class_agreement,
    class_colour_distance,
    compare,
)
from ...core.training.metrics import Bootstrap

SIDE = 32


def made(seed: int, *, rough: float = 0.2, green: float = 0.3, count: int = 24) -> Patches:
    """Patches of woods on the left and water on the right."""
    rng = np.random.default_rng(seed)
    classes = np.full((count, SIDE, SIDE), TREES, np.uint8)
    classes[:, :, SIDE // 2 :] = WATER
    means = np.where(classes == TREES, green, 0.05)[:, None]
    values = means * np.exp(rough * rng.standard_normal((count, 4, SIDE, SIDE)))
    return Patches(values.astype(np.float32), classes)


def thresholded(reflectance: np.ndarray) -> np.ndarray:
    return np.where(reflectance.mean(1) > 0.12, TREES, WATER).astype(np.uint8)


def test_sets_drawn_alike_hardly_differ_and_others_do() -> None:
    real, alike, smooth = made(1), made(2), made(3, rough=0.02)
    near = compare(real, alike, thresholded, Bootstrap(20, 1))
    far = compare(real, smooth, thresholded, Bootstrap(20, 1))
    assert far["kid"].value > 5 * abs(near["kid"].value)
    assert far["spectrum_visible_db"].value > 3 * near["spectrum_visible_db"].value
    assert far["class_colour_w1"].value > 5 * near["class_colour_w1"].value
    assert near["agreement"].value > 0.99


def test_colours_are_compared_class_by_class() -> None:
    real = made(1)
    swapped = Patches(
        real.reflectance, np.where(real.classes == TREES, WATER, TREES).astype(np.uint8)
    )
    assert class_colour_distance(real, made(2)) < 0.05
    assert class_colour_distance(real, swapped) > 3


def test_land_that_looks_like_something_else_is_not_recognised() -> None:
    dark = made(4, green=0.05)
    figures = compare(made(1), dark, thresholded, Bootstrap(5, 1))
    assert figures["agreement"].value < 0.6


def test_agreement_is_counted_by_class() -> None:
    wanted = np.array([[[TREES, TREES, WATER]]], np.uint8)
    given = np.array([[[TREES, WATER, WATER]]], np.uint8)
    found = class_agreement(given, wanted)
    assert found == {"trees": 0.5, "water": 1.0}
    assert len(found) < LEARNT
