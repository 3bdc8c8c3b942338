"""Writing a raster window by window, in constant memory; it appears only when it is complete."""

from __future__ import annotations

import errno
import os
import shutil
from contextlib import ExitStack, suppress
from pathlib import Path
from types import TracebackType
from typing import Optional, Union

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal

from ..errors import DiskSpaceError, RasterError, TerraloomError
from ..language import tr
from ..progress import NULL_PROGRESS, Progress, SubProgress
from ..tiling import Rect
from .drivers import BLOCK_PX, DATA_TYPES, choose_format
from .gdal_calls import BLOCK_CACHE, GdalFailure, close_dataset, gdal_failures
from .pyramid import Reduction, overview_factors, summarise
from .spec import PLAIN_TEMPORARY_BYTES, BandSpec, RasterSpec, encode, temporary_bytes
from .temporary import TemporaryFiles, check_target, sweep

__all__ = ["BandSpec", "RasterSpec", "RasterWriter", "temporary_bytes"]

FULL_DISK_BYTES = 4 * 1024 * 1024
"""With less than this free, a write that failed has failed for want of space."""

_STALE_SUFFIXES = (".aux.xml", ".ovr", ".msk")
"""Files beside an old output that would describe the new one wrongly."""

COPY_STARTS = 0.4
"""The share of finishing that overviews and statistics take; the copy takes the rest."""


