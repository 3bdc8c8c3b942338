"""Judges the bundled terrain models against real terrain that was kept out of their training."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ..core.card import ModelCard
from ..core.cascade import build_refinement
from ..core.catalog import Catalog, bundled_folder
from ..core.engine import TileModel, default_engine
from ..core.tiling import FloatArray, Rect, block_means
from ..core.training.baselines import fit_baselines
from ..core.training.dataset import TerrainRaster
from ..core.training.evaluate import evaluate_terrain
from ..core.training.metrics import phase_ratios, tile_line_ratio
from ..core.training.recipe import Recipe, load_recipe
from .bootstrap import ROOT
from .evaluate_places import (
    MOST_WATER,
    PATCH_PX,
    made_from_nothing,
    make_worlds,
    water_quotas,
    world_field,
)

FACTOR = 16
CONTEXT_CELLS = 16
MOST_VOID = 0.0
BASELINES = ("bicubic", "fbm", "spectrum_matched")


class ArrayControl:
    """Block means of a real raster, its edges mirrored."""

    def __init__(self, elevation: FloatArray, factor: int) -> None:
        rows, cols = (size // factor * factor for size in elevation.shape)
        cells = block_means(elevation[None, :rows, :cols], factor)
        self._cells = np.pad(cells, ((0, 0), *(((CONTEXT_CELLS * 8),) * 2,) * 2), mode="symmetric")

    def read(self, rect: Rect) -> FloatArray:
        rows, cols = rect.shift(CONTEXT_CELLS * 8, CONTEXT_CELLS * 8).slices_in(Rect(0, 0, 0, 0))
        height, width = self._cells.shape[1:]
        inside = self._cells[:, max(rows.start, 0) : rows.stop, max(cols.start, 0) : cols.stop]
        missing = (rect.height - inside.shape[1], rect.width - inside.shape[2])
        return np.pad(inside, ((0, 0), (0, missing[0]), (0, missing[1])), mode="edge")


def main(arguments: Sequence[str]) -> int:
    """Print a report as Markdown."""
    parser = argparse.ArgumentParser(prog="evaluate", description=__doc__)
    parser.add_argument("model", choices=("terrain_detail", "terrain"))
    parser.add_argument("--data", type=Path, required=True, help="folder of prepared rasters")
    parser.add_argument("--pixel", type=int, choices=(30, 90), default=90)
    parser.add_argument("--patches", type=int, default=160, help="patches of generated terrain")

    chosen = parser.parse_args(arguments)
    recipe = load_recipe(ROOT / "recipes" / "terrain_passes.toml")
    package = Catalog([bundled_folder()]).scan().get(chosen.model)
    model = default_engine().open(package, "cpu")
    if chosen.model == "terrain_detail":
        report = judge_detail(package.card, model, recipe, chosen.data, chosen.pixel)
    else:
        report = judge_terrain(package.card, model, recipe, chosen)
        report += "\n\n" + judge_seams(package.card, model, chosen.pixel)
    print(report)
    return 0


def judge_detail(
    card: ModelCard, model: TileModel, recipe: Recipe, data: Path, pixel_m: int
) -> str:
    """Real patches kept out, against what the model makes of their block means."""
    real, made, cells = [], [], []
    for raster in _rasters(recipe.held_out, data, pixel_m):
        generated = _detail_of(card, model, raster)
        for window in _windows(raster):
            real.append(raster.elevation[window])
            made.append(generated[window])
            cells.append(block_means(raster.elevation[None][(slice(None), *window)], FACTOR)[0])
    order = np.random.default_rng(0).permutation(len(real))
    half = len(real) // 2
    first, second = order[:half], order[half : 2 * half]
    truth, controls = np.stack(real), np.stack(cells)
    candidates: dict[str, NDArray[np.float32]] = {"terrain_detail": np.stack(made)[first]}
    training, _ = _training_patches(recipe, data, pixel_m)
    for name, baseline in fit_baselines(training, FACTOR).items():
        if name in BASELINES:
            candidates[name] = baseline.sample(controls[first], 1)
    report = evaluate_terrain(
        truth[first],
        truth[second],
        candidates,
        float(pixel_m),
        controls[first],
        FACTOR,
        training=training,
    )
    lines = [report.to_markdown(), "", "| against the truth | RMSE, m |", "|---|---|"]
    for name, patches in candidates.items():
        error = float(np.sqrt(np.square(patches - truth[first]).mean()))
        lines.append(f"| {name} | {error:.2f} |")
    return "\n".join(lines)


def judge_terrain(
    card: ModelCard, model: TileModel, recipe: Recipe, chosen: argparse.Namespace
) -> str:
    """Terrain made from nothing, against the pool of real terrain."""
    pixel_m: int = chosen.pixel
    real, water = _training_patches(recipe, chosen.data, pixel_m)
    order = np.random.default_rng(0).permutation(len(real))
    half = len(real) // 2
    quotas = water_quotas(water[order[:half]], min(chosen.patches, half))
    missing = list(quotas)
    made = np.stack(list(made_from_nothing(make_worlds(card, model, pixel_m), missing)))
    report = evaluate_terrain(
        real[order[:half]], real[order[half : 2 * half]], {"terrain": made}, float(pixel_m)
    )
    found = [f"{have - lack} of {have}" for have, lack in zip(quotas, missing)]
    return report.to_markdown() + f"\nPatches by share of water: {', '.join(found)}."


def judge_seams(card: ModelCard, model: TileModel, pixel_m: int) -> str:
    """Whether the tile grid or the networks' strides show in a large piece of high mountains."""
    field = world_field(card, model, pixel_m, "alpine", 1)
    tile, stride = card.stages[-1].tile, card.stages[-1].multiple
    surface = field.read(Rect(0, 3 * tile, 0, 3 * tile))[0]
    lines = [
        "| seams: mean step (order 1) and kink (order 2) against their surroundings | 1 | 2 |",
        "|---|---|---|",
    ]
    at_tiles = [tile_line_ratio(surface, tile, order=order) for order in (1, 2)]
    lines.append(f"| across tile lines, {tile} px | {at_tiles[0]:.3f} | {at_tiles[1]:.3f} |")
    for size in (2, 4, 8, stride):
        phases = [phase_ratios(surface, size, order=order) for order in (1, 2)]
        spans = [f"{ratio.min():.3f} to {ratio.max():.3f}" for ratio in phases]
        lines.append(f"| at every phase of {size} px | {spans[0]} | {spans[1]} |")
    return "\n".join(lines)


