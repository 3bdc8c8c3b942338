"""QGIS's own batch dialog over a form: every row starts with what was entered there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Optional

from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext, QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDialog, QWidget

from ..processing_provider import parameters as names


def open_batch(
    algorithm: QgsProcessingAlgorithm, jobs: Sequence[Mapping[str, Any]], parent: Optional[QWidget]
) -> QDialog:
    """Show a table with a row for each of ``jobs``, of which there is at least one."""
    from processing.gui.BatchAlgorithmDialog import BatchAlgorithmDialog  # QGIS's own plugin

    dialog = BatchAlgorithmDialog(_starting_with(algorithm, jobs[0]), parent)
    dialog.setObjectName("terraloomBatchDialog")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    panel = dialog.mainWidget()
    if len(jobs) > 1:
        panel.addRow(len(jobs) - 1)
    panel.checkLoadLayersOnCompletion.setChecked(True)
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    for row, job in enumerate(jobs):
        _fill_row(panel, row, job, context)
    dialog.show()
    return dialog


def _starting_with(
    algorithm: QgsProcessingAlgorithm, job: Mapping[str, Any]
) -> QgsProcessingAlgorithm:
    """Give the algorithm with other defaults, so that rows that are added later have them too."""
    own = algorithm.create()
    for definition in own.parameterDefinitions():
        value = job.get(definition.name())
        if value is not None and not definition.isDestination():
            definition.setDefaultValue(value)
    return own


def _fill_row(panel: Any, row: int, job: Mapping[str, Any], context: QgsProcessingContext) -> None:
    """What differs from row to row: the place, and the file."""
    columns = panel.parameter_to_column
    if names.EXTENT in columns and job.get(names.EXTENT) is not None:
        panel.wrappers[row][columns[names.EXTENT]].setParameterValue(job[names.EXTENT], context)
    for definition in panel.alg.destinationParameterDefinitions():
        path, column = job.get(definition.name()), columns.get(definition.name())
        if column is not None and isinstance(path, str):
            panel.tblParameters.cellWidget(row + 1, column).setValue(path)
