"""Training of imagery: labels, palettes, texture, and a few steps on made-up scenes."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import torch

from ...core.landcover import BARE, BUILT, LEARNT, TREES, WATER
from ...core.nets.imagery import BANDS, ImageryNet
from ...core.training.imagery_baselines import gaussian_texture, quilted
from ...core.training.imagery_evaluate import PATCH_PX, generated_scene, halves
from ...core.training.imagery_labels import Labeller, cleaned
from ...core.training.imagery_prepare import Scene
from ...core.training.imagery_task import ImageryTask, coarsened, scene_palettes, whitening
from ...core.training.imagery_tones import OTHER_SEED, shown_palette, tones
from ...core.training.imagery_trainer import build_imagery_trainer
from ...core.training.recipe import load_recipe

SHIFTS = [(0, 0), (-1, 0), (1, 0), (0, -1), (0, 1)]
RECIPE = """
name = "tiny"
task = "imagery"
seed = 1
[network]
levels = [[8, 1, 0, 0], [8, 1, 0, 0]]
latent = 0
[data]
folder = "imagery"
patch_px = 8
held_out = ["kept"]
[schedule]
steps = 2
batch = 2
log_every = 1
bfloat16 = false
[options]
hidden_coarse = 8
hidden_fine = 8
palettes = 2
"""


def made_scene(name: str, seed: int, side: int = 96) -> Scene:
    """Woods with a lake and a quarry."""
    rng = np.random.default_rng(seed)
    classes = np.full((side, side), TREES, np.uint8)
    classes[: side // 3, : side // 2] = WATER
    classes[-side // 3 :, side // 2 :] = BARE
    colours = {TREES: (0.03, 0.05, 0.03, 0.3), WATER: (0.06, 0.05, 0.03, 0.02), BARE: (0.2,) * 4}
    image = np.zeros((4, side, side))
    for index, colour in colours.items():
        image[:, classes == index] = np.array(colour)[:, None]
    image *= np.exp(0.15 * rng.standard_normal(image.shape))
    return Scene(name, "summer", 10.0, image.astype(np.float32), classes)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number, name in enumerate(("one", "two", "kept")):
        made_scene(name, number, side=192).save(tmp_path)
    return tmp_path


def test_scenes_come_back_from_disk(folder: Path) -> None:
    scene, wanted = Scene.load(folder / "one.npz"), made_scene("one", 0, side=192)
    assert scene.style == "summer"
    assert np.array_equal(scene.classes, wanted.classes)
    assert np.allclose(scene.reflectance, wanted.reflectance, atol=6e-5)


def test_palettes_hold_each_class_and_fill_in_what_a_scene_lacks() -> None:
    full, poor = made_scene("full", 1), made_scene("poor", 2)
    poor.classes[:] = TREES
    palettes = scene_palettes([full, poor])
    assert palettes.shape == (2, LEARNT, 2 * BANDS)
    assert float(palettes[0, WATER, 3]) == pytest.approx(np.log(0.03), abs=0.02)
    assert torch.allclose(palettes[1, WATER, BANDS:], palettes[0, WATER, BANDS:], atol=1e-5)


def test_a_run_trains_logs_and_goes_on(folder: Path) -> None:
    path = folder / "tiny.toml"
    path.write_text(RECIPE, encoding="utf-8")
    recipe = load_recipe(path)
    trainer = build_imagery_trainer(recipe, folder, folder / "run", "cpu")
    assert isinstance(trainer.task, ImageryTask)
    assert [scene.name for scene in trainer.task.scenes] == ["one", "two"]
    trainer.run()
    lines = (folder / "run" / "log.jsonl").read_text(encoding="utf-8").splitlines()
    assert all(np.isfinite(list(json.loads(line).values())).all() for line in lines)
    again = build_imagery_trainer(recipe, folder, folder / "run", "cpu")
    again.resume()
    assert again.step == 2
    net = again.averaged
    assert isinstance(net, ImageryNet)
    assert torch.equal(net.palettes, trainer.task.palettes)
    assert not torch.equal(net.shown, net.palettes), "measured in the end"
    scene = made_scene("kept", 2, side=70)
    image = generated_scene(net, scene, trainer.task.palettes[0])
    assert image.shape == (4, 70, 70)
    assert (image > 0).all()


def test_classes_come_out_in_the_colours_of_the_palette() -> None:
    torch.manual_seed(2)
    net = ImageryNet([8, 8], [1, 1], [8, 8], 1).eval()
    for part in (net.far, net.near, net.fine):
        torch.nn.init.normal_(part.out.weight, std=0.3)
    scene = made_scene("one", 1)
    palette = scene_palettes([scene])[0]
    tone, known = tones(net, scene, palette)
    assert known[[WATER, TREES, BARE]].all()
    assert not known[BUILT]
    seen = np.log(generated_scene(net, scene, palette, 1 + OTHER_SEED) + 0.01)
    shown = shown_palette(palette, tone)
    exact = np.log(generated_scene(net, scene, palette, 1 + OTHER_SEED, shown) + 0.01)
    for index in (WATER, BARE):
        inside = well_inside(scene.classes == index)
        wanted = palette[index, :BANDS].numpy()
        assert np.abs(exact[:, inside].mean(1) - wanted).max() < 0.03
        assert np.abs(seen[:, inside].mean(1) - wanted).max() < 0.15


def well_inside(inside: np.ndarray) -> np.ndarray:
    """Where the next pixels are inside too."""
    padded = np.pad(inside, 1)
    around = [padded[1 + y :][: len(inside), 1 + x :][:, : len(inside)] for y, x in SHIFTS]
    return np.logical_and.reduce(around)


def test_whitened_bands_are_independent() -> None:
    torch.manual_seed(1)
    bands = torch.randn(4, 4) @ torch.randn(4, 50, 50).flatten(1)
    turned = whitening([bands.view(4, 50, 50)]) @ bands
    assert torch.allclose(torch.cov(turned), torch.eye(4), atol=0.02)


def test_training_makes_real_imagery_likelier(folder: Path) -> None:
    path = folder / "tiny.toml"
    path.write_text(RECIPE.replace("steps = 2", "steps = 40"), encoding="utf-8")
    trainer = build_imagery_trainer(load_recipe(path), folder, folder / "run", "cpu")
    trainer.run()
    lines = (folder / "run" / "log.jsonl").read_text(encoding="utf-8").splitlines()
    losses = [json.loads(line)["loss"] for line in lines]
    assert sum(losses[-5:]) / 5 < sum(losses[:5]) / 5 - 0.3


def test_coarse_maps_have_cells_of_one_class() -> None:
    fine = torch.arange(64).reshape(8, 8)
    coarse = coarsened(fine, 4)
    assert coarse.shape == fine.shape
    assert len(coarse.unique()) == 4


def test_labels_follow_the_outlines() -> None:
    scene = made_scene("one", 1)
    outlines = {
        "one": {
            "water": [[2, 2, 40, 28]],
            "trees": [[60, 2, 95, 50]],
            "bare ground": [[60, 75, 95, 95]],
        }
    }
    labeller = Labeller({"one": scene.reflectance}, outlines)
    given = labeller.class_map(scene.reflectance, has_crops=False)
    assert labeller.accuracy() > 0.95
    assert (given == scene.classes).mean() > 0.85


def test_single_pixels_join_their_surroundings() -> None:
    classes = np.full((9, 9), TREES, np.uint8)
    classes[4, 4] = WATER
    assert (cleaned(classes) == TREES).all()


def test_baselines_have_the_scenes_colours() -> None:
    scenes = [made_scene("one", 1), made_scene("two", 2)]
    palettes = scene_palettes(scenes)
    for make in (gaussian_texture, quilted):
        image = make(scenes[0].classes, palettes[0], scenes, palettes, 1)
        inside = scenes[0].classes == BARE
        assert image[:, inside].mean() == pytest.approx(0.2, abs=0.03)
        assert image[:, inside].std() == pytest.approx(
            scenes[0].reflectance[:, inside].std(), rel=0.4
        )


def test_halves_share_no_pixel() -> None:
    scene = made_scene("one", 1, side=2 * PATCH_PX + 5)
    scene.reflectance[0] = np.arange(scene.classes.size).reshape(scene.classes.shape)
    even, odd = (halves([scene.reflectance], [scene], part) for part in (0, 1))
    assert len(even.classes) == len(odd.classes) == 2
    assert not set(even.reflectance[:, 0].ravel()) & set(odd.reflectance[:, 0].ravel())
