from __future__ import annotations

import pytest

pytest.importorskip("torch")

import torch

from ...core.errors import DeviceError
from ...core.inference import devices
from ...core.inference.terrain import exact_device


def test_the_cpu_is_always_there_and_comes_last() -> None:
    assert devices.available_devices()[-1] == "cpu"
    assert devices.check_device("cpu") == torch.device("cpu")


def test_auto_is_the_fastest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "device_count", lambda: 2)
    assert list(devices.available_devices())[:2] == ["cuda:0", "cuda:1"]
    assert devices.check_device("auto") == torch.device("cuda:0")
    assert devices.check_device("cuda") == torch.device("cuda:0")
    assert devices.check_device("cuda:1") == torch.device("cuda:1")


@pytest.mark.parametrize("name", ["gpu", "cuda:7", "", "cpu "])
def test_what_is_not_there_is_refused(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "device_count", lambda: 1)
    with pytest.raises(DeviceError, match=r"This computer has: cuda:0, .*Choose one of these"):
        devices.check_device(name)


def test_kernels_are_set_to_repeat_themselves() -> None:
    devices.check_device("cpu")
    assert torch.backends.cudnn.deterministic
    assert not torch.backends.cudnn.benchmark
    assert not torch.backends.cudnn.allow_tf32
    assert not torch.backends.cuda.matmul.allow_tf32


def test_double_precision_is_left_to_a_device_that_has_it() -> None:
    """Apple's graphics processors have no float64, which the steering is computed in."""
    assert exact_device(torch.device("mps")) == torch.device("cpu")
    assert exact_device(torch.device("cpu")) == torch.device("cpu")
    assert exact_device(torch.device("cuda:1")) == torch.device("cuda:1")
