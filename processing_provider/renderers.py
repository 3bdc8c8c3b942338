"""Renderers for results that are no elevation: classes, imagery, and single measures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Callable

from qgis.core import (
    QgsColorRampShader,
    QgsContrastEnhancement,
    QgsMultiBandColorRenderer,
    QgsPalettedRasterRenderer,
    QgsRasterLayer,
    QgsRasterRenderer,
    QgsRasterShader,
    QgsSingleBandPseudoColorRenderer,
)
from qgis.PyQt.QtGui import QColor

from ..core.card import Band, ModelCard
from ..core.tile_colours import picture_bands, shown_range
from .translation import tr

Stops = tuple[tuple[float, str], ...]

# Share of the way from the lowest to the highest value that the card names, and colour.
TEMPERATURE: Stops = (
    (0.0, "#313695"),
    (0.2, "#74add1"),
    (0.4, "#e0f3f8"),
    (0.5, "#ffffbf"),
    (0.65, "#fdae61"),
    (0.85, "#d73027"),
    (1.0, "#7f0018"),
)
PRECIPITATION: Stops = (
    (0.0, "#f7f4e9"),
    (0.1, "#d5ead2"),
    (0.3, "#8fcfc0"),
    (0.6, "#3a93c3"),
    (1.0, "#123b7a"),
)
HEIGHTS: Stops = ((0.0, "#f3ead8"), (0.1, "#e6c79c"), (0.35, "#c98b5e"), (1.0, "#7a2f2f"))
RAMPS: Mapping[str, Stops] = {
    "temperature": TEMPERATURE,
    "precipitation": PRECIPITATION,
    "heights": HEIGHTS,
}


def ramp_values(band: Band, stops: Stops) -> list[tuple[float, str]]:
    """Give the value and the colour of each stop over the range that the card names, so that
    results of other places and seeds compare."""
    low, high = shown_range(band)
    return [(low + share * (high - low), colour) for share, colour in stops]


def classes_renderer(layer: QgsRasterLayer, card: ModelCard) -> QgsRasterRenderer:
    """Give the card's classes in their colours, with their names as the legend."""
    entries = [
        QgsPalettedRasterRenderer.Class(one.value, QColor(one.colour), tr(one.name))
        for one in card.output[0].classes
    ]
    return QgsPalettedRasterRenderer(layer.dataProvider(), 1, entries)


def rgb_renderer(layer: QgsRasterLayer, card: ModelCard) -> QgsRasterRenderer:
    """Give the bands red, green and blue, or else the first three, stretched as the card says."""
    provider = layer.dataProvider()
    chosen = picture_bands(card)
    renderer = QgsMultiBandColorRenderer(provider, *(index + 1 for index in chosen))
    setters = (
        renderer.setRedContrastEnhancement,
        renderer.setGreenContrastEnhancement,
        renderer.setBlueContrastEnhancement,
    )
    for index, setter in zip(chosen, setters):
        low, high = shown_range(card.output[index])
        stretch = QgsContrastEnhancement(provider.dataType(index + 1))
        stretch.setContrastEnhancementAlgorithm(QgsContrastEnhancement.StretchToMinimumMaximum)
        stretch.setMinimumValue(low)
        stretch.setMaximumValue(high)
        setter(stretch)
    return renderer


def ramp_renderer(layer: QgsRasterLayer, card: ModelCard, stops: Stops) -> QgsRasterRenderer:
    """Give the first band in the colours of ``stops``."""
    band = card.output[0]
    low, high = shown_range(band)
    items = []
    for value, colour in ramp_values(band, stops):
        label = f"{value:.3g} {band.unit}".strip()
        items.append(QgsColorRampShader.ColorRampItem(value, QColor(colour), label))
    function = QgsColorRampShader(low, high)
    function.setColorRampType(QgsColorRampShader.Interpolated)
    function.setColorRampItemList(items)
    shader = QgsRasterShader()
    shader.setRasterShaderFunction(function)
    renderer = QgsSingleBandPseudoColorRenderer(layer.dataProvider(), 1, shader)
    renderer.setClassificationMin(low)
    renderer.setClassificationMax(high)
    return renderer


Renderer = Callable[[QgsRasterLayer, ModelCard], QgsRasterRenderer]

# By the ramp that a card's style names.
RENDERERS: Mapping[str, Renderer] = {
    "classes": classes_renderer,
    "rgb": rgb_renderer,
    "temperature": lambda layer, card: ramp_renderer(layer, card, TEMPERATURE),
    "precipitation": lambda layer, card: ramp_renderer(layer, card, PRECIPITATION),
    "heights": lambda layer, card: ramp_renderer(layer, card, HEIGHTS),
}
