"""The managed set-up with fake interpreters: every way it can fail, and that it then can go on."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ...core.errors import Cancelled
from ...core.progress import NullProgress
from ...core.worker import base_choice, environment_creation, installation, pins
from ...core.worker.installer import SetupRequest, set_up
from ...core.worker.locks import setup_lock
from ...core.worker.managed import managed_state
from ...core.worker.network import Network
from ...core.worker.setup_errors import SetupDiskError, SetupError
from .fake_interpreters import calls, is_running, set_plan, steps, write_fake_python

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the fakes are scripts with #!")

BROKEN = "IncompleteRead: Connection broken: 1000 bytes read, 99000 more expected"
UNREACHABLE = "ERROR: Failed to establish a new connection: [Errno -2] Name or service not known"


class Recorder(NullProgress):
    """Keeps what it is told; cancels when a text comes."""

    def __init__(self, cancel_at: str = "") -> None:
        self.texts: list[str] = []
        self.fractions: list[float] = []
        self._cancel_at = cancel_at
        self._cancelled = False

    def update(self, fraction: float, message: str = "") -> None:
        self.texts.append(message)
        self.fractions.append(fraction)
        if self._cancel_at and self._cancel_at in message:
            self._cancelled = True

    def info(self, message: str) -> None:
        self.texts.append(message)

    def cancelled(self) -> bool:
        return self._cancelled


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(installation, "_PAUSE_S", 0.0)
    monkeypatch.setattr(environment_creation, "_SYSTEM_WHEELS", ())
    return tmp_path / "höme"


@pytest.fixture
def request_for(home: Path, tmp_path: Path) -> Callable[..., SetupRequest]:
    def make(**changes: Any) -> SetupRequest:
        values: dict[str, Any] = {
            "place": tmp_path / "a pläce",
            "environ": {"FAKE_HOME": str(home), "PATH": os.environ["PATH"]},
            "base": str(home / "python3"),
            "uv": "",
            "silence_s": 30.0,
        }
        return SetupRequest(**{**values, **changes})

    return make


def left_over(place: Path) -> list[str]:
    return sorted(p.name for p in place.iterdir() if p.name.startswith(("new-", "old-", "py")))


def test_a_set_up_gives_an_environment_that_is_found_again(home, request_for) -> None:
    write_fake_python(home)
    progress = Recorder()
    result = set_up(request_for(), progress)
    state = managed_state(request_for().place)
    assert (state.kind, state.python) == ("ready", result.python)
    assert result.changed
    assert Path(result.python).is_file()
    assert left_over(request_for().place) == ["py311-cpu-1"]
    assert not (request_for().place / "cache").exists()
    assert progress.fractions == sorted(progress.fractions)
    assert any("Downloading torch 2.13.0 (191.8 MB)" in text for text in progress.texts)
    assert [d.name for d in result.devices] == ["cpu"]


def test_a_second_set_up_finds_nothing_to_do(home, request_for) -> None:
    write_fake_python(home)
    first = set_up(request_for())
    set_plan(home)
    again = set_up(request_for())
    assert (again.python, again.changed) == (first.python, False)
    assert steps(home) == []


def test_torch_comes_from_its_own_index_first(home, request_for) -> None:
    write_fake_python(home)
    set_up(request_for())
    torch = next(one for one in calls(home) if one["step"] == "torch")
    assert "https://download.pytorch.org/whl/cpu" in torch["arguments"]
    assert "torch==2.13.0" in torch["arguments"]
    assert "preview" not in steps(home)


def test_where_its_index_cannot_be_reached_the_configured_one_is_asked(home, request_for) -> None:
    write_fake_python(home, torch=[UNREACHABLE])
    progress = Recorder()
    set_up(request_for(), progress)
    assert steps(home)[-4:] == ["torch", "preview", "install", "smoke"]
    assert any("the configured one is asked" in text for text in progress.texts)


def test_the_fall_back_never_brings_the_gpu_build_unasked(home, request_for) -> None:
    write_fake_python(home, torch=[UNREACHABLE], resolved=["torch", "nvidia-cudnn-cu13", "triton"])
    with pytest.raises(SetupError, match="only the one for NVIDIA cards") as caught:
        set_up(request_for())
    assert caught.value.kind == "network"
    assert "install" not in steps(home)


def test_a_chosen_gpu_build_is_never_replaced(home, request_for) -> None:
    write_fake_python(home, torch=[UNREACHABLE])
    with pytest.raises(SetupError, match=r"whl/cu126.*cannot be reached"):
        set_up(request_for(build="cu126"))
    assert "install" not in steps(home)


def test_too_little_disk_is_said_before_anything_is_fetched(home, request_for) -> None:
    write_fake_python(home)
    with pytest.raises(SetupDiskError, match="only 5 MB are free") as caught:
        set_up(request_for(free_bytes=lambda folder: 5_000_000))
    assert caught.value.needed > 10**9
    assert steps(home) == ["probe"]
    assert left_over(request_for().place) == []


def test_a_disk_that_fills_up_leaves_nothing_half_made(home, request_for) -> None:
    write_fake_python(home, install=["OSError: [Errno 28] No space left on device"])
    with pytest.raises(SetupError, match="The disk is full") as caught:
        set_up(request_for())
    assert caught.value.log is not None
    assert "No space left" in caught.value.log.read_text(encoding="utf-8")
    assert left_over(request_for().place) == []
    assert managed_state(request_for().place).kind == "missing"


def test_a_silent_installer_is_ended_with_all_its_children(home, request_for) -> None:
    write_fake_python(home, install=["hang"])
    started = time.monotonic()
    with pytest.raises(SetupError, match="did nothing for") as caught:
        set_up(request_for(silence_s=3.0))
    assert caught.value.kind == "silence"
    assert time.monotonic() - started < 20
    assert not is_running(calls(home)[-1]["pid"])
    assert not is_running(int((home / "grandchild.txt").read_text()))
    assert left_over(request_for().place) == []


def test_a_broken_download_is_tried_again_at_once(home, request_for) -> None:
    write_fake_python(home, install=[BROKEN, BROKEN, "ok"])
    set_up(request_for())
    assert steps(home).count("install") == 3
    # The pip that Python 3.11 comes with cannot go on in the middle of a file.
    assert steps(home).count("pip") == 2


def test_a_pip_that_resumes_downloads_is_left_as_it_is(home, request_for) -> None:
    write_fake_python(home, install=[BROKEN, "ok"], has_pip="25.3")
    set_up(request_for())
    assert (steps(home).count("install"), steps(home).count("pip")) == (2, 0)


def test_after_a_broken_download_the_next_attempt_has_what_was_complete(home, request_for) -> None:
    write_fake_python(home, install=[BROKEN])
    with pytest.raises(SetupError, match="broke off") as caught:
        set_up(request_for())
    assert caught.value.kind == "interrupted"
    kept = sorted((request_for().place / "cache").iterdir())
    assert kept != []
    set_plan(home)
    set_up(request_for())
    assert managed_state(request_for().place).kind == "ready"


def test_cancel_ends_the_installer_and_its_children(home, request_for) -> None:
    write_fake_python(home, torch=["hang"])
    started = time.monotonic()
    with pytest.raises(Cancelled):
        set_up(request_for(), Recorder(cancel_at="Downloading torch"))
    assert time.monotonic() - started < 15
    assert not is_running(calls(home)[-1]["pid"])
    assert left_over(request_for().place) == []


def test_a_failed_test_keeps_the_environment_in_use(home, request_for) -> None:
    write_fake_python(home)
    first = set_up(request_for())
    set_plan(home, smoke=["RuntimeError: something is broken"])
    with pytest.raises(SetupError, match="is installed but does not run: RuntimeError"):
        set_up(request_for(build="cu126"))
    state = managed_state(request_for().place)
    assert (state.kind, state.python) == ("ready", first.python)
    assert left_over(request_for().place) == ["py311-cpu-1"]


def test_a_missing_library_of_windows_is_explained(home, request_for) -> None:
    write_fake_python(home, smoke=['OSError: [WinError 126] Error loading "c10.dll"'])
    with pytest.raises(SetupError, match="Visual C\\+\\+ Redistributable"):
        set_up(request_for())


def test_an_update_installs_only_what_changed(home, request_for, monkeypatch) -> None:
    write_fake_python(home)
    first = set_up(request_for())
    old = {p.name: p.stat().st_ino for p in first.folder.iterdir()}
    monkeypatch.setattr(pins, "_SAFETENSORS", "0.7.9")
    assert managed_state(request_for().place).kind == "outdated"
    set_plan(home)
    second = set_up(request_for())
    assert second.folder.name == "py311-cpu-2"
    assert [step for step in steps(home) if step in ("venv", "torch")] == []
    installed = next(one for one in calls(home) if one["step"] == "install")["arguments"]
    assert [word for word in installed if "==" in word] == ["safetensors==0.7.9"]
    kept = (second.folder / "torch-2.13.0").stat().st_ino
    assert kept == old["torch-2.13.0"]
    assert left_over(request_for().place) == ["py311-cpu-2"]


def test_another_build_is_made_anew(home, request_for) -> None:
    write_fake_python(home)
    set_up(request_for())
    state = managed_state(request_for().place, "cu126")
    assert state.kind == "outdated"
    assert state.is_usable


def test_a_base_without_ensurepip_takes_pip_from_the_folder_of_wheels(
    home, request_for, tmp_path
) -> None:
    write_fake_python(home, ensurepip=False, pip="")
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    (wheels / "pip-25.0.1-py3-none-any.whl").write_bytes(b"")
    set_up(request_for(wheels=wheels))
    venv = next(one for one in calls(home) if one["step"] == "venv")
    assert "--without-pip" in venv["arguments"]
    packages = calls(home)[-2]["arguments"]
    assert "--no-index" in packages
    assert f"--find-links={wheels}" in packages
    assert "torch" not in steps(home)


def test_a_base_without_ensurepip_uses_its_own_pip(home, request_for) -> None:
    write_fake_python(home, ensurepip=False, pip="23.0.1", fetch=[UNREACHABLE])
    set_up(request_for())
    install = next(one for one in calls(home) if one["step"] == "install")
    assert any(word.startswith("--python=") for word in install["arguments"])


def test_where_there_is_no_pip_at_all_debian_users_are_told_what_to_install(
    home, request_for
) -> None:
    write_fake_python(home, ensurepip=False, pip="", fetch=[UNREACHABLE])
    with pytest.raises(SetupError, match=r"sudo apt install python3\.11-venv"):
        set_up(request_for())


def test_an_old_pip_cannot_install_into_another_python(home, request_for) -> None:
    write_fake_python(home, ensurepip=False, pip="20.3.4", fetch=[UNREACHABLE])
    with pytest.raises(SetupError, match="has no pip to put into it"):
        set_up(request_for())


def test_an_empty_folder_of_wheels_is_refused_at_once(home, request_for, tmp_path) -> None:
    write_fake_python(home)
    with pytest.raises(SetupError, match="no wheels in the folder"):
        set_up(request_for(wheels=tmp_path))
    assert steps(home) == []


def test_a_base_whose_environments_do_not_start_is_followed_by_the_next(
    home, request_for, monkeypatch, tmp_path
) -> None:
    # As in the bundles of QGIS on macOS, whose Python starts with PYTHONHOME only.
    plan: dict[str, Any] = {"start": ["No module named encodings"], "ensurepip": False}
    bad = write_fake_python(tmp_path / "bundle", "python3.12", **plan)
    good = write_fake_python(home)
    text = Path(bad).read_text(encoding="utf-8")
    text = text.replace('os.environ["FAKE_HOME"]', repr(str(tmp_path / "bundle")))
    Path(bad).write_text(text, encoding="utf-8")
    monkeypatch.setattr(base_choice, "candidates", lambda layout: (bad, good))
    monkeypatch.setattr(base_choice, "rank", lambda reports, processor_is_arm: tuple(reports))
    result = set_up(request_for(base=None))
    assert managed_state(request_for().place).kind == "ready"
    assert "No module named encodings" in result.log.read_text(encoding="utf-8")


def test_without_any_python_the_advice_names_what_to_install(home, request_for) -> None:
    with pytest.raises(SetupError, match=r"No Python was found.*could not be started"):
        set_up(request_for(base=str(home.parent / "python3")))


def test_qgis_itself_is_never_started(home, request_for) -> None:
    qgis = write_fake_python(home, "QGIS")
    with pytest.raises(SetupError, match="not named like a Python interpreter"):
        set_up(request_for(base=qgis))
    assert steps(home) == []


def test_children_see_the_proxy_and_not_what_qgis_set(home, request_for, monkeypatch) -> None:
    program = Path(write_fake_python(home))
    text = program.read_text(encoding="utf-8")
    show = 'home = Path(os.environ["FAKE_HOME"])\n'
    more = '(home / "seen.json").write_text(json.dumps(dict(os.environ)))\n'
    text = text.replace(show, show + more, 1)
    program.write_text(text, encoding="utf-8")
    secret = "http://" + "me:word" + "@proxy:3128"
    environ = {**request_for().environ, "PYTHONPATH": "/qgis", "PROJ_LIB": "x", "PIP_TARGET": "y"}
    result = set_up(request_for(environ=environ, network=Network(proxy=secret)))
    seen = json.loads((home / "seen.json").read_text(encoding="utf-8"))
    assert seen["HTTPS_PROXY"] == secret
    assert {"PYTHONPATH", "PROJ_LIB", "PIP_TARGET"}.isdisjoint(seen)
    assert "word" not in result.log.read_text(encoding="utf-8")


RUNNER = """
import os, sys
sys.path.insert(0, {parent!r})
from pathlib import Path
from {package}.core.worker import installer
from {package}.core.worker.installer import SetupRequest, set_up
if {die_at_rename!r}:
    installer.point_to = lambda place, folder: os._exit(9)
