"""Make a Terraloom raster larger, generating only what is missing."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterExtent,
    QgsProcessingParameterRasterLayer,
)

from ..core.job import Job
from ..core.package import load_package
from . import inputs
from . import parameters as declare
from .feedback import progress_of
from .job_algorithm import JobAlgorithm, announce, summary
from .parameters import MODEL, SOURCE
from .translation import tr

if TYPE_CHECKING:
    from ..core.extension import Extension


class Extend(JobAlgorithm):
    """Copies the pixels that a raster has, and generates those around them."""

    _extension: Optional[Extension] = None

    def name(self) -> str:
        return "extend"

    def displayName(self) -> str:
        return tr("Extend a result")

    def tags(self) -> list[str]:
        return [tr("extend"), tr("enlarge"), tr("continue"), tr("mosaic"), tr("synthetic")]

    def shortDescription(self) -> str:
        return tr(
            "Makes a Terraloom raster larger: only what is missing is generated, and it fits."
        )

    def shortHelpString(self) -> str:
        return "\n\n".join(
            (
                self.shortDescription(),
                tr(
                    "Model, seed and parameters are those that the raster names in its tags. The "
                    "result covers the raster and the extent. It is the same, pixel by pixel, as "
                    "if the whole had been generated at once, and can be verified like any other."
                ),
                tr(
                    "The raster must be the unchanged output of a Terraloom algorithm. One that "
                    "was edited, cropped or made by another version of the model is refused."
                ),
            )
        )

    def initAlgorithm(self, configuration: Optional[Mapping[str, Any]] = None) -> None:
        self.addParameter(QgsProcessingParameterRasterLayer(declare.INPUT, tr("Terraloom raster")))
        self.addParameter(
            declare.with_help(
                QgsProcessingParameterExtent(declare.EXTENT, tr("Extent to add")),
                tr("The result covers this extent and the raster."),
            )
        )
        for definition in declare.origin():
            self.addParameter(definition)
        self.addParameter(declare.create_options())
        self.addParameter(declare.device())
        self.addParameter(declare.raster_output(tr("Result")))

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        from ..core.extension import estimate

        estimate(self._read(parameters, context, self.output_preview(parameters)))

    def read_job(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Job:
        self._extension = self._read(parameters, context, self.output_preview(parameters))
        return self._extension.job

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        from ..core.extension import estimate, extend

        output = self.parameterAsOutputLayer(parameters, declare.OUTPUT, context)
        extension = self._extension.written_to(Path(output))
        self._job = extension.job
        self._name_layer(context, output)
        progress = progress_of(feedback)

        def run() -> dict[str, Any]:
            announce(estimate(extension), progress)
            result = extend(extension, self.services.engine, progress)
            for message in result.messages:
                progress.info(message)
            progress.info(summary(result.pixels, result.seconds))
            return {declare.OUTPUT: str(result.path)}

        return self.reporting(run, cancelled={})

    def _read(
        self, parameters: dict[str, Any], context: QgsProcessingContext, output: Path
    ) -> Extension:
        from ..core.extension import ExtensionRequest, read_extension

        layer = inputs.layer_source(self.parameterAsRasterLayer(parameters, declare.INPUT, context))
        source = self.parameterAsRasterLayer(parameters, SOURCE, context)
        folder = self.parameterAsFile(parameters, MODEL, context)
        options = self.parameterAsString(parameters, declare.CREATE_OPTIONS, context)
        request = ExtensionRequest(
            path=Path(layer.source),
            extent=inputs.extent_in_crs(self, parameters, declare.EXTENT, layer.crs, context),
            output=output,
            source=inputs.layer_source(source, SOURCE).source if source is not None else None,
            model=load_package(Path(folder)) if folder else None,
            device=self.parameterAsEnumString(parameters, declare.DEVICE, context),
            creation_options=inputs.creation_options(options),
        )
        return read_extension(request, self.services.catalog)
