"""The parameters of an algorithm as a form, built from its own definitions with QGIS's widgets."""

from __future__ import annotations

import secrets
import weakref
from collections.abc import Mapping
from typing import Any, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterDefinition,
    QgsProject,
)
from qgis.gui import (
    QgisInterface,
    QgsAbstractProcessingParameterWidgetWrapper,
    QgsCollapsibleGroupBox,
    QgsGui,
    QgsProcessingContextGenerator,
    QgsProcessingGui,
    QgsProcessingParametersGenerator,
    QgsProcessingParameterWidgetContext,
    QgsRasterFormatSaveOptionsWidget,
)
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..processing_provider import icons
from ..processing_provider import parameters as names
from ..processing_provider.translation import tr
from . import form_widgets
from .extent_chooser import ExtentChooser
from .lifetimes import keep_with

DEGREE_DECIMALS, UNIT_DECIMALS = 9, 3
LAYER_TYPES = ("raster", "source", "vector", "layer")
LARGEST_DICE = 999_999  # short enough to be told to somebody

Definition = QgsProcessingParameterDefinition


class ParameterForm(QWidget):
    """Widgets for all parameters; reads and writes them as Processing's dictionary."""

    changed = pyqtSignal()

    def __init__(
        self,
        iface: QgisInterface,
        algorithm: QgsProcessingAlgorithm,
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("terraloomForm")
        self.algorithm = algorithm
        self.extent: Optional[ExtentChooser] = None
        self._iface = iface
        self._wrappers: dict[str, QgsAbstractProcessingParameterWidgetWrapper] = {}
        self._hidden: dict[str, Any] = {}
        self.context = QgsProcessingContext()
        self.context.setProject(QgsProject.instance())
        self._context_generator = _ContextGenerator(self.context)
        self._parameters_generator = _ParametersGenerator(self)
        # QGIS's widgets keep bare pointers to all of these, and may live on when Python has cleared
        # this object: they go with the widgets.
        asked = (self._context_generator, self._parameters_generator)
        keep_with(self, algorithm, self.context, *asked)
        self._widget_context = self._make_widget_context()
        self._build()

    def parameters(self, extent: Any = None) -> dict[str, Any]:
        """Give what is shown; ``extent`` replaces the one of the extent chooser."""
        values = dict(self._hidden)
        for name, wrapper in self._wrappers.items():
            values[name] = self._plain(name, wrapper.parameterValue())
        if self.extent is not None:
            value = self.extent.value() if extent is None else extent
            if value is not None:
                values[names.EXTENT] = value
        return values

    def set_parameters(self, values: Mapping[str, Any]) -> None:
        """Show these values; parameters that are not named stay as they are."""
        for definition in self.algorithm.parameterDefinitions():
            name = definition.name()
            if name not in values:
                continue
            wrapper = self._wrappers.get(name)
            if name == names.EXTENT and self.extent is not None:
                self.extent.set_value(values[name])
            elif wrapper is not None:
                wrapper.setParameterValue(values[name], self.context)
            else:
                self._hidden[name] = values[name]

    def set_value(self, name: str, value: Any) -> None:
        self.set_parameters({name: value})

    def wrapper(self, name: str) -> Optional[QgsAbstractProcessingParameterWidgetWrapper]:
        return self._wrappers.get(name)

    def lack(self) -> str:
        """Give the first thing that is missing, as a request; empty where nothing is."""
        values = self.parameters()
        for definition in self.algorithm.parameterDefinitions():
            name = definition.name()
            if name == names.EXTENT and self.extent is not None:
                lack = self.extent.lack()
                if lack:
                    return lack
            elif definition.flags() & Definition.Flag.FlagOptional or definition.isDestination():
                continue
            elif values.get(name) in (None, ""):
                return tr("Choose: {label}.").format(label=definition.description())
        return ""

    def show_unit(self, crs: QgsCoordinateReferenceSystem) -> None:
        """Show a pixel size in the unit of ``crs``, with the digits that it needs."""
        wrapper = self._wrappers.get(names.PIXEL_SIZE)
        widget = wrapper.wrappedWidget() if wrapper is not None else None
        if widget is None:
            return
        for spin in widget.findChildren(QDoubleSpinBox):
            spin.setDecimals(DEGREE_DECIMALS if crs.isGeographic() else UNIT_DECIMALS)
        if not crs.isGeographic():
            form_widgets.know_unit(widget, crs.mapUnits())

    def close_map_items(self) -> None:
        if self.extent is not None:
            self.extent.close_map_items()

    def _make_widget_context(self) -> QgsProcessingParameterWidgetContext:
        found = QgsProcessingParameterWidgetContext()
        found.setProject(QgsProject.instance())
        found.setMapCanvas(self._iface.mapCanvas())
        found.setBrowserModel(self._iface.browserModel())
        found.setActiveLayer(self._iface.activeLayer())
        found.setMessageBar(self._iface.messageBar())
        return found

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        plain, advanced = _form_layout(), _form_layout()
        for definition in self.algorithm.parameterDefinitions():
            flags = definition.flags()
            if flags & Definition.Flag.FlagHidden:
                continue
            rows = advanced if flags & Definition.Flag.FlagAdvanced else plain
            if definition.name() == names.EXTENT and definition.type() == "extent":
                self._add_extent(definition, rows)
            else:
                self._add_row(definition, rows)
        layout.addLayout(plain)
        if advanced.rowCount():
            layout.addWidget(self._advanced_group(advanced))
        layout.addStretch(1)
        wrappers = list(self._wrappers.values())
        for wrapper in wrappers:
            wrapper.postInitialize(wrappers)
            wrapper.widgetValueHasChanged.connect(self._emit)
        self._offer_whole()

    def _advanced_group(self, rows: QFormLayout) -> QgsCollapsibleGroupBox:
        group = QgsCollapsibleGroupBox(tr("Advanced"), self)
        group.setObjectName("terraloomAdvanced")
        group.setSettingGroup("terraloom")
        group.setSaveCollapsedState(True)
        group.setCollapsed(True)
        group.setLayout(rows)
        return group

    def _add_extent(self, definition: Definition, rows: QFormLayout) -> None:
        layer = self.algorithm.parameterDefinition(names.INPUT)
        needs_layer = layer is not None and not layer.flags() & Definition.Flag.FlagOptional
        self.extent = ExtentChooser(self._iface.mapCanvas(), whole_first=needs_layer)
        self.extent.setToolTip(definition.help())
        self.extent.changed.connect(self._emit)
        rows.addRow(_label(definition), self.extent)

    def _add_row(self, definition: Definition, rows: QFormLayout) -> None:
        wrapper = self._make_wrapper(definition)
        if wrapper is None:
            return
        wrapper.setWidgetContext(self._widget_context)
        wrapper.registerProcessingContextGenerator(self._context_generator)
        wrapper.registerProcessingParametersGenerator(self._parameters_generator)
        # What QGIS still writes in Python comes with its widget and has no such method of its own.
        widget = getattr(wrapper, "widget", None) or wrapper.createWrappedWidget(self.context)
        if widget is None:
            return
        self._wrappers[definition.name()] = wrapper
        widget.setObjectName(f"terraloomParameter_{definition.name()}")
        widget.setToolTip(definition.help() or definition.toolTip())
        widget.setMinimumWidth(60)
        form_widgets.polish(definition, widget, self.algorithm)
        form_widgets.tell_changes(widget, self._emit)
        if definition.type() == "boolean":
            rows.addRow(widget)
            return
        if isinstance(widget, QgsRasterFormatSaveOptionsWidget):
            rows.addRow(_label(definition))
            rows.addRow(widget)  # a table needs the whole width
            return
        if definition.name() == names.SEED:
            widget = self._with_dice(widget)
        rows.addRow(_label(definition), widget)

    def _make_wrapper(
        self, definition: Definition
    ) -> Optional[QgsAbstractProcessingParameterWidgetWrapper]:
        own = definition.metadata().get("widget_wrapper")
        if isinstance(own, str) or (isinstance(own, dict) and "class" in own):
            from processing.gui.wrappers import WidgetWrapperFactory  # QGIS's own plugin

            return WidgetWrapperFactory.create_wrapper_from_metadata(definition, self)
        return QgsGui.processingGuiRegistry().createParameterWidgetWrapper(
            definition, QgsProcessingGui.WidgetType.Standard
        )

    def _with_dice(self, widget: QWidget) -> QWidget:
        home = QWidget()  # of no parent yet: Tab would go there first
        row = QHBoxLayout(home)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(widget, 1)
        dice = QToolButton(home)
        dice.setObjectName("terraloomDice")
        dice.setIcon(icons.icon("dice"))
        dice.setAutoRaise(True)
        dice.setToolTip(tr("Roll the dice: another world"))
        dice.setAccessibleName(dice.toolTip())
        dice.clicked.connect(self.roll)
        row.addWidget(dice)
        return home

    def roll(self) -> None:
        """Choose another seed."""
        self.set_value(names.SEED, 1 + secrets.randbelow(LARGEST_DICE))

    def _plain(self, name: str, value: Any) -> Any:
        """Give a value that means the same later: a CRS by its code, an output by its path."""
        definition = self.algorithm.parameterDefinition(name)
        if definition is None:
            return value
        if definition.type() == "crs":
            crs = self.algorithm.parameterAsCrs({name: value}, name, self.context)
            return crs.authid() or crs
        if isinstance(value, QgsProcessingOutputLayerDefinition):
            return value.sink.staticValue()
        return value

    def _emit(self, *_: object) -> None:
        self._offer_whole()
        self.changed.emit()

    def _offer_whole(self) -> None:
        """All of the input layer can be the extent where that may be left out and is chosen."""
        definition = self.algorithm.parameterDefinition(names.EXTENT)
        if self.extent is None or not definition.flags() & Definition.Flag.FlagOptional:
            return
        values = (
            wrapper.parameterValue()
            for wrapper in self._wrappers.values()
            if wrapper.parameterDefinition().type() in LAYER_TYPES
        )
        self.extent.offer_whole(offered=any(value not in (None, "") for value in values))


class _ContextGenerator(QgsProcessingContextGenerator):
    def __init__(self, context: QgsProcessingContext) -> None:
        super().__init__()
        self._context = context

    def processingContext(self) -> QgsProcessingContext:
        return self._context


class _ParametersGenerator(QgsProcessingParametersGenerator):
    def __init__(self, form: ParameterForm) -> None:
        super().__init__()
        self._form = weakref.ref(form)

    def createProcessingParameters(self, *_: object) -> dict[str, Any]:
        form = self._form()
        return {} if form is None else form.parameters()


def _form_layout() -> QFormLayout:
    rows = QFormLayout()
    rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    rows.setHorizontalSpacing(10)
    rows.setVerticalSpacing(7)
    return rows


def _label(definition: Definition) -> QLabel:
    # The description of a result names its layer, which is the title of the form.
    only_output = definition.isDestination() and definition.name() == names.OUTPUT
    label = QLabel(tr("Result") if only_output else definition.description())
    label.setToolTip(definition.help())
    return label
