from __future__ import annotations

import pytest

pytest.importorskip("torch")

import torch

from ...core.nets import climate
from ...core.nets.climate import (
    SIDE_CHANNELS,
    STATIC,
    STATIC_HALO_PX,
    ClimateGenerator,
    Coarse,
    Normals,
    block_departures,
    conserve,
    fields,
    millimetres,
    seen_by,
    softened,
    steer,
    unsteered,
    weathered,
)
from ...core.nets.climate_features import (
    FEATURE_HALO_PX,
    FEATURES,
    Land,
    features,
    insolation,
)
from ...core.nets.wag import Level
from ...core.tiling import Rect

OUT = Rect(0, 32, 0, 32)
LEVELS = [Level(8, 1, 4), *(Level(8, 1, 4, SIDE_CHANNELS) for _ in range(3))]


def generator() -> ClimateGenerator:
    torch.manual_seed(6)
    return ClimateGenerator(LEVELS, 4)


def land(rect: Rect, latitude: float = 45.0) -> Land:
    """Hills in the north, sea in the south."""
    torch.manual_seed(7)
    rows = torch.arange(rect.y0, rect.y1).reshape(1, 1, -1, 1).expand(1, 1, *rect.shape)
    cols = torch.arange(rect.x0, rect.x1).reshape(1, 1, 1, -1)
    dry = (rows < 16).float()
    height = (800.0 + 600.0 * (rows / 9.0).sin() * (cols / 7.0).cos()) * dry
    return Land(height, dry, torch.full_like(height, latitude))


def normals_on(rect: Rect, month: float = 0.0) -> Normals:
    wide = land(rect.grow(FEATURE_HALO_PX))
    with torch.no_grad():
        return generator().normals(wide, torch.tensor([month]))


def noise(layer: int, channels: int, rect: Rect):  # type: ignore[no-untyped-def]
    rows = torch.arange(rect.y0, rect.y1).reshape(-1, 1) * 7
    cols = torch.arange(rect.x0, rect.x1).reshape(1, -1) * 13
    planes = [((rows + cols + 31 * c + 17 * layer) % 11 - 5.0) / 4.0 for c in range(channels)]
    return torch.stack(planes)[None]


def test_the_sun_stands_highest_in_summer_and_not_at_all_in_polar_night() -> None:
    months = torch.arange(12.0)
    north, south = insolation(torch.tensor(50.0), months), insolation(torch.tensor(-50.0), months)
    assert int(north.argmax()) == 5
    assert int(south.argmax()) == 11
    assert float(insolation(torch.tensor(80.0), torch.tensor(11.0))) == pytest.approx(0.0)
    year = insolation(torch.tensor(0.0), months)
    assert float(year.mean()) == pytest.approx(0.306, abs=0.01)


def test_a_pixel_is_the_same_in_any_rectangle() -> None:
    inner, outer = Rect(0, 16, 8, 32), Rect(-16, 32, -8, 48)
    month = torch.tensor([3.0])
    first = features(land(inner.grow(FEATURE_HALO_PX)), month)
    second = features(land(outer.grow(FEATURE_HALO_PX)), month)
    rows, cols = inner.slices_in(outer)
    assert first.shape[1] == FEATURES
    assert torch.allclose(first, second[..., rows, cols], atol=1e-5)


def test_unknown_ground_is_land_as_high_as_what_is_around_it() -> None:
    rect = Rect(0, 16, 0, 16).grow(FEATURE_HALO_PX)
    whole = land(rect)
    everything = Land(
        torch.full_like(whole.elevation, 500.0), torch.ones_like(whole.land), whole.latitude
    )
    gap = everything.elevation.clone()
    gap[..., 38:42, 38:42] = float("nan")
    unknown = Land(gap, everything.land, everything.latitude)
    month = torch.tensor([0.0])
    first, second = features(everything, month), features(unknown, month)
    differs = (first - second).abs().amax((0, 2, 3)) > 1e-3
    assert differs.nonzero().flatten().tolist() == [2]
    assert second.isfinite().all()


def test_departures_do_not_know_their_tile() -> None:
    net = generator()
    results = []
    for out in (Rect(0, 32, 0, 32), Rect(-16, 48, 16, 48)):
        normals = normals_on(out.grow(STATIC_HALO_PX))
        plan = net.plan(out)
        steering = unsteered(net.departures, plan, normals.mean)
        with torch.no_grad():
            results.append(net(normals, steering, plan, noise))
    assert torch.allclose(results[0][..., 16:32], results[1][..., 16:48, :16], atol=1e-4)
    assert float(results[0].std()) > 0.01


def test_levels_that_would_see_too_far_get_no_land() -> None:
    net = generator()
    plan = net.plan(OUT)
    seen = [seen_by(plan, i, net.stride >> i, OUT.grow(STATIC_HALO_PX)) for i in range(4)]
    assert seen == [False, False, True, True]


