"""The runs at the foot of the panel: how far each is, and what can be done with it."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QMessageBox,
    QProgressBar,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..core.units import duration_text
from ..processing_provider.translation import tr
from .lifetimes import delete_later
from .results import copy_menu, form_label, open_folder
from .runs import CANCELLED, DONE, ENDED, FAILED, QUEUED, Run, RunQueue
from .text_labels import ElidedLabel, MutedLabel, warn

STEPS = 1000
MOST_HEIGHT_LINES = 12


class RunList(QWidget):
    """All runs of a queue, newest first; hidden while there are none."""

    def __init__(self, queue: RunQueue, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("terraloomRunList")
        self._queue = queue
        self._rows: dict[int, RunRow] = {}
        self._heading = QLabel(tr("Runs"), self)
        font = self._heading.font()
        font.setBold(True)
        self._heading.setFont(font)
        self._clear = QToolButton(self)
        self._clear.setObjectName("terraloomClearRuns")
        self._clear.setText(tr("Clear finished"))
        self._clear.setAutoRaise(True)
        self._clear.clicked.connect(queue.clear_ended)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        top = QHBoxLayout()
        top.addWidget(self._heading, 1)
        top.addWidget(self._clear)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 2, 6, 4)
        layout.setSpacing(2)
        layout.addLayout(top)
        layout.addWidget(self._scroll)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        queue.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the queue as it is now."""
        runs = {run.id: run for run in self._queue.runs}
        for number in [one for one in self._rows if one not in runs]:
            row = self._rows.pop(number)
            row.hide()
            delete_later(row)
        for number, run in runs.items():
            if number not in self._rows:
                row = RunRow(run, self._queue, self)
                self._rows[number] = row
                self._column.insertWidget(0, row)
            self._rows[number].refresh()
        self._clear.setEnabled(any(run.state in ENDED for run in runs.values()))
        self.setVisible(bool(runs))
        rows = sum(row.sizeHint().height() + 2 for row in self._rows.values())
        most = MOST_HEIGHT_LINES * self.fontMetrics().lineSpacing()
        self._scroll.setFixedHeight(min(rows, most))

    def row(self, run: Run) -> Optional[RunRow]:
        return self._rows.get(run.id)


class RunRow(QFrame):
    """One run."""

    def __init__(self, run: Run, queue: RunQueue, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"terraloomRun_{run.id}")
        self._run = run
        self._queue = queue
        self._shown = ""
        icon = QLabel(self)
        size = self.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize)
        icon.setPixmap(run.algorithm.icon().pixmap(size, size))
        title = ElidedLabel(run.title, lines=1, parent=self)
        title.setToolTip(run.title)
        title.setAccessibleName(run.title)
        self._bar = QProgressBar(self)
        self._bar.setObjectName("terraloomRunProgress")
        self._bar.setTextVisible(False)
        self._bar.setMaximumHeight(max(self.fontMetrics().height() // 2, 6))
        self._status = MutedLabel(parent=self, small=True)
        self._status.setObjectName("terraloomRunStatus")
        self._status.setWordWrap(True)
        self._status.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._cancel = self._button("✕", "terraloomRunCancel", tr("Cancel"))
        self._cancel.clicked.connect(run.cancel)
        self._details = self._button(tr("Details"), "terraloomRunDetails", "")
        self._details.clicked.connect(self._show_details)
        self._more = self._button("⋯", "terraloomRunMore", tr("What can be done with this run"))
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setMenu(self._menu())
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 2, 0, 2)
        layout.setVerticalSpacing(1)
        layout.addWidget(icon, 0, 0)
        layout.addWidget(title, 0, 1)
        layout.addWidget(self._details, 0, 2)
        layout.addWidget(self._cancel, 0, 3)
        layout.addWidget(self._more, 0, 4)
        layout.addWidget(self._bar, 1, 1, 1, 4)
        layout.addWidget(self._status, 2, 1, 1, 4)
        layout.setColumnStretch(1, 1)

    def refresh(self) -> None:
        run = self._run
        ended = run.state in ENDED
        self._bar.setVisible(not ended)
        busy = run.state != QUEUED and run.fraction == 0.0
        self._bar.setRange(0, 0 if busy else STEPS)  # 0, 0: it moves, but knows no end
        if not busy:
            self._bar.setValue(round(STEPS * run.fraction))
        self._cancel.setVisible(not ended)
        self._cancel.setEnabled(not run.cancelling)
        self._details.setVisible(run.state == FAILED)
        self._more.setVisible(ended)
        text = status_text(run)
        if text != self._shown:
            self._shown = text
            self._status.setText(text)
            if run.state == FAILED:
                warn(self._status, on=True)

    def _button(self, text: str, name: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setObjectName(name)
        button.setAutoRaise(True)
        button.setToolTip(tip)
        button.setAccessibleName(tip or text)
        return button

    def _menu(self) -> QMenu:
        """The menu is filled when it opens: what can be done is known when the run has ended."""
        menu = QMenu(self)
        menu.aboutToShow.connect(lambda: self._fill(menu))
        return menu

    def _fill(self, menu: QMenu) -> None:
        run = self._run
        menu.clear()
        if run.output is not None:
            menu.addAction(tr("Open folder")).triggered.connect(lambda: open_folder(run.output))
        menu.addAction(form_label(run)).triggered.connect(
            lambda: self._queue.form_wanted.emit(run.algorithm_id, dict(run.parameters))
        )
        menu.addActions(copy_menu(run, menu).actions())
        menu.addSeparator()
        menu.addAction(tr("Remove from this list")).triggered.connect(
            lambda: self._queue.forget(run)
        )

    def _show_details(self) -> None:
        box = QMessageBox(self.window())
        box.setObjectName("terraloomRunDetailsBox")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self._run.title)
        box.setText(self._run.message)
        box.setDetailedText(self._run.log or self._run.message)
        box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        box.open()


def status_text(run: Run) -> str:
    """Give one line about how far ``run`` is."""
    if run.state == QUEUED:
        return run.message or tr("Waiting")
    if run.state == CANCELLED:
        return tr("Cancelled")
    if run.state == FAILED:
        return run.message
    if run.state == DONE:
        if "MATCHES" in run.results:
            return run.message
        return tr("Finished in {time}").format(time=duration_text(run.seconds))
    parts = [run.message or tr("Starting")]
    if run.fraction > 0.0:
        parts.append(f"{100.0 * run.fraction:.0f} %")
    if run.remaining_s is not None and not run.cancelling:
        parts.append(tr("{time} left").format(time=duration_text(run.remaining_s)))
    return " · ".join(parts)
