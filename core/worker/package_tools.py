"""pip and uv as command lines: what installs packages into an environment, and from where."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from ..language import mark, tr, tr_marked
from .builds import Build, is_gpu_package
from .network import Network
from .pins import LINUX

# pip's own attempts; a connection that breaks in the middle is tried again by the installer.
_RETRIES, _TIMEOUT_S = 2, 30
_DRY_RUN_SINCE = (22, 2)
OTHER_PYTHON_SINCE = (22, 3)
_UV_PACKAGE = re.compile(r"^\s*\+\s*([A-Za-z0-9_.-]+)==")


@dataclass(frozen=True)
class Source:
    """Where packages come from; ``title`` as in "from the configured index"."""

    title: str
    options: tuple[str, ...]


class PackageTool(Protocol):
    """Installs into one environment."""

    @property
    def can_preview(self) -> bool:
        """Whether :meth:`preview` works."""
        ...

    def install(
        self, requirements: Sequence[str], source: Source, *, alone: bool = False
    ) -> list[str]:
        """The command that installs; ``alone``: without what the packages need."""
        ...

    def preview(self, requirements: Sequence[str], source: Source, report: Path) -> list[str]:
        """The command that only says what would be installed."""
        ...


@dataclass(frozen=True)
class PipTool:
    """pip: ``command`` is all up to the word ``install``."""

    command: tuple[str, ...]
    version: tuple[int, ...]
    cache: Path

    @property
    def can_preview(self) -> bool:
        return self.version >= _DRY_RUN_SINCE

    def install(
        self, requirements: Sequence[str], source: Source, *, alone: bool = False
    ) -> list[str]:
        return [
            *self.command,
            "install",
            "--no-input",
            "--disable-pip-version-check",
            "--no-warn-script-location",
            "--only-binary=:all:",
            "--progress-bar=off",
            f"--retries={_RETRIES}",
            f"--timeout={_TIMEOUT_S}",
            f"--cache-dir={self.cache}",
            *(["--no-deps"] if alone else []),
            *source.options,
            *requirements,
        ]

    def preview(self, requirements: Sequence[str], source: Source, report: Path) -> list[str]:
        return [*self.install(requirements, source), "--dry-run", f"--report={report}"]


@dataclass(frozen=True)
class UvTool:
    """uv, from its own program; it does not read the settings of pip."""

    program: str
    python: str
    cache: Path

    @property
    def can_preview(self) -> bool:
        return True

    def install(
        self, requirements: Sequence[str], source: Source, *, alone: bool = False
    ) -> list[str]:
        return [
            self.program,
            "pip",
            "install",
            f"--python={self.python}",
            f"--cache-dir={self.cache}",
            "--link-mode=hardlink",  # what is unpacked into the cache takes no space of its own
            "--only-binary=:all:",
            "--compile-bytecode",  # or every start of a worker would compile all of torch
            *(["--no-deps"] if alone else []),
            *source.options,
            *requirements,
        ]

    def preview(self, requirements: Sequence[str], source: Source, report: Path) -> list[str]:
        return [*self.install(requirements, source), "--dry-run"]


def wheel_folder_source(folder: Path) -> Source:
    """Packages from a folder only; nothing is asked over the network."""
    return Source(
        tr("the folder '{folder}'").format(folder=folder), ("--no-index", f"--find-links={folder}")
    )


def configured_source(network: Network) -> Source:
    return Source(tr("the configured package index"), tuple(network.index_options()))


def torch_source(network: Network, build: Build) -> Source:
    return Source(
        tr("PyTorch's index for {build}").format(build=build.title),
        ("--index-url", f"{network.torch_index}/{build.key}"),
    )


def needs_torch_index(build: Build, system: str) -> bool:
    """Whether PyPI's torch is another one: that of Linux is with CUDA, the others for the CPU."""
    return build.is_cuda or system == LINUX


def gpu_packages(lines: Sequence[str], report: Path) -> list[str]:
    """Names of CUDA packages in what a preview said."""
    names = [match[1] for match in map(_UV_PACKAGE.match, lines) if match]
    try:
        facts = json.loads(report.read_text(encoding="utf-8"))
        names += [str(one["metadata"]["name"]) for one in facts["install"]]
    except (OSError, ValueError, KeyError, TypeError):
        return [name for name in names if is_gpu_package(name)]
    return [name for name in names if is_gpu_package(name)]


def spoken(line: str) -> str:
    """A line of pip or uv as progress text; empty where it says nothing of interest."""
    wheel = r"(?:\S*/)?(?P<name>[A-Za-z0-9_.]+?)-(?P<version>\d[^-\s]*)-\S+\.whl(?P<size>.*)$"
    for pattern, text in (
        (rf"^\s*Downloading {wheel}", mark("Downloading {name} {version}{size}")),
        (
            r"^\s*Downloading (?P<name>[A-Za-z0-9_.-]+) (?P<size>\(.*\))$",
            mark("Downloading {name} {size}"),
        ),
        (
            r"^\s*Using cached (?P<name>[A-Za-z0-9_.]+?)-(?P<version>\d[^-\s]*)-",
            mark("Taking {name} {version} from earlier downloads"),
        ),
        (r"^\s*Collecting (?P<name>[A-Za-z0-9_.-]+)", mark("Looking for {name}")),
        (r"^Installing collected packages", mark("Unpacking (this takes a while)")),
        (r"^Prepared (\d+) packages?", mark("Unpacking (this takes a while)")),
    ):
        match = re.match(pattern, line)
        if match:
            return tr_marked(text).format(**match.groupdict()).rstrip()
    return ""
