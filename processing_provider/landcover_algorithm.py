"""Imagery from land cover: a raster of classes, or polygons with a class field, of any legend."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeatureRequest,
    QgsPalettedRasterRenderer,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterString,
    QgsProcessingUtils,
    QgsRasterLayer,
    QgsVectorLayer,
)

from ..core.card import LayerSpec
from ..core.errors import InputError
from ..core.job import ExtentJob, Job, LayerSource
from ..core.legend import LegendEntry, classes_text, guessed_classes, named_class
from ..core.raster.burning import burn_classes
from . import inputs
from . import parameters as declare
from .guided_algorithm import (
    Layers,
    classes_name,
    layer_parameters,
    parse_classes,
    read_guided_job,
)
from .imagery_algorithm import ImageryAlgorithm
from .translation import tr

LANDCOVER = "landcover"
FIELD_SUFFIX = "_FIELD"
MOST_TEXTS = 1000
SAMPLE_PX = 256
"""A layer's values are read from so many of its pixels along a side."""
AROUND_PX = 256
"""Land around the extent that the network looks at."""


@dataclass(frozen=True)
class Polygons:
    """A polygon layer's land cover, to be drawn into a raster before the job runs."""

    source: QgsProcessingFeatureSource
    field: str
    codes: Mapping[str, int]
    """The class of each text of the field."""


