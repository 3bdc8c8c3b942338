"""Preparing climate data, fitting normals and training departures, on made-up worlds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch")
pytest.importorskip("osgeo.gdal")

import torch

from ...core.nets import climate
from ...core.nets.climate import SIDE_CHANNELS, ClimateGenerator
from ...core.nets.critic import ResidualCritic
from ...core.nets.wag import Level
from ...core.tiling import Rect
from ...core.training.climate_cells import observed_cells
from ...core.training.climate_data import MARGIN_PX, ClimateRegion, sampled
from ...core.training.climate_evaluate import downscaling, interpolated, simulated
from ...core.training.climate_maps import inner_normals, region_maps
from ...core.training.climate_normals import fit_normals, predicted
from ...core.training.climate_score import ensemble_score
from ...core.training.climate_task import CRITIC_CHANNELS, ClimateTask, training_noise
from ...core.training.climate_trainer import entry_of
from ...core.training.loop import Schedule, Trainer
from ...core.training.recipe import load_recipe

ROOT = Path(__file__).resolve().parents[2]
LEVELS = [Level(8, 1, 4), *(Level(8, 1, 4, SIDE_CHANNELS) for _ in range(3))]
CPU = torch.device("cpu")


def region(name: str = "hills", months: int = 36, factor: int = 1) -> ClimateRegion:
    """Forty pixels of hills: colder on heights and in winter, wetter in summer, years differ."""
    rng = np.random.default_rng(2)
    wide = 40 + 2 * MARGIN_PX
    rows, cols = np.mgrid[:wide, :wide]
    height = (500 + 400 * np.sin(rows / 6.0) * np.cos(cols / 5.0)).astype(np.float32)
    inner = height[MARGIN_PX:-MARGIN_PX, MARGIN_PX:-MARGIN_PX]
    if factor > 1:
        inner = inner.reshape(40 // factor, factor, -1, factor).mean((1, 3))
    number = np.arange(24000, 24000 + months)
    season = -np.cos(number * np.pi / 6)[:, None, None]
    year = rng.normal(0, 1, (months, 1, 1))
    warmth = 12 + 8 * season - 0.006 * inner + year
    rain = np.maximum(np.expm1(3.5 + season - 0.4 * year), 0.0) + 0 * inner
    latitude = np.linspace(46.0, 44.0, wide).astype(np.float32)
    return ClimateRegion(
        name,
        warmth.astype(np.float32),
        rain.astype(np.float32),
        number,
        height,
        np.ones_like(height),
        latitude,
        factor,
    )


@pytest.fixture(scope="module")
def fitted() -> ClimateGenerator:
    torch.manual_seed(1)
    net = ClimateGenerator(LEVELS, 4)
    fit_normals(net, [observed_cells(region())], {"hills": 1.0}, 250, 3)
    return net


def task(net: ClimateGenerator, factors: dict[int, float], *regions: ClimateRegion) -> ClimateTask:
    chosen = regions or (region(),)
    return ClimateTask(net, chosen, {r.name: 1.0 for r in chosen}, 32, factors, 5)


def test_samples_are_bilinear_go_round_the_globe_and_keep_to_gaps() -> None:
    lons, lats = np.arange(0.5, 360.0), np.arange(9.5, -10.0, -1.0)
    values = np.broadcast_to(lats[None, :, None], (1, 20, 360)).astype(np.float32).copy()
    values[:, 3, 100] = np.nan
    at = (np.array([359.9, -0.1, 180.0, 100.4]), np.array([0.25, 0.25, 3.0, 6.5]))
    found = sampled(values, lons, lats, at)[0]
    assert found[:3] == pytest.approx([0.25, 0.25, 3.0])
    assert np.isnan(found[3])


def test_statistics_of_cells_are_those_of_the_years() -> None:
    source = region()
    cells = observed_cells(source)
    warmth = source.temperature.reshape(36, -1)[source.months % 12 == 4]
    assert cells.count[:, 4, 0].eq(3).all()
    assert cells.mean[:, 4, 0].numpy() == pytest.approx(warmth.mean(0), abs=1e-4)
    assert cells.variance[:, 4, 0].numpy() == pytest.approx(warmth.var(0), abs=1e-3)


def test_normals_learn_season_height_and_spread(fitted: ClimateGenerator) -> None:
    cells = observed_cells(region())
    with torch.no_grad():
        found = [
            predicted(fitted, cells.static, cells.latitude, torch.full((len(cells.static),), m))
            for m in (0, 6)
        ]
    for (mean, spread), month in zip(found, (0, 6)):
        assert float((mean[:, 0] - cells.mean[:, month, 0]).abs().mean()) < 1.2
        assert 0.2 < float(spread[:, 0].mean()) < 3.0
    height = cells.static[:, 0, 1]
    slope = torch.cov(torch.stack([height, found[0][0][:, 0]]))
    assert float(slope[0, 1] / slope[0, 0]) == pytest.approx(-6.0, abs=3.0)


def test_larger_cells_are_fitted_as_means_of_their_pixels() -> None:
    cells = observed_cells(region(factor=2))
    assert cells.static.shape[:2] == (400, 4)
    assert cells.latitude.shape == (400, 4)


def test_three_months_follow_each_other_as_they_should(fitted: ClimateGenerator) -> None:
    batch = task(fitted, {0: 1.0}).new_batch(4)
    assert batch.truth.shape == (12, 2, 32, 32)
    assert torch.equal(batch.truth[:6], batch.truth[6:]), "both members are of one place"
    noise = training_noise(1, CPU)(2, 4, Rect(0, 64, 0, 64))
    pairs = [(0, 1), (0, 2)]
    for kind, expected in ((0, (1.0, 1.0)), (1, (0.84, 0.0)), (3, (0.0, 0.0))):
        for (a, b), value in zip(pairs, expected):
            both = torch.stack([noise[a, kind].flatten(), noise[b, kind].flatten()])
            assert float(torch.corrcoef(both)[0, 1]) == pytest.approx(value, abs=0.06)


def test_what_is_real_has_its_own_block_means(fitted: ClimateGenerator) -> None:
    """So real fields pass through the finishing of steered ones unchanged."""
    batch = task(fitted, {4: 1.0}).new_batch(4)
    inner = inner_normals(batch.normals)
    assert batch.coarse is not None
    real = climate.fields(inner, batch.truth)
    kept = climate.conserve(real, batch.coarse)
    assert (kept - real).abs().max() < 0.05


def test_both_members_are_told_the_same(fitted: ClimateGenerator) -> None:
    batch = task(fitted, {8: 1.0}).new_batch(4)
    assert torch.equal(batch.steering.control[:6], batch.steering.control[6:])


def test_regions_without_rain_are_judged_by_their_temperature(fitted: ClimateGenerator) -> None:
    dry = region("dry")
    dry = replace(dry, precipitation=np.full_like(dry.precipitation, np.nan))
    made = task(fitted, {0: 0.5, 4: 0.5}, dry)
    for _ in range(3):
        batch = made.new_batch(4)
        generated = made.generate(fitted, batch)
        assert generated.departures.isfinite().all()
        assert made.real_view(batch).isfinite().all()
        assert made.fidelity_loss(batch, generated).isfinite()


def test_the_score_falls_where_members_are_as_different_as_the_truth() -> None:
    torch.manual_seed(0)
    truth, known = torch.randn(64, 3, 2, 8, 8), torch.ones(64, 3, 2, 8, 8)
    scores = [
        float(
            ensemble_score(truth, w * torch.randn_like(truth), w * torch.randn_like(truth), known)
        )
        for w in (0.2, 1.0, 2.5)
    ]
    assert scores[1] < min(scores[0], scores[2])


def test_training_goes_on_and_the_critic_sees_its_channels(
    fitted: ClimateGenerator, tmp_path: Path
) -> None:
    net = ClimateGenerator(LEVELS, 4)
    net.load_state_dict(fitted.state_dict())
    for weight in net.normals_parameters():
        weight.requires_grad_(False)
    before = net.means_net[0].weight.clone()
    made = task(net, {0: 1.0, 4: 1.0})
    critic = ResidualCritic(CRITIC_CHANNELS, (8, 8))
    schedule = Schedule(steps=2, batch=4, bfloat16=False, log_every=1, save_every=2)
    trainer = Trainer(net, critic, made, schedule, tmp_path)
    trainer.run()
    assert trainer.step == 2
    assert torch.equal(net.means_net[0].weight, before)
    assert (tmp_path / "checkpoint.pt").exists()


def test_simulated_periods_agree_and_downscaling_keeps_the_means(fitted: ClimateGenerator) -> None:
    source = region(months=24)
    maps = region_maps(fitted, source, CPU)
    first = simulated(fitted, maps, [24003, 24004], 1, 9)
    second = simulated(fitted, maps, [24004], 1, 9)
    assert first.shape == (1, 2, 2, 40, 40)
    assert np.array_equal(first[:, 1:], second)
    scores = downscaling(fitted, source.between(24000, 24003), 4, 3, 1)
    assert set(scores) == {"temperature", "precipitation"}
    assert scores["temperature"].bilinear > 0.0
    assert scores["temperature"].share < 1.6


def test_gaps_do_not_spoil_interpolation() -> None:
    blocks = torch.full((1, 1, 4, 4), 3.0)
    blocks[..., 0, 0] = float("nan")
    assert interpolated(blocks, 4, "bicubic").numpy() == pytest.approx(np.full((1, 1, 16, 16), 3.0))


def test_the_bundled_recipe_keeps_its_test_regions_out() -> None:
    recipe = load_recipe(ROOT / "recipes" / "climate.toml")
    assert entry_of(recipe, "land_-25_-5") is recipe.regions["land"]
    assert entry_of(recipe, "seus") is None
    assert entry_of(recipe, "southern_africa_rain") is None
    assert recipe.regions["vietnam"]["until"] == 2020
