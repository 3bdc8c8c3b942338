"""Pictures of a job while it runs: right place, right share, on the map and off it again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from qgis.core import QgsProcessingContext, QgsProject, QgsRectangle

from ...core.errors import EngineError
from ...core.job import ExtentJob
from ...core.task import checked
from ...core.tiling import Rect, tiles_covering
from ...processing_provider.job_picture import LEAST_WAIT_S, JobPicture, JobView
from ...processing_provider.provider import TerraloomProvider
from ...processing_provider.services import Services
from ...ui.runs import DONE, FAILED, RunQueue
from .fakes import FakeJobs
from .test_algorithms import terrain
from .test_runs import SlowJobs, ended, iface, queue, wait
from .window import FakeWindow

__all__ = ["iface", "queue"]


class Clock:
    """Does not go on by itself."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def task_of(services: Services, rect: Rect) -> Any:
    from ...core.grid import WorldGrid
    from ...core.raster.crs import describe_crs

    package = services.catalog.scan().get("terrain")
    values = {spec.name: spec.default for spec in package.card.parameters}
    grid = WorldGrid(describe_crs("EPSG:32632"), 30.0)
    job = ExtentJob(package, grid, rect, 1, values, Path("output.tif"))
    return checked(job, None, {})


@pytest.mark.parametrize("size", [(1500, 2000), (700, 90), (640, 640), (1, 3), (5000, 641)])
def test_windows_of_any_size_fill_the_picture(
    qgis: object, services: Services, size: tuple[int, int]
) -> None:
    rect = Rect(-170_013, -170_013 + size[0], 20_007, 20_007 + size[1])
    task, clock = task_of(services, rect), Clock()
    shown = JobPicture(task, clock)
    views: list[JobView] = []
    for tile in tiles_covering(rect, 256):
        window = tile.intersect(rect)
        rows, cols = np.mgrid[window.y0 : window.y1, window.x0 : window.x1]
        clock.now += LEAST_WAIT_S
        view = shown.add(window, (rows + cols).astype(np.float32)[None])
        assert view is not None
        views.append(view)
    last = views[-1]
    assert (last.pixels[..., 3] == 255).all()
    assert max(last.rect.shape) <= 640
    if len(views) > 1:
        assert (views[0].pixels[..., 3] == 0).any()
    # Every thinned pixel is the one in the middle of those that it stands for.
    step = round(last.level.pixel_size / 30.0)
    row, col = last.rect.height - 1, last.rect.width // 2
    middle = rect.y0 + row * step + step // 2 + rect.x0 + col * step + step // 2
    assert shown._values[0, row, col] == np.float32(middle)
    ground = last.level.extent(last.rect)
    assert (ground.xmin, ground.ymax) == (rect.x0 * 30.0, -rect.y0 * 30.0)


def test_pictures_are_made_seldom(qgis: object, services: Services) -> None:
    task, clock = task_of(services, Rect(0, 64, 0, 64)), Clock()
    shown = JobPicture(task, clock)
    values = np.zeros((1, 64, 64), np.float32)
    assert shown.add(task.rect, values) is not None
    assert shown.add(task.rect, values) is None
    clock.now += LEAST_WAIT_S
    assert shown.add(task.rect, values) is not None


class WatchedJobs(SlowJobs):
    """Tells one finished window, then waits."""

    def __init__(self, jobs: FakeJobs, services: Services) -> None:
        super().__init__(jobs)
        self._services = services

    def run(self, job: Any, engine: Any, progress: Any) -> Any:
        task = checked(job, None, {})
        half = Rect(task.rect.y0, task.rect.y1, task.rect.x0, task.rect.x0 + 40)
        progress.window_done(task, half, np.full((1, *half.shape), 500.0, np.float32))
        return super().run(job, engine, progress)


@pytest.fixture
def shown_on(queue: RunQueue) -> Iterator[Any]:
    yield queue._pictures
    assert queue._pictures.item is None


def test_what_is_done_is_on_the_map_until_the_layer_is(
    queue: RunQueue,
    shown_on: Any,
    iface: Any,
    jobs: FakeJobs,
    services: Services,
    tmp_path: Path,
) -> None:
    watched = WatchedJobs(jobs, services)
    run = queue.submit("terraloom:terrain", terrain(tmp_path))
    wait(lambda: shown_on.item is not None)
    assert shown_on.item in iface.mapCanvas().scene().items()
    image = shown_on.item.image
    assert image.pixelColor(1, 1).alpha() == 255
    assert image.pixelColor(image.width() - 1, 1).alpha() == 0
    watched.go_on = True
    ended(run)
    assert run.state == DONE
    iface.mapCanvas().mapCanvasRefreshed.emit()
    assert shown_on.item is None
    iface.mapCanvas().mapCanvasRefreshed.emit()


def test_a_run_that_ends_without_a_layer_takes_it_off_at_once(
    queue: RunQueue,
    shown_on: Any,
    jobs: FakeJobs,
    services: Services,
    tmp_path: Path,
) -> None:
    watched = WatchedJobs(jobs, services)
    run = queue.submit("terraloom:terrain", terrain(tmp_path))
    wait(lambda: shown_on.item is not None)
    jobs.failure = EngineError("The model is asleep.")
    watched.go_on = True
    ended(run)
    assert run.state == FAILED
    assert shown_on.item is None


def test_a_place_that_the_map_cannot_show_is_not_drawn(
    provider: TerraloomProvider,
    context: QgsProcessingContext,
    jobs: FakeJobs,
    services: Services,
    tmp_path: Path,
) -> None:
    window = FakeWindow()
    queue = RunQueue(window)
    try:
        window.show_place(QgsRectangle(-1e6, -1e6, 1e6, 1e6), "EPSG:32733")
        watched = WatchedJobs(jobs, services)
        run = queue.submit("terraloom:terrain", terrain(tmp_path))
        wait(lambda: queue._pictures.item is not None)
        window.mapCanvas().grab()
        watched.go_on = True
        ended(run)
    finally:
        queue.close()
        QgsProject.instance().clear()
        window.dispose()


def test_headless_jobs_are_not_watched(
    provider: TerraloomProvider, context: QgsProcessingContext, jobs: FakeJobs, tmp_path: Path
) -> None:
    import processing

    seen: list[bool] = []
    run = jobs.run

    def look(job: Any, engine: Any, progress: Any) -> Any:
        seen.append(hasattr(progress, "window_done"))
        return run(job, engine, progress)

    jobs.run = look
    processing.run("terraloom:terrain", terrain(tmp_path), context=context)
    assert seen == [False]
