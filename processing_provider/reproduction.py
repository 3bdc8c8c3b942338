"""What a raster's tags say to people, and the form that would make it again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
)

from ..core.errors import ProvenanceError, TerraloomError
from ..core.extension import EXTENDED_TAG
from ..core.grid import Crs, Extent, WorldGrid
from ..core.kept_stage import PARAMETER
from ..core.params import ParamSpec
from ..core.provenance import PREFIX, InputRecord, Provenance
from ..core.raster.crs import describe_crs
from ..core.raster.reader import RasterReader
from ..core.units import number_text
from . import parameters as declare
from .translation import tr

PROVIDER = "terraloom"
BAND_TAG = f"{PREFIX}BAND"
HAIR = 1e-3  # of a pixel: an extent inside its edges meets no further pixel


@dataclass(frozen=True)
class Reproduction:
    """An algorithm with its parameters, and what the user should know before running it."""

    algorithm_id: str
    parameters: dict[str, Any]
    notes: tuple[str, ...] = ()


def read_tags(source: str) -> dict[str, str]:
    """Give the Terraloom tags of a raster, none for another one. Opens the file: any thread."""
    try:
        with RasterReader(source.split("|")[0]) as reader:
            tags = reader.tags()
    except TerraloomError:
        return {}
    return tags if any(name.startswith(PREFIX) for name in tags) else {}


def reproduction(
    tags: Mapping[str, str], layer: QgsRasterLayer, project: QgsProject
) -> Reproduction:
    """Give the form that makes ``layer`` again; `ProvenanceError` where the tags cannot tell."""
    made = Provenance.from_tags(tags)
    algorithm = QgsApplication.processingRegistry().algorithmById(f"{PROVIDER}:{made.model_id}")
    entry = getattr(algorithm, "entry", None)
    package = entry.package if entry is not None else None
    if package is None:
        message = tr(
            "The model '{id}' {version} that made this layer is not installed. Import it under "
            "Models first."
        )
        raise ProvenanceError(message.format(id=made.model_id, version=made.model_version))
    notes = []
    if package.weights_hash != made.weights_hash:
        message = tr(
            "The layer was made by version {old} of the model; version {new} is installed, so the "
            "result will differ."
        )
        notes.append(message.format(old=made.model_version, new=package.card.version))
    values = dict(made.parameters)
    if "scale" in values:
        place = _layer_place(made, tags, values, layer, project)
        if declare.INPUT not in place:
            message = tr("The layer it was made from, '{name}', was not found. Choose it.")
            name = made.inputs[0].source_name if made.inputs else ""
            notes.append(message.format(name=name))
    else:
        place = {**_extent_place(made), **_layer_inputs(made, layer, project)}
        missing = [one for one in made.inputs if one.name not in place]
        for record in missing:
            message = tr("The layer it was made from, '{name}', was not found. Choose it.")
            notes.append(message.format(name=record.source_name))
    known = {spec.name for spec in package.card.parameters}
    own = {name.upper(): value for name, value in values.items() if name in known}
    parameters = {**place, declare.SEED: made.seed, **own}
    return Reproduction(f"{PROVIDER}:{made.model_id}", parameters, tuple(notes))


def extension(
    layer: QgsRasterLayer, view: QgsRectangle, crs: QgsCoordinateReferenceSystem
) -> dict[str, Any]:
    """Give the parameters that make ``layer`` larger, to cover ``view``, a rectangle of ``crs``."""
    return {
        declare.INPUT: layer.id(),
        declare.EXTENT: extent_text(_core_extent(view), crs.authid()),
    }


def input_layer(tags: Mapping[str, str], layer: QgsRasterLayer, project: QgsProject) -> str:
    """Give the source of the layer that ``layer`` was made from, if it can be found; else ''."""
    made = Provenance.from_tags(tags)
    return _source_of(made.inputs[0], layer, project) if made.inputs else ""


def _source_of(record: InputRecord, layer: QgsRasterLayer, project: QgsProject) -> str:
    name = record.source_name
    beside = Path(layer.source().split("|")[0]).parent / name
    if beside.is_file():
        return str(beside)
    for other in project.mapLayers().values():
        if isinstance(other, QgsRasterLayer) and other.providerType() == "gdal":
            source = other.source().split("|")[0]
            if Path(source).name == name:
                return source
    return ""


def describe(tags: Mapping[str, str]) -> list[tuple[str, str]]:
    """Give label and text of all that the tags say, in the order people ask for it."""
    made = Provenance.from_tags(tags)
    specs = _specs(made.model_id)
    rect = made.rect
    grid = WorldGrid(describe_crs(made.crs), made.pixel_size)
    unit = {"deg": "°"}.get(grid.crs.unit, f" {grid.crs.unit}")
    rows = [
        (tr("Synthetic"), tr("Yes: computed by a generative model, not measured.")),
        (tr("Model"), f"{made.model_id} {made.model_version}"),
        (tr("Weights"), made.weights_hash),
        (tr("Seed"), str(made.seed)),
        *((_label(key, specs), _value(value)) for key, value in sorted(made.parameters.items())),
        (tr("CRS"), _crs_name(grid.crs)),
        (tr("Extent"), grid.extent(rect).text()),
        (tr("Pixel size"), f"{number_text(made.pixel_size)}{unit}"),
        (tr("Size"), tr("{width} x {height} px").format(width=rect.width, height=rect.height)),
    ]
    rows += [
        (tr("Made from"), f"{one.source_name}\nSHA-256 {_grouped(one.sha256)}")
        for one in made.inputs
    ]
    if EXTENDED_TAG in tags:
        rows.append((tr("Extended"), tr("A part was copied from an earlier result.")))
    versions = "\n".join(f"{key} {value}" for key, value in sorted(made.versions.items()))
    return [*rows, (tr("Software"), versions)] if versions else rows


def _extent_place(made: Provenance) -> dict[str, Any]:
    crs = describe_crs(made.crs)
    extent = WorldGrid(crs, made.pixel_size).extent(made.rect)
    return {
        declare.EXTENT: extent_text(extent, crs.authid),
        declare.TARGET_CRS: crs.authid or f"WKT:{made.crs}",
        declare.PIXEL_SIZE: made.pixel_size,
    }


def _layer_inputs(made: Provenance, layer: QgsRasterLayer, project: QgsProject) -> dict[str, Any]:
    """Give the layers that steered the model, as far as they can be found, with band and legend."""
    found: dict[str, Any] = {}
    for record in made.inputs:
        source = _source_of(record, layer, project)
        if not source:
            continue
        found[record.name] = source
        if record.band != 1:
            found[f"{record.name}{declare.BAND_SUFFIX}"] = record.band
        if record.classes:
            pairs = [f"{number_text(value)}={code}" for value, code in record.classes]
            found[f"{record.name}{declare.CLASSES_SUFFIX}"] = "; ".join(pairs)
    return found


def _layer_place(
    made: Provenance,
    tags: Mapping[str, str],
    values: Mapping[str, Any],
    layer: QgsRasterLayer,
    project: QgsProject,
) -> dict[str, Any]:
    hair = HAIR * layer.rasterUnitsPerPixelX()
    extent = _core_extent(layer.extent().buffered(-hair))
    place = {
        declare.BAND: int(tags.get(BAND_TAG) or 1),
        declare.EXTENT: extent_text(extent, layer.crs().authid()),
        declare.SCALE: str(values["scale"]),
        declare.FIDELITY: float(values.get("fidelity", 100.0)),
    }
    source = input_layer(tags, layer, project)
    return {declare.INPUT: source, **place} if source else place


def extent_text(extent: Extent, authid: str) -> str:
    """Give an extent as a parameter's value, every digit of it."""
    edges = ",".join(
        repr(float(edge)) for edge in (extent.xmin, extent.xmax, extent.ymin, extent.ymax)
    )
    return f"{edges} [{authid}]" if authid else edges


