"""A town as arrays: what the map models are trained on and judged by."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from .boxes import NO_BOXES, Boxes
from .town_lines import NO_SEGMENTS, Segments

Bytes = NDArray[np.uint8]
HEIGHT_STEP_M = 0.5


@dataclass(frozen=True)
class Town:
    """Arrays ``(H, W)`` on square pixels.

    ``classes`` codes of `MapClass` without buildings; ``building`` the share of each pixel that is
    covered, 0 to 255; ``height`` in steps of ``HEIGHT_STEP_M``, 0 where it is not known; ``mapped``
    1 where the source was drawn with care. ``boxes`` are the buildings' (see `core.boxes`), in
    pixels from the upper left corner. ``ground`` are the classes without any lines, which are
    ``lines`` (see `core.town_lines`).
    """

    pixel_m: float
    classes: Bytes
    building: Bytes
    height: Bytes
    mapped: Bytes
    boxes: Boxes = field(default_factory=NO_BOXES.copy)
    ground: Bytes = field(default_factory=lambda: np.zeros((0, 0), dtype=np.uint8))
    lines: Segments = field(default_factory=NO_SEGMENTS.copy)

    def save(self, path: Path) -> None:
        np.savez_compressed(
            path,
            pixel_m=np.float64(self.pixel_m),
            classes=self.classes,
            building=self.building,
            height=self.height,
            mapped=self.mapped,
            boxes=self.boxes,
            ground=self.ground,
            lines=self.lines,
        )

    @classmethod
    def load(cls, path: Path) -> Town:
        with np.load(path, allow_pickle=False) as data:
            names = ("classes", "building", "height", "mapped", "boxes", "ground", "lines")
            return cls(float(data["pixel_m"]), *(data[name] for name in names))
