"""A map tool that has the map for a while, at the push of a button."""

from __future__ import annotations

from typing import Optional

from qgis.gui import QgsMapCanvas, QgsMapTool
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QAbstractButton

from .map_sight import show_map


class ToolTurn(QObject):
    """Gives the map to ``tool`` while ``button`` is down, and back to the tool before."""

    def __init__(self, canvas: QgsMapCanvas, tool: QgsMapTool, button: QAbstractButton) -> None:
        super().__init__(button)
        self._canvas, self._tool, self._button = canvas, tool, button
        self._before: Optional[QgsMapTool] = None
        tool.setParent(self)
        tool.deactivated.connect(self._ended)
        button.setCheckable(True)
        button.clicked.connect(self._clicked)

    @property
    def is_on(self) -> bool:
        return self._canvas.mapTool() is self._tool

    def start(self) -> None:
        show_map(self._canvas)
        if not self.is_on:
            self._before = self._canvas.mapTool()
            self._canvas.setMapTool(self._tool)
        self._button.setChecked(True)
        self._canvas.setFocus()  # Esc goes to the tool

    def stop(self) -> None:
        before, self._before = self._before, None
        if self.is_on:
            self._canvas.unsetMapTool(self._tool)
            if before is not None and not sip.isdeleted(before):
                self._canvas.setMapTool(before)
        self._button.setChecked(False)

    def close(self) -> None:
        """For good: QGIS may delete the button much later."""
        self._tool.deactivated.disconnect(self._ended)
        self._button.clicked.disconnect(self._clicked)
        self.stop()

    def _clicked(self, checked: bool) -> None:
        if checked:
            self.start()
        else:
            self.stop()

    def _ended(self) -> None:
        self._button.setChecked(False)
