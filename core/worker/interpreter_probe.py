"""Tells what an interpreter is, as JSON on its last line. Runs alone, in that interpreter.

With the argument ``import`` it also imports what a model needs.
"""

from __future__ import annotations

import json
import platform
import struct
import sys
from importlib import metadata, util


def report(*, imports: bool) -> dict[str, object]:
    """Facts of this interpreter."""
    facts: dict[str, object] = {
        "version": list(sys.version_info[:3]),
        "implementation": platform.python_implementation(),
        "system": sys.platform,
        "machine": platform.machine(),
        "bits": struct.calcsize("P") * 8,
        "macos": platform.mac_ver()[0],
        "libc": platform.libc_ver()[0],
        "executable": sys.executable,
        "prefix": sys.prefix,
        "base_prefix": sys.base_prefix,
        "venv": util.find_spec("venv") is not None,
        "ensurepip": util.find_spec("ensurepip") is not None,
        "pip": _version("pip"),
    }
    if imports:
        facts["packages"], facts["problems"] = _imports()
    return facts


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def _imports() -> tuple[dict[str, str], dict[str, str]]:
    packages: dict[str, str] = {}
    problems: dict[str, str] = {}
    try:
        import numpy

        packages["numpy"] = str(numpy.__version__)
    except (ImportError, OSError) as error:
        problems["numpy"] = str(error)
    try:
        import safetensors
        import safetensors.torch

        packages["safetensors"] = str(safetensors.__version__)
    except (ImportError, OSError) as error:
        problems["safetensors"] = str(error)
    try:
        import torch

        packages["torch"] = str(torch.__version__)
    except (ImportError, OSError) as error:
        problems["torch"] = str(error)
    return packages, problems


if __name__ == "__main__":
    sys.stdout.write(json.dumps(report(imports="import" in sys.argv[1:])) + "\n")
