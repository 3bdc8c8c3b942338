"""The one way in which this package translates a text."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication

CONTEXT = "Terraloom"


def tr(text: str) -> str:
    """Give ``text`` in the language of QGIS."""
    return QCoreApplication.translate(CONTEXT, text)
