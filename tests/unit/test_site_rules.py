"""The plugin site's rules, and that the shipped files keep them."""

from __future__ import annotations

from pathlib import Path

import pytest

from ...tools import site_rules

ROOT = Path(__file__).resolve().parents[2]
METADATA = """[general]
name=Terraloom
qgisMinimumVersion=3.22
qgisMaximumVersion=4.99
description=Weaves rasters.
about=Weaves rasters.
version=0.1.0
author=Someone
email=someone@example.org
homepage=https://example.org
tracker=https://example.org/issues
repository=https://example.org/code
icon=icon.svg
hasProcessingProvider=yes
license=GPL-2.0-or-later
"""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A small plugin that keeps every rule."""
    for name, text in (
        ("__init__.py", ""),
        ("metadata.txt", METADATA),
        ("LICENSE", "GPL"),
        ("README.md", ""),
        ("CHANGELOG.md", "## 0.1.0\n"),
        ("icon.svg", "<svg/>"),
        ("core/grid.py", "X = 1\n"),
        ("tools/demo.py", "assert True\n"),
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_the_shipped_files_keep_every_rule() -> None:
    assert site_rules.all_problems(ROOT) == []


def test_a_clean_tree_has_no_problems(tree: Path) -> None:
    assert site_rules.all_problems(tree) == []


def test_tools_and_tests_are_not_shipped(tree: Path) -> None:
    assert Path("tools/demo.py") not in site_rules.shipped_files(tree)


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("assert x", "assert"),
        ("try:\n    f()\nexcept:\n    g()", "bare except"),
        ("try:\n    f()\nexcept Exception:\n    pass", "only passes"),
        ("eval('1')", "call of eval()"),
        ("exec('1')", "call of exec()"),
        ("import pickle", "import of pickle"),
        ("from PyQt5.QtCore import Qt", "use qgis.PyQt"),
        ("subprocess.run('ls', shell=True)", "shell=True"),
        ("os.system('ls')", "use subprocess"),
        ("torch.load(path)", "weights_only"),
        ("importlib.import_module(name)", "import statement"),
        ("match x:\n    case 1: pass", "not Python 3.9"),
    ],
)
def test_forbidden_code_is_named_with_its_line(source: str, problem: str) -> None:
    found = list(site_rules.code_problems(Path("core/a.py"), source))
    assert [line for line in found if line.startswith("core/a.py:") and problem in line]


@pytest.mark.parametrize(
    "source",
    [
        "dialog.exec()",
        "torch.load(path, weights_only=True)",
        "subprocess.run(['ls'], shell=False)",
        "try:\n    f()\nexcept KeyError:\n    pass",
        "re.compile('a')",
    ],
)
def test_harmless_code_passes(source: str) -> None:
    assert list(site_rules.code_problems(Path("core/a.py"), source)) == []


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("core/build.sh", "no kind of file"),
        ("core/native.so", "no kind of file"),
        ("models/a/weights.pkl", "no kind of file"),
        ("models/a/net.py", "models are data"),
        ("core/.hidden.json", "hidden"),
    ],
)
def test_forbidden_files_are_named(tree: Path, name: str, problem: str) -> None:
    path = tree / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("", encoding="utf-8")
    assert [line for line in site_rules.all_problems(tree) if name in line and problem in line]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("email=someone@example.org", "", "'email' is missing"),
        ("tracker=https://", "tracker=http://", "https://"),
        ("version=0.1.0", "version=0.2.0", "no entry '## 0.2.0'"),
        ("version=0.1.0", "version=one", "MAJOR.MINOR.PATCH"),
        ("hasProcessingProvider=yes", "hasProcessingProvider=no", "hasProcessingProvider"),
        ("icon=icon.svg", "icon=other.svg", "does not exist"),
        ("[general]", "[general]\nsupportsQt6=yes", "obsolete"),
    ],
)
def test_metadata_faults_are_named(tree: Path, old: str, new: str, problem: str) -> None:
    (tree / "metadata.txt").write_text(METADATA.replace(old, new), encoding="utf-8")
    assert [line for line in site_rules.all_problems(tree) if problem in line]


def test_a_missing_licence_is_named(tree: Path) -> None:
    (tree / "LICENSE").unlink()
    assert "LICENSE: is missing." in site_rules.all_problems(tree)