class RasterWriter:
    """Writes ``spec`` to ``path``: `write` every window, then `finish`.

    Until `finish` returns, ``path`` is as it was before; leaving the context without it removes
    all that was written. `write` may be called from another thread than the rest, one call at a
    time. The same pixels give the same bytes, in whatever windows they come.
    """

    def __init__(self, path: Union[Path, str], spec: RasterSpec) -> None:
        self.path = Path(path)
        self.spec = spec
        self._format = choose_format(self.path, spec.creation_options, spec.dtype)
        check_target(self.path)
        sweep(self.path.parent)
        self._check_space()
        self._files = TemporaryFiles(self.path.parent)
        self._written = 0
        self._dataset: Optional[gdal.Dataset] = None
        self._resources = ExitStack()
        self._resources.callback(self._files.remove)
        BLOCK_CACHE.acquire()
        self._resources.callback(BLOCK_CACHE.release)
        self._resources.callback(self._abandon)
        try:
            self._create()
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> RasterWriter:
        return self

    def __exit__(
        self,
        kind: Optional[type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        self.close()

    def close(self) -> None:
        """Drop what is not finished, and every temporary file; closing again does nothing."""
        self._resources.close()

    def write(self, rect_px: Rect, array: NDArray[np.generic]) -> None:
        """Write ``array``, shape ``(C, H, W)``, to rows and columns ``rect_px`` of the raster."""
        spec = self.spec
        if not Rect(0, spec.height, 0, spec.width).contains(rect_px) or rect_px.is_empty:
            raise ValueError(f"{rect_px} is not inside a raster of {spec.height}x{spec.width}.")
        if array.shape != (len(spec.bands), *rect_px.shape):
            raise ValueError(f"An array of shape {array.shape} does not fit {rect_px}.")
        dataset = self._open_dataset()
        try:
            with gdal_failures():
                for index, band in enumerate(spec.bands):
                    values = encode(array[index], band)
                    dataset.GetRasterBand(index + 1).WriteArray(values, rect_px.x0, rect_px.y0)
        except GdalFailure as failure:
            raise self._failure(failure) from failure
        self._written += rect_px.height * rect_px.width

    def finish(self, progress: Progress = NULL_PROGRESS) -> Path:
        """Make the final file and put it in the place of ``path``, which is returned."""
        pixels = self.spec.width * self.spec.height
        if self._written < pixels:
            raise ValueError(f"Only {self._written} of {pixels} pixels were written.")
        try:
            self._summarise(SubProgress(progress, 0.0, COPY_STARTS))
            self._copy(SubProgress(progress, COPY_STARTS, 1.0))
            progress.check()
            self._publish()
        except (GdalFailure, OSError) as failure:
            raise self._failure(failure) from failure
        finally:
            self.close()
        progress.update(1.0)
        return self.path

    @property
    def _final(self) -> Path:
        return self._files.path(f"out{self.path.suffix}")

    def _open_dataset(self) -> gdal.Dataset:
        if self._dataset is None:
            raise ValueError("The raster writer is closed already.")
        return self._dataset

    def _check_space(self) -> None:
        needed = temporary_bytes(self.spec) * 5 // 4  # and a well compressed final file
        free = shutil.disk_usage(self.path.parent).free
        if free < needed:
            raise DiskSpaceError(needed, free, self.path.parent)

    def _create(self) -> None:
        spec = self.spec
        options = ["TILED=YES", f"BLOCKXSIZE={BLOCK_PX}", f"BLOCKYSIZE={BLOCK_PX}"]
        options += ["INTERLEAVE=BAND", "BIGTIFF=IF_SAFER"]
        # Else GDAL fills all that is not written yet before it closes a file that is dropped.
        options += ["SPARSE_OK=TRUE"]
        if spec.raw_bytes > PLAIN_TEMPORARY_BYTES:
            options += ["COMPRESS=DEFLATE", "ZLEVEL=1", "NUM_THREADS=ALL_CPUS"]
            options += ["PREDICTOR=2"] if np.dtype(spec.dtype).itemsize <= 4 else []
        try:
            with gdal_failures():
                dataset = gdal.GetDriverByName("GTiff").Create(
                    str(self._files.path("work.tif")),
                    spec.width,
                    spec.height,
                    len(spec.bands),
                    DATA_TYPES[spec.dtype],
                    options,
                )
            if dataset is None:
                raise GdalFailure(tr("GDAL gave no reason"))
            self._dataset = dataset
            with gdal_failures():
                self._describe(dataset)
        except GdalFailure as failure:
            raise self._failure(failure) from failure

    def _describe(self, dataset: gdal.Dataset) -> None:
        spec = self.spec
        dataset.SetGeoTransform(spec.geotransform)
        dataset.SetProjection(spec.crs_wkt)
        dataset.SetMetadata({"AREA_OR_POINT": "Area", **dict(sorted(spec.tags.items()))})
        for index, about in enumerate(spec.bands):
            band = dataset.GetRasterBand(index + 1)
            if about.nodata is not None:
                band.SetNoDataValue(about.nodata)
            band.SetDescription(about.name)
            if about.unit:
                band.SetUnitType(about.unit)
            if about.description:
                band.SetMetadataItem("DESCRIPTION", about.description)
            if about.classes and about.dtype in ("uint8", "uint16"):
                _describe_classes(band, about)

    def _summarise(self, progress: Progress) -> None:
        dataset, spec = self._open_dataset(), self.spec
        factors = overview_factors(spec.width, spec.height) if self._format.copies_overviews else []
        with gdal_failures():
            dataset.FlushCache()
        if factors:
            gdal.SetThreadLocalConfigOption("GDAL_TIFF_OVR_BLOCKSIZE", str(BLOCK_PX))
            try:
                with gdal_failures():
                    dataset.BuildOverviews("NONE", factors)
            finally:
                gdal.SetThreadLocalConfigOption("GDAL_TIFF_OVR_BLOCKSIZE", None)
        for index, about in enumerate(spec.bands):
            band = dataset.GetRasterBand(index + 1)
            start, end = index / len(spec.bands), (index + 1) / len(spec.bands)
            reduction = Reduction(about.nodata, about.categorical, about.quantum)
            with gdal_failures():
                statistics = summarise(band, reduction, SubProgress(progress, start, end))
                for key, value in statistics.tags(spec.width * spec.height).items():
                    band.SetMetadataItem(key, value)
        with gdal_failures():
            dataset.FlushCache()

    def _copy(self, progress: Progress) -> None:
        def tell(fraction: float, _message: str, _data: object) -> int:
            progress.update(fraction)
            return 0 if progress.cancelled() else 1

        driver = gdal.GetDriverByName(self._format.driver)
        options = list(self._format.options)
        try:
            with gdal_failures():
                copy = driver.CreateCopy(
                    str(self._final), self._open_dataset(), strict=0, options=options, callback=tell
                )
            if copy is None:
                raise GdalFailure(tr("GDAL gave no reason"))
            with gdal_failures():
                copy.FlushCache()
                close_dataset(copy)
        except GdalFailure:
            progress.check()  # a copy that was cancelled fails too
            raise
        self._check_copy()

    def _check_copy(self) -> None:
        """Open it again: a last look at what GDAL may have failed to write without a word."""
        with gdal_failures():
            copy = gdal.Open(str(self._final))
        if copy is None:
            raise GdalFailure(tr("GDAL cannot open what it wrote"))
        with gdal_failures():
            last = copy.GetRasterBand(copy.RasterCount)
            last.ReadAsArray(self.spec.width - 1, self.spec.height - 1, 1, 1)
            close_dataset(copy)

    def _publish(self) -> None:
        """Replace the old output, on disk before it is visible; the main file goes last."""
        self._close_work()
        stem = self._files.path("out").name
        beside: set[Path] = set()
        for made in self._files.existing("out"):
            with open(made, "r+b") as stream:
                os.fsync(stream.fileno())
            if made != self._final:
                side = self.path.with_name(made.name.replace(stem, self.path.stem, 1))
                os.replace(made, side)
                beside.add(side)
        os.replace(self._final, self.path)
        for suffix in _STALE_SUFFIXES:
            stale = self.path.with_name(self.path.name + suffix)
            if stale not in beside:
                with suppress(OSError):
                    stale.unlink()

    def _close_work(self) -> None:
        if self._dataset is not None:
            dataset, self._dataset = self._dataset, None
            with gdal_failures():
                close_dataset(dataset)

    def _abandon(self) -> None:
        with suppress(GdalFailure):  # the file is removed next, whatever happens here
            self._close_work()

    def _failure(self, failure: Union[GdalFailure, OSError]) -> TerraloomError:
        folder = self.path.parent
        free = shutil.disk_usage(folder).free
        full = isinstance(failure, OSError) and failure.errno in (errno.ENOSPC, errno.EDQUOT)
        if full or free < FULL_DISK_BYTES or "no space" in str(failure).lower():
            return DiskSpaceError(temporary_bytes(self.spec) * 5 // 4, free, folder)
        if isinstance(failure, PermissionError):
            return RasterError(
                self.path,
                tr("It cannot be replaced: another program holds it open. Close it there."),
            )
        return RasterError(
            self.path, tr("It could not be written ({failure}).").format(failure=failure)
        )


def _describe_classes(band: gdal.Band, about: BandSpec) -> None:
    """Colours of the classes, and their names as metadata: a GeoTIFF has no place for categories
    but a file beside it, which is easily lost."""
    table = gdal.ColorTable()
    for entry in about.classes:
        red, green, blue = (int(entry.colour[at : at + 2], 16) for at in (1, 3, 5))
        table.SetColorEntry(entry.value, (red, green, blue, 255))
        band.SetMetadataItem(f"CLASS_{entry.value}", entry.name)
    band.SetColorTable(table)
