"""The interpreter of this very Python, to run in a process beside one that has a window.

Loading torch holds Python's lock for up to seconds, in which no window of this process answers.
"""

from __future__ import annotations

import os
import re
import site
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Optional

from .interpreters import Layout, candidates, this_layout

NEEDED = ("torch", "safetensors", "numpy")
_VERSION_AT_END = re.compile(r"python(3\.\d{1,2})?(\.exe)?$", re.IGNORECASE)


@dataclass(frozen=True)
class Beside:
    """``python`` with ``folders`` in front of its path finds what this process finds."""

    python: str
    folders: tuple[str, ...]

    @property
    def variables(self) -> dict[str, str]:
        return {"PYTHONPATH": os.pathsep.join(self.folders)} if self.folders else {}


def interpreter_beside(environ: Mapping[str, str]) -> Optional[Beside]:
    """What starts this Python again; None where that cannot be told. Starts nothing."""
    layout = this_layout(environ)
    python = next((path for path in candidates(layout) if _is_this_python(path, layout)), None)
    folders = _folders_of_needed()
    if python is None or folders is None:
        return None
    usual = {os.path.realpath(folder) for folder in site.getsitepackages([layout.base_prefix])}
    usual.add(os.path.join(os.path.realpath(layout.base_prefix), "lib", "python3", "dist-packages"))
    return Beside(python, tuple(one for one in folders if os.path.realpath(one) not in usual))


def _is_this_python(path: str, layout: Layout) -> bool:
    """Whether the name or the place of an interpreter says that it has this version."""
    named = _VERSION_AT_END.search(path)
    if named is not None and named[1]:
        return named[1] == f"{layout.version[0]}.{layout.version[1]}"
    inside = os.path.normcase(os.path.dirname(path))
    return sys.platform == "win32" and inside == os.path.normcase(layout.base_prefix)


def _folders_of_needed() -> Optional[tuple[str, ...]]:
    found: dict[str, None] = {}
    for name in NEEDED:
        try:
            spec = find_spec(name)
        except (ImportError, ValueError):
            return None
        if spec is None or not spec.origin:
            return None
        found.setdefault(str(Path(spec.origin).parents[1]))
    return tuple(found)
