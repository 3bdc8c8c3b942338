"""Judges the models of maps and buildings against real towns that were kept out of training."""

from __future__ import annotations

import argparse
import contextlib
import math
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ..core.catalog import Catalog, bundled_folder
from ..core.engine import TileModel, default_engine
from ..core.inference.buildings import SIZE_STEP, USUAL_AREA_PX, USUAL_COVERAGE, USUAL_SIZE
from ..core.inference.maps import DENSITY_STEP, USUAL_DENSITY
from ..core.map_classes import COLOURS, GROUND_CLASSES, MapClass
from ..core.nets.town_refiner import DESCRIPTORS
from ..core.package import ModelPackage
from ..core.tiling import Field, FloatArray, Rect
from ..core.town import Town
from ..core.training.map_baselines import (
    class_noise,
    quilted,
    real_patches,
    scattered_buildings,
    with_buildings,
)
from ..core.training.map_dataset import PatchPlaces
from ..core.training.map_metrics import TITLES, Codes, compare_maps, summarise_maps
from ..core.training.recipe import load_recipe
from ..core.training.town_views import COARSEST_M, DESCRIBED_M, View, view_of
from .bootstrap import ROOT
from .map_fields import ArrayField, cascade
from .previews import write_png

PATCH_PX, PIXEL_M = 256, 2.0
CELL_PX, LATTICE_M = 8, 128
"""Cells of the naive streets, and of the lattice of real towns that streets are made from."""
SHEET_ROWS, SHEET_GAP_PX, SHEET_BUILDING = 3, 6, (140, 112, 98)
PLACES = ("natural", "village", "suburb")
BUILDING_FIGURES = tuple(name for name in TITLES if name.startswith("building"))


