"""What the map models have to beat: maps and buildings made without learning.

Stacks of `MapClass` codes ``(N, H, W)`` with buildings on top, seeded with numpy.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ..map_classes import MapClass
from ..town import Town
from .map_dataset import PatchPlaces
from .map_metrics import Codes

TILE_PX = 64
BLOB_PX = 12
BUILDING = int(MapClass.BUILDING)


def with_buildings(town: Town) -> Codes:
    """A town's classes with its buildings on top."""
    return np.where(town.building > 127, BUILDING, town.classes).astype(np.uint8)


def real_patches(
    towns: Sequence[Town], size: int, count: int, seed: int, *, built: bool = False
) -> Codes:
    """Patches of real towns, chosen as those of training are."""
    rng = np.random.default_rng(seed)
    places = PatchPlaces(towns, size, rng, built=built)
    maps = [with_buildings(town) for town in places.towns]
    out = []
    for _ in range(count):
        index, y, x = places.place()
        out.append(maps[index][y : y + size, x : x + size])
    return np.stack(out)


def quilted(towns: Sequence[Town], size: int, count: int, seed: int) -> Codes:
    """Patches sewn together from squares of ``TILE_PX`` cut from real towns."""
    tiles = -(-size // TILE_PX)
    pieces = real_patches(towns, TILE_PX, count * tiles**2, seed)
    rows = pieces.reshape(count, tiles, tiles, TILE_PX, TILE_PX)
    whole = rows.transpose(0, 1, 3, 2, 4).reshape(count, tiles * TILE_PX, tiles * TILE_PX)
    return np.ascontiguousarray(whole[:, :size, :size])


def class_noise(real: Codes, seed: int) -> Codes:
    """Blobs of each class in the shares of the real maps, patch by patch."""
    rng = np.random.default_rng(seed)
    out = np.zeros_like(real)
    codes = [int(code) for code in MapClass]
    for index, patch in enumerate(real):
        shares = np.array([(patch == code).mean() for code in codes])
        fields = np.stack([_smooth(rng, patch.shape) for _ in codes])
        # Class after class takes its share of what is left, where its own field is highest.
        left = np.ones(patch.shape, dtype=bool)
        for code in np.argsort(shares):
            want = int(round(shares[code] * patch.size))
            if want == 0:
                continue
            free = np.flatnonzero(left)
            best = free[np.argsort(fields[code].ravel()[free])[::-1][:want]]
            out[index].ravel()[best] = code
            left.ravel()[best] = False
    return out


def scattered_buildings(real: Codes, seed: int) -> Codes:
    """The real maps without their buildings, and rectangles of the same sizes anywhere on the same
    ground, turned at random."""
    rng = np.random.default_rng(seed)
    out = real.copy()
    for patch, drawn in zip(real, out):
        built = patch == BUILDING
        drawn[built] = int(MapClass.BUILT_UP)
        ground = built | np.isin(patch, [int(MapClass.BUILT_UP), int(MapClass.WORKS)])
        places = np.argwhere(ground)
        want, done = int(built.sum()), 0
        for _ in range(2000):
            if done >= want or not len(places):
                break
            y, x = places[rng.integers(len(places))]
            long, wide = rng.uniform(4, 10), rng.uniform(3, 6)
            done += _draw(drawn, ground, int(y), int(x), long, wide, rng.uniform(0, np.pi))
    return out


def _draw(
    drawn: Codes, ground: NDArray[np.bool_], y: int, x: int, long: float, wide: float, angle: float
) -> int:
    reach = int(long) + 2
    top, left = max(y - reach, 0), max(x - reach, 0)
    part = (slice(top, y + reach + 1), slice(left, x + reach + 1))
    rows, cols = np.indices(drawn[part].shape)
    dy, dx = rows + top - y, cols + left - x
    along = dx * np.cos(angle) + dy * np.sin(angle)
    across = dy * np.cos(angle) - dx * np.sin(angle)
    inside = (np.abs(along) <= long / 2) & (np.abs(across) <= wide / 2) & ground[part]
    inside &= drawn[part] != BUILDING
    drawn[part][inside] = BUILDING
    return int(inside.sum())


def _smooth(rng: np.random.Generator, shape: tuple[int, ...]) -> NDArray[np.float64]:
    height, width = shape
    y, x = np.fft.fftfreq(height, 1.0)[:, None], np.fft.rfftfreq(width, 1.0)[None]
    gain = np.exp(-((np.hypot(y, x) * BLOB_PX) ** 2) * 2)
    field: NDArray[np.float64] = np.fft.irfft2(
        np.fft.rfft2(rng.standard_normal(shape)) * gain, s=(height, width)
    )
    return field
