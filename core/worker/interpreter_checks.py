"""Whether an interpreter can be a base or a home for torch: asked in a clean child of its own."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Optional

from ..errors import TerraloomError
from ..language import tr
from ..progress import NULL_PROGRESS, Progress
from .child_environment import clean_environment, conda_environment
from .child_process import Watch, run_watched
from .interpreters import looks_like_python
from .pins import MACOS, OLDEST_PYTHON, OLDEST_TORCH, Target, pins_for
from .setup_errors import SetupError

ISOLATED = ("-I", "-B", "-X", "utf8")
_PROBE = Path(__file__).resolve().with_name("interpreter_probe.py")
_PROBE_SILENCE_S = 60.0
_IMPORT_SILENCE_S = 180.0  # the first import of torch from a cold disk, through a virus scanner


@dataclass(frozen=True)
class InterpreterReport:
    """What an interpreter said of itself; see `interpreter_probe`."""

    python: str
    version: tuple[int, int, int]
    implementation: str
    target: Target
    bits: int
    prefix: str
    has_venv: bool
    has_ensurepip: bool
    pip: tuple[int, ...]  # empty: there is none
    packages: Mapping[str, str] = field(default_factory=dict)
    problems: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Verdict:
    """Whether an interpreter is accepted, and why (not) in one sentence."""

    python: str
    accepted: bool
    reason: str
    versions: Mapping[str, str] = field(default_factory=dict)


def interpreter_environment(python: str, environ: Mapping[str, str]) -> dict[str, str]:
    """The variables to start ``python`` with."""
    clean = clean_environment(environ)
    prefix = os.path.dirname(python)
    if sys.platform == "win32" and os.path.isdir(os.path.join(prefix, "conda-meta")):
        return conda_environment(clean, prefix)
    return clean


def probe(
    python: str,
    environ: Mapping[str, str],
    *,
    imports: bool = False,
    progress: Progress = NULL_PROGRESS,
) -> InterpreterReport:
    """Ask an interpreter what it is; `SetupError` says why it gave no answer."""
    if not looks_like_python(python):
        raise SetupError(
            tr(
                "'{python}' is not named like a Python interpreter, so it was not "
                "started. Choose the file 'python' or 'python.exe'."
            ).format(python=python),
            "start",
        )
    command = [python, *ISOLATED, str(_PROBE), *(["import"] if imports else [])]
    watch = Watch(progress, silence_s=_IMPORT_SILENCE_S if imports else _PROBE_SILENCE_S)
    folder = Path(python).parent
    outcome = run_watched(command, interpreter_environment(python, environ), folder, watch)
    if not outcome.ok:
        last = outcome.lines[-1] if outcome.lines else tr("it said nothing")
        older = any("annotations is not defined" in line for line in outcome.lines)
        reason = (
            tr("it is older than Python 3.9")
            if older or "-I" in last
            else tr("it ends with: {last}").format(last=last)
        )
        raise SetupError(
            tr("'{python}' does not start as Python 3.9 or newer: {reason}.").format(
                python=python, reason=reason
            ),
            "start",
        )
    return read_report(python, outcome.lines)


def read_report(python: str, lines: Sequence[str]) -> InterpreterReport:
    """The report in what a probe wrote; other lines may come before it."""
    try:
        facts = json.loads(lines[-1])
        version = tuple(int(part) for part in facts["version"])
        target = Target(
            python=(version[0], version[1]),
            system=str(facts["system"]),
            machine=str(facts["machine"]),
            macos=_two_numbers(str(facts["macos"])),
            libc=str(facts["libc"]) if facts["system"].startswith("linux") else "",
        )
        return InterpreterReport(
            python=python,
            version=(version[0], version[1], version[2]),
            implementation=str(facts["implementation"]),
            target=target,
            bits=int(facts["bits"]),
            prefix=str(facts["prefix"]),
            has_venv=bool(facts["venv"]),
            has_ensurepip=bool(facts["ensurepip"]),
            pip=version_numbers(str(facts["pip"])),
            packages={str(k): str(v) for k, v in facts.get("packages", {}).items()},
            problems={str(k): str(v) for k, v in facts.get("problems", {}).items()},
        )
    except (IndexError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise SetupError(
            tr("'{python}' does not answer like a Python interpreter.").format(python=python),
            "start",
        ) from error


def base_problem(report: InterpreterReport) -> Optional[str]:
    """Why an environment cannot be made from the interpreter; ``None`` when it can."""
    general = _python_problem(report)
    if general is not None:
        return general
    if not report.has_venv:
        return tr(
            "'{python}' has no module venv. Install it (on Debian and Ubuntu: 'sudo "
            "apt install python{version}-venv')."
        ).format(python=report.python, version=f"{report.version[0]}.{report.version[1]}")
    try:
        pins_for(report.target)
    except SetupError as error:
        return error.message
    return None


def judge(report: InterpreterReport) -> Verdict:
    """Whether the interpreter can run models as it is."""
    reason = _python_problem(report) or _packages_problem(report)
    if reason is not None:
        return Verdict(report.python, accepted=False, reason=reason, versions=report.packages)
    version = ".".join(str(part) for part in report.version)
    return Verdict(
        report.python,
        accepted=True,
        reason=tr("Python {python} with PyTorch {torch}.").format(
            python=version, torch=report.packages["torch"]
        ),
        versions={"python": version, **report.packages},
    )


def check_interpreter(
    python: str, environ: Mapping[str, str], progress: Progress = NULL_PROGRESS
) -> Verdict:
    """Whether models can run in an interpreter that the user names."""
    if not os.path.isfile(python):
        reason = tr("There is no file '{python}'. Choose a Python interpreter that exists.").format(
            python=python
        )
        return Verdict(python, accepted=False, reason=reason)
    try:
        return judge(probe(python, environ, imports=True, progress=progress))
    except TerraloomError as error:
        return Verdict(python, accepted=False, reason=str(error))


def version_numbers(text: str) -> tuple[int, ...]:
    """``"2.13.0+cpu"`` -> ``(2, 13, 0)``; as far as there are numbers."""
    numbers = []
    for part in text.partition("+")[0].split("."):
        digits = part[: len(part) - len(part.lstrip("0123456789"))]
        if not digits:
            break
        numbers.append(int(digits))
    return tuple(numbers)


def runs_translated(report: InterpreterReport, *, processor_is_arm: bool) -> bool:
    """Whether it is an Intel Python on an Apple processor, which gets old packages only."""
    return report.target.system == MACOS and report.target.is_intel and processor_is_arm


def _python_problem(report: InterpreterReport) -> Optional[str]:
    version = ".".join(str(part) for part in report.version)
    if report.version[:2] < OLDEST_PYTHON:
        return tr("'{python}' is Python {version}; 3.9 or newer is needed.").format(
            python=report.python, version=version
        )
    if report.implementation != "CPython":
        return tr("'{python}' is {implementation}; PyTorch needs CPython.").format(
            python=report.python, implementation=report.implementation
        )
    if report.bits != 64:
        return tr("'{python}' is a {bits}-bit Python; PyTorch needs 64 bits.").format(
            python=report.python, bits=report.bits
        )
    return None


def _packages_problem(report: InterpreterReport) -> Optional[str]:
    titles = {"torch": "PyTorch", "numpy": "numpy", "safetensors": "safetensors"}
    for name, title in titles.items():
        if name in report.packages:
            continue
        why = report.problems.get(name, "")
        if "No module named" in why and f"'{name}'" in why:
            return tr(
                "{package} is not installed in '{python}'. Install it there, for "
                "example with '{python} -m pip install {name}' (packages in the "
                "user's own site folder are not used)."
            ).format(package=title, python=report.python, name=name)
        first = why.splitlines()[0] if why else tr("it gave no reason")
        return tr("{package} in '{python}' cannot be loaded: {reason}").format(
            package=title, python=report.python, reason=first
        )
    if version_numbers(report.packages["torch"])[:2] < OLDEST_TORCH:
        return tr(
            "'{python}' has PyTorch {torch}; 2.2 or newer is needed. Update it, "
            "for example with '{python} -m pip install --upgrade torch'."
        ).format(python=report.python, torch=report.packages["torch"])
    return None


def _two_numbers(text: str) -> tuple[int, int]:
    numbers = (*version_numbers(text), 0, 0)
    return (numbers[0], numbers[1])
