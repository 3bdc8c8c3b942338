"""Which GDAL driver writes an output, and whether it knows the creation options asked for."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Optional

from osgeo import gdal

from ..errors import InputError
from ..language import tr

OUTPUT = "OUTPUT"
CREATION_OPTIONS = "CREATION_OPTIONS"

GEOTIFF_SUFFIXES = (".tif", ".tiff")
BLOCK_PX = 512

_COG_LAYOUT = {
    "BLOCKSIZE": str(BLOCK_PX),
    "BIGTIFF": "IF_SAFER",
    "NUM_THREADS": "ALL_CPUS",
    "OVERVIEW_RESAMPLING": "AVERAGE",
}
_COMPRESSION_KEYS = ("COMPRESS", "LEVEL", "PREDICTOR", "QUALITY", "MAX_Z_ERROR")
_MOVING_KEYS = ("TILING_SCHEME", "TARGET_SRS", "RES", "EXTENT")
"""COG options that resample: the pixels would no longer be those that were generated."""
_DRIVER_OVERVIEW_KEYS = ("OVERVIEWS", "OVERVIEW_COUNT", "OVERVIEW_RESAMPLING", "RESAMPLING")
_NOT_FILES = ("VRT", "MEM", "COG")
_BOOLEANS = ("YES", "NO", "TRUE", "FALSE", "ON", "OFF", "1", "0")

DATA_TYPES: Mapping[str, int] = {
    "uint8": gdal.GDT_Byte,
    "uint16": gdal.GDT_UInt16,
    "int16": gdal.GDT_Int16,
    "uint32": gdal.GDT_UInt32,
    "int32": gdal.GDT_Int32,
    "float32": gdal.GDT_Float32,
    "float64": gdal.GDT_Float64,
}


@dataclass(frozen=True)
class OutputFormat:
    """A GDAL driver and the options its ``CreateCopy`` gets."""

    driver: str
    options: tuple[str, ...]
    copies_overviews: bool
    """Whether it takes over the overviews of what it copies."""


@dataclass(frozen=True)
class _Option:
    kind: str
    values: tuple[str, ...] = ()
    minimum: Optional[float] = None
    maximum: Optional[float] = None

    def accepts(self, value: str) -> bool:
        text = value.strip().upper()
        if self.kind == "boolean":
            return text in _BOOLEANS
        if self.kind == "string-select":
            return not self.values or text in self.values
        if self.kind in ("int", "integer", "unsigned int", "float"):
            try:
                number = float(text) if self.kind == "float" else int(text)
            except ValueError:
                return False
            low = self.minimum is None or number >= self.minimum
            return low and (self.maximum is None or number <= self.maximum)
        return True


@dataclass
class _Verdict:
    """What one driver makes of the options asked for."""

    unknown: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)

    @property
    def fine(self) -> bool:
        return not self.unknown and not self.refused


def choose_format(path: Path, creation_options: Sequence[str], dtype: str) -> OutputFormat:
    """The driver for the file ``path``, by its extension and by the options that need one.

    A GeoTIFF is cloud optimised unless an option asks for what only plain GeoTIFF has.

    Raises
    ------
    InputError
        For an unknown extension, an option no fitting driver knows, or a value it refuses.
    """
    asked = _split(creation_options)
    if path.suffix.lower() in GEOTIFF_SUFFIXES:
        return _geotiff(asked)
    driver = _driver_by_suffix(path)
    supported = (driver.GetMetadataItem("DMD_CREATIONDATATYPES") or "").split()
    if supported and gdal.GetDataTypeName(DATA_TYPES[dtype]) not in supported:
        raise InputError(
            OUTPUT,
            str(path),
            tr(
                "Format {format} ('{suffix}') cannot hold {type} pixels. Give the "
                "output a name that ends in '.tif'."
            ).format(format=driver.ShortName, suffix=path.suffix, type=dtype),
        )
    name = driver.ShortName
    _refuse_unless_fine({name: _judge(name, asked)}, asked)
    if name == "GPKG":
        asked.setdefault("RASTER_TABLE", path.stem)  # else it is named after the temporary file
    return OutputFormat(name, _joined(asked), copies_overviews=False)


def default_compression() -> dict[str, str]:
    """ZSTD where this GDAL has it: a third of the time of DEFLATE for the same size."""
    values = _known_options("COG")["COMPRESS"].values
    return {
        "COMPRESS": "ZSTD" if "ZSTD" in values else "DEFLATE",
        "LEVEL": "1",
        "PREDICTOR": "YES",
    }


def _geotiff(asked: dict[str, str]) -> OutputFormat:
    cog, plain = _judge("COG", asked), _judge("GTiff", asked)
    if cog.fine:
        moving = [key for key in _MOVING_KEYS if asked.get(key, "CUSTOM").upper() != "CUSTOM"]
        if moving:
            raise InputError(
                CREATION_OPTIONS,
                _joined(asked),
                tr(
                    "Creation option {option} would resample the result. Leave it out "
                    "and run 'Warp (reproject)' on the output instead."
                ).format(option=moving[0]),
            )
        own = {} if "COMPRESS" in asked else default_compression()
        options = {**own, **_COG_LAYOUT, **asked}
        driver_makes_overviews = any(key in asked for key in _DRIVER_OVERVIEW_KEYS)
        return OutputFormat("COG", _joined(options), copies_overviews=not driver_makes_overviews)
    _refuse_unless_fine({"COG": cog, "GTiff": plain}, asked)
    copy = asked.get("COPY_SRC_OVERVIEWS", "YES").upper() in ("YES", "TRUE", "ON", "1")
    options = {**asked, "COPY_SRC_OVERVIEWS": "YES" if copy else "NO"}
    return OutputFormat("GTiff", _joined(options), copies_overviews=copy)


def _split(creation_options: Sequence[str]) -> dict[str, str]:
    asked: dict[str, str] = {}
    for option in creation_options:
        key, separator, value = option.partition("=")
        name = key.strip().upper()
        if not separator or not name:
            raise InputError(
                CREATION_OPTIONS,
                option,
                tr(
                    "Creation option '{option}' is not of the form NAME=VALUE, for "
                    "example COMPRESS=DEFLATE."
                ).format(option=option),
            )
        if name in asked:
            raise InputError(
                CREATION_OPTIONS,
                option,
                tr("Creation option {name} is given twice. Give it once.").format(name=name),
            )
        asked[name] = value.strip()
    return asked


def _joined(options: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(f"{key}={value}" for key, value in options.items())


def _judge(driver: str, asked: Mapping[str, str]) -> _Verdict:
    known = _known_options(driver)
    verdict = _Verdict()
    for key, value in asked.items():
        if key not in known:
            verdict.unknown.append(key)
        elif not known[key].accepts(value):
            verdict.refused.append(f"{key}={value}")
    return verdict


def _refuse_unless_fine(verdicts: Mapping[str, _Verdict], asked: Mapping[str, str]) -> None:
    """Raise `InputError` unless one of the drivers takes every option."""
    if any(verdict.fine for verdict in verdicts.values()):
        return
    drivers = " nor ".join(verdicts)
    nobody = [key for key in asked if all(key in v.unknown for v in verdicts.values())]
    if nobody:
        known = sorted({key for driver in verdicts for key in _known_options(driver)})
        near = difflib.get_close_matches(nobody[0], known, n=1)
        hint = (
            tr(" Did you mean {name}?").format(name=near[0])
            if near
            else tr(" Remove it, or correct its name.")
        )
        raise InputError(
            CREATION_OPTIONS,
            tuple(nobody),
            tr("Creation option {options} is not known to GDAL driver {drivers}.{hint}").format(
                options=", ".join(nobody), drivers=drivers, hint=hint
            ),
        )
    last = list(verdicts.values())[-1]
    if last.refused:
        raise InputError(
            CREATION_OPTIONS,
            tuple(last.refused),
            tr(
                "Creation option {options} has a value that GDAL driver {drivers} does "
                "not take. Choose a value from the driver's documentation."
            ).format(options=", ".join(last.refused), drivers=drivers),
        )
    only_cog = ", ".join(last.unknown)
    raise InputError(
        CREATION_OPTIONS,
        _joined(asked),
        tr(
            "Creation option {options} exists only in a cloud optimised GeoTIFF, and "
            "the others only in a plain one. Remove one kind."
        ).format(options=only_cog),
    )


def _driver_by_suffix(path: Path) -> gdal.Driver:
    suffix = path.suffix.lower().lstrip(".")
    for index in range(gdal.GetDriverCount() if suffix else 0):
        driver = gdal.GetDriver(index)
        about = driver.GetMetadata()
        writes = about.get("DCAP_CREATECOPY") == "YES" or about.get("DCAP_CREATE") == "YES"
        suffixes = about.get("DMD_EXTENSIONS", about.get("DMD_EXTENSION", "")).lower().split()
        raster = about.get("DCAP_RASTER") == "YES" and driver.ShortName not in _NOT_FILES
        if raster and writes and suffix in suffixes:
            return driver
    raise InputError(
        OUTPUT,
        str(path),
        tr(
            "No raster format for '{name}' can be written. Give the output a name that "
            "ends in '.tif'."
        ).format(name=path.name),
    )


def _known_options(driver: str) -> dict[str, _Option]:
    """The options a driver declares in its ``DMD_CREATIONOPTIONLIST``, by name."""
    text = gdal.GetDriverByName(driver).GetMetadataItem("DMD_CREATIONOPTIONLIST")
    tree = gdal.ParseXMLString(text) if text else []
    known: dict[str, _Option] = {}
    for node in tree[2:]:
        if node[0] != gdal.CXT_Element or node[1] != "Option":
            continue
        about = _attributes(node)
        values: list[str] = []
        for child in node[2:]:
            if child[0] == gdal.CXT_Element and child[1] == "Value":
                values += [part[1] for part in child[2:] if part[0] == gdal.CXT_Text]
                values += [v for k, v in _attributes(child).items() if k == "alias"]
        known[about["name"].upper()] = _Option(
            about.get("type", "string").lower(),
            tuple(value.upper() for value in values),
            float(about["min"]) if "min" in about else None,
            float(about["max"]) if "max" in about else None,
        )
    return known


def _attributes(node: Sequence[object]) -> dict[str, str]:
    found: dict[str, str] = {}
    for child in node[2:]:
        if isinstance(child, list) and child[0] == gdal.CXT_Attribute:
            found[str(child[1])] = str(child[2][1])
    return found