def _detail_of(card: ModelCard, model: TileModel, raster: TerrainRaster) -> FloatArray:
    field = build_refinement(
        model,
        card.stages,
        FACTOR,
        raster.pixel_m,
        1,
        0.0,
        lambda rect, size: np.full(rect.height, size),
        ArrayControl(raster.elevation, FACTOR),
        4,
    )
    rows, cols = (size // FACTOR * FACTOR for size in raster.elevation.shape)
    return field.read(Rect(0, rows, 0, cols))[0]


def _rasters(names: Sequence[str], data: Path, pixel_m: int) -> Iterator[TerrainRaster]:
    """Those kept out that have this pixel size; parts of the globe are no rasters."""
    for name in names:
        if (data / "continent" / f"{name}.npy").exists():
            continue
        raster = TerrainRaster.load(data / f"{name}.npz")
        if round(raster.pixel_m) == pixel_m:
            yield raster


def _windows(raster: TerrainRaster) -> Iterator[tuple[slice, slice]]:
    """Patches without voids and with at least half land, clear of the mirrored edge."""
    rows, cols = raster.elevation.shape
    for y in range(FACTOR * 2, rows - PATCH_PX - FACTOR * 2, PATCH_PX):
        for x in range(FACTOR * 2, cols - PATCH_PX - FACTOR * 2, PATCH_PX):
            window = (slice(y, y + PATCH_PX), slice(x, x + PATCH_PX))
            dry = (raster.shore[window] <= 0).mean() <= MOST_WATER
            if dry and raster.bad[window].mean() <= MOST_VOID:
                yield window


def _training_patches(
    recipe: Recipe, data: Path, pixel_m: int
) -> tuple[FloatArray, NDArray[np.float64]]:
    """Real patches of the training regions, at most 600, evenly chosen, and their water."""
    patches, water = [], []
    for path in sorted(data.glob("*.npz")):
        if path.stem in recipe.held_out:
            continue
        raster = TerrainRaster.load(path)
        if round(raster.pixel_m) == pixel_m:
            windows = list(_windows(raster))
            patches += [raster.elevation[window] for window in windows]
            water += [float((raster.shore[window] <= 0).mean()) for window in windows]
    step = max(1, len(patches) // 600)
    return np.stack(patches[::step][:600]), np.array(water[::step][:600])
