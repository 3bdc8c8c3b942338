"""Small terrain models with random weights: everything but the quality is real."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import torch
from safetensors.torch import save

from ...core.card import Band, ModelCard, Net, Stage, Style, Training, Weights
from ...core.nets.registry import build_net
from ...core.package import ModelPackage, write_package
from ...core.params import Option, ParamSpec
from ...core.training.export import stage_halo

TRAINING = Training("none", "nowhere", "GPL-2.0-or-later")
LANDFORM = ParamSpec(
    "landform", "enum", "natural", options=(Option("natural", "Natural"), Option("alpine", "Alps"))
)
RELIEF = ParamSpec("relief", "float", 50.0, 0.0, 100.0)
SEA_LEVEL = ParamSpec("sea_level", "float", 0.0, -100.0, 3000.0)


def _arguments(depth: int, sides: int) -> dict[str, object]:
    return {
        "widths": (8,) * depth,
        "blocks": (1,) * depth,
        "noise": (2,) * depth,
        "sides": (0, *(sides,) * (depth - 1)),
        "latent": 2,
    }


def _stage(
    name: str, task: str, depth: int, pixel_sizes_m: tuple[float, ...], factor: int, tile: int
) -> tuple[Stage, bytes]:
    torch.manual_seed(len(name))
    key = f"{task}_wag"
    arguments = _arguments(depth, 2 if task == "elevation" else 0)
    net = build_net(key, arguments)
    with torch.no_grad():  # random heads would drown the world: lift it, and push shores back
        net.head.bias[-4:] += 2.0 if task == "continent" else 0.5
    halo = stage_halo(net, task, tile)
    file = f"{name}.safetensors"
    weights = save({key: value.half().contiguous() for key, value in net.state_dict().items()})
    stage = Stage(
        name, Net(key, arguments), Weights(file), pixel_sizes_m, factor, tile, halo, net.stride
    )
    return stage, weights


def tiny_terrain(models: Path) -> ModelPackage:
    """A cascade of three stages, 3.84 km, 480 m, then 30 or 90 m."""
    stages = [
        _stage("continent", "continent", 5, (3840.0, 3840.0), 0, 64),
        _stage("relief", "elevation", 3, (480.0, 480.0), 8, 32),
        _stage("detail", "elevation", 4, (30.0, 90.0), 16, 64),
    ]
    presets = {"natural": {}, "alpine": {"height_m": 1600.0, "spread_m": 600.0}}
    return _write(models, "terrain", stages, (LANDFORM, RELIEF, SEA_LEVEL), presets)


def tiny_detail(models: Path) -> ModelPackage:
    """The detail stage alone."""
    stages = [_stage("detail", "elevation", 4, (30.0, 90.0), 16, 64)]
    return _write(models, "terrain_detail", stages, (), {})


def tiny_steps(models: Path) -> ModelPackage:
    """Detail in two steps of four pixels, by weights that they share."""
    detail, weights = _stage("detail", "elevation", 4, (30.0, 90.0), 4, 64)
    halo = stage_halo(build_net(detail.net.key, detail.net.arguments), "elevation", 32)
    slopes = replace(detail, name="slopes", pixel_sizes_m=(120.0, 360.0), tile=32, halo=halo)
    return _write(models, "terrain_detail", [(slopes, weights), (detail, weights)], (), {})


def _write(
    models: Path,
    name: str,
    stages: list[tuple[Stage, bytes]],
    parameters: tuple[ParamSpec, ...],
    presets: dict[str, dict[str, float]],
) -> ModelPackage:
    card = ModelCard(
        id=name,
        version="0.0.1",
        task=name,
        title=name,
        summary="For tests.",
        native_pixel_sizes_m=(30.0, 90.0),
        pixel_range_m=(5.0, 1000.0),
        quantum=0.0625,
        output=(Band("elevation", unit="m", nodata=-32768.0),),
        stages=tuple(stage for stage, _ in stages),
        style=Style(ramp="elevation"),
        training=TRAINING,
        limits="Random weights.",
        group="Terrain",
        parameters=parameters,
        presets=presets,
    )
    weights = {stage.weights.file: content for stage, content in stages}
    return write_package(models / name, card, weights)
