"""Climate jobs from end to end with random weights: what agrees, what is kept, what is refused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch")

from osgeo import gdal, osr

from ...core.climate_ground import LandOf
from ...core.engine import InProcessEngine
from ...core.grid import Extent, WorldGrid
from ...core.job import ExtentJob, LayerSource
from ...core.jobs import run
from ...core.package import ModelPackage
from ...core.progress import NULL_PROGRESS
from ...core.raster.crs import describe_crs
from ...core.tiling import Rect
from .tiny_climate import PIXEL_M, tiny_climate

ENGINE = InProcessEngine()
CRS = "EPSG:32632"
Land = dict[str, LayerSource]


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> ModelPackage:
    return tiny_climate(tmp_path_factory.mktemp("models"))


def job(package: ModelPackage, output: Path, **changes: object) -> ExtentJob:
    """Twelve by ten pixels at 45 degrees north."""
    pixel = float(changes.pop("pixel", PIXEL_M))
    left, top, wide, high = changes.pop("box", (0, 5000000, 12 * PIXEL_M, 10 * PIXEL_M))
    grid = WorldGrid(describe_crs(CRS), pixel)
    rect = grid.snap(Extent(left, top - high, left + wide, top))
    layers = changes.pop("layers", {})
    return ExtentJob(package, grid, rect, 7, dict(changes), output, "cpu", (), layers)


@pytest.fixture(scope="module")
def land(tmp_path_factory: pytest.TempPathFactory) -> Land:
    """Ground everywhere around, so that no world need be made."""
    ground = np.random.default_rng(5).uniform(0.0, 900.0, (64, 64))
    path = tmp_path_factory.mktemp("land") / "dem.tif"
    return {"elevation": layer(path, ground, 4 * PIXEL_M, -32 * 4 * PIXEL_M, 9e6)}


def made(one: ExtentJob) -> np.ndarray:
    result = run(one, ENGINE, NULL_PROGRESS)
    return gdal.Open(str(result.path)).ReadAsArray().reshape(-1, *one.rect.shape)


def layer(path: Path, values: np.ndarray, pixel: float, left: float, top: float) -> LayerSource:
    values = values.reshape(-1, *values.shape[-2:]).astype(np.float32)
    bands, height, width = values.shape
    dataset = gdal.GetDriverByName("GTiff").Create(
        str(path), width, height, bands, gdal.GDT_Float32
    )
    dataset.SetGeoTransform((left, pixel, 0, top, 0, -pixel))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(int(CRS.split(":")[1]))
    dataset.SetProjection(reference.ExportToWkt())
    dataset.WriteArray(values)
    del dataset
    return LayerSource(str(path))


def test_bands_are_months_with_names(package: ModelPackage, tmp_path: Path, land: Land) -> None:
    one = job(package, tmp_path / "a.tif", start_year=1999, start_month=12, steps=3, layers=land)
    values = made(one)
    dataset = gdal.Open(str(one.output))
    names = [dataset.GetRasterBand(i + 1).GetDescription() for i in range(3)]
    assert names == ["temperature 1999-12", "temperature 2000-01", "temperature 2000-02"]
    assert dataset.GetRasterBand(1).GetUnitType() == "°C"
    assert np.isfinite(values).all()
    assert np.ptp(values) > 0.1


def test_overlapping_extents_and_periods_agree(package: ModelPackage, tmp_path: Path) -> None:
    """In space across a tile line, in time across the start of the series."""
    whole = job(package, tmp_path / "a.tif", steps=3, start_month=11, start_year=2000)
    part = replace(
        job(package, tmp_path / "b.tif", steps=2, start_month=12, start_year=2000),
        rect=whole.rect.grow(-3),
    )
    first, second = made(whole), made(part)
    assert np.array_equal(first[1:, 3:-3, 3:-3], second)


def test_land_is_read_once_where_the_halos_of_tiles_meet() -> None:
    class Surface:
        cells = 0

        def read(self, rect: Rect) -> np.ndarray:
            self.cells += rect.height * rect.width
            rows, cols = np.mgrid[rect.y0 : rect.y1, rect.x0 : rect.x1]
            values = (40.0 * np.sin(rows / 30.0) * np.cos(cols / 50.0)).astype(np.float32)
            values[cols < -300] = np.nan
            return values[None]

    surface = Surface()
    land = LandOf(surface)
    first, second = Rect(-48, 80, -48, 80), Rect(-48, 80, 16, 144)
    one, other = land.read(first), land.read(second)
    assert np.array_equal(one[..., 64:], other[..., :64], equal_nan=True)
    assert surface.cells == 128 * 192 * 49
    whole = Surface().read(Rect(0, 7, 0, 7))[0]
    assert one[0, 48, 48] == pytest.approx(np.maximum(whole, 0.0).mean(), rel=1e-5)
    assert one[1, 48, 48] == pytest.approx((whole > 0.0).mean())
    assert np.isnan(one[:, :, :4]).all()


def test_rain_is_never_negative_and_dry_is_zero(
    package: ModelPackage, tmp_path: Path, land: Land
) -> None:
    rain = made(
        job(
            package,
            tmp_path / "a.tif",
            variable="precipitation",
            steps=4,
            pixel=9000.0,
            layers=land,
        )
    )
    assert rain.min() >= 0.0


def test_a_coarse_field_is_followed(package: ModelPackage, tmp_path: Path, land: Land) -> None:
    """Block means are those of the layer, band by band, and the first follows the last again."""
    factor, size = 4, 4 * PIXEL_M
    left, top = -size * 4, 5000000 // size * size + 4 * size
    coarse = np.random.default_rng(1).normal(10.0, 5.0, (2, 12, 12))
    given = layer(tmp_path / "coarse.tif", coarse, size, left, top)
    box = (0, top - 4 * size, 3 * size, 2 * size)
    values = made(
        job(package, tmp_path / "a.tif", steps=3, box=box, layers={**land, "coarse": given})
    )
    means = values.reshape(3, 2, factor, 3, factor).mean((2, 4))
    wanted = coarse[[0, 1, 0], 4:6, 4:7]
    assert np.abs(means - wanted).max() < 0.05
    assert np.abs(values[0] - values[2]).max() > 0.05


def test_rain_keeps_the_sum_of_a_coarse_field(
    package: ModelPackage, tmp_path: Path, land: Land
) -> None:
    size = 8 * PIXEL_M
    top = 5000000 // size * size
    coarse = np.random.default_rng(2).gamma(1.0, 60.0, (8, 8))
    coarse[3, 3] = 0.0
    given = layer(tmp_path / "coarse.tif", coarse, size, -2 * size, top + 2 * size)
    box = (0, top, 2 * size, 2 * size)
    values = made(
        job(
            package,
            tmp_path / "a.tif",
            steps=1,
            variable="precipitation",
            box=box,
            layers={**land, "coarse": given},
        )
    )
    means = values.reshape(2, 8, 2, 8).mean((1, 3))
    assert means == pytest.approx(coarse[2:4, 2:4], rel=2e-3, abs=0.05)
    assert means[1, 1] < 0.05


def test_kelvin_is_understood(package: ModelPackage, tmp_path: Path, land: Land) -> None:
    size = 8 * PIXEL_M
    top = 5000000 // size * size
    warmth = np.full((8, 8), 293.15)
    given = layer(tmp_path / "coarse.tif", warmth, size, -2 * size, top + 2 * size)
    box = (0, top, size, size)
    values = made(
        job(package, tmp_path / "a.tif", steps=1, box=box, layers={**land, "coarse": given})
    )
    assert values.mean() == pytest.approx(20.0, abs=0.05)


def test_finer_pixels_follow_the_ground(package: ModelPackage, tmp_path: Path) -> None:
    """A ridge narrower than the model's pixels is colder than the plain beside it."""
    ground = np.full((200, 200), 300.0)
    ground[:, 98:102] = 2300.0
    pixel = PIXEL_M / 8
    left, top = -300000.0, 5300000.0
    given = layer(tmp_path / "dem.tif", ground, pixel, left, top)
    box = (left + 80 * pixel, top - 90 * pixel, 40 * pixel, 20 * pixel)
    one = job(
        package, tmp_path / "a.tif", steps=1, pixel=pixel, box=box, layers={"elevation": given}
    )
    values = made(one)[0]
    ridge = round((left + 100 * pixel) / pixel - one.rect.x0)
    drop = values[:, :8].mean() - values[:, ridge - 1 : ridge + 1].mean()
    assert 4.0 < drop < 14.0


def test_mean_and_spread_are_those_of_single_seeds(
    package: ModelPackage, tmp_path: Path, land: Land
) -> None:
    seeds = np.stack(
        [
            made(replace(job(package, tmp_path / f"{s}.tif", steps=1, layers=land), seed=s))
            for s in (7, 8, 9)
        ]
    )
    mean = made(job(package, tmp_path / "m.tif", steps=1, statistic="mean", members=3, layers=land))
    spread = made(
        job(package, tmp_path / "s.tif", steps=1, statistic="spread", members=3, layers=land)
    )
    assert np.abs(mean - seeds.mean(0)).max() < 0.04
    assert np.abs(spread - seeds.std(0, ddof=1)).max() < 0.04
