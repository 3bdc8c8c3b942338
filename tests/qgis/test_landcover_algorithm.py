"""Imagery from land cover of any legend, through ``processing.run``; its network is none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsField,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QVariant

from ...core import jobs as real_jobs
from ...core.card import Band, ClassEntry, LayerSpec
from ...core.catalog import Catalog
from ...core.landcover import CLASSES
from ...core.params import Option, ParamSpec
from ...processing_provider.provider import TerraloomProvider
from ...processing_provider.reproduction import read_tags
from ...processing_provider.services import Services
from ..unit.guided_models import PLACE, NumpyEngine, guided_package, guided_stage, small_raster
from .conftest import RecordingFeedback

LEFT, TOP = PLACE.x0 * 10.0, -PLACE.y0 * 10.0
KNOWN = tuple(ClassEntry(one.code, one.name, one.colour) for one in CLASSES)


@pytest.fixture
def imagery(qgis: QgsApplication, tmp_path: Path) -> Iterator[TerraloomProvider]:
    guided_package(
        tmp_path / "models",
        task="imagery_from_landcover",
        layers=(LayerSpec("landcover", "Land cover", "classes", False, classes=KNOWN),),
        stages=(guided_stage("image", 10.0, 1, ("landcover",)),),
        output=(Band("colour", "int16", nodata=-32768),),
        parameters=(
            ParamSpec("level", "int", 0, -5, 5),
            ParamSpec("style", "enum", "any", options=(Option("any", "Any"), Option("red", "Red"))),
        ),
        presets={"red": {"level": 3.0, "red": 0.3, "green": 0.1, "blue": 0.1, "infrared": 0.2}},
    )
    services = Services(Catalog([tmp_path / "models"]), NumpyEngine(), real_jobs)
    provider = TerraloomProvider(services)
    QgsApplication.processingRegistry().addProvider(provider)
    yield provider
    QgsApplication.processingRegistry().removeProvider(provider)


@pytest.fixture
def polygons() -> QgsVectorLayer:
    """Woods in the west, a lake in the east, between them something that nobody knows."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:32632", "land", "memory")
    layer.dataProvider().addAttributes([QgsField("kind", QVariant.String)])
    layer.updateFields()
    for index, kind in enumerate(("Evergreen Forest", "xyz", "Lake")):
        feature = QgsFeature(layer.fields())
        west = LEFT + 500.0 * index
        box = QgsRectangle(west, TOP - 1000.0, west + 500.0, TOP)
        feature.setGeometry(QgsGeometry.fromRect(box))
        feature["kind"] = kind
        layer.dataProvider().addFeature(feature)
    layer.updateExtents()
    return layer


def run(parameters: dict[str, Any], context: Any, feedback: Any, output: Path) -> np.ndarray:
    """The code that each pixel was made from: the engine gives ten times it, and some noise."""
    import processing

    result = processing.run(
        "terraloom:woods",
        {**parameters, "OUTPUT": str(output)},
        context=context,
        feedback=feedback,
        is_child_algorithm=True,
    )
    values = gdal.Open(str(result["OUTPUT"])).ReadAsArray().astype(float)
    return np.rint(values / 10.0).astype(int)


def test_a_published_legend_is_known_by_its_values(
    imagery: TerraloomProvider,
    context: QgsProcessingContext,
    feedback: RecordingFeedback,
    tmp_path: Path,
) -> None:
    nlcd = small_raster(
        tmp_path / "nlcd.tif", 32632, (LEFT, TOP), 500.0, np.array([[11, 41]], dtype=np.uint8)
    )
    made = run({"LANDCOVER": nlcd}, context, feedback, tmp_path / "o.tif")
    assert (made[:, :50] == 80).all()
    assert (made[:, 50:] == 10).all()
    assert any("11=80; 41=10" in line for line in feedback.infos)


def test_a_colour_table_without_names_does_not_hide_the_legend(
    imagery: TerraloomProvider,
    context: QgsProcessingContext,
    feedback: RecordingFeedback,
    tmp_path: Path,
) -> None:
    codes = np.array([[11, 41]], dtype=np.uint8)
    nlcd = small_raster(tmp_path / "nlcd.tif", 32632, (LEFT, TOP), 500.0, codes)
    dataset = gdal.Open(nlcd, gdal.GA_Update)
    table = gdal.ColorTable()
    for value in range(256):
        table.SetColorEntry(value, (value, 0, 0, 255))
    dataset.GetRasterBand(1).SetColorTable(table)
    del dataset
    made = run({"LANDCOVER": nlcd}, context, feedback, tmp_path / "o.tif")
    assert (made[:, :50] == 80).all()
    assert (made[:, 50:] == 10).all()


