"""The imagery generator and its inputs."""

from __future__ import annotations

import pytest
import torch

from ...core.inference.terrain import lattice_noise
from ...core.landcover import BARE, GRASS, LEARNT, SNOW, TREES, WATER
from ...core.nets import imagery
from ...core.nets.imagery import BANDS, PALETTE, ImageryGenerator, with_sides
from ...core.nets.imagery_critic import ClassAwareCritic
from ...core.nets.land_rules import REACH_PX, LandRules
from ...core.nets.registry import build_net
from ...core.nets.wag import Level, crop
from ...core.tiling import Rect

CPU = torch.device("cpu")
NOISE = lattice_noise(5, 6, CPU)


@pytest.fixture(scope="module")
def net() -> ImageryGenerator:
    torch.manual_seed(1)
    levels = [Level(8, 2, 2), Level(8, 1, 2), Level(8, 1, 2)]
    made = ImageryGenerator(with_sides(levels), 2, 3)
    made.palettes.copy_(torch.rand(3, LEARNT, PALETTE) + 0.1)
    return made.eval()


def imagined(net: ImageryGenerator, out: Rect, world: torch.Tensor) -> torch.Tensor:
    """Log reflectance on ``out`` of a world whose first pixel lies at (-200, -200)."""
    plan = net.plan(out)
    have = imagery.class_rect(plan, net.stride)
    inside = crop(world, Rect(-200, 200, -200, 200), have)
    shares = imagery.class_shares(inside[None])
    with torch.inference_mode():
        steering = imagery.steer(net, plan, shares, net.palettes[:1], torch.tensor([10.0]))
        out_units = net(steering.control, steering.sides, plan, NOISE)
    return (steering.base + out_units * steering.spread)[0]


def test_overlapping_rectangles_agree(net: ImageryGenerator) -> None:
    torch.manual_seed(2)
    world = torch.randint(0, LEARNT, (400, 400))
    whole = imagined(net, Rect(-32, 64, -32, 64), world)
    part = imagined(net, Rect(5, 49, -20, 40), world)
    same = crop(whole, Rect(-32, 64, -32, 64), Rect(5, 49, -20, 40))
    assert torch.allclose(part, same, atol=2e-5)


def test_far_land_does_not_matter(net: ImageryGenerator) -> None:
    world = torch.zeros(400, 400, dtype=torch.long)
    other = world.clone()
    other[:20] = TREES
    out = Rect(0, 32, 0, 32)
    assert torch.equal(imagined(net, out, world), imagined(net, out, other))


def test_base_colours_are_the_palettes_and_soft_at_borders(net: ImageryGenerator) -> None:
    plan = net.plan(Rect(0, 32, 0, 32))
    have = imagery.class_rect(plan, net.stride)
    indices = torch.full(have.shape, TREES)
    indices[:, -have.x0 + 16 :] = WATER
    shares = imagery.class_shares(indices[None])
    steering = imagery.steer(net, plan, shares, net.palettes[:1], torch.tensor([10.0]))
    trees, water = (net.palettes[0, index, :BANDS] for index in (TREES, WATER))
    assert torch.allclose(steering.base[0, :, 4, 4], trees)
    assert torch.allclose(steering.base[0, :, 4, 28], water)
    assert torch.allclose(steering.base[0, :, 4, 15], 0.75 * trees + 0.25 * water)


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
    arguments = {"widths": [8, 8], "blocks": [1, 1], "noise": [1, 1], "latent": 1, "palettes": 2}
    assert isinstance(build_net("imagery_wag", arguments), ImageryGenerator)
    with pytest.raises(ValueError, match="palettes"):
        build_net("imagery_wag", {**arguments, "palettes": 0})


def test_the_critic_minds_which_class_lies_there() -> None:
    torch.manual_seed(3)
    critic = ClassAwareCritic(4, LEARNT, [8, 8, 8])
    image = torch.randn(1, 4, 32, 32)
    trees, grass = (
        imagery.class_shares(torch.full((1, 32, 32), index)) for index in (TREES, GRASS)
    )
    one, other = (critic(torch.cat([image, shares], 1)) for shares in (trees, grass))
    assert one.shape == (1, 2, 8, 8)
    assert not torch.allclose(one, other)


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
