"""The trainer of satellite-like imagery from land cover."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

from ..nets.imagery import ImageryNet
from ..progress import NULL_PROGRESS, Progress
from .imagery_prepare import Scene
from .imagery_task import ImageryBatch, ImageryTask
from .imagery_tones import tune
from .likelihood import LikelihoodTrainer
from .recipe import Recipe, two_networks
from .resumable import Schedule

TASK = "imagery"


class ImageryTrainer(LikelihoodTrainer[ImageryNet, ImageryBatch]):
    """Measures last in which colours the scenes come out."""

    def __init__(
        self, net: ImageryNet, task: ImageryTask, schedule: Schedule, folder: Path, device: str
    ) -> None:
        super().__init__(net, task, schedule, folder, device)
        self.scenes = task.scenes

    def run(self, progress: Progress = NULL_PROGRESS) -> None:
        super().run(progress)
        settled = copy.deepcopy(self.averaged).cpu()
        tune(settled, self.scenes)
        self.averaged.shown.copy_(settled.shown)
        self.save()


def training_scenes(recipe: Recipe, data: Path) -> list[Scene]:
    """The prepared scenes that are not kept out, those of one style beside one another."""
    kept_out = set(recipe.held_out) | set(recipe.excluded)
    paths = [path for path in sorted(data.glob("*.npz")) if path.stem not in kept_out]
    return sorted((Scene.load(path) for path in paths), key=lambda scene: scene.style)


def imagery_arguments(recipe: Recipe) -> dict[str, Any]:
    """What the registry needs to build the recipe's network."""
    return {**two_networks(recipe), "palettes": int(recipe.options["palettes"])}


def build_imagery_trainer(recipe: Recipe, data: Path, out: Path, device: str) -> ImageryTrainer:
    scenes = training_scenes(recipe, data)
    arguments = {**imagery_arguments(recipe), "palettes": len(scenes)}
    net = ImageryNet(**arguments)
    task = ImageryTask(net, scenes, recipe.patch_px, recipe.seed, device)
    return ImageryTrainer(net, task, recipe.schedule, out, device)
