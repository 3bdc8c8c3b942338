"""Loads a checked model folder into torch."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import Callable, Protocol

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import nn

from ..card import Stage
from ..engine import TileModel, TileRequest, never, unheard
from ..errors import Cancelled, PackageError
from ..language import tr
from ..nets.registry import build_net
from ..nets.wag import channels_last
from ..package import ModelPackage
from ..tiling import FloatArray
from .buildings import BuildingHeightStage, BuildingMapStage
from .climate import ClimateStage
from .convolution import use_one_kernel
from .devices import set_repeatable
from .elevation_passes import ElevationPassesStage
from .imagery import ImageryStage, LandCoverStage
from .memory import shortage, within_memory
from .terrain import ContinentStage, ElevationStage
from .towns import StreetStage, TownStage


class TileStage(Protocol):
    """A network with what turns a request into its input and its output into values."""

    @property
    def net(self) -> nn.Module: ...

    def compute(self, request: TileRequest) -> FloatArray: ...


# By the network that a card's stage names: what is made of it, its card, the model's id, a device.
_STAGES: Mapping[str, Callable[..., TileStage]] = {
    "elevation_wag": ElevationStage,
    "elevation_passes": ElevationPassesStage,
    "continent_wag": ContinentStage,
    "climate_wag": ClimateStage,
    "imagery_passes": ImageryStage,
    "land_rules": LandCoverStage,
    "town_lattice": TownStage,
    "town_lines": StreetStage,
    "building_map": BuildingMapStage,
    "building_heights": BuildingHeightStage,
}


# Cascades that begin with the stages of another model draw its noise: the land is the same.
_FAMILIES = {"imagery": "terrain"}


class TorchTileModel:
    """All stages of a model on one device."""

    def __init__(
        self,
        package: ModelPackage,
        device: torch.device,
        cancelled: Callable[[], bool],
        warn: Callable[[str], None],
    ) -> None:
        self.device = str(device)
        self._device, self._warn = device, _once(warn)
        self._lock = threading.Lock()
        self._stages = within_memory(
            lambda: {stage.name: _load(package, stage, device) for stage in package.card.stages},
            device,
            tr("loading model '{model}'").format(model=package.id),
            self._warn,
        )
        for opened in self._stages.values():
            _make_interruptible(opened.net, cancelled)

    def compute(self, request: TileRequest) -> FloatArray:
        stage = self._stages[request.stage]
        work = tr("computing a tile of stage '{stage}'").format(stage=request.stage)
        with self._lock, torch.inference_mode():
            set_repeatable()
            return within_memory(lambda: stage.compute(request), self._device, work, self._warn)

    def close(self) -> None:
        self._stages.clear()


def open_model(
    package: ModelPackage,
    device: torch.device,
    cancelled: Callable[[], bool] = never,
    warn: Callable[[str], None] = unheard,
) -> TileModel:
    return TorchTileModel(package, device, cancelled, warn)


def _once(warn: Callable[[str], None]) -> Callable[[str], None]:
    """The same warning is not given for every tile."""
    told: set[str] = set()

    def tell(message: str) -> None:
        if message not in told:
            told.add(message)
            warn(message)

    return tell


def _make_interruptible(net: nn.Module, cancelled: Callable[[], bool]) -> None:
    """Have every layer ask before it starts; `Cancelled` ends the tile."""

    def look(layer: nn.Module, inputs: object) -> None:
        if cancelled():
            raise Cancelled

    for layer in net.modules():
        layer.register_forward_pre_hook(look)


def _load(package: ModelPackage, stage: Stage, device: torch.device) -> TileStage:
    try:
        # Without memory of its own: a network never becomes larger than its weights file.
        with torch.device("meta"):
            net = build_net(stage.net.key, stage.net.arguments)
        _fill(net, load_file(package.weights_path(stage.name)))
    except (ValueError, RuntimeError, OSError, SafetensorError) as error:
        if shortage(error) is not None:
            raise
        raise PackageError(
            package.folder,
            tr("Stage '{stage}' cannot be built: {error}").format(stage=stage.name, error=error),
        ) from error
    net = channels_last(net, device).eval()
    if device.type == "cpu":
        use_one_kernel(net)
    family = _FAMILIES.get(package.card.task, package.id)
    return _STAGES[stage.net.key](net, stage, family, device)


def _fill(net: nn.Module, weights: dict[str, torch.Tensor]) -> None:
    """Put stored 16-bit weights into the network, as float32."""
    full = {name: value.float() for name, value in weights.items()}
    net.load_state_dict(full, strict=True, assign=True)
