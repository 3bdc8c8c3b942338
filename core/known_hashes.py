"""Hashes of files that have not changed since they were computed, kept from one start to the next.

A file counts as unchanged by its size and the time of its last change. That is enough to list a
model; before one is run its weights are hashed again.
"""

from __future__ import annotations

import json
import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import Optional

from .package import hash_file

MOST_FILES = 1000


class KnownHashes:
    """Gives the hash of a file, read only where it is new or has changed."""

    def __init__(self, store: Path) -> None:
        self._store = store
        self._known: Optional[dict[str, tuple[str, str]]] = None
        self._is_new = False

    def __call__(self, path: Path) -> str:
        """The grouped SHA-256; `OSError` where the file cannot be read."""
        if self._known is None:
            self._known = _read(self._store)
        found = path.stat()
        state = f"{found.st_size} {found.st_mtime_ns}"
        before = self._known.get(str(path))
        if before is not None and before[0] == state:
            return before[1]
        digest = hash_file(path)
        self._known[str(path)] = (state, digest)
        self._is_new = True
        return digest

    def save(self) -> None:
        """Keep what is new; where the folder cannot be written it is computed again next time."""
        if self._known is None or not self._is_new:
            return
        self._is_new = False
        kept = {path: known for path, known in self._known.items() if os.path.isfile(path)}
        newest = dict(list(kept.items())[-MOST_FILES:])
        draft = self._store.with_name(f".{self._store.name}-{secrets.token_hex(4)}")
        try:
            self._store.parent.mkdir(parents=True, exist_ok=True)
            draft.write_text(json.dumps(newest, indent=1), encoding="utf-8")
            os.replace(draft, self._store)
        except OSError:
            with suppress(OSError):
                draft.unlink()


def _read(store: Path) -> dict[str, tuple[str, str]]:
    """What was kept; nothing where that is missing or damaged."""
    try:
        found = json.loads(store.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {
        path: (known[0], known[1])
        for path, known in found.items()
        if isinstance(known, list) and len(known) == 2 and all(isinstance(k, str) for k in known)
    }
