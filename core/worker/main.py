"""The worker: ``python -s core/worker/main.py``, started by `client` and talked to over stdio.

The plugin's folder is entered as the package ``terraloom`` whatever it is called, and without its
``__init__``, which is QGIS's. Until `server` has checked them, no library but the standard one is
imported.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import ModuleType

HERE = Path(__file__).resolve().parent


def enter_package() -> str:
    """Make relative imports of this file work; gives the name of its package."""
    # A script's own folder comes first on the path, and would shadow other modules' names; an
    # empty entry is whatever folder the process happens to be in.
    sys.path[:] = [entry for entry in sys.path if entry and Path(entry).resolve() != HERE]
    package = ModuleType("terraloom")
    package.__path__ = [str(HERE.parents[1])]
    sys.modules[package.__name__] = package
    return f"{package.__name__}.core.worker"


if __name__ == "__main__":
    __package__ = enter_package()
    from .lifeline import die_with_parent
    from .server import Server
    from .stdio import protected_channel

    die_with_parent()
    Server(protected_channel()).run()
    # Not sys.exit: a driver that hangs while Python tidies up would keep the process.
    os._exit(0)
