"""Set up PyTorch in an environment beside QGIS, put it right, or remove it."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Optional

from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputFile,
    QgsProcessingOutputFolder,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFile,
)

from ..core.errors import InputError
from ..core.units import bytes_text
from ..core.version import plugin_version
from ..core.worker.homes import MANAGED, NONE, PLACE_VARIABLE, EngineSettings, managed_place
from ..core.worker.pins import CPU, CUDA
from ..core.worker.places import default_place, place_problem
from . import parameters as declare
from . import settings
from .base import SetupAlgorithm
from .feedback import FeedbackProgress
from .services import chosen_home
from .translation import tr

if TYPE_CHECKING:
    from ..core.worker.builds import Build
    from ..core.worker.installer import SetupRequest, SetupResult
    from .network import QgisNetwork

NAME = "set_up_torch"
ACTION, BUILD, PLACE, WHEELS, BASE = "ACTION", "BUILD", "PLACE", "WHEELS", "BASE"
PYTHON, FOLDER, LOG, FREED, SUMMARY = "PYTHON", "FOLDER", "LOG", "FREED", "SUMMARY"
INSTALL, REPAIR, REMOVE = "install", "repair", "remove"
ACTIONS = (INSTALL, REPAIR, REMOVE)
BUILDS = (CPU, CUDA, "cu126", "cu128", "cu130")

PLUGIN_FOLDER = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Order:
    """What is to be done, read from the parameters."""

    action: str
    build: str
    place: Path
    wheels: Optional[Path]
    base: Optional[str]
    network: Optional[QgisNetwork] = None


class SetUpTorch(SetupAlgorithm):
    """Runs core's installer; the next job of the engine uses what it has made."""

    _order: Optional[Order] = None
    _done = False

    def name(self) -> str:
        return NAME

    def displayName(self) -> str:
        return tr("Set up PyTorch")

    def tags(self) -> list[str]:
        return [tr("install"), tr("environment"), tr("remove"), "torch", "pytorch", "CUDA", "GPU"]

    def shortDescription(self) -> str:
        return tr("Installs PyTorch, which runs the models, in a folder of its own beside QGIS.")

    def shortHelpString(self) -> str:
        return "\n\n".join(
            (
                self.shortDescription(),
                tr(
                    "QGIS's own Python is not changed. The new environment is tested before it "
                    "replaces an older one; a set-up that is cancelled or breaks off changes "
                    "nothing, and the next one goes on with what is downloaded. Jobs of Terraloom "
                    "that run go on with the older one, which cannot be removed meanwhile."
                ),
                tr(
                    "cpu works on every computer and is downloaded in a few minutes. cuda takes "
                    "the newest build that an NVIDIA card of this computer can use, two to three "
                    "gigabytes; cu126, cu128 and cu130 name one. On Apple computers cpu includes "
                    "the GPU."
                ),
                tr("QGIS's proxy and certificates are used."),
            )
        )

    def initAlgorithm(self, configuration: Optional[Mapping[str, Any]] = None) -> None:
        self.addParameter(
            declare.with_help(
                declare.choice(ACTION, tr("Action"), ACTIONS, INSTALL),
                tr(
                    "install makes the environment or updates it; repair makes it anew; remove "
                    "deletes it and says how much space that frees."
                ),
            )
        )
        self.addParameter(
            declare.with_help(
                declare.choice(BUILD, tr("Build of PyTorch"), BUILDS, settings.build()),
                tr("cpu, or a build for NVIDIA cards."),
            )
        )
        self._add_file(
            PLACE,
            tr("Folder of the environment"),
            tr("Outside the QGIS profile. Empty: {folder}.").format(folder=usual_place()),
            QgsProcessingParameterFile.Folder,
        )
        self._add_file(
            WHEELS,
            tr("Folder with wheels"),
            tr(
                "For a computer without internet: a folder that 'pip download torch numpy "
                "safetensors packaging' has filled elsewhere. Empty: packages are downloaded."
            ),
            QgsProcessingParameterFile.Folder,
        )
        self._add_file(
            BASE,
            tr("Python to start from"),
            tr("An interpreter of Python 3.9 or newer. Empty: a fitting one is looked for."),
            QgsProcessingParameterFile.File,
        )
        self.addOutput(QgsProcessingOutputString(SUMMARY, tr("Summary")))
        self.addOutput(QgsProcessingOutputString(PYTHON, tr("Python of the environment")))
        self.addOutput(QgsProcessingOutputFolder(FOLDER, tr("Environment")))
        self.addOutput(QgsProcessingOutputFile(LOG, tr("Log")))
        self.addOutput(QgsProcessingOutputNumber(FREED, tr("Bytes freed")))

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        self._read(parameters, context)

    def prepareAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> bool:
        from .network import qgis_network  # QGIS starts sooner without

        # QGIS's network settings belong to the main thread, which is where QGIS calls this.
        def read() -> bool:
            self._order = self._read(parameters, context, network=qgis_network())
            return True

        return self.reporting(read, cancelled=False)

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        progress = FeedbackProgress(feedback)

        def run() -> dict[str, Any]:
            # A worker that only waits for the next job would keep its environment in use.
            self.services.engine.choose_anew()
            try:
                if self._order.action == REMOVE:
                    return _remove(self._order, progress)
                return _install(self._order, progress)
            finally:
                self.services.engine.choose_anew()

        results = self.reporting(run, cancelled={})
        self._done = bool(results)
        return results

    def postProcessAlgorithm(
        self, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        if self._done and self._order.action != REMOVE:
            remember_place(self._order.place, feedback)
        return {}

    def _add_file(self, name: str, label: str, help_text: str, behaviour: int) -> None:
        definition = QgsProcessingParameterFile(name, label, behavior=behaviour, optional=True)
        self.addParameter(declare.advanced(declare.with_help(definition, help_text)))

    def _read(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        network: Optional[QgisNetwork] = None,
    ) -> Order:
        text = self.parameterAsFile(parameters, PLACE, context)
        place = Path(text) if text else usual_place()
        problem = folder_problem(str(place))
        if problem is not None:
            raise InputError(PLACE, text, problem)
        return Order(
            action=self.parameterAsEnumString(parameters, ACTION, context),
            build=self.parameterAsEnumString(parameters, BUILD, context),
            place=place,
            wheels=settings.folder_or_none(self.parameterAsFile(parameters, WHEELS, context)),
            base=self.parameterAsFile(parameters, BASE, context) or None,
            network=network,
        )


def usual_place() -> Path:
    """The folder of the managed environment by settings and environment variables."""
    return managed_place(settings.engine_settings(), os.environ)


def default_folder() -> Path:
    """The same where no place is set."""
    return managed_place(EngineSettings(), os.environ)


def folder_problem(place: str) -> Optional[str]:
    """Why the environment cannot be in that folder, in a sentence; ``None`` when it can."""
    forbidden = {
        str(PLUGIN_FOLDER): tr("the plugin's folder"),
        QgsApplication.qgisSettingsDirPath(): tr("the QGIS profile"),
    }
    return place_problem(place, sys.platform, forbidden)


def remember_place(place: Path, feedback: QgsProcessingFeedback) -> None:
    """Have the environment in ``place`` found from now on."""
    named = os.environ.get(PLACE_VARIABLE)
    if named and Path(named) != place:
        message = tr("{variable} is set to '{folder}', where the environment will be looked for.")
        feedback.pushWarning(message.format(variable=PLACE_VARIABLE, folder=named))
        return
    usual = default_place(sys.platform, os.environ)
    settings.set_place("" if str(place) == usual else str(place))


def _install(order: Order, progress: FeedbackProgress) -> dict[str, Any]:
    from ..core.worker.installer import SetupRequest, set_up

    with order.network.applied(os.environ) as network:
        request = SetupRequest(
            place=order.place,
            environ=os.environ,
            base=order.base,
            network=network,
            wheels=order.wheels,
            plugin=plugin_version(),
            anew=order.action == REPAIR,
        )
        build = _chosen_build(order, request, progress)
        result = set_up(replace(request, build=build.key), progress)
    progress.info(result.summary)
    for device in result.devices:
        if not device.works:
            progress.warn(f"{device.name} ({device.title}): {device.problem}")
    _tell_home(progress)
    return _results(result)


def _chosen_build(order: Order, request: SetupRequest, progress: FeedbackProgress) -> Build:
    """Check that a card can use what was chosen, before anything is fetched; and say its size."""
    from ..core.worker.build_choice import build_offer, fitting_build

    progress.update(0.0, tr("Looking for a Python to start from"))
    offer = build_offer(request, progress)
    build = fitting_build(order.build, offer)
    progress.info(build.summary())
    if build.is_cuda:
        progress.info(offer.advice.reason)
    progress.info(tr("Folder: {folder}").format(folder=order.place))
    return build


def _tell_home(progress: FeedbackProgress) -> None:
    """Warn where the settings name another home than the one that was just set up."""
    home = chosen_home()
    if home.kind not in (MANAGED, NONE):
        progress.warn(tr("Models still run elsewhere. {reason}").format(reason=home.reason))


def _remove(order: Order, progress: FeedbackProgress) -> dict[str, Any]:
    from ..core.worker.managed import remove_managed

    freed = remove_managed(order.place, progress)
    if freed:
        summary = tr("Removed from '{folder}': {size} are free again.")
    else:
        summary = tr("There is no environment in '{folder}'.")
    summary = summary.format(folder=order.place, size=bytes_text(freed))
    progress.info(summary)
    return {SUMMARY: summary, FREED: freed}


def _results(result: SetupResult) -> dict[str, Any]:
    found = {SUMMARY: result.summary, PYTHON: result.python, FOLDER: str(result.folder), FREED: 0}
    return {**found, LOG: str(result.log)} if result.log is not None else found
