"""Where the managed environment lies, and what is in that folder.

::

    current.json            names the environment in use
    py311-cpu-1/            an environment, with stamp.json
    new-.../                one that is being made
    old-.../                one that is being removed
    cache/ tmp/ logs/       downloads, kept until an environment is complete
    setup.lock
"""

from __future__ import annotations

import json
import ntpath
import os
import posixpath
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Optional

from ..language import tr
from .pins import MACOS, WINDOWS

POINTER = "current.json"
STAMP = "stamp.json"
LOCK = "setup.lock"
CACHE, TEMPORARY, LOGS = "cache", "tmp", "logs"
_ENVIRONMENT = re.compile(r"py\d{2,3}-[a-z0-9]+-(\d+)")
_UNFINISHED = re.compile(r"(new|old)-[0-9a-f]{8}")

# torch has files with names of 190 characters; Windows allows 260 in all.
MAX_WINDOWS_PLACE = 60


def default_place(system: str, environ: Mapping[str, str]) -> str:
    """A short folder outside plugin and profile; ASCII where the system leaves a choice."""
    if system == WINDOWS:
        return _windows_place(environ)
    home = environ.get("HOME", "/")
    if system == MACOS:
        return posixpath.join(home, ".terraloom")  # "Application Support" has a space
    data = environ.get("XDG_DATA_HOME", "")
    if not posixpath.isabs(data):
        data = posixpath.join(home, ".local", "share")
    return posixpath.join(data, "terraloom")


def _windows_place(environ: Mapping[str, str]) -> str:
    local = environ.get("LOCALAPPDATA", "")
    own = ntpath.join(local, "Terraloom") if local else ""
    if own and own.isascii() and len(own) <= MAX_WINDOWS_PLACE:
        return own
    # The user's name has other letters; this one holds what the user's name is turned into.
    user = environ.get("USERNAME", "user")
    key = user if user.isascii() and user.isalnum() else user.encode("utf-8").hex()[:16]
    return ntpath.join(environ.get("PROGRAMDATA", "C:\\ProgramData"), "Terraloom", key)


def place_problem(place: str, system: str, forbidden: Mapping[str, str]) -> Optional[str]:
    """Why a folder cannot hold the environment; ``forbidden`` maps folders to what they are."""
    path = ntpath if system == WINDOWS else posixpath
    if not path.isabs(place):
        return tr("'{place}' is not a full path. Choose a folder.").format(place=place)
    for folder, title in forbidden.items():
        inside = path.join(path.normcase(path.normpath(folder)), "")
        if path.join(path.normcase(path.normpath(place)), "").startswith(inside):
            return tr(
                "'{place}' lies in {owner}, where an update would remove the "
                "environment. Choose a folder elsewhere."
            ).format(place=place, owner=title)
    if system == WINDOWS and len(place) > MAX_WINDOWS_PLACE:
        return tr(
            "'{place}' is {count} characters long; with PyTorch's own names "
            "Windows allows {limit}. Choose a shorter one, such as "
            "'C:\\Terraloom'."
        ).format(place=place, count=len(place), limit=MAX_WINDOWS_PLACE)
    return None


def current_environment(place: Path) -> Optional[Path]:
    """The environment that the place points to, whether or not it is there."""
    try:
        name = json.loads((place / POINTER).read_text(encoding="utf-8"))["environment"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    if not isinstance(name, str) or not _ENVIRONMENT.fullmatch(name):
        return None
    return place / name


def point_to(place: Path, environment: Path) -> None:
    """Make it the one in use, in one step."""
    temporary = place / (POINTER + ".new")
    temporary.write_text(json.dumps({"environment": environment.name}) + "\n", encoding="utf-8")
    os.replace(temporary, place / POINTER)


def next_name(place: Path, python: tuple[int, int], build: str) -> str:
    """A name that no environment has yet: ``py311-cpu-2``."""
    used = [int(m[1]) for m in map(_ENVIRONMENT.fullmatch, _names(place)) if m]
    return f"py{python[0]}{python[1]}-{build}-{max(used, default=0) + 1}"


def environments(place: Path) -> Iterator[Path]:
    """Every finished environment in the place, in use or not."""
    for name in _names(place):
        if _ENVIRONMENT.fullmatch(name):
            yield place / name


def unfinished(place: Path) -> Iterator[Path]:
    """What a set-up or a removal that was ended has left."""
    for name in _names(place):
        if _UNFINISHED.fullmatch(name):
            yield place / name


def own_folders(place: Path) -> Iterator[Path]:
    """All folders of ours in the place, and nothing that somebody else put there."""
    yield from environments(place)
    yield from unfinished(place)
    for name in (CACHE, TEMPORARY, LOGS):
        if (place / name).is_dir():
            yield place / name


def bytes_on_disk(*folders: Path) -> int:
    """Bytes of all files; a file with several names counts once."""
    total = 0
    seen: set[tuple[int, int]] = set()
    waiting = [str(folder) for folder in folders]
    while waiting:
        with suppress(OSError), os.scandir(waiting.pop()) as entries:
            for entry in entries:
                with suppress(OSError):
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
                        continue
                    facts = entry.stat(follow_symlinks=False)
                    if facts.st_nlink > 1:
                        key = (facts.st_dev, facts.st_ino)
                        if key in seen:
                            continue
                        seen.add(key)
                    total += facts.st_size
    return total


def free_bytes(place: Path) -> int:
    """Free bytes on the disk where the place is, or will be."""
    folder = place
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return shutil.disk_usage(folder).free


def _names(place: Path) -> list[str]:
    try:
        return sorted(os.listdir(place))
    except OSError:
        return []
