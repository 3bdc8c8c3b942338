"""Processing's history, which shows what is run from the panel as if it came from the toolbox."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext
from qgis.gui import QgsGui

from .run_parameters import Parameters, python_command


class HistoryEntry:
    """One line of the history; `finish` completes it where this QGIS keeps more than commands."""

    def __init__(
        self,
        algorithm: QgsProcessingAlgorithm,
        parameters: Parameters,
        context: QgsProcessingContext,
    ) -> None:
        self._id: Optional[int] = None
        self._details: dict[str, Any] = {}
        command = python_command(algorithm, parameters, context)
        if hasattr(QgsGui, "historyProviderRegistry"):  # QGIS 3.24
            self._details = {
                "python_command": command,
                "algorithm_id": algorithm.id(),
                "parameters": algorithm.asMap(parameters, context),
            }
            found, kept = QgsGui.historyProviderRegistry().addEntry("processing", self._details)
            self._id = found if kept else None
        else:
            from processing.core.ProcessingLog import ProcessingLog

            ProcessingLog.addToLog(command)
        recent = QgsGui.instance().processingRecentAlgorithmLog()
        recent.push(algorithm.id())

    def finish(self, results: dict[str, Any], log: str) -> None:
        if self._id is None:
            return
        self._details = {**self._details, "results": results, "log": log}
        QgsGui.historyProviderRegistry().updateEntry(self._id, self._details)
