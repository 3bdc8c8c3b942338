"""Tiles on demand: the same pixels as the algorithm writes, newest first, in bounded memory."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from osgeo import gdal

pytest.importorskip("torch")

from ...core.engine import InProcessEngine
from ...core.errors import EngineError
from ...core.grid import Extent, WorldGrid
from ...core.job import ExtentJob, Job, LayerJob
from ...core.jobs import run
from ...core.progress import NULL_PROGRESS
from ...core.raster.crs import describe_crs
from ...core.raster.reader import RasterReader
from ...core.tile_cache import TileCache
from ...core.tile_levels import Tile
from ...core.tile_mosaic import cheap_level, level_for, mosaic, tiles_of
from ...core.tile_picture import ReliefStyle, colours, picture
from ...core.tile_source import TileMill, TileSource, same_pixels
from ...core.tiling import Rect, block_means
from .tiny_terrain import tiny_detail, tiny_terrain

TILE_PX = 32
UTM = describe_crs("EPSG:32632")
DEGREES = describe_crs("EPSG:4326")


@pytest.fixture
def mill() -> Iterator[TileMill]:
    mill = TileMill(InProcessEngine())
    yield mill
    mill.close()


def extent_job(folder: Path, pixel_size: float = 30.0, crs: Any = UTM, **changes: Any) -> ExtentJob:
    package = tiny_terrain(folder / "models")
    grid = WorldGrid(crs, pixel_size)
    parameters = {"landform": "alpine"}
    rect = Rect(-1000, -900, 400, 480)
    return ExtentJob(package, grid, rect, 5, parameters, folder / "out.tif", **changes)


def written(job: Job) -> tuple[Any, Rect]:
    """The raster that the algorithm writes, and where it lies on the lattice of its pixels."""
    run(job, InProcessEngine(), NULL_PROGRESS)
    with RasterReader(str(job.output)) as reader:
        p = reader.geotransform[1]
        y0, x0 = round(-reader.geotransform[3] / p), round(reader.geotransform[0] / p)
        rect = Rect(y0, y0 + reader.height, x0, x0 + reader.width)
        return reader.read(reader.rect)[0], rect


def shown(source: TileSource, mill: TileMill, rect: Rect, level: int = 0) -> Any:
    source.want(tiles_of(source, level, rect))
    assert mill.wait(60.0)
    found = mosaic(source, level, rect)
    assert found.missing == ()
    return found.values


@pytest.mark.parametrize("tile_px", [64, TILE_PX], ids=["canonical", "smaller"])
@pytest.mark.parametrize(
    ("pixel_size", "crs"), [(30.0, UTM), (41.0, UTM), (0.0004, DEGREES)], ids=["30", "41", "deg"]
)
def test_tiles_have_the_pixels_that_the_algorithm_writes(
    tmp_path: Path, mill: TileMill, pixel_size: float, crs: Any, tile_px: int
) -> None:
    job = extent_job(tmp_path, pixel_size, crs)
    source = TileSource(job, mill, tile_px=tile_px)
    values, rect = written(job)
    assert rect == job.rect
    assert np.ptp(values) > 1.0
    np.testing.assert_array_equal(shown(source, mill, rect), values)


def coarse_layer(folder: Path) -> Path:
    rows, cols = np.mgrid[0:20, 0:20]
    heights = (900 + 300 * np.sin(rows / 3) + 200 * np.cos(cols / 2)).astype(np.float32)
    heights[4:7, 5:9] = -9999.0
    path = folder / "coarse.tif"
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), 20, 20, 1, gdal.GDT_Float32)
    dataset.SetProjection(UTM.wkt)
    dataset.SetGeoTransform((600_100.0, 480.0, 0.0, 5_100_300.0, 0.0, -480.0))
    dataset.GetRasterBand(1).SetNoDataValue(-9999.0)
    dataset.GetRasterBand(1).WriteArray(heights)
    dataset.FlushCache()
    return path


def test_tiles_from_a_layer_lie_where_the_algorithm_puts_them(
    tmp_path: Path, mill: TileMill
) -> None:
    job = LayerJob(
        tiny_detail(tmp_path), str(coarse_layer(tmp_path)), 1, None, 8, 100.0, 3,
        output=tmp_path / "fine.tif",
    )  # fmt: skip
    source = TileSource(job, mill, tile_px=TILE_PX)
    run(job, InProcessEngine(), NULL_PROGRESS)
    with RasterReader(str(job.output)) as reader:
        left, p, _, top, _, _ = reader.geotransform
        extent = Extent(left, top - p * reader.height, left + p * reader.width, top)
        values = reader.read(reader.rect)[0]
    rect = source.levels[0].rect(extent)
    assert source.levels[0].extent(rect) == extent
    assert np.isnan(values).any()
    np.testing.assert_array_equal(shown(source, mill, rect), values)
    assert [level.pixel_size for level in source.levels] == [60.0, 120.0, 240.0]
    source.close()


def test_every_level_keeps_the_block_means_of_the_relief(tmp_path: Path, mill: TileMill) -> None:
    source = TileSource(extent_job(tmp_path), mill, tile_px=TILE_PX)
    assert [level.pixel_size for level in source.levels[:5]] == [30.0, 60.0, 120.0, 240.0, 480.0]
    blocks = Rect(-64, -60, 24, 28)  # of 480 m, the pixels of the relief
    fine = block_means(shown(source, mill, blocks.refine(16))[None], 16)
    for level in (1, 2, 3, 4):
        factor = 16 >> level
        coarse = block_means(shown(source, mill, blocks.refine(factor), level)[None], factor)
        assert float(np.abs(fine - coarse).max()) < 3.0


def test_the_relief_keeps_the_block_means_of_the_continent(tmp_path: Path, mill: TileMill) -> None:
    source = TileSource(extent_job(tmp_path), mill, tile_px=TILE_PX)
    blocks = Rect(-64, -60, 24, 28)  # of 7680 m, the pixels of the continent
    fine = block_means(shown(source, mill, blocks.refine(16), 4)[None], 16)
    for level in (5, 6, 7, 8):
        factor = 256 >> level
        coarse = block_means(shown(source, mill, blocks.refine(factor), level)[None], factor)
        assert float(np.abs(fine - coarse).max()) < 3.0


def test_a_quick_look_avoids_levels_that_are_made_of_finer_ones(
    tmp_path: Path, mill: TileMill
) -> None:
    source = TileSource(extent_job(tmp_path), mill, tile_px=TILE_PX)
    assert [cheap_level(source, level) for level in range(6)] == [0, 2, 2, 3, 4, 6]


@pytest.mark.parametrize("finer", [0, 4])
def test_what_is_twice_as_coarse_as_a_stage_is_its_means(
    tmp_path: Path, mill: TileMill, finer: int
) -> None:
    source = TileSource(extent_job(tmp_path), mill, tile_px=TILE_PX)
    rect = Rect(-70, -10, 40, 90)
    coarse = shown(source, mill, rect, finer + 1)
    assert Tile(finer, *(2 * at // TILE_PX for at in (rect.y0, rect.x0))) in source._cache
    fine = shown(source, mill, rect.refine(2), finer)
    np.testing.assert_array_equal(coarse, block_means(fine[None], 2)[0])


def test_no_view_costs_more_than_a_few_megapixels(tmp_path: Path, mill: TileMill) -> None:
    source = TileSource(extent_job(tmp_path), mill)
    for pixel_size in (1.0, 30.0, 45.0, 200.0, 3000.0):
        area = 3840 * 2160 * pixel_size**2
        level = source.levels[level_for(source, pixel_size, area)]
        assert area / level.pixel_size**2 <= 3.0e6
    assert level_for(source, 30.0) == 0
    assert level_for(source, 60.0) == 1


def test_the_poles_are_clear(tmp_path: Path, mill: TileMill) -> None:
    source = TileSource(extent_job(tmp_path, 0.0004, DEGREES), mill, tile_px=TILE_PX)
    last = len(source.levels) - 1
    rows = int(85.0 / source.levels[last].pixel_size)
    values = shown(source, mill, Rect(-rows - 4, -rows + 4, 0, 8), last)
    assert np.isnan(values[:4]).all()
    assert not np.isnan(values[4:]).any()


class SlowModel:
    """Gives its requests' columns, after the test lets it."""

    device = "cpu"

    def __init__(self, cancelled: Any) -> None:
        self.cancelled = cancelled
        self.go, self.started = threading.Semaphore(0), threading.Semaphore(0)
        self.stopped = threading.Semaphore(0)

    def compute(self, request: Any) -> Any:
        from ...core.errors import Cancelled

        self.started.release()
        while not self.go.acquire(timeout=0.01):
            if self.cancelled():
                self.stopped.release()
                raise Cancelled
        return np.zeros((2, *request.tile.shape), np.float32)

    def close(self) -> None:
        return None


