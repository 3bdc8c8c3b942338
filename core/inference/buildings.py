"""The building stages: boxes placed turn by turn, and drawn, one canonical tile at a time."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from ..card import Stage
from ..cascade import control_rect, noise_salt
from ..engine import TileRequest
from ..map_classes import MapClass
from ..nets import box_codes, footprints
from ..nets.footprints import BOX_REACH_PX, CELL_PX, PATTERN, REACH_CELLS, FootprintNet
from ..nets.wag import crop
from ..tiling import FloatArray, Rect
from .arrays import as_array
from .chances import chances as world_chances
from .chances import drawn_code
from .maps import FAMILY, density_factor

USUAL_COVERAGE, MOST_COVERAGE = 0.16, 0.8
INSISTENCE = 0.5
"""Of the logarithm of the wish for density, added to each cell's chance: the network alone follows
too little."""
USUAL_SIZE, SIZE_STEP, USUAL_AREA_PX = 50.0, 25.0, 30.0
"""Every so many more of the setting double the area of a typical building."""
# A box with more of itself on streets or water is not built.
MOST_OBSTRUCTED = 0.25
# Half the side of the squares that boxes are drawn in, small boxes in small ones.
_REACHES = (6, 12, BOX_REACH_PX)
EVEN_REACH_PX = 3
HEIGHT_STEP_M = 0.1
_CHOICES, _HEIGHT = 5, 4
QUARTER_CELLS, QUARTER_SHARE = 12, 0.85
"""Side of the squares in which heights are alike, and how much."""


@dataclass(frozen=True)
class Placed:
    """Boxes in pixels of the world, ``(n,)`` each, and their heights in metres."""

    y: Tensor
    x: Tensor
    length: Tensor
    width: Tensor
    angle: Tensor
    metres: Tensor

    def only(self, which: Tensor) -> Placed:
        parts = (self.y, self.x, self.length, self.width, self.angle, self.metres)
        return Placed(*(part[which] for part in parts))


class BuildingStage:
    """What both stages of buildings share; codes of classes at 2 m are the control.

    Nothing is built where they are not known. Code 11 in the control is a building that is there
    already. Where a tile's surroundings have any, and the setting ``keep_buildings`` is not 0, they
    are kept and no others are made.
    """

    def __init__(
        self, net: FootprintNet, stage: Stage, model_id: str, device: torch.device
    ) -> None:
        self.net, self.stage, self.device = net, stage, device
        self.salt = noise_salt(FAMILY, "buildings")

    def buildings(self, request: TileRequest) -> tuple[Tensor, Tensor]:
        """Codes of the map, and metres, 0 where there is no building; ``(1, 1, tile, tile)``."""
        tile = request.tile
        have = control_rect(self.stage, tile).refine(self.stage.multiple)
        if request.control is None:
            raise ValueError(f"Stage '{request.stage}' needs a control raster.")
        codes = torch.from_numpy(np.ascontiguousarray(request.control))[None]
        unknown = codes.isnan().to(self.device)
        codes = codes.nan_to_num(float(MapClass.OPEN)).to(self.device)
        given = codes == float(MapClass.BUILDING)
        ground = torch.where(given, float(MapClass.BUILT_UP), codes)
        if request.settings.get("keep_buildings", 1.0) and bool(given.any()):
            metres = self._heights_of(given, ground, have, request)
        else:
            placed = self.placed(ground, have, request)
            metres = drawn(placed, blocked(ground) | unknown, have, tile)
        return crop(codes, have, tile), metres

    def placed(self, ground: Tensor, have: Rect, request: TileRequest) -> Placed:
        """All boxes that may reach into the tile."""
        cells = request.tile.grow(BOX_REACH_PX).coarsen(CELL_PX)
        turns = footprints.cells_of_turns(cells)
        whole = turns[0]
        features = self._read(ground, have, whole, request)
        boxes = torch.zeros(1, box_codes.FEATURES, *whole.grow(REACH_CELLS).shape).to(self.device)
        chances = uniform(request.seed, self.salt, whole, self.device)
        insisted = INSISTENCE * math.log(density_factor(request.settings))
        found = []
        for turn, rect in enumerate(turns):
            rows, cols = _cells_of(turn, rect, whole)
            known = self.net.consider(
                features[..., rows, cols], boxes[..., rows.start :, cols.start :], turn
            )
            one, place = self._decided(known, chances[:, rows, cols], insisted)
            row, col = rows.start + PATTERN * place[0], cols.start + PATTERN * place[1]
            boxes[0, :, row + REACH_CELLS, col + REACH_CELLS] = box_codes.features(
                one.y, one.x, one.length, one.width, one.angle
            ).T
            y, x = (whole.y0 + row + one.y) * CELL_PX, (whole.x0 + col + one.x) * CELL_PX
            found.append((y, x, one.length, one.width, one.angle, one.metres))
        return Placed(*(torch.cat(column) for column in zip(*found)))

    def _read(self, ground: Tensor, have: Rect, cells: Rect, request: TileRequest) -> Tensor:
        plan = self.net.plan(cells)
        codes = crop(ground, have, plan.map)[:, 0].to(torch.uint8).contiguous()
        return self.net.read(codes, _steering(request.settings).to(self.device), plan).float()

    def _decided(self, known: Tensor, chances: Tensor, insisted: float) -> tuple[Placed, Tensor]:
        """Boxes with their places in their cells, 0 to 1, and the rows and columns of those."""
        stands = chances[0] < (self.net.chance(known)[0, 0] + insisted).sigmoid()
        at = stands.nonzero().T
        rows = known[0].movedim(0, -1)[stands]
        own = chances[:, at[0], at[1]]
        size = drawn_code(self.net.sizes(rows).softmax(1), own[1])
        length, width = box_codes.sides(size, own[5], own[6])
        angles, places, heights = (part.softmax(1) for part in self.net.others(rows, size))
        angle = box_codes.angle_near(angles, drawn_code(angles, own[2]))
        y, x = box_codes.place(drawn_code(places, own[3]), own[7], own[8])
        metres = box_codes.height_metres(drawn_code(heights, own[_HEIGHT]), own[9])
        return Placed(y, x, length, width, angle, metres), at

    def _heights_of(
        self, given: Tensor, ground: Tensor, have: Rect, request: TileRequest
    ) -> Tensor:
        """Of buildings that are there: what is usual where they stand."""
        inside = request.tile.grow(2 * EVEN_REACH_PX)
        cells = inside.coarsen(CELL_PX)
        features = self._read(ground, have, cells, request)
        alone = torch.zeros(1, box_codes.FEATURES, *cells.grow(REACH_CELLS).shape)
        metres = torch.zeros(cells.shape, device=self.device)
        for turn in range(footprints.TURNS):
            rows, cols = _cells_of(turn, cells, cells)
            known = self.net.consider(features[..., rows, cols], alone.to(self.device), 0)
            flat = known[0].flatten(1).T
            _, _, height = self.net.others(flat, self.net.sizes(flat).argmax(1))
            metres[rows, cols] = box_codes.expected_height(height).view(known.shape[-2:])
        fine = metres.repeat_interleave(CELL_PX, 0).repeat_interleave(CELL_PX, 1)[None, None]
        mask = crop(given, have, inside)
        level = evened(crop(fine, cells.refine(CELL_PX), inside), mask)
        return crop(torch.where(mask, level, 0.0), inside, request.tile)


class BuildingMapStage(BuildingStage):
    """The map's codes with its buildings on top, ``(1, tile, tile)``."""

    def compute(self, request: TileRequest) -> FloatArray:
        codes, metres = self.buildings(request)
        return as_array(torch.where(metres > 0.0, float(MapClass.BUILDING), codes)[0])


