"""Which software this is, for provenance and reports."""

from __future__ import annotations

import configparser
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import numpy as np

METADATA = Path(__file__).resolve().parent.parent / "metadata.txt"


@lru_cache(maxsize=1)
def plugin_version() -> str:
    """The version in ``metadata.txt``, the only place it is written."""
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(METADATA, encoding="utf-8")
    return parser.get("general", "version", fallback="unknown")


def software_versions(engine: Mapping[str, str]) -> dict[str, str]:
    """Versions of all that the pixels depend on."""
    return {"terraloom": plugin_version(), "numpy": str(np.__version__), **engine}
