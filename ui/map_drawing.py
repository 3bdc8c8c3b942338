"""Draws an image that lies in one CRS on a map in another, under any rotation."""

from __future__ import annotations

import math
from typing import Callable, Optional

from qgis.core import QgsCoordinateTransform, QgsCsException, QgsMapToPixel, QgsPointXY
from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QBrush, QImage, QPainter, QPolygonF, QTransform

from ..core.grid import Extent
from ..core.tile_levels import Level
from ..core.tile_picture import Bytes
from ..core.tiling import Rect

BAND_PX, FAR_PX = 96, 1e5

OnMap = Callable[[float, float], Optional[QPointF]]

SAMPLES = 17
PATCHES = 12
"""Along each side of an image that is reprojected; within one, lines stay straight."""


class MapPlace:
    """Where points of a layer fall on a map; ``transform`` goes from the layer's CRS to the map's.

    Numbers only, so that it can be used in the thread that draws.
    """

    def __init__(
        self,
        map_to_pixel: QgsMapToPixel,
        width: float,
        height: float,
        transform: QgsCoordinateTransform,
    ) -> None:
        self._to_pixel = map_to_pixel.transform()
        self._to_map, _ = self._to_pixel.inverted()
        self._width, self.height = width, height
        self._transform = QgsCoordinateTransform(transform)
        self.is_straight = not transform.isValid() or transform.isShortCircuited()

    def on_map(self, x: float, y: float) -> Optional[QPointF]:
        """The map's pixel of a point of the layer; None where the map has no such place."""
        point = QgsPointXY(x, y)
        if not self.is_straight:
            try:
                point = self._transform.transform(point)
            except QgsCsException:
                return None
        if not (math.isfinite(point.x()) and math.isfinite(point.y())):
            return None
        return self._to_pixel.map(QPointF(point.x(), point.y()))

    def on_layer(self, x: float, y: float) -> Optional[QgsPointXY]:
        """The point of the layer under a pixel of the map."""
        found = self._to_map.map(QPointF(x, y))
        point = QgsPointXY(found.x(), found.y())
        if self.is_straight:
            return point
        try:
            point = self._transform.transform(point, QgsCoordinateTransform.ReverseTransform)
        except QgsCsException:
            return None
        return point if math.isfinite(point.x()) and math.isfinite(point.y()) else None

    def seen(self) -> Optional[tuple[Extent, float]]:
        """The layer's extent that the map shows, and the usual size of a pixel there."""
        rows = [
            [self.on_layer(col * self._width, row * self.height) for col in _shares()]
            for row in _shares()
        ]
        known = [point for row in rows for point in row if point is not None]
        if len(known) < 2:
            return None
        xs, ys = [point.x() for point in known], [point.y() for point in known]
        extent = Extent(min(xs), min(ys), max(xs), max(ys))
        step = self._width / (SAMPLES - 1)
        steps = sorted(
            math.hypot(b.x() - a.x(), b.y() - a.y()) / step
            for row in rows
            for a, b in zip(row, row[1:])
            if a is not None and b is not None
        )
        if not steps or steps[len(steps) // 2] <= 0.0:
            return None
        return extent, steps[len(steps) // 2]


def _shares() -> list[float]:
    return [index / (SAMPLES - 1) for index in range(SAMPLES)]


def as_image(pixels: Bytes) -> QImage:
    """``(H, W, 4)`` RGBA as an image of its own memory."""
    height, width = pixels.shape[:2]
    kept = pixels.tobytes()
    image = QImage(kept, width, height, 4 * width, QImage.Format.Format_RGBA8888_Premultiplied)
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def draw(
    painter: QPainter,
    image: QImage,
    level: Level,
    rect: Rect,
    place: MapPlace,
    *,
    smooth: bool = True,
) -> None:
    """Draw ``image``, whose pixels are those of ``rect`` of ``level``; those of classes must not be
    mixed."""
    east, north = level.shift
    p = level.pixel_size

    def on_map(col: float, row: float) -> Optional[QPointF]:
        return place.on_map((rect.x0 + col) * p + east, -(rect.y0 + row) * p + north)

    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    if place.is_straight:
        whole = QRectF(0.0, 0.0, image.width(), image.height())
        corner, right, below = on_map(0.0, 0.0), on_map(image.width(), 0), on_map(0, image.height())
        if corner is not None and right is not None and below is not None:
            _draw_bands(painter, image, _affine(whole, corner, right, below), place.height)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        _draw_patches(painter, image, on_map)
    painter.restore()


def _draw_bands(painter: QPainter, image: QImage, shape: QTransform, height: float) -> None:
    """Draw the image a little at a time: Python lets no other thread work meanwhile, not even
    QGIS's own."""
    for top in range(0, math.ceil(height), BAND_PX):
        painter.save()
        painter.setClipRect(
            QRectF(-FAR_PX, top, 2 * FAR_PX, BAND_PX), Qt.ClipOperation.IntersectClip
        )
        painter.setTransform(shape, True)
        painter.drawImage(QPointF(0.0, 0.0), image)
        painter.restore()


def outline(level: Level, rect: Rect, place: MapPlace) -> QPolygonF:
    """The edge of ``rect`` on the map."""
    box = level.extent(rect)
    shares = [step / SAMPLES for step in range(SAMPLES)]
    points = [
        *((box.xmin + share * box.width, box.ymax) for share in shares),
        *((box.xmax, box.ymax - share * box.height) for share in shares),
        *((box.xmax - share * box.width, box.ymin) for share in shares),
        *((box.xmin, box.ymin + share * box.height) for share in shares),
    ]
    found = [place.on_map(x, y) for x, y in points]
    return QPolygonF([point for point in found if point is not None])


def _draw_patches(painter: QPainter, image: QImage, on_map: OnMap) -> None:
    """Cut the image into triangles, and draw each where its corners belong."""
    # Half a pixel less on every side: an image that fills a shape is repeated beyond its edge.
    xs = [0.5 + (image.width() - 1.0) * step / PATCHES for step in range(PATCHES + 1)]
    ys = [0.5 + (image.height() - 1.0) * step / PATCHES for step in range(PATCHES + 1)]
    knots = [[on_map(x, y) for x in xs] for y in ys]
    for row in range(PATCHES):
        for col in range(PATCHES):
            northwest, northeast = knots[row][col : col + 2]
            southwest, southeast = knots[row + 1][col : col + 2]
            if None in (northwest, northeast, southwest, southeast):
                continue
            part = QRectF(QPointF(xs[col], ys[row]), QPointF(xs[col + 1], ys[row + 1]))
            upper = _affine(part, northwest, northeast, southwest)
            _fill(painter, image, upper, [northwest, northeast, southwest])
            # The fourth corner of the lower triangle's parallelogram.
            origin = northeast + southwest - southeast
            _fill(
                painter,
                image,
                _affine(part, origin, northeast, southwest),
                [southeast, southwest, northeast],
            )


def _fill(painter: QPainter, image: QImage, shape: QTransform, corners: list[QPointF]) -> None:
    brush = QBrush(image)
    brush.setTransform(shape)
    painter.setBrush(brush)
    painter.drawPolygon(QPolygonF(corners))


def _affine(part: QRectF, corner: QPointF, right: QPointF, below: QPointF) -> QTransform:
    """What moves the north-west, north-east and south-west corner of ``part`` to these points."""
    over = (right - corner) / part.width()
    down = (below - corner) / part.height()
    moved = QTransform(over.x(), over.y(), down.x(), down.y(), corner.x(), corner.y())
    return QTransform.fromTranslate(-part.left(), -part.top()) * moved
