"""Where a Python that can be the base of an environment may be: pure functions over a layout.

QGIS embeds Python: on Windows and macOS ``sys.executable`` is QGIS itself, and starting it opens
another window. Only files that are named like an interpreter are ever candidates.
"""

from __future__ import annotations

import ntpath
import os
import posixpath
import re
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import ModuleType

from .pins import LINUX, MACOS, WINDOWS

_PYTHON_NAME = re.compile(r"python(3(\.\d{1,2})?)?(\.exe)?", re.IGNORECASE)
_VERSIONED_FOLDER = re.compile(r"(python|python-)?3\.?\d{1,2}(-64)?", re.IGNORECASE)
_NEWEST_MINOR, _OLDEST_MINOR = 14, 9
_COMMAND_LINE_TOOLS = "/Library/Developer/CommandLineTools/usr/bin/python3"


@dataclass(frozen=True)
class Layout:
    """What is known of the computer; ``exists`` and ``names`` (of a folder) look at its disk."""

    system: str
    executable: str
    prefix: str
    base_prefix: str
    version: tuple[int, int]
    environ: Mapping[str, str]
    exists: Callable[[str], bool]
    names: Callable[[str], Sequence[str]]

    @property
    def path(self) -> ModuleType:
        """The path functions of that system, whichever one this code runs on."""
        return ntpath if self.system == WINDOWS else posixpath


def this_layout(environ: Mapping[str, str]) -> Layout:
    """The layout of the computer and the Python that this code runs in."""
    return Layout(
        system=WINDOWS if sys.platform == "win32" else sys.platform,
        executable=sys.executable or "",
        prefix=sys.prefix,
        base_prefix=sys.base_prefix,
        version=(sys.version_info.major, sys.version_info.minor),
        environ=environ,
        exists=os.path.isfile,
        names=_names,
    )


def looks_like_python(path: str) -> bool:
    """Whether the file is named like an interpreter, and is no stand-in of the Windows Store."""
    name = re.split(r"[\\/]", path)[-1]
    return bool(_PYTHON_NAME.fullmatch(name)) and "windowsapps" not in path.lower()


def candidates(layout: Layout) -> tuple[str, ...]:
    """Interpreters that exist, best first: QGIS's own version before others, newest first."""
    finders = {WINDOWS: _on_windows, MACOS: _on_macos, LINUX: _on_linux}
    found: dict[str, str] = {}
    for path in finders.get(layout.system, _on_linux)(layout):
        normal = layout.path.normpath(path)
        if looks_like_python(normal) and layout.exists(normal):
            found.setdefault(layout.path.normcase(normal), normal)
    return tuple(found.values())


def find_uv(layout: Layout) -> str:
    """The program ``uv``, or an empty text."""
    home = layout.environ.get("USERPROFILE" if layout.system == WINDOWS else "HOME", "")
    name = "uv.exe" if layout.system == WINDOWS else "uv"
    folders = layout.environ.get("PATH", "").split(";" if layout.system == WINDOWS else ":")
    if home:
        folders += [
            layout.path.join(home, ".local", "bin"),
            layout.path.join(home, ".cargo", "bin"),
        ]
    if layout.system == MACOS:
        folders += ["/opt/homebrew/bin", "/usr/local/bin"]
    for folder in folders:
        path = str(layout.path.join(folder, name))
        if folder and layout.path.isabs(folder) and layout.exists(path):
            return path
    return ""


def environment_python(folder: str, system: str = sys.platform) -> str:
    """The interpreter of the environment in ``folder``."""
    if system == WINDOWS:
        return ntpath.join(folder, "Scripts", "python.exe")
    return posixpath.join(folder, "bin", "python")


def find_program(name: str, environ: Mapping[str, str], *more: str) -> str:
    """The first of ``name`` on ``PATH`` and the paths ``more`` that exists, or an empty text."""
    found = shutil.which(name, path=environ.get("PATH", ""))
    return found or next((path for path in more if os.path.isfile(path)), "")


