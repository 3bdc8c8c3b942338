"""Checks the plugin's use of Qt against PyQt6's type stubs, as QGIS 4 would run it.

mypy reads the plugin with ``qgis.PyQt`` standing for PyQt6. Of what it finds only that counts
which would fail: names that PyQt6 does not have, and arguments that its functions do not take.
"""

from __future__ import annotations

import argparse
import ast
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from .bootstrap import PACKAGE, ROOT

PARTS = ("plugin", "processing_provider", "ui")

# What QGIS's own `qgis.PyQt` adds to the modules of the same name in PyQt6.
_ADDED = {
    "QtWidgets": "from PyQt6.QtGui import QAction, QActionGroup, QShortcut",
    "sip": "from PyQt6.sip import *",
    "uic": "def __getattr__(name: str) -> Any: ...",
}

_SETTINGS = """\
[mypy]
python_version = 3.12
strict_optional = false
check_untyped_defs = true
disable_error_code = override
follow_imports = silent
[mypy-qgis.PyQt.*,PyQt6.*]
follow_imports = normal
[mypy-qgis.core.*,qgis.gui.*,qgis.analysis.*,qgis.utils.*,processing.*,osgeo.*,jsonschema.*]
ignore_missing_imports = true
follow_imports = skip
[mypy-numpy.*,torch.*,safetensors.*]
ignore_missing_imports = true
follow_imports = skip
"""

_PATCHED = frozenset({"QVariant"})
"""Classes that `qgis.PyQt` gives back what they lost, such as ``QVariant.Int``."""

_NO_ATTRIBUTE = re.compile(r'error: "(?:type\[)?(\w+)\]?" has no attribute "(\w+)"')
_NO_NAME = re.compile(r'error: Module "(?:PyQt6|qgis\.PyQt)[\w.]*" has no attribute "\w+"')
_NO_MODULE = re.compile(r'error: (?:Cannot find .*|Skipping analyzing )"qgis\.PyQt')
_NO_VARIANT = re.compile(
    r'error: No overload variant of "(\w+)"(?: of "(\w+)")? matches argument types? (.*)'
)
_WRONG_ARGUMENT = re.compile(
    r'error: Argument .* to "(\w+)"(?: of "(\w+)")? has incompatible type "([^"]*)"'
)


@dataclass(frozen=True)
class QtNames:
    """PyQt6's classes, with their bases and members, and its enumerations."""

    bases: dict[str, tuple[str, ...]]
    members: dict[str, frozenset[str]]
    enums: frozenset[str]

    def has(self, kind: str, name: str) -> bool:
        """Whether `name` is a member of the class `kind`, or of one that derives from it.

        Qt often promises a widget, an event or a model and gives a special one.
        """
        if name in self.members[kind]:
            return True
        return any(self.has(other, name) for other, bases in self.bases.items() if kind in bases)


def qt_names(stubs: Path) -> QtNames:
    """Read from the stubs in the folder `stubs`."""
    bases: dict[str, tuple[str, ...]] = {}
    members: dict[str, frozenset[str]] = {}
    enums: set[str] = set()
    for path in sorted((stubs / "PyQt6").glob("*.pyi")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.ClassDef):
                continue
            above = tuple(ast.unparse(base).split(".")[-1] for base in node.bases)
            bases[node.name] = (*bases.get(node.name, ()), *above)
            members[node.name] = members.get(node.name, frozenset()) | set(_members(node))
            if any("Enum" in base or "Flag" in base for base in above):
                enums.add(node.name)
    return QtNames(bases, members, frozenset(enums))


def problems(found: Iterable[str], qt: QtNames, own: frozenset[str]) -> Iterator[str]:
    """Those lines of mypy's that tell of code which would fail on Qt 6.

    `own` are the plugin's own names: a widget that mypy knows only as a `QWidget` may have them.
    """
    for line in found:
        if _NO_NAME.search(line) or _NO_MODULE.search(line):
            yield line
        elif match := _NO_ATTRIBUTE.search(line):
            kind, name = match.groups()
            if kind in qt.members:
                missing = kind not in _PATCHED and not qt.has(kind, name)
            else:
                missing = kind in own  # a class of the plugin's, over one of Qt's
            if missing and name not in own:
                yield line
        elif match := _NO_VARIANT.search(line) or _WRONG_ARGUMENT.search(line):
            function, kind, given = match.groups()
            converts = function in ("int", "float") and _mentions(given, qt.enums)
            if kind in qt.members or function in qt.members or converts:
                yield line


