"""A coordinate reference system, from the text QGIS or a raster names it by."""

from __future__ import annotations

import math
import re

from osgeo import osr

from ..errors import InputError
from ..grid import METRES_PER_DEGREE, Crs
from ..language import tr
from .gdal_calls import GdalFailure, gdal_failures

_AUTHORITY_CODE = re.compile(r"(?P<authority>[A-Za-z][A-Za-z0-9_]*):(?P<code>[A-Za-z0-9_.]+)")
_WKT = re.compile(r"[A-Za-z_]+\s*\[", re.ASCII)


def describe_crs(text: str, parameter: str = "TARGET_CRS") -> Crs:
    """What the core needs to know of the CRS that ``text`` names (``EPSG:32632``, or WKT).

    Raises
    ------
    InputError
        If the CRS is unknown, or is neither geographic in degrees nor projected.
    """
    reference = _parse(text.strip(), parameter)
    if reference.IsProjected():
        metres_per_unit = float(reference.GetLinearUnits())
    elif reference.IsGeographic():
        if not math.isclose(reference.GetAngularUnits(), math.radians(1.0), rel_tol=1e-9):
            raise InputError(
                parameter,
                text,
                tr(
                    "CRS '{crs}' counts its angles in {unit}, not in "
                    "degrees. Choose a CRS in degrees, such as EPSG:4326, or a projected "
                    "CRS."
                ).format(crs=_name(reference, text), unit=reference.GetAngularUnitsName()),
            )
        metres_per_unit = METRES_PER_DEGREE
    else:
        raise InputError(
            parameter,
            text,
            tr(
                "CRS '{crs}' is neither geographic nor projected, so its pixels "
                "have no size on the ground. Choose a projected CRS, such as the UTM "
                "zone of the area."
            ).format(crs=_name(reference, text)),
        )
    return Crs(
        wkt=_wkt(reference),
        authid=_authid(reference) or _named(text.strip()),
        is_geographic=not reference.IsProjected(),
        metres_per_unit=metres_per_unit,
    )


def _parse(text: str, parameter: str) -> osr.SpatialReference:
    """``SetFromUserInput`` would also open files and web addresses, so only two forms pass."""
    reference = osr.SpatialReference()
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    named = _AUTHORITY_CODE.fullmatch(text)
    reason = ""
    try:
        with gdal_failures():
            if named and named["authority"].upper() == "EPSG" and named["code"].isdigit():
                code = reference.ImportFromEPSG(int(named["code"]))
            elif named:
                code = reference.SetFromUserInput(text)
            elif _WKT.match(text):
                code = reference.ImportFromWkt(text)
            else:
                code = -1
    except GdalFailure as failure:
        code, reason = -1, f" ({failure})"
    if code != 0:
        shown = text if len(text) <= 80 else f"{text[:77]}..."
        raise InputError(
            parameter,
            text,
            tr(
                "CRS '{crs}' is not known{reason}. Choose one from QGIS's list, for "
                "example EPSG:3857, or give its WKT."
            ).format(crs=shown, reason=reason),
        )
    return reference


def _wkt(reference: osr.SpatialReference) -> str:
    """WKT 2 where the CRS can be written so: WKT 1 drops what newer CRS definitions say."""
    try:
        with gdal_failures():
            text = str(reference.ExportToWkt(["FORMAT=WKT2_2019"]))
    except GdalFailure:
        text = ""
    return text or str(reference.ExportToWkt())


def _authid(reference: osr.SpatialReference) -> str:
    """``EPSG:32632``; empty where the CRS carries no code."""
    authority, code = reference.GetAuthorityName(None), reference.GetAuthorityCode(None)
    return f"{authority}:{code}" if authority and code else ""


def _named(text: str) -> str:
    """GDAL knows ``OGC:CRS84`` by its name only: its definition carries no code."""
    return text.upper() if _AUTHORITY_CODE.fullmatch(text) else ""


def _name(reference: osr.SpatialReference, text: str) -> str:
    return str(reference.GetName() or text)
