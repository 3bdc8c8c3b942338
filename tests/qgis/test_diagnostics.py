"""The report: complete, without the user's name, and never a failure."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsApplication, QgsProcessingContext

from ...core import diagnostics
from ...core.catalog import Catalog
from ...core.device import Device
from ...core.errors import EngineError
from ...core.worker.homes import NONE, OWN, Choice, EngineSettings
from ...processing_provider.provider import TerraloomProvider
from .conftest import RecordingFeedback
from .fakes import FakeEngine

HEADINGS = (
    "QGIS", "Settings", "Plugins", "Computer", "Home of PyTorch", "Managed environment", "Models",
    "Variables", "Graphics cards", "PyTorch", "Worker's last lines", "Last set-up",
)  # fmt: skip


class TalkingEngine(FakeEngine):
    """An engine with a device, and with a worker that has said something."""

    def versions(self) -> dict[str, str]:
        return {"torch": "2.13.0"}

    def examine_devices(self) -> tuple[Device, ...]:
        return (Device("cuda:0", "RTX 4070", 12 * 10**9), Device("cpu", "x86", problem="It hurts."))

    def last_lines(self) -> tuple[str, ...]:
        return ("loading", "/home/ada/models gone")


def installation(tmp_path: Path, **changes: Any) -> diagnostics.Installation:
    given = diagnostics.Installation(
        engine=TalkingEngine(),
        home=Choice(OWN, "/home/ada/python", "Chosen interpreter."),
        settings=EngineSettings(place=str(tmp_path / "place")),
        environ={},
        catalog=Catalog([tmp_path]).scan(),
    )
    return replace(given, **changes)


def test_the_algorithm_writes_text_and_html(
    provider: TerraloomProvider,
    context: QgsProcessingContext,
    feedback: RecordingFeedback,
    tmp_path: Path,
) -> None:
    for name in ("berícht.md", "berícht.html"):
        output = tmp_path / name
        algorithm = provider.algorithm("diagnostics").create()
        results, worked = algorithm.run({"OUTPUT": str(output)}, context, feedback, {}, False)
        assert worked
        text = output.read_text(encoding="utf-8")
        tags = ("<h2>{}</h2>", "&#x27;") if name.endswith("html") else ("## {}\n", "'")
        for heading in HEADINGS:
            assert tags[0].format(heading.replace("'", tags[1])) in text
        assert results["REPORT"].startswith("# Terraloom diagnostics")
        assert results["REPORT"] in feedback.infos[-1]


def test_versions_name_qgis_gdal_and_proj(
    provider: TerraloomProvider, context: QgsProcessingContext, feedback: RecordingFeedback
) -> None:
    algorithm = provider.algorithm("diagnostics").create()
    results, _ = algorithm.run({}, context, feedback, {}, False)
    for start in ("- QGIS: 3", "- Qt: ", "- GDAL/OGR: ", "- PROJ: ", "- System: ", "- Terraloom: "):
        assert start in results["REPORT"]


def test_devices_and_the_last_lines_of_the_worker_are_told(tmp_path: Path) -> None:
    text = diagnostics.collect(diagnostics.parts_of(installation(tmp_path)), str).markdown()
    assert "- torch: 2.13.0" in text
    assert "- cuda:0: RTX 4070, 12 GB: works" in text
    assert "- cpu: x86: It hurts." in text
    assert "loading\n/home/ada/models gone" in text


def test_a_part_that_fails_says_why_and_the_others_are_told(tmp_path: Path) -> None:
    class Broken(TalkingEngine):
        def examine_devices(self) -> tuple[Device, ...]:
            raise EngineError("The worker crashed in /home/ada/x.")

    (tmp_path / "place").write_text("a file where a folder should be")
    report = diagnostics.collect(
        diagnostics.parts_of(installation(tmp_path, engine=Broken())),
        diagnostics.hider({"HOME": "/home/ada"}),
    )
    text = report.markdown()
    assert "- could not be collected: EngineError: The worker crashed in ~/x." in text
    assert "~/models gone" in text
    assert [section.title for section in report.sections] == list(HEADINGS[3:])


def test_without_a_home_no_device_is_asked(tmp_path: Path) -> None:
    nowhere = installation(tmp_path, home=Choice(NONE, None, "Not set up."), engine=FakeEngine())
    text = diagnostics.collect(diagnostics.parts_of(nowhere), str).markdown()
    assert "- PyTorch: not set up" in text
    assert "could not be collected" not in text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/home/ada/x/y", "~/x/y"),
        ("'/home/ada'", "'~'"),
        ("/home/adam/x", "/home/<user>/x"),
        ("/home/bob/x and /Users/carol/y", "/home/<user>/x and /Users/<user>/y"),
        ("/mnt/ada/x", "/mnt/<user>/x"),
        (r"C:\Users\Ada Lovelace\x", r"~\x"),
        (r"c:\users\ada lovelace\x", r"~\x"),
        ("C:/Users/Ada Lovelace/x", "~/x"),
        ("http://ada:secret@proxy.example/", "http://***@proxy.example/"),
        ("nothing of hers: adage", "nothing of hers: adage"),
    ],
)
def test_user_names_are_removed(text: str, expected: str) -> None:
    hide = diagnostics.hider(
        {"HOME": "/home/ada", "USERPROFILE": r"C:\Users\Ada Lovelace", "USER": "ada"}
    )
    assert hide(text) == expected


def test_secrets_in_variables_are_not_told() -> None:
    rows = dict(
        diagnostics.variables(
            {
                "HTTPS_PROXY": "http://u:p@x",
                "PIP_INDEX_URL": "https://token@host/simple",
                "GDAL_DATA": "/usr/share/gdal",
                "MY_PASSWORD": "hunter2",
            }
        )
    )
    assert rows == {
        "HTTPS_PROXY": "(set)",
        "PIP_INDEX_URL": "(set)",
        "GDAL_DATA": "/usr/share/gdal",
    }


def test_the_end_of_the_last_set_up_is_quoted(tmp_path: Path, qgis: QgsApplication) -> None:
    logs = tmp_path / "place" / "logs"
    logs.mkdir(parents=True)
    lines = [f"line {number} ```" for number in range(100)]
    (logs / "setup-20260101-000000-1.log").write_text("\n".join(lines), encoding="utf-8")
    (path, end) = diagnostics.set_up_log(tmp_path / "place")
    assert path[1].endswith(".log")
    assert end[1].splitlines() == lines[-40:]
    section = diagnostics.Section("Log", (end,))
    assert diagnostics.Report((section,)).markdown().count("```") == 2
