"""Where models run: the seam between the plan of a job and the library that computes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Callable, Optional, Protocol

import numpy as np
from numpy.typing import NDArray

from .package import ModelPackage
from .tiling import FloatArray, Rect

AUTO = "auto"


def never() -> bool:
    """For work that is never cancelled."""
    return False


@dataclass(frozen=True)
class TileRequest:
    """One canonical tile of one stage.

    ``control`` ``(1, h, w)`` lies on the tile's control rectangle (see
    :func:`core.cascade.control_rect`); ``control_factor`` is the side of its cells in output
    pixels. ``cell_pixel_m`` gives, for each row of cells of the stage's own stride in that
    rectangle, the ground size of an output pixel in metres. ``settings`` are the stage's numbers.
    """

    stage: str
    tile: Rect
    seed: int
    control: Optional[FloatArray] = None
    control_factor: int = 0
    cell_pixel_m: Optional[NDArray[np.float64]] = None
    settings: Mapping[str, float] = field(default_factory=dict)


class TileModel(Protocol):
    """A model that is loaded on one device."""

    device: str

    def compute(self, request: TileRequest) -> FloatArray:
        """The tile's values, ``(C, tile, tile)`` float32."""
        ...

    def close(self) -> None: ...


class Engine(Protocol):
    """A place where models run."""

    def problem(self) -> Optional[str]:
        """What is missing and how to get it, in one sentence; ``None`` when all is there."""
        ...

    def devices(self) -> Sequence[str]:
        """Names that :meth:`open` accepts, best first."""
        ...

    def versions(self) -> Mapping[str, str]:
        """Name and version of the libraries that compute."""
        ...

    def open(
        self, package: ModelPackage, device: str = AUTO, cancelled: Callable[[], bool] = never
    ) -> TileModel:
        """Load a model; ``DeviceError`` or ``EngineError`` if that cannot be.

        ``cancelled`` is asked while the model loads and computes, in the thread that does;
        ``Cancelled`` is raised soon after it says yes.
        """
        ...

    def close(self) -> None:
        """Give back what the engine holds beyond its models; using it again is possible."""
        ...


class InProcessEngine:
    """Runs models in this Python, where torch can be imported."""

    def problem(self) -> Optional[str]:
        try:
            import torch  # noqa: F401
        except ModuleNotFoundError:
            return (
                "PyTorch is not installed in the Python that QGIS uses. Install it there, for "
                "example with 'pip install torch' in QGIS's Python, and restart QGIS; the README "
                "gives the steps for each system."
            )
        except (ImportError, OSError) as error:  # OSError: a DLL on Windows
            return (
                f"PyTorch is installed but cannot be loaded ({error}). Reinstall it in QGIS's "
                "Python and restart QGIS; the README gives the steps for each system."
            )
        try:
            import safetensors  # noqa: F401
        except ImportError:
            return (
                "The package safetensors is not installed in the Python that QGIS uses. Install "
                "it there, for example with 'pip install safetensors', and restart QGIS."
            )
        return None

    def devices(self) -> Sequence[str]:
        if self.problem() is not None:
            return ()
        from .inference.devices import available_devices

        return available_devices()

    def versions(self) -> Mapping[str, str]:
        if self.problem() is not None:
            return {}
        import torch

        return {"torch": str(torch.__version__)}

    def open(
        self, package: ModelPackage, device: str = AUTO, cancelled: Callable[[], bool] = never
    ) -> TileModel:
        from .errors import EngineError

        problem = self.problem()
        if problem is not None:
            raise EngineError(problem)
        from .inference.devices import check_device
        from .inference.open_model import open_model

        return open_model(package, check_device(device), cancelled)

    def close(self) -> None:
        return None


def default_engine() -> Engine:
    """The engine for this installation; nothing is loaded or started before it is needed."""
    from .worker.chosen import ChosenEngine

    return ChosenEngine()
