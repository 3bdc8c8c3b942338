"""What a terrain's surface looks like in numbers: slope, aspect, curvature, landforms, water.

Patches are (N, H, W) elevations in metres, rows southwards; ``pixel_size_m`` is one number or
one per patch (N,). All results are per pixel or per patch, so that sets can be compared.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Union

import numpy as np
from numpy.typing import NDArray

from .metrics import Doubles, Floats

PixelSize = Union[float, NDArray[np.floating[Any]]]

GEOMORPHONS = (
    "flat",
    "peak",
    "ridge",
    "shoulder",
    "spur",
    "slope",
    "hollow",
    "footslope",
    "valley",
    "pit",
)

# Form by number of lower (row) and of higher (column) lines of sight: Jasiewicz & Stepinski 2013,
# table of GRASS r.geomorphon. Impossible pairs (sum above 8) are never looked up.
_FORM_ROWS = (
    "FL FL FL FS FS VL VL VL PT",
    "FL FL FS FS FS VL VL VL --",
    "FL SH SL SL HL HL VL -- --",
    "SH SH SL SL SL HL -- -- --",
    "SH SH SP SL SL -- -- -- --",
    "RI RI SP SP -- -- -- -- --",
    "RI RI RI -- -- -- -- -- --",
    "RI RI -- -- -- -- -- -- --",
    "PK -- -- -- -- -- -- -- --",
)
_FORM_CODES = ("FL", "PK", "RI", "SH", "SP", "SL", "HL", "FS", "VL", "PT")
_FORMS = np.array(
    [[_FORM_CODES.index(code) if code != "--" else 5 for code in r.split()] for r in _FORM_ROWS],
    dtype=np.uint8,
)
_DIRECTIONS = ((0, 1), (1, 1), (1, 0), (1, -1), (0, -1), (-1, -1), (-1, 0), (-1, 1))


@dataclass(frozen=True)
class Curvatures:
    """Curvatures (N, H-2, W-2) in 1/m; convex is positive for profile and tangential."""

    profile: Floats
    tangential: Floats
    laplacian: Floats


def slope(patches: Floats, pixel_size_m: PixelSize) -> Floats:
    """Rise over run (N, H-2, W-2) from central differences."""
    east, south = _gradient(patches, pixel_size_m)
    return np.hypot(east, south)


def aspect(patches: Floats, pixel_size_m: PixelSize, *, minimum_slope: float = 0.02) -> Floats:
    """Downhill direction (N, H-2, W-2), radians clockwise from north, 0 to 2 pi.

    NaN where the slope is not above ``minimum_slope``: there the direction is rounding noise.
    """
    east, south = _gradient(patches, pixel_size_m)
    direction = np.arctan2(-east, south) % (2 * np.pi)
    direction[np.hypot(east, south) <= minimum_slope] = np.nan
    return direction


def curvatures(patches: Floats, pixel_size_m: PixelSize) -> Curvatures:
    """Profile and tangential curvature and the Laplacian (Zevenbergen & Thorne 1987).

    Profile and tangential curvature are 0 where the ground is level: no direction is downhill.
    """
    size = _per_patch(pixel_size_m)
    east, south = _gradient(patches, pixel_size_m)
    centre = patches[:, 1:-1, 1:-1]
    along_x = (patches[:, 1:-1, 2:] - 2 * centre + patches[:, 1:-1, :-2]) / size**2
    along_y = (patches[:, 2:, 1:-1] - 2 * centre + patches[:, :-2, 1:-1]) / size**2
    mixed = patches[:, 2:, 2:] - patches[:, 2:, :-2] - patches[:, :-2, 2:] + patches[:, :-2, :-2]
    mixed = mixed / (4 * size**2)
    steepness = east**2 + south**2
    level = steepness < 1e-12
    run = np.where(level, 1.0, steepness)
    down = east**2 * along_x + 2 * east * south * mixed + south**2 * along_y
    across = south**2 * along_x - 2 * east * south * mixed + east**2 * along_y
    return Curvatures(
        profile=np.where(level, 0.0, -down / (run * (1 + run) ** 1.5)),
        tangential=np.where(level, 0.0, -across / (run * np.sqrt(1 + run))),
        laplacian=along_x + along_y,
    )


def geomorphons(
    patches: Floats,
    pixel_size_m: PixelSize,
    *,
    search_cells: int = 12,
    flat_degrees: float = 1.0,
    step: int = 1,
) -> NDArray[np.uint8]:
    """Landforms as indices into `GEOMORPHONS`, every ``step`` pixels inside the search margin.

    Eight lines of sight of ``search_cells`` pixels; ``flat_degrees`` is the flatness threshold.
    The result is (N, ceil((H - 2L) / step), ceil((W - 2L) / step)).
    """
    height, width = patches.shape[-2:]
    if min(height, width) <= 2 * search_cells:
        raise ValueError(
            f"Patches of {height} x {width} px are too small for a search of {search_cells} px."
        )
    sizes = np.broadcast_to(np.asarray(pixel_size_m, dtype=np.float64), len(patches))
    forms = [
        _landforms(patch.astype(np.float32), float(size), search_cells, flat_degrees, step)
        for patch, size in zip(patches, sizes)
    ]
    return np.stack(forms)


def geomorphon_counts(forms: NDArray[np.uint8]) -> Doubles:
    """How many pixels of each patch have each of the ten forms (N, 10)."""
    count = len(GEOMORPHONS)
    flat = forms.reshape(len(forms), -1).astype(np.int64)
    flat = flat + count * np.arange(len(forms))[:, None]
    counts = np.bincount(flat.ravel(), minlength=count * len(forms))
    return counts.reshape(len(forms), count).astype(np.float64)


def level_share(patches: Floats, *, tolerance_m: float = 0.0) -> Doubles:
    """Share (N,) of pixels whose 3 x 3 neighbourhood spans no more than ``tolerance_m``."""
    span = _neighbourhood_span(patches)
    share: Doubles = (span <= tolerance_m).mean(axis=(1, 2), dtype=np.float64)
    return share


@dataclass(frozen=True)
class WaterFlatness:
    """How level the water is: share of inner water pixels that are level, mean span in metres."""

    level_share: float
    mean_span_m: float
    pixels: int


def water_flatness(
    patches: Floats, water: NDArray[np.bool_], *, tolerance_m: float = 0.01
) -> WaterFlatness:
    """Judge the pixels whose whole 3 x 3 neighbourhood is water; ``water`` is shaped as patches."""
    inner = water[:, 1:-1, 1:-1].copy()
    for rows, columns in _neighbours(patches.shape):
        inner &= water[:, rows, columns]
    span = _neighbourhood_span(patches)[inner]
    if not span.size:
        return WaterFlatness(float("nan"), float("nan"), 0)
    return WaterFlatness(float((span <= tolerance_m).mean()), float(span.mean()), int(span.size))


def _per_patch(pixel_size_m: PixelSize) -> Floats:
    size = np.asarray(pixel_size_m, dtype=np.float32)
    return size[:, None, None] if size.ndim else size


def _gradient(patches: Floats, pixel_size_m: PixelSize) -> tuple[Floats, Floats]:
    """Rise per metre eastwards and southwards, without the outermost pixels."""
    run = 2 * _per_patch(pixel_size_m)
    east = (patches[:, 1:-1, 2:] - patches[:, 1:-1, :-2]) / run
    south = (patches[:, 2:, 1:-1] - patches[:, :-2, 1:-1]) / run
    return east, south


def _landforms(
    patch: NDArray[np.float32], size_m: float, search: int, flat_degrees: float, step: int
) -> NDArray[np.uint8]:
    height, width = patch.shape
    centre = np.ascontiguousarray(
        patch[search : height - search : step, search : width - search : step]
    )
    higher = np.zeros(centre.shape, dtype=np.int8)
    lower = np.zeros(centre.shape, dtype=np.int8)
    rise = np.empty_like(centre)
    for south, east in _DIRECTIONS:
        length = float(np.hypot(south, east))
        steepest = np.full_like(centre, -np.inf)
        deepest = np.full_like(centre, np.inf)
        for cells in range(1, int(search / length) + 1):
            top, left = search + south * cells, search + east * cells
            rows = slice(top, top + height - 2 * search, step)
            columns = slice(left, left + width - 2 * search, step)
            np.subtract(patch[rows, columns], centre, out=rise)
            rise *= np.float32(1.0 / (cells * length * size_m))
            np.maximum(steepest, rise, out=steepest)
            np.minimum(deepest, rise, out=deepest)
        angle = np.degrees(np.arctan(steepest) + np.arctan(deepest))
        higher += angle > flat_degrees
        lower += angle < -flat_degrees
    return _FORMS[lower, higher]


def _neighbours(shape: tuple[int, ...]) -> list[tuple[slice, slice]]:
    height, width = shape[-2:]
    return [
        (slice(1 + south, height - 1 + south), slice(1 + east, width - 1 + east))
        for south, east in _DIRECTIONS
    ]


def _neighbourhood_span(patches: Floats) -> Floats:
    highest = patches[:, 1:-1, 1:-1].copy()
    lowest = highest.copy()
    for rows, columns in _neighbours(patches.shape):
        np.maximum(highest, patches[:, rows, columns], out=highest)
        np.minimum(lowest, patches[:, rows, columns], out=lowest)
    return highest - lowest
