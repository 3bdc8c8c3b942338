"""Arrays through a file that two processes hold open."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from ...core.worker import shared_arrays
from ...core.worker.protocol import ArrayRef
from ...core.worker.shared_arrays import ANSWER_FILE, ArrayFile, ArrayFolder

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def folder():
    folder = ArrayFolder()
    yield folder
    folder.close()


def test_arrays_come_back_bit_for_bit(folder: ArrayFolder) -> None:
    other_side = ArrayFile(folder.path / ANSWER_FILE)
    values = np.array([[[np.nan, -0.0, np.inf], [1e-45, -1.5, 3e38]]], dtype=np.float32)
    sizes = np.linspace(0.1, 30.0, 7)
    refs = folder.answer.write([values, sizes, values[:, ::2, ::-1]])
    read = [other_side.read(ref) for ref in refs]
    for array, back in zip((values, sizes, values[:, ::2, ::-1]), read):
        assert back.tobytes() == np.ascontiguousarray(array).tobytes()
        assert (back.shape, back.dtype) == (array.shape, array.dtype)
    other_side.close()


def test_what_was_read_stays_when_the_next_array_is_written(folder: ArrayFolder) -> None:
    (ref,) = folder.answer.write([np.ones((1, 4, 4), np.float32)])
    first = folder.answer.read(ref)
    folder.answer.write([np.zeros((1, 4, 4), np.float32)])
    assert (first == 1).all()
    first[0, 0, 0] = 5


def test_an_empty_array_passes(folder: ArrayFolder) -> None:
    (ref,) = folder.answer.write([np.ones((1, 0, 4), np.float32)])
    assert folder.answer.read(ref).shape == (1, 0, 4)


@pytest.mark.parametrize(
    "ref",
    [
        ArrayRef(0, (1, 5, 4), "<f4"),
        ArrayRef(8, (1, 4, 4), "<f4"),
        ArrayRef(-4, (1, 4, 4), "<f4"),
        ArrayRef(0, (-1, -4, 4), "<f4"),
        ArrayRef(0, (2**40, 2**40), "<f8"),
        ArrayRef(0, (1,), "|O"),
        ArrayRef(0, (1,), "|S4"),
    ],
)
def test_what_the_file_does_not_hold_is_refused(folder: ArrayFolder, ref: ArrayRef) -> None:
    folder.answer.write([np.ones((1, 4, 4), np.float32)])
    with pytest.raises(ValueError, match="ArrayRef"):
        folder.answer.read(ref)


def test_only_the_numbers_of_tiles_pass(folder: ArrayFolder) -> None:
    with pytest.raises(ValueError, match="int64"):
        folder.request.write([np.ones(4, np.int64)])


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps the name of an open file")
def test_files_without_a_name_still_pass_arrays(folder: ArrayFolder) -> None:
    other_side = ArrayFile(folder.path / ANSWER_FILE)
    folder.unlink()
    assert not folder.path.exists()
    (ref,) = folder.answer.write([np.full((1, 2, 2), 7, np.float32)])
    assert (other_side.read(ref) == 7).all()
    other_side.close()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs Linux's /dev/full")
def test_a_full_disk_is_an_error_not_a_crash() -> None:
    full = ArrayFile(Path("/dev/full"))
    with pytest.raises(OSError, match="No space left"):
        full.write([np.ones((1, 64, 64), np.float32)])
    full.close()


KILLED = """
import os, signal, sys
sys.path.insert(0, {tools!r})
from bootstrap import load_package
load_package()
from pathlib import Path
from terraloom.core.worker import shared_arrays
shared_arrays._MEMORY_FOLDER = Path("/nowhere")
folder = shared_arrays.ArrayFolder()
print(folder.path, flush=True)
if {killed!r}:
    os.kill(os.getpid(), signal.SIGKILL)
sys.stdin.read()
"""


def _in_another_process(tmp_path: Path, *, killed: bool) -> tuple[subprocess.Popen[str], Path]:
    code = KILLED.format(tools=str(ROOT / "tools"), killed=killed)
    other = subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "TMPDIR": str(tmp_path)},
    )
    assert other.stdout is not None
    return other, Path(other.stdout.readline().strip())


@pytest.mark.skipif(os.name != "posix", reason="needs signals")
def test_what_a_killed_qgis_left_goes_with_the_next_and_what_another_uses_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dead, left = _in_another_process(tmp_path, killed=True)
    dead.communicate()
    alive, used = _in_another_process(tmp_path, killed=False)
    assert (left / "request").exists()
    monkeypatch.setattr(shared_arrays, "_MEMORY_FOLDER", tmp_path / "missing")
    monkeypatch.setattr(shared_arrays.tempfile, "tempdir", str(tmp_path))
    strange = left.with_name("terraloom-worker-link")
    strange.symlink_to(tmp_path)

    ArrayFolder().close()
    assert left.exists()  # it may just be being made
    monkeypatch.setattr(shared_arrays, "_SETTLED_S", -60.0)
    ArrayFolder().close()
    assert not left.exists()
    assert (used / "answer").exists()
    assert strange.is_symlink()
    assert tmp_path.exists()

    alive.kill()
    alive.communicate()
    ArrayFolder().close()
    assert list(tmp_path.iterdir()) == [strange]


def test_a_folder_that_cannot_be_finished_is_removed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(shared_arrays, "_MEMORY_FOLDER", tmp_path / "missing")
    monkeypatch.setattr(shared_arrays.tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(shared_arrays, "ANSWER_FILE", "no such folder/answer")
    with pytest.raises(OSError, match="No such file"):
        ArrayFolder()
    assert list(tmp_path.iterdir()) == []


def test_the_folder_is_private_and_goes_when_it_is_closed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(shared_arrays, "_MEMORY_FOLDER", tmp_path / "missing")
    monkeypatch.setattr(shared_arrays.tempfile, "tempdir", str(tmp_path))
    folder = ArrayFolder()
    assert folder.path.parent == tmp_path
    if os.name == "posix":
        assert folder.path.stat().st_mode & 0o777 == 0o700
    folder.close()
    assert list(tmp_path.iterdir()) == []
