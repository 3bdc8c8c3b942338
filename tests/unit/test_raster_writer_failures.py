"""Whatever stops the raster writer, the old output stays and nothing half-written appears."""

from __future__ import annotations

import errno
import gc
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal

from ...core.errors import Cancelled, DiskSpaceError, InputError, RasterError
from ...core.raster import temporary
from ...core.raster.writer import RasterWriter
from ...core.tiling import Rect
from . import raster_files as made

PACKAGE_ROOT = Path(__file__).resolve().parents[2]
DISK_BYTES = 8 * 1024 * 1024


@pytest.fixture
def old_output(tmp_path: Path) -> Iterator[Path]:
    """An output of an earlier job; whatever the test does, it must be the same afterwards."""
    path = made.write_raster(tmp_path / "höhe 1.tif", made.noise(40, 40))
    before = path.read_bytes()
    yield path
    assert path.read_bytes() == before
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real disk of 8 MiB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={DISK_BYTES}", "tmpfs", str(folder)]
    try:
        mounted = subprocess.run(command, capture_output=True, check=False)
    except OSError as error:
        pytest.skip(f"cannot mount a small disk: {error}")
    if mounted.returncode != 0:
        pytest.skip(f"cannot mount a small disk: {mounted.stderr.decode()}")
    try:
        yield folder
    finally:
        gc.collect()  # what could not be closed is not destroyed a second time
        subprocess.run(["umount", str(folder)], check=True)


def fill(folder: Path, leave: int = 0) -> None:
    """Fill the disk of ``folder`` but for ``leave`` bytes."""
    with open(folder / "filler", "wb", buffering=0) as stream:
        while (free := os.statvfs(folder).f_bavail * os.statvfs(folder).f_frsize) > leave:
            try:
                stream.write(bytes(min(65536, free - leave)))
            except OSError:
                return


def test_leaving_without_finishing_writes_nothing(old_output: Path) -> None:
    with RasterWriter(old_output, made.spec(600, 600)) as writer:
        made.write_windows(writer, made.terrain(600, 600))
        assert len(list(old_output.parent.iterdir())) == 2


def test_an_exception_between_windows_writes_nothing(old_output: Path) -> None:
    def fail_between_windows() -> None:
        with RasterWriter(old_output, made.spec(600, 600)) as writer:
            writer.write(Rect(0, 300, 0, 600), made.terrain(300, 600))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_between_windows()


@pytest.mark.parametrize("fraction", [0.0, 0.2, 0.41, 0.7, 1.0])
def test_cancelling_while_finishing_writes_nothing(old_output: Path, fraction: float) -> None:
    progress = made.WatchedProgress(fraction, lambda watched: watched.cancel())
    with RasterWriter(old_output, made.spec(1500, 1500)) as writer:
        made.write_windows(writer, made.terrain(1500, 1500))
        with pytest.raises(Cancelled):
            writer.finish(progress)
    assert progress.acted_at is not None
    assert progress.fractions == sorted(progress.fractions)


def test_a_cancelled_first_job_leaves_an_empty_folder(tmp_path: Path) -> None:
    progress = made.WatchedProgress(0.5, lambda watched: watched.cancel())
    with RasterWriter(tmp_path / "a.tif", made.spec(1100, 1100)) as writer:
        made.write_windows(writer, made.terrain(1100, 1100))
        with pytest.raises(Cancelled):
            writer.finish(progress)
    assert list(tmp_path.iterdir()) == []


CHILD = """
import sys, time
sys.path.insert(0, {parent!r})
from {package}.tests.unit import raster_files as made
from {package}.core.raster.writer import RasterWriter
def hang(_progress=None):
    print("now", flush=True)
    time.sleep(60)
array = made.terrain(1500, 1500)
writer = RasterWriter({path!r}, made.spec(1500, 1500))
made.write_windows(writer, array)
if {fraction} < 0:
    hang()
writer.finish(made.WatchedProgress({fraction}, hang))
"""


@pytest.mark.parametrize("fraction", [-1.0, 0.2, 0.7])
def test_a_killed_process_changes_nothing_and_the_next_job_sweeps_up(
    tmp_path: Path, fraction: float
) -> None:
    path = made.write_raster(tmp_path / "höhe 1.tif", made.noise(40, 40))
    before = path.read_bytes()
    code = CHILD.format(
        parent=str(PACKAGE_ROOT.parent),
        package=__name__.split(".tests.")[0],
        path=str(path),
        fraction=fraction,
    )
    child = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
    assert child.stdout is not None
    assert child.stdout.readline() == b"now\n"
    child.send_signal(signal.SIGKILL)
    child.wait()
    child.stdout.close()
    assert path.read_bytes() == before
    left = [entry for entry in tmp_path.iterdir() if entry != path]
    assert left
    assert all(entry.name.startswith(".terraloom-") and entry.name.isascii() for entry in left)
    array = made.terrain(50, 50)
    made.write_raster(tmp_path / "next.tif", array)
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["höhe 1.tif", "next.tif"]
    assert path.read_bytes() == before