class BuildingHeightStage(BuildingStage):
    """Heights of buildings in metres, 0 where there is none, ``(1, tile, tile)``."""

    def compute(self, request: TileRequest) -> FloatArray:
        return as_array(self.buildings(request)[1][0])


def _steering(settings: Mapping[str, float]) -> Tensor:
    """What is wished for of density and size, ``(1, 4)``; the usual ones are left open."""
    out = torch.zeros(1, footprints.STEERING)
    factor = density_factor(settings)
    if factor != 1.0:
        share = torch.tensor(min(USUAL_COVERAGE * factor, MOST_COVERAGE))
        out[0, :2] = torch.stack([footprints.density_signal(share), torch.ones(())])
    bigger = settings.get("building_size", USUAL_SIZE) - USUAL_SIZE
    if bigger:
        area = math.log(USUAL_AREA_PX) + bigger / SIZE_STEP * math.log(2.0)
        out[0, 2:] = torch.stack([footprints.size_signal(torch.tensor(area)), torch.ones(())])
    return out


def _cells_of(turn: int, rect: Rect, whole: Rect) -> tuple[slice, slice]:
    """The turn's cells in ``rect``, as slices of what lies on ``whole``."""
    row, col = footprints.turn_corner(turn)
    y, x = rect.y0 + (row - rect.y0) % PATTERN, rect.x0 + (col - rect.x0) % PATTERN
    return (
        slice(y - whole.y0, rect.y1 - whole.y0, PATTERN),
        slice(x - whole.x0, rect.x1 - whole.x0, PATTERN),
    )


