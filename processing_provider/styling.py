"""How results look: elevation colours with the sea ending exactly at sea level, and a hillshade."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians, sqrt
from typing import Optional

import numpy as np
from qgis.core import (
    Qgis,
    QgsBasicNumericFormat,
    QgsBilinearRasterResampler,
    QgsColorRampLegendNodeSettings,
    QgsColorRampShader,
    QgsHillshadeRenderer,
    QgsRasterBandStats,
    QgsRasterLayer,
    QgsRasterShader,
    QgsRectangle,
    QgsSingleBandPseudoColorRenderer,
    QgsUnitTypes,
)
from qgis.PyQt.QtGui import QColor, QPainter

from ..core.grid import METRES_PER_DEGREE
from ..core.package import ModelPackage
from ..core.tile_colours import IMAGERY_GAMMA, RGB
from .renderers import RENDERERS

ELEVATION_RAMP = "elevation"

# Share of the way from sea level to the highest land, and colour.
LAND = (
    (0.00, "#7ba36f"),
    (0.10, "#a3bd7e"),
    (0.25, "#d8cf98"),
    (0.45, "#c6a270"),
    (0.65, "#9f7d5e"),
    (0.85, "#b9aca0"),
    (1.00, "#fbfbfa"),
)
# Share of the way from sea level to the deepest sea, and colour.
SEA = ((0.00, "#a9d3e8"), (0.25, "#6fb0d6"), (1.00, "#25609c"))

SHORE_M = 0.01  # land begins this far above the sea
LOWEST_RELIEF_M = 250.0  # gentle land stays green instead of showing snow on hillocks
SAMPLED_PIXELS = 250_000
SAMPLED_SIDE_PX = 256
CLEAR_SLOPE = 0.12  # rise per run that a hillshade shows well
LARGEST_EXAGGERATION = 8.0
SHADE_BRIGHTNESS = 55  # of QGIS's -255 to 255


@dataclass(frozen=True)
class Relief:
    """What the elevation style asks of a raster: its range, and how much to raise its heights in
    a hillshade."""

    low: float
    high: float
    exaggeration: float


def relief_of(layer: QgsRasterLayer) -> Relief:
    """Look at some of the pixels. For a layer of the thread that asks: it reads from the disk."""
    wanted = QgsRasterBandStats.Min | QgsRasterBandStats.Max
    stats = layer.dataProvider().bandStatistics(1, wanted, layer.extent(), SAMPLED_PIXELS)
    return Relief(float(stats.minimumValue), float(stats.maximumValue), exaggeration(layer))


def apply_style(
    layer: QgsRasterLayer, package: ModelPackage, sea_level: float, relief: Optional[Relief] = None
) -> None:
    """Draw ``layer`` as its model's card says; its pixels are looked at where ``relief`` is not
    known."""
    if package.style_path is not None:
        layer.loadNamedStyle(str(package.style_path))
    elif has_elevation_style(package):
        layer.setRenderer(elevation_renderer(layer, sea_level, relief or relief_of(layer)))
        _smooth(layer)
    elif package.card.style.ramp in RENDERERS:
        layer.setRenderer(RENDERERS[package.card.style.ramp](layer, package.card))
        if package.card.style.ramp == RGB:
            layer.brightnessFilter().setGamma(IMAGERY_GAMMA)
    layer.triggerRepaint()


def has_elevation_style(package: ModelPackage) -> bool:
    return package.card.style.ramp == ELEVATION_RAMP


def elevation_renderer(
    layer: QgsRasterLayer, sea_level: float, relief: Relief
) -> QgsSingleBandPseudoColorRenderer:
    """Give blue up to and including ``sea_level``, then green, tan, brown and white."""
    items = colour_items(relief.low, relief.high, sea_level)
    lowest = items[0].value if round(items[0].value) else 0.0  # else its label is "-0 m"
    function = QgsColorRampShader(lowest, items[-1].value)
    function.setColorRampType(QgsColorRampShader.Interpolated)
    function.setColorRampItemList(items)
    function.setLegendSettings(_legend_in_metres())
    shader = QgsRasterShader()
    shader.setRasterShaderFunction(function)
    renderer = QgsSingleBandPseudoColorRenderer(layer.dataProvider(), 1, shader)
    renderer.setClassificationMin(lowest)
    renderer.setClassificationMax(items[-1].value)
    return renderer


def _legend_in_metres() -> QgsColorRampLegendNodeSettings:
    """Give labels as one says them: 369 m, not 369.1875."""
    numbers = QgsBasicNumericFormat()
    numbers.setNumberDecimalPlaces(0)
    settings = QgsColorRampLegendNodeSettings()
    settings.setNumericFormat(numbers)
    settings.setSuffix(" m")
    return settings


def colour_items(
    low: float, high: float, sea_level: float
) -> list[QgsColorRampShader.ColorRampItem]:
    """Give the ramp's stops for values from ``low`` to ``high``, ascending."""
    stops: list[tuple[float, str]] = []
    base = low
    if low <= sea_level:
        depth = max(sea_level - low, SHORE_M)
        # A level sea beside land has one colour, its shore's.
        level = low == sea_level < high
        shades = SEA[:1] if level else SEA
        stops += [(sea_level - share * depth, colour) for share, colour in reversed(shades)]
        base = sea_level + SHORE_M
    if high > sea_level:
        relief = max(high - base, LOWEST_RELIEF_M)
        stops += [(base + share * relief, colour) for share, colour in LAND]
    return [
        QgsColorRampShader.ColorRampItem(value, QColor(colour), f"{round(value)} m")
        for value, colour in stops
    ]


