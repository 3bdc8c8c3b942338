from __future__ import annotations

import pytest

from ...core.errors import Cancelled
from ...core.progress import NULL_PROGRESS, NullProgress, Progress, SubProgress


class Recorder(NullProgress):
    def __init__(self):
        self.updates: list[tuple[float, str]] = []
        self.said: list[str] = []
        self.stopped = False

    def update(self, fraction, message=""):
        self.updates.append((fraction, message))

    def cancelled(self):
        return self.stopped

    def warn(self, message):
        self.said.append(f"warning: {message}")

    def info(self, message):
        self.said.append(message)


def test_null_progress_takes_everything_and_is_never_cancelled():
    progress: Progress = NULL_PROGRESS
    progress.update(0.5, "half")
    progress.warn("w")
    progress.info("i")
    progress.check()
    assert not progress.cancelled()


def test_sub_progress_maps_its_whole_onto_a_part_of_the_parent():
    parent = Recorder()
    inner = SubProgress(SubProgress(parent, 0.5, 1.0), 0.0, 0.5)
    for fraction in (0.0, 0.5, 1.0):
        inner.update(fraction, "writing")
    assert parent.updates == [(0.5, "writing"), (0.625, "writing"), (0.75, "writing")]


def test_sub_progress_never_leaves_its_part():
    parent = Recorder()
    step = SubProgress(parent, 0.2, 0.4)
    step.update(-3.0)
    step.update(7.0)
    assert [fraction for fraction, _ in parent.updates] == pytest.approx([0.2, 0.4])


def test_cancel_and_messages_pass_through():
    parent = Recorder()
    step = SubProgress(parent, 0.0, 0.1)
    step.check()
    step.warn("slow")
    step.info("cpu")
    parent.stopped = True
    assert step.cancelled()
    with pytest.raises(Cancelled):
        step.check()
    assert parent.said == ["warning: slow", "cpu"]
