"""The map stages: shares of classes, classes, and buildings, one canonical tile at a time."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from ..card import Stage
from ..cascade import control_rect, noise_salt
from ..engine import TileRequest
from ..map_classes import MapClass
from ..nets import footprints, maps
from ..nets.footprints import FINISHING_MARGIN_PX, FootprintNet
from ..nets.wag import WorldAnchoredGenerator, crop
from ..tiling import FloatArray
from .arrays import as_array
from .terrain import lattice_noise

FAMILY = "maps"
"""Models of maps and of buildings draw the same noise, so that what they make belongs together."""
USUAL_DENSITY = 50.0
DENSITY_STEP = 25.0
USUAL_BUILT_SHARE, USUAL_STREET_SHARE, USUAL_COVERAGE = 0.35, 0.1, 0.16
# Within the margin that finishing a tile of buildings may need.
EVEN_REACH_PX = 3
HEIGHT_STEP_M = 0.1


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


class BuildingStage:
    """What both stages of buildings share; codes of classes at 2 m are the control.

    Code 11 in the control is a building that is there already. Where a tile's surroundings have
    any, and the setting ``keep_buildings`` is not 0, they are kept and no others are made.
    """

    def __init__(
        self, net: FootprintNet, stage: Stage, model_id: str, device: torch.device
    ) -> None:
        self.net, self.stage, self.device = net, stage, device
        self.salt = noise_salt(FAMILY, "buildings")

    def buildings(self, request: TileRequest) -> tuple[Tensor, Tensor, Tensor]:
        """``(codes, mask, metres)``, each ``(1, 1, tile, tile)``."""
        inside = request.tile.grow(FINISHING_MARGIN_PX)
        plan = self.net.plan(inside)
        have = control_rect(self.stage, request.tile).refine(self.stage.multiple)
        codes = _control(self.stage, request).nan_to_num(float(MapClass.OPEN)).to(self.device)
        given = codes == float(MapClass.BUILDING)
        ground = torch.where(given, float(MapClass.BUILT_UP), codes)
        classes = maps.one_hot(crop(ground, have, plan.map)[:, 0])
        classes = classes.contiguous(memory_format=torch.channels_last)
        noise = lattice_noise(request.seed, self.salt, self.device)
        out = self.net(classes, _density(request.settings).to(self.device), plan, noise).float()
        mask = out[:, :1] > 0.0
        if request.settings.get("keep_buildings", 1.0) and bool(given.any()):
            mask = crop(given, have, inside)
        else:
            mask = without_specks(mask) & buildable(crop(ground, have, inside))
        metres = evened(footprints.height_metres(out[:, 1:]), mask)
        tile = request.tile
        return crop(codes, have, tile), crop(mask, inside, tile), crop(metres, inside, tile)


class BuildingMapStage(BuildingStage):
    """The map's codes with its buildings on top, ``(1, tile, tile)``."""

    def compute(self, request: TileRequest) -> FloatArray:
        codes, mask, _ = self.buildings(request)
        return as_array(torch.where(mask, float(MapClass.BUILDING), codes)[0])


class BuildingHeightStage(BuildingStage):
    """Heights of buildings in metres, 0 where there is none, ``(1, tile, tile)``."""

    def compute(self, request: TileRequest) -> FloatArray:
        _, mask, metres = self.buildings(request)
        return as_array(torch.where(mask, metres, 0.0)[0])


def _density(settings: Mapping[str, float]) -> Tensor:
    factor = density_factor(settings)
    if factor == 1.0:
        return torch.zeros(1, footprints.STEERING)
    share = torch.tensor([[min(USUAL_COVERAGE * factor, 0.8)]])
    return torch.cat([footprints.density_signal(share), torch.ones(1, 1)], 1)


def buildable(codes: Tensor) -> Tensor:
    """Where a building may stand: not on streets, rails or water."""
    return codes < float(MapClass.WATER)


def without_specks(mask: Tensor) -> Tensor:
    """Opened by 2 x 2 pixels: no line or point of one pixel is left."""
    solid = -F.max_pool2d(-F.pad(mask.float(), (0, 1, 0, 1)), 2, 1)
    return F.max_pool2d(F.pad(solid, (1, 0, 1, 0)), 2, 1) > 0.0


def evened(metres: Tensor, mask: Tensor) -> Tensor:
    """Heights averaged twice over the building around each pixel, in steps of ``HEIGHT_STEP_M``."""
    weight = mask.float()
    window = 2 * EVEN_REACH_PX + 1
    near = F.avg_pool2d(weight, window, 1, EVEN_REACH_PX).clamp_min(1e-6)
    for _ in range(2):
        metres = F.avg_pool2d(metres * weight, window, 1, EVEN_REACH_PX) / near
    return (metres / HEIGHT_STEP_M).round() * HEIGHT_STEP_M


def _control(stage: Stage, request: TileRequest) -> Tensor:
    if request.control is None:
        raise ValueError(f"Stage '{request.stage}' needs a control raster.")
    return torch.from_numpy(np.ascontiguousarray(request.control))[None]
