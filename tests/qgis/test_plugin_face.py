"""The plugin as QGIS loads it: metadata, resources, what it registers and takes back."""

from __future__ import annotations

import configparser
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtSvg import QSvgRenderer

from ... import classFactory

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
