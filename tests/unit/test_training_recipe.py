"""Recipes say all that training needs, and no word of them is overlooked."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

pytest.importorskip("torch")

from ...core.errors import InputError
from ...core.nets.registry import build_net
from ...core.training.export import EXPORTS, net_arguments
from ...core.training.recipe import load_recipe, parse_toml

pytestmark = pytest.mark.skipif(sys.version_info < (3, 11), reason="TOML needs Python 3.11")

RECIPES = Path(__file__).resolve().parents[2] / "recipes"
MODELS = sorted(RECIPES.glob("*.model.toml"))
DATA = RECIPES / "terrain.data.toml"
# Descriptions of models, data and labels have a dot in their name.
TRAINED = sorted(path for path in RECIPES.glob("*.toml") if "." not in path.stem)
LANDSCAPES = ("elevation", "continent")

GOOD = """
name = "small"
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
factors = { 4 = 0.7, 2 = 0.3 }
held_out = ["kept"]
[schedule]
steps = 3
batch = 2
"""


def _written(folder: Path, text: str) -> Path:
    path = folder / "small.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_there_are_bundled_recipes_of_each_kind() -> None:
    assert MODELS
    assert DATA
    assert TRAINED


def test_a_recipe_is_read(tmp_path: Path) -> None:
    recipe = load_recipe(_written(tmp_path, GOOD))
    assert (recipe.name, recipe.task, recipe.seed) == ("small", "elevation", 1)
    assert [level.width for level in recipe.levels] == [6, 6]
    assert recipe.sizes_m == {30: (30, 60)}
    assert recipe.factors == {4: 0.7, 2: 0.3}
    assert recipe.held_out == ("kept",)
    assert recipe.schedule.steps == 3


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ('name = "small"', "'name'"),
        ("seed = 1", "'seed'"),
        ("latent = 2", "'latent'"),
        ("widths = [4, 6]", "'widths'"),
        ("patch_px = 16", "'patch_px'"),
        ("batch = 2", "'batch'"),
        ("[schedule]\nsteps = 3\nbatch = 2", "'schedule'"),
    ],
)
def test_a_missing_entry_is_named(tmp_path: Path, line: str, named: str) -> None:
    with pytest.raises(InputError, match=rf"Recipe 'small.toml' .*{named}"):
        load_recipe(_written(tmp_path, GOOD.replace(line, "")))


@pytest.mark.parametrize(
    ("line", "other", "message"),
    [
        ("held_out =", "heldout =", r"'heldout' is no entry of \[data\]"),
        ("seed = 1", "seed = 1\nsteps = 3", "'steps' is no entry of the recipe"),
        ("batch = 2", "batches = 2", r"'batches' is no entry of \[schedule\]"),
        ("batch = 2", 'batch = 2\nloss = "wgan"', "loss 'wgan' is not known; known are dcgan"),
        ("[6, 1, 2, 0]", "[6, 1]", "missing"),
        ("30 = [30, 60]", "thirty = [30]", "thirty"),
        ("[critic]\nwidths = [4, 6]", "", "'critic'"),
        ("seed = 1", "seed = ", "cannot be read"),
    ],
)
def test_a_wrong_entry_is_named(tmp_path: Path, line: str, other: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        load_recipe(_written(tmp_path, GOOD.replace(line, other)))


def test_a_recipe_that_is_not_there_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nowhere.toml' cannot be read"):
        load_recipe(tmp_path / "nowhere.toml")


@pytest.mark.parametrize("path", TRAINED, ids=lambda path: path.stem)
def test_bundled_recipes_can_be_built(path: Path) -> None:
    recipe = load_recipe(path)
    kind = EXPORTS[recipe.task]
    net = build_net(kind.net, kind.arguments(recipe))
    assert recipe.patch_px % kind.multiple(net) == 0
    # 0: without a control, which only climate can do.
    none = {0} if recipe.task == "climate" else set()
    assert set(recipe.factors) <= {2, 4, 8, 16} | none
    assert all(factor <= kind.multiple(net) for factor in recipe.factors)
    if recipe.factors:
        assert sum(recipe.factors.values()) == pytest.approx(1.0, abs=0.02)
    for size, wanted in recipe.sizes_m.items():
        assert all(other % size == 0 for other in wanted), "only whole blocks can be pooled"
    assert recipe.schedule.steps > recipe.schedule.warm_up


def test_bundled_recipes_have_names_of_their_own_for_their_runs() -> None:
    names = [load_recipe(path).name for path in TRAINED]
    assert len(set(names)) == len(names)


def test_what_one_stage_keeps_out_no_other_is_trained_on() -> None:
    """Else a cascade is judged on land that one of its stages knows."""
    recipes = [load_recipe(path) for path in TRAINED]
    held_out = [set(recipe.held_out) for recipe in recipes if recipe.task == "elevation"]
    assert held_out
    everywhere = set.intersection(*held_out)
    assert len(everywhere) >= 9
    # Pieces of the coarse relief are of no use to the others.
    others = set.union(*held_out) - everywhere
    assert all(name.startswith("globe_") for name in others)


def test_a_recipe_that_starts_from_another_has_its_networks() -> None:
    recipes = {recipe.name: recipe for recipe in map(load_recipe, TRAINED)}
    starting = [recipe for recipe in recipes.values() if recipe.start is not None]
    assert starting
    for recipe in starting:
        origin = recipes[str(recipe.start)]
        assert (recipe.levels, recipe.latent) == (origin.levels, origin.latent)
        # A run that learned by likelihood has no critic to hand on.
        assert origin.critic_widths in ((), recipe.critic_widths)


@pytest.mark.parametrize("path", MODELS, ids=lambda path: path.stem)
def test_bundled_models_fit_their_recipes(path: Path) -> None:
    document = parse_toml(path)
    assert path.name == f"{document['id']}.model.toml"
    natives = document["native_pixel_sizes_m"]
    above: list[float] = []
    for stage in document["stages"]:
        if "recipe" not in stage:
            return
        recipe = load_recipe(RECIPES / stage["recipe"])
        if recipe.task not in LANDSCAPES:
            return
        net = build_net(EXPORTS[recipe.task].net, net_arguments(recipe))
        sizes = stage["pixel_sizes_m"]
        assert len(sizes) == len(natives)
        assert stage["tile"] % net.stride == 0
        if recipe.task == "continent":
            assert stage["factor"] == 0
        else:
            assert stage["factor"] in recipe.factors
            assert recipe.factors[stage["factor"]] == max(recipe.factors.values())
            trained = {size for group in recipe.sizes_m.values() for size in group}
            for size in sizes:
                assert min(trained) <= size <= max(trained)
        for size, coarser in zip(sizes, above):
            assert (size * stage["factor"] / coarser) % 1 == 0
        above = sizes
    assert above == natives
    landforms = [p for p in document.get("parameters", ()) if p["name"] == "landform"]
    for parameter in landforms:
        assert {option["value"] for option in parameter["options"]} <= set(document["presets"])


def test_the_data_list_of_terrain_has_what_preparation_reads() -> None:
    document = parse_toml(DATA)
    assert all({"files", "pixel_m"} <= set(entry) for entry in document["detailed"])
    needed = {"name", "file", "pixel_m", "band_degrees"}
    assert all(needed <= set(entry) for entry in document["coarse"])
    prepared = {entry["pixel_m"] for entry in [*document["detailed"], *document["coarse"]]}
    prepared |= set(document["pixel_m"].values())
    for recipe in map(load_recipe, TRAINED):
        if recipe.task not in LANDSCAPES:
            continue
        assert set(recipe.sizes_m) <= {round(size) for size in prepared}
