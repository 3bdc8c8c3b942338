"""Which of the interpreters of a computer an environment is made from."""

from __future__ import annotations

import platform
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from ..language import tr
from .interpreter_checks import InterpreterReport, base_problem, probe, runs_translated
from .interpreters import candidates, this_layout
from .setup_errors import SetupError
from .workshop import Workshop

_ENOUGH = 3  # interpreters that could be a base; more need not be asked


@dataclass(frozen=True)
class BaseChoice:
    """Bases to try in this order, and why others were left out, one sentence each."""

    bases: tuple[InterpreterReport, ...]
    refused: tuple[str, ...]


def find_bases(shop: Workshop) -> BaseChoice:
    """Ask the interpreters of this computer, or the one that the user named."""
    named = shop.request.base
    paths = [named] if named else candidates(this_layout(shop.request.environ))
    reports: list[InterpreterReport] = []
    refused: list[str] = []
    for path in paths:
        try:
            report = probe(path, shop.request.environ, progress=shop.progress)
        except SetupError as error:
            refused.append(error.message)
            continue
        problem = base_problem(report)
        if problem is not None:
            refused.append(problem)
        else:
            reports.append(report)
            if len(reports) == _ENOUGH and reports[0].has_ensurepip:
                break
    for sentence in refused:
        shop.note(tr("Left out: {sentence}").format(sentence=sentence))
    return BaseChoice(rank(reports, processor_is_arm=_processor_is_arm()), tuple(refused))


def rank(
    reports: Sequence[InterpreterReport], *, processor_is_arm: bool
) -> tuple[InterpreterReport, ...]:
    """Native ones first, then those that bring pip; otherwise in the order given."""
    return tuple(
        sorted(
            reports,
            key=lambda report: (
                runs_translated(report, processor_is_arm=processor_is_arm),
                not report.has_ensurepip,
            ),
        )
    )


def no_base(choice: BaseChoice) -> SetupError:
    """What to do where no interpreter can be a base."""
    system = {"win32": "Windows", "darwin": "macOS"}.get(sys.platform, "")
    advice = (
        tr("Install Python 3.12 from python.org, then try again or name it as the base.")
        if system
        else tr(
            "Install Python 3.9 or newer with its venv module (on Debian and Ubuntu: "
            "'sudo apt install python3-venv'), then try again."
        )
    )
    why = f" {choice.refused[0]}" if choice.refused else ""
    return SetupError(
        tr("No Python was found that an environment can be made from.{why} {advice}").format(
            why=why, advice=advice
        ),
        "start",
    )


def _processor_is_arm() -> bool:
    """Also where this process itself is translated, on a Mac."""
    return platform.machine() == "arm64" or "ARM64" in platform.version()
