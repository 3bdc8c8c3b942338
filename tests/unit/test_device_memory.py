"""When the memory of a device runs out: once more with the reserve given back, else one error."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch")

import torch

from ...core.cascade import control_rect
from ...core.engine import InProcessEngine, TileRequest
from ...core.errors import DeviceMemoryError, EngineError
from ...core.inference import memory
from ...core.inference.memory import within_memory
from ...core.tiling import FloatArray, Rect
from .tiny_terrain import tiny_detail

CARD = torch.device("cuda:0")
WORK = "computing a tile"
TOLD = "CUDA out of memory. Tried to allocate 2.00 GiB.\nSee documentation."


class Allocator:
    """Stands in for a device: fails so often, as ``error``, then gives 7."""

    def __init__(self, failures: int, error: Exception) -> None:
        self.failures, self.error = failures, error
        self.calls = 0

    def __call__(self) -> int:
        self.calls += 1
        if self.calls <= self.failures:
            raise self.error
        return 7


@pytest.fixture
def given_back(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    seen: list[str] = []
    monkeypatch.setattr(memory, "give_back", lambda device: seen.append(str(device)))
    return seen


@pytest.mark.parametrize(
    "error",
    [
        torch.cuda.OutOfMemoryError(TOLD),
        RuntimeError("MPS backend out of memory (MPS allocated: 8 GB)"),
        RuntimeError("cuDNN error: CUDNN_STATUS_ALLOC_FAILED"),
    ],
    ids=["cuda", "mps", "cudnn"],
)
def test_the_work_goes_on_when_the_reserve_was_enough(
    error: Exception, given_back: list[str]
) -> None:
    told: list[str] = []
    assert within_memory(Allocator(1, error), CARD, WORK, told.append) == 7
    assert given_back == ["cuda:0"]
    assert len(told) == 1
    assert told[0].startswith("Device 'cuda:0' ran out of memory while computing a tile;")


def test_otherwise_it_is_one_error_that_says_what_to_do(given_back: list[str]) -> None:
    attempt = Allocator(9, torch.cuda.OutOfMemoryError(TOLD))
    told: list[str] = []
    with pytest.raises(DeviceMemoryError, match="choose the device 'cpu'") as caught:
        within_memory(attempt, CARD, WORK, told.append)
    assert "Tried to allocate 2.00 GiB)" in str(caught.value)
    assert "\n" not in str(caught.value)
    assert (attempt.calls, caught.value.device, told) == (2, "cuda:0", [])


def test_the_memory_of_the_computer_is_an_error_at_once(given_back: list[str]) -> None:
    attempt = Allocator(9, RuntimeError("DefaultCPUAllocator: can't allocate memory: 4 bytes"))
    with pytest.raises(DeviceMemoryError, match="memory of this computer ran out while computing"):
        within_memory(attempt, torch.device("cpu"), WORK, print)
    assert (attempt.calls, given_back) == (1, [])


def test_other_errors_are_not_taken_for_it(given_back: list[str]) -> None:
    attempt = Allocator(1, RuntimeError("size mismatch"))
    with pytest.raises(RuntimeError, match="size mismatch"):
        within_memory(attempt, CARD, WORK, print)
    assert (attempt.calls, given_back) == (1, [])


def test_what_the_failed_attempt_held_is_free_before_the_next(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    held: list[weakref.ref[torch.Tensor]] = []

    def attempt() -> int:
        if held:
            gc.collect()
            return 0 if held[0]() is None else 1
        large = torch.zeros(4)
        held.append(weakref.ref(large))
        raise torch.cuda.OutOfMemoryError(TOLD)

    assert within_memory(attempt, CARD, WORK, lambda text: None) == 0


def test_a_card_that_runs_short_gives_the_same_pixels_and_it_is_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given_back: list[str]
) -> None:
    package, told = tiny_detail(tmp_path), []
    model = InProcessEngine().open(package, "cpu", warn=told.append)
    stage, tile = package.card.stages[-1], Rect(0, 64, 0, 64)
    have = control_rect(stage, tile)
    control = np.linspace(0.0, 900.0, have.height * have.width, dtype=np.float32)
    sizes = np.full(have.height, 30.0)
    request = TileRequest("detail", tile, 1, control.reshape(1, *have.shape), stage.factor, sizes)
    before = model.compute(request)

    real, calls = model._stages["detail"].compute, []  # type: ignore[attr-defined]

    def short_at_every_first_attempt(request: TileRequest) -> FloatArray:
        calls.append(request)
        if len(calls) % 2:
            raise torch.cuda.OutOfMemoryError(TOLD)
        return real(request)

    monkeypatch.setattr(model._stages["detail"], "compute", short_at_every_first_attempt)  # type: ignore[attr-defined]
    monkeypatch.setattr(model, "_device", CARD)
    after = [model.compute(request) for _ in range(2)]
    assert [values.tobytes() for values in after] == [before.tobytes()] * 2
    assert given_back == ["cuda:0", "cuda:0"]
    assert len(told) == 1
    assert "ran out of memory while computing a tile of stage 'detail'" in told[0]


@pytest.mark.parametrize(
    "said",
    ["[enforce fail] not enough memory: you tried 8 bytes", "could not create a primitive"],
)
def test_a_tile_that_does_not_fit_is_told_as_such(
    said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = InProcessEngine().open(tiny_detail(tmp_path), "cpu")
    attempt = Allocator(9, RuntimeError(said))
    monkeypatch.setattr(model._stages["detail"], "compute", lambda request: attempt())  # type: ignore[attr-defined]
    with pytest.raises(EngineError, match="ran out while computing a tile of stage 'detail'"):
        model.compute(TileRequest("detail", Rect(0, 64, 0, 64), 1))


def test_a_model_that_does_not_fit_is_no_broken_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ...core.inference import open_model

    package = tiny_detail(tmp_path)
    attempt = Allocator(9, RuntimeError("DefaultCPUAllocator: can't allocate memory"))
    monkeypatch.setattr(open_model, "load_file", lambda path: attempt())
    with pytest.raises(DeviceMemoryError, match="while loading model 'terrain_detail'"):
        InProcessEngine().open(package, "cpu")
