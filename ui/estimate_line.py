"""The line under a form: what the job will be, or why it cannot be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Optional

from qgis.core import QgsApplication, QgsProcessingAlgorithm
from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ..core.errors import TerraloomError
from ..core.grid import Crs
from ..core.units import bytes_text, number_text
from ..processing_provider.job_algorithm import JobAlgorithm
from ..processing_provider.limits import cost_warnings
from ..processing_provider.planning import Plan
from ..processing_provider.services import Services
from ..processing_provider.setup_facts import sets_up_first
from ..processing_provider.translation import tr
from .form import ParameterForm
from .planner import Planner
from .setup_run import setup_runs
from .speeds import Speeds
from .text_labels import MutedLabel, warn

DELAY_MS = 150
ICON_PX = 16
LEAST_SECONDS = 1.0


class EstimateLine(QWidget):
    """Watches a form; tells when what it holds can be run, and when it cannot."""

    planned = pyqtSignal(object)
    refused = pyqtSignal(str)

    def __init__(
        self, services: Services, speeds: Speeds, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("terraloomEstimate")
        self._speeds = speeds
        self._form: Optional[ParameterForm] = None
        self._count = 1
        self.plan: Optional[Plan] = None
        self.problem = ""
        self._planner = Planner(services, self)
        self._planner.answered.connect(self._take)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.timeout.connect(self.refresh)
        self._icon = QLabel(self)
        self._icon.setFixedWidth(ICON_PX)
        self._text = QLabel(self)
        self._text.setObjectName("terraloomEstimateText")
        self._text.setWordWrap(True)
        self._notes = MutedLabel(parent=self, small=True)
        self._notes.setObjectName("terraloomEstimateNotes")
        self._notes.setWordWrap(True)
        self._notes.hide()
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._text, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(line)
        layout.addWidget(self._notes)

    def watch(self, form: ParameterForm) -> None:
        """Follow this form from now on."""
        self._form = form
        self._planner.forget()
        self._text.clear()
        self._icon.clear()
        form.changed.connect(self._timer.start)
        self._timer.start()

    def text(self) -> str:
        return self._text.text()

    def refresh(self) -> None:
        """Plan what the form holds: the checks here, what may open files beside QGIS's thread."""
        if self._form is None:
            return
        self._timer.stop()
        self._count = len(self._form.extent.values()) if self._form.extent is not None else 1
        problem, job = read_job(self._form)
        if problem:
            self._planner.forget()
            self._refuse(problem)
        elif job is None:
            self._planner.forget()
            self._accept(None, tr("Ready to run."))
        else:
            self._planner.ask(job)

    def close_planner(self) -> None:
        self._timer.stop()
        self._planner.close()

    def _take(self, answer: object) -> None:
        if isinstance(answer, Plan):
            speed = self._speeds.of(answer.algorithm_id)
            self._accept(answer, plan_text(answer, self._count, speed), self._costs(answer))
        else:
            self._refuse(str(answer))

    def costs(self) -> list[str]:
        """Give what the user wants to be asked about before the job is run."""
        return self._costs(self.plan) if self.plan is not None else []

    def _costs(self, plan: Plan) -> list[str]:
        seconds = self._count * expected_seconds(plan, self._speeds.of(plan.algorithm_id))
        return cost_warnings(seconds, self._count * plan.estimate.file_bytes)

    def _accept(self, plan: Optional[Plan], text: str, costs: Sequence[str] = ()) -> None:
        self.plan, self.problem = plan, ""
        notes = [*costs, *(plan.estimate.warnings if plan is not None else ())]
        if sets_up_first(self._form.algorithm):
            notes.append(setup_note())
        self._text.setText(text)
        self._notes.setText("\n".join(notes))
        self._notes.setVisible(bool(notes))
        self._text.setToolTip(plan.estimate.text() if plan is not None else "")
        warn(self._text, on=False)
        self._show_icon("/mIconWarning.svg" if costs else "")
        self.planned.emit(plan)

    def _refuse(self, problem: str) -> None:
        self.plan, self.problem = None, problem
        warn(self._text, on=True)
        self._text.setText(problem)
        self._notes.hide()
        self._text.setToolTip(problem)
        self._show_icon("/mIconWarning.svg")
        self.refused.emit(problem)

    def _show_icon(self, name: str) -> None:
        self._icon.setVisible(bool(name))
        if name:
            self._icon.setPixmap(QgsApplication.getThemeIcon(name).pixmap(ICON_PX, ICON_PX))


def read_job(form: ParameterForm) -> tuple[str, Any]:
    """Give what keeps the form from running, and the job that it describes (None for a tool)."""
    lack = form.lack()
    if lack:
        return lack, None
    parameters, algorithm = form.parameters(), form.algorithm
    # QGIS's own part of the check; the plugin's part comes with the plan.
    valid, message = QgsProcessingAlgorithm.checkParameterValues(
        algorithm, parameters, form.context
    )
    if not valid:
        return message, None
    if not isinstance(algorithm, JobAlgorithm):
        return "", None
    try:
        return "", algorithm.read_job(parameters, form.context)
    except TerraloomError as error:
        return str(error), None


def setup_note() -> str:
    """Say that PyTorch comes first."""
    if setup_runs().current is not None:
        return tr("PyTorch is being set up; what is run waits for that and then starts by itself.")
    return tr("PyTorch, which computes, is not set up yet: Run does that first, and asks before.")


def expected_seconds(plan: Plan, speed: Optional[float]) -> float:
    """Give how long it takes by what this computer has done before, if it has."""
    if speed is None:
        return plan.estimate.seconds
    return max(plan.generated_px / 1e6 / speed, LEAST_SECONDS)


def plan_text(plan: Plan, count: int = 1, speed: Optional[float] = None) -> str:
    """Give the plan in one line, for ``count`` results of which it is the largest."""
    seconds = expected_seconds(plan, speed)
    text = tr("{width} × {height} px at {size}, {bytes}, about {time}").format(
        width=f"{plan.width:,}",
        height=f"{plan.height:,}",
        size=size_text(plan.pixel_size, plan.crs),
        bytes=bytes_text(plan.estimate.file_bytes),
        time=short_duration(seconds),
    )
    if speed is None:
        text = tr("{text} on CPU").format(text=text)
    if count > 1:
        text = tr("{count} results; the largest: {text}").format(count=count, text=text)
    return text


def size_text(size: float, crs: Crs) -> str:
    if not crs.is_geographic:
        return f"{number_text(size)} {crs.unit}"
    seconds = round(size * 3600.0, 4)
    if seconds == 1.0:
        return tr("1 arc-second")
    return tr("{size} arc-seconds").format(size=number_text(seconds))


def short_duration(seconds: float) -> str:
    """Give ``12 s``, ``3 min`` or ``1.5 h``."""
    if seconds < 90.0:
        return tr("{number} s").format(number=max(1, round(seconds)))
    if seconds < 5400.0:
        return tr("{number} min").format(number=round(seconds / 60.0))
    return tr("{number} h").format(number=f"{seconds / 3600.0:.1f}".replace(".0", ""))