def test_what_the_user_says_counts_more_than_what_is_guessed(
    imagery: TerraloomProvider,
    context: QgsProcessingContext,
    feedback: RecordingFeedback,
    tmp_path: Path,
) -> None:
    nlcd = small_raster(
        tmp_path / "nlcd.tif", 32632, (LEFT, TOP), 500.0, np.array([[11, 41]], dtype=np.uint8)
    )
    parameters = {"LANDCOVER": nlcd, "LANDCOVER_CLASSES": "41=crops"}
    made = run(parameters, context, feedback, tmp_path / "o.tif")
    assert (made[:, :50] == 80).all()
    assert (made[:, 50:] == 40).all()


def test_an_unknown_legend_is_asked_for(
    imagery: TerraloomProvider,
    context: QgsProcessingContext,
    feedback: RecordingFeedback,
    tmp_path: Path,
) -> None:
    odd = small_raster(
        tmp_path / "odd.tif", 32632, (LEFT, TOP), 500.0, np.array([[1, 2]], dtype=np.uint8)
    )
    with pytest.raises(QgsProcessingException, match=r"value=class pairs.*1, 2"):
        run({"LANDCOVER": odd}, context, feedback, tmp_path / "o.tif")


def test_polygons_are_drawn_by_the_meaning_of_their_field(
    imagery: TerraloomProvider,
    polygons: QgsVectorLayer,
    context: QgsProcessingContext,
    feedback: RecordingFeedback,
    tmp_path: Path,
) -> None:
    context.temporaryLayerStore().addMapLayer(polygons)
    parameters = {"LANDCOVER": polygons, "LANDCOVER_FIELD": "kind"}
    made = run(parameters, context, feedback, tmp_path / "o.tif")
    assert made.shape == (100, 150)
    assert (made[:, :50] == 10).all()
    assert (made[:, 50:100] == 100).all(), "unknown land has no code"
    assert (made[:, 100:] == 80).all()
    assert any("Evergreen Forest=10; Lake=80" in line for line in feedback.infos)


def test_polygons_need_a_field_that_tells_something(
    imagery: TerraloomProvider,
    polygons: QgsVectorLayer,
    context: QgsProcessingContext,
    feedback: RecordingFeedback,
    tmp_path: Path,
) -> None:
    context.temporaryLayerStore().addMapLayer(polygons)
    with pytest.raises(QgsProcessingException, match="Choose the field"):
        run({"LANDCOVER": polygons}, context, feedback, tmp_path / "o.tif")


def test_a_reference_image_chooses_the_style(
    imagery: TerraloomProvider,
    context: QgsProcessingContext,
    feedback: RecordingFeedback,
    tmp_path: Path,
) -> None:
    codes = np.full((2, 2), 10, dtype=np.uint8)
    land = small_raster(tmp_path / "land.tif", 32632, (LEFT, TOP), 500.0, codes)
    picture = str(tmp_path / "picture.tif")
    dataset = gdal.GetDriverByName("GTiff").Create(picture, 4, 4, 3)
    dataset.SetGeoTransform((LEFT, 10.0, 0.0, TOP, 0.0, -10.0))
    for band, value in ((1, 200), (2, 90), (3, 90)):
        dataset.GetRasterBand(band).WriteArray(np.full((4, 4), value, dtype=np.uint8))
    del dataset
    run({"LANDCOVER": land, "REFERENCE": picture}, context, feedback, tmp_path / "o.tif")
    tags = read_tags(str(tmp_path / "o.tif"))
    assert any('"style":"red"' in value for value in tags.values()), tags


def test_a_reference_of_one_band_is_refused(
    imagery: TerraloomProvider,
    context: QgsProcessingContext,
    feedback: RecordingFeedback,
    tmp_path: Path,
) -> None:
    codes = np.full((2, 2), 10, dtype=np.uint8)
    land = small_raster(tmp_path / "land.tif", 32632, (LEFT, TOP), 500.0, codes)
    with pytest.raises(QgsProcessingException, match="red, green and blue"):
        run({"LANDCOVER": land, "REFERENCE": land}, context, feedback, tmp_path / "o.tif")
