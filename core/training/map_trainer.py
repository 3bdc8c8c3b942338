"""The trainers of the map models: towns and footprints."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from ..nets.footprints import footprint_net
from ..nets.town_refiner import TownNet
from ..town import Town
from .footprints_task import FootprintsTask
from .likelihood import LikelihoodTrainer
from .recipe import Recipe
from .town_task import TownTask

AnyMapTrainer = LikelihoodTrainer[Any, Any]


def build_map_trainer(recipe: Recipe, data: Path, out: Path, device: str) -> AnyMapTrainer:
    """The trainer of a recipe whose task is one of `TASKS`."""
    return TASKS[recipe.task](recipe, training_towns(recipe, data), out, device)


def training_towns(recipe: Recipe, data: Path) -> list[Town]:
    """The prepared towns that are not kept out."""
    kept_out = set(recipe.held_out) | set(recipe.excluded)
    return [Town.load(path) for path in sorted(data.glob("*.npz")) if path.stem not in kept_out]


def _town(recipe: Recipe, towns: list[Town], out: Path, device: str) -> AnyMapTrainer:
    net = TownNet(recipe.levels, int(recipe.options["hidden"]))
    task = TownTask(net, towns, recipe.patch_px, recipe.seed, device)
    return LikelihoodTrainer(net, task, recipe.schedule, out, device)


def _footprints(recipe: Recipe, towns: list[Town], out: Path, device: str) -> AnyMapTrainer:
    net = footprint_net(recipe.levels)
    task = FootprintsTask(net, towns, recipe.patch_px, recipe.seed, device)
    return LikelihoodTrainer(net, task, recipe.schedule, out, device)


TASKS: dict[str, Callable[[Recipe, list[Town], Path, str], AnyMapTrainer]] = {
    "town": _town,
    "footprints": _footprints,
}
