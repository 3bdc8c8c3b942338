"""What happens when a run has ended: its layers in the project, and a message that can be used."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Callable, Optional

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsLayerTreeGroup,
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsProject,
    QgsRasterLayer,
)
from qgis.gui import QgisInterface, QgsMessageBarItem
from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices, QFontMetrics
from qgis.PyQt.QtWidgets import QApplication, QMenu, QToolButton, QWidget

from ..processing_provider.translation import tr
from .estimate_line import short_duration
from .run import DONE, FAILED, Run

SHOWN_S = 30
WIDE_PX = 900
"""A message bar that is narrower shows its buttons as icons alone."""

FRAME_PX, COUNTDOWN_PX, SPACING_PX, LEAST_TEXT_PX = 140, 85, 8, 90
"""What QGIS puts around a message: icon, how many more there are, close; and a countdown."""


class Results:
    """Loads what runs made and tells how they ended."""

    def __init__(self, iface: QgisInterface, open_form: Callable[[str, dict], None]) -> None:
        self._iface = iface
        self._open_form = open_form
        self._items: list[QgsMessageBarItem] = []
        self._done: list[QgsMessageBarItem] = []

    def load(self, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> list[str]:
        """Add the layers that Processing has prepared to their model's group; give their ids."""
        project = QgsProject.instance()
        found = []
        for layer, details in _made(context, feedback):
            if project.mapLayer(layer.id()) is None:
                details.setOutputLayerName(layer)
                layer.setName(unused_name(layer.name(), project))
                context.temporaryLayerStore().takeMapLayer(layer)
                project.addMapLayer(layer, False)
                group_at_top(project, _group_name(details)).insertLayer(0, layer)
            else:  # the file of a layer that is there was written anew
                layer.reload()
            if details.postProcessor() is not None:
                details.postProcessor().postProcessLayer(layer, context, feedback)
            found.append(layer.id())
            if len(found) == 1:
                self._iface.setActiveLayer(layer)
        return found

    def announce(self, run: Run) -> None:
        """Show how ``run`` ended in the message bar."""
        # Older QGIS tells of it too, and says of one that was cancelled that it has failed.
        items = self._iface.messageBar().items()
        self._take_back([one for one in items if one.text() and one.text() == run.task_name])
        if run.state == FAILED:
            self._push(self._item(run, run.message), Qgis.Warning, 0)
        elif run.state == DONE:
            self._take_back(self._done)
            item = self._item(run, self._done_text(run))
            self._done = [item]
            self._push(item, _verdict_level(run), SHOWN_S)

    def close(self) -> None:
        """Take back the messages that are still shown: their buttons would lead nowhere."""
        self._take_back(self._items)
        self._items = self._done = []

    def _take_back(self, items: list[QgsMessageBarItem]) -> None:
        bar = self._iface.messageBar()
        shown = bar.items()
        for item in [one for one in items if one in shown]:
            bar.popWidget(item)

    def _done_text(self, run: Run) -> str:
        if "MATCHES" in run.results:
            return run.message
        if run.load_late is not None:
            return tr("Finished, but its project was closed meanwhile.")
        return tr("Finished in {time}.").format(time=short_duration(run.seconds))

    def _item(self, run: Run, text: str) -> QgsMessageBarItem:
        """Make a message of one line, whatever the width; all of it is in the tip."""
        bar = self._iface.messageBar()
        item = bar.createMessage(run.title, "")
        buttons = action_buttons(run, self._open_form, item)
        width = self._iface.mapCanvas().width()  # the bar's own, which a hidden bar does not have
        if width < WIDE_PX:
            for button in buttons:
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        bold = bar.font()
        bold.setBold(True)
        taken = QFontMetrics(bold).horizontalAdvance(f"{run.title}: ")
        taken += FRAME_PX + (COUNTDOWN_PX if run.state == DONE else 0)
        taken += sum(button.sizeHint().width() + SPACING_PX for button in buttons)
        line = " ".join(text.split())
        room = max(width - taken, LEAST_TEXT_PX)
        item.setText(bar.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, room))
        item.setToolTip(f"{run.title}: {line}")
        for button in buttons:
            item.layout().addWidget(button)
        return item

    def _push(self, item: QgsMessageBarItem, level: int, seconds: int) -> None:
        item.setObjectName("terraloomRunMessage")
        bar = self._iface.messageBar()
        shown = bar.items()
        self._items = [*(one for one in self._items if one in shown), item]
        bar.pushWidget(item, level, seconds)


