"""The part of a model that ends with an earlier stage, whose result a user may keep too."""

from __future__ import annotations

from dataclasses import replace

from .card import Band, ModelCard, Stage, Style
from .cascade import ELEVATION_NETS
from .errors import InputError
from .language import tr
from .package import ModelPackage

PARAMETER = "stage"
"""What the tags of a kept stage say beside the model's own parameters."""
ELEVATION_QUANTUM_M = 0.0625
_TERRAIN = "terrain"


def kept_bands(card: ModelCard) -> tuple[Band, ...]:
    """What the earlier stages of a model give, in their order."""
    return tuple(stage.keeps for stage in card.stages if stage.keeps is not None)


def part_of(package: ModelPackage, name: str) -> ModelPackage:
    """``package`` up to the stage that gives band ``name``; `InputError` where none does."""
    for index, stage in enumerate(package.card.stages):
        if stage.keeps is not None and stage.keeps.name == name:
            card = _part(package.card, index, stage, stage.keeps)
            return replace(package, card=card, whole=package.card, kept=name)
    message = tr("Model '{model}' has no stage that gives '{name}'.")
    raise InputError(PARAMETER, name, message.format(model=package.id, name=name))


def _part(card: ModelCard, index: int, stage: Stage, band: Band) -> ModelCard:
    """A card of its own kind: land is made as by a model of terrain."""
    is_land = stage.net.key in ELEVATION_NETS
    return replace(
        card,
        task=_TERRAIN if is_land else card.task,
        title=band.name.capitalize(),
        stages=card.stages[: index + 1],
        native_pixel_sizes_m=stage.pixel_sizes_m,
        output=(band,),
        quantum=ELEVATION_QUANTUM_M if is_land else 0.0,
        style=Style("elevation" if is_land else "classes"),
    )
