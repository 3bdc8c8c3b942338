"""The trainer of satellite-like imagery from land cover."""

from __future__ import annotations

from pathlib import Path

from torch import Tensor

from ..landcover import LEARNT
from ..nets.imagery import ImageryGenerator, with_sides
from ..nets.imagery_critic import ClassAwareCritic
from .imagery_prepare import Scene
from .imagery_task import CRITIC_CHANNELS, ImageryBatch, ImageryTask
from .loop import Trainer
from .recipe import Recipe

TASK = "imagery"


def training_scenes(recipe: Recipe, data: Path) -> list[Scene]:
    """The prepared scenes that are not kept out, those of one style beside one another."""
    kept_out = set(recipe.held_out) | set(recipe.excluded)
    paths = [path for path in sorted(data.glob("*.npz")) if path.stem not in kept_out]
    return sorted((Scene.load(path) for path in paths), key=lambda scene: scene.style)


def build_imagery_trainer(
    recipe: Recipe, data: Path, out: Path, device: str
) -> Trainer[ImageryBatch, Tensor]:
    scenes = training_scenes(recipe, data)
    net = ImageryGenerator(with_sides(recipe.levels), recipe.latent, len(scenes))
    critic = ClassAwareCritic(CRITIC_CHANNELS, LEARNT, recipe.critic_widths)
    task = ImageryTask(net, scenes, recipe.patch_px, recipe.seed, device)
    return Trainer(net, critic, task, recipe.schedule, out, device)
