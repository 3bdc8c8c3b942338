"""The trainer of satellite-like imagery from land cover."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..nets.imagery import ImageryNet
from .imagery_prepare import Scene
from .imagery_task import ImageryBatch, ImageryTask
from .likelihood import LikelihoodTrainer
from .recipe import Recipe, two_networks

TASK = "imagery"


def training_scenes(recipe: Recipe, data: Path) -> list[Scene]:
    """The prepared scenes that are not kept out, those of one style beside one another."""
    kept_out = set(recipe.held_out) | set(recipe.excluded)
    paths = [path for path in sorted(data.glob("*.npz")) if path.stem not in kept_out]
    return sorted((Scene.load(path) for path in paths), key=lambda scene: scene.style)


def imagery_arguments(recipe: Recipe) -> dict[str, Any]:
    """What the registry needs to build the recipe's network."""
    return {**two_networks(recipe), "palettes": int(recipe.options["palettes"])}


def build_imagery_trainer(
    recipe: Recipe, data: Path, out: Path, device: str
) -> LikelihoodTrainer[ImageryNet, ImageryBatch]:
    scenes = training_scenes(recipe, data)
    arguments = {**imagery_arguments(recipe), "palettes": len(scenes)}
    net = ImageryNet(**arguments)
    task = ImageryTask(net, scenes, recipe.patch_px, recipe.seed, device)
    return LikelihoodTrainer(net, task, recipe.schedule, out, device)
