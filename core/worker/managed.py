"""The state of the managed environment, without starting anything; and its removal."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from ..language import tr
from ..progress import NULL_PROGRESS, Progress
from ..units import bytes_text
from .builds import CPU
from .interpreters import environment_python
from .locks import in_use, setup_lock
from .pins import pins_for
from .places import (
    CACHE,
    LOCK,
    LOGS,
    POINTER,
    TEMPORARY,
    bytes_on_disk,
    current_environment,
    environments,
    own_folders,
    unfinished,
)
from .setup_errors import SetupError
from .stamps import Stamp, changed_requirements, read_stamp

MISSING, READY, OUTDATED, BROKEN = "missing", "ready", "outdated", "broken"


@dataclass(frozen=True)
class ManagedState:
    """``kind`` is MISSING, READY, OUTDATED (works, but an update changes it) or BROKEN."""

    kind: str
    reason: str
    folder: Optional[Path] = None
    python: Optional[str] = None
    stamp: Optional[Stamp] = None

    @property
    def is_usable(self) -> bool:
        return self.kind in (READY, OUTDATED)


def managed_state(place: Path, build: Optional[str] = None) -> ManagedState:
    """What is in the place, measured by this version's pins and, where given, a build."""
    folder = current_environment(place)
    if folder is None or not folder.is_dir():
        return ManagedState(
            MISSING, tr("There is no environment in '{place}' yet.").format(place=place)
        )
    stamp = read_stamp(folder)
    python = environment_python(str(folder))
    if stamp is None:
        return ManagedState(
            BROKEN,
            tr("The environment in '{folder}' is not complete.").format(folder=folder),
            folder,
        )
    if not os.path.exists(python):
        reason = tr(
            "The Python that the environment was made from ('{base}') is gone or has moved."
        ).format(base=stamp.base)
        return ManagedState(BROKEN, reason, folder, stamp=stamp)
    if _python_changed(python, stamp):
        was = ".".join(str(part) for part in stamp.target.python)
        reason = tr(
            "The environment was made for Python {version}, which the system has replaced."
        ).format(version=was)
        return ManagedState(BROKEN, reason, folder, stamp=stamp)
    return _measured(ManagedState(READY, _summary(stamp), folder, python, stamp), stamp, build)


def removable_bytes(place: Path) -> int:
    """What a removal frees."""
    return bytes_on_disk(*own_folders(place))


def remove_managed(place: Path, progress: Progress = NULL_PROGRESS) -> int:
    """Remove all that a set-up ever put there, nothing else; the bytes that were freed.

    `SetupError` when another window uses it.
    """
    if not place.is_dir():
        return 0
    with setup_lock(place / LOCK, progress):
        freed = removable_bytes(place)
        for folder in environments(place):
            if in_use(folder):
                raise _busy(folder)
        current = current_environment(place)
        if current is not None and current.is_dir() and _set_aside(current) is None:
            raise _busy(current)
        (place / POINTER).unlink(missing_ok=True)
        folders = list(own_folders(place))
        for done, folder in enumerate(folders):
            progress.update(done / len(folders), tr("Removing {folder}").format(folder=folder.name))
            _remove(folder)
        left = removable_bytes(place)
    with suppress(OSError):
        (place / LOCK).unlink()
        place.rmdir()  # only when nothing of others is in it
    if left:
        raise SetupError(
            tr(
                "{size} in '{folder}' could not be removed: a file is held open or "
                "write-protected. Close other QGIS windows and try again."
            ).format(size=bytes_text(left), folder=place),
            "permission",
        )
    progress.update(1.0, tr("Removed; {size} are free again").format(size=bytes_text(freed)))
    return freed


def _busy(folder: Path) -> SetupError:
    return SetupError(
        tr(
            "The environment in '{folder}' is in use by a QGIS window. Wait until its "
            "jobs of Terraloom have ended or cancel them, and try again."
        ).format(folder=folder),
        "busy",
    )


def sweep(place: Path) -> None:
    """Remove what ended set-ups left and environments that nothing points to or uses.

    The caller holds the set-up lock.
    """
    for folder in _dispensable(place):
        _remove(folder)
    shutil.rmtree(place / TEMPORARY, ignore_errors=True)


def drop_downloads(place: Path) -> None:
    """Remove the cache: an environment is complete."""
    shutil.rmtree(place / CACHE, ignore_errors=True)
    shutil.rmtree(place / TEMPORARY, ignore_errors=True)


def recent_log(place: Path) -> Optional[Path]:
    """The record of the last set-up."""
    found = sorted((place / LOGS).glob("setup-*.log"))
    return found[-1] if found else None


def _dispensable(place: Path) -> Iterator[Path]:
    yield from unfinished(place)
    current = current_environment(place)
    for folder in environments(place):
        if folder != current and not in_use(folder):
            yield folder


def _remove(folder: Path) -> None:
    """In two steps: what cannot be renamed stays whole."""
    doomed = folder if folder.name.startswith("old-") else _set_aside(folder)
    if doomed is not None:
        shutil.rmtree(doomed, ignore_errors=True)


def _set_aside(folder: Path) -> Optional[Path]:
    """The folder under a name to be removed by; None where it is in use (Windows)."""
    doomed = folder.with_name(f"old-{os.urandom(4).hex()}")
    try:
        os.rename(folder, doomed)
    except OSError:
        return None
    return doomed


def _measured(ready: ManagedState, stamp: Stamp, build: Optional[str]) -> ManagedState:
    if build is not None and build != stamp.build:
        reason = tr("The environment has PyTorch for '{build}', and '{chosen}' is chosen.").format(
            build=stamp.build, chosen=build
        )
        return ManagedState(OUTDATED, reason, ready.folder, ready.python, stamp)
    try:
        wanted = pins_for(stamp.target).requirements()
    except SetupError:
        return ready  # no newer one is to be had, so this one stays
    changed = changed_requirements(stamp, wanted)
    if changed:
        reason = tr("This version of the plugin comes with {packages}.").format(
            packages=", ".join(changed)
        )
        return ManagedState(OUTDATED, reason, ready.folder, ready.python, stamp)
    return ready


def _summary(stamp: Stamp) -> str:
    build = tr("the CPU") if stamp.build == CPU else stamp.build
    torch = stamp.installed.get("torch", tr("of unknown version"))
    python = ".".join(str(part) for part in stamp.base_version)
    return tr("PyTorch {torch} for {build}, with Python {python}.").format(
        torch=torch, build=build, python=python
    )


def _python_changed(python: str, stamp: Stamp) -> bool:
    """Whether the link now leads to another Python, as after an update of the distribution."""
    if sys.platform == "win32":
        return False
    match = re.fullmatch(r"python(\d)\.(\d{1,2})", os.path.basename(os.path.realpath(python)))
    return match is not None and (int(match[1]), int(match[2])) != stamp.target.python
