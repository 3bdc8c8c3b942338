"""What the loss on spectra says of fields whose spectra are known."""

from __future__ import annotations

import pytest

pytest.importorskip("torch")

import torch
from torch.nn import functional as F

from ...core.training.climate_spectrum import SpectrumBalance

SIZE = 16
CPU = torch.device("cpu")


def white(seed: int, count: int = 40) -> torch.Tensor:
    torch.manual_seed(seed)
    return torch.randn(count, 3, 2, SIZE, SIZE)


def smooth(values: torch.Tensor) -> torch.Tensor:
    wide = F.avg_pool2d(F.pad(values.flatten(0, 1), (2, 2, 2, 2), mode="circular"), 5, 1)
    return 3.0 * wide.unflatten(0, values.shape[:2])


def test_alike_fields_have_no_gap_and_louder_ones_their_own() -> None:
    balance = SpectrumBalance(SIZE, CPU)
    balance.loss(white(1), white(2), 0)
    assert balance.gaps(0)[:, 1:].abs().mean() < 0.6
    balance.loss(white(1), 2.0 * white(1), 4)
    assert balance.gaps(4).numpy() == pytest.approx(torch.full((10, 8), 6.02).numpy(), abs=0.01)


def test_grain_is_pulled_down_where_it_is_and_the_rest_is_left() -> None:
    balance = SpectrumBalance(SIZE, CPU)
    real = smooth(white(3))
    fake = (smooth(white(4)) + 0.3 * white(5)).requires_grad_()
    balance.loss(real, fake, 0).backward()
    finest = balance.gaps(0)[:, -1]
    coarsest = balance.gaps(0)[:, 1]
    assert finest.min() > 3.5
    assert coarsest.abs().max() < 2.0
    with torch.no_grad():
        less = fake - 2.0 * fake.grad / fake.grad.abs().max()
        before = (fake[..., 1:] - fake[..., :-1]).square().mean()
        assert (less[..., 1:] - less[..., :-1]).square().mean() < before


def test_memory_is_in_the_differences_of_months() -> None:
    balance = SpectrumBalance(SIZE, CPU)
    real = white(6)
    lasting = real[:, :1].expand(-1, 3, -1, -1, -1) + 0.01 * white(7)
    balance.loss(real, lasting, 0)
    gaps = balance.gaps(0)[:, 1:].mean(1)
    assert gaps[:4].abs().max() < 1.0, "single months are as strong as they should be"
    assert gaps[4:8].max() < -20.0


def test_unknown_variables_do_not_count() -> None:
    balance = SpectrumBalance(SIZE, CPU)
    real = white(8)
    real[:, :, 1] = float("nan")
    fake = white(9).requires_grad_()
    balance.loss(real, fake, 0).backward()
    assert fake.grad[:, :, 1].abs().max() == 0.0
    assert fake.grad[:, :, 0].abs().max() > 0.0
    balance.loss(white(10), white(11), 0)
    assert balance.gaps(0).isfinite().all()
