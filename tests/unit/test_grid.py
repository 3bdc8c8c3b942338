from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ...core.errors import GridError, InputError
from ...core.grid import MAX_INDEX, METRES_PER_DEGREE, Crs, Extent, WorldGrid
from ...core.tiling import Rect

METRIC = Crs("", "EPSG:32733", False, 1.0)
DEGREES = Crs("", "EPSG:4326", True, METRES_PER_DEGREE)
FEET = Crs("", "EPSG:2264", False, 1200 / 3937)

PIXEL_SIZES = st.sampled_from([0.1, 0.3, 1.0, 2.5, 30.0, 90.0, 1 / 3600, 0.1 / 3, 1e-5, 7.3])


def test_rows_grow_southwards_from_the_origin_in_all_four_quadrants():
    grid = WorldGrid(METRIC, 30.0)
    assert grid.snap(Extent(0, 0, 60, 90)) == Rect(-3, 0, 0, 2)
    assert grid.snap(Extent(-60, -90, 0, 0)) == Rect(0, 3, -2, 0)
    assert grid.snap(Extent(-1, -1, 1, 1)) == Rect(-1, 1, -1, 1)


def test_extents_snap_outward():
    grid = WorldGrid(METRIC, 10.0)
    assert grid.snap(Extent(-15, 1001, 25, 1019)) == Rect(-102, -100, -2, 3)


def test_an_edge_within_float_noise_of_a_grid_line_lies_on_it():
    grid = WorldGrid(DEGREES, 1 / 3600)
    noisy = Extent(11.0 - 1e-11, 46.0 + 1e-11, 12.0 + 1e-11, 47.0 - 1e-11)
    assert grid.snap(noisy) == Rect(-47 * 3600, -46 * 3600, 11 * 3600, 12 * 3600)
    south = Extent(-70.00000000001, -12.00000000001, -69.0, -11.0)
    assert grid.snap(south) == Rect(11 * 3600, 12 * 3600, -70 * 3600, -69 * 3600)


@settings(max_examples=150)
@given(
    PIXEL_SIZES,
    st.integers(-(10**7), 10**7),
    st.integers(-(10**7), 10**7),
    st.integers(1, 10**5),
    st.integers(1, 10**5),
)
def test_snapping_the_extent_of_a_window_gives_the_window(pixel, y0, x0, height, width):
    grid = WorldGrid(METRIC, pixel)
    rect = Rect(y0, y0 + height, x0, x0 + width)
    assert grid.snap(grid.extent(rect)) == rect


@settings(max_examples=150)
@given(
    PIXEL_SIZES,
    st.floats(-1e6, 1e6),
    st.floats(-1e6, 1e6),
    st.floats(1e-9, 1e4),
    st.floats(1e-9, 1e4),
)
def test_a_snapped_extent_covers_what_was_asked_and_no_further_pixel(pixel, x, y, width, height):
    grid = WorldGrid(METRIC, pixel)
    asked = Extent(x * pixel, y * pixel, (x + width) * pixel, (y + height) * pixel)
    if asked.width <= 0 or asked.height <= 0:
        return
    rect = grid.snap(asked)
    assert not rect.is_empty
    got = grid.extent(rect)
    slack = 2e-6 * pixel
    assert got.xmin <= asked.xmin + slack
    assert got.xmax >= asked.xmax - slack
    assert got.ymin <= asked.ymin + slack
    assert got.ymax >= asked.ymax - slack
    assert rect.width <= asked.width / pixel + 2
    assert rect.height <= asked.height / pixel + 2


def test_a_sliver_thinner_than_the_noise_still_gives_one_pixel():
    grid = WorldGrid(METRIC, 1.0)
    assert grid.snap(Extent(5 - 1e-9, 5 - 1e-9, 5 + 1e-9, 5 + 1e-9)).shape == (1, 1)


@pytest.mark.parametrize(
    "edges", [(math.nan, 0, 1, 1), (-math.inf, 0, math.inf, 1), (0, 0, 1e999, 1)]
)
def test_an_extent_that_is_not_finite_is_refused(edges):
    with pytest.raises(InputError, match="is not finite. Zoom to") as caught:
        WorldGrid(METRIC, 1.0).snap(Extent(*edges), "EXTENT")
    assert caught.value.parameter == "EXTENT"


@pytest.mark.parametrize("edges", [(1, 0, 1, 1), (0, 2, 1, 1), (3, 0, 1, 1)])
def test_an_extent_without_area_is_refused(edges):
    with pytest.raises(InputError, match="has no area"):
        Extent(*edges).checked("EXTENT")


