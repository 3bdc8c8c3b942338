"""From checkpoints to a model folder: 16-bit weights and a card."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Callable

import torch
from safetensors.torch import save as safetensors_bytes
from torch import Tensor

from .. import town_drawing
from ..card import ModelCard
from ..errors import InputError
from ..nets import elevation, land_rules
from ..nets.climate import climate_halo
from ..nets.elevation_passes import STRIDE, passes_halo
from ..nets.footprints import building_halo, building_multiple
from ..nets.imagery import COARSEST, imagery_halo
from ..nets.registry import build_net
from ..nets.town_refiner import town_halo, town_multiple
from ..nets.wag import WorldAnchoredGenerator
from ..package import ModelPackage, write_package
from ..tiling import Rect
from .imagery_trainer import imagery_arguments
from .recipe import Recipe, load_recipe, parse_toml, two_networks

PLACEHOLDER_HASH = "-".join(["00000000"] * 8)


def export_model(description: Path, runs: Path, models: Path) -> ModelPackage:
    """Write the model folder that ``description`` (TOML) describes into ``models``.

    Each stage names its recipe, which lies beside the description, and takes its averaged weights
    from the checkpoint in ``runs / <recipe name>``. Stages of one recipe share its weights.
    """
    document = parse_toml(description)
    weights: dict[str, bytes] = {}
    for stage in document["stages"]:
        if "recipe" not in stage:
            weights.update(_stated_stage(stage))
            continue
        recipe = load_recipe(description.parent / stage.pop("recipe"))
        file = f"{recipe.name}.safetensors"
        averaged = averaged_weights(runs / recipe.name, EXPORTS[recipe.task].part)
        key = stage.pop("net", "")
        size = (stage["tile"], stage["factor"])
        stage.update(_stage_card(recipe, size, file, averaged, runs / recipe.name, key))
        weights[file] = safetensors_bytes(averaged)
    extras = {
        "README.md": _readme(document).encode("utf-8"),
        "LICENSE": document.pop("licence_text").encode("utf-8"),
    }
    card = ModelCard.from_json(document)
    return write_package(models / card.id, card, weights, extras, overwrite=True)


def _stated_stage(stage: dict[str, Any]) -> dict[str, bytes]:
    """Complete the card of a stage whose numbers are stated in its code; gives its weights file."""
    key, file = stage["net"], f"{stage['name']}.safetensors"
    net = build_net(key, {})
    stage.update(
        net={"key": key, "arguments": {}},
        weights={"file": file, "sha256": PLACEHOLDER_HASH, "bytes": 0},
        **STATED[key],
    )
    return {file: safetensors_bytes({name: one.half() for name, one in net.state_dict().items()})}


def averaged_weights(run: Path, part: str = "") -> dict[str, Tensor]:
    """The averaged generator of a run's checkpoint, as float16; ``part`` of it, where it has parts
    that only training needs."""
    path = run / "checkpoint.pt"
    if not path.exists():
        message = f"There is no checkpoint in '{run}'. Train that recipe first."
        raise InputError("RUN", str(run), message)
    state = torch.load(path, map_location="cpu", weights_only=True)
    return {
        name[len(part) :]: value.half().contiguous()
        for name, value in state["averaged"].items()
        if name.startswith(part)
    }


def net_arguments(recipe: Recipe) -> dict[str, Any]:
    """What the registry needs to build the recipe's network again."""
    levels = recipe.levels
    return {
        "widths": [level.width for level in levels],
        "blocks": [level.blocks for level in levels],
        "noise": [level.noise for level in levels],
        "sides": [level.side for level in levels],
        "latent": recipe.latent,
    }


