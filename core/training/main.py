"""Command line of the trainer: ``train prepare``, ``train run`` and ``train export``."""

from __future__ import annotations

import argparse
import dataclasses
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Union

import numpy as np
import torch
from torch import Tensor

from ..errors import InputError
from ..nets import continent, elevation
from ..nets.critic import ResidualCritic
from ..nets.elevation_passes import ElevationRefiner
from ..nets.wag import WorldAnchoredGenerator
from ..progress import NullProgress, Progress
from . import (
    climate_task,
    climate_trainer,
    continent_task,
    drawn_ground_task,
    elevation_task,
    imagery_trainer,
    map_trainer,
)
from .dataset import TerrainRaster
from .elevation_passes_task import ElevationPassesTask
from .likelihood import LikelihoodTrainer
from .loop import Trainer
from .recipe import Recipe, load_recipe, parse_toml, two_networks, whole_option

# Coarse relief of all land, as `prepare` leaves it.
CONTINENTS, RELIEF_PIXEL_M = "continent/*.npy", 3840

AnyTrainer = Union[
    map_trainer.AnyMapTrainer,
    Trainer[elevation_task.ElevationBatch, elevation_task.Generated],
    Trainer[continent_task.ContinentBatch, Tensor],
    Trainer[drawn_ground_task.DrawnBatch, drawn_ground_task.Drawn],
    Trainer[climate_task.ClimateBatch, climate_task.Generated],
]


def main(argv: Sequence[str]) -> int:
    """Prepare data, train a network, or make a model folder of trained networks."""
    parser = argparse.ArgumentParser(prog="train", description=main.__doc__)
    verbs = parser.add_subparsers(dest="verb", required=True)
    prepare = verbs.add_parser("prepare", help="put source files on metric grids")
    prepare.add_argument("description", type=Path, help="for example recipes/terrain.data.toml")
    prepare.add_argument("--source", type=Path, required=True, help="folder of the files")
    prepare.add_argument("--out", type=Path, required=True, help="folder of prepared rasters")
    run = verbs.add_parser("run", help="train; run again to continue from the last checkpoint")
    run.add_argument("recipe", type=Path)
    run.add_argument("--data", type=Path, required=True, help="folder of prepared rasters")
    run.add_argument("--out", type=Path, required=True, help="folder of all runs")
    run.add_argument("--steps", type=int, help="length of the schedule, if not the recipe's")
    run.add_argument("--threads", type=int, default=0)
    run.add_argument("--device", default="cpu")
    export = verbs.add_parser("export", help="write a model folder from finished runs")
    export.add_argument("description", type=Path, help="for example recipes/terrain.model.toml")
    export.add_argument("--runs", type=Path, required=True, help="folder of all runs")
    export.add_argument("--models", type=Path, required=True, help="folder to write it into")
    chosen = parser.parse_args(argv)
    if chosen.verb == "prepare":
        _preparation(chosen.description)(
            chosen.description, chosen.source, chosen.out, PrintedProgress()
        )
    elif chosen.verb == "export":
        from .export import export_model

        package = export_model(chosen.description, chosen.runs, chosen.models)
        sys.stdout.write(f"Wrote {package.folder}, weights {package.weights_hash}.\n")
    else:
        train(chosen)
    return 0


def _preparation(description: Path) -> Callable[[Path, Path, Path, Progress], None]:
    """What prepares the data that ``description`` lists, told by what it lists."""
    from . import climate_prepare, imagery_prepare, map_prepare, prepare

    known = {
        "towns": map_prepare.prepare_maps,
        "scenes": imagery_prepare.prepare_imagery,
        "regions": climate_prepare.prepare_climate,
    }
    listed = parse_toml(description)
    return next((known[name] for name in known if name in listed), prepare.prepare)


class PrintedProgress(NullProgress):
    """Says on the terminal what is being done."""

    def info(self, message: str) -> None:
        sys.stdout.write(f"{message}\n")
        sys.stdout.flush()

    def update(self, fraction: float, message: str = "") -> None:
        self.info(f"{fraction:6.1%}  {message}")


