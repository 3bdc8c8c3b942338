from __future__ import annotations

import numpy as np
import pytest

from ...core.training.climate_metrics import (
    ClimateFields,
    compare,
    correlation,
    departures,
    ensemble_crps,
    markdown,
    matched_noise,
    memory,
    neighbourhood,
    seasonal_cycle,
    spread_skill,
    square_patches,
)

RNG = np.random.default_rng(4)


def smooth_fields(steps: int, persistence: float, size: int = 24) -> np.ndarray:
    wide = RNG.standard_normal((steps, size + 4, size + 4))
    for axis in (1, 2):
        wide = sum(np.roll(wide, shift, axis) for shift in range(-2, 3)) / np.sqrt(5)
    fields = wide[:, 2:-2, 2:-2].copy()
    for step in range(1, steps):
        fresh = np.sqrt(1 - persistence**2) * fields[step]
        fields[step] = persistence * fields[step - 1] + fresh
    return fields


def sample(years: int = 6, shift: float = 0.0) -> ClimateFields:
    months = np.arange(24000, 24000 + 12 * years)
    season = 8 * np.cos(months * np.pi / 6)[:, None, None]
    warmth = 10 + shift + season + smooth_fields(len(months), 0.4)
    return ClimateFields(warmth, 3 + smooth_fields(len(months), 0.0), months)


def test_the_score_of_one_member_is_its_error() -> None:
    truth = np.array([1.0, 2.0, np.nan])
    assert ensemble_crps(np.array([[1.5, 1.0, 7.0]]), truth) == pytest.approx(0.75)


def test_the_score_of_an_ensemble_is_that_of_all_its_pairs() -> None:
    members, truth = RNG.standard_normal((5, 40)), RNG.standard_normal(40)
    pairs = np.abs(members[:, None] - members[None]).sum((0, 1)) / (5 * 4)
    expected = (np.abs(members - truth).mean(0) - pairs / 2).mean()
    assert ensemble_crps(members, truth) == pytest.approx(expected)


def test_the_score_is_best_where_the_spread_is_right() -> None:
    truth = RNG.standard_normal(4000)
    scores = [
        ensemble_crps(width * RNG.standard_normal((8, 4000)), truth) for width in (0.3, 1.0, 3.0)
    ]
    assert scores[1] < min(scores[0], scores[2])


def test_an_ensemble_like_the_truth_is_as_uncertain_as_it_is_wrong() -> None:
    truth = RNG.standard_normal(20000)
    assert spread_skill(RNG.standard_normal((8, 20000)), truth) == pytest.approx(1.0, abs=0.03)
    assert spread_skill(0.5 * RNG.standard_normal((8, 20000)), truth) < 0.6


def test_season_and_departures_take_a_series_apart() -> None:
    months = np.arange(24)
    values = np.where(months % 12 == 6, 20.0, 5.0)[:, None, None] + np.zeros((24, 3, 3))
    assert seasonal_cycle(values, months)[[0, 6]] == pytest.approx([5.0, 20.0])
    assert np.abs(departures(values, months)).max() == 0.0


def test_memory_is_that_of_the_series() -> None:
    lasting, fleeting = smooth_fields(400, 0.8), smooth_fields(400, 0.0)
    assert memory(lasting)[:2] == pytest.approx([0.8, 0.64], abs=0.08)
    assert abs(memory(fleeting)).max() < 0.1


def test_neighbours_of_smooth_fields_are_alike() -> None:
    smooth, white = smooth_fields(40, 0.0), RNG.standard_normal((40, 24, 24))
    assert neighbourhood(smooth)[0] > 0.6 > 0.1 > abs(neighbourhood(white)[0])


def test_correlation_leaves_gaps_out() -> None:
    one = np.array([1.0, 2.0, 3.0, np.nan])
    assert correlation(one, np.array([2.0, 4.0, 6.0, 100.0])) == pytest.approx(1.0)
    assert correlation(one, np.ones(4)) == 0.0


def test_patches_with_gaps_are_left_out() -> None:
    values = np.zeros((2, 20, 12))
    values[0, 0, 0] = np.nan
    assert square_patches(values, 12).shape == (3, 12, 12)


def test_the_same_climate_is_nearer_than_another() -> None:
    real = sample()
    same, other = compare(real, sample(), 16), compare(real, sample(shift=4.0), 16)
    warmth = "temperature: values, W1 / sd"
    assert same[warmth] < 0.1 < other[warmth]
    assert "bond of the variables, correlation" in same
    assert max(same.values()) < 2.0


def test_single_years_are_compared_without_departures() -> None:
    found = compare(sample(1), sample(6), 16)
    assert not [name for name in found if "departures" in name or "bond" in name]


def test_matched_noise_has_the_spread_the_pattern_and_the_memory_of_the_real() -> None:
    real = smooth_fields(240, 0.5) * np.linspace(0.5, 2.0, 24)
    noise = matched_noise(real, 240, 3)
    assert noise.std(0)[:, 0].mean() == pytest.approx(real.std(0)[:, 0].mean(), rel=0.2)
    assert noise.std(0)[:, -1].mean() == pytest.approx(real.std(0)[:, -1].mean(), rel=0.2)
    assert memory(noise)[0] == pytest.approx(0.5, abs=0.1)
    assert neighbourhood(noise)[0] == pytest.approx(neighbourhood(real)[0], abs=0.15)


def test_the_table_has_a_row_a_figure_and_a_column_a_candidate() -> None:
    table = markdown({"real": {"a": 0.1}, "noise": {"a": 0.25, "b": 3.0}})
    assert "| a | 0.1 | 0.25 |" in table
    assert "| b |  | 3 |" in table
