"""What the algorithms need from core, gathered in one value so that tests can replace it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Optional, Protocol

from qgis.core import QgsApplication

from ..core.catalog import Catalog, bundled_folder
from ..core.engine import Engine, InProcessEngine, default_engine
from ..core.job import Job
from ..core.known_hashes import KnownHashes
from ..core.package import ModelPackage
from ..core.progress import Progress
from . import settings

if TYPE_CHECKING:
    from ..core.estimate import Estimate
    from ..core.jobs import JobResult
    from ..core.verification import Verification
    from ..core.worker.homes import Choice


class Jobs(Protocol):
    """The verbs of ``core.jobs``."""

    def estimate(self, job: Job) -> Estimate: ...

    def run(self, job: Job, engine: Engine, progress: Progress) -> JobResult: ...

    def verify(
        self,
        path: Path,
        packages: Catalog,
        engine: Engine,
        progress: Progress,
        source: Optional[str] = None,
        device: str = "auto",
        model: Optional[ModelPackage] = None,
    ) -> Verification: ...


class CoreJobs:
    """``core.jobs`` itself, read when it is first needed: QGIS starts sooner without."""

    def estimate(self, job: Job) -> Estimate:
        from ..core import jobs

        return jobs.estimate(job)

    def run(self, job: Job, engine: Engine, progress: Progress) -> JobResult:
        from ..core import jobs

        return jobs.run(job, engine, progress)

    def verify(
        self,
        path: Path,
        packages: Catalog,
        engine: Engine,
        progress: Progress,
        source: Optional[str] = None,
        device: str = "auto",
        model: Optional[ModelPackage] = None,
    ) -> Verification:
        from ..core import jobs

        return jobs.verify(path, packages, engine, progress, source, device, model)


@dataclass(frozen=True)
class Services:
    """The models there are, the engine that runs them, and the jobs that can be done."""

    catalog: Catalog
    engine: Engine
    jobs: Jobs


def own_folder() -> Path:
    """Give the plugin's folder in the QGIS profile (it need not exist)."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "terraloom"


def user_models_folder() -> Path:
    """Give the folder of the user's own models, in the QGIS profile (it need not exist)."""
    return own_folder() / "models"


def chosen_home() -> Choice:
    """Give where models run by settings and environment variables, and why; nothing is started."""
    from ..core.worker.environment import find_home

    return find_home(settings.engine_settings(), os.environ, InProcessEngine().lack)


def default_services() -> Services:
    """Give the services of a running QGIS: bundled and own models, this computer's engine."""
    known = KnownHashes(own_folder() / "hashes.json")
    return Services(
        catalog=Catalog([bundled_folder(), user_models_folder()], known),
        engine=default_engine(settings.engine_settings),
        jobs=CoreJobs(),
    )
