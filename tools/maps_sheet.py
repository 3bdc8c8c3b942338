"""Draws real towns above made-up ones, at the same scale and in the same style.

`python tools/bootstrap.py maps_sheet --data FOLDER OUT.png`
"""

from __future__ import annotations

import argparse
import contextlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from osgeo import gdal

from ..core.catalog import Catalog, bundled_folder
from ..core.engine import default_engine
from ..core.map_classes import COLOURS, MapClass
from ..core.package import ModelPackage
from ..core.tiling import Rect
from ..core.training.map_baselines import real_patches
from ..core.training.map_metrics import Codes
from .evaluate_maps import held_out_towns
from .map_fields import cascade

SIDE_PX, GAP_PX, GAP = 448, 8, 255
REAL = ((0, 13), (1, 24), (2, 15), (2, 25))
"""Which of the towns that were held out, and the seed by which a place in it is chosen."""
MADE = (("city", 9), ("natural", 12), ("suburb", 7), ("countryside", 33))


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
    real = [real_patches([towns[at]], SIDE_PX, 1, seed, built=True)[0] for at, seed in REAL]
    made = [made_up(catalog.packages["map_tiles"], place, seed) for place, seed in MADE]
    write_in_colours(sheet([real, made]), chosen.picture)
    return 0


def made_up(package: ModelPackage, place: str, seed: int) -> Codes:
    """One made-up map."""
    with contextlib.closing(default_engine().open(package, "auto")) as model:
        fields = cascade(package, model, seed, {"place": place})
        last = fields[package.card.stages[-1].name]
        return last.read(Rect(0, SIDE_PX, 0, SIDE_PX))[0].astype(np.uint8)


def sheet(rows: Sequence[Sequence[Codes]]) -> Codes:
    """Rows of maps beside one another, `GAP` between them."""
    across = np.full((SIDE_PX, GAP_PX), GAP, dtype=np.uint8)
    lines: list[Codes] = []
    for maps in rows:
        parts = [part for one in maps for part in (across, one)]
        lines.append(np.concatenate(parts[1:], 1))
        lines.append(np.full((GAP_PX, lines[0].shape[1]), GAP, dtype=np.uint8))
    return np.concatenate(lines[:-1])


def write_in_colours(codes: Codes, path: Path) -> None:
    """A PNG with a colour table: half as large as one without."""
    table = gdal.ColorTable()
    for code in MapClass:
        table.SetColorEntry(int(code), COLOURS[code])
    table.SetColorEntry(GAP, (255, 255, 255))
    memory = gdal.GetDriverByName("MEM").Create("", codes.shape[1], codes.shape[0])
    memory.GetRasterBand(1).SetColorTable(table)
    memory.GetRasterBand(1).WriteArray(codes)
    gdal.GetDriverByName("PNG").CreateCopy(str(path), memory, options=["ZLEVEL=9"])
    Path(f"{path}.aux.xml").unlink(missing_ok=True)
