"""What a Terraloom raster claims in its tags, as a job that can be run again."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Optional

from .catalog import Catalog
from .errors import InputError, PackageError, ProvenanceError
from .grid import Extent, WorldGrid
from .job import ExtentJob, Job, LayerJob, LayerSource
from .package import ModelPackage
from .progress import Progress
from .provenance import InputRecord, Provenance
from .raster.crs import describe_crs
from .raster.reader import RasterReader
from .task import Task, input_records
from .units import number_text


def maker_of(made: Provenance, packages: Catalog, given: Optional[ModelPackage]) -> ModelPackage:
    """The very model that made the raster, by its id and its weights."""
    claim = (
        f"The raster was made by model '{made.model_id}' {made.model_version} with weights "
        f"{made.weights_hash}"
    )
    if given is not None:
        if (given.id, given.weights_hash) != (made.model_id, made.weights_hash):
            raise InputError(
                "MODEL",
                str(given.folder),
                f"{claim}, but folder '{given.folder}' holds model '{given.id}' "
                f"{given.card.version} with weights {given.weights_hash}. Give the folder of the "
                "model that made it.",
            )
        return given
    try:
        package = packages.get(made.model_id)
    except PackageError as error:
        raise ProvenanceError(
            f"{claim}, which is not installed here. Give its folder as the model folder (MODEL), "
            "or copy it into the folder of your own models."
        ) from error
    if package.weights_hash != made.weights_hash:
        raise ProvenanceError(
            f"{claim}, but version {package.card.version} with weights {package.weights_hash} is "
            "installed. Give the folder of the model that made it as the model folder (MODEL), or "
            f"install Terraloom {made.versions.get('terraloom', 'in the version that made it')}."
        )
    return package


def check_place(claimed: RasterReader, task: Task) -> None:
    """Refuse a raster that does not lie where its tags say."""
    if (claimed.height, claimed.width) != task.rect.shape:
        raise ProvenanceError(
            f"The raster has {claimed.width} x {claimed.height} pixels, but its tags say "
            f"{task.rect.width} x {task.rect.height}. It was cropped or resampled."
        )
    hair = 1e-3 * task.grid.pixel_size
    here, there = claimed.geotransform, task.geotransform
    if max(abs(here[0] - there[0]), abs(here[3] - there[3])) > hair:
        raise ProvenanceError(
            f"The raster's north-west corner lies at {number_text(here[0])}, "
            f"{number_text(here[3])}, but its tags say {number_text(there[0])}, "
            f"{number_text(there[3])}. It was moved."
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
            f"The raster was made from '{record.source_name}', which does not lie beside it. "
            "Give that layer as the source.",
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
                f"'{record.source_name}' is not the raster this output was made from, or it has "
                "changed since. Give the original one as the source.",
            )
