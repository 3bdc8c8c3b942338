"""What the raster writer leaves on disk when all goes well."""

from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from osgeo_utils.samples.validate_cloud_optimized_geotiff import validate

from ...core.errors import InputError
from ...core.raster.reader import RasterReader
from ...core.raster.writer import BandSpec, RasterWriter
from ...core.tiling import Rect
from . import raster_files as made


def info(path: Path) -> dict:
    return gdal.Info(str(path), format="json")


def structure(path: Path) -> dict[str, str]:
    return info(path)["metadata"]["IMAGE_STRUCTURE"]


def pixels(path: Path, band: int = 1) -> np.ndarray:
    with RasterReader(str(path), band) as reader:
        return reader.read(reader.rect)


def first_overview(path: Path) -> np.ndarray:
    dataset = gdal.Open(str(path))
    return dataset.GetRasterBand(1).GetOverview(0).ReadAsArray()


@pytest.fixture(params=[True, False], ids=["gdal-exceptions", "gdal-return-codes"])
def _either_exception_mode(request):
    before = gdal.GetUseExceptions()
    (gdal.UseExceptions if request.param else gdal.DontUseExceptions)()
    yield
    assert bool(gdal.GetUseExceptions()) == request.param
    (gdal.UseExceptions if before else gdal.DontUseExceptions)()


