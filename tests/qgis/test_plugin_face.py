"""The plugin as QGIS loads it: metadata, resources, what it registers and takes back."""

from __future__ import annotations

import configparser
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtSvg import QSvgRenderer

from ... import classFactory
from ...processing_provider.provider import TerraloomProvider
from .fakes import FakeEngine

ROOT = Path(__file__).resolve().parents[2]
ICONS = sorted((ROOT / "ui" / "icons").glob("*.svg"))


def metadata() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(ROOT / "metadata.txt", encoding="utf-8")
    return parser["general"]


@pytest.mark.parametrize(
    "key",
    [
        "name", "description", "about", "version", "author", "email", "qgisMinimumVersion",
        "qgisMaximumVersion", "homepage", "tracker", "repository", "tags", "icon", "category",
    ],
)  # fmt: skip
def test_metadata_has_what_the_plugin_site_asks_for(key: str) -> None:
    assert metadata()[key].strip()


def test_metadata_says_where_it_runs() -> None:
    found = metadata()
    assert found["qgisMinimumVersion"] == "3.22"
    assert found["qgisMaximumVersion"] == "4.99"
    assert found["hasProcessingProvider"] == "yes"
    assert (ROOT / found["icon"]).is_file()


def test_resources_list_every_icon() -> None:
    tree = ElementTree.parse(ROOT / "resources.qrc")
    listed = {ROOT / str(node.text) for node in tree.iter("file")}
    assert listed == set(ICONS)


@pytest.mark.parametrize("path", ICONS, ids=lambda path: path.stem)
def test_icons_can_be_drawn(qgis: QgsApplication, path: Path) -> None:
    assert QSvgRenderer(str(path)).isValid()


def test_the_plugin_takes_back_its_provider_without_a_window(qgis: QgsApplication) -> None:
    registry = QgsApplication.processingRegistry()
    plugin = classFactory(None)
    plugin.initProcessing()
    assert registry.providerById("terraloom") is not None
    plugin.unload()
    assert registry.providerById("terraloom") is None


def test_the_plugin_takes_back_all_that_it_put_into_the_window(qgis: QgsApplication) -> None:
    iface = FakeInterface()
    plugin = classFactory(iface)
    plugin.initGui()
    assert len(iface.menu) == 1
    assert len(iface.toolbar) == 1
    plugin.unload()
    assert iface.menu == []
    assert iface.toolbar == []
    assert QgsApplication.processingRegistry().providerById("terraloom") is None


def test_the_action_says_why_terrain_cannot_run(
    provider: TerraloomProvider, engine: FakeEngine
) -> None:
    engine._problem = "PyTorch is not installed."
    iface = FakeInterface()
    classFactory(iface)._open_terrain()
    assert iface.warnings == [("Terraloom", "PyTorch is not installed.")]


class FakeInterface:
    """Keeps the actions that a plugin adds."""

    def __init__(self) -> None:
        self.menu: list[object] = []
        self.toolbar: list[object] = []
        self.warnings: list[tuple[str, str]] = []

    def messageBar(self) -> FakeInterface:
        return self

    def pushWarning(self, title: str, message: str) -> None:
        self.warnings.append((title, message))

    def mainWindow(self) -> None:
        return None

    def addPluginToRasterMenu(self, menu: str, action: object) -> None:
        self.menu.append(action)

    def removePluginRasterMenu(self, menu: str, action: object) -> None:
        self.menu.remove(action)

    def addToolBarIcon(self, action: object) -> None:
        self.toolbar.append(action)

    def removeToolBarIcon(self, action: object) -> None:
        self.toolbar.remove(action)
