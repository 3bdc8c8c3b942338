"""Set-ups with a real Python, venv and pip: with wheels of a few lines, and, when asked, torch."""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Optional

import pytest

from ...core.worker import environment_creation, pins, pip_fetch, smoke_report
from ...core.worker.installer import SetupRequest, SetupResult, set_up
from ...core.worker.interpreter_checks import check_interpreter, probe
from ...core.worker.locks import Lease
from ...core.worker.managed import managed_state, remove_managed
from ...core.worker.network import network_from_environ
from ...core.worker.setup_errors import SetupError

BASE = "/usr/bin/python3"
UV = shutil.which("uv") or ""
ASKED = "TERRALOOM_TEST_SETUP"

SMOKE = """
import json, sys, torch, numpy, safetensors, packaging
import os
foreign = [p for p in sys.path if "dist-packages" in p]
if foreign or os.environ.get("PYTHONPATH"):
    raise SystemExit(f"sees {foreign}")
versions = {"torch": torch.__version__, "safetensors": safetensors.__version__}
cpu = {"name": "cpu", "title": "tiny", "memory_bytes": 0, "problem": ""}
print(json.dumps({"versions": versions, "devices": [cpu]}))
"""


def usable_base() -> bool:
    """Whether /usr/bin/python3 brings venv and pip, and there are pins for it."""
    if not sys.platform.startswith("linux") or not Path(BASE).is_file():
        return False
    try:
        report = probe(BASE, os.environ)
    except SetupError:
        return False
    return report.has_venv and report.has_ensurepip and report.version >= (3, 9)


needs_base = pytest.mark.skipif(
    not usable_base(), reason=f"{BASE} with venv and ensurepip is the base here"
)


needs_uv = pytest.mark.skipif(not UV, reason="uv is not installed")


def write_wheel(folder: Path, requirement: str) -> None:
    """A wheel of a package that holds its version."""
    name, _, version = requirement.partition("==")
    info = f"{name}-{version}.dist-info"
    files = {
        f"{name}/__init__.py": f'__version__ = "{version}"\n',
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(f"{path},,\n" for path in [*files, f"{info}/RECORD"])
    with zipfile.ZipFile(folder / f"{name}-{version}-py3-none-any.whl", "w") as wheel:
        for path, text in {**files, f"{info}/RECORD": record}.items():
            wheel.writestr(path, text)


@pytest.fixture
def wheels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "Räder auf Vorrat"
    folder.mkdir()
    for requirement in pins.pins_for(probe(BASE, os.environ).target).requirements():
        write_wheel(folder, requirement)
    smoke = tmp_path / "smoke.py"
    smoke.write_text(SMOKE, encoding="utf-8")
    monkeypatch.setattr(smoke_report, "_SMOKE", smoke)
    return folder


def make(
    place: Path, wheels: Optional[Path], environ: Mapping[str, str], uv: str = ""
) -> SetupResult:
    return set_up(
        SetupRequest(
            place=place,
            environ={**environ, "PYTHONPATH": "/nowhere", "PYTHONHOME": "/nowhere"},
            base=BASE,
            uv=uv,
            wheels=wheels,
            network=network_from_environ(environ),
        )
    )


@needs_base
@pytest.mark.parametrize("uv", ["", pytest.param(UV, marks=needs_uv)], ids=["pip", "uv"])
def test_offline_from_wheels_and_an_update_beside_one_in_use(
    uv: str, tmp_path: Path, wheels: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "ein Ort für alles"
    first = make(place, wheels, os.environ, uv)
    assert first.log is not None
    said = first.log.read_text(encoding="utf-8")
    assert ("uv pip install" in said) == bool(uv)
    assert "is tried" not in said
    assert managed_state(place).kind == "ready"
    lease = Lease(first.folder)

    monkeypatch.setattr(pins, "_SAFETENSORS", "0.7.9")
    write_wheel(wheels, "safetensors==0.7.9")
    second = make(place, wheels, os.environ, uv)
    state = managed_state(place)
    assert state.stamp is not None
    assert state.stamp.installed["safetensors"] == "0.7.9"

    # The one that another window works with is whole and has its own versions.
    kept = list(first.folder.glob("lib/python3*/site-packages/safetensors/__init__.py"))
    assert [path.read_text(encoding="utf-8") for path in kept] == ['__version__ = "0.7.0"\n']
    lease.release()
    assert remove_managed(place) > 0
    assert not Path(second.python).exists()


@needs_base
def test_a_base_without_ensurepip_for_real(
    tmp_path: Path, wheels: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Debian without python3-venv: pip comes from the system's wheel, or from the base's own."""
    program = tmp_path / "python3"
    program.write_text(
        "#!/bin/sh\n"
        "# Says that it has no ensurepip, and is /usr/bin/python3 otherwise.\n"
        f'"{BASE}" "$@" | sed \'s/"ensurepip": true/"ensurepip": false/\'\n',
        encoding="utf-8",
    )
    program.chmod(0o755)
    report = probe(str(program), os.environ)
    system = [Path(name) for name in environment_creation._SYSTEM_WHEELS]
    has_wheel = any(list(folder.glob("pip-*.whl")) for folder in system)
    if not has_wheel and report.pip < (22, 3):
        pytest.skip("neither a wheel of pip nor a pip that installs elsewhere")
    request = SetupRequest(
        place=tmp_path / "place", environ=os.environ, base=str(program), uv="", wheels=wheels
    )
    assert not report.has_ensurepip
    assert set_up(request).changed


def test_a_fetched_pip_must_have_its_hash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        pip_fetch.urllib.request, "urlopen", lambda address, timeout: io.BytesIO(b"a wheel")
    )
    target = tmp_path / "pip.whl"
    address = "https://example.org/pip.whl"
    assert "its hash differs" in pip_fetch.fetch(address, "00-11", str(target))
    assert "not a secure address" in pip_fetch.fetch("http://x/pip.whl", "", str(target))
    assert not target.exists()
    assert pip_fetch.fetch(address, hashlib.sha256(b"a wheel").hexdigest(), str(target)) == ""
    assert target.read_bytes() == b"a wheel"


@needs_base
@pytest.mark.skipif(
    ASKED not in os.environ,
    reason=f"installs PyTorch itself, a minute or more: set {ASKED}=1",
)
def test_torch_itself_is_installed_tested_and_removed(tmp_path: Path) -> None:
    place = tmp_path / "ein Ort für PyTorch"
    result = make(place, None, os.environ)
    assert [device.works for device in result.devices] == [True]
    verdict = check_interpreter(result.python, os.environ)
    assert verdict.accepted
    assert verdict.versions["torch"].startswith("2.")
    assert remove_managed(place) > 100e6
    assert not place.exists()
