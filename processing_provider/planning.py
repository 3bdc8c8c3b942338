"""What a job would be, before it runs: its raster, where that lies, and what it costs."""

from __future__ import annotations

from dataclasses import dataclass

from ..core.estimate import Estimate
from ..core.grid import Crs, Extent
from ..core.job import Job
from ..core.task import checked, opened_source
from .reproduction import PROVIDER
from .services import Services


@dataclass(frozen=True)
class Plan:
    """The raster that a job makes: its size, its place on the world grid, and its cost."""

    algorithm_id: str
    """The algorithm of the model that computes it, whichever algorithm asked."""
    width: int
    height: int
    pixel_size: float
    crs: Crs
    extent: Extent
    generated_px: int
    """Pixels that the model computes for it, in whole tiles."""
    estimate: Estimate


def plan(job: Job, services: Services) -> Plan:
    """Plan ``job``; raises what `Jobs.estimate` raises. Opens files, so it may take a moment."""
    found = services.jobs.estimate(job)
    with opened_source(job) as reader:
        task = checked(job, reader, {})
    left, size, _, top, _, _ = task.geotransform
    width, height = task.rect.width, task.rect.height
    extent = Extent(left, top - height * size, left + width * size, top)
    algorithm_id = f"{PROVIDER}:{job.package.card.id}"
    crs, generated_px = task.grid.crs, task.generated_px
    return Plan(algorithm_id, width, height, size, crs, extent, generated_px, found)
