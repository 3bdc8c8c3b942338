"""The translations: every text is found, and every one is translated."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from ...tools import source_texts, translate, ts_file

ROOT = Path(__file__).resolve().parents[2]
CARD = """{"title": "Land", "summary": "Makes land.", "group": "Terrain", "limits": "None.",
"parameters": [{"name": "sea_level", "kind": "float", "default": 0, "help": "Where it ends."},
{"name": "kind", "kind": "enum", "default": "a", "label": "Kind",
 "options": [{"value": "a", "label": "Alpine"}]}],
"training": {"data": "Made up.", "area": "Nowhere."}}"""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A plugin with one translated file and one model."""
    for name, text in (
        ("ui/panel.py", 'def label():\n    return tr("Run"), tr("{count} px").format(count=1)\n'),
        ("models/land/model.json", CARD),
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def translated(tree: Path, translations: dict[str, str]) -> None:
    """Fill every .ts file of the tree: with `translations`, else with the source text."""
    texts = source_texts.source_texts(tree)
    for language in translate.LANGUAGES:
        path = translate.ts_path(tree, language)
        path.parent.mkdir(exist_ok=True)
        everything = {one.text: one.text for one in texts}
        ts_file.write(path, language, texts, {**everything, **translations})


def write_code(tree: Path, code: str) -> None:
    (tree / "ui" / "panel.py").write_text(code, encoding="utf-8")


def test_every_text_of_the_plugin_is_translated() -> None:
    assert translate.problems(ROOT) == []


def test_texts_come_from_the_code_and_from_the_cards(tree: Path) -> None:
    texts = [one.text for one in source_texts.source_texts(tree)]
    assert texts == [
        *("Run", "{count} px"),
        *("Land", "Makes land.", "Terrain", "None.", "Sea level", "Where it ends."),
        *("Kind", "Alpine", "Made up.", "Nowhere."),
    ]


def test_a_fully_translated_tree_has_no_problems(tree: Path) -> None:
    translated(tree, {})
    assert translate.problems(tree) == []


def test_a_new_text_is_reported_until_it_is_translated(tree: Path) -> None:
    translated(tree, {})
    write_code(tree, 'def label():\n    return tr("Run"), tr("{count} px"), tr("Stop")\n')
    expected = [
        f"terraloom_{one}.ts: not translated (ui/panel.py): Stop" for one in translate.LANGUAGES
    ]
    assert translate.problems(tree) == expected
    assert translate.update(tree) == 2
    assert translate.problems(tree) == expected, "unfinished is not translated"


def test_a_text_that_is_gone_is_reported_until_the_files_are_updated(tree: Path) -> None:
    translated(tree, {})
    write_code(tree, 'def label():\n    return tr("Run")\n')
    assert all("no longer used: {count} px" in one for one in translate.problems(tree))
    assert translate.update(tree) == 0
    assert translate.problems(tree) == []


def test_updating_keeps_translations_and_changes_nothing_the_second_time(tree: Path) -> None:
    translated(tree, {"Run": "Ausführen"})
    translate.update(tree)
    path = translate.ts_path(tree, "de")
    assert ts_file.read(path)["Run"] == "Ausführen"
    before = path.read_bytes()
    translate.update(tree)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("{count} px", "Pixel"),
        ("{count} px", "{anzahl} px"),
        ("<b>Bold</b>", "Fett"),
        ("Open…", "Öffnen"),
        ("One\nTwo", "Eins, zwei"),
        ("Run", "Ausführen "),
        ("&Run", "Ausführen"),
    ],
)
def test_a_translation_that_breaks_the_text_is_reported(text: str, wrong: str) -> None:
    assert translate.broken(text, wrong) != []
    assert translate.broken(text, text) == []


def test_texts_of_core_are_found_too_also_those_that_are_translated_later(tree: Path) -> None:
    for name, code in (
        ("core/errors.py", 'LATER = mark("Later")\n\ndef f():\n    return tr("Now")\n'),
        ("core/training/loop.py", 'def f():\n    return tr("A developer reads this")\n'),
    ):
        path = tree / name
        path.parent.mkdir(parents=True)
        path.write_text(code, encoding="utf-8")
    texts = [one.text for one in source_texts.source_texts(tree)]
    assert texts[:2] == ["Later", "Now"]
    assert "A developer reads this" not in texts
    assert source_texts.problems(tree) == []


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ('def f(name):\n    return tr(f"Run {name}")\n', "takes a literal"),
        ("def f(name):\n    return tr(name)\n", "takes a literal"),
        ('TITLE = tr("Run")\n', "at import"),
        ('class Form:\n    title = tr("Run")\n', "at import"),
    ],
)
def test_a_text_that_could_not_be_translated_is_reported(
    tree: Path, code: str, reason: str
) -> None:
    write_code(tree, code)
    found = source_texts.problems(tree)
    assert len(found) == 1
    assert found[0].startswith("ui/panel.py:")
    assert reason in found[0]


@pytest.mark.parametrize(
    "argument", ['"Run"', '"Run" if done else "Stop"', "card.title", "spec.label or option.label"]
)
def test_literals_and_the_texts_of_cards_are_found(tree: Path, argument: str) -> None:
    write_code(tree, f"def f(card, spec, option, done):\n    return tr({argument})\n")
    assert source_texts.problems(tree) == []


def test_the_context_is_the_one_that_the_code_asks_for() -> None:
    source = (ROOT / "processing_provider" / "translation.py").read_text(encoding="utf-8")
    found = [
        ast.literal_eval(node.value)
        for node in ast.parse(source).body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "CONTEXT"
    ]
    assert found == [ts_file.CONTEXT]
