"""Whole jobs with small random networks: promises that hold whatever the weights are."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch")
gdal = pytest.importorskip("osgeo.gdal")

from ...core import jobs  # noqa: E402
from ...core.catalog import Catalog  # noqa: E402
from ...core.engine import InProcessEngine  # noqa: E402
from ...core.errors import Cancelled, InputError, ProvenanceError  # noqa: E402
from ...core.grid import Extent, WorldGrid  # noqa: E402
from ...core.jobs import ExtentJob, LayerJob  # noqa: E402
from ...core.progress import NULL_PROGRESS, NullProgress  # noqa: E402
from ...core.raster.crs import describe_crs  # noqa: E402
from ...core.raster.reader import RasterReader  # noqa: E402
from ...core.tiling import Rect  # noqa: E402
from .raster_files import open_for_update  # noqa: E402
from .tiny_terrain import tiny_detail, tiny_terrain  # noqa: E402

ENGINE = InProcessEngine()
UTM, DEGREES, FEET = "EPSG:32632", "EPSG:4326", "EPSG:2263"


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("models")
    tiny_terrain(folder)
    tiny_detail(folder)
    return folder


@pytest.fixture(scope="module")
def catalog(models: Path) -> Catalog:
    return Catalog([models]).scan()


def _extent_job(catalog: Catalog, rect: Rect, output: Path, crs: str = UTM, size: float = 30.0):  # type: ignore[no-untyped-def]
    grid = WorldGrid(describe_crs(crs), size)
    return ExtentJob(catalog.get("terrain"), grid, rect, 1, {}, output, "cpu")


def _pixels(path: Path) -> np.ndarray:
    with RasterReader(str(path)) as reader:
        return reader.read(reader.rect)[0]


def _shared(a: np.ndarray, ra: Rect, b: np.ndarray, rb: Rect) -> tuple[np.ndarray, np.ndarray]:
    both = ra.intersect(rb)
    assert not both.is_empty
    return a[both.slices_in(ra)], b[both.slices_in(rb)]


@pytest.mark.parametrize(
    ("crs", "size"),
    [(UTM, 30.0), (UTM, 90.0), (UTM, 50.0), (UTM, 10.0), (DEGREES, 1 / 3600), (FEET, 100.0)],
)
def test_overlapping_extents_agree_on_shared_pixels(
    catalog: Catalog, tmp_path: Path, crs: str, size: float
) -> None:
    """Also across the origin of the CRS, and whatever was generated before."""
    first = Rect(-50, 40, -45, 50)
    for number, second in enumerate((Rect(-20, 90, -7, 60), Rect(-64, 3, 1, 64))):
        outputs = []
        for name, rect in (("a", first), ("b", second)):
            output = tmp_path / f"{name}{number}.tif"
            jobs.run(_extent_job(catalog, rect, output, crs, size), ENGINE, NULL_PROGRESS)
            outputs.append(_pixels(output))
        a, b = _shared(outputs[0], first, outputs[1], second)
        assert np.array_equal(a, b)
        assert np.isfinite(a).all()


def test_same_job_gives_the_same_file(catalog: Catalog, tmp_path: Path) -> None:
    rect = Rect(-10, 30, 5, 70)
    for name in ("a.tif", "b.tif"):
        jobs.run(_extent_job(catalog, rect, tmp_path / name), ENGINE, NULL_PROGRESS)
    assert (tmp_path / "a.tif").read_bytes() == (tmp_path / "b.tif").read_bytes()


def test_seed_and_parameters_matter(catalog: Catalog, tmp_path: Path) -> None:
    job = _extent_job(catalog, Rect(0, 48, 0, 48), tmp_path / "a.tif")
    variants = [
        job,
        replace(job, seed=2),
        replace(job, parameters={"landform": "alpine"}),
        replace(job, parameters={"relief": 90.0}),
    ]
    results = []
    for variant in variants:
        jobs.run(variant, ENGINE, NULL_PROGRESS)
        results.append(_pixels(job.output))
    for other in results[1:]:
        assert not np.array_equal(results[0], other)


def test_values_are_multiples_of_the_quantum_and_sea_level_is_the_floor_of_water(
    catalog: Catalog, tmp_path: Path
) -> None:
    job = replace(
        _extent_job(catalog, Rect(0, 64, 0, 64), tmp_path / "a.tif"),
        parameters={"sea_level": 3000.0},
    )
    jobs.run(job, ENGINE, NULL_PROGRESS)
    values = _pixels(job.output)
    assert np.array_equal(values, np.rint(values * 16) / 16)
    assert values.max() >= 3000.0


def test_degree_pixels_lie_where_mercator_pixels_lie(catalog: Catalog, tmp_path: Path) -> None:
    """The world in degrees is the Mercator world: features keep their place."""
    rect = Rect(-1200, -1160, 600, 640)  # near 10 degrees north, half an arc-minute
    job = _extent_job(catalog, rect, tmp_path / "deg.tif", DEGREES, 1 / 120)
    jobs.run(job, ENGINE, NULL_PROGRESS)
    extent = job.grid.extent(rect)
    mercator = WorldGrid(describe_crs("EPSG:3857"), 90.0)
    radius = 6378137.0

    def y(latitude: float) -> float:
        return radius * math.asinh(math.tan(math.radians(latitude)))

    box = Extent(
        math.radians(extent.xmin) * radius,
        y(extent.ymin),
        math.radians(extent.xmax) * radius,
        y(extent.ymax),
    )
    plane = replace(job, grid=mercator, rect=mercator.snap(box), output=tmp_path / "plane.tif")
    jobs.run(plane, ENGINE, NULL_PROGRESS)
    degrees, metres = _pixels(job.output), _pixels(plane.output)
    rows = np.linspace(0, metres.shape[0], 41).astype(int)
    cols = np.linspace(0, metres.shape[1], 41).astype(int)
    pooled = np.array(
        [
            [metres[a:b, c:d].mean() for c, d in zip(cols[:-1], cols[1:])]
            for a, b in zip(rows[:-1], rows[1:])
        ]
    )
    assert np.corrcoef(pooled.ravel(), degrees.ravel())[0, 1] > 0.9


def test_verify_recognises_its_own_and_a_changed_raster(catalog: Catalog, tmp_path: Path) -> None:
    job = _extent_job(catalog, Rect(-9, 60, 7, 80), tmp_path / "a.tif")
    jobs.run(job, ENGINE, NULL_PROGRESS)
    result = jobs.verify(job.output, catalog, ENGINE, NULL_PROGRESS, device="cpu")
    assert result.matches
    assert result.identical_share == 1.0
    dataset = open_for_update(job.output)
    changed = dataset.GetRasterBand(1).ReadAsArray(3, 3, 1, 1) + 7
    dataset.GetRasterBand(1).WriteArray(changed, 3, 3)
    dataset = None
    result = jobs.verify(job.output, catalog, ENGINE, NULL_PROGRESS, device="cpu")
    assert not result.matches
    assert result.max_difference == pytest.approx(7.0)
    assert "not what its tags say" in result.message


def test_verify_refuses_a_raster_without_tags(catalog: Catalog, tmp_path: Path) -> None:
    path = _coarse(tmp_path / "plain.tif")
    with pytest.raises(ProvenanceError, match="no Terraloom tags"):
        jobs.verify(path, catalog, ENGINE, NULL_PROGRESS)


def _coarse(
    path: Path,
    crs: str = UTM,
    origin: tuple[float, float] = (-4800.0, 4320.0),
    size: float = 480.0,
    hole: bool = False,
    shape: tuple[int, int] = (20, 24),
) -> Path:
    rng = np.random.default_rng(3)
    values = rng.normal(0, 60, shape).cumsum(0).cumsum(1).astype(np.float32) / 10 + 900
    dataset = gdal.GetDriverByName("GTiff").Create(
        str(path), shape[1], shape[0], 1, gdal.GDT_Float32
    )
    dataset.SetGeoTransform((origin[0], size, 0, origin[1], 0, -size))
    dataset.SetProjection(describe_crs(crs).wkt)
    if hole:
        values[4:7, 5:9] = -9999
        dataset.GetRasterBand(1).SetNoDataValue(-9999)
    dataset.GetRasterBand(1).WriteArray(values)
    dataset = None
    return path


def _layer_job(catalog: Catalog, source: Path, output: Path, scale: int = 16) -> LayerJob:
    return LayerJob(
        catalog.get("terrain_detail"), str(source), 1, None, scale, 100.0, 1, {}, output, "cpu"
    )


@pytest.mark.parametrize("scale", [2, 4, 8, 16])
@pytest.mark.parametrize(
    ("crs", "origin", "size"),
    [
        (UTM, (-4800.0, 4320.0), 480.0),
        (UTM, (-4800.0 + 240, 4320.0 - 240), 480.0),
        (DEGREES, (-0.1, 60.05), 1 / 240),
        (DEGREES, (7.0, -45.0), 1 / 240),
    ],
)
def test_detail_keeps_block_means(
    catalog: Catalog,
    tmp_path: Path,
    scale: int,
    crs: str,
    origin: tuple[float, float],
    size: float,
) -> None:
    source = _coarse(tmp_path / "coarse.tif", crs, origin, size)
    job = _layer_job(catalog, source, tmp_path / "fine.tif", scale)
    jobs.run(job, ENGINE, NULL_PROGRESS)
    coarse, fine = _pixels(source), _pixels(job.output)
    assert fine.shape == (coarse.shape[0] * scale, coarse.shape[1] * scale)
    means = fine.reshape(coarse.shape[0], scale, coarse.shape[1], scale).mean((1, 3))
    with RasterReader(str(job.output)) as reader:
        left, pixel, _, top, _, _ = reader.geotransform
    assert (left, top) == pytest.approx(origin)
    assert pixel == pytest.approx(size / scale)
    inner = (slice(3, -3), slice(3, -3))
    misfit = np.sqrt(np.square(means - coarse)[inner].mean())
    # Random weights put water anywhere; trained ones are held to 1 % elsewhere.
    assert misfit < 0.2 * coarse.std()


def test_overlapping_crops_agree_away_from_their_edges(catalog: Catalog, tmp_path: Path) -> None:
    whole = _coarse(tmp_path / "whole.tif", shape=(40, 44))
    crop = tmp_path / "crop.tif"
    gdal.Translate(str(crop), str(whole), srcWin=[7, 3, 36, 35])
    results = []
    for source in (whole, crop):
        job = _layer_job(catalog, source, tmp_path / f"fine_{source.stem}.tif")
        jobs.run(job, ENGINE, NULL_PROGRESS)
        results.append(_pixels(job.output))
    reach = 13  # cells that a pixel may depend on
    inner = Rect(reach, 35 - reach, reach, 36 - reach)
    in_crop = results[1][inner.refine(16).slices_in(Rect(0, 0, 0, 0))]
    in_whole = results[0][inner.shift(3, 7).refine(16).slices_in(Rect(0, 0, 0, 0))]
    assert in_crop.shape == (144, 160)
    assert np.array_equal(in_crop, in_whole)


def test_holes_stay_holes(catalog: Catalog, tmp_path: Path) -> None:
    source = _coarse(tmp_path / "coarse.tif", hole=True)
    job = _layer_job(catalog, source, tmp_path / "fine.tif", 8)
    jobs.run(job, ENGINE, NULL_PROGRESS)
    expected = np.isnan(_pixels(source)).repeat(8, 0).repeat(8, 1)
    assert np.array_equal(np.isnan(_pixels(job.output)), expected)


def test_extent_cuts_out_what_the_whole_layer_gives(catalog: Catalog, tmp_path: Path) -> None:
    source = _coarse(tmp_path / "coarse.tif")
    job = _layer_job(catalog, source, tmp_path / "whole.tif", 4)
    jobs.run(job, ENGINE, NULL_PROGRESS)
    part = replace(
        job, extent=Extent(-4800 + 970, 4320 - 480 * 9, 0, 4320 - 1000), output=tmp_path / "p.tif"
    )
    jobs.run(part, ENGINE, NULL_PROGRESS)
    whole, cut = _pixels(job.output), _pixels(part.output)
    assert cut.shape == (7 * 4, 8 * 4)
    assert np.array_equal(cut, whole[8 : 8 + 28, 8 : 8 + 32])


def test_a_layer_output_can_be_verified(catalog: Catalog, tmp_path: Path) -> None:
    source = _coarse(tmp_path / "coarse.tif")
    job = _layer_job(catalog, source, tmp_path / "fine.tif", 4)
    jobs.run(job, ENGINE, NULL_PROGRESS)
    result = jobs.verify(job.output, catalog, ENGINE, NULL_PROGRESS, device="cpu")
    assert result.identical_share == 1.0
    _coarse(source, size=481.0)
    with pytest.raises(InputError, match="is not the raster"):
        jobs.verify(job.output, catalog, ENGINE, NULL_PROGRESS, device="cpu")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"scale": 3}, "Scale 3 is not possible"),
        ({"fidelity": 101.0}, "not between 0 and 100"),
        ({"extent": Extent(1e6, 1e6, 2e6, 2e6)}, "does not meet the input"),
        ({"parameters": {"nonsense": 1}}, "nonsense"),
    ],
)
def test_impossible_layer_jobs_are_refused(
    catalog: Catalog, tmp_path: Path, change: dict[str, object], message: str
) -> None:
    source = _coarse(tmp_path / "coarse.tif")
    job = replace(_layer_job(catalog, source, tmp_path / "fine.tif", 4), **change)  # type: ignore
    with pytest.raises(InputError, match=message):
        jobs.estimate(job)
    with pytest.raises(InputError, match=message):
        jobs.run(job, ENGINE, NULL_PROGRESS)
    assert not job.output.exists()


def test_a_cancelled_job_leaves_the_old_output(catalog: Catalog, tmp_path: Path) -> None:
    class Impatient(NullProgress):
        def cancelled(self) -> bool:
            return True

        def check(self) -> None:
            raise Cancelled

    output = tmp_path / "a.tif"
    output.write_bytes(b"old")
    with pytest.raises(Cancelled):
        jobs.run(_extent_job(catalog, Rect(0, 200, 0, 200), output), ENGINE, Impatient())
    assert output.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.tif"]
