"""From vector extracts of towns to the arrays that the map models are trained on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..map_classes import MapClass
from ..progress import Progress
from ..raster.drawings import Drawing
from ..raster.street_map import rasterise_town
from .recipe import parse_toml


def prepare_maps(description: Path, sources: Path, out: Path, progress: Progress) -> None:
    """Rasterise all towns that ``description`` (TOML) lists from the files under ``sources``."""
    document = parse_toml(description)
    out.mkdir(parents=True, exist_ok=True)
    drawings = [_drawing(entry) for entry in document["drawings"]]
    for entry in document["towns"]:
        path = sources / entry["file"]
        progress.check()
        progress.info(path.name)
        town = rasterise_town(
            path,
            drawings,
            entry.get("bounds"),
            float(document["pixel_m"]),
            float(entry.get("sea_beyond_m", 0.0)),
            float(entry.get("mapped_within_m", 0.0)),
        )
        town.save(out / f"{path.stem.replace('_osm', '')}.npz")


def _drawing(entry: dict[str, Any]) -> Drawing:
    return Drawing(
        entry["layer"],
        entry["field"],
        frozenset(entry["values"]),
        MapClass[entry["class"].upper()],
        float(entry.get("width_m", 0.0)),
    )
