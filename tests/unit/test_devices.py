"""Devices are named, tested and chosen; a graphics processor is stood in for where it takes one."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch")

import torch

from ...core.cascade import control_rect
from ...core.engine import InProcessEngine, TileRequest
from ...core.errors import DeviceError
from ...core.inference import devices, terrain
from ...core.inference.terrain import ElevationStage, exact_device
from ...core.nets.registry import build_net
from ...core.tiling import Rect
from ...core.worker import smoke
from .tiny_terrain import tiny_detail


class Cards:
    """Two graphics cards; those in ``broken`` fail when they compute."""

    def __init__(self) -> None:
        self.broken: dict[str, str] = {}
        self.tested: list[str] = []

    def examined(self, name: str) -> dict[str, object]:
        self.tested.append(name)
        title = "AMD EPYC" if name == "cpu" else "NVIDIA T400"
        return {"name": name, "title": title, "problem": self.broken.get(name, "")}


@pytest.fixture
def cards(monkeypatch: pytest.MonkeyPatch) -> Cards:
    found = Cards()
    monkeypatch.setattr(smoke, "device_names", lambda: ["cuda:0", "cuda:1", "cpu"])
    monkeypatch.setattr(smoke, "examined", found.examined)
    monkeypatch.setattr(devices, "_sound", set())
    return found


def test_the_cpu_is_always_there_and_comes_last() -> None:
    assert devices.available_devices()[-1] == "cpu"
    assert devices.choose_device("cpu") == torch.device("cpu")


def test_the_processor_of_this_computer_is_described_and_works() -> None:
    cpu = InProcessEngine().examine_devices()[-1]
    assert cpu.name == "cpu"
    assert cpu.works
    assert cpu.title
    assert cpu.cores >= 1
    assert cpu.memory_bytes > cpu.free_bytes > 2**20


def test_auto_is_the_fastest_that_works(cards: Cards) -> None:
    assert devices.choose_device("auto") == torch.device("cuda:0")
    assert cards.tested == ["cuda:0"]
    assert devices.choose_device("cuda") == torch.device("cuda:0")
    assert cards.tested == ["cuda:0"]  # what has passed is not tested again
    assert devices.choose_device("cuda:1") == torch.device("cuda:1")


def test_auto_tells_of_what_it_passes_over(cards: Cards) -> None:
    cards.broken = {"cuda:0": "no kernel image is available", "cuda:1": "out of order."}
    told: list[str] = []
    assert devices.choose_device("auto", told.append) == torch.device("cpu")
    assert [text.partition(" (")[0] for text in told] == [
        "Device 'cuda:0' is not used, as it does not compute",
        "Device 'cuda:1' is not used, as it does not compute",
    ]
    assert "(NVIDIA T400: no kernel image is available)" in told[0]
    assert "models run on 'cpu'" in told[0]
    cards.broken = {}  # the driver was put right
    assert devices.choose_device("auto") == torch.device("cuda:0")


def test_a_device_that_was_named_and_fails_is_never_replaced(cards: Cards) -> None:
    cards.broken = {"cuda:1": "no kernel image is available"}
    with pytest.raises(DeviceError, match=r"'cuda:1': It does not compute .*no kernel image"):
        devices.choose_device("cuda:1")


def test_where_nothing_computes_each_reason_is_told(cards: Cards) -> None:
    cards.broken = {"cuda:0": "a", "cuda:1": "b", "cpu": "c"}
    with pytest.raises(DeviceError, match="cuda:0: NVIDIA T400: a; .*cpu: AMD EPYC: c"):
        devices.choose_device("auto")


@pytest.mark.parametrize("name", ["gpu", "mps", "", "cpu "])
def test_what_is_not_there_is_refused(name: str, cards: Cards) -> None:
    with pytest.raises(DeviceError, match=r"This computer has: cuda:0, .*Choose one of these"):
        devices.choose_device(name)


def test_a_build_without_cuda_is_named_as_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.version, "cuda", None)
    monkeypatch.setattr(torch.version, "hip", None)
    with pytest.raises(DeviceError, match="build without NVIDIA's CUDA.*Settings > Options"):
        devices.choose_device("cuda:99")


def test_a_device_that_computes_wrong_numbers_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    assert smoke.device_problem("cpu") == ""
    monkeypatch.setattr(
        torch.nn.functional, "conv2d", lambda values, weights: values[..., 1:-1, 1:-1] * 0.0
    )
    assert "wrong numbers" in smoke.device_problem("cpu")


def test_a_device_that_torch_cannot_reach_has_a_problem_not_a_traceback() -> None:
    if torch.cuda.is_available():
        pytest.skip("there is a card")
    facts = smoke.examined("cuda:0")
    assert facts["title"] == "cuda:0"
    assert "CUDA" in facts["problem"] or "NVIDIA" in facts["problem"]


def flags() -> tuple[bool, ...]:
    cudnn = torch.backends.cudnn
    matmul = torch.backends.cuda.matmul
    return cudnn.deterministic, cudnn.benchmark, cudnn.allow_tf32, matmul.allow_tf32


def test_kernels_are_set_to_repeat_themselves_at_each_tile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Other plugins in the same process set them for themselves."""
    model = InProcessEngine().open(tiny_detail(tmp_path), "cpu")
    assert flags() == (True, False, False, False)
    torch.backends.cudnn.deterministic = False
    torch.backends.cudnn.benchmark = True
    torch.backends.cudnn.allow_tf32 = True
    torch.backends.cuda.matmul.allow_tf32 = True
    stage = model._stages["detail"]  # type: ignore[attr-defined]
    monkeypatch.setattr(stage, "compute", lambda request: flags())
    seen = model.compute(TileRequest("detail", Rect(0, 64, 0, 64), 1))
    assert seen == (True, False, False, False)


def test_a_tile_stays_on_its_device_from_control_to_pixels(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On the device without memory, where any mixture with another is an error."""
    package = tiny_detail(tmp_path)
    stage = package.card.stages[0]
    device = torch.device("meta")
    with device:
        net = build_net(stage.net.key, stage.net.arguments)
    monkeypatch.setattr(terrain, "as_array", lambda values: values)
    # They look at values, and there are none.
    monkeypatch.setattr(terrain, "drowned", lambda surface, base: surface < base)
    monkeypatch.setattr(terrain, "level_water", lambda surface, water: (surface, water))
    tile = Rect(0, 64, 0, 64)
    have = control_rect(stage, tile)
    request = TileRequest(
        "detail",
        tile,
        1,
        np.zeros((1, *have.shape), np.float32),
        stage.factor,
        np.full(have.height, 30.0),
    )
    out = ElevationStage(net, stage, package.id, device).compute(request)  # type: ignore[arg-type]
    assert (out.device, out.shape) == (device, (2, 64, 64))


def test_double_precision_is_left_to_a_device_that_has_it() -> None:
    """Apple's graphics processors have no float64, which the steering is computed in."""
    assert exact_device(torch.device("mps")) == torch.device("cpu")
    assert exact_device(torch.device("cpu")) == torch.device("cpu")
    assert exact_device(torch.device("cuda:1")) == torch.device("cuda:1")
