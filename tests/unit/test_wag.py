from __future__ import annotations

import pytest

torch = pytest.importorskip("torch")

from ...core.inference.terrain import lattice_noise  # noqa: E402
from ...core.nets.registry import build_net  # noqa: E402
from ...core.nets.wag import Level, WorldAnchoredGenerator, crop  # noqa: E402
from ...core.tiling import Rect  # noqa: E402

LEVELS = (Level(8, 2, 2, 0), Level(8, 1, 2, 2), Level(6, 1, 2, 2))


def _net() -> WorldAnchoredGenerator:
    torch.manual_seed(0)
    return WorldAnchoredGenerator(LEVELS, 3, 2, 1).eval()


def _run(net: WorldAnchoredGenerator, out: Rect, world: Rect, control, sides):  # type: ignore
    plan = net.plan(out)
    noise = lattice_noise(3, 4, torch.device("cpu"))
    cut = crop(control, world, plan.control)
    parts = [None]
    for index in (1, 2):
        wide, narrow = world.refine(2**index), plan.control.refine(2**index)
        parts.append(crop(sides[index - 1], wide, narrow))
    with torch.inference_mode():
        return net(cut, parts, plan, noise)


@pytest.mark.parametrize(
    "part", [Rect(0, 8, 0, 8), Rect(-13, 9, 5, 22), Rect(-31, -2, -40, -17), Rect(7, 8, -1, 0)]
)
def test_any_rectangle_gives_what_the_whole_gives(part: Rect) -> None:
    net = _net()
    whole = Rect(-48, 48, -48, 48)
    world = net.plan(whole).control
    generator = torch.Generator().manual_seed(1)
    control = torch.randn((1, 3, *world.shape), generator=generator)
    sides = [torch.randn((1, 2, *world.refine(k).shape), generator=generator) for k in (2, 4)]
    expected = crop(_run(net, whole, world, control, sides), whole, part)
    got = _run(net, part, world, control, sides)
    assert got.shape == (1, 1, *part.shape)
    assert torch.allclose(got, expected, atol=2e-5)


def test_plan_is_exact_not_generous() -> None:
    """Every control cell of the plan matters to some wanted pixel: the field is not too wide."""
    net = _net()
    out = Rect(3, 4, 5, 6)
    plan = net.plan(out)
    control = torch.zeros((1, 3, *plan.control.shape), requires_grad=True)
    sides = [None] + [torch.zeros((1, 2, *plan.control.refine(k).shape)) for k in (2, 4)]
    noise = lattice_noise(3, 4, torch.device("cpu"))
    net(control, sides, plan, noise).sum().backward()
    touched = control.grad[0].abs().sum(0) > 0
    inner = touched[1:-1, 1:-1]
    assert inner.any(0).all()
    assert inner.any(1).all()


def test_noise_is_heard_at_every_level() -> None:
    net = _net()
    plan = net.plan(Rect(0, 16, 0, 16))
    control = torch.zeros((1, 3, *plan.control.shape))
    sides = [None] + [torch.zeros((1, 2, *plan.control.refine(k).shape)) for k in (2, 4)]
    quiet = lattice_noise(3, 4, torch.device("cpu"))

    def muted(silent: int):  # type: ignore[no-untyped-def]
        return lambda layer, n, rect: quiet(layer, n, rect) * float(layer != silent)

    with torch.inference_mode():
        full = net(control, sides, plan, quiet)
        for layer in range(5):
            assert not torch.equal(full, net(control, sides, plan, muted(layer)))


def test_head_starts_without_a_checkerboard() -> None:
    weight = _net().head.weight
    assert torch.equal(weight[0], weight[3])


def test_registry_names_what_is_wrong() -> None:
    with pytest.raises(ValueError, match="'nonsense' is not known"):
        build_net("nonsense", {})
    with pytest.raises(ValueError, match="needs the argument 'widths'"):
        build_net("elevation_wag", {})
    bad = {"widths": [8, 8], "blocks": [1], "noise": [1], "sides": [0], "latent": 2}
    with pytest.raises(ValueError, match="differ in length"):
        build_net("elevation_wag", bad)
