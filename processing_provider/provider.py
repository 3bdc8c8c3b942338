"""The Processing provider: one algorithm for each model, and those that work on any model."""

from __future__ import annotations

import configparser
from pathlib import Path
from typing import Optional

from qgis.core import Qgis, QgsMessageLog, QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from ..core.package import ModelPackage
from . import diagnostics, icons, torch_setup
from .apply_model import ApplyModel
from .diagnostics import Diagnostics
from .extend import Extend
from .model_algorithm import ModelEntry
from .parameters import OUTPUT, RESERVED
from .services import Services, default_services
from .tasks import TASKS
from .torch_setup import SetUpTorch
from .translation import tr
from .verify import Verify

ID = "terraloom"
METADATA = Path(__file__).resolve().parent.parent / "metadata.txt"

# Listed even where their model is missing, so that a project that uses them says what is wrong.
BUNDLED = {
    "terrain": "Terrain",
    "terrain_detail": "Terrain detail",
    "climate": "Climate",
    "map_tiles": "Map tiles",
    "buildings": "Buildings",
}

OTHERS = (ApplyModel, Extend, Verify, SetUpTorch, Diagnostics)
OTHER_NAMES = frozenset(("apply_model", "extend", "verify", torch_setup.NAME, diagnostics.NAME))


class TerraloomProvider(QgsProcessingProvider):
    """Terraloom's algorithms. ``services`` are made on loading where none are given."""

    def __init__(self, services: Optional[Services] = None) -> None:
        super().__init__()
        self._services = services

    def id(self) -> str:
        return ID

    def name(self) -> str:
        return "Terraloom"

    def longName(self) -> str:
        return tr("Terraloom: synthetic rasters from local models")

    def versionInfo(self) -> str:
        metadata = configparser.ConfigParser(interpolation=None)
        metadata.read(METADATA, encoding="utf-8")
        return metadata.get("general", "version", fallback="")

    def icon(self) -> QIcon:
        return icons.icon(icons.PLUGIN)

    def svgIconPath(self) -> str:
        return icons.icon_path(icons.PLUGIN)

    def unload(self) -> None:
        if self._services is not None:
            from ..core.worker.client import close_workers

            self._services.engine.close()
            close_workers()

    def loadAlgorithms(self) -> None:
        if self._services is None:
            self._services = default_services()
        self._services.catalog.scan()
        for entry in self._entries(self._services):
            self.addAlgorithm(TASKS[entry.task](self._services, entry))
        for algorithm in OTHERS:
            self.addAlgorithm(algorithm(self._services))

    def _entries(self, services: Services) -> list[ModelEntry]:
        """Give the models to list; those that cannot be are named in the log with the reason."""
        catalog = services.catalog
        problems = [(folder.name, str(folder), reason) for folder, reason in catalog.problems]
        entries = {}
        for package in catalog.packages.values():
            reason = _unlisted(package)
            if reason:
                problems.append((package.id, str(package.folder), reason))
                continue
            card = package.card
            entries[package.id] = ModelEntry(package.id, card.title, card.task, package)
        for _, folder, reason in problems:
            QgsMessageLog.logMessage(f"{folder}: {reason}", "Terraloom", Qgis.Warning)
        for model_id, title in BUNDLED.items():
            if model_id not in entries:
                reasons = [reason for name, _, reason in problems if name == model_id]
                entries[model_id] = ModelEntry(
                    model_id, title, task=model_id, reason=_missing(model_id, reasons)
                )
        return list(entries.values())


def _unlisted(package: ModelPackage) -> str:
    """Give why a sound model has no algorithm of its own; empty where it has one."""
    card = package.card
    if card.task not in TASKS:
        return tr("Its task '{task}' is not known to this version.").format(task=card.task)
    if card.id in OTHER_NAMES:
        return tr("Its id '{id}' is the name of another algorithm.").format(id=card.id)
    taken = sorted({spec.name.upper() for spec in card.parameters} & (RESERVED | {OUTPUT}))
    if taken:
        return tr("Its parameter names are reserved: {names}.").format(names=", ".join(taken))
    return ""


def _missing(model_id: str, reasons: list[str]) -> str:
    if reasons:
        message = tr("The model '{id}' cannot be used: {reason} Install the plugin again.")
        return message.format(id=model_id, reason=reasons[0])
    return tr("The model '{id}' is missing from the plugin. Install the plugin again.").format(
        id=model_id
    )
