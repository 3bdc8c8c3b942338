"""Versions and builds for each platform, graphics cards as recorded, and installers' last words."""

from __future__ import annotations

from pathlib import Path

import pytest

from ...core.worker.builds import (
    advise,
    build_named,
    builds_for,
    is_gpu_package,
    parse_nvidia_smi,
)
from ...core.worker.child_environment import clean_environment, conda_environment
from ...core.worker.failures import KINDS, explain
from ...core.worker.network import Network, network_from_environ, without_credentials
from ...core.worker.package_tools import (
    PipTool,
    UvTool,
    configured_source,
    gpu_packages,
    spoken,
    wheel_folder_source,
)
from ...core.worker.pins import Target, pins_for
from ...core.worker.setup_errors import SetupError

LINUX = Target((3, 12), "linux", "x86_64")
WINDOWS = Target((3, 12), "win32", "AMD64", libc="")
APPLE = Target((3, 12), "darwin", "arm64", (15, 1), "")


@pytest.mark.parametrize(
    ("target", "torch", "numpy"),
    [
        (LINUX, "2.13.0", "2.3.5"),
        (Target((3, 9), "linux", "x86_64"), "2.8.0", "2.0.2"),
        (Target((3, 10), "linux", "aarch64"), "2.13.0", "2.2.6"),
        (Target((3, 14), "win32", "AMD64", libc=""), "2.13.0", "2.3.5"),
        (Target((3, 9), "win32", "AMD64", libc=""), "2.8.0", "2.0.2"),
        (APPLE, "2.13.0", "2.3.5"),
        (Target((3, 12), "darwin", "arm64", (13, 6), ""), "2.11.0", "2.3.5"),
        (Target((3, 9), "darwin", "arm64", (12, 0), ""), "2.8.0", "2.0.2"),
        (Target((3, 9), "darwin", "x86_64", (12, 0), ""), "2.2.2", "1.26.4"),
        (Target((3, 12), "darwin", "x86_64", (14, 0), ""), "2.2.2", "1.26.4"),
    ],
)
def test_every_platform_has_exact_pins(target: Target, torch: str, numpy: str) -> None:
    pins = pins_for(target)
    assert (pins.torch, pins.numpy) == (torch, numpy)
    assert all("==" in one for one in pins.requirements())


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        (
            Target((3, 13), "darwin", "x86_64", (14, 0), ""),
            "they need Python 3.9 to 3.12",
        ),
        (Target((3, 15), "linux", "x86_64"), "Python 3.9 to 3.14"),
        (Target((3, 12), "linux", "riscv64"), "processor of kind 'riscv64'"),
        (Target((3, 12), "win32", "ARM64", libc=""), "processor of kind 'ARM64'"),
        (Target((3, 12), "linux", "x86_64", libc=""), "Alpine"),
        (Target((3, 12), "darwin", "arm64", (10, 15), ""), "needs macOS 11.0 or newer"),
    ],
)
def test_where_there_is_no_torch_the_reason_is_given(target: Target, reason: str) -> None:
    with pytest.raises(SetupError, match=reason):
        pins_for(target)


def test_the_cpu_build_comes_first_and_every_build_tells_its_size() -> None:
    for target in (LINUX, WINDOWS, APPLE):
        first, *others = builds_for(target)
        assert first.key == "cpu"
        assert first.download_bytes < 300e6
        assert all(other.download_bytes > 1e9 for other in others)
        assert "download about" in first.summary()
    assert [build.key for build in builds_for(LINUX)] == ["cpu", "cu130", "cu126"]
    assert [build.key for build in builds_for(APPLE)] == ["cpu"]


def test_an_unknown_build_lists_those_there_are() -> None:
    with pytest.raises(SetupError, match="Choose one of: cpu, cu130, cu126"):
        build_named("cu118", LINUX)


H100 = "0, NVIDIA H100 80GB HBM3, 81559, 550.54.15, 9.0\n"
NEW_DRIVER = "0, NVIDIA GeForce RTX 5090, 32607, 581.29, 12.0\n"
PASCAL = "0, NVIDIA GeForce GTX 1080 Ti, 11264, 560.94, 6.1\n"
KEPLER = "0, Tesla K80, 11441, 470.256.02, 3.7\n1, Tesla K80, 11441, 470.256.02, 3.7\n"
OLD_DRIVER = "0, Quadro P2000, 5059, 390.157\n"
TWO = "0, NVIDIA RTX A2000, 6138, 580.95.05, 8.6\n1, NVIDIA T400, [N/A], 580.95.05, 7.5\n"
BROKEN = (
    "NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver. Make sure that "
    "the latest NVIDIA driver is installed and running.\n"
)


