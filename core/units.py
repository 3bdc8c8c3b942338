"""Numbers as people read them: bytes, durations, counts."""

from __future__ import annotations

import math

from .language import tr

_BYTE_UNITS = ("bytes", "kB", "MB", "GB", "TB", "PB")


def bytes_text(count: float) -> str:
    """``1500000`` -> ``"1.5 MB"`` (decimal units, as file managers show them)."""
    value = float(count)
    unit = 0
    while abs(value) >= 999.5 and unit < len(_BYTE_UNITS) - 1:
        value /= 1000.0
        unit += 1
    return f"{_short(value)} {_BYTE_UNITS[unit]}"


def duration_text(seconds: float) -> str:
    """``5400`` -> ``"1.5 hours"``."""
    if not math.isfinite(seconds):
        return tr("an unknown time")
    for limit, size, one, many in (
        (90.0, 1.0, tr("1 second"), tr("{count} seconds")),
        (5400.0, 60.0, tr("1 minute"), tr("{count} minutes")),
        (172800.0, 3600.0, tr("1 hour"), tr("{count} hours")),
        (math.inf, 86400.0, tr("1 day"), tr("{count} days")),
    ):
        if seconds < limit:
            text = _short(seconds / size)
            if text == "0":
                return tr("less than a second")
            return one if text == "1" else many.format(count=text)
    return tr("an unknown time")


def number_text(value: float) -> str:
    """A coordinate or size without float noise: ``30.000000000000004`` -> ``"30"``."""
    return f"{value:.10g}"


def count_text(count: int) -> str:
    """``12345678`` -> ``"12,345,678"``; very large counts in millions and billions."""
    if count < 10**7:
        return f"{count:,}"
    if count < 10**9:
        return tr("{count} million").format(count=_short(count / 1e6))
    if count < 10**15:
        return tr("{count} billion").format(count=f"{count / 1e9:,.1f}")
    return f"{count:.1e}"


def _short(value: float) -> str:
    """At most three digits that matter: ``1.5``, ``23``, ``640``."""
    digits = 1 if abs(value) < 9.95 else 0
    text = f"{value:.{digits}f}"
    return text[:-2] if text.endswith(".0") else text
