"""Contact sheets of the imagery models, and the pictures on their cards."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal, osr

from ..core import jobs
from ..core.card import ModelCard
from ..core.catalog import Catalog, bundled_folder
from ..core.engine import InProcessEngine
from ..core.grid import WorldGrid
from ..core.job import ExtentJob, LayerSource
from ..core.landcover import CODES
from ..core.likeness import nearest_style
from ..core.params import ParamValue, check_all
from ..core.progress import NullProgress
from ..core.raster.crs import describe_crs
from ..core.tile_colours import IMAGERY_GAMMA
from ..core.tiling import Rect
from ..core.training.imagery_air import air_reflectance
from ..core.training.imagery_prepare import STORED_SCALE, Scene
from ..core.training.recipe import load_recipe
from .bootstrap import ROOT
from .previews import HEIGHT, IMAGERY, WIDTH, slanted, write_png

_CRS, PIXEL_M = "EPSG:32632", 10.0
# A place with hills, plains and water in the worlds of the first seeds.
PLACE = (-520_000, 60_000)
GAP_PX = 6
STYLES = ("summer", "mediterranean", "desert", "tropics", "mountains", "winter")

Picture = NDArray[np.uint8]


def main(arguments: Sequence[str]) -> int:
    """Draw one sheet per imagery model that is found."""
    parser = argparse.ArgumentParser(prog="tools/imagery_sheet", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="folder of the sheets")
    parser.add_argument("--models", type=Path, default=bundled_folder())
    parser.add_argument("--size", type=int, default=384, help="pixels along a side of a picture")
    parser.add_argument("--previews", action="store_true", help="draw the cards' pictures too")
    parser.add_argument("--scenes", type=Path, help="prepared scenes, to be drawn beside real ones")
    chosen = parser.parse_args(arguments)
    chosen.out.mkdir(parents=True, exist_ok=True)
    catalog = Catalog([chosen.models]).scan()
    with tempfile.TemporaryDirectory() as name:
        studio = Studio(catalog, Path(name))
        if chosen.scenes:
            pairs = studio.real_and_generated(_kept_out(chosen.scenes), chosen.size)
            write_png(sheet(pairs, 4), chosen.out / "real_and_generated.png")
            return 0
        for model_id in IMAGERY:
            if model_id not in catalog.packages:
                continue
            pictures = studio.pictures(model_id, chosen.size, chosen.size, STYLES)
            write_png(sheet(pictures, 3), chosen.out / f"{model_id}.png")
            if chosen.previews:
                path = catalog.get(model_id).folder / "preview.png"
                write_png(studio.preview(model_id), path)
    return 0


class Studio:
    """Makes the rasters that are drawn, in a folder of its own."""

    def __init__(self, catalog: Catalog, folder: Path) -> None:
        self.catalog, self.folder = catalog, folder
        self.engine = InProcessEngine()

    def pictures(
        self, model_id: str, width: int, height: int, styles: Sequence[str]
    ) -> list[Picture]:
        """What the model makes of the same place, by style; a seed each."""
        rect = Rect(PLACE[0], PLACE[0] + height, PLACE[1], PLACE[1] + width)
        card = self.catalog.get(model_id).card
        found = []
        for seed, style in enumerate(styles, 1):
            layers = self._layers(card, rect, seed)
            raster = self._made(model_id, rect, seed, {"style": style}, layers)
            found.append(drawn(raster, card))
        return found

    def preview(self, model_id: str) -> Picture:
        """For a card: what went in beside what came out, or two seasons."""
        rect = Rect(PLACE[0], PLACE[0] + HEIGHT, PLACE[1], PLACE[1] + WIDTH)
        card = self.catalog.get(model_id).card
        layers = self._layers(card, rect, 2)
        right = self._made(model_id, rect, 2, {"style": "mediterranean"}, layers)
        if model_id == "imagery_from_landcover":
            return slanted(class_picture(layers["landcover"].source, card), drawn(right, card))
        if model_id == "imagery_from_terrain":
            return slanted(shade_picture(layers["elevation"].source, rect), drawn(right, card))
        left = self._made(model_id, rect, 2, {"style": "summer"}, layers)
        return slanted(drawn(left, card), drawn(right, card))

    def real_and_generated(self, scenes: Sequence[Scene], size: int) -> list[Picture]:
        """The middle of each scene, and what the model makes of its land cover in the style that is
        nearest to the scene's colours."""
        model_id, found = "imagery_from_landcover", []
        card = self.catalog.get(model_id).card
        for scene in scenes:
            ground = scene.reflectance - air_reflectance(scene.reflectance)[:, None, None]
            ground = ground[[2, 1, 0, 3]]
            style = nearest_style(card.presets, [float(band.mean()) for band in ground])
            height, width = scene.classes.shape
            rect = Rect(0, height, 0, width)
            path = self.folder / f"{scene.name}.tif"
            write_classes(path, np.array(CODES, np.uint8)[scene.classes], rect)
            layers = {"landcover": LayerSource(str(path))}
            raster = self._made(model_id, rect, 1, {"style": style or "any"}, layers)
            top, left = (height - size) // 2, (width - size) // 2
            middle = (slice(None), slice(top, top + size), slice(left, left + size))
            found.append(stretched(ground[:3] * STORED_SCALE, card)[middle])
            found.append(drawn(raster, card)[middle])
        return found

    def _layers(self, card: ModelCard, rect: Rect, seed: int) -> dict[str, LayerSource]:
        needed = {layer.name for layer in card.layers if not layer.optional}
        layers = {}
        if "landcover" in needed:
            path = self.folder / "landcover.tif"
            write_classes(path, invented_map(rect), rect)
            layers["landcover"] = LayerSource(str(path))
        if "elevation" in needed:
            wide = Rect(*(value // 3 for value in rect.grow(300).__dict__.values()))
            path = self._made("terrain", wide, seed, {"landform": "hills"}, {}, 30.0)
            layers["elevation"] = LayerSource(str(path))
        return layers

    def _made(
        self,
        model_id: str,
        rect: Rect,
        seed: int,
        wishes: Mapping[str, ParamValue],
        layers: Mapping[str, LayerSource],
        pixel_m: float = PIXEL_M,
    ) -> Path:
        package = self.catalog.get(model_id)
        raster = self.folder / f"{model_id}_{seed}_{len(list(self.folder.iterdir()))}.tif"
        values = check_all(package.card.parameters, wishes)
        grid = WorldGrid(describe_crs(_CRS), pixel_m)
        job = ExtentJob(package, grid, rect, seed, values, raster, layers=layers)
        jobs.run(job, self.engine, NullProgress())
        return raster


def _kept_out(folder: Path) -> list[Scene]:
    """The prepared scenes that no training has seen."""
    recipe = load_recipe(ROOT / "recipes" / "imagery.toml")
    return [Scene.load(folder / f"{name}.npz") for name in recipe.held_out]


def invented_map(rect: Rect) -> NDArray[np.uint8]:
    """Fields, woods, a town and a river, as a person might draw them."""
    rng = np.random.default_rng(4)
    rows, cols = np.mgrid[0 : rect.height, 0 : rect.width]
    seeds = rng.uniform(0, 1, (160, 2)) * (rect.height, rect.width)
    apart = (rows[..., None] - seeds[:, 0]) ** 2 + (cols[..., None] - seeds[:, 1]) ** 2
    kinds = rng.choice([40, 40, 40, 30, 10, 10], len(seeds))
    codes = kinds[apart.argmin(2)].astype(np.uint8)
    town = np.hypot(rows - 0.45 * rect.height, cols - 0.4 * rect.width)
    ragged = 0.2 * rect.height + 12 * np.sin(rows / 9) + 9 * np.cos(cols / 7)
    codes[town < ragged] = 50
    river = np.abs(cols - 0.62 * rect.width - 40 * np.sin(rows / 60))
    codes[river < 9] = 80
    codes[(rows < 40) & (cols > rect.width - 90)] = 60
    return codes


def write_classes(path: Path, codes: NDArray[np.uint8], rect: Rect) -> None:
    raster = gdal.GetDriverByName("GTiff").Create(str(path), *codes.shape[::-1], 1, gdal.GDT_Byte)
    left, top = rect.x0 * PIXEL_M, -rect.y0 * PIXEL_M
    raster.SetGeoTransform((left, PIXEL_M, 0.0, top, 0.0, -PIXEL_M))
    reference = osr.SpatialReference()
    reference.SetFromUserInput(_CRS)
    raster.SetProjection(reference.ExportToWkt())
    raster.GetRasterBand(1).WriteArray(codes)


def drawn(raster: Path, card: ModelCard) -> Picture:
    return stretched(gdal.Open(str(raster)).ReadAsArray()[:3], card)


def stretched(bands: NDArray[Any], card: ModelCard) -> Picture:
    """Red, green and blue, stretched as the card says."""
    low = np.array([band.min for band in card.output[:3]])[:, None, None]
    high = np.array([band.max for band in card.output[:3]])[:, None, None]
    shares = np.clip((bands.astype(np.float64) - low) / (high - low), 0.0, 1.0)
    picture: Picture = (shares ** (1.0 / IMAGERY_GAMMA) * 255).astype(np.uint8)
    return picture


def class_picture(raster: str, card: ModelCard) -> Picture:
    """A class map in the card's colours."""
    codes = gdal.Open(raster).ReadAsArray()
    out = np.zeros((3, *codes.shape), np.uint8)
    for entry in next(one for one in card.layers if one.kind == "classes").classes:
        colour = [int(entry.colour[at : at + 2], 16) for at in (1, 3, 5)]
        out[:, codes == entry.value] = np.array(colour, np.uint8)[:, None]
    return out


def shade_picture(raster: str, rect: Rect) -> Picture:
    """A DEM in light and shade, over the same ground."""
    left, top = rect.x0 * PIXEL_M, -rect.y0 * PIXEL_M
    cut = gdal.Translate(
        "",
        raster,
        format="MEM",
        projWin=(left, top, left + rect.width * PIXEL_M, top - rect.height * PIXEL_M),
        width=rect.width,
        height=rect.height,
        resampleAlg="bilinear",
    )
    shade = gdal.DEMProcessing("", cut, "hillshade", format="MEM", computeEdges=True)
    grey: Picture = np.repeat(shade.ReadAsArray()[None], 3, 0)
    return grey


def sheet(pictures: Sequence[Picture], columns: int) -> Picture:
    """Pictures of one size, side by side."""
    _, height, width = pictures[0].shape
    rows = -(-len(pictures) // columns)
    out = np.full(
        (3, rows * (height + GAP_PX) - GAP_PX, columns * (width + GAP_PX) - GAP_PX), 255, np.uint8
    )
    for index, picture in enumerate(pictures):
        y, x = (index // columns) * (height + GAP_PX), (index % columns) * (width + GAP_PX)
        out[:, y : y + height, x : x + width] = picture
    return out
