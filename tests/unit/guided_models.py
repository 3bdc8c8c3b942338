"""A model of numpy whose layers steer it: everything but the network is real."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from osgeo import gdal, osr

from ...core.card import Band, ClassEntry, LayerSpec, Net, Stage, Style, Weights
from ...core.cascade import control_rect
from ...core.engine import InProcessEngine, TileModel, TileRequest
from ...core.noise import lattice_noise
from ...core.package import ModelPackage, write_package
from ...core.params import ParamSpec
from ...core.raster.crs import describe_crs
from ...core.tiling import FloatArray, Rect
from .model_folders import card as any_card
from .model_folders import safetensors_bytes

CLASSES = (ClassEntry(0, "water", "#3060a0"), ClassEntry(1, "wood", "#208030"))
UTM = describe_crs("EPSG:32632")
DEGREES = describe_crs("EPSG:4326")
PLACE = Rect(-500_000, -499_800, 60_000, 60_200)


class Sum:
    """A stage of numpy: its noise, plus ten times the cell of each control in turn, plus a
    parameter; unknown counts 100."""

    device = "cpu"

    def __init__(self, package: ModelPackage) -> None:
        self.stages = {stage.name: stage for stage in package.card.stages}

    def compute(self, request: TileRequest) -> FloatArray:
        stage = self.stages[request.stage]
        tile = request.tile
        noise = lattice_noise(request.seed, 1, 0, 1, tile)
        out = np.rint(np.clip(noise, -1, 1)) + np.float32(request.settings["level"])
        if request.control is not None:
            have = control_rect(stage, tile).refine(stage.multiple // stage.factor)
            assert request.control.shape[1:] == have.shape
            weight = np.float32(10.0)
            for band in np.nan_to_num(request.control, nan=100.0):
                fine = band.repeat(stage.factor, 0).repeat(stage.factor, 1)
                rows, cols = tile.slices_in(have.refine(stage.factor))
                out = out + weight * fine[None, rows, cols]
                weight *= 10
        if stage.name == "cover":
            out = (out > 0).astype(np.float32)
        return out.astype(np.float32)

    def close(self) -> None:
        return None


class NumpyEngine(InProcessEngine):
    def problem(self) -> None:
        return None

    def open(self, package: ModelPackage, *_: Any, **__: Any) -> TileModel:
        return Sum(package)


def guided_stage(name: str, pixel_m: float, factor: int, controls: Sequence[str] = ()) -> Stage:
    return Stage(
        name,
        Net("none"),
        Weights(f"{name}.safetensors"),
        (pixel_m,),
        factor,
        32,
        8,
        4,
        controls=tuple(controls),
    )


def guided_package(folder: Path, classes: bool = False, **changes: Any) -> ModelPackage:
    band = Band("colour", "int16", min=-1000, max=30000, nodata=-32768)
    if classes:
        band = Band("cover", "uint8", nodata=255, classes=CLASSES)
    stages = (
        guided_stage("cover", 40.0, 0),
        guided_stage("image", 10.0, 2, ("cover", "height")),
    )
    if classes:
        stages = stages[:1]
    values: dict[str, Any] = {
        "task": "imagery",
        "native_pixel_sizes_m": (40.0,) if classes else (10.0,),
        "pixel_range_m": (1.0, 100.0),
        "quantum": 1.0,
        "output": (band,),
        "stages": stages,
        "layers": (
            LayerSpec("cover", "Land cover", "classes", classes=CLASSES),
            LayerSpec("height", "Elevation", "values", unit="m"),
        ),
        "parameters": (ParamSpec("level", "int", 0, -5, 5),),
        "presets": {},
        "style": Style(ramp="classes"),
        **changes,
    }
    weights = {stage.weights.file: safetensors_bytes() for stage in stages}
    return write_package(folder / "woods", any_card("woods", **values), weights)


def small_raster(
    path: Path, epsg: int, corner: tuple[float, float], pixel: float, values: Any
) -> str:
    array = np.asarray(values)
    kind = gdal.GDT_Byte if array.dtype == np.uint8 else gdal.GDT_Float32
    data = gdal.GetDriverByName("GTiff").Create(str(path), array.shape[1], array.shape[0], 1, kind)
    data.SetGeoTransform((corner[0], pixel, 0.0, corner[1], 0.0, -pixel))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(epsg)
    data.SetProjection(reference.ExportToWkt())
    data.GetRasterBand(1).WriteArray(array)
    data.FlushCache()
    return str(path)
