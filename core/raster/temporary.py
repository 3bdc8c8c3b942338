"""Temporary files beside an output: named so that the remains of a dead process are known."""

from __future__ import annotations

import hashlib
import os
import platform
import re
import secrets
import sys
from contextlib import suppress
from pathlib import Path

from ..errors import InputError
from ..language import tr

_PREFIX = ".terraloom"
_LEFTOVER = re.compile(r"\.terraloom-(?P<host>[0-9a-f]{8})-(?P<pid>\d+)-[0-9a-f]{12}[-.].*")


class TemporaryFiles:
    """The files of one job in ``folder``; their names are ASCII whatever the output is called."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stem = f"{_PREFIX}-{_host()}-{os.getpid()}-{secrets.token_hex(6)}"

    def path(self, name: str) -> Path:
        """The file ``name`` (ASCII) of this job."""
        return self._folder / f"{self._stem}-{name}"

    def existing(self, name: str = "") -> list[Path]:
        """The job's files whose name starts with ``name``, in a fixed order."""
        start = f"{self._stem}-{name}"
        return sorted(path for path in self._folder.iterdir() if path.name.startswith(start))

    def remove(self) -> None:
        """Remove all of them; one that is held open elsewhere stays, for a later sweep."""
        with suppress(OSError):
            for path in self.existing():
                with suppress(OSError):
                    path.unlink()


def sweep(folder: Path) -> None:
    """Remove what processes of this computer that are gone have left in ``folder``."""
    with suppress(OSError):
        for path in list(folder.iterdir()):
            named = _LEFTOVER.fullmatch(path.name)
            if named and named["host"] == _host() and not _is_running(int(named["pid"])):
                with suppress(OSError):
                    path.unlink()


def check_target(path: Path, parameter: str = "OUTPUT") -> None:
    """Raise `InputError` unless a file can be written to ``path``, or replaced there."""
    folder = path.parent
    if path.is_dir():
        problem = tr("is a folder. Give the name of a file in it.")
    elif not folder.is_dir():
        problem = tr(
            "cannot be written: there is no folder '{folder}'. Create it, or choose another."
        ).format(folder=folder)
    elif not os.access(folder, os.W_OK):
        problem = tr(
            "cannot be written: folder '{folder}' is write-protected. Choose another."
        ).format(folder=folder)
    elif path.exists() and not os.access(path, os.W_OK):
        problem = tr("is write-protected. Choose another name, or remove the protection.")
    else:
        return
    raise InputError(
        parameter, str(path), tr("Output '{path}' {problem}").format(path=path, problem=problem)
    )


def _host() -> str:
    """Shared folders hold the files of other computers, whose process numbers mean nothing here."""
    return hashlib.sha256(platform.node().encode("utf-8")).hexdigest()[:8]


def _is_running(pid: int) -> bool:
    if sys.platform == "win32":  # os.kill(pid, 0) would end the process there
        import ctypes

        query_limited_information, still_active = 0x1000, 259
        kernel = ctypes.windll.kernel32
        handle = kernel.OpenProcess(query_limited_information, False, pid)
        if not handle:
            return False
        code = ctypes.c_ulong()
        known = kernel.GetExitCodeProcess(handle, ctypes.byref(code))
        kernel.CloseHandle(handle)
        return not known or code.value == still_active
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
