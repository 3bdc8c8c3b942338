"""The stage that draws terrain in passes, one canonical tile at a time."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from ..card import Stage
from ..cascade import LAKES, control_rect, noise_salt
from ..engine import TileRequest
from ..nets import elevation
from ..nets.elevation_passes import LOOSENING_PX, ElevationRefiner
from ..nets.refinement import pass_noise
from ..nets.wag import NoiseSource, crop
from ..tiling import FloatArray, Rect
from .arrays import as_array
from .terrain import exact_device, finished, lattice_noise

LOOSENING_LAYER = 250
LOOSE_NOISE = 0.3
"""At full looseness cells are disturbed by this share of the spread around them."""
LEVEL_M = 0.3
"""Ground that varies less around a pixel is water."""


class ElevationPassesStage:
    """Terrain from the means of cells; settings and output as of `terrain.ElevationStage`."""

    def __init__(
        self, net: ElevationRefiner, stage: Stage, model_id: str, device: torch.device
    ) -> None:
        self.net, self.stage, self.device = net, stage, device
        self.salt = noise_salt(model_id, stage.name)

    def compute(self, request: TileRequest) -> FloatArray:
        if request.control is None or request.cell_pixel_m is None:
            raise ValueError(f"Stage '{request.stage}' needs a control raster.")
        factor, multiple = request.control_factor, self.stage.multiple
        inside = request.tile.grow(elevation.finishing_margin(multiple))
        plan = self.net.plan(inside, factor)
        need = plan[-1].cells
        have = control_rect(self.stage, request.tile).refine(multiple // factor)
        control = torch.from_numpy(np.ascontiguousarray(request.control[:1]))[None]
        control = control.to(exact_device(self.device)).double()
        noise = lattice_noise(request.seed, self.salt, self.device)
        looseness = float(request.settings.get("looseness", 0.0))
        if looseness > 0.0:
            control = loosened(control, have, looseness, factor, noise)
        cells = crop(control, have, need)
        rows = torch.from_numpy(np.repeat(request.cell_pixel_m, multiple // factor))
        rows = rows[need.y0 - have.y0 :][: need.height].to(cells)
        surface = crop(self.net(cells, rows, plan, noise), plan[0].drawn, inside)
        base = crop(elevation.upsample(cells, factor), need.refine(factor), inside)
        surface, base = surface.float().to(self.device), base.float().to(self.device)
        wet = lies_level(surface)
        if not request.settings.get(LAKES, 1.0):
            wet = torch.zeros_like(wet)
        return as_array(crop(finished(surface, wet, base), inside, request.tile)[0])


def lies_level(surface: Tensor) -> Tensor:
    """Where neither a pixel nor its neighbours differ in height."""
    padded = F.pad(surface, (1, 1, 1, 1), mode="replicate")
    return F.max_pool2d(padded, 3, 1) + F.max_pool2d(-padded, 3, 1) < LEVEL_M


def loosened(
    control: Tensor, have: Rect, looseness: float, factor: int, noise: NoiseSource
) -> Tensor:
    """The control blurred and disturbed in proportion to ``looseness``."""
    radius = LOOSENING_PX // 2 // factor
    blurred = _mean_around(control, radius)
    spread = _mean_around((control - blurred).square(), radius).sqrt()
    _, deviates = pass_noise(noise, LOOSENING_LAYER, 1)(have)
    disturbed = blurred + LOOSE_NOISE * spread * deviates.to(control)
    return control + looseness * (disturbed - control)


def _mean_around(values: Tensor, radius: int) -> Tensor:
    padded = F.pad(values, (radius,) * 4, mode="replicate")
    return F.avg_pool2d(padded, 2 * radius + 1, 1)
