"""What the user wants to be asked about: jobs that take long, and results that are large."""

from __future__ import annotations

from ..core.units import bytes_text, duration_text
from . import settings
from .translation import tr


def cost_warnings(seconds: float, file_bytes: float) -> list[str]:
    """Give a sentence for each limit of the settings that a job goes beyond."""
    found = []
    if seconds > 60.0 * settings.warn_minutes():
        text = tr("It takes about {time}. Try a small extent first.")
        found.append(text.format(time=duration_text(seconds)))
    if file_bytes > 1e9 * settings.warn_gigabytes():
        text = tr("It needs about {size} on disk.")
        found.append(text.format(size=bytes_text(round(file_bytes))))
    return found
