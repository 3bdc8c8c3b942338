"""Where interpreters are found, on recorded layouts; how one is judged; that QGIS never is one."""

from __future__ import annotations

import json
import ntpath
import posixpath
import sys
from pathlib import Path

import pytest

from ...core.worker.base_choice import BaseChoice, no_base, rank
from ...core.worker.interpreter_checks import (
    base_problem,
    check_interpreter,
    judge,
    probe,
    read_report,
    version_numbers,
)
from ...core.worker.interpreters import (
    Layout,
    candidates,
    environment_python,
    find_uv,
    looks_like_python,
)
from ...core.worker.setup_errors import SetupError
from .fake_interpreters import write_fake_python


def layout(system: str, executable: str, prefix: str, files: list[str], **more) -> Layout:
    path = ntpath if system == "win32" else posixpath
    tree = {path.normcase(path.normpath(file)) for file in files}

    def names(folder: str) -> list[str]:
        start = path.join(path.normcase(path.normpath(folder)), "")
        inside = [file[len(start) :] for file in files if path.normcase(file).startswith(start)]
        return sorted({file.split(path.sep)[0] for file in inside})

    return Layout(
        system=system,
        executable=executable,
        prefix=prefix,
        base_prefix=more.get("base_prefix", prefix),
        version=more.get("version", (3, 12)),
        environ=more.get("environ", {}),
        exists=lambda file: path.normcase(path.normpath(file)) in tree,
        names=names,
    )


def test_debian_the_system_python() -> None:
    found = candidates(
        layout("linux", "/usr/bin/python3", "/usr", ["/usr/bin/python3", "/usr/bin/python3.12"])
    )
    assert found == ("/usr/bin/python3", "/usr/bin/python3.12")


def test_linux_where_sys_executable_is_qgis() -> None:
    files = ["/usr/bin/qgis", "/usr/bin/python3", "/usr/bin/python3.13"]
    found = candidates(layout("linux", "/usr/bin/qgis", "/usr", files, version=(3, 13)))
    assert found == ("/usr/bin/python3.13", "/usr/bin/python3")


def test_linux_a_virtual_environment_gives_way_to_its_base() -> None:
    files = ["/home/me/venv/bin/python", "/opt/py/bin/python3.12", "/usr/bin/python3"]
    found = candidates(layout("linux", files[0], "/home/me/venv", files, base_prefix="/opt/py"))
    assert found == ("/opt/py/bin/python3.12", "/usr/bin/python3")


OSGEO4W = [
    r"C:\OSGeo4W\bin\qgis-bin.exe",
    r"C:\OSGeo4W\bin\python.exe",
    r"C:\OSGeo4W\bin\python3.exe",
    r"C:\OSGeo4W\apps\Python39\python.exe",
    r"C:\OSGeo4W\apps\Python312\python.exe",
    r"C:\OSGeo4W\apps\qgis\bin\qgis_core.dll",
]


def test_windows_osgeo4w_where_sys_executable_is_qgis_bin() -> None:
    found = candidates(layout("win32", OSGEO4W[0], r"C:\OSGeo4W\apps\Python312", OSGEO4W))
    assert found == (
        r"C:\OSGeo4W\apps\Python312\python.exe",
        r"C:\OSGeo4W\apps\Python39\python.exe",
        r"C:\OSGeo4W\bin\python3.exe",
        r"C:\OSGeo4W\bin\python.exe",
    )


def test_windows_installer_with_spaces_and_a_prefix_with_slashes() -> None:
    root = r"C:\Program Files\QGIS 3.40.15"
    files = [
        rf"{root}\bin\qgis-ltr-bin.exe",
        rf"{root}\apps\Python312\python.exe",
        r"C:\Users\Zoë\AppData\Local\Programs\Python\Python313\python.exe",
        r"C:\Users\Zoë\AppData\Local\Microsoft\WindowsApps\python.exe",
    ]
    found = candidates(
        layout(
            "win32",
            files[0],
            "C:/PROGRA~1/QGIS34~1.15/apps/Python312",
            files,
            environ={"LOCALAPPDATA": r"C:\Users\Zoë\AppData\Local"},
        )
    )
    assert found == (files[1], files[2])


