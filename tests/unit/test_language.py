"""Core speaks the language that it is told, in this process and in a worker."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ...core import language
from ...core.errors import PackageError
from ...core.language import mark, tr, tr_marked
from ...tools import qm_file, ts_file

TEXTS = {
    "It has no {card}.": "Es enthält keine {card}.",
    "Model folder '{folder}' cannot be used: {reason}": "„{folder}“ ist kein Modell: {reason}",
    "Run": "运行",
}


@pytest.fixture
def german(tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "texts.qm"
    path.write_bytes(qm_file.compiled(TEXTS, ts_file.CONTEXT, "de"))
    language.use(path)
    yield path
    language.use(None)


def test_without_a_file_the_texts_are_english() -> None:
    assert language.in_use() is None
    assert tr("Run") == "Run"


@pytest.mark.usefixtures("german")
def test_texts_are_those_of_the_file_and_others_stay_english() -> None:
    assert tr("Run") == "运行"
    assert tr("Stop") == "Stop"


def test_the_file_is_read_as_it_was_compiled(german: Path) -> None:
    assert language.translations(german) == TEXTS


@pytest.mark.usefixtures("german")
def test_an_error_says_the_whole_of_it_in_that_language() -> None:
    error = PackageError("x", tr("It has no {card}.").format(card="model.json"))
    assert str(error) == "„x“ ist kein Modell: Es enthält keine model.json."


def test_a_marked_text_is_translated_where_it_is_read(german: Path) -> None:
    language.use(None)
    text = mark("Run")
    assert text == "Run"
    language.use(german)
    assert tr_marked(text) == "运行"


@pytest.mark.parametrize("damage", [b"", b"x" * 40, b"x" * 16 + b"\x69\x00\x00\x00\xff\x06"])
def test_a_damaged_file_leaves_the_texts_english(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "texts.qm"
    path.write_bytes(damage)
    language.use(path)
    try:
        assert tr("Run") == "Run"
    finally:
        language.use(None)
