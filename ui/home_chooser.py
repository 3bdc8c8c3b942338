"""Where PyTorch runs: the four homes, and what is the case now."""

from __future__ import annotations

import os
from typing import Optional

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QWidget,
)

from ..core.worker.homes import AUTO, IN_PROCESS, MANAGED, NONE, OWN
from ..core.worker.interpreter_checks import Verdict
from ..core.worker.interpreters import looks_like_python
from ..processing_provider import settings
from ..processing_provider.services import chosen_home
from ..processing_provider.setup_facts import checked_python, overruling_variables
from ..processing_provider.translation import tr
from .background import Background
from .text_labels import MutedLabel

_TYPING_MS = 700
"""A path that has not changed for so long has been typed to its end."""


class HomeChooser(QGroupBox):
    """Reads and writes the chosen home, and the interpreter of the user's own."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(tr("Where PyTorch runs"), parent)
        self._background = Background(self)
        self._build()
        self._lay_out()

    def read(self) -> None:
        """Show what is set."""
        self.show_chosen(settings.home(), settings.python())
        self.show_now()

    def show_chosen(self, kind: str, python: str) -> None:
        self.homes[kind].setChecked(True)
        self.python.setFilePath(python)
        self._react()

    def write(self) -> None:
        """Keep what is shown; a Python of the user's own only where one is named."""
        chosen, python = self.chosen(), self._path()
        if chosen != OWN or python:
            settings.set_home(chosen)
        settings.set_python(python)

    def chosen(self) -> str:
        return next(kind for kind, button in self.homes.items() if button.isChecked())

    def show_now(self) -> None:
        """Say where models run by the settings as they are kept, and why."""
        home = chosen_home()
        if home.kind == NONE and settings.home() in settings.MANAGED_HOMES:
            text = tr(
                "Now: nowhere yet. Set up the managed environment, or name a Python of yours."
            )
        else:
            text = tr("Now: {reason}").format(reason=home.reason)
        names = overruling_variables()
        if names:
            ruled = tr("The environment variable {names} is set and wins over this choice.")
            text = f"{text} {ruled.format(names=', '.join(names))}"
        self.now.setText(text)

    def _build(self) -> None:
        titles = {
            AUTO: (tr("&Automatic"), tr("The managed environment, else QGIS's own Python")),
            MANAGED: (tr("&Managed environment"), tr("The one below, that Terraloom sets up")),
            OWN: (tr("A &Python of mine"), tr("Conda, the system's, or any that has PyTorch")),
            IN_PROCESS: (
                tr("&In QGIS's own process"),
                tr("Where QGIS's Python has PyTorch; a crash there ends QGIS"),
            ),
        }
        self.homes: dict[str, QRadioButton] = {}
        self._home_hints: dict[str, MutedLabel] = {}
        group = QButtonGroup(self)
        for kind, (title, hint) in titles.items():
            button = QRadioButton(title)
            button.setObjectName(f"terraloomHome_{kind}")
            button.toggled.connect(lambda _on: self._react())
            group.addButton(button)
            self.homes[kind] = button
            self._home_hints[kind] = MutedLabel(hint, small=True)
        self.now = QLabel()
        self.now.setObjectName("terraloomHomeNow")
        self.now.setWordWrap(True)
        self.python = QgsFileWidget()
        self.python.setObjectName("terraloomPython")
        self.python.setStorageMode(QgsFileWidget.GetFile)
        self.python.setDialogTitle(tr("Python interpreter"))
        self.check_python = QPushButton(tr("&Check"))
        self.check_python.setObjectName("terraloomCheckPython")
        self.check_python.clicked.connect(self._check_python)
        self.verdict = QLabel()
        self.verdict.setObjectName("terraloomPythonVerdict")
        self.verdict.setWordWrap(True)
        self.verdict.hide()
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(_TYPING_MS)
        self._typed.timeout.connect(self._check_what_is_there)
        self.python.fileChanged.connect(lambda _path: self._react())

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setColumnStretch(1, 1)
        row = 0
        for kind, button in self.homes.items():
            grid.addWidget(button, row, 0)
            grid.addWidget(self._home_hints[kind], row, 1)
            row += 1
            if kind == OWN:
                chooser = QHBoxLayout()
                chooser.addWidget(self.python, 1)
                chooser.addWidget(self.check_python)
                grid.addLayout(chooser, row, 1)
                grid.addWidget(self.verdict, row + 1, 1)
                row += 2
        grid.addWidget(self.now, row, 0, 1, 2)

    def _react(self) -> None:
        own = self.homes[OWN].isChecked()
        self.python.setEnabled(own)
        self.check_python.setEnabled(own and bool(self._path()))
        self.verdict.hide()
        self._typed.start()

    def _check_what_is_there(self) -> None:
        path = self._path()
        if self.homes[OWN].isChecked() and looks_like_python(path) and os.path.isfile(path):
            self._check_python()

    def _check_python(self) -> None:
        self._typed.stop()
        path = self._path()
        self.check_python.setEnabled(False)
        self.verdict.setText(tr("Asking it…"))
        self.verdict.show()
        self._background.call(
            lambda progress: checked_python(path, progress),
            lambda answer: self._show_verdict(path, answer),
        )

    def _show_verdict(self, path: str, answer: object) -> None:
        if path != self._path() or not self.homes[OWN].isChecked():
            return
        self.check_python.setEnabled(True)
        is_good = isinstance(answer, Verdict) and answer.accepted
        reason = answer.reason if isinstance(answer, Verdict) else str(answer)
        sign = "✓" if is_good else "✗"
        self.verdict.setText(f"{sign} {reason}")
        self.verdict.show()

    def _path(self) -> str:
        return str(self.python.filePath()).strip()