BUNDLE = "/Applications/QGIS.app/Contents"


def test_macos_bundle_up_to_3_40() -> None:
    files = [f"{BUNDLE}/MacOS/QGIS", f"{BUNDLE}/MacOS/bin/python3", f"{BUNDLE}/MacOS/bin/python3.9"]
    found = candidates(layout("darwin", files[0], f"{BUNDLE}/MacOS", files, version=(3, 9)))
    assert found == (f"{BUNDLE}/MacOS/bin/python3.9", f"{BUNDLE}/MacOS/bin/python3")


def test_macos_bundle_of_qgis_4_and_others_after_it() -> None:
    files = [
        f"{BUNDLE}/MacOS/QGIS",
        f"{BUNDLE}/MacOS/python",
        f"{BUNDLE}/MacOS/python3.12",
        "/opt/homebrew/bin/python3.13",
        "/usr/bin/python3",
    ]
    found = candidates(layout("darwin", files[0], f"{BUNDLE}/Frameworks", files))
    assert found == (
        f"{BUNDLE}/MacOS/python3.12",
        f"{BUNDLE}/MacOS/python",
        "/opt/homebrew/bin/python3.13",
    )


def test_macos_the_stand_in_that_asks_to_install_tools_is_not_started() -> None:
    files = [f"{BUNDLE}/MacOS/QGIS", "/usr/bin/python3"]
    assert candidates(layout("darwin", files[0], BUNDLE, files)) == ()


@pytest.mark.parametrize(
    "path",
    [
        "/Applications/QGIS.app/Contents/MacOS/QGIS",
        r"C:\OSGeo4W\bin\qgis-bin.exe",
        r"C:\OSGeo4W\bin\qgis-ltr-bin.exe",
        "/usr/bin/qgis_process",
        "/usr/bin/python3-config",
        r"C:\Users\me\AppData\Local\Microsoft\WindowsApps\python3.exe",
        "",
    ],
)
def test_what_is_no_interpreter_is_never_one(path: str) -> None:
    assert not looks_like_python(path)


@pytest.mark.parametrize("name", ["python", "python3", "python3.12", "python.exe", "Python.exe"])
def test_interpreters_are_known_by_their_names(name: str) -> None:
    assert looks_like_python(f"/some/where/{name}")


def test_uv_is_found_where_its_installer_puts_it() -> None:
    files = ["/home/me/.local/bin/uv"]
    environ = {"PATH": "/usr/bin:relative", "HOME": "/home/me"}
    assert find_uv(layout("linux", "", "/usr", files, environ=environ)) == files[0]
    assert find_uv(layout("linux", "", "/usr", [], environ=environ)) == ""


def test_the_interpreter_of_an_environment() -> None:
    assert (
        environment_python(r"C:\T\py312-cpu-1", "win32") == r"C:\T\py312-cpu-1\Scripts\python.exe"
    )
    assert environment_python("/t/py312-cpu-1", "darwin") == "/t/py312-cpu-1/bin/python"


FACTS = {
    "version": [3, 12, 4],
    "implementation": "CPython",
    "system": "linux",
    "machine": "x86_64",
    "bits": 64,
    "macos": "",
    "libc": "glibc",
    "prefix": "/usr",
    "venv": True,
    "ensurepip": True,
    "pip": "24.0",
    "packages": {"torch": "2.13.0+cpu", "numpy": "2.3.5", "safetensors": "0.7.0"},
    "problems": {},
}


def report(**changes):
    return read_report("/x/python3", ["a warning", json.dumps({**FACTS, **changes})])


