"""What the earlier stages of a model give, as outputs that a user may ask for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterRasterDestination,
)

from ..core.card import Band, ModelCard
from ..core.job import ExtentJob
from ..core.kept_stage import kept_bands, part_of
from . import parameters as declare
from .feedback import progress_of
from .job_algorithm import JobAlgorithm
from .translation import tr

if TYPE_CHECKING:
    from .styling import Relief


def definitions(card: ModelCard) -> list[declare.Definition]:
    """Give a parameter for what each earlier stage gives."""
    found = []
    for band in kept_bands(card):
        name = tr(band.name)
        text = tr("The {band} that this belongs to: of the same land, with its own tags.")
        definition = QgsProcessingParameterRasterDestination(
            kept_name(band), _title(name), optional=True, createByDefault=False
        )
        found.append(declare.with_help(definition, text.format(band=name)))
    return found


def kept_name(band: Band) -> str:
    """Give the name of the parameter that asks for what an earlier stage gives."""
    return f"{declare.OUTPUT}_{band.name.upper().replace(' ', '_')}"


class KeptStages:
    """Runs a model up to each stage that was asked for, and styles what it gives."""

    def __init__(self, algorithm: JobAlgorithm) -> None:
        self._algorithm = algorithm
        self._written: list[tuple[ExtentJob, Optional[Relief]]] = []

    def write(
        self,
        whole: ExtentJob,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Give the outputs by the names of their parameters; none after a cancel."""
        self._written = []
        results: dict[str, Any] = {}
        for band in kept_bands(whole.package.card):
            name = kept_name(band)
            output = self._algorithm.parameterAsOutputLayer(parameters, name, context)
            if not output:
                continue
            part = part_of(whole.package, band.name)
            if part.card.stages[-1].name in whole.layers:
                message = tr("No {band} is written: it is what the layer says that you gave.")
                feedback.pushWarning(message.format(band=tr(band.name)))
                continue
            job = replace(whole, package=part, output=Path(output))
            title = tr("{title} (seed {seed})").format(title=_title(tr(band.name)), seed=job.seed)
            self._algorithm.name_output(context, output, name, title)
            written = self._run(job, feedback)
            if not written:
                return {}
            results[name] = written
        return results

    def dress(self, context: QgsProcessingContext) -> None:
        """Have QGIS style what it loads. Main thread."""
        from .loading import GeneratedLayer  # QGIS starts sooner without

        for job, relief in self._written:
            output = str(job.output)
            if context.willLoadLayerOnCompletion(output):
                details = context.layerToLoadOnCompletionDetails(output)
                post = GeneratedLayer(self._algorithm.id(), job, relief)
                details.setPostProcessor(post.kept())

    def _run(self, job: ExtentJob, feedback: QgsProcessingFeedback) -> str:
        from .loading import seen_relief

        services, progress = self._algorithm.services, progress_of(feedback)

        def run() -> str:
            result = services.jobs.run(job, services.engine, progress)
            for message in result.messages:
                progress.info(message)
            self._written.append((job, seen_relief(result.path, job.package)))
            return str(result.path)

        return self._algorithm.reporting(run, cancelled="")


def _title(name: str) -> str:
    return name[:1].upper() + name[1:]
