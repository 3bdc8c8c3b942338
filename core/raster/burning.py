"""Polygons with a class, drawn into a raster of classes."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from osgeo import gdal, ogr

from ..grid import Extent
from .gdal_calls import close_dataset, gdal_failures

NOTHING = 0
"""What ground without a polygon gets; the raster's nodata."""


def burn_classes(
    path: Path,
    crs_wkt: str,
    extent: Extent,
    pixel_size: float,
    polygons: Iterable[tuple[bytes, int]],
) -> None:
    """Write a raster of class codes (1 to 255); ``polygons`` are WKB in its CRS and their codes.

    Where polygons overlap, the later one counts.
    """
    width = max(1, round(extent.width / pixel_size))
    height = max(1, round((extent.ymax - extent.ymin) / pixel_size))
    with gdal_failures():
        options = ["TILED=YES", "COMPRESS=DEFLATE", "BIGTIFF=IF_SAFER"]
        raster = gdal.GetDriverByName("GTiff").Create(
            str(path), width, height, 1, gdal.GDT_Byte, options
        )
        raster.SetProjection(crs_wkt)
        raster.SetGeoTransform((extent.xmin, pixel_size, 0.0, extent.ymax, 0.0, -pixel_size))
        raster.GetRasterBand(1).SetNoDataValue(NOTHING)
        shapes = ogr.GetDriverByName("Memory").CreateDataSource("")
        layer = shapes.CreateLayer("", None, ogr.wkbUnknown)
        layer.CreateField(ogr.FieldDefn("code", ogr.OFTInteger))
        for wkb, code in polygons:
            feature = ogr.Feature(layer.GetLayerDefn())
            feature.SetGeometry(ogr.CreateGeometryFromWkb(wkb))
            feature.SetField("code", code)
            layer.CreateFeature(feature)
        gdal.RasterizeLayer(raster, [1], layer, options=["ATTRIBUTE=code"])
        close_dataset(raster)
