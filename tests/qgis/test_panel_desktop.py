"""The plugin in a window: what it puts there, what it remembers, and that it takes all back."""

from __future__ import annotations

import gc
import threading
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingUtils, QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QApplication, QDialog, QDockWidget, QToolButton, QWidget

from ... import classFactory
from ...plugin import TerraloomPlugin
from .test_runs import LIMIT_S, wait
from .window import FakeWindow

RELOADS = 5


@pytest.fixture
def window(context: QgsProcessingContext) -> Iterator[FakeWindow]:
    QgsSettings().remove("terraloom")
    window = FakeWindow()
    yield window
    QgsSettings().remove("terraloom")
    window.dispose()


@pytest.fixture
def plugin(window: FakeWindow) -> Iterator[TerraloomPlugin]:
    plugin = started(window)
    yield plugin
    plugin.unload()
    settle()


def started(window: FakeWindow) -> TerraloomPlugin:
    """The plugin as it is some turns of the event loop after it was switched on."""
    plugin = classFactory(window)
    plugin.initGui()
    wait(lambda: plugin._built is not None)
    return plugin


def settle() -> None:
    """Let what was deleted later be deleted now."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()
    gc.collect()


def dock(window: FakeWindow) -> QDockWidget:
    found = window.mainWindow().findChild(QDockWidget, "terraloomPanel")
    assert found is not None
    return found


def remains(window: FakeWindow) -> dict[str, object]:
    """Count what a plugin can leave behind."""
    return {
        "widgets": sorted(type(one).__name__ for one in QApplication.topLevelWidgets()),
        "in the window": sorted(
            f"{type(one).__name__} {one.objectName()}"
            for one in window.mainWindow().findChildren(QWidget)
        ),
        "actions": sorted(one.objectName() for one in window.mainWindow().findChildren(QAction)),
        "menu": len(window.menu),
        "toolbar": len(window.toolbar),
        "layer menu": len(window.layer_actions),
        "option pages": len(window.factories),
        "on the map": len(window.mapCanvas().scene().items()),
        "messages": len(window.messageBar().items()),
        "provider": QgsApplication.processingRegistry().providerById("terraloom") is not None,
        "threads": sorted(
            one.name
            for one in threading.enumerate()
            if not isinstance(one, threading._DummyThread)  # Qt's pool keeps its own for a while
        ),
        "files": sorted(str(one) for one in Path(QgsProcessingUtils.tempFolder()).rglob("*")),
        "processes": sorted(children()),
    }


def left_behind(window: FakeWindow, before: dict[str, object]) -> dict[str, object]:
    """Give what there is more of than before; other tests' remains may go at any time."""
    found: dict[str, object] = {}
    for name, now in remains(window).items():
        then = before[name]
        if isinstance(now, list) and isinstance(then, list):
            extra: object = list((Counter(now) - Counter(then)).elements())
        else:
            extra = now if now != then else None
        if extra:
            found[name] = extra
    return found


def children() -> list[str]:
    """Give the processes that this one has started and that still run, where Linux tells."""
    found = []
    for task in Path("/proc/self/task").glob("*/children"):
        found += task.read_text().split()
    return found


def test_five_reloads_leave_nothing_behind(window: FakeWindow) -> None:
    settle()
    before = remains(window)
    for _ in range(RELOADS):
        plugin = started(window)
        dock(window).setVisible(True)
        assert plugin._desktop.panel.open_form("terraloom:terrain", {})
        open_dialogs(window)
        QCoreApplication.processEvents()
        plugin.unload()
        settle()
        end = time.monotonic() + LIMIT_S
        while left_behind(window, before) and time.monotonic() < end:
            settle()  # what was told to stop may be about to
        assert left_behind(window, before) == {}


def open_dialogs(window: FakeWindow) -> None:
    """Some that the user may well leave open."""
    next(one for one in window.menu if one.objectName() == "terraloomModels").trigger()
    QTest.mouseClick(
        dock(window).findChild(QToolButton, "terraloomBatch"), Qt.MouseButton.LeftButton
    )
    assert len(window.mainWindow().findChildren(QDialog)) == 2


def test_a_plugin_that_is_switched_off_while_it_starts_leaves_nothing(window: FakeWindow) -> None:
    settle()
    before = remains(window)
    plugin = classFactory(window)
    plugin.initGui()
    QCoreApplication.processEvents()
    plugin.unload()
    settle()
    assert left_behind(window, before) == {}


