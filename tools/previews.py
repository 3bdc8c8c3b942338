"""Draws the pictures on the cards of the gallery from what the bundled models make."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Callable

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal

from ..core import jobs
from ..core.catalog import Catalog, bundled_folder
from ..core.engine import InProcessEngine
from ..core.grid import Extent, WorldGrid
from ..core.job import ExtentJob, LayerJob, LayerSource
from ..core.map_classes import COLOURS, MapClass
from ..core.package import ModelPackage
from ..core.params import ParamValue
from ..core.progress import NullProgress
from ..core.raster.crs import describe_crs
from ..core.tiling import Rect
from . import town_plan
from .relief_picture import write_picture

WIDTH, HEIGHT = 480, 320
FINER = 2
"""Drawn so many times larger, then averaged."""

IMAGERY = ("imagery_from_landcover", "imagery_from_terrain", "imagery")

_CRS = "EPSG:32632"
_COARSE = 16


@dataclass(frozen=True)
class Scene:
    """A place and a world that show well what terrain models do."""

    west: float = 600_030.0
    north: float = 5_200_020.0
    pixel_size: float = 90.0
    seed: int = 1
    parameters: dict[str, ParamValue] = field(default_factory=dict)


TERRAIN = Scene(seed=1, parameters={"landform": "coast", "relief": 90.0})
BLOCKS = Scene(seed=3, pixel_size=1.0)
BLOCKS_CORNER = (-300, 60)
TOWN = Scene(seed=7, pixel_size=2.0, parameters={"place": "suburb"})
TOWN_CORNER = (0, 0)
DETAIL = Scene(seed=4, pixel_size=30.0, parameters={"landform": "alpine"})


def draw_terrain(catalog: Catalog, picture: Path, folder: Path) -> None:
    """A landscape from nothing."""
    raster = folder / "terrain.tif"
    make(catalog.get("terrain"), TERRAIN, raster)
    draw(raster, picture, folder)


def draw_terrain_detail(catalog: Catalog, picture: Path, folder: Path) -> None:
    """On the left a coarse raster, on the right what the model makes of it."""
    fine, coarse, detailed = (folder / f"{name}.tif" for name in ("fine", "coarse", "detailed"))
    make(catalog.get("terrain"), DETAIL, fine)
    cells = {"width": WIDTH * FINER // _COARSE, "height": HEIGHT * FINER // _COARSE}
    gdal.Translate(str(coarse), str(fine), resampleAlg="average", **cells)
    job = LayerJob(catalog.get("terrain_detail"), str(coarse), 1, None, _COARSE, 100.0, DETAIL.seed)
    run(job, detailed)
    before, after = folder / "before.png", folder / "after.png"
    enlarged = folder / "enlarged.tif"
    gdal.Translate(str(enlarged), str(coarse), width=WIDTH * FINER, height=HEIGHT * FINER)
    draw(enlarged, before, folder)
    draw(detailed, after, folder)
    write_png(slanted(read_png(before), read_png(after)), picture)


def draw_buildings(catalog: Catalog, picture: Path, folder: Path) -> None:
    """Buildings on a made-up town plan, with their shadows."""
    crs = describe_crs(_CRS)
    fine, plan = WorldGrid(crs, BLOCKS.pixel_size), WorldGrid(crs, town_plan.PIXEL_M)
    rect = Rect(0, HEIGHT * FINER, 0, WIDTH * FINER).shift(*BLOCKS_CORNER)
    around = plan.snap(fine.extent(rect)).grow(town_plan.REACH_PX)
    streets = town_plan.write_town_plan(plan, around, folder / "plan.tif")
    raster = folder / "buildings.tif"
    layers = {"streets": LayerSource(str(streets))}
    package = catalog.get("buildings")
    run(ExtentJob(package, fine, rect, BLOCKS.seed, {}, raster, layers=layers), raster)
    metres = gdal.Open(str(raster)).ReadAsArray()
    own = plan.snap(fine.extent(rect))
    ground = town_plan.town_plan(own).repeat(2, 0).repeat(2, 1)
    pixels = town_plan.shaded(ground, np.maximum(metres, 0.0))
    small = pixels.reshape(3, HEIGHT, FINER, WIDTH, FINER).mean((2, 4))
    write_png(np.rint(small).astype(np.uint8), picture)


def draw_map_tiles(catalog: Catalog, picture: Path, folder: Path) -> None:
    """A town and the country around it, in the map's colours."""
    grid = WorldGrid(describe_crs(_CRS), TOWN.pixel_size)
    rect = Rect(0, HEIGHT * FINER, 0, WIDTH * FINER).shift(*TOWN_CORNER)
    raster = folder / "map.tif"
    package = catalog.get("map_tiles")
    run(ExtentJob(package, grid, rect, TOWN.seed, TOWN.parameters, raster), raster)
    palette = np.array([COLOURS[code] for code in MapClass], dtype=np.float64)
    pixels = palette[gdal.Open(str(raster)).ReadAsArray()].transpose(2, 0, 1)
    small = pixels.reshape(3, HEIGHT, FINER, WIDTH, FINER).mean((2, 4))
    write_png(np.rint(small).astype(np.uint8), picture)


