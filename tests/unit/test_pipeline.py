"""Reading, computing and writing overlap; whatever fails or stops, all three end."""

from __future__ import annotations

import threading
import time

import numpy as np
import pytest

from ...core.errors import Cancelled
from ...core.pipeline import run_pipeline
from ...core.progress import NULL_PROGRESS, NullProgress
from ...core.tiling import Rect

WINDOWS = [Rect(row, row + 1, 0, 1) for row in range(12)]


class Recorder(NullProgress):
    """Notes what it is told; cancelled when ``stop`` is set."""

    def __init__(self) -> None:
        self.stop = threading.Event()
        self.fractions: list[float] = []
        self.threads: set[int] = set()

    def update(self, fraction: float, message: str = "") -> None:
        self.fractions.append(fraction)
        self.threads.add(threading.get_ident())

    def cancelled(self) -> bool:
        self.threads.add(threading.get_ident())
        return self.stop.is_set()


def number(window: Rect) -> int:
    return window.y0


def pixels(window: Rect, value: int) -> np.ndarray:
    return np.full((1, 1, 1), value)


def ignore(window: Rect, values: np.ndarray) -> None:
    return None


@pytest.fixture(autouse=True)
def _no_thread_is_left():
    before = threading.active_count()
    yield
    assert threading.active_count() == before


def test_every_window_is_read_computed_and_written_in_order() -> None:
    out: list[tuple[Rect, int]] = []
    run_pipeline(
        iter(WINDOWS),
        len(WINDOWS),
        number,
        lambda window, value: pixels(window, value * 10),
        lambda window, values: out.append((window, int(values.sum()))),
        NULL_PROGRESS,
    )
    assert out == [(window, window.y0 * 10) for window in WINDOWS]


def test_no_windows_is_no_work() -> None:
    run_pipeline([], 0, number, pixels, ignore, NULL_PROGRESS)


def test_compute_and_progress_stay_in_the_calling_thread() -> None:
    used: dict[str, set[int]] = {"read": set(), "compute": set(), "write": set()}

    def noting(name, function):
        def stage(*args):
            used[name].add(threading.get_ident())
            return function(*args)

        return stage

    progress = Recorder()
    run_pipeline(
        WINDOWS,
        len(WINDOWS),
        noting("read", number),
        noting("compute", pixels),
        noting("write", ignore),
        progress,
    )
    me = threading.get_ident()
    assert used["compute"] == progress.threads == {me}
    assert len(used["read"]) == len(used["write"]) == 1
    assert len(used["read"] | used["write"] | {me}) == 3


def test_progress_rises_to_one() -> None:
    progress = Recorder()
    run_pipeline(WINDOWS, len(WINDOWS), number, pixels, ignore, progress)
    assert progress.fractions == sorted(progress.fractions)
    assert progress.fractions[-1] == 1.0
    assert len(progress.fractions) == len(WINDOWS) + 1


def test_the_three_stages_overlap() -> None:
    def slowly(result):
        time.sleep(0.03)
        return result

    start = time.monotonic()
    run_pipeline(
        WINDOWS,
        len(WINDOWS),
        lambda window: slowly(number(window)),
        lambda window, value: slowly(pixels(window, value)),
        lambda window, values: slowly(None),
        NULL_PROGRESS,
    )
    one_after_the_other = 3 * 0.03 * len(WINDOWS)
    assert time.monotonic() - start < 0.75 * one_after_the_other


