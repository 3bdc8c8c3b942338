"""Reading one band of a raster, window by window, as float32 with NaN where there is no data."""

from __future__ import annotations

import hashlib
import os
import threading
from types import TracebackType
from typing import Optional

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal

from ..errors import RasterError
from ..grid import Crs, GeoTransform
from ..language import tr
from ..progress import NULL_PROGRESS, Progress
from ..tiling import FloatArray, Rect
from .crs import describe_crs
from .gdal_calls import GdalFailure, gdal_failures

HASH_CHUNK_BYTES = 4 * 1024 * 1024
_DERIVED_SUFFIXES = (".aux.xml", ".ovr", ".qmd", ".qml")
"""Files that viewing a raster creates or changes: its content is the same without them."""


class RasterReader:
    """One band of the raster ``source`` (a path, or any name GDAL opens).

    Opened where it is made; `read` may then be called from another thread, one call at a time.
    Band scale and offset are applied.
    """

    def __init__(self, source: str, band: int = 1) -> None:
        self.path = str(source)
        self._lock = threading.Lock()
        self._dataset = self._open()
        if not 1 <= band <= self._dataset.RasterCount:
            count = self._dataset.RasterCount
            self.close()
            raise RasterError(
                self.path,
                tr("It has no band {band}, only bands 1 to {count}.").format(
                    band=band, count=count
                ),
            )
        self._band = self._dataset.GetRasterBand(band)
        self.band = band
        self.band_count: int = self._dataset.RasterCount
        self.width: int = self._dataset.RasterXSize
        self.height: int = self._dataset.RasterYSize
        self.dtype: str = gdal.GetDataTypeName(self._band.DataType).lower()
        self.nodata: Optional[float] = self._band.GetNoDataValue()
        if gdal.DataTypeIsComplex(self._band.DataType):
            self.close()
            raise RasterError(
                self.path,
                tr("Band {band} holds complex numbers. Choose a real band.").format(band=band),
            )
        self._scale = _or_default(self._band.GetScale(), 1.0)
        self._offset = _or_default(self._band.GetOffset(), 0.0)
        self._has_mask = self._band.GetMaskFlags() != gdal.GMF_ALL_VALID

    def __enter__(self) -> RasterReader:
        return self

    def __exit__(
        self,
        kind: Optional[type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the raster; closing again does nothing."""
        with self._lock:
            self._band = None
            self._dataset = None

    @property
    def rect(self) -> Rect:
        """All its pixels."""
        return Rect(0, self.height, 0, self.width)

    @property
    def crs(self) -> Crs:
        """Its CRS; `RasterError` if it has none, `InputError` if the CRS cannot be used."""
        reference = self._open_dataset().GetSpatialRef()
        if reference is None:
            raise RasterError(
                self.path,
                tr("It has no coordinate reference system. Run 'Assign projection' on it first."),
            )
        authority, code = reference.GetAuthorityName(None), reference.GetAuthorityCode(None)
        if authority == "EPSG" and code:
            return describe_crs(f"{authority}:{code}", "INPUT")
        return describe_crs(str(reference.ExportToWkt(["FORMAT=WKT2_2019"])), "INPUT")

    @property
    def geotransform(self) -> GeoTransform:
        """GDAL's six numbers; `RasterError` if the raster has no position."""
        numbers = self._open_dataset().GetGeoTransform(can_return_null=True)
        if numbers is None:
            raise RasterError(
                self.path, tr("It has no position on the ground. Georeference it first.")
            )
        a, b, c, d, e, f = (float(number) for number in numbers)
        return (a, b, c, d, e, f)

    def tags(self) -> dict[str, str]:
        """The dataset's own tags, such as those that say how it was made."""
        return {str(key): str(value) for key, value in self._open_dataset().GetMetadata().items()}

    def read(self, rect_px: Rect) -> FloatArray:
        """The pixels of ``rect_px`` (raster rows and columns), shape ``(1, H, W)``.

        NaN where the raster has no data (nodata value, mask, transparency, infinity) and
        outside of it.
        """
        out = np.full((1, *rect_px.shape), np.nan, dtype=np.float32)
        inside = rect_px.intersect(self.rect)
        if not inside.is_empty:
            rows, cols = inside.slices_in(rect_px)
            out[0, rows, cols] = self._read_inside(inside)
        return out

    def content_hash(self, progress: Progress = NULL_PROGRESS) -> str:
        """SHA-256 of the raster's content, as hex digits.

        Of a raster in one file it is the hash of that file (``sha256sum``); of one in several
        files it covers all of them; of one without files it covers the decoded pixels. Overviews
        and statistics beside the raster do not count.
        """
        listed = self._open_dataset().GetFileList() or []
        files = sorted(path for path in listed if not path.endswith(_DERIVED_SUFFIXES))
        if not files or not all(os.path.isfile(path) for path in files):
            return self._pixel_hash(progress)
        if len(files) == 1:
            return _file_hash(files[0], self.path, progress)
        whole = hashlib.sha256()
        for path in files:
            suffix = os.path.splitext(path)[1].lower()
            whole.update(f"{suffix} {_file_hash(path, self.path, progress)}\n".encode())
        return whole.hexdigest()

    def _open(self) -> gdal.Dataset:
        dataset = None
        reason = ""
        try:
            with gdal_failures():
                dataset = gdal.OpenEx(self.path, gdal.OF_RASTER | gdal.OF_READONLY)
        except GdalFailure as failure:
            reason = f" ({failure})"
        if dataset is None:
            raise RasterError(
                self.path,
                tr(
                    "It cannot be opened{reason}. Check that it exists and is a raster "
                    "QGIS can show."
                ).format(reason=reason),
            )
        return dataset

    def _open_dataset(self) -> gdal.Dataset:
        if self._dataset is None:
            raise RasterError(self.path, tr("It is closed already."))
        return self._dataset

    def _read_inside(self, rect: Rect) -> FloatArray:
        window = (rect.x0, rect.y0, rect.width, rect.height)
        mask: Optional[NDArray[np.uint8]] = None
        with self._lock:
            self._open_dataset()
            try:
                with gdal_failures():
                    stored = self._band.ReadAsArray(*window)
                    if self._has_mask:
                        mask = self._band.GetMaskBand().ReadAsArray(*window)
            except GdalFailure as failure:
                raise RasterError(
                    self.path,
                    tr(
                        "Rows {first_row} to {last_row}, columns {first_column} to {last_column} "
                        "cannot be read ({failure}). The file may be damaged or out of reach."
                    ).format(
                        first_row=rect.y0,
                        last_row=rect.y1 - 1,
                        first_column=rect.x0,
                        last_column=rect.x1 - 1,
                        failure=failure,
                    ),
                ) from failure
        if self._scale != 1.0 or self._offset != 0.0:
            stored = stored * np.float64(self._scale) + self._offset
        with np.errstate(over="ignore", invalid="ignore"):
            values: FloatArray = stored.astype(np.float32)
        values[~np.isfinite(values)] = np.nan
        if mask is not None:
            values[mask == 0] = np.nan
        return values

    def _pixel_hash(self, progress: Progress) -> str:
        digest = hashlib.sha256(f"{self.width} {self.height} {self.dtype}\n".encode())
        rows = max(1, HASH_CHUNK_BYTES // (4 * self.width))
        for y0 in range(0, self.height, rows):
            progress.check()
            part = self.read(Rect(y0, min(y0 + rows, self.height), 0, self.width))
            digest.update(part.astype("<f4").tobytes())
        return digest.hexdigest()


def _or_default(value: Optional[float], default: float) -> float:
    return default if value is None else float(value)


def _file_hash(path: str, source: str, progress: Progress) -> str:
    digest = hashlib.sha256()
    try:
        with open(path, "rb") as stream:
            while chunk := stream.read(HASH_CHUNK_BYTES):
                progress.check()
                digest.update(chunk)
    except OSError as error:
        raise RasterError(
            source,
            tr("File '{path}' cannot be read ({error}).").format(path=path, error=error.strerror),
        ) from error
    return digest.hexdigest()
