"""The direction of the imports: docs/ARCHITECTURE.md, "Who may call whom"."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ("core", "processing_provider", "ui")
TORCH_HOMES = ("core.nets", "core.inference", "core.training")
# They load it inside a function: noise, for the twin of the numpy form, and what runs the jobs.
TORCH_GUESTS = ("core.noise", "core.month_noise", "core.engine", "core.worker")
TORCH = ("torch", "safetensors")
WIDGETS = ("qgis.gui", "qgis.PyQt.QtWidgets", "qgis.utils")
QT_BINDINGS = ("PyQt5", "PyQt6", "PySide2", "PySide6")


@dataclass(frozen=True)
class Import:
    """`importer` imports `target`; both dotted, own modules without the package's name."""

    importer: str
    line: int
    target: str
    own: bool
    at_import: bool  # executed when the module is imported, not later inside a function

    def __str__(self) -> str:
        return f"{self.importer}:{self.line} imports {self.target}"


def inside(name: str, *packages: str) -> bool:
    return any(name == package or name.startswith(f"{package}.") for package in packages)


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def only_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING")


def walk(node: ast.AST, *, at_import: bool = True) -> Iterator[tuple[ast.AST, bool]]:
    for child in ast.iter_child_nodes(node):
        yield child, at_import
        later = isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda))
        yield from walk(child, at_import=at_import and not later and not only_for_types(child))


def targets_of(node: ast.AST, package: list[str]) -> Iterator[tuple[str, bool]]:
    if isinstance(node, ast.Import):
        yield from ((alias.name, False) for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        base = node.module or ""
        if node.level:
            above = package[: len(package) - (node.level - 1)]
            base = ".".join([*above, *([node.module] if node.module else [])])
        for alias in node.names:
            yield (f"{base}.{alias.name}" if base else alias.name), bool(node.level)


def imports_of(path: Path) -> Iterator[Import]:
    name = module_name(path)
    package = name.split(".") if path.name == "__init__.py" else name.split(".")[:-1]
    package = [part for part in package if part]
    tree = ast.parse(path.read_text(encoding="utf-8"), filename=str(path))
    for node, at_import in walk(tree):
        for target, own in targets_of(node, package):
            yield Import(name, getattr(node, "lineno", 0), target, own, at_import)


def sources(*folders: str) -> list[Path]:
    found = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]
    return [*found, *(ROOT / name for name in ("__init__.py", "plugin.py"))]


def shipped_imports() -> list[Import]:
    return [one for path in sources(*SHIPPED) if path.is_file() for one in imports_of(path)]


IMPORTS = shipped_imports()


def refused(importers: tuple[str, ...], targets: tuple[str, ...]) -> list[str]:
    return [
        str(one)
        for one in IMPORTS
        if inside(one.importer, *importers) and inside(one.target, *targets)
    ]


def test_core_knows_neither_qgis_nor_the_layers_above_it() -> None:
    above = ("ui", "processing_provider", "plugin")
    assert refused(("core",), ("qgis", "processing", *QT_BINDINGS)) == []
    assert refused(("core",), above) == []


def test_processing_provider_runs_without_a_window() -> None:
    assert refused(("processing_provider",), (*WIDGETS, "ui", "plugin", "torch", "osgeo")) == []


def test_ui_never_computes() -> None:
    assert refused(("ui",), (*TORCH, "osgeo", "core.nets", "core.inference", "core.training")) == []


def test_only_plugin_and_ui_know_ui() -> None:
    found = [one for one in IMPORTS if one.own and inside(one.target, "ui")]
    assert [str(one) for one in found if not inside(one.importer, "ui", "plugin")] == []


def test_the_pipeline_sees_a_callable_not_torch() -> None:
    assert refused(("core.pipeline",), (*TORCH, *TORCH_HOMES)) == []


def test_training_and_inference_do_not_know_each_other() -> None:
    assert refused(("core.training",), ("core.inference",)) == []
    assert refused(("core.inference",), ("core.training",)) == []


