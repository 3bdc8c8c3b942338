"""What can go wrong, as types: facts as attributes, ``str()`` a sentence that says what to do."""

from __future__ import annotations

from pathlib import Path

from .language import tr
from .units import bytes_text


class TerraloomError(Exception):
    """The base of every error a user may see; ``str()`` is fit to be shown."""


class InputError(TerraloomError):
    """A value the user gave cannot be used; ``parameter`` is its public name (``EXTENT``)."""

    def __init__(self, parameter: str, value: object, message: str) -> None:
        super().__init__(message)
        self.parameter = parameter
        self.value = value


class GridError(InputError):
    """A raster's pixel grid (rotation, flipped axes, unequal pixels) cannot be used."""


class PackageError(TerraloomError):
    """A model folder is not usable; ``reason`` is a full sentence."""

    def __init__(self, folder: Path | str, reason: str) -> None:
        super().__init__(
            tr("Model folder '{folder}' cannot be used: {reason}").format(
                folder=folder, reason=reason
            )
        )
        self.folder = Path(folder)
        self.reason = reason


class RasterError(TerraloomError):
    """A raster could not be read or written; ``reason`` is a full sentence."""

    def __init__(self, path: Path | str, reason: str) -> None:
        super().__init__(tr("Raster '{path}': {reason}").format(path=path, reason=reason))
        self.path = str(path)
        self.reason = reason


class DiskSpaceError(TerraloomError):
    """The disk of ``folder`` has ``free`` bytes, fewer than the ``needed`` ones."""

    def __init__(self, needed: int, free: int, folder: Path | str) -> None:
        super().__init__(
            tr(
                "The output needs about {needed}, but only {free} are free in "
                "'{folder}'. Free some space, choose another folder, a smaller extent or "
                "a larger pixel size."
            ).format(needed=bytes_text(needed), free=bytes_text(free), folder=folder)
        )
        self.needed = needed
        self.free = free
        self.folder = Path(folder)


class DeviceError(TerraloomError):
    """A computing device does not exist, or failed; ``reason`` is a full sentence."""

    def __init__(self, device: str, reason: str) -> None:
        super().__init__(tr("Device '{device}': {reason}").format(device=device, reason=reason))
        self.device = device
        self.reason = reason


class EngineError(TerraloomError):
    """The part that runs models is missing or failed."""


class DeviceMemoryError(EngineError):
    """The memory of ``device`` ran out."""

    def __init__(self, device: str, work: str, reason: str) -> None:
        if device == "cpu":
            message = tr(
                "The memory of this computer ran out while {work} ({reason}). Close "
                "other programs, then run the job again."
            ).format(work=work, reason=reason)
        else:
            message = tr(
                "Device '{device}' ran out of memory while {work} ({reason}). Close "
                "other programs that use it, or choose the device 'cpu'. Nothing "
                "smaller is tried, as it would give other pixels."
            ).format(device=device, work=work, reason=reason)
        super().__init__(message)
        self.device = device


class ProvenanceError(TerraloomError):
    """A raster does not say how it was made, or what it says cannot be read."""


class Cancelled(Exception):
    """The user stopped the job: not an error, and not named like one."""

    def __init__(self) -> None:
        super().__init__(tr("The job was cancelled."))
