"""Puts the packages into an environment, from the source that has them."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from typing import Optional

from ..language import tr
from ..units import bytes_text
from .builds import Build
from .child_process import Outcome
from .environment_creation import pip_instead
from .failures import Failure, explain
from .interpreter_checks import ISOLATED, InterpreterReport, version_numbers
from .interpreters import environment_python
from .package_tools import (
    PackageTool,
    PipTool,
    Source,
    configured_source,
    gpu_packages,
    needs_torch_index,
    torch_source,
    wheel_folder_source,
)
from .setup_errors import SetupError
from .workshop import InstallProgress, Workshop

_ATTEMPTS = 3  # of a download that breaks off; what is complete is in the cache
_PAUSE_S = 2.0
# Goes on with a file where its download broke off, instead of starting it again.
_NEWER_PIP, _RESUMES_SINCE = "pip>=25.1", (25, 1)


class Installation:
    """Installs ``requirements`` with ``tool``, from ``start`` to ``end`` of the whole progress."""

    def __init__(
        self,
        shop: Workshop,
        tool: PackageTool,
        base: InterpreterReport,
        build: Build,
    ) -> None:
        self._shop = shop
        self._tool = tool
        self._base = base
        self._build = build
        expected = build.download_bytes + build.installed_bytes
        self._progress = InstallProgress(shop, 0.1, 0.88, expected)

    def run(self, requirements: Sequence[str]) -> None:
        """Raises `SetupError` with what stood in the way."""
        wheels = self._shop.request.wheels
        if wheels is not None:
            self._install_or_fail(requirements, wheel_folder_source(wheels))
            return
        configured = configured_source(self._shop.request.network)
        torch = [one for one in requirements if one.startswith("torch==")]
        if torch and needs_torch_index(self._build, self._base.target.system):
            failure = self._install(
                torch, torch_source(self._shop.request.network, self._build), alone=True
            )
            if failure is not None:
                self._fall_back(requirements, configured, failure)
        self._install_or_fail(requirements, configured)

    def _fall_back(self, requirements: Sequence[str], configured: Source, failure: Failure) -> None:
        """Let the configured index give torch too, unless that is another build."""
        index = f"{self._shop.request.network.torch_index}/{self._build.key}"
        if self._build.is_cuda or not failure.is_worth_another_source:
            raise self._error(
                failure, tr("PyTorch could not be fetched from {index}.").format(index=index)
            )
        self._shop.note(f"{index} cannot be used: {failure.sentence} {failure.line}")
        self._shop.progress.info(
            tr("PyTorch's own index ({index}) cannot be used; the configured one is asked.").format(
                index=index
            )
        )
        if not self._tool.can_preview:
            self._update_pip(configured)
        if not self._tool.can_preview:
            raise self._error(
                failure,
                tr(
                    "PyTorch could not be fetched from {index}, and this pip is too old "
                    "to see which build another index has."
                ).format(index=index),
            )
        names = self._preview(requirements, configured)
        if names:
            raise SetupError(
                tr(
                    "PyTorch's build for the CPU could not be fetched from {index}, and "
                    "the configured index has only the one for NVIDIA cards ({count} "
                    "more packages, about {size}). {problem} Or choose a build for "
                    "NVIDIA."
                ).format(
                    index=index,
                    count=len(names),
                    size=bytes_text(2400000000.0),
                    problem=failure.sentence,
                ),
                failure.kind,
            )

    def _preview(self, requirements: Sequence[str], source: Source) -> list[str]:
        report = self._shop.temporary / "preview.json"
        report.unlink(missing_ok=True)
        outcome = self._child(self._tool.preview(requirements, source, report))
        if not outcome.ok:
            failure = explain(outcome.lines)
            if self._change_tool():
                return self._preview(requirements, source)
            raise self._error(
                failure,
                tr("The packages are not to be had from {source}.").format(source=source.title),
            )
        return gpu_packages(outcome.lines, report)

    def _update_pip(self, source: Source) -> None:
        if not isinstance(self._tool, PipTool):
            return
        if self._child(self._tool.install([_NEWER_PIP], source)).ok:
            outcome = self._child([*self._tool.command, "--version"])
            words = outcome.lines[-1].split() if outcome.ok and outcome.lines else []
            if len(words) > 1:
                self._tool = replace(self._tool, version=version_numbers(words[1]))

    def _install_or_fail(self, requirements: Sequence[str], source: Source) -> None:
        failure = self._install(requirements, source)
        if failure is not None and failure.is_worth_another_source and self._change_tool():
            failure = self._install(requirements, source)
        if failure is not None:
            raise self._error(
                failure,
                tr("The packages could not be installed from {source}.").format(
                    source=source.title
                ),
            )

    def _install(
        self, requirements: Sequence[str], source: Source, *, alone: bool = False
    ) -> Optional[Failure]:
        """``None`` when all is installed; a broken download is tried again."""
        for attempt in range(_ATTEMPTS):
            self._shop.note(f"From {source.title}: {' '.join(requirements)}")
            outcome = self._child(self._tool.install(requirements, source, alone=alone))
            if outcome.ok:
                return None
            failure = explain(outcome.lines)
            if failure.kind != "interrupted" or attempt + 1 == _ATTEMPTS:
                return failure
            self._shop.note(f"Broken off ({failure.line}); trying again.")
            self._pause()
            if isinstance(self._tool, PipTool) and self._tool.version < _RESUMES_SINCE:
                self._update_pip(configured_source(self._shop.request.network))
        return failure

    def _change_tool(self) -> bool:
        """Go on with pip where uv failed, as it has settings of its own."""
        other = pip_instead(self._shop, self._tool, self._base)
        if other is None:
            return False
        self._shop.note("uv failed; pip is tried.")
        self._tool = other
        return True

    def _child(self, command: Sequence[str]) -> Outcome:
        return self._shop.run(command, self._progress.line, self._progress.activity)

    def _pause(self) -> None:
        until = time.monotonic() + _PAUSE_S
        while time.monotonic() < until:
            self._shop.progress.check()
            time.sleep(0.1)

    def _error(self, failure: Failure, what: str) -> SetupError:
        return SetupError(f"{what} {failure.sentence}", failure.kind)


def check_imports(shop: Workshop) -> None:
    """`SetupError` unless the environment sees its own packages only."""
    python = environment_python(str(shop.folder))
    script = "import sys; print(chr(10).join(sys.path))"
    outcome = shop.run([python, *ISOLATED, "-c", script])
    foreign = [
        line
        for line in outcome.lines
        if "site-packages" in line or "dist-packages" in line
        if not line.startswith(str(shop.folder.resolve())) and not line.startswith(str(shop.folder))
    ]
    if foreign:
        raise SetupError(
            tr(
                "The environment would also see packages of others, in '{folder}'. "
                "Install Python from python.org and name it as the base."
            ).format(folder=foreign[0]),
            "start",
        )
