"""The buttons under a form."""

from __future__ import annotations

from typing import Optional, Union

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QIcon, QResizeEvent
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..processing_provider import icons
from ..processing_provider.translation import tr

LEAST_WIDTH = 24


class FormButtons(QWidget):
    """Run and preview large, the rest small: icons alone where the panel is narrow."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.run = self._large("terraloomRun", tr("Run"), "/mActionStart.svg")
        self.run.setToolTip(tr("Make it in the background (Ctrl+Return)"))
        self.preview = self._large("terraloomPreview", tr("Preview"), "/mActionShowAllLayers.svg")
        self.preview.setCheckable(True)
        self.preview.setToolTip(tr("Show a piece of the result on the map, anew with each change"))
        self.centre = QToolButton(self)
        self.centre.setObjectName("terraloomPreviewCentre")
        self.centre.setIcon(QgsApplication.getThemeIcon("/mActionCapturePoint.svg"))
        self.centre.setToolTip(
            tr("Click on the map where preview and seeds should be (Return: its middle; Esc: done)")
        )
        self.centre.setAccessibleName(tr("Place of the preview"))
        self.centre.hide()
        self.live = self._small("terraloomLive", tr("Live layer"), "/mIconRaster.svg")
        self.live.setToolTip(tr("Add an endless layer that is made wherever you look"))
        self.seeds = self._small("terraloomSeeds", tr("Seeds"), icons.icon("dice"))
        self.seeds.setCheckable(True)
        self.seeds.setToolTip(tr("Show six seeds to choose from"))
        self.batch = self._small("terraloomBatch", tr("Batch…"), "/mActionOpenTable.svg")
        self.batch.setToolTip(tr("Run it many times, with a table of parameters"))
        self.guide = self._small("terraloomHelp", tr("Help"), "/mActionHelpContents.svg")
        self._more = [self.live, self.seeds, self.batch, self.guide]
        for button in (self.preview, self.seeds):
            button.toggled.connect(self._offer_place)
        self._lay_out()

    def show_engine(self, *, lacking: bool, coming: bool) -> None:
        """Without PyTorch a run begins with its set-up, and nothing can be shown before."""
        self.run.setText(tr("Set up and run…") if lacking and not coming else tr("Run"))
        for button in (self.preview, self.live, self.seeds):
            button.setEnabled(not lacking)

    def _offer_place(self) -> None:
        self.centre.setVisible(self.preview.isChecked() or self.seeds.isChecked())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        shown = [button for button in self._more if not button.isHidden()]
        for button in shown:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        if sum(button.sizeHint().width() + 2 for button in shown) > self.width():
            for button in shown:
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(6)
        first.addWidget(self.run, 3)
        first.addWidget(self.preview, 2)
        first.addWidget(self.centre)
        second.setSpacing(2)
        for button in self._more:
            if button is self.guide:
                second.addStretch(1)
            second.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(first)
        layout.addLayout(second)

    def _large(self, name: str, text: str, icon: str) -> QPushButton:
        button = QPushButton(QgsApplication.getThemeIcon(icon), text, self)
        button.setObjectName(name)
        return button

    def _small(self, name: str, text: str, icon: Union[str, QIcon]) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setText(text)
        button.setIcon(icon if isinstance(icon, QIcon) else QgsApplication.getThemeIcon(icon))
        button.setIconSize(QSize(14, 14))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setAutoRaise(True)
        button.setMinimumWidth(LEAST_WIDTH)
        button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        return button
