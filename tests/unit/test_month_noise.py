from __future__ import annotations

import numpy as np
import pytest

from ...core.month_noise import DEPTH, PERSISTENCES, filter_weights, month_noise, torch_month_noise
from ...core.tiling import Rect

RECT = Rect(-20, 44, -7, 57)
CHANNELS = 8


def month(number: int, rect: Rect = RECT, seed: int = 3) -> np.ndarray:
    return month_noise(seed, 11, number, 2, CHANNELS, rect)


def likeness(one: np.ndarray, other: np.ndarray) -> list[float]:
    pairs = zip(one.reshape(CHANNELS, -1), other.reshape(CHANNELS, -1))
    return [float(np.corrcoef(a, b)[0, 1]) for a, b in pairs]


def test_filters_keep_the_variance() -> None:
    assert np.square(filter_weights()[1:]).sum(1) == pytest.approx(1.0, abs=1e-6)
    assert month(24000).std() == pytest.approx(1.155, abs=0.02)


@pytest.mark.parametrize("lag", [1, 3])
def test_each_channel_remembers_as_long_as_it_should(lag: int) -> None:
    found = likeness(month(24000), month(24000 + lag))
    weights = filter_weights().astype(np.float64)
    for channel, value in enumerate(found):
        kind = channel % len(PERSISTENCES)
        expected = 1.0 if kind == 0 else float((weights[kind, lag:] * weights[kind, :-lag]).sum())
        assert value == pytest.approx(expected, abs=0.06)


def test_nothing_but_the_place_is_remembered_beyond_the_filter() -> None:
    found = likeness(month(24000), month(24000 + DEPTH))
    assert max(abs(value) for i, value in enumerate(found) if i % 4) < 0.06
    assert found[0] == pytest.approx(1.0)


def test_a_value_does_not_depend_on_the_rectangle() -> None:
    part = Rect(-3, 20, 5, 31)
    rows, cols = part.slices_in(RECT)
    assert np.array_equal(month(-5, part), month(-5)[:, rows, cols])


def test_other_seeds_are_other_weather() -> None:
    assert max(abs(value) for value in likeness(month(100), month(100, seed=4))) < 0.06


def test_torch_gives_the_same_bits() -> None:
    torch = pytest.importorskip("torch")
    for number in (24000, -3):
        for channels in (2, 4, 7):
            ours = month_noise(9, 5, number, 1, channels, RECT)
            theirs = torch_month_noise(9, 5, number, 1, channels, RECT, torch.device("cpu"))
            assert np.array_equal(ours, theirs.numpy())
