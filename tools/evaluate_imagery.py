"""Judges generated imagery against real scenes that were kept out of training."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file

from ..core.catalog import bundled_folder
from ..core.nets.imagery import ImageryNet
from ..core.nets.registry import build_net
from ..core.package import ModelPackage, load_package
from ..core.training.imagery_evaluate import evaluate_imagery
from ..core.training.imagery_prepare import Scene
from ..core.training.imagery_segmenter import LandCoverSegmenter
from ..core.training.imagery_trainer import training_scenes
from ..core.training.metrics import Bootstrap, Interval
from ..core.training.recipe import load_recipe
from .bootstrap import ROOT

RESAMPLES, SEGMENTER_STEPS = 200, 260


def main(arguments: Sequence[str]) -> int:
    """Print a table as Markdown: real imagery, generated, and what a generator must beat."""
    parser = argparse.ArgumentParser(prog="evaluate_imagery", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of prepared scenes")
    parser.add_argument("--models", type=Path, default=bundled_folder())
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args(arguments)
    torch.manual_seed(chosen.seed)
    net = generator_of(load_package(chosen.models / "imagery_from_landcover"))
    recipe = load_recipe(Path(ROOT) / "recipes" / "imagery.toml")
    training = training_scenes(recipe, chosen.data)
    held_out = [Scene.load(chosen.data / f"{name}.npz") for name in recipe.held_out]
    segmenter = LandCoverSegmenter(training, SEGMENTER_STEPS)
    bootstrap = Bootstrap(RESAMPLES, chosen.seed)
    figures = evaluate_imagery(net, held_out, training, segmenter, bootstrap)
    sys.stdout.write(table(figures))
    return 0


def generator_of(package: ModelPackage) -> ImageryNet:
    """The last network of a model."""
    stage = package.card.stages[-1]
    net = build_net(stage.net.key, stage.net.arguments)
    if not isinstance(net, ImageryNet):
        raise TypeError(f"Stage '{stage.name}' of model '{package.id}' makes no imagery.")
    weights = load_file(package.weights_path(stage.name))
    net.load_state_dict({name: value.float() for name, value in weights.items()})
    return net.eval()


def table(figures: Mapping[str, Mapping[str, Interval]]) -> str:
    """One row per candidate."""
    names = list(next(iter(figures.values())))
    lines = [f"| | {' | '.join(names)} |", "|---" * (len(names) + 1) + "|"]
    for candidate, values in figures.items():
        cells = " | ".join(str(values[name]) for name in names)
        lines.append(f"| {candidate} | {cells} |")
    return "\n".join(lines) + "\n"
