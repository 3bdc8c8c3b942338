"""Making an output again from its tags, and comparing."""

from __future__ import annotations

import math
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

import numpy as np

from .catalog import Catalog
from .claims import check_inputs, check_place, job_of, maker_of
from .engine import Engine
from .execution import produce
from .language import tr
from .output_raster import raster_spec
from .package import ModelPackage
from .pipeline import Pixels
from .progress import Progress
from .provenance import Provenance
from .raster.reader import RasterReader
from .raster.spec import BandSpec, as_read
from .task import checked, opened_source
from .tiling import Rect


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
    with ExitStack() as opened:
        claimed = opened.enter_context(RasterReader(str(path)))
        tags = claimed.tags()
        made = Provenance.from_tags(tags)
        package = maker_of(made, packages, model)
        job = job_of(made, tags, package, path, source, device)
        reader = opened.enter_context(opened_source(job))
        check_inputs(made, job, reader, progress)
        task = checked(job, reader, {})
        check_place(claimed, task)
        bands = raster_spec(task, {}).bands
        others = [RasterReader(str(path), number) for number in range(2, len(bands) + 1)]
        readers = [claimed, *(opened.enter_context(one) for one in others)]
        comparison = _Comparison(readers, bands, task.rect)
        produce(task, engine, reader, comparison.add, progress)
    return comparison.verdict(tags, package.card.tolerance.cpu_gpu)


class _Comparison:
    """Counts where a claimed raster and its regeneration agree."""

    def __init__(
        self, claimed: list[RasterReader], bands: tuple[BandSpec, ...], rect: Rect
    ) -> None:
        self._claimed = claimed
        self._bands = bands
        self._rect = rect
        self._same = 0
        self._pixels = 0
        self._largest = 0.0

    def add(self, window: Rect, pixels: Pixels) -> None:
        values = as_read(pixels, self._bands)
        place = window.shift(-self._rect.y0, -self._rect.x0)
        there = np.concatenate([band.read(place) for band in self._claimed])
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
            message = tr("Every pixel is what the tags say.")
        elif matches:
            message = tr(
                "{share:.4%} of the pixels are identical; the rest differ by at most "
                "{gap:.3g}, which is what another device may change."
            ).format(share=share, gap=self._largest)
        else:
            message = tr(
                "The raster is not what its tags say: {share:.4%} of the pixels "
                "differ, by up to {gap:.3g}."
            ).format(share=1 - share, gap=self._largest)
        return Verification(matches, share, self._largest, tags, message)
