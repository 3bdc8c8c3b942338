"""Every text that users see: what the code hands to `tr` or `mark`, and what the cards say."""

from __future__ import annotations

import ast
import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CODE = ("core", "processing_provider", "ui")
# Training is a developer's tool, and English.
_NOT_TRANSLATED = "core/training"
_CARD_TEXTS = ("title", "summary", "group", "limits")
_TRAINING_TEXTS = ("data", "area")
# What of a card the code may hand to `tr` as it is: `tr(card.title)`, `tr(option.label)`.
_FROM_CARDS = frozenset((*_CARD_TEXTS, *_TRAINING_TEXTS, "label", "help", "name"))


@dataclass(frozen=True)
class SourceText:
    """A text and where it is found, such as ``ui/panel.py``."""

    text: str
    place: str


def source_texts(root: Path) -> list[SourceText]:
    """All texts of the tree at `root`, in the order of files and lines; repeated ones too."""
    found = [one for path in code_files(root) for one in texts_in_code(path, root)]
    for path in sorted((root / "models").glob("*/model.json")):
        card = json.loads(path.read_text(encoding="utf-8"))
        place = path.relative_to(root).as_posix()
        found += [SourceText(text, place) for text in texts_in_card(card)]
    return found


def code_files(root: Path) -> list[Path]:
    """The Python files that may translate."""
    paths = [root / "plugin.py"]
    for folder in CODE:
        paths += sorted((root / folder).rglob("*.py"))
    left_out = root / _NOT_TRANSLATED
    return [path for path in paths if path.is_file() and left_out not in path.parents]


def texts_in_code(path: Path, root: Path) -> Iterator[SourceText]:
    """The literals that one file translates."""
    place = path.relative_to(root).as_posix()
    for call in _calls(_tree(path), ("tr", "mark")):
        for node in _parts(call.args[0]):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield SourceText(node.value, place)


def texts_in_card(card: dict[str, Any]) -> Iterator[str]:
    """What a model's card says to users; empty entries left out."""
    texts = [card.get(key, "") for key in _CARD_TEXTS]
    for spec in card.get("parameters", ()):
        # A parameter without a label is called by its name.
        texts.append(spec.get("label") or spec["name"].replace("_", " ").capitalize())
        texts.append(spec.get("help", ""))
        texts += [option["label"] for option in spec.get("options", ())]
    for layer in card.get("layers", ()):
        texts += [layer.get("title", ""), layer.get("help", "")]
    for spec in (*card.get("output", ()), *card.get("layers", ())):
        texts += [entry["name"] for entry in spec.get("classes", ())]
    texts += [one["keeps"]["name"] for one in card.get("stages", ()) if one.get("keeps")]
    texts += [card["training"][key] for key in _TRAINING_TEXTS]
    return (text for text in texts if text)


def problems(root: Path) -> list[str]:
    """The calls of `tr` whose text cannot be found here, or would never be translated."""
    found = []
    for path in code_files(root):
        tree = _tree(path)
        at_import = {id(call) for call in _calls_at_import(tree)}
        for call in _calls(tree, ("tr", "mark")):
            place = f"{path.relative_to(root).as_posix()}:{call.lineno}"
            if id(call) in at_import:
                found.append(f"{place}: tr() at import, before QGIS has a language.")
            if not all(_is_known(part) for part in _parts(call.args[0])):
                text = ast.unparse(call.args[0])
                found.append(f"{place}: tr({text}); it takes a literal, .format(…) comes after it.")
    return found


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def _is_call(node: ast.AST, names: Collection[str]) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in names
        and len(node.args) == 1
    )


def _calls(tree: ast.AST, names: Collection[str]) -> list[ast.Call]:
    found = [
        node for node in ast.walk(tree) if isinstance(node, ast.Call) and _is_call(node, names)
    ]
    return sorted(found, key=lambda call: (call.lineno, call.col_offset))


def _calls_at_import(node: ast.AST) -> Iterator[ast.AST]:
    """The calls of `tr` that run when the module is imported: those outside every function."""
    for child in ast.iter_child_nodes(node):
        if _is_call(child, ("tr",)):
            yield child
        if not isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            yield from _calls_at_import(child)


def _parts(node: ast.expr) -> list[ast.expr]:
    """What an argument may be: both sides of ``a or b`` and of ``a if c else b``."""
    if isinstance(node, ast.BoolOp):
        return [part for value in node.values for part in _parts(value)]
    if isinstance(node, ast.IfExp):
        return [*_parts(node.body), *_parts(node.orelse)]
    return [node]


def _is_known(node: ast.expr) -> bool:
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str)
    if isinstance(node, ast.Attribute):
        return node.attr in _FROM_CARDS
    # A parameter without a label is called by its name, as in `texts_in_card`.
    return ast.unparse(node).endswith("name.replace('_', ' ').capitalize()")
