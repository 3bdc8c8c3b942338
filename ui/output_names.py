"""Files for results: a name where the user has set only a folder, a number where there are many."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingAlgorithm, QgsProject

from ..processing_provider import parameters as names
from ..processing_provider import settings
from .run_parameters import TEMPORARY, settled

LONGEST = 60
_UNFIT = re.compile(r"[^\w.-]+")
_given: set[Path] = set()  # a run that waits has no file yet


def with_output(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], suffix: str
) -> dict[str, Any]:
    """Give the parameters with the file that the result is to be in, ``suffix`` at its end."""
    path = parameters.get(names.OUTPUT)
    if path == TEMPORARY and settings.output_folder():
        plain = settled(algorithm, parameters, QgsProject.instance())
        named = result_path(Path(settings.output_folder()), algorithm.id(), plain, suffix)
        return {**parameters, names.OUTPUT: str(named)}
    if suffix and isinstance(path, str) and path != TEMPORARY:
        target = Path(path)
        numbered = target.with_name(f"{target.stem}{suffix}{target.suffix}")
        return {**parameters, names.OUTPUT: str(numbered)}
    return parameters


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