def main(arguments: Sequence[str]) -> int:
    """Print a report as Markdown."""
    parser = argparse.ArgumentParser(prog="evaluate_maps", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of prepared towns")
    parser.add_argument("--models", type=Path, default=bundled_folder())
    parser.add_argument("--patches", type=int, default=120)
    parser.add_argument("--sheet", type=Path, help="a picture of real and generated buildings")
    chosen = parser.parse_args(arguments)
    catalog = Catalog((chosen.models,))
    catalog.scan()
    count = chosen.patches
    held_out = held_out_towns(chosen.data)
    trained = _towns(chosen.data, "maps_town", kept=True)
    if "map_tiles" in catalog.packages:
        judge_maps(catalog.packages["map_tiles"], held_out, trained, count)
    if "buildings" in catalog.packages:
        built = _towns(chosen.data, "maps_footprints", kept=True)
        judge_buildings(catalog.packages["buildings"], held_out, built, count, chosen.sheet)
    return 0


def judge_maps(
    package: ModelPackage, held_out: Sequence[Town], trained: Sequence[Town], count: int
) -> None:
    """Maps from nothing, and from the coarse lattice of real towns."""
    with contextlib.closing(default_engine().open(package, "auto")) as model:
        whole = {
            "generated": generated_maps(package, model, count),
            "generated, told shares": told_maps(package, model, held_out, count),
            "real, other towns": real_patches(trained, PATCH_PX, count, 5),
            "quilted": quilted(trained, PATCH_PX, count, 6),
            "noise": class_noise(real_patches(trained, PATCH_PX, count, 7), 8),
        }
        _print("Maps from nothing", real_patches(held_out, PATCH_PX, count, 4), whole, TITLES)
        real, streets, blocks = streets_on_real_ground(package, model, held_out, count)
    figures = [name for name in TITLES if name not in BUILDING_FIGURES]
    made = {"generated": streets, "largest class of 16 m": blocks}
    _print(f"Maps from real lattices of {LATTICE_M} m", real, made, figures)


def judge_buildings(
    package: ModelPackage,
    held_out: Sequence[Town],
    trained: Sequence[Town],
    count: int,
    sheet: Path | None,
) -> None:
    """Buildings on real streets. The scattered ones know how much of each patch is built on; those
    that are "told" know that and the mean size."""
    with contextlib.closing(default_engine().open(package, "auto")) as model:
        real, made = buildings_on_real_streets(package, model, held_out, count)
        _, told = buildings_on_real_streets(package, model, held_out, count, told=True)
    sets = {
        "generated": made,
        "generated, told density and size": told,
        "real, other places": real_patches(held_out, PATCH_PX, count, 9, built=True),
        "real, towns of training": real_patches(trained, PATCH_PX, count, 9, built=True),
        "scattered": scattered_buildings(real, 3),
        "noise": class_noise(real, 8),
    }
    _print("Buildings on real streets", real, sets, BUILDING_FIGURES)
    if sheet is not None:
        write_sheet(sheet, real, made)


def write_sheet(path: Path, real: Codes, made: Codes) -> None:
    """Places from sparsely to densely built: real ones on the left, generated ones beside them."""
    order = np.argsort((real == int(MapClass.BUILDING)).mean((1, 2)))
    chosen = [order[int(at * len(order))] for at in np.linspace(0.1, 0.95, 2 * SHEET_ROWS)]
    palette = np.array([COLOURS[code] for code in MapClass], dtype=np.uint8)
    palette[int(MapClass.BUILDING)] = SHEET_BUILDING
    gap = np.full((PATCH_PX, SHEET_GAP_PX, 3), 255, dtype=np.uint8)
    rows = []
    for first, second in zip(chosen[::2], chosen[1::2]):
        parts = [palette[one[at]] for at in (first, second) for one in (real, made)]
        rows += [np.concatenate([parts[0], gap, parts[1], gap, gap, parts[2], gap, parts[3]], 1)]
        rows += [np.full((SHEET_GAP_PX, rows[0].shape[1], 3), 255, dtype=np.uint8)]
    write_png(np.concatenate(rows[:-1]).transpose(2, 0, 1), path)


def generated_maps(package: ModelPackage, model: TileModel, count: int) -> Codes:
    """Maps of several kinds of place, far apart; those of nothing but one class are left out as
    they are among the real ones."""
    out: list[NDArray[np.uint8]] = []
    seed = 0
    while len(out) < count:
        place = PLACES[seed % len(PLACES)]
        fields = cascade(package, model, seed, {"place": place})
        values = fields[package.card.stages[-1].name].read(Rect(0, 2 * PATCH_PX, 0, 2 * PATCH_PX))
        codes = values[0].astype(np.uint8)
        for y in (0, PATCH_PX):
            for x in (0, PATCH_PX):
                patch = codes[y : y + PATCH_PX, x : x + PATCH_PX]
                water = (patch == int(MapClass.WATER)).mean()
                if water <= 0.6 and (patch == patch[0, 0]).mean() <= 0.95 and len(out) < count:
                    out.append(patch)
        seed += 1
        if seed > 4 * count:
            raise RuntimeError("Nearly every generated map is of one class.")
    return np.stack(out)


def told_maps(package: ModelPackage, model: TileModel, towns: Sequence[Town], count: int) -> Codes:
    """As many maps as places in ``towns``, each told the shares of town, green, water and streets
    around that place."""
    shares = {id(town): _view(town).described / 2.0 + 0.25 for town in towns}
    places = PatchPlaces(towns, PATCH_PX, np.random.default_rng(4), built=False)
    out = []
    for seed in range(count):
        index, y, x = places.place()
        town = places.towns[index]
        row, col = (int((at + PATCH_PX // 2) * town.pixel_m // DESCRIBED_M) for at in (y, x))
        wanted = shares[id(town)][:, row, col]
        told = {name: float(share) for name, share in zip(DESCRIPTORS, wanted)}
        fields = cascade(package, model, seed, {}, told=told)
        codes = fields[package.card.stages[-1].name].read(Rect(0, PATCH_PX, 0, PATCH_PX))[0]
        out.append(codes.astype(np.uint8))
    return np.stack(out)


def streets_on_real_ground(
    package: ModelPackage, model: TileModel, towns: Sequence[Town], count: int
) -> tuple[Codes, Codes, Codes]:
    """Real maps without buildings, maps made from what real towns are like in cells of
    `LATTICE_M`, and the largest classes of cells of 16 m."""
    sets: tuple[list[Codes], ...] = ([], [], [])
    made_from: dict[int, Field] = {}
    for town, rect in _places(towns, count):
        if id(town) not in made_from:
            given = {f"town_{LATTICE_M}": ArrayField(_lattice(town))}
            made_from[id(town)] = cascade(package, model, len(made_from), {}, given)["streets"]
        streets = made_from[id(town)].read(rect)
        rows, cols = rect.slices_in(Rect(0, 0, 0, 0))
        shares = _shares(town.classes[rows, cols])
        blocks = shares.argmax(0).repeat(CELL_PX, 0).repeat(CELL_PX, 1)
        for number, values in enumerate((town.classes[rows, cols], streets[0], blocks)):
            sets[number].append(values.astype(np.uint8))
    real, made, coarse = (np.stack(one) for one in sets)
    return real, made, coarse


def _lattice(town: Town) -> FloatArray:
    return _view(town).states[float(LATTICE_M)]


def _view(town: Town) -> View:
    side = math.ceil(max(town.classes.shape) * town.pixel_m / COARSEST_M)
    return view_of(town, np.eye(2) * town.pixel_m, np.zeros(2), side)


def buildings_on_real_streets(
    package: ModelPackage,
    model: TileModel,
    towns: Sequence[Town],
    count: int,
    *,
    told: bool = False,
) -> tuple[Codes, Codes]:
    """Real maps, and the same streets with other buildings; as many and as large if ``told``."""
    real, made = [], []
    for seed, (town, rect) in enumerate(_places(towns, count)):
        given = {"streets": ArrayField(town.classes.astype(np.float32)[None])}
        rows, cols = rect.slices_in(Rect(0, 0, 0, 0))
        streets, whole = town.classes[rows, cols], with_buildings(town)[rows, cols]
        wishes = _wishes(town, rect, whole) if told else {}
        fields = cascade(package, model, seed, wishes, given)
        heights = fields[package.card.stages[-1].name].read(rect)
        real.append(whole)
        made.append(np.where(heights[0] > 0, int(MapClass.BUILDING), streets).astype(np.uint8))
    return np.stack(real), np.stack(made)


def _wishes(town: Town, rect: Rect, whole: Codes) -> dict[str, object]:
    """The settings that ask for the density and the size of the real buildings."""
    covered = max(float((whole == int(MapClass.BUILDING)).mean()), 1e-3)
    density = USUAL_DENSITY + DENSITY_STEP * math.log2(covered / USUAL_COVERAGE)
    y, x, length, width = town.boxes[:, :4].T
    here = (y >= rect.y0) & (y < rect.y1) & (x >= rect.x0) & (x < rect.x1)
    size = USUAL_SIZE
    if here.any():
        log_area = float(np.log(length[here] * width[here]).mean())
        size += SIZE_STEP * (log_area - math.log(USUAL_AREA_PX)) / math.log(2.0)
    wishes = {"density": density, "building_size": size}
    return {name: min(max(value, 0.0), 100.0) for name, value in wishes.items()}


def _places(towns: Sequence[Town], count: int) -> Iterator[tuple[Town, Rect]]:
    """Built-up places, at whole cells of land."""
    places = PatchPlaces(towns, PATCH_PX, np.random.default_rng(4), built=True)
    for _ in range(count):
        index, y, x = places.place()
        y, x = y // CELL_PX * CELL_PX, x // CELL_PX * CELL_PX
        yield places.towns[index], Rect(y, y + PATCH_PX, x, x + PATCH_PX)


def _shares(classes: NDArray[np.uint8]) -> FloatArray:
    rows, cols = (size // CELL_PX for size in classes.shape)
    cells = classes[: rows * CELL_PX, : cols * CELL_PX].reshape(rows, CELL_PX, cols, CELL_PX)
    return np.stack([(cells == int(c)).mean((1, 3), dtype=np.float32) for c in GROUND_CLASSES])


def held_out_towns(data: Path) -> list[Town]:
    """Those that no model of maps has seen."""
    return _towns(data, "maps_town")


def _towns(data: Path, recipe: str, *, kept: bool = False) -> list[Town]:
    """Towns that were held out of training, or those that were ``kept`` for it."""
    found = load_recipe(ROOT / "recipes" / f"{recipe}.toml")
    left = set(found.held_out) | (set(found.excluded) if kept else set())
    paths = [path for path in sorted(data.glob("*.npz")) if (path.stem in left) != kept]
    return [Town.load(path) for path in paths]


def _print(title: str, real: Codes, sets: Mapping[str, Codes], names: Iterable[str]) -> None:
    reference = summarise_maps(real, PIXEL_M)
    figures = {
        name: compare_maps(reference, summarise_maps(maps, PIXEL_M)) for name, maps in sets.items()
    }
    lines = [f"## {title}", "", "| | " + " | ".join(sets) + " |", "|---" * (len(sets) + 1) + "|"]
    for name in names:
        row = " | ".join(f"{figures[kind][name]:.3f}" for kind in sets)
        lines.append(f"| {TITLES[name]} | {row} |")
    sys.stdout.write("\n".join(lines) + "\n\n")
