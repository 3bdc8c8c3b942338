"""Keeps the translations in i18n/: collects the texts, compiles them, checks them."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from . import qm_file, source_texts, ts_file
from .bootstrap import PACKAGE, ROOT

LANGUAGES = ("de", "zh_CN")
_PLACEHOLDER = re.compile(r"(?<!\{)\{[^{}]*\}(?!\})")
_KEY = re.compile(r"&\w(?!\w*;)")
_TAG = re.compile(r"</?[a-z][^>]*>|%\d|%%")


def ts_path(root: Path, language: str) -> Path:
    """The file with the translations into `language`."""
    return root / "i18n" / f"{PACKAGE}_{language}.ts"


def update(root: Path = ROOT) -> int:
    """Bring the .ts files up to date with the code; gives how many texts are still to translate."""
    texts = source_texts.source_texts(root)
    missing = 0
    for language in LANGUAGES:
        path = ts_path(root, language)
        path.parent.mkdir(exist_ok=True)
        known = ts_file.read(path) if path.is_file() else {}
        ts_file.write(path, language, texts, known)
        missing += len({one.text for one in texts} - known.keys())
    return missing


def compile_all(root: Path = ROOT) -> list[Path]:
    """Write the .qm file of each .ts file beside it, and give their paths."""
    written = []
    for language in LANGUAGES:
        source = ts_path(root, language)
        if not source.is_file():
            continue
        target = source.with_suffix(".qm")
        unfinished = target.with_suffix(".qm.tmp")
        data = qm_file.compiled(ts_file.read(source), ts_file.CONTEXT, language)
        unfinished.write_bytes(data)
        os.replace(unfinished, target)
        written.append(target)
    return written


def problems(root: Path = ROOT) -> list[str]:
    """What is not translated, or translated in a way that breaks it; one sentence each."""
    found = source_texts.problems(root)
    sources = {one.text: one.place for one in source_texts.source_texts(root)}
    for language in LANGUAGES:
        path = ts_path(root, language)
        if not path.is_file():
            found.append(f"{path.name}: is missing. Run: bash tools/translate update")
            continue
        translations = ts_file.read(path)
        for text, place in sources.items():
            if text not in translations:
                found.append(f"{path.name}: not translated ({place}): {text}")
        for text, translated in translations.items():
            if text not in sources:
                found.append(f"{path.name}: no longer used: {text}")
            found += [f"{path.name}: {why}: {text}" for why in broken(text, translated)]
    return found


def broken(text: str, translated: str) -> list[str]:
    """Why `translated` cannot stand for `text`; empty where it can."""
    reasons = []
    if sorted(_PLACEHOLDER.findall(text)) != sorted(_PLACEHOLDER.findall(translated)):
        reasons.append("other placeholders")
    if sorted(_TAG.findall(text)) != sorted(_TAG.findall(translated)):
        reasons.append("other tags")
    if text.count("\n") != translated.count("\n"):
        reasons.append("another number of lines")
    if bool(_KEY.search(text)) != bool(_KEY.search(translated)):
        reasons.append("a key (&) where there was none, or none where there was one")
    if text.endswith("…") != translated.endswith("…"):
        reasons.append("the ellipsis of a dialog's button differs")
    if (translated != translated.strip()) != (text != text.strip()):
        reasons.append("spaces at an end")
    return reasons


def main(arguments: Sequence[str]) -> int:
    """Do what the verb says; `check` fails where anything is missing."""
    parser = argparse.ArgumentParser(prog="tools/translate", description=__doc__)
    parser.add_argument("verb", choices=("update", "compile", "check"))
    verb = parser.parse_args(arguments).verb
    if verb == "update":
        print(f"{update()} texts are still to be translated.")
        return 0
    if verb == "compile":
        for path in compile_all():
            print(f"{path}: {path.stat().st_size} bytes")
        return 0
    found = problems()
    print("\n".join(found) or "Everything is translated.", file=sys.stderr if found else sys.stdout)
    return 1 if found else 0
