from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ...core.errors import InputError
from ...core.grid import EARTH_RADIUS_M, METRES_PER_DEGREE, Crs, Extent, WorldGrid
from ...core.resample import SeparableResampler, plan_generation
from ...core.tiling import Rect

METRIC = Crs("", "EPSG:32733", False, 1.0)
DEGREES = Crs("", "EPSG:4326", True, METRES_PER_DEGREE)
FEET = Crs("", "EPSG:2264", False, 1200 / 3937)


def resampler(crs, pixel, natives=(30.0,)):
    grid = WorldGrid(crs, pixel)
    return SeparableResampler(grid, plan_generation(grid, natives))


def rough(rect):
    """Two bands of values that depend on the world index alone and leave no bit unused."""
    y = np.arange(rect.y0, rect.y1, dtype=np.int64)[:, None]
    x = np.arange(rect.x0, rect.x1, dtype=np.int64)[None, :]
    mixed = (y * 73856093) ^ (x * 19349663)
    first = ((mixed * 2654435761) % 1000003).astype(np.float32) / np.float32(7.0)
    return np.stack([first, -3.3 * first]).astype(np.float32)


def cut(maker, out, field=rough):
    return maker.apply(field(maker.source_rect(out)), out)


def test_plans_take_the_nearest_native_size_in_the_logarithm():
    assert plan_generation(WorldGrid(METRIC, 50.0), (30.0, 90.0)).native_m == 30.0
    assert plan_generation(WorldGrid(METRIC, 53.0), (90.0, 30.0)).native_m == 90.0
    assert plan_generation(WorldGrid(METRIC, 0.1), (30.0, 90.0)).native_m == 30.0


def test_a_native_grid_is_its_own_plane_and_says_nothing():
    plan = plan_generation(WorldGrid(METRIC, 90.0), (30.0, 90.0))
    assert (plan.kind, plan.plane_pixel, plan.message) == ("identity", 90.0, None)
    feet = plan_generation(WorldGrid(FEET, 30.0 / FEET.metres_per_unit), (30.0,))
    assert feet.kind == "identity"


def test_other_grids_say_what_happens_to_them():
    plan = plan_generation(WorldGrid(METRIC, 50.0), (30.0,))
    assert plan.message == (
        "Pixel size 50 m is not native to this model; generated at 30 m and resampled."
    )
    feet = plan_generation(WorldGrid(FEET, 100.0), (30.0,))
    assert feet.kind == "affine"
    assert feet.plane_pixel == pytest.approx(98.425)
    assert "100 units (30.48 m)" in feet.message
    degrees = plan_generation(WorldGrid(DEGREES, 0.001), (30.0, 90.0))
    assert (degrees.kind, degrees.plane_pixel) == ("mercator", 90.0)
    assert "0.001 degrees (111.3 m at the equator)" in degrees.message


def test_a_native_window_passes_through_unchanged():
    maker = resampler(METRIC, 30.0)
    out = Rect(-5, 7, -9, 2)
    assert maker.source_rect(out) == out
    assert np.array_equal(cut(maker, out), rough(out))


GRIDS = {
    "metric coarser": (METRIC, 50.0, Rect(-40, 40, -40, 40)),
    "metric much coarser": (METRIC, 211.7, Rect(-12, 12, -12, 12)),
    "metric finer": (METRIC, 7.3, Rect(-60, 60, -60, 60)),
    "metric far away": (METRIC, 17.0, Rect(-600060, -600000, 29990, 30050)),
    "feet": (FEET, 75.0, Rect(-30, 30, -30, 30)),
    "degrees at the equator": (DEGREES, 1 / 3600, Rect(-40, 40, -40, 40)),
    "degrees north": (DEGREES, 1 / 1200, Rect(-72040, -71980, -20030, -19970)),
    "degrees south": (DEGREES, 1 / 1200, Rect(71980, 72040, 19970, 20030)),
    "degrees near the limit": (DEGREES, 1 / 3600, Rect(-305990, -305950, -20, 20)),
}


@pytest.mark.parametrize("name", GRIDS)
@settings(max_examples=25, deadline=None)
@given(st.data())
def test_any_two_windows_agree_bit_for_bit_on_shared_pixels(name, data):
    crs, pixel, whole = GRIDS[name]
    maker = resampler(crs, pixel)
    everything = cut(maker, whole)
    y0 = data.draw(st.integers(whole.y0, whole.y1 - 1))
    x0 = data.draw(st.integers(whole.x0, whole.x1 - 1))
    part = Rect(
        y0,
        data.draw(st.integers(y0 + 1, whole.y1)),
        x0,
        data.draw(st.integers(x0 + 1, whole.x1)),
    )
    rows, cols = part.slices_in(whole)
    assert cut(maker, part).tobytes() == everything[:, rows, cols].tobytes()


