"""What all algorithms that write a raster share: check, estimate, run, hand over the layer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Optional

from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from ..core.estimate import Estimate
from ..core.job import Job
from ..core.units import count_text, duration_text
from . import inputs
from .base import TerraloomAlgorithm
from .feedback import FeedbackProgress, progress_of
from .limits import cost_warnings
from .parameters import OUTPUT
from .translation import tr

if TYPE_CHECKING:
    from .styling import Relief


class JobAlgorithm(TerraloomAlgorithm):
    """Reads a job from the parameters, runs it and loads its raster."""

    _job: Optional[Job] = None
    _relief: Optional[Relief] = None

    def read_job(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Job:
        """Give the job that the parameters describe; its output is only where it will be."""
        raise NotImplementedError

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        self.services.jobs.estimate(self.read_job(parameters, context))

    def prepareAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> bool:
        # Layers belong to the main thread, which is where QGIS calls this.
        def read() -> bool:
            self._job = self.read_job(parameters, context)
            return True

        return self.reporting(read, cancelled=False)

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        from .loading import seen_relief  # QGIS starts sooner without

        output = self.parameterAsOutputLayer(parameters, OUTPUT, context)
        job = replace(self._job, output=Path(output))
        self._job = job
        self._name_layer(context, output)
        progress = progress_of(feedback)

        def run() -> dict[str, Any]:
            announce(self.services.jobs.estimate(job), progress)
            result = self.services.jobs.run(job, self.services.engine, progress)
            for message in result.messages:
                progress.info(message)
            progress.info(summary(result.pixels, result.seconds))
            if context.willLoadLayerOnCompletion(output):
                self._relief = seen_relief(result.path, job.package)
            return {OUTPUT: str(result.path)}

        return self.reporting(run, cancelled={})

    def postProcessAlgorithm(
        self, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from .loading import GeneratedLayer

        output = str(self._job.output)
        if context.willLoadLayerOnCompletion(output):
            details = context.layerToLoadOnCompletionDetails(output)
            details.setPostProcessor(GeneratedLayer(self.id(), self._job, self._relief).kept())
        return {}

    def layer_name(self) -> str:
        """Give the name of the result in the layer tree."""
        return tr("{title} (seed {seed})").format(
            title=tr(self._job.package.card.title), seed=self._job.seed
        )

    def _name_layer(self, context: QgsProcessingContext, output: str) -> None:
        self.name_output(context, output, OUTPUT, self.layer_name())

    def name_output(
        self, context: QgsProcessingContext, output: str, parameter: str, name: str
    ) -> None:
        """Name what QGIS loads; a name that a model or script gave it stays."""
        if not context.willLoadLayerOnCompletion(output):
            return
        details = context.layerToLoadOnCompletionDetails(output)
        if details.name in ("", self.parameterDefinition(parameter).description()):
            details.name = name

    def output_preview(self, parameters: dict[str, Any]) -> Path:
        return inputs.output_preview(parameters, self.parameterDefinition(OUTPUT))


def announce(estimate: Estimate, progress: FeedbackProgress) -> None:
    """Say what the job will cost before it starts."""
    progress.info(estimate.text())
    costs = cost_warnings(estimate.seconds, estimate.file_bytes)
    for warning in (*costs, *estimate.warnings):
        progress.warn(warning)


def summary(pixels: int, seconds: float) -> str:
    return tr("{pixels} pixels written in {time}.").format(
        pixels=count_text(pixels), time=duration_text(seconds)
    )
