"""From Processing's parameter values to core's: CRS, extent, layer, model parameters, paths."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsPointXY,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterDefinition,
    QgsProcessingUtils,
    QgsRasterLayer,
    QgsRectangle,
)

from ..core.errors import InputError
from ..core.grid import Crs, Extent
from ..core.params import ParamSpec, ParamValue, check_all
from ..core.raster.crs import describe_crs
from ..core.units import number_text
from .parameters import INPUT
from .translation import tr

Values = Mapping[str, Any]

_NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"
_BARE_EXTENT = re.compile(rf"\s*{_NUMBER}(?:\s*,\s*{_NUMBER}){{3}}\s*")
SAMPLED_STEPS = 20
_EXTENT_EDGES = re.compile(rf"\s*({_NUMBER})\s*,\s*({_NUMBER})\s*,")
_AUTHORITIES = ("EPSG", "ESRI", "OGC", "IAU_2015", "IGNF")


@dataclass(frozen=True)
class LayerSource:
    """A raster layer as GDAL can open it."""

    source: str
    name: str
    crs: QgsCoordinateReferenceSystem


def core_crs(crs: QgsCoordinateReferenceSystem, parameter: str) -> Crs:
    """Give core's description of ``crs``, refusing an invalid one."""
    if not crs.isValid():
        message = tr(
            "{name} is not a valid coordinate reference system. Choose one, for example the UTM "
            "zone of the area; the project's own CRS needs an open project."
        ).format(name=parameter)
        raise InputError(parameter, crs.authid(), message)
    authid = crs.authid()
    if authid.split(":")[0] in _AUTHORITIES:
        return describe_crs(authid, parameter)
    return describe_crs(crs.toWkt(QgsCoordinateReferenceSystem.WKT_PREFERRED), parameter)


def extent_in_crs(
    algorithm: QgsProcessingAlgorithm,
    parameters: Values,
    name: str,
    crs: QgsCoordinateReferenceSystem,
    context: QgsProcessingContext,
) -> Extent:
    """Give the extent parameter ``name`` in ``crs``.

    QGIS's own conversion gives the untransformed box when PROJ fails; this one says so.
    """
    _check_antimeridian(parameters.get(name), name)
    box = algorithm.parameterAsExtent(parameters, name, context)
    own_crs = algorithm.parameterAsExtentCrs(parameters, name, context)
    if _names_a_crs(parameters.get(name)) and own_crs.isValid() and own_crs != crs:
        transform = QgsCoordinateTransform(own_crs, crs, context.transformContext())
        try:
            moved = transform.transformBoundingBox(box)
        except QgsCsException as error:
            message = tr(
                "The extent {extent} ({source}) cannot be expressed in {target}. Choose an extent "
                "inside the area of use of {target}, or another CRS."
            ).format(
                extent=box.toString(3),
                source=own_crs.userFriendlyIdentifier(),
                target=crs.userFriendlyIdentifier(),
            )
            raise InputError(name, box.toString(), message) from error
        if _falls_apart(box, transform):
            message = tr(
                "The extent {extent} ({source}) is not in one piece in {target}: it crosses the "
                "edge of that CRS, such as the 180th meridian. Choose a target CRS made for the "
                "area, or make each side of the edge by itself."
            ).format(
                extent=box.toString(3),
                source=own_crs.userFriendlyIdentifier(),
                target=crs.userFriendlyIdentifier(),
            )
            raise InputError(name, box.toString(), message)
        box = moved
    return _core_extent(box).checked(name)


def layer_source(layer: Optional[QgsRasterLayer], parameter: str = INPUT) -> LayerSource:
    """Give what GDAL opens for ``layer``; a layer of another provider must be exported first."""
    if layer is None or not layer.isValid():
        message = tr("{name} is not a raster layer that can be opened. Choose another one.")
        raise InputError(parameter, "", message.format(name=parameter))
    if layer.providerType() != "gdal":
        message = tr(
            "Layer '{layer}' comes from the provider '{provider}', not from a raster file. Export "
            "it first (Export > Save As... in the layer's menu) and use the exported file."
        )
        raise InputError(
            parameter,
            layer.source(),
            message.format(layer=layer.name(), provider=layer.providerType()),
        )
    return LayerSource(layer.source().split("|")[0], layer.name(), layer.crs())


def model_parameters(
    algorithm: QgsProcessingAlgorithm,
    specs: Sequence[ParamSpec],
    parameters: Values,
    context: QgsProcessingContext,
) -> dict[str, ParamValue]:
    """Read the parameters that a card declares, checked."""
    readers = {
        "int": algorithm.parameterAsInt,
        "float": algorithm.parameterAsDouble,
        "bool": algorithm.parameterAsBoolean,
        "enum": algorithm.parameterAsEnumString,
    }
    return {
        spec.name: spec.check(readers[spec.kind](parameters, spec.name.upper(), context))
        for spec in specs
    }


