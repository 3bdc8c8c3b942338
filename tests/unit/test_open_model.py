"""A model folder is data: what does not fit is refused with its reason, and nothing is run."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("torch")

import torch
from safetensors.torch import load_file, save

from ...core.card import Net, Stage
from ...core.engine import InProcessEngine, TileRequest
from ...core.errors import DeviceError, PackageError
from ...core.nets.wag import WorldAnchoredGenerator
from ...core.package import ModelPackage, load_package, write_package
from ...core.tiling import Rect
from .tiny_terrain import tiny_detail

ENGINE = InProcessEngine()


@pytest.fixture
def package(tmp_path: Path) -> ModelPackage:
    return tiny_detail(tmp_path)


def _with_weights(
    package: ModelPackage, folder: Path, change: Mapping[str, torch.Tensor | None]
) -> ModelPackage:
    weights = load_file(package.weights_path("detail"))
    for name, value in change.items():
        weights.pop(name, None)
        if value is not None:
            weights[name] = value
    contents = {"detail.safetensors": save(weights)}
    return write_package(folder / package.id, package.card, contents)


def _with_net(package: ModelPackage, folder: Path, net: Net) -> ModelPackage:
    stage: Stage = replace(package.card.stages[0], net=net)
    card = replace(package.card, stages=(stage,))
    content = package.weights_path("detail").read_bytes()
    return write_package(folder / package.id, card, {"detail.safetensors": content})


@pytest.mark.parametrize(
    "change",
    [
        {"head.bias": torch.zeros(5)},
        {"head.bias": None},
        {"evil.weight": torch.zeros(1)},
    ],
)
def test_weights_that_do_not_fit_are_refused(
    package: ModelPackage, tmp_path: Path, change: dict[str, torch.Tensor | None]
) -> None:
    broken = _with_weights(package, tmp_path / "other", change)
    name = next(iter(change))
    with pytest.raises(PackageError, match=rf"(?s)Stage 'detail' cannot be built.*{name}"):
        ENGINE.open(broken, "cpu")


@pytest.mark.parametrize(
    ("key", "change", "message"),
    [
        ("nonsense_wag", {}, "'nonsense_wag' is not known"),
        ("elevation_wag", {"widths": (8, 8, 8)}, "differ in length"),
        ("elevation_wag", {"widths": (16, 16, 16, 16)}, "size mismatch"),
        ("elevation_wag", {"latent": 2.5}, "'latent' must be a whole number"),
        ("elevation_wag", {"latent": -9}, "'latent'"),
        ("elevation_wag", {"widths": "8888"}, "'widths' must be a list"),
        ("elevation_wag", {"widths": (8, 0, 8, 8)}, "'widths'"),
        ("elevation_wag", {"blocks": (1, 0, 1, 1)}, "'blocks'"),
        ("elevation_wag", {"noise": (2, -2, 2, 2)}, "'noise'"),
        ("elevation_wag", dict.fromkeys(("widths", "blocks", "noise", "sides"), ()), "'widths'"),
        ("elevation_wag", {"widths": (10**6,) * 4}, "1000000 of argument 'widths'"),
    ],
)
def test_networks_that_cannot_be_are_refused(
    package: ModelPackage, tmp_path: Path, key: str, change: dict[str, object], message: str
) -> None:
    net = Net(key, {**package.card.stages[0].net.arguments, **change})  # type: ignore[arg-type]
    with pytest.raises(PackageError, match=rf"(?s)detail.*{message}"):
        ENGINE.open(_with_net(package, tmp_path / "other", net), "cpu")


class _Trap:
    """Writes a file when it is unpickled."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, ...]:
        return (Path.touch, (self.path,))


@pytest.mark.parametrize("make", ["pickle", "torch"])
def test_a_pickle_under_another_name_is_refused_and_never_run(
    package: ModelPackage, tmp_path: Path, make: str
) -> None:
    trap = tmp_path / "sprung"
    evil = tmp_path / "evil"
    if make == "pickle":
        evil.write_bytes(pickle.dumps(_Trap(trap)))
    else:
        torch.save({"head.bias": _Trap(trap)}, evil)
    with pytest.raises(PackageError, match="cannot be used"):
        write_package(tmp_path / "other" / package.id, package.card, {"detail.safetensors": evil})
    package.weights_path("detail").write_bytes(evil.read_bytes())
    with pytest.raises(PackageError):
        load_package(package.folder)
    # Even where the checks of the folder are skipped, torch only sees safetensors.
    with pytest.raises(PackageError):
        ENGINE.open(package, "cpu")
    assert not trap.exists()


def test_half_precision_weights_compute_in_full(package: ModelPackage) -> None:
    model = ENGINE.open(package, "cpu")
    parameters = list(model._stages["detail"].net.parameters())  # type: ignore[attr-defined]
    assert {parameter.dtype for parameter in parameters} == {torch.float32}
    stored = load_file(package.weights_path("detail"))
    assert {value.dtype for value in stored.values()} == {torch.float16}


def test_a_closed_model_has_let_go_of_its_weights(package: ModelPackage) -> None:
    model = ENGINE.open(package, "cpu")
    model.close()
    with pytest.raises(KeyError):
        model.compute(TileRequest("detail", Rect(0, 64, 0, 64), 1))


def test_an_unknown_device_is_named_with_those_there_are(package: ModelPackage) -> None:
    with pytest.raises(DeviceError, match=r"Device 'cuda:99'.*has: .*cpu") as caught:
        ENGINE.open(package, "cuda:99")
    assert caught.value.device == "cuda:99"


def test_no_weights_are_drawn_that_those_of_the_file_replace(
    package: ModelPackage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Drawing them loads torch's compiler, which takes longer than all the rest."""

    def refuse(*arguments: object) -> None:
        raise RuntimeError("drawn")

    monkeypatch.setattr(WorldAnchoredGenerator, "_initialise", refuse)
    monkeypatch.setattr(torch.nn.init, "normal_", refuse)
    assert ENGINE.open(package, "cpu").device == "cpu"
