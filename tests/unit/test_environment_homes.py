"""The choice of a home for torch; the state, place, lock and removal of the managed one."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

import pytest

from ...core.worker.builds import build_named
from ...core.worker.environment import find_gpus, find_home, managed_place
from ...core.worker.homes import (
    Choice,
    EngineSettings,
    HomeFacts,
    choose_home,
)
from ...core.worker.installer import copy_by_links
from ...core.worker.interpreter_checks import Verdict
from ...core.worker.interpreters import environment_python
from ...core.worker.locks import Lease, in_use, setup_lock
from ...core.worker.managed import (
    ManagedState,
    managed_state,
    recent_log,
    removable_bytes,
    remove_managed,
)
from ...core.worker.pins import Target, pins_for
from ...core.worker.places import (
    bytes_on_disk,
    current_environment,
    default_place,
    free_bytes,
    next_name,
    place_problem,
    point_to,
)
from ...core.worker.setup_errors import SetupError
from ...core.worker.smoke_report import read_smoke_report, smoke_problem
from ...core.worker.stamps import Stamp, changed_requirements, read_stamp, write_stamp

TARGET = Target((3, 11), "linux", "x86_64")
READY = ManagedState("ready", "PyTorch 2.13.0+cpu for the CPU.", Path("/e"), "/e/bin/python")
MISSING = ManagedState("missing", "There is no environment in '/e' yet.")
ACCEPTED = Verdict("/conda/bin/python", accepted=True, reason="Python 3.12.1 with PyTorch 2.5.")
REFUSED = Verdict("/conda/bin/python", accepted=False, reason="PyTorch is not installed there.")


def choose(settings=None, environ=None, *, own=None, managed=MISSING, problem=None) -> Choice:
    facts = HomeFacts(own=own, managed=managed, in_process_problem=problem)
    return choose_home(settings or EngineSettings(), environ or {}, facts)


def test_the_managed_environment_comes_before_qgis_own_python() -> None:
    choice = choose(managed=READY)
    assert (choice.kind, choice.python) == ("managed", "/e/bin/python")
    assert choice.reason == "Managed environment: PyTorch 2.13.0+cpu for the CPU."


def test_an_outdated_environment_still_works() -> None:
    outdated = ManagedState(
        "outdated", "This version comes with more.", Path("/e"), "/e/bin/python"
    )
    assert choose(managed=outdated).kind == "managed"


def test_without_an_environment_torch_in_qgis_is_used() -> None:
    choice = choose()
    assert (choice.kind, choice.is_worker) == ("inprocess", False)


def test_without_any_torch_the_reason_says_what_to_do() -> None:
    choice = choose(problem="PyTorch is not installed.")
    assert choice.kind == "none"
    assert "Set it up in Settings > Options > Terraloom" in choice.reason


def test_a_chosen_interpreter_is_used() -> None:
    settings = EngineSettings(python="/conda/bin/python")
    assert choose(settings, own=ACCEPTED, managed=READY).kind == "own"


def test_a_chosen_interpreter_that_fails_is_never_replaced_silently() -> None:
    settings = EngineSettings(python="/conda/bin/python")
    choice = choose(settings, own=REFUSED, managed=READY)
    assert choice.kind == "none"
    assert "PyTorch is not installed there." in choice.reason


def test_in_process_by_choice_only_there() -> None:
    settings = EngineSettings(engine="inprocess")
    assert choose(settings, managed=READY).kind == "inprocess"
    refused = choose(settings, managed=READY, problem="No torch.")
    assert (refused.kind, "No torch." in refused.reason) == ("none", True)


def test_the_worker_by_choice_never_runs_in_qgis() -> None:
    assert choose(EngineSettings(engine="worker")).kind == "none"


def test_environment_variables_come_before_settings() -> None:
    settings = EngineSettings(engine="inprocess")
    environ = {"TERRALOOM_ENGINE": "Worker", "TERRALOOM_WORKER_PYTHON": "/conda/bin/python"}
    assert choose(settings, environ, own=ACCEPTED).kind == "own"


def test_an_unknown_engine_is_named() -> None:
    choice = choose(environ={"TERRALOOM_ENGINE": "cuda"})
    assert choice.kind == "none"
    assert "The engine 'cuda' is not known" in choice.reason


def test_the_facts_are_found_without_anything_set_up(tmp_path: Path) -> None:
    environ = {"TERRALOOM_ENVIRONMENT": str(tmp_path)}
    assert managed_place(EngineSettings(), environ) == tmp_path
    assert find_home(EngineSettings(), environ, lambda: "No torch.").kind == "none"
    assert find_home(EngineSettings(), environ, lambda: None).kind == "inprocess"


def test_the_default_place_is_short_ascii_and_outside_the_profile() -> None:
    assert default_place("linux", {"HOME": "/home/me"}) == "/home/me/.local/share/terraloom"
    assert default_place("darwin", {"HOME": "/Users/me"}) == "/Users/me/.terraloom"
    local = r"C:\Users\me\AppData\Local"
    assert default_place("win32", {"LOCALAPPDATA": local}) == local + r"\Terraloom"
    other = default_place(
        "win32",
        {"LOCALAPPDATA": r"C:\Users\Zoë\AppData\Local", "USERNAME": "Zoë", "PROGRAMDATA": r"C:\P"},
    )
    assert other.isascii()
    assert other.startswith("C:\\P\\Terraloom\\")


def test_a_place_in_plugin_or_profile_or_too_deep_is_refused() -> None:
    forbidden = {"/home/me/.local/share/QGIS/QGIS3": "the QGIS profile"}
    inside = "/home/me/.local/share/QGIS/QGIS3/profiles/default/env"
    assert "lies in the QGIS profile" in (place_problem(inside, "linux", forbidden) or "")
    assert place_problem("/home/me/.local/share/QGIS/QGIS32", "linux", forbidden) is None
    assert "not a full path" in (place_problem("env", "linux", {}) or "")
    assert "Choose a shorter one" in (place_problem("C:\\" + "x" * 80, "win32", {}) or "")


def environment(place: Path, *, requirements: tuple[str, ...] | None = None) -> Path:
    folder = place / next_name(place, (3, 11), "cpu")
    python = Path(environment_python(str(folder)))
    python.parent.mkdir(parents=True)
    python.write_text("x" * 1000, encoding="utf-8")
    stamp = Stamp(
        target=TARGET,
        build="cpu",
        requirements=requirements or pins_for(TARGET).requirements(),
        base="/usr/bin/python3",
        base_version=(3, 11, 2),
        plugin="0.2.0",
        installed={"torch": "2.13.0+cpu"},
    )
    write_stamp(folder, stamp)
    point_to(place, folder)
    return folder


def test_a_stamp_is_read_as_it_was_written(tmp_path: Path) -> None:
    folder = environment(tmp_path)
    stamp = read_stamp(folder)
    assert stamp is not None
    assert (stamp.target, stamp.build, stamp.base_version) == (TARGET, "cpu", (3, 11, 2))
    assert changed_requirements(stamp, ["torch==2.13.0", "numpy==9"]) == ("numpy==9",)


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"format": 99}', '{"format": 1}'])
def test_a_stamp_that_cannot_be_read_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "stamp.json").write_text(text, encoding="utf-8")
    assert read_stamp(tmp_path) is None


def test_the_state_of_a_place(tmp_path: Path) -> None:
    assert managed_state(tmp_path).kind == "missing"
    folder = environment(tmp_path)
    assert managed_state(tmp_path).kind == "ready"
    assert managed_state(tmp_path, "cu126").kind == "outdated"
    Path(environment_python(str(folder))).unlink()
    broken = managed_state(tmp_path)
    assert (broken.kind, "'/usr/bin/python3') is gone" in broken.reason) == ("broken", True)
    (folder / "stamp.json").unlink()
    assert "is not complete" in managed_state(tmp_path).reason


def test_other_pins_make_an_environment_outdated(tmp_path: Path) -> None:
    environment(tmp_path, requirements=("torch==2.12.0",))
    state = managed_state(tmp_path)
    assert state.kind == "outdated"
    assert "torch==2.13.0" in state.reason


@pytest.mark.skipif(sys.platform == "win32", reason="environments hold no links there")
def test_a_python_that_the_system_replaced_is_noticed(tmp_path: Path) -> None:
    folder = environment(tmp_path)
    python = Path(environment_python(str(folder)))
    python.unlink()
    (tmp_path / "python3.13").write_text("", encoding="utf-8")
    python.symlink_to(tmp_path / "python3.13")
    assert "made for Python 3.11" in managed_state(tmp_path).reason


def test_a_pointer_cannot_lead_out_of_the_place(tmp_path: Path) -> None:
    (tmp_path / "current.json").write_text('{"environment": "../../home"}', encoding="utf-8")
    assert current_environment(tmp_path) is None


def test_removal_frees_what_it_says_and_leaves_what_is_not_ours(tmp_path: Path) -> None:
    place = tmp_path / "place"
    environment(place)
    (place / "logs").mkdir()
    (place / "logs" / "setup-1.log").write_text("x", encoding="utf-8")
    assert recent_log(place) == place / "logs" / "setup-1.log"
    (place / "my notes.txt").write_text("keep", encoding="utf-8")
    (place / "python-course").mkdir()
    size = removable_bytes(place)
    assert size > 1000
    assert remove_managed(place) == size
    assert sorted(p.name for p in place.iterdir()) == ["my notes.txt", "python-course"]
    assert remove_managed(place) == 0


def test_removal_takes_an_empty_place_away(tmp_path: Path) -> None:
    environment(tmp_path / "place")
    remove_managed(tmp_path / "place")
    assert not (tmp_path / "place").exists()
    assert remove_managed(tmp_path / "place") == 0


@pytest.mark.skipif(sys.platform == "win32", reason="there the running program keeps its folder")
def test_an_environment_in_use_is_not_removed(tmp_path: Path) -> None:
    folder = environment(tmp_path)
    first, second = Lease(folder), Lease(folder)
    with pytest.raises(SetupError, match="in use by a QGIS window"):
        remove_managed(tmp_path)
    first.release()
    assert in_use(folder)
    second.release()
    second.release()
    assert not in_use(folder)
    assert remove_managed(tmp_path) > 0


def test_an_environment_that_cannot_be_renamed_stays_the_one_in_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, where a running program keeps its folder."""
    folder = environment(tmp_path)
    before = managed_state(tmp_path)

    def refuse(old: Path, new: Path) -> None:
        raise PermissionError(13, "in use", str(old))

    with monkeypatch.context() as patched:
        patched.setattr(os, "rename", refuse)
        with pytest.raises(SetupError, match="in use by a QGIS"):
            remove_managed(tmp_path)
    assert managed_state(tmp_path) == before
    assert before.folder == folder