@pytest.mark.parametrize("slow", ["compute", "write"])
def test_reading_ahead_is_bounded(slow: str) -> None:
    depth, most = 2, 0
    lock = threading.Lock()
    alive = 0

    def read(window: Rect) -> int:
        nonlocal alive, most
        with lock:
            alive += 1
            most = max(most, alive)
        return window.y0

    def compute(window: Rect, value: int) -> np.ndarray:
        time.sleep(0.02 if slow == "compute" else 0.0)
        return pixels(window, value)

    def write(window: Rect, values: np.ndarray) -> None:
        nonlocal alive
        time.sleep(0.02 if slow == "write" else 0.0)
        with lock:
            alive -= 1

    windows = [Rect(row, row + 1, 0, 1) for row in range(40)]
    run_pipeline(windows, len(windows), read, compute, write, NULL_PROGRESS, depth)
    assert most <= 2 * depth + 3  # two queues, and one window in the hands of each stage


@pytest.mark.parametrize("stage", ["windows", "read", "compute", "write", "last write"])
def test_a_failure_anywhere_is_raised_once_and_stops_the_rest(stage: str) -> None:
    written: list[Rect] = []
    last = WINDOWS[-1]

    def fail_at(name: str, window: Rect, at: int = 4) -> None:
        if stage == name and window.y0 == at:
            raise ValueError(f"{name} failed")

    def windows():
        for window in WINDOWS:
            fail_at("windows", window)
            yield window

    def read(window: Rect) -> int:
        fail_at("read", window)
        return window.y0

    def compute(window: Rect, value: int) -> np.ndarray:
        fail_at("compute", window)
        return pixels(window, value)

    def write(window: Rect, values: np.ndarray) -> None:
        fail_at("write", window)
        fail_at("last write", window, last.y0)
        written.append(window)

    with pytest.raises(ValueError, match=f"^{stage} failed$"):
        run_pipeline(windows(), len(WINDOWS), read, compute, write, NULL_PROGRESS)
    assert written == WINDOWS[: len(written)]
    assert last not in written


def test_a_failure_while_the_other_stages_wait_does_not_hang() -> None:
    def write(window: Rect, values: np.ndarray) -> None:
        time.sleep(0.3)  # by now both queues are full
        raise OSError("disk")

    start = time.monotonic()
    with pytest.raises(OSError, match="disk"):
        run_pipeline(WINDOWS * 10, 120, number, pixels, write, NULL_PROGRESS, 1)
    assert time.monotonic() - start < 1.5


@pytest.mark.parametrize("stuck", ["reading", "computing", "writing"])
def test_cancel_is_answered_within_half_a_second(stuck: str) -> None:
    progress = Recorder()
    cancelled_at: list[float] = []
    written: list[Rect] = []

    def cancel() -> None:
        progress.stop.set()
        cancelled_at.append(time.monotonic())

    def read(window: Rect) -> int:
        if stuck == "reading" and window.y0 == 3:
            cancel()
            time.sleep(0.3)
        return window.y0

    def compute(window: Rect, value: int) -> np.ndarray:
        if stuck == "computing" and value == 3:
            cancel()
        return pixels(window, value)

    def write(window: Rect, values: np.ndarray) -> None:
        if stuck == "writing" and window.y0 == 3:
            cancel()
            time.sleep(0.3)
        written.append(window)

    with pytest.raises(Cancelled):
        run_pipeline(WINDOWS, len(WINDOWS), read, compute, write, progress)
    assert time.monotonic() - cancelled_at[0] < 0.8  # of which the stuck stage sleeps 0.3
    assert len(written) < len(WINDOWS)


def test_cancelled_before_the_start_computes_nothing() -> None:
    progress = Recorder()
    progress.stop.set()

    def compute(window: Rect, value: int) -> np.ndarray:
        pytest.fail("computed")

    with pytest.raises(Cancelled):
        run_pipeline(WINDOWS, len(WINDOWS), number, compute, ignore, progress)


def test_cancel_while_the_last_windows_are_written_is_heard() -> None:
    progress = Recorder()

    def write(window: Rect, values: np.ndarray) -> None:
        if window == WINDOWS[-1]:
            progress.stop.set()
            time.sleep(0.4)

    with pytest.raises(Cancelled):
        run_pipeline(WINDOWS, len(WINDOWS), number, pixels, write, progress, depth=20)