def test_while_qgis_starts_the_algorithms_are_there_at_once(window: FakeWindow) -> None:
    window.mainWindow().hide()
    plugin = classFactory(window)
    plugin.initGui()
    try:
        assert QgsApplication.processingRegistry().providerById("terraloom") is not None
    finally:
        plugin.unload()
        settle()


def test_a_window_that_is_worked_in_answers_before_the_algorithms_are_there(
    window: FakeWindow,
) -> None:
    plugin = classFactory(window)
    plugin.initGui()
    try:
        assert QgsApplication.processingRegistry().providerById("terraloom") is None
        wait(lambda: plugin._built is not None)
        assert QgsApplication.processingRegistry().providerById("terraloom") is not None
    finally:
        plugin.unload()
        settle()


def test_a_script_that_does_not_wait_finds_the_whole_plugin(window: FakeWindow) -> None:
    plugin = classFactory(window)
    plugin.initGui()
    assert plugin._desktop.panel is not None
    plugin.unload()
    settle()


def test_the_panel_opens_from_the_tool_bar(window: FakeWindow, plugin: TerraloomPlugin) -> None:
    [action] = window.toolbar
    assert dock(window).isHidden()
    action.trigger()
    assert not dock(window).isHidden()
    action.trigger()
    assert dock(window).isHidden()


def test_the_menu_has_the_panel_and_what_belongs_to_it(
    window: FakeWindow, plugin: TerraloomPlugin
) -> None:
    names = {action.objectName() for action in window.menu}
    assert {"terraloomTogglePanel", "terraloomModels", "terraloomSetupAction"} <= names
    assert len(window.factories) == 1


def test_the_panels_own_menu_offers_the_same(window: FakeWindow, plugin: TerraloomPlugin) -> None:
    button = dock(window).findChild(QToolButton, "terraloomMore")
    button.menu().aboutToShow.emit()
    names = [action.objectName() for action in button.menu().actions()]
    assert names[:2] == ["terraloomModels", "terraloomSetupAction"]
    assert "terraloomOptionsAction" in names
    assert "terraloomTogglePanel" not in names


def test_the_panel_comes_back_as_it_was(window: FakeWindow) -> None:
    first = started(window)
    dock(window).setVisible(True)
    window.mainWindow().addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock(window))
    first._desktop.panel.open_form("terraloom:terrain_detail", {})
    first.unload()
    settle()
    second = started(window)
    try:
        assert not dock(window).isHidden()
        area = window.mainWindow().dockWidgetArea(dock(window))
        assert area == Qt.DockWidgetArea.LeftDockWidgetArea
        assert second._desktop.panel.page().algorithm_id == "terraloom:terrain_detail"
    finally:
        second.unload()
        settle()


def test_a_filled_form_opens_from_elsewhere(window: FakeWindow, plugin: TerraloomPlugin) -> None:
    plugin._desktop.queue.form_wanted.emit("terraloom:terrain", {"SEED": 12})
    assert not dock(window).isHidden()
    assert plugin._desktop.panel.page().form.parameters()["SEED"] == 12
    plugin._desktop.open_form("terraloom:unheard_of", {})
    assert "'unheard_of' is not there" in window.warnings()[-1]


def test_escape_leads_back_to_the_cards(window: FakeWindow, plugin: TerraloomPlugin) -> None:
    plugin._desktop.open_form("terraloom:terrain", {})
    page = plugin._desktop.panel.page()
    QTest.keyClick(page.form.extent, Qt.Key.Key_Escape)
    assert plugin._desktop.panel.page() is None


def test_the_models_dialog_opens_once_for_each_click(
    window: FakeWindow, plugin: TerraloomPlugin
) -> None:
    action = next(one for one in window.menu if one.objectName() == "terraloomModels")
    action.trigger()
    dialog = window.mainWindow().findChild(QDialog, "terraloomModels")
    assert dialog is not None
    assert dialog.isVisible()
    dialog.close()
    settle()
    assert window.mainWindow().findChild(QDialog, "terraloomModels") is None


def test_a_model_folder_is_noticed(window: FakeWindow, plugin: TerraloomPlugin) -> None:
    desktop = plugin._desktop
    seen: list[bool] = []
    provider = QgsApplication.processingRegistry().providerById("terraloom")
    provider.algorithmsLoaded.connect(lambda: seen.append(True))
    desktop._watcher.directoryChanged.emit("anywhere")
    wait(lambda: bool(seen))
