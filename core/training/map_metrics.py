"""How close generated maps are to real ones: shares, buildings, blocks, street networks.

Fixed before the map models were trained. Maps are stacks of `MapClass` codes ``(N, H, W)`` with
buildings on top. Distances are between pooled distributions, in standard deviations of the real
one where they are Wasserstein distances; all are zero for equal sets.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from ..map_classes import MapClass
from ..shapes import (
    label_parts,
    node_degrees,
    skeleton,
    touches_rim,
    whole_parts,
    without_spurs,
)
from .metrics import Doubles, total_variation, wasserstein

Codes = NDArray[np.uint8]
SMALLEST_BUILDING_M2, SMALLEST_BLOCK_M2 = 24.0, 400.0
SPUR_M, RIM_M = 16.0, 24.0
MOST_DEGREE = 5
_STREETS = (int(MapClass.MINOR_ROAD), int(MapClass.MAJOR_ROAD))

LINEAR = (
    "building_area", "building_squareness", "building_count", "building_spacing",
    "building_turn", "block_area", "street_density", "node_density",
)  # fmt: skip
"""Compared by Wasserstein distance; areas and distances as logarithms."""
TITLES: Mapping[str, str] = {
    "class_shares": "class shares, total variation",
    "share_spread": "class shares per patch, mean W1",
    "building_area": "building area (log), W1",
    "building_squareness": "share of its rectangle that a building fills, W1",
    "building_count": "buildings per patch, W1",
    "building_spacing": "distance to the next building (log), W1",
    "building_turn": "angle to the next building, W1",
    "block_area": "block area (log), W1",
    "street_density": "length of streets per patch, W1",
    "node_density": "junctions per patch, W1",
    "node_degree": "junction degrees, total variation",
}


@dataclass(frozen=True)
class MapSummary:
    """What `compare_maps` needs of a set of maps."""

    shares: Doubles
    """Per patch and class ``(N, 12)``."""
    degrees: Doubles
    """How many nodes have 1, 2 (none), 3, 4, 5 or more branches."""
    samples: Mapping[str, Doubles] = field(default_factory=dict)


def summarise_maps(maps: Codes, pixel_m: float) -> MapSummary:
    """Measure a stack of maps."""
    count = len(maps)
    shares = np.stack([(maps == int(code)).mean((1, 2)) for code in MapClass], 1)
    samples = building_samples(maps == int(MapClass.BUILDING), pixel_m)
    streets = np.isin(maps, _STREETS)
    lines = without_spurs(skeleton(streets), max(1, int(SPUR_M / pixel_m)))
    patches, degrees = node_degrees(lines, max(1, int(RIM_M / pixel_m)))
    side_km = maps.shape[1] * pixel_m / 1000.0
    samples["street_density"] = lines.sum((1, 2)) * pixel_m / 1000.0 / side_km**2
    crossings = np.bincount(patches[degrees >= 3], minlength=count)
    samples["node_density"] = crossings / side_km**2
    samples["block_area"] = _block_areas(streets, maps == int(MapClass.WATER), pixel_m)
    found = np.bincount(np.minimum(degrees, MOST_DEGREE), minlength=MOST_DEGREE + 1)[1:]
    return MapSummary(shares, found.astype(np.float64), samples)


def building_samples(buildings: NDArray[np.bool_], pixel_m: float) -> dict[str, Doubles]:
    """Areas, shapes, counts and neighbourhood of buildings ``(N, H, W)``."""
    parts = whole_parts(buildings, max(1, int(SMALLEST_BUILDING_M2 / pixel_m**2)))
    spacing, turn = _next_building(parts.patch, parts.y, parts.x, parts.direction)
    side_ha = buildings.shape[1] * buildings.shape[2] * pixel_m**2 / 1e4
    return {
        "building_area": np.log(parts.area * pixel_m**2),
        "building_squareness": parts.squareness,
        "building_count": np.bincount(parts.patch, minlength=len(buildings)) / side_ha,
        "building_spacing": np.log(spacing * pixel_m),
        "building_turn": turn,
    }


def _next_building(
    patch: NDArray[np.int64], y: Doubles, x: Doubles, direction: Doubles
) -> tuple[Doubles, Doubles]:
    """Distance of centres to the nearest building of the patch, and the angle between the two."""
    spacing, turns = [], []
    for one in np.unique(patch):
        here = np.flatnonzero(patch == one)
        if len(here) < 2:
            continue
        apart = np.hypot(y[here][:, None] - y[here], x[here][:, None] - x[here])
        np.fill_diagonal(apart, np.inf)
        nearest = apart.argmin(1)
        spacing.append(apart[np.arange(len(here)), nearest])
        between = np.abs(direction[here] - direction[here][nearest]) % (np.pi / 2)
        turns.append(np.minimum(between, np.pi / 2 - between))
    empty = np.zeros(0)
    return np.concatenate([empty, *spacing]), np.concatenate([empty, *turns])


def _block_areas(streets: NDArray[np.bool_], water: NDArray[np.bool_], pixel_m: float) -> Doubles:
    labels = label_parts(~streets & ~water)
    area = np.bincount(labels.ravel()) * pixel_m**2
    whole = ~touches_rim(labels) & (area >= SMALLEST_BLOCK_M2)
    whole[0] = False
    logs: Doubles = np.log(area[whole])
    return logs


def compare_maps(real: MapSummary, other: MapSummary) -> dict[str, float]:
    """Distances by the names in `TITLES`; NaN where either set has nothing to compare."""
    out = {
        "class_shares": total_variation(real.shares.mean(0), other.shares.mean(0)),
        "share_spread": _share_spread(real.shares, other.shares),
    }
    for name in LINEAR:
        one, two = real.samples[name], other.samples[name]
        out[name] = wasserstein(one, two) if min(len(one), len(two)) > 8 else float("nan")
    enough = min(real.degrees.sum(), other.degrees.sum()) > 8
    out["node_degree"] = total_variation(real.degrees, other.degrees) if enough else float("nan")
    return out


def _share_spread(real: Doubles, other: Doubles) -> float:
    """Mean distance between shares per patch, classes weighted by how much they vary."""
    at = (np.arange(200) + 0.5) / 200
    gap = np.abs(np.quantile(real, at, axis=0) - np.quantile(other, at, axis=0)).mean(0)
    spread = real.std(0)
    return float(gap.sum() / max(spread.sum(), 1e-9))
