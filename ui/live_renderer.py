"""Draws a live layer: what is there now, in QGIS's drawing threads."""

from __future__ import annotations

import time
from typing import Optional

from qgis.core import Qgis, QgsMapLayerRenderer, QgsMessageLog, QgsRenderContext
from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPainterPath, QPen

from ..core.tile_colours import pictured
from ..core.tile_mosaic import Mosaic, is_too_far, level_for, mosaic
from ..core.tiling import Rect
from ..processing_provider.translation import tr
from .live_tiles import LiveTiles
from .map_drawing import MapPlace, as_image, draw

APRON_PX = 2
"""Pixels beyond the view, so that the edge is shaded and drawn like the rest."""
LOOK_S = 0.1
PATIENCE_S = 90.0
"""How long a print waits for the next tile."""


class LiveRenderer(QgsMapLayerRenderer):
    """One drawing of the layer.

    On a map that shows partial results it never waits: what is missing is asked for, and the layer
    draws itself again when it has come. Elsewhere, as in a layout, it waits until all is there.
    """

    def __init__(
        self, layer_id: str, context: QgsRenderContext, tiles: Optional[LiveTiles]
    ) -> None:
        super().__init__(layer_id, context)
        self._context, self._tiles = context, tiles
        self._drawing = 0 if tiles is None else tiles.next_drawing()
        # QGIS also draws what lies beside the map, in case it is moved: only what is there.
        self._is_ahead = context.testFlag(QgsRenderContext.RenderPreviewJob)

    def render(self) -> bool:
        try:
            if self._tiles is not None:
                started = time.thread_time()
                self._render(self._tiles)
                self._tiles.drawing_s = time.thread_time() - started
        except Exception as failure:  # noqa: BLE001 - raised in QGIS's thread it would end QGIS
            QgsMessageLog.logMessage(
                f"{type(failure).__name__}: {failure}", "Terraloom", Qgis.MessageLevel.Warning
            )
            return False
        return True

    def forceRasterRender(self) -> bool:
        """An image of its own, which QGIS gives the layer's opacity and blend mode."""
        return True

    def _render(self, tiles: LiveTiles) -> None:
        context, painter = self._context, self._context.painter()
        to_pixel = context.mapToPixel()
        width, height = to_pixel.mapWidth(), to_pixel.mapHeight()
        place = MapPlace(to_pixel, width, height, context.coordinateTransform())
        seen = place.seen()
        if painter is None or seen is None or width <= 0 or height <= 0:
            return
        extent, pixel_size = seen
        dense = painter.device().devicePixelRatioF() if painter.device() is not None else 1.0
        area = pixel_size * pixel_size * width * height
        index = level_for(tiles.source, pixel_size / dense, area)
        level = tiles.source.levels[index]
        rect = level.rect(extent).grow(APRON_PX)
        if tiles.cover is not None:
            rect = rect.intersect(level.rect(tiles.cover))
        if rect.is_empty:
            return
        if is_too_far(tiles.source, index, rect):
            if tiles.source.is_dear and self._is_on_screen:
                _say_zoom_in(painter, width, height)
            return
        view = (round(width), round(height))
        shown = self._shown(tiles, index, rect, view)
        if shown is None or context.renderingStopped():
            return
        style = tiles.style_for(shown)
        image = as_image(pictured(shown.values, *level.ground_m(rect), style))
        if context.renderingStopped():
            return
        draw(painter, image, level, rect, place, smooth=not tiles.source.classes)

    @property
    def _is_on_screen(self) -> bool:
        """Whether this is a map to work with, not a print or what lies beside the map."""
        partial = self._context.testFlag(QgsRenderContext.RenderPartialOutput)
        return partial and not self._is_ahead

    def _shown(self, tiles: LiveTiles, level: int, rect: Rect, view: object) -> Optional[Mosaic]:
        """What there is; all of it where the output is final."""
        source = tiles.source
        since = time.monotonic()
        while True:
            count = tiles.count
            shown = mosaic(source, level, rect)
            if self._is_ahead:
                return shown
            tiles.want(shown.missing, view, self._drawing)
            if self._is_on_screen or not shown.missing or source.failure_is_recent:
                return shown
            while not tiles.wait_for_more(count, LOOK_S):
                if self._context.renderingStopped() or time.monotonic() - since > PATIENCE_S:
                    return shown
            since = time.monotonic()


def _say_zoom_in(painter: QPainter, width: float, height: float) -> None:
    """In the middle of the map, readable over anything."""
    text = tr("Zoom in to see this live layer")
    box = painter.boundingRect(QRectF(0.0, 0.0, width, height), Qt.AlignmentFlag.AlignCenter, text)
    outline = QPainterPath()
    ascent = painter.fontMetrics().ascent()
    outline.addText(box.left(), box.top() + ascent, painter.font(), text)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.strokePath(outline, QPen(QColor(255, 255, 255), 4.0))
    painter.fillPath(outline, QColor(60, 60, 60))
    painter.restore()
