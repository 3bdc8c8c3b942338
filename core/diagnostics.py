"""A report to paste into an issue: what is where on this computer, without the user's name."""

from __future__ import annotations

import getpass
import locale
import ntpath
import os
import platform
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Callable, Protocol, runtime_checkable

from .catalog import Catalog
from .engine import Engine
from .progress import NULL_PROGRESS, Progress
from .units import bytes_text
from .version import plugin_version
from .worker.environment import effective_settings, find_gpus, managed_place
from .worker.homes import NONE, Choice, EngineSettings
from .worker.managed import managed_state, recent_log
from .worker.network import without_credentials
from .worker.places import bytes_on_disk, environments, free_bytes

_LOG_LINES = 40
_WORKER_LINES = 40
# Variables that lead Python, GDAL or an installer elsewhere; only that they are set is told of
# those that may hold a password.
_TELLING = re.compile(
    r"(TERRALOOM_|PYTHON|PROJ_|GDAL_|QGIS_|QT_|CUDA_|OMP_|CONDA_(PREFIX|DEFAULT)|VIRTUAL_ENV$"
    r"|LD_(LIBRARY_PATH|PRELOAD)$|DYLD_|PIP_|UV_|OSGEO4W_ROOT$|(HTTPS?|ALL|NO)_PROXY$)",
    re.IGNORECASE,
)
# Other people's, and one's own in another spelling.
_ANY_HOME = re.compile(
    r"(?i)((?:^|(?<=[^\w]))(?:[a-z]:)?[\\/]+(?:home|users)[\\/]+)[^\\/\s'\",:;]+"
)
_SECRET = re.compile(r"PROXY|TOKEN|PASSWORD|SECRET|INDEX|KEY", re.IGNORECASE)

Rows = Sequence[tuple[str, str]]
Part = tuple[str, Callable[[], Rows]]


@runtime_checkable
class Talkative(Protocol):
    """An engine that keeps what its worker wrote."""

    def last_lines(self) -> Sequence[str]: ...


@dataclass(frozen=True)
class Installation:
    """What the report is about."""

    engine: Engine
    home: Choice
    settings: EngineSettings
    environ: Mapping[str, str]
    catalog: Catalog


@dataclass(frozen=True)
class Section:
    """A heading and its rows; a value of several lines is quoted as it is."""

    title: str
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Report:
    """The whole, fit to be published."""

    sections: tuple[Section, ...]

    def markdown(self) -> str:
        parts = ["# Terraloom diagnostics"]
        for section in self.sections:
            parts.append(f"## {section.title}")
            lines: list[str] = []
            for name, value in section.rows:
                if "\n" in value:
                    lines += [f"- {name}:", "", "```text", value.replace("```", "'''"), "```", ""]
                else:
                    lines.append(f"- {name}: {value}")
            parts.append("\n".join(lines).strip() or "- nothing")
        return "\n\n".join(parts) + "\n"

    def html(self) -> str:
        parts = []
        for section in self.sections:
            cells = "\n".join(
                f"<tr><th>{escape(name)}</th><td>{_html_value(value)}</td></tr>"
                for name, value in section.rows
            )
            parts.append(f"<h2>{escape(section.title)}</h2>\n<table>\n{cells}\n</table>")
        return (
            '<!DOCTYPE html>\n<html><head><meta charset="utf-8">'
            "<title>Terraloom diagnostics</title>\n<style>body{font-family:sans-serif;margin:2em}"
            "th{text-align:left;padding-right:1em;vertical-align:top;font-weight:normal}"
            "pre{white-space:pre-wrap;margin:0}</style></head>\n"
            "<body><h1>Terraloom diagnostics</h1>\n" + "\n".join(parts) + "\n</body></html>\n"
        )


def collect(
    parts: Sequence[Part], hide: Callable[[str], str], progress: Progress = NULL_PROGRESS
) -> Report:
    """Ask each part; one that fails says so and keeps no other from being told."""
    sections = []
    for number, (title, rows) in enumerate(parts):
        progress.update(number / len(parts), title)
        progress.check()
        try:
            found = [(name, hide(value)) for name, value in rows()]
        except Exception as error:  # noqa: BLE001 - the report is for when things are broken
            reason = f"{type(error).__name__}: {error}"
            found = [("could not be collected", hide(reason))]
        sections.append(Section(title, tuple(found)))
    return Report(tuple(sections))


def parts_of(installation: Installation, progress: Progress = NULL_PROGRESS) -> list[Part]:
    """All that core can tell, quick parts first."""
    environ = installation.environ
    place = managed_place(installation.settings, environ)
    return [
        ("Computer", computer),
        ("Home of PyTorch", lambda: home(installation)),
        ("Managed environment", lambda: managed(place)),
        ("Models", lambda: models(installation.catalog)),
        ("Variables", lambda: variables(environ)),
        ("Graphics cards", lambda: cards(environ, progress)),
        ("PyTorch", lambda: computing(installation)),
        ("Worker's last lines", lambda: worker_lines(installation.engine)),
        ("Last set-up", lambda: set_up_log(place)),
    ]


def computer() -> Rows:
    return [
        ("Terraloom", plugin_version()),
        ("System", f"{platform.platform()}, {platform.machine()}"),
        ("Processors", str(os.cpu_count() or "unknown")),
        ("Memory", _memory()),
        ("Python", f"{sys.version.split()[0]}, {sys.executable}, prefix {sys.prefix}"),
        ("Language and encoding", f"{locale.getlocale()[0]}, {sys.getfilesystemencoding()}"),
    ]


