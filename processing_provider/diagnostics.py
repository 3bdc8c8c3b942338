"""Tell what is where, for a report of a problem."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Optional

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCommandLineUtils,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterFileDestination,
    QgsSettings,
)
from qgis.PyQt.QtCore import PYQT_VERSION_STR, QT_VERSION_STR

from . import parameters as declare
from . import settings
from .base import SetupAlgorithm
from .feedback import FeedbackProgress
from .services import chosen_home
from .translation import tr

if TYPE_CHECKING:
    from ..core import diagnostics as report

NAME = "diagnostics"
REPORT = "REPORT"


class Diagnostics(SetupAlgorithm):
    """Collects facts and fails for none that is missing."""

    def name(self) -> str:
        return NAME

    def displayName(self) -> str:
        return tr("Diagnostics")

    def tags(self) -> list[str]:
        return [tr("report"), tr("problem"), tr("versions"), tr("bug"), "torch", "GPU"]

    def shortDescription(self) -> str:
        return tr(
            "Writes a report on this installation to paste into the description of a problem."
        )

    def shortHelpString(self) -> str:
        return "\n\n".join(
            (
                self.shortDescription(),
                tr(
                    "It names versions, devices, where PyTorch runs and why, the models, and the "
                    "last lines of the worker and of the last set-up. User names in paths are "
                    "removed. Nothing is sent anywhere: read it, then paste it."
                ),
            )
        )

    def initAlgorithm(self, configuration: Optional[Mapping[str, Any]] = None) -> None:
        self.addParameter(
            declare.with_help(
                QgsProcessingParameterFileDestination(
                    declare.OUTPUT,
                    tr("Report"),
                    fileFilter=tr("Markdown files (*.md);;HTML files (*.html);;Text files (*.txt)"),
                    optional=True,
                ),
                tr("As HTML where the name ends with .html, else as text that issues can show."),
            )
        )
        self.addOutput(QgsProcessingOutputString(REPORT, tr("Text of the report")))

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        output = self.parameterAsFileOutput(parameters, declare.OUTPUT, context)
        progress = FeedbackProgress(feedback)

        def run() -> dict[str, Any]:
            found = self._collect(progress)
            text = found.markdown()
            progress.info(text)
            if not output:
                return {REPORT: text}
            is_html = Path(output).suffix.lower() in (".html", ".htm")
            Path(output).write_text(found.html() if is_html else text, encoding="utf-8")
            return {REPORT: text, declare.OUTPUT: output}

        return self.reporting(run, cancelled={})

    def _collect(self, progress: FeedbackProgress) -> report.Report:
        from ..core import diagnostics as report

        installation = report.Installation(
            engine=self.services.engine,
            home=chosen_home(),
            settings=settings.engine_settings(),
            environ=os.environ,
            catalog=self.services.catalog,
        )
        parts = [
            ("QGIS", versions),
            ("Settings", settings.as_rows),
            ("Plugins", plugins),
            *report.parts_of(installation, progress),
        ]
        return report.collect(parts, report.hider(os.environ), progress)


def versions() -> report.Rows:
    """Of QGIS and the libraries that came with it."""
    rows = [
        ("QGIS", Qgis.QGIS_VERSION),
        ("Qt", f"{QT_VERSION_STR}, PyQt {PYQT_VERSION_STR}"),
        ("Language of QGIS", QgsApplication.locale()),
        ("Profile", QgsApplication.qgisSettingsDirPath()),
    ]
    for line in QgsCommandLineUtils.allVersions().splitlines():
        name, found, version = line.partition(" version ")
        if found and not name.startswith(("QGIS", "Qt")):
            rows.append((name, version))
    return rows


def plugins() -> report.Rows:
    """The Python plugins that are switched on."""
    store = QgsSettings()
    store.beginGroup("PythonPlugins")
    names = [name for name in store.childKeys() if store.value(name, False, type=bool)]
    store.endGroup()
    return [(tr("Switched on"), ", ".join(sorted(names)) or tr("none"))]
