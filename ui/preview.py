"""A piece of a result on the map before it is made: sharp in the middle, coarse all around."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsPointXY,
    QgsProject,
    QgsReferencedPointXY,
)
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..core.errors import TerraloomError
from ..core.job import ExtentJob, Job
from ..core.tile_levels import Tile
from ..core.tile_mosaic import cheap_level, level_for, tiles_of
from ..core.tile_source import TileSource, same_pixels
from ..core.tiling import Rect
from ..processing_provider.services import Services
from ..processing_provider.tile_jobs import tile_job
from ..processing_provider.translation import tr
from .background import Background
from .map_drawing import MapPlace
from .preview_item import PreviewItem
from .preview_pieces import map_place, moved, painted, piece_of, qgis_crs
from .swipe import Swipe
from .tile_feed import TileFeed

DELAY_MS = 250
GLANCE_PX = 512
"""The whole extent is shown too, at a level where it is no larger than this."""


class Preview(QObject):
    """Shows what an algorithm would make with its parameters; nothing is written."""

    ready = pyqtSignal()
    failed = pyqtSignal(str)

    def __init__(self, iface: QgisInterface, services: Services) -> None:
        super().__init__()
        self._canvas = iface.mapCanvas()
        self._feed = TileFeed(services.engine, self)
        self._feed.arrived.connect(self._tile_arrived)
        self._feed.failed.connect(self._refused)
        self._source: Optional[TileSource] = None
        self._job: Optional[Job] = None
        self._parts: list[tuple[int, Rect]] = []
        self._is_drawing = self._is_stale = False
        self._background = Background(self)
        self._asked: Optional[tuple[str, dict[str, Any]]] = None
        self._centre: Optional[QgsReferencedPointXY] = None
        self._item: Optional[PreviewItem] = None
        self._swipe: Optional[Swipe] = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.timeout.connect(self._update)

    @property
    def is_busy(self) -> bool:
        """Whether pixels are still to come."""
        return self._item is not None and self._item.is_busy

    def show(
        self,
        algorithm_id: str,
        parameters: Mapping[str, Any],
        centre: Optional[QgsReferencedPointXY] = None,
    ) -> None:
        """Show a piece around ``centre``, by default the middle of the map."""
        self._asked = (algorithm_id, dict(parameters))
        self._centre = centre
        if self._item is None:
            self._put_on_map()
            self._update()
            return
        self._item.show_busy(True)
        self._timer.start()

    def clear(self) -> None:
        """Take it off the map and forget it."""
        self._timer.stop()
        self._asked = self._centre = None
        self._close_source()
        if self._swipe is not None:
            self._swipe.close_swipe()
            self._swipe = None
        if self._item is not None:
            self._canvas.extentsChanged.disconnect(self._follow)
            self._item.take_off()
            self._item = None

    def close(self) -> None:
        """For good: also ends the thread that computes."""
        self.clear()
        self._background.stop()
        self._feed.close()

    def _follow(self) -> None:
        """The map was moved: a piece in its middle moves too."""
        if self._centre is None:
            self._timer.start()

    def _put_on_map(self) -> None:
        self._item = PreviewItem(self._canvas)
        self._canvas.extentsChanged.connect(self._follow)

    def _update(self) -> None:
        if self._asked is None or self._item is None:
            return
        try:
            job = tile_job(*self._asked, QgsProject.instance())
            self._open(job)
            self._place(job)
        except TerraloomError as error:
            self._refused(str(error))
            return
        if not self._parts:
            self._refused(tr("The map shows no place that there could be a preview of."))
            return
        self._item.show_problem("")
        self._item.set_crs(qgis_crs(self._source.levels[0].grid.crs))
        self._offer_swipe(not isinstance(job, ExtentJob) or bool(job.layers))
        self._want()
        self._draw()

    def _open(self, job: Job) -> None:
        if self._source is not None and self._job is not None and same_pixels(self._job, job):
            self._job = job
            return
        self._close_source()
        self._source, self._job = self._feed.open(job), job

    def _close_source(self) -> None:
        if self._source is not None:
            self._source.close()
        self._source = self._job = None
        self._parts = []

    def _place(self, job: Job) -> None:
        """Choose what to show: the piece in the middle, and the extent around it."""
        source = self._source
        crs = qgis_crs(source.levels[0].grid.crs)
        place = map_place(self._canvas, crs)
        seen = place.seen()
        centre = self._centre_on_layer(place, crs)
        extent = source.covered(job)
        self._parts = []
        if seen is None or centre is None:
            return
        index = level_for(source, seen[1] / self._canvas.devicePixelRatioF())
        level = source.levels[index]
        row, col = level.pixel_at(centre.x(), centre.y())
        self._parts.append((index, piece_of(level.rect(extent), row, col, source.tile_px)))
        for far in range(index, len(source.levels)):
            around = source.levels[far].rect(extent)
            if source.is_dear and source.levels[far].produce is None:
                break
            if max(around.shape) <= GLANCE_PX and cheap_level(source, far) == far:
                self._parts.append((far, around))
                break

    def _centre_on_layer(
        self, place: MapPlace, crs: QgsCoordinateReferenceSystem
    ) -> Optional[QgsPointXY]:
        if self._centre is None:
            size = self._canvas.size()
            return place.on_layer(0.5 * size.width(), 0.5 * size.height())
        return moved(self._centre, crs)

    def _want(self) -> None:
        tiles: dict[Tile, None] = {}
        for level, rect in self._parts:
            tiles.update(dict.fromkeys(tiles_of(self._source, level, rect)))
        self._source.want(tiles)

    def _tile_arrived(self, source: TileSource) -> None:
        if source is self._source:
            self._draw()

    def _draw(self) -> None:
        """Have what is there made into pictures; one at a time, the newest state last."""
        source, job, parts = self._source, self._job, list(self._parts)
        if source is None or job is None or self._item is None:
            return
        self._is_stale = self._is_drawing
        if self._is_drawing:
            return
        self._is_drawing = True
        self._background.call(
            lambda progress: (source, *painted(source, job, parts)), self._show_pieces
        )

    def _show_pieces(self, answer: Any) -> None:
        self._is_drawing = False
        if isinstance(answer, Exception):
            self._refused(str(answer))
            return
        source, pieces, is_complete = answer
        if self._item is None or source is not self._source:
            self._draw()
            return
        self._item.set_pieces(pieces)
        self._item.show_busy(not is_complete and not source.failure_is_recent)
        if self._is_stale:
            self._draw()
        elif is_complete:
            self.ready.emit()

    def _refused(self, message: str) -> None:
        if self._item is not None:
            self._item.show_busy(False)
            self._item.show_problem(message)
            self.failed.emit(message)

    def _offer_swipe(self, wanted: bool) -> None:
        if wanted and self._swipe is None:
            self._swipe = Swipe(self._canvas)
            self._swipe.moved.connect(self._item.show_from)
            self._swipe.place()
        elif not wanted and self._swipe is not None:
            self._swipe.close_swipe()
            self._swipe = None
            self._item.show_from(0)
