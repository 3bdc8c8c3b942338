"""Tiny, sound model folders for the tests of packages and catalogues."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ...core.card import Band, ModelCard, Net, Stage, Style, Training, Weights
from ...core.package import ModelPackage, write_package
from ...core.params import Option, ParamSpec


def safetensors_bytes(tensors: dict[str, tuple[int, ...]] | None = None) -> bytes:
    """A safetensors file of float32 zeros, put together by hand."""
    header: dict[str, Any] = {"__metadata__": {"made by": "a test"}}
    position = 0
    for name, shape in (tensors or {"weight": (2, 3), "bias": (2,)}).items():
        size = 4
        for length in shape:
            size *= length
        end = position + size
        header[name] = {"dtype": "F32", "shape": list(shape), "data_offsets": [position, end]}
        position = end
    return with_header(json.dumps(header).encode(), bytes(position))


def with_header(header: bytes, data: bytes = b"") -> bytes:
    return len(header).to_bytes(8, "little") + header + data


def card(model_id: str = "hills", **changes: Any) -> ModelCard:
    values: dict[str, Any] = {
        "id": model_id,
        "version": "1.0.0",
        "task": "terrain",
        "title": "Hills",
        "summary": "Rolling hills for tests.",
        "native_pixel_sizes_m": (30.0, 90.0),
        "pixel_range_m": (10.0, 200.0),
        "quantum": 0.0625,
        "output": (
            Band("elevation", unit="m", min=-500.0, max=9000.0, nodata=-9999.0, vertical="geoid"),
        ),
        "stages": (
            stage("coarse", "coarse.safetensors", factor=0),
            stage("fine", "fine.safetensors", factor=16),
        ),
        "style": Style(ramp="elevation"),
        "training": Training("Nothing", "Nowhere", "CC0-1.0", ("Nobody",), {"slope_w1": 0.5}),
        "limits": "It has never seen a hill.",
        "parameters": (
            ParamSpec("relief", "float", 1.0, 0.0, 4.0, unit="x", label="Relief", help="Height."),
            ParamSpec("kind", "enum", "soft", options=(Option("soft", "Soft"), Option("h", "H"))),
        ),
        "presets": {"Alps, höher": {"relief": 3.0}},
        "tags": ("test",),
    }
    values.update(changes)
    return ModelCard(**values)


def stage(name: str, file: str, factor: int) -> Stage:
    return Stage(
        name=name,
        net=Net("wag", {"widths": (8, 4), "depth": 2, "mode": "plain", "deep": False}),
        weights=Weights(file),
        pixel_sizes_m=(30.0, 90.0),
        factor=factor,
        tile=64,
        halo=20,
        multiple=32,
        normalisation={"scale": 100.0},
    )


def make_model(folder: Path, **changes: Any) -> ModelPackage:
    """Write a sound model into ``folder``, whose name is its id."""
    weights = {
        "coarse.safetensors": safetensors_bytes(),
        "fine.safetensors": safetensors_bytes({"w": (5,)}),
    }
    return write_package(folder, card(folder.name, **changes), weights, {"README.md": b"# Hills"})


def edit_card(folder: Path, **changes: Any) -> None:
    """Change entries of ``model.json`` behind the package's back; ``None`` removes one."""
    path = folder / "model.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    for key, value in changes.items():
        if value is None:
            data.pop(key)
        else:
            data[key] = value
    path.write_text(json.dumps(data), encoding="utf-8")
