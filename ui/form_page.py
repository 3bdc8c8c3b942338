"""The page of one algorithm: its form, what it would make, and the buttons that make it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsProcessingAlgorithm,
    QgsProject,
    QgsRectangle,
)
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import Qt, QTimer, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..processing_provider import parameters as names
from ..processing_provider import settings
from ..processing_provider.planning import Plan
from ..processing_provider.services import Services
from ..processing_provider.translation import tr
from .estimate_line import EstimateLine, read_job
from .extent_chooser import FEATURES
from .extent_tool import ExtentBand
from .form import ParameterForm
from .form_buttons import FormButtons
from .form_defaults import FormDefaults
from .gallery_entries import FROM_EXTENT, GalleryEntry
from .output_names import result_path
from .panel_parts import PanelParts
from .place_picker import PlacePicker
from .run_parameters import settled
from .speeds import Speeds
from .text_labels import ElidedLabel

PREVIEW_DELAY_MS = 400
MANY = 20
TEMPORARY = "TEMPORARY_OUTPUT"


class FormPage(QWidget):
    """Collects the parameters of one algorithm and hands them to the queue and the preview."""

    back = pyqtSignal()

    def __init__(
        self,
        iface: QgisInterface,
        services: Services,
        parts: PanelParts,
        speeds: Speeds,
        entry: GalleryEntry,
        algorithm: QgsProcessingAlgorithm,
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("terraloomFormPage")
        self.entry = entry
        self._iface, self._parts, self._speeds = iface, parts, speeds
        self._band = ExtentBand(iface.mapCanvas())
        self.form = ParameterForm(iface, algorithm, self)
        self.estimate = EstimateLine(services, speeds, self)
        self._defaults = FormDefaults(self.form, iface, entry)
        self._preview_timer = QTimer(self)
        self._preview_timer.setSingleShot(True)
        self._preview_timer.setInterval(PREVIEW_DELAY_MS)
        self._preview_timer.timeout.connect(self._show_preview)
        self.seed_strip = parts.make_seed_strip(self) if entry.is_model else None
        self._buttons = FormButtons(self)
        self._picker = PlacePicker(iface.mapCanvas(), self._buttons.centre)
        self._build()
        self._connect_buttons()
        self._defaults.fill()
        self.form.changed.connect(self._defaults.follow)
        self.estimate.planned.connect(self._planned)
        self.estimate.refused.connect(self._refused)
        self._defaults.follow()
        self.estimate.watch(self.form)

    @property
    def algorithm_id(self) -> str:
        return self.form.algorithm.id()

    def set_parameters(self, parameters: Mapping[str, Any]) -> None:
        self.form.set_parameters(parameters)

    def run(self) -> None:
        """Hand the job, or one for each polygon, to the queue."""
        problem, _ = read_job(self.form)
        if problem or self.estimate.problem:
            self.estimate.refresh()
            return
        jobs = self._jobs()
        if self._agreed(len(jobs)):
            for parameters in jobs:
                submitted = self._parts.queue.submit(self.algorithm_id, parameters)
                if len(jobs) == 1 and self.estimate.plan is not None:
                    self._speeds.expect(submitted.id, self.estimate.plan.generated_px)

    def show_map(self) -> None:
        """Bring the map to the front, where QGIS's greeting hides it."""
        if self.form.extent is not None:
            self.form.extent.show_map()

    def entered(self) -> dict[str, Any]:
        """Give what the user chose: not what follows the project and the map by itself."""
        theirs = (names.EXTENT, *self._defaults.untouched())
        return {key: value for key, value in self.form.parameters().items() if key not in theirs}

    def close_page(self) -> None:
        """Take everything off the map and end what runs for this page."""
        # QGIS may delete it much later; the map and the project go on telling it of changes.
        self.form.changed.disconnect()
        self._preview_timer.stop()
        self.estimate.close_planner()
        if self._buttons.preview.isChecked():
            self._parts.preview.clear()
        if self.seed_strip is not None:
            self.seed_strip.close_strip()
        self._band.close()
        self._picker.close()
        self.form.close_map_items()

    def _build(self) -> None:
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 6, 6)
        column.addWidget(self.form)
        area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 6, 6)
        layout.setSpacing(8)
        layout.addLayout(self._header())
        layout.addWidget(area, 1)
        if self.seed_strip is not None:
            self.seed_strip.setVisible(False)
            self.seed_strip.chosen.connect(lambda seed: self.form.set_value(names.SEED, seed))
            layout.addWidget(self.seed_strip)
        line = QFrame(self)
        line.setFrameShape(QFrame.Shape.HLine)
        line.setFrameShadow(QFrame.Shadow.Sunken)
        layout.addWidget(line)
        layout.addWidget(self.estimate)
        layout.addWidget(self._buttons)

    def _connect_buttons(self) -> None:
        buttons, entry = self._buttons, self.entry
        buttons.preview.setVisible(entry.is_model)
        buttons.live.setVisible(entry.source == FROM_EXTENT)
        has_seed = self.form.wrapper(names.SEED) is not None
        buttons.seeds.setVisible(self.seed_strip is not None and has_seed)
        buttons.run.clicked.connect(self.run)
        buttons.preview.toggled.connect(self._preview_toggled)
        self._picker.changed.connect(self._show_preview)
        buttons.live.clicked.connect(self._add_live_layer)
        buttons.seeds.toggled.connect(self._seeds_toggled)
        buttons.batch.clicked.connect(self._open_batch)
        buttons.guide.clicked.connect(self._open_help)

    def _header(self) -> QHBoxLayout:
        back = QToolButton(self)
        back.setObjectName("terraloomBack")
        back.setIcon(QgsApplication.getThemeIcon("/mActionArrowLeft.svg"))
        back.setAutoRaise(True)
        back.setToolTip(tr("Back to all models (Esc)"))
        back.clicked.connect(self.back)
        title = QLabel(self.entry.title, self)
        title.setObjectName("terraloomFormTitle")
        title.setIndent(0)
        font = title.font()
        font.setBold(True)
        font.setPointSizeF(1.15 * font.pointSizeF())
        title.setFont(font)
        summary = ElidedLabel(self.entry.summary, lines=2, parent=self)
        summary.setToolTip(self.entry.summary)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(title)
        texts.addWidget(summary)
        row = QHBoxLayout()
        row.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        return row

    def _planned(self, plan: Optional[Plan]) -> None:
        self._buttons.run.setEnabled(True)
        if plan is None:
            self._band.clear()
            return
        self._band.show_rectangle(*_on_map(plan))
        if self._buttons.preview.isChecked() or self._buttons.seeds.isChecked():
            self._preview_timer.start()

    def _refused(self, problem: str) -> None:
        self._buttons.run.setEnabled(False)
        self._band.clear()

    def _preview_toggled(self, on: bool) -> None:
        if on:
            self.show_map()
            self._show_preview()
        else:
            self._parts.preview.clear()
        self._leave_place()

    def _seeds_toggled(self, on: bool) -> None:
        self.seed_strip.setVisible(on)
        if on:
            self._show_preview()
        self._leave_place()

    def _leave_place(self) -> None:
        """Nothing is shown that could have a place."""
        if not (self._buttons.preview.isChecked() or self._buttons.seeds.isChecked()):
            self._picker.leave()

    def _show_preview(self) -> None:
        if self.estimate.problem or self.form.lack():
            return
        parameters = self.form.parameters()
        if self._buttons.preview.isChecked():
            self._parts.preview.show(self.algorithm_id, parameters, self._picker.place())
        if self._buttons.seeds.isChecked():
            self.seed_strip.show(self.algorithm_id, parameters, self._picker.place())

    def _add_live_layer(self) -> None:
        if not self.form.lack():
            self._parts.live_layers.add(self.algorithm_id, self.form.parameters())

    def _open_batch(self) -> None:
        from processing.gui.BatchAlgorithmDialog import BatchAlgorithmDialog  # QGIS's own plugin

        dialog = BatchAlgorithmDialog(self.form.algorithm.create(), self._iface.mainWindow())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    def _open_help(self) -> None:
        QDesktopServices.openUrl(QUrl(self.form.algorithm.helpUrl()))

    def _jobs(self) -> list[dict[str, Any]]:
        """Give the parameters of each run, every one with an output of its own."""
        chooser = self.form.extent
        if chooser is None or chooser.mode() != FEATURES:
            return [self._with_output(self.form.parameters(), "")]
        values = chooser.values()
        return [
            self._with_output(self.form.parameters(extent=value), f"_{number}")
            for number, value in enumerate(values, 1)
        ]

    def _with_output(self, parameters: dict[str, Any], suffix: str) -> dict[str, Any]:
        """Give a name where only a folder is set, and a number where there are many."""
        path = parameters.get(names.OUTPUT)
        if path == TEMPORARY and settings.output_folder():
            folder = Path(settings.output_folder())
            plain = settled(self.form.algorithm, parameters, QgsProject.instance())
            named = result_path(folder, self.algorithm_id, plain, suffix)
            return {**parameters, names.OUTPUT: str(named)}
        if suffix and isinstance(path, str) and path != TEMPORARY:
            target = Path(path)
            numbered = target.with_name(f"{target.stem}{suffix}{target.suffix}")
            return {**parameters, names.OUTPUT: str(numbered)}
        return parameters

    def _agreed(self, count: int) -> bool:
        """Ask before what takes long, is large, or is many."""
        reasons = self.estimate.costs()
        if count > MANY:
            reasons.append(tr("It makes {count} layers.").format(count=count))
        if not reasons:
            return True
        question = "\n".join((*reasons, tr("Run it?")))
        answer = QMessageBox.question(self, tr("Terraloom"), question)
        return bool(answer == QMessageBox.StandardButton.Yes)


def _on_map(plan: Plan) -> tuple[QgsRectangle, QgsCoordinateReferenceSystem]:
    """Give the extent and the CRS of ``plan`` as QGIS draws them."""
    box = plan.extent
    crs = QgsCoordinateReferenceSystem(plan.crs.authid)
    if not crs.isValid():
        crs = QgsCoordinateReferenceSystem.fromWkt(plan.crs.wkt)
    return QgsRectangle(box.xmin, box.ymin, box.xmax, box.ymax), crs
