"""Vector layers of a town as palette classes."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from osgeo import ogr, osr

from ...core.map_classes import MapClass
from ...core.raster.drawings import Drawing
from ...core.raster.street_map import building_height_m, rasterise_town

LON, LAT = 11.0, 48.0
DEGREES_PER_M = (1 / 74_600.0, 1 / 111_200.0)


def _box(x0: float, y0: float, x1: float, y1: float) -> str:
    """A rectangle in metres from the corner, as WKT in degrees."""
    points = [(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)]
    kx, ky = DEGREES_PER_M
    return ", ".join(f"{LON + x * kx:.8f} {LAT + y * ky:.8f}" for x, y in points)


@pytest.fixture
def extract(tmp_path: Path) -> Path:
    path = tmp_path / "town.gpkg"
    data = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(4326)
    layers = {
        "buildings": (
            ("building", "height", "building_levels"),
            [
                (f"MULTIPOLYGON((({_box(0, 0, 6, 6)})))", ("yes", "", "")),
                (f"MULTIPOLYGON((({_box(100, 100, 120, 110)})))", ("yes", "", "2")),
                (f"MULTIPOLYGON((({_box(394, 394, 400, 400)})))", ("yes", "12.5 m", "")),
            ],
        ),
        "landuse": (
            ("landuse",),
            [
                (f"MULTIPOLYGON((({_box(0, 200, 400, 400)})))", ("forest",)),
                (f"MULTIPOLYGON((({_box(0, 0, 400, 200)})))", ("farmland",)),
            ],
        ),
        "roads": (
            ("highway", "tunnel"),
            [
                (
                    "LINESTRING({0} {1}, {2} {1})".format(
                        LON, LAT + 50 * DEGREES_PER_M[1], LON + 400 * DEGREES_PER_M[0]
                    ),
                    (kind, tunnel),
                )
                for kind, tunnel in (("residential", ""), ("primary", "yes"))
            ],
        ),
    }
    for name, (fields, rows) in layers.items():
        layer = data.CreateLayer(name, reference, ogr.wkbUnknown)
        for field in fields:
            layer.CreateField(ogr.FieldDefn(field, ogr.OFTString))
        for wkt, values in rows:
            feature = ogr.Feature(layer.GetLayerDefn())
            feature.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
            for field, value in zip(fields, values):
                if value:
                    feature.SetField(field, value)
            layer.CreateFeature(feature)
    return path


DRAWINGS = (
    Drawing("landuse", "landuse", frozenset({"forest"}), MapClass.FOREST),
    Drawing("landuse", "landuse", frozenset({"farmland"}), MapClass.FARMLAND),
    Drawing("roads", "highway", frozenset({"residential"}), MapClass.MINOR_ROAD, 8.0),
    Drawing("roads", "highway", frozenset({"primary"}), MapClass.MAJOR_ROAD, 12.0),
)


def test_layers_are_drawn_in_order_at_their_true_size(extract: Path) -> None:
    town = rasterise_town(extract, DRAWINGS, None, 2.0, 0.0, 0.0)
    height, width = town.classes.shape
    assert (height % 16, width % 16) == (0, 0)
    assert 368 <= width * 2 <= 400
    row = town.classes[:, width // 2]
    assert (row == int(MapClass.MINOR_ROAD)).sum() in (4, 5)
    assert row[0] == int(MapClass.FOREST)
    assert row[-1] == int(MapClass.FARMLAND)
    assert int(MapClass.MAJOR_ROAD) not in town.classes, "a tunnel is not drawn"
    assert (town.building > 127).sum() * 4 == pytest.approx(20 * 10, rel=0.2)
    assert set(np.unique(town.height)) == {0, 15}


def test_buildings_are_boxes_with_their_heights_and_touching_ones_are_one(extract: Path) -> None:
    data = ogr.Open(str(extract), 1)
    layer = data.GetLayerByName("buildings")
    feature = ogr.Feature(layer.GetLayerDefn())
    feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POLYGON(({_box(120, 100, 132, 110)}))"))
    layer.CreateFeature(feature)
    del layer, data
    town = rasterise_town(extract, DRAWINGS, None, 2.0, 0.0, 0.0)
    (box,) = [box for box in town.boxes if 40 < box[1] < 80]
    assert box[2:4] == pytest.approx([16.0, 5.0], abs=0.2)
    assert abs(np.sin(box[4])) < 0.02
    assert box[5] == pytest.approx(7.5)
    rows, cols = np.nonzero(town.building > 127)
    inside = (rows > 20) & (cols > 20) & (rows < town.building.shape[0] - 20)
    assert box[:2] == pytest.approx([rows[inside].mean() + 0.5, cols[inside].mean() + 0.5], abs=0.5)


def test_ground_far_from_everything_is_sea_and_far_from_buildings_unmapped(extract: Path) -> None:
    roads_only = DRAWINGS[2:3]
    town = rasterise_town(extract, roads_only, None, 2.0, 60.0, 100.0)
    middle = town.classes.shape[1] // 4
    assert town.classes[20, middle] == int(MapClass.WATER)
    assert town.classes[-30, middle] != int(MapClass.WATER)
    assert town.mapped[60, 20] == 0
    assert town.mapped[-60, 60] == 1


@pytest.mark.parametrize(
    ("tags", "metres"),
    [
        ({"height": "12.5"}, 12.5),
        ({"height": "8 m", "building_levels": "9"}, 8.0),
        ({"building_levels": "3"}, 3 * 3.1 + 1.5),
        ({"height": None}, 0.0),
        ({}, 0.0),
    ],
)
def test_heights_are_read_from_either_tag(tags: dict[str, object], metres: float) -> None:
    assert building_height_m(tags) == pytest.approx(metres)
