"""What a job will cost, before it starts; and which jobs are refused."""

from __future__ import annotations

import math
import os
import shutil
from dataclasses import dataclass, replace
from pathlib import Path

from .errors import DiskSpaceError, InputError
from .grid import WorldGrid
from .language import tr
from .tiling import Rect
from .units import bytes_text, count_text, duration_text

MAX_SIDE_PX = 2**31 - 1
"""GDAL counts columns and rows in 32 bits."""

MAX_PIXELS = 2**40
"""A square of a million pixels each way: beyond that it is a slip of the pixel size."""

WARN_SECONDS = 2 * 3600.0
WARN_BYTES = 10 * 10**9

GFLOP_PER_SECOND_PER_CORE = 80.0
"""Measured on a processor of 2024: 0.6 s for a megapixel of a network of 50 GFLOP, all included."""

MOST_CORES = 16
"""More do not make one tile faster."""

STARTUP_SECONDS = 3.0
"""Loading torch and the model, and the coarse stages of the first tile."""

COMPRESSED_SHARE = 0.45
"""Rounded float32 elevation after ZSTD or DEFLATE: 0.2 gentle, 0.5 rough terrain."""

OVERVIEW_SHARE = 4.0 / 3.0
_BASE_MEMORY = 640 * 2**20
"""torch, GDAL, the model and one tile of it: 637 MiB measured for 64 x 64 pixels."""
_WINDOW_PX = 2048 * 2048
_WINDOWS_IN_FLIGHT = 12
"""Read ahead, written behind, and the tiles that are kept: 850 MiB measured for 3072 x 3072."""


@dataclass(frozen=True)
class Estimate:
    """The size and the cost of a job. Times are rough: right within a factor of three."""

    pixels: int
    file_bytes: int
    temp_bytes: int
    """Beside the output until it is complete."""
    memory_bytes: int
    """At its peak, whatever the extent."""
    seconds: float
    warnings: tuple[str, ...] = ()

    def text(self) -> str:
        """One line for a dialog or a log."""
        return tr(
            "{pixels} pixels, about {disk} on disk (and {temporary} while it "
            "is made), {memory} of memory, about {time}"
        ).format(
            pixels=count_text(self.pixels),
            disk=bytes_text(self.file_bytes),
            temporary=bytes_text(self.temp_bytes),
            memory=bytes_text(self.memory_bytes),
            time=duration_text(self.seconds),
        )


def estimate_extent(
    grid: WorldGrid,
    rect: Rect,
    bands: int,
    dtype_bytes: int,
    gflop_per_mpx: float,
    folder: Path | str,
    *,
    temporary_bytes: int,
    generated_px: int,
    gflop_per_second: float | None = None,
) -> Estimate:
    """The cost of generating ``rect`` into a file in ``folder``.

    ``temporary_bytes`` are what the writer needs beside the output. ``generated_px`` is how many
    pixels the network makes for it: whole tiles, and more where a finer native pixel size is
    averaged. ``gflop_per_second`` is by default that of this computer's processor. Raises
    `InputError` for an impossible size.
    """
    check_size(grid, rect)
    pixels = rect.width * rect.height
    raw = pixels * bands * dtype_bytes
    window = min(max(pixels, generated_px), _WINDOW_PX) * bands * 4
    speed = processor_speed() if gflop_per_second is None else gflop_per_second
    estimate = Estimate(
        pixels=pixels,
        file_bytes=math.ceil(raw * COMPRESSED_SHARE * OVERVIEW_SHARE),
        temp_bytes=temporary_bytes,
        memory_bytes=_BASE_MEMORY + window * _WINDOWS_IN_FLIGHT,
        seconds=STARTUP_SECONDS + generated_px / 1e6 * gflop_per_mpx / speed,
    )
    return replace(estimate, warnings=_warnings(estimate, raw, folder))


def processor_speed() -> float:
    """GFLOP per second that a network reaches on this computer's processor, roughly."""
    return GFLOP_PER_SECOND_PER_CORE * min(os.cpu_count() or 1, MOST_CORES)


def refuse(grid: WorldGrid, rect: Rect, estimate: Estimate, folder: Path | str) -> None:
    """Raise `InputError` or `DiskSpaceError` for a job that cannot end well."""
    check_size(grid, rect)
    needed = estimate.file_bytes + estimate.temp_bytes
    free = free_bytes(folder)
    if needed > free:
        raise DiskSpaceError(needed, free, folder)


def check_size(grid: WorldGrid, rect: Rect) -> None:
    """`InputError` where ``rect`` is empty, or larger than any raster ought to be."""
    if rect.is_empty:
        raise InputError("EXTENT", rect, tr("The extent covers no pixel. Give a larger one."))
    if max(rect.width, rect.height) > MAX_SIDE_PX or rect.width * rect.height > MAX_PIXELS:
        raise InputError(
            "PIXEL_SIZE",
            grid.pixel_size,
            tr(
                "The extent has {width:,} x {height:,} = {pixels} pixels of size "
                "{pixel_size:g}; the limit is {limit}. Check that the pixel size is "
                "in units of the CRS ({unit}), or choose a smaller extent."
            ).format(
                width=rect.width,
                height=rect.height,
                pixels=count_text(rect.width * rect.height),
                pixel_size=grid.pixel_size,
                limit=count_text(MAX_PIXELS),
                unit=_unit_hint(grid),
            ),
        )


def free_bytes(folder: Path | str) -> int:
    """Free space on the disk of ``folder``, which need not exist yet."""
    place = Path(folder).absolute()
    while not place.is_dir() and place != place.parent:
        place = place.parent
    try:
        return shutil.disk_usage(place).free
    except OSError as error:
        raise InputError(
            "OUTPUT",
            str(folder),
            tr(
                "The disk of '{folder}' cannot be reached ({error}). Choose another output folder."
            ).format(folder=folder, error=error.strerror or error),
        ) from error


def _warnings(estimate: Estimate, raw_bytes: int, folder: Path | str) -> tuple[str, ...]:
    found: list[str] = []
    worst = math.ceil(2 * raw_bytes * OVERVIEW_SHARE)
    if estimate.file_bytes + estimate.temp_bytes <= free_bytes(folder) < worst:
        found.append(
            tr(
                "If the output packs badly it needs {worst} while it is made, but only "
                "{free} are free."
            ).format(worst=bytes_text(worst), free=bytes_text(free_bytes(folder)))
        )
    return tuple(found)


def _unit_hint(grid: WorldGrid) -> str:
    return (
        tr("degrees")
        if grid.crs.is_geographic
        else tr("{metres:g} m each").format(metres=grid.crs.metres_per_unit)
    )
