"""Training task: how likely real buildings are on their map, box after box."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F

from ..map_classes import MapClass
from ..nets import box_codes
from ..nets.footprints import (
    CELL_PX,
    PATTERN,
    REACH_CELLS,
    TURNS,
    FootprintNet,
    Plan,
    density_signal,
    size_signal,
    turn_corner,
    turn_of_cells,
)
from ..tiling import Rect
from ..town import Town
from .box_dataset import BoxPatch, BoxSampler

HIDDEN_SHARE, BARE_SHARE = 0.4, 0.15
HEIGHT_WEIGHT = 0.5
# Of the cells in training, so that standing counts about as much as the rest of a box.
USUAL_STANDING = 0.1
_LOWEST_M = 0.1


@dataclass(frozen=True)
class FootprintsBatch:
    """``codes`` of the map on the plan's. On the cells: ``known``, ``stands``, and where a box
    stands ``size``, ``place``, ``height`` (-1 unknown) and ``angle``, ``(N, h, w)``. ``boxes`` are
    the features on the cells and ``REACH_CELLS`` around them."""

    codes: Tensor
    steering: Tensor
    known: Tensor
    stands: Tensor
    size: Tensor
    place: Tensor
    height: Tensor
    angle: Tensor
    boxes: Tensor


class FootprintsTask:
    """Square patches of ``patch_px`` in towns whose buildings are all drawn."""

    def __init__(
        self,
        net: FootprintNet,
        towns: Sequence[Town],
        patch_px: int,
        seed: int,
        device: str = "cpu",
    ) -> None:
        if patch_px % (CELL_PX * PATTERN):
            raise ValueError(f"A patch has a multiple of {CELL_PX * PATTERN} pixels.")
        self.device = torch.device(device)
        side = patch_px // CELL_PX
        self.cells = Rect(0, side, 0, side)
        self.plan: Plan = net.plan(self.cells)
        self.turns = turn_of_cells(self.cells.grow(REACH_CELLS)).to(self.device)
        self.seed = seed
        self.rng = np.random.default_rng(seed)
        self.sampler = BoxSampler(towns, patch_px, self.plan.map, self.rng)

    def reseed(self, step: int) -> None:
        fresh = np.random.default_rng([self.seed, step])
        self.rng.bit_generator.state = fresh.bit_generator.state

    def new_batch(self, size: int) -> FootprintsBatch:
        patches = [self.sampler.draw() for _ in range(size)]
        codes = torch.from_numpy(np.stack([patch.codes for patch in patches]))
        steering = self._steering(patches)
        known = torch.from_numpy(np.stack([patch.known for patch in patches]))
        tables = [self._tables(patch) for patch in patches]
        columns = [torch.stack(column).to(self.device) for column in zip(*tables)]
        return FootprintsBatch(
            self._bare(codes).to(self.device),
            steering.to(self.device),
            known.to(self.device),
            *columns,
        )

    def _steering(self, patches: Sequence[BoxPatch]) -> Tensor:
        """Density and size, each of them sometimes not told."""
        told = torch.tensor([[one.covered, one.log_area] for one in patches], dtype=torch.float32)
        shown = torch.from_numpy(self.rng.random(told.shape) >= HIDDEN_SHARE) & ~told.isnan()
        signals = torch.stack([density_signal(told[:, 0]), size_signal(told[:, 1])], 1)
        signals = torch.where(shown, signals, 0.0)
        return torch.stack([signals, shown.float()], 2).flatten(1)

    def _bare(self, codes: Tensor) -> Tensor:
        """In some patches only streets and water are known, as in a user's layer of roads."""
        bare = torch.from_numpy(self.rng.random((codes.shape[0], 1, 1)) < BARE_SHARE)
        ground = codes < int(MapClass.WATER)
        return torch.where(bare & ground, int(MapClass.BUILT_UP), codes)

    def _tables(self, patch: BoxPatch) -> tuple[Tensor, ...]:
        """Standing, size, place, height and angle on the cells, and features around them."""
        wide = self.cells.grow(REACH_CELLS)
        boxes = patch.boxes[np.argsort(patch.boxes[:, 2] * patch.boxes[:, 3])]
        cell = np.floor(boxes[:, :2] / CELL_PX).astype(np.int64)
        inside = (cell >= wide.y0) & (cell < wide.y1)
        boxes, cell = boxes[inside.all(1)], cell[inside.all(1)] - wide.y0
        # Where several begin in one cell, the largest, which comes last, is kept.
        owner: NDArray[np.int64] = np.full(wide.shape, -1, dtype=np.int64)
        owner[cell[:, 0], cell[:, 1]] = np.arange(len(boxes))
        rows, cols = np.nonzero(owner >= 0)
        y, x, length, width, angle, metres = torch.from_numpy(boxes[owner[rows, cols]].T)
        row, col = (part / CELL_PX - (part / CELL_PX).floor() for part in (y, x))
        at = (torch.from_numpy(rows), torch.from_numpy(cols))
        features = torch.zeros(*wide.shape, box_codes.FEATURES)
        features[at] = box_codes.features(row, col, length, width, angle)
        height = box_codes.height_code(metres)
        height[metres < _LOWEST_M] = -1
        inner = self.cells.slices_in(wide)
        parts = [features[..., 0] > 0]
        for values in (
            box_codes.size_code(length, width), box_codes.place_code(row, col), height, angle,
        ):  # fmt: skip
            table = torch.zeros(wide.shape, dtype=values.dtype)
            table[at] = values
            parts.append(table)
        return (*(part[inner] for part in parts), features.movedim(-1, 0))

    def loss(self, net: FootprintNet, batch: FootprintsBatch) -> tuple[Tensor, dict[str, Tensor]]:
        """The mean surprise, and its parts."""
        ground = net.read(batch.codes, batch.steering, self.plan)
        rows: list[Tensor] = []
        standing = torch.zeros((), device=self.device)
        masks = []
        for turn in range(TURNS):
            y, x = turn_corner(turn)
            own = (..., slice(y, None, PATTERN), slice(x, None, PATTERN))
            earlier = batch.boxes * (self.turns < turn)
            known = net.consider(ground[own], earlier[..., y:, x:], turn)
            stands = batch.stands[own] & batch.known[own]
            chance = net.chance(known)[:, 0].float()
            surprise = F.binary_cross_entropy_with_logits(
                chance, batch.stands[own].float(), reduction="none"
            )
            standing = standing + (surprise * batch.known[own]).sum()
            rows.append(known.movedim(1, -1)[stands])
            masks.append((own, stands))
        count = batch.known.sum().clamp_min(1)
        there = torch.cat(rows)
        size, place, height, angle = (
            torch.cat([table[own][stands] for own, stands in masks])
            for table in (batch.size, batch.place, batch.height, batch.angle)
        )
        parts = {"standing": standing / count / USUAL_STANDING}
        parts.update(_of_boxes(net, there, size, place, height, angle))
        total = parts["standing"] + parts["size"] + parts["place"] + parts["angle"]
        return total + HEIGHT_WEIGHT * parts["height"], parts


def _of_boxes(
    net: FootprintNet, there: Tensor, size: Tensor, place: Tensor, height: Tensor, angle: Tensor
) -> dict[str, Tensor]:
    few = max(len(there), 1)
    sizes = net.sizes(there).float()
    angles, places, heights = (part.float() for part in net.others(there, size))
    tall = height >= 0
    shares = box_codes.angle_shares(angle)
    return {
        "size": F.cross_entropy(sizes, size, reduction="sum") / few,
        "place": F.cross_entropy(places, place, reduction="sum") / few,
        "angle": -(shares * angles.log_softmax(1)).sum() / few,
        "height": F.cross_entropy(heights[tall], height[tall], reduction="sum")
        / tall.sum().clamp_min(1),
    }
