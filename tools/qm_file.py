"""Compiles translations into Qt's .qm form, as `lrelease` does, where that is not installed.

The form is that of ``qtranslator.cpp``: a magic number, then sections of (tag, length, bytes).
A text is found by the ELF hash of its source; each message carries context and source, so that
another text of the same hash, or another plugin's context, is never taken for it.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping

_MAGIC = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")
_HASHES, _MESSAGES, _LANGUAGE = 0x42, 0x69, 0xA7
_END, _TRANSLATION, _SOURCE, _CONTEXT, _COMMENT = 1, 3, 6, 7, 8


def compiled(translations: Mapping[str, str], context: str, language: str) -> bytes:
    """The .qm file of `translations` (source text to translated text) in one `context`."""
    entries = []
    messages = b""
    for source, translated in sorted(translations.items()):
        entries.append((elf_hash(source.encode()), len(messages)))
        messages += _message(source, translated, context)
    hashes = b"".join(struct.pack(">II", *entry) for entry in sorted(entries))
    sections = ((_LANGUAGE, language.encode()), (_HASHES, hashes), (_MESSAGES, messages))
    return _MAGIC + b"".join(struct.pack(">BI", tag, len(data)) + data for tag, data in sections)


def elf_hash(data: bytes) -> int:
    """The hash of the System V object format, never 0, as Qt computes it."""
    value = 0
    for byte in data:
        value = (value << 4) + byte
        high = value & 0xF0000000
        if high:
            value ^= high >> 24
        value &= ~high & 0xFFFFFFFF
    return value or 1


def _message(source: str, translated: str, context: str) -> bytes:
    text = translated.encode("utf-16-be")
    message = struct.pack(">BI", _TRANSLATION, len(text)) + text
    for tag, part in ((_COMMENT, ""), (_SOURCE, source), (_CONTEXT, context)):
        data = part.encode()
        message += struct.pack(">BI", tag, len(data)) + data
    return message + struct.pack(">B", _END)
