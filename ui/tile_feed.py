"""Brings word of computed tiles from the mill's thread to QGIS's own."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..core.engine import Engine
from ..core.job import Job
from ..core.tile_levels import VIEW_TILE_PX, Tile
from ..core.tile_source import TileMill, TileSource


class TileFeed(QObject):
    """Opens sources over one mill; its signals come in the thread that it lives in."""

    arrived = pyqtSignal(object)
    failed = pyqtSignal(str)

    def __init__(self, engine: Engine, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._mill = TileMill(engine)
        self._closed = False

    def open(self, job: Job, tile_px: int = VIEW_TILE_PX) -> TileSource:
        """The tiles of ``job``; `TerraloomError` if it is impossible."""
        source = TileSource(job, self._mill, tile_px=tile_px)

        def arrived(tile: Tile) -> None:
            self._tell(self.arrived, source)

        source.arrived = arrived
        source.failed = lambda failure: self._tell(self.failed, _sentence(failure))
        return source

    @property
    def is_busy(self) -> bool:
        """Whether tiles are still to come."""
        return not self._mill.wait(0.0)

    def close(self) -> None:
        """Give up what is being computed; nothing is told any more."""
        self._closed = True
        self._mill.close()

    def _tell(self, signal: object, value: object) -> None:
        if self._closed:
            return
        try:
            signal.emit(value)
        except RuntimeError:  # QGIS has deleted this object at this very moment
            self._closed = True


def _sentence(failure: Exception) -> str:
    text = str(failure)
    return text if text.endswith((".", "!")) else f"{type(failure).__name__}: {text}"
