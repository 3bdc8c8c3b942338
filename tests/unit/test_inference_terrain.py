"""The terrain stages on one tile: means kept, water level, nothing at the edges of tiles."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch")

import torch

from ...core.cascade import build_refinement, control_rect
from ...core.engine import InProcessEngine, TileModel, TileRequest
from ...core.inference.terrain import finished, level_water
from ...core.nets.elevation import keep_means
from ...core.package import ModelPackage
from ...core.tiling import Rect, block_means
from .tiny_terrain import tiny_steps, tiny_terrain

ENGINE = InProcessEngine()
WORLD = Rect(-64, 128, -64, 128)


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> ModelPackage:
    return tiny_terrain(tmp_path_factory.mktemp("models"))


@pytest.fixture(scope="module")
def model(package: ModelPackage) -> TileModel:
    return ENGINE.open(package, "cpu")


def _mountains(cells: Rect) -> np.ndarray:
    rows, cols = np.mgrid[cells.y0 : cells.y1, cells.x0 : cells.x1].astype(np.float64)
    rough = ((rows * 7 + cols * 13) % 11) * 5.0
    return (1500 + 400 * np.sin(rows / 2.7) * np.cos(cols / 3.3) + rough).astype(np.float32)[None]


def _request(package: ModelPackage, stage: str, tile: Rect, factor: int, **settings: float):  # type: ignore[no-untyped-def]
    described = package.card.stage(stage)
    cells = control_rect(described, tile)
    control = _mountains(cells.refine(described.multiple // factor))
    sizes = np.full(cells.height, 30.0)
    return TileRequest(stage, tile, 5, control, factor, sizes, settings)


@pytest.mark.parametrize(("stage", "stride"), [("relief", 8), ("detail", 16)])
def test_a_pixel_does_not_know_how_far_the_edge_of_its_tile_is(
    package: ModelPackage, model: TileModel, stage: str, stride: int
) -> None:
    """The same ground in two tiles that lie half a tile apart, up to their very edges."""
    for factor in (stride, stride // 2):
        a, b = Rect(0, 128, 0, 128), Rect(0, 128, 64, 192)
        first = model.compute(_request(package, stage, a, factor))
        second = model.compute(_request(package, stage, b, factor))
        left, right = first[:, :, 64:], second[:, :, :64]
        # Convolutions of other shapes may differ in the last bit, and then a level by its step.
        apart = np.abs(left - right).max(0) > 0.02
        assert apart.mean() < 0.002
        assert np.ptp(left[0]) > 100.0


@pytest.mark.parametrize("factor", [2, 4, 8, 16])
def test_block_means_are_the_controls(package: ModelPackage, model: TileModel, factor: int) -> None:
    tile = Rect(0, 128, 0, 128)
    request = _request(package, "detail", tile, factor)
    surface, water = model.compute(request)
    dry = replace(request, settings={"looseness": 1.0})
    loose = model.compute(dry)[0]
    wanted = _mountains(tile.coarsen(factor))[0]

    def means(values: np.ndarray) -> np.ndarray:
        side = 128 // factor
        return values.reshape(side, factor, side, factor).mean((1, 3))

    land = means(water) == 0.0
    assert land.mean() > 0.2
    misfit = np.sqrt(np.square(means(surface) - wanted)[land].mean())
    free = np.sqrt(np.square(means(loose) - wanted)[land].mean())
    assert misfit < 0.06 * wanted.std()
    assert misfit < 0.5 * free


def test_kept_means_are_restored_whatever_the_surface_was() -> None:
    generator = torch.Generator().manual_seed(2)
    wanted = torch.randn((1, 1, 8, 8), generator=generator) * 100
    surface = torch.randn((1, 1, 64, 64), generator=generator) * 10
    kept = keep_means(surface, wanted, 8, 1.0, 2)
    before = (wanted - torch.nn.functional.avg_pool2d(surface, 8)).square().mean().sqrt()
    after = (wanted - torch.nn.functional.avg_pool2d(kept, 8)).square().mean().sqrt()
    assert after < 0.4 * before  # of white noise, the worst there is
    lifted = keep_means(kept + 80.0, torch.nn.functional.avg_pool2d(kept, 8), 8, 1.0, 2)
    assert torch.allclose(lifted, kept, atol=1e-2)
    assert torch.equal(keep_means(surface, wanted, 8, 0.0, 2), surface)


def test_means_that_are_right_already_change_nothing() -> None:
    generator = torch.Generator().manual_seed(3)
    surface = torch.randn((1, 1, 32, 32), generator=generator) * 10
    means = torch.nn.functional.avg_pool2d(surface, 4)
    assert torch.allclose(keep_means(surface, means, 4, 1.0, 2), surface, atol=1e-4)


def _lake(height: float, shore: float) -> tuple[torch.Tensor, torch.Tensor]:
    generator = torch.Generator().manual_seed(6)
    surface = torch.full((1, 1, 64, 64), shore)
    water = torch.zeros((1, 1, 64, 64), dtype=torch.bool)
    water[..., 18:43, 10:40] = True
    ripples = torch.rand(surface.shape, generator=generator) - 0.5
    return torch.where(water, height + ripples, surface), water


def test_a_lake_is_level_and_its_shore_no_lower() -> None:
    surface, water = _lake(100.2, 95.0)
    out, still = level_water(surface, water)
    assert torch.equal(still, water)
    assert out[water].unique().tolist() == [100.0]
    beside = torch.nn.functional.max_pool2d(water.float(), 3, 1, 1).bool() & ~water
    assert (out[beside] == 100.0).all()
    far = ~torch.nn.functional.max_pool2d(water.float(), 3, 1, 1).bool()
    assert torch.equal(out[far], surface[far])


def test_a_shore_above_the_water_stays_as_it_is() -> None:
    surface, water = _lake(100.2, 123.0)
    out, _ = level_water(surface, water)
    assert torch.equal(out[~water], surface[~water])


def test_water_close_to_the_sea_is_the_sea() -> None:
    surface, water = _lake(1.4, 30.0)
    out, _ = level_water(surface, water)
    assert out[water].unique().tolist() == [0.0]


def test_no_shore_is_lower_than_the_water_beside_it_even_of_a_falling_river() -> None:
    rows = torch.arange(96.0)[:, None].expand(96, 96)
    surface = (400.0 - 0.8 * rows)[None, None].clone()
    water = torch.zeros((1, 1, 96, 96), dtype=torch.bool)
    water[..., 30:51] = True
    out, still = level_water(surface, water)
    assert torch.equal(still, water)
    lifted = torch.where(still, out, torch.full_like(out, -1e9))
    highest = torch.nn.functional.max_pool2d(lifted, 3, 1, 1)
    assert (out[~still] >= highest[~still]).all()


def test_land_without_water_is_left_alone() -> None:
    surface = torch.rand((1, 1, 32, 32)) * 50
    out, water = level_water(surface, torch.zeros(surface.shape, dtype=torch.bool))
    assert torch.equal(out, surface)
    assert not water.any()


def test_the_first_stage_gives_heights_above_the_sea(
    package: ModelPackage, model: TileModel
) -> None:
    tile = Rect(0, 64, 0, 64)
    sizes = np.full(control_rect(package.card.stage("continent"), tile).height, 3840.0)
    results = {}
    for level in (0.0, 200.0):
        settings = {"height_m": 500.0, "sea_level": level}
        request = TileRequest("continent", tile, 1, None, 0, sizes, settings)
        results[level] = model.compute(request)
    assert results[0.0].shape == (1, 64, 64)
    assert results[0.0].min() >= 0.0
    expected = np.maximum(results[0.0] - 200.0, 0.0)
    drowned = results[0.0] == 0.0
    assert results[200.0][~drowned] == pytest.approx(expected[~drowned], abs=1e-2)
    assert (results[200.0][drowned] == 0.0).all()


def test_each_wish_reaches_the_first_stage(package: ModelPackage, model: TileModel) -> None:
    tile = Rect(0, 64, 0, 64)
    wishes = [{}, {"height_m": 900.0}, {"spread_m": 300.0}, {"sea_share": 0.5}]
    seen = {
        model.compute(TileRequest("continent", tile, 1, settings=wish)).tobytes() for wish in wishes
    }
    assert len(seen) == 4


def test_variety_counts_where_there_is_a_wish_and_varies_with_the_seed(model: TileModel) -> None:
    tile = Rect(0, 64, 0, 64)
    variety = {"height_variety": 0.5, "spread_variety": 0.5, "sea_variety": 0.5}

    def computed(seed: int, **settings: float) -> bytes:
        return model.compute(TileRequest("continent", tile, seed, settings=settings)).tobytes()

    assert computed(1, **variety) == computed(1)
    wish = {"height_m": 900.0}
    assert computed(1, **wish, **variety) not in (computed(1, **wish), computed(1))
    assert computed(1, **wish, sea_variety=0.5) == computed(1, **wish)


class Hills:
    """A source that is the same function of place wherever it is read."""

    def read(self, rect: Rect) -> np.ndarray:
        rows, cols = np.mgrid[rect.y0 : rect.y1, rect.x0 : rect.x1]
        heights = 800 + 120 * np.sin(rows * 0.9) + 200 * np.sin(cols * 0.7 + rows * 0.3)
        return heights[None].astype(np.float32)


@pytest.mark.parametrize("scale", [2, 4, 8, 16])
def test_steps_keep_the_source_and_fit_together(tmp_path: Path, scale: int) -> None:
    package = tiny_steps(tmp_path)
    assert len(list(package.folder.glob("*.safetensors"))) == 1
    model = ENGINE.open(package, "cpu")

    def read(rect: Rect) -> np.ndarray:
        field = build_refinement(
            model,
            package.card.stages,
            scale,
            30.0,
            1,
            0.0,
            lambda rect, size: np.full(rect.height, size),
            Hills(),
        )
        return field.read(rect)[:1]

    whole = read(Rect(-64, 64, 0, 128))
    spread = float(whole.std())
    misfit = block_means(whole, scale) - Hills().read(Rect(-64, 64, 0, 128).coarsen(scale))
    assert np.abs(misfit).mean() < 0.02 * spread
    assert np.array_equal(read(Rect(-40, 10, 70, 120)), whole[:, 24:74, 70:120])


def test_a_wrong_halo_is_refused(package: ModelPackage) -> None:
    stage = package.card.stage("detail")
    wrong = replace(stage, halo=stage.halo + stage.multiple)
    stages = tuple(wrong if one is stage else one for one in package.card.stages)
    lying = replace(package, card=replace(package.card, stages=stages))
    model = ENGINE.open(lying, "cpu")
    with pytest.raises(ValueError, match="gives stage 'detail' a wrong halo"):
        model.compute(_request(lying, "detail", Rect(0, 64, 0, 64), 16))


def test_a_stage_that_needs_a_control_says_so(model: TileModel) -> None:
    with pytest.raises(ValueError, match="'detail' needs a control raster"):
        model.compute(TileRequest("detail", Rect(0, 64, 0, 64), 1))


def test_the_sea_reaches_the_foot_of_a_cliff() -> None:
    surface = torch.full((1, 1, 96, 96), 0.1)
    surface[..., 48:] = 300.0
    both = finished(surface, torch.zeros_like(surface) > 0, surface.clamp_min(0.0))
    assert (both[0, 1, :, :48] == 1.0).all(), "no rim of lowest land inside the water"
    assert (both[0, 1, :, 48:] == 0.0).all()
