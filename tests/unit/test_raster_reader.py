"""A raster band is read as float32 with NaN where there is no data."""

from __future__ import annotations

import hashlib
import shutil
import threading
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, osr

from ...core.errors import Cancelled, InputError, RasterError
from ...core.progress import NullProgress
from ...core.raster.reader import RasterReader
from ...core.tiling import Rect


def make(path: Path, array: np.ndarray, **about: object) -> str:
    """A GeoTIFF of ``array`` (C, H, W); ``about``: nodata, scale, offset, epsg, geotransform."""
    kinds = {"u1": gdal.GDT_Byte, "i2": gdal.GDT_Int16, "f4": gdal.GDT_Float32}
    kinds.update({"f8": gdal.GDT_Float64, "c8": gdal.GDT_CFloat32})
    count, height, width = array.shape
    dataset = gdal.GetDriverByName("GTiff").Create(
        str(path), width, height, count, kinds[array.dtype.str[1:]], list(about.get("options", []))
    )
    if about.get("epsg", 32632):
        reference = osr.SpatialReference()
        reference.ImportFromEPSG(int(about.get("epsg", 32632)))
        dataset.SetSpatialRef(reference)
    if about.get("geotransform", True):
        dataset.SetGeoTransform(about.get("geotransform", (600000, 30, 0, 5000010, 0, -30)))
    for index in range(count):
        band = dataset.GetRasterBand(index + 1)
        band.WriteArray(array[index])
        if "nodata" in about:
            band.SetNoDataValue(about["nodata"])
        if "scale" in about:
            band.SetScale(about["scale"])
            band.SetOffset(about["offset"])
    if "mask" in about:
        gdal.SetThreadLocalConfigOption("GDAL_TIFF_INTERNAL_MASK", "YES")
        dataset.CreateMaskBand(gdal.GMF_PER_DATASET)
        gdal.SetThreadLocalConfigOption("GDAL_TIFF_INTERNAL_MASK", None)
        dataset.GetRasterBand(1).GetMaskBand().WriteArray(about["mask"])
    dataset.FlushCache()
    return str(path)


def ramp(dtype: str, count: int = 1, height: int = 6, width: int = 8) -> np.ndarray:
    return np.arange(count * height * width).reshape(count, height, width).astype(dtype)


def test_the_facts_of_a_raster(tmp_path: Path) -> None:
    source = make(tmp_path / "dem é 高.tif", ramp("i2"), nodata=-32768)
    with RasterReader(source) as reader:
        assert (reader.width, reader.height, reader.dtype) == (8, 6, "int16")
        assert reader.nodata == -32768
        assert reader.geotransform == (600000, 30, 0, 5000010, 0, -30)
        assert reader.crs.authid == "EPSG:32632"
        assert reader.path == source


@pytest.mark.parametrize("dtype", ["u1", "i2", "f4", "f8"])
def test_a_window_holds_the_pixels_of_its_band(tmp_path: Path, dtype: str) -> None:
    array = ramp(dtype, count=2)
    with RasterReader(make(tmp_path / "a.tif", array), band=2) as reader:
        window = reader.read(Rect(1, 4, 2, 7))
    assert window.dtype == np.float32
    assert np.array_equal(window, array[1:2, 1:4, 2:7])


def test_outside_of_the_raster_is_nan(tmp_path: Path) -> None:
    array = ramp("f4")
    with RasterReader(make(tmp_path / "a.tif", array)) as reader:
        window = reader.read(Rect(-2, 8, -1, 10))
        assert np.isnan(reader.read(Rect(100, 102, 0, 3))).all()
    assert window.shape == (1, 10, 11)
    assert np.array_equal(window[:, 2:8, 1:9], array)
    window[:, 2:8, 1:9] = np.nan
    assert np.isnan(window).all()


@pytest.mark.parametrize(("dtype", "nodata"), [("i2", 3), ("f4", -9999.0), ("f4", float("nan"))])
def test_nodata_is_nan(tmp_path: Path, dtype: str, nodata: float) -> None:
    array = ramp(dtype)
    array[0, 2, 3] = nodata
    with RasterReader(make(tmp_path / "a.tif", array, nodata=nodata)) as reader:
        missing = np.isnan(reader.read(reader.rect))
    expected = np.isnan(array) | (array == nodata)
    assert expected[0, 2, 3]
    assert np.array_equal(missing, expected)


def test_infinity_is_nan(tmp_path: Path) -> None:
    array = ramp("f8")
    array[0, 0, :3] = [np.inf, -np.inf, 1e300]
    with RasterReader(make(tmp_path / "a.tif", array)) as reader:
        assert np.isnan(reader.read(reader.rect)[0, 0]).tolist() == [True] * 3 + [False] * 5


def test_a_mask_is_nan(tmp_path: Path) -> None:
    mask = np.full((6, 8), 255, np.uint8)
    mask[4, 1:3] = 0
    with RasterReader(make(tmp_path / "a.tif", ramp("u1"), mask=mask)) as reader:
        assert np.array_equal(np.isnan(reader.read(reader.rect)[0]), mask == 0)


def test_transparent_is_nan(tmp_path: Path) -> None:
    array = ramp("u1", count=4)
    array[3] = 255
    array[3, 5, 5] = 0
    source = make(tmp_path / "a.tif", array, options=["PHOTOMETRIC=RGB", "ALPHA=YES"])
    with RasterReader(source) as reader:
        assert np.argwhere(np.isnan(reader.read(reader.rect)[0])).tolist() == [[5, 5]]


