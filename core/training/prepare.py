"""From elevation files as producers publish them to the arrays that training reads."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..errors import RasterError
from ..progress import Progress
from ..raster.metric import (
    distance_to,
    filled_voids,
    metric_bands,
    read_source,
    to_metric,
    without_small_parts,
)
from .dataset import TerrainRaster, shore_distance
from .imagery_prepare import prepare_imagery
from .recipe import parse_toml

WATER_REACH_PX, WATER_GROWTH_STEPS = 3, 8
LEVEL_TOLERANCE_M = 1e-6
# Gaps of the coarse land grid smaller than this are lakes or land below the sea, not sea.
SMALLEST_SEA_PX = 25
# An invented sea floor, falling away from the coast: only its zero line is ever shown.
SHELF_M, SHELF_SLOPE_M, SHELF_POWER, DEEPEST_M = 6.0, 14.0, 0.8, 350.0


def prepare(description: Path, sources: Path, out: Path, progress: Progress) -> None:
    """Prepare all that ``description`` (TOML) lists from the files under ``sources``."""
    document = parse_toml(description)
    if "scenes" in document:
        prepare_imagery(description, sources, out, progress)
        return
    out.mkdir(parents=True, exist_ok=True)
    for entry in document["detailed"]:
        for path in sorted(sources.glob(entry["files"])):
            progress.check()
            progress.info(path.name)
            prepare_detailed(path, entry, document.get("pixel_m", {})).save(out)
    for entry in document["coarse"]:
        progress.info(entry["file"])
        prepare_coarse(sources / entry["file"], entry, out)


def prepare_detailed(path: Path, entry: dict[str, Any], sizes: dict[str, float]) -> TerrainRaster:
    """One elevation file with its water, on square pixels of true size."""
    source = read_source(str(path), float(entry.get("scale", 1.0)))
    if not source.valid.any():
        raise RasterError(path, "No pixel has data. Remove the file from the sources.")
    water = level_water(source.elevation, source.valid)
    valid = source.valid
    if path.stem in entry.get("sea_is_void", ()):
        water = water | ~valid
        valid = np.ones_like(valid)
    cleaned = type(source)(
        source.elevation, valid, source.geotransform, source.wkt, source.is_geographic
    )
    pixel_m = float(sizes.get(path.stem, entry["pixel_m"]))
    elevation, wet, bad = to_metric(cleaned, water, pixel_m)
    return TerrainRaster(path.stem, pixel_m, elevation, shore_distance(wet), bad)


def prepare_coarse(path: Path, entry: dict[str, Any], out: Path) -> None:
    """A coarse relief in degrees, cut into pieces of nearly constant scale."""
    pieces = metric_bands(
        str(path),
        float(entry["pixel_m"]),
        float(entry["band_degrees"]),
        float(entry.get("part_degrees", 360.0)),
        float(entry.get("south", -90.0)),
        float(entry.get("north", 90.0)),
    )
    for place, piece in pieces:
        name = f"{entry['name']}_{place}"
        if entry.get("continent", False):
            relief = with_sea_floor(piece)
            if (relief > 0).mean() > 0.01:
                (out / "continent").mkdir(exist_ok=True)
                np.save(out / "continent" / f"{name}.npy", relief)
        else:
            sea = ~(piece > 0)
            elevation = np.where(sea, 0, piece).astype(np.float32)
            bad = np.zeros(piece.shape, dtype=bool)
            TerrainRaster(name, float(entry["pixel_m"]), elevation, shore_distance(sea), bad).save(
                out
            )


def with_sea_floor(piece: NDArray[np.float32]) -> NDArray[np.float32]:
    """Land as it is, at least 1 m high; sea as an invented floor below zero."""
    gap = ~(piece > 0)
    sea = without_small_parts(gap, SMALLEST_SEA_PX)
    known = ~(gap & ~sea)
    land = np.maximum(filled_voids(np.where(gap, 0, piece).astype(np.float32), known, 30), 1.0)
    depth = np.minimum(SHELF_M + SHELF_SLOPE_M * distance_to(~sea) ** SHELF_POWER, DEEPEST_M)
    return np.where(sea, -depth, land).astype(np.float32)


def level_water(elevation: NDArray[np.float32], valid: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Sea and lakes: exactly level ground, as producers of elevation models leave it."""
    surface = np.where(valid, elevation, np.float32(-9999))
    span = _box(surface, WATER_REACH_PX, np.maximum) - _box(surface, WATER_REACH_PX, np.minimum)
    near = _box(surface, 1, np.maximum) - _box(surface, 1, np.minimum)
    water = (span < LEVEL_TOLERANCE_M) | ((surface == 0) & (near < LEVEL_TOLERANCE_M))
    for _ in range(WATER_GROWTH_STEPS):
        level = _box(np.where(water, surface, np.float32(-1e9)), 1, np.maximum)
        water |= np.abs(surface - level) < LEVEL_TOLERANCE_M
    out: NDArray[np.bool_] = water & valid
    return out


def _box(values: NDArray[np.float32], reach: int, best: np.ufunc) -> NDArray[np.float32]:
    """The largest or smallest value within ``reach`` pixels along both axes."""
    padded = np.pad(values, reach, mode="edge")
    size = 2 * reach + 1
    rows = best.reduce([padded[i : i + values.shape[0]] for i in range(size)])
    out: NDArray[np.float32] = best.reduce([rows[:, i : i + values.shape[1]] for i in range(size)])
    return out
