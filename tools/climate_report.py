"""Judges the climate model on what was kept out of its training, and writes tables.

python tools/bootstrap.py climate_report --data DATA --run RUNS/climate --out report.md
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch

from ..core.nets.climate import ClimateGenerator
from ..core.training.climate_cells import observed_cells
from ..core.training.climate_data import MONTHS, ClimateRegion
from ..core.training.climate_evaluate import (
    Zonal,
    baseline,
    comparison,
    cycles,
    downscaling,
    judged_fields,
    normals_error,
    simulated,
)
from ..core.training.climate_maps import region_maps
from ..core.training.climate_metrics import ClimateFields, markdown
from ..core.training.climate_trainer import training_regions
from ..core.training.recipe import load_recipe
from .bootstrap import ROOT

FACTORS, MEMBERS, PATCH_PX = (4, 8), 8, 32


def main(argv: Sequence[str]) -> int:
    """Write the report."""
    parser = argparse.ArgumentParser(prog="climate_report", description=main.__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of prepared data")
    parser.add_argument("--run", type=Path, required=True, help="folder of the run")
    parser.add_argument("--recipe", type=Path, default=ROOT / "recipes" / "climate.toml")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=11)
    chosen = parser.parse_args(argv)
    recipe = load_recipe(chosen.recipe)
    net = ClimateGenerator(recipe.levels, recipe.latent).eval()
    state = torch.load(chosen.run / "checkpoint.pt", map_location="cpu", weights_only=True)
    net.load_state_dict(state["averaged"])
    regions = training_regions(recipe, chosen.data)
    vietnam = ClimateRegion.load(chosen.data / "climate" / "vietnam.npz")
    southeast = ClimateRegion.load(chosen.data / "climate" / "seus.npz")
    first = int(recipe.regions["vietnam"]["until"]) * MONTHS
    held = vietnam.between(first, first + 100 * MONTHS)
    before = vietnam.between(first - len(held.months), first)
    trained = vietnam.between(0, first)
    zonal = Zonal([cells for cells in map(observed_cells, regions) if len(cells.static)])
    parts = [f"Step {int(state['step'])}.", ""]
    for region, earlier in ((held, before), (southeast, None)):
        others = {"generated": _generated(net, region, chosen.seed)}
        if earlier is not None:
            others = {"real, years before": _real(earlier), **others}
        values = baseline(zonal, trained, region, chosen.seed)
        others["zonal climatology + matched noise"] = judged_fields(
            values, region.months, _known(region)
        )
        real = _real(region)
        parts += [f"## {region.name}, {len(region.months)} months", ""]
        parts.append(markdown(comparison(real, others, min(PATCH_PX, *region.shape))))
        if earlier is not None:
            bonds = cycles({"real": real, **others})
            parts.append(markdown({k: {"bond of the variables": v} for k, v in bonds.items()}))
        for factor in FACTORS:
            parts.append(_downscaling(net, region, factor, chosen.seed))
    rows = {}
    for name in recipe.held_out:
        region = ClimateRegion.load(chosen.data / "climate" / f"{name}.npz")
        for variable, (ours, other, spread) in normals_error(net, zonal, region).items():
            figures = {"network, RMSE": ours, "zonal, RMSE": other, "spread of the normals": spread}
            rows[f"{name}, {variable}"] = figures
    parts += ["## normals of regions kept out", "", markdown(rows)]
    chosen.out.write_text("\n".join(parts), encoding="utf-8")
    return 0


def _known(region: ClimateRegion) -> np.ndarray:
    return np.isfinite(np.stack([region.temperature, region.precipitation], 1))


def _real(region: ClimateRegion) -> ClimateFields:
    values = np.stack([region.temperature, region.precipitation], 1)
    return judged_fields(values, region.months, _known(region))


def _generated(net: ClimateGenerator, region: ClimateRegion, seed: int) -> ClimateFields:
    maps = region_maps(net, region, torch.device("cpu"))
    values = simulated(net, maps, region.months.tolist(), 1, seed)[0]
    return judged_fields(values, region.months, _known(region))


def _downscaling(net: ClimateGenerator, region: ClimateRegion, factor: int, seed: int) -> str:
    found = downscaling(net, region, factor, MEMBERS, seed)
    rows = {
        f"{name}, blocks of {factor} px": {
            "CRPS": score.network,
            "bilinear": score.bilinear,
            "bicubic": score.bicubic,
            "share of the better": score.share,
            "spread per error": score.spread_per_error,
        }
        for name, score in found.items()
    }
    return markdown(rows)
