"""The imagery generator and its inputs."""

from __future__ import annotations

import pytest
import torch

from ...core.inference.terrain import lattice_noise
from ...core.landcover import BARE, GRASS, LEARNT, SNOW, TREES, WATER
from ...core.nets import imagery
from ...core.nets.imagery import BANDS, COARSEST, PALETTE, ImageryNet
from ...core.nets.land_rules import REACH_PX, LandRules
from ...core.nets.refinement import PERIOD, Passes, Refiner, drawn, pass_noise, surprise
from ...core.nets.registry import build_net
from ...core.nets.wag import crop
from ...core.tiling import Rect

CPU = torch.device("cpu")
NOISE = lattice_noise(5, 6, CPU)
WORLD = Rect(-640, 704, -640, 704)


@pytest.fixture(scope="module")
def net() -> ImageryNet:
    torch.manual_seed(1)
    made = ImageryNet([8, 6], [2, 1], [8, 6], 3)
    for part in (made.far, made.near, made.fine):
        torch.nn.init.normal_(part.out.weight, std=0.5)
    made.palettes.copy_(torch.rand(3, LEARNT, PALETTE) + 0.1)
    return made.eval()


def imagined(net: ImageryNet, out: Rect, world: torch.Tensor) -> torch.Tensor:
    """Detail on ``out`` of a world that lies on `WORLD`."""
    plan = net.plan(out)
    shares = imagery.class_shares(crop(world, WORLD, plan.classes)[None])
    sizes = torch.full((plan.classes.height,), 10.0)
    with torch.inference_mode():
        result: torch.Tensor = net(shares, net.palettes[:1], sizes, plan, NOISE)[0]
    return result


@pytest.mark.parametrize("part", [Rect(5, 49, -20, 40), Rect(-31, 2, 17, 64)])
def test_overlapping_rectangles_agree(net: ImageryNet, part: Rect) -> None:
    torch.manual_seed(2)
    world = torch.randint(0, LEARNT, WORLD.shape)
    out = Rect(-32, 64, -32, 64)
    same = crop(imagined(net, out, world), out, part)
    apart = (imagined(net, part, world) - same).abs()
    assert float((apart > 1e-3).double().mean()) < 1e-3, "but for choices that rounding decides"
    assert float(same.std()) > 0.1


def test_far_land_does_not_matter_and_near_land_does(net: ImageryNet) -> None:
    world = torch.zeros(WORLD.shape, dtype=torch.long)
    out = Rect(0, 32, 0, 32)
    need = net.plan(out).classes
    far, near = world.clone(), world.clone()
    far[: need.y0 - WORLD.y0] = TREES
    near[: 5 - WORLD.y0] = TREES
    assert torch.equal(imagined(net, out, world), imagined(net, out, far))
    assert not torch.equal(imagined(net, out, world), imagined(net, out, near))


def test_one_pixel_size_is_as_good_as_one_for_each_row(net: ImageryNet) -> None:
    plan = net.plan(Rect(0, 32, 0, 32))
    shares = imagery.class_shares(torch.full((1, *plan.classes.shape), TREES))
    rows = torch.full((plan.classes.height,), 20.0)
    with torch.inference_mode():
        one, many, other = (
            net(shares, net.palettes[:1], sizes, plan, NOISE)
            for sizes in (rows[:1], rows, rows[:1] / 2)
        )
    assert torch.equal(one, many)
    assert not torch.equal(one, other)


@pytest.mark.parametrize("many", [False, True])
def test_passes_draw_three_pixels_of_each_cell_once(many: bool) -> None:
    passes = Passes(many)
    places = [place for one in passes.places for place in one]
    assert len(places) == len(set(places)) == PERIOD * PERIOD * 3 // 4
    assert not passes.seen[0].any()
    assert passes.count == (12 if many else 6)


def test_a_pass_does_not_see_pixels_that_are_drawn_later() -> None:
    torch.manual_seed(3)
    refiner = Refiner(5, 2, 8, 1, 8, many=False)
    known, departures = torch.randn(1, 5, 8, 8), torch.randn(1, 2, 16, 16)
    before = refiner.surprises(departures, known)
    last = departures.clone()
    for row, col in refiner.passes.places[-1]:
        last[:, :, row::PERIOD, col::PERIOD] += 1.0
    after = refiner.surprises(last, known)
    assert torch.equal(before[:-1], after[:-1])
    assert not torch.equal(before[-1:], after[-1:])


def test_cells_keep_their_means() -> None:
    torch.manual_seed(4)
    refiner = Refiner(5, 2, 8, 1, 8, many=True)
    torch.nn.init.normal_(refiner.out.weight, std=0.5)
    fine = Rect(-8, 8, 4, 20)

    def noise(rect: Rect) -> tuple[torch.Tensor, torch.Tensor]:
        assert rect == fine
        return torch.rand(1, *rect.shape), torch.randn(1, 2, *rect.shape)

    with torch.inference_mode():
        made = refiner.draw(torch.randn(1, 5, 10, 10), fine, noise, 1.0)
    assert made.shape == (1, 2, 16, 16)
    assert float(made.std()) > 0.1
    means = torch.nn.functional.avg_pool2d(made, 2)
    assert torch.allclose(means, torch.zeros_like(means), atol=1e-5)


