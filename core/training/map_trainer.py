"""The trainers of the map models: regions, towns, streets and footprints."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Union

from ..nets import maps
from ..nets.critic import ResidualCritic
from ..nets.footprints import footprint_net
from ..nets.wag import WorldAnchoredGenerator
from ..town import Town
from . import footprints_task, region_task, streets_task, town_task
from .likelihood import LikelihoodTrainer
from .loop import Trainer
from .recipe import Recipe

AnyMapTrainer = Union[Trainer[Any, Any], LikelihoodTrainer[Any, Any]]


def build_map_trainer(recipe: Recipe, data: Path, out: Path, device: str) -> AnyMapTrainer:
    """The trainer of a recipe whose task is one of `TASKS`."""
    return TASKS[recipe.task](recipe, training_towns(recipe, data), out, device)


def training_towns(recipe: Recipe, data: Path) -> list[Town]:
    """The prepared towns that are not kept out."""
    kept_out = set(recipe.held_out) | set(recipe.excluded)
    return [Town.load(path) for path in sorted(data.glob("*.npz")) if path.stem not in kept_out]


def _region(recipe: Recipe, towns: list[Town], out: Path, device: str) -> AnyMapTrainer:
    net = WorldAnchoredGenerator(recipe.levels, maps.STEERING_CHANNELS, recipe.latent, maps.CLASSES)
    critic = ResidualCritic(region_task.CRITIC_CHANNELS, recipe.critic_widths)
    task = region_task.RegionTask(net, towns, recipe.patch_px, recipe.seed, device)
    return Trainer(region_task.RegionNets(net), critic, task, recipe.schedule, out, device)


def _town(recipe: Recipe, towns: list[Town], out: Path, device: str) -> AnyMapTrainer:
    net = WorldAnchoredGenerator(recipe.levels, maps.SHARE_CHANNELS, recipe.latent, maps.CLASSES)
    critic = ResidualCritic(town_task.CRITIC_CHANNELS, recipe.critic_widths)
    task = town_task.TownTask(net, towns, recipe.patch_px, recipe.seed, device)
    return Trainer(net, critic, task, recipe.schedule, out, device)


def _streets(recipe: Recipe, towns: list[Town], out: Path, device: str) -> AnyMapTrainer:
    net = WorldAnchoredGenerator(recipe.levels, maps.SHARE_CHANNELS, recipe.latent, maps.CLASSES)
    critic = ResidualCritic(streets_task.CRITIC_CHANNELS, recipe.critic_widths)
    task = streets_task.StreetsTask(net, towns, recipe.patch_px, recipe.seed, device)
    return Trainer(net, critic, task, recipe.schedule, out, device)


def _footprints(recipe: Recipe, towns: list[Town], out: Path, device: str) -> AnyMapTrainer:
    net = footprint_net(recipe.levels)
    task = footprints_task.FootprintsTask(net, towns, recipe.patch_px, recipe.seed, device)
    return LikelihoodTrainer(net, task, recipe.schedule, out, device)


TASKS: dict[str, Callable[[Recipe, list[Town], Path, str], AnyMapTrainer]] = {
    "region": _region,
    "town": _town,
    "streets": _streets,
    "footprints": _footprints,
}
