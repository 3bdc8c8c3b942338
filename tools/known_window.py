"""Writes down what one window of each bundled model looks like, for the tests to hold it to.

`python tools/bootstrap.py known_window` after the weights of a model have changed; with `--show`
it only prints what it finds. Without such a change it adds the hashes of this computer's kind of
processor to those that are known.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import json
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from ..core.cascade import control_rect
from ..core.catalog import Catalog
from ..core.engine import TileModel, TileRequest, default_engine
from ..core.execution import PRODUCTIONS
from ..core.grid import WorldGrid
from ..core.guided import GuidedProduction
from ..core.job import ExtentJob, LayerSource
from ..core.package import ModelPackage, hash_text
from ..core.params import check_all
from ..core.production import quantised
from ..core.raster.crs import describe_crs
from ..core.tiling import FloatArray, Rect, block_means
from .bootstrap import ROOT
from .made_up_land import write_layers
from .town_plan import write_town_plan

FILE = ROOT / "tests" / "data" / "known_windows.json"
MODELS = ROOT / "models"
REFRESH = "python tools/bootstrap.py known_window"
WINDOW = Rect(320, 576, -448, -192)
SEED = 20
PLAN = Rect(-1280, 1280, -1280, 1280)
"""Around every window that is asked for."""
MEANS_PX = 16
METRES = describe_crs("EPSG:32632")


@dataclass(frozen=True)
class KnownWindow:
    """A window of a model: which weights, hashes of its pixels by processor, and block means."""

    weights: str
    sha256: Mapping[str, str]
    means_m: Sequence[Sequence[float]]

    def fits(self, other: KnownWindow, tolerance: float) -> bool:
        """The same weights, and block means within ``tolerance`` metres."""
        gap = np.abs(np.array(self.means_m) - np.array(other.means_m)).max()
        return self.weights == other.weights and bool(gap <= tolerance)


def main(arguments: Sequence[str]) -> int:
    """Measure, then print or write."""
    parser = argparse.ArgumentParser(prog="known_window", description=__doc__)
    parser.add_argument("--show", action="store_true", help="print, and write nothing")
    parser.add_argument("--model", help="only this one; needs --show")
    parser.add_argument("--threads", type=int, help="of torch; the result never depends on it")
    chosen = parser.parse_args(arguments)
    if chosen.model and not chosen.show:
        parser.error("--model needs --show: the file is always of all models.")
    if chosen.threads:
        import torch

        torch.set_num_threads(chosen.threads)
    catalog = Catalog([MODELS]).scan()
    chosen_ids = [chosen.model] if chosen.model else sorted(catalog.packages)
    found = {name: known_window(catalog.get(name)) for name in chosen_ids}
    if chosen.show:
        sys.stdout.write(as_text(found))
    else:
        kept = with_other_processors(found, read() if FILE.exists() else {}, catalog)
        FILE.write_text(as_text(kept), encoding="utf-8")
        sys.stdout.write(f"Wrote {FILE}: {', '.join(kept)}.\n")
    return 0


def read(file: Path = FILE) -> dict[str, KnownWindow]:
    """The windows that are known, by model id."""
    document = json.loads(file.read_text(encoding="utf-8"))
    return {name: KnownWindow(**entry) for name, entry in document.items()}


def known_window(package: ModelPackage) -> KnownWindow:
    """What ``package`` makes of the window on this computer's processor."""
    pixels = window_pixels(package)
    means = block_means(pixels, MEANS_PX)[0]
    digest = hashlib.sha256(pixels.astype("<f4").tobytes()).hexdigest()
    rounded = [[round(float(value), 2) for value in row] for row in means]
    return KnownWindow(hash_text(package.weights_hash), {processor(): hash_text(digest)}, rounded)


def window_pixels(package: ModelPackage) -> FloatArray:
    """`WINDOW` of the finest stage's world at its first native pixel size, ``(1, H, W)``."""
    with contextlib.closing(default_engine().open(package, "cpu")) as model:
        if package.card.task == "terrain_detail":
            return _from_hills(package, model)
        return pixels_of(package, model, WINDOW)


def pixels_of(package: ModelPackage, model: TileModel, rect: Rect, seed: int = SEED) -> FloatArray:
    """What ``model`` makes of ``rect`` from nothing but made-up streets or land, if it builds on
    such, with its parameters as they come: the first band, ``(1, H, W)``."""
    card = package.card
    grid = WorldGrid(METRES, card.native_pixel_sizes_m[0])
    parameters = check_all(card.parameters, {})
    make = PRODUCTIONS.get(card.task, GuidedProduction)
    out = np.empty((1, *rect.shape), dtype=np.float32)
    with tempfile.TemporaryDirectory() as folder:
        layers = write_layers(card, grid, PLAN, Path(folder))
        if card.task == "buildings":
            layers["streets"] = LayerSource(
                str(write_town_plan(grid, PLAN, Path(folder) / "plan.tif"))
            )
        job = ExtentJob(package, grid, rect, seed, parameters, Path("unused.tif"), layers=layers)
        with contextlib.closing(make(job, model, parameters)) as production:
            for window in production.windows():
                rows, cols = window.slices_in(rect)
                out[:, rows, cols] = production.compute(window, production.read(window))[:1]
    return out


def _from_hills(package: ModelPackage, model: TileModel) -> FloatArray:
    """For a model that refines: the window of made-up hills, in quarters of a metre."""
    stage = package.card.stages[-1]
    row, col = WINDOW.y0 // stage.tile, WINDOW.x0 // stage.tile
    tile = Rect(row, row + 1, col, col + 1).refine(stage.tile)
    cells = control_rect(stage, tile)
    control = cells.refine(stage.multiple // stage.factor)
    rows, cols = np.mgrid[control.y0 : control.y1, control.x0 : control.x1].astype(np.float64)
    hills = 600.0 + 350.0 * np.sin(rows / 3.7) * np.cos(cols / 5.3) + 4.0 * ((rows * 5 + cols) % 9)
    hills = (np.rint(hills * 4.0) / 4.0).astype(np.float32)[None]
    sizes = np.full(cells.height, package.card.native_pixel_sizes_m[0])
    request = TileRequest(stage.name, tile, SEED, hills, stage.factor, sizes)
    rows_in, cols_in = WINDOW.slices_in(tile)
    return quantised(model.compute(request)[:1, rows_in, cols_in], package.card.quantum)


def processor() -> str:
    """What the last bit of a result depends on: the kind of processor, and torch's release."""
    import torch

    release = ".".join(str(torch.__version__).split(".")[:2])
    return f"{torch.backends.cpu.get_cpu_capability()}, torch {release}"


def with_other_processors(
    found: Mapping[str, KnownWindow], known: Mapping[str, KnownWindow], catalog: Catalog
) -> dict[str, KnownWindow]:
    """``found``, with the hashes of other processors where nothing but the processor changed."""
    kept = {}
    for name, window in found.items():
        before = known.get(name)
        if before is not None and before.fits(window, catalog.get(name).card.tolerance.cpu_gpu):
            window = KnownWindow(window.weights, {**before.sha256, **window.sha256}, before.means_m)
        kept[name] = window
    return kept


def as_text(windows: Mapping[str, KnownWindow]) -> str:
    """JSON with one row of means a line, so that changes can be read."""
    text = json.dumps({name: asdict(window) for name, window in windows.items()}, indent=1)
    for _ in range(MEANS_PX):
        text = text.replace(",\n    ", ", ").replace("[\n    ", "[").replace("\n   ]", "]")
    return text + "\n"
