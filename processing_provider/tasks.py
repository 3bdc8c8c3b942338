"""What a card's task asks for, as an algorithm. A new task is one line here."""

from __future__ import annotations

from .guided_algorithm import GuidedAlgorithm
from .model_algorithm import ExtentAlgorithm, LayerAlgorithm, ModelAlgorithm

TASKS: dict[str, type[ModelAlgorithm]] = {
    "terrain": ExtentAlgorithm,
    "terrain_detail": LayerAlgorithm,
    "imagery": GuidedAlgorithm,
    "imagery_from_landcover": GuidedAlgorithm,
    "imagery_from_terrain": GuidedAlgorithm,
    "map_tiles": GuidedAlgorithm,
    "buildings": GuidedAlgorithm,
    "climate": GuidedAlgorithm,
}
