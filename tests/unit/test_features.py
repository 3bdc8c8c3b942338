"""Random features: stable numbers, small distances between alike sets, large ones otherwise."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("torch")

from ...core.training import features
from ...core.training.baselines import fractal_noise
from ...core.training.metrics import Bootstrap

PIXEL = 30.0
FIRST_NUMBERS = np.array([22685.0, 3361.0, 33948.0]) / 65536.0 * 3.0**0.5


@pytest.fixture(scope="module")
def network() -> features.RandomFeatures:
    return features.RandomFeatures()


def terrain(seed: int, exponent: float = 3.5, count: int = 40) -> np.ndarray:
    return 200 * fractal_noise((count, 32, 32), exponent, np.random.default_rng(seed))


def test_weights_never_change() -> None:
    numbers = features._random_numbers(1, 0, 100_000)
    np.testing.assert_array_equal(numbers[:3], FIRST_NUMBERS)
    assert numbers.mean() == pytest.approx(0.0, abs=0.01)
    assert numbers.std() == pytest.approx(1.0, abs=0.01)
    again = features._random_numbers(1, 50, 10)
    np.testing.assert_array_equal(again, numbers[50:60])


def test_features_do_not_depend_on_height_or_batch(network: features.RandomFeatures) -> None:
    patches = terrain(0, count=9)
    found = network(patches, PIXEL)
    assert found.shape == (9, 992)
    np.testing.assert_allclose(network(patches + 512, PIXEL, batch=4), found, atol=1e-3)


def test_steeper_pixels_give_other_features(network: features.RandomFeatures) -> None:
    patches = terrain(0, count=2)
    sizes = network(patches, np.array([30.0, 60.0]))
    np.testing.assert_allclose(sizes[0], network(patches[:1], 30.0)[0], atol=1e-6)
    assert np.abs(sizes[1] - network(patches[1:], 30.0)[0]).max() > 0.01


def test_tiny_patches_are_refused(network: features.RandomFeatures) -> None:
    with pytest.raises(ValueError, match="at least 16 px"):
        network(np.zeros((2, 8, 8)), PIXEL)


def test_alike_sets_are_near_and_others_far(network: features.RandomFeatures) -> None:
    real, alike, rough = (
        network(patches, PIXEL) for patches in (terrain(0), terrain(1), terrain(2, 2.2))
    )
    real, alike, rough = features.standardise(np.concatenate((real, alike)), real, alike, rough)
    near = features.kernel_interval(real, alike, Bootstrap(50, 0))
    far = features.kernel_distance(real, rough)
    assert near.low <= near.value <= near.high
    assert far > 10 * abs(near.value)
    precise, recalled = features.precision_recall(real, alike)
    assert precise.mean() > 0.7
    assert recalled.mean() > 0.7
    precise, recalled = features.precision_recall(real, rough)
    assert precise.mean() < 0.1
    assert recalled.mean() < 0.1


def test_a_collapsed_set_has_no_recall(network: features.RandomFeatures) -> None:
    real = network(terrain(0), PIXEL)
    one = np.repeat(real[:1], 20, axis=0)
    real, one = features.standardise(real, real, one)
    precise, recalled = features.precision_recall(real, one)
    assert precise.all()
    assert recalled.mean() < 0.1


def test_copies_of_training_patches_are_found(network: features.RandomFeatures) -> None:
    training, held_out, fresh = (network(terrain(seed), PIXEL) for seed in (0, 1, 2))
    assert features.memorisation_ratio(fresh, held_out, training) == pytest.approx(1.0, abs=0.2)
    copies = training + 1e-4
    assert features.memorisation_ratio(copies, held_out, training) < 0.05
