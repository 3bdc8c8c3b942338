from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

pytest.importorskip("osgeo.gdal")

from osgeo import gdal

from ...core.card import LayerSpec
from ...core.catalog import Catalog
from ...core.errors import InputError
from ...core.grid import WorldGrid
from ...core.guided import Enlarged, GuidedProduction, Reduced
from ...core.job import ExtentJob, LayerSource
from ...core.jobs import estimate, run, verify
from ...core.package import ModelPackage
from ...core.params import Option, ParamSpec
from ...core.progress import NULL_PROGRESS
from ...core.provenance import Provenance
from ...core.raster.reader import RasterReader
from ...core.tiling import FloatArray, Rect
from .guided_models import DEGREES, PLACE, UTM, NumpyEngine, Sum, guided_package, small_raster


def _job(package: ModelPackage, rect: Rect = PLACE, **changes: Any) -> ExtentJob:
    values: dict[str, Any] = {
        "grid": WorldGrid(UTM, 10.0),
        "seed": 3,
        "parameters": {"level": 0},
        "output": Path("unused.tif"),
    }
    values.update(changes)
    return ExtentJob(package, rect=rect, **values)


def _pixels(job: ExtentJob, rect: Rect) -> FloatArray:
    production = GuidedProduction(job, Sum(job.package), job.parameters)
    try:
        out = np.full((1, *rect.shape), np.nan, dtype=np.float32)
        for window in production.windows():
            part = window.intersect(rect)
            if not part.is_empty:
                values = production.compute(window, production.read(window))
                rows, cols = part.slices_in(rect)
                inner = part.slices_in(window)
                out[:, rows, cols] = values[:, inner[0], inner[1]]
    finally:
        production.close()
    return out


@pytest.mark.parametrize(("crs", "pixel"), [(UTM, 10.0), (UTM, 7.0), (DEGREES, 0.0001)])
def test_overlapping_extents_agree_with_a_layer_in_another_crs(
    tmp_path: Path, crs: Any, pixel: float
) -> None:
    package = guided_package(tmp_path)
    rng = np.random.default_rng(5)
    height = small_raster(
        tmp_path / "h.tif", 4326, (8.9, 45.25), 0.001, rng.normal(0, 50, (200, 300)).astype("f4")
    )
    grid = WorldGrid(crs, pixel)
    # Around 9.0 E 45.15 N.
    x, y = (9.0, 45.15) if crs.is_geographic else (500_000.0, 4_999_600.0)
    corner = (int(-y / pixel), int(x / pixel))
    whole = Rect(corner[0], corner[0] + 150, corner[1], corner[1] + 150)
    part = Rect(corner[0] + 37, corner[0] + 90, corner[1] + 11, corner[1] + 140)
    layers = {"height": LayerSource(height)}
    one = _pixels(_job(package, whole, grid=grid, layers=layers), part)
    other = _pixels(_job(package, part, grid=grid, layers=layers), part)
    assert np.array_equal(one, other)
    assert not np.isnan(one).any()
    assert one.std() > 100.0, "the layer steers the result"


def test_a_layer_takes_the_place_of_the_stage_of_its_name(tmp_path: Path) -> None:
    package = guided_package(tmp_path)
    left, top = PLACE.x0 * 10.0, -PLACE.y0 * 10.0
    codes = np.array([[7, 9], [9, 7]], dtype=np.uint8)
    cover = small_raster(tmp_path / "c.tif", 32632, (left, top), 1000.0, codes)
    source = LayerSource(cover, classes={7.0: 0, 9.0: 1})
    values = _pixels(_job(package, layers={"cover": source}), PLACE)[0]
    base = _pixels(
        _job(package, layers={"cover": LayerSource(cover, classes={7.0: 0, 9.0: 0})}), PLACE
    )
    steps = values - base[0]
    assert (steps[:100, :100] == 0).all()
    assert (steps[:100, 100:] == 10).all()
    assert (steps[100:, :100] == 10).all()


def test_what_nobody_gives_is_unknown_and_where_a_layer_ends_too(tmp_path: Path) -> None:
    package = guided_package(tmp_path)
    left, top = PLACE.x0 * 10.0, -PLACE.y0 * 10.0
    half = small_raster(
        tmp_path / "h.tif", 32632, (left, top), 20.0, np.zeros((100, 50), dtype="f4")
    )
    without = _pixels(_job(package), PLACE)[0]
    given = _pixels(_job(package, layers={"height": LayerSource(half)}), PLACE)[0]
    assert ((without - given)[:, :100] == 100 * 100).all()
    assert np.array_equal(without[:, 100:], given[:, 100:])


