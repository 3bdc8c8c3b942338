"""Weaves sample terrain through the Processing provider, headless, and draws it.

Every raster comes from `qgis_process`, with exactly the parameters that the Processing toolbox
shows; the commands are printed so that they can be run again by hand.
"""

from __future__ import annotations

import argparse
import shlex
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from .bootstrap import ROOT
from .relief_picture import write_picture

_SAMPLES = ROOT / "tests" / "data"
# The square of the Alps that the sample DEM covers, so that made and real land can be compared.
_WEST, _NORTH = 432480, 5204640
_PIXEL_M = 30


@dataclass(frozen=True)
class Sample:
    """One raster of the demo: an algorithm and its parameters, and the coarse raster it refines."""

    name: str
    algorithm: str
    parameters: Mapping[str, str]
    source: Path | None = None


def samples(size_px: int, seed: int) -> list[Sample]:
    """What the demo makes: new land, and two coarse DEMs in finer pixels."""
    side = size_px * _PIXEL_M
    extent = f"{_WEST},{_WEST + side},{_NORTH - side},{_NORTH}"
    made = Sample(
        "terrain",
        "terraloom:terrain",
        {
            "EXTENT": f"{extent} [EPSG:32632]",
            "TARGET_CRS": "EPSG:32632",
            "PIXEL_SIZE": str(_PIXEL_M),
            "SEED": str(seed),
        },
    )
    return [
        made,
        _detail("terrain_detail", _SAMPLES / "alps_480m_utm32.tif", seed),
        _detail("terrain_detail_degrees", _SAMPLES / "alps_15s_wgs84.tif", seed),
    ]


def _detail(name: str, source: Path, seed: int) -> Sample:
    parameters = {"INPUT": str(source), "SCALE": "16", "SEED": str(seed)}
    return Sample(name, "terraloom:terrain_detail", parameters, source)


def make(sample: Sample, folder: Path) -> float:
    """Run one sample into `folder`; gives the seconds, the start of QGIS included.

    Raises
    ------
    RuntimeError
        The algorithm failed; the message carries what it said.
    """
    output = folder / f"{sample.name}.tif"
    output.unlink(missing_ok=True)
    values = {**sample.parameters, "OUTPUT": str(output)}
    command = ["bash", str(ROOT / "tools" / "qgis_process"), "run", sample.algorithm, "--"]
    command += [f"{key}={value}" for key, value in values.items()]
    print(shlex.join(command), flush=True)
    start = time.perf_counter()
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - start
    # Some releases of qgis_process leave with 0 although the algorithm failed.
    if run.returncode != 0 or not output.is_file():
        raise RuntimeError(f"{sample.algorithm} failed:\n{run.stdout}\n{run.stderr}")
    return seconds


def draw(sample: Sample, folder: Path) -> list[Path]:
    """Pictures of the result and, where there is one, of the coarse raster under it."""
    pictures = [folder / f"{sample.name}.png"]
    write_picture(folder / f"{sample.name}.tif", pictures[0])
    if sample.source is not None:
        pictures.append(folder / f"{sample.name}_input.png")
        write_picture(sample.source, pictures[1], enlarge=16)
    return pictures


def main(arguments: Sequence[str]) -> int:
    """Make and draw every sample; 1 if any failed."""
    parser = argparse.ArgumentParser(prog="tools/demo", description="Weave sample terrain.")
    parser.add_argument("--out", type=Path, default=ROOT / "out", help="folder for the results")
    parser.add_argument("--seed", type=int, default=17)
    parser.add_argument("--size", type=int, default=2048, help="side of the new terrain, pixels")
    chosen = parser.parse_args(arguments)
    folder = chosen.out.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    failures = 0
    for sample in samples(chosen.size, chosen.seed):
        try:
            seconds = make(sample, folder)
        except RuntimeError as error:
            print(error, file=sys.stderr)
            failures += 1
            continue
        print(f"  {seconds:5.1f} s  {folder / sample.name}.tif")
        for picture in draw(sample, folder):
            print(f"           {picture}")
    if failures:
        print(f"{failures} of the samples failed.", file=sys.stderr)
    else:
        print(f"Everything is in {folder}. All of it is synthetic: the GeoTIFF tags say how made.")
    return 1 if failures else 0
