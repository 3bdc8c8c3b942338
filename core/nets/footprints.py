"""Buildings from a map: box after box, each in sight of those that stand already.

The ground is cut into cells of 8 m, each with at most one box's centre. Cells are decided in nine
turns, three cells apart, so that no cell decides beside another; what a cell is told of the boxes
of earlier turns reaches ``REACH_CELLS``. The network gives the chances of every choice, and is
trained by how likely it finds real towns (van den Oord et al. 2016; in parallel turns: Reed et
al. 2017). The map is read by valid convolutions, so no cell knows its tile.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from ..language import tr
from ..map_classes import GROUND_CLASSES, MapClass
from ..tiling import Rect
from .box_codes import ANGLES, FEATURES, HEIGHTS, PLACES, SIZES
from .street_frame import FRAME_CHANNELS, FRAME_MARGIN, street_frame
from .wag import LEAK, Level, ResidualBlock, crop, doubled_from

# What a builder makes of each class: a street, a main one, in the way (rails: the other way), for
# building on, for works, green.
_MEANING = {
    MapClass.OPEN: (0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
    MapClass.FARMLAND: (0.0, 0.0, 0.0, 0.0, 0.0, -0.5),
    MapClass.FOREST: (0.0, 0.0, 0.0, 0.0, 0.0, 1.0),
    MapClass.BUILT_UP: (0.0, 0.0, 0.0, 1.0, 0.0, 0.0),
    MapClass.WORKS: (0.0, 0.0, 0.0, 1.0, 1.0, 0.0),
    MapClass.PARK: (0.0, 0.0, 0.0, 0.0, 0.0, 0.5),
    MapClass.WATER: (0.0, 0.0, 1.0, 0.0, 0.0, 0.0),
    MapClass.PATH: (0.4, 0.0, 0.0, 0.0, 0.0, 0.0),
    MapClass.MINOR_ROAD: (1.0, 0.0, 0.0, 0.0, 0.0, 0.0),
    MapClass.MAJOR_ROAD: (1.0, 1.0, 0.0, 0.0, 0.0, 0.0),
    MapClass.RAILWAY: (0.0, 0.0, -1.0, 0.0, 0.0, 0.0),
}
MEANINGS = len(_MEANING[MapClass.OPEN])
STEERING = 4
"""Wished share of ground under buildings, and whether there is a wish; the same for their size."""
CELL_PX = 4
STRIDE = 16
PATTERN = 3
TURNS = PATTERN * PATTERN
REACH_CELLS = 3
BOX_REACH_PX = 24
"""How far from its centre a box may cover ground."""
NEIGHBOUR, SEEN, HIDDEN = 16, 64, 96
_WINDOW = 2 * REACH_CELLS + 1


def density_signal(share: Tensor) -> Tensor:
    """Share of ground under buildings as the network is told it."""
    return share.clamp_min(0.0).sqrt() * 3.0 - 1.0


def size_signal(log_area: Tensor) -> Tensor:
    """The mean logarithm of boxes' areas in pixels as the network is told it."""
    return (log_area - 3.5) / 0.7


def turn_corner(turn: int) -> tuple[int, int]:
    """Row and column, 0 to 2, of a turn's cells: along diagonals, so that early ones spread."""
    diagonal, along = divmod(turn, PATTERN)
    return along, (along + diagonal) % PATTERN


def turn_of_cells(cells: Rect) -> Tensor:
    """The turn in which each cell is decided, ``(H, W)``."""
    rows = torch.arange(cells.y0, cells.y1)[:, None] % PATTERN
    cols = torch.arange(cells.x0, cells.x1)[None] % PATTERN
    return (cols - rows) % PATTERN * PATTERN + rows


@dataclass(frozen=True)
class Plan:
    """Rectangles of cells, of each coarser lattice, and of the map's pixels."""

    cells: Rect
    fine_in: Rect
    middle_out: Rect
    middle_in: Rect
    deep: tuple[Rect, ...]
    skip_out: Rect
    skip_in: Rect
    entry: Rect
    map: Rect


