"""Python's side of a widget: what must be there for as long as Qt's side is."""

from __future__ import annotations

from typing import ClassVar

from qgis.PyQt.QtCore import QObject, QTimer


def keep_with(widget: QObject, *things: object) -> None:
    """Keep ``things`` until Qt has deleted ``widget`` and all that is in it."""
    _Kept(widget, things)


def delete_later(widget: QObject) -> None:
    """Have Qt delete ``widget``, and Python keep it until then.

    With ``deleteLater`` alone PyQt lets go of it at once. Where Python collects its garbage before
    Qt deletes, the slots of the widget and of all in it are cleared, but are called all the same.
    """
    _Kept(widget, (widget,))
    widget.deleteLater()


class _Kept:
    _all: ClassVar[set[_Kept]] = set()

    def __init__(self, widget: QObject, things: tuple[object, ...]) -> None:
        self._things = things
        self._all.add(self)
        # Not a lambda or a partial: Python could collect those with the widget.
        widget.destroyed.connect(self._end)

    def _end(self) -> None:
        QTimer.singleShot(0, self._release)  # what is in the widget goes after it

    def _release(self) -> None:
        self._all.discard(self)
