"""Core's sentences in the language of who reads them: English, or what a compiled file of
translations (Qt's .qm) has for them."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import NewType, Optional

Marked = NewType("Marked", str)
"""A text that is written where nobody reads it yet, and translated by `tr_marked` where it is."""

_MAGIC_BYTES = 16
_MESSAGES = 0x69
_END, _TRANSLATION, _SOURCE = 1, 3, 6


class _Language:
    """The chosen file, read when its first text is needed."""

    def __init__(self) -> None:
        self.path: Optional[Path] = None
        self._texts: dict[str, str] = {}
        self._read: Optional[Path] = None

    def text(self, english: str) -> str:
        path = self.path
        if path is None:
            return english
        if self._read != path:
            self._texts = translations(path)
            self._read = path
        return self._texts.get(english, english)


_language = _Language()


def tr(text: str) -> str:
    """Give ``text`` in the language in use; what varies is put in with ``format`` afterwards."""
    return _language.text(text)


def mark(text: str) -> Marked:
    """Say that ``text`` is to be translated, and leave it English."""
    return Marked(text)


def tr_marked(text: Marked) -> str:
    """Give a text that was marked in the language in use."""
    return _language.text(text)


def use(path: Optional[Path]) -> None:
    """Speak the language of that file from now on; English without one, or one that is damaged."""
    _language.path = path


def in_use() -> Optional[Path]:
    """The file of the language that is spoken; None for English."""
    return _language.path


def translations(path: Path) -> dict[str, str]:
    """Source text to translation in a .qm file; empty where there is no such file, or it is bad."""
    try:
        data = path.read_bytes()
        return dict(_pairs(data))
    except (OSError, ValueError, struct.error):
        return {}


def _pairs(data: bytes) -> Iterator[tuple[str, str]]:
    position = _MAGIC_BYTES
    while position < len(data):
        section, length = struct.unpack_from(">BI", data, position)
        position += 5
        if section == _MESSAGES:
            yield from _messages(data[position : position + length])
        position += length


def _messages(data: bytes) -> Iterator[tuple[str, str]]:
    position = 0
    parts: dict[int, bytes] = {}
    while position < len(data):
        tag = data[position]
        position += 1
        if tag == _END:
            yield parts.get(_SOURCE, b"").decode(), parts.get(_TRANSLATION, b"").decode("utf-16-be")
            parts = {}
            continue
        (length,) = struct.unpack_from(">I", data, position)
        parts[tag] = data[position + 4 : position + 4 + length]
        position += 4 + length