class FootprintNet(nn.Module):
    """Reads a map, and gives the chances of boxes in cells."""

    def __init__(self, widths: Sequence[int], blocks: int) -> None:
        super().__init__()
        fine, middle, deep = widths
        self.blocks = blocks
        self.entry = nn.Conv2d(CELL_PX**2 * MEANINGS, fine, 3)
        self.wish = nn.Conv2d(STEERING, fine, 1, bias=False)
        self.down = ResidualBlock(fine, middle, 0)
        self.deep = nn.ModuleList(
            ResidualBlock(middle if index == 0 else deep, deep, STEERING) for index in range(blocks)
        )
        self.to_middle = nn.Conv2d(deep, middle, 1)
        self.middle = ResidualBlock(middle, middle, 0)
        self.to_fine = nn.Conv2d(middle, fine, 1)
        self.fine = ResidualBlock(fine, fine, 0)
        self.neighbour = nn.Conv2d(FEATURES, NEIGHBOUR, 1)
        self.seen = nn.Conv2d(NEIGHBOUR, SEEN, _WINDOW, stride=PATTERN)
        self.turn = nn.Embedding(TURNS, HIDDEN)
        self.meet = nn.Conv2d(fine + SEEN, HIDDEN, 1)
        self.think = nn.Conv2d(HIDDEN, HIDDEN, 1)
        self.stands = nn.Conv2d(HIDDEN, 1, 1)
        self.size = nn.Conv2d(HIDDEN, SIZES, 1)
        self.given_size = nn.Embedding(SIZES, HIDDEN)
        self.details = nn.Conv2d(HIDDEN, HIDDEN, 1)
        self.rest = nn.Conv2d(HIDDEN, ANGLES + PLACES + HEIGHTS, 1)
        self.frame = nn.Conv2d(FRAME_CHANNELS, fine, 1, bias=False)
        if not self.entry.weight.is_meta:
            self._initialise()

    def _initialise(self) -> None:
        for module in self.modules():
            if isinstance(module, nn.Conv2d) and module.kernel_size == (3, 3):
                nn.init.kaiming_normal_(module.weight, LEAK)
        for table in (self.turn, self.given_size):
            nn.init.normal_(table.weight, 0.0, 0.1)
        if self.stands.bias is not None:
            nn.init.constant_(self.stands.bias, -3.0)

    def plan(self, cells: Rect) -> Plan:
        """What must be read of the map to know ``cells``."""
        fine_in = cells.grow(2)
        middle_out = doubled_from(fine_in)
        middle_in = middle_out.grow(2)
        rects = [doubled_from(middle_in)]
        for _ in range(self.blocks):
            rects.append(rects[-1].grow(2))
        deep = tuple(reversed(rects))
        skip_out = deep[0].refine(2).union(middle_in)
        skip_in = skip_out.grow(2)
        entry = skip_in.refine(2).union(fine_in)
        return Plan(
            cells, fine_in, middle_out, middle_in, deep, skip_out, skip_in, entry,
            entry.grow(1).refine(CELL_PX),
        )  # fmt: skip

    def read(self, codes: Tensor, steering: Tensor, plan: Plan) -> Tensor:
        """Codes ``(N, H, W)`` on ``plan.map`` to features on ``plan.cells``."""
        wish = steering[:, :, None, None]
        entry = F.leaky_relu(self.entry(_meanings(codes)) + self.wish(wish), LEAK)
        pooled = F.avg_pool2d(crop(entry, plan.entry, plan.skip_in.refine(2)), 2)
        skip = self.down(pooled, None)
        x = F.avg_pool2d(crop(skip, plan.skip_out, plan.deep[0].refine(2)), 2)
        for index, block in enumerate(self.deep):
            where = plan.deep[index].grow(-1)
            x = block(x, wish.expand(-1, -1, *where.shape))
        x = F.interpolate(self.to_middle(x), scale_factor=2.0, mode="bilinear", align_corners=False)
        x = crop(x, plan.deep[-1].refine(2), plan.middle_in)
        x = self.middle(x + crop(skip, plan.skip_out, plan.middle_in), None)
        x = F.interpolate(self.to_fine(x), scale_factor=2.0, mode="bilinear", align_corners=False)
        x = crop(x, plan.middle_out.refine(2), plan.fine_in)
        around = plan.fine_in.grow(FRAME_MARGIN).refine(CELL_PX)
        lie = self.frame(street_frame(crop(codes, plan.map, around), CELL_PX))
        out: Tensor = self.fine(x + crop(entry, plan.entry, plan.fine_in) + lie, None)
        return out

    def consider(self, ground: Tensor, boxes: Tensor, turn: int) -> Tensor:
        """What the cells of a turn know, ``(N, hidden, h, w)``.

        ``ground`` holds the features of those cells only, ``boxes`` those of all cells from
        ``REACH_CELLS`` before the first of them on, with nothing but zeros in undecided ones.
        """
        stands = boxes[:, :1]
        near = F.leaky_relu(self.neighbour(boxes), LEAK) * stands
        rows, cols = (PATTERN * (size - 1) + _WINDOW for size in ground.shape[-2:])
        seen = F.leaky_relu(self.seen(near[..., :rows, :cols]), LEAK)
        x = self.meet(torch.cat([ground, seen], 1))
        x = F.leaky_relu(x + self.turn.weight[turn][None, :, None, None], LEAK)
        out: Tensor = F.leaky_relu(self.think(x), LEAK)
        return out

    def chance(self, known: Tensor) -> Tensor:
        """Logit of a box standing, ``(N, 1, h, w)``."""
        out: Tensor = self.stands(known)
        return out

    def sizes(self, known: Tensor) -> Tensor:
        """Logits ``(n, sizes)`` from rows of ``known``."""
        return _of_rows(self.size, known)

    def others(self, known: Tensor, size: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Logits of direction, place in the cell and height, given the code of the size."""
        x = F.leaky_relu(_of_rows(self.details, known) + self.given_size(size), LEAK)
        angle, place, height = _of_rows(self.rest, x).split((ANGLES, PLACES, HEIGHTS), 1)
        return angle, place, height


def _meanings(codes: Tensor) -> Tensor:
    """What each pixel of a cell means to a builder, ``(N, channels, h, w)``."""
    table = torch.tensor([_MEANING[code] for code in GROUND_CLASSES], device=codes.device)
    rows, cols = (size // CELL_PX for size in codes.shape[1:])
    pixels = codes.view(-1, rows, CELL_PX, cols, CELL_PX).transpose(2, 3).flatten(3)
    return F.embedding(pixels.long(), table).flatten(3).movedim(-1, 1)


def _of_rows(layer: nn.Conv2d, rows: Tensor) -> Tensor:
    """Rows ``(n, C)`` through a convolution of one pixel: the same bits as any other one."""
    if not len(rows):
        return rows.new_zeros(0, layer.out_channels)
    out: Tensor = layer(rows.T[None, :, :, None])[0, :, :, 0].T
    return out


def footprint_net(levels: Sequence[Level]) -> FootprintNet:
    """Widths from three levels, finest first; blocks are those of the last."""
    if len(levels) != 3:
        raise ValueError(tr("A network of buildings has three levels."))
    return FootprintNet([level.width for level in levels], levels[2].blocks)


def cells_of_turns(cells: Rect) -> list[Rect]:
    """Which cells must be decided in each turn so that ``cells`` are right in the end."""
    return [cells.grow(REACH_CELLS * (TURNS - 1 - turn)) for turn in range(TURNS)]


def building_halo(net: FootprintNet, tile: int) -> int:
    """Pixels around a canonical tile that its buildings depend on, a multiple of the stride."""
    cells = cells_of_turns(Rect(0, tile, 0, tile).grow(BOX_REACH_PX).coarsen(CELL_PX))[0]
    return -(net.plan(cells).map.y0 // STRIDE) * STRIDE


def building_multiple(net: FootprintNet) -> int:
    """Tiles begin at multiples of the coarsest stride."""
    return STRIDE
