"""What can go wrong while an environment is set up, checked or removed."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from ..errors import EngineError
from ..language import tr
from ..units import bytes_text


class SetupError(EngineError):
    """The environment could not be set up; ``kind`` is one of `failures.KINDS`.

    ``log`` is the record of the set-up, where one was written.
    """

    def __init__(self, message: str, kind: str = "unknown") -> None:
        super().__init__(message)
        self.message = message
        self.kind = kind
        self.log: Optional[Path] = None

    def __str__(self) -> str:
        if self.log is None:
            return self.message
        return tr("{message} The full record is in '{log}'.").format(
            message=self.message, log=self.log
        )


class SetupDiskError(SetupError):
    """The disk of ``folder`` has ``free`` bytes, fewer than the ``needed`` ones."""

    def __init__(self, needed: int, free: int, folder: Path) -> None:
        super().__init__(
            tr(
                "The set-up needs about {needed}, but only {free} are free in "
                "'{folder}'. Free some space, or choose another place for the "
                "environment."
            ).format(needed=bytes_text(needed), free=bytes_text(free), folder=folder),
            "disk",
        )
        self.needed = needed
        self.free = free
        self.folder = folder