def test_classes_take_the_nearest_pixel_and_carry_their_legend(tmp_path: Path) -> None:
    package = guided_package(tmp_path, classes=True)
    native = _pixels(
        _job(package, Rect(0, 40, 0, 40), grid=WorldGrid(UTM, 40.0)), Rect(0, 40, 0, 40)
    )
    assert set(np.unique(native)) == {0.0, 1.0}
    fine = Rect(0, 160, 0, 160)
    assert np.array_equal(
        _pixels(_job(package, fine, grid=WorldGrid(UTM, 10.0)), fine),
        native.repeat(4, axis=1).repeat(4, axis=2),
    )
    job = _job(package, fine, output=tmp_path / "out.tif")
    run(job, NumpyEngine(), NULL_PROGRESS)
    dataset = gdal.Open(str(tmp_path / "out.tif"))
    band = dataset.GetRasterBand(1)
    assert band.DataType == gdal.GDT_Byte
    assert [band.GetMetadataItem(f"CLASS_{code}") for code in (0, 1)] == ["water", "wood"]
    assert band.GetColorTable().GetColorEntry(1) == (0x20, 0x80, 0x30, 255)


def test_tags_name_every_layer_and_verify_finds_them(tmp_path: Path) -> None:
    package = guided_package(tmp_path)
    left, top = PLACE.x0 * 10.0, -PLACE.y0 * 10.0
    rng = np.random.default_rng(2)
    cover = small_raster(
        tmp_path / "c.tif", 32632, (left, top), 100.0, rng.integers(0, 2, (20, 20)).astype(np.uint8)
    )
    height = small_raster(
        tmp_path / "h.tif", 32632, (left, top), 50.0, rng.normal(0, 9, (40, 40)).astype("f4")
    )
    layers = {
        "cover": LayerSource(cover, classes={0.0: 1, 1.0: 0}),
        "height": LayerSource(height),
    }
    job = _job(package, layers=layers, output=tmp_path / "out.tif")
    assert estimate(job).pixels == 200 * 200
    run(job, NumpyEngine(), NULL_PROGRESS)
    with RasterReader(str(job.output)) as reader:
        made = Provenance.from_tags(reader.tags())
    assert [(one.name, one.source_name) for one in made.inputs] == [
        ("COVER", "c.tif"),
        ("HEIGHT", "h.tif"),
    ]
    assert made.inputs[0].classes == ((0.0, 1), (1.0, 0))
    catalog = Catalog([tmp_path])
    catalog.scan()
    found = verify(job.output, catalog, NumpyEngine(), NULL_PROGRESS)
    assert found.identical_share == 1.0, found.message
    # The same file with other pixels is not the layer that it was made from.
    small_raster(tmp_path / "h.tif", 32632, (left, top), 50.0, np.zeros((40, 40), dtype="f4"))
    with pytest.raises(InputError, match="h.tif"):
        verify(job.output, catalog, NumpyEngine(), NULL_PROGRESS)


def test_a_missing_layer_and_an_unknown_one_are_refused(tmp_path: Path) -> None:
    needed = LayerSpec("height", "Elevation", "values", optional=False)
    package = guided_package(tmp_path, layers=(needed, LayerSpec("cover", "Cover", "classes")))
    with pytest.raises(InputError, match="Layer 'Elevation' is missing"):
        estimate(_job(package))
    given = {"height": LayerSource("x.tif"), "roads": LayerSource("y.tif")}
    with pytest.raises(InputError, match="takes no layer 'roads'"):
        estimate(_job(package, layers=given))


class Rows:
    """The row number, as a field."""

    def read(self, rect: Rect) -> FloatArray:
        rows = np.arange(rect.y0, rect.y1, dtype=np.float32)[:, None]
        return np.broadcast_to(rows, rect.shape)[None].copy()


def test_matching_lattices_keeps_a_plane_and_agrees_for_any_rectangle() -> None:
    enlarged = Enlarged(Rows(), 3, classes=False)
    values = enlarged.read(Rect(-7, 8, 2, 4))[0, :, 0]
    # Cell k of the coarse lattice has its centre at k + 0.5.
    expected = (np.arange(-7, 8) + 0.5) / 3 - 0.5
    assert np.allclose(values, expected, atol=1e-6)
    assert np.array_equal(enlarged.read(Rect(-2, 3, 2, 4))[0, :, 0], values[5:10])
    assert Reduced(Rows(), 4, classes=False).read(Rect(-1, 1, 0, 1))[0, :, 0].tolist() == [
        -2.5,
        1.5,
    ]
    assert Reduced(Rows(), 4, classes=True).read(Rect(-1, 1, 0, 1))[0, :, 0].tolist() == [-2.0, 2.0]
    assert Enlarged(Rows(), 2, classes=True).read(Rect(-1, 2, 0, 1))[0, :, 0].tolist() == [-1, 0, 0]


def test_parameters_reach_the_stages_as_numbers(tmp_path: Path) -> None:
    from ...core.guided import stage_numbers

    options = (Option("dry", "Dry"), Option("wet", "Wet"))
    specs = (ParamSpec("climate", "enum", "wet", options=options), ParamSpec("snow", "bool", True))
    package = guided_package(tmp_path, parameters=specs, presets={"wet": {"rain": 9.0}})
    numbers = stage_numbers(package.card, {"climate": "wet", "snow": True})
    assert numbers["image"] == {"climate": 1.0, "snow": 1.0, "rain": 9.0}
