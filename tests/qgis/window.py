"""A window with a map, as much of QGIS's own as the panel needs, and neighbours that remember."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, Callable, Optional

from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRectangle
from qgis.gui import QgsBrowserGuiModel, QgsMapCanvas, QgsMessageBar
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QAction, QDockWidget, QLabel, QMenu, QWidget

from ...ui.panel_parts import PanelParts
from .test_runs import FakeIface


class FakeWindow(FakeIface):
    """Takes docks, buttons and option pages as QGIS does."""

    def __init__(self) -> None:
        super().__init__()
        self.toolbar: list[QAction] = []
        self.factories: list[Any] = []
        self._browser = QgsBrowserGuiModel()
        self.mainWindow().setCentralWidget(self.mapCanvas())
        self.mapCanvas().setFixedSize(600, 600)
        self.mainWindow().show()

    def browserModel(self) -> QgsBrowserGuiModel:
        return self._browser

    def addDockWidget(self, area: Qt.DockWidgetArea, dock: QDockWidget) -> None:
        self.mainWindow().addDockWidget(area, dock)
        dock.show()

    def removeDockWidget(self, dock: QDockWidget) -> None:
        self.mainWindow().removeDockWidget(dock)

    def addPluginToRasterMenu(self, name: str, action: QAction) -> None:
        if not self.menu:
            QMenu(name, self.mainWindow()).setObjectName(name)
        super().addPluginToRasterMenu(name, action)

    def addToolBarIcon(self, action: QAction) -> None:
        self.toolbar.append(action)

    def removeToolBarIcon(self, action: QAction) -> None:
        self.toolbar.remove(action)

    def registerOptionsWidgetFactory(self, factory: Any) -> None:
        self.factories.append(factory)

    def unregisterOptionsWidgetFactory(self, factory: Any) -> None:
        self.factories.remove(factory)

    def show_place(self, box: QgsRectangle, authid: str = "EPSG:32632") -> QgsMapCanvas:
        """Let project and map be in that CRS, and the map show ``box``."""
        crs = QgsCoordinateReferenceSystem(authid)
        QgsProject.instance().setCrs(crs)
        canvas: QgsMapCanvas = self.mapCanvas()
        canvas.setDestinationCrs(crs)
        canvas.setExtent(box)
        return canvas

    def dispose(self) -> None:
        """Delete the window now: Python would do it after QGIS has ended."""
        sip.delete(self.mainWindow())

    def warnings(self) -> list[str]:
        bar: QgsMessageBar = self.messageBar()
        return [item.text() for item in bar.items()]


class FakeStrip(QWidget):
    """A strip of seeds that shows none."""

    chosen = pyqtSignal(int)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.shown: list[dict[str, Any]] = []
        self.centres: list[Any] = []

    def show(self, algorithm_id: str = "", parameters: Any = None, centre: Any = None) -> None:
        super().show()
        if algorithm_id:
            self.shown.append(parameters)
            self.centres.append(centre)

    def close_strip(self) -> None: ...


class Neighbours:
    """Stands in for queue, preview and live layers; keeps what it was given."""

    def __init__(self) -> None:
        self.submitted: list[tuple[str, dict[str, Any]]] = []
        self.previewed: list[dict[str, Any]] = []
        self.live: list[str] = []
        self.waiting: list[Callable[[], None]] = []
        self.cleared = self.offered = 0

    def submit(self, algorithm_id: str, parameters: dict[str, Any]) -> Any:
        self.submitted.append((algorithm_id, parameters))
        return SimpleNamespace(id=len(self.submitted))

    def show(self, algorithm_id: str, parameters: Any, centre: Any = None) -> None:
        self.previewed.append(parameters)

    def clear(self) -> None:
        self.cleared += 1

    def add(self, algorithm_id: str, parameters: Any) -> None:
        self.live.append(algorithm_id)

    def offer(self, then: Optional[Callable[[], None]] = None) -> None:
        self.offered += 1
        if then is not None:
            self.waiting.append(then)

    def parts(self) -> PanelParts:
        return PanelParts(self, self, self, FakeStrip, QLabel, self.offer)
