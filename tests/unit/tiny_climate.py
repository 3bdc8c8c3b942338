"""A small climate model with random weights: everything but the quality is real."""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import save

from ...core.card import Band, LayerSpec, ModelCard, Net, Stage, Style, Training, Weights
from ...core.nets.climate import SIDE_CHANNELS, climate_halo
from ...core.nets.registry import build_net
from ...core.package import ModelPackage, write_package
from ...core.params import Option, ParamSpec
from .tiny_terrain import TRAINING, _stage

PIXEL_M = 26880.0
PARAMETERS = (
    ParamSpec(
        "variable",
        "enum",
        "temperature",
        options=(
            Option("temperature", "Temperature"),
            Option("precipitation", "Precipitation"),
        ),
    ),
    ParamSpec("start_year", "int", 2001, 1, 9999),
    ParamSpec("start_month", "int", 1, 1, 12),
    ParamSpec("steps", "int", 2, 1, 600),
    ParamSpec(
        "statistic",
        "enum",
        "single",
        options=(Option("single", "One"), Option("mean", "Mean"), Option("spread", "Spread")),
    ),
    ParamSpec("members", "int", 3, 2, 100),
)


def tiny_climate(models: Path) -> ModelPackage:
    """A world of land and sea, and the climate on it."""
    torch.manual_seed(8)
    arguments = {
        "widths": (8, 8, 8, 8),
        "blocks": (1, 1, 1, 1),
        "noise": (4, 4, 4, 4),
        "sides": (0, SIDE_CHANNELS, SIDE_CHANNELS, SIDE_CHANNELS),
        "latent": 4,
    }
    net = build_net("climate_wag", arguments)
    tile = 32
    weights = {key: value.half().contiguous() for key, value in net.state_dict().items()}
    stage = Stage(
        "climate",
        Net("climate_wag", arguments),
        Weights("climate.safetensors"),
        (PIXEL_M,),
        1,
        tile,
        climate_halo(net, tile),
        net.stride,
    )
    world, world_weights = _stage("continent", "continent", 5, (3840.0,), 0, 64)
    card = ModelCard(
        id="climate",
        version="0.0.1",
        task="climate",
        title="Climate",
        summary="For tests.",
        native_pixel_sizes_m=(PIXEL_M,),
        pixel_range_m=(500.0, 300000.0),
        quantum=0.03125,
        output=(
            Band("temperature", unit="°C", nodata=-32768.0),
            Band("precipitation", unit="mm", nodata=-32768.0),
        ),
        stages=(world, stage),
        style=Style(ramp="temperature"),
        training=Training(TRAINING.data, TRAINING.area, TRAINING.licence),
        limits="Random weights.",
        group="Climate",
        layers=(
            LayerSpec("elevation", "Elevation", "values", True, "m"),
            LayerSpec("coarse", "Coarse field", "values", True),
        ),
        parameters=PARAMETERS,
    )
    files = {"continent.safetensors": world_weights, "climate.safetensors": save(weights)}
    return write_package(models / "climate", card, files, {"LICENSE": b"GPL-2.0-or-later\n"})
