"""How a layer was made, for people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ..processing_provider.translation import tr
from .help_link import add_help
from .results import copy_text

WIDTH_CHARACTERS, HEIGHT_LINES = 84, 30


class ProvenanceDialog(QDialog):
    """A table of what a raster's tags say; ``rows`` are labels with their texts."""

    def __init__(
        self, name: str, rows: Sequence[tuple[str, str]], parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("terraloomProvenance")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("How “{name}” was made").format(name=name))
        self._name = name
        self._rows = list(rows)
        heading = QLabel(
            tr(
                "This layer is synthetic. With the same model, seed and parameters anybody can "
                "make it again; Verify checks that it is unchanged."
            ),
            self,
        )
        heading.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        copy = buttons.addButton(tr("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.setObjectName("terraloomProvenanceCopy")
        copy.clicked.connect(lambda: copy_text(self.text()))
        buttons.rejected.connect(self.reject)
        add_help(buttons, "provenance")
        layout = QVBoxLayout(self)
        layout.addWidget(heading)
        layout.addWidget(self._table(), 1)
        layout.addWidget(buttons)
        metrics = self.fontMetrics()
        self.resize(
            WIDTH_CHARACTERS * metrics.averageCharWidth(), HEIGHT_LINES * metrics.lineSpacing()
        )

    def text(self) -> str:
        """Give all of it as plain text."""
        lines = [f"{label}: {value}" for label, value in self._rows]
        return "\n".join([self._name, *lines, ""])

    def _table(self) -> QTableWidget:
        table = QTableWidget(len(self._rows), 2, self)
        table.setObjectName("terraloomProvenanceTable")
        table.horizontalHeader().hide()
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        table.setWordWrap(True)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        for number, (label, value) in enumerate(self._rows):
            for column, text in enumerate((label, value)):
                item = QTableWidgetItem(text)
                item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
                item.setToolTip(text)
                table.setItem(number, column, item)
        header = table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        return table
