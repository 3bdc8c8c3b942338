"""A card names a network by its key and gives numbers; what cannot be built is refused."""

from __future__ import annotations

import pytest

pytest.importorskip("torch")


from ...core.nets.registry import NETS, build_net
from ...core.nets.wag import WorldAnchoredGenerator

# Those that need no arguments but `GOOD`; the others have tests of their own.
PLAIN = {"elevation_wag", "continent_wag", "region_wag", "town_wag", "street_wag"} & set(NETS)
GOOD = {"widths": [8, 6], "blocks": [2, 1], "noise": [2, 0], "sides": [0, 2], "latent": 1}


@pytest.mark.parametrize("key", sorted(PLAIN))
def test_each_key_builds_a_world_anchored_generator(key: str) -> None:
    sides = [0, 2] if key == "elevation_wag" else [0, 0]
    net = build_net(key, {**GOOD, "sides": sides})
    assert isinstance(net, WorldAnchoredGenerator)
    assert [level.width for level in net.levels] == [8, 6]
    assert [level.blocks for level in net.levels] == [2, 1]
    assert (net.stride, net.latent_channels) == (4, 1)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"widths": [8, 0]}, "Value 0 of argument 'widths'"),
        ({"widths": [8, 99999]}, "Value 99999 of argument 'widths'"),
        ({"widths": [8, 6.5]}, "Value 6.5 of argument 'widths'"),
        ({"blocks": [1, 0]}, "Value 0 of argument 'blocks'"),
        ({"noise": [-1, 0]}, "Value -1 of argument 'noise'"),
        ({"sides": [0, 3]}, "'sides' can only be 0 or 2"),
        ({"widths": []}, "'widths' must have 1 to 8 values"),
        ({"widths": [8] * 9}, "'widths' must have 1 to 8 values"),
        ({"widths": 8}, "'widths' must be a list"),
        ({"latent": -1}, "'latent' must be a whole number between"),
        ({"latent": [1]}, "'latent' must be a whole number between"),
    ],
)
def test_impossible_arguments_are_named(change: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        build_net("elevation_wag", {**GOOD, **change})


def test_a_stage_without_control_has_no_side_inputs() -> None:
    with pytest.raises(ValueError, match="'sides' can only be 0"):
        build_net("continent_wag", GOOD)
