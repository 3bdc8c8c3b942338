"""What a user wishes a map to be like, as the stages of maps and buildings are told."""

from __future__ import annotations

from collections.abc import Mapping

from ..nets.town_refiner import DESCRIPTORS

FAMILY = "maps"
"""Models of maps and of buildings draw the same noise, so that what they make belongs together."""
USUAL_DENSITY = 50.0
DENSITY_STEP = 25.0
USUAL_BUILT_SHARE, USUAL_STREET_SHARE = 0.35, 0.2
MOST_SHARE = 0.95


def density_factor(settings: Mapping[str, float]) -> float:
    """1 for the usual density; every 25 more double it."""
    return float(2.0 ** ((settings.get("density", USUAL_DENSITY) - USUAL_DENSITY) / DENSITY_STEP))


def wishes(settings: Mapping[str, float]) -> dict[str, float]:
    """Shares that a user wishes for, by descriptor; what is left open is absent."""
    out = {name: settings[name] for name in DESCRIPTORS if name in settings}
    factor = density_factor(settings)
    if factor != 1.0:
        usual = {"built_share": USUAL_BUILT_SHARE, "street_share": USUAL_STREET_SHARE}
        for name, share in usual.items():
            out[name] = min(out.get(name, share) * factor, MOST_SHARE)
    return out
