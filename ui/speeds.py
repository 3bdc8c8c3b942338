"""How fast this computer has been with each model, remembered in QGIS's settings."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..processing_provider.translation import tr

LEAST_PIXELS = 200_000  # smaller runs measure the start of the worker
NEWEST_SHARE = 0.5
_KEY = "terraloom/speed/{name}"


class Speeds(QObject):
    """Computed megapixels per second of each model; later runs count more than older ones."""

    changed = pyqtSignal()

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._expected: dict[int, int] = {}

    def expect(self, run_id: int, pixels: int) -> None:
        """Say how many pixels the model computes in a run: whole tiles, so more than it writes."""
        self._expected[run_id] = pixels

    def record(self, run_id: int, algorithm_id: str, seconds: Optional[float]) -> None:
        """Remember how fast a run was, where ``seconds`` says that it succeeded."""
        pixels = self._expected.pop(run_id, 0)
        if seconds is None or seconds <= 0.0 or pixels < LEAST_PIXELS:
            return
        speed = pixels / 1e6 / seconds
        before = self.of(algorithm_id)
        if before is not None:
            speed = NEWEST_SHARE * speed + (1.0 - NEWEST_SHARE) * before
        QgsSettings().setValue(_key(algorithm_id), round(speed, 4))
        self.changed.emit()

    def of(self, algorithm_id: str) -> Optional[float]:
        """Give the speed in megapixels per second; None before the first run."""
        try:
            speed = float(QgsSettings().value(_key(algorithm_id), 0.0))
        except (TypeError, ValueError):  # an edited file
            return None
        return speed if speed > 0.0 else None

    def text(self, algorithm_id: str) -> str:
        speed = self.of(algorithm_id)
        if speed is None:
            return ""
        number = f"{speed:.1f}" if speed < 10.0 else f"{speed:.0f}"
        return tr("{number} Mpx/s here").format(number=number)


def _key(algorithm_id: str) -> str:
    return _KEY.format(name=algorithm_id.replace(":", "/"))
