"""One real set-up with a real Python, pip and torch, where the configured index has them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ...core.worker.installer import SetupRequest, set_up
from ...core.worker.interpreter_checks import check_interpreter, probe
from ...core.worker.managed import managed_state, remove_managed
from ...core.worker.network import network_from_environ
from ...core.worker.package_tools import gpu_packages
from ...core.worker.pins import pins_for


def why_not(base: str, tmp_path: Path) -> str:
    """Why the real thing cannot be tried here in a minute; empty where it can."""
    try:
        report = probe(base, os.environ)
        requirement = f"torch=={pins_for(report.target).torch}"
    except Exception as error:
        return str(error)
    if not report.has_ensurepip:
        return f"'{base}' has no ensurepip"
    file = tmp_path / "report.json"
    options = ["--dry-run", "--ignore-installed", "--no-deps", "--retries=0", "--timeout=5", "-q"]
    run = subprocess.run(
        [base, "-m", "pip", "install", *options, f"--report={file}", requirement],
        capture_output=True,
        timeout=60,
        check=False,
    )
    if run.returncode != 0 or gpu_packages([], file):
        return f"the configured index has no {requirement}"
    address = json.loads(file.read_text(encoding="utf-8"))["install"][0]["download_info"]["url"]
    if not address.startswith("file:"):
        return f"{requirement} would be a download of hundreds of megabytes"
    return ""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks for /usr/bin/python3")
def test_a_real_environment_is_made_used_and_removed(tmp_path: Path) -> None:
    base = "/usr/bin/python3"
    reason = why_not(base, tmp_path)
    if reason:
        pytest.skip(reason)
    place = tmp_path / "ein Ort für PyTorch"
    request = SetupRequest(
        place=place,
        environ={**os.environ, "PYTHONPATH": "/nowhere", "PYTHONHOME": "/nowhere"},
        base=base,
        uv="",
        network=network_from_environ(os.environ),
    )
    result = set_up(request)
    assert [device.works for device in result.devices] == [True]
    assert managed_state(place).kind == "ready"
    verdict = check_interpreter(result.python, os.environ)
    assert verdict.accepted
    assert verdict.versions["torch"].startswith("2.")
    assert remove_managed(place) > 100e6
    assert not place.exists()
