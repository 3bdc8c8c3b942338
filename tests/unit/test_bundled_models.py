"""The models that are shipped: whole, finite, plausible, and the same as when they were bundled.

After a model's weights have changed: ``python tools/bootstrap.py known_window``.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import asdict

import numpy as np
import pytest

pytest.importorskip("torch")
pytest.importorskip("osgeo.gdal")

import torch

from ...core.cascade import control_rect
from ...core.catalog import Catalog
from ...core.engine import TileRequest, default_engine
from ...core.package import ModelPackage
from ...core.tiling import Rect
from ...tools.bootstrap import ROOT
from ...tools.known_window import MODELS, REFRESH, KnownWindow, known_window, processor, read

CATALOG = Catalog([MODELS]).scan()
IDS = sorted(folder.name for folder in MODELS.iterdir() if folder.is_dir())


@pytest.fixture(scope="module")
def known() -> Mapping[str, KnownWindow]:
    return read()


def test_every_folder_is_a_model_without_a_problem() -> None:
    assert CATALOG.problems == ()
    assert sorted(CATALOG.packages) == IDS
    assert {"terrain", "terrain_detail"} <= set(IDS)


@pytest.mark.parametrize("name", IDS)
def test_a_bundled_model_says_what_it_is(name: str) -> None:
    package = CATALOG.get(name)
    assert package.readme_path is not None
    assert (package.folder / "LICENSE").stat().st_size > 0
    training = package.card.training
    assert training.attribution
    for notice in training.attribution:
        assert notice in package.readme_path.read_text(encoding="utf-8")
    assert "GPL-2.0-or-later" in training.licence
    assert package.card.tolerance.cpu_gpu > 0


def _tile(package: ModelPackage) -> Mapping[str, np.ndarray]:
    """One tile of each stage, over hills that fall into the sea in the east."""
    out = {}
    model = default_engine().open(package, "cpu")
    for stage in package.card.stages:
        tile = Rect(0, 256, 0, 256) if stage.factor else Rect(0, stage.tile, 0, stage.tile)
        cells = control_rect(stage, tile)
        control = None
        if stage.factor:
            finer = cells.refine(stage.multiple // stage.factor)
            rows, cols = np.mgrid[finer.y0 : finer.y1, finer.x0 : finer.x1].astype(np.float64)
            hills = 500 + 300 * np.sin(rows / 3) - 900 * cols * stage.factor / 256
            control = np.maximum(hills, 0).astype(np.float32)[None]
        sizes = np.full(cells.height, stage.pixel_sizes_m[0])
        request = TileRequest(stage.name, tile, 3, control, stage.factor, sizes)
        out[stage.name] = model.compute(request)
    model.close()
    return out


LANDSCAPES = [name for name in IDS if CATALOG.get(name).card.task in ("terrain", "terrain_detail")]


@pytest.mark.parametrize("name", LANDSCAPES)
def test_a_bundled_model_gives_plausible_heights(name: str) -> None:
    package = CATALOG.get(name)
    band = package.card.output[0]
    assert band.min is not None
    assert band.max is not None
    for stage, values in _tile(package).items():
        assert np.isfinite(values).all(), stage
        assert band.min <= values[0].min(), stage
        assert values[0].max() <= band.max, stage
        assert np.ptp(values[0]) > 1.0, stage
        if values.shape[0] > 1:
            assert set(np.unique(values[1])) <= {0.0, 1.0}, stage
            assert values[1][:, :64].mean() < 0.2, "hills are no lake"
            assert abs(np.median(values[0][:, -16:])) < 10.0, "the sea is no hill"


@pytest.fixture(scope="module")
def measured() -> Mapping[str, KnownWindow]:
    return {name: known_window(CATALOG.get(name)) for name in IDS}


@pytest.mark.parametrize("name", IDS)
def test_a_bundled_model_still_makes_the_world_it_was_bundled_with(
    name: str, known: Mapping[str, KnownWindow], measured: Mapping[str, KnownWindow]
) -> None:
    assert sorted(known) == IDS, f"Run: {REFRESH}"
    package = CATALOG.get(name)
    now, then = measured[name], known[name]
    assert now.weights == then.weights, f"The weights have changed. Run: {REFRESH}"
    means_now, means_then = np.array(now.means_m), np.array(then.means_m)
    assert means_now == pytest.approx(means_then, abs=package.card.tolerance.cpu_gpu)
    expected = then.sha256.get(processor())
    if expected is not None:  # else another kind of processor, where the last bit may differ
        assert now.sha256[processor()] == expected


def test_the_number_of_threads_changes_no_pixel(measured: Mapping[str, KnownWindow]) -> None:
    """Of a job in another process, against the same one here."""
    other = "2" if torch.get_num_threads() == 1 else "1"
    command = [sys.executable, str(ROOT / "tools" / "bootstrap.py"), "known_window"]
    run = subprocess.run(
        [*command, "--show", "--model", "terrain", "--threads", other],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "OMP_NUM_THREADS": other, "OMP_WAIT_POLICY": "PASSIVE"},
    )
    assert run.returncode == 0, run.stderr
    assert json.loads(run.stdout)["terrain"] == asdict(measured["terrain"])