def test_the_files_of_living_processes_and_other_computers_are_not_swept(tmp_path: Path) -> None:
    host = temporary._host()
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    other = "0" * 8 if host != "0" * 8 else "1" * 8
    tail = "0123456789ab-work.tif"
    kept = {f".terraloom-{host}-{os.getpid()}-{tail}", f".terraloom-{other}-{dead.pid}-{tail}"}
    kept |= {".terraloom-notes.txt", "terraloom.tif"}
    swept = {f".terraloom-{host}-{dead.pid}-{tail}", f".terraloom-{host}-{dead.pid}-{tail}.aux.xml"}
    for name in kept | swept:
        (tmp_path / name).write_text("x")
    temporary.sweep(tmp_path)
    assert {entry.name for entry in tmp_path.iterdir()} == kept


def test_a_raster_larger_than_the_disk_is_refused_before_it_starts(small_disk: Path) -> None:
    with pytest.raises(DiskSpaceError, match="Free some space") as caught:
        RasterWriter(small_disk / "a.tif", made.spec(1500, 1500))
    assert caught.value.needed > DISK_BYTES >= caught.value.free
    assert list(small_disk.iterdir()) == []


@pytest.mark.parametrize("exceptions", [True, False])
@pytest.mark.parametrize(
    ("fraction", "leave"),
    [(None, 0), (None, 300_000), (0.0, 0), (0.4, 0), (0.4, 300_000), (0.4, 2_000_000)],
    ids=lambda value: str(value),
)
def test_a_disk_that_fills_up_is_told_and_leaves_the_old_output(
    small_disk: Path, fraction: float | None, leave: int, exceptions: bool
) -> None:
    """Full before the windows (None), in the overviews (0.0), or in the copy (0.4)."""
    path = made.write_raster(small_disk / "a.tif", made.noise(40, 40))
    before = path.read_bytes()
    array = made.noise(900, 900)
    start = 2.0 if fraction is None else fraction
    progress = made.WatchedProgress(start, lambda _: fill(small_disk, leave))
    mode = gdal.GetUseExceptions()
    (gdal.UseExceptions if exceptions else gdal.DontUseExceptions)()
    try:
        with RasterWriter(path, made.spec(900, 900)) as writer:
            if fraction is None:
                fill(small_disk, leave)
            with pytest.raises(DiskSpaceError) as caught:
                made.write_and_finish(writer, array, progress)
    finally:
        (gdal.UseExceptions if mode else gdal.DontUseExceptions)()
    assert caught.value.folder == small_disk
    assert path.read_bytes() == before
    assert sorted(entry.name for entry in small_disk.iterdir()) == ["a.tif", "filler"]


@pytest.mark.parametrize("limit", [50_000, 1_000_000, 2_500_000])
def test_a_file_size_limit_is_told_and_leaves_the_old_output(old_output: Path, limit: int) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
    try:
        with pytest.raises((RasterError, DiskSpaceError)):
            made.write_raster(old_output, made.noise(900, 900))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_write_protected_output_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = made.write_raster(tmp_path / "a.tif", made.noise(9, 9))
    monkeypatch.setattr(os, "access", lambda target, mode: Path(target) != path)
    with pytest.raises(InputError, match="is write-protected. Choose another name"):
        RasterWriter(path, made.spec(9, 9))
    monkeypatch.setattr(os, "access", lambda target, mode: Path(target) != tmp_path)
    with pytest.raises(InputError, match="folder .* is write-protected"):
        RasterWriter(path, made.spec(9, 9))


def test_an_output_held_open_elsewhere_is_told(
    old_output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(source: Path, target: Path) -> None:
        raise PermissionError(errno.EACCES, "in use")  # as Windows does

    with RasterWriter(old_output, made.spec(20, 20)) as writer:
        made.write_windows(writer, made.terrain(20, 20))
        with monkeypatch.context() as patch:
            patch.setattr(os, "replace", refuse)
            with pytest.raises(RasterError, match="another program holds it open"):
                writer.finish()


def test_a_finished_writer_takes_no_more(tmp_path: Path) -> None:
    with RasterWriter(tmp_path / "a.tif", made.spec(20, 20)) as writer:
        made.write_windows(writer, made.terrain(20, 20))
        writer.finish()
        with pytest.raises(ValueError, match="closed already"):
            made.write_windows(writer, np.zeros((1, 20, 20), np.float32))
    start = time.monotonic()
    writer.close()
    assert time.monotonic() - start < 1.0
