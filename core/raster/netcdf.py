"""Monthly fields of NetCDF files, for training."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal

from ..errors import RasterError
from .gdal_calls import gdal_failures

_SECONDS = {"seconds": 1.0, "hours": 3600.0, "days": 86400.0}


@dataclass(frozen=True)
class MonthlyFields:
    """``values`` ``(steps, H, W)``, NaN where there is no data, north up.

    ``longitudes`` and ``latitudes`` are of cell centres, ascending and descending; ``months`` are
    absolute month numbers (year * 12 + month - 1).
    """

    values: NDArray[np.float32]
    longitudes: NDArray[np.float64]
    latitudes: NDArray[np.float64]
    months: NDArray[np.int64]


def read_monthly(path: Path, variable: str = "", west: float | None = None) -> MonthlyFields:
    """Read ``variable`` (or the only one) of ``path``.

    ``west`` is the western edge of the first column where the file's own axis is no use, as after
    a cut across the prime meridian; columns are then as wide as rows are high.
    """
    name = f'NETCDF:"{path}":{variable}' if variable else str(path)
    with gdal_failures():
        # The valid range is meant for unpacked values, but GDAL compares packed ones with it.
        dataset = gdal.OpenEx(name, open_options=["HONOUR_VALID_RANGE=NO"])
        stored = dataset.ReadAsArray()
        band = dataset.GetRasterBand(1)
    values = stored.reshape(-1, *stored.shape[-2:]).astype(np.float32)
    values[values == band.GetNoDataValue()] = np.nan
    values = values * np.float32(band.GetScale() or 1.0) + np.float32(band.GetOffset() or 0.0)
    x0, width, _, y0, _, height = dataset.GetGeoTransform()
    if west is not None:
        x0, width = west, abs(height)
    longitudes = x0 + width * (np.arange(values.shape[2]) + 0.5)
    latitudes = y0 + height * (np.arange(values.shape[1]) + 0.5)
    months = _months(path, dataset.GetMetadata())
    return MonthlyFields(values.astype(np.float32), longitudes, latitudes, months)


def _months(path: Path, metadata: dict[str, str]) -> NDArray[np.int64]:
    units = re.fullmatch(r"(\w+) since (\d+)-(\d+)-(\d+).*", metadata.get("time#units", ""))
    listed = metadata.get("NETCDF_DIM_time_VALUES", "").strip("{}")
    if units is None or units[1] not in _SECONDS or not listed:
        raise RasterError(path, "Its time axis is not 'days', 'hours' or 'seconds since' a date.")
    start = datetime.datetime(int(units[2]), int(units[3]), int(units[4]))
    scale = _SECONDS[units[1]]
    dates = [start + datetime.timedelta(seconds=float(v) * scale) for v in listed.split(",")]
    return np.array([date.year * 12 + date.month - 1 for date in dates], dtype=np.int64)
