"""A page to judge the climate model by eye: real months beside generated ones, and other worlds.

python tools/bootstrap.py climate_sheet --data DATA --models MODELS --out sheet.png
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from osgeo import gdal
from safetensors.torch import load_file

from ..core import jobs
from ..core.catalog import bundled_folder
from ..core.engine import InProcessEngine
from ..core.grid import Extent, WorldGrid
from ..core.job import ExtentJob, LayerSource
from ..core.nets.climate import ClimateGenerator
from ..core.nets.registry import build_net
from ..core.package import ModelPackage, load_package
from ..core.params import ParamValue
from ..core.progress import NullProgress
from ..core.raster.crs import describe_crs
from ..core.training.climate_data import MONTHS, ClimateRegion
from ..core.training.climate_evaluate import simulated
from ..core.training.climate_maps import region_maps
from .previews import HEIGHT, WIDTH, slanted, write_png

Picture = NDArray[np.uint8]

FIRST = 2021 * MONTHS
SHOWN = (0, 3, 6, 9)
SEEDS = (1, 2)
WARMTH = ("313695", "74add1", "e0f3f8", "ffffbf", "fdae61", "d73027", "7f0018")
RAIN = ("f7f4e9", "d5ead2", "8fcfc0", "3a93c3", "123b7a")
GAP_PX = 6
WORLD_CRS = "EPSG:3035"
WORLD = Extent(3_450_000.0, 1_050_000.0, 6_850_000.0, 3_430_000.0)

PREVIEW = Extent(3_450_000.0, 1_160_000.0, 6_850_000.0, 3_430_000.0)
PREVIEW_SEED = 3


def main(arguments: Sequence[str]) -> int:
    """Draw the page."""
    parser = argparse.ArgumentParser(prog="climate_sheet", description=main.__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of prepared data")
    parser.add_argument("--models", type=Path, default=bundled_folder())
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--relief", type=Path, help="elevation of the earth, for a row on it")
    chosen = parser.parse_args(arguments)
    package = load_package(chosen.models / "climate")
    land = {"elevation": LayerSource(str(chosen.relief))} if chosen.relief else {}
    rows = real_and_generated(package, chosen.data)
    if chosen.relief:
        rows.append(world(package, 1, land))
    rows += [world(package, seed, {}) for seed in SEEDS]
    width = max(row.shape[2] for row in rows)
    page = [
        np.pad(r, ((0, 0), (0, GAP_PX), (0, width - r.shape[2])), constant_values=255) for r in rows
    ]
    write_png(np.concatenate(page, 1), chosen.out)
    return 0


def preview(package: ModelPackage) -> Picture:
    """Temperature and rain of July side by side, parted by a slanted line."""
    halves = []
    for variable, ramp, low, high in (
        ("temperature", WARMTH, 0.0, 34.0),
        ("precipitation", RAIN, 0.0, 220.0),
    ):
        values = months(package, PREVIEW_SEED, variable, {}, PREVIEW)[6]
        halves.append(coloured(smooth(values, WIDTH, HEIGHT), ramp, low, high, 1))
    return slanted(halves[0], halves[1])


def smooth(values: NDArray[np.float32], width: int, height: int) -> NDArray[np.float32]:
    rows, cols = values.shape
    raster = gdal.GetDriverByName("MEM").Create("", cols, rows, 1, gdal.GDT_Float32)
    raster.GetRasterBand(1).WriteArray(values)
    made = gdal.Translate("", raster, format="MEM", width=width, height=height, resampleAlg="cubic")
    found: NDArray[np.float32] = made.ReadAsArray()
    return found


def real_and_generated(package: ModelPackage, data: Path) -> list[Picture]:
    """Two rows for each variable: four months of a year that was kept out, and two seeds' own."""
    net = opened(package)
    region = ClimateRegion.load(data / "climate" / "vietnam.npz").between(FIRST, FIRST + MONTHS)
    maps = region_maps(net, region, torch.device("cpu"))
    made = simulated(net, maps, [FIRST + month for month in SHOWN], 2, 5)
    real = np.stack([region.temperature, region.precipitation], 1)[list(SHOWN)]
    rows = []
    for index, (ramp, low, high) in enumerate(((WARMTH, 5.0, 33.0), (RAIN, 0.0, 500.0))):
        parts = [real[:, index], made[0, :, index], made[1, :, index]]
        pictures = [coloured(month, ramp, low, high, 4) for part in parts for month in part]
        rows.append(side_by_side(pictures))
    return rows


def opened(package: ModelPackage) -> ClimateGenerator:
    stage = package.card.stages[-1]
    net = build_net(stage.net.key, stage.net.arguments)
    if not isinstance(net, ClimateGenerator):
        raise TypeError(f"Stage '{stage.name}' is no climate network.")
    weights = load_file(package.weights_path(stage.name))
    net.load_state_dict({name: value.float() for name, value in weights.items()})
    return net.eval()


def world(package: ModelPackage, seed: int, layers: dict[str, LayerSource]) -> Picture:
    """Temperature and rain of January and July, on given land or on that of the seed."""
    pictures = []
    for variable, ramp, low, high in (
        ("temperature", WARMTH, -25.0, 35.0),
        ("precipitation", RAIN, 0.0, 250.0),
    ):
        values = months(package, seed, variable, layers)
        pictures += [coloured(values[i], ramp, low, high, 3) for i in (0, 6)]
    return side_by_side(pictures)


def months(
    package: ModelPackage,
    seed: int,
    variable: str,
    layers: dict[str, LayerSource],
    extent: Extent = WORLD,
) -> NDArray[np.float32]:
    """Seven months from January on."""
    grid = WorldGrid(describe_crs(WORLD_CRS), package.card.native_pixel_sizes_m[0])
    asked: dict[str, ParamValue] = {"variable": variable, "steps": 7}
    with tempfile.TemporaryDirectory() as folder:
        raster = Path(folder) / "climate.tif"
        job = ExtentJob(package, grid, grid.snap(extent), seed, asked, raster, "cpu", (), layers)
        jobs.run(job, InProcessEngine(), NullProgress())
        values: NDArray[np.float32] = gdal.Open(str(raster)).ReadAsArray()
    return values


def coloured(
    values: NDArray[np.float32], ramp: Sequence[str], low: float, high: float, enlarge: int
) -> Picture:
    stops = np.linspace(low, high, len(ramp))
    colours = [[int(colour[i : i + 2], 16) for i in (0, 2, 4)] for colour in ramp]
    known = np.nan_to_num(values, nan=low)
    picture = np.stack([np.interp(known, stops, channel) for channel in zip(*colours)])
    picture = picture.repeat(enlarge, 1).repeat(enlarge, 2)
    return picture.astype(np.uint8)


def side_by_side(pictures: Sequence[Picture]) -> Picture:
    padded = [np.pad(p, ((0, 0), (0, 0), (0, GAP_PX)), constant_values=255) for p in pictures]
    return np.concatenate(padded, 2)
