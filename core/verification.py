"""Making an output again from its tags, and comparing."""

from __future__ import annotations

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
) -> Verification:
    """Make a Terraloom output again and compare every pixel.

    ``source`` is the raster it was made from, for an algorithm that has an input.
    """
    with RasterReader(str(path)) as claimed:
        tags = claimed.tags()
        made = Provenance.from_tags(tags)
        package = packages.get(made.model_id)
        if package.weights_hash != made.weights_hash:
            raise ProvenanceError(
                f"The raster was made by model '{made.model_id}' with weights "
                f"{made.weights_hash}, but version {package.card.version} with weights "
                f"{package.weights_hash} is installed. Install the Terraloom version "
                f"{made.versions.get('terraloom', 'that made it')} to verify it."
            )
        job = _job_of(made, tags, package, path, source, device)
        with _opened_source(job) as reader:
            _check_input(made, reader, progress)
            task = _checked(job, reader, {})
            if (claimed.height, claimed.width) != task.rect.shape:
                raise ProvenanceError(
                    f"The raster has {claimed.width} x {claimed.height} pixels, but its tags say "
                    f"{task.rect.width} x {task.rect.height}. It was cropped or resampled."
                )
            comparison = _Comparison(claimed, task.rect)
            model = engine.open(package, device)
            with contextlib.closing(model):
                _produce(_production(task, model, reader), comparison.add, progress)
    return comparison.verdict(tags, package.card.tolerance.cpu_gpu)


class _Comparison:
    """Counts where a claimed raster and its regeneration agree."""

    def __init__(self, claimed: RasterReader, rect: Rect) -> None:
        self._claimed = claimed
        self._rect = rect
        self._same = 0
        self._pixels = 0
        self._largest = 0.0

    def add(self, window: Rect, values: FloatArray) -> None:
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
            f"'{_source_name(reader.path)}' is not the raster this output was made from, or it has "
            "changed since. Give the original one as the source.",
        )


def _source_name(path: str) -> str:
    """The file name alone: where it lay is nobody's business."""
    return Path(path).name
