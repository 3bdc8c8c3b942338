"""Terrain drawn in passes: the network, its training and its stage."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from torch.nn import functional as F

from ...core.card import Net, Stage, Weights
from ...core.cascade import LAKES, control_rect
from ...core.engine import TileRequest
from ...core.errors import InputError
from ...core.inference.elevation_passes import ElevationPassesStage, lies_level
from ...core.inference.terrain import lattice_noise
from ...core.nets.elevation import FEATURE_HALO
from ...core.nets.elevation_passes import (
    DEPARTURE_SHARE,
    STRIDE,
    ElevationRefiner,
    look,
    passes_halo,
)
from ...core.nets.refinement import doubled
from ...core.nets.registry import build_net
from ...core.nets.wag import crop
from ...core.tiling import Rect
from ...core.training.dataset import Batch, TerrainRaster, shore_distance
from ...core.training.elevation_passes_task import observed
from ...core.training.main import build_trainer
from ...core.training.recipe import load_recipe

CPU = torch.device("cpu")
NOISE = lattice_noise(5, 6, CPU)
TILE = 64
ARGUMENTS = {"widths": [8, 6], "blocks": [2, 1], "hidden": [8, 6]}

RECIPE = """
name = "tiny"
task = "elevation_passes"
seed = 1
[network]
levels = [[8, 1, 0, 0], [8, 1, 0, 0]]
latent = 0
[data]
folder = "terrain"
patch_px = 16
sizes_m = { 90 = [90, 360] }
held_out = ["kept"]
[schedule]
steps = 40
batch = 4
log_every = 1
learning_rate = 3e-3
warm_up = 5
bfloat16 = false
[options]
hidden_coarse = 8
hidden_fine = 8
"""


@pytest.fixture(scope="module")
def net() -> ElevationRefiner:
    torch.manual_seed(1)
    made = build_net("elevation_passes", ARGUMENTS)
    assert isinstance(made, ElevationRefiner)
    for refiner in (made.coarse, made.fine):
        torch.nn.init.normal_(refiner.out.weight, std=0.3)
    return made.eval()


def ground(where: Rect, seed: int = 1) -> torch.Tensor:
    """Hills on a lattice of cells, the same wherever they are cut out."""
    y = torch.arange(where.y0, where.y1, dtype=torch.float64)[:, None] + seed
    x = torch.arange(where.x0, where.x1, dtype=torch.float64)[None]
    return (900.0 + 200.0 * torch.sin(y / 3.1) * torch.cos(x / 4.3) + 5.0 * y)[None, None]


def drawn(net: ElevationRefiner, out: Rect, factor: int, pixel_m: float = 30.0) -> torch.Tensor:
    plan = net.plan(out, factor)
    need = plan[-1].cells
    sizes = torch.full((need.height,), pixel_m, dtype=torch.float64)
    with torch.inference_mode():
        made: torch.Tensor = net(ground(need), sizes, plan, NOISE)
    return crop(made, plan[0].drawn, out)


@pytest.mark.parametrize("factor", [2, 4, 8, 16])
def test_cells_keep_their_means(net: ElevationRefiner, factor: int) -> None:
    out = Rect(-32, 64, 16, 80)
    made = drawn(net, out, factor)
    wanted = ground(out.coarsen(factor))
    assert torch.allclose(F.avg_pool2d(made, factor), wanted, atol=1e-6)
    assert float((made - doubled(F.avg_pool2d(made, 2))).std()) > 1.0


@pytest.mark.parametrize("factor", [4, 16])
def test_overlapping_rectangles_agree(net: ElevationRefiner, factor: int) -> None:
    whole, part = Rect(-32, 64, -32, 64), Rect(-5, 33, 10, 64)
    same = crop(drawn(net, whole, factor), whole, part)
    assert torch.allclose(drawn(net, part, factor), same, atol=1e-3)


def test_large_and_small_pixels_are_drawn_by_different_networks(net: ElevationRefiner) -> None:
    out = Rect(0, 16, 0, 16)
    small, large = drawn(net, out, 2, 30.0), drawn(net, out, 2, 3000.0)
    net.fine.out.bias.data += 1.0
    assert not torch.equal(small, drawn(net, out, 2, 30.0))
    assert torch.equal(large, drawn(net, out, 2, 3000.0))
    net.fine.out.bias.data -= 1.0


def test_level_cells_have_no_slope_and_even_slopes_are_kept() -> None:
    cells = torch.zeros(1, 1, 12, 12, dtype=torch.float64)
    cells[..., 6:] = torch.arange(6.0, dtype=torch.float64) * 40.0 + 40.0
    _, base, scale = look(cells, torch.full((1, 1), 30.0))
    edge = FEATURE_HALO
    assert base.shape == (1, 1, 2 * (12 - 2 * edge), 2 * (12 - 2 * edge))
    assert scale.shape == (1, 1, 12 - 2 * edge, 12 - 2 * edge)
    assert (base[..., : 2 * (6 - edge)] == 0.0).all()
    assert float(scale[..., : 5 - edge].max()) < 0.05 * float(scale[..., 6 - edge :].min())
    steps = base[0, 0, 0, 2 * (7 - edge) :].diff()
    assert torch.allclose(steps, torch.full_like(steps, 20.0))
    means = F.avg_pool2d(base, 2)
    assert torch.allclose(means, cells[..., edge:-edge, edge:-edge])


def test_ground_steeper_than_any_gets_the_detail_of_steep_ground() -> None:
    rows = torch.arange(24.0, dtype=torch.float64)
    slope = rows.reshape(1, 1, -1, 1).expand(1, 1, 24, 24)
    for pixel, steepest in ((45.0, 2.3), (90.0, 2.4), (360.0, 1.5), (9000.0, 0.3)):
        size = torch.full((1, 1), pixel, dtype=torch.float64)
        told, _, unit = look(slope * pixel * 0.08, size)
        twice, _, other = look(slope * pixel * 0.16, size)
        assert torch.allclose(other, unit * 2.0, rtol=0.1), "as long as there is such ground"
        told, _, unit = look(slope * pixel * 40.0, size)
        twice, _, other = look(slope * pixel * 80.0, size)
        assert torch.allclose(other, unit)
        assert torch.equal(told[:, 2], twice[:, 2])
        assert float(unit.max()) == pytest.approx(pixel * steepest * DEPARTURE_SHARE)


def test_real_ground_departs_by_about_a_unit_and_not_on_average() -> None:
    torch.manual_seed(2)
    hills = made_raster("one", 1)
    patch = torch.from_numpy(hills.elevation[None, None, :96, :96])
    departures, known = observed(Batch(patch, torch.ones_like(patch), torch.tensor([90.0])))
    assert departures.shape[-1] == 96 - 4 * FEATURE_HALO
    assert known.shape[-1] == 48 - 2 * FEATURE_HALO
    means = F.avg_pool2d(departures, 2)
    assert torch.allclose(means, torch.zeros_like(means), atol=1e-3)
    assert 0.1 < float(departures.std()) < 3.0


def test_the_registry_refuses_one_network() -> None:
    one = {name: values[:1] for name, values in ARGUMENTS.items()}
    with pytest.raises(ValueError, match="widths"):
        build_net("elevation_passes", one)


def stage_of(net: ElevationRefiner) -> ElevationPassesStage:
    stage = Stage(
        "detail",
        Net("elevation_passes"),
        Weights("w"),
        (30.0,),
        STRIDE,
        TILE,
        passes_halo(net, TILE, STRIDE),
        STRIDE,
    )
    return ElevationPassesStage(net, stage, "any", CPU)


def computed(
    one: ElevationPassesStage, factor: int, control: np.ndarray, **settings: float
) -> np.ndarray:
    tile = Rect(0, TILE, 0, TILE)
    rows = control_rect(one.stage, tile).height
    request = TileRequest("detail", tile, 1, control[None], factor, np.full(rows, 30.0), settings)
    with torch.inference_mode():
        return one.compute(request)


def cells_of(one: ElevationPassesStage, factor: int) -> Rect:
    have = control_rect(one.stage, Rect(0, TILE, 0, TILE))
    return have.refine(one.stage.multiple // factor)


@pytest.mark.parametrize("factor", [2, 16])
def test_a_stage_follows_its_control_exactly_or_loosely(net: ElevationRefiner, factor: int) -> None:
    one = stage_of(net)
    have = cells_of(one, factor)
    control = ground(have)[0, 0].numpy().astype(np.float32)
    strict = computed(one, factor, control)[0]
    loose = computed(one, factor, control, looseness=1.0)[0]
    inside = Rect(0, TILE, 0, TILE).coarsen(factor)
    wanted = crop(torch.from_numpy(control), have, inside).numpy()

    def misfit(made: np.ndarray) -> float:
        side = TILE // factor
        means = made.reshape(side, factor, side, factor).mean((1, 3))
        return float(np.abs(means - wanted).mean())

    assert misfit(strict) < 0.01
    assert misfit(loose) > 1.0


def test_the_sea_is_level_water_and_lakes_only_where_they_are_looked_for(
    net: ElevationRefiner,
) -> None:
    one = stage_of(net)
    side = cells_of(one, 4).height
    sea = computed(one, 4, np.zeros((side, side), np.float32))
    assert sea.shape == (2, TILE, TILE)
    assert float(np.abs(sea[0]).max()) < 1.0
    high = np.full((side, side), 500.0, np.float32)
    assert not computed(one, 4, high, **{LAKES: 0.0})[1].any()


def test_ground_that_hardly_varies_lies_level() -> None:
    surface = torch.zeros(1, 1, 8, 8)
    surface[..., 5:] = 3.0
    level = lies_level(surface)
    assert level[..., :4].all()
    assert not level[..., 4:6].any()


def made_raster(name: str, seed: int, side: int = 320) -> TerrainRaster:
    rng = np.random.default_rng(seed)
    frequencies = np.hypot(*np.meshgrid(np.fft.fftfreq(side), np.fft.rfftfreq(side), indexing="ij"))
    spectrum = np.fft.rfft2(rng.standard_normal((side, side))) / (frequencies + 0.01) ** 2
    surface = np.fft.irfft2(spectrum, (side, side))
    elevation = (500.0 + 150.0 * surface / surface.std()).astype(np.float32)
    dry = np.zeros((side, side), bool)
    return TerrainRaster(name, 90.0, elevation, shore_distance(dry), dry)


def test_training_makes_real_ground_likelier_and_goes_on(tmp_path: Path) -> None:
    for seed, name in enumerate(("one", "two", "kept")):
        made_raster(name, seed).save(tmp_path)
    path = tmp_path / "tiny.toml"
    path.write_text(RECIPE, encoding="utf-8")
    recipe = load_recipe(path)
    trainer = build_trainer(recipe, tmp_path, tmp_path / "run", "cpu")
    trainer.run()
    lines = (tmp_path / "run" / "log.jsonl").read_text(encoding="utf-8").splitlines()
    losses = [json.loads(line)["loss"] for line in lines]
    assert sum(losses[-5:]) / 5 < sum(losses[:5]) / 5 - 0.5
    again = build_trainer(recipe, tmp_path, tmp_path / "run", "cpu")
    again.resume()
    assert again.step == 40


def test_a_recipe_without_sizes_of_its_networks_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "tiny.toml"
    path.write_text(RECIPE.replace("hidden_fine = 8", ""), encoding="utf-8")
    made_raster("one", 1).save(tmp_path)
    with pytest.raises(InputError, match="hidden_fine"):
        build_trainer(load_recipe(path), tmp_path, tmp_path / "run", "cpu")
