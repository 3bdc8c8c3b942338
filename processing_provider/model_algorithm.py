"""Algorithms made from a model's card: from an extent, and from a layer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Optional

from qgis.core import QgsProcessingContext
from qgis.PyQt.QtGui import QIcon

from ..core.grid import Extent, WorldGrid
from ..core.job import ExtentJob, Job, LayerJob
from ..core.package import ModelPackage
from ..core.params import ParamValue
from . import icons, inputs
from . import parameters as declare
from .help import model_help
from .job_algorithm import JobAlgorithm
from .services import Services
from .translation import tr

DEFAULT_PIXEL_SIZE = 30.0


@dataclass(frozen=True)
class ModelEntry:
    """A model as the toolbox lists it; ``package`` is None where ``reason`` says why not."""

    id: str
    title: str
    task: str
    package: Optional[ModelPackage] = None
    reason: str = ""


class ModelAlgorithm(JobAlgorithm):
    """An algorithm whose id, texts and parameters come from a model's card."""

    def __init__(self, services: Services, entry: ModelEntry) -> None:
        super().__init__(services)
        self.entry = entry

    def createInstance(self) -> ModelAlgorithm:
        return type(self)(self.services, self.entry)

    def name(self) -> str:
        return self.entry.id

    def displayName(self) -> str:
        return tr(self.entry.title)

    def group(self) -> str:
        return tr(self.entry.package.card.group if self.entry.package else "Terrain")

    def groupId(self) -> str:
        group = self.entry.package.card.group if self.entry.package else "Terrain"
        return "".join(letter for letter in group.lower() if letter.isalnum())

    def tags(self) -> list[str]:
        own = list(self.entry.package.card.tags) if self.entry.package else []
        return [*own, tr("synthetic"), tr("generate"), "AI", "torch", self.entry.task]

    def icon(self) -> QIcon:
        return icons.icon(self.entry.id, self.entry.task)

    def svgIconPath(self) -> str:
        return icons.icon_path(self.entry.id, self.entry.task)

    def shortDescription(self) -> str:
        return tr(self.entry.package.card.summary) if self.entry.package else self.entry.reason

    def shortHelpString(self) -> str:
        return model_help(self.entry.package.card) if self.entry.package else self.entry.reason

    def canExecute(self) -> tuple[bool, str]:
        if self.entry.package is None:
            return False, self.entry.reason
        return super().canExecute()

    def initAlgorithm(self, configuration: Optional[Mapping[str, Any]] = None) -> None:
        self.add_place_parameters()
        for spec in self.entry.package.card.parameters if self.entry.package else ():
            self.addParameter(declare.from_spec(spec))
        self.addParameter(declare.create_options())
        self.addParameter(declare.device())
        self.addParameter(declare.raster_output(self.displayName()))

    def add_place_parameters(self) -> None:
        """Declare where the result lies and what it is made from."""
        raise NotImplementedError


class ExtentAlgorithm(ModelAlgorithm):
    """Fills an extent with a new raster."""

    def add_place_parameters(self) -> None:
        self.addParameter(declare.extent(optional=False))
        self.addParameter(declare.target_crs())
        self.addParameter(declare.pixel_size(DEFAULT_PIXEL_SIZE))
        self.addParameter(declare.seed())

    def read_job(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Job:
        package = self.entry.package
        values = inputs.model_parameters(self, package.card.parameters, parameters, context)
        return read_extent_job(self, package, values, parameters, context)


class LayerAlgorithm(ModelAlgorithm):
    """Makes a finer raster from a layer."""

    def add_place_parameters(self) -> None:
        self.addParameter(declare.input_layer())
        self.addParameter(declare.band())
        self.addParameter(declare.extent(optional=True))
        self.addParameter(declare.scale())
        self.addParameter(declare.fidelity())
        self.addParameter(declare.seed())

    def read_job(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Job:
        package = self.entry.package
        values = inputs.model_parameters(self, package.card.parameters, parameters, context)
        return read_layer_job(self, package, values, parameters, context)


def read_extent_job(
    algorithm: JobAlgorithm,
    package: ModelPackage,
    values: Mapping[str, ParamValue],
    parameters: dict[str, Any],
    context: QgsProcessingContext,
) -> ExtentJob:
    """Read a job that fills an extent of a CRS."""
    crs = algorithm.parameterAsCrs(parameters, declare.TARGET_CRS, context)
    grid = WorldGrid(
        inputs.core_crs(crs, declare.TARGET_CRS),
        algorithm.parameterAsDouble(parameters, declare.PIXEL_SIZE, context),
    )
    extent = inputs.extent_in_crs(algorithm, parameters, declare.EXTENT, crs, context)
    options = algorithm.parameterAsString(parameters, declare.CREATE_OPTIONS, context)
    return ExtentJob(
        package=package,
        grid=grid,
        rect=grid.snap(extent),
        seed=algorithm.parameterAsInt(parameters, declare.SEED, context),
        parameters=values,
        output=algorithm.output_preview(parameters),
        device=algorithm.parameterAsEnumString(parameters, declare.DEVICE, context),
        creation_options=inputs.creation_options(options),
    )


def read_layer_job(
    algorithm: JobAlgorithm,
    package: ModelPackage,
    values: Mapping[str, ParamValue],
    parameters: dict[str, Any],
    context: QgsProcessingContext,
) -> LayerJob:
    """Read a job that starts from a raster layer."""
    layer = inputs.layer_source(
        algorithm.parameterAsRasterLayer(parameters, declare.INPUT, context)
    )
    extent: Optional[Extent] = None
    if not algorithm.parameterAsExtent(parameters, declare.EXTENT, context).isNull():
        extent = inputs.extent_in_crs(algorithm, parameters, declare.EXTENT, layer.crs, context)
    options = algorithm.parameterAsString(parameters, declare.CREATE_OPTIONS, context)
    return LayerJob(
        package=package,
        source=layer.source,
        band=algorithm.parameterAsInt(parameters, declare.BAND, context) or 1,
        extent=extent,
        scale=int(algorithm.parameterAsEnumString(parameters, declare.SCALE, context)),
        fidelity=algorithm.parameterAsDouble(parameters, declare.FIDELITY, context),
        seed=algorithm.parameterAsInt(parameters, declare.SEED, context),
        parameters=values,
        output=algorithm.output_preview(parameters),
        device=algorithm.parameterAsEnumString(parameters, declare.DEVICE, context),
        creation_options=inputs.creation_options(options),
    )
