from __future__ import annotations

import pytest

pytest.importorskip("torch")

import torch

from ...core.nets import continent


def test_heights_survive_the_way_into_the_signal_and_back() -> None:
    """As far as the soft bound lets them: metres near the sea, a tenth at 4 km."""
    low = torch.tensor([-20.0, 0.0, 5.0, 30.0])
    assert torch.allclose(continent.to_metres(continent.to_signal(low)), low, rtol=0.02)
    ascending = continent.to_metres(torch.linspace(-9.0, 9.0, 200))
    assert (ascending.diff() >= 0).all()
    assert ascending.max() > 8000.0


def test_no_signal_is_higher_than_the_limit() -> None:
    wild = torch.tensor([-1e9, 1e9, 60.0], requires_grad=True)
    metres = continent.to_metres(wild)
    assert torch.isfinite(metres).all()
    assert metres.abs().max() <= torch.sinh(torch.tensor(continent.SIGNAL_LIMIT)) * 100.5


def test_descriptions_are_the_steering_channels_in_order() -> None:
    assert list(continent.DESCRIPTIONS) == ["height_m", "spread_m", "sea_share"]
    assert 2 * len(continent.DESCRIPTIONS) == continent.STEERING_CHANNELS


@pytest.mark.parametrize("metres", [0.0, 3.0, 150.0, 4000.0])
def test_a_wish_is_told_as_training_told_it(metres: float) -> None:
    """The formulas of the training task, for one cell."""
    mean = continent.to_signal(torch.tensor(metres)) / 2.0 - 1.0
    spread = torch.tensor(metres + 5.0).log() / 2.0 - 2.0
    assert continent.DESCRIPTIONS["height_m"](metres) == pytest.approx(float(mean), abs=1e-6)
    assert continent.DESCRIPTIONS["spread_m"](metres) == pytest.approx(float(spread), abs=1e-6)
    assert continent.DESCRIPTIONS["sea_share"](0.3) == 0.3


def test_cells_of_a_wish_differ_as_regions_of_the_earth_do() -> None:
    torch.manual_seed(1)
    height, spread, sea = continent.departures(torch.randn(3, 400, 300))
    assert height.shape == (398, 298)
    for one in (height, spread, sea):
        assert float(one.std()) == pytest.approx(1.0, abs=0.05)
        assert _correlation(one[:, 1:], one[:, :-1]) == pytest.approx(0.55, abs=0.05)
    assert _correlation(height, spread) == pytest.approx(0.6, abs=0.05)
    assert _correlation(height, sea) == pytest.approx(-0.85, abs=0.05)


def _correlation(one: torch.Tensor, other: torch.Tensor) -> float:
    return float(torch.corrcoef(torch.stack([one.flatten(), other.flatten()]))[0, 1])


def test_the_shore_passes_where_the_height_between_cells_is_zero() -> None:
    """A slope through the sea: cells of the shore are partly land, the others as they were."""
    metres = (torch.arange(9.0) * 10.0 - 42.0).expand(1, 1, 9, 9)
    made = continent.above_sea(metres)
    assert made.shape == (1, 1, 7, 7)
    row = made[0, 0, 3]
    assert (row[:3] == 0.0).all(), "deep sea"
    assert 0.0 < float(row[3]) < 1.0, "sea at -2 m, its eastern third is land"
    assert 8.0 <= float(row[4]) < 8.5, "land at 8 m, all but its western edge"
    assert torch.equal(row[5:], torch.tensor([18.0, 28.0]))
    dry = torch.rand(1, 1, 6, 6) + 1.0
    assert torch.equal(continent.above_sea(dry), dry[..., 1:-1, 1:-1])