def _made(
    context: QgsProcessingContext, feedback: QgsProcessingFeedback
) -> list[tuple[QgsMapLayer, Any]]:
    """Give the layers that are to be loaded, rasters first: polygons then lie above them."""
    found = []
    for source, details in context.layersToLoadOnCompletion().items():
        layer = QgsProcessingUtils.mapLayerFromString(source, context)
        if layer is None:
            feedback.reportError(tr("'{path}' could not be loaded.").format(path=source))
        else:
            found.append((layer, details))
    return sorted(found, key=lambda one: not isinstance(one[0], QgsRasterLayer))


def action_buttons(
    run: Run, open_form: Callable[[str, dict], None], parent: QWidget
) -> list[QToolButton]:
    """Give the buttons of what can be done with an ended run."""
    found = []
    if run.load_late is not None:
        add = _button(
            tr("Add to project"), "terraloomAddToProject", parent, "/mActionAddRasterLayer.svg"
        )
        add.setToolTip(tr("Add to project"))
        add.clicked.connect(lambda: _load_late(run, add))
        found.append(add)
    if run.output is not None:
        folder = _button(tr("Open folder"), "terraloomOpenFolder", parent, "/mActionFileOpen.svg")
        folder.setToolTip(tr("Open folder"))
        folder.clicked.connect(lambda: open_folder(run.output))
        found.append(folder)
    again = _button(form_label(run), "terraloomReproduce", parent, "/mActionRefresh.svg")
    again.setToolTip(tr("Open the form with the parameters of this run"))
    again.clicked.connect(lambda: open_form(run.algorithm_id, dict(run.parameters)))
    copy = _button(tr("Copy"), "terraloomCopy", parent, "/mActionEditCopy.svg")
    copy.setToolTip(tr("Copy as Python, as a command, or the log"))
    copy.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    copy.setMenu(copy_menu(run, copy))
    return [*found, again, copy]


def _load_late(run: Run, button: QToolButton) -> None:
    button.setEnabled(False)
    if run.load_late is not None:
        run.load_late()


def form_label(run: Run) -> str:
    return tr("Reproduce…") if run.output is not None else tr("Open form…")


def copy_menu(run: Run, parent: QWidget) -> QMenu:
    """Give the menu that puts a run, or what it said, onto the clipboard."""
    menu = QMenu(parent)
    for text, name, give in (
        (tr("Copy as Python"), "terraloomCopyPython", run.python_text),
        (tr("Copy as qgis_process command"), "terraloomCopyProcess", run.process_text),
        (tr("Copy log"), "terraloomCopyLog", lambda: f"{run.title}\n{run.message}\n{run.log}"),
    ):
        action = menu.addAction(text)
        action.setObjectName(name)
        action.triggered.connect(lambda _checked=False, give=give: copy_text(give()))
    return menu


def copy_text(text: str) -> None:
    QApplication.clipboard().setText(text)


def open_folder(path: Optional[Path]) -> None:
    if path is not None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))


def unused_name(name: str, project: QgsProject) -> str:
    """Give ``name``, with a number behind it where a layer is called so already."""
    taken = {layer.name() for layer in project.mapLayers().values()}
    candidate, number = name, 2
    while candidate in taken:
        candidate, number = f"{name} {number}", number + 1
    return candidate


def group_at_top(project: QgsProject, name: str) -> QgsLayerTreeGroup:
    """Give the group of that name in the outermost level, made if it is missing."""
    root = project.layerTreeRoot()
    for child in root.children():
        if isinstance(child, QgsLayerTreeGroup) and child.name() == name:
            return child
    return root.insertGroup(0, name)


def _group_name(details: QgsProcessingContext.LayerDetails) -> str:
    return str(getattr(details.postProcessor(), "group_name", "Terraloom"))


def _button(text: str, name: str, parent: QWidget, icon: str = "") -> QToolButton:
    button = QToolButton(parent)
    button.setText(text)
    if icon:
        button.setIcon(QgsApplication.getThemeIcon(icon))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setObjectName(name)
    return button


def _verdict_level(run: Run) -> int:
    return Qgis.Success if run.results.get("MATCHES", True) else Qgis.Warning
