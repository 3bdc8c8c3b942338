"""Hands and eyes in QGIS's window: clicks, keys, waiting, and pictures. Used within QGIS only."""

from __future__ import annotations

import os
import sys
import time
import traceback
from pathlib import Path
from typing import Any, Callable, Optional

from qgis.PyQt.QtCore import QPoint, Qt, QTimer
from qgis.PyQt.QtGui import QPixmap
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractButton, QAction, QApplication, QMenu, QScrollArea, QWidget
from qgis.utils import iface, plugins

PICTURES = Path(os.environ["TERRALOOM_PICTURES"])
QUALITY = 70
PATIENCE_S = 400

clicks = 0
"""How many there were so far."""


def keep(name: str, picture: QPixmap) -> None:
    picture.toImage().save(str(PICTURES / f"{name}.jpg"), "JPG", QUALITY)


def until(what: str, is_so: Callable[[], bool], patience_s: float = PATIENCE_S) -> None:
    end = time.monotonic() + patience_s
    while not is_so():
        if time.monotonic() > end:
            raise TimeoutError(f"In vain: {what}")
        QTest.qWait(50)
    QTest.qWait(400)


def until_steady(what: str, is_so: Callable[[], bool], for_s: float = 1.0) -> None:
    """Wait until it has been so for a while: one thing may start another."""
    since: list[float] = []

    def steady() -> bool:
        if not is_so():
            since.clear()
        elif not since:
            since.append(time.monotonic())
        return bool(since) and time.monotonic() - since[0] >= for_s

    until(what, steady)


def find(name: str, kind: type = QWidget, parent: Optional[QWidget] = None) -> Any:
    """Give the widget of that name, in the main window if no other parent is given."""
    found = (parent or iface.mainWindow()).findChild(kind, name)
    if found is None:
        raise LookupError(name)
    return found


def click(name: str, parent: Optional[QWidget] = None) -> None:
    press(find(name, QAbstractButton, parent))


def press(widget: QWidget) -> None:
    """Click on the middle of a widget that can be seen, as far as its scroll areas let it."""
    area = widget.parentWidget()
    while area is not None:
        if isinstance(area, QScrollArea):
            area.ensureWidgetVisible(widget)
        area = area.parentWidget()
    QTest.qWait(50)
    if not widget.isVisible() or not widget.isEnabled():
        raise LookupError(f"'{widget.objectName()}' cannot be clicked")
    _count()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    QTest.qWait(300)


def choose(menu: QMenu, name: str) -> None:
    """Open a menu and click on the action of that name, in it or in one of its submenus."""
    path = _path_to(menu, name)
    menu.popup(iface.mainWindow().mapToGlobal(QPoint(300, 300)))
    QTest.qWait(300)
    for action in path:
        if not action.isEnabled():
            raise LookupError(f"'{name}' is grey")
        _count()
        holder = menu if action in menu.actions() else path[0].menu()
        QTest.mouseClick(
            holder, Qt.MouseButton.LeftButton, pos=holder.actionGeometry(action).center()
        )
        QTest.qWait(300)


def _count() -> None:
    global clicks
    clicks += 1


def _path_to(menu: QMenu, name: str) -> list[QAction]:
    for action in menu.actions():
        if action.objectName() == name:
            return [action]
        inner = action.menu()
        for one in inner.actions() if inner is not None else ():
            if one.objectName() == name:
                return [action, one]
    raise LookupError(f"'{name}' is in no menu")


def with_next_dialog(do: Callable[[Any], None], delay_ms: int = 800) -> None:
    """Have ``do`` done with the modal dialog that opens next."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(200, look)
        else:
            do(dialog)

    QTimer.singleShot(delay_ms, look)


def desktop() -> Any:
    """Give the plugin's part in the window."""
    return plugins["terraloom"]._desktop


def seeds_shown(strip: QWidget) -> int:
    """How many seeds show land or water, and not the grey of what is to come."""
    buttons = [find(f"terraloomSeed{number}", QAbstractButton, strip) for number in range(6)]
    shown = [one.icon().pixmap(one.iconSize()).toImage() for one in buttons]
    middles = [one.pixelColor(one.rect().center()) for one in shown]
    return sum(one.saturation() > 20 for one in middles)


def play(scenes: Callable[[], None]) -> None:
    """Do it once the window is there; what goes wrong is written down, and QGIS ends."""
    wrong: list[str] = []

    def note(*error: Any) -> None:
        wrong.append("".join(traceback.format_exception(*error)))

    def run() -> None:
        sys.excepthook = note  # else QGIS's own dialog would wait for a click
        try:
            scenes()
        except Exception:  # noqa: BLE001 - the tool shows it
            note(*sys.exc_info())
        if wrong:
            keep("at_the_end", iface.mainWindow().grab())
            (PICTURES / "error.txt").write_text("\n".join(wrong), encoding="utf-8")
        sys.stdout.flush()
        os._exit(0)

    QTimer.singleShot(1500, run)
