"""The levels of a job whose model has no cheaper form of itself: any cascade but the landscape's.

Level 0, and those that are still finer than the model's own pixels, are computed; what is coarser
is made of the pixels of the next finer level. That soon costs a lot, so there are few levels, and
a view of more must zoom in.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Callable

from .engine import TileModel
from .execution import PRODUCTIONS, Maker
from .grid import WorldGrid
from .guided import GuidedProduction
from .job import ExtentJob, Job
from .output_raster import CLIMATE
from .production import Production
from .resample import GenerationPlan, plan_generation
from .task import checked
from .tile_colours import picture_bands
from .tile_levels import MOST_TILES, VIEW_TILE_PX, Level

LANDSCAPE = "terrain"
MOST_MADE_EACH = 4.0
"""Pixels of the model's own size for one of the last level: then a screenful of a megapixel costs
16 canonical tiles of 512 pixels."""
MOST_MADE = 25_000_000
"""Pixels of the model's own size for a view of whole tiles on a large screen."""
FEWEST_TILES = 4
LEAST_TILE_PX, LEAST_PART_PX = 128, 32
"""Sides of a tile where it is several canonical tiles, and where it is a part of one."""


def is_guided(job: Job) -> bool:
    return isinstance(job, ExtentJob) and job.package.card.task != LANDSCAPE


def first_picture(job: Job) -> Job:
    """The job cut down to what its picture shows: of a course of months the first."""
    if isinstance(job, ExtentJob) and job.package.card.task == CLIMATE:
        return replace(job, parameters={**job.parameters, "steps": 1})
    return job


def guided_levels(job: ExtentJob) -> tuple[int, tuple[Level, ...]]:
    """The side of the tiles, an even number, and all levels of ``job``, finest first; `InputError`
    if the job is impossible."""
    task = checked(job, None, {})
    card = job.package.card
    ready = replace(job, parameters=task.provenance.parameters)
    plan = plan_generation(job.grid, card.native_pixel_sizes_m)
    tile_px = _tile_px(job, plan)
    levels: list[Level] = []
    while True:
        grid = WorldGrid(job.grid.crs, job.grid.pixel_size * 2 ** len(levels))
        made = (_ground_m(grid) / plan.native_m) ** 2
        if levels and made > MOST_MADE_EACH * (1.0 + 1e-9):
            return tile_px, tuple(levels)
        produce = None
        if not levels or made <= 1.0 + 1e-9:
            produce = _producer(replace(ready, grid=grid))
        most = min(max(int(MOST_MADE / (made * tile_px**2)), FEWEST_TILES), MOST_TILES)
        levels.append(Level(grid, (0.0, 0.0), produce, picture_bands(card), most))


def _tile_px(job: ExtentJob, plan: GenerationPlan) -> int:
    """What costs about one canonical tile, and is one where the job has the model's own pixels."""
    canonical = job.package.card.stages[-1].tile
    if plan.kind == "identity":
        side = canonical
        while side < LEAST_TILE_PX or side % 2:
            side *= 2
        return side
    side = VIEW_TILE_PX
    while side > LEAST_PART_PX and side * _ground_m(job.grid) > canonical * plan.native_m:
        side //= 2
    return side


def _ground_m(grid: WorldGrid) -> float:
    return grid.pixel_size * grid.crs.metres_per_unit


def _producer(job: ExtentJob) -> Callable[[TileModel], Production]:
    make: Maker = PRODUCTIONS.get(job.package.card.task, GuidedProduction)

    def produce(model: TileModel) -> Production:
        return make(job, model, job.parameters)

    return produce