result = set_up(SetupRequest(place=Path({place!r}), environ=dict(os.environ), base={base!r}, uv=""))
print(result.folder.name, result.changed)
"""


def start_in_another_process(
    request: SetupRequest, *, die_at_rename: bool = False
) -> subprocess.Popen[str]:
    root = Path(__file__).resolve().parents[2]
    script = RUNNER.format(
        parent=str(root.parent),
        package=root.name,
        place=str(request.place),
        base=request.base,
        die_at_rename=die_at_rename,
    )
    return subprocess.Popen(
        [sys.executable, "-c", script],
        env=dict(request.environ),
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def test_two_processes_at_once_make_one_environment_and_both_use_it(home, request_for) -> None:
    write_fake_python(home, venv=["slow"])
    both = [start_in_another_process(request_for()) for _ in range(2)]
    said = sorted(one.communicate(timeout=60)[0].strip() for one in both)
    assert said == ["py311-cpu-1 False", "py311-cpu-1 True"]
    assert steps(home).count("venv") == 1


@pytest.mark.parametrize("point", ["probe", "venv", "torch", "install", "smoke"])
def test_after_a_death_at_any_point_the_next_attempt_completes(
    home, request_for, point: str
) -> None:
    write_fake_python(home, **{point: ["hang"]})
    process = start_in_another_process(request_for())
    until = time.monotonic() + 30
    while not (home / "hanging.txt").exists():
        assert time.monotonic() < until
        time.sleep(0.05)
    process.kill()
    process.wait()
    orphan = calls(home)[-1]["pid"]
    set_plan(home)
    set_up(request_for())
    assert left_over(request_for().place) == ["py311-cpu-1"]
    if is_running(orphan):
        os.killpg(orphan, signal.SIGKILL)


def test_a_death_between_renaming_and_pointing_is_healed(home, request_for) -> None:
    write_fake_python(home)
    process = start_in_another_process(request_for(), die_at_rename=True)
    assert process.wait(timeout=60) == 9
    assert managed_state(request_for().place).kind == "missing"
    result = set_up(request_for())
    assert left_over(request_for().place) == [result.folder.name]


def test_waiting_for_another_window_can_be_cancelled(home, request_for) -> None:
    write_fake_python(home)
    request = request_for()
    with setup_lock(request.place / "setup.lock"), pytest.raises(Cancelled):
        set_up(request, Recorder(cancel_at="another QGIS window"))
