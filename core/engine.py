"""Where models run: the seam between the plan of a job and the library that computes it."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
from typing import TYPE_CHECKING, Callable, Optional, Protocol

import numpy as np
from numpy.typing import NDArray

from .device import Device
from .errors import EngineError
from .language import tr
from .package import ModelPackage, check_weights
from .tiling import FloatArray, Rect

if TYPE_CHECKING:
    from .worker.homes import EngineSettings

AUTO = "auto"


def never() -> bool:
    """For work that is never cancelled."""
    return False


def unheard(message: str) -> None:
    """For warnings that nobody reads."""


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
        """What is missing and how to get it; ``None`` when nothing is, as far as one can tell
        without loading or starting anything. For any thread, QGIS's own too."""
        ...

    def devices(self) -> Sequence[str]:
        """Names that :meth:`open` accepts, best first; not tested."""
        ...

    def examine_devices(self) -> Sequence[Device]:
        """The same with name and memory, after a small computation on each: takes seconds."""
        ...

    def versions(self) -> Mapping[str, str]:
        """Name and version of the libraries that compute."""
        ...

    def open(
        self,
        package: ModelPackage,
        device: str = AUTO,
        cancelled: Callable[[], bool] = never,
        warn: Callable[[str], None] = unheard,
    ) -> TileModel:
        """Load a model; ``DeviceError`` or ``EngineError`` if that cannot be.

        ``auto`` is the best device that passes a test. ``cancelled`` is asked while the model loads
        and computes, in the thread that does; ``Cancelled`` is raised soon after it says yes.
        ``warn`` is told there what the user should know.
        """
        ...

    def choose_anew(self) -> None:
        """The settings or what they name may have changed: that counts from the next job on.

        What runs goes on; all else that the engine holds is given back.
        """
        ...

    def close(self) -> None:
        """Give back what the engine holds beyond its models; using it again is possible."""
        ...


class InProcessEngine:
    """Runs models in this Python, where torch can be imported."""

    def __init__(self) -> None:
        self._broken: Optional[str] = None

    def problem(self) -> Optional[str]:
        lack = self.lack()
        if lack is None:
            return None
        install = tr("Reinstall it") if lack == self._broken else tr("Install it")
        return tr(
            "{lack} {install} there, for example with 'pip install torch "
            "safetensors', and restart QGIS; the README gives the steps for each "
            "system."
        ).format(lack=lack, install=install)

    def lack(self) -> Optional[str]:
        """The fact alone: what is missing, or could not be loaded when that was tried.

        Nothing is loaded for it, as torch alone takes seconds.
        """
        for name, title in (("torch", "PyTorch"), ("safetensors", tr("The package safetensors"))):
            if not _is_installed(name):
                return tr("{package} is not installed in the Python that QGIS uses.").format(
                    package=title
                )
        return self._broken

    def devices(self) -> Sequence[str]:
        if not self._loads():
            return ()
        from .inference.devices import available_devices

        return available_devices()

    def examine_devices(self) -> Sequence[Device]:
        if not self._loads():
            return ()
        from .inference.devices import examine_devices

        return examine_devices()

    def versions(self) -> Mapping[str, str]:
        if not self._loads():
            return {}
        import torch

        return {"torch": str(torch.__version__)}

    def open(
        self,
        package: ModelPackage,
        device: str = AUTO,
        cancelled: Callable[[], bool] = never,
        warn: Callable[[str], None] = unheard,
    ) -> TileModel:
        if not self._loads():
            raise EngineError(str(self.problem()))
        from .inference.devices import choose_device
        from .inference.open_model import open_model

        check_weights(package)
        return open_model(package, choose_device(device, warn), cancelled, warn)

    def choose_anew(self) -> None:
        return None

    def close(self) -> None:
        return None

    def _loads(self) -> bool:
        """Whether torch can be used; loads it."""
        if self.lack() is not None:
            return False
        try:
            import safetensors  # noqa: F401
            import torch  # noqa: F401
        except (ImportError, OSError) as error:  # OSError: a DLL on Windows
            self._broken = tr(
                "PyTorch is installed in the Python that QGIS uses but cannot be loaded ({error})."
            ).format(error=error)
            return False
        return True


def _is_installed(name: str) -> bool:
    if name in sys.modules:
        return sys.modules[name] is not None
    try:
        return find_spec(name) is not None
    except (ImportError, ValueError):
        return False


def default_engine(settings: Optional[Callable[[], EngineSettings]] = None) -> Engine:
    """The engine for this installation; nothing is loaded or started before it is needed.

    ``settings`` gives what the user chose, whenever that is needed.
    """
    from .worker.chosen import ChosenEngine

    return ChosenEngine(settings)
