"""A job shows each window that it has written to a progress that wants to see it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

pytest.importorskip("torch")
pytest.importorskip("osgeo.gdal")

from ...core import jobs
from ...core.catalog import Catalog
from ...core.engine import InProcessEngine
from ...core.extension import ExtensionRequest, extend, read_extension
from ...core.grid import WorldGrid
from ...core.progress import NULL_PROGRESS, NullProgress, WindowProgress
from ...core.raster.crs import describe_crs
from ...core.raster.reader import RasterReader
from ...core.tiling import Rect
from .tiny_terrain import tiny_terrain


class Watcher(NullProgress):
    def __init__(self, rect: Rect) -> None:
        self.rect = rect
        self.seen = np.full(rect.shape, np.nan, np.float32)

    def window_done(self, task: Any, window: Rect, values: Any) -> None:
        assert task.rect == self.rect
        rows, cols = window.slices_in(self.rect)
        assert np.isnan(self.seen[rows, cols]).all()
        self.seen[rows, cols] = values[0]


def test_every_pixel_is_shown_once_as_it_is_written(tmp_path: Path) -> None:
    tiny_terrain(tmp_path / "models")
    package = Catalog([tmp_path / "models"]).scan().get("terrain")
    rect, output = Rect(-50, 90, -45, 130), tmp_path / "land.tif"
    grid = WorldGrid(describe_crs("EPSG:32632"), 30.0)
    job = jobs.ExtentJob(package, grid, rect, 1, {}, output, "cpu")
    watcher = Watcher(rect)
    jobs.run(job, InProcessEngine(), watcher)
    with RasterReader(str(output)) as reader:
        assert np.array_equal(watcher.seen, reader.read(reader.rect)[0])


def test_what_is_added_to_a_raster_is_shown_too(tmp_path: Path) -> None:
    tiny_terrain(tmp_path / "models")
    catalog = Catalog([tmp_path / "models"]).scan()
    kept, whole = Rect(-50, 90, -45, 130), Rect(-50, 90, -45, 300)
    grid = WorldGrid(describe_crs("EPSG:32632"), 30.0)
    old = tmp_path / "land.tif"
    job = jobs.ExtentJob(catalog.get("terrain"), grid, kept, 1, {}, old, "cpu")
    jobs.run(job, InProcessEngine(), NULL_PROGRESS)
    asked = ExtensionRequest(old, grid.extent(whole), tmp_path / "wider.tif", device="cpu")
    watcher = Watcher(whole)
    result = extend(read_extension(asked, catalog), InProcessEngine(), watcher)
    with RasterReader(str(result.path)) as reader:
        assert np.array_equal(watcher.seen, reader.read(reader.rect)[0])


def test_a_plain_progress_is_not_asked_to_look() -> None:
    assert not isinstance(NULL_PROGRESS, WindowProgress)
