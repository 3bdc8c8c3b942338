"""Sets up the managed environment: makes it beside the old one, tests it, then points to it."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Optional

from ..device import Device
from ..errors import Cancelled
from ..language import tr
from ..progress import NULL_PROGRESS, Progress
from ..units import bytes_text, duration_text
from .base_choice import find_bases, no_base
from .builds import Build, build_named
from .environment_creation import create_environment, tool_for
from .installation import Installation, check_imports
from .interpreter_checks import InterpreterReport
from .interpreters import environment_python
from .locks import IN_USE, setup_lock
from .managed import OUTDATED, READY, ManagedState, drop_downloads, managed_state, sweep
from .network import without_credentials
from .pins import pins_for
from .places import (
    CACHE,
    LOCK,
    LOGS,
    STAMP,
    TEMPORARY,
    bytes_on_disk,
    next_name,
    place_problem,
    point_to,
)
from .setup_errors import SetupDiskError, SetupError
from .smoke_report import SmokeReport, smoke_test
from .stamps import Stamp, changed_requirements, write_stamp
from .workshop import SetupRequest, Workshop

_KEPT_LOGS = 5
_REPAIR_SHARE = 0.6  # of a full set-up's disk space: links cost nothing, changed packages do


@dataclass(frozen=True)
class SetupResult:
    """The environment in use after a set-up; ``changed`` is false where all was there already."""

    python: str
    folder: Path
    changed: bool
    summary: str
    devices: tuple[Device, ...] = ()
    log: Optional[Path] = None
    seconds: float = 0.0


def set_up(request: SetupRequest, progress: Progress = NULL_PROGRESS) -> SetupResult:
    """Make, or repair, the managed environment and return it.

    Nothing that works is touched before the new one has passed its test. Raises `SetupError`, or
    `Cancelled`; downloads that are complete are kept for the next attempt.
    """
    _prepare_place(request)
    with setup_lock(request.place / LOCK, progress):
        state = managed_state(request.place, request.build)
        there = state.kind == READY and not request.anew
        if there and state.folder is not None and state.python is not None:
            progress.update(1.0, state.reason)
            return SetupResult(state.python, state.folder, changed=False, summary=state.reason)
        sweep(request.place)
        with _log(request.place) as (path, file):
            try:
                return _Setup(request, progress, path, file).run(state)
            except SetupError as error:
                file.write(f"FAILED ({error.kind}): {without_credentials(error.message)}\n")
                error.log = path
                raise
            except Cancelled:
                file.write("Cancelled.\n")
                raise


class _Setup:
    def __init__(
        self, request: SetupRequest, progress: Progress, log_path: Path, log: IO[str]
    ) -> None:
        self._request = request
        self._progress = progress
        self._log_path = log_path
        self._log = log
        self._started = time.monotonic()

    def run(self, state: ManagedState) -> SetupResult:
        place = self._request.place
        for folder in (place / CACHE, place / TEMPORARY):
            folder.mkdir(parents=True, exist_ok=True)
        folder = place / f"new-{os.urandom(4).hex()}"
        shop = Workshop(self._request, folder, self._progress, self._log)
        try:
            shop.say(0.0, tr("Looking for a Python to start from"))
            choice = find_bases(shop)
            if not choice.bases:
                raise no_base(choice)
            return self._with_first_that_works(shop, choice.bases, state)
        except OSError as error:
            name = error.filename or place
            raise SetupError(
                tr(
                    "'{name}' could not be written ({error}). Check the disk and the "
                    "rights of the folder, or choose another place."
                ).format(name=name, error=error.strerror or error),
                "permission",
            ) from error
        finally:
            shutil.rmtree(folder, ignore_errors=True)
            shutil.rmtree(place / TEMPORARY, ignore_errors=True)

    def _with_first_that_works(
        self, shop: Workshop, bases: tuple[InterpreterReport, ...], state: ManagedState
    ) -> SetupResult:
        """A base whose environments do not start is followed by the next one."""
        for number, base in enumerate(bases):
            version = ".".join(str(part) for part in base.version)
            shop.note(f"Base: {base.python}, Python {version}")
            build = build_named(self._request.build, base.target)
            requirements = pins_for(base.target).requirements()
            try:
                stamp = state.stamp
                kept = state.kind == OUTDATED and not self._request.anew
                if kept and stamp is not None and _can_repair(stamp, base, build):
                    return self._repair(shop, base, build, requirements, state)
                return self._make(shop, base, build, requirements)
            except SetupError as error:
                shutil.rmtree(shop.folder, ignore_errors=True)
                if error.kind != "start" or number + 1 == len(bases):
                    raise
                shop.note(tr("{problem} The next Python is tried.").format(problem=error.message))
        raise SetupError(tr("No Python is left to try."), "start")

    def _make(
        self,
        shop: Workshop,
        base: InterpreterReport,
        build: Build,
        requirements: tuple[str, ...],
    ) -> SetupResult:
        self._check_disk(build.needed_bytes)
        tool = create_environment(shop, base, shop.folder)
        check_imports(shop)
        Installation(shop, tool, base, build).run(requirements)
        return self._finish(shop, base, build, requirements)

    def _repair(
        self,
        shop: Workshop,
        base: InterpreterReport,
        build: Build,
        requirements: tuple[str, ...],
        state: ManagedState,
    ) -> SetupResult:
        """Install what has changed into a copy of the environment, which costs links only."""
        if state.folder is None or state.stamp is None:
            return self._make(shop, base, build, requirements)
        changed = changed_requirements(state.stamp, requirements)
        needed = build.needed_bytes
        self._check_disk(int(_REPAIR_SHARE * needed) if _names_torch(changed) else needed // 10)
        shop.say(0.04, tr("Updating {packages}").format(packages=", ".join(changed)))
        copy_by_links(state.folder, shop.folder)
        tool = tool_for(shop, shop.folder, base)
        Installation(shop, tool, base, build).run(changed)
        return self._finish(shop, base, build, requirements)

    def _finish(
        self,
        shop: Workshop,
        base: InterpreterReport,
        build: Build,
        requirements: tuple[str, ...],
    ) -> SetupResult:
        shop.say(0.9, tr("Testing: a convolution on each device"))
        report = smoke_test(shop, build)
        stamp = Stamp(
            target=base.target,
            build=build.key,
            requirements=requirements,
            base=base.python,
            base_version=base.version,
            plugin=self._request.plugin,
            installed=report.versions,
        )
        write_stamp(shop.folder, stamp)
        place = self._request.place
        final = place / next_name(place, base.target.python, build.key)
        self._progress.check()
        os.rename(shop.folder, final)
        point_to(place, final)
        drop_downloads(place)
        sweep(place)
        seconds = time.monotonic() - self._started
        summary = self._summary(report, final, seconds)
        shop.note(summary)
        self._progress.update(1.0, summary)
        return SetupResult(
            python=environment_python(str(final)),
            folder=final,
            changed=True,
            summary=summary,
            devices=report.devices,
            log=self._log_path,
            seconds=seconds,
        )

    def _check_disk(self, needed: int) -> None:
        free = self._request.free_bytes(self._request.place)
        if free < needed:
            raise SetupDiskError(needed, free, self._request.place)

    def _summary(self, report: SmokeReport, final: Path, seconds: float) -> str:
        works = ", ".join(device.name for device in report.devices if device.works)
        return tr(
            "PyTorch {version} is ready in '{folder}' ({size}, set up in {time}). "
            "It computes on: {devices}."
        ).format(
            version=report.versions.get("torch", ""),
            folder=final,
            size=bytes_text(bytes_on_disk(final)),
            time=duration_text(seconds),
            devices=works,
        )


def copy_by_links(source: Path, target: Path) -> None:
    """A copy of an environment whose files are second names of the same ones, where possible.

    Installers replace files and never write into them, so the source stays as it is. What we
    write ourselves is left out.
    """

    def link(old: str, new: str) -> object:
        try:
            os.link(old, new, follow_symlinks=False)
        except (OSError, NotImplementedError):
            shutil.copy2(old, new, follow_symlinks=False)
        return new

    shutil.copytree(
        source,
        target,
        symlinks=True,
        copy_function=link,
        ignore=lambda folder, names: [
            name for name in names if name in (STAMP, IN_USE) and Path(folder) == source
        ],
    )


def _prepare_place(request: SetupRequest) -> None:
    problem = place_problem(str(request.place), sys.platform, {})
    if problem is None:
        try:
            request.place.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            problem = tr(
                "The folder '{folder}' cannot be made ({error}). Choose another place "
                "for the environment."
            ).format(folder=request.place, error=error.strerror)
    if problem is None and not os.access(request.place, os.W_OK):
        problem = tr("The folder '{folder}' is write-protected. Choose another place.").format(
            folder=request.place
        )
    if problem is None and request.wheels is not None and not any(request.wheels.glob("*.whl")):
        problem = tr("There are no wheels in the folder '{folder}'.").format(folder=request.wheels)
    if problem is not None:
        raise SetupError(problem, "permission")


def _can_repair(stamp: Stamp, base: InterpreterReport, build: Build) -> bool:
    return stamp.target == base.target and stamp.build == build.key


def _names_torch(requirements: tuple[str, ...]) -> bool:
    return any(one.startswith("torch==") for one in requirements)


@contextmanager
def _log(place: Path) -> Iterator[tuple[Path, IO[str]]]:
    folder = place / LOGS
    folder.mkdir(parents=True, exist_ok=True)
    for old in sorted(folder.glob("setup-*.log"))[: -(_KEPT_LOGS - 1)]:
        old.unlink(missing_ok=True)
    path = folder / f"setup-{time.strftime('%Y%m%d-%H%M%S')}-{os.getpid()}.log"
    with open(path, "w", encoding="utf-8", errors="replace") as file:
        yield path, file
