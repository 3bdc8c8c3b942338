"""A CRS is described from an authority code or WKT, and from nothing else."""

from __future__ import annotations

import pytest
from osgeo import osr

from ...core.errors import InputError
from ...core.grid import METRES_PER_DEGREE
from ...core.raster.crs import describe_crs


def test_a_projected_crs_in_metres() -> None:
    crs = describe_crs("EPSG:32632")
    assert crs.authid == "EPSG:32632"
    assert not crs.is_geographic
    assert crs.metres_per_unit == 1.0
    assert crs.wkt.startswith("PROJCRS[")


def test_a_projected_crs_in_feet() -> None:
    crs = describe_crs("EPSG:2263")
    assert crs.metres_per_unit == pytest.approx(0.3048006096)
    assert crs.unit == "units"


def test_a_geographic_crs_counts_degrees() -> None:
    crs = describe_crs("EPSG:4326")
    assert crs.is_geographic
    assert crs.metres_per_unit == METRES_PER_DEGREE


@pytest.mark.parametrize("text", ["ESRI:54009", "OGC:CRS84", " epsg:3857 "])
def test_other_authorities_and_sloppy_spelling_are_understood(text: str) -> None:
    assert describe_crs(text).authid == text.strip().upper()


@pytest.mark.parametrize("authid", ["EPSG:32632", "EPSG:4326", "EPSG:3035"])
@pytest.mark.parametrize("version", ["WKT1_GDAL", "WKT2_2019"])
def test_wkt_and_code_describe_the_same(authid: str, version: str) -> None:
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(int(authid.split(":")[1]))
    described = describe_crs(reference.ExportToWkt([f"FORMAT={version}"]))
    assert described.authid == authid
    assert describe_crs(described.wkt) == described
    assert described.metres_per_unit == describe_crs(authid).metres_per_unit


def test_a_custom_crs_without_code_is_described_by_its_wkt() -> None:
    reference = osr.SpatialReference()
    reference.ImportFromProj4("+proj=laea +lat_0=12 +lon_0=34 +datum=WGS84 +units=km")
    crs = describe_crs(reference.ExportToWkt())
    assert crs.authid == ""
    assert crs.metres_per_unit == 1000.0


@pytest.mark.parametrize(
    "text", ["", "EPSG:99999999", "USER:100001", "nonsense", "PROJCS[", "/etc/hostname"]
)
def test_an_unknown_crs_is_refused_with_what_to_do(text: str) -> None:
    with pytest.raises(InputError, match="is not known.*Choose one from QGIS's list") as caught:
        describe_crs(text, "TARGET_CRS")
    assert caught.value.parameter == "TARGET_CRS"
    assert caught.value.value == text.strip()


@pytest.mark.parametrize("text", ["http://127.0.0.1:9/crs", "https://example.org/crs.wkt"])
def test_no_web_address_is_opened(text: str) -> None:
    with pytest.raises(InputError, match="is not known"):
        describe_crs(text)


def test_a_file_is_not_read_as_a_crs(tmp_path) -> None:
    path = tmp_path / "crs.wkt"
    path.write_text(describe_crs("EPSG:4326").wkt)
    with pytest.raises(InputError, match="is not known"):
        describe_crs(str(path))


def test_a_crs_in_grads_is_refused() -> None:
    with pytest.raises(InputError, match="counts its angles in grad, not in degrees"):
        describe_crs("EPSG:4807")


@pytest.mark.parametrize("text", ["EPSG:4978", "EPSG:5773"])
def test_a_crs_without_a_plane_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="neither geographic nor projected"):
        describe_crs(text)


def test_the_exception_mode_of_others_is_left_alone() -> None:
    before = osr.GetUseExceptions()
    try:
        for mode in (osr.UseExceptions, osr.DontUseExceptions):
            mode()
            expected = osr.GetUseExceptions()
            with pytest.raises(InputError, match="is not known"):
                describe_crs("EPSG:99999999")
            assert describe_crs("EPSG:4326").is_geographic
            assert osr.GetUseExceptions() == expected
    finally:
        (osr.UseExceptions if before else osr.DontUseExceptions)()
