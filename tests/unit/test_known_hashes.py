from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from ...core import known_hashes
from ...core.catalog import Catalog
from ...core.errors import PackageError
from ...core.known_hashes import KnownHashes
from ...core.package import check_weights, hash_file
from .model_folders import make_model


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that were hashed."""
    seen: list[Path] = []

    def hashing(path: Path) -> str:
        seen.append(path)
        return hash_file(path)

    monkeypatch.setattr(known_hashes, "hash_file", hashing)
    return seen


def test_weights_are_hashed_once_over_two_starts(tmp_path: Path, read: list[Path]) -> None:
    make_model(tmp_path / "models" / "hills")
    store = tmp_path / "profile" / "hashes.json"
    for _ in range(2):
        catalog = Catalog([tmp_path / "models"], KnownHashes(store)).scan()
        assert list(catalog.packages) == ["hills"]
        catalog.scan()
    assert len(read) == len(set(read)) > 0


def test_a_changed_file_is_hashed_again_and_refused(tmp_path: Path) -> None:
    package = make_model(tmp_path / "models" / "hills")
    catalog = Catalog([tmp_path / "models"], KnownHashes(tmp_path / "hashes.json")).scan()
    weights = package.weights_path(package.card.stages[0].name)
    damage(weights)
    assert catalog.scan().packages == {}
    assert "SHA-256" in catalog.problems[0][1]


def test_a_change_that_hides_its_time_is_refused_before_it_is_run(tmp_path: Path) -> None:
    package = make_model(tmp_path / "models" / "hills")
    weights = package.weights_path(package.card.stages[0].name)
    check_weights(package)
    before = weights.stat()
    damage(weights)
    os.utime(weights, ns=(before.st_atime_ns, before.st_mtime_ns))
    with pytest.raises(PackageError, match="SHA-256"):
        check_weights(package)


@pytest.mark.parametrize("text", ["", "[]", '{"a": 1}', '{"a": ["x"]}'])
def test_a_damaged_store_is_written_anew(tmp_path: Path, text: str, read: list[Path]) -> None:
    store, file = tmp_path / "hashes.json", tmp_path / "weights"
    store.write_text(text, encoding="utf-8")
    file.write_bytes(b"weights")
    hashes = KnownHashes(store)
    assert hashes(file) == hash_file(file)
    hashes.save()
    assert list(json.loads(store.read_text(encoding="utf-8"))) == [str(file)]
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_store_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "profile").write_text("a file", encoding="utf-8")
    file = tmp_path / "weights"
    file.write_bytes(b"weights")
    hashes = KnownHashes(tmp_path / "profile" / "hashes.json")
    assert hashes(file) == hash_file(file)
    hashes.save()


def damage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(bytes(content))