def test_samples_are_as_likely_as_the_network_says() -> None:
    torch.manual_seed(5)
    mixtures = torch.randn(1, 5, 3, 1, 1).clamp(-0.5, 0.5).expand(-1, -1, -1, 300, 300)
    made = drawn(mixtures, torch.rand(1, 300, 300), torch.randn(1, 1, 300, 300), 1.0)
    grid = torch.linspace(-8.0, 8.0, 1601).view(1, 1, -1, 1)
    density = (-surprise(mixtures[..., :1, :1].expand(-1, -1, -1, 1601, 1), grid)).exp().flatten()
    assert float(density.sum() * 0.01) == pytest.approx(1.0, abs=0.02)
    total = density.cumsum(0) * 0.01
    for share in (0.1, 0.5, 0.9):
        place = float(grid.flatten()[int((total < share).sum())])
        assert float((made < place).double().mean()) == pytest.approx(share, abs=0.02)


def test_pass_noise_is_even_and_normal() -> None:
    chances, deviates = pass_noise(NOISE, 0, BANDS)(Rect(0, 200, 0, 200))
    assert 0.0 < float(chances.min()) < 0.001 < 0.999 < float(chances.max()) < 1.0
    assert deviates.shape == (1, BANDS, 200, 200)
    assert float(deviates.std()) == pytest.approx(1.0, abs=0.01)
    assert float(deviates.mean()) == pytest.approx(0.0, abs=0.01)
    assert float(torch.corrcoef(deviates[0].flatten(1))[0, 1]) == pytest.approx(0.0, abs=0.02)


def test_base_colours_are_the_palettes_and_soft_at_borders(net: ImageryNet) -> None:
    indices = torch.full((1, 6, 34), TREES)
    indices[..., 17:] = WATER
    shares = imagery.class_shares(indices)
    base, _ = imagery.base_colours(shares, net.palettes[:1])
    trees, water = (net.palettes[0, index, :BANDS] for index in (TREES, WATER))
    assert base.shape == (1, BANDS, 4, 32)
    assert torch.allclose(base[0, :, 2, 4], trees)
    assert torch.allclose(base[0, :, 2, 28], water)
    assert torch.allclose(base[0, :, 2, 15], 0.75 * trees + 0.25 * water)


def test_reflectance_is_positive_and_comes_back() -> None:
    logs = torch.linspace(-12.0, 5.0, 50)
    reflectance = imagery.to_reflectance(logs)
    assert float(reflectance.min()) > 0.0
    assert float(reflectance.max()) < 1.6
    some = torch.tensor([0.02, 0.3, 0.8])
    assert torch.allclose(imagery.to_reflectance(imagery.to_log(some)), some, atol=1e-6)


def test_snow_is_seen_as_bare_ground() -> None:
    shares = imagery.class_shares(torch.tensor([[[SNOW, BARE]]]))
    assert torch.equal(shares[..., 0], shares[..., 1])


def test_the_registry_builds_it_and_refuses_nonsense() -> None:
    arguments = {"widths": [8, 8], "blocks": [1, 1], "hidden": [8, 8], "palettes": 2}
    assert isinstance(build_net("imagery_passes", arguments), ImageryNet)
    with pytest.raises(ValueError, match="palettes"):
        build_net("imagery_passes", {**arguments, "palettes": 0})
    three = {name: [8, 8, 8] for name in ("widths", "blocks", "hidden")}
    with pytest.raises(ValueError, match="widths"):
        build_net("imagery_passes", {**arguments, **three})


def test_tiles_need_whole_coarse_cells(net: ImageryNet) -> None:
    halo = imagery.imagery_halo(net, 256)
    assert halo % COARSEST == 0
    assert net.plan(Rect(256, 512, -256, 0)).classes == Rect(256, 512, -256, 0).grow(halo)


def ruled(elevation: torch.Tensor, tile: Rect, **settings: float) -> torch.Tensor:
    sizes = torch.full((tile.height + 2 * REACH_PX,), 10.0)
    result: torch.Tensor = LandRules()(elevation, None, tile, sizes, settings, NOISE)
    return result


def ramp(tile: Rect, metres_per_pixel: float) -> torch.Tensor:
    rows = torch.arange(tile.y0 - REACH_PX, tile.y1 + REACH_PX, dtype=torch.float64)
    return 500.0 + metres_per_pixel * rows[:, None].expand(-1, tile.width + 2 * REACH_PX)


def test_level_ground_is_water_and_sloping_ground_is_not() -> None:
    tile = Rect(0, 64, 0, 64)
    assert (ruled(ramp(tile, 0.0), tile) == WATER).all()
    assert not (ruled(ramp(tile, 0.3), tile) == WATER).any()


def test_high_ground_is_snow() -> None:
    tile = Rect(0, 64, 0, 64)
    high = ramp(tile, 1.0)
    assert (ruled(high, tile, snow_line=-500.0) == SNOW).double().mean() > 0.95
    assert not (ruled(high, tile, snow_line=4000.0) == SNOW).any()


def test_land_cover_does_not_depend_on_the_tile() -> None:
    wide, narrow = Rect(-64, 128, -64, 128), Rect(0, 64, 0, 64)
    whole = ruled(ramp(wide, 0.4), wide)
    assert torch.equal(crop(whole, wide, narrow), ruled(ramp(narrow, 0.4), narrow))


def test_people_take_more_of_the_land_where_it_is_settled() -> None:
    tile = Rect(0, 256, 0, 256)
    natural = torch.tensor([TREES, GRASS, BARE])
    shares = []
    for wish in (0.0, 100.0):
        classes = ruled(ramp(tile, 0.05), tile, settled=wish)
        shares.append(float(torch.isin(classes, natural).double().mean()))
    assert shares[0] > 0.9
    assert shares[1] < 0.5


def test_a_dry_region_bears_more_bare_ground() -> None:
    tile = Rect(0, 256, 0, 256)
    shares = [
        float((ruled(ramp(tile, 0.05), tile, drier=wish) == BARE).double().mean())
        for wish in (0.0, 80.0)
    ]
    assert shares[0] < 0.1
    assert shares[1] > 0.4
