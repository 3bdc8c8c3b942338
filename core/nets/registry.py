"""The networks that a model card may name. A card never names code."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Union

from torch import nn

from . import climate, continent, elevation, footprints, imagery, maps
from .land_rules import LandRules
from .wag import Level, WorldAnchoredGenerator

Argument = Union[int, float, str, bool, Sequence[Union[int, float, str, bool]]]


# Far beyond any sensible network, so that a wrong card is refused and does not fill the memory.
_LIMITS = {"widths": (1, 4096), "blocks": (1, 64), "noise": (0, 256), "sides": (0, 256)}
MAX_LEVELS, MAX_LATENT, MAX_PALETTES = 8, 256, 4096


def _levels(arguments: Mapping[str, Argument], side_channels: int) -> list[Level]:
    """Levels whose side inputs have ``side_channels`` or none."""
    columns = []
    for name, (lowest, highest) in _LIMITS.items():
        values = arguments[name]
        if not isinstance(values, Sequence) or isinstance(values, str):
            raise ValueError(f"Argument '{name}' must be a list of whole numbers.")
        if not 1 <= len(values) <= MAX_LEVELS:
            raise ValueError(f"Argument '{name}' must have 1 to {MAX_LEVELS} values.")
        for value in values:
            if not isinstance(value, int) or not lowest <= value <= highest:
                raise ValueError(
                    f"Value {value!r} of argument '{name}' is no whole number between {lowest} "
                    f"and {highest}."
                )
        columns.append([int(value) for value in values])
    if len({len(column) for column in columns}) != 1:
        raise ValueError("Arguments 'widths', 'blocks', 'noise' and 'sides' differ in length.")
    if not {0, side_channels}.issuperset(columns[3]):
        raise ValueError(f"Values of argument 'sides' can only be 0 or {side_channels}.")
    return [Level(*row) for row in zip(*columns)]


def _latent(arguments: Mapping[str, Argument]) -> int:
    latent = arguments["latent"]
    if not isinstance(latent, int) or not 0 <= latent <= MAX_LATENT:
        raise ValueError(f"Argument 'latent' must be a whole number between 0 and {MAX_LATENT}.")
    return latent


def _elevation_wag(arguments: Mapping[str, Argument]) -> nn.Module:
    levels = _levels(arguments, elevation.SIDE_CHANNELS)
    addressed = arguments.get("addressed", False)
    if not isinstance(addressed, bool):
        raise ValueError("Argument 'addressed' must be true or false.")
    return elevation.ElevationGenerator(levels, _latent(arguments), addressed)


def _continent_wag(arguments: Mapping[str, Argument]) -> nn.Module:
    return WorldAnchoredGenerator(
        _levels(arguments, 0), continent.STEERING_CHANNELS, _latent(arguments), continent.OUTPUTS
    )


def _climate_wag(arguments: Mapping[str, Argument]) -> nn.Module:
    return climate.ClimateGenerator(_levels(arguments, climate.SIDE_CHANNELS), _latent(arguments))


def _region_wag(arguments: Mapping[str, Argument]) -> nn.Module:
    return WorldAnchoredGenerator(
        _levels(arguments, 0), maps.STEERING_CHANNELS, _latent(arguments), maps.CLASSES
    )


def _share_wag(arguments: Mapping[str, Argument]) -> nn.Module:
    return WorldAnchoredGenerator(
        _levels(arguments, 0), maps.SHARE_CHANNELS, _latent(arguments), maps.CLASSES
    )


def _footprints(arguments: Mapping[str, Argument]) -> nn.Module:
    return footprints.footprint_net(_levels(arguments, 0))


def _imagery_wag(arguments: Mapping[str, Argument]) -> nn.Module:
    widths, palettes = arguments["widths"], arguments["palettes"]
    sides = [0] * len(widths) if isinstance(widths, Sequence) else ()
    levels = imagery.with_sides(_levels({**arguments, "sides": sides}, 0))
    if not isinstance(palettes, int) or not 1 <= palettes <= MAX_PALETTES:
        raise ValueError(f"Argument 'palettes' must be between 1 and {MAX_PALETTES}.")
    return imagery.ImageryGenerator(levels, _latent(arguments), palettes)


def _land_rules(arguments: Mapping[str, Argument]) -> nn.Module:
    return LandRules()


NETS: Mapping[str, Callable[[Mapping[str, Argument]], nn.Module]] = {
    "elevation_wag": _elevation_wag,
    "continent_wag": _continent_wag,
    "imagery_wag": _imagery_wag,
    "land_rules": _land_rules,
    "region_wag": _region_wag,
    "town_wag": _share_wag,
    "street_wag": _share_wag,
    "building_map": _footprints,
    "building_heights": _footprints,
    "climate_wag": _climate_wag,
}


def build_net(key: str, arguments: Mapping[str, Argument]) -> nn.Module:
    """A network with untrained weights; ``ValueError`` for an unknown key or wrong arguments."""
    if key not in NETS:
        raise ValueError(f"Network '{key}' is not known; known are {', '.join(sorted(NETS))}.")
    try:
        return NETS[key](arguments)
    except KeyError as error:
        raise ValueError(f"Network '{key}' needs the argument {error}.") from error