def _on_linux(layout: Layout) -> Iterator[str]:
    own = f"python{layout.version[0]}.{layout.version[1]}"
    # An environment is made from the interpreter that QGIS's own environment was made from.
    if layout.base_prefix == layout.prefix:
        yield layout.executable
    for prefix in (layout.base_prefix, "/usr", "/usr/local"):
        yield posixpath.join(prefix, "bin", own)
    yield posixpath.join(layout.base_prefix, "bin", "python3")
    yield from ("/usr/bin/python3", "/usr/local/bin/python3")
    for name in _versioned_names():
        yield posixpath.join("/usr/bin", name)
        yield posixpath.join("/usr/local/bin", name)


def _on_macos(layout: Layout) -> Iterator[str]:
    own = f"python{layout.version[0]}.{layout.version[1]}"
    contents = _bundle_contents(layout)
    if contents:
        # Up to QGIS 3.40 the bundle has MacOS/bin/python3; later ones keep Python in Frameworks.
        for folder in ("MacOS/bin", "MacOS", "Frameworks/bin"):
            for name in (own, "python3", "python"):
                yield posixpath.join(contents, folder, name)
        framework = posixpath.join(contents, "Frameworks/Python.framework/Versions")
        for version in layout.names(framework):
            yield posixpath.join(framework, version, "bin", "python3")
    else:
        yield layout.executable
        for prefix in (layout.base_prefix, layout.prefix):
            yield posixpath.join(prefix, "bin", own)
            yield posixpath.join(prefix, "bin", "python3")
            yield posixpath.join(prefix, "tools", "python3", own)  # built with vcpkg
    versions = "/Library/Frameworks/Python.framework/Versions"
    for name in (own, *_versioned_names()):
        yield posixpath.join("/opt/homebrew/bin", name)
        yield posixpath.join(versions, name[len("python") :], "bin", name)
        yield posixpath.join("/usr/local/bin", name)
    # /usr/bin/python3 asks to install developer tools where they are missing; this one does not.
    yield _COMMAND_LINE_TOOLS


def _bundle_contents(layout: Layout) -> str:
    """``/Applications/QGIS.app/Contents``, or nothing where QGIS is no bundle."""
    for path in (layout.executable, layout.prefix, layout.base_prefix):
        head, marker, _ = path.partition(".app/Contents")
        if marker:
            return head + marker
    return ""


def _on_windows(layout: Layout) -> Iterator[str]:
    join = ntpath.join
    for prefix in (layout.base_prefix, layout.prefix):
        yield join(prefix, "python.exe")
    yield layout.executable
    # qgis-bin.exe lies in <root>\bin, Python in <root>\apps\Python3xx. The copies in <root>\bin
    # need PYTHONHOME and come last.
    root = layout.environ.get("OSGEO4W_ROOT") or ntpath.dirname(ntpath.dirname(layout.executable))
    if root:
        apps = join(root, "apps")
        for name in _newest_first(layout.names(apps), "python3"):
            yield join(apps, name, "python.exe")
    for variable, *parts in (
        ("LOCALAPPDATA", "Programs", "Python"),
        ("PROGRAMFILES",),
        ("SYSTEMDRIVE", "\\"),
    ):
        start = layout.environ.get(variable, "")
        if start:
            folder = join(start, *parts)
            for name in _newest_first(layout.names(folder), "python3"):
                yield join(folder, name, "python.exe")
    for variable in ("USERPROFILE", "PROGRAMDATA"):
        start = layout.environ.get(variable, "")
        for name in ("miniforge3", "miniconda3", "anaconda3"):
            if start:
                yield join(start, name, "python.exe")
    if root:
        yield join(root, "bin", "python3.exe")
        yield join(root, "bin", "python.exe")


def _newest_first(names: Sequence[str], start: str) -> list[str]:
    """Folders such as ``Python312`` and ``Python39``, by version."""
    fitting = [
        name
        for name in names
        if name.lower().startswith(start) and _VERSIONED_FOLDER.fullmatch(name)
    ]

    def minor(name: str) -> int:
        return int(re.sub(r"\D", "", name.replace("-64", ""))[1:] or 0)

    return sorted(fitting, key=minor, reverse=True)


def _versioned_names() -> list[str]:
    return [f"python3.{minor}" for minor in range(_NEWEST_MINOR, _OLDEST_MINOR - 1, -1)]


def _names(folder: str) -> Sequence[str]:
    try:
        return sorted(os.listdir(folder))
    except OSError:
        return ()