def test_scale_and_offset_are_applied_but_not_to_nodata(tmp_path: Path) -> None:
    array = ramp("i2")
    source = make(tmp_path / "a.tif", array, nodata=7, scale=0.1, offset=-50.0)
    with RasterReader(source) as reader:
        values = reader.read(reader.rect)
    expected = (array * 0.1 - 50.0).astype(np.float32)
    expected[array == 7] = np.nan
    assert np.array_equal(values, expected, equal_nan=True)


def test_a_raster_may_be_read_in_another_thread(tmp_path: Path) -> None:
    array = ramp("f4")
    seen: list[np.ndarray] = []
    with RasterReader(make(tmp_path / "a.tif", array)) as reader:
        thread = threading.Thread(target=lambda: seen.append(reader.read(reader.rect)))
        thread.start()
        thread.join()
    assert np.array_equal(seen[0], array)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RasterError, match="cannot be opened.*Check that it exists"):
        RasterReader(str(tmp_path / "missing.tif"))


def test_a_missing_band_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RasterError, match="no band 3, only bands 1 to 1"):
        RasterReader(make(tmp_path / "a.tif", ramp("f4")), band=3)


def test_complex_numbers_are_refused(tmp_path: Path) -> None:
    with pytest.raises(RasterError, match="complex"):
        RasterReader(make(tmp_path / "a.tif", ramp("c8")))


def test_a_raster_without_crs_or_position_says_what_to_do(tmp_path: Path) -> None:
    source = make(tmp_path / "a.tif", ramp("f4"), epsg=0, geotransform=None)
    with RasterReader(source) as reader:
        with pytest.raises(RasterError, match="Run 'Assign projection'"):
            _ = reader.crs
        with pytest.raises(RasterError, match="Georeference it first"):
            _ = reader.geotransform
        assert reader.read(reader.rect).shape == (1, 6, 8)


def test_a_crs_that_cannot_be_used_names_the_input(tmp_path: Path) -> None:
    source = make(tmp_path / "a.tif", ramp("f4"), epsg=4978)
    with RasterReader(source) as reader, pytest.raises(InputError) as caught:
        _ = reader.crs
    assert caught.value.parameter == "INPUT"


@pytest.mark.parametrize("exceptions", [True, False])
def test_a_truncated_file_is_an_error_in_either_exception_mode(
    tmp_path: Path, exceptions: bool
) -> None:
    array = np.random.default_rng(1).random((1, 600, 600)).astype(np.float32)
    source = make(tmp_path / "a.tif", array, options=["COMPRESS=DEFLATE", "TILED=YES"])
    content = Path(source).read_bytes()
    Path(source).write_bytes(content[: len(content) // 2])
    before = gdal.GetUseExceptions()
    try:
        (gdal.UseExceptions if exceptions else gdal.DontUseExceptions)()
        with RasterReader(source) as reader, pytest.raises(RasterError, match="cannot be read"):
            reader.read(reader.rect)
        assert bool(gdal.GetUseExceptions()) == exceptions
    finally:
        (gdal.UseExceptions if before else gdal.DontUseExceptions)()


def test_a_closed_reader_says_so(tmp_path: Path) -> None:
    reader = RasterReader(make(tmp_path / "a.tif", ramp("f4")))
    reader.close()
    reader.close()
    with pytest.raises(RasterError, match="closed"):
        reader.read(Rect(0, 1, 0, 1))


def test_the_content_hash_is_that_of_the_file_and_survives_renaming(tmp_path: Path) -> None:
    source = make(tmp_path / "a.tif", ramp("f4"))
    expected = hashlib.sha256(Path(source).read_bytes()).hexdigest()
    copy = shutil.copy(source, tmp_path / "b.tif")
    (tmp_path / "b.tif.aux.xml").write_text("<PAMDataset></PAMDataset>")
    for path in (source, str(copy)):
        with RasterReader(path) as reader:
            assert reader.content_hash() == expected


def test_the_content_hash_covers_every_file_of_a_raster(tmp_path: Path) -> None:
    hashes = []
    for value in (1, 2):
        folder = tmp_path / str(value)
        folder.mkdir()
        part = make(folder / "part.tif", ramp("f4") * value)
        gdal.BuildVRT(str(folder / "mosaic.vrt"), [part]).FlushCache()
        with RasterReader(str(folder / "mosaic.vrt")) as reader:
            hashes.append(reader.content_hash())
    assert hashes[0] != hashes[1]


def test_the_content_hash_of_a_raster_without_files_covers_its_pixels() -> None:
    hashes = set()
    for value in (1, 2, 2):
        dataset = gdal.GetDriverByName("GTiff").Create("/vsimem/pixels.tif", 8, 6, 1)
        dataset.GetRasterBand(1).Fill(value)
        dataset.FlushCache()
        with RasterReader("/vsimem/pixels.tif") as reader:
            hashes.add(reader.content_hash())
        gdal.Unlink("/vsimem/pixels.tif")
    assert len(hashes) == 2


def test_hashing_can_be_cancelled(tmp_path: Path) -> None:
    class Stopped(NullProgress):
        def cancelled(self) -> bool:
            return True

    with RasterReader(make(tmp_path / "a.tif", ramp("f4"))) as reader, pytest.raises(Cancelled):
        reader.content_hash(Stopped())
