"""The bundled models under ``qgis_process``: one process after the other, and when one dies."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from osgeo import gdal

pytest.importorskip("torch")

from .processes import PROGRAM, QgisProcess, as_arguments, fresh_profile

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="qgis_process is not installed")

SMALL = {
    "EXTENT": "480000,481920,4800000,4801920",
    "TARGET_CRS": "EPSG:32632",
    "SEED": 5,
}
# One canonical tile of the detail stage: 4 MiB before compression.
TILE = {**SMALL, "EXTENT": "30720,61440,30720,61440"}
ENDLESS = {**SMALL, "EXTENT": "0,600000,0,600000"}
DISK_BYTES = 16 * 1024 * 1024
OLD = b"the output of an earlier job"


@pytest.fixture(scope="module")
def qgis_process(tmp_path_factory: pytest.TempPathFactory) -> QgisProcess:
    return fresh_profile(tmp_path_factory.mktemp("qgis profile ü"), OMP_NUM_THREADS="1")


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """The name of an output that is there already, in a folder with nothing else."""
    folder = tmp_path / "Ausgabe für Übung 1"
    folder.mkdir()
    path = folder / "wörld 高.tif"
    path.write_bytes(OLD)
    return path


def test_terrain_and_verify_run_headless(qgis_process: QgisProcess, output: Path) -> None:
    qgis_process.make("terrain", {**SMALL, "OUTPUT": output})
    raster = gdal.Open(str(output))
    assert (raster.RasterXSize, raster.RasterYSize) == (64, 64)
    assert raster.GetMetadataItem("AI_GENERATED") == "YES"
    assert [path.name for path in output.parent.iterdir()] == [output.name]

    arguments = ("--json", "run", "terraloom:verify", f"--INPUT={output}")
    verified = subprocess.run(
        [str(PROGRAM), *arguments],
        env=dict(qgis_process.environment),
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert verified.returncode == 0, verified.stdout + verified.stderr
    results = json.loads(verified.stdout)["results"]
    assert results["MATCHES"] is True
    assert results["IDENTICAL_SHARE"] == 1.0


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        (
            {"EXTENT": "8,8.1,46,46.1", "TARGET_CRS": "EPSG:4326", "PIXEL_SIZE": 30},
            "Pixel size 30 degrees",
        ),
        ({"TARGET_CRS": "ProjectCrs"}, "needs an open project"),
    ],
)
def test_a_slip_is_explained(
    qgis_process: QgisProcess, output: Path, changes: dict[str, object], says: str
) -> None:
    parameters = {**SMALL, **changes, "OUTPUT": output}
    status, said = qgis_process.run("run", "terraloom:terrain", *as_arguments(parameters))
    assert status != 0
    assert says in said
    assert "Traceback" not in said
    assert output.read_bytes() == OLD


def test_a_killed_process_changes_nothing_and_the_next_run_sweeps_up(
    qgis_process: QgisProcess, output: Path
) -> None:
    arguments = as_arguments({**ENDLESS, "OUTPUT": output})
    with qgis_process.start("run", "terraloom:terrain", *arguments) as process:
        wait_for_pixels(output.parent, process)
        process.send_signal(signal.SIGKILL)
        process.communicate(timeout=60)
    assert process.returncode == -signal.SIGKILL
    assert output.read_bytes() == OLD
    left = [path.name for path in output.parent.iterdir() if path != output]
    assert left
    assert all(name.startswith(".terraloom-") for name in left)

    other = output.with_name("other.tif")
    qgis_process.make("terrain", {**SMALL, "OUTPUT": other})
    assert {path.name for path in output.parent.iterdir()} == {output.name, other.name}
    assert output.read_bytes() == OLD


def test_a_file_that_may_not_grow_is_told_and_leaves_the_old_output(
    qgis_process: QgisProcess, output: Path
) -> None:
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, 2_000_000))

    arguments = as_arguments({**TILE, "OUTPUT": output})
    status, said = qgis_process.run("run", "terraloom:terrain", *arguments, preparation=limit)
    assert status != 0
    assert "could not be written" in said
    assert output.read_bytes() == OLD
    assert [path.name for path in output.parent.iterdir()] == [output.name]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real disk of 16 MiB, where the tests may mount one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={DISK_BYTES}", "tmpfs", str(folder)]
    try:
        mounted = subprocess.run(command, capture_output=True, check=False)
    except OSError as error:
        pytest.skip(f"cannot mount a small disk: {error}")
    if mounted.returncode != 0:
        pytest.skip(f"cannot mount a small disk: {mounted.stderr.decode()}")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_disk_that_fills_up_is_told_and_leaves_the_old_output(
    qgis_process: QgisProcess, small_disk: Path
) -> None:
    output = small_disk / "world.tif"
    output.write_bytes(OLD)
    arguments = as_arguments({**TILE, "OUTPUT": output})
    with qgis_process.start("run", "terraloom:terrain", *arguments) as process:
        said: list[str] = []
        listener = threading.Thread(target=lambda: said.append(process.stdout.read()))
        listener.start()
        while not list(small_disk.glob(".terraloom-*")) and process.poll() is None:
            time.sleep(0.01)
        fill(small_disk)
        assert process.wait(timeout=120) != 0
        listener.join()
    assert "Free some space" in said[0]
    assert output.read_bytes() == OLD
    assert {path.name for path in small_disk.iterdir()} == {output.name, "filler"}


def fill(folder: Path) -> None:
    with open(folder / "filler", "wb", buffering=0) as stream:
        while (usage := os.statvfs(folder)).f_bavail:
            try:
                stream.write(bytes(usage.f_frsize))
            except OSError:
                return


def wait_for_pixels(folder: Path, process: subprocess.Popen[str]) -> None:
    """Return when ``process`` has written a first window into ``folder``."""
    while process.poll() is None:
        if any(path.stat().st_blocks > 0 for path in folder.glob(".terraloom-*")):
            return
        time.sleep(0.05)
    raise AssertionError(process.communicate()[0])
