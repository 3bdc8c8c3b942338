"""Imagery whose region and season may be taken from an image."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingParameterRasterLayer,
    QgsRasterBandStats,
    QgsRasterLayer,
)

from ..core.card import ModelCard
from ..core.errors import InputError
from ..core.job import Job
from ..core.likeness import BANDS, nearest_style
from . import parameters as declare
from .guided_algorithm import GuidedAlgorithm
from .translation import tr

REFERENCE, STYLE = "REFERENCE", "STYLE"
SAMPLED_PX = 65536


class ImageryAlgorithm(GuidedAlgorithm):
    """Takes the style whose colours are nearest to those of a reference image, if one is given."""

    def add_place_parameters(self) -> None:
        super().add_place_parameters()
        layer = QgsProcessingParameterRasterLayer(
            REFERENCE, tr("Reference image for region and season"), optional=True
        )
        text = tr(
            "An image whose colours the land should have: bands red, green, blue and perhaps near "
            "infrared. The nearest of the styles that the model knows takes the place of the "
            "chosen one."
        )
        self.addParameter(declare.with_help(layer, text))

    def read_job(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Job:
        return super().read_job(self.with_style(parameters, context), context)

    def with_style(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> dict[str, Any]:
        """Give the parameters with the style of the reference image in them."""
        layer = self.parameterAsRasterLayer(parameters, REFERENCE, context)
        if layer is None:
            return parameters
        return {**parameters, STYLE: style_of(layer, self.entry.package.card)}


def style_of(layer: QgsRasterLayer, card: ModelCard) -> str:
    """Give the style of the card that the layer is nearest to."""
    if layer.bandCount() < 3:
        message = tr("The reference image '{layer}' needs bands red, green and blue.")
        raise InputError(REFERENCE, layer.name(), message.format(layer=layer.name()))
    provider = layer.dataProvider()
    means = [
        provider.bandStatistics(band, QgsRasterBandStats.Mean, layer.extent(), SAMPLED_PX).mean
        for band in range(1, min(layer.bandCount(), len(BANDS)) + 1)
    ]
    style = nearest_style(card.presets, means)
    if style is None:
        message = tr("The reference image '{layer}' is black all over. Choose another one.")
        raise InputError(REFERENCE, layer.name(), message.format(layer=layer.name()))
    return style
