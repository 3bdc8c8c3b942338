"""Which build a set-up takes: what a card of the computer can use, or a reason."""

from __future__ import annotations

import pytest

from ...core.worker.build_choice import CUDA, BuildOffer, fitting_build
from ...core.worker.builds import CPU, NvidiaGpu, builds_for
from ...core.worker.pins import LINUX, MACOS, Target
from ...core.worker.setup_errors import SetupError

GB = 2**30
OLD_DRIVER = NvidiaGpu(0, "GTX 1080", 8 * GB, "470.10", (6, 1))
PASCAL = NvidiaGpu(0, "GTX 1080", 8 * GB, "580.65", (6, 1))
ADA = NvidiaGpu(1, "RTX 4070", 12 * GB, "580.65", (8, 9))


def offer(*gpus: NvidiaGpu, system: str = LINUX) -> BuildOffer:
    machine, macos = ("x86_64", (0, 0)) if system == LINUX else ("arm64", (15, 0))
    target = Target((3, 12), system, machine, macos)
    return BuildOffer(target, builds_for(target), gpus)


@pytest.mark.parametrize(
    ("key", "gpus", "expected"),
    [
        (CPU, (), "cpu"),
        (CPU, (OLD_DRIVER,), "cpu"),
        (CUDA, (ADA,), "cu130"),
        (CUDA, (PASCAL,), "cu126"),
        (CUDA, (PASCAL, ADA), "cu130"),
        ("cu126", (ADA,), "cu126"),
        ("cu130", (PASCAL, ADA), "cu130"),
    ],
)
def test_the_build_is_one_that_a_card_can_use(
    key: str, gpus: tuple[NvidiaGpu, ...], expected: str
) -> None:
    assert fitting_build(key, offer(*gpus)).key == expected


@pytest.mark.parametrize(
    ("key", "gpus", "says"),
    [
        (CUDA, (), "nvidia-smi is missing"),
        ("cu126", (), "nvidia-smi is missing"),
        (CUDA, (OLD_DRIVER,), "Update the NVIDIA driver"),
        ("cu130", (PASCAL,), "too old for NVIDIA, CUDA 13.0"),
        ("cu118", (ADA,), "There is no build 'cu118'"),
    ],
)
def test_what_no_card_can_use_is_refused_with_the_reason(
    key: str, gpus: tuple[NvidiaGpu, ...], says: str
) -> None:
    with pytest.raises(SetupError, match=says):
        fitting_build(key, offer(*gpus))


def test_a_refusal_says_what_works_everywhere() -> None:
    with pytest.raises(SetupError, match="The build 'cpu' works on every computer"):
        fitting_build(CUDA, offer())


def test_apple_computers_have_one_build_for_processor_and_gpu() -> None:
    apple = offer(system=MACOS)
    assert [build.key for build in apple.builds] == ["cpu"]
    with pytest.raises(SetupError, match="no PyTorch builds with CUDA"):
        fitting_build(CUDA, apple)
