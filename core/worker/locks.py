"""Locks between QGIS windows: held by the system, so that they end with the process."""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Optional

from ..language import tr
from ..progress import NULL_PROGRESS, Progress
from .setup_errors import SetupError

_POLL_S = 0.2
IN_USE = "in-use.lock"


@contextmanager
def setup_lock(path: Path, progress: Progress = NULL_PROGRESS) -> Iterator[None]:
    """Only one process at a time sets up, repairs or removes; others wait and can be cancelled."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "a+", encoding="utf-8") as file:
        told = False
        while not _try_lock(file):
            progress.check()
            if not told:
                progress.update(
                    0.0,
                    tr("Waiting: another QGIS window is at it ({holder})").format(
                        holder=_holder(path)
                    ),
                )
                told = True
            time.sleep(_POLL_S)
        try:
            file.truncate(0)
            file.write(f"process {os.getpid()}\n")
            file.flush()
            yield
        finally:
            _unlock(file)


class Lease:
    """Says that an environment is in use, so that no other window removes it underneath.

    On Windows the running interpreter itself keeps its folder from being renamed.
    """

    def __init__(self, environment: Path) -> None:
        self._file: Optional[IO[str]] = None
        if sys.platform != "win32":
            with suppress(OSError):  # a folder that is write-protected is not removed either
                self._file = open(environment / IN_USE, "a+", encoding="utf-8")  # noqa: SIM115
                _share(self._file)

    def release(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None


def in_use(environment: Path) -> bool:
    """Whether any process holds a `Lease` on the environment."""
    if sys.platform == "win32" or not (environment / IN_USE).exists():
        return False
    try:
        with open(environment / IN_USE, "a+", encoding="utf-8") as file:
            return not _try_lock(file)
    except OSError:
        return False


def _holder(path: Path) -> str:
    with suppress(OSError):
        return path.read_text(encoding="utf-8").strip() or tr("just started")
    return tr("just started")


def _share(file: IO[str]) -> None:
    """Together with other leases; waits for no longer than :func:`in_use` looks."""
    if sys.platform != "win32":
        import fcntl

        fcntl.flock(file.fileno(), fcntl.LOCK_SH)


def _try_lock(file: IO[str]) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            # A byte far behind the end: locked bytes cannot be read, and the text must be.
            file.seek(2**20)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            # flock, unlike lockf, also keeps two threads of one process apart.
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in (errno.EACCES, errno.EAGAIN, errno.EDEADLK):
            return False
        raise SetupError(
            tr(
                "'{file}' cannot be locked ({error}): the file system of that folder has "
                "no locks. Choose a place on a disk of this computer."
            ).format(file=file.name, error=error.strerror),
            "permission",
        ) from error
    return True


def _unlock(file: IO[str]) -> None:
    with suppress(OSError):
        if sys.platform == "win32":
            import msvcrt

            file.seek(2**20)
            msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)
        else:
            import fcntl

            fcntl.flock(file.fileno(), fcntl.LOCK_UN)
