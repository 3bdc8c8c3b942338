"""What an output raster is apart from its pixels, and how pixels become those of a band."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Optional

import numpy as np
from numpy.typing import NDArray

from ..card import ClassEntry
from ..grid import GeoTransform
from ..tiling import FloatArray
from .drivers import DATA_TYPES

PLAIN_TEMPORARY_BYTES = 2**31
"""Up to here the temporary raster is not compressed: it mostly stays in the page cache."""


@dataclass(frozen=True)
class BandSpec:
    """One band. A NaN is written as ``nodata``; a ``quantum`` above 0 also rounds overviews."""

    name: str
    unit: str = ""
    dtype: str = "float32"
    nodata: Optional[float] = None
    description: str = ""
    quantum: float = 0.0
    categorical: bool = False
    classes: tuple[ClassEntry, ...] = ()
    """Written as the band's colour table, and their names as its metadata."""


@dataclass(frozen=True)
class RasterSpec:
    """What a raster is, apart from its pixels. ``geotransform`` must be north up."""

    width: int
    height: int
    bands: tuple[BandSpec, ...]
    crs_wkt: str
    geotransform: GeoTransform
    tags: Mapping[str, str]
    creation_options: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.width < 1 or self.height < 1 or not self.bands:
            raise ValueError("A raster needs at least one row, one column and one band.")
        dtypes = {band.dtype for band in self.bands}
        if len(dtypes) != 1 or not dtypes <= set(DATA_TYPES):
            raise ValueError(f"Bands need one common type of {', '.join(DATA_TYPES)}: {dtypes}.")

    @property
    def dtype(self) -> str:
        return self.bands[0].dtype

    @property
    def raw_bytes(self) -> int:
        """Of all pixels, uncompressed."""
        return self.width * self.height * len(self.bands) * np.dtype(self.dtype).itemsize


def temporary_bytes(spec: RasterSpec) -> int:
    """What the temporary raster, with overviews, takes on disk: at most, or about if compressed."""
    with_overviews = spec.raw_bytes * 4 // 3
    return with_overviews if spec.raw_bytes <= PLAIN_TEMPORARY_BYTES else with_overviews // 2


def encode(values: NDArray[np.generic], band: BandSpec) -> NDArray[np.generic]:
    """``values`` in the type of ``band``: NaN to nodata; rounded and clipped for whole numbers."""
    kind = np.dtype(band.dtype)
    missing = np.isnan(values) if values.dtype.kind == "f" else np.zeros(values.shape, dtype=bool)
    any_missing = bool(missing.any())
    if kind.kind == "f":
        encoded = values.astype(kind, copy=False)
        if any_missing and band.nodata is not None:
            encoded = np.where(missing, kind.type(band.nodata), encoded)
        return encoded
    if any_missing:
        if band.nodata is None:
            raise ValueError(f"Band '{band.name}' has pixels without data, but no nodata value.")
        values = np.where(missing, band.nodata, values)
    limits = np.iinfo(kind)
    return np.clip(np.rint(values), limits.min, limits.max).astype(kind)


def as_read(values: NDArray[np.generic], bands: tuple[BandSpec, ...]) -> FloatArray:
    """``(C, H, W)`` as a reader gives it back once it is written in these bands."""
    out = np.empty(values.shape, dtype=np.float32)
    for index, band in enumerate(bands):
        out[index] = encode(values[index], band)
        if band.nodata is not None:
            out[index][out[index] == np.float32(band.nodata)] = np.nan
    return out
