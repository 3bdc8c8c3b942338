"""The imagery stages: land cover from the land's shape, and imagery from land cover."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from ..card import Stage
from ..cascade import noise_salt
from ..engine import TileRequest
from ..landcover import CODES, CROPS, GRASS, SNOW, WATER
from ..nets import imagery
from ..nets.imagery import BANDS, ImageryNet
from ..nets.land_rules import REACH_PX, LandRules
from ..nets.parcels import PARCEL_REACH_PX, parcel_places
from ..nets.wag import crop
from ..noise import stream_key
from ..tiling import FloatArray, Rect
from .arrays import as_array
from .terrain import lattice_noise

FAMILY = "imagery"
"""Models of imagery draw the same noise, so that the same land looks the same in each of them."""
# Reflectance of fresh snow in blue, green, red and near infrared, and its spread in the logarithm.
SNOW_REFLECTANCE, SNOW_SPREAD = (0.85, 0.86, 0.85, 0.78), 0.08
# Light from the sky in shadow, as a share of the sun's on level ground (Teillet et al. 1982).
SKY_LIGHT = 0.22
DARKEST_SLOPE, BRIGHTEST_SLOPE = 0.35, 1.6
SMOOTHING_PX = 5
"""Heights are means over so many pixels: those of most users are coarser, and in whole metres."""
SUN = {"sun_azimuth": 155.0, "sun_height": 50.0}
FIELDS, MOST_FIELDS = 60.0, 90.0
FIELD_TONES = 6
"""Layer of the noise of the land's parcels that gives each field its tone."""
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
    """The ground's reflectance times 10000 in red, green, blue and near infrared
    ``(4, tile, tile)`` from class codes, and from elevation where it is known; settings as in
    `SUN`, and the range of palettes."""

    def __init__(self, net: ImageryNet, stage: Stage, model_id: str, device: torch.device) -> None:
        self.net, self.stage, self.device = net, stage, device
        self.salt = noise_salt(FAMILY, "imagery")
        self.land_salt = noise_salt(FAMILY, "landcover")

    def compute(self, request: TileRequest) -> FloatArray:
        control, sizes = _given(request, self.device)
        plan = self.net.plan(request.tile)
        have, around = plan.classes, plan.out.grow(1)
        indices = class_indices(control[0])
        known = crop(control[0].isfinite(), have, plan.out)
        shares = imagery.class_shares(indices[None])
        both = torch.cat([self.net.palettes, self.net.shown], -1)
        choice = PaletteChoice.of(len(both), request.seed, self.salt, request.settings)
        told, shown = choice.palette(both)[None].split(imagery.PALETTE, -1)
        noise = lattice_noise(request.seed, self.salt, self.device)
        out = self.net(shares, told, sizes, plan, noise)
        near = crop(shares, have, around)
        base, spread = imagery.base_colours(near, shown)
        out = self._with_fields(out, near[:, CROPS : CROPS + 1], around, request)
        logs = base + out * spread
        snow = crop((indices == SNOW).float()[None, None], have, around)
        snow = imagery.softened(snow)[..., 1:-1, 1:-1]
        logs = logs + snow * (_snow_logs(self.device) + out * SNOW_SPREAD - logs)
        reflectance = imagery.without_air(logs[0], choice.air(self.net.air)[:, None, None])
        if len(control) > 1:
            dry = (crop(indices, have, plan.out) != WATER).float()
            rows = sizes[around.y0 - have.y0 : around.y1 - have.y0]
            ground = crop(control[1], have, around.grow(SMOOTHING_PX // 2))
            ground = F.avg_pool2d(ground[None], SMOOTHING_PX, 1)[0]
            light = illumination(ground, rows, request.settings) * dry
            reflectance = reflectance * light.exp().float()
        stored = reflectance[RED_GREEN_BLUE_NIR] * STORED_SCALE
        return as_array(torch.where(known, stored.clamp(1.0, LARGEST), torch.nan))

    def _with_fields(
        self, units: Tensor, crops: Tensor, around: Rect, request: TileRequest
    ) -> Tensor:
        """``units`` ``(1, 4, h, w)`` of which a part is the same all over a field.

        ``crops`` ``(1, 1, h + 2, w + 2)``: the share of crops in the pixels of ``around``.
        """
        share = min(request.settings.get("fields", FIELDS), MOST_FIELDS) / 100.0
        noise = lattice_noise(request.seed, self.land_salt, self.device)
        wide = around.grow(PARCEL_REACH_PX)
        places = parcel_places(around, wide, noise)
        tones = noise(FIELD_TONES, BANDS, wide)[0].flatten(1)[:, places.flatten()]
        tones = torch.linalg.inv(self.net.turn) @ tones
        tones = imagery.softened(tones.reshape(1, BANDS, *around.shape))[..., 1:-1, 1:-1]
        part = share * imagery.softened(crops)[..., 1:-1, 1:-1]
        return units * (1.0 - part.square()).sqrt() + tones * part


def class_indices(codes: Tensor) -> Tensor:
    """Class indices of WorldCover codes ``(H, W)``; unknown land is seen as grass."""
    out = torch.full(codes.shape, GRASS, dtype=torch.long, device=codes.device)
    for index, code in enumerate(CODES):
        out[codes == code] = index
    return out


@dataclass(frozen=True)
class PaletteChoice:
    """One scene's colours, some of another's, and a light of its own: the seed decides.

    The settings ``palette_first`` and ``palette_count`` say which scenes it may take.
    """

    one: int
    other: int
    share: float
    light: float

    @classmethod
    def of(cls, scenes: int, seed: int, salt: int, settings: Mapping[str, float]) -> PaletteChoice:
        first = int(settings.get("palette_first", 0))
        count = int(settings.get("palette_count", 0)) or scenes - first
        bits = stream_key(seed, salt, 1 << 20, 0)
        return cls(
            first + bits % count,
            first + (bits >> 8) % count,
            BLEND * ((bits >> 16) & 0xFF) / 255.0,
            LIGHT_SPREAD * (((bits >> 24) & 0xFF) / 127.5 - 1.0),
        )

    def palette(self, palettes: Tensor) -> Tensor:
        """Of ``palettes`` ``(S, 6, 8)``, or two of a scene beside one another."""
        shift = torch.zeros_like(palettes[0])
        for first in range(0, shift.shape[1], imagery.PALETTE):
            shift[:, first : first + BANDS] = self.light
        return self._blend(palettes) + shift

    def air(self, air: Tensor) -> Tensor:
        """Of ``air`` ``(S, 4)``: never more than the blended colours hold of it."""
        return self._blend(air) + self.light

    def _blend(self, values: Tensor) -> Tensor:
        return values[self.one] + self.share * (values[self.other] - values[self.one])


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
