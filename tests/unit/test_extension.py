"""Rasters made larger: the same pixels as if the whole had been generated at once."""

from __future__ import annotations

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
from ...core.extension import (  # noqa: E402
    EXTENDED_TAG,
    ExtensionRequest,
    estimate,
    extend,
    read_extension,
)
from ...core.grid import Extent, WorldGrid  # noqa: E402
from ...core.jobs import ExtentJob, LayerJob  # noqa: E402
from ...core.progress import NULL_PROGRESS, NullProgress  # noqa: E402
from ...core.raster.crs import describe_crs  # noqa: E402
from ...core.raster.reader import RasterReader  # noqa: E402
from ...core.tiling import Rect  # noqa: E402
from .raster_files import open_for_update  # noqa: E402
from .tiny_terrain import tiny_detail, tiny_terrain  # noqa: E402

ENGINE = InProcessEngine()
UTM, DEGREES = "EPSG:32632", "EPSG:4326"


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    folder = tmp_path_factory.mktemp("models")
    tiny_terrain(folder)
    tiny_detail(folder)
    return Catalog([folder]).scan()


def _job(
    catalog: Catalog, rect: Rect, output: Path, crs: str = UTM, size: float = 30.0
) -> ExtentJob:
    grid = WorldGrid(describe_crs(crs), size)
    parameters = {"relief": 70.0}
    return ExtentJob(catalog.get("terrain"), grid, rect, 3, parameters, output, "cpu")


def _made(catalog: Catalog, rect: Rect, output: Path, crs: str = UTM, size: float = 30.0) -> Path:
    return jobs.run(_job(catalog, rect, output, crs, size), ENGINE, NULL_PROGRESS).path


def _pixels(path: Path) -> np.ndarray:
    with RasterReader(str(path)) as reader:
        return reader.read(reader.rect)[0]


def _dem(path: Path, heights: np.ndarray) -> Path:
    """A raster of 480 m pixels, with -9999 for nodata."""
    dataset = gdal.GetDriverByName("GTiff").Create(
        str(path), heights.shape[1], heights.shape[0], 1, gdal.GDT_Float32
    )
    dataset.SetProjection(describe_crs(UTM).wkt)
    dataset.SetGeoTransform((600_240.0, 480.0, 0.0, 5_000_000.0, 0.0, -480.0))
    dataset.GetRasterBand(1).SetNoDataValue(-9999.0)
    dataset.GetRasterBand(1).WriteArray(heights)
    return path


def _tags(path: Path) -> dict[str, str]:
    with RasterReader(str(path)) as reader:
        return reader.tags()


@pytest.mark.parametrize(
    ("crs", "size", "new"),
    [
        (UTM, 30.0, Rect(-70, 100, -20, 140)),
        (UTM, 50.0, Rect(10, 20, 40, 130)),  # resampled, to the east only
        (DEGREES, 1 / 3600, Rect(-70, 20, -20, 30)),
    ],
)
def test_an_extended_raster_is_the_one_generated_as_a_whole(
    catalog: Catalog, tmp_path: Path, crs: str, size: float, new: Rect
) -> None:
    kept = Rect(-50, 40, -45, 50)
    grid = WorldGrid(describe_crs(crs), size)
    old = _made(catalog, kept, tmp_path / "old.tif", crs, size)
    request = ExtensionRequest(old, grid.extent(new), tmp_path / "new.tif", device="cpu")
    result = extend(read_extension(request, catalog), ENGINE, NULL_PROGRESS)
    whole = _made(catalog, kept.union(new), tmp_path / "whole.tif", crs, size)
    assert np.array_equal(_pixels(result.path), _pixels(whole))
    tags = _tags(result.path)
    assert tags.pop(EXTENDED_TAG).startswith('{"rect":[-50,40,-45,50]')
    assert tags == _tags(whole)
    assert jobs.verify(result.path, catalog, ENGINE, NULL_PROGRESS).identical_share == 1.0


def test_what_exists_is_not_generated_again(catalog: Catalog, tmp_path: Path) -> None:
    kept, new = Rect(0, 128, 0, 128), Rect(0, 128, 0, 192)  # tiles of 64: only the last column
    old = _made(catalog, kept, tmp_path / "old.tif")
    computed: list[Rect] = []

    class Counting(InProcessEngine):
        def open(self, *args, **keywords):  # type: ignore[no-untyped-def]
            model = super().open(*args, **keywords)
            compute = model.compute

            def counted(request):  # type: ignore[no-untyped-def]
                if request.stage == "detail":
                    computed.append(request.tile)
                return compute(request)

            model.compute = counted
            return model

    grid = WorldGrid(describe_crs(UTM), 30.0)
    request = ExtensionRequest(old, grid.extent(new), tmp_path / "new.tif", device="cpu")
    extension = read_extension(request, catalog)
    extend(extension, Counting(), NULL_PROGRESS)
    assert sorted((tile.y0, tile.x0) for tile in computed) == [(0, 128), (64, 128)]
    whole = jobs.estimate(_job(catalog, new, tmp_path / "whole.tif"))
    part = estimate(extension)
    assert part.pixels == whole.pixels
    assert part.seconds < whole.seconds


