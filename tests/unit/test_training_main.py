"""From files to a model that runs, by the command line alone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch")

import torch

from ...core.cascade import control_rect
from ...core.engine import InProcessEngine, TileRequest
from ...core.errors import InputError
from ...core.package import load_package
from ...core.tiling import Rect
from ...core.training.export import averaged_weights
from ...core.training.main import build_trainer, main
from ...core.training.recipe import load_recipe
from .test_training_dataset import raster

pytestmark = pytest.mark.skipif(sys.version_info < (3, 11), reason="TOML needs Python 3.11")

TOOL = Path(__file__).resolve().parents[2] / "tools" / "bootstrap.py"

CONTINENT = """
name = "wide"
task = "continent"
seed = 1
[network]
levels = [[6, 1, 2, 0], [6, 1, 2, 0]]
latent = 2
[critic]
widths = [4, 6]
[data]
patch_px = 32
[schedule]
steps = 2
batch = 2
log_every = 1
"""
DETAIL = """
name = "fine"
task = "elevation"
seed = 1
[network]
levels = [[6, 1, 2, 0], [6, 1, 2, 2]]
latent = 2
[critic]
widths = [4, 6]
[data]
patch_px = 16
sizes_m = { 30 = [30, 60] }
factors = { 4 = 1.0 }
held_out = ["kept"]
excluded = ["bad"]
[schedule]
steps = 2
batch = 2
log_every = 1
"""
MODEL = """
schema = 1
id = "made_up"
version = "0.0.1"
task = "terrain"
title = "Made up"
summary = "For tests."
limits = "Two steps of training."
native_pixel_sizes_m = [30]
pixel_range_m = [5, 1000]
quantum = 0.0625
licence_text = "None."
[[output]]
name = "elevation"
dtype = "float32"
unit = "m"
[[stages]]
name = "wide"
recipe = "wide.toml"
pixel_sizes_m = [120]
factor = 0
tile = 32
[[stages]]
name = "fine"
recipe = "fine.toml"
pixel_sizes_m = [30]
factor = 4
tile = 32
[style]
ramp = "elevation"
[training]
data = "none"
area = "nowhere"
licence = "GPL-2.0-or-later"
attribution = ["nobody"]
[training.metrics]
gflop_per_mpx = 1.5
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Recipes, prepared rasters, and two runs of two steps."""
    folder = tmp_path_factory.mktemp("training")
    for name, text in (("wide", CONTINENT), ("fine", DETAIL), ("made_up.model", MODEL)):
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    data = folder / "data"
    (data / "continent").mkdir(parents=True)
    for name in ("hills", "kept", "bad"):
        raster(160, name=name).save(data)
    relief = np.linspace(-200, 900, 64 * 64).reshape(64, 64).astype(np.float32)
    np.save(data / "continent" / "land.npy", relief)
    for name in ("wide", "fine"):
        arguments = ["--data", str(data), "--out", str(folder / "runs")]
        assert main(["run", str(folder / f"{name}.toml"), *arguments]) == 0
    return folder


def test_a_run_leaves_its_log_and_its_checkpoint_under_its_name(folder: Path) -> None:
    for name in ("wide", "fine"):
        run = folder / "runs" / name
        assert len((run / "log.jsonl").read_text().splitlines()) == 2
        assert (run / "checkpoint.pt").is_file()


def test_what_is_kept_out_is_not_trained_on(folder: Path) -> None:
    recipe = load_recipe(folder / "fine.toml")
    trainer = build_trainer(recipe, folder / "data", folder / "unused", "cpu")
    assert [r.name for r in trainer.task.sampler.rasters] == ["hills", "hills@2"]  # type: ignore[union-attr]


def test_coarse_relief_of_all_land_is_trained_on_where_its_pixel_size_is_asked_for(
    folder: Path, tmp_path: Path
) -> None:
    path = tmp_path / "wider.toml"
    sizes = "{ 30 = [60], 3840 = [3840] }"
    path.write_text(DETAIL.replace("{ 30 = [30, 60] }", sizes), encoding="utf-8")
    trainer = build_trainer(load_recipe(path), folder / "data", tmp_path / "unused", "cpu")
    assert [r.name for r in trainer.task.sampler.rasters] == ["hills@2", "land"]  # type: ignore[union-attr]


def test_a_run_may_start_from_the_weights_of_another(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "other.toml"
    named = DETAIL.replace('"fine"', '"other"\nstart = "fine"')
    path.write_text(named, encoding="utf-8")
    arguments = ["--data", str(folder / "data"), "--out"]
    with pytest.raises(InputError, match="starts from the weights of 'fine'"):
        main(["run", str(path), *arguments, str(tmp_path)])
    main(["run", str(path), *arguments, str(folder / "runs"), "--steps", "0"])
    first, other = (
        torch.load(folder / "runs" / name / "checkpoint.pt", weights_only=True)
        for name in ("fine", "other")
    )
    assert other["step"] == 0
    for part in ("generator", "averaged", "critic"):
        assert all(torch.equal(first[part][key], other[part][key]) for key in first[part])


def test_an_unknown_task_is_named(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "odd.toml"
    path.write_text(DETAIL.replace('task = "elevation"', 'task = "weather"'))
    with pytest.raises(InputError, match="task 'weather' is not known"):
        main(["run", str(path), "--data", str(folder / "data"), "--out", str(tmp_path)])


def test_exported_runs_are_a_model_that_computes_what_the_runs_do(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    description = str(folder / "made_up.model.toml")
    arguments = ["export", description, "--runs", str(folder / "runs"), "--models", str(tmp_path)]
    assert main(arguments) == 0
    assert "made_up" in capsys.readouterr().out
    package = load_package(tmp_path / "made_up")
    assert package.card.training.metrics == {"gflop_per_mpx": 1.5}
    assert "| gflop_per_mpx | 1.5 |" in (package.folder / "README.md").read_text()
    assert (package.folder / "LICENSE").read_text() == "None."

    model = InProcessEngine().open(package, "cpu")
    trained = averaged_weights(folder / "runs" / "fine")
    loaded = model._stages["fine"].net.state_dict()  # type: ignore[attr-defined]
    assert set(loaded) == set(trained)
    assert all(torch.equal(loaded[name], value.float()) for name, value in trained.items())

    tile = Rect(-32, 0, 0, 32)
    wide = model.compute(TileRequest("wide", tile, 1))
    assert wide.shape == (1, 32, 32)
    cells = control_rect(package.card.stage("fine"), tile)
    control = np.full((1, *cells.shape), 700.0, dtype=np.float32)
    sizes = np.full(cells.height, 30.0)
    fine = model.compute(TileRequest("fine", tile, 1, control, 4, sizes))
    assert fine.shape == (2, 32, 32)
    assert np.isfinite(fine).all()
    assert fine[0].mean() == pytest.approx(700.0, abs=20.0)


def test_exporting_again_replaces_the_model(folder: Path, tmp_path: Path) -> None:
    for _ in range(2):
        main(
            [
                "export",
                str(folder / "made_up.model.toml"),
                *("--runs", str(folder / "runs"), "--models", str(tmp_path)),
            ]
        )
    assert [path.name for path in tmp_path.iterdir()] == ["made_up"]


def test_without_a_checkpoint_there_is_nothing_to_export(folder: Path, tmp_path: Path) -> None:
    description = str(folder / "made_up.model.toml")
    with pytest.raises(InputError, match="no checkpoint in .*wide"):
        main(["export", description, "--runs", str(tmp_path), "--models", str(tmp_path / "m")])
    assert not (tmp_path / "m").exists()


def test_a_checkpoint_of_another_network_is_not_exported(folder: Path, tmp_path: Path) -> None:
    for name in ("wide.toml", "made_up.model.toml"):
        (tmp_path / name).write_text((folder / name).read_text())
    (tmp_path / "fine.toml").write_text(DETAIL.replace("[6, 1, 2, 2]", "[5, 1, 2, 2]"))
    description = str(tmp_path / "made_up.model.toml")
    models = tmp_path / "models"
    with pytest.raises(InputError, match="is not of recipe 'fine'"):
        main(["export", description, "--runs", str(folder / "runs"), "--models", str(models)])
    assert not models.exists()


def test_the_tool_says_what_it_does(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "fine.toml").write_text(DETAIL)
    run = subprocess.run(
        [
            *(sys.executable, str(TOOL), "train", "run", str(tmp_path / "fine.toml")),
            *("--data", str(folder / "data"), "--out", str(tmp_path), "--steps", "1"),
            *("--threads", "1"),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert "100.0%  Step 1" in run.stdout