def parse_parameters(text: str, specs: Sequence[ParamSpec]) -> dict[str, ParamValue]:
    """Read ``{"RELIEF": 300}`` or ``RELIEF=300; LANDFORM=alpine``; names in any case."""
    given = _json_pairs(text) if text.lstrip().startswith("{") else _plain_pairs(text)
    by_name = {spec.name.upper(): spec for spec in specs}
    values: dict[str, object] = {}
    for name, value in given.items():
        spec = by_name.get(name.upper())
        if spec is None:
            known = ", ".join(sorted(by_name)) or tr("none")
            message = tr("This model has no parameter '{name}'. It has: {known}.")
            raise InputError("PARAMETERS", name, message.format(name=name, known=known))
        values[spec.name] = _typed(spec, value)
    return check_all(specs, values)


def output_preview(parameters: Values, definition: QgsProcessingParameterDefinition) -> Path:
    """Give where the output will be, without Processing's side effects; for checks only.

    A temporary output has no name yet, so its folder stands for it.
    """
    value = parameters.get(definition.name())
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink.staticValue()
    temporary = Path(QgsProcessingUtils.tempFolder()) / "output.tif"
    if not isinstance(value, str) or not value or value == "TEMPORARY_OUTPUT":
        return temporary
    return Path(value)


def creation_options(text: str) -> tuple[str, ...]:
    """Split ``COMPRESS=LZW|TILED=YES`` as QGIS's GDAL algorithms do."""
    options = tuple(part.strip() for part in text.split("|") if part.strip())
    for option in options:
        if "=" not in option:
            message = tr("'{option}' is not a creation option. Write NAME=VALUE, separated by |.")
            raise InputError("CREATE_OPTIONS", text, message.format(option=option))
    return options


def _check_antimeridian(value: object, name: str) -> None:
    """Refuse edges in the wrong order, which QGIS would swap: the rest of the world."""
    if not isinstance(value, str):
        return
    numbers = _EXTENT_EDGES.match(value)
    if numbers is None or float(numbers[1]) <= float(numbers[2]):
        return
    west, east = float(numbers[1]), float(numbers[2])
    message = tr(
        "The west edge of the extent, {west}, is east of its east edge, {east}. Where it crosses "
        "the 180th meridian, count degrees on: {west} to {beyond}."
    ).format(west=number_text(west), east=number_text(east), beyond=number_text(east + 360.0))
    raise InputError(name, (west, east), message)


def _falls_apart(box: QgsRectangle, transform: QgsCoordinateTransform) -> bool:
    """Tell whether neighbouring points of ``box`` lie on opposite sides of the transform's CRS."""
    for share in (0.0, 0.5, 1.0):
        y = box.yMinimum() + share * box.height()
        found = []
        for step in range(SAMPLED_STEPS + 1):
            x = box.xMinimum() + step / SAMPLED_STEPS * box.width()
            with suppress(QgsCsException):
                found.append(transform.transform(QgsPointXY(x, y)).x())
        steps = [abs(after - before) for before, after in zip(found, found[1:])]
        if steps and max(steps) > 0.5 * (max(found) - min(found)) > 0.0:
            return True
    return False


def _names_a_crs(value: object) -> bool:
    """Tell whether an extent's value comes with a CRS; one that does not is in the target's."""
    if isinstance(value, str):
        return _BARE_EXTENT.fullmatch(value) is None
    return type(value) is not QgsRectangle


def _core_extent(box: QgsRectangle) -> Extent:
    return Extent(box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())


def _json_pairs(text: str) -> dict[str, Any]:
    try:
        pairs = json.loads(text)
    except ValueError as error:
        message = tr('The parameters are not valid JSON ({reason}). Write {{"NAME": value, ...}}.')
        raise InputError("PARAMETERS", text, message.format(reason=error)) from error
    return dict(pairs)


def _plain_pairs(text: str) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for part in re.split(r"[;\n]", text):
        if not part.strip():
            continue
        name, equals, value = part.partition("=")
        if not equals:
            message = tr("'{part}' is not a parameter. Write NAME=value, separated by semicolons.")
            raise InputError("PARAMETERS", text, message.format(part=part.strip()))
        pairs[name.strip()] = value.strip()
    return pairs


def _typed(spec: ParamSpec, value: Any) -> Any:
    """Give a text the type that ``spec`` asks for; what does not fit is left for its check."""
    if not isinstance(value, str) or spec.kind == "enum":
        return value
    if spec.kind == "bool":
        return {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}.get(
            value.lower(), value
        )
    try:
        return int(value) if spec.kind == "int" else float(value)
    except ValueError:
        return value
