"""Baselines: exact interpolation, the spectra they promise, and the control they keep."""

from __future__ import annotations

import numpy as np
import pytest

from ...core.training import baselines
from ...core.training.metrics import (
    block_mean,
    block_mean_error,
    spectrum_distance,
    spectrum_exponent,
)

FACTOR = 8


def terrain(seed: int, count: int = 24, exponent: float = 3.4) -> np.ndarray:
    """Rougher in the east, so that the residual's strength follows the relief."""
    noise = baselines.fractal_noise((count, 64, 64), exponent, np.random.default_rng(seed))
    return 150 * noise * np.linspace(0.3, 2.0, 64)


@pytest.fixture(scope="module")
def fitted() -> dict[str, baselines.TerrainBaseline]:
    return baselines.fit_baselines(terrain(0), FACTOR)


@pytest.mark.parametrize("margin", [0, 1, 2])
def test_a_ramp_is_interpolated_exactly(margin: int) -> None:
    fine = (np.arange(48)[:, None] * 2.0 + np.arange(64)[None, :] * 3.0)[None]
    found = baselines.bicubic_upsample(block_mean(fine, FACTOR), FACTOR, margin)
    cut = margin * FACTOR
    np.testing.assert_allclose(found, fine[:, cut : 48 - cut, cut : 64 - cut], atol=1e-9)


def test_a_margin_of_two_cells_makes_the_inside_exact() -> None:
    control = np.random.default_rng(0).normal(size=(2, 9, 11))
    whole = baselines.bicubic_upsample(control, 4)
    part = baselines.bicubic_upsample(control[:, 1:8, 2:9], 4, margin=2)
    np.testing.assert_allclose(part, whole[:, 12:24, 16:28], atol=1e-12)


def test_a_margin_without_inside_is_refused() -> None:
    with pytest.raises(ValueError, match="leave nothing inside"):
        baselines.bicubic_upsample(np.zeros((1, 4, 4)), 2, margin=2)


@pytest.mark.parametrize("exponent", [2.4, 3.0, 3.8])
def test_the_exponent_of_fractal_noise_is_recovered(exponent: float) -> None:
    noise = baselines.fractal_noise((24, 128, 128), exponent, np.random.default_rng(1))
    assert spectrum_exponent(noise) == pytest.approx(exponent, abs=0.1)


def test_a_gaussian_field_has_unit_variance_and_does_not_wrap() -> None:
    field = baselines.gaussian_field((32, 32, 48), lambda f: f**-1.0, np.random.default_rng(0))
    assert field.shape == (32, 32, 48)
    assert field.std() == pytest.approx(1.0, rel=0.1)
    smooth = baselines.fractal_noise((8, 32, 32), 4.0, np.random.default_rng(0))
    wrap = np.abs(smooth[:, 0] - smooth[:, -1]).mean()
    assert wrap > 5 * np.abs(np.diff(smooth, axis=1)).mean()


def test_ridged_noise_has_sharper_crests_than_troughs() -> None:
    noise = baselines.ridged_noise((6, 64, 64), 3.0, np.random.default_rng(0))
    bend = np.diff(noise, n=2, axis=2)
    assert noise.std() == pytest.approx(1.0)
    assert noise.mean() == pytest.approx(0.0, abs=1e-9)
    assert np.quantile(bend, 0.01) < -1.2 * np.quantile(bend, 0.99)


@pytest.mark.parametrize("name", ["bicubic", "fbm", "ridged", "spectrum_matched"])
def test_every_baseline_keeps_its_control(
    fitted: dict[str, baselines.TerrainBaseline], name: str
) -> None:
    control = block_mean(terrain(5, count=4), FACTOR)
    made = fitted[name].sample(control, seed=3)
    assert made.shape == (4, 64, 64)
    assert made.dtype == np.float32
    assert block_mean_error(made, control, FACTOR).relative < 0.03


@pytest.mark.parametrize("name", ["fbm", "ridged", "spectrum_matched"])
def test_a_seed_makes_the_same_terrain_again(
    fitted: dict[str, baselines.TerrainBaseline], name: str
) -> None:
    control = block_mean(terrain(5, count=2), FACTOR)
    first = fitted[name].sample(control, seed=3)
    np.testing.assert_array_equal(first, fitted[name].sample(control, seed=3))
    assert np.abs(first - fitted[name].sample(control, seed=4)).max() > 1


def test_a_margin_is_context_only(fitted: dict[str, baselines.TerrainBaseline]) -> None:
    control = block_mean(terrain(5, count=2), FACTOR)
    for baseline in fitted.values():
        assert baseline.sample(control, seed=1, margin=2).shape == (2, 32, 32)


def test_the_matched_field_has_the_real_spectrum_and_strength(
    fitted: dict[str, baselines.TerrainBaseline],
) -> None:
    real = terrain(7)
    control = block_mean(real, FACTOR)
    matched = fitted["spectrum_matched"].sample(control, seed=1)
    smooth = fitted["bicubic"].sample(control, seed=1)
    assert spectrum_distance(real, matched) < 1.5
    assert spectrum_distance(real, smooth) > 8
    detail = matched - smooth
    # Weaker than the real residual, which partly continues the control.
    assert detail.std() == pytest.approx((real - smooth).std(), rel=0.25)
    assert detail[:, :, 40:].std() > 1.25 * detail[:, :, :24].std()


def test_fitting_recovers_the_exponent_of_fractal_terrain() -> None:
    noise = 100 * baselines.fractal_noise((24, 64, 64), 3.0, np.random.default_rng(2))
    fit = baselines.fit_fractal(noise, FACTOR, ridged=False)
    assert fit.exponent == pytest.approx(3.0, abs=0.15)
    assert 0 < fit.amplitude_m < noise.std()


def test_level_training_ground_can_be_fitted() -> None:
    flat = np.zeros((4, 64, 64)) + np.random.default_rng(0).normal(size=(4, 64, 64)) * 1e-3
    made = baselines.fit_spectrum_matched(flat, FACTOR).sample(np.zeros((1, 8, 8)), seed=0)
    assert np.isfinite(made).all()
    assert np.abs(made).max() < 0.1