@pytest.mark.usefixtures("_either_exception_mode")
@pytest.mark.parametrize("name", ["dem.tif", "höhen modell 高.tif", "UPPER.TIFF"])
def test_what_was_written_is_read_back(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "Žluťoučký kůň"
    folder.mkdir()
    array = made.terrain(700, 1100)
    path = made.write_raster(folder / name, array)
    assert path == folder / name
    assert np.array_equal(pixels(path), array)
    assert [entry.name for entry in folder.iterdir()] == [name]


def test_the_file_is_cloud_optimised(tmp_path: Path) -> None:
    path = made.write_raster(tmp_path / "a.tif", made.terrain(1100, 2100))
    assert structure(path)["LAYOUT"] == "COG"
    assert structure(path)["COMPRESSION"] in ("ZSTD", "DEFLATE")
    assert structure(path)["PREDICTOR"] == "3"
    warnings, errors, _ = validate(str(path))
    assert (warnings, errors) == ([], [])
    band = info(path)["bands"][0]
    assert band["block"] == [512, 512]
    assert [o["size"] for o in band["overviews"]] == [[1050, 550], [525, 275], [263, 138]]


def test_a_small_raster_needs_no_overviews(tmp_path: Path) -> None:
    path = made.write_raster(tmp_path / "a.tif", made.terrain(3, 5))
    assert "overviews" not in info(path)["bands"][0]
    assert structure(path)["LAYOUT"] == "COG"


def test_it_says_where_it_lies_and_what_it_holds(tmp_path: Path) -> None:
    path = made.write_raster(tmp_path / "a.tif", made.terrain(70, 90))
    about = info(path)
    assert about["geoTransform"] == [600000.0, 30.0, 0.0, 5000010.0, 0.0, -30.0]
    assert 'ID["EPSG",32632]' in about["coordinateSystem"]["wkt"]
    assert about["metadata"][""] == {"AREA_OR_POINT": "Area", **made.TAGS}
    band = about["bands"][0]
    assert band["type"] == "Float32"
    assert band["description"] == "elevation"
    assert band["unit"] == "m"
    assert band["noDataValue"] == made.NODATA
    assert band["metadata"][""]["DESCRIPTION"] == "Elevation above sea level"


def test_statistics_are_those_of_the_pixels_with_data(tmp_path: Path) -> None:
    array = made.terrain(1300, 1200)
    array[0, 100:900, 50:1100] = np.nan
    path = made.write_raster(tmp_path / "a.tif", array)
    tags = info(path)["bands"][0]["metadata"][""]
    valid = array[np.isfinite(array)].astype(np.float64)
    assert float(tags["STATISTICS_MINIMUM"]) == valid.min()
    assert float(tags["STATISTICS_MAXIMUM"]) == valid.max()
    assert float(tags["STATISTICS_MEAN"]) == pytest.approx(valid.mean(), rel=1e-9)
    assert float(tags["STATISTICS_STDDEV"]) == pytest.approx(valid.std(), rel=1e-6)
    share = 100 * valid.size / array.size
    assert float(tags["STATISTICS_VALID_PERCENT"]) == pytest.approx(share, rel=1e-3)
    assert not path.with_name("a.tif.aux.xml").exists()


def test_a_raster_without_any_data_has_no_statistics(tmp_path: Path) -> None:
    path = made.write_raster(tmp_path / "a.tif", np.full((1, 600, 600), np.nan, np.float32))
    assert np.isnan(pixels(path)).all()
    assert "STATISTICS_MEAN" not in info(path)["bands"][0].get("metadata", {}).get("", {})


def test_nan_is_stored_as_nodata(tmp_path: Path) -> None:
    array = made.terrain(20, 30)
    array[0, 3, 4] = np.nan
    path = made.write_raster(tmp_path / "a.tif", array)
    stored = gdal.Open(str(path)).ReadAsArray()
    assert stored[3, 4] == made.NODATA
    assert np.argwhere(np.isnan(pixels(path)[0])).tolist() == [[3, 4]]


def test_overviews_average_the_pixels_with_data(tmp_path: Path) -> None:
    array = made.terrain(901, 1101)
    array[0, 200:401, 300:501] = np.nan
    path = made.write_raster(tmp_path / "a.tif", array)
    overview = first_overview(path)
    padded = np.full((902, 1102), np.nan)
    padded[:901, :1101] = array[0]
    blocks = padded.reshape(451, 2, 551, 2).swapaxes(1, 2).reshape(451, 551, 4)
    empty = np.isnan(blocks).all(axis=-1)
    assert np.array_equal(overview == made.NODATA, empty)
    expected = np.nanmean(np.where(empty[..., None], 0.0, blocks), axis=-1)
    assert np.abs(overview - expected)[~empty].max() <= 1 / 32  # rounded to 1/16
    assert np.array_equal(overview * 16, np.rint(overview * 16))


def test_overviews_of_classes_invent_no_class(tmp_path: Path) -> None:
    band = BandSpec("class", dtype="uint8", nodata=0, categorical=True)
    array = np.random.default_rng(3).choice([1, 200], (1, 700, 700)).astype(np.uint8)
    with RasterWriter(tmp_path / "a.tif", made.spec(700, 700, bands=(band,))) as writer:
        made.write_windows(writer, array)
        path = writer.finish()
    overview = first_overview(path)
    assert set(np.unique(overview)) == {1, 200}


def test_whole_number_bands_are_rounded_and_clipped(tmp_path: Path) -> None:
    bands = tuple(BandSpec(name, dtype="uint8", nodata=0) for name in ("red", "green"))
    array = np.zeros((2, 4, 4), np.float32)
    array[0, 0] = [-3.0, 1.6, 254.4, 300.0]
    array[1, 0] = [np.nan, 7.0, 7.4, 7.6]
    with RasterWriter(tmp_path / "a.tif", made.spec(4, 4, bands=bands)) as writer:
        writer.write(Rect(0, 4, 0, 4), array)
        path = writer.finish()
    stored = gdal.Open(str(path)).ReadAsArray()
    assert stored[:, 0].tolist() == [[0, 2, 254, 255], [0, 7, 7, 8]]
    assert [band["description"] for band in info(path)["bands"]] == ["red", "green"]


def test_the_same_pixels_give_the_same_bytes_in_whatever_windows(tmp_path: Path) -> None:
    array = made.terrain(1500, 1700)
    array[0, 700:720] = np.nan
    contents = set()
    for index, (size, shift) in enumerate([(512, 0), (512, 0), (700, 37), (1700, 0)]):
        path = tmp_path / f"{index}.tif"
        with RasterWriter(path, made.spec(1500, 1700)) as writer:
            made.write_windows(writer, array, size, shift)
            writer.finish()
        contents.add(path.read_bytes())
    assert len(contents) == 1


def test_a_large_raster_has_the_same_bytes_through_a_compressed_temporary_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    array = made.terrain(1100, 1300)
    plain = made.write_raster(tmp_path / "a.tif", array).read_bytes()
    monkeypatch.setattr(RasterWriter.__module__ + ".PLAIN_TEMPORARY_BYTES", 0)
    assert made.write_raster(tmp_path / "b.tif", array).read_bytes() == plain


def test_windows_may_be_written_in_another_thread(tmp_path: Path) -> None:
    array = made.terrain(600, 600)
    with RasterWriter(tmp_path / "a.tif", made.spec(600, 600)) as writer:
        thread = threading.Thread(target=made.write_windows, args=(writer, array))
        thread.start()
        thread.join()
        path = writer.finish()
    assert np.array_equal(pixels(path), array)


def test_an_old_output_is_replaced_with_what_described_it(tmp_path: Path) -> None:
    path = made.write_raster(tmp_path / "a.tif", made.noise(30, 40))
    for suffix in (".aux.xml", ".ovr", ".msk"):
        path.with_name("a.tif" + suffix).write_text("stale")
    array = made.terrain(50, 60)
    made.write_raster(path, array)
    assert np.array_equal(pixels(path), array)
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.tif"]


def test_the_block_cache_of_others_is_given_back(tmp_path: Path) -> None:
    before = gdal.GetCacheMax()
    with RasterWriter(tmp_path / "a.tif", made.spec(9, 9)) as outer:
        made.write_raster(tmp_path / "b.tif", made.terrain(9, 9))
        assert gdal.GetCacheMax() <= 64 * 1024 * 1024
        made.write_windows(outer, made.terrain(9, 9))
        outer.finish()
    assert gdal.GetCacheMax() == before


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("COMPRESS=DEFLATE",), {"LAYOUT": "COG", "COMPRESSION": "DEFLATE"}),
        (("COMPRESS=LZW", "PREDICTOR=2"), {"LAYOUT": "COG", "PREDICTOR": "2"}),
        (("COMPRESS=NONE",), {"LAYOUT": "COG"}),
        (("compress=lerc", "MAX_Z_ERROR=0.5"), {"LAYOUT": "COG", "COMPRESSION": "LERC"}),
        (("COMPRESS=PACKBITS",), {"COMPRESSION": "PACKBITS"}),
        (("COMPRESS=DEFLATE", "PREDICTOR=3", "ZLEVEL=9"), {"COMPRESSION": "DEFLATE"}),
    ],
)
def test_creation_options_are_honoured(tmp_path: Path, options, expected) -> None:
    path = made.write_raster(tmp_path / "a.tif", made.terrain(700, 600), *options)
    found = structure(path)
    assert {key: found.get(key) for key in expected} == expected
    assert len(info(path)["bands"][0]["overviews"]) == 1


