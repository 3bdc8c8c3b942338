"""A class raster as map tiles for the web: an MBTiles file, XYZ pyramid in web mercator."""

from __future__ import annotations

import math
import os
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Callable, Optional

from osgeo import gdal, osr

from ..errors import InputError, RasterError
from ..grid import EARTH_RADIUS_M
from ..language import tr
from ..progress import NULL_PROGRESS, Progress
from .gdal_calls import GdalFailure, close_dataset, gdal_failures
from .temporary import TemporaryFiles, check_target, sweep

TILE_PX = 256
MOST_ZOOM = 22
WEB_MERCATOR = "EPSG:3857"
_WORLD_M = 2.0 * math.pi * EARTH_RADIUS_M
REPROJECTED, DRAWN = 0.1, 0.7
"""Shares of the work: after reprojecting is set up, and after the tiles of the finest zoom."""


def zoom_pixel_m(zoom: int) -> float:
    """Size of a pixel at a zoom level, in metres of the web mercator plane."""
    return float(_WORLD_M / (TILE_PX * 2**zoom))


def natural_zoom(pixel_m: float, latitude: float) -> int:
    """The zoom level that shows ground pixels of ``pixel_m`` at ``latitude`` nearly one to one."""
    on_plane = pixel_m / math.cos(math.radians(min(abs(latitude), 85.0)))
    zoom = math.ceil(math.log2(_WORLD_M / TILE_PX / on_plane) - 0.35)
    return min(max(zoom, 0), MOST_ZOOM)


def write_mbtiles(
    source: Path,
    target: Path,
    zooms: tuple[int, Optional[int]],
    texts: Mapping[str, str],
    progress: Progress = NULL_PROGRESS,
) -> int:
    """Write band 1 of ``source``, drawn by its colour table, and return the finest zoom level.

    ``zooms`` are the coarsest and the finest level; None is the natural one. Levels at which the
    raster would be a small part of one tile are left out. ``texts`` may hold
    ``name``, ``description`` and ``attribution``. ``target`` appears when it is complete.
    """
    check_target(target, "OUTPUT_MBTILES")
    sweep(target.parent)
    files = TemporaryFiles(target.parent)
    temporary = files.path("tiles.mbtiles")
    try:
        with gdal_failures():
            finest = _write(source, temporary, zooms, texts, progress)
        if texts.get("attribution"):
            _describe(temporary, "attribution", texts["attribution"])
        os.replace(temporary, target)
    except GdalFailure as failure:
        progress.check()
        raise RasterError(
            target, tr("It cannot be written ({failure}).").format(failure=failure)
        ) from failure
    finally:
        files.remove()
    return finest


def _write(
    source: Path,
    target: Path,
    zooms: tuple[int, Optional[int]],
    texts: Mapping[str, str],
    progress: Progress,
) -> int:
    classes = gdal.Open(str(source))
    if classes.GetRasterBand(1).GetColorTable() is None:
        raise RasterError(source, tr("It has no colour table. Use a raster of map classes."))
    colours = gdal.Translate("", classes, format="VRT", rgbExpand="rgba", bandList=[1])
    coarsest, wanted = zooms
    finest = _natural(colours) if wanted is None else wanted
    if coarsest > finest:
        text = tr(
            "The coarsest zoom level, {coarsest}, is finer than the finest, {finest}."
        ).format(coarsest=coarsest, finest=finest)
        raise InputError(
            "ZOOM_MIN", coarsest, tr("{problem} Give a smaller one.").format(problem=text)
        )
    pixel = zoom_pixel_m(finest)
    plane = gdal.Warp(
        "",
        colours,
        format="VRT",
        dstSRS=WEB_MERCATOR,
        xRes=pixel,
        yRes=pixel,
        targetAlignedPixels=True,
        resampleAlg="cubic",
        srcAlpha=True,
        dstAlpha=True,
    )
    progress.update(REPROJECTED)
    options = ["TILE_FORMAT=PNG", "ZOOM_LEVEL_STRATEGY=AUTO", "TYPE=baselayer"]
    options += [f"{key.upper()}={texts[key]}" for key in ("name", "description") if key in texts]
    driver = gdal.GetDriverByName("MBTiles")
    tiles = driver.CreateCopy(
        str(target), plane, options=options, callback=_heard(progress, REPROJECTED, DRAWN)
    )
    if tiles is None:
        progress.check()
        raise RasterError(target, tr("It cannot be written."))
    close_dataset(tiles)
    factors = [2**step for step in range(1, finest - coarsest + 1)]
    if factors:
        written = gdal.OpenEx(str(target), gdal.OF_RASTER | gdal.OF_UPDATE)
        written.BuildOverviews("AVERAGE", factors, callback=_heard(progress, DRAWN, 1.0))
        close_dataset(written)
    progress.check()
    return finest


def _describe(target: Path, name: str, text: str) -> None:
    """GDAL's driver keeps such an entry in a file beside the tiles, where no other client looks."""
    with closing(sqlite3.connect(target)) as base, base:
        base.execute("INSERT OR REPLACE INTO metadata (name, value) VALUES (?, ?)", (name, text))


def _natural(raster: gdal.Dataset) -> int:
    """The natural zoom level at the raster's middle."""
    plane = gdal.AutoCreateWarpedVRT(raster, None, _wkt(WEB_MERCATOR))
    place = plane.GetGeoTransform()
    middle = place[3] + place[5] * plane.RasterYSize / 2.0
    latitude = math.degrees(math.atan(math.sinh(middle / EARTH_RADIUS_M)))
    return natural_zoom(place[1] * math.cos(math.radians(latitude)), latitude)


def _wkt(name: str) -> str:
    reference = osr.SpatialReference()
    reference.SetFromUserInput(name)
    text: str = reference.ExportToWkt()
    return text


def _heard(progress: Progress, first: float, last: float) -> Callable[[float, str, object], int]:
    """GDAL's progress as ours; a cancel stops it."""

    def call(share: float, _message: str, _data: object) -> int:
        progress.update(first + (last - first) * share)
        return 0 if progress.cancelled() else 1

    return call
