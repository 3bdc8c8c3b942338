"""Tiles of models that are no landscape: classes, imagery and measures, with layers or without."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

pytest.importorskip("osgeo.gdal")

from ...core import tile_guided
from ...core.engine import InProcessEngine
from ...core.errors import InputError, RasterError
from ...core.grid import WorldGrid
from ...core.job import ExtentJob, LayerSource
from ...core.jobs import run
from ...core.package import ModelPackage
from ...core.progress import NULL_PROGRESS
from ...core.raster.reader import RasterReader
from ...core.tile_colours import (
    IMAGERY_GAMMA,
    PaletteStyle,
    RampStyle,
    StretchStyle,
    picture_bands,
)
from ...core.tile_levels import Tile
from ...core.tile_mosaic import is_too_far, mosaic, tiles_of
from ...core.tile_scaling import enlarged, halved
from ...core.tile_source import TileMill, TileSource, same_pixels
from ...core.tiling import FloatArray, Rect
from .guided_models import DEGREES, PLACE, UTM, small_raster
from .picture_models import Painted, PaintedEngine, painted_package

KINDS = ("classes", "rgb", "heights")
NATIVE_M = {"classes": 40.0, "rgb": 10.0, "heights": 10.0}


@pytest.fixture
def mill() -> Iterator[TileMill]:
    mill = TileMill(PaintedEngine())
    yield mill
    mill.close()


def job_of(package: ModelPackage, pixel: float, **changes: Any) -> ExtentJob:
    values: dict[str, Any] = {
        "grid": WorldGrid(UTM, pixel),
        "rect": Rect(-500_000, -499_860, 60_000, 60_200),
        "seed": 3,
        "parameters": {"level": 0},
        "output": package.folder / "out.tif",
    }
    values.update(changes)
    return ExtentJob(package, **values)


def shown(source: TileSource, mill: TileMill, rect: Rect, level: int = 0) -> FloatArray:
    source.want(tiles_of(source, level, rect))
    assert mill.wait(60.0)
    found = mosaic(source, level, rect)
    assert found.missing == ()
    return found.values


def written(job: ExtentJob, band: int) -> FloatArray:
    with RasterReader(str(job.output), band + 1) as reader:
        return reader.read(reader.rect)[0]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("scale", [1.0, 0.7, 2.3])
def test_tiles_have_the_pixels_that_the_algorithm_writes(
    tmp_path: Path, mill: TileMill, kind: str, scale: float
) -> None:
    job = job_of(painted_package(tmp_path, kind), NATIVE_M[kind] * scale)
    run(job, PaintedEngine(), NULL_PROGRESS)
    values = shown(TileSource(job, mill), mill, job.rect)
    bands = picture_bands(job.package.card)
    assert values.ndim == (3 if kind == "rgb" else 2)
    np.testing.assert_array_equal(
        values.reshape(-1, *job.rect.shape), [written(job, band) for band in bands]
    )


def test_tiles_in_degrees_end_at_the_poles(tmp_path: Path, mill: TileMill) -> None:
    job = job_of(painted_package(tmp_path, "rgb"), 0.0001, grid=WorldGrid(DEGREES, 0.0001))
    source = TileSource(job, mill)
    last = int(85.0 / 0.0001)
    values = shown(source, mill, Rect(-last - 3, -last + 3, 0, 60))
    assert np.isnan(values[:, :3]).all()
    assert not np.isnan(values[:, 3:]).all()


def test_coarser_levels_are_means_and_for_classes_the_commonest(
    tmp_path: Path, mill: TileMill
) -> None:
    rect = Rect(-260, -40, 100, 300)
    source = TileSource(job_of(painted_package(tmp_path / "a", "rgb"), 10.0), mill)
    fine, coarse = shown(source, mill, rect.refine(2)), shown(source, mill, rect, 1)
    np.testing.assert_array_equal(coarse, halved(fine, classes=False))
    source = TileSource(job_of(painted_package(tmp_path / "b", "classes"), 40.0), mill)
    fine, coarse = shown(source, mill, rect.refine(2)), shown(source, mill, rect, 1)
    assert set(np.unique(coarse)) == {0.0, 1.0}
    np.testing.assert_array_equal(coarse, halved(fine, classes=True))


def test_there_are_levels_only_as_far_as_a_screenful_is_cheap(
    tmp_path: Path, mill: TileMill
) -> None:
    package = painted_package(tmp_path, "rgb")
    assert [x.pixel_size for x in TileSource(job_of(package, 10.0), mill).levels] == [10.0, 20.0]
    finer = TileSource(job_of(package, 2.5), mill).levels
    assert [level.pixel_size for level in finer] == [2.5, 5.0, 10.0, 20.0]
    assert [level.produce is None for level in finer] == [False, False, False, True]
    coarse = TileSource(job_of(package, 100.0), mill)
    assert len(coarse.levels) == 1
    assert coarse.tile_px == 32, "each costs 10 x 10 canonical tiles already"


def test_a_view_of_too_much_wants_nothing(tmp_path: Path, mill: TileMill) -> None:
    source = TileSource(job_of(painted_package(tmp_path, "rgb"), 10.0), mill)
    last = len(source.levels) - 1
    screen, world = Rect(0, 1000, 0, 1800), Rect(0, 9000, 0, 9000)
    assert not is_too_far(source, last, screen)
    assert tiles_of(source, last, screen)
    assert is_too_far(source, last, world)
    assert mosaic(source, last, world).missing == ()


def test_a_layer_and_its_classes_make_other_tiles(tmp_path: Path) -> None:
    job = job_of(painted_package(tmp_path, "rgb"), 10.0)
    given = replace(job, layers={"cover": LayerSource("a.tif", classes={7.0: 1})})
    assert not same_pixels(job, given)
    assert same_pixels(given, replace(given, rect=Rect(0, 9, 0, 9)))
    other = LayerSource("a.tif", classes={7.0: 0})
    assert not same_pixels(given, replace(given, layers={"cover": other}))


def steered(tmp_path: Path) -> ExtentJob:
    left, top = PLACE.x0 * 10.0, -PLACE.y0 * 10.0
    slope = np.linspace(0, 3, 200, dtype="f4")[None].repeat(200, 0)
    height = small_raster(tmp_path / "h.tif", 32632, (left, top), 10.0, slope)
    package = painted_package(tmp_path, "heights")
    return job_of(package, 10.0, rect=PLACE, layers={"height": LayerSource(height)})


def test_a_layer_steers_the_tiles_and_is_closed_with_them(tmp_path: Path, mill: TileMill) -> None:
    job = steered(tmp_path)
    run(job, PaintedEngine(), NULL_PROGRESS)
    source = TileSource(job, mill)
    np.testing.assert_array_equal(shown(source, mill, job.rect), written(job, 0))
    (production,) = source._productions.values()
    source.close()
    assert source._productions == {}
    layer = production._layers[0]
    with pytest.raises(RasterError, match="closed already"):
        layer.read(Rect(9000, 9001, 9000, 9001))


def test_what_is_closed_while_it_computes_closes_its_layers_afterwards(tmp_path: Path) -> None:
    started, go_on = threading.Event(), threading.Event()

    class Slow(Painted):
        def compute(self, request: Any) -> FloatArray:
            started.set()
            assert go_on.wait(20.0)
            return super().compute(request)

    job = steered(tmp_path)
    mill = TileMill(PaintedEngine())
    source = TileSource(job, mill)
    tile = Tile(0, job.rect.y0 // source.tile_px, job.rect.x0 // source.tile_px)
    thread = threading.Thread(target=source.compute, args=(tile, Slow(job.package)))
    thread.start()
    assert started.wait(20.0)
    source.close()
    assert len(source._productions) == 1, "still in use"
    go_on.set()
    thread.join(20.0)
    assert source._productions == {}
    mill.close()


def test_an_impossible_job_is_refused(tmp_path: Path, mill: TileMill) -> None:
    with pytest.raises(InputError, match="not a positive number"):
        TileSource(job_of(painted_package(tmp_path, "rgb"), -1.0), mill)


def test_a_climate_shows_its_first_month_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("torch")
    monkeypatch.setattr(tile_guided, "LEAST_TILE_PX", 32)  # quicker
    from .tiny_climate import PIXEL_M, tiny_climate

    job = job_of(
        tiny_climate(tmp_path),
        PIXEL_M,
        rect=Rect(-180, -164, 34, 60),
        parameters={"variable": "precipitation", "steps": 3},
    )
    run(job, InProcessEngine(), NULL_PROGRESS)
    mill = TileMill(InProcessEngine())
    source = TileSource(job, mill)
    np.testing.assert_array_equal(shown(source, mill, job.rect), written(job, 0))
    assert source.job.parameters["steps"] == 1
    assert same_pixels(job, replace(job, parameters={**job.parameters, "steps": 9}))
    mill.close()


def test_the_commonest_of_four_classes() -> None:
    nan = np.nan
    for four, found in (
        ([1, 1, 2, 3], 1),
        ([1, 2, 2, 2], 2),
        ([1, 2, 3, 3], 3),
        ([1, 2, 1, 2], 1),
        ([4, 3, 2, 1], 4),
        ([nan, 2, 2, 1], 2),
    ):
        codes = np.array(four, dtype=np.float32).reshape(2, 2)
        assert halved(codes, classes=True).tolist() == [[found]]


def test_classes_are_repeated_where_they_stand_in_for_finer_ones() -> None:
    codes = np.pad(np.arange(16, dtype=np.float32).reshape(4, 4), 1, mode="edge")
    found = enlarged(codes, 1, 0, 1, classes=True)
    assert found.tolist() == [
        [8.0, 8.0, 9.0, 9.0],
        [8.0, 8.0, 9.0, 9.0],
        [12.0, 12.0, 13.0, 13.0],
        [12.0, 12.0, 13.0, 13.0],
    ]


def test_pictures_are_clear_where_there_is_nothing() -> None:
    nan = np.nan
    palette = PaletteStyle((0, 7), ((1, 2, 3), (4, 5, 6)), ("a", "b"))
    codes = np.array([[0.0, 7.0, 3.0, nan]], dtype=np.float32)
    clear = [0, 0, 0, 0]
    assert palette.picture(codes)[0].tolist() == [[1, 2, 3, 255], [4, 5, 6, 255], clear, clear]
    ramp = RampStyle((0.0, 10.0), ((0, 100, 200), (100, 100, 0)))
    measures = np.array([[-5.0, 5.0, 11.0, nan]], dtype=np.float32)
    assert ramp.picture(measures)[0].tolist() == [
        [0, 100, 200, 255],
        [50, 100, 100, 255],
        [100, 100, 0, 255],
        clear,
    ]
    stretch = StretchStyle(((0.0, 10.0), (0.0, 100.0), (-1.0, 1.0)))
    bands = np.array([[[10.0, 5.0]], [[50.0, nan]], [[-9.0, 0.0]]], dtype=np.float32)
    middle = int(0.5 ** (1.0 / IMAGERY_GAMMA) * 255)
    assert stretch.picture(bands)[0].tolist() == [[255, middle, 0, 255], clear]
