"""Where terrain made from nothing is looked at: as much of it with water as of real terrain.

A tile of the last stage is dear, and few hold much water. So windows are chosen by the water that
a coarse stage, cheap to read far around, lets expect in them, and by nothing else. What they hold
in the end decides which kind they count as.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, zip_longest

import numpy as np
from numpy.typing import NDArray

from ..core.card import ModelCard
from ..core.cascade import LAKES, StageField, build_cascade
from ..core.engine import TileModel
from ..core.params import check_all
from ..core.terrain_settings import stage_settings
from ..core.tiling import Field, FloatArray, Rect

PATCH_PX = 128
MOST_WATER = 0.5
# Shares of water that divide patches into kinds; there are as many of each kind as in real ones.
WATER_STEPS = (0.002, 0.1, 0.25)
TOO_WET = -1
PATCHES_OF_TILE = 4
# The landscapes that a user can ask for, in equal parts.
LANDFORMS = ("natural", "alpine", "hills", "plateau", "plain", "coast")
SEEDS = (1, 2)
# The first stage whose coasts lie where those of the last one do, within its cells.
COARSE_STAGES = 2
SEA_BELOW_M = 0.5
"""In the coarse stage: where its cells are lower, nearly all that is drawn from them is sea."""
SAMPLES = 4
"""Of the coarse stage, across a patch."""


@dataclass(frozen=True)
class World:
    """One landscape, and the kinds ``(tiles, windows)`` to expect in ``across`` rows of tiles."""

    field: Field
    expected: NDArray[np.int64]
    across: int


def water_kind(share: float | NDArray[np.float64]) -> NDArray[np.int64]:
    """Which of the kinds that `WATER_STEPS` divide, or `TOO_WET`."""
    kinds = np.searchsorted(WATER_STEPS, share, side="right")
    return np.where(np.asarray(share) > MOST_WATER, TOO_WET, kinds)


def water_quotas(shares: NDArray[np.float64], count: int) -> list[int]:
    """How many of ``count`` patches each kind has where ``shares`` are typical; they add up."""
    found = np.bincount(water_kind(shares), minlength=len(WATER_STEPS) + 1)
    ends = np.round(found.cumsum() * count / found.sum()).astype(int)
    return np.diff(ends, prepend=0).tolist()


def world_field(
    card: ModelCard, model: TileModel, pixel_m: int, landform: str, seed: int, stages: int = 0
) -> StageField:
    """The last stage of a world, or of the first ``stages``."""
    settings = stage_settings(card, check_all(card.parameters, {"landform": landform}))
    chosen = card.stages[: stages or len(card.stages)]
    if len(chosen) < len(card.stages):
        settings[chosen[-1].name] = {LAKES: 0.0}
    return build_cascade(
        model,
        chosen,
        card.native_pixel_sizes_m.index(float(pixel_m)),
        seed,
        settings,
        lambda rect, size: np.full(rect.height, size),
    )


def make_worlds(card: ModelCard, model: TileModel, pixel_m: int) -> list[World]:
    """Each landform once, then each again with another seed."""
    coarse = card.stages[COARSE_STAGES - 1]
    cell_m = coarse.pixel_sizes_m[card.native_pixel_sizes_m.index(float(pixel_m))]
    tile = card.stages[-1].tile
    across = int(coarse.tile * cell_m // (tile * pixel_m))
    worlds = []
    for seed in SEEDS:
        for landform in LANDFORMS:
            field = world_field(card, model, pixel_m, landform, seed, COARSE_STAGES)
            sea = field.read(Rect(0, coarse.tile, 0, coarse.tile))[0] < SEA_BELOW_M
            shares = expected_water(sea, PATCH_PX * pixel_m / cell_m, across * tile // PATCH_PX)
            kinds = by_tile(water_kind(shares), tile // PATCH_PX)
            field = world_field(card, model, pixel_m, landform, seed)
            worlds.append(World(field, kinds, across))
    return worlds


def expected_water(sea: NDArray[np.bool_], window_cells: float, count: int) -> NDArray[np.float64]:
    """Mean of ``sea`` ``(H, H)``, linear between its cells, in ``count`` x ``count`` windows."""
    at = (np.arange(count * SAMPLES) + 0.5) / SAMPLES * window_cells - 0.5
    apart = np.abs(at.clip(0, len(sea) - 1)[:, None] - np.arange(len(sea)))
    rows = (1.0 - apart).clip(0.0).reshape(count, SAMPLES, -1).mean(axis=1)
    shares: NDArray[np.float64] = rows @ sea @ rows.T
    return shares


def by_tile(windows: NDArray[np.int64], side: int) -> NDArray[np.int64]:
    """Every second window each way ``(tiles, (side / 2)²)`` of a square of windows."""
    across = len(windows) // side
    tiles = windows.reshape(across, side, across, side)[:, ::2, :, ::2]
    return tiles.swapaxes(1, 2).reshape(across * across, -1)


def tour(expected: Sequence[NDArray[np.int64]], kind: int) -> Iterator[tuple[int, int]]:
    """World and tile of all that are expected to hold windows of ``kind``.

    Worlds take turns. In each, tiles come at random, the sooner the more patches they can give, so
    that every window has about the same chance.
    """
    rng = np.random.default_rng(kind)
    orders = []
    for kinds in expected:
        patches = (kinds == kind).sum(axis=1).clip(max=PATCHES_OF_TILE)
        found = np.flatnonzero(patches)
        # Gumbel's maximum: drawn without putting back, with chances as the numbers of patches.
        keys = np.log(patches[found]) + rng.gumbel(size=len(found))
        orders.append(found[np.argsort(-keys)].tolist())
    for turn in zip_longest(*orders):
        for world, tile in enumerate(turn):
            if tile is not None:
                yield world, tile


def made_from_nothing(worlds: Sequence[World], wanted: list[int]) -> Iterator[FloatArray]:
    """Patches, of each kind as many as ``wanted``, which counts down, or as are found in the time
    that twice as many tiles take as would do."""
    rng = np.random.default_rng(0)
    most_tiles = 2 * -(-sum(wanted) // PATCHES_OF_TILE)
    for kind, world, tile in islice(_visits(worlds, wanted), most_tiles):
        windows = rng.permutation(np.flatnonzero(world.expected[tile] == kind))
        yield from _patches(world, tile, windows, wanted)


def _visits(worlds: Sequence[World], wanted: list[int]) -> Iterator[tuple[int, World, int]]:
    """The kind that lacks most patches, and the world and tile to look for it in."""
    tours = {kind: tour([world.expected for world in worlds], kind) for kind in range(len(wanted))}
    while any(wanted[kind] for kind in tours):
        kind = max(tours, key=lambda kind: wanted[kind])
        place = next(tours[kind], None)
        if place is None:
            del tours[kind]
        else:
            yield kind, worlds[place[0]], place[1]


def _patches(
    world: World, tile: int, windows: NDArray[np.int64], wanted: list[int]
) -> Iterator[FloatArray]:
    """Of some windows of a tile those that are still wanted, at most `PATCHES_OF_TILE`."""
    side = round(world.expected.shape[1] ** 0.5)
    size = 2 * side * PATCH_PX
    row, column = divmod(tile, world.across)
    values = world.field.read(Rect(row, row + 1, column, column + 1).refine(size))
    taken = 0
    for window in windows:
        y, x = (2 * PATCH_PX * index for index in divmod(int(window), side))
        elevation, water = values[:, y : y + PATCH_PX, x : x + PATCH_PX]
        kind = int(water_kind(float(water.mean())))
        if kind != TOO_WET and wanted[kind] and taken < PATCHES_OF_TILE:
            wanted[kind] -= 1
            taken += 1
            yield elevation
