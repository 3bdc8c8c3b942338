"""A user's layer, in whatever CRS, as seen on the lattice of a generation plane."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from types import TracebackType
from typing import Literal, Optional

import numpy as np
from osgeo import gdal, osr

from ..errors import RasterError
from ..grid import EARTH_RADIUS_M, Crs
from ..language import tr
from ..tiling import FloatArray, Rect, TiledField
from .gdal_calls import GdalFailure, close_dataset, gdal_failures
from .reader import RasterReader

BLOCK_PX = 256
"""Side of the blocks that are warped at once: always the same ones, so that a pixel's value never
depends on the rectangle that is read."""
KEPT_BLOCKS = 64
MEAN_FROM = 1.5
"""Cells larger than so many pixels of the layer are means of them, smaller ones interpolated."""

Kind = Literal["values", "classes"]


class LayerOnPlane:
    """Band ``band`` of raster ``source`` on cells of ``cell`` units of the plane of ``crs``.

    Measures are averaged or interpolated; codes of classes are taken as they are (the commonest in
    a large cell), and given new numbers by ``classes`` where that is not empty. NaN where the layer
    has no data, is not known to ``classes``, or does not reach.
    """

    def __init__(
        self,
        source: str,
        band: int,
        kind: Kind,
        classes: Mapping[float, int],
        crs: Crs,
        cell: float,
    ) -> None:
        self.path = source
        self._classes = dict(classes)
        self._lock = threading.Lock()
        self._plane_wkt, units = plane_of(crs)
        self._cell = cell * units
        with RasterReader(source, band) as reader:
            layer_crs = reader.crs
            self._pixel_m = abs(reader.geotransform[1]) * layer_crs.metres_per_unit
        cell_m = cell * (1.0 if crs.is_geographic else crs.metres_per_unit)
        coarse = cell_m > MEAN_FROM * self._pixel_m
        if kind == "classes":
            self._method = "mode" if coarse else "near"
        else:
            self._method = "average" if coarse else "bilinear"
        try:
            with gdal_failures():
                whole = gdal.OpenEx(source, gdal.OF_RASTER | gdal.OF_READONLY)
                self._dataset: Optional[gdal.Dataset] = gdal.Translate(
                    "",
                    whole,
                    format="VRT",
                    bandList=[band],
                    unscale=True,
                    outputType=gdal.GDT_Float32,
                )
        except GdalFailure as failure:
            raise RasterError(
                source, tr("It cannot be read ({failure}).").format(failure=failure)
            ) from failure
        self._blocks = TiledField(self._warped, BLOCK_PX, KEPT_BLOCKS)

    def __enter__(self) -> LayerOnPlane:
        return self

    def __exit__(
        self,
        kind: Optional[type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the layer; closing again does nothing."""
        with self._lock:
            dataset, self._dataset = self._dataset, None
        if dataset is not None:
            with gdal_failures():
                close_dataset(dataset)

    def read(self, rect: Rect) -> FloatArray:
        """The cells of ``rect`` on the plane's lattice, ``(1, H, W)``."""
        return self._blocks.read(rect)

    def _warped(self, block: Rect) -> FloatArray:
        cell = self._cell
        bounds = (block.x0 * cell, -block.y1 * cell, block.x1 * cell, -block.y0 * cell)
        with self._lock:
            if self._dataset is None:
                raise RasterError(self.path, tr("It is closed already."))
            try:
                with gdal_failures():
                    out = gdal.Warp(
                        "",
                        self._dataset,
                        format="MEM",
                        outputBounds=bounds,
                        width=block.width,
                        height=block.height,
                        dstSRS=self._plane_wkt,
                        resampleAlg=self._method,
                        errorThreshold=0.0,
                        overviewLevel="NONE",
                        outputType=gdal.GDT_Float32,
                        dstNodata=float("nan"),
                        multithread=False,
                    )
                    values = out.GetRasterBand(1).ReadAsArray()
            except GdalFailure as failure:
                if _lies_elsewhere(failure):
                    return np.full((1, *block.shape), np.nan, dtype=np.float32)
                raise RasterError(
                    self.path,
                    tr("It cannot be brought to the CRS of the result ({failure}).").format(
                        failure=failure
                    ),
                ) from failure
        found: FloatArray = values.astype(np.float32)[None]
        found[~np.isfinite(found)] = np.nan
        return self._recoded(found) if self._classes else found

    def _recoded(self, values: FloatArray) -> FloatArray:
        out = np.full_like(values, np.nan)
        for value, code in self._classes.items():
            out[values == np.float32(value)] = code
        return out


def _lies_elsewhere(failure: GdalFailure) -> bool:
    """Whether GDAL only says that a block has no counterpart in the layer's CRS."""
    text = str(failure).lower()
    return any(
        hint in text for hint in ("no valid", "tolerance condition", "reproject", "transform")
    )


def plane_of(crs: Crs) -> tuple[str, float]:
    """The CRS of the generation plane as WKT, and its units in one unit of the plane.

    That is ``crs`` itself where it is projected, else Mercator over its own degrees (see
    :mod:`core.resample`), in which GDAL's numbers grow with the ellipsoid's axis.
    """
    if not crs.is_geographic:
        return crs.wkt, 1.0
    degrees = osr.SpatialReference()
    degrees.ImportFromWkt(crs.wkt)
    # GDAL's own EPSG:3857 would insist on WGS 84.
    base = str(degrees.ExportToWkt(["FORMAT=WKT2_2019"])).partition(",CS[")[0]
    base = base.replace("GEOGCRS[", "BASEGEOGCRS[", 1)
    return _PLANE.format(base=base), float(degrees.GetSemiMajor()) / EARTH_RADIUS_M


_PLANE = (
    'PROJCRS["Mercator plane",{base}],CONVERSION["Mercator plane",'
    'METHOD["Popular Visualisation Pseudo Mercator",ID["EPSG",1024]],'
    'PARAMETER["Latitude of natural origin",0,ANGLEUNIT["degree",0.0174532925199433]],'
    'PARAMETER["Longitude of natural origin",0,ANGLEUNIT["degree",0.0174532925199433]],'
    'PARAMETER["False easting",0,LENGTHUNIT["metre",1]],'
    'PARAMETER["False northing",0,LENGTHUNIT["metre",1]]],'
    'CS[Cartesian,2],AXIS["easting",east],AXIS["northing",north],LENGTHUNIT["metre",1]]'
)