def test_torch_stays_in_its_three_homes() -> None:
    found = [one for one in IMPORTS if inside(one.target, *TORCH)]
    elsewhere = [one for one in found if not inside(one.importer, *TORCH_HOMES)]
    at_import = [one for one in elsewhere if one.at_import]
    assert [str(one) for one in at_import] == []
    assert [str(one) for one in elsewhere if not inside(one.importer, *TORCH_GUESTS)] == []


def test_osgeo_stays_in_core_raster() -> None:
    found = [one for one in IMPORTS if inside(one.target, "osgeo", "gdal", "ogr", "osr")]
    assert [str(one) for one in found if not inside(one.importer, "core.raster")] == []


def test_qt_comes_through_qgis() -> None:
    assert [str(one) for one in IMPORTS if inside(one.target, *QT_BINDINGS)] == []


def test_own_modules_are_imported_relatively_so_that_the_folder_can_have_any_name() -> None:
    own = ("terraloom", ROOT.name, "core", "ui", "processing_provider", "plugin")
    wrong = [one for one in IMPORTS if not one.own and inside(one.target, *own)]
    for path in sources("tests"):
        wrong += [one for one in imports_of(path) if not one.own and inside(one.target, *own)]
    assert [str(one) for one in wrong] == []


@pytest.mark.skipif(sys.version_info < (3, 10), reason="Python 3.9 has no list of its own modules")
def test_core_needs_the_standard_library_and_numpy_only() -> None:
    allowed = {*sys.stdlib_module_names, "numpy", "osgeo", *TORCH}
    found = [one for one in IMPORTS if inside(one.importer, "core") and not one.own]
    assert [str(one) for one in found if one.target.partition(".")[0] not in allowed] == []


def modules_loaded_with(start: str, modules: dict[str, list[Import]]) -> dict[str, str]:
    """Every name imported when `start` is, each with the module that imports it."""
    loaded: dict[str, str] = {}
    waiting = [start]
    done = set()
    while waiting:
        name = waiting.pop()
        if name in done:
            continue
        done.add(name)
        for one in modules.get(name, []):
            if not one.at_import:
                continue
            loaded.setdefault(one.target, str(one))
            if one.own:
                # `from .a import b` loads a, b where it is a module, and every package above.
                parts = one.target.split(".")
                waiting += [".".join(parts[:count]) for count in range(1, len(parts) + 1)]
    return loaded


def test_qgis_starts_and_lists_every_algorithm_without_torch() -> None:
    modules: dict[str, list[Import]] = {}
    for path in sources(*SHIPPED):
        if path.is_file():
            modules[module_name(path)] = list(imports_of(path))
    heavy = {}
    for start in modules:
        if inside(start, "core"):
            continue
        for target, why in modules_loaded_with(start, modules).items():
            if inside(target, *TORCH):
                heavy[start] = why
    assert heavy == {}


def test_init_holds_nothing_but_class_factory() -> None:
    tree = ast.parse((ROOT / "__init__.py").read_text(encoding="utf-8"))
    kept = [node for node in tree.body if not isinstance(node, (ast.Expr, ast.ImportFrom))]
    kept = [node for node in kept if not only_for_types(node)]
    assert [getattr(node, "name", type(node)) for node in kept] == ["classFactory"]
    found = [one.target for one in imports_of(ROOT / "__init__.py") if one.at_import]
    assert [target for target in found if not inside(target, "__future__", "typing")] == []


def test_models_are_data() -> None:
    assert sorted((ROOT / "models").rglob("*.py")) == []


def test_the_walk_tells_lazy_imports_from_those_at_import(tmp_path: Path) -> None:
    tree = ast.parse("import a\nif TYPE_CHECKING:\n    import b\ndef f():\n    import c\n")
    found = {
        target: at_import for node, at_import in walk(tree) for target, _ in targets_of(node, [])
    }
    assert found == {"a": True, "b": False, "c": False}


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("from ..grid import Extent", "core.grid.Extent"),
        ("from . import reader", "core.raster.reader"),
        ("from ... import plugin", "plugin"),
    ],
)
def test_relative_imports_are_resolved(source: str, target: str) -> None:
    node = ast.parse(source).body[0]
    assert list(targets_of(node, ["core", "raster"])) == [(target, True)]
