"""What a preview, a live layer and a running job show is what QGIS then draws of the result."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsProject,
    QgsRasterLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor, QImage

from ...core.raster.crs import describe_crs
from ...core.tile_picture import picture
from ...processing_provider.styling import elevation_renderer, hillshade_of, relief_of
from ...processing_provider.tile_jobs import relief_style

SIDE, PIXEL_M = 96, 30.0


def land(low: float, high: float) -> np.ndarray:
    """Rough ground between two heights; what would be below zero is level sea."""
    rows, cols = np.mgrid[0:SIDE, 0:SIDE] / SIDE
    rough = np.random.default_rng(3).normal(size=(SIDE, SIDE)).cumsum(0).cumsum(1)
    forms = np.sin(7.0 * rows + 2.0 * cols) + np.cos(9.0 * cols) + 0.4 * rough / np.abs(rough).max()
    share = (forms - forms.min()) / (forms.max() - forms.min())
    return np.maximum(low + share * (high - low), 0.0).astype(np.float32)


def drawn(path: Path, heights: np.ndarray) -> np.ndarray:
    """The raster as a map shows it, a pixel for a pixel."""
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), SIDE, SIDE, 1, gdal.GDT_Float32)
    dataset.SetProjection(describe_crs("EPSG:32632").wkt)
    dataset.SetGeoTransform((600_000.0, PIXEL_M, 0.0, 5_000_000.0, 0.0, -PIXEL_M))
    dataset.GetRasterBand(1).WriteArray(heights)
    del dataset  # closes the file
    layer = QgsRasterLayer(str(path), "land")
    relief = relief_of(layer)
    layer.setRenderer(elevation_renderer(layer, 0.0, relief))
    shade = hillshade_of(layer, "shade", relief)
    settings = QgsMapSettings()
    settings.setLayers([shade, layer])
    settings.setDestinationCrs(layer.crs())
    settings.setExtent(layer.extent())
    settings.setOutputSize(QSize(SIDE, SIDE))
    settings.setBackgroundColor(QColor("white"))
    settings.setTransformContext(QgsProject.instance().transformContext())
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage().convertToFormat(QImage.Format.Format_RGB888)
    bits = image.constBits()
    bits.setsize(image.byteCount())
    rows = np.frombuffer(bits, np.uint8).reshape(SIDE, image.bytesPerLine())
    return rows[:, : 3 * SIDE].reshape(SIDE, SIDE, 3).astype(int)


@pytest.mark.parametrize(
    ("low", "high"), [(526.0, 822.0), (-60.0, 240.0), (300.0, 3000.0), (4.0, 9.0)]
)
def test_a_picture_has_the_colours_and_the_light_of_the_layer(
    qgis: QgsApplication, tmp_path: Path, low: float, high: float
) -> None:
    heights = land(low, high)
    expected = drawn(tmp_path / "land.tif", heights)
    east = np.full((SIDE, 1), PIXEL_M, np.float32)
    found = picture(heights, east, PIXEL_M, relief_style([heights], 0.0, PIXEL_M))
    apart = np.abs(found[2:-2, 2:-2, :3].astype(int) - expected[2:-2, 2:-2])
    assert apart.mean() < 1.5
    assert np.percentile(apart, 99) <= 5