def _core_extent(box: QgsRectangle) -> Extent:
    return Extent(box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())


def _specs(model_id: str) -> dict[str, ParamSpec]:
    algorithm = QgsApplication.processingRegistry().algorithmById(f"{PROVIDER}:{model_id}")
    entry = getattr(algorithm, "entry", None)
    package = entry.package if entry is not None else None
    return {spec.name: spec for spec in package.card.parameters} if package else {}


def _label(name: str, specs: Mapping[str, ParamSpec]) -> str:
    spec: Optional[ParamSpec] = specs.get(name)
    if spec is None:
        known = {
            "scale": tr("Scale"),
            "fidelity": tr("Fidelity to the input (%)"),
            PARAMETER: tr("Kept stage"),
        }
        return known.get(name, name.replace("_", " ").capitalize())
    label = tr(spec.label or name.replace("_", " ").capitalize())
    return f"{label} ({spec.unit})" if spec.unit else label


def _value(value: object) -> str:
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    return number_text(value) if isinstance(value, float) else str(value)


def _crs_name(crs: Crs) -> str:
    """Its code, else the name that its WKT begins with."""
    return crs.authid or crs.wkt.partition('"')[2].partition('"')[0]


def _grouped(sha256: str) -> str:
    return " ".join(sha256[start : start + 8] for start in range(0, len(sha256), 8))
