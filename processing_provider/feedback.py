"""Core's progress, told to a QgsProcessingFeedback."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Callable

from numpy.typing import NDArray
from qgis.core import QgsProcessingFeedback

from ..core.errors import Cancelled

if TYPE_CHECKING:
    from ..core.task import Task
    from ..core.tiling import Rect

# The bar moves ten times a second; each new text is also a line in the log, so texts come slower.
BAR_SECONDS = 0.1
TEXT_SECONDS = 1.0
BURST = 2


class FeedbackProgress:
    """A ``core.progress.Progress`` that speaks to QGIS, seldom enough not to slow the job down."""

    def __init__(
        self, feedback: QgsProcessingFeedback, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._feedback = feedback
        self._clock = clock
        self._bar_due = 0.0
        self._text_due = 0.0
        self._text = ""
        self._newest = ""  # one that came too soon is told later, if none follows

    def update(self, fraction: float, message: str = "") -> None:
        """Show that ``fraction`` (0 to 1) is done."""
        now = self._clock()
        if now >= self._bar_due or fraction >= 1.0:
            self._bar_due = now + BAR_SECONDS
            self._feedback.setProgress(100.0 * min(max(fraction, 0.0), 1.0))
        self._newest = message or self._newest
        if self._newest != self._text and now >= self._text_due:
            # A few may follow each other, so that what takes long is not told as what came before.
            self._text_due = max(self._text_due, now - BURST * TEXT_SECONDS) + TEXT_SECONDS
            self._text = self._newest
            self._feedback.setProgressText(self._text)

    def cancelled(self) -> bool:
        return bool(self._feedback.isCanceled())

    def check(self) -> None:
        """Raise ``Cancelled`` if the user pressed Cancel."""
        if self._feedback.isCanceled():
            raise Cancelled()

    def info(self, message: str) -> None:
        self._feedback.pushInfo(message)

    def warn(self, message: str) -> None:
        self._feedback.pushWarning(message)


class WatchedProgress(FeedbackProgress):
    """For a feedback that shows what is done, by a method ``window_done``: a window's own."""

    def window_done(self, task: Task, window: Rect, values: NDArray[Any]) -> None:
        self._feedback.window_done(task, window, values)


def progress_of(feedback: QgsProcessingFeedback) -> FeedbackProgress:
    """Give the progress that tells ``feedback`` all that it can show."""
    is_watched = hasattr(feedback, "window_done")
    return WatchedProgress(feedback) if is_watched else FeedbackProgress(feedback)