def train(chosen: argparse.Namespace) -> None:
    """Train what the recipe describes, or go on where it was left."""
    recipe = load_recipe(chosen.recipe)
    if chosen.threads:
        torch.set_num_threads(chosen.threads)
    torch.manual_seed(recipe.seed)
    trainer = build_trainer(recipe, chosen.data, chosen.out / recipe.name, chosen.device)
    if chosen.steps is not None:
        trainer.schedule = dataclasses.replace(recipe.schedule, steps=chosen.steps)
    if recipe.start is not None:
        trainer.begin_with(_finished_run(chosen.out / recipe.start, recipe))
    trainer.run(PrintedProgress())


def _finished_run(folder: Path, recipe: Recipe) -> Path:
    checkpoint = folder / "checkpoint.pt"
    if not checkpoint.is_file():
        message = (
            f"Recipe '{recipe.name}' starts from the weights of '{recipe.start}'. Train it first."
        )
        raise InputError("RECIPE", str(folder), message)
    return checkpoint


def build_trainer(recipe: Recipe, data: Path, out: Path, device: str) -> AnyTrainer:
    """The trainer of ``recipe`` on the prepared rasters in ``data``."""
    if recipe.task == "elevation":
        refiner = elevation.ElevationGenerator(recipe.levels, recipe.latent)
        critic = ResidualCritic(elevation_task.CRITIC_CHANNELS, recipe.critic_widths)
        rasters = training_rasters(recipe, data)
        detail = elevation_task.ElevationTask(
            refiner, rasters, recipe.patch_px, recipe.factors, recipe.seed, device
        )
        return Trainer(refiner, critic, detail, recipe.schedule, out, device)
    if recipe.task == "continent":
        net = WorldAnchoredGenerator(
            recipe.levels, continent.STEERING_CHANNELS, recipe.latent, continent.OUTPUTS
        )
        critic = ResidualCritic(continent_task.CRITIC_CHANNELS, recipe.critic_widths)
        arrays = [np.load(path) for path in sorted(data.glob(CONTINENTS))]
        whole = continent_task.ContinentTask(net, arrays, recipe.patch_px, recipe.seed, device)
        return Trainer(net, critic, whole, recipe.schedule, out, device)
    if recipe.task == "elevation_passes":
        passes = ElevationRefiner(**two_networks(recipe))
        ground = training_rasters(recipe, data)
        real = ElevationPassesTask(passes, ground, recipe.patch_px, recipe.seed, device)
        if not recipe.critic_widths:
            return LikelihoodTrainer(passes, real, recipe.schedule, out, device)
        critic = ResidualCritic(drawn_ground_task.CRITIC_CHANNELS, recipe.critic_widths)
        side = whole_option(recipe, "drawn_px")
        drawn = drawn_ground_task.DrawnGroundTask(passes, ground, side, real, recipe.seed, device)
        return Trainer(passes, critic, drawn, recipe.schedule, out, device)
    if recipe.task in map_trainer.TASKS:
        return map_trainer.build_map_trainer(recipe, data, out, device)
    if recipe.task == imagery_trainer.TASK:
        return imagery_trainer.build_imagery_trainer(recipe, data, out, device)
    if recipe.task == climate_trainer.TASK:
        return climate_trainer.build_climate_trainer(recipe, data, out, device, PrintedProgress())
    message = f"Recipe task '{recipe.task}' is not known."
    raise InputError("RECIPE", recipe.task, message)


def training_rasters(recipe: Recipe, data: Path) -> list[TerrainRaster]:
    """The prepared rasters that are not kept out, at each of the recipe's pixel sizes."""
    kept_out = set(recipe.held_out) | set(recipe.excluded)
    out = []
    for path in sorted(data.glob("*.npz")):
        if path.stem in kept_out:
            continue
        raster = TerrainRaster.load(path)
        for size in recipe.sizes_m.get(round(raster.pixel_m), ()):
            out.append(raster.pooled(round(size / raster.pixel_m)))
    for size in recipe.sizes_m.get(RELIEF_PIXEL_M, ()):
        for path in sorted(data.glob(CONTINENTS)):
            if path.stem not in kept_out:
                relief = TerrainRaster.of_relief(path.stem, RELIEF_PIXEL_M, np.load(path))
                out.append(relief.pooled(size // RELIEF_PIXEL_M))
    return out
