"""What a form starts with, so that Run works at once: CRS, pixel size, extent, input layer."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsMapLayer,
    QgsProject,
    QgsRectangle,
    QgsUnitTypes,
)
from qgis.gui import QgisInterface, QgsMapCanvas
from qgis.PyQt.QtCore import QTimer

from ..processing_provider import parameters as names
from ..processing_provider import settings
from . import extent_chooser
from .form import ParameterForm
from .gallery_entries import GalleryEntry, fits
from .map_sight import is_hidden

MOST_PIXELS = 4096 * 4096
LEAST_SIDE_PX = 64
METRES_PER_ARC_SECOND = 111_319.49 / 3600.0
FALLBACK_CRS = "EPSG:3857"


class FormDefaults:
    """Fills a new form, keeps its pixel size native when another CRS is chosen, and follows the
    project's CRS until the user has chosen."""

    def __init__(self, form: ParameterForm, iface: QgisInterface, entry: GalleryEntry) -> None:
        self._form = form
        self._iface = iface
        self._entry = entry
        self._sizes_m = _native_sizes(form.algorithm)
        self._crs = self._filled_crs = QgsCoordinateReferenceSystem()
        self._suggested: Optional[float] = None
        self._scaled_for = ""
        self._soon = QTimer(form)  # the map takes the new CRS first
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._follow_project)
        QgsProject.instance().crsChanged.connect(self._soon.start)

    def close(self) -> None:
        """Follow nothing any more."""
        QgsProject.instance().crsChanged.disconnect(self._soon.start)
        self._soon.stop()

    def fill(self) -> None:
        """Set what the project, the map and the model suggest."""
        form = self._form
        if form.wrapper(names.DEVICE) is not None:
            form.set_value(names.DEVICE, settings.default_device())
        self._choose_layer()
        if form.wrapper(names.PIXEL_SIZE) is None or form.extent is None:
            return
        project = QgsProject.instance().crs()
        if not project.isValid():
            form.set_value(names.TARGET_CRS, FALLBACK_CRS)
        elif not self.crs().isValid():  # one that may be left out is the project's: say so
            form.set_value(names.TARGET_CRS, project)
        self._fill_place(self.crs())

    def follow(self) -> None:
        """React to what the user changed: a new CRS gets a pixel size in its own units."""
        form = self._form
        self._suggest_scale()
        if form.wrapper(names.PIXEL_SIZE) is None or form.extent is None:
            return
        crs = self.crs()
        if crs.isValid() and crs != self._crs:
            untouched = self._suggested is not None and math.isclose(
                self.pixel_size(), self._suggested, rel_tol=1e-6
            )
            other_units = crs.mapUnits() != self._crs.mapUnits()
            if untouched and (other_units or not self._crs.isValid()):
                metres = self._suggested * metres_per_unit(self._crs)
                size_m = min(self._sizes_m, key=lambda one: abs(one - metres))
                self._suggest(crs, native_size(size_m, crs))
            self._crs = crs
            form.show_unit(crs)
        form.extent.set_grid(crs, self.pixel_size())

    def _follow_project(self) -> None:
        crs = QgsProject.instance().crs()
        if not crs.isValid() or names.TARGET_CRS not in self.untouched() or crs == self.crs():
            return
        self._crs = crs  # or else the pixel size would be converted
        self._form.set_value(names.TARGET_CRS, crs)
        self._fill_place(crs)

    def _fill_place(self, crs: QgsCoordinateReferenceSystem) -> None:
        """Suggest pixel size and extent; an extent of the user's choice stays."""
        size, on_map = suggest_place(self._iface.mapCanvas(), crs, self._sizes_m)
        self._suggest(crs, size)
        self._filled_crs = crs
        extent = self._form.extent
        if extent.mode() in (extent_chooser.CANVAS, extent_chooser.SQUARE):
            extent.set_mode(extent_chooser.CANVAS if on_map else extent_chooser.SQUARE)

    def untouched(self) -> tuple[str, ...]:
        """Give the parameters that still are what project and map suggested."""
        if self._suggested is None or self.crs() != self._filled_crs:
            return ()
        if not math.isclose(self.pixel_size(), self._suggested, rel_tol=1e-6):
            return ()
        return (names.TARGET_CRS, names.PIXEL_SIZE)

    def crs(self) -> QgsCoordinateReferenceSystem:
        form = self._form
        wrapper = form.wrapper(names.TARGET_CRS)
        if wrapper is None:
            return QgsCoordinateReferenceSystem()
        values = {names.TARGET_CRS: wrapper.parameterValue()}
        return form.algorithm.parameterAsCrs(values, names.TARGET_CRS, form.context)

    def pixel_size(self) -> float:
        form = self._form
        values = {names.PIXEL_SIZE: form.wrapper(names.PIXEL_SIZE).parameterValue()}
        return float(form.algorithm.parameterAsDouble(values, names.PIXEL_SIZE, form.context))

    def _suggest(self, crs: QgsCoordinateReferenceSystem, size: float) -> None:
        self._crs = crs
        self._form.show_unit(crs)
        self._form.set_value(names.PIXEL_SIZE, size)
        self._suggested = self.pixel_size()
        self._form.extent.set_grid(crs, self._suggested)

    def _choose_layer(self) -> None:
        """Take the layer that is selected, if it fits, or the first that does."""
        if self._form.wrapper(names.INPUT) is None:
            return
        layers: list[Optional[QgsMapLayer]] = [
            self._iface.activeLayer(),
            *QgsProject.instance().mapLayers().values(),
        ]
        for layer in layers:
            if fits(self._entry, layer):
                self._form.set_value(names.INPUT, layer.id())
                self._suggest_scale()
                return

    def _suggest_scale(self) -> None:
        """Choose the scale that comes nearest to a native pixel size, once for each layer."""
        form = self._form
        if form.wrapper(names.INPUT) is None or form.wrapper(names.SCALE) is None:
            return
        values = {names.INPUT: form.wrapper(names.INPUT).parameterValue()}
        layer = form.algorithm.parameterAsRasterLayer(values, names.INPUT, form.context)
        if layer is None or layer.id() == self._scaled_for:
            return
        self._scaled_for = layer.id()
        size_m = layer.rasterUnitsPerPixelX() * metres_per_unit(layer.crs())
        if size_m > 0.0:
            form.set_value(names.SCALE, nearest_scale(size_m, self._sizes_m))


