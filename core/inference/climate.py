"""The climate stage: one month's temperature and precipitation on one canonical tile."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from ..card import Stage
from ..cascade import noise_salt
from ..climate_control import COARSE_TEMPERATURE, ELEVATION, LAND, LATITUDE, MONTHS
from ..engine import TileRequest
from ..month_noise import torch_month_noise
from ..nets import climate
from ..nets.climate_features import FEATURE_HALO_PX, Land
from ..nets.wag import NoiseSource, Plan, crop
from ..tiling import FloatArray, Rect
from .arrays import as_array

FAMILY = "climate"


def month_source(seed: int, salt: int, month: int, device: torch.device) -> NoiseSource:
    """World noise of one month for every layer of a network, ``(1, channels, H, W)``."""

    def draw(layer: int, channels: int, rect: Rect) -> Tensor:
        return torch_month_noise(seed, salt, month, layer, channels, rect, device)[None]

    return draw


class ClimateStage:
    """Degrees Celsius and mm, ``(2, tile, tile)``; settings ``month``, an absolute month number,
    and ``coarse_px``, the side of the coarse field's blocks in pixels, 0 for no such field.

    The control's channels are those of :mod:`core.climate_control`, NaN where unknown.
    """

    def __init__(
        self, net: climate.ClimateGenerator, stage: Stage, model_id: str, device: torch.device
    ) -> None:
        self.net, self.stage, self.device = net, stage, device
        self.salt = noise_salt(FAMILY, stage.name)

    def compute(self, request: TileRequest) -> FloatArray:
        if request.control is None:
            raise ValueError(f"Stage '{request.stage}' needs a control raster.")
        inside = request.tile.grow(climate.CONSERVING_HALO_PX)
        plan = self.net.plan(inside)
        wide = plan.control.refine(self.net.stride)
        have = wide.grow(FEATURE_HALO_PX)
        if request.tile.grow(self.stage.halo) != have:
            raise ValueError(f"The card gives stage '{self.stage.name}' a wrong halo.")
        month = int(request.settings["month"])
        factor = int(request.settings.get("coarse_px", 0))
        control = torch.from_numpy(np.ascontiguousarray(request.control)).to(self.device)[None]
        near = inside.grow(climate.STATIC_HALO_PX)
        ground = wide if factor else near
        normals = self._normals(crop(control, have, ground.grow(FEATURE_HALO_PX)), month)
        noise = month_source(request.seed, self.salt, month, self.device)
        inner = normals.cropped(ground, inside)
        if not factor:
            steering = climate.unsteered(self.net.departures, plan, normals.mean)
            values = climate.fields(inner, self.net(normals, steering, plan, noise))
            return as_array(crop(values, inside, request.tile)[0])
        coarse = climate.Coarse(
            F.avg_pool2d(crop(control[:, COARSE_TEMPERATURE:], have, wide), factor), factor
        )
        steering = self._steering(normals, coarse, plan, inside)
        departures = self.net(normals.cropped(wide, near), steering, plan, noise)
        blocks = crop(coarse.values, wide.coarsen(factor), inside.coarsen(factor))
        values = climate.fields(inner, departures)
        values = climate.conserve(values, climate.Coarse(blocks, factor))
        return as_array(crop(values, inside, request.tile)[0])

    def _normals(self, control: Tensor, month: int) -> climate.Normals:
        channels = (control[:, i : i + 1] for i in (ELEVATION, LAND, LATITUDE))
        season = torch.tensor([float(month % MONTHS)], device=self.device)
        return self.net.normals(Land(*channels), season)

    def _steering(
        self, normals: climate.Normals, coarse: climate.Coarse, plan: Plan, inside: Rect
    ) -> climate.Steering:
        blocks = climate.block_departures(normals, coarse)
        return climate.steer(self.net.departures, plan, blocks, coarse.factor, inside)
