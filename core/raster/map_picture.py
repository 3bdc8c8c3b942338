"""A class raster drawn in its colours."""

from __future__ import annotations

from pathlib import Path

from osgeo import gdal

from ..errors import RasterError
from ..language import tr
from ..progress import NULL_PROGRESS, Progress
from .gdal_calls import GdalFailure, close_dataset, gdal_failures
from .temporary import TemporaryFiles, check_target, sweep

OPTIONS = ("COMPRESS=DEFLATE", "TILED=YES", "PHOTOMETRIC=RGB")


def write_rgb(source: Path, target: Path, progress: Progress = NULL_PROGRESS) -> None:
    """Write band 1 of ``source``, drawn by its colour table, as a GeoTIFF of three bands.

    ``target`` appears when it is complete.
    """
    check_target(target, "OUTPUT_RGB")
    sweep(target.parent)
    files = TemporaryFiles(target.parent)
    temporary = files.path("picture.tif")

    def heard(share: float, _message: str, _data: object) -> int:
        progress.update(share)
        return 0 if progress.cancelled() else 1

    try:
        with gdal_failures():
            classes = gdal.Open(str(source))
            if classes.GetRasterBand(1).GetColorTable() is None:
                text = tr("It has no colour table. Use a raster of map classes.")
                raise RasterError(source, text)
            drawn = gdal.Translate(
                str(temporary),
                classes,
                format="GTiff",
                rgbExpand="rgb",
                bandList=[1],
                creationOptions=list(OPTIONS),
                callback=heard,
            )
            if drawn is not None:
                drawn.SetMetadata(classes.GetMetadata())
                close_dataset(drawn)
        progress.check()
        temporary.replace(target)
    except GdalFailure as failure:
        progress.check()
        raise RasterError(
            target, tr("It cannot be written ({failure}).").format(failure=failure)
        ) from failure
    finally:
        files.remove()
