"""The product without QGIS: grids, models, rasters and jobs, on numpy and the standard library."""
