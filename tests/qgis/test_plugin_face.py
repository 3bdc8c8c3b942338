"""The plugin as QGIS loads it: metadata, resources, what it registers and takes back."""

from __future__ import annotations

import configparser
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtSvg import QSvgRenderer

from ... import classFactory

ROOT = Path(__file__).resolve().parents[2]
ICONS = sorted((ROOT / "ui" / "icons").glob("*.svg"))

TOOLS = ROOT / "tools"

# Each is for a job or for a window, and would hold up QGIS's start.
LATER = (
    "core.execution", "core.jobs", "core.raster.writer", "core.raster.map_polygons",
    "core.worker.client", "core.worker.environment", "core.worker.installer",
    "core.worker.interpreter_checks", "core.worker.managed", "core.worker.network",
    "processing_provider.network", "processing_provider.roads", "ui",
)  # fmt: skip
LISTED = """
import sys
sys.path.insert(0, {tools!r})
from bootstrap import load_package
load_package()
from qgis.core import QgsApplication
application = QgsApplication([], False)
application.initQgis()
from terraloom import classFactory
plugin = classFactory(None)
plugin.initProcessing()
print("terraloom:extend" in [
    one.id() for one in QgsApplication.processingRegistry().algorithms()
])
print([name for name in {later!r} if "terraloom." + name in sys.modules])
plugin.unload()
application.exitQgis()
"""


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


def test_listing_the_algorithms_reads_only_what_that_needs(qgis: QgsApplication) -> None:
    code = LISTED.format(tools=str(TOOLS), later=LATER)
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-2:] == ["True", "[]"], run.stdout
