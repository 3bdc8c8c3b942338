"""Run any model folder, also one that is not in the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from ..core.errors import InputError
from ..core.job import Job, LayerSource
from ..core.package import ModelPackage, load_package
from . import inputs
from . import parameters as declare
from .guided_algorithm import Layers, read_guided_job
from .job_algorithm import JobAlgorithm
from .model_algorithm import DEFAULT_PIXEL_SIZE, LayerAlgorithm, read_layer_job
from .parameters import MODEL
from .tasks import TASKS
from .translation import tr

PARAMETERS = "PARAMETERS"


class ApplyModel(JobAlgorithm):
    """Reads the card of the folder given and does what its task asks."""

    def name(self) -> str:
        return "apply_model"

    def displayName(self) -> str:
        return tr("Apply a model")

    def tags(self) -> list[str]:
        return [tr("model"), tr("folder"), tr("custom"), "AI", "torch"]

    def shortDescription(self) -> str:
        return tr("Runs a model folder: a trained one, or one from somebody else.")

    def shortHelpString(self) -> str:
        return "\n\n".join(
            (
                self.shortDescription(),
                tr(
                    "A model that fills an extent needs Extent, Target CRS and Pixel size. A model "
                    "that works on a layer needs Input layer; Extent then limits it to a part. "
                    "What the model does not use is ignored."
                ),
                tr(
                    "Parameters are those of the model's card, as NAME=value separated by "
                    "semicolons (RELIEF=300; LANDFORM=alpine) or as JSON. Those left out keep "
                    "their defaults."
                ),
                tr("Only weights in safetensors files are opened; nothing in the folder is run."),
            )
        )

    def initAlgorithm(self, configuration: Optional[Mapping[str, Any]] = None) -> None:
        self.addParameter(
            declare.with_help(
                QgsProcessingParameterFile(
                    MODEL, tr("Model folder"), behavior=QgsProcessingParameterFile.Folder
                ),
                tr("The folder that holds model.json and the weights."),
            )
        )
        self.addParameter(declare.input_layer(optional=True))
        self.addParameter(declare.band())
        self.addParameter(declare.extent(optional=True))
        self.addParameter(declare.target_crs())
        self.addParameter(declare.pixel_size(DEFAULT_PIXEL_SIZE))
        self.addParameter(declare.scale())
        self.addParameter(declare.fidelity())
        self.addParameter(declare.seed())
        self.addParameter(
            declare.with_help(
                QgsProcessingParameterString(
                    PARAMETERS, tr("Model parameters"), defaultValue="", optional=True
                ),
                tr("NAME=value; NAME=value, or JSON. Empty: the model's defaults."),
            )
        )
        self.addParameter(declare.create_options())
        self.addParameter(declare.device())
        self.addParameter(declare.raster_output(tr("Result")))

    def read_job(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Job:
        folder = self.parameterAsFile(parameters, MODEL, context)
        package = load_package(Path(folder))
        algorithm = TASKS.get(package.card.task)
        if algorithm is None:
            message = tr(
                "Model '{id}' is made for the task '{task}', which this version cannot run. "
                "Update the plugin."
            )
            raise InputError(MODEL, folder, message.format(id=package.id, task=package.card.task))
        text = self.parameterAsString(parameters, PARAMETERS, context)
        values = inputs.parse_parameters(text, package.card.parameters)
        if issubclass(algorithm, LayerAlgorithm):
            self._require(parameters, declare.INPUT, tr("Input layer"), package.id)
            return read_layer_job(self, package, values, parameters, context)
        layers = self._layers(package, parameters, context)
        if not layers:
            self._require(parameters, declare.EXTENT, tr("Extent"), package.id)
        return read_guided_job(self, package, values, layers, parameters, context)

    def _layers(
        self, package: ModelPackage, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> Layers:
        """Give the input layer, for the first layer that the model takes."""
        layer = self.parameterAsRasterLayer(parameters, declare.INPUT, context)
        if layer is None or not package.card.layers:
            return {}
        band = self.parameterAsInt(parameters, declare.BAND, context) or 1
        source = inputs.layer_source(layer).source
        return {package.card.layers[0]: (layer, LayerSource(source, band))}

    def _require(self, parameters: dict[str, Any], name: str, label: str, model_id: str) -> None:
        if parameters.get(name) in (None, ""):
            message = tr("Model '{id}' needs '{label}' ({name}). Set it.")
            raise InputError(name, None, message.format(id=model_id, label=label, name=name))
