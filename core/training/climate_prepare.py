"""From climate files as producers publish them to the regions that training reads."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..errors import InputError
from ..progress import Progress
from ..raster.metric import read_source
from ..raster.netcdf import MonthlyFields, read_monthly
from ..tiling import FloatArray
from .climate_data import MARGIN_PX, METRES_PER_DEGREE, MONTHS, ClimateRegion, sampled
from .recipe import parse_toml

KELVIN = 273.15
# Single stations and packing leave a few months that no gauge has seen.
WETTEST_MM = 2500.0
# Samples per pixel side, where relief is finer than a pixel.
SUBSAMPLES = 5
ALIGNMENT_PX = 16

Axis = NDArray[np.float64]


class Relief:
    """Elevation above the sea and share of land anywhere on the globe, by sampling."""

    def __init__(self, land: Path, globe: Path) -> None:
        coarse = read_source(str(globe))
        fine = read_source(str(land))
        self._axes = tuple(
            _axes(source.geotransform, source.valid.shape) for source in (fine, coarse)
        )
        above = np.maximum(coarse.elevation, 0.0)
        dry = (coarse.elevation > 0).astype(np.float32)
        self._coarse = np.stack([above, dry])
        # The fine grid knows no land below the sea; what it lacks inland is taken as low land.
        lons, lats = np.meshgrid(*self._axes[0])
        inland = sampled(dry[None], *self._axes[1], (lons, lats))[0] > 0.9
        known = fine.valid | inland
        self._fine = np.stack([np.where(fine.valid, fine.elevation, 0.0), known]).astype(np.float32)

    def read(self, lons: Axis, lats: Axis, step: tuple[float, float]) -> FloatArray:
        """``(2, H, W)``: mean elevation and share of land of cells of ``step`` degrees."""
        offsets = (np.arange(SUBSAMPLES) + 0.5) / SUBSAMPLES - 0.5
        total = np.zeros((2, len(lats), len(lons)))
        for dy in offsets:
            for dx in offsets:
                at = np.meshgrid(lons + dx * step[0], np.clip(lats + dy * step[1], -89.9, 89.9))
                values = sampled(self._fine, *self._axes[0], (at[0], at[1]))
                beyond = ~np.isfinite(values[0])
                if beyond.any():
                    spare = sampled(self._coarse, *self._axes[1], (at[0], at[1]))
                    values = np.where(beyond, spare, values)
                total += np.nan_to_num(values)
        mean = total / SUBSAMPLES**2
        return mean.astype(np.float32)


def _axes(transform: tuple[float, ...], shape: tuple[int, ...]) -> tuple[Axis, Axis]:
    x0, width, _, y0, _, height = transform
    return x0 + width * (np.arange(shape[1]) + 0.5), y0 + height * (np.arange(shape[0]) + 0.5)


def prepare_climate(description: Path, sources: Path, out: Path, progress: Progress) -> None:
    """Prepare all that ``description`` (TOML) lists from the files under ``sources``."""
    document = parse_toml(description)
    out.mkdir(parents=True, exist_ok=True)
    relief = Relief(*(sources / document["relief"][key] for key in ("land", "globe")))
    for entry in document["regions"]:
        progress.check()
        progress.info(entry["name"])
        for region in prepare_regions(entry, sources, relief, document):
            region.save(out)


def prepare_regions(
    entry: Mapping[str, Any], sources: Path, relief: Relief, document: Mapping[str, Any]
) -> list[ClimateRegion]:
    """The region that ``entry`` describes, in parts if it names bands of latitude."""
    fields = {
        name: _converted(
            read_monthly(sources / part["file"], part.get("variable", ""), part.get("west")),
            part["unit"],
        )
        for name, part in entry.items()
        if name in ("temperature", "precipitation")
    }
    if not fields:
        message = f"Region '{entry['name']}' names neither temperature nor precipitation."
        raise InputError("DATA", entry["name"], message)
    first = next(iter(fields.values()))
    held_out = {
        name: box
        for name, box in document["held_out"].items()
        if not entry["name"].startswith(name)
    }
    pixel = float(document["pixel_m"])
    out = []
    for name, box in _boxes(entry, first):
        grid = (first.longitudes, first.latitudes)
        if not entry.get("native"):
            grid = _grid(box, pixel, int(entry["factor"]))
        out.append(_region(name, entry, fields, grid, relief, held_out))
    return out


def _boxes(entry: Mapping[str, Any], fields: MonthlyFields) -> list[tuple[str, tuple[float, ...]]]:
    """Names and boxes (west, south, east, north) of the parts of a region."""
    half_x = (fields.longitudes[1] - fields.longitudes[0]) / 2
    half_y = (fields.latitudes[0] - fields.latitudes[1]) / 2
    west, east = fields.longitudes[0] - half_x, fields.longitudes[-1] + half_x
    name = entry["name"]
    if "box" in entry:
        return [(name, tuple(entry["box"]))]
    if "bands" not in entry:
        return [(name, (west, fields.latitudes[-1] - half_y, east, fields.latitudes[0] + half_y))]
    bands = entry["bands"]
    return [(f"{name}_{south}_{north}", (west, south, east, north)) for south, north in bands]


def _converted(fields: MonthlyFields, unit: str) -> MonthlyFields:
    values = fields.values
    if unit == "K":
        values = values - np.float32(KELVIN)
    elif unit == "m/day":
        days = [
            calendar.monthrange(int(m) // MONTHS, int(m) % MONTHS + 1)[1] for m in fields.months
        ]
        values = values * np.float32(1000.0) * np.array(days, dtype=np.float32)[:, None, None]
    if unit in ("m/day", "mm"):
        values = np.where(values > WETTEST_MM, np.nan, np.maximum(values, 0.0))
    return MonthlyFields(
        values.astype(np.float32), fields.longitudes, fields.latitudes, fields.months
    )


def _grid(box: tuple[float, ...], pixel: float, factor: int) -> tuple[Axis, Axis]:
    """Pixel centres of an equirectangular grid that is true to scale in the middle of ``box``."""
    west, south, east, north = box
    dy = pixel / METRES_PER_DEGREE
    dx = dy / np.cos(np.radians((south + north) / 2))
    rows = int((north - south) / dy) // factor * factor
    cols = int((east - west) / dx) // factor * factor
    return west + dx * (np.arange(cols) + 0.5), north - dy * (np.arange(rows) + 0.5)


def _region(
    name: str,
    entry: Mapping[str, Any],
    fields: Mapping[str, MonthlyFields],
    grid: tuple[Axis, Axis],
    relief: Relief,
    held_out: Mapping[str, list[float]],
) -> ClimateRegion:
    lons, lats = grid
    factor = int(entry["factor"])
    dx, dy = lons[1] - lons[0], lats[0] - lats[1]
    wide = lons[0] + dx * (np.arange(len(lons) + 2 * MARGIN_PX) - MARGIN_PX)
    tall = lats[0] - dy * (np.arange(len(lats) + 2 * MARGIN_PX) - MARGIN_PX)
    elevation, land = relief.read(wide, tall, (dx, dy))
    cells = lons.reshape(-1, factor).mean(1), lats.reshape(-1, factor).mean(1)
    at = np.meshgrid(*cells)
    hidden = np.zeros(at[0].shape, dtype=bool)
    for west, south, east, north in held_out.values():
        turned = (at[0] - west) % 360.0 < (east - west)
        hidden |= turned & (at[1] > south) & (at[1] < north)
    months = next(iter(fields.values())).months
    values = {}
    for key in ("temperature", "precipitation"):
        if key in fields:
            part = sampled(
                fields[key].values, fields[key].longitudes, fields[key].latitudes, (at[0], at[1])
            )
            part[:, hidden] = np.nan
        else:
            part = np.full((len(months), *at[0].shape), np.nan, dtype=np.float32)
        values[key] = part
    return ClimateRegion(
        name,
        values["temperature"],
        values["precipitation"],
        months,
        elevation,
        land,
        np.clip(tall, -90.0, 90.0).astype(np.float32),
        factor,
        bool(entry.get("yearly", False)),
    )
