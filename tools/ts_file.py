"""Reads and writes Qt's .ts files: source texts, where they are, and their translations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from xml.etree import ElementTree

from .source_texts import SourceText

CONTEXT = "Terraloom"


def read(path: Path) -> dict[str, str]:
    """Source text to translation, without those that are unfinished or no longer used."""
    found = {}
    for message in ElementTree.parse(path).getroot().iter("message"):
        translation = message.find("translation")
        if translation is not None and translation.get("type") is None and translation.text:
            found[message.findtext("source", "")] = translation.text
    return found


def write(
    path: Path, language: str, texts: Iterable[SourceText], translations: Mapping[str, str]
) -> None:
    """Write all `texts`, with their translations where there are any, else as unfinished."""
    root = ElementTree.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ElementTree.SubElement(root, "context")
    ElementTree.SubElement(context, "name").text = CONTEXT
    for source, places in _places(texts).items():
        message = ElementTree.SubElement(context, "message")
        for place in places:
            # No line numbers: they would change with every commit.
            ElementTree.SubElement(message, "location", filename=f"../{place}")
        ElementTree.SubElement(message, "source").text = source
        translation = ElementTree.SubElement(message, "translation")
        if source in translations:
            translation.text = translations[source]
        else:
            translation.set("type", "unfinished")
    ElementTree.indent(root, " ")
    body = ElementTree.tostring(root, encoding="unicode")
    text = f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n'
    path.write_bytes(text.encode())


def _places(texts: Iterable[SourceText]) -> dict[str, list[str]]:
    places: dict[str, list[str]] = {}
    for one in texts:
        known = places.setdefault(one.text, [])
        if one.place not in known:
            known.append(one.place)
    return places
