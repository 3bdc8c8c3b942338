"""What the user has set, read from and written to QGIS's own settings under ``terraloom/``."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.core import QgsApplication, QgsSettings

from ..core.engine import AUTO as AUTO_DEVICE
from ..core.estimate import WARN_BYTES, WARN_SECONDS
from ..core.worker.homes import AUTO, IN_PROCESS, MANAGED, OWN, WORKER, EngineSettings
from ..core.worker.pins import CPU

HOMES = (AUTO, MANAGED, OWN, IN_PROCESS)
MANAGED_HOMES = (AUTO, MANAGED)
DESKTOP = "desktop"
"""What QGIS calls itself where it has a window; `qgis_process` and Python scripts say otherwise."""

WARN_GIGABYTES = WARN_BYTES / 1e9
WARN_MINUTES = WARN_SECONDS / 60.0

_ROOT = "terraloom"
_ALL = (
    "home",
    "python",
    "place",
    "build",
    "wheels",
    "base",
    "device",
    "output_folder",
    "warn_gigabytes",
    "warn_minutes",
    "offer_declined",
)


def engine_settings() -> EngineSettings:
    """Where models are to run, as core understands it."""
    chosen = home()
    return EngineSettings(
        engine={MANAGED: WORKER, OWN: WORKER}.get(chosen, chosen),
        python=(python() or None) if chosen == OWN else None,
        place=place() or None,
        apart=QgsApplication.platform() == DESKTOP,
    )


def home() -> str:
    """The home of PyTorch that was chosen: one of ``HOMES``."""
    chosen = _text("home", AUTO)
    return chosen if chosen in HOMES else AUTO


def set_home(kind: str) -> None:
    if kind not in HOMES:
        raise ValueError(f"'{kind}' is no home of PyTorch; those are {', '.join(HOMES)}.")
    _write("home", kind, AUTO)


def python() -> str:
    """The interpreter of the user's own, kept while another home is chosen."""
    return _text("python")


def set_python(path: str) -> None:
    _write("python", path)


def place() -> str:
    """The folder of the managed environment; empty: the usual one."""
    return _text("place")


def set_place(folder: str) -> None:
    _write("place", folder)


def build() -> str:
    """The build of PyTorch to set up, a key of `core.worker.builds`."""
    return _text("build", CPU)


def set_build(key: str) -> None:
    _write("build", key, CPU)


def wheels() -> str:
    """The folder that packages come from on a computer without internet; empty: the internet."""
    return _text("wheels")


def set_wheels(folder: str) -> None:
    _write("wheels", folder)


def base() -> str:
    """The Python that an environment is made from; empty: one is looked for."""
    return _text("base")


def set_base(path: str) -> None:
    _write("base", path)


def default_device() -> str:
    """The device that algorithms start with."""
    return _text("device", AUTO_DEVICE)


def set_default_device(name: str) -> None:
    _write("device", name, AUTO_DEVICE)


def output_folder() -> str:
    """Where results go that have no other name; empty: QGIS's temporary folder."""
    return _text("output_folder")


def set_output_folder(folder: str) -> None:
    _write("output_folder", folder)


def warn_gigabytes() -> float:
    """The size of a result from which on the user is asked first."""
    return _number("warn_gigabytes", WARN_GIGABYTES)


def set_warn_gigabytes(size: float) -> None:
    _write("warn_gigabytes", size, WARN_GIGABYTES)


def warn_minutes() -> float:
    """The expected time from which on the user is asked first."""
    return _number("warn_minutes", WARN_MINUTES)


def set_warn_minutes(minutes: float) -> None:
    _write("warn_minutes", minutes, WARN_MINUTES)


def offer_declined() -> bool:
    """Whether the user said "Not now" to the offer to set up PyTorch."""
    return bool(QgsSettings().value(_key("offer_declined"), False, type=bool))


def set_offer_declined(*, declined: bool) -> None:
    _write("offer_declined", declined, False)


def reset() -> None:
    """Forget all that was set."""
    for name in _ALL:
        QgsSettings().remove(_key(name))


def as_rows() -> list[tuple[str, str]]:
    """What differs from the defaults, by name."""
    store = QgsSettings()
    return [(name, str(store.value(_key(name)))) for name in _ALL if store.contains(_key(name))]


def folder_or_none(text: str) -> Optional[Path]:
    return Path(text) if text else None


def _key(name: str) -> str:
    return f"{_ROOT}/{name}"


def _text(name: str, default: str = "") -> str:
    return str(QgsSettings().value(_key(name), default) or default).strip()


def _number(name: str, default: float) -> float:
    try:
        value = float(QgsSettings().value(_key(name), default))
    except (TypeError, ValueError):  # an edited file
        return default
    return value if value > 0.0 else default


def _write(name: str, value: object, default: object = "") -> None:
    """Write what differs from the default, so that a later version's default is taken."""
    if value == default:
        QgsSettings().remove(_key(name))
    else:
        QgsSettings().setValue(_key(name), value)
