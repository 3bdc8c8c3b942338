"""From a computer without PyTorch to a terrain: set up by ``qgis_process``, made in the worker."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from osgeo import gdal

pytest.importorskip("torch")

from .processes import PROGRAM, as_arguments, fresh_profile

ASKED = "TERRALOOM_TEST_SETUP"
SMALL = {
    "EXTENT": "480000,495360,4800000,4815360",
    "TARGET_CRS": "EPSG:32632",
    "SEED": 5,
}

pytestmark = [
    pytest.mark.skipif(PROGRAM is None, reason="qgis_process is not installed"),
    pytest.mark.skipif(
        ASKED not in os.environ, reason=f"installs PyTorch itself, a minute or more: set {ASKED}=1"
    ),
]


def values(path: Path) -> bytes:
    return gdal.Open(str(path)).ReadAsArray().tobytes()


def test_set_up_then_terrain_is_bit_for_bit_that_of_the_process_itself(tmp_path: Path) -> None:
    place = tmp_path / "ein Ort für PyTorch"
    within = fresh_profile(tmp_path / "with", OMP_NUM_THREADS="1", TERRALOOM_ENGINE="inprocess")
    without = fresh_profile(tmp_path / "ohne Flügel", OMP_NUM_THREADS="1", PYTHONPATH="")

    nowhere = {**SMALL, "OUTPUT": tmp_path / "none.tif"}
    status, said = without.run("run", "terraloom:terrain", *as_arguments(nowhere))
    assert status != 0
    assert "terraloom:set_up_torch" in said

    without.make("set_up_torch", {"PLACE": place})
    without.make("terrain", {**SMALL, "OUTPUT": tmp_path / "worker.tif"})
    within.make("terrain", {**SMALL, "OUTPUT": tmp_path / "within.tif"})
    assert values(tmp_path / "worker.tif") == values(tmp_path / "within.tif")

    report = tmp_path / "report.md"
    without.make("diagnostics", {"OUTPUT": report})
    text = report.read_text(encoding="utf-8")
    assert "- Home: managed" in text
    assert ": works" in text

    without.make("set_up_torch", {"ACTION": "remove"})
    assert not place.exists()
