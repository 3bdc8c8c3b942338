"""Live layers: endless, computed where the user looks; and how they become files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Callable, Optional

from qgis.core import (
    QgsApplication,
    QgsError,
    QgsMapLayer,
    QgsProject,
    QgsRectangle,
)
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QObject, QTimer
from qgis.PyQt.QtWidgets import QAction

from ..core.errors import TerraloomError
from ..core.tile_source import TileSource
from ..core.units import number_text
from ..processing_provider import icons
from ..processing_provider import parameters as names
from ..processing_provider.loading import sea_level
from ..processing_provider.picture_styles import fixed_style
from ..processing_provider.services import Services
from ..processing_provider.tile_jobs import cover_of, endless_job, has_fitted_colours, is_placed
from ..processing_provider.translation import tr
from . import live_record
from .live_map_layer import TYPE, LiveLayer, LiveLayerType
from .live_tiles import LiveTiles
from .preview_pieces import qgis_crs
from .run_parameters import settled
from .tile_feed import TileFeed

MENU = "Terraloom"
REPAINT_MS = 200
LONGEST_WAIT_MS = 1500
"""Tiles that come while the map is being drawn wait for its end, but no longer."""

REST = 4.0
"""A layer rests so many times as long as its last drawing took, before the next."""

OpenForm = Callable[[str, dict[str, Any]], None]


class LiveLayers(QObject):
    """Adds live layers, gives them their tiles, and has them drawn anew as tiles come."""

    def __init__(self, iface: QgisInterface, services: Services) -> None:
        super().__init__()
        self._iface, self._services = iface, services
        self.open_form: OpenForm = _toolbox_form
        self._feed: Optional[TileFeed] = None
        self._type: Optional[LiveLayerType] = None
        self._layers: list[LiveLayer] = []
        self._sources: dict[TileSource, LiveTiles] = {}
        self._waited_ms: dict[LiveLayer, int] = {}
        self._being_drawn: set[LiveLayer] = set()
        self._told: set[str] = set()
        self._actions: list[QAction] = []
        self._timer = QTimer(self)
        self._timer.setInterval(REPAINT_MS)
        self._timer.timeout.connect(self._repaint)

    def install(self) -> None:
        self._feed = TileFeed(self._services.engine, self)
        self._feed.arrived.connect(self._tile_arrived)
        self._feed.failed.connect(self._failed)
        self._type = LiveLayerType(self._made, lambda layer: self.bake(layer, None, self.open_form))
        QgsApplication.pluginLayerRegistry().addPluginLayerType(self._type)
        for text, name, slot in (
            (tr("Bake this extent to GeoTIFF…"), "Bake", self._bake_current),
            (tr("Fit the colours to this view"), "Fit", self._fit_current),
        ):
            action = QAction(icons.icon(icons.PLUGIN), text, self._iface.mainWindow())
            action.setObjectName(f"terraloomLive{name}")
            action.triggered.connect(slot)
            self._iface.addCustomActionForLayerType(action, MENU, QgsMapLayer.PluginLayer, False)
            self._actions.append(action)
        project = QgsProject.instance()
        project.layersAdded.connect(self._offer)
        project.layersWillBeRemoved.connect(self._forget)
        project.writeProject.connect(self._keep)
        project.readProject.connect(self._bring_back)
        self._bring_back()

    def uninstall(self) -> None:
        if self._feed is None:
            return
        self._timer.stop()
        project = QgsProject.instance()
        project.layersAdded.disconnect(self._offer)
        project.layersWillBeRemoved.disconnect(self._forget)
        project.writeProject.disconnect(self._keep)
        project.readProject.disconnect(self._bring_back)
        for action in self._actions:
            self._iface.removeCustomActionForLayerType(action)
            action.deleteLater()
        self._actions = []
        # QGIS takes the layers of a type away together with it.
        registry = QgsApplication.pluginLayerRegistry()
        live_record.take_out(project, lambda: registry.removePluginLayerType(TYPE))
        self._type = None
        self._layers.clear()
        for source in self._sources:
            source.close()
        self._sources.clear()
        self._feed.close()
        self._feed = None

    @property
    def is_busy(self) -> bool:
        """Whether tiles are still to come, or to be drawn."""
        on_its_way = self._waited_ms or self._being_drawn
        return bool(on_its_way) or (self._feed is not None and self._feed.is_busy)

    def add(self, algorithm_id: str, parameters: Mapping[str, Any]) -> Optional[LiveLayer]:
        """Add a layer to the project; None, and a message, if there can be none."""
        project = QgsProject.instance()
        kept = self._settled(algorithm_id, dict(parameters))
        try:
            job = endless_job(algorithm_id, kept, project)
            cover = cover_of(job)
        except TerraloomError as error:
            self._iface.messageBar().pushWarning(MENU, str(error))
            return None
        name = tr("{title}, live (seed {seed})").format(
            title=tr(job.package.card.title), seed=job.seed
        )
        if not kept.get(names.TARGET_CRS):  # the project's, which may change
            kept[names.TARGET_CRS] = job.grid.crs.authid or job.grid.crs.wkt
        layer = self._made(name)
        box = cover or job.grid.extent(job.rect)
        home = QgsRectangle(box.xmin, box.ymin, box.xmax, box.ymax)
        layer.describe(algorithm_id, kept, qgis_crs(job.grid.crs), home)
        project.addMapLayer(layer)
        self._iface.setActiveLayer(layer)
        return layer

    def bake(self, layer: QgsMapLayer, extent: Optional[QgsRectangle], open_form: OpenForm) -> None:
        """Open the form that writes the very pixels of ``layer`` over ``extent``.

        ``extent`` is in the project's CRS; by default, what the map shows.
        """
        if not isinstance(layer, LiveLayer):
            return
        canvas = self._iface.mapCanvas()
        box = canvas.extent() if extent is None else extent
        edges = (box.xMinimum(), box.xMaximum(), box.yMinimum(), box.yMaximum())
        crs = canvas.mapSettings().destinationCrs().authid()
        text = ",".join(number_text(edge) for edge in edges)
        open_form(layer.algorithm_id, {**layer.parameters, names.EXTENT: f"{text} [{crs}]"})

    def opened(self, layer: LiveLayer) -> Optional[LiveTiles]:
        """The tiles of a layer that is drawn for the first time."""
        if self._feed is None:
            return None
        try:
            job = endless_job(layer.algorithm_id, layer.parameters, QgsProject.instance())
            cover = cover_of(job)
            source = self._feed.open(job)
        except TerraloomError as error:
            layer.setError(QgsError(str(error), MENU))
            self._tell(str(error))
            return None
        fixed = fixed_style(job)
        tiles = LiveTiles(source, sea_level(job), layer.saved_colours, fixed, cover)
        self._sources[source] = tiles
        return tiles

    def _settled(self, algorithm_id: str, parameters: dict[str, Any]) -> dict[str, Any]:
        """The parameters free of the project, without what a file needs."""
        algorithm = QgsApplication.processingRegistry().algorithmById(algorithm_id)
        if algorithm is None:
            return parameters
        if not parameters.get(names.EXTENT) and not is_placed(algorithm_id, parameters):
            canvas = self._iface.mapCanvas()
            box = canvas.extent()
            edges = (box.xMinimum(), box.xMaximum(), box.yMinimum(), box.yMaximum())
            crs = canvas.mapSettings().destinationCrs().authid()
            parameters[names.EXTENT] = f"{','.join(number_text(e) for e in edges)} [{crs}]"
        kept = settled(algorithm, parameters, QgsProject.instance())
        for name in (names.OUTPUT, names.CREATE_OPTIONS):
            kept.pop(name, None)
        return kept

    def _keep(self, *_: object) -> None:
        live_record.keep(QgsProject.instance())

    def _bring_back(self, *_: object) -> None:
        live_record.bring_back(QgsProject.instance(), self._made)

    def _made(self, name: str = "") -> LiveLayer:
        layer = LiveLayer(self, name)
        self._layers.append(layer)
        return layer

    def _offer(self, layers: list[QgsMapLayer]) -> None:
        """Give the live layers among these, copies too, their actions; and keep what Python knows
        of them, as QGIS itself owns them."""
        for layer in layers:
            if not isinstance(layer, LiveLayer):
                continue
            if all(other is not layer for other in self._layers):
                self._layers.append(layer)
            bake, fit = self._actions
            fitted = has_fitted_colours(layer.algorithm_id)
            for action in (bake, fit) if fitted else (bake,):
                self._iface.addCustomActionForLayer(action, layer)

    def _forget(self, layer_ids: list[str]) -> None:
        gone = [layer for layer in self._layers if layer.id() in layer_ids]
        self._layers = [layer for layer in self._layers if layer not in gone]
        for layer in gone:
            self._waited_ms.pop(layer, None)
            self._being_drawn.discard(layer)
            tiles = layer.tiles
            if tiles is not None and all(other.tiles is not tiles for other in self._layers):
                self._sources.pop(tiles.source, None)
                tiles.source.close()

    def _tile_arrived(self, source: TileSource) -> None:
        tiles = self._sources.get(source)
        if tiles is None:
            return
        tiles.tell()
        for layer in self._layers:
            if layer.tiles is tiles:
                self._waited_ms.setdefault(layer, 0)
                if not layer.error().isEmpty():
                    layer.setError(QgsError())
        if not self._timer.isActive():
            self._timer.start()

    def _repaint(self) -> None:
        """Draw anew what has got tiles, but let a drawing of the map come to its end."""
        is_drawing = self._iface.mapCanvas().isDrawing()
        if not is_drawing:
            for layer in self._being_drawn:
                layer.show_legend()  # a drawing fits the colours
            self._being_drawn.clear()
        for layer in list(self._waited_ms):
            waited = self._waited_ms[layer] = self._waited_ms[layer] + REPAINT_MS
            pause = 0.0 if layer.tiles is None else REST * 1000.0 * layer.tiles.drawing_s
            if waited < min(LONGEST_WAIT_MS if is_drawing else pause, LONGEST_WAIT_MS):
                continue
            del self._waited_ms[layer]
            layer.triggerRepaint()
            self._being_drawn.add(layer)
        if not (self._waited_ms or self._being_drawn):
            self._timer.stop()

    def _failed(self, message: str) -> None:
        for tiles in self._sources.values():
            tiles.tell()
            if tiles.source.failure_is_recent:
                for layer in self._layers:
                    if layer.tiles is tiles:
                        layer.setError(QgsError(message, MENU))
        self._tell(message)

    def _tell(self, message: str) -> None:
        """Say what is wrong, once."""
        if message not in self._told:
            self._told.add(message)
            self._iface.messageBar().pushWarning(MENU, message)

    def _bake_current(self) -> None:
        self.bake(self._iface.activeLayer(), None, self.open_form)

    def _fit_current(self) -> None:
        layer = self._iface.activeLayer()
        if isinstance(layer, LiveLayer) and layer.tiles is not None:
            layer.tiles.refit()
            layer.triggerRepaint()
            self._being_drawn.add(layer)
            self._timer.start()


def _toolbox_form(algorithm_id: str, parameters: dict[str, Any]) -> None:
    """The form of QGIS's own toolbox, where nobody gave a better one."""
    import processing  # QGIS's own plugin, loaded before a user can click

    processing.execAlgorithmDialog(algorithm_id, parameters)
