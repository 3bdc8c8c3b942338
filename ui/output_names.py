"""File names for results, where the user has set only a folder for them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..processing_provider import parameters as names

LONGEST = 60
_UNFIT = re.compile(r"[^\w.-]+")
_given: set[Path] = set()  # a run that waits has no file yet


def result_path(folder: Path, algorithm_id: str, parameters: Mapping[str, Any], end: str) -> Path:
    """Give a name that says what it is and is not taken: ``terrain_seed11_2.tif``."""
    parts = [algorithm_id.partition(":")[2]]
    source = parameters.get(names.INPUT)
    if isinstance(source, str) and source:
        parts.append(_UNFIT.sub("_", Path(source.split("|")[0]).stem)[:LONGEST])
    if names.SEED in parameters:
        parts.append(f"seed{parameters[names.SEED]}")
    stem = "_".join(parts) + end
    path, number = folder / f"{stem}.tif", 2
    while path in _given or path.exists():
        path, number = folder / f"{stem}_{number}.tif", number + 1
    _given.add(path)
    return path
