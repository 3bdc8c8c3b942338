from __future__ import annotations

from pathlib import Path

import pytest

from ...core import errors


def test_input_error_carries_its_facts_and_reads_as_its_message():
    error = errors.InputError("PIXEL_SIZE", 0.0, "Pixel size 0 is not positive. Give another.")
    assert (error.parameter, error.value) == ("PIXEL_SIZE", 0.0)
    assert str(error) == "Pixel size 0 is not positive. Give another."


def test_package_and_raster_errors_name_the_place_and_the_reason():
    package = errors.PackageError(Path("models") / "hügel", "It has no model.json.")
    assert package.folder.name == "hügel"
    assert str(package).endswith("hügel' cannot be used: It has no model.json.")
    raster = errors.RasterError("dem.tif", "The file is cut short.")
    assert str(raster) == "Raster 'dem.tif': The file is cut short."
    assert raster.path == "dem.tif"


def test_disk_space_error_speaks_in_units_people_use():
    error = errors.DiskSpaceError(12_300_000_000, 950_000_000, "/data")
    assert "12 GB" in str(error)
    assert "950 MB" in str(error)
    assert "'/data'" in str(error)
    assert (error.needed, error.free, error.folder) == (12_300_000_000, 950_000_000, Path("/data"))


@pytest.mark.parametrize(
    "error",
    [
        errors.GridError("INPUT", (), "x"),
        errors.DeviceError("cuda:0", "It is missing."),
        errors.EngineError("PyTorch is missing."),
        errors.ProvenanceError("No tags."),
    ],
)
def test_every_error_is_a_terraloom_error(error):
    assert isinstance(error, errors.TerraloomError)


def test_cancelling_is_no_error():
    assert not issubclass(errors.Cancelled, errors.TerraloomError)