def _stage_card(
    recipe: Recipe,
    size: tuple[int, int],
    file: str,
    averaged: Mapping[str, Tensor],
    run: Path,
    key: str = "",
) -> dict[str, Any]:
    kind = EXPORTS[recipe.task]
    arguments = kind.arguments(recipe)
    key = key or kind.net
    net = build_net(key, arguments)
    try:
        net.load_state_dict(dict(averaged))
    except RuntimeError as error:
        message = f"The checkpoint in '{run}' is not of recipe '{recipe.name}': {error}"
        raise InputError("RUN", str(run), message) from error
    return {
        "net": {"key": key, "arguments": arguments},
        "weights": {"file": file, "sha256": PLACEHOLDER_HASH, "bytes": 0},
        "halo": kind.halo(net, *size),
        "multiple": kind.multiple(net),
    }


def stage_halo(net: WorldAnchoredGenerator, task: str, tile: int, factor: int = 0) -> int:
    """Pixels around a canonical tile whose control it depends on."""
    return EXPORTS[task].halo(net, tile, factor)


def generator_halo(net: WorldAnchoredGenerator, tile: int, factor: int = 0) -> int:
    """Of a stage that gives what its network gives."""
    return int(-net.plan(Rect(0, tile, 0, tile)).control.y0 * net.stride)


def _elevation_halo(net: WorldAnchoredGenerator, tile: int, factor: int) -> int:
    inside = Rect(0, tile, 0, tile).grow(elevation.finishing_margin(net.stride))
    return int(-elevation.control_rect(net.plan(inside)).y0 * net.stride)


def _whatever(halo: Callable[[Any, int], int]) -> Callable[[Any, int, int], int]:
    """The same, whatever the stage's factor."""
    return lambda net, tile, factor: halo(net, tile)


def _stride(net: WorldAnchoredGenerator) -> int:
    return int(net.stride)


@dataclass(frozen=True)
class Export:
    """How a task's network is named in a card, and what surrounds a canonical tile of it."""

    net: str
    """A description may name another one of the same weights."""
    arguments: Callable[[Recipe], dict[str, Any]] = net_arguments
    halo: Callable[[Any, int, int], int] = generator_halo
    """Of a network, the tile's side, and the factor of the stage."""
    multiple: Callable[[Any], int] = _stride
    part: str = ""


def _town_arguments(recipe: Recipe) -> dict[str, Any]:
    return {**net_arguments(recipe), "hidden": int(recipe.options["hidden"])}


# By the network of a stage that has no recipe.
STATED = {
    "land_rules": {"halo": land_rules.REACH_PX, "multiple": 16},
    "town_lines": {"halo": town_drawing.REACH_PX, "multiple": town_drawing.LINES_PX},
}

# By the task of the recipe.
EXPORTS: dict[str, Export] = {
    "elevation": Export("elevation_wag", halo=_elevation_halo),
    "continent": Export("continent_wag"),
    "climate": Export("climate_wag", halo=_whatever(climate_halo)),
    "elevation_passes": Export(
        "elevation_passes", two_networks, halo=passes_halo, multiple=lambda _: STRIDE
    ),
    "imagery": Export(
        "imagery_passes",
        imagery_arguments,
        halo=_whatever(imagery_halo),
        multiple=lambda _: COARSEST,
    ),
    "town": Export(
        "town_lattice", arguments=_town_arguments, halo=_whatever(town_halo), multiple=town_multiple
    ),
    "footprints": Export("building_map", halo=_whatever(building_halo), multiple=building_multiple),
}


def _readme(document: Mapping[str, Any]) -> str:
    training = document["training"]
    lines = [f"# {document['title']}", "", document["summary"], "", document["limits"], ""]
    lines += [f"Trained on: {training['data']} ({training['area']}).", ""]
    lines += ["Licence of the weights: " + training["licence"], "", "Notices:", ""]
    lines += [f"- {notice}" for notice in training["attribution"]]
    metrics = training.get("metrics", {})
    if metrics:
        lines += ["", "Measured on regions kept out of training:", "", "| metric | value |"]
        lines += ["|---|---|", *(f"| {name} | {value:g} |" for name, value in metrics.items())]
    return "\n".join(lines) + "\n"
