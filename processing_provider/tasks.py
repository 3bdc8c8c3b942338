"""What a card's task asks for, as an algorithm. A new task is one line here."""

from __future__ import annotations

from .building_algorithm import Buildings
from .climate_algorithm import ClimateAlgorithm
from .imagery_algorithm import ImageryAlgorithm
from .landcover_algorithm import LandCoverAlgorithm
from .map_algorithms import MapTiles
from .model_algorithm import ExtentAlgorithm, LayerAlgorithm, ModelAlgorithm

TASKS: dict[str, type[ModelAlgorithm]] = {
    "terrain": ExtentAlgorithm,
    "terrain_detail": LayerAlgorithm,
    "imagery": ImageryAlgorithm,
    "imagery_from_landcover": LandCoverAlgorithm,
    "imagery_from_terrain": LandCoverAlgorithm,
    "map_tiles": MapTiles,
    "buildings": Buildings,
    "climate": ClimateAlgorithm,
}
