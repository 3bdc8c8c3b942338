"""One life of the worker: from its start to its end, whichever way that comes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Optional

from .. import language
from .locks import Lease
from .process import WorkerProcess
from .protocol import PROTOCOL, Ready, Start
from .shared_arrays import ArrayFolder
from .stamps import read_stamp


class Session:
    """A worker that runs: its process, its files, and what it said of itself.

    While it lasts no window removes the managed environment that it runs in. It begins with the
    ``greeting``; until that is answered, ``ready`` is None.
    """

    def __init__(
        self, python: Path, environment: Mapping[str, str], number: int, beat_s: float
    ) -> None:
        folder = python.parent.parent
        self.ready: Optional[Ready] = None
        self.released = False
        self.arrays = ArrayFolder()
        self._lease = Lease(folder) if read_stamp(folder) is not None else None
        spoken = language.in_use()
        self.greeting = Start(
            number, PROTOCOL, str(self.arrays.path), beat_s, "" if spoken is None else str(spoken)
        )
        try:
            self.process = WorkerProcess(python, environment)
        except BaseException:
            self._let_go()
            raise
        self.process.send(self.greeting)

    def end(self) -> None:
        self.process.kill()
        self._let_go()

    def _let_go(self) -> None:
        self.arrays.close()
        if self._lease is not None:
            self._lease.release()
