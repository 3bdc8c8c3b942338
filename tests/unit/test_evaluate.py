"""The evaluation passes what is like real terrain, and names what is not."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest

pytest.importorskip("torch")

from ...core.errors import InputError
from ...core.training.baselines import fractal_noise
from ...core.training.evaluate import evaluate_terrain
from ...core.training.metrics import Interval, block_mean
from ...core.training.report import STATISTICS, Report
from ...core.training.summaries import EvaluationOptions

PIXEL = 30.0
OPTIONS = EvaluationOptions(resamples=20)


def terrain(seed: int, exponent: float = 3.4, count: int = 24) -> np.ndarray:
    noise = 150 * fractal_noise((count, 48, 48), exponent, np.random.default_rng(seed))
    return noise.astype(np.float32)


@pytest.fixture(scope="module")
def report() -> Report:
    real = terrain(0)
    return evaluate_terrain(
        real,
        terrain(1),
        {
            "same": real,
            "alike": terrain(2),
            "rough": terrain(3, exponent=2.3, count=30),
            "bicubic": np.zeros_like(real) + real.mean(axis=(1, 2), keepdims=True),
        },
        PIXEL,
        controls=None,
        options=OPTIONS,
        training=terrain(4),
    )


def test_a_set_is_no_different_from_itself(report: Report) -> None:
    figures = report.candidates["same"]
    for key in ("slope", "aspect", "laplacian", "spectrum", "geomorphons", "flow", "sinks"):
        assert figures[key].value == pytest.approx(0.0, abs=1e-12), key
    assert figures["precision"].value == 1.0
    assert figures["recall"].value == 1.0
    assert figures["kid"].value <= 0
    assert report.passed("same")


def test_alike_sets_differ_about_as_little_as_real_ones(report: Report) -> None:
    for key in ("slope", "laplacian", "spectrum", "geomorphons", "flow"):
        assert report.candidates["alike"][key].value < 4 * report.real_real[key].value + 0.02, key


def test_other_terrain_fails_where_it_differs(report: Report) -> None:
    assert not report.passed("rough")
    failed = {check.statistic for check in report.failures("rough")}
    expected = {"slope", "laplacian", "spectrum", "geomorphons", "depressions", "precision"}
    assert expected <= failed


def test_baselines_are_measured_but_not_judged(report: Report) -> None:
    assert set(report.judged()) == {"same", "alike", "rough"}
    assert report.candidates["bicubic"]["slope"].value > 1
    rules = {check.rule for check in report.checks("alike")}
    assert any("a third of bicubic" in rule for rule in rules)
    assert not any("bicubic" in check.rule for check in report.checks("bicubic"))


def test_every_figure_lies_in_its_interval(report: Report) -> None:
    for figures in report.candidates.values():
        for key, figure in figures.items():
            assert figure.low <= figure.value <= figure.high, key


def test_sets_are_thinned_to_the_smallest(report: Report) -> None:
    assert report.patches == 24


def test_the_markdown_has_a_row_per_statistic_and_names_failures(report: Report) -> None:
    text = report.to_markdown()
    for statistic in STATISTICS:
        assert (f"| {statistic.label} |" in text) == (statistic.key != "control")
    assert "**same: passes.**" in text
    assert "**rough: fails.**" in text
    widths = {line.count("|") for line in text.splitlines() if line.startswith("| ")}
    assert len(widths) == 2  # one for each table


def test_the_json_can_be_read_back(report: Report) -> None:
    document = json.loads(report.to_json())
    assert document["patches"] == 24
    assert document["candidates"]["same"]["slope"]["value"] == 0.0
    assert document["verdicts"]["same"] == {"passed": True, "failures": []}
    assert document["verdicts"]["rough"]["failures"][0]["statistic"] == "slope"


def test_no_rule_asks_for_less_than_real_terrain_differs(report: Report) -> None:
    slope = STATISTICS[0]
    loose = replace(report, real_real={**report.real_real, "slope": Interval(0.2, 0.1, 0.3)})
    assert loose.bar(slope) == pytest.approx(0.3)
    tight = replace(
        report,
        real_real={**report.real_real, "slope": Interval(0.01, 0.0, 0.02)},
        indistinct={**report.indistinct, "slope": 0.01},
    )
    assert tight.bar(slope) == 0.05


def test_the_control_is_measured_where_it_is_given() -> None:
    real, other = terrain(0, count=4), terrain(1, count=4)
    controls = block_mean(real, 8)
    report = evaluate_terrain(
        real, other, {"kept": real, "lost": other}, PIXEL, controls, 8, options=OPTIONS
    )
    assert report.candidates["kept"]["control"].value == pytest.approx(0.0, abs=1e-6)
    assert report.candidates["lost"]["control"].value > 0.1
    assert "control" in {check.statistic for check in report.failures("lost")}


def test_level_ground_can_be_evaluated() -> None:
    flat = np.zeros((3, 32, 32), dtype=np.float32)
    report = evaluate_terrain(flat, flat, {"flat": flat}, PIXEL, options=OPTIONS)
    assert report.candidates["flat"]["slope"].value == 0.0
    json.loads(report.to_json())


@pytest.mark.parametrize(
    ("patches", "message"),
    [
        (np.zeros((4, 48, 40)), "needs at least 2 square patches"),
        (np.zeros((4, 16, 16)), "at least 32 px"),
        (np.zeros((4, 64, 64)), "64 px wide, the real ones 48"),
        (np.full((4, 48, 48), np.nan), "nodata or infinite"),
    ],
)
def test_patches_that_cannot_be_judged_are_refused(patches: np.ndarray, message: str) -> None:
    with pytest.raises(InputError, match=message):
        evaluate_terrain(terrain(0), terrain(1), {"model": patches}, PIXEL)


def test_pixel_sizes_must_match_the_patches() -> None:
    with pytest.raises(InputError, match="3 pixel sizes were given for 24 patches"):
        evaluate_terrain(terrain(0), terrain(1), {}, np.full(3, 30.0))