def own_names(root: Path) -> frozenset[str]:
    """Of the classes of the plugin in `root`, and of their methods and attributes."""
    names: set[str] = set()
    for path in _sources(root):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                names |= {node.name, *_members(node)}
            elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
                names.add(node.attr)
    return frozenset(names)


def read_with_qt6(root: Path, stubs: Path, cache: Path) -> list[str]:
    """What mypy says of the plugin in `root`, with PyQt6 in the place of `qgis.PyQt`."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        _write_shim(place, stubs)
        (place / PACKAGE).symlink_to(root)
        (place / "mypy.ini").write_text(_SETTINGS, encoding="utf-8")
        parts = [f"{PACKAGE}.{part}" for part in PARTS if _exists(root, part)]
        run = subprocess.run(
            [
                sys.executable,
                *("-m", "mypy", "--config-file", str(place / "mypy.ini")),
                *("--cache-dir", str(cache), "--hide-error-context", "--no-pretty"),
                *("--no-color-output", "--show-error-codes"),
                *(word for part in parts for word in ("-p", part)),
            ],
            env={**os.environ, "MYPYPATH": os.pathsep.join([folder, str(stubs)])},
            capture_output=True,
            text=True,
            check=False,
        )
        if run.returncode not in (0, 1) or not run.stdout.strip():
            raise SystemExit(f"mypy failed:\n{run.stdout}{run.stderr}")
        return run.stdout.replace(f"{place / PACKAGE}{os.sep}", "").splitlines()


def _write_shim(place: Path, stubs: Path) -> None:
    folder = place / "qgis" / "PyQt"
    folder.mkdir(parents=True)
    for package in (folder.parent, folder):
        (package / "__init__.pyi").touch()
    modules = {path.stem for path in (stubs / "PyQt6").glob("Qt*.pyi")}
    for module in sorted(modules | set(_ADDED)):
        lines = ["from typing import Any"]
        if module in modules:
            lines.append(f"from PyQt6.{module} import *")
        added = _ADDED.get(module, "")
        # `import X as X`: else a stub does not hand on what it imports.
        lines.append(re.sub(r"\b(Q\w+)(?=,|$)", r"\1 as \1", added))
        (folder / f"{module}.pyi").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _members(node: ast.ClassDef) -> set[str]:
    names: set[str] = set()
    for statement in node.body:
        if isinstance(statement, (ast.FunctionDef, ast.ClassDef)):
            names.add(statement.name)
        elif isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            names.add(statement.target.id)
        elif isinstance(statement, ast.Assign):
            names |= {target.id for target in statement.targets if isinstance(target, ast.Name)}
    return names


def _mentions(given: str, names: frozenset[str]) -> bool:
    return any(word in names for word in re.findall(r"\w+", given))


def _exists(root: Path, part: str) -> bool:
    return (root / part).is_dir() or (root / f"{part}.py").is_file()


def _sources(root: Path) -> Iterator[Path]:
    for part in PARTS:
        yield from sorted((root / part).rglob("*.py"))
        if (root / f"{part}.py").is_file():
            yield root / f"{part}.py"


def main(arguments: Sequence[str]) -> int:
    """Print what would fail on Qt 6; exit status 1 where there is something."""
    parser = argparse.ArgumentParser(prog="tools/qt6", description=__doc__)
    parser.add_argument("--stubs", type=Path, required=True, help="folder that PyQt6 lies in")
    parser.add_argument("--root", type=Path, default=ROOT, help="the plugin")
    chosen = parser.parse_args(arguments)
    root = chosen.root.resolve()
    lines = read_with_qt6(root, chosen.stubs.resolve(), chosen.stubs.parent / "mypy")
    found = list(problems(lines, qt_names(chosen.stubs), own_names(root)))
    print("\n".join(found) or "nothing that would fail on Qt 6")
    return 1 if found else 0
