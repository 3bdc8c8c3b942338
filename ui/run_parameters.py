"""The parameters of a run as plain values, so that it can wait, be repeated and be written down."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterDefinition,
    QgsProcessingUtils,
    QgsProject,
    QgsProperty,
    QgsRectangle,
    QgsReferencedRectangle,
)

from ..processing_provider.parameters import OUTPUT
from ..processing_provider.translation import tr

TEMPORARY = "TEMPORARY_OUTPUT"
PROJECT_CRS = "ProjectCrs"
LAYER_OUTPUTS = ("rasterDestination", "vectorDestination", "sink")

Parameters = dict[str, Any]


def settled(
    algorithm: QgsProcessingAlgorithm, parameters: Mapping[str, Any], project: QgsProject
) -> Parameters:
    """Give ``parameters`` free of the project: it may change, or close, before the run starts."""
    context = QgsProcessingContext()
    context.setProject(project)
    found: Parameters = {}
    for definition in algorithm.parameterDefinitions():
        name = definition.name()
        if name in parameters:
            found[name] = _plain(definition, algorithm, parameters, context)
        elif definition.type() == "crs" and definition.defaultValue() == PROJECT_CRS:
            found[name] = _crs_text(project.crs())
        elif definition.type() in LAYER_OUTPUTS and definition.createByDefault():
            found[name] = TEMPORARY
    return found


def run_title(
    algorithm: QgsProcessingAlgorithm, parameters: Mapping[str, Any], project: QgsProject
) -> str:
    """Give what the run is called in lists: the algorithm, and its seed or its layer."""
    name = str(algorithm.displayName())
    seed = algorithm.parameterDefinition("SEED")
    if seed is not None:
        number = parameters.get("SEED", seed.defaultValue())
        return tr("{title} (seed {seed})").format(title=name, seed=number)
    context = QgsProcessingContext()
    context.setProject(project)
    source = parameters.get("INPUT")
    layer = _project_layer(source, context)
    if layer is not None:
        return f"{name}: {layer.name()}"
    return f"{name}: {Path(source).stem}" if isinstance(source, str) and source else name


def for_loading(
    algorithm: QgsProcessingAlgorithm, parameters: Parameters, project: QgsProject
) -> Parameters:
    """Give ``parameters`` with which Processing prepares the results for ``project``."""
    found = dict(parameters)
    for definition in algorithm.destinationParameterDefinitions():
        value = found.get(definition.name())
        if definition.type() in LAYER_OUTPUTS and value:
            found[definition.name()] = QgsProcessingOutputLayerDefinition(value, project)
    return found


def python_command(
    algorithm: QgsProcessingAlgorithm, parameters: Parameters, context: QgsProcessingContext
) -> str:
    """Give the line that Processing itself would write into its history."""
    return str(algorithm.asPythonCommand(parameters, context))


def python_script(
    algorithm: QgsProcessingAlgorithm, parameters: Parameters, context: QgsProcessingContext
) -> str:
    """Give lines for QGIS's Python console."""
    return f"import processing\n\n{python_command(algorithm, parameters, context)}\n"


def process_command(
    algorithm: QgsProcessingAlgorithm, parameters: Parameters, output_name: str
) -> str:
    """Give the line for a terminal; a temporary output is named after ``output_name`` instead."""
    words = ["qgis_process", "run", algorithm.id()]
    for name, value in parameters.items():
        if value is None:
            continue
        text = _argument(value)
        if value == TEMPORARY:
            text = _named(algorithm.parameterDefinition(name), Path(output_name))
        words.append(f"--{name}={text}")
    return " ".join(_quoted(word) for word in words)


def _plain(
    definition: QgsProcessingParameterDefinition,
    algorithm: QgsProcessingAlgorithm,
    parameters: Mapping[str, Any],
    context: QgsProcessingContext,
) -> Any:
    value, kind = parameters[definition.name()], definition.type()
    if isinstance(value, QgsProperty):
        value = value.staticValue()
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink.staticValue()
    if definition.isDestination():
        needed = not definition.flags() & QgsProcessingParameterDefinition.FlagOptional
        return value or (TEMPORARY if needed and kind in LAYER_OUTPUTS else None)
    if kind == "crs":
        return _crs_text(algorithm.parameterAsCrs(parameters, definition.name(), context))
    if kind == "extent":
        return _extent_text(value, context)
    layer = _project_layer(value, context)
    return layer.source() if layer is not None else value


def _extent_text(value: Any, context: QgsProcessingContext) -> Any:
    layer = _project_layer(value, context)
    if layer is not None:
        value = QgsReferencedRectangle(layer.extent(), layer.crs())
    if isinstance(value, QgsReferencedRectangle):
        return f"{_edges(value)} [{_crs_text(value.crs())}]"
    return _edges(value) if isinstance(value, QgsRectangle) else value


def _edges(box: QgsRectangle) -> str:
    edges = (box.xMinimum(), box.xMaximum(), box.yMinimum(), box.yMaximum())
    return ",".join(repr(edge) for edge in edges)


def _project_layer(value: Any, context: QgsProcessingContext) -> Optional[QgsMapLayer]:
    if isinstance(value, QgsMapLayer):
        return value
    if not isinstance(value, str) or not value:
        return None
    layer = QgsProcessingUtils.mapLayerFromString(value, context, False)
    return layer if isinstance(layer, QgsMapLayer) else None


def _crs_text(crs: QgsCoordinateReferenceSystem) -> str:
    if not crs.isValid():
        return PROJECT_CRS  # the algorithm says what is wrong with it
    return crs.authid() or f"WKT:{crs.toWkt(QgsCoordinateReferenceSystem.WKT_PREFERRED)}"


def _named(definition: QgsProcessingParameterDefinition, main: Path) -> str:
    """Give the main result its name, and others names beside it."""
    if definition.name() == OUTPUT:
        return str(main)
    what = definition.name().lower().replace("output_", "")
    ending = main.suffix if definition.type() == "rasterDestination" else ".gpkg"
    return str(main.with_name(f"{main.stem}_{what}{ending}"))


def _argument(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return repr(value) if isinstance(value, float) else str(value)


def _quoted(word: str) -> str:
    if sys.platform != "win32":
        return shlex.quote(word)
    needs = not word or any(letter in word for letter in ' \t"&|<>^()')
    return '"{}"'.format(word.replace('"', '\\"')) if needs else word
