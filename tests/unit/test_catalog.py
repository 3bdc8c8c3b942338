from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from ...core.catalog import Catalog, bundled_folder
from ...core.errors import PackageError
from .model_folders import edit_card, make_model


def test_good_models_are_found_beside_broken_ones(tmp_path):
    make_model(tmp_path / "hills")
    make_model(tmp_path / "dunes")
    edit_card(make_model(tmp_path / "fen").folder, schema=99)
    (tmp_path / "empty").mkdir()
    (tmp_path / "notes.txt").write_text("not a model", encoding="utf-8")
    catalog = Catalog([tmp_path]).scan()
    assert list(catalog.packages) == ["dunes", "hills"]
    problems = {folder.name: reason for folder, reason in catalog.problems}
    assert set(problems) == {"empty", "fen"}
    assert "newer Terraloom" in problems["fen"]
    assert problems["empty"] == "It has no model.json."


def test_the_first_folder_wins_on_equal_ids_and_the_other_is_told(tmp_path):
    make_model(tmp_path / "ours" / "hills", title="Ours")
    make_model(tmp_path / "theirs" / "hills", title="Theirs")
    catalog = Catalog([tmp_path / "ours", tmp_path / "theirs"]).scan()
    assert catalog.packages["hills"].card.title == "Ours"
    ((folder, reason),) = catalog.problems
    assert folder == tmp_path / "theirs" / "hills"
    assert "already loaded from" in reason


def test_a_broken_first_copy_does_not_hide_a_good_second_one(tmp_path):
    edit_card(make_model(tmp_path / "ours" / "hills").folder, title=None)
    make_model(tmp_path / "theirs" / "hills")
    catalog = Catalog([tmp_path / "ours", tmp_path / "theirs"]).scan()
    assert catalog.get("hills").folder.parent.name == "theirs"
    assert len(catalog.problems) == 1


def test_missing_folders_and_drafts_are_passed_over(tmp_path):
    (tmp_path / ".hills-12ab").mkdir()
    (tmp_path / "__pycache__").mkdir()
    catalog = Catalog([tmp_path / "not yet", tmp_path]).scan()
    assert catalog.packages == {}
    assert catalog.problems == ()


def test_a_folder_given_twice_is_looked_at_once(tmp_path):
    make_model(tmp_path / "hills")
    catalog = Catalog([tmp_path, tmp_path / ".." / tmp_path.name]).scan()
    assert list(catalog.packages) == ["hills"]
    assert catalog.problems == ()


def test_scanning_again_sees_what_changed(tmp_path):
    catalog = Catalog([tmp_path])
    assert catalog.packages == {}
    folder = make_model(tmp_path / "hills").folder
    assert list(catalog.scan().packages) == ["hills"]
    shutil.rmtree(folder)
    assert catalog.scan().packages == {}


@pytest.mark.parametrize("content", [b"", b"null", b"\x80\x04K\x01.", b"{" * 10_000, b'{"id": 1}'])
def test_no_card_makes_the_scan_raise(tmp_path, content):
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "model.json").write_bytes(content)
    catalog = Catalog([tmp_path]).scan()
    assert [folder.name for folder, _ in catalog.problems] == ["bad"]


def test_a_card_that_is_a_folder_or_a_dead_link_is_a_problem_only(tmp_path):
    (tmp_path / "one" / "model.json").mkdir(parents=True)
    (tmp_path / "two").mkdir()
    try:
        os.symlink(tmp_path / "nowhere", tmp_path / "two" / "model.json")
    except OSError:
        pytest.skip("This system makes no symbolic links.")
    assert len(Catalog([tmp_path]).scan().problems) == 2


def test_asking_for_a_model_that_is_not_there_says_why(tmp_path):
    make_model(tmp_path / "hills")
    edit_card(make_model(tmp_path / "fen").folder, limits=None)
    catalog = Catalog([tmp_path]).scan()
    assert catalog.get("hills").id == "hills"
    with pytest.raises(PackageError, match="no such model. Models found: hills"):
        catalog.get("dunes")
    with pytest.raises(PackageError, match="lacks 'limits'"):
        catalog.get("fen")


def test_every_bundled_model_is_sound():
    folder = bundled_folder()
    assert (folder / "model.schema.json").is_file()
    catalog = Catalog([folder]).scan()
    assert catalog.problems == ()
    for path in sorted(Path(folder).glob("*/model.json")):
        assert json.loads(path.read_text(encoding="utf-8"))["id"] in catalog.packages
