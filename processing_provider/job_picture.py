"""A small picture of a job while it runs: what is done of it, in the colours of the result."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any, Callable, Optional

import numpy as np
from numpy.typing import NDArray

from ..core.grid import WorldGrid
from ..core.task import Task
from ..core.tile_colours import picture_bands, pictured
from ..core.tile_levels import Level
from ..core.tile_picture import Bytes
from ..core.tiling import FloatArray, Rect
from .picture_styles import style_of

MOST_PX = 640
"""Of the picture's longer side."""
MOST_BANDS = 4
LEAST_WAIT_S = 0.7
SHARE = 0.02
"""Pictures are made so seldom that they take no more than this of the time."""


@dataclass(frozen=True)
class JobView:
    """RGBA pixels ``(H, W, 4)`` of ``rect`` of a level, clear where nothing is done yet; to be
    enlarged without mixing them if they are not ``smooth``."""

    pixels: Bytes
    level: Level
    rect: Rect
    smooth: bool = True


class JobPicture:
    """Takes every window as it is done; now and then it is time for a new view."""

    def __init__(self, task: Task, clock: Callable[[], float] = time.monotonic) -> None:
        self._task, self._clock = task, clock
        height, width = task.rect.shape
        self._step = max(-(-max(height, width) // MOST_PX), 1)
        self._rect = Rect(0, max(height // self._step, 1), 0, max(width // self._step, 1))
        left, size, _, top, _, _ = task.geotransform
        grid = WorldGrid(task.grid.crs, size * self._step)
        self._level = Level(grid, (left, top), None)
        self._values: Optional[FloatArray] = None
        self._due = 0.0

    def add(self, window: Rect, values: NDArray[Any]) -> Optional[JobView]:
        """Take the pixels that stand for their neighbours; give a view where it is time."""
        values = values[:MOST_BANDS]
        if self._values is None:
            shape = (values.shape[0], *self._rect.shape)
            self._values = np.full(shape, np.nan, dtype=np.float32)
        place = window.shift(-self._task.rect.y0, -self._task.rect.x0)
        rows, from_row = _picked(place.y0, place.y1, self._step, self._rect.height)
        cols, from_col = _picked(place.x0, place.x1, self._step, self._rect.width)
        self._values[:, rows, cols] = values[:, from_row, from_col]
        started = self._clock()
        if started < self._due:
            return None
        smooth = not self._task.job.package.card.output[0].classes
        view = JobView(self._painted(self._values), self._level, self._rect, smooth)
        cost = self._clock() - started
        self._due = started + max(LEAST_WAIT_S, cost / SHARE)
        return view

    def _painted(self, values: FloatArray) -> Bytes:
        job = self._task.job
        bands = picture_bands(job.package.card)
        shown = values[list(bands)] if len(bands) > 1 else values[0]
        east, south = self._level.ground_m(self._rect)
        return pictured(shown, east, south, style_of(job, [shown], south))


def _picked(start: int, stop: int, step: int, count: int) -> tuple[slice, slice]:
    """The thinned pixels whose middle lies in a window, and where they lie in the window."""
    middle = step // 2
    first = max(-(-(start - middle) // step), 0)
    last = min(-(-(stop - middle) // step), count)
    at = first * step + middle - start
    return slice(first, max(last, first)), slice(at, at + max(last - first, 0) * step, step)
