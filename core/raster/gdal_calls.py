"""GDAL called so that a failure is always an exception, and nothing global changes for others.

QGIS and its other plugins share one GDAL. ``gdal.UseExceptions()`` would change how their calls
behave, so the calls made here work in either mode.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from osgeo import gdal

from ..language import tr


class GdalFailure(Exception):
    """GDAL reported a failure; ``str()`` is what it said."""


@contextmanager
def gdal_failures() -> Iterator[None]:
    """Within the block a GDAL failure is a `GdalFailure`; also one that GDAL only reports.

    GDAL writes late, so a full disk may surface in a call that itself returns success.
    """
    said: list[str] = []

    def collect(kind: int, _number: int, text: str) -> None:
        if kind >= gdal.CE_Failure:
            said.append(" ".join(str(text).split()))

    gdal.PushErrorHandler(collect)
    try:
        yield
    except RuntimeError as error:
        said.append(" ".join(str(error).split()))
    finally:
        gdal.PopErrorHandler()
    if said:
        raise GdalFailure(
            "; ".join(dict.fromkeys(text for text in said if text)) or tr("no reason")
        )


def close_dataset(dataset: gdal.Dataset) -> None:
    """Close a dataset now, reporting what only closing reports; call within `gdal_failures`."""
    try:
        if hasattr(dataset, "Close"):  # GDAL 3.8
            dataset.Close()
        else:
            gdal.Dataset.__swig_destroy__(dataset)
    finally:  # it is gone even where that failed: destroyed a second time, it would end QGIS
        if dataset.this is not None:
            dataset.thisown = False
            dataset.this = None


class BoundedBlockCache:
    """Holds GDAL's block cache, which the process shares, to a limit while any user needs it."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._lock = threading.Lock()
        self._users = 0
        self._before = 0

    def acquire(self) -> None:
        with self._lock:
            if self._users == 0:
                self._before = gdal.GetCacheMax()
                gdal.SetCacheMax(min(self._before, self._limit))
            self._users += 1

    def release(self) -> None:
        with self._lock:
            self._users -= 1
            if self._users == 0:
                gdal.SetCacheMax(self._before)


BLOCK_CACHE = BoundedBlockCache(32 * 1024 * 1024)
"""The blocks that four windows beside each other touch: each is filled before it is written."""
