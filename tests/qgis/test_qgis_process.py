"""The bundled model under ``qgis_process``: a process of its own, no window, a fresh profile."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from osgeo import gdal

torch = pytest.importorskip("torch")

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = shutil.which("qgis_process.bin") or shutil.which("qgis_process")

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="qgis_process is not installed")


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A profile in which the plugin, under its usual folder name, is on."""
    home = tmp_path_factory.mktemp("qgis")
    plugins = home / "profiles" / "default" / "python" / "plugins"
    plugins.mkdir(parents=True)
    (plugins / "terraloom").symlink_to(ROOT, target_is_directory=True)
    environment = {
        **os.environ,
        "QGIS_CUSTOM_CONFIG_PATH": str(home),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(Path(torch.__file__).parents[1]),
        "OMP_NUM_THREADS": "1",
    }
    qgis_process(environment, "plugins", "enable", "terraloom")
    return environment


def qgis_process(environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(PROGRAM), *arguments],
        env=environment,
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )


def test_terrain_and_verify_run_headless(environment: dict[str, str], tmp_path: Path) -> None:
    output = tmp_path / "wörld.tif"
    made = qgis_process(
        environment,
        "run",
        "terraloom:terrain",
        "--EXTENT=480000,481920,4800000,4801920 [EPSG:32632]",
        "--TARGET_CRS=EPSG:32632",
        "--SEED=5",
        f"--OUTPUT={output}",
    )
    assert made.returncode == 0, made.stdout + made.stderr
    raster = gdal.Open(str(output))
    assert (raster.RasterXSize, raster.RasterYSize) == (64, 64)
    assert raster.GetMetadataItem("AI_GENERATED") == "YES"

    verified = qgis_process(environment, "--json", "run", "terraloom:verify", f"--INPUT={output}")
    assert verified.returncode == 0, verified.stdout + verified.stderr
    results = json.loads(verified.stdout)["results"]
    assert results["MATCHES"] is True
    assert results["IDENTICAL_SHARE"] == 1.0


def test_a_slip_of_units_is_explained(environment: dict[str, str], tmp_path: Path) -> None:
    output = tmp_path / "slip.tif"
    refused = qgis_process(
        environment,
        "run",
        "terraloom:terrain",
        "--EXTENT=8,8.1,46,46.1",
        "--TARGET_CRS=EPSG:4326",
        "--PIXEL_SIZE=30",
        f"--OUTPUT={output}",
    )
    assert refused.returncode != 0
    assert "Pixel size 30 degrees" in refused.stdout + refused.stderr
    assert not output.exists()
