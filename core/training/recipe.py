"""A recipe: everything that is needed to train one bundled model again, as TOML."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..errors import InputError
from ..nets.wag import Level
from .loop import Schedule


@dataclass(frozen=True)
class Recipe:
    """The checked content of a recipe file; sizes in metres, patches in pixels."""

    name: str
    task: str
    seed: int
    levels: tuple[Level, ...]
    latent: int
    critic_widths: tuple[int, ...]
    patch_px: int
    sizes_m: dict[int, tuple[int, ...]]
    factors: dict[int, float]
    held_out: tuple[str, ...]
    excluded: tuple[str, ...]
    schedule: Schedule
    options: dict[str, float] = field(default_factory=dict)


def load_recipe(path: Path) -> Recipe:
    """Read ``path``; a missing or unknown entry is an :class:`InputError` that names it."""
    document = parse_toml(path)
    try:
        data, network = document["data"], document["network"]
        return Recipe(
            document["name"],
            document["task"],
            document["seed"],
            tuple(Level(*level) for level in network["levels"]),
            network["latent"],
            tuple(document["critic"]["widths"]),
            data["patch_px"],
            {int(key): tuple(value) for key, value in data.get("sizes_m", {}).items()},
            {int(key): float(value) for key, value in data.get("factors", {}).items()},
            tuple(data.get("held_out", ())),
            tuple(data.get("excluded", ())),
            Schedule(**document["schedule"]),
            {key: float(value) for key, value in document.get("options", {}).items()},
        )
    except (KeyError, TypeError, ValueError) as error:
        message = f"Recipe '{path.name}' is not complete: {error}. Compare it with a bundled one."
        raise InputError("RECIPE", str(path), message) from error


def parse_toml(path: Path) -> dict[str, Any]:
    """The content of a TOML file."""
    try:
        import tomllib
    except ImportError as error:  # Python before 3.11
        message = "Reading a recipe needs Python 3.11 or newer. Run training with such a Python."
        raise InputError("RECIPE", str(path), message) from error
    with open(path, "rb") as stream:
        return tomllib.load(stream)
