"""Runs the smoke test in an environment and reads what it says."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..device import Device
from ..language import tr
from .builds import Build
from .failures import explain
from .interpreter_checks import ISOLATED
from .interpreters import environment_python
from .setup_errors import SetupError
from .workshop import Workshop

_SMOKE = Path(__file__).resolve().with_name("smoke.py")


@dataclass(frozen=True)
class SmokeReport:
    """Versions as they import, and the devices, fastest first."""

    versions: Mapping[str, str]
    devices: tuple[Device, ...]


def smoke_test(shop: Workshop, build: Build) -> SmokeReport:
    """Compute on each device; `SetupError` unless those that the build is for work."""
    python = environment_python(str(shop.folder))
    outcome = shop.run([python, *ISOLATED, str(_SMOKE)])
    if not outcome.ok:
        raise _did_not_run(outcome.returncode, outcome.lines)
    report = read_smoke_report(outcome.lines)
    problem = smoke_problem(report, build)
    if problem:
        raise SetupError(problem, "smoke")
    return report


def read_smoke_report(lines: Sequence[str]) -> SmokeReport:
    """The report in the last line; warnings of libraries may come before it."""
    try:
        facts = json.loads(lines[-1])
        return SmokeReport(
            versions={str(name): str(value) for name, value in facts["versions"].items()},
            devices=tuple(Device(**one) for one in facts["devices"]),
        )
    except (IndexError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise SetupError(
            tr("The new environment does not answer as it should."), "smoke"
        ) from error


def smoke_problem(report: SmokeReport, build: Build) -> str:
    """Why the environment is not fit for use; empty when it is."""
    for device in report.devices:
        if device.name == "cpu" and not device.works:
            return tr("PyTorch does not compute on this processor. {problem}").format(
                problem=device.problem
            )
    if not build.is_cuda:
        return ""
    cards = [device for device in report.devices if device.name.startswith("cuda")]
    if not cards:
        return tr(
            "The build {build} is installed but finds no NVIDIA card. Update "
            "NVIDIA's driver, or choose the build for the CPU."
        ).format(build=build.title)
    if not any(card.works for card in cards):
        told = "; ".join(f"{card.title}: {card.problem}" for card in cards)
        return tr(
            "The build {build} does not compute on the card ({problem}). Update "
            "NVIDIA's driver, or choose another build."
        ).format(build=build.title, problem=told)
    return ""


def _did_not_run(returncode: int, lines: Sequence[str]) -> SetupError:
    failure = explain(lines)
    if failure.kind in ("libraries", "disk", "permission"):
        return SetupError(failure.sentence, failure.kind)
    if returncode in (-4, 132):  # SIGILL, also as a shell reports it
        failure = explain(["illegal instruction"])
        return SetupError(failure.sentence, failure.kind)
    last = lines[-1].strip() if lines else tr("it ended with code {code}").format(code=returncode)
    return SetupError(
        tr(
            "PyTorch is installed but does not run: {reason}. Try again; if it stays so, "
            "name an interpreter of your own."
        ).format(reason=last),
        "smoke",
    )