def test_cards_are_read_with_memory_driver_and_capability() -> None:
    card = parse_nvidia_smi(H100)[0]
    assert (card.name, card.driver) == ("NVIDIA H100 80GB HBM3", "550.54.15")
    assert card.capability == (9, 0)
    assert card.memory_bytes == 81559 * 2**20
    assert [gpu.memory_bytes > 0 for gpu in parse_nvidia_smi(TWO)] == [True, False]
    assert parse_nvidia_smi(OLD_DRIVER)[0].capability is None
    for nothing in (
        BROKEN,
        "No devices were found\n",
        "",
        "Field is not a valid field to query.",
    ):
        assert parse_nvidia_smi(nothing) == ()


@pytest.mark.parametrize(
    ("recorded", "build"),
    [(H100, "cu126"), (NEW_DRIVER, "cu130"), (PASCAL, "cu126"), (TWO, "cu130")],
)
def test_the_build_fits_driver_and_card(recorded: str, build: str) -> None:
    advice = advise(LINUX, parse_nvidia_smi(recorded))
    assert advice.build is not None
    assert advice.build.key == build
    assert "download about 2." in advice.reason


@pytest.mark.parametrize(
    ("recorded", "reason"),
    [
        (KEPLER, "driver 470.256.02"),
        (OLD_DRIVER, "Update the NVIDIA driver"),
        (BROKEN, "No NVIDIA card answers"),
        ("0, Tesla M2090, 5301, 530.10, 2.0\n", "compute capability 2.0) is too old"),
        ("0, RTX 5090, 32607, 560.10, 12.0\n", "is too new for NVIDIA, CUDA 12.6"),
    ],
)
def test_no_build_is_offered_without_saying_why(recorded: str, reason: str) -> None:
    advice = advise(LINUX, parse_nvidia_smi(recorded))
    assert advice.build is None
    assert reason in advice.reason


def test_macs_have_no_cuda() -> None:
    assert "no PyTorch builds with CUDA" in advise(APPLE, ()).reason


def test_gpu_packages_are_known_by_name() -> None:
    assert is_gpu_package("nvidia_cudnn_cu13")
    assert is_gpu_package("triton")
    assert not is_gpu_package("numpy")


def test_a_preview_of_uv_shows_gpu_packages(tmp_path: Path) -> None:
    lines = [" + torch==2.13.0", " + nvidia-cublas==13.1", " + numpy==2.3.5"]
    assert gpu_packages(lines, tmp_path / "none.json") == ["nvidia-cublas"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("OSError: [Errno 28] No space left on device", "disk"),
        ("SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]", "certificate"),
        ("  invalid peer certificate: UnknownIssuer", "certificate"),
        ("OSError('Tunnel connection failed: 407 Proxy Authentication Required')", "proxy"),
        ("pip._vendor.urllib3.exceptions.IncompleteRead(1 bytes read, 9 more)", "interrupted"),
        ("ReadTimeoutError: HTTPSConnectionPool(host='x'): Read timed out.", "interrupted"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM", "interrupted"),
        ("[Errno -2] Name or service not known", "network"),
        ("error: Failed to fetch: `https://x/simple/torch/`", "network"),
        ("ERROR: No matching distribution found for torch==2.13.0", "missing"),
        ("  x No solution found when resolving dependencies:", "missing"),
        ("PermissionError: [WinError 5] Access is denied: 'C:\\\\T'", "permission"),
        ('OSError: [WinError 126] Error loading "c10.dll" or one of its dependencies', "libraries"),
        ("ImportError: /lib/libstdc++.so.6: version `GLIBCXX_3.4.29' not found", "libraries"),
        ("ERROR: something else", "unknown"),
    ],
)
def test_last_words_are_explained(line: str, kind: str) -> None:
    failure = explain(["Collecting torch", line, "note: see above"])
    assert failure.kind == kind
    assert kind in KINDS
    assert failure.sentence.endswith((".", "else"))


