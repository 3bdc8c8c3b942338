"""What is done of a run, on the map, until its layer is there."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import QgsCoordinateTransform, QgsProject
from qgis.gui import QgsMapCanvas, QgsMapCanvasItem
from qgis.PyQt.QtCore import QObject, QRectF, QTimer
from qgis.PyQt.QtGui import QImage, QPainter

from ..processing_provider.job_picture import JobView
from .map_drawing import MapPlace, as_image, draw
from .preview_pieces import qgis_crs
from .run import RunFeedback

ABOVE_MAP = 4.0  # below a preview
LAYER_DRAWN_MS = 4000


class RunPictures(QObject):
    """Shows one run at a time."""

    def __init__(self, canvas: QgsMapCanvas, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._item: Optional[RunItem] = None
        self._feedback: Optional[RunFeedback] = None
        self._is_leaving = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LAYER_DRAWN_MS)
        self._timer.timeout.connect(self._take_off)

    @property
    def item(self) -> Optional[RunItem]:
        """What is on the map."""
        return self._item

    def follow(self, feedback: RunFeedback) -> None:
        """Show what this run tells from now on."""
        self._take_off()
        self._feedback = feedback
        feedback.pictured.connect(self._show)

    def end(self, *, soon: bool) -> None:
        """The run has ended: take it off the map, ``soon`` or when its layer has been drawn."""
        if self._feedback is not None:
            self._feedback.pictured.disconnect(self._show)
            self._feedback = None
        if soon:
            self._take_off()
        elif self._item is not None:
            self._is_leaving = True
            self._canvas.mapCanvasRefreshed.connect(self._take_off)
            self._timer.start()

    def _show(self, view: JobView) -> None:
        if self._feedback is None:
            return  # it was under way when the run ended
        if self._item is None:
            self._item = RunItem(self._canvas)
        self._item.show_view(view)

    def _take_off(self) -> None:
        if self._is_leaving:
            self._is_leaving = False
            self._timer.stop()
            self._canvas.mapCanvasRefreshed.disconnect(self._take_off)
        item, self._item = self._item, None
        if item is not None:
            self._canvas.scene().removeItem(item)


class RunItem(QgsMapCanvasItem):
    """Draws a view where it belongs, whatever the map's position, rotation and CRS."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._view: Optional[JobView] = None
        self._image = QImage()
        self.setZValue(ABOVE_MAP)

    @property
    def image(self) -> QImage:
        return self._image

    def show_view(self, view: JobView) -> None:
        self._view, self._image = view, as_image(view.pixels)
        self.update()

    def boundingRect(self) -> QRectF:
        size = self._canvas.size()
        return QRectF(0.0, 0.0, size.width(), size.height())

    def updatePosition(self) -> None:
        self.prepareGeometryChange()
        self.update()

    def paint(self, painter: QPainter, option: Any = None, widget: Any = None) -> None:
        view = self._view
        if view is None:
            return
        settings = self._canvas.mapSettings()
        transform = QgsCoordinateTransform(
            qgis_crs(view.level.grid.crs), settings.destinationCrs(), QgsProject.instance()
        )
        size = settings.outputSize()
        place = MapPlace(settings.mapToPixel(), size.width(), size.height(), transform)
        draw(painter, self._image, view.level, view.rect, place, smooth=view.smooth)