def test_a_finer_raster_of_a_layer_is_extended_over_the_layer(
    catalog: Catalog, tmp_path: Path
) -> None:
    heights = np.random.default_rng(1).normal(500.0, 200.0, (16, 20)).astype(np.float32)
    heights[3, 15] = -9999.0
    source = _dem(tmp_path / "coarse.tif", heights)
    package = catalog.get("terrain_detail")
    with RasterReader(str(source)) as reader:
        left, _, _, top, _, _ = reader.geotransform
    west = Extent(left, top - 4800.0, left + 3840.0, top)
    east = Extent(left + 4000.0, top - 5000.0, left + 99_999.0, top - 900.0)
    job = LayerJob(package, str(source), 1, west, 16, 80.0, 5, {}, tmp_path / "old.tif", "cpu")
    jobs.run(job, ENGINE, NULL_PROGRESS)
    request = ExtensionRequest(job.output, east, tmp_path / "new.tif", device="cpu")
    extend(read_extension(request, catalog), ENGINE, NULL_PROGRESS)
    both = Extent(left, top - 5280.0, left + 9600.0, top)
    whole = replace(job, extent=both, output=tmp_path / "whole.tif")
    jobs.run(whole, ENGINE, NULL_PROGRESS)
    assert np.array_equal(_pixels(request.output), _pixels(whole.output), equal_nan=True)
    assert np.isnan(_pixels(request.output)).any()
    assert jobs.verify(request.output, catalog, ENGINE, NULL_PROGRESS).matches


def test_an_edited_raster_is_refused_where_it_would_not_fit(
    catalog: Catalog, tmp_path: Path
) -> None:
    old = _made(catalog, Rect(0, 70, 0, 70), tmp_path / "old.tif")
    edited = open_for_update(old)
    band = edited.GetRasterBand(1)
    band.WriteArray(band.ReadAsArray() + 3.0)
    edited = band = None
    extent = WorldGrid(describe_crs(UTM), 30.0).extent(Rect(0, 70, 0, 90))
    request = ExtensionRequest(old, extent, tmp_path / "new.tif", device="cpu")
    extension = read_extension(request, catalog)
    with pytest.raises(ProvenanceError, match="differs from them by up to 3"):
        extend(extension, ENGINE, NULL_PROGRESS)
    assert [path.name for path in tmp_path.glob("*new*")] == []


def test_an_extent_inside_the_raster_is_refused(catalog: Catalog, tmp_path: Path) -> None:
    old = _made(catalog, Rect(0, 40, 0, 40), tmp_path / "old.tif")
    inside = WorldGrid(describe_crs(UTM), 30.0).extent(Rect(2, 30, 3, 40))
    with pytest.raises(InputError, match="covers the extent .* already"):
        read_extension(ExtensionRequest(old, inside, tmp_path / "new.tif"), catalog)
    with pytest.raises(InputError, match="is the input itself"):
        read_extension(ExtensionRequest(old, inside, old), catalog)


def test_other_rasters_are_refused(catalog: Catalog, tmp_path: Path) -> None:
    source = _dem(tmp_path / "dem.tif", np.zeros((4, 4), np.float32))
    with pytest.raises(ProvenanceError, match="no Terraloom tags"):
        read_extension(ExtensionRequest(source, Extent(0, 0, 1, 1), tmp_path / "n.tif"), catalog)


def test_a_cancelled_extension_leaves_nothing(catalog: Catalog, tmp_path: Path) -> None:
    class Stop(NullProgress):
        def cancelled(self) -> bool:
            return True

    old = _made(catalog, Rect(0, 40, 0, 40), tmp_path / "old.tif")
    extent = WorldGrid(describe_crs(UTM), 30.0).extent(Rect(0, 40, 0, 90))
    request = ExtensionRequest(old, extent, tmp_path / "new.tif", device="cpu")
    with pytest.raises(Cancelled):
        extend(read_extension(request, catalog), ENGINE, Stop())
    assert {path.name for path in tmp_path.iterdir()} == {"old.tif"}
