"""Figures that compare generated imagery with real imagery."""

from __future__ import annotations

import numpy as np

from ...core.landcover import LEARNT, TREES, WATER
from ...core.training.imagery_metrics import (
    Patches,
    class_agreement,
    class_colour_distance,
    compare,
    edge_distance,
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


def fields(seed: int, *, scrambled: bool = False, count: int = 48) -> Patches:
    """Rectangles over one another; scrambled, noise of the same power."""
    rng = np.random.default_rng(seed)
    logs = np.zeros((count, SIDE, SIDE))
    for patch in logs:
        for _ in range(30):
            (y, x), (height, width) = rng.integers(-4, SIDE, 2), rng.integers(5, 16, 2)
            patch[max(y, 0) : y + height, max(x, 0) : x + width] = rng.normal()
    if scrambled:
        phases = np.angle(np.fft.rfft2(rng.standard_normal(logs.shape)))
        logs = np.fft.irfft2(np.abs(np.fft.rfft2(logs)) * np.exp(1j * phases), s=(SIDE, SIDE))
    values = np.exp(0.3 * logs - 2.0)[:, None].repeat(4, 1).astype(np.float32)
    return Patches(values, np.full((count, SIDE, SIDE), TREES, np.uint8))


def test_edges_are_told_from_noise_of_the_same_power() -> None:
    real = fields(1)
    assert edge_distance(real, fields(3, scrambled=True)) > 4 * edge_distance(real, fields(2))