def test_block_size_and_interleaving_are_honoured(tmp_path: Path) -> None:
    cog = made.write_raster(tmp_path / "cog.tif", made.terrain(700, 600), "BLOCKSIZE=256")
    assert info(cog)["bands"][0]["block"] == [256, 256]
    assert structure(cog)["LAYOUT"] == "COG"
    options = ("TILED=YES", "BLOCKXSIZE=128", "BLOCKYSIZE=64", "INTERLEAVE=BAND")
    plain = made.write_raster(tmp_path / "plain.tif", made.terrain(700, 600), *options)
    assert info(plain)["bands"][0]["block"] == [128, 64]
    assert structure(plain)["INTERLEAVE"] == "BAND"
    assert "COMPRESSION" not in structure(plain)
    assert np.array_equal(pixels(cog), pixels(plain))


def test_a_world_file_goes_with_the_output(tmp_path: Path) -> None:
    made.write_raster(tmp_path / "höhe.tif", made.terrain(9, 9), "TFW=YES")
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["höhe.tfw", "höhe.tif"]


def test_overviews_can_be_declined(tmp_path: Path) -> None:
    for name, option in (("a", "OVERVIEWS=NONE"), ("b", "COPY_SRC_OVERVIEWS=NO")):
        path = made.write_raster(tmp_path / f"{name}.tif", made.terrain(700, 600), option)
        assert "overviews" not in info(path)["bands"][0]


