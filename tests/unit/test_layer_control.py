from __future__ import annotations

import math

import numpy as np
import pytest

pytest.importorskip("osgeo.gdal")

from ...core.grid import EARTH_RADIUS_M, WorldGrid
from ...core.layer_control import LayerControl, MercatorControl, filled, plane_pixel
from ...core.raster.crs import describe_crs
from ...core.tiling import Rect

NAN = np.nan


class Raster:
    """Stands for a raster of which every pixel holds ``values``; NaN outside."""

    def __init__(self, values: np.ndarray) -> None:
        self.values = values

    def read(self, rect: Rect) -> np.ndarray:
        out = np.full((1, *rect.shape), np.nan, dtype=np.float32)
        whole = Rect(0, self.values.shape[0], 0, self.values.shape[1])
        inside = rect.intersect(whole)
        if not inside.is_empty:
            rows, cols = inside.slices_in(rect)
            out[0, rows, cols] = self.values[inside.slices_in(whole)]
        return out


def test_complete_values_are_left_alone() -> None:
    values = np.arange(12, dtype=np.float32).reshape(1, 3, 4)
    assert filled(values) is values


def test_a_hole_is_filled_with_its_rim_and_the_rest_is_kept() -> None:
    values = np.full((1, 5, 5), 7.0, dtype=np.float32)
    values[0, 1:4, 1:4] = NAN
    values[0, 0, 0] = 9.0
    out = filled(values)
    assert np.isfinite(out).all()
    known = np.isfinite(values)
    assert np.array_equal(out[known], values[known])
    assert out[0, 1, 1] == pytest.approx(7.0 + 2.0 / 5.0)
    assert out[0, 3, 3] == 7.0
    assert (out >= 7.0).all()
    assert (out <= 9.0).all()


def test_values_are_continued_outward() -> None:
    values = np.full((1, 3, 9), NAN, dtype=np.float32)
    values[0, 1, 4] = 12.0
    assert (filled(values) == 12.0).all()


def test_nothing_known_is_the_sea() -> None:
    assert (filled(np.full((1, 3, 3), NAN, dtype=np.float32)) == 0.0).all()


def test_the_layer_lies_where_it_was_placed() -> None:
    values = np.arange(12, dtype=np.float32).reshape(3, 4)
    control = LayerControl(Raster(values), Rect(-5, -2, 10, 14))
    assert np.array_equal(control.raw(Rect(-5, -2, 10, 14))[0], values)
    part = control.raw(Rect(-3, 0, 13, 15))[0]
    assert part[0, 0] == 11.0
    assert np.isnan(part[1:]).all()
    assert np.isnan(part[:, 1]).all()
    assert (control.read(Rect(-3, 0, 13, 15)) == 11.0).all()


@pytest.mark.parametrize("latitude", [0.0, 47.0, -60.0])
def test_the_plane_sees_a_raster_in_degrees_at_its_latitude(latitude: float) -> None:
    """A raster that holds its own latitude is, on the plane, the latitude of the plane's rows."""
    grid = WorldGrid(describe_crs("EPSG:4326"), 1 / 60)
    top = -round(latitude * 60) - 40
    rows = -(top + np.arange(80) + 0.5) / 60
    values = np.broadcast_to(rows[:, None], (80, 6)).astype(np.float32)
    control = LayerControl(Raster(values), Rect(top, top + 80, 0, 6))
    plane = MercatorControl(control, grid)
    side = plane_pixel(grid)
    assert side == pytest.approx(math.radians(1 / 60) * EARTH_RADIUS_M)
    middle = -math.asinh(math.tan(math.radians(latitude))) * EARTH_RADIUS_M / side
    rect = Rect(round(middle) - 10, round(middle) + 10, 0, 6)
    got = plane.read(rect)
    assert got.shape == (1, 20, 6)
    y = -(np.arange(rect.y0, rect.y1) + 0.5) * side
    expected = np.degrees(np.arctan(np.sinh(y / EARTH_RADIUS_M)))
    assert got[0, :, 3] == pytest.approx(expected, abs=2e-4)
    part = plane.read(Rect(rect.y0 + 3, rect.y1 - 2, 2, 5))
    assert np.array_equal(part, got[:, 3:-2, 2:5])
