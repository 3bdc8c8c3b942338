"""Map tiles and buildings through ``processing.run``; the network is one of numpy."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from osgeo import gdal, ogr
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)

from ...core import jobs as real_jobs
from ...core.card import Band, LayerSpec, Style
from ...core.catalog import Catalog
from ...core.grid import WorldGrid
from ...core.raster.crs import describe_crs
from ...core.tiling import Rect
from ...processing_provider.provider import TerraloomProvider
from ...processing_provider.roads import draw_roads
from ...processing_provider.services import Services
from ..unit.guided_models import CLASSES, NumpyEngine, guided_package, guided_stage, small_raster
from .conftest import RecordingFeedback

EXTENT = "500000,504000,5296000,5300000 [EPSG:32632]"


def _provider(folder: Path, task: str, **changes: Any) -> TerraloomProvider:
    guided_package(folder, task=task, **changes)
    return TerraloomProvider(Services(Catalog([folder]), NumpyEngine(), real_jobs))


def _buildings(folder: Path) -> TerraloomProvider:
    return _provider(
        folder,
        "buildings",
        output=(Band("height", "float32", unit="m", min=0, max=300, nodata=-32768),),
        layers=(LayerSpec("streets", "Map", "classes"),),
        stages=(guided_stage("image", 10.0, 1, ("streets",)),),
        style=Style("elevation"),
    )


@pytest.fixture
def maps(qgis: QgsApplication, tmp_path: Path) -> Iterator[TerraloomProvider]:
    provider = _provider(tmp_path / "models", "map_tiles", classes=True)
    QgsApplication.processingRegistry().addProvider(provider)
    yield provider
    QgsApplication.processingRegistry().removeProvider(provider)


@pytest.fixture
def houses(qgis: QgsApplication, tmp_path: Path) -> Iterator[TerraloomProvider]:
    provider = _buildings(tmp_path / "models")
    QgsApplication.processingRegistry().addProvider(provider)
    yield provider
    QgsApplication.processingRegistry().removeProvider(provider)


def _run(
    parameters: dict[str, Any], context: QgsProcessingContext, feedback: Any
) -> dict[str, Any]:
    import processing

    place = {"EXTENT": EXTENT, "TARGET_CRS": "EPSG:32632", "PIXEL_SIZE": 40.0, "SEED": 4}
    results: dict[str, Any] = processing.run(
        "terraloom:woods",
        {**place, **parameters},
        context=context,
        feedback=feedback,
        is_child_algorithm=True,
    )
    return results


def test_the_map_alone_makes_no_other_file(
    maps: TerraloomProvider,
    context: QgsProcessingContext,
    feedback: RecordingFeedback,
    tmp_path: Path,
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    results = _run({"OUTPUT": str(folder / "map.tif")}, context, feedback)
    assert set(results) == {"OUTPUT"}
    assert [path.name for path in folder.iterdir()] == ["map.tif"]


def test_polygons_have_the_classes_and_cover_the_map(
    maps: TerraloomProvider,
    context: QgsProcessingContext,
    feedback: RecordingFeedback,
    tmp_path: Path,
) -> None:
    results = _run(
        {"OUTPUT": str(tmp_path / "map.tif"), "OUTPUT_VECTORS": str(tmp_path / "map.gpkg")},
        context,
        feedback,
    )
    layer = QgsVectorLayer(results["OUTPUT_VECTORS"], "map")
    features = list(layer.getFeatures())
    assert layer.crs().authid() == "EPSG:32632"
    assert {(f["class"], f["name"]) for f in features} == {(c.value, c.name) for c in CLASSES}
    assert sum(f.geometry().area() for f in features) == pytest.approx(4000.0**2)
    values = gdal.Open(results["OUTPUT"]).ReadAsArray()
    for code in (0, 1):
        area = sum(f.geometry().area() for f in features if f["class"] == code)
        assert area == pytest.approx((values == code).sum() * 1600.0, rel=0.1)


def test_the_picture_shows_the_colours_of_the_classes(
    maps: TerraloomProvider,
    context: QgsProcessingContext,
    feedback: RecordingFeedback,
    tmp_path: Path,
) -> None:
    results = _run(
        {"OUTPUT": str(tmp_path / "map.tif"), "OUTPUT_RGB": str(tmp_path / "rgb.tif")},
        context,
        feedback,
    )
    picture = gdal.Open(results["OUTPUT_RGB"])
    values = gdal.Open(results["OUTPUT"]).ReadAsArray()
    colours = picture.ReadAsArray().transpose(1, 2, 0)
    assert (colours[values == 0] == (0x30, 0x60, 0xA0)).all()
    assert (colours[values == 1] == (0x20, 0x80, 0x30)).all()
    assert picture.GetMetadataItem("AI_GENERATED") == "YES"


def test_tiles_open_in_qgis_where_the_map_lies(
    maps: TerraloomProvider,
    context: QgsProcessingContext,
    feedback: RecordingFeedback,
    tmp_path: Path,
) -> None:
    target = tmp_path / "map.mbtiles"
    _run(
        {"OUTPUT": str(tmp_path / "map.tif"), "OUTPUT_MBTILES": str(target), "ZOOM_MIN": 10},
        context,
        feedback,
    )
    with sqlite3.connect(target) as base:
        texts = dict(base.execute("select name, value from metadata"))
    assert int(texts["maxzoom"]) == 12
    assert "Synthetic" in texts["description"]
    layer = QgsRasterLayer(str(target), "tiles")
    assert layer.isValid()
    assert layer.crs().authid() == "EPSG:3857"


def test_zoom_levels_that_cannot_be_are_refused_before_it_runs(
    maps: TerraloomProvider,
    context: QgsProcessingContext,
    feedback: RecordingFeedback,
    tmp_path: Path,
) -> None:
    zooms = {"ZOOM_MIN": 14, "ZOOM_MAX": 12, "OUTPUT": str(tmp_path / "map.tif")}
    with pytest.raises(QgsProcessingException, match="coarsest zoom level, 14"):
        _run(zooms, context, feedback)
    assert not (tmp_path / "map.tif").exists()


def _streets(folder: Path) -> str:
    """Four squares of a kilometre that may be built up, in open land."""
    codes = np.zeros((4, 4), dtype=np.uint8)
    codes[::2, ::2] = 3
    return small_raster(folder / "streets.tif", 32632, (500000.0, 5300000.0), 1000.0, codes)


def test_footprints_have_the_heights_of_the_raster(
    houses: TerraloomProvider,
    context: QgsProcessingContext,
    feedback: RecordingFeedback,
    tmp_path: Path,
) -> None:
    parameters = {
        "STREETS": _streets(tmp_path),
        "PIXEL_SIZE": 10.0,
        "OUTPUT": str(tmp_path / "h.tif"),
        "OUTPUT_FOOTPRINTS": str(tmp_path / "f.gpkg"),
    }
    results = _run(parameters, context, feedback)
    data = ogr.Open(results["OUTPUT_FOOTPRINTS"])
    features = [(f["height"], f["levels"], f.GetGeometryRef().GetArea()) for f in data.GetLayer()]
    tall = [one for one in features if one[0] > 20]
    assert len(tall) == 4
    assert {(height, levels) for height, levels, _ in tall} == {(30.0, 10)}
    assert all(0.9e6 < area < 1.7e6 for *_, area in tall)


def test_footprints_can_be_left_out(
    houses: TerraloomProvider,
    context: QgsProcessingContext,
    feedback: RecordingFeedback,
    tmp_path: Path,
) -> None:
    parameters = {"STREETS": _streets(tmp_path), "OUTPUT": str(tmp_path / "h.tif")}
    results = _run({**parameters, "OUTPUT_FOOTPRINTS": None}, context, feedback)
    assert set(results) == {"OUTPUT"}


@pytest.fixture
def roads(qgis: QgsApplication, tmp_path: Path) -> QgsVectorLayer:
    layer = QgsVectorLayer("LineString?crs=EPSG:32632&field=highway:string", "roads", "memory")
    for tag, row in (("primary", 5299000.0), ("residential", 5297500.0)):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromWkt(f"LINESTRING(500000 {row}, 501000 {row})"))
        feature["highway"] = tag
        layer.dataProvider().addFeatures([feature])
    layer.updateExtents()
    return layer


def test_roads_lie_on_the_same_pixels_whatever_the_extent(
    roads: QgsVectorLayer, context: QgsProcessingContext, tmp_path: Path
) -> None:
    grid = WorldGrid(describe_crs("EPSG:32632"), 1.0)
    drawn = []
    for shift in (0, 1):
        rect = Rect(-5299100, -5298900, 500100, 500301).shift(shift, shift)
        path = tmp_path / f"{shift}.tif"
        source = QgsProcessingFeatureSource(roads, context)
        draw_roads(source, grid, rect, path, context)
        drawn.append(gdal.Open(str(path)))
    west, _, _, north, *_ = drawn[0].GetGeoTransform()
    assert west % 2 == north % 2 == 0
    other = drawn[1].GetGeoTransform()
    across, down = int((other[0] - west) / 2), int((north - other[3]) / 2)
    part = drawn[0].ReadAsArray()[down : down + 500, across : across + 500]
    assert np.array_equal(part, drawn[1].ReadAsArray()[:500, :500])


def test_roads_become_a_map_that_is_built_on(
    qgis: QgsApplication,
    roads: QgsVectorLayer,
    context: QgsProcessingContext,
    feedback: RecordingFeedback,
    tmp_path: Path,
) -> None:
    provider = _buildings(tmp_path / "models")
    QgsApplication.processingRegistry().addProvider(provider)
    QgsProject.instance().addMapLayer(roads)
    try:
        parameters = {
            "EXTENT": None,
            "TARGET_CRS": None,
            "ROADS": roads.id(),
            "PIXEL_SIZE": 10.0,
            "OUTPUT": str(tmp_path / "h.tif"),
            "OUTPUT_STREETS": str(tmp_path / "s.tif"),
            "OUTPUT_FOOTPRINTS": None,
        }
        results = _run(parameters, context, feedback)
        streets = gdal.Open(results["OUTPUT_STREETS"])
        west, pixel, _, north, *_ = streets.GetGeoTransform()
        values = streets.ReadAsArray()
        column = values[:, int((500500 - west) / pixel)]
        at = {code: np.flatnonzero(column == code) for code in np.unique(column)}
        assert set(at) == {3, 8, 9}
        assert len(at[9]) * pixel == pytest.approx(14.0, abs=2.1)
        assert len(at[8]) * pixel == pytest.approx(8.0, abs=2.1)
        assert north - at[9].mean() * pixel == pytest.approx(5299000.0, abs=4.0)
        heights = gdal.Open(results["OUTPUT"])
        assert heights.RasterXSize * 10 == pytest.approx(1000, abs=20)
        assert heights.ReadAsArray().max() > 20, "the map steers the network"
        parameters.update(ROADS=None)
        with pytest.raises(QgsProcessingException, match="Give a map to build on"):
            _run(parameters, context, feedback)
    finally:
        QgsApplication.processingRegistry().removeProvider(provider)
