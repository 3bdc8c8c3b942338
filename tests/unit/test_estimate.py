from __future__ import annotations

import math
from collections import namedtuple

import pytest

from ...core import estimate as estimate_module
from ...core.errors import DiskSpaceError, InputError
from ...core.estimate import (
    GFLOP_PER_SECOND_PER_CORE,
    STARTUP_SECONDS,
    check_size,
    estimate_extent,
    free_bytes,
    processor_speed,
    refuse,
)
from ...core.grid import METRES_PER_DEGREE, Crs, Extent, WorldGrid
from ...core.tiling import Rect

GRID = WorldGrid(Crs("", "EPSG:32733", False, 1.0), 30.0)
DEGREES = WorldGrid(Crs("", "EPSG:4326", True, METRES_PER_DEGREE), 1e-4)
Usage = namedtuple("Usage", "total used free")


@pytest.fixture
def disk(monkeypatch):
    """Set how much disk is free."""

    def free(count):
        monkeypatch.setattr(
            estimate_module.shutil, "disk_usage", lambda place: Usage(count, 0, count)
        )

    free(10**15)
    return free


def rough_estimate(side, folder, grid=GRID, **more):
    given = {"temporary_bytes": side * side * 16 // 3, "generated_px": side * side, **more}
    return estimate_extent(grid, Rect(-side, 0, 0, side), 1, 4, 44.0, folder, **given)


def test_a_small_job_is_small_and_warns_of_nothing(tmp_path, disk):
    found = rough_estimate(1000, tmp_path)
    assert found.pixels == 10**6
    assert found.file_bytes < 4_000_000
    assert STARTUP_SECONDS < found.seconds < 10
    assert found.warnings == ()
    assert found.text().startswith("1,000,000 pixels, about 2.4 MB on disk (and 5.3 MB while")
    assert "MB of memory, about " in found.text()


def test_the_smallest_job_takes_some_time_and_memory(tmp_path, disk):
    found = rough_estimate(1, tmp_path)
    assert found.seconds >= STARTUP_SECONDS
    assert 600e6 < found.memory_bytes < 800e6
    assert "0 seconds" not in found.text()


def test_memory_does_not_grow_with_the_extent(tmp_path, disk):
    assert (
        rough_estimate(4000, tmp_path).memory_bytes
        == rough_estimate(400_000, tmp_path).memory_bytes
        < 10**9
    )


def test_time_follows_the_pixels_the_network_makes(tmp_path, disk):
    def computing(**more):
        return rough_estimate(1000, tmp_path, **more).seconds - STARTUP_SECONDS

    once = computing()
    assert computing(generated_px=4 * 10**6) == pytest.approx(4 * once)
    assert computing(gflop_per_second=1e9) < once / 1000
    assert processor_speed() >= GFLOP_PER_SECOND_PER_CORE


def test_a_job_that_may_not_fit_is_warned_of_and_one_that_cannot_is_refused(tmp_path, disk):
    disk(9_000_000)
    tight = rough_estimate(1000, tmp_path)
    assert any("packs badly" in warning for warning in tight.warnings)
    refuse(GRID, Rect(-1000, 0, 0, 1000), tight, tmp_path)
    disk(3_000_000)
    with pytest.raises(DiskSpaceError, match="only 3 MB are free") as caught:
        refuse(GRID, Rect(-1000, 0, 0, 1000), tight, tmp_path)
    assert caught.value.needed == tight.file_bytes + tight.temp_bytes
    assert caught.value.free == 3_000_000


@pytest.mark.parametrize(
    "rect", [Rect(0, 2**31, 0, 1), Rect(0, 1, -(2**31), 0), Rect(0, 2**21, 0, 2**20)]
)
def test_absurd_sizes_are_refused_with_the_pixel_size(rect, tmp_path):
    with pytest.raises(InputError, match="Check that the pixel size is in units of the CRS") as e:
        check_size(GRID, rect)
    assert (e.value.parameter, e.value.value) == ("PIXEL_SIZE", 30.0)
    with pytest.raises(InputError):
        estimate_extent(GRID, rect, 1, 4, 44.0, tmp_path, temporary_bytes=0, generated_px=0)


def test_metres_meant_as_degrees_are_caught():
    rect = DEGREES.snap(Extent(0.0, 0.0, 120.0, 60.0))
    check_size(DEGREES, rect)
    with pytest.raises(InputError, match=r"billion.*\(degrees\)"):
        check_size(DEGREES, rect.refine(16))


def test_the_largest_raster_allowed_is_a_million_pixels_each_way():
    check_size(GRID, Rect(0, 2**20, 0, 2**20))
    check_size(GRID, Rect(0, 2**31 - 1, 0, 1))


def test_an_empty_extent_is_refused():
    with pytest.raises(InputError, match="covers no pixel"):
        check_size(GRID, Rect(0, 0, 0, 5))


@pytest.mark.parametrize("edges", [(-math.inf, -math.inf, math.inf, math.inf), (0, 0, 0, 0)])
def test_infinite_and_empty_extents_never_reach_an_estimate(edges):
    with pytest.raises(InputError):
        GRID.snap(Extent(*edges))


def test_free_space_is_that_of_the_nearest_existing_folder(tmp_path):
    assert free_bytes(tmp_path / "not" / "yet" / "there") > 0
    file = tmp_path / "file.txt"
    file.write_text("x", encoding="utf-8")
    assert free_bytes(file) > 0
