from __future__ import annotations

import math

import pytest

from ...core.units import bytes_text, count_text, duration_text, number_text


@pytest.mark.parametrize(
    ("count", "text"),
    [(0, "0 bytes"), (999, "999 bytes"), (1500, "1.5 kB"), (999_600, "1 MB"), (12.3e9, "12 GB")],
)
def test_bytes_read_as_file_managers_show_them(count, text):
    assert bytes_text(count) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (1, "1 second"),
        (0.5, "0.5 seconds"),
        (120, "2 minutes"),
        (5400, "1.5 hours"),
        (864000, "10 days"),
        (math.inf, "an unknown time"),
    ],
)
def test_durations_use_the_unit_one_would_say(seconds, text):
    assert duration_text(seconds) == text


def test_numbers_lose_their_float_noise():
    assert number_text(30.000000000000004) == "30"
    assert number_text(0.1 + 0.2) == "0.3"


def test_large_counts_are_said_in_millions_and_billions():
    assert [count_text(n) for n in (1234, 27_600_000, 27_600_000_000)] == [
        "1,234",
        "28 million",
        "27.6 billion",
    ]
