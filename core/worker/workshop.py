"""What every step of a set-up needs: the request, a log, a clean environment, watched children."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Optional

from ..language import tr
from ..progress import Progress
from ..units import bytes_text
from .builds import CPU
from .child_process import Outcome, Watch, run_watched
from .interpreter_checks import interpreter_environment
from .network import Network
from .package_tools import spoken
from .places import CACHE, TEMPORARY, bytes_on_disk, free_bytes

_LOOK_S = 2.0  # between two looks at the size of what is written


@dataclass(frozen=True)
class SetupRequest:
    """What to set up and where.

    ``base`` is the interpreter to make it from (``None``: look for one); ``wheels`` a folder that
    all packages come from, for a computer without internet; ``uv`` a program, or an empty text for
    pip only (``None``: look for one). Seconds of silence after which an installer is ended.
    ``anew`` makes a new environment even where there is one that seems to be right.
    """

    place: Path
    environ: Mapping[str, str]
    build: str = CPU
    base: Optional[str] = None
    network: Network = field(default_factory=Network)
    wheels: Optional[Path] = None
    uv: Optional[str] = None
    silence_s: float = 300.0
    plugin: str = "unknown"
    anew: bool = False
    free_bytes: Callable[[Path], int] = free_bytes


class Workshop:
    """Runs the children of one set-up in ``folder``, the environment that is being made."""

    def __init__(
        self, request: SetupRequest, folder: Path, progress: Progress, log: IO[str]
    ) -> None:
        self.request = request
        self.folder = folder
        self.progress = progress
        self.log = log

    @property
    def cache(self) -> Path:
        return self.request.place / CACHE

    @property
    def temporary(self) -> Path:
        return self.request.place / TEMPORARY

    def say(self, fraction: float, text: str) -> None:
        self.note(text)
        self.progress.update(fraction, text)
        self.progress.check()

    def note(self, text: str) -> None:
        self.log.write(f"{time.strftime('%H:%M:%S')} {text}\n")
        self.log.flush()

    def environment(self, python: str) -> dict[str, str]:
        """The variables of a child: temporary files lie on the disk that was checked."""
        clean = interpreter_environment(python, self.request.environ)
        for name in ("TMPDIR", "TEMP", "TMP"):
            clean[name] = str(self.temporary)
        return self.request.network.environment(clean)

    def run(
        self,
        command: Sequence[str],
        on_line: Optional[Callable[[str], None]] = None,
        activity: Optional[Callable[[], int]] = None,
    ) -> Outcome:
        watch = Watch(
            progress=self.progress,
            silence_s=self.request.silence_s,
            activity=activity or Growth(self.temporary, self.cache, self.folder).bytes,
            on_line=on_line,
            log=self.log,
        )
        environ = self.environment(command[0])
        return run_watched(command, environ, self.request.place, watch)


class Growth:
    """How many bytes folders hold, looked up every other second."""

    def __init__(self, *folders: Path) -> None:
        self._folders = folders
        self._looked = -_LOOK_S
        self._bytes = 0

    def bytes(self) -> int:
        now = time.monotonic()
        if now - self._looked >= _LOOK_S:
            # What unpacking writes is many small files: their number must not slow it down.
            self._bytes = bytes_on_disk(*self._folders)
            self._looked = time.monotonic()
        return self._bytes


class InstallProgress:
    """Turns an installer's lines and the bytes it has written into progress from start to end."""

    def __init__(self, shop: Workshop, start: float, end: float, expected_bytes: int) -> None:
        self._shop = shop
        self._start, self._end = start, end
        self._expected = max(expected_bytes, 1)
        self._growth = Growth(shop.temporary, shop.cache, shop.folder)
        self._first = self._growth.bytes()
        self._told = -1
        self._text = ""

    def line(self, line: str) -> None:
        text = spoken(line)
        if text:
            self._text = text
            self._tell()

    def activity(self) -> int:
        size = self._growth.bytes()
        if size != self._told:
            self._told = size
            self._tell()
        return size

    def _tell(self) -> None:
        written = max(self._growth.bytes() - self._first, 0)
        share = min(written / self._expected, 0.98)
        text = self._text or tr("Installing")
        if written:
            text = tr("{text} ({written} written so far)").format(
                text=text, written=bytes_text(written)
            )
        self._shop.progress.update(self._start + share * (self._end - self._start), text)