def test_an_interpreter_with_all_it_needs_is_accepted() -> None:
    verdict = judge(report())
    assert verdict.accepted
    assert verdict.reason == "Python 3.12.4 with PyTorch 2.13.0+cpu."


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"version": [3, 8, 10]}, "is Python 3.8.10; 3.9 or newer is needed"),
        ({"implementation": "PyPy"}, "PyTorch needs CPython"),
        ({"bits": 32}, "32-bit"),
        (
            {
                "packages": {"numpy": "2.0.2"},
                "problems": {"torch": "No module named 'torch'", "safetensors": "x"},
            },
            "PyTorch is not installed in '/x/python3'. Install it there",
        ),
        (
            {
                "packages": {"torch": "2.3.0", "numpy": "2.0.2"},
                "problems": {"safetensors": "No module named 'safetensors'"},
            },
            "pip install safetensors",
        ),
        (
            {
                "packages": {"numpy": "1"},
                "problems": {"torch": "DLL load failed: c10.dll\nmore"},
            },
            "PyTorch in '/x/python3' cannot be loaded: DLL load failed: c10.dll",
        ),
        (
            {"packages": {"torch": "2.1.2", "numpy": "1.26.4", "safetensors": "0.4.3"}},
            "has PyTorch 2.1.2; 2.2 or newer is needed",
        ),
    ],
)
def test_an_interpreter_is_refused_with_the_reason(changes, reason: str) -> None:
    verdict = judge(report(**changes))
    assert not verdict.accepted
    assert reason in verdict.reason


def test_a_base_needs_venv_and_pins_but_no_packages() -> None:
    assert base_problem(report(packages={})) is None
    assert "python3.12-venv" in (base_problem(report(venv=False)) or "")
    assert "Python 3.9 to 3.14" in (base_problem(report(version=[3, 16, 0])) or "")


def test_native_bases_come_first_and_then_those_with_pip() -> None:
    rosetta = report(system="darwin", machine="x86_64", macos="15.1")
    bare = report(system="darwin", machine="arm64", macos="15.1", ensurepip=False)
    native = report(system="darwin", machine="arm64", macos="15.1")
    assert rank([rosetta, bare, native], processor_is_arm=True) == (native, bare, rosetta)
    assert rank([rosetta, native], processor_is_arm=False) == (rosetta, native)


def test_an_answer_that_is_none_is_refused() -> None:
    with pytest.raises(SetupError, match="does not answer like a Python"):
        read_report("/x/python3", ["Usage: qgis [options]"])
    with pytest.raises(SetupError, match="does not answer like a Python"):
        read_report("/x/python3", [])


def test_without_a_base_the_first_refusal_is_told() -> None:
    error = no_base(BaseChoice((), ("'/usr/bin/python3' is Python 3.8.10; too old.",)))
    assert "Python 3.8.10" in str(error)


def test_version_numbers_stop_at_what_is_no_number() -> None:
    assert version_numbers("2.13.0+cpu") == (2, 13, 0)
    assert version_numbers("2.14.0rc1") == (2, 14, 0)
    assert version_numbers("") == ()


def test_this_interpreter_answers_for_itself() -> None:
    found = probe(sys.executable, {})
    assert found.version == tuple(sys.version_info[:3])
    assert found.target.system == sys.platform


def test_a_file_that_is_not_there_is_refused() -> None:
    verdict = check_interpreter("/no/such/python3", {})
    assert verdict.reason == (
        "There is no file '/no/such/python3'. Choose a Python interpreter that exists."
    )


@pytest.mark.skipif(sys.platform == "win32", reason="the fakes are scripts with #!")
def test_an_old_python_is_named_as_such(tmp_path: Path) -> None:
    program = tmp_path / "python3"
    said = "SyntaxError: future feature annotations is not defined"
    program.write_text(f"#!/bin/sh\necho '{said}'\nexit 1\n", encoding="utf-8")
    program.chmod(0o755)
    verdict = check_interpreter(str(program), {"PATH": "/usr/bin:/bin"})
    assert "older than Python 3.9" in verdict.reason


@pytest.mark.skipif(sys.platform == "win32", reason="the fakes are scripts with #!")
def test_the_chosen_interpreter_is_checked_in_a_clean_child(tmp_path: Path) -> None:
    packages = {"torch": "2.5.1", "numpy": "2.0.2", "safetensors": "0.5.3"}
    program = write_fake_python(tmp_path / "conda env", packages=packages)
    verdict = check_interpreter(program, {"FAKE_HOME": str(tmp_path / "conda env"), "PATH": "/bin"})
    assert verdict.accepted
    assert verdict.versions["torch"] == "2.5.1"