def test_windows_agree_when_one_is_worked_on_in_many_blocks():
    maker = resampler(METRIC, 20.0)
    whole = Rect(-30, 30, -9000, 9000)
    part = Rect(-7, 5, -123, 457)
    rows, cols = part.slices_in(whole)
    assert np.array_equal(cut(maker, part), cut(maker, whole)[:, rows, cols])


def test_nodata_agrees_across_windows_too():
    maker = resampler(DEGREES, 1 / 1200)

    def holes(rect):
        values = rough(rect)
        values[np.abs(values) < np.float32(4000.0)] = np.nan
        return values

    whole, part = Rect(-60020, -59980, -20, 20), Rect(-60011, -59997, -3, 17)
    rows, cols = part.slices_in(whole)
    everything = cut(maker, whole, holes)
    assert np.isnan(everything).any()
    assert not np.isnan(everything).all()
    assert cut(maker, part, holes).tobytes() == everything[:, rows, cols].tobytes()


@pytest.mark.parametrize("name", GRIDS)
@pytest.mark.parametrize("value", [0.0, 8848.86, -10935.0, 1e-3])
def test_a_constant_stays_exactly_that_constant(name, value):
    crs, pixel, whole = GRIDS[name]
    constant = np.float32(value)
    result = cut(
        resampler(crs, pixel), whole, lambda r: np.full((1, *r.shape), constant, np.float32)
    )
    assert np.array_equal(result, np.full_like(result, constant))


@pytest.mark.parametrize("pixel", [7.3, 29.0, 31.0, 45.0, 50.0, 60.0, 211.7])
def test_a_slope_in_metres_stays_that_slope_at_every_ratio(pixel):
    maker = resampler(METRIC, pixel)
    out = Rect(-9, 11, -8, 12)

    def plane(rect):
        y = (np.arange(rect.y0, rect.y1) + 0.5)[:, None] * -30.0
        x = (np.arange(rect.x0, rect.x1) + 0.5)[None, :] * 30.0
        return (0.3 * x + 0.2 * y)[None].astype(np.float32)

    y = (np.arange(out.y0, out.y1) + 0.5)[:, None] * -pixel
    x = (np.arange(out.x0, out.x1) + 0.5)[None, :] * pixel
    assert np.allclose(cut(maker, out, plane)[0], 0.3 * x + 0.2 * y, atol=1e-3)


def test_a_waves_position_survives_the_way_to_degrees():
    """Lines up with the ground: a smooth field of lon and lat comes back where it was."""
    for south in (False, True):
        maker = resampler(DEGREES, 1 / 1200)
        lat = -47.0 if south else 47.0
        out = WorldGrid(DEGREES, 1 / 1200).snap(Extent(-70.02, lat, -69.98, lat + 0.04))

        def field(rect):
            lons = np.degrees((np.arange(rect.x0, rect.x1) + 0.5) * 30.0 / EARTH_RADIUS_M)
            ys = -(np.arange(rect.y0, rect.y1) + 0.5) * 30.0 / EARTH_RADIUS_M
            return truth(np.degrees(np.arctan(np.sinh(ys)))[:, None], lons[None, :])

        def truth(lats, lons):
            wave = np.sin(lats * 500.0) + np.cos(lons * 400.0)
            return (100.0 * wave)[None].astype(np.float32)

        lats = -(np.arange(out.y0, out.y1) + 0.5)[:, None] / 1200
        lons = (np.arange(out.x0, out.x1) + 0.5)[None, :] / 1200
        # Half a pixel of shift would be an error of 20; the rest is the mean over the pixel.
        assert np.abs(cut(maker, out, field) - truth(lats, lons)).max() < 3.0


def test_coarser_pixels_keep_the_mean():
    maker = resampler(METRIC, 240.0)
    out = Rect(-20, 20, -20, 20)
    source = rough(maker.source_rect(out))
    inner = Rect(-20, 20, -20, 20).refine(8).slices_in(maker.source_rect(out))
    spread = source[0].std()
    exact = source[0][inner].reshape(40, 8, 40, 8).mean(axis=(1, 3))
    result = maker.apply(source, out)[0]
    assert abs(result.mean() - exact.mean()) < 0.01 * spread
    assert np.abs(result - exact).std() < 0.4 * exact.std()


