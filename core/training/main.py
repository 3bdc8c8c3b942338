"""Command line of the trainer: ``train RECIPE --data FOLDER --out FOLDER [--steps N]``."""

from __future__ import annotations

import argparse
import dataclasses
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch

from ..errors import InputError
from ..nets import continent, elevation
from ..nets.critic import ResidualCritic
from ..nets.wag import WorldAnchoredGenerator
from . import continent_task, elevation_task
from .dataset import TerrainRaster
from .loop import Task, Trainer
from .recipe import Recipe, load_recipe


def main(argv: Sequence[str]) -> int:
    """Train what the recipe describes; run again to continue from the last checkpoint."""
    parser = argparse.ArgumentParser(prog="train", description=main.__doc__)
    parser.add_argument("recipe", type=Path)
    parser.add_argument("--data", type=Path, required=True, help="folder of prepared rasters")
    parser.add_argument("--out", type=Path, required=True, help="folder for checkpoint and log")
    parser.add_argument("--steps", type=int, help="length of the schedule, if not the recipe's")
    parser.add_argument("--threads", type=int, default=0)
    parser.add_argument("--device", default="cpu")
    chosen = parser.parse_args(argv)
    recipe = load_recipe(chosen.recipe)
    if chosen.threads:
        torch.set_num_threads(chosen.threads)
    schedule = recipe.schedule
    if chosen.steps:
        schedule = dataclasses.replace(schedule, steps=chosen.steps)
    torch.manual_seed(recipe.seed)
    trainer = build_trainer(recipe, chosen.data, chosen.out, chosen.device)
    trainer.schedule = schedule
    trainer.run()
    return 0


def build_trainer(recipe: Recipe, data: Path, out: Path, device: str) -> Trainer:
    """The trainer of ``recipe`` on the prepared rasters in ``data``."""
    task: Task
    if recipe.task == "elevation":
        net = WorldAnchoredGenerator(
            recipe.levels, elevation.FEATURES, recipe.latent, elevation.OUTPUTS
        )
        critic = ResidualCritic(elevation_task.CRITIC_CHANNELS, recipe.critic_widths)
        rasters = training_rasters(recipe, data)
        task = elevation_task.ElevationTask(
            net, rasters, recipe.patch_px, recipe.factors, recipe.seed
        )
    elif recipe.task == "continent":
        net = WorldAnchoredGenerator(
            recipe.levels, continent.STEERING_CHANNELS, recipe.latent, continent.OUTPUTS
        )
        critic = ResidualCritic(continent_task.CRITIC_CHANNELS, recipe.critic_widths)
        arrays = [np.load(path) for path in sorted(data.glob("*.npy"))]
        task = continent_task.ContinentTask(net, arrays, recipe.patch_px, recipe.seed)
    else:
        message = f"Recipe task '{recipe.task}' is not known. Use 'elevation' or 'continent'."
        raise InputError("RECIPE", recipe.task, message)
    return Trainer(net, critic, task, recipe.schedule, out, device)


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
    return out
