"""A recipe: everything that is needed to train one bundled model again, as TOML."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from ..errors import InputError
from ..nets.wag import Level
from .losses import PRESETS
from .resumable import Schedule


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
    regions: dict[str, dict[str, float]] = field(default_factory=dict)
    start: str | None = None
    """Name of the recipe whose run a new one takes its first weights from."""


WITHOUT_CRITIC = frozenset(("elevation_passes", "footprints", "imagery", "town"))
"""Tasks whose networks learn by likelihood."""
# What a recipe may hold, by table; "" is the top of the file.
_ENTRIES: Mapping[str, frozenset[str]] = {
    "": frozenset(
        (
            *("name", "task", "seed", "start", "network", "critic", "data", "schedule"),
            *("options", "regions"),
        )
    ),
    "network": frozenset(("levels", "latent")),
    "critic": frozenset(("widths",)),
    "data": frozenset(("folder", "patch_px", "sizes_m", "factors", "held_out", "excluded")),
    "schedule": frozenset(entry.name for entry in fields(Schedule)),
}


def load_recipe(path: Path) -> Recipe:
    """Read ``path``; a missing or unknown entry is an :class:`InputError` that names it."""
    document = parse_toml(path)
    try:
        _check_entries(document)
        data, network = document["data"], document["network"]
        return Recipe(
            document["name"],
            document["task"],
            document["seed"],
            tuple(Level(*level) for level in network["levels"]),
            network["latent"],
            _critic_widths(document),
            data["patch_px"],
            {int(key): tuple(value) for key, value in data.get("sizes_m", {}).items()},
            {int(key): float(value) for key, value in data.get("factors", {}).items()},
            tuple(data.get("held_out", ())),
            tuple(data.get("excluded", ())),
            _schedule(document["schedule"]),
            {key: float(value) for key, value in document.get("options", {}).items()},
            {name: dict(entries) for name, entries in document.get("regions", {}).items()},
            document.get("start"),
        )
    except KeyError as error:
        message = f"Recipe '{path.name}' has no entry {error}. Compare it with a bundled one."
        raise InputError("RECIPE", str(path), message) from error
    except (TypeError, ValueError) as error:
        message = f"Recipe '{path.name}' cannot be used: {error}. Compare it with a bundled one."
        raise InputError("RECIPE", str(path), message) from error


def two_networks(recipe: Recipe) -> dict[str, list[int]]:
    """Sizes of networks of passes; the recipe's levels are the coarse one, then the fine one."""
    return {
        "widths": [level.width for level in recipe.levels],
        "blocks": [level.blocks for level in recipe.levels],
        "hidden": [whole_option(recipe, f"hidden_{name}") for name in ("coarse", "fine")],
    }


def whole_option(recipe: Recipe, name: str) -> int:
    """An option that the recipe must have."""
    if name not in recipe.options:
        message = f"Recipe '{recipe.name}' has no option '{name}'. Compare it with a bundled one."
        raise InputError("RECIPE", recipe.name, message)
    return int(recipe.options[name])


def _critic_widths(document: Mapping[str, Any]) -> tuple[int, ...]:
    if document["task"] in WITHOUT_CRITIC and "critic" not in document:
        return ()
    return tuple(document["critic"]["widths"])


def _check_entries(document: Mapping[str, Any]) -> None:
    """A misspelt entry would be overlooked, and a region that was held out be trained on."""
    for table, known in _ENTRIES.items():
        entries = document.get(table, {}) if table else document
        if not isinstance(entries, Mapping):
            raise ValueError(f"'{table}' is no table")
        unknown = sorted(set(entries) - known)
        if unknown:
            place = f"[{table}]" if table else "the recipe"
            raise ValueError(f"'{unknown[0]}' is no entry of {place}")


def _schedule(entries: Mapping[str, Any]) -> Schedule:
    schedule = Schedule(**entries)
    if schedule.loss not in PRESETS:
        known = ", ".join(sorted(PRESETS))
        raise ValueError(f"loss '{schedule.loss}' is not known; known are {known}")
    return schedule


def parse_toml(path: Path) -> dict[str, Any]:
    """The content of a TOML file; `InputError` if there is none, or it is not TOML."""
    try:
        import tomllib
    except ImportError as error:  # Python before 3.11
        message = "Reading a recipe needs Python 3.11 or newer. Run training with such a Python."
        raise InputError("RECIPE", str(path), message) from error
    try:
        with open(path, "rb") as stream:
            return tomllib.load(stream)
    except (OSError, ValueError) as error:
        message = f"File '{path}' cannot be read: {error}."
        raise InputError("RECIPE", str(path), message) from error
