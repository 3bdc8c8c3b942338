"""Imports every module of the plugin with PyQt6 in the place of `qgis.PyQt`.

Class bodies and everything at the top of a module run as they would in QGIS 4: names, signals,
slots and enumerations must be there. QGIS's own modules are stood in for: none is built for Qt 6.
"""

from __future__ import annotations

import importlib
import importlib.util
import sys
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "terraloom"
PARTS = ("plugin", "processing_provider", "ui")
_STOOD_IN = ("qgis.core", "qgis.gui", "qgis._3d", "qgis.utils", "qgis.analysis", "processing")
# What QGIS's own `qgis.PyQt` adds to the modules of the same name in PyQt6.
_MOVED = {"QtWidgets": ("QAction", "QActionGroup", "QShortcut")}


def main() -> int:
    """Print what cannot be imported; 1 if there is anything."""
    _stand_in_for_qgis()
    package = importlib.util.spec_from_file_location(
        PACKAGE, ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    if package is None or package.loader is None:
        raise SystemExit(f"{ROOT} is not the plugin.")
    sys.modules[PACKAGE] = importlib.util.module_from_spec(package)
    package.loader.exec_module(sys.modules[PACKAGE])
    application = importlib.import_module("PyQt6.QtWidgets").QApplication([])
    failed, count = 0, 0
    for name in _modules():
        count += 1
        try:
            importlib.import_module(name)
        except Exception as error:  # noqa: BLE001 - each is what this looks for
            failed += 1
            sys.stdout.write(f"{name}: {type(error).__name__}: {error}\n")
    for form in sorted(path for part in PARTS[1:] for path in (ROOT / part).rglob("*.ui")):
        importlib.import_module("PyQt6.uic").loadUiType(str(form))
        count += 1
    sys.stdout.write(f"{count} modules and forms read with PyQt6, {failed} failed.\n")
    del application
    return 1 if failed or not count else 0


def _modules() -> Iterator[str]:
    for part in PARTS:
        paths = sorted((ROOT / part).rglob("*.py")) or [ROOT / f"{part}.py"]
        for path in paths:
            inside = path.relative_to(ROOT).with_suffix("").parts
            yield ".".join((PACKAGE, *(one for one in inside if one != "__init__")))


def _stand_in_for_qgis() -> None:
    base = importlib.import_module("PyQt6.QtCore").QObject

    class Kind(type(base)):  # type: ignore[misc]
        """Whatever is asked of a class of QGIS's is another such class."""

        def __getattr__(cls, name: str) -> Any:
            if name.startswith("__"):
                raise AttributeError(name)
            return Kind(name, (base,), {})

        def __or__(cls, other: object) -> Any:
            return cls

        def __int__(cls) -> int:
            return 0

    class StandIn(types.ModuleType):
        def __getattr__(self, name: str) -> Any:
            if name.startswith("__"):
                raise AttributeError(name)
            made = Kind(name, (base,), {})
            setattr(self, name, made)
            return made

    for name in ("qgis", *_STOOD_IN):
        module = StandIn(name)
        module.__path__ = []
        sys.modules[name] = module
    qt = types.ModuleType("qgis.PyQt")
    qt.__path__ = []
    sys.modules["qgis.PyQt"] = qt
    for name in ("QtCore", "QtGui", "QtWidgets", "QtNetwork", "QtXml", "QtSvg", "QtTest", "sip"):
        real = importlib.import_module(f"PyQt6.{name}")
        given = types.ModuleType(f"qgis.PyQt.{name}")
        given.__dict__.update(vars(real))
        gui = importlib.import_module("PyQt6.QtGui")
        for moved in _MOVED.get(name, ()):
            setattr(given, moved, getattr(gui, moved))
        sys.modules[f"qgis.PyQt.{name}"] = given
        setattr(qt, name, given)


if __name__ == "__main__":
    raise SystemExit(main())
