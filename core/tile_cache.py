"""Computed tiles, in bounded memory."""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import Optional

from .tile_levels import Tile
from .tiling import FloatArray


class TileCache:
    """Keeps the tiles used last, up to ``capacity_bytes``; for any thread."""

    def __init__(self, capacity_bytes: int) -> None:
        self._capacity = capacity_bytes
        self._bytes = 0
        self._kept: OrderedDict[Tile, FloatArray] = OrderedDict()
        self._guard = threading.Lock()

    def get(self, tile: Tile) -> Optional[FloatArray]:
        with self._guard:
            values = self._kept.get(tile)
            if values is not None:
                self._kept.move_to_end(tile)
            return values

    def put(self, tile: Tile, values: FloatArray) -> None:
        values.setflags(write=False)
        with self._guard:
            before = self._kept.pop(tile, None)
            self._bytes += values.nbytes - (0 if before is None else before.nbytes)
            self._kept[tile] = values
            while self._bytes > self._capacity and len(self._kept) > 1:
                _, dropped = self._kept.popitem(last=False)
                self._bytes -= dropped.nbytes

    def __contains__(self, tile: Tile) -> bool:
        with self._guard:
            return tile in self._kept

    @property
    def used_bytes(self) -> int:
        with self._guard:
            return self._bytes