def test_overviews_are_resampled_as_asked(tmp_path: Path) -> None:
    option = "OVERVIEW_RESAMPLING=NEAREST"
    path = made.write_raster(tmp_path / "a.tif", made.noise(700, 600), option)
    overview = first_overview(path)
    assert np.isin(overview, pixels(path)).all()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("COMPRES=DEFLATE",), "COMPRES is not known.*Did you mean COMPRESS"),
        (("FOO=1", "COMPRESS=LZW", "BAR=2"), "FOO, BAR is not known"),
        (("COMPRESS",), "not of the form NAME=VALUE"),
        (("COMPRESS=LZW", "compress=ZSTD"), "COMPRESS is given twice"),
        (("COMPRESS=RAR",), "COMPRESS=RAR has a value"),
        (("BLOCKXSIZE=wide",), "BLOCKXSIZE=wide has a value"),
        (("BLOCKSIZE=256", "TILED=YES"), "BLOCKSIZE exists only in a cloud optimised"),
        (("TARGET_SRS=EPSG:3857",), "TARGET_SRS would resample"),
        (("TILING_SCHEME=GoogleMapsCompatible",), "TILING_SCHEME would resample"),
    ],
)
def test_a_bad_creation_option_is_refused_before_anything_is_written(
    tmp_path: Path, options: tuple[str, ...], message: str
) -> None:
    with pytest.raises(InputError, match=message) as caught:
        RasterWriter(tmp_path / "a.tif", made.spec(9, 9, options))
    assert caught.value.parameter == "CREATION_OPTIONS"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("suffix", [".img", ".gpkg", ".asc", ".nc", ".bil"])
def test_other_formats_are_chosen_by_extension(tmp_path: Path, suffix: str) -> None:
    array = made.terrain(60, 70)
    path = made.write_raster(tmp_path / f"höhe{suffix}", array)
    assert np.abs(pixels(path) - array).max() < 1e-3
    assert info(path)["bands"][0]["noDataValue"] == made.NODATA
    assert all(entry.name.startswith("höhe.") for entry in tmp_path.iterdir())
    assert info(path)["geoTransform"][:2] == [600000.0, 30.0]


@pytest.mark.parametrize("name", ["a.docx", "a", "a.vrt", "a.shp"])
def test_an_unknown_format_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="No raster format.*'.tif'") as caught:
        RasterWriter(tmp_path / name, made.spec(9, 9))
    assert caught.value.parameter == "OUTPUT"


def test_a_format_that_cannot_hold_the_pixels_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="PNG.*cannot hold float32"):
        RasterWriter(tmp_path / "a.png", made.spec(9, 9))


def test_a_folder_is_not_an_output(tmp_path: Path) -> None:
    (tmp_path / "a.tif").mkdir()
    with pytest.raises(InputError, match="is a folder"):
        RasterWriter(tmp_path / "a.tif", made.spec(9, 9))


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no folder"):
        RasterWriter(tmp_path / "gone" / "a.tif", made.spec(9, 9))


def test_missing_pixels_and_wrong_shapes_are_refused(tmp_path: Path) -> None:
    with RasterWriter(tmp_path / "a.tif", made.spec(9, 9)) as writer:
        with pytest.raises(ValueError, match="not inside"):
            writer.write(Rect(0, 10, 0, 9), np.zeros((1, 10, 9), np.float32))
        with pytest.raises(ValueError, match="does not fit"):
            writer.write(Rect(0, 9, 0, 9), np.zeros((2, 9, 9), np.float32))
        writer.write(Rect(0, 5, 0, 9), np.zeros((1, 5, 9), np.float32))
        with pytest.raises(ValueError, match="Only 45 of 81 pixels"):
            writer.finish()
    assert list(tmp_path.iterdir()) == []
