"""A QGIS without a window, with the provider registered over small model folders."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

pytest.importorskip("qgis.core", reason="needs QGIS's Python", exc_type=ImportError)

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsRasterLayer,
)
from qgis.PyQt.QtCore import QSettings

from ...core.catalog import Catalog
from ...core.grid import WorldGrid
from ...core.params import Option, ParamSpec
from ...core.raster.crs import describe_crs
from ...core.tiling import Rect
from ...processing_provider import provider as provider_module
from ...processing_provider.provider import BUNDLED, TerraloomProvider
from ...processing_provider.services import Services
from ..unit.model_folders import make_model
from .fakes import FakeEngine, FakeJobs, write_slope

TERRAIN_PARAMETERS = (
    ParamSpec("relief", "float", 300.0, 0.0, 4000.0, unit="m", label="Relief", help="Height."),
    ParamSpec("sea_level", "float", 0.0, -500.0, 500.0, unit="m", label="Sea level"),
    ParamSpec(
        "landform",
        "enum",
        "mixed",
        options=(Option("mixed", "Mixed"), Option("alpine", "High mountains with valleys")),
        label="Landform",
    ),
    ParamSpec("rivers", "bool", default=True, label="Rivers", advanced=True),
)


class RecordingFeedback(QgsProcessingFeedback):
    """Keeps what it is told."""

    def __init__(self) -> None:
        super().__init__(False)
        self.infos: list[str] = []
        self.warnings: list[str] = []
        self.texts: list[str] = []
        self.errors: list[str] = []

    def pushInfo(self, info: str) -> None:
        self.infos.append(info)

    def pushWarning(self, warning: str) -> None:
        self.warnings.append(warning)

    def setProgressText(self, text: str) -> None:
        self.texts.append(text)

    def reportError(self, error: str, fatalError: bool = False) -> None:
        self.errors.append(error)


def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> None:
    """Layers of the last test must not outlive QGIS, which ends with the session's fixtures."""
    if nextitem is None and isinstance(item, pytest.Function):
        item.funcargs.clear()


@pytest.fixture(scope="session")
def qgis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[QgsApplication]:
    profile = str(tmp_path_factory.mktemp("profile"))
    # The settings of whoever runs the tests are not theirs to change.
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, profile)
    application = QgsApplication([], False, profile)
    with pytest.MonkeyPatch.context() as patch:  # newer QGIS forgets the line above here
        patch.setenv("QGIS_CUSTOM_CONFIG_PATH", profile)
        application.initQgis()
    sys.path.append(os.path.join(QgsApplication.pkgDataPath(), "python", "plugins"))
    from processing.core.Processing import Processing

    Processing.initialize()
    yield application
    QgsProject.instance().clear()
    Processing.deinitialize()
    application.exitQgis()


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two models, which take the place of the bundled ones."""
    few = {name: BUNDLED[name] for name in ("terrain", "terrain_detail")}
    monkeypatch.setattr(provider_module, "BUNDLED", few)
    folder = tmp_path / "models"
    folder.mkdir()
    make_model(
        folder / "terrain",
        title="Terrain",
        summary="Land for an extent.",
        group="Terrain",
        parameters=TERRAIN_PARAMETERS,
    )
    make_model(
        folder / "terrain_detail",
        title="Terrain detail",
        task="terrain_detail",
        group="Terrain",
        parameters=TERRAIN_PARAMETERS[:1],
    )
    return folder


@pytest.fixture
def engine() -> FakeEngine:
    return FakeEngine()


@pytest.fixture
def jobs() -> FakeJobs:
    return FakeJobs()


@pytest.fixture
def services(models: Path, engine: FakeEngine, jobs: FakeJobs) -> Services:
    return Services(catalog=Catalog([models]), engine=engine, jobs=jobs)


@pytest.fixture
def provider(qgis: QgsApplication, services: Services) -> Iterator[TerraloomProvider]:
    """The provider, registered as it is when the plugin is on."""
    provider = TerraloomProvider(services)
    QgsApplication.processingRegistry().addProvider(provider)
    yield provider
    QgsApplication.processingRegistry().removeProvider(provider)


@pytest.fixture
def feedback(qgis: QgsApplication) -> RecordingFeedback:
    return RecordingFeedback()


@pytest.fixture
def context(qgis: QgsApplication) -> Iterator[QgsProcessingContext]:
    """A context over a project in UTM zone 32."""
    project = QgsProject.instance()
    project.clear()
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:32632"))
    context = QgsProcessingContext()
    context.setProject(project)
    yield context
    # Layers must go before QGIS does.
    context.temporaryLayerStore().removeAllMapLayers()


@pytest.fixture
def slope_layer(qgis: QgsApplication, tmp_path: Path) -> QgsRasterLayer:
    """A raster of 20 by 10 pixels of 480 m, as a layer."""
    path = tmp_path / "höhen 480.tif"
    grid = WorldGrid(describe_crs("EPSG:32632"), 480.0)
    write_slope(path, grid, Rect(-10_000, -9_990, 1_000, 1_020))
    return QgsRasterLayer(str(path), "Coarse")
