"""Algorithms of models that fill an extent and may be steered by layers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterBand,
    QgsProcessingParameterCrs,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsRasterLayer,
    QgsReferencedRectangle,
)

from ..core.card import LayerSpec
from ..core.errors import InputError
from ..core.grid import WorldGrid
from ..core.job import ExtentJob, Job, LayerSource
from ..core.package import ModelPackage
from ..core.params import ParamValue
from . import inputs, kept_stages
from . import parameters as declare
from .job_algorithm import JobAlgorithm
from .kept_stages import KeptStages
from .model_algorithm import ModelAlgorithm
from .translation import tr

Layers = dict[LayerSpec, tuple[QgsRasterLayer, LayerSource]]


class GuidedAlgorithm(ModelAlgorithm):
    """Fills an extent with a new raster; the card's layers steer it where they are given.

    What earlier stages give is written too where the user asks for it.
    """

    _stages: Optional[KeptStages] = None

    def initAlgorithm(self, configuration: Optional[Mapping[str, Any]] = None) -> None:
        super().initAlgorithm(configuration)
        if self.entry.package is not None:
            for definition in kept_stages.definitions(self.entry.package.card):
                self.addParameter(definition)

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        results = super().processAlgorithm(parameters, context, feedback)
        if declare.OUTPUT not in results or not isinstance(self._job, ExtentJob):
            return results
        self._stages = KeptStages(self)
        return {**results, **self._stages.write(self._job, parameters, context, feedback)}

    def postProcessAlgorithm(
        self, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        if self._stages is not None:
            self._stages.dress(context)
        return super().postProcessAlgorithm(context, feedback)

    def add_place_parameters(self) -> None:
        card = self.entry.package.card if self.entry.package else None
        layers = card.layers if card else ()
        for layer in layers:
            for definition in self.layer_definitions(layer):
                self.addParameter(definition)
        self.addParameter(_extent(layers))
        self.addParameter(_crs(layers))
        native = card.native_pixel_sizes_m[0] if card else 30.0
        self.addParameter(declare.pixel_size(native))
        self.addParameter(declare.seed())

    def layer_definitions(self, spec: LayerSpec) -> list[QgsProcessingParameterDefinition]:
        """Give the parameters that take one layer of the card."""
        return layer_parameters(spec)

    def read_job(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Job:
        card = self.entry.package.card
        values = inputs.model_parameters(self, card.parameters, parameters, context)
        layers: Layers = {}
        for spec in card.layers:
            layer = self.parameterAsRasterLayer(parameters, spec.name.upper(), context)
            if layer is not None:
                layers[spec] = (layer, self._source(spec, layer, parameters, context))
        return read_guided_job(self, self.entry.package, values, layers, parameters, context)

    def class_codes(self, spec: LayerSpec, layer: QgsRasterLayer, text: str) -> Mapping[float, int]:
        """Give the model's code for each value of ``layer``; none where its values are the codes.

        ``text`` is what the user wrote, ``value=class`` pairs separated by semicolons.
        """
        return parse_classes(spec, text)

    def _source(
        self,
        spec: LayerSpec,
        layer: QgsRasterLayer,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
    ) -> LayerSource:
        source = inputs.layer_source(layer, spec.name.upper()).source
        band = self.parameterAsInt(parameters, band_name(spec), context) or 1
        classes: Mapping[float, int] = {}
        if spec.kind == "classes":
            text = self.parameterAsString(parameters, classes_name(spec), context)
            classes = self.class_codes(spec, layer, text)
        return LayerSource(source, band, classes)


def read_guided_job(
    algorithm: JobAlgorithm,
    package: ModelPackage,
    values: Mapping[str, ParamValue],
    layers: Layers,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
) -> ExtentJob:
    """Read a job that fills an extent, by default that of its first layer, in any CRS."""
    given = [layer for layer, _ in layers.values()]
    crs = _target_crs(algorithm, parameters, context, given)
    grid = WorldGrid(
        inputs.core_crs(crs, declare.TARGET_CRS),
        algorithm.parameterAsDouble(parameters, declare.PIXEL_SIZE, context),
    )
    place = dict(parameters)
    if algorithm.parameterAsExtent(parameters, declare.EXTENT, context).isNull():
        if not given:
            message = tr("Give an extent to fill, or a layer whose extent it is.")
            raise InputError(declare.EXTENT, None, message)
        place[declare.EXTENT] = QgsReferencedRectangle(given[0].extent(), given[0].crs())
    extent = inputs.extent_in_crs(algorithm, place, declare.EXTENT, crs, context)
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
        layers={spec.name: source for spec, (_, source) in layers.items()},
    )


def _target_crs(
    algorithm: JobAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    layers: list[QgsRasterLayer],
) -> QgsCoordinateReferenceSystem:
    crs = algorithm.parameterAsCrs(parameters, declare.TARGET_CRS, context)
    # A form hands over a CRS that is none where nobody chose one.
    nothing = (None, "", QgsCoordinateReferenceSystem())
    if crs.isValid() or parameters.get(declare.TARGET_CRS) not in nothing:
        return crs
    if layers:
        return layers[0].crs()
    project = context.project()
    return project.crs() if project is not None else crs


def layer_parameters(spec: LayerSpec) -> list[QgsProcessingParameterDefinition]:
    """Give the parameters that take one layer of a card: it, its band, and its legend."""
    name, title = spec.name.upper(), tr(spec.title)
    layer = QgsProcessingParameterRasterLayer(name, title, optional=spec.optional)
    band = QgsProcessingParameterBand(
        band_name(spec),
        tr("{layer}: band").format(layer=title),
        defaultValue=1,
        parentLayerParameterName=name,
        optional=True,
    )
    found = [declare.with_help(layer, tr(spec.help)) if spec.help else layer]
    found.append(declare.advanced(band))
    if spec.kind == "classes":
        legend = QgsProcessingParameterString(
            classes_name(spec),
            tr("{layer}: classes").format(layer=title),
            defaultValue="",
            optional=True,
        )
        known = ", ".join(f"{entry.value} {tr(entry.name)}" for entry in spec.classes)
        text = tr(
            "Which value of the layer is which class, as value=class separated by semicolons. "
            "Empty: found out from the layer's legend. The classes are: {classes}."
        )
        found.append(declare.advanced(declare.with_help(legend, text.format(classes=known))))
    return found


def band_name(spec: LayerSpec) -> str:
    return f"{spec.name.upper()}{declare.BAND_SUFFIX}"


def classes_name(spec: LayerSpec) -> str:
    return f"{spec.name.upper()}{declare.CLASSES_SUFFIX}"


def parse_classes(spec: LayerSpec, text: str) -> dict[float, int]:
    """Read ``11=1; 41=trees``: a code or a name of the card's classes for each value."""
    by_name = {entry.name.casefold(): entry.value for entry in spec.classes}
    codes = {entry.value for entry in spec.classes}
    found: dict[float, int] = {}
    for pair in (part.strip() for part in text.split(";")):
        if not pair:
            continue
        value, _, wanted = pair.partition("=")
        try:
            code = by_name.get(wanted.strip().casefold())
            found[float(value)] = int(wanted) if code is None else code
        except ValueError as error:
            message = tr("'{pair}' is no pair of value and class. Write for example 11=1; 41=3.")
            raise InputError(classes_name(spec), text, message.format(pair=pair)) from error
        if found[float(value)] not in codes:
            known = ", ".join(f"{entry.value} ({entry.name})" for entry in spec.classes)
            message = tr("There is no class '{wanted}'. The classes are: {known}.")
            text = message.format(wanted=wanted.strip(), known=known)
            raise InputError(classes_name(spec), pair, text)
    return found


def _extent(layers: tuple[LayerSpec, ...]) -> QgsProcessingParameterDefinition:
    definition = declare.extent(optional=bool(layers))
    if layers:
        text = tr("The area to fill. Empty: the extent of the first layer that is given.")
        return declare.with_help(definition, text)
    return definition


def _crs(layers: tuple[LayerSpec, ...]) -> QgsProcessingParameterDefinition:
    if not layers:
        return declare.target_crs()
    definition = QgsProcessingParameterCrs(
        declare.TARGET_CRS, tr("Target CRS"), defaultValue=None, optional=True
    )
    text = tr("Empty: that of the first layer that is given, else the project's.")
    return declare.with_help(definition, text)