def test_one_at_a_time_also_within_a_process(tmp_path: Path) -> None:
    order: list[str] = []
    inside = threading.Event()

    def hold() -> None:
        with setup_lock(tmp_path / "setup.lock"):
            inside.set()
            threading.Event().wait(0.4)
            order.append("first")

    thread = threading.Thread(target=hold)
    thread.start()
    inside.wait(5)
    with setup_lock(tmp_path / "setup.lock"):
        order.append("second")
    thread.join()
    assert order == ["first", "second"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_copy_by_links_takes_no_space_and_shares_no_stamp(tmp_path: Path) -> None:
    source = environment(tmp_path)
    (source / "bin" / "python3").symlink_to("python")
    copy = tmp_path / "new-00000000"
    copy_by_links(source, copy)
    assert not (copy / "stamp.json").exists()
    assert os.readlink(copy / "bin" / "python3") == "python"
    stamp_size = (source / "stamp.json").stat().st_size
    both = bytes_on_disk(source, copy) - 2 * len("python")
    assert both == 1000 + stamp_size
    assert free_bytes(copy / "not" / "there") > 0


SMOKE = (
    '{"versions": {"torch": "2.13.0"}, "devices": ['
    '{"name": "cuda:0", "title": "T400", "memory_bytes": 2000, "problem": "no kernel image"}, '
    '{"name": "cpu", "title": "x", "memory_bytes": 0, "problem": ""}]}'
)


def test_a_cuda_build_whose_card_fails_is_an_error_that_says_so() -> None:
    report = read_smoke_report(["warning", SMOKE])
    assert smoke_problem(report, build_named("cpu", TARGET)) == ""
    problem = smoke_problem(report, build_named("cu126", TARGET))
    assert "does not compute on the card (T400: no kernel image)" in problem
    with pytest.raises(SetupError, match="does not answer"):
        read_smoke_report(["Segmentation fault"])


@pytest.mark.skipif(sys.platform == "win32", reason="the fake is a script with #!")
def test_cards_are_asked_of_the_driver(tmp_path: Path) -> None:
    program = tmp_path / "nvidia-smi"
    script = (
        "#!/bin/sh",
        "case $1 in *compute_cap*) echo 'not a valid field'; exit 2;; esac",
        "echo '0, Quadro P2000, 5059, 390.157'",
    )
    program.write_text("\n".join(script), encoding="utf-8")
    program.chmod(0o755)
    found = find_gpus({"PATH": str(tmp_path)})
    assert [gpu.name for gpu in found] == ["Quadro P2000"]