def test_a_coarse_field_like_the_normals_steers_nothing() -> None:
    normals = normals_on(OUT)
    flat = Normals(
        normals.mean.mean((2, 3), keepdim=True).expand_as(normals.mean),
        normals.spread,
        normals.static,
    )
    both = torch.cat([flat.mean[:, :1], millimetres(flat.mean[:, 1:])], 1)
    blocks = torch.nn.functional.avg_pool2d(both, 8)
    assert block_departures(flat, Coarse(blocks, 8)).abs().max() < 1e-4


@pytest.mark.parametrize("factor", [2, 4, 8])
def test_steering_is_the_blocks_departure_inside_and_nothing_where_unknown(factor: int) -> None:
    net = generator()
    plan = net.plan(OUT)
    wide = plan.control.refine(net.stride // factor)
    blocks = torch.full((1, 2, *wide.shape), 1.5)
    blocks[:, 1] = float("nan")
    steering = steer(net.departures, plan, blocks, factor, OUT)
    assert steering.base[:, 0] == pytest.approx(torch.full((1, 32, 32), 1.5).numpy())
    assert steering.base[:, 1].abs().max() == 0.0
    assert sorted(steering.details) == [s for s in (2, 4, 8) if s >= factor]
    known = steering.control[:, 2:]
    assert known[:, 0].min() == 1.0
    assert known[:, 1].max() == 0.0


@pytest.mark.parametrize("factor", [2, 4, 8])
def test_block_means_are_kept_exactly(factor: int) -> None:
    torch.manual_seed(3)
    values = torch.cat([torch.randn(2, 1, 32, 32) * 9, torch.rand(2, 1, 32, 32) ** 4 * 300], 1)
    values[0, 1, :16] = 0.0
    wanted = torch.cat(
        [
            torch.randn(2, 1, 32 // factor, 32 // factor) * 9,
            torch.rand(2, 1, 32 // factor, 32 // factor) * 90,
        ],
        1,
    )
    wanted[1, :, 0, 0] = float("nan")
    kept = conserve(values, Coarse(wanted, factor))
    means = torch.nn.functional.avg_pool2d(kept, factor)
    given = wanted.isfinite()
    assert (means - wanted)[given].abs().max() < 0.02
    assert kept[:, 1].min() >= 0.0


def test_true_values_are_left_as_they_are() -> None:
    torch.manual_seed(4)
    values = torch.cat([torch.randn(1, 1, 32, 32), torch.rand(1, 1, 32, 32) * 100 + 1], 1)
    kept = conserve(values, Coarse(torch.nn.functional.avg_pool2d(values, 4), 4))
    assert torch.allclose(kept, values, atol=1e-2)


def test_little_rain_is_none_and_much_is_bounded() -> None:
    found = millimetres(torch.tensor([-3.0, 0.2, 0.41, 3.0, 50.0]))
    assert found[:2].tolist() == [0.0, 0.0]
    assert found[2] > 0.5
    assert found[3] == pytest.approx(19.09, abs=0.01)
    assert found[4] == pytest.approx(3000.0, rel=1e-3)


def test_fields_are_normals_and_departures() -> None:
    normals = normals_on(OUT)
    values = fields(normals, torch.zeros(1, 2, 32, 32))
    assert torch.equal(values[:, :1], normals.mean[:, :1])
    assert normals.static.shape[1] == STATIC
    assert (normals.spread > 0).all()
    assert climate.climate_halo(generator(), 32) == 176


def test_wide_spreads_and_rare_departures_are_drawn_in_and_usual_ones_left() -> None:
    spread = torch.tensor([1.0, 1.5, 5.0]).reshape(1, 1, 1, 3)
    normals = Normals(spread, torch.cat([spread, spread], 1), spread)
    found = weathered(normals).spread
    assert found[0, 0, 0].tolist() == pytest.approx([1.0, 1.5, 2.9])
    assert found[0, 1, 0].tolist() == pytest.approx([1.0, 1.5, 5.0])
    departures = torch.tensor([-5.0, -1.0, 2.0, 6.0]).reshape(1, 1, 1, 4).expand(1, 2, 1, 4)
    soft = softened(departures, torch.full_like(departures, 1.5))
    assert soft[0, 0, 0].tolist() == pytest.approx([-3.7, -1.0, 2.0, 4.05])
    assert soft[0, 1, 0].tolist() == pytest.approx([-3.375, -1.0, 1.1333, 2.5333], abs=1e-3)
    narrow = softened(departures, torch.full_like(departures, 0.3))
    assert narrow[0, 1, 0].tolist() == pytest.approx([-3.375, -1.0, 2.0, 3.725])
