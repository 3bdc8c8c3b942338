"""The zip for the plugin site."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from ...tools import package, site_rules

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The zip of this very tree."""
    return package.build(ROOT, tmp_path_factory.mktemp("a place"))


def names_in(archive: Path) -> list[str]:
    with zipfile.ZipFile(archive) as opened:
        return opened.namelist()


def test_the_zip_has_one_top_folder_with_a_licence(archive: Path) -> None:
    names = names_in(archive)
    assert {name.partition("/")[0] for name in names} == {"terraloom"}
    assert {"terraloom/LICENSE", "terraloom/metadata.txt", "terraloom/__init__.py"} <= set(names)


def test_the_zip_is_named_after_the_version_and_small_enough(archive: Path) -> None:
    assert archive.name == f"terraloom-{site_rules.read_metadata(ROOT)['version']}.zip"
    assert archive.stat().st_size <= site_rules.MAX_ZIP_BYTES


def test_development_files_stay_out_of_the_zip(archive: Path) -> None:
    folders = {name.split("/")[1] for name in names_in(archive)}
    assert folders.isdisjoint({"tests", "tools", "recipes", "docs", ".ci", "pyproject.toml"})


def test_every_bundled_model_is_in_the_zip_with_its_weights(archive: Path) -> None:
    names = set(names_in(archive))
    for card in (ROOT / "models").glob("*/model.json"):
        for path in card.parent.iterdir():
            assert f"terraloom/models/{card.parent.name}/{path.name}" in names


def test_the_same_tree_gives_the_same_zip(archive: Path, tmp_path: Path) -> None:
    again = package.build(ROOT, tmp_path)
    assert (
        hashlib.sha256(again.read_bytes()).digest() == hashlib.sha256(archive.read_bytes()).digest()
    )


def test_the_unpacked_plugin_imports_under_its_own_name_without_torch(
    archive: Path, tmp_path: Path
) -> None:
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(tmp_path)
    code = (
        "import sys; import terraloom.core.catalog as c; print(c.__file__);"
        "sys.exit('torch' in sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    assert str(tmp_path) in run.stdout


def test_a_tree_that_breaks_a_rule_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "plugin").mkdir()
    with pytest.raises(package.PackageRefused, match="LICENSE: is missing"):
        package.build(tmp_path / "plugin", tmp_path / "dist")
    assert not (tmp_path / "dist").exists()