def nearest_scale(size_m: float, native_m: Sequence[float]) -> str:
    """Give the scale whose result comes nearest to a native pixel size, the finest preferred."""

    def distance(scale: str) -> float:
        made = size_m / int(scale)
        return min(abs(math.log(made / native)) for native in native_m)

    return min(names.SCALES, key=distance)


def suggest_place(
    canvas: QgsMapCanvas, crs: QgsCoordinateReferenceSystem, sizes_m: Sequence[float]
) -> tuple[float, bool]:
    """Give a native pixel size, in units of ``crs``, and whether the map's extent suits it.

    The finest size that fills the map with a raster of moderate size; if none does, the finest,
    for a square in the middle.
    """
    sizes = [native_size(size_m, crs) for size_m in sizes_m]
    if is_hidden(canvas):
        return sizes[0], True
    box = map_extent(canvas, crs)
    if box is None:
        return sizes[0], False
    for size in sizes:
        width, height = box.width() / size, box.height() / size
        if width * height <= MOST_PIXELS:
            return size, min(width, height) >= LEAST_SIDE_PX
    return sizes[0], False


def map_extent(canvas: QgsMapCanvas, crs: QgsCoordinateReferenceSystem) -> Optional[QgsRectangle]:
    """Give what the map shows in ``crs``; None where that cannot be said."""
    box, own = canvas.extent(), canvas.mapSettings().destinationCrs()
    if box.isEmpty() or not box.isFinite():
        return None
    if own.isValid() and own != crs:
        context = QgsProject.instance().transformContext()
        try:
            box = QgsCoordinateTransform(own, crs, context).transformBoundingBox(box)
        except QgsCsException:
            return None
    return box if box.isFinite() else None


def native_size(size_m: float, crs: QgsCoordinateReferenceSystem) -> float:
    """Give a round number of the units of ``crs`` near ``size_m`` metres."""
    if crs.isGeographic():
        seconds = size_m / METRES_PER_ARC_SECOND
        whole = round(seconds) if seconds > 0.75 else 1.0 / round(1.0 / seconds)
        return whole / 3600.0
    return float(f"{size_m / metres_per_unit(crs):.6g}")


def metres_per_unit(crs: QgsCoordinateReferenceSystem) -> float:
    if crs.isGeographic():
        return METRES_PER_ARC_SECOND * 3600.0
    metres = QgsUnitTypes.DistanceUnit.DistanceMeters
    factor = QgsUnitTypes.fromUnitToUnitFactor(crs.mapUnits(), metres)
    return float(factor) if factor > 0.0 else 1.0


def _native_sizes(algorithm: Any) -> tuple[float, ...]:
    package = getattr(getattr(algorithm, "entry", None), "package", None)
    return package.card.native_pixel_sizes_m if package is not None else (30.0,)
