"""The map stages: shares of classes, and classes, one canonical tile at a time."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import torch
from torch import Tensor

from ..card import Stage
from ..cascade import control_rect, noise_salt
from ..engine import TileRequest
from ..nets import maps
from ..nets.wag import WorldAnchoredGenerator, crop
from ..tiling import FloatArray
from .arrays import as_array
from .terrain import lattice_noise

FAMILY = "maps"
"""Models of maps and of buildings draw the same noise, so that what they make belongs together."""
USUAL_DENSITY = 50.0
DENSITY_STEP = 25.0
USUAL_BUILT_SHARE, USUAL_STREET_SHARE = 0.35, 0.1


def density_factor(settings: Mapping[str, float]) -> float:
    """1 for the usual density; every 25 more double it."""
    return float(2.0 ** ((settings.get("density", USUAL_DENSITY) - USUAL_DENSITY) / DENSITY_STEP))


def wishes(settings: Mapping[str, float]) -> dict[str, float]:
    """Shares that a user wishes for, by descriptor; what is left open is absent."""
    out = {name: settings[name] for name in maps.DESCRIPTORS if name in settings}
    factor = density_factor(settings)
    if factor != 1.0:
        usual = {"built_share": USUAL_BUILT_SHARE, "street_share": USUAL_STREET_SHARE}
        for name, share in usual.items():
            out[name] = min(out.get(name, share) * factor, 0.9)
    return out


class RegionStage:
    """Shares of ground classes in cells of 64 m from noise; gives ``(11, tile, tile)``."""

    def __init__(
        self, net: WorldAnchoredGenerator, stage: Stage, model_id: str, device: torch.device
    ) -> None:
        self.net, self.stage, self.device = net, stage, device
        self.salt = noise_salt(FAMILY, "region")

    def compute(self, request: TileRequest) -> FloatArray:
        plan = self.net.plan(request.tile)
        steering = _steering(request.settings).to(self.device)
        steering = steering.expand(1, -1, *plan.control.shape)
        noise = lattice_noise(request.seed, self.salt, self.device)
        sides: list[Tensor | None] = [None] * len(self.net.levels)
        return as_array(self.net(steering, sides, plan, noise).float().softmax(1)[0])


def _steering(settings: Mapping[str, float]) -> Tensor:
    wanted = wishes(settings)
    values = [
        maps.descriptor_signal(name, wanted[name]) if name in wanted else 0.0
        for name in maps.DESCRIPTORS
    ]
    shown = [1.0 if name in wanted else 0.0 for name in maps.DESCRIPTORS]
    return torch.tensor([*values, *shown], dtype=torch.float32)[None, :, None, None]


class ShareStage:
    """A stage that is steered by the shares of the stage before."""

    def __init__(
        self, net: WorldAnchoredGenerator, stage: Stage, model_id: str, device: torch.device
    ) -> None:
        self.net, self.stage, self.device = net, stage, device
        self.salt = noise_salt(FAMILY, stage.name)

    def logits(self, request: TileRequest) -> Tensor:
        plan = self.net.plan(request.tile)
        have = control_rect(self.stage, request.tile)
        shares = crop(_control(self.stage, request), have, plan.control)
        features = maps.share_control(shares).contiguous(memory_format=torch.channels_last)
        noise = lattice_noise(request.seed, self.salt, self.device)
        sides: list[Tensor | None] = [None] * len(self.net.levels)
        out: Tensor = self.net(features.to(self.device), sides, plan, noise).float()
        return out


class TownStage(ShareStage):
    """Shares of ground classes in cells of 16 m from those of 64 m; gives ``(11, tile, tile)``."""

    def compute(self, request: TileRequest) -> FloatArray:
        return as_array(self.logits(request).softmax(1)[0])


class StreetStage(ShareStage):
    """Codes of ground classes at 2 m from shares in cells of 16 m; gives ``(1, tile, tile)``."""

    def compute(self, request: TileRequest) -> FloatArray:
        return as_array(self.logits(request).argmax(1).float())


def _control(stage: Stage, request: TileRequest) -> Tensor:
    if request.control is None:
        raise ValueError(f"Stage '{request.stage}' needs a control raster.")
    return torch.from_numpy(np.ascontiguousarray(request.control))[None]
