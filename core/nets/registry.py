"""The networks that a model card may name. A card never names code."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Union

from torch import nn

from ..language import tr
from . import climate, continent, elevation, elevation_passes, footprints, imagery, refinement
from .land_rules import LandRules
from .town_lines import TownLines
from .town_refiner import TownNet
from .wag import Level, WorldAnchoredGenerator

Argument = Union[int, float, str, bool, Sequence[Union[int, float, str, bool]]]


# Far beyond any sensible network, so that a wrong card is refused and does not fill the memory.
_LIMITS = {"widths": (1, 4096), "blocks": (1, 64), "noise": (0, 256), "sides": (0, 256)}
MAX_LEVELS, MAX_LATENT, MAX_PALETTES, MAX_HIDDEN = 8, 256, 4096, 4096


def _levels(arguments: Mapping[str, Argument], side_channels: int) -> list[Level]:
    """Levels whose side inputs have ``side_channels`` or none."""
    columns = []
    for name, (lowest, highest) in _LIMITS.items():
        values = arguments[name]
        if not isinstance(values, Sequence) or isinstance(values, str):
            raise ValueError(
                tr("Argument '{name}' must be a list of whole numbers.").format(name=name)
            )
        if not 1 <= len(values) <= MAX_LEVELS:
            raise ValueError(
                tr("Argument '{name}' must have 1 to {limit} values.").format(
                    name=name, limit=MAX_LEVELS
                )
            )
        for value in values:
            if not isinstance(value, int) or not lowest <= value <= highest:
                raise ValueError(
                    tr(
                        "Value {value!r} of argument '{name}' is no whole number between "
                        "{lowest} and {highest}."
                    ).format(value=value, name=name, lowest=lowest, highest=highest)
                )
        columns.append([int(value) for value in values])
    if len({len(column) for column in columns}) != 1:
        raise ValueError(tr("Arguments 'widths', 'blocks', 'noise' and 'sides' differ in length."))
    if not {0, side_channels}.issuperset(columns[3]):
        raise ValueError(
            tr("Values of argument 'sides' can only be 0 or {channels}.").format(
                channels=side_channels
            )
        )
    return [Level(*row) for row in zip(*columns)]


def _latent(arguments: Mapping[str, Argument]) -> int:
    latent = arguments["latent"]
    if not isinstance(latent, int) or not 0 <= latent <= MAX_LATENT:
        raise ValueError(
            tr("Argument 'latent' must be a whole number between 0 and {limit}.").format(
                limit=MAX_LATENT
            )
        )
    return latent


def _elevation_wag(arguments: Mapping[str, Argument]) -> nn.Module:
    levels = _levels(arguments, elevation.SIDE_CHANNELS)
    return elevation.ElevationGenerator(levels, _latent(arguments))


def _continent_wag(arguments: Mapping[str, Argument]) -> nn.Module:
    return WorldAnchoredGenerator(
        _levels(arguments, 0), continent.STEERING_CHANNELS, _latent(arguments), continent.OUTPUTS
    )


def _climate_wag(arguments: Mapping[str, Argument]) -> nn.Module:
    return climate.ClimateGenerator(_levels(arguments, climate.SIDE_CHANNELS), _latent(arguments))


def _town_lattice(arguments: Mapping[str, Argument]) -> nn.Module:
    hidden = arguments["hidden"]
    if not isinstance(hidden, int) or not 1 <= hidden <= MAX_HIDDEN:
        raise ValueError(f"Argument 'hidden' must be a whole number between 1 and {MAX_HIDDEN}.")
    return TownNet(_levels(arguments, 0), hidden)


def _town_lines(arguments: Mapping[str, Argument]) -> nn.Module:
    return TownLines()


def _footprints(arguments: Mapping[str, Argument]) -> nn.Module:
    return footprints.footprint_net(_levels(arguments, 0))


def _two_networks(arguments: Mapping[str, Argument]) -> dict[str, list[int]]:
    """Sizes of the coarse and of the fine network of passes."""
    rows = _levels({**arguments, "noise": arguments["hidden"], "sides": [0, 0]}, 0)
    if len(rows) != refinement.NETWORKS:
        raise ValueError(
            tr("Argument '{name}' must have {count} values.").format(
                name="widths", count=refinement.NETWORKS
            )
        )
    return {
        "widths": [row.width for row in rows],
        "blocks": [row.blocks for row in rows],
        "hidden": [row.noise for row in rows],
    }


def _elevation_passes(arguments: Mapping[str, Argument]) -> nn.Module:
    return elevation_passes.ElevationRefiner(**_two_networks(arguments))


def _imagery(arguments: Mapping[str, Argument]) -> nn.Module:
    palettes = arguments["palettes"]
    if not isinstance(palettes, int) or not 1 <= palettes <= MAX_PALETTES:
        raise ValueError(
            tr("Argument 'palettes' must be between 1 and {limit}.").format(limit=MAX_PALETTES)
        )
    return imagery.ImageryNet(**_two_networks(arguments), palettes=palettes)


def _land_rules(arguments: Mapping[str, Argument]) -> nn.Module:
    return LandRules()


NETS: Mapping[str, Callable[[Mapping[str, Argument]], nn.Module]] = {
    "elevation_wag": _elevation_wag,
    "elevation_passes": _elevation_passes,
    "continent_wag": _continent_wag,
    "imagery_passes": _imagery,
    "land_rules": _land_rules,
    "town_lattice": _town_lattice,
    "town_lines": _town_lines,
    "building_map": _footprints,
    "building_heights": _footprints,
    "climate_wag": _climate_wag,
}


def build_net(key: str, arguments: Mapping[str, Argument]) -> nn.Module:
    """A network with untrained weights; ``ValueError`` for an unknown key or wrong arguments."""
    if key not in NETS:
        raise ValueError(
            tr("Network '{network}' is not known; known are {known}.").format(
                network=key, known=", ".join(sorted(NETS))
            )
        )
    try:
        return NETS[key](arguments)
    except KeyError as error:
        raise ValueError(
            tr("Network '{network}' needs the argument {argument}.").format(
                network=key, argument=error
            )
        ) from error
