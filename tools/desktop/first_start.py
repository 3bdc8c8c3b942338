"""What `tools/desktop_walk --without-torch` has QGIS's desktop do: run by ``--code``.

The first start of somebody who has no PyTorch, from the installed plugin to the first layer: every
click is counted. PyTorch is downloaded and installed for it.
"""

from __future__ import annotations

import os
import tempfile
import time

import hands
import pyplugin_installer
from hands import PICTURES, find, keep, play, press, until
from qgis.core import Qgis, QgsApplication, QgsProject, QgsRasterLayer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractButton, QAction, QDockWidget, QToolButton, QWidget
from qgis.utils import iface

ZIP = os.environ["TERRALOOM_ZIP"]
MOST_CLICKS = 4
SET_UP_S = 900


def picture(name: str) -> None:
    keep(name, iface.mainWindow().grab())


def results() -> list[QgsRasterLayer]:
    found = [one for one in QgsProject.instance().mapLayers().values() if "seed" in one.name()]
    return [one for one in found if isinstance(one, QgsRasterLayer)]


def install() -> None:
    window = iface.mainWindow()
    window.resize(1360, 860)  # newer QGIS starts smaller than its own tool bars
    pyplugin_installer.instance().installFromZipFile(ZIP)
    until("the button is there", lambda: window.findChild(QDockWidget, "terraloomPanel"))
    provider = QgsApplication.processingRegistry().providerById("terraloom")
    algorithm = provider.algorithm("terrain")
    if algorithm.canExecute()[0]:
        raise AssertionError("PyTorch is there already")
    until("it is offered", lambda: window.findChild(QWidget, "terraloomOffer"))
    picture("01_offer")


def first_layer() -> str:
    window = iface.mainWindow()
    hands.clicks = 0
    action = find("terraloomTogglePanel", QAction)
    buttons = [one for one in window.findChildren(QToolButton) if one.defaultAction() is action]
    press(buttons[0])
    picture("02_panel")
    press(find("terraloomCard_terraloom:terrain"))
    until("Run can be clicked", lambda: find("terraloomRun", QAbstractButton).isEnabled())
    picture("03_form")
    asked = time.monotonic()
    press(find("terraloomRun", QAbstractButton))
    until("the question is there", lambda: window.findChild(QWidget, "terraloomSetUpYes"))
    asked = time.monotonic() - asked
    find("terraloomSetUpQuestion").grab().save(str(PICTURES / "04_question.png"))
    press(find("terraloomSetUpYes", QAbstractButton))
    QTest.qWait(4000)
    picture("05_set_up")
    until("the layer is there", lambda: bool(results()), SET_UP_S)
    QTest.qWait(3000)
    picture("06_layer")
    if hands.clicks > MOST_CLICKS:
        raise AssertionError(f"{hands.clicks} clicks to the first layer")
    return f"{hands.clicks} clicks; the question came after {asked:.1f} s"


def scenes() -> None:
    tempfile.tempdir = str(PICTURES.parent)
    install()
    started = time.monotonic()
    said = first_layer()
    seconds = time.monotonic() - started
    text = f"QGIS {Qgis.QGIS_VERSION}, no PyTorch: {said}; {seconds:.0f} s in all\n"
    (PICTURES / "report.txt").write_text(text, encoding="utf-8")


play(scenes)
