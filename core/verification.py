"""Making an output again from its tags, and comparing."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

import numpy as np

from .catalog import Catalog
from .engine import Engine
from .errors import InputError, PackageError, ProvenanceError
from .execution import produce
from .grid import Extent, WorldGrid
from .job import ExtentJob, Job, LayerJob
from .package import ModelPackage
from .pipeline import Pixels
from .progress import Progress
from .provenance import InputRecord, Provenance
from .raster.crs import describe_crs
from .raster.reader import RasterReader
from .task import Task, checked, opened_source, source_name
from .tiling import Rect
from .units import number_text


@dataclass(frozen=True)
class Verification:
    """What regenerating a raster showed; ``max_difference`` in the unit of its band."""

    matches: bool
    identical_share: float
    max_difference: float
    tags: Mapping[str, str]
    message: str


def verify(
    path: Path,
    packages: Catalog,
    engine: Engine,
    progress: Progress,
    source: Optional[str] = None,
    device: str = "auto",
    model: Optional[ModelPackage] = None,
) -> Verification:
    """Make a Terraloom output again and compare every pixel.

    ``source`` is the raster it was made from, for an algorithm that has an input; ``model`` is
    the one that made it, where that is not among ``packages``.
    """
    with RasterReader(str(path)) as claimed:
        tags = claimed.tags()
        made = Provenance.from_tags(tags)
        package = _maker(made, packages, model)
        job = _job_of(made, tags, package, path, source, device)
        with opened_source(job) as reader:
            _check_input(made, reader, progress)
            task = checked(job, reader, {})
            _check_place(claimed, task)
            comparison = _Comparison(claimed, task.rect)
            produce(task, engine, reader, comparison.add, progress)
    return comparison.verdict(tags, package.card.tolerance.cpu_gpu)


def _maker(made: Provenance, packages: Catalog, given: Optional[ModelPackage]) -> ModelPackage:
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


def _check_place(claimed: RasterReader, task: Task) -> None:
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


class _Comparison:
    """Counts where a claimed raster and its regeneration agree."""

    def __init__(self, claimed: RasterReader, rect: Rect) -> None:
        self._claimed = claimed
        self._rect = rect
        self._same = 0
        self._pixels = 0
        self._largest = 0.0

    def add(self, window: Rect, pixels: Pixels) -> None:
        values = pixels.astype(np.float32, copy=False)
        there = self._claimed.read(window.shift(-self._rect.y0, -self._rect.x0))
        same = (there == values) | (np.isnan(there) & np.isnan(values))
        self._same += int(same.sum())
        self._pixels += same.size
        if not same.all():
            gap = np.abs(there - values)[~same]
            worst = math.inf if np.isnan(gap).any() else float(gap.max())
            self._largest = max(self._largest, worst)

    def verdict(self, tags: Mapping[str, str], tolerance: float) -> Verification:
        share = self._same / max(self._pixels, 1)
        matches = self._largest <= tolerance
        if share == 1.0:
            message = "Every pixel is what the tags say."
        elif matches:
            message = (
                f"{share:.4%} of the pixels are identical; the rest differ by at most "
                f"{self._largest:.3g}, which is what another device may change."
            )
        else:
            message = (
                f"The raster is not what its tags say: {1 - share:.4%} of the pixels differ, by "
                f"up to {self._largest:.3g}."
            )
        return Verification(matches, share, self._largest, tags, message)


def _job_of(
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
        return ExtentJob(package, grid, made.rect, made.seed, parameters, path, device)
    fidelity = float(parameters.pop("fidelity", 100.0))
    record = made.inputs[0] if made.inputs else InputRecord("INPUT", "", "")
    if source is None:
        beside = path.parent / record.source_name
        if not beside.is_file():
            raise InputError(
                "SOURCE",
                record.source_name,
                f"The raster was made from '{record.source_name}', which does not lie beside it. "
                "Give that layer as the source.",
            )
        source = str(beside)
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


def _check_input(made: Provenance, reader: Optional[RasterReader], progress: Progress) -> None:
    if reader is None or not made.inputs:
        return
    if reader.content_hash(progress) != made.inputs[0].sha256:
        raise InputError(
            "SOURCE",
            reader.path,
            f"'{source_name(reader.path)}' is not the raster this output was made from, or it has "
            "changed since. Give the original one as the source.",
        )
