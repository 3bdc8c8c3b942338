"""The page of one algorithm: its form, what it would make, and the buttons that make it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Optional

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
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
from ..processing_provider.planning import Plan
from ..processing_provider.services import Services
from ..processing_provider.setup_facts import sets_up_first
from ..processing_provider.translation import tr
from .batch import open_batch
from .estimate_line import EstimateLine, read_job
from .extent_chooser import FEATURES
from .extent_tool import ExtentBand
from .form import ParameterForm
from .form_buttons import FormButtons
from .form_defaults import FormDefaults
from .gallery_entries import FROM_EXTENT, GalleryEntry
from .output_names import with_output
from .panel_parts import PanelParts
from .place_picker import PlacePicker
from .preview_pieces import qgis_crs
from .setup_run import setup_runs
from .speeds import Speeds
from .text_labels import ElidedLabel

PREVIEW_DELAY_MS = 400
MANY = 20


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
        # Tab goes through the widgets in the order in which they are made.
        header = self._header()
        self.form = ParameterForm(iface, algorithm, self)
        area = self._scrolled_form()
        self.estimate = EstimateLine(services, speeds, self)
        self._defaults = FormDefaults(self.form, iface, entry)
        self._preview_timer = QTimer(self)
        self._preview_timer.setSingleShot(True)
        self._preview_timer.setInterval(PREVIEW_DELAY_MS)
        self._preview_timer.timeout.connect(self._show_preview)
        self.seed_strip = parts.make_seed_strip(self) if entry.is_model else None
        self._buttons = FormButtons(self)
        self._picker = PlacePicker(iface.mapCanvas(), self._buttons.centre)
        self._lay_out(header, area)
        self._connect_buttons()
        self._defaults.fill()
        self.form.changed.connect(self._defaults.follow)
        self.estimate.planned.connect(self._planned)
        self.estimate.refused.connect(self._refused)
        self._defaults.follow()
        self.estimate.watch(self.form)
        self.engine_changed()

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
        if not self._agreed(len(jobs)):
            return
        pixels = self.estimate.plan.generated_px if self.estimate.plan is not None else 0
        if sets_up_first(self.form.algorithm):
            self._parts.offer_setup(lambda: self._submit(jobs, pixels))
        else:
            self._submit(jobs, pixels)

    def engine_changed(self) -> None:
        """PyTorch is there, or is not any more, or is on its way."""
        self._buttons.show_engine(
            lacking=sets_up_first(self.form.algorithm), coming=setup_runs().current is not None
        )
        self.estimate.refresh()

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
        self._defaults.close()
        self._band.close()
        self._picker.close()
        self.form.close_map_items()

    def _scrolled_form(self) -> QScrollArea:
        area = QScrollArea(self)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 6, 6)
        column.addWidget(self.form)
        area.setWidget(inside)
        return area

    def _lay_out(self, header: QHBoxLayout, area: QScrollArea) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 6, 6)
        layout.setSpacing(8)
        layout.addLayout(header)
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
        back.setAccessibleName(back.toolTip())
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

    def _submit(self, jobs: list[dict[str, Any]], pixels: int) -> None:
        for parameters in jobs:
            submitted = self._parts.queue.submit(self.algorithm_id, parameters)
            if len(jobs) == 1 and pixels and self.entry.is_model:  # others compute less or more
                self._speeds.expect(submitted.id, pixels)

    def _planned(self, plan: Optional[Plan]) -> None:
        self._buttons.run.setEnabled(True)
        if plan is None:
            self._band.clear()
            return
        box = plan.extent
        rectangle = QgsRectangle(box.xmin, box.ymin, box.xmax, box.ymax)
        self._band.show_rectangle(rectangle, qgis_crs(plan.crs))
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
        open_batch(self.form.algorithm, self._jobs(), self._iface.mainWindow())

    def _open_help(self) -> None:
        QDesktopServices.openUrl(QUrl(self.form.algorithm.helpUrl()))

    def _jobs(self) -> list[dict[str, Any]]:
        """Give the parameters of each run, every one with an output of its own."""
        form, chooser = self.form, self.form.extent
        values = chooser.values() if chooser is not None and chooser.mode() == FEATURES else []
        if not values:
            return [with_output(form.algorithm, form.parameters(), "")]
        return [
            with_output(form.algorithm, form.parameters(extent=value), f"_{number}")
            for number, value in enumerate(values, 1)
        ]

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