def draw_climate(catalog: Catalog, picture: Path, folder: Path) -> None:
    """Temperature and rain of a month over the land of the seed."""
    from .climate_sheet import preview

    write_png(preview(catalog.get("climate")), picture)


def draw_imagery(model_id: str, catalog: Catalog, picture: Path, folder: Path) -> None:
    """What went in beside what came out, or two seasons."""
    from .imagery_sheet import Studio

    write_png(Studio(catalog, folder).preview(model_id), picture)


PICTURES: dict[str, Callable[[Catalog, Path, Path], None]] = {
    "terrain": draw_terrain,
    "terrain_detail": draw_terrain_detail,
    "climate": draw_climate,
    "buildings": draw_buildings,
    "map_tiles": draw_map_tiles,
    **{name: partial(draw_imagery, name) for name in IMAGERY},
}


def make(package: ModelPackage, scene: Scene, raster: Path) -> None:
    grid = WorldGrid(describe_crs(_CRS), scene.pixel_size)
    east = scene.west + WIDTH * FINER * scene.pixel_size
    south = scene.north - HEIGHT * FINER * scene.pixel_size
    rect = grid.snap(Extent(scene.west, south, east, scene.north))
    run(ExtentJob(package, grid, rect, scene.seed, scene.parameters, raster), raster)


def run(job: jobs.Job, raster: Path) -> None:
    jobs.run(replace(job, output=raster), InProcessEngine(), NullProgress())


def draw(raster: Path, picture: Path, folder: Path) -> None:
    large = folder / "large.png"
    write_picture(raster, large)
    small = gdal.Translate(
        "", str(large), format="MEM", width=WIDTH, height=HEIGHT, resampleAlg="average"
    )
    write_png(small.ReadAsArray()[:3], picture)


def slanted(left: NDArray[np.uint8], right: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Two pictures ``(3, H, W)`` in one, parted by a slanted white line."""
    rows, columns = np.mgrid[0:HEIGHT, 0:WIDTH]
    across = columns - 0.5 * WIDTH + 0.25 * (rows - 0.5 * HEIGHT)
    parted = np.where(across < 0.0, left, right)
    return np.where(np.abs(across) < 1.5, 255, parted).astype(np.uint8)


def read_png(path: Path) -> NDArray[np.uint8]:
    pixels: NDArray[np.uint8] = gdal.Open(str(path)).ReadAsArray()[:3]
    return pixels


def write_png(pixels: NDArray[np.uint8], path: Path) -> None:
    _, height, width = pixels.shape
    memory = gdal.GetDriverByName("MEM").Create("", width, height, 3, gdal.GDT_Byte)
    for band, values in enumerate(pixels, 1):
        memory.GetRasterBand(band).WriteArray(values)
    gdal.GetDriverByName("PNG").CreateCopy(str(path), memory, options=["ZLEVEL=9"])
    Path(f"{path}.aux.xml").unlink(missing_ok=True)


def main(arguments: Sequence[str]) -> int:
    """Draw the pictures of the models named, or of all that have one."""
    parser = argparse.ArgumentParser(prog="tools/previews", description="Draw the cards' pictures.")
    catalog = Catalog([bundled_folder()]).scan()
    drawn = [name for name in PICTURES if name in catalog.packages]
    parser.add_argument("models", nargs="*", default=drawn, metavar="MODEL")
    for model_id in parser.parse_args(arguments).models:
        picture = catalog.get(model_id).folder / "preview.png"
        with tempfile.TemporaryDirectory() as folder:
            PICTURES[model_id](catalog, picture, Path(folder))
        print(picture)
    return 0