class LandCoverAlgorithm(ImageryAlgorithm):
    """Takes land cover of any legend, and says what it took each class for."""

    _polygons: Optional[Polygons] = None

    def layer_definitions(self, spec: LayerSpec) -> list[QgsProcessingParameterDefinition]:
        """Take polygons too where the card asks for classes."""
        found = layer_parameters(spec)
        if spec.kind != "classes":
            return found
        either = QgsProcessingParameterMapLayer(
            spec.name.upper(),
            tr(spec.title),
            optional=spec.optional,
            types=[QgsProcessing.TypeRaster, QgsProcessing.TypeVectorPolygon],
        )
        # No field parameter: QGIS 3.22 crashes where the layer it belongs to is a raster.
        field = QgsProcessingParameterString(
            field_name(spec),
            tr("{layer}: field of the class, for polygons").format(layer=tr(spec.title)),
            defaultValue="",
            optional=True,
        )
        text = tr("Which field of a polygon layer tells the class. Rasters need none.")
        found[0] = declare.with_help(either, tr(spec.help)) if spec.help else either
        return [found[0], declare.with_help(field, text), *found[1:]]

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        job = self.read_job(parameters, context)
        # Polygons are not drawn for a mere check.
        if self._polygons is None:
            self.services.jobs.estimate(job)

    def read_job(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Job:
        self._polygons = None
        spec = self._class_layer()
        layer = self.parameterAsVectorLayer(parameters, spec.name.upper(), context)
        if layer is None:
            return super().read_job(parameters, context)
        self._polygons = self._read_polygons(spec, layer, parameters, context)
        card = self.entry.package.card
        parameters = self.with_style(parameters, context)
        values = inputs.model_parameters(self, card.parameters, parameters, context)
        drawn = str(Path(QgsProcessingUtils.tempFolder()) / f"{spec.name}_{id(self)}.tif")
        layers: Layers = {spec: (layer, LayerSource(drawn))}
        for other in card.layers:
            raster = self.parameterAsRasterLayer(parameters, other.name.upper(), context)
            if other != spec and raster is not None:
                layers[other] = (raster, self._source(other, raster, parameters, context))
        return read_guided_job(self, self.entry.package, values, layers, parameters, context)

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        job = self._job
        if isinstance(job, ExtentJob):
            spec = self._class_layer()
            if self._polygons is not None:
                self._draw(job, spec, self._polygons, context)
                told = "; ".join(f"{k}={v}" for k, v in sorted(self._polygons.codes.items()))
            else:
                source = job.layers.get(spec.name)
                told = classes_text(source.classes) if source else ""
            if told:
                feedback.pushInfo(tr("Classes: {classes}").format(classes=told))
        return super().processAlgorithm(parameters, context, feedback)

    def class_codes(self, spec: LayerSpec, layer: QgsRasterLayer, text: str) -> Mapping[float, int]:
        given = parse_classes(spec, text)
        entries = legend_of(layer)
        found = {**guessed_classes(entries), **given}
        if found:
            return found
        known = {entry.value for entry in spec.classes}
        if any(entry.value in known for entry in entries):
            return {}
        values = ", ".join(f"{entry.value:g}" for entry in entries[:12])
        message = tr(
            "What the values of layer '{layer}' mean cannot be told from its legend. Write it as "
            "value=class pairs in {name}; the values are for example {values}."
        ).format(layer=layer.name(), name=classes_name(spec), values=values)
        raise InputError(classes_name(spec), text, message)

    def _class_layer(self) -> LayerSpec:
        card = self.entry.package.card
        return next(spec for spec in card.layers if spec.name == LANDCOVER)

    def _read_polygons(
        self,
        spec: LayerSpec,
        layer: QgsVectorLayer,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
    ) -> Polygons:
        field = self.parameterAsString(parameters, field_name(spec), context)
        index = layer.fields().lookupField(field)
        if index < 0:
            names = ", ".join(one.name() for one in layer.fields())
            message = tr("Choose the field that tells the class. The layer has: {names}.")
            raise InputError(field_name(spec), field, message.format(names=names))
        texts = sorted({str(value) for value in layer.uniqueValues(index, MOST_TEXTS)})
        given = self.parameterAsString(parameters, classes_name(spec), context)
        codes = {**guessed_texts(texts), **parsed_texts(spec, given)}
        if not codes:
            message = tr(
                "No value of field '{field}' tells a class. Write value=class pairs in {name}; the "
                "values are for example {values}."
            ).format(field=field, name=classes_name(spec), values=", ".join(texts[:12]))
            raise InputError(classes_name(spec), given, message)
        source = self.parameterAsSource(parameters, spec.name.upper(), context)
        return Polygons(source, field, codes)

    def _draw(
        self, job: ExtentJob, spec: LayerSpec, polygons: Polygons, context: QgsProcessingContext
    ) -> None:
        grid, around = job.grid, job.rect.grow(AROUND_PX)
        target = QgsCoordinateReferenceSystem.fromWkt(grid.crs.wkt)
        transform = QgsCoordinateTransform(
            polygons.source.sourceCrs(), target, context.transformContext()
        )

        def shapes() -> Iterator[tuple[bytes, int]]:
            request = QgsFeatureRequest()
            request.setSubsetOfAttributes([polygons.field], polygons.source.fields())
            for feature in polygons.source.getFeatures(request):
                code = polygons.codes.get(str(feature[polygons.field]))
                if code is None or not feature.hasGeometry():
                    continue
                shape = feature.geometry()
                shape.transform(transform)
                yield bytes(shape.asWkb()), code

        path = Path(job.layers[spec.name].source)
        try:
            burn_classes(path, grid.crs.wkt, grid.extent(around), grid.pixel_size, shapes())
        except (OSError, RuntimeError) as error:
            raise QgsProcessingException(str(error)) from error


def field_name(spec: LayerSpec) -> str:
    return f"{spec.name.upper()}{FIELD_SUFFIX}"


def guessed_texts(texts: list[str]) -> dict[str, int]:
    """Give the class of each text of a field: numbers as in a raster, words by their meaning."""
    numbers = {text: number_of(text) for text in texts}
    entries = [LegendEntry(value) for value in numbers.values() if value is not None]
    by_value = guessed_classes(entries)
    found = {text: by_value[value] for text, value in numbers.items() if value in by_value}
    for text in texts:
        code = named_class(text) if numbers[text] is None else None
        if code is not None:
            found[text] = code
    return found


def number_of(text: str) -> Optional[float]:
    try:
        return float(text)
    except ValueError:
        return None


def parsed_texts(spec: LayerSpec, text: str) -> dict[str, int]:
    """Read ``forest=10; 311=trees``: the value before, a class of the card after the sign."""
    found = {}
    for pair in (part.strip() for part in text.split(";")):
        if pair:
            value, _, wanted = pair.rpartition("=")
            found[value.strip()] = parse_classes(spec, f"0={wanted}")[0.0]
    return found


def legend_of(layer: QgsRasterLayer) -> list[LegendEntry]:
    """Give the classes that a layer is drawn with, or those among its pixels if they are unnamed.

    A colour table has an entry for every possible value, most of which do not occur.
    """
    renderer = layer.renderer()
    drawn = renderer.classes() if isinstance(renderer, QgsPalettedRasterRenderer) else []
    entries = [
        LegendEntry(one.value, _meaning(one.label, one.value), one.color.name()) for one in drawn
    ]
    if any(entry.name for entry in entries):
        return entries
    colours = {entry.value: entry.colour for entry in entries}
    return [LegendEntry(value, "", colours.get(value, "")) for value in sampled_values(layer)]


def sampled_values(layer: QgsRasterLayer) -> list[float]:
    """Give the values of band 1 in a sample of its pixels."""
    block = layer.dataProvider().block(1, layer.extent(), SAMPLE_PX, SAMPLE_PX)
    values = {
        block.value(row, col)
        for row in range(block.height())
        for col in range(block.width())
        if not block.isNoData(row, col)
    }
    return sorted(values)[:MOST_TEXTS]


def _meaning(label: str, value: float) -> str:
    """The label, unless it is the value itself."""
    return "" if label.strip() == f"{value:g}" else label
