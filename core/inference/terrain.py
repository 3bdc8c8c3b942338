"""The terrain stages: from control and noise to metres, one canonical tile at a time."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from ..card import Stage
from ..cascade import KEPT_PX, LAKES, control_rect, noise_salt
from ..engine import TileRequest
from ..language import tr
from ..nets import continent, elevation
from ..nets.wag import NoiseSource, WorldAnchoredGenerator, crop
from ..noise import torch_lattice_noise
from ..tiling import FloatArray, Rect
from .arrays import as_array

# No layer of a network has this number.
VARIETY_LAYER = 255
WORLD = "terrain"
"""Whatever model it is part of: a seed has one world of land and sea."""
# Water nearer to the sea than this is the sea.
SEA_TOLERANCE_M = 2.0
# Ground whose mean over this many pixels is below the margin is sea, where the control is land low
# enough to meet it.
SHORE_PX, SEA_MARGIN_M, HIGHEST_SHORE_M = 5, 0.4, 60.0
# Where it is flat, over so many more: noise would make a maze of channels and islets of it.
FLAT_SHORE_PX, FLAT_SHORE_M = 11, 4.0
# Land lies at least so high above the sea, or it would look like it.
LEAST_LAND_M = 0.125
LEVEL_CELL_PX = 4
LEVEL_REACH_CELLS = elevation.LEVEL_REACH_PX // LEVEL_CELL_PX
LEVEL_STEP_M = 1.0
# Water is kept this many cells around a cell that is all water.
PUDDLE_CELLS = 2
_NO_LEVEL_M = -1e9


def lattice_noise(seed: int, salt: int, device: torch.device) -> NoiseSource:
    """World noise for every layer of a network, ``(1, channels, H, W)``."""

    def draw(layer: int, channels: int, rect: Rect) -> Tensor:
        return torch_lattice_noise(seed, salt, layer, channels, rect, device)[None]

    return draw


class ContinentStage:
    """Coarse relief from noise; settings ``height_m``, ``spread_m``, ``sea_share``, each optional
    and with a variety from place to place (`continent.VARIETIES`), and ``sea_level`` in metres.
    Gives metres above the sea, never below it."""

    def __init__(
        self, net: WorldAnchoredGenerator, stage: Stage, model_id: str, device: torch.device
    ) -> None:
        self.net, self.stage, self.device = net, stage, device
        self.salt = noise_salt(WORLD, stage.name)

    def compute(self, request: TileRequest) -> FloatArray:
        plan = self.net.plan(request.tile.grow(1))
        steering = self._steering(request, plan.control)
        noise = lattice_noise(request.seed, self.salt, self.device)
        sides: list[Tensor | None] = [None] * len(self.net.levels)
        signal = self.net(steering, sides, plan, noise)
        metres = continent.to_metres(signal) - request.settings.get("sea_level", 0.0)
        return as_array(continent.above_sea(metres)[0])

    def _steering(self, request: TileRequest, cells: Rect) -> Tensor:
        """What is wished for on ``cells`` of the coarsest lattice, and whether anything is."""
        wishes = [request.settings.get(name) for name in continent.DESCRIPTIONS]
        variety = [request.settings.get(name, 0.0) for name in continent.VARIETIES]
        white = torch_lattice_noise(
            request.seed, self.salt, VARIETY_LAYER, len(wishes), cells.grow(1), self.device
        )
        varied = continent.departures(white)
        values, shown = torch.zeros_like(varied), torch.zeros_like(varied)
        for index, (wish, make) in enumerate(zip(wishes, continent.DESCRIPTIONS.values())):
            if wish is not None:
                values[index] = make(wish) + variety[index] * varied[index]
                shown[index] = 1.0
        values[-1].clamp_(0.0, 1.0)
        return torch.cat([values, shown])[None]


class ElevationStage:
    """Terrain from a coarser one; settings ``looseness`` (0 follow exactly, 1 loosely), and those
    of `core.cascade`, without which it keeps the means of the control's cells and levels lakes.

    Gives elevation in metres above the sea and a water mask (1 water), ``(2, tile, tile)``.
    """

    def __init__(
        self,
        net: elevation.ElevationGenerator,
        stage: Stage,
        model_id: str,
        device: torch.device,
    ) -> None:
        self.net, self.stage, self.device = net, stage, device
        self.salt = noise_salt(model_id, stage.name)

    def compute(self, request: TileRequest) -> FloatArray:
        if request.control is None or request.cell_pixel_m is None:
            raise ValueError(f"Stage '{request.stage}' needs a control raster.")
        inside = request.tile.grow(elevation.finishing_margin(self.net.stride))
        plan = self.net.plan(inside)
        have = control_rect(self.stage, request.tile)
        if elevation.control_rect(plan) != have:
            raise ValueError(
                tr("The card gives stage '{stage}' a wrong halo.").format(stage=self.stage.name)
            )
        looseness = float(request.settings.get("looseness", 0.0))
        exact = exact_device(self.device)
        control = torch.from_numpy(np.ascontiguousarray(request.control[:1]))[None].to(exact)
        sizes = torch.from_numpy(request.cell_pixel_m)[None].to(exact)
        strength = torch.tensor([looseness], device=exact)
        factor = request.control_factor
        steering = elevation.steer(self.net, plan, control, factor, strength, sizes)
        noise = lattice_noise(request.seed, self.salt, self.device)
        features = steering.control.contiguous(memory_format=torch.channels_last)
        sides = [None if side is None else side.to(self.device) for side in steering.sides]
        out = self.net(features.to(self.device), sides, plan, noise).float()
        base = steering.base.to(self.device)
        surface = base + out[:, :1] * steering.scale.to(self.device)
        wanted = crop(control, have.refine(self.net.stride // factor), inside.coarsen(factor))
        kept = max(factor, int(request.settings.get(KEPT_PX, factor)))
        wanted = F.avg_pool2d(wanted, kept // factor).to(self.device)
        rounds = elevation.means_rounds(self.net.stride, kept)
        surface = elevation.keep_means(surface, wanted, kept, 1.0 - looseness, rounds)
        wet = out[:, 1:] < 0.0
        if not request.settings.get(LAKES, 1.0):
            wet = wet & (base < SEA_TOLERANCE_M)
        both = finished(surface, wet, base)
        return as_array(crop(both, inside, request.tile)[0])


def finished(surface: Tensor, wet: Tensor, base: Tensor) -> Tensor:
    """The surface with level water, and a water mask, ``(N, 2, H, W)``; ``base`` is the control."""
    surface, water = level_water(surface, wet | drowned(surface, base))
    risen = torch.where(water, surface.clamp_min(0.0), surface.clamp_min(LEAST_LAND_M))
    surface = torch.where(base >= 0.0, risen, surface)
    return torch.cat([surface, water.float()], 1)


def drowned(surface: Tensor, base: Tensor) -> Tensor:
    """Where the ground around a pixel lies no higher than the sea, in land that is not meant to;
    and what lies so low between such ground and a cliff."""
    if float(base.amin()) > HIGHEST_SHORE_M:
        return torch.zeros_like(surface, dtype=torch.bool)
    near, wide = (
        F.avg_pool2d(surface, size, 1, size // 2, count_include_pad=False)
        for size in (SHORE_PX, FLAT_SHORE_PX)
    )
    flat = (near < FLAT_SHORE_M) & (wide < FLAT_SHORE_M)
    sea = (torch.where(flat, wide, near) < SEA_MARGIN_M) & (base >= 0.0)
    beside = F.max_pool2d(sea.float(), SHORE_PX, 1, SHORE_PX // 2) > 0.0
    return sea | (beside & (surface < SEA_MARGIN_M) & (base >= 0.0))


def level_water(surface: Tensor, water: Tensor) -> tuple[Tensor, Tensor]:
    """Make each body of water level, and its shore no lower than it; drop mere puddles."""
    cell, reach = LEVEL_CELL_PX, LEVEL_REACH_CELLS
    wet = water.float()
    share = F.avg_pool2d(wet, cell)
    lakes = F.max_pool2d((share == 1.0).float(), 2 * PUDDLE_CELLS + 1, 1, PUDDLE_CELLS)
    if not bool(lakes.any()):
        return surface, torch.zeros_like(water)
    wet = wet * F.interpolate(lakes, scale_factor=float(cell), mode="nearest")
    water = wet > 0.0
    window = 2 * reach + 1
    near = F.avg_pool2d(F.avg_pool2d(wet, cell), window, 1, reach)
    volume = F.avg_pool2d(F.avg_pool2d(surface * wet, cell), window, 1, reach)
    level = volume / near.clamp_min(1e-6)
    level = (level / LEVEL_STEP_M).round() * LEVEL_STEP_M
    level = torch.where(level.abs() <= SEA_TOLERANCE_M, torch.zeros_like(level), level)
    level = F.interpolate(level, scale_factor=float(cell), mode="nearest")
    beside = F.max_pool2d(torch.where(water, level, _NO_LEVEL_M), 3, 1, 1)
    return torch.where(water, level, torch.maximum(surface, beside)), water


def exact_device(device: torch.device) -> torch.device:
    """Where to compute in float64 for ``device``: there, unless it has no such numbers."""
    return torch.device("cpu") if device.type == "mps" else device