def test_no_last_words_are_a_sentence_too() -> None:
    assert explain([]).sentence == "The installer failed. Its last words: It gave no reason."


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Collecting numpy==2.3.5", "Looking for numpy"),
        (
            "  Downloading https://x/torch-2.13.0%2Bcpu-cp312-cp312-win_amd64.whl (122.1 MB)",
            "Downloading torch 2.13.0%2Bcpu (122.1 MB)",
        ),
        ("Downloading torch (182.9MiB)", "Downloading torch (182.9MiB)"),
        (
            "  Using cached numpy-2.3.5-cp312-cp312-x.whl (16 MB)",
            "Taking numpy 2.3.5 from earlier downloads",
        ),
        ("Installing collected packages: mpmath, torch", "Unpacking (this takes a while)"),
        ("WARNING: something", ""),
    ],
)
def test_lines_of_installers_become_progress(line: str, text: str) -> None:
    assert spoken(line) == text


def test_commands_take_wheels_only_and_keep_downloads(tmp_path: Path) -> None:
    pip = PipTool(("python", "-m", "pip"), (23, 0, 1), tmp_path)
    uv = UvTool("/bin/uv", "/e/bin/python", tmp_path)
    for tool in (pip, uv):
        command = tool.install(["torch==1"], wheel_folder_source(Path("/wheels")), alone=True)
        assert {"--only-binary=:all:", "--no-deps", "--no-index", f"--cache-dir={tmp_path}"} <= set(
            command
        )
        assert command[-1] == "torch==1"
    assert pip.can_preview
    assert not PipTool((), (21, 3), tmp_path).can_preview


def test_the_network_goes_through_the_environment_not_the_command_line() -> None:
    address = "http://" + "me:word" + "@proxy:3128"
    network = Network(proxy=address, certificates="/qgis/ca.pem", index="https://mirror/simple")
    environ = network.environment({"PATH": "/bin"})
    assert environ["https_proxy"] == address
    assert environ["SSL_CERT_FILE"] == environ["PIP_CERT"] == "/qgis/ca.pem"
    assert configured_source(network).options == ("--index-url", "https://mirror/simple")
    assert without_credentials(f"via {address}/x") == "via http://***@proxy:3128/x"


def test_the_users_own_pip_settings_are_used_but_not_those_that_redirect() -> None:
    network = network_from_environ(
        {"PIP_INDEX_URL": "https://mirror", "PIP_FIND_LINKS": "/a /b", "PIP_TARGET": "/elsewhere"}
    )
    assert network.index == "https://mirror"
    assert network.find_links == ("/a", "/b")


STRIPPED = (
    "PYTHONPATH PYTHONHOME PYTHONEXECUTABLE VIRTUAL_ENV PIP_TARGET QGIS_PREFIX_PATH PROJ_LIB "
    "PROJ_DATA GDAL_DATA QT_PLUGIN_PATH LD_LIBRARY_PATH LD_PRELOAD DYLD_LIBRARY_PATH"
)


def test_a_child_sees_nothing_of_qgis() -> None:
    environ = dict.fromkeys(STRIPPED.split(), "x")
    kept = clean_environment({**environ, "HOME": "/h", "PATH": "/bin", "CUDA_VISIBLE_DEVICES": "1"})
    assert set(kept) == {
        "HOME",
        "PATH",
        "CUDA_VISIBLE_DEVICES",
        "PYTHONUTF8",
        "PYTHONIOENCODING",
        "PYTHONNOUSERSITE",
    }


def test_on_windows_the_path_loses_the_folders_of_qgis_only() -> None:
    root = r"C:\Program Files\QGIS 3.40"
    others = r"C:\Windows;C:\Program Files\QGIS 3.400"
    path = rf"{root}\bin;C:/program files/qgis 3.40/apps/qt5/bin;{others}"
    kept = clean_environment({"PATH": path, "OSGEO4W_ROOT": root})
    assert kept["PATH"] == others


def test_a_conda_environment_on_windows_finds_its_libraries() -> None:
    environ = conda_environment({"Path": r"C:\Windows"}, r"C:\conda\envs\t")
    assert environ["Path"].split(";")[0] == r"C:\conda\envs\t"
    assert r"C:\conda\envs\t\Library\bin" in environ["Path"].split(";")
    assert environ["Path"].endswith(r"C:\Windows")
