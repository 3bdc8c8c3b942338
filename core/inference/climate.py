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
from ..language import tr
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
        factor = int(request.settings.get("coarse_px", 0))
        control = torch.from_numpy(np.ascontiguousarray(request.control)).to(self.device)[None]
        month = int(request.settings["month"])
        noise = month_source(request.seed, self.salt, month, self.device)
        if factor:
            values = self._following(request.tile, control, month, factor, noise)
        else:
            values = self._free(request.tile, control, month, noise)
        return as_array(values[0])

    def _free(self, tile: Rect, control: Tensor, month: int, noise: NoiseSource) -> Tensor:
        plan = self.net.plan(tile)
        near = tile.grow(climate.STATIC_HALO_PX)
        seen = crop(control, tile.grow(self.stage.halo), near.grow(FEATURE_HALO_PX))
        normals = self._normals(seen, month)
        steering = climate.unsteered(self.net.departures, plan, normals.mean)
        departures = self.net(normals, steering, plan, noise)
        return climate.fields(normals.cropped(near, tile), departures)

    def _following(
        self, tile: Rect, control: Tensor, month: int, factor: int, noise: NoiseSource
    ) -> Tensor:
        """With the means of the coarse field in ``control`` over blocks of ``factor`` pixels."""
        inside = tile.grow(climate.CONSERVING_HALO_PX)
        plan = self.net.plan(inside)
        wide, have = plan.control.refine(self.net.stride), tile.grow(self.stage.halo)
        if wide.grow(FEATURE_HALO_PX) != have:
            raise ValueError(
                tr("The card gives stage '{stage}' a wrong halo.").format(stage=self.stage.name)
            )
        near = inside.grow(climate.STATIC_HALO_PX)
        normals = self._normals(control, month)
        given = F.avg_pool2d(crop(control[:, COARSE_TEMPERATURE:], have, wide), factor)
        coarse = climate.Coarse(given, factor)
        steering = self._steering(normals, coarse, plan, inside)
        departures = self.net(normals.cropped(wide, near), steering, plan, noise)
        values = climate.fields(normals.cropped(wide, inside), departures)
        blocks = crop(given, wide.coarsen(factor), inside.coarsen(factor))
        kept = climate.conserve(values, climate.Coarse(blocks, factor))
        return crop(kept, inside, tile)

    def _normals(self, control: Tensor, month: int) -> climate.Normals:
        channels = (control[:, i : i + 1] for i in (ELEVATION, LAND, LATITUDE))
        season = torch.tensor([float(month % MONTHS)], device=self.device)
        return self.net.normals(Land(*channels), season)

    def _steering(
        self, normals: climate.Normals, coarse: climate.Coarse, plan: Plan, inside: Rect
    ) -> climate.Steering:
        blocks = climate.block_departures(normals, coarse)
        return climate.steer(self.net.departures, plan, blocks, coarse.factor, inside)
