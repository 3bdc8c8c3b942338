"""Arrays that pass between two processes through a file that both hold open.

The file lies in memory where the system has a place for that (``/dev/shm``), else in the page
cache. It is read and written, not mapped: the one copy on each side is the same, and a full disk is
an `OSError` here, where a write to a mapped page would end QGIS with a bus error.
"""

from __future__ import annotations

import contextlib
import math
import os
import shutil
import stat
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .locks import Lease, in_use
from .protocol import ArrayRef
from .setup_errors import SetupError

Array = NDArray[Any]

REQUEST_FILE, ANSWER_FILE = "request", "answer"
DTYPES = ("<f4", "<f8")
_MEMORY_FOLDER = Path("/dev/shm")  # nosec B108 - only as the parent of a private folder
_MEMORY_NEEDED = 2**28
_PREFIX = "terraloom-worker-"
_SETTLED_S = 60.0
"""Seconds after which a folder that nobody holds is not one that is just being made."""


class ArrayFile:
    """One file; each `write` replaces what it held. One side writes it, the other reads it."""

    def __init__(self, path: Path, *, create: bool = False) -> None:
        if create:
            path.touch(mode=0o600, exist_ok=False)
        self._file = path.open("r+b", buffering=0)

    def write(self, arrays: Sequence[Array]) -> list[ArrayRef]:
        """Put the arrays into the file; `OSError` when its disk is full."""
        self._file.seek(0)
        refs, offset = [], 0
        for array in arrays:
            if array.dtype.str not in DTYPES:
                raise ValueError(f"Arrays of type {array.dtype} are not passed to a worker.")
            rest = _bytes_of(np.ascontiguousarray(array))
            refs.append(ArrayRef(offset, array.shape, array.dtype.str))
            offset += len(rest)
            while rest:
                rest = rest[self._file.write(rest) :]
        return refs

    def read(self, ref: ArrayRef) -> Array:
        """A copy of the array; `ValueError` when the file does not hold it."""
        size = os.fstat(self._file.fileno()).st_size
        if ref.dtype not in DTYPES or min((ref.offset, *ref.shape)) < 0:
            raise ValueError(f"{ref} is not an array that is passed between processes.")
        if ref.offset + math.prod(ref.shape) * np.dtype(ref.dtype).itemsize > size:
            raise ValueError(f"{ref} does not lie in a file of {size} bytes.")
        array: Array = np.empty(ref.shape, dtype=ref.dtype)
        rest = _bytes_of(array)
        self._file.seek(ref.offset)
        while rest:
            count = self._file.readinto(rest)
            if not count:
                raise ValueError(f"{ref}: the file ended early.")
            rest = rest[count:]
        return array

    def close(self) -> None:
        self._file.close()


class ArrayFolder:
    """A private folder with the two files, as the plugin makes it for one worker.

    Its `Lease` ends with this process: what a QGIS that was killed has left, the next one removes.
    """

    def __init__(self) -> None:
        for parent in {_MEMORY_FOLDER, Path(tempfile.gettempdir())}:
            _sweep(parent)
        self.path = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=_parent_folder()))
        self._lease = Lease(self.path)
        try:
            self.request = ArrayFile(self.path / REQUEST_FILE, create=True)
            self.answer = ArrayFile(self.path / ANSWER_FILE, create=True)
        except OSError:
            self._lease.release()
            shutil.rmtree(self.path, ignore_errors=True)
            raise

    def unlink(self) -> None:
        """Both sides have the files open: without a name, nothing is left whoever dies how.

        Windows cannot do that; there the folder goes with `close`.
        """
        if os.name == "posix":
            shutil.rmtree(self.path, ignore_errors=True)

    def close(self) -> None:
        for file in (self.request, self.answer):
            with contextlib.suppress(OSError):
                file.close()
        self._lease.release()
        shutil.rmtree(self.path, ignore_errors=True)


def _sweep(parent: Path) -> None:
    """Remove the folders of processes that ended before both sides had them open.

    On Windows a file that is open cannot be removed, so that no lease is needed there.
    """
    for folder in parent.glob(f"{_PREFIX}*"):
        with contextlib.suppress(OSError, SetupError):
            facts = folder.lstat()
            settled = time.time() - facts.st_mtime > _SETTLED_S
            if stat.S_ISDIR(facts.st_mode) and settled and not in_use(folder):
                shutil.rmtree(folder, ignore_errors=True)


def _bytes_of(array: Array) -> memoryview:
    return array.reshape(-1).view(np.uint8).data


def _parent_folder() -> Path | None:
    """Where files stay in memory, if there is room; None is the system's temporary folder."""
    try:
        usable = os.access(_MEMORY_FOLDER, os.W_OK | os.X_OK)
        roomy = usable and shutil.disk_usage(_MEMORY_FOLDER).free >= _MEMORY_NEEDED
    except OSError:
        return None
    return _MEMORY_FOLDER if roomy else None
