"""The environment variables that a child interpreter may see: nothing of QGIS's own set-up."""

from __future__ import annotations

import ntpath
from collections.abc import Mapping

STRIPPED_NAMES = frozenset(
    {
        "__PYVENV_LAUNCHER__",  # macOS: makes every python3 believe it is another one
        "CONDA_PYTHON_EXE",
        "CPL_ZIP_ENCODING",
        "LD_LIBRARY_PATH",
        "LD_PRELOAD",
        "OGR_DRIVER_PATH",
        "OSGEO4W_ROOT",
        "PIPENV_ACTIVE",
        "PYENV_VERSION",
        "VIRTUAL_ENV",
        "VIRTUAL_ENV_PROMPT",
    }
)
STRIPPED_PREFIXES = ("PYTHON", "PIP_", "UV_", "QGIS_", "PROJ_", "GDAL_", "QT_", "DYLD_")

# On Windows torch looks for its own libraries on PATH, where QGIS puts its folders first.
_ROOTS = ("OSGEO4W_ROOT", "QGIS_PREFIX_PATH")
_CONDA_FOLDERS = ("", "Library\\mingw-w64\\bin", "Library\\usr\\bin", "Library\\bin", "Scripts")


def clean_environment(environ: Mapping[str, str]) -> dict[str, str]:
    """``environ`` for a child interpreter: without what would lead it to QGIS's Python or GDAL.

    Python is set to UTF-8 and to ignore the user's own site folder. A child that is started with
    ``-I`` does not read these settings; it needs ``-X utf8`` as well.
    """
    kept = {name: value for name, value in environ.items() if not is_stripped(name)}
    for name in kept:
        if name.upper() == "PATH":
            kept[name] = _path_without_qgis(kept[name], environ)
    kept["PYTHONUTF8"] = "1"
    kept["PYTHONIOENCODING"] = "utf-8"
    kept["PYTHONNOUSERSITE"] = "1"
    return kept


def conda_environment(environ: Mapping[str, str], prefix: str) -> dict[str, str]:
    """``environ`` for the interpreter of a conda environment on Windows.

    Its libraries are found through ``PATH`` only, which activating the environment would set.
    """
    name = next((name for name in environ if name.upper() == "PATH"), "PATH")
    folders = [ntpath.join(prefix, folder).rstrip("\\") for folder in _CONDA_FOLDERS]
    path = ";".join([*folders, environ.get(name, "")])
    return {**environ, name: path, "CONDA_PREFIX": prefix}


def is_stripped(name: str) -> bool:
    """Whether a child never sees the variable; upper and lower case are the same on Windows."""
    upper = name.upper()
    return upper in STRIPPED_NAMES or upper.startswith(STRIPPED_PREFIXES)


def _path_without_qgis(path: str, environ: Mapping[str, str]) -> str:
    """``PATH`` without the Windows folders of the QGIS that started us."""
    roots = [environ[name] for name in _ROOTS if ntpath.splitdrive(environ.get(name, ""))[0]]
    if not roots:
        return path
    starts = tuple(_comparable(root) for root in roots)
    return ";".join(
        folder for folder in path.split(";") if not _comparable(folder).startswith(starts)
    )


def _comparable(folder: str) -> str:
    """With one kind of separator, which it also ends with: ``C:/OSGeo4W`` -> ``c:\\osgeo4w\\``."""
    return ntpath.join(ntpath.normcase(ntpath.normpath(folder)), "")