class SlowEngine(InProcessEngine):
    def __init__(self, failure: Exception | None = None) -> None:
        super().__init__()
        self.failure = failure
        self.opened = threading.Event()

    def open(self, package: Any, device: str = "auto", cancelled: Any = None) -> Any:
        if self.failure is not None:
            raise self.failure
        self.model = SlowModel(cancelled)
        self.opened.set()
        return self.model


def test_newest_wishes_come_first_and_outdated_ones_are_given_up(tmp_path: Path) -> None:
    engine = SlowEngine()
    mill = TileMill(engine)
    order: list[Tile] = []
    source = TileSource(extent_job(tmp_path), mill, tile_px=64, arrived=order.append)
    top = len(source.levels) - 1
    first, second, third, other = (Tile(top, row, 0) for row in range(4))
    source.want([first, second], "a")
    assert engine.opened.wait(10.0)
    assert engine.model.started.acquire(timeout=10.0)
    source.want([third, second], "a")
    assert engine.model.stopped.acquire(timeout=10.0)
    assert engine.model.started.acquire(timeout=10.0)
    source.want([other], "b")
    for _ in range(400):
        engine.model.go.release()
    assert mill.wait(20.0)
    assert order == [third, other, second]
    mill.close()


def test_a_failure_is_told_once_and_not_tried_again_at_once(tmp_path: Path) -> None:
    mill = TileMill(SlowEngine(EngineError("No torch.")))
    told: list[Exception] = []
    source = TileSource(extent_job(tmp_path), mill, tile_px=64, failed=told.append)
    for _ in range(3):
        source.want([Tile(0, 0, 0), Tile(0, 0, 1)])
        assert mill.wait(10.0)
    assert [str(failure) for failure in told] == ["No torch."]
    mill.close()