@pytest.mark.parametrize("pixel", [0.0, -30.0, math.nan, math.inf])
def test_a_pixel_size_that_is_not_positive_is_refused(pixel):
    with pytest.raises(InputError, match="is not a positive number") as caught:
        WorldGrid(METRIC, pixel)
    assert caught.value.parameter == "PIXEL_SIZE"


def test_indices_beyond_32_bits_are_refused_with_the_pixel_size():
    with pytest.raises(InputError, match=r"With pixel size 1e-06 .* larger pixel size"):
        WorldGrid(METRIC, 1e-6).snap(Extent(0, 0, 1e6, 1e6))
    edge = WorldGrid(METRIC, 1.0).snap(Extent(MAX_INDEX - 2, -MAX_INDEX, MAX_INDEX, -MAX_INDEX + 1))
    assert edge.x1 == edge.y1 == MAX_INDEX


def test_geotransform_is_north_up_and_without_negative_zero():
    gt = WorldGrid(METRIC, 30.0).geotransform(Rect(0, 2, -3, 4))
    assert gt == (-90.0, 30.0, 0.0, 0.0, 0.0, -30.0)
    assert not any(math.copysign(1, v) < 0 for v in gt if v == 0)
    assert WorldGrid(METRIC, 30.0).geotransform(Rect(-5, 2, 0, 4))[3] == 150.0


def test_ground_pixel_size_in_metres_feet_and_degrees():
    window = Rect(-10, 0, 0, 10)
    assert WorldGrid(METRIC, 30.0).ground_pixel_size_m(window) == 30.0
    assert WorldGrid(FEET, 100.0).ground_pixel_size_m(window) == pytest.approx(30.48006)
    degree = WorldGrid(DEGREES, 0.01)
    equator = degree.ground_pixel_size_m(Rect(-10, 10, 0, 10))
    assert equator == pytest.approx(1113.1949, abs=1e-3)
    for rect in (Rect(-6010, -5990, 0, 1), Rect(5990, 6010, 0, 1)):
        assert degree.ground_pixel_size_m(rect) == pytest.approx(equator * math.sqrt(0.5))


@settings(max_examples=150)
@given(
    PIXEL_SIZES,
    st.integers(-(10**6), 10**6),
    st.integers(-(10**6), 10**6),
    st.sampled_from([0.0, 0.5]),
    st.sampled_from([0.0, 0.5]),
    st.floats(-1e-7, 1e-7),
)
def test_a_raster_on_the_lattice_or_half_a_pixel_off_keeps_its_index(p, row, col, dx, dy, noise):
    gt = ((col + dx + noise) * p, p, 0.0, -(row + dy - noise) * p, 0.0, -p)
    grid, rect, offset = WorldGrid.from_geotransform(METRIC, gt, 7, 5)
    assert grid.pixel_size == p
    assert rect == Rect(row, row + 5, col, col + 7)
    assert offset == (dx, dy)


def test_other_offsets_are_measured_from_the_nearest_stable_index():
    _, rect, offset = WorldGrid.from_geotransform(METRIC, (-7.0, 10, 0, 24.0, 0, -10), 2, 2)
    assert rect == Rect(-3, -1, -1, 1)
    assert offset == pytest.approx((0.3, 0.6))


@pytest.mark.parametrize(
    ("gt", "reason"),
    [
        ((0, 30, 1, 0, 0, -30), "rotated or sheared.*Warp"),
        ((0, 30, 0, 0, -1, -30), "rotated or sheared.*Warp"),
        ((0, 30, 0, 0, 0, 30), "upside down.*Warp"),
        ((0, -30, 0, 0, 0, -30), "mirrored.*Warp"),
        ((0, 30, 0, 0, 0, -25), r"not square \(30 by 25\).*Warp"),
        ((0, 1, 0, 0, 0, 1), "no position on the ground"),
        ((0, 0, 0, 0, 0, -1), "geotransform"),
        ((math.nan, 1, 0, 0, 0, -1), "geotransform"),
        ((1e12, 1, 0, 0, 0, -1), "too far"),
    ],
)
def test_grids_that_cannot_be_used_say_what_to_do(gt, reason):
    with pytest.raises(GridError, match=reason) as caught:
        WorldGrid.from_geotransform(METRIC, gt, 100, 100)
    assert caught.value.parameter == "INPUT"


def test_nearly_square_pixels_pass_unless_they_would_drift_over_the_raster():
    gt = (0.0, 30.0, 0.0, 0.0, 0.0, -30.003)
    grid, _, _ = WorldGrid.from_geotransform(METRIC, gt, 100, 100)
    assert grid.pixel_size == 30.0
    with pytest.raises(GridError, match="not square"):
        WorldGrid.from_geotransform(METRIC, gt, 100, 20000)
