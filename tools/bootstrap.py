"""Runs a tool with the repository loaded as the package `terraloom`, whatever its folder is called.

`python tools/bootstrap.py train RECIPE ...` calls `main` of `tools/train.py`. The files
without a suffix beside this one do the same after `tools/setup`.
"""

from __future__ import annotations

import importlib
import importlib.util
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "terraloom"


def load_package(root: Path = ROOT, name: str = PACKAGE) -> ModuleType:
    """Import the folder `root` as the package `name`; `import terraloom.core` then works.

    Raises
    ------
    ImportError
        `root` is no package, or `name` is already another folder's package.
    """
    loaded = sys.modules.get(name)
    if loaded is not None:
        folders = [Path(entry).resolve() for entry in loaded.__path__]
        if root.resolve() not in folders:
            raise ImportError(f"Package '{name}' is already loaded, from {folders}, not {root}.")
        return loaded
    spec = importlib.util.spec_from_file_location(
        name, root / "__init__.py", submodule_search_locations=[str(root)]
    )
    if spec is None or spec.loader is None:
        raise ImportError(f"'{root}' is not a Python package.")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except BaseException:
        del sys.modules[name]
        raise
    return module


def run_tool(name: str, arguments: Sequence[str]) -> int:
    """Call `main(arguments)` of the module `name` in this folder; gives the exit status."""
    load_package()
    tool = importlib.import_module(f"{PACKAGE}.tools.{name}")
    return int(tool.main(list(arguments)) or 0)


if __name__ == "__main__":
    # This folder comes first on the path of a script, and would shadow other packages' names.
    sys.path.pop(0)
    sys.exit(run_tool(sys.argv[1], sys.argv[2:]))