def test_a_closed_mill_computes_nothing(tmp_path: Path) -> None:
    mill = TileMill(SlowEngine())
    source = TileSource(extent_job(tmp_path), mill)
    mill.close()
    source.want([Tile(0, 0, 0)])
    assert mill.wait(1.0)
    assert source.cached(Tile(0, 0, 0)) is None


def test_the_cache_is_bounded_and_forgets_what_was_used_longest_ago() -> None:
    values = [np.zeros((16, 16), np.float32) for _ in range(4)]
    cache = TileCache(3 * values[0].nbytes)
    tiles = [Tile(0, 0, col) for col in range(4)]
    for tile, one in zip(tiles[:3], values):
        cache.put(tile, one)
    assert cache.get(tiles[0]) is not None
    cache.put(tiles[3], values[3])
    assert [tile in cache for tile in tiles] == [True, False, True, True]
    assert cache.used_bytes == 3 * values[0].nbytes


def test_a_coarser_tile_stands_in_until_the_finer_one_is_there(
    tmp_path: Path, mill: TileMill
) -> None:
    source = TileSource(extent_job(tmp_path), mill, tile_px=TILE_PX)
    rect = Rect(-64, -32, 32, 96)
    before = mosaic(source, 0, rect)
    assert np.isnan(before.values).all()
    assert before.missing[0].level == 3  # one glance first
    source.want([Tile(0, -2, 1).parent(2)])
    assert mill.wait(60.0)
    half = mosaic(source, 0, rect)
    assert not np.isnan(half.values[:, :32]).any()
    assert abs(half.values[:, :32].mean() - shown(source, mill, rect)[:, :32].mean()) < 100.0


