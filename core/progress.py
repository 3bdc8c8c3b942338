"""How a long job reports what it does, and learns that it should stop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from numpy.typing import NDArray

from .errors import Cancelled

if TYPE_CHECKING:
    from .task import Task
    from .tiling import Rect


class Progress(Protocol):
    """Receives progress. Only the thread that runs the job calls it, unless the maker says more."""

    def update(self, fraction: float, message: str = "") -> None:
        """``fraction`` of the job, 0 to 1, is done; ``message`` says what comes now."""
        ...

    def cancelled(self) -> bool:
        """Whether the user asked to stop."""
        ...

    def check(self) -> None:
        """Raise `Cancelled` if the user asked to stop."""
        ...

    def warn(self, message: str) -> None:
        """Something the user should know that does not stop the job."""
        ...

    def info(self, message: str) -> None:
        """Something the user may like to know."""
        ...


@runtime_checkable
class WindowProgress(Protocol):
    """A `Progress` that is also shown what is done, in the thread that writes it: to be quick."""

    def window_done(self, task: Task, window: Rect, values: NDArray[Any]) -> None:
        """``values`` ``(C, H, W)`` of ``window``, in world pixels, are written."""
        ...


class NullProgress:
    """Nobody is watching: reports go nowhere, and the job is never cancelled."""

    def update(self, fraction: float, message: str = "") -> None:
        return None

    def cancelled(self) -> bool:
        return False

    def check(self) -> None:
        if self.cancelled():
            raise Cancelled

    def warn(self, message: str) -> None:
        return None

    def info(self, message: str) -> None:
        return None


class SubProgress:
    """One step of a longer job: its 0 to 1 is ``start`` to ``end`` of the parent."""

    def __init__(self, parent: Progress, start: float, end: float) -> None:
        self._parent = parent
        self._start = start
        self._end = end

    def update(self, fraction: float, message: str = "") -> None:
        inside = min(max(fraction, 0.0), 1.0)
        self._parent.update(self._start + inside * (self._end - self._start), message)

    def cancelled(self) -> bool:
        return self._parent.cancelled()

    def check(self) -> None:
        self._parent.check()

    def warn(self, message: str) -> None:
        self._parent.warn(message)

    def info(self, message: str) -> None:
        self._parent.info(message)


NULL_PROGRESS = NullProgress()
