"""The climate algorithm: months as bands, and the mean and spread of an ensemble beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterRasterDestination,
    QgsRasterLayer,
)

from ..core.climate_bands import first_month
from ..core.job import Job
from ..core.params import check_all
from .feedback import FeedbackProgress
from .guided_algorithm import GuidedAlgorithm
from .loading import GeneratedLayer
from .month_layers import add_months, set_months
from .renderers import HEIGHTS, RENDERERS, ramp_renderer
from .translation import tr

EXTRA_OUTPUTS = {"OUTPUT_MEAN": "mean", "OUTPUT_SPREAD": "spread"}
# The widest spread of an ensemble that colours tell apart, as a share of a variable's range.
SPREAD_SHARE = 0.08


class ClimateLayer(GeneratedLayer):
    """Also gives each band its month, and colours of the chosen variable."""

    def dress(self, layer: QgsMapLayer, context: QgsProcessingContext) -> None:
        super().dress(layer, context)
        if not isinstance(layer, QgsRasterLayer):
            return
        card = self._job.package.card
        asked = check_all(card.parameters, self._job.parameters)
        colour_months(layer, self._job)
        first, steps = first_month(asked), int(asked["steps"])
        set_months(layer, first, steps)
        project = context.project()
        if project is not None:
            add_months(layer, project, first, steps)


def colour_months(layer: QgsRasterLayer, job: Job) -> None:
    """Draw the first month in the colours of its variable; all months and places compare."""
    card = job.package.card
    asked = check_all(card.parameters, job.parameters)
    (band,) = (one for one in card.output if one.name == asked["variable"])
    if asked["statistic"] == "spread":
        width = SPREAD_SHARE * ((band.max or 1.0) - (band.min or 0.0))
        band = replace(band, min=0.0, max=width)
        layer.setRenderer(ramp_renderer(layer, replace(card, output=(band,)), HEIGHTS))
    else:
        layer.setRenderer(RENDERERS[band.name](layer, replace(card, output=(band,))))
    layer.triggerRepaint()


class ClimateAlgorithm(GuidedAlgorithm):
    """Fills an extent with months of climate."""

    _extra: tuple[tuple[str, Job], ...] = ()

    def initAlgorithm(self, configuration: Optional[Mapping[str, Any]] = None) -> None:
        super().initAlgorithm(configuration)
        for name, title in (
            ("OUTPUT_MEAN", tr("Mean of the ensemble")),
            ("OUTPUT_SPREAD", tr("Spread of the ensemble")),
        ):
            output = QgsProcessingParameterRasterDestination(
                name, title, optional=True, createByDefault=False
            )
            self.addParameter(output)

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        results = super().processAlgorithm(parameters, context, feedback)
        progress = FeedbackProgress(feedback)
        made: list[tuple[str, Job]] = []
        for name, statistic in EXTRA_OUTPUTS.items():
            output = self.parameterAsOutputLayer(parameters, name, context)
            if not results or not output:
                continue
            asked = {**self._job.parameters, "statistic": statistic}
            job = replace(self._job, output=Path(output), parameters=asked)

            def run(job: Job = job, name: str = name) -> dict[str, Any]:
                result = self.services.jobs.run(job, self.services.engine, progress)
                return {name: str(result.path)}

            results.update(self.reporting(run, cancelled={}))
            made.append((output, job))
        self._extra = tuple(made)
        return results

    def postProcessAlgorithm(
        self, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        for output, job in ((str(self._job.output), self._job), *self._extra):
            if context.willLoadLayerOnCompletion(output):
                details = context.layerToLoadOnCompletionDetails(output)
                details.setPostProcessor(ClimateLayer(self.id(), job).kept())
        return {}