def test_north_and_south_mirror_each_other():
    maker = resampler(DEGREES, 1 / 1200)
    north, south = Rect(-60010, -60000, 5, 15), Rect(60000, 60010, 5, 15)
    a, b = maker.source_rect(north), maker.source_rect(south)
    assert (a.y0, a.y1) == (-b.y1, -b.y0)
    values = rough(a)
    mirrored = maker.apply(np.ascontiguousarray(values[:, ::-1]), south)[:, ::-1]
    assert np.allclose(maker.apply(values, north), mirrored, rtol=1e-5)


@pytest.mark.parametrize("name", GRIDS)
def test_one_missing_pixel_harms_only_its_neighbours(name):
    crs, pixel, whole = GRIDS[name]
    maker = resampler(crs, pixel)
    need = maker.source_rect(whole)
    row, col = need.height // 2, need.width // 2
    source = rough(need)
    clean = maker.apply(source, whole)
    source[:, row, col] = np.nan
    harmed = maker.apply(source, whole)
    missing = np.isnan(harmed)
    assert missing.any()
    reach_y = math.ceil(5 * whole.height / (need.height - 4)) + 1
    reach_x = math.ceil(5 * whole.width / (need.width - 4)) + 1
    assert missing[0].any(axis=1).sum() <= reach_y
    assert missing[0].any(axis=0).sum() <= reach_x
    assert np.array_equal(harmed[~missing], clean[~missing])


def test_all_missing_stays_all_missing():
    maker = resampler(METRIC, 50.0)
    out = Rect(0, 4, 0, 4)
    assert np.isnan(cut(maker, out, lambda r: np.full((1, *r.shape), np.nan, np.float32))).all()


def test_plane_pixels_shrink_with_the_cosine_of_the_latitude():
    maker = resampler(DEGREES, 1 / 1200)
    for lat in (-80.0, -60.0, 0.0, 60.0):
        row = round(-EARTH_RADIUS_M * math.asinh(math.tan(math.radians(lat))) / 30.0)
        sizes = maker.y_ground_pixel_m(Rect(row - 1, row + 1, 0, 9))
        assert sizes.shape == (2,)
        assert sizes.mean() == pytest.approx(30.0 * math.cos(math.radians(lat)), rel=1e-5)
        assert sizes[0] == pytest.approx(sizes[1], rel=1e-4)
    metric = resampler(METRIC, 50.0).y_ground_pixel_m(Rect(0, 3, 0, 1))
    assert metric.tolist() == [30.0, 30.0, 30.0]
    feet = resampler(FEET, 50.0).y_ground_pixel_m(Rect(0, 1, 0, 1))
    assert feet[0] == pytest.approx(30.0)


@pytest.mark.parametrize("edges", [(84.0, 85.2), (-86.0, -84.0), (-90.0, 90.0), (86.0, 87.0)])
def test_latitudes_near_the_poles_are_refused_with_a_way_out(edges):
    grid = WorldGrid(DEGREES, 0.01)
    maker = SeparableResampler(grid, plan_generation(grid, (90.0,)))
    with pytest.raises(InputError, match="polar CRS in metres") as caught:
        maker.source_rect(grid.snap(Extent(10.0, edges[0], 11.0, edges[1])))
    assert caught.value.parameter == "EXTENT"


@pytest.mark.parametrize("pixel", [0.07, 4.0])
def test_the_limit_itself_is_allowed_whatever_it_snaps_to(pixel):
    grid = WorldGrid(DEGREES, pixel)
    maker = SeparableResampler(grid, plan_generation(grid, (90000.0,)))
    out = grid.snap(Extent(0.0, -85.0, 8.0, 85.0))
    ones = cut(maker, out, lambda r: np.ones((1, *r.shape), np.float32))
    assert np.array_equal(ones, np.ones_like(ones))


def test_a_source_of_the_wrong_shape_is_refused():
    maker = resampler(METRIC, 50.0)
    with pytest.raises(ValueError, match="was to be read"):
        maker.apply(np.zeros((1, 3, 3), np.float32), Rect(0, 4, 0, 4))
    with pytest.raises(ValueError, match="empty"):
        maker.source_rect(Rect(0, 0, 0, 4))


def test_the_sea_stays_level_at_the_foot_of_a_cliff():
    """Where nothing is below zero; ground below the sea keeps its curves."""
    maker = resampler(METRIC, 27.0)
    out = Rect(-20, 20, -20, 20)

    def cliff(rect):
        row = np.where(np.arange(rect.x0, rect.x1) < 3, 0.0, 80.0)
        return np.broadcast_to(row, (1, *rect.shape)).astype(np.float32)

    made = cut(maker, out, cliff)
    assert float(made.min()) == 0.0
    assert (made[0, :, :18] == 0.0).all()
    assert float(cut(maker, out, lambda rect: cliff(rect) - 10.0).min()) < -10.5
