"""What can go wrong while an environment is set up, checked or removed."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from ..errors import EngineError
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
        return f"{self.message} The full record is in '{self.log}'."


class SetupDiskError(SetupError):
    """The disk of ``folder`` has ``free`` bytes, fewer than the ``needed`` ones."""

    def __init__(self, needed: int, free: int, folder: Path) -> None:
        super().__init__(
            f"The set-up needs about {bytes_text(needed)}, but only {bytes_text(free)} are free in "
            f"'{folder}'. Free some space, or choose another place for the environment.",
            "disk",
        )
        self.needed = needed
        self.free = free
        self.folder = folder
