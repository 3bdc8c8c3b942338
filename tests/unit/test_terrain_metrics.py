"""Terrain statistics on surfaces whose answers are known."""

from __future__ import annotations

import heapq

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ...core.training import drainage, metrics, terrain_metrics

PIXEL = 10.0


def grid(size: int = 65) -> tuple[np.ndarray, np.ndarray]:
    """Metres east and south of the middle pixel, as (1, size, size)."""
    metres = (np.arange(size) - size // 2) * PIXEL
    south, east = np.meshgrid(metres, metres, indexing="ij")
    return east[None], south[None]


def cone() -> np.ndarray:
    return -0.5 * np.hypot(*grid())


def priority_flood(ground: np.ndarray) -> np.ndarray:
    """The textbook algorithm, slow and plain, to compare with."""
    height, width = ground.shape
    filled, seen, queue = ground.copy(), np.zeros(ground.shape, dtype=bool), []
    for y in range(height):
        for x in range(width):
            if y in (0, height - 1) or x in (0, width - 1):
                queue.append((ground[y, x], y, x))
                seen[y, x] = True
    heapq.heapify(queue)
    while queue:
        level, y, x = heapq.heappop(queue)
        for v in range(max(y - 1, 0), min(y + 2, height)):
            for u in range(max(x - 1, 0), min(x + 2, width)):
                if not seen[v, u]:
                    seen[v, u] = True
                    filled[v, u] = max(level, ground[v, u])
                    heapq.heappush(queue, (filled[v, u], v, u))
    return filled


def bowl_with_channel() -> np.ndarray:
    """A plateau at 10 m with a 3 x 3 basin at 4 m that spills at 7 m through a notch."""
    ground = np.full((1, 9, 9), 10.0, dtype=np.float32)
    ground[0, 3:6, 3:6] = 4.0
    ground[0, 4, 6:9] = 7.0
    return ground


def test_a_plane_has_one_slope_and_one_aspect_and_no_curvature() -> None:
    east, south = grid()
    plane = 0.3 * east + 0.4 * south
    np.testing.assert_allclose(terrain_metrics.slope(plane, PIXEL), 0.5, rtol=1e-6)
    downhill = np.arctan2(-0.3, 0.4) % (2 * np.pi)  # it rises to the south-east
    np.testing.assert_allclose(terrain_metrics.aspect(plane, PIXEL), downhill, rtol=1e-6)
    bend = terrain_metrics.curvatures(plane, PIXEL)
    for values in (bend.profile, bend.tangential, bend.laplacian):
        np.testing.assert_allclose(values, 0.0, atol=1e-9)


@pytest.mark.parametrize(("east", "south", "degrees"), [(0, 1, 0), (-1, 0, 90), (0, -1, 180)])
def test_aspect_is_the_downhill_direction_clockwise_from_north(
    east: float, south: float, degrees: float
) -> None:
    eastwards, southwards = grid(9)
    found = terrain_metrics.aspect(east * eastwards + south * southwards, PIXEL)
    np.testing.assert_allclose(np.degrees(found), degrees, atol=1e-4)


def test_aspect_is_left_out_where_the_ground_is_nearly_level() -> None:
    east, _ = grid()
    assert np.isnan(terrain_metrics.aspect(0.01 * east, PIXEL, minimum_slope=0.02)).all()


def test_each_patch_may_have_its_own_pixel_size() -> None:
    east, _ = grid()
    slopes = terrain_metrics.slope(np.concatenate((east, east)), np.array([10.0, 20.0]))
    np.testing.assert_allclose(slopes[0], 1.0, rtol=1e-6)
    np.testing.assert_allclose(slopes[1], 0.5, rtol=1e-6)


def test_a_paraboloid_has_a_constant_laplacian() -> None:
    east, south = grid()
    bend = terrain_metrics.curvatures(0.002 * (east**2 + south**2), PIXEL)
    np.testing.assert_allclose(bend.laplacian, 0.008, rtol=1e-5)


def test_a_cone_bends_across_its_slope_only() -> None:
    east, south = grid()
    radius = np.hypot(east, south)[:, 1:-1, 1:-1]
    far = radius > 150
    bend = terrain_metrics.curvatures(cone(), PIXEL)
    # Contours are circles; seen along the normal the circle is wider by the slope's secant.
    expected = 1 / radius[far] * 0.5 / np.sqrt(1.25)
    np.testing.assert_allclose(bend.tangential[far], expected, rtol=0.02)
    assert np.abs(bend.profile[far]).max() < 0.05 * expected.max()


@pytest.mark.parametrize(
    ("surface", "form"),
    [
        ("flat", "flat"),
        ("hill", "peak"),
        ("hollow", "pit"),
        ("roof", "ridge"),
        ("gutter", "valley"),
        ("plane", "slope"),
    ],
)
def test_landforms_of_simple_surfaces(surface: str, form: str) -> None:
    east, south = grid(33)
    surfaces = {
        "flat": 0 * east,
        "hill": cone()[:, 16:49, 16:49],
        "hollow": -cone()[:, 16:49, 16:49],
        "roof": -np.abs(east),
        "gutter": np.abs(east),
        "plane": east + 0.3 * south,
    }
    forms = terrain_metrics.geomorphons(surfaces[surface], PIXEL, search_cells=8)
    middle = forms[0, forms.shape[1] // 2, forms.shape[2] // 2]
    assert terrain_metrics.GEOMORPHONS[middle] == form


def test_landform_counts_add_up_per_patch() -> None:
    patches = np.random.default_rng(0).normal(size=(3, 40, 40)) * 20
    counts = terrain_metrics.geomorphon_counts(
        terrain_metrics.geomorphons(patches, np.array([10.0, 20.0, 30.0]))
    )
    assert counts.shape == (3, 10)
    assert (counts.sum(axis=1) == 16 * 16).all()


def test_a_stride_of_landforms_is_every_nth_one() -> None:
    patches = np.random.default_rng(0).normal(size=(2, 41, 41)) * 20
    every = terrain_metrics.geomorphons(patches, PIXEL)
    third = terrain_metrics.geomorphons(patches, PIXEL, step=3)
    np.testing.assert_array_equal(third, every[:, ::3, ::3])


def test_a_search_wider_than_the_patch_is_refused() -> None:
    with pytest.raises(ValueError, match="too small for a search of 12 px"):
        terrain_metrics.geomorphons(np.zeros((1, 24, 24)), PIXEL, search_cells=12)


def test_level_water_is_told_from_rough_water() -> None:
    ground = np.random.default_rng(0).normal(size=(1, 20, 20))
    water = np.zeros((1, 20, 20), dtype=bool)
    water[0, 5:15, 5:15] = True
    rough = terrain_metrics.water_flatness(ground, water)
    ground[water] = 3.0
    level = terrain_metrics.water_flatness(ground, water)
    assert level.pixels == rough.pixels == 64
    assert level.level_share == 1.0
    assert level.mean_span_m == 0.0
    assert rough.level_share == 0.0
    assert terrain_metrics.level_share(ground)[0] == pytest.approx(64 / 18**2)


def test_no_water_has_no_flatness() -> None:
    found = terrain_metrics.water_flatness(np.zeros((1, 5, 5)), np.zeros((1, 5, 5), dtype=bool))
    assert found.pixels == 0
    assert np.isnan(found.level_share)


def test_a_tilted_plane_drains_row_by_row() -> None:
    _, south = grid(9)
    flow = drainage.flow_directions(-south)
    accumulation = drainage.flow_accumulation(flow)
    np.testing.assert_array_equal(accumulation[0], np.arange(1, 10)[:, None] * np.ones((9, 9)))
    assert drainage.pit_share(flow)[0] == 0.0


def test_all_water_of_a_funnel_reaches_its_pit() -> None:
    flow = drainage.flow_directions(-cone())
    accumulation = drainage.flow_accumulation(flow)
    assert accumulation[0, 32, 32] == accumulation.max() == 65 * 65
    assert drainage.pit_share(flow)[0] == pytest.approx(1 / 63**2)


def test_water_is_conserved() -> None:
    patches = np.random.default_rng(2).normal(size=(4, 31, 27))
    flow = drainage.flow_directions(patches)
    accumulation = drainage.flow_accumulation(flow)
    ends = (flow.receiver < 0).reshape(flow.shape)
    np.testing.assert_array_equal((accumulation * ends).sum(axis=(1, 2)), 31 * 27)


def test_a_hand_made_depression_fills_to_its_notch() -> None:
    ground = bowl_with_channel()
    filled = drainage.fill_depressions(ground, drainage.flow_directions(ground))
    np.testing.assert_array_equal(filled[0, 3:6, 3:6], 7.0)
    np.testing.assert_array_equal(drainage.depression_share(ground, filled), 9 / 81)
    deep = drainage.depression_share(ground, filled, minimum_depth_m=3.0)
    np.testing.assert_array_equal(deep, 0.0)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.integers(2, 9), st.integers(3, 14), st.integers(3, 14))
def test_filling_equals_a_priority_flood(seed: int, steps: int, height: int, width: int) -> None:
    rng = np.random.default_rng(seed)
    patches = rng.integers(0, steps, (3, height, width)).astype(np.float32)
    filled = drainage.fill_depressions(patches, drainage.flow_directions(patches))
    for patch, found in zip(patches, filled):
        np.testing.assert_array_equal(found, priority_flood(patch))


def test_valley_density_is_length_per_area() -> None:
    east, south = grid(21)
    gutter = np.abs(east) - 0.01 * south  # one valley down the middle column
    flow = drainage.flow_directions(gutter)
    accumulation = drainage.flow_accumulation(flow)
    density = drainage.valley_density(flow, accumulation, PIXEL, threshold_cells=30)
    channel = (accumulation[0, :-1] > 30).sum()
    assert (accumulation[0, :, :10] <= 30).all()
    assert density[0] == pytest.approx(channel * 0.01 / (21 * 21 * 0.0001))


def test_wasserstein_of_a_shift_is_the_shift() -> None:
    values = np.random.default_rng(0).normal(size=20_000) * 3
    assert metrics.wasserstein(values, values) == 0.0
    assert metrics.wasserstein(values, values + 1.5) == pytest.approx(0.5, rel=0.02)


def test_wasserstein_of_constants() -> None:
    assert metrics.wasserstein(np.ones(5), np.ones(9)) == 0.0
    assert metrics.wasserstein(np.ones(5), np.zeros(9)) == np.inf


def test_histograms_give_the_same_distance_as_quantiles() -> None:
    rng = np.random.default_rng(1)
    real, other = rng.gamma(2.0, size=(6, 4000)), rng.gamma(2.5, size=(8, 4000))
    edges = metrics.shared_edges(real, other)
    once = [metrics.value_counts(values, edges).sum(axis=0)[None] for values in (real, other)]
    assert once[0].sum() == real.size
    distance = metrics.linear_distances(once[0], once[1], edges)[0] / real.std()
    assert distance == pytest.approx(metrics.wasserstein(real, other), rel=0.02)


def test_directions_are_compared_around_the_circle() -> None:
    rng = np.random.default_rng(3)
    north = rng.normal(0.0, 0.2, 5000) % (2 * np.pi)
    turned = (north + 0.1) % (2 * np.pi)
    assert metrics.angular_deviation(north) == pytest.approx(0.2, rel=0.05)
    assert metrics.circular_wasserstein(north, turned) == pytest.approx(0.5, rel=0.1)


def test_total_variation_of_classes() -> None:
    assert metrics.total_variation(np.array([2.0, 2.0]), np.array([1.0, 1.0])) == 0.0
    assert metrics.total_variation(np.array([1.0, 0.0]), np.array([0.0, 5.0])) == 1.0


def test_the_spectrum_of_a_wave_peaks_at_its_wavenumber() -> None:
    wave = np.sin(2 * np.pi * 9 * np.arange(64) / 64) * np.ones((1, 64, 1))
    assert metrics.radial_spectrum(wave)[0].argmax() + 1 == 9


def test_doubled_terrain_is_six_decibels_stronger() -> None:
    noise = np.random.default_rng(0).normal(size=(4, 64, 64))
    assert metrics.spectrum_distance(noise, 2 * noise) == pytest.approx(20 * np.log10(2))
    assert metrics.spectrum_exponent(noise) == pytest.approx(0.0, abs=0.3)


def test_a_block_mean_error_is_relative_to_the_relief() -> None:
    control = np.array([[[0.0, 100.0], [50.0, 50.0]]])
    patches = np.repeat(np.repeat(control, 8, axis=1), 8, axis=2)
    assert metrics.block_mean_error(patches, control, 8).relative == 0.0
    assert metrics.block_mean_error(patches + 3.0, control, 8).relative == pytest.approx(0.03)
    with pytest.raises(ValueError, match="does not match"):
        metrics.block_mean_error(patches, control[:, :1], 8)
    with pytest.raises(ValueError, match="do not divide into blocks of 5"):
        metrics.block_mean(patches, 5)


@pytest.mark.parametrize("order", [1, 2])
def test_a_seam_shows_at_its_phase_only(order: int) -> None:
    raster = np.random.default_rng(0).normal(size=(400, 403))
    even = metrics.phase_ratios(raster, 16, order=order)
    np.testing.assert_allclose(even, 1.0, atol=0.12)
    raster[:, 5::16] += 4.0  # steps up at world column 105 + 16 n, and down one further
    seamed = metrics.phase_ratios(raster, 16, origin=(0, 100), order=order)
    assert set(np.argsort(seamed[1])[-2:]) == {105 % 16, 106 % 16}
    np.testing.assert_allclose(seamed[0], 1.0, atol=0.12)


def test_a_step_at_tile_lines_raises_their_ratio() -> None:
    raster = np.random.default_rng(0).normal(size=(300, 300))
    assert metrics.tile_line_ratio(raster, 50) == pytest.approx(1.0, abs=0.1)
    tiles = np.arange(300) // 50 % 2 * 5.0
    stepped = raster + tiles[:, None] + tiles[None, :]
    assert metrics.tile_line_ratio(stepped, 50) > 2
    shifted = metrics.tile_line_ratio(stepped, 50, origin=(10, 10))
    assert shifted == pytest.approx(1.0, abs=0.1)
    with pytest.raises(ValueError, match="No tile line"):
        metrics.tile_line_ratio(raster, 512)


def test_an_interval_surrounds_its_figure() -> None:
    bootstrap = metrics.Bootstrap(200, seed=1)
    values = np.random.default_rng(0).normal(5.0, 1.0, 100)
    found = bootstrap.mean(values, side=0)
    assert found.value == pytest.approx(values.mean())
    assert found.high - found.low == pytest.approx(4 * values.std() / 10, rel=0.25)
    assert found.low < found.value < found.high
    assert bootstrap.mean(values, side=0) == found
    assert bootstrap.mean(values, side=1) != found
