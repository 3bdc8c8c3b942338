"""An algorithm whose layers steer its model, through ``processing.run``; its network is none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsPalettedRasterRenderer,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProject,
    QgsRasterLayer,
)

from ...core import jobs as real_jobs
from ...core.card import Band
from ...core.catalog import Catalog
from ...core.grid import WorldGrid
from ...core.progress import NULL_PROGRESS
from ...processing_provider.loading import GeneratedLayer
from ...processing_provider.provider import TerraloomProvider
from ...processing_provider.reproduction import read_tags, reproduction
from ...processing_provider.services import Services
from ..unit.guided_models import (
    CLASSES,
    PLACE,
    UTM,
    NumpyEngine,
    guided_package,
    guided_stage,
    small_raster,
)
from .conftest import RecordingFeedback

LEFT, TOP = PLACE.x0 * 10.0, -PLACE.y0 * 10.0


@pytest.fixture
def woods(qgis: QgsApplication, tmp_path: Path) -> Iterator[TerraloomProvider]:
    guided_package(tmp_path / "models")
    services = Services(Catalog([tmp_path / "models"]), NumpyEngine(), real_jobs)
    provider = TerraloomProvider(services)
    QgsApplication.processingRegistry().addProvider(provider)
    yield provider
    QgsApplication.processingRegistry().removeProvider(provider)


@pytest.fixture
def cover(tmp_path: Path) -> str:
    codes = np.array([[11, 41], [41, 11]], dtype=np.uint8)
    return small_raster(tmp_path / "cover.tif", 32632, (LEFT, TOP), 1000.0, codes)


def _run(parameters: dict[str, Any], context: Any, feedback: Any) -> str:
    import processing

    result = processing.run(
        "terraloom:woods", parameters, context=context, feedback=feedback, is_child_algorithm=True
    )
    return str(result["OUTPUT"])


def test_a_layer_gives_extent_crs_and_classes(
    woods: TerraloomProvider,
    cover: str,
    context: QgsProcessingContext,
    feedback: RecordingFeedback,
    tmp_path: Path,
) -> None:
    QgsProject.instance().setCrs(QgsRasterLayer(cover).crs())
    output = _run(
        {"COVER": cover, "COVER_CLASSES": "11 = water; 41=1", "OUTPUT": str(tmp_path / "o.tif")},
        context,
        feedback,
    )
    result = gdal.Open(output)
    assert (result.RasterXSize, result.RasterYSize) == (200, 200)
    assert result.GetGeoTransform()[:4] == (LEFT, 10.0, 0.0, TOP)
    values = result.ReadAsArray().astype(float)
    step = values[:100, 100:].mean() - values[:100, :100].mean()
    assert step == pytest.approx(10.0, abs=0.5), "wood is one class above water"
    layer = QgsRasterLayer(output, "woods")
    again = reproduction(read_tags(output), layer, QgsProject.instance())
    assert again.parameters["COVER"] == cover
    assert again.parameters["COVER_CLASSES"] == "11=0; 41=1"
    assert again.notes == ()


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, "Give an extent to fill"),
        ({"COVER_CLASSES": "11=lava"}, "lava"),
        ({"COVER_CLASSES": "11=7"}, "There is no class '7'"),
    ],
)
def test_what_cannot_be_is_refused_before_it_runs(
    woods: TerraloomProvider,
    cover: str,
    context: QgsProcessingContext,
    feedback: RecordingFeedback,
    tmp_path: Path,
    changes: dict[str, Any],
    reason: str,
) -> None:
    parameters = {**changes, "OUTPUT": str(tmp_path / "o.tif")}
    if changes:
        parameters["COVER"] = cover
    with pytest.raises(QgsProcessingException, match=reason):
        _run(parameters, context, feedback)


def test_what_an_earlier_stage_gives_is_written_where_it_is_wanted(
    qgis: QgsApplication,
    cover: str,
    context: QgsProcessingContext,
    feedback: RecordingFeedback,
    tmp_path: Path,
) -> None:
    import processing

    band = Band("land cover", "uint8", nodata=255, classes=CLASSES)
    stages = (
        replace(guided_stage("cover", 40.0, 0), keeps=band),
        guided_stage("image", 10.0, 2, ("cover", "height")),
    )
    guided_package(tmp_path / "models", stages=stages)
    services = Services(Catalog([tmp_path / "models"]), NumpyEngine(), real_jobs)
    provider = TerraloomProvider(services)
    QgsApplication.processingRegistry().addProvider(provider)
    try:
        place = {
            "EXTENT": f"{LEFT},{LEFT + 500},{TOP - 500},{TOP} [EPSG:32632]",
            "OUTPUT": str(tmp_path / "image.tif"),
            "OUTPUT_LAND_COVER": str(tmp_path / "cover_out.tif"),
        }
        how = {"context": context, "feedback": feedback, "is_child_algorithm": True}
        found = processing.run("terraloom:woods", place, **how)
        assert set(np.unique(gdal.Open(found["OUTPUT_LAND_COVER"]).ReadAsArray())) <= {0, 1}
        (tmp_path / "cover_out.tif").unlink()
        given = {**place, "COVER": cover, "COVER_CLASSES": "11=water; 41=wood"}
        found = processing.run("terraloom:woods", given, **how)
    finally:
        QgsApplication.processingRegistry().removeProvider(provider)
    assert "OUTPUT_LAND_COVER" not in found
    assert not (tmp_path / "cover_out.tif").exists()
    assert any("the layer says that you gave" in line for line in feedback.warnings)


def test_classes_are_drawn_in_their_colours(
    qgis: QgsApplication, tmp_path: Path, context: QgsProcessingContext
) -> None:
    package = guided_package(tmp_path, classes=True)
    job = real_jobs.ExtentJob(
        package, WorldGrid(UTM, 40.0), PLACE, 1, {"level": 0}, tmp_path / "cover.tif"
    )
    real_jobs.run(job, NumpyEngine(), NULL_PROGRESS)
    layer = QgsRasterLayer(str(job.output), "cover")
    GeneratedLayer("terraloom:woods", job).postProcessLayer(layer, context, None)
    renderer = layer.renderer()
    assert isinstance(renderer, QgsPalettedRasterRenderer)
    assert [(one.value, one.label, one.color.name()) for one in renderer.classes()] == [
        (0, "water", "#3060a0"),
        (1, "wood", "#208030"),
    ]
