"""The imagery stages: land cover from the land's shape, and imagery from land cover."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
import torch
from torch import Tensor

from ..card import Stage
from ..cascade import noise_salt
from ..engine import TileRequest
from ..landcover import CODES, GRASS, SNOW, WATER
from ..nets import imagery
from ..nets.imagery import BANDS, ImageryNet
from ..nets.land_rules import REACH_PX, LandRules
from ..nets.wag import crop
from ..noise import stream_key
from ..tiling import FloatArray
from .arrays import as_array
from .terrain import lattice_noise

FAMILY = "imagery"
"""Models of imagery draw the same noise, so that the same land looks the same in each of them."""
# Reflectance of fresh snow in blue, green, red and near infrared, and its spread in the logarithm.
SNOW_REFLECTANCE, SNOW_SPREAD = (0.85, 0.86, 0.85, 0.78), 0.08
# Light from the sky in shadow, as a share of the sun's on level ground (Teillet et al. 1982).
SKY_LIGHT = 0.45
DARKEST_SLOPE, BRIGHTEST_SLOPE = 0.35, 1.6
SUN = {"sun_azimuth": 155.0, "sun_height": 50.0}
BLEND, LIGHT_SPREAD = 0.3, 0.05
RED_GREEN_BLUE_NIR = [2, 1, 0, 3]
STORED_SCALE, LARGEST = 10000.0, 15000.0


class LandCoverStage:
    """Class codes ``(1, tile, tile)`` from elevation (and a water mask, where there is one)."""

    def __init__(self, net: LandRules, stage: Stage, model_id: str, device: torch.device) -> None:
        self.net, self.stage, self.device = net, stage, device
        self.salt = noise_salt(FAMILY, "landcover")

    def compute(self, request: TileRequest) -> FloatArray:
        control, sizes = _given(request, self.device)
        have = request.tile.grow(self.stage.halo)
        control = crop(control, have, request.tile.grow(REACH_PX)).double()
        skipped = self.stage.halo - REACH_PX
        sizes = sizes[skipped : len(sizes) - skipped]
        known = control[0].isfinite()
        elevation = torch.where(known, control[0], 0.0)
        water = control[1].nan_to_num(0.0) if len(control) > 1 else None
        noise = lattice_noise(request.seed, self.salt, self.device)
        indices = self.net(elevation, water, request.tile, sizes, request.settings, noise)
        codes = torch.tensor(CODES, device=self.device, dtype=torch.float32)[indices]
        inner = known[REACH_PX:-REACH_PX, REACH_PX:-REACH_PX]
        return as_array(torch.where(inner, codes, torch.nan)[None])


class ImageryStage:
    """Reflectance times 10000 in red, green, blue and near infrared ``(4, tile, tile)`` from class
    codes, and from elevation where it is known; settings as in `SUN`, and the range of palettes."""

    def __init__(self, net: ImageryNet, stage: Stage, model_id: str, device: torch.device) -> None:
        self.net, self.stage, self.device = net, stage, device
        self.salt = noise_salt(FAMILY, "imagery")

    def compute(self, request: TileRequest) -> FloatArray:
        control, sizes = _given(request, self.device)
        plan = self.net.plan(request.tile)
        have, around = plan.classes, plan.out.grow(1)
        indices = class_indices(control[0])
        known = crop(control[0].isfinite(), have, plan.out)
        shares = imagery.class_shares(indices[None])
        both = torch.cat([self.net.palettes, self.net.shown], -1)
        chosen = chosen_palette(both, request.seed, self.salt, request.settings)
        told, shown = chosen[None].split(imagery.PALETTE, -1)
        noise = lattice_noise(request.seed, self.salt, self.device)
        out = self.net(shares, told, sizes, plan, noise)
        base, spread = imagery.base_colours(crop(shares, have, around), shown)
        logs = base + out * spread
        snow = crop((indices == SNOW).float()[None, None], have, around)
        snow = imagery.softened(snow)[..., 1:-1, 1:-1]
        logs = logs + snow * (_snow_logs(self.device) + out * SNOW_SPREAD - logs)
        if len(control) > 1:
            dry = (crop(indices, have, plan.out) != WATER).float()
            near = sizes[around.y0 - have.y0 : around.y1 - have.y0]
            ground = crop(control[1], have, around)
            logs = logs + (illumination(ground, near, request.settings) * dry).float()
        stored = imagery.to_reflectance(logs[0])[RED_GREEN_BLUE_NIR] * STORED_SCALE
        return as_array(torch.where(known, stored.clamp(1.0, LARGEST), torch.nan))


def class_indices(codes: Tensor) -> Tensor:
    """Class indices of WorldCover codes ``(H, W)``; unknown land is seen as grass."""
    out = torch.full(codes.shape, GRASS, dtype=torch.long, device=codes.device)
    for index, code in enumerate(CODES):
        out[codes == code] = index
    return out


def chosen_palette(palettes: Tensor, seed: int, salt: int, settings: Mapping[str, float]) -> Tensor:
    """Colours of the classes: one scene's, some of another's, and a light of its own.

    ``palettes`` ``(S, 6, 8)``, or two of a scene beside one another; ``palette_first`` and
    ``palette_count`` say which scenes may be drawn from.
    """
    first = int(settings.get("palette_first", 0))
    count = int(settings.get("palette_count", 0)) or len(palettes) - first
    bits = stream_key(seed, salt, 1 << 20, 0)
    one, other = first + bits % count, first + (bits >> 8) % count
    share = BLEND * ((bits >> 16) & 0xFF) / 255.0
    palette = palettes[one] + share * (palettes[other] - palettes[one])
    light = LIGHT_SPREAD * (((bits >> 24) & 0xFF) / 127.5 - 1.0)
    shift = torch.zeros_like(palette)
    for first in range(0, shift.shape[1], imagery.PALETTE):
        shift[:, first : first + BANDS] = light
    return palette + shift


def illumination(ground: Tensor, pixel_m: Tensor, settings: Mapping[str, float]) -> Tensor:
    """Logarithm of the light on sloping ground, per that on level ground.

    ``ground`` ``(h + 2, w + 2)`` metres, ``pixel_m`` ``(h + 2,)``; 0 where the ground is unknown.
    """
    chosen = {**SUN, **settings}
    azimuth, height = (math.radians(chosen[name]) for name in ("sun_azimuth", "sun_height"))
    size = pixel_m[1:-1, None]
    east = (ground[1:-1, 2:] - ground[1:-1, :-2]) / (2.0 * size)
    north = (ground[:-2, 1:-1] - ground[2:, 1:-1]) / (2.0 * size)
    toward = math.sin(azimuth) * east + math.cos(azimuth) * north
    facing = (math.sin(height) - math.cos(height) * toward) / (
        1.0 + east.square() + north.square()
    ).sqrt()
    light = (facing.clamp_min(0.0) + SKY_LIGHT) / (math.sin(height) + SKY_LIGHT)
    return light.clamp(DARKEST_SLOPE, BRIGHTEST_SLOPE).log().nan_to_num(0.0)


def _snow_logs(device: torch.device) -> Tensor:
    values = torch.tensor(SNOW_REFLECTANCE, device=device)
    return imagery.to_log(values)[None, :, None, None]


def _given(request: TileRequest, device: torch.device) -> tuple[Tensor, Tensor]:
    """The control's channels ``(C, H, W)``, and the ground size of each of its rows' pixels."""
    if request.control is None or request.cell_pixel_m is None:
        raise ValueError(f"Stage '{request.stage}' needs layers or stages before it.")
    control = torch.from_numpy(np.ascontiguousarray(request.control)).to(device)
    rows = control.shape[1] // len(request.cell_pixel_m)
    sizes = torch.from_numpy(np.repeat(request.cell_pixel_m, rows).astype(np.float32))
    return control, sizes.to(device)
