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


def test_two_set_up_at_once_and_both_make_what_the_process_itself_makes(tmp_path: Path) -> None:
    place = tmp_path / "ein Ort für PyTorch"
    within = fresh_profile(tmp_path / "with", OMP_NUM_THREADS="1", TERRALOOM_ENGINE="inprocess")
    without = fresh_profile(tmp_path / "ohne Flügel", OMP_NUM_THREADS="1", PYTHONPATH="")
    another = fresh_profile(tmp_path / "zweites Fenster", OMP_NUM_THREADS="1", PYTHONPATH="")
    folder = tmp_path / "Ergebnisse für Übung 高"
    folder.mkdir()

    nowhere = {**SMALL, "OUTPUT": tmp_path / "none.tif"}
    status, said = without.run("run", "terraloom:terrain", *as_arguments(nowhere))
    assert status != 0
    assert "terraloom:set_up_torch" in said

    order = ("run", "terraloom:set_up_torch", f"--PLACE={place}")
    both = [one.start(*order) for one in (without, another)]
    ends = [(one.communicate(timeout=900)[0], one.returncode) for one in both]
    assert [status for _, status in ends] == [0, 0], ends
    assert len(list(place.glob("py*"))) == 1
    assert len(list((place / "logs").iterdir())) == 1  # the other one found it made

    for name, one in (("a", without), ("b", another), ("c", within)):
        one.make("terrain", {**SMALL, "OUTPUT": folder / f"{name} é.tif"})
        finer = {"INPUT": folder / f"{name} é.tif", "SEED": 3, "SCALE": 2}
        one.make("terrain_detail", {**finer, "OUTPUT": folder / f"{name} ü finer.tif"})
    for name in ("é", "ü finer"):
        files = [values(folder / f"{letter} {name}.tif") for letter in "abc"]
        assert files[0] == files[1] == files[2]

    report = tmp_path / "report.md"
    without.make("diagnostics", {"OUTPUT": report})
    text = report.read_text(encoding="utf-8")
    assert "- Home: managed" in text
    assert ": works" in text

    another.make("set_up_torch", {"ACTION": "remove"})
    assert not place.exists()
