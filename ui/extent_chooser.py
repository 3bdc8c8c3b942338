"""Where to make something: the map, a layer, a bookmark, a drawn rectangle, or many polygons."""

from __future__ import annotations

from typing import Optional

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsProject,
    QgsReferencedRectangle,
    QgsUnitTypes,
)
from qgis.gui import QgsFilterLineEdit, QgsMapCanvas, QgsMapLayerComboBox
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QSpinBox,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..processing_provider.translation import tr
from .extent_drawing import ExtentDrawing
from .extent_values import ExtentValue, as_text, as_value, square_around
from .form_widgets import keep_narrow
from .map_sight import home, is_hidden, show_map
from .polygon_chooser import PolygonChooser
from .text_labels import MutedLabel

WHOLE, CANVAS, SQUARE, LAYER = "whole", "canvas", "square", "layer"
BOOKMARK, DRAWN, COORDINATES, FEATURES = "bookmark", "drawn", "coordinates", "features"
DEFAULT_SIDE_PX, HOME_SIDE_PX = 1024, 640
HOME_SIDE_M = 4e6


class ExtentChooser(QWidget):
    """Gives an extent as Processing reads it, with its CRS; for polygons one for each."""

    changed = pyqtSignal()

    def __init__(
        self, canvas: QgsMapCanvas, *, whole_first: bool = False, parent: Optional[QWidget] = None
    ) -> None:
        """``whole_first``: all of the input layer is what one begins with, once it is offered."""
        super().__init__(parent)
        self.setObjectName("terraloomExtent")
        self._canvas = canvas
        self._grid: tuple[QgsCoordinateReferenceSystem, float] = (
            QgsCoordinateReferenceSystem(),
            0.0,
        )
        self._return_to_whole = whole_first
        self._build()
        self._drawing = ExtentDrawing(canvas, self._draw_button)
        self._connect()
        self._show_detail()

    def mode(self) -> str:
        return str(self._modes.currentData())

    def set_mode(self, mode: str) -> None:
        self._modes.setCurrentIndex(self._modes.findData(mode))

    def offer_whole(self, *, offered: bool) -> None:
        """Offer all of the input layer, or not: there may be no such layer (yet)."""
        row, before = self._modes.findData(WHOLE), self.mode()
        if offered == (row >= 0):
            return
        self._modes.blockSignals(True)
        if offered:
            self._modes.insertItem(0, tr("All of the input layer"), WHOLE)
            self.set_mode(WHOLE if self._return_to_whole else before)
        else:
            self._return_to_whole = before == WHOLE
            self._modes.removeItem(row)
            self.set_mode(CANVAS if self._return_to_whole else before)
        self._modes.blockSignals(False)
        if self.mode() != before:
            self._mode_chosen()

    def set_grid(self, crs: QgsCoordinateReferenceSystem, pixel_size: float) -> None:
        """Say how large the pixels will be, which the square is counted in."""
        self._grid = (crs, pixel_size)

    def value(self) -> Optional[ExtentValue]:
        """Give the extent; None where there is none (yet), or where all of the input is meant."""
        mode = self.mode()
        if mode == COORDINATES:
            return self._coordinates.text().strip() or None
        if mode == FEATURES:
            found = self._polygons.values()
            return found[0] if found else None
        return as_value(self._rectangle(mode))

    def values(self) -> list[ExtentValue]:
        """Give one extent, or one for each polygon, the largest first; may be empty."""
        if self.mode() == FEATURES:
            return self._polygons.values()
        value = self.value()
        return [] if value is None else [value]

    def set_value(self, value: Optional[ExtentValue]) -> None:
        """Show an extent that came from elsewhere, as coordinates."""
        if value in (None, ""):
            self.set_mode(WHOLE if self._modes.findData(WHOLE) >= 0 else CANVAS)
            return
        text = value if isinstance(value, str) else as_text(value)
        self._coordinates.setText(text)
        self.set_mode(COORDINATES)

    def lack(self) -> str:
        """Give what the user has to do before there is an extent; empty where there is one."""
        mode = self.mode()
        if mode == FEATURES:
            return self._polygons.lack()
        if mode == WHOLE or self.value() is not None:
            return ""
        return {
            LAYER: tr("Choose the layer whose extent is to be filled."),
            BOOKMARK: tr("There is no bookmark yet. Make one, or choose another extent."),
            DRAWN: tr("Draw a rectangle on the map."),
            COORDINATES: tr("Type the extent: west, east, south, north."),
        }.get(mode, tr("The map shows no place yet. Zoom to the area that you want."))

    def show_map(self) -> None:
        """Bring the map to the front, where QGIS's greeting hides it."""
        show_map(self._canvas, self._canvas_rectangle())

    def close_map_items(self) -> None:
        """Take everything off the map."""
        self._drawing.close()

    def _build(self) -> None:
        self._modes = QComboBox(self)
        self._modes.setObjectName("terraloomExtentMode")
        for mode, text in (
            (CANVAS, tr("What the map shows")),
            (SQUARE, tr("Square at the map's centre")),
            (DRAWN, tr("Rectangle drawn on the map")),
            (LAYER, tr("Extent of a layer")),
            (BOOKMARK, tr("Bookmark")),
            (COORDINATES, tr("Coordinates")),
            (FEATURES, tr("Polygons, one result for each")),
        ):
            self._modes.addItem(text, mode)
        self._draw_button = QToolButton(self)
        self._draw_button.setObjectName("terraloomDrawExtent")
        self._draw_button.setIcon(QgsApplication.getThemeIcon("/mActionSelectRectangle.svg"))
        self._draw_button.setAutoRaise(True)
        self._draw_button.setToolTip(tr("Draw a rectangle on the map (Shift: a square)"))
        self._draw_button.setAccessibleName(self._draw_button.toolTip())
        self._details = QStackedWidget(self)
        self._side = QSpinBox()
        self._side.setRange(16, 1_000_000)
        self._side.setSingleStep(256)
        self._side.setValue(DEFAULT_SIDE_PX)
        self._side.setGroupSeparatorShown(True)
        self._side.setMinimumWidth(80)
        self._side.setSuffix(tr(" px wide and high"))
        self._layers = QgsMapLayerComboBox()
        self._bookmarks = QComboBox()
        self._coordinates = QgsFilterLineEdit()
        self._coordinates.setPlaceholderText("xmin,xmax,ymin,ymax [EPSG:…]")
        self._polygons = PolygonChooser()
        self._pages = {
            SQUARE: self._side,
            LAYER: self._layers,
            BOOKMARK: self._bookmarks,
            DRAWN: MutedLabel(tr("Drag a rectangle on the map.")),
            COORDINATES: self._coordinates,
            FEATURES: self._polygons,
        }
        for box in (self._modes, self._layers, self._bookmarks):
            keep_narrow(box)
        for mode, page in self._pages.items():
            page.setObjectName(f"terraloomExtent_{mode}")
            self._details.addWidget(page)
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 0, 0)
        top.addWidget(self._modes, 1)
        top.addWidget(self._draw_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self._details)
        self._fill_bookmarks()

    def _connect(self) -> None:
        self._modes.currentIndexChanged.connect(self._mode_chosen)
        self._drawing.drawn.connect(self._take_drawn)
        self._side.valueChanged.connect(self._emit)
        self._layers.layerChanged.connect(self._emit)
        self._bookmarks.currentIndexChanged.connect(self._emit)
        self._coordinates.textChanged.connect(self._emit)
        self._polygons.changed.connect(self._polygons_changed)
        self._canvas.extentsChanged.connect(self._map_moved)
        self._canvas.destinationCrsChanged.connect(self._map_moved)
        for owner in (QgsApplication.bookmarkManager(), QgsProject.instance().bookmarkManager()):
            for signal in (owner.bookmarkAdded, owner.bookmarkRemoved, owner.bookmarkChanged):
                signal.connect(self._fill_bookmarks)

    def _emit(self, *_: object) -> None:
        self.changed.emit()

    def _polygons_changed(self) -> None:
        if self.mode() == FEATURES:
            self.changed.emit()

    def _map_moved(self) -> None:
        if self.mode() in (CANVAS, SQUARE) and self.isVisible():
            self.changed.emit()

    def _mode_chosen(self) -> None:
        self._show_detail()
        if self.mode() == DRAWN and self._drawing.rectangle is None:
            self._drawing.start()
        self.changed.emit()

    def _take_drawn(self) -> None:
        self.set_mode(DRAWN)
        self._show_detail()
        self.changed.emit()

    def _show_detail(self) -> None:
        page = self._pages.get(self.mode())
        if self.mode() == DRAWN and self._drawing.rectangle is not None:
            page = None
        self._details.setVisible(page is not None)
        if page is not None:
            self._details.setCurrentWidget(page)
            self._details.setFixedHeight(page.sizeHint().height())

    def _fill_bookmarks(self, *_: object) -> None:
        chosen = self._bookmarks.currentText()
        self._bookmarks.clear()
        owners = (QgsProject.instance().bookmarkManager(), QgsApplication.bookmarkManager())
        for owner in owners:
            for bookmark in owner.bookmarks():
                self._bookmarks.addItem(bookmark.name(), bookmark.extent())
        self._bookmarks.setCurrentIndex(max(self._bookmarks.findText(chosen), 0))

    def _rectangle(self, mode: str) -> Optional[QgsReferencedRectangle]:
        if mode == CANVAS:
            return self._canvas_rectangle()
        if mode == SQUARE:
            return self._square()
        if mode == LAYER:
            layer = self._layers.currentLayer()
            return None if layer is None else QgsReferencedRectangle(layer.extent(), layer.crs())
        if mode == BOOKMARK:
            return self._bookmarks.currentData()
        return self._drawing.rectangle if mode == DRAWN else None

    def _canvas_rectangle(self) -> QgsReferencedRectangle:
        if is_hidden(self._canvas):
            place, (crs, pixel_size) = home(self._canvas), self._grid
            side_px = home_side_px(crs, pixel_size)
            return square_around(place, crs, pixel_size, side_px) or place
        settings = self._canvas.mapSettings()
        return QgsReferencedRectangle(settings.visibleExtent(), settings.destinationCrs())

    def _square(self) -> Optional[QgsReferencedRectangle]:
        crs, pixel_size = self._grid
        return square_around(self._canvas_rectangle(), crs, pixel_size, self._side.value())


def home_side_px(crs: QgsCoordinateReferenceSystem, pixel_size: float) -> int:
    """Give the side of a first result where no map is seen: no larger than a continent."""
    metres = QgsUnitTypes.DistanceUnit.DistanceMeters
    size_m = pixel_size * QgsUnitTypes.fromUnitToUnitFactor(crs.mapUnits(), metres)
    return min(HOME_SIDE_PX, max(round(HOME_SIDE_M / size_m), 1)) if size_m > 0.0 else HOME_SIDE_PX
