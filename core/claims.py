"""What a Terraloom raster claims in its tags, as a job that can be run again."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Optional

from .catalog import Catalog
from .errors import InputError, PackageError, ProvenanceError
from .grid import Extent, WorldGrid
from .job import ExtentJob, Job, LayerJob, LayerSource
from .kept_stage import PARAMETER, part_of
from .language import tr
from .package import ModelPackage
from .progress import Progress
from .provenance import InputRecord, Provenance
from .raster.crs import describe_crs
from .raster.reader import RasterReader
from .task import Task, input_records
from .units import number_text


def maker_of(made: Provenance, packages: Catalog, given: Optional[ModelPackage]) -> ModelPackage:
    """The very model that made the raster, by its id and its weights."""
    claim = tr("The raster was made by model '{model}' {version} with weights {weights}").format(
        model=made.model_id, version=made.model_version, weights=made.weights_hash
    )
    if given is not None:
        if (given.id, given.weights_hash) != (made.model_id, made.weights_hash):
            raise InputError(
                "MODEL",
                str(given.folder),
                tr(
                    "{claim}, but folder '{folder}' holds model '{model}' {version} with "
                    "weights {weights}. Give the folder of the model that made it."
                ).format(
                    claim=claim,
                    folder=given.folder,
                    model=given.id,
                    version=given.card.version,
                    weights=given.weights_hash,
                ),
            )
        return given
    try:
        package = packages.get(made.model_id)
    except PackageError as error:
        raise ProvenanceError(
            tr(
                "{claim}, which is not installed here. Give its folder as the model "
                "folder (MODEL), or copy it into the folder of your own models."
            ).format(claim=claim)
        ) from error
    if package.weights_hash != made.weights_hash:
        raise ProvenanceError(
            tr(
                "{claim}, but version {version} with weights {weights} is "
                "installed. Give the folder of the model that made it as the model "
                "folder (MODEL), or install Terraloom {terraloom}."
            ).format(
                claim=claim,
                version=package.card.version,
                weights=package.weights_hash,
                terraloom=made.versions.get("terraloom", tr("in the version that made it")),
            )
        )
    return package


def check_place(claimed: RasterReader, task: Task) -> None:
    """Refuse a raster that does not lie where its tags say."""
    if (claimed.height, claimed.width) != task.rect.shape:
        raise ProvenanceError(
            tr(
                "The raster has {width} x {height} pixels, but its tags say {told_width} x "
                "{told_height}. It was cropped or resampled."
            ).format(
                width=claimed.width,
                height=claimed.height,
                told_width=task.rect.width,
                told_height=task.rect.height,
            )
        )
    hair = 1e-3 * task.grid.pixel_size
    here, there = claimed.geotransform, task.geotransform
    if max(abs(here[0] - there[0]), abs(here[3] - there[3])) > hair:
        raise ProvenanceError(
            tr(
                "The raster's north-west corner lies at {x}, {y}, but its tags "
                "say {told_x}, {told_y}. It was moved."
            ).format(
                x=number_text(here[0]),
                y=number_text(here[3]),
                told_x=number_text(there[0]),
                told_y=number_text(there[3]),
            )
        )


def job_of(
    made: Provenance,
    tags: Mapping[str, str],
    package: ModelPackage,
    path: Path,
    source: Optional[str],
    device: str,
) -> Job:
    """The job whose output has these tags."""
    parameters = dict(made.parameters)
    scale = parameters.pop("scale", None)
    kept = str(parameters.pop(PARAMETER, ""))
    if kept:
        package = part_of(package, kept)
    if scale is None:
        grid = WorldGrid(describe_crs(made.crs), made.pixel_size)
        layers = _layers_of(made, path, source)
        return ExtentJob(
            package, grid, made.rect, made.seed, parameters, path, device, layers=layers
        )
    fidelity = float(parameters.pop("fidelity", 100.0))
    record = made.inputs[0] if made.inputs else InputRecord("INPUT", "", "")
    source = source or _beside(path, record)
    with RasterReader(str(path)) as claimed, RasterReader(source) as reader:
        extent = _extent_of(claimed, reader)
    band = int(tags.get("TERRALOOM_BAND") or 1)
    return LayerJob(
        package,
        source,
        band,
        extent,
        int(scale),
        fidelity,
        made.seed,
        parameters,
        path,
        device,
    )


def _layers_of(made: Provenance, path: Path, source: Optional[str]) -> dict[str, LayerSource]:
    """The layers that steered the model; ``source`` is the first that does not lie beside."""
    layers = {}
    for record in made.inputs:
        given = path.parent / record.source_name
        if source is not None and (not given.is_file() or len(made.inputs) == 1):
            given, source = Path(source), None
        elif not given.is_file():
            _beside(path, record)
        layers[record.name.lower()] = LayerSource(str(given), record.band, dict(record.classes))
    return layers


def _beside(path: Path, record: InputRecord) -> str:
    beside = path.parent / record.source_name
    if not beside.is_file():
        raise InputError(
            "SOURCE",
            record.source_name,
            tr(
                "The raster was made from '{name}', which does not lie beside it. "
                "Give that layer as the source."
            ).format(name=record.source_name),
        )
    return str(beside)


def _extent_of(claimed: RasterReader, reader: RasterReader) -> Extent:
    """The ground of an output, a hair inside its edges so that it meets no further pixel."""
    left, size, _, top, _, _ = claimed.geotransform
    hair = 1e-3 * reader.geotransform[1]
    return Extent(
        left + hair,
        top - size * claimed.height + hair,
        left + size * claimed.width - hair,
        top - hair,
    )


def check_inputs(
    made: Provenance, job: Job, reader: Optional[RasterReader], progress: Progress
) -> None:
    """`InputError` where a raster is not the one that the output was made from."""
    for record, claim in zip(input_records(job, reader, progress), made.inputs):
        if record.sha256 != claim.sha256:
            raise InputError(
                "SOURCE",
                record.source_name,
                tr(
                    "'{name}' is not the raster this output was made from, or it "
                    "has changed since. Give the original one as the source."
                ).format(name=record.source_name),
            )
