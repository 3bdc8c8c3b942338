"""Terraloom's page in QGIS's options: where PyTorch runs, its environment, and the defaults."""

from __future__ import annotations

import threading
from typing import Optional

from qgis.core import QgsApplication
from qgis.gui import QgsFileWidget, QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QFrame,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ..core.units import bytes_text
from ..core.worker.homes import AUTO
from ..processing_provider import icons, settings
from ..processing_provider.base import HOMEPAGE
from ..processing_provider.diagnostics import NAME as DIAGNOSTICS
from ..processing_provider.parameters import DEVICES
from ..processing_provider.services import Services
from ..processing_provider.setup_facts import devices_of
from ..processing_provider.translation import tr
from .background import Background
from .environment_page import EnvironmentWidget
from .help_link import open_page
from .home_chooser import HomeChooser
from .setup_run import AlgorithmRun
from .text_labels import MutedLabel

PAGE = "terraloomOptions"


class OptionsFactory(QgsOptionsWidgetFactory):
    """Makes the page each time that QGIS opens its options."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self.setTitle("Terraloom")
        self.setIcon(icons.icon(icons.PLUGIN))

    def icon(self) -> QIcon:
        return icons.icon(icons.PLUGIN)

    def createWidget(self, parent: Optional[QWidget] = None) -> QgsOptionsPageWidget:
        return OptionsPage(self._services, parent)


class OptionsPage(QgsOptionsPageWidget):
    """Reads the settings when it is made, writes them when the dialog is accepted."""

    def __init__(self, services: Services, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName(PAGE)
        self._services = services
        self._background = Background(self)
        self._diagnostics: Optional[AlgorithmRun] = None
        self.home = HomeChooser()
        self.environment = EnvironmentWidget()
        self._build_defaults()
        self._build_foot()
        self._lay_out()
        self.read()
        self.environment.changed.connect(self.home.show_now)
        self.environment.set_up_ended.connect(self._ask_devices)

    def helpKey(self) -> str:
        return f"{HOMEPAGE}#set-up"

    def read(self) -> None:
        """Show what is set."""
        self.home.read()
        self._select_device(settings.default_device())
        self.output_folder.setFilePath(settings.output_folder())
        self.warn_gigabytes.setValue(settings.warn_gigabytes())
        self.warn_minutes.setValue(settings.warn_minutes())
        self.environment.read()
        self._ask_devices()

    def apply(self) -> None:
        """Keep what is shown; a home that has changed is used from the next job on."""
        before = settings.engine_settings()
        self.home.write()
        settings.set_default_device(str(self.device.currentData()))
        settings.set_output_folder(self.output_folder.filePath().strip())
        settings.set_warn_gigabytes(self.warn_gigabytes.value())
        settings.set_warn_minutes(self.warn_minutes.value())
        self.environment.write()
        if settings.engine_settings() != before:
            # A process that is ended keeps QGIS waiting for a moment.
            choose = self._services.engine.choose_anew
            threading.Thread(target=choose, name="terraloom home", daemon=True).start()

    def restore_defaults(self) -> None:
        """Show the defaults; they are kept when the dialog is accepted."""
        self.home.show_chosen(AUTO, "")
        self.output_folder.setFilePath("")
        self.device.setCurrentIndex(0)
        self.warn_gigabytes.setValue(settings.WARN_GIGABYTES)
        self.warn_minutes.setValue(settings.WARN_MINUTES)
        self.environment.restore_defaults()

    def _build_defaults(self) -> None:
        self.device = QComboBox()
        self.device.setObjectName("terraloomDefaultDevice")
        for name in DEVICES:
            title = tr("auto: the best that works") if name == "auto" else name
            self.device.addItem(title, name)
        self.output_folder = QgsFileWidget()
        self.output_folder.setObjectName("terraloomOutputFolder")
        self.output_folder.setStorageMode(QgsFileWidget.GetDirectory)
        self.output_folder.lineEdit().setPlaceholderText(tr("QGIS's temporary folder"))
        self.warn_gigabytes = self._spin("terraloomWarnGigabytes", tr(" GB"), 100_000.0)
        self.warn_minutes = self._spin("terraloomWarnMinutes", tr(" minutes"), 100_000.0)

    def _build_foot(self) -> None:
        self.copy_diagnostics = QPushButton(tr("Copy &diagnostics"))
        self.copy_diagnostics.setObjectName("terraloomCopyDiagnostics")
        self.copy_diagnostics.setToolTip(
            tr("A report to paste where you describe a problem; user names are removed")
        )
        self.copy_diagnostics.clicked.connect(self._run_diagnostics)
        self.copied = MutedLabel()
        self.copied.setObjectName("terraloomDiagnosticsCopied")
        self.defaults = QPushButton(tr("&Restore defaults"))
        self.defaults.setObjectName("terraloomRestoreDefaults")
        self.defaults.clicked.connect(self.restore_defaults)
        self.help = QPushButton(tr("Help"))
        self.help.setObjectName("terraloomOptionsHelp")
        self.help.clicked.connect(lambda: open_page("options"))

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.addWidget(self.home)
        environment = QGroupBox(tr("Managed environment"))
        QVBoxLayout(environment).addWidget(self.environment)
        column.addWidget(environment)
        column.addWidget(self._defaults_group())
        foot = QHBoxLayout()
        foot.addWidget(self.copy_diagnostics)
        foot.addWidget(self.copied, 1)
        foot.addWidget(self.defaults)
        foot.addWidget(self.help)
        column.addLayout(foot)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter is for the dialog's OK

    def _defaults_group(self) -> QGroupBox:
        box = QGroupBox(tr("Defaults"))
        form = QFormLayout(box)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(tr("D&evice"), self.device)
        form.addRow(tr("Folder for &results"), self.output_folder)
        limits = QHBoxLayout()
        limits.addWidget(self.warn_gigabytes)
        limits.addWidget(QLabel(tr("or")))
        limits.addWidget(self.warn_minutes)
        limits.addStretch()
        form.addRow(tr("&Warn from"), limits)
        form.labelForField(limits).setBuddy(self.warn_gigabytes)
        return box

    def _spin(self, name: str, suffix: str, largest: float) -> QDoubleSpinBox:
        spin = QDoubleSpinBox()
        spin.setObjectName(name)
        spin.setDecimals(1)
        spin.setRange(0.1, largest)
        spin.setSuffix(suffix)
        return spin

    def _ask_devices(self) -> None:
        engine = self._services.engine
        self._background.call(lambda _progress: devices_of(engine), self._show_devices)

    def _show_devices(self, found: object) -> None:
        if not isinstance(found, tuple):
            return
        for device in found:
            memory = f", {bytes_text(device.memory_bytes)}" if device.memory_bytes else ""
            works = "" if device.works else tr(", does not work")
            row = self._row_of_device(device.name)
            self.device.setItemText(row, f"{device.name}: {device.title}{memory}{works}")

    def _select_device(self, name: str) -> None:
        self.device.setCurrentIndex(self._row_of_device(name))

    def _row_of_device(self, name: str) -> int:
        if self.device.findData(name) < 0:
            self.device.addItem(name, name)
        return int(self.device.findData(name))

    def _run_diagnostics(self) -> None:
        if self._diagnostics is not None:
            return
        self.copy_diagnostics.setEnabled(False)
        self.copied.setText(tr("Collecting…"))
        # Not the page's child: its thread needs it to the end, also when the dialog is closed.
        self._diagnostics = AlgorithmRun(f"terraloom:{DIAGNOSTICS}", QgsApplication.instance())
        self._diagnostics.ended.connect(self._copy)
        self._diagnostics.ended.connect(self._diagnostics.deleteLater)
        self._diagnostics.start({})

    def _copy(self, worked: bool, results: dict[str, object], message: str) -> None:
        self._diagnostics = None
        self.copy_diagnostics.setEnabled(True)
        if not worked:
            self.copied.setText(message)
            return
        QgsApplication.clipboard().setText(str(results["REPORT"]))
        self.copied.setText(tr("Copied. Paste it where you describe the problem."))
