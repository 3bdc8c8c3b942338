"""Small changes to the widgets that QGIS gives: clear labels, less clutter, missing signals."""

from __future__ import annotations

from typing import Any, Callable

from qgis.core import QgsProcessingAlgorithm, QgsProcessingParameterDefinition, QgsUnitTypes
from qgis.gui import QgsRasterFormatSaveOptionsWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QWidget,
)

from ..processing_provider import parameters as names
from ..processing_provider import settings
from ..processing_provider.translation import tr


def polish(
    definition: QgsProcessingParameterDefinition, widget: QWidget, algorithm: QgsProcessingAlgorithm
) -> None:
    """Make one widget of QGIS fit into the panel."""
    if definition.type() == "enum":
        _name_choices(definition.name(), widget, algorithm)
    if definition.isDestination():
        _simplify_output(widget)
    if definition.type() == "distance":
        _silence_degrees(widget)
    if isinstance(widget, QAbstractSpinBox):
        widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    for box in [widget, *widget.findChildren(QComboBox)]:
        if isinstance(box, QComboBox):
            keep_narrow(box)


def keep_narrow(box: QComboBox) -> None:
    """Let a box fill its row, but not widen the panel for the sake of a long name."""
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(6)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


def tell_changes(widget: QWidget, slot: Callable[..., None]) -> None:
    """Connect the one widget that does not tell its wrapper when it changes."""
    if isinstance(widget, QgsRasterFormatSaveOptionsWidget):
        widget.optionsChanged.connect(slot)


def know_unit(widget: QWidget, unit: Any) -> None:
    """Offer a unit that QGIS knows but does not list, as survey feet: else it takes metres."""
    number = int(getattr(unit, "value", unit))
    for box in widget.findChildren(QComboBox):
        if box.findData(number) < 0:
            box.addItem(QgsUnitTypes.toString(unit), number)
        if box.currentIndex() < 0:
            box.setCurrentIndex(box.findData(number))


def _silence_degrees(widget: QWidget) -> None:
    """QGIS warns of distances in degrees; here, pixels in degrees are as good as any."""
    for label in widget.findChildren(QLabel):
        if label.pixmap() is not None and not label.text():
            label.setFixedSize(0, 0)


def _name_choices(name: str, widget: QWidget, algorithm: QgsProcessingAlgorithm) -> None:
    """Show the labels of the model's card instead of the values that are stored."""
    if not isinstance(widget, QComboBox):
        return
    labels = _labels(name, algorithm)
    for index in range(widget.count()):
        label = labels.get(str(widget.itemData(index)))
        if label:
            title = label.partition(":")[0].strip()
            widget.setItemText(index, title)
            widget.setItemData(index, label, Qt.ItemDataRole.ToolTipRole)


def _labels(name: str, algorithm: Any) -> dict[str, str]:
    if name == names.DEVICE:
        return {
            "auto": tr("Automatic"),
            "cpu": tr("Processor (CPU)"),
            "cuda:0": tr("Graphics card (CUDA)"),
            "mps": tr("Graphics card (Apple)"),
        }
    package = getattr(getattr(algorithm, "entry", None), "package", None)
    specs = package.card.parameters if package is not None else ()
    for spec in specs:
        if spec.name.upper() == name:
            return {option.value: tr(option.label) for option in spec.options}
    return {}


def _simplify_output(widget: QWidget) -> None:
    """Results are always loaded; say where they go if nothing is chosen."""
    for box in widget.findChildren(QCheckBox):
        box.hide()
    folder = settings.output_folder()
    if folder:
        for edit in widget.findChildren(QLineEdit):
            edit.setPlaceholderText(tr("[New file in {folder}]").format(folder=folder))
