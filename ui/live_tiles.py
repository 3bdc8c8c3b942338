"""What a live layer and the threads that draw it share."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Optional

import numpy as np

from ..core.grid import Extent
from ..core.tile_colours import FixedStyle, Style
from ..core.tile_levels import Tile
from ..core.tile_mosaic import Mosaic
from ..core.tile_picture import ReliefStyle, median_slope, spread
from ..core.tile_source import TileSource
from ..processing_provider.tile_jobs import style_between


@dataclass(frozen=True)
class Colours:
    """The heights that the colours span, and the slope that the hillshade shows well."""

    low: float
    high: float
    slope: float
    pixel_m: float

    def style(self, sea_level: float) -> ReliefStyle:
        return style_between(self.low, self.high, sea_level, self.slope, self.pixel_m)

    def to_json(self) -> dict[str, float]:
        return dict(vars(self))

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Colours:
        return cls(*(float(data[name]) for name in ("low", "high", "slope", "pixel_m")))


class LiveTiles:
    """The tiles of one layer and its colours; for any thread.

    ``cover`` is the ground that the layer shows, where that has an end. Colours are ``fixed``, or
    those of elevation. Those are fitted to the first view that is complete and shows land, and stay
    as they are while the map is moved, so that a height has one colour everywhere.
    """

    def __init__(
        self,
        source: TileSource,
        sea_level: float,
        colours: Optional[Colours],
        fixed: Optional[FixedStyle] = None,
        cover: Optional[Extent] = None,
    ) -> None:
        self.source, self.sea_level = source, sea_level
        self.fixed, self.cover = fixed, cover
        self._guard = threading.Lock()
        self._colours = colours
        self._is_settled = colours is not None
        self._drawings = 0
        self._newest: dict[object, int] = {}
        self._came = threading.Condition()
        self._count = 0
        self.drawing_s = 0.0
        """How long the last drawing took."""

    @property
    def colours(self) -> Optional[Colours]:
        """Those of elevation, to be saved: None until they are settled."""
        with self._guard:
            return self._colours if self._is_settled else None

    def next_drawing(self) -> int:
        """A number for a drawing; called in the order of the drawings."""
        with self._guard:
            self._drawings += 1
            return self._drawings

    def want(self, tiles: Sequence[Tile], view: object, drawing: int) -> None:
        """Have ``tiles`` computed, unless a newer drawing of the same view wants others."""
        with self._guard:
            if drawing < self._newest.get(view, 0):
                return
            self._newest[view] = drawing
            self.source.want(tiles, view)

    def refit(self) -> None:
        """Fit the colours to the next view."""
        with self._guard:
            self._is_settled = False

    def style_for(self, shown: Mosaic) -> Style:
        """The style to draw ``shown`` in."""
        if self.fixed is not None:
            return self.fixed
        with self._guard:
            if not self._is_settled:
                self._colours = self._fitted(shown)
                self._is_settled = not shown.missing and self._colours.high > self.sea_level
            return self._colours.style(self.sea_level)

    def _fitted(self, shown: Mosaic) -> Colours:
        values = shown.values
        ground = self.source.levels[shown.level].ground_m(shown.rect)[1]
        low, high = spread([values])
        if np.isnan(values).all():
            low = high = self.sea_level
        return Colours(low, high, median_slope(values, ground), ground)

    def tell(self) -> None:
        """A tile has come, or none will."""
        with self._came:
            self._count += 1
            self._came.notify_all()

    @property
    def count(self) -> int:
        with self._came:
            return self._count

    def wait_for_more(self, seen: int, timeout_s: float) -> bool:
        """Wait for a tile after the first ``seen`` ones."""
        with self._came:
            return self._came.wait_for(lambda: self._count != seen, timeout_s)
