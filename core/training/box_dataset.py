"""Patches of towns with their buildings as boxes, turned by any angle."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..boxes import Boxes, cut
from ..nets.box_codes import LONGEST_PX, WIDEST_PX
from ..nets.footprints import CELL_PX
from ..tiling import Rect
from ..town import Bytes, Town
from .map_dataset import PatchPlaces

UPRIGHT_SHARE = 0.3
"""Of the patches, those that are only turned by right angles."""
ANYWHERE_SHARE = 0.25
"""Of the patches, those that may have no building at all."""
LEAST_SCALE, MOST_SCALE = 0.8, 1.3


@dataclass(frozen=True)
class BoxPatch:
    """``codes`` of the map around a patch; ``boxes`` in pixels from the patch's corner; ``known``
    cells of the patch, those inside the town; share of it that is ``covered``; mean logarithm of
    the boxes' areas, NaN where there are none."""

    codes: Bytes
    boxes: Boxes
    known: NDArray[np.bool_]
    covered: float
    log_area: float


class BoxSampler:
    """Draws patches of ``patch_px`` with the map on ``around``, a rectangle from their corner."""

    def __init__(
        self, towns: Sequence[Town], patch_px: int, around: Rect, rng: np.random.Generator
    ) -> None:
        self.rng, self.patch_px, self.around = rng, patch_px, around
        self.built = PatchPlaces(towns, patch_px, rng, built=True)
        self.anywhere = PatchPlaces(towns, patch_px, rng, built=False)
        self.boxes = [cut(town.boxes, LONGEST_PX, WIDEST_PX) for town in self.built.towns]

    def draw(self) -> BoxPatch:
        anywhere = self.rng.random() < ANYWHERE_SHARE
        index, top, left = (self.anywhere if anywhere else self.built).place()
        town, half = self.built.towns[index], self.patch_px / 2.0
        centre = np.array([left + half, top + half])
        turn = self._turn()
        rect = self.around
        ys = np.arange(rect.y0, rect.y1) + 0.5 - half
        xs = np.arange(rect.x0, rect.x1) + 0.5 - half
        codes = _looked_up(town.classes, turn, centre, ys, xs)
        middles = np.arange(CELL_PX / 2.0, self.patch_px, CELL_PX) - half
        known = _looked_up(town.mapped, turn, centre, middles, middles, outside=0) > 0
        boxes = _moved(self.boxes[index], turn, centre, half)
        inside = ((boxes[:, :2] >= 0) & (boxes[:, :2] < self.patch_px)).all(1)
        area = boxes[inside, 2:4].prod(1)
        covered = min(float(area.sum()) / max(int(known.sum()) * CELL_PX**2, 1), 0.8)
        log_area = float(np.log(area).mean()) if area.size else math.nan
        return BoxPatch(codes, boxes, known, covered, log_area)

    def _turn(self) -> NDArray[np.float64]:
        """From the patch to the town, ``(x, y)``; every second one mirrored, some other ones of
        another scale."""
        angle, scale = self.rng.random() * 2.0 * math.pi, 1.0
        if self.rng.random() < UPRIGHT_SHARE:
            angle = int(self.rng.integers(4)) * math.pi / 2.0
        else:
            scale = LEAST_SCALE * (MOST_SCALE / LEAST_SCALE) ** self.rng.random()
        cos, sin = scale * math.cos(angle), scale * math.sin(angle)
        turn = np.array([[cos, -sin], [sin, cos]])
        if self.rng.random() < 0.5:
            turn[:, 0] *= -1.0
        return turn


def _looked_up(
    values: Bytes,
    turn: NDArray[np.float64],
    centre: NDArray[np.float64],
    ys: NDArray[np.float64],
    xs: NDArray[np.float64],
    outside: int | None = None,
) -> Bytes:
    """Values at turned places; beyond the edge ``outside``, or what is at the edge."""
    col = np.floor(turn[0, 0] * xs[None] + turn[0, 1] * ys[:, None] + centre[0]).astype(np.int64)
    row = np.floor(turn[1, 0] * xs[None] + turn[1, 1] * ys[:, None] + centre[1]).astype(np.int64)
    height, width = values.shape
    found: Bytes = values[row.clip(0, height - 1), col.clip(0, width - 1)]
    if outside is not None:
        beyond = (row < 0) | (col < 0) | (row >= height) | (col >= width)
        found[beyond] = outside
    return found


def _moved(
    boxes: Boxes, turn: NDArray[np.float64], centre: NDArray[np.float64], half: float
) -> Boxes:
    out = boxes.copy()
    scale = math.sqrt(abs(float(np.linalg.det(turn))))
    place = (boxes[:, 1::-1] - centre) @ turn / scale**2 + half
    out[:, 0], out[:, 1] = place[:, 1], place[:, 0]
    direction = np.stack([np.cos(boxes[:, 4]), np.sin(boxes[:, 4])], 1) @ turn
    out[:, 2:4] /= scale
    out[:, 4] = np.arctan2(direction[:, 1], direction[:, 0]) % math.pi
    return out
