"""Draws real towns above made-up ones, at the same scale and in the same style.

`python tools/bootstrap.py maps_sheet --data FOLDER OUT.png`
"""

from __future__ import annotations

import argparse
import contextlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ..core.catalog import Catalog, bundled_folder
from ..core.engine import default_engine
from ..core.map_classes import COLOURS, MapClass
from ..core.package import ModelPackage
from ..core.tiling import Rect
from ..core.training.map_baselines import real_patches
from ..core.training.map_metrics import Codes
from .evaluate_maps import cascade, held_out_towns
from .previews import write_png

SIDE_PX, GAP_PX = 448, 8
REAL_SEED = 3
MADE = (("suburb", 7), ("village", 4), ("natural", 12), ("city", 9))


def main(arguments: Sequence[str]) -> int:
    """Write the sheet."""
    parser = argparse.ArgumentParser(prog="maps_sheet", description=__doc__)
    parser.add_argument("picture", type=Path)
    parser.add_argument("--data", type=Path, required=True, help="folder of prepared towns")
    parser.add_argument("--models", type=Path, default=bundled_folder())
    chosen = parser.parse_args(arguments)
    catalog = Catalog((chosen.models,))
    catalog.scan()
    towns = held_out_towns(chosen.data)
    real = real_patches(towns, SIDE_PX, len(MADE), REAL_SEED, built=True)
    made = [made_up(catalog.packages["map_tiles"], place, seed) for place, seed in MADE]
    write_png(sheet([list(real), made]), chosen.picture)
    return 0


def made_up(package: ModelPackage, place: str, seed: int) -> Codes:
    """One made-up map."""
    with contextlib.closing(default_engine().open(package, "auto")) as model:
        fields = cascade(package, model, seed, {"place": place})
        last = fields[package.card.stages[-1].name]
        return last.read(Rect(0, SIDE_PX, 0, SIDE_PX))[0].astype(np.uint8)


def sheet(rows: Sequence[Sequence[Codes]]) -> NDArray[np.uint8]:
    """Rows of maps in their colours, ``(3, H, W)``."""
    palette = np.array([COLOURS[code] for code in MapClass], dtype=np.uint8)
    across = np.full((SIDE_PX, GAP_PX, 3), 255, dtype=np.uint8)
    lines = []
    for maps in rows:
        parts = [part for one in maps for part in (across, palette[one])]
        lines.append(np.concatenate(parts[1:], 1))
        lines.append(np.full((GAP_PX, lines[0].shape[1], 3), 255, dtype=np.uint8))
    return np.concatenate(lines[:-1]).transpose(2, 0, 1)
