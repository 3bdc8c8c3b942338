"""The climate algorithm through ``processing.run``: months as bands, an ensemble beside them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

pytest.importorskip("torch")

from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProject,
    QgsRasterLayer,
    QgsSingleBandPseudoColorRenderer,
)
from qgis.PyQt.QtCore import QCoreApplication, QDate

from ...core import jobs as real_jobs
from ...core.catalog import Catalog
from ...core.engine import InProcessEngine
from ...core.grid import Extent, WorldGrid
from ...core.jobs import ExtentJob, LayerSource
from ...core.package import load_package
from ...core.progress import NULL_PROGRESS
from ...core.raster.crs import describe_crs
from ...processing_provider.climate_algorithm import ClimateLayer
from ...processing_provider.month_layers import month_range, switches_bands
from ...processing_provider.provider import TerraloomProvider
from ...processing_provider.services import Services
from ..unit.tiny_climate import PIXEL_M, tiny_climate
from .conftest import RecordingFeedback

EXTENT = f"0,{8 * PIXEL_M},{5000000 - 8 * PIXEL_M},5000000 [EPSG:32632]"


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("models")
    tiny_climate(folder)
    return folder


@pytest.fixture
def provider(qgis: QgsApplication, models: Path) -> Iterator[TerraloomProvider]:
    made = TerraloomProvider(Services(Catalog([models]), InProcessEngine(), real_jobs))
    QgsApplication.processingRegistry().addProvider(made)
    yield made
    QgsApplication.processingRegistry().removeProvider(made)


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Ground everywhere around, so that no world need be made."""
    path = str(tmp_path_factory.mktemp("land") / "dem.tif")
    size = 4 * PIXEL_M
    dataset = gdal.GetDriverByName("GTiff").Create(path, 64, 64, 1, gdal.GDT_Float32)
    dataset.SetGeoTransform((-32 * size, size, 0, 9e6, 0, -size))
    dataset.SetProjection(describe_crs("EPSG:32632").wkt)
    dataset.WriteArray(np.random.default_rng(5).uniform(0, 900, (64, 64)).astype(np.float32))
    del dataset
    return path


def _run(parameters: dict[str, Any], context: Any, feedback: Any) -> dict[str, Any]:
    import processing

    found: dict[str, Any] = processing.run(
        "terraloom:climate", parameters, context=context, feedback=feedback, is_child_algorithm=True
    )
    return found


def test_months_mean_and_spread_are_written(
    provider: TerraloomProvider,
    ground: str,
    context: QgsProcessingContext,
    feedback: RecordingFeedback,
    tmp_path: Path,
) -> None:
    outputs = {
        name: str(tmp_path / f"{name}.tif") for name in ("OUTPUT", "OUTPUT_MEAN", "OUTPUT_SPREAD")
    }
    asked = {"START_YEAR": 1999, "START_MONTH": 12, "STEPS": 2, "MEMBERS": 3}
    place = {"EXTENT": EXTENT, "PIXEL_SIZE": PIXEL_M, "SEED": 4, "ELEVATION": ground}
    found = _run({**asked, **place, "TARGET_CRS": "EPSG:32632", **outputs}, context, feedback)
    rasters = {name: gdal.Open(found[name]) for name in outputs}
    for raster in rasters.values():
        names = [raster.GetRasterBand(i).GetDescription() for i in (1, 2)]
        assert names == ["temperature 1999-12", "temperature 2000-01"]
    spread = rasters["OUTPUT_SPREAD"].ReadAsArray()
    assert spread.min() >= 0.0
    assert spread.max() > 0.0
    tags = rasters["OUTPUT_MEAN"].GetMetadata()
    assert "mean" in tags["TERRALOOM_PARAMETERS"]


def test_the_ensemble_is_not_made_unless_asked_for(
    provider: TerraloomProvider,
    ground: str,
    context: QgsProcessingContext,
    feedback: RecordingFeedback,
    tmp_path: Path,
) -> None:
    found = _run(
        {
            "EXTENT": EXTENT,
            "TARGET_CRS": "EPSG:32632",
            "PIXEL_SIZE": PIXEL_M,
            "STEPS": 1,
            "VARIABLE": "precipitation",
            "ELEVATION": ground,
            "OUTPUT": str(tmp_path / "o.tif"),
        },
        context,
        feedback,
    )
    assert set(found) == {"OUTPUT"}
    assert gdal.Open(found["OUTPUT"]).GetRasterBand(1).GetUnitType() == "mm"


def test_a_month_lasts_from_its_first_day_to_the_next_month() -> None:
    january = month_range(2001 * 12)
    assert january.begin().date() == QDate(2001, 1, 1)
    assert january.end().date() == QDate(2001, 2, 1)
    assert month_range(2001 * 12 + 11).end().date() == QDate(2002, 1, 1)


def test_the_temporal_controller_finds_each_month(
    qgis: QgsApplication, models: Path, ground: str, tmp_path: Path, context: QgsProcessingContext
) -> None:
    package = load_package(models / "climate")
    grid = WorldGrid(describe_crs("EPSG:32632"), PIXEL_M)
    rect = grid.snap(Extent(0, 5000000 - 6 * PIXEL_M, 6 * PIXEL_M, 5000000))
    asked = {"steps": 3, "start_year": 2001, "start_month": 3, "variable": "precipitation"}
    output, layers = tmp_path / "o.tif", {"elevation": LayerSource(ground)}
    job = ExtentJob(package, grid, rect, 1, asked, output, "cpu", (), layers)
    real_jobs.run(job, InProcessEngine(), NULL_PROGRESS)
    project = QgsProject.instance()
    layer = QgsRasterLayer(str(output), "rain")
    project.addMapLayer(layer)
    context.setProject(project)
    ClimateLayer("terraloom:climate", job).postProcessLayer(layer, context, None)
    assert layer.temporalProperties().isActive()
    renderer = layer.renderer()
    assert isinstance(renderer, QgsSingleBandPseudoColorRenderer)
    assert (renderer.classificationMin(), renderer.classificationMax()) == (0.0, 1.0)
    for _ in range(20):
        QCoreApplication.processEvents()
    if switches_bands():
        ranges = layer.temporalProperties().fixedRangePerBand()
        assert [ranges[i].begin().date().month() for i in (1, 2, 3)] == [3, 4, 5]
    else:
        group = project.layerTreeRoot().findGroup("rain: months")
        months = [node.layer() for node in group.findLayers()]
        assert [one.name() for one in months] == ["2001-04", "2001-05"]
        assert [one.renderer().band() for one in months] == [2, 3]
        begins = [one.temporalProperties().fixedTemporalRange().begin().date() for one in months]
        assert begins == [QDate(2001, 4, 1), QDate(2001, 5, 1)]
    project.clear()
