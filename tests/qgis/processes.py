"""``qgis_process`` as users run it: processes of their own, over the plugin in a fresh profile."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Callable

ROOT = Path(__file__).resolve().parents[2]
# Debian's wrapper passes an option on that qgis_process does not know.
PROGRAM = shutil.which("qgis_process.bin") or shutil.which("qgis_process")


@dataclass(frozen=True)
class QgisProcess:
    """The program with the environment that it needs."""

    environment: Mapping[str, str]

    def start(
        self, *arguments: str, preparation: Callable[[], None] | None = None
    ) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [str(PROGRAM), *arguments],
            env=dict(self.environment),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            preexec_fn=preparation,
        )

    def run(
        self, *arguments: str, preparation: Callable[[], None] | None = None
    ) -> tuple[int, str]:
        """Give the exit status and all that was said."""
        with self.start(*arguments, preparation=preparation) as process:
            said, _ = process.communicate(timeout=180)
        return process.returncode, said

    def make(self, algorithm: str, parameters: Mapping[str, Any]) -> None:
        """Run an algorithm that must succeed."""
        status, said = self.run("run", f"terraloom:{algorithm}", *as_arguments(parameters))
        assert status == 0, said


def as_arguments(parameters: Mapping[str, Any]) -> Sequence[str]:
    return [f"--{name}={value}" for name, value in parameters.items()]


def fresh_profile(home: Path, **variables: str) -> QgisProcess:
    """A profile under ``home`` in which the plugin, under its usual folder name, is on."""
    import torch

    plugins = home / "profiles" / "default" / "python" / "plugins"
    plugins.mkdir(parents=True)
    (plugins / "terraloom").symlink_to(ROOT, target_is_directory=True)
    environment = {
        **os.environ,
        "QGIS_CUSTOM_CONFIG_PATH": str(home),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(Path(torch.__file__).parents[1]),
        **variables,
    }
    process = QgisProcess(environment)
    status, said = process.run("plugins", "enable", "terraloom")
    assert status == 0, said
    return process
