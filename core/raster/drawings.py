"""What is drawn of the vector layers of a town."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from osgeo import gdal, ogr, osr

from ..map_classes import MapClass
from ..town_lines import NO_SEGMENTS, Segments, line_number
from .gdal_calls import GdalFailure, gdal_failures


@dataclass(frozen=True)
class Drawing:
    """Which tags of which layer become which class, grown to ``width_m``; no values mean all."""

    layer: str
    field: str
    values: frozenset[str]
    target: MapClass
    width_m: float = 0.0

    @property
    def line(self) -> int:
        """The kind of line (see `core.town_lines`) that it is; 0 for areas."""
        return line_number(self.target, self.width_m)


def drawn_shapes(
    source: gdal.Dataset, drawing: Drawing, to_plane: osr.CoordinateTransformation
) -> Iterator[ogr.Geometry]:
    """On the plane, at their width."""
    for shape in _features(source, drawing, to_plane):
        if not drawing.width_m:
            yield shape
            continue
        try:
            with gdal_failures():
                grown = shape.Buffer(drawing.width_m / 2, 4)
        except GdalFailure:  # a ring that was cut to a mere line where the extract ends
            continue
        yield grown


def line_segments(
    source: gdal.Dataset,
    drawings: Sequence[Drawing],
    to_plane: osr.CoordinateTransformation,
    corner: tuple[float, float],
    pixel_m: float,
) -> Segments:
    """All lines among ``drawings``, in pixels from ``corner``, x and y on the plane."""
    found = [NO_SEGMENTS]
    for drawing in drawings:
        if not drawing.line:
            continue
        for shape in _features(source, drawing, to_plane):
            for line in _lines(shape):
                points = np.array(line.GetPoints())[:, :2]
                x, y = ((points - corner) * (1.0, -1.0) / pixel_m).T
                kind = np.full(len(x) - 1, drawing.line)
                rows = np.stack([y[:-1], x[:-1], y[1:], x[1:], kind], 1)
                found.append(rows.astype(np.float32))
    return np.concatenate(found)


def _features(
    source: gdal.Dataset, drawing: Drawing, to_plane: osr.CoordinateTransformation
) -> Iterator[ogr.Geometry]:
    layer = source.GetLayerByName(drawing.layer)
    if layer is None:
        return
    layer.ResetReading()
    for feature in layer:
        tags = feature.items()
        if drawing.values and tags.get(drawing.field) not in drawing.values:
            continue
        if tags.get("tunnel") not in (None, "no"):
            continue
        shape = feature.GetGeometryRef().Clone()
        shape.Transform(to_plane)
        yield shape


def _lines(shape: ogr.Geometry) -> Iterator[ogr.Geometry]:
    if shape.GetGeometryName() == "LINESTRING":
        if shape.GetPointCount() > 1:
            yield shape
        return
    for part in shape:
        yield from _lines(part)
