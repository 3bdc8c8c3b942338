"""The managed environment: its state, what can be set up, and the buttons that do it."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QTextCursor
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ..core.units import bytes_text
from ..core.worker.builds import CPU
from ..core.worker.managed import BROKEN, MISSING, OUTDATED, READY
from ..processing_provider import settings
from ..processing_provider.setup_facts import (
    SetupFacts,
    build_problem,
    build_text,
    setup_facts,
    state_text,
)
from ..processing_provider.torch_setup import INSTALL, REMOVE, REPAIR, default_folder
from ..processing_provider.translation import tr
from .background import Background
from .setup_run import setup_runs
from .text_labels import MutedLabel

_LOG_ROWS = 9


class EnvironmentWidget(QWidget):
    """Reads and writes the settings of the managed environment; runs its set-up and removal."""

    changed = pyqtSignal()
    set_up_ended = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("terraloomEnvironment")
        self.facts: Optional[SetupFacts] = None
        self._background = Background(self)
        self._runs = setup_runs()
        self._build_inputs()
        self._build_buttons()
        self._build_log()
        self._lay_out()
        self.read()
        self._runs.started.connect(self._run_started)
        self._runs.progressed.connect(self._run_progressed)
        self._runs.told.connect(self.log.appendPlainText)
        self._runs.ended.connect(self._run_ended)
        if self._runs.current is not None:
            self.log.setPlainText("\n".join(self._runs.lines))
            self._run_started("")

    def read(self) -> None:
        """Show what is set, and look at what is there."""
        self.place.setFilePath(settings.place())
        self.wheels.setFilePath(settings.wheels())
        self.base.setFilePath(settings.base())
        self._select_build(settings.build())
        self.look()

    def write(self) -> None:
        """Keep what is shown."""
        settings.set_place(self._text(self.place))
        settings.set_wheels(self._text(self.wheels))
        settings.set_base(self._text(self.base))
        settings.set_build(self.chosen_build())

    def restore_defaults(self) -> None:
        """Show the defaults, without keeping them yet."""
        for widget in (self.place, self.wheels, self.base):
            widget.setFilePath("")
        self._select_build(CPU)
        self.look()

    def chosen_place(self) -> Path:
        text = self._text(self.place)
        return Path(text) if text else default_folder()

    def chosen_build(self) -> str:
        return str(self.build.currentData() or CPU)

    def look(self) -> None:
        """Ask the disk and this computer, in a thread."""
        place, build = self.chosen_place(), self.chosen_build()
        base = self._text(self.base)
        known = self.facts.offer if self.facts is not None and base == self._asked_base else None
        self._asked_base = base
        self._background.call(
            lambda progress: setup_facts(place, build, base, known, progress), self._show
        )

    def _build_inputs(self) -> None:
        self.state = QLabel(tr("Looking…"))
        self.state.setObjectName("terraloomEnvironmentState")
        self.state.setWordWrap(True)
        self.state.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.place = self._file("terraloomEnvironmentPlace", QgsFileWidget.GetDirectory)
        self.place.lineEdit().setPlaceholderText(str(default_folder()))
        self.build = QComboBox()
        self.build.setObjectName("terraloomBuild")
        self.build.addItem(tr("CPU"), CPU)
        self.build_hint = MutedLabel(small=True)
        self.build_hint.setObjectName("terraloomBuildHint")
        self.build_hint.setWordWrap(True)
        self.wheels = self._file("terraloomWheels", QgsFileWidget.GetDirectory)
        self.wheels.lineEdit().setPlaceholderText(tr("Download from the internet"))
        self.wheels.setToolTip(
            tr("For a computer without internet: a folder that 'pip download' has filled elsewhere")
        )
        self.base = self._file("terraloomBase", QgsFileWidget.GetFile)
        self.base.lineEdit().setPlaceholderText(tr("Look for one"))
        self._asked_base = ""
        for widget in (self.place, self.base):
            widget.fileChanged.connect(lambda _path: self.look())
        self.build.activated.connect(lambda _index: self.look())

    def _build_buttons(self) -> None:
        self.set_up = self._button("terraloomSetUp", tr("Set up"), INSTALL)
        self.repair = self._button("terraloomRepair", tr("Repair"), REPAIR)
        self.repair.setToolTip(tr("Makes the environment anew, beside the old one"))
        self.remove = self._button("terraloomRemove", tr("Remove…"), REMOVE)
        self.bar = QProgressBar()
        self.bar.setObjectName("terraloomSetUpProgress")
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.cancel = QPushButton(tr("Cancel set-up"))
        self.cancel.setObjectName("terraloomSetUpCancel")
        self.cancel.clicked.connect(self._runs.cancel)
        self.said = QLabel()
        self.said.setObjectName("terraloomSetUpText")
        self.said.setWordWrap(True)
        for widget in (self.bar, self.cancel, self.said):
            widget.hide()

    def _build_log(self) -> None:
        self.log = QPlainTextEdit()
        self.log.setObjectName("terraloomSetUpLog")
        self.log.setReadOnly(True)
        self.log.setFixedHeight(_LOG_ROWS * self.log.fontMetrics().lineSpacing())
        self.log.hide()
        self.show_log = QPushButton(tr("Show log"))
        self.show_log.setObjectName("terraloomShowLog")
        self.show_log.setCheckable(True)
        self.show_log.toggled.connect(self.log.setVisible)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(tr("State"), self.state)
        form.addRow(tr("&Folder"), self.place)
        builds = QVBoxLayout()
        builds.addWidget(self.build)
        builds.addWidget(self.build_hint)
        form.addRow(tr("&Build"), builds)
        form.labelForField(builds).setBuddy(self.build)
        form.addRow(tr("Folder of &wheels"), self.wheels)
        form.addRow(tr("Python to &start from"), self.base)
        buttons = QHBoxLayout()
        for button in (self.set_up, self.repair, self.remove):
            buttons.addWidget(button)
        buttons.addStretch()
        buttons.addWidget(self.show_log)
        running = QHBoxLayout()
        running.addWidget(self.bar, 1)
        running.addWidget(self.cancel)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(form)
        whole.addLayout(buttons)
        whole.addLayout(running)
        whole.addWidget(self.said)
        whole.addWidget(self.log)

    def _file(self, name: str, mode: int) -> QgsFileWidget:
        widget = QgsFileWidget()
        widget.setObjectName(name)
        widget.setStorageMode(mode)
        widget.setFocusProxy(widget.lineEdit())
        return widget

    def _button(self, name: str, text: str, action: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setEnabled(False)
        button.clicked.connect(lambda: self._ask(action))
        return button

    def _ask(self, action: str) -> None:
        if action != REMOVE:
            self._start(action)
            return
        size = bytes_text(self.facts.own_bytes)
        box = QMessageBox(
            QMessageBox.Icon.Question,
            tr("Remove PyTorch"),
            tr(
                "Remove the environment in '{folder}'? This frees {size}. Models cannot run until "
                "it is set up again. While a job of Terraloom runs in it, it is not removed."
            ).format(folder=self.chosen_place(), size=size),
            QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.Cancel,
            self,
        )
        box.setObjectName("terraloomRemoveQuestion")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.button(QMessageBox.StandardButton.Yes).setText(tr("Remove"))
        box.accepted.connect(lambda: self._start(REMOVE))
        box.open()

    def _start(self, action: str) -> None:
        parameters = {
            "ACTION": action,
            "BUILD": self.chosen_build(),
            "PLACE": str(self.chosen_place()),
            "WHEELS": self._text(self.wheels),
            "BASE": self._text(self.base),
        }
        self.log.clear()
        self._runs.start({name: value for name, value in parameters.items() if value})

    def _show(self, answer: object) -> None:
        if not isinstance(answer, SetupFacts):
            self.state.setText(str(answer))
            return
        self.facts = answer
        free = tr("{size} are free there.").format(size=bytes_text(answer.free_bytes))
        self.state.setText(" ".join(filter(None, (state_text(answer), answer.problem, free))))
        self._show_builds()
        if self._runs.current is None and not self.log.toPlainText():
            self.log.setPlainText(answer.log)
            self.log.moveCursor(QTextCursor.MoveOperation.End)
        self._enable()
        self.changed.emit()

    def _show_builds(self) -> None:
        offer, chosen = self.facts.offer, self.chosen_build()
        if offer is None:
            self.build_hint.setText("")
            return
        self.build.clear()
        for build in offer.builds:
            self.build.addItem(build_text(build), build.key)
            problem = build_problem(build.key, offer)
            if problem:
                row = self.build.count() - 1
                self.build.model().item(row).setEnabled(False)
                self.build.setItemData(row, problem, Qt.ItemDataRole.ToolTipRole)
        self._select_build(chosen)
        self.build_hint.setText(offer.advice.reason if len(offer.builds) > 1 else "")

    def _select_build(self, key: str) -> None:
        row = self.build.findData(key)
        if row < 0:
            self.build.addItem(key, key)
            row = self.build.count() - 1
        self.build.setCurrentIndex(row)

    def _enable(self) -> None:
        facts, idle = self.facts, self._runs.current is None
        kind = MISSING if facts is None else facts.state.kind
        fit = facts is not None and facts.offer is not None and not facts.problem
        titles = {OUTDATED: tr("Update"), READY: tr("Update"), BROKEN: tr("Set up again")}
        self.set_up.setText(titles.get(kind, tr("Set up")))
        self.set_up.setEnabled(idle and fit and kind != READY)
        self.set_up.setToolTip(tr("Everything is up to date") if kind == READY else "")
        self.repair.setEnabled(idle and fit and kind in (READY, OUTDATED))
        size = 0 if facts is None else facts.own_bytes
        known = size > 0 and idle
        text = tr("Remove ({size})…").format(size=bytes_text(size)) if known else tr("Remove…")
        self.remove.setText(text)
        self.remove.setEnabled(known)

    def _run_started(self, _action: str) -> None:
        self._enable()
        self.bar.setValue(0)
        self.said.setText(self._runs.current.text)
        for widget in (self.bar, self.cancel, self.said):
            widget.show()

    def _run_progressed(self, percent: float, text: str) -> None:
        self.bar.setValue(int(10.0 * percent))
        self.said.setText(text)

    def _run_ended(self, worked: bool, results: dict[str, object], message: str) -> None:
        self.bar.hide()
        self.cancel.hide()
        self.said.setText(message)
        self.said.show()
        if worked and results.get("FOLDER"):
            self.place.setFilePath(settings.place())
        self.look()
        self.set_up_ended.emit()

    def _text(self, widget: QgsFileWidget) -> str:
        return str(widget.filePath()).strip()