def hillshade_of(
    layer: QgsRasterLayer, name: str, relief: Optional[Relief] = None
) -> Optional[QgsRasterLayer]:
    """Give a second layer over the same file that shades the one below; None if it won't open."""
    shade = QgsRasterLayer(layer.source(), name, layer.providerType())
    if not shade.isValid():
        return None
    shade.setCrs(layer.crs())
    renderer = QgsHillshadeRenderer(shade.dataProvider(), 1, 315.0, 40.0)
    renderer.setMultiDirectional(True)
    raised = exaggeration(layer) if relief is None else relief.exaggeration
    renderer.setZFactor(raised / metres_per_unit(layer))
    shade.setRenderer(renderer)
    _smooth(shade)
    # Level ground is a mid grey: brighter, so that multiplying keeps the colours of the ramp.
    shade.brightnessFilter().setBrightness(SHADE_BRIGHTNESS)
    shade.setBlendMode(QPainter.CompositionMode.CompositionMode_Multiply)
    return shade


def exaggeration(layer: QgsRasterLayer) -> float:
    """Give how much to raise heights so that a plain shows its forms too; 1 for mountains."""
    side = min(SAMPLED_SIDE_PX, layer.width(), layer.height())
    pixel = layer.rasterUnitsPerPixelX()
    centre = layer.extent().center()
    window = QgsRectangle.fromCenterAndSize(centre, side * pixel, side * pixel)
    block = layer.dataProvider().block(1, window, side, side)
    if not block.isValid() or not block.convert(Qgis.DataType.Float32):
        return 1.0
    heights = np.frombuffer(bytes(block.data()), np.float32).reshape(side, side)
    if block.hasNoDataValue():
        heights = np.where(heights == np.float32(block.noDataValue()), np.nan, heights)
    rises = np.abs(np.diff(heights, axis=1))
    rises = rises[rises > 0.0]  # neither the level sea nor nodata
    if rises.size == 0:
        return 1.0
    slope = float(np.median(rises)) / (pixel * metres_per_unit(layer))
    return min(max(CLEAR_SLOPE / slope, 1.0), LARGEST_EXAGGERATION)


def metres_per_unit(layer: QgsRasterLayer) -> float:
    """Give the length of one map unit; of a degree, its mean over both directions."""
    crs = layer.crs()
    if crs.isGeographic():
        latitude = min(abs(layer.extent().center().y()), 85.0)
        return METRES_PER_DEGREE * sqrt(cos(radians(latitude)))
    return QgsUnitTypes.fromUnitToUnitFactor(crs.mapUnits(), QgsUnitTypes.DistanceMeters)


def _smooth(layer: QgsRasterLayer) -> None:
    layer.resampleFilter().setZoomedInResampler(QgsBilinearRasterResampler())
    layer.resampleFilter().setZoomedOutResampler(QgsBilinearRasterResampler())