def test_stand_ins_meet_without_a_step(tmp_path: Path, mill: TileMill) -> None:
    source = TileSource(extent_job(tmp_path), mill, tile_px=TILE_PX)
    rows, cols = np.mgrid[0:32, 0:64].astype(np.float32)
    plane = 3.0 * cols - 2.0 * rows
    for col in (0, 1):
        source.take(Tile(2, 0, col), plane[:, 32 * col : 32 * col + 32].copy())
    shown = mosaic(source, 0, Rect(8, 120, 8, 248)).values
    np.testing.assert_allclose(np.diff(shown, axis=1), 0.75, atol=1e-3)
    np.testing.assert_allclose(np.diff(shown, axis=0), -0.5, atol=1e-3)


def test_only_what_changes_pixels_makes_other_tiles(tmp_path: Path) -> None:
    from dataclasses import replace

    job = extent_job(tmp_path)
    assert same_pixels(job, replace(job, rect=Rect(0, 9, 0, 9), output=Path("b.tif")))
    assert not same_pixels(job, replace(job, seed=6))
    assert not same_pixels(job, replace(job, grid=WorldGrid(UTM, 31.0)))


STYLE = ReliefStyle(
    (-100.0, 0.0, 0.01, 1000.0),
    ((0, 0, 100), (0, 0, 200), (0, 100, 0), (255, 255, 255)),
    0.0, 1.0, 30.0, 55.0,
)  # fmt: skip


def flat(height: float) -> Any:
    east = np.full((8, 1), 30.0, np.float32)
    return picture(np.full((8, 8), height, np.float32), east, 30.0, STYLE)[4, 4]


def test_the_sea_ends_exactly_at_its_level() -> None:
    assert flat(0.0)[2] > 0
    assert flat(0.0)[1] == 0
    assert flat(0.1)[2] < flat(0.1)[1]
    assert flat(float("nan")).tolist() == [0, 0, 0, 0]


@pytest.mark.parametrize(
    "heights",
    [(526.0, 600.0, 822.0), (0.01, 50.0, 250.0), (-40.0, -10.0, 0.0), (-80.0, 0.0, 0.01, 250.0)],
)
def test_every_height_has_the_colour_between_its_stops(heights: tuple[float, ...]) -> None:
    """Also of land, or of sea, that is far from the sea's level."""
    count = len(heights)
    stops = tuple((20 * n, 250 - 30 * n, 100 + 5 * n) for n in range(count))
    style = ReliefStyle(heights, stops, 0.0, 1.0, 30.0, 0.0)
    asked = np.linspace(heights[0], heights[-1], 41, dtype=np.float32)
    found = colours(asked[None], style)[0]
    for band, column in enumerate(zip(*stops)):
        wanted = np.interp(asked, heights, column)
        assert np.abs(found[:, band] - wanted).max() < 1.0


def test_light_comes_from_the_north_east() -> None:
    """As QGIS's own light from several directions does."""
    rows, cols = np.mgrid[0:16, 0:16].astype(np.float32)
    east = np.full((16, 1), 30.0, np.float32)
    facing = picture(500.0 + 10.0 * (rows - cols), east, 30.0, STYLE)[8, 8, :3]
    averted = picture(500.0 - 10.0 * (rows - cols), east, 30.0, STYLE)[8, 8, :3]
    assert facing.sum() > averted.sum() + 60
