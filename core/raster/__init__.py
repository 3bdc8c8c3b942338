"""Rasters in and out: the only part of the product that uses GDAL (``osgeo``)."""
