"""The networks that a model card may name. A card never names code."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Union

from torch import nn

from . import continent, elevation
from .wag import Level, WorldAnchoredGenerator

Argument = Union[int, float, str, bool, Sequence[Union[int, float, str, bool]]]


def _levels(arguments: Mapping[str, Argument]) -> list[Level]:
    columns = []
    for name in ("widths", "blocks", "noise", "sides"):
        values = arguments[name]
        if not isinstance(values, Sequence) or isinstance(values, str):
            raise ValueError(f"Argument '{name}' must be a list of whole numbers.")
        columns.append([int(value) for value in values])
    if len({len(column) for column in columns}) != 1:
        raise ValueError("Arguments 'widths', 'blocks', 'noise' and 'sides' differ in length.")
    return [Level(*row) for row in zip(*columns)]


def _latent(arguments: Mapping[str, Argument]) -> int:
    latent = arguments["latent"]
    if not isinstance(latent, int):
        raise ValueError("Argument 'latent' must be a whole number.")
    return latent


def _elevation_wag(arguments: Mapping[str, Argument]) -> nn.Module:
    return WorldAnchoredGenerator(
        _levels(arguments), elevation.FEATURES, _latent(arguments), elevation.OUTPUTS
    )


def _continent_wag(arguments: Mapping[str, Argument]) -> nn.Module:
    return WorldAnchoredGenerator(
        _levels(arguments), continent.STEERING_CHANNELS, _latent(arguments), continent.OUTPUTS
    )


NETS: Mapping[str, Callable[[Mapping[str, Argument]], nn.Module]] = {
    "elevation_wag": _elevation_wag,
    "continent_wag": _continent_wag,
}


def build_net(key: str, arguments: Mapping[str, Argument]) -> nn.Module:
    """A network with untrained weights; ``ValueError`` for an unknown key or wrong arguments."""
    if key not in NETS:
        raise ValueError(f"Network '{key}' is not known; known are {', '.join(sorted(NETS))}.")
    try:
        return NETS[key](arguments)
    except KeyError as error:
        raise ValueError(f"Network '{key}' needs the argument {error}.") from error