def uniform(seed: int, salt: int, cells: Rect, device: torch.device) -> Tensor:
    """Chances between 0 and 1 for every cell: five of 24 bits, for choices, then five of 8.

    The one for heights is much the same in a whole quarter.
    """
    choice, spare = world_chances(seed, salt, 0, _CHOICES, cells, device)
    wide = cells.coarsen(QUARTER_CELLS)
    common = world_chances(seed, salt, 1, 1, wide, device)[0]
    common = common.repeat_interleave(QUARTER_CELLS, 1).repeat_interleave(QUARTER_CELLS, 2)
    common = crop(common, wide.refine(QUARTER_CELLS), cells)[0]
    choice[_HEIGHT] = _mixed(common, choice[_HEIGHT], QUARTER_SHARE)
    return torch.cat([choice, spare])


def _mixed(one: Tensor, other: Tensor, share: float) -> Tensor:
    """Even chances from two independent ones, most like ``one`` where ``share`` is near 1."""
    first, second = (torch.erfinv(2.0 * part - 1.0) for part in (one, other))
    return (1.0 + torch.erf(share**0.5 * first + (1.0 - share) ** 0.5 * second)) / 2.0


def blocked(ground: Tensor) -> Tensor:
    """Where no building may stand: on streets, rails and in water. Paths give way."""
    return (ground >= float(MapClass.WATER)) & (ground != float(MapClass.PATH))


def drawn(boxes: Placed, obstacles: Tensor, have: Rect, tile: Rect) -> Tensor:
    """Heights on the tile, ``(1, 1, tile, tile)``; ``obstacles`` lie on ``have``."""
    wide = tile.grow(2 * BOX_REACH_PX)
    free = ~crop(obstacles, have, wide)[0, 0].ravel()
    metres = torch.zeros(wide.height * wide.width, device=free.device)
    near = tile.grow(BOX_REACH_PX)
    beside = (boxes.y >= near.y0) & (boxes.y < near.y1)
    beside &= (boxes.x >= near.x0) & (boxes.x < near.x1)
    for some, reach in _by_reach(boxes.only(beside)):
        row = some.y.floor().long() - wide.y0
        col = some.x.floor().long() - wide.x0
        steps = torch.arange(-reach, reach + 1, device=row.device)
        rows, cols = row[:, None, None] + steps[:, None], col[:, None, None] + steps
        dy = rows + 0.5 + wide.y0 - some.y[:, None, None]
        dx = cols + 0.5 + wide.x0 - some.x[:, None, None]
        cos, sin = some.angle.cos()[:, None, None], some.angle.sin()[:, None, None]
        inside = (dx * cos + dy * sin).abs() <= some.length[:, None, None] / 2.0
        inside &= (dy * cos - dx * sin).abs() <= some.width[:, None, None] / 2.0
        which, at_row, at_col = inside.nonzero(as_tuple=True)
        index = rows[which, at_row, 0] * wide.width + cols[which, 0, at_col]
        open_px = torch.bincount(which[free[index]], minlength=len(some.y))
        all_px = torch.bincount(which, minlength=len(some.y))
        kept = (open_px >= (1.0 - MOST_OBSTRUCTED) * all_px)[which] & free[index]
        level = (some.metres / HEIGHT_STEP_M).round() * HEIGHT_STEP_M
        metres.scatter_reduce_(0, index[kept], level[which[kept]], "amax")
    return crop(metres.view(1, 1, *wide.shape), wide, tile)


def _by_reach(boxes: Placed) -> Iterator[tuple[Placed, int]]:
    reach = torch.hypot(boxes.length, boxes.width) / 2.0 + 1.0
    below = 0
    for most in _REACHES:
        last = most == _REACHES[-1]
        which = (reach > below) & (last | (reach <= most))
        if bool(which.any()):
            yield boxes.only(which), most
        below = most


def evened(metres: Tensor, mask: Tensor) -> Tensor:
    """Heights averaged twice over the building around each pixel, in steps of ``HEIGHT_STEP_M``."""
    weight = mask.float()
    window = 2 * EVEN_REACH_PX + 1
    near = F.avg_pool2d(weight, window, 1, EVEN_REACH_PX).clamp_min(1e-6)
    for _ in range(2):
        metres = F.avg_pool2d(metres * weight, window, 1, EVEN_REACH_PX) / near
    return (metres / HEIGHT_STEP_M).round() * HEIGHT_STEP_M
