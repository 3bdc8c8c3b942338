"""Runs in a child: the real worker, for whose first tile there is hardly any memory.

`starved_worker.py MARKER -s core/worker/main.py`; afterwards the file MARKER is there.
"""

from __future__ import annotations

import resource
import runpy
import sys
from pathlib import Path
from typing import Any

MARKER, SCRIPT = Path(sys.argv[1]), sys.argv[-1]
LEFT_BYTES = 2**28  # for the kernels: without, Debian's oneDNN may crash before a tile asks


def starve() -> None:
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    limit = pages * resource.getpagesize() + LEFT_BYTES
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def main() -> None:
    from ...core.worker import computing

    real = computing.Models.compute

    def compute(models: computing.Models, request: Any) -> Any:
        if not MARKER.exists():
            MARKER.touch()
            starve()
        return real(models, request)

    computing.Models.compute = compute  # type: ignore[method-assign]
    runpy.run_path(SCRIPT, run_name="__main__")


runpy.run_path(SCRIPT, run_name="before")["enter_package"]()
__package__ = "terraloom.tests.qgis"
main()