def home(installation: Installation) -> Rows:
    found = installation.home
    wanted = effective_settings(installation.settings, installation.environ)
    return [
        ("Home", found.kind),
        ("Why", found.reason),
        ("Python", found.python or "that of QGIS"),
        ("Wanted", f"engine {wanted.engine}, Python {wanted.python}, place {wanted.place}"),
    ]


def managed(place: Path) -> Rows:
    state = managed_state(place)
    rows = [
        ("Place", str(place)),
        ("State", f"{state.kind}: {state.reason}"),
        ("Environments", ", ".join(folder.name for folder in environments(place)) or "none"),
        ("On disk", bytes_text(bytes_on_disk(place))),
        ("Free on that disk", bytes_text(free_bytes(place))),
    ]
    if state.stamp is not None:
        stamp = state.stamp
        versions = ", ".join(f"{name} {text}" for name, text in sorted(stamp.installed.items()))
        rows += [
            ("Build", stamp.build),
            ("Made from", f"{stamp.base}, by Terraloom {stamp.plugin}"),
            ("Installed", versions),
        ]
    return rows


def models(catalog: Catalog) -> Rows:
    rows = [
        (package.id, f"version {package.card.version}, task {package.card.task}, {package.folder}")
        for package in catalog.packages.values()
    ]
    rows += [(f"{folder.name} (refused)", reason) for folder, reason in catalog.problems]
    return rows or [("Models", "none found")]


def variables(environ: Mapping[str, str]) -> Rows:
    """Those that can mislead an interpreter or an installer."""
    return [
        (name, "(set)" if _SECRET.search(name) else value)
        for name, value in sorted(environ.items())
        if _TELLING.match(name)
    ] or [("Variables", "none of interest")]


def cards(environ: Mapping[str, str], progress: Progress) -> Rows:
    rows = []
    for gpu in find_gpus(environ, progress):
        capability = ".".join(str(part) for part in gpu.capability or ()) or "unknown"
        facts = f"{bytes_text(gpu.memory_bytes)}, driver {gpu.driver}, capability {capability}"
        rows.append((f"{gpu.index}: {gpu.name}", facts))
    return rows or [("NVIDIA", "nvidia-smi is missing or lists no card")]


def computing(installation: Installation) -> Rows:
    """Versions and tested devices; this starts the worker, as a job would."""
    if installation.home.kind == NONE:
        return [("PyTorch", "not set up")]
    engine = installation.engine
    devices = engine.examine_devices()
    rows = [(name, text) for name, text in engine.versions().items()]
    for device in devices:
        memory = f", {bytes_text(device.memory_bytes)}" if device.memory_bytes else ""
        free = f", {bytes_text(device.free_bytes)} free" if device.free_bytes else ""
        known = f"{device.title}{memory}{free}"
        rows.append((device.name, f"{known}: {device.problem or 'works'}"))
    return rows


def worker_lines(engine: object) -> Rows:
    lines = list(engine.last_lines()) if isinstance(engine, Talkative) else []
    return [("Lines", _quoted(lines[-_WORKER_LINES:]))]


def set_up_log(place: Path) -> Rows:
    log = recent_log(place)
    if log is None:
        return [("Log", "none")]
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    return [("Log", str(log)), ("Its end", _quoted(lines[-_LOG_LINES:]))]


def hider(environ: Mapping[str, str]) -> Callable[[str], str]:
    """What takes the user's name and home, and logins in addresses, out of a text."""
    homes = {environ.get(name, "") for name in ("HOME", "USERPROFILE")} | {os.path.expanduser("~")}
    homes = {text.rstrip("\\/") for text in homes if len(text.rstrip("\\/")) > 1}
    names = {environ.get(name, "") for name in ("USER", "USERNAME", "LOGNAME")}
    names |= {ntpath.basename(text) for text in homes} | {_login()}
    patterns = [(_pattern(text), "~") for text in sorted(homes, key=len, reverse=True)]
    patterns.append((_ANY_HOME, r"\1<user>"))
    patterns += [
        (re.compile(rf"(?i)(?<=[\\/]){re.escape(name)}(?=[\\/'\",:;\s]|$)"), "<user>")
        for name in sorted(names, key=len, reverse=True)
        if len(name) > 1
    ]

    def hide(text: str) -> str:
        text = without_credentials(text)
        for pattern, instead in patterns:
            text = pattern.sub(instead, text)
        return text

    return hide


def _pattern(folder: str) -> re.Pattern[str]:
    """The folder, with either kind of separator."""
    words = [re.escape(word) for word in re.split(r"[\\/]+", folder)]
    flags = re.IGNORECASE if ":" in folder else 0
    return re.compile(r"[\\/]+".join(words) + r"(?![\w.-])", flags)


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such user in a container
        return ""


def _quoted(lines: Iterable[str]) -> str:
    kept = [line.rstrip() for line in lines]
    if not kept:
        return "none"
    return "\n".join(kept) + ("\n" if len(kept) == 1 else "")


def _html_value(value: str) -> str:
    return f"<pre>{escape(value)}</pre>" if "\n" in value else escape(value)


def _memory() -> str:
    if hasattr(os, "sysconf"):
        try:
            return bytes_text(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"))
        except (OSError, ValueError):
            return "unknown"
    return "unknown"
