"""The way from a Help button to its offline page."""

from __future__ import annotations

from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QDialogButtonBox

from ..processing_provider.help import page_url


def open_page(name: str) -> None:
    """Show the help page ``name`` in the browser."""
    QDesktopServices.openUrl(QUrl(page_url(name)))


def add_help(box: QDialogButtonBox, name: str) -> None:
    """Give a dialog's row of buttons one that shows the page ``name``."""
    box.addButton(QDialogButtonBox.StandardButton.Help).setObjectName("terraloomHelpButton")
    box.helpRequested.connect(lambda: open_page(name))
