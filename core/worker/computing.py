"""What the worker does when it is asked to: models opened, tiles computed, as in process."""

from __future__ import annotations

import platform
from collections.abc import Mapping
from pathlib import Path
from typing import Callable

import numpy as np

from ..device import Device
from ..engine import InProcessEngine, TileModel, TileRequest
from ..errors import EngineError, PackageError
from ..language import tr
from ..package import load_package
from ..tiling import Rect
from ..version import plugin_version
from .protocol import Compute, Done, Open
from .shared_arrays import ANSWER_FILE, REQUEST_FILE, ArrayFile

__all__ = ["Models", "devices", "examined", "plugin_version", "versions"]


class Models:
    """The opened models by number, and the two files that arrays pass through."""

    def __init__(self, folder: str) -> None:
        self._request = ArrayFile(Path(folder) / REQUEST_FILE)
        self._answer = ArrayFile(Path(folder) / ANSWER_FILE)
        self._engine = InProcessEngine()
        self._opened: dict[int, TileModel] = {}

    def open(self, request: Open, stopping: Callable[[], bool], warn: Callable[[str], None]) -> str:
        """Load the model; gives the device it is on."""
        package = load_package(request.folder)
        if package.weights_hash != request.weights_hash:
            raise PackageError(
                package.folder,
                tr("Its files have changed since the models were listed. Run the algorithm again."),
            )
        model = self._engine.open(package, request.device, stopping, warn)
        self._opened[request.model] = model
        return model.device

    def compute(self, request: Compute) -> Done:
        """One tile; its arrays are taken from one file and put into the other."""
        model = self._opened.get(request.model)
        if model is None:
            raise EngineError(tr("The model was closed before its last tile was computed."))
        control = None if request.control is None else self._request.read(request.control)
        sizes = None if request.cell_pixel_m is None else self._request.read(request.cell_pixel_m)
        values = model.compute(
            TileRequest(
                request.stage,
                Rect(*request.tile),
                request.seed,
                control,
                request.control_factor,
                sizes,
                request.settings,
            )
        )
        try:
            (ref,) = self._answer.write([values])
        except OSError as error:
            raise EngineError(
                tr("The tile could not be passed to QGIS: {error}.").format(error=error.strerror)
            ) from error
        return Done(request.number, ref)

    def close(self, model: int) -> None:
        opened = self._opened.pop(model, None)
        if opened is not None:
            opened.close()


def devices() -> tuple[str, ...]:
    return tuple(InProcessEngine().devices())


def examined() -> tuple[Device, ...]:
    return tuple(InProcessEngine().examine_devices())


def versions() -> Mapping[str, str]:
    """Of this interpreter and of what it computes with."""
    import safetensors

    return {
        "python": platform.python_version(),
        "numpy": str(np.__version__),
        "safetensors": str(getattr(safetensors, "__version__", "unknown")),
        **InProcessEngine().versions(),
    }
