"""Which of the styles a model has learnt an image is nearest to, by its colours alone."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

BANDS = ("red", "green", "blue", "infrared")
# A value above this is no reflectance but a stored one, or that of a picture of 8 bits.
LARGEST_REFLECTANCE, LARGEST_PICTURE, STORED_SCALE = 2.0, 256.0, 10000.0


def nearest_style(presets: Mapping[str, Mapping[str, float]], means: Sequence[float]) -> str | None:
    """The preset whose mean colour is nearest; None where no preset has one.

    ``means`` are of red, green and blue, and of near infrared if there are four, in any scale:
    colours are compared by the ratios of bands, and brightness only where it is reflectance.
    """
    largest = max(means)
    if largest <= 0.0:
        return None
    scale = 1.0 if largest <= LARGEST_REFLECTANCE else STORED_SCALE
    absolute = not LARGEST_REFLECTANCE < largest < LARGEST_PICTURE
    seen = [max(value, 1e-6) / scale for value in means[: len(BANDS)]]
    apart = {}
    for name, preset in presets.items():
        if not set(BANDS) <= set(preset):
            continue
        steps = [math.log(value / preset[band]) for value, band in zip(seen, BANDS)]
        mean = sum(steps) / len(steps)
        apart[name] = sum((step - mean) ** 2 for step in steps)
        apart[name] += 0.25 * mean**2 if absolute else 0.0
    return min(apart, key=lambda name: apart[name]) if apart else None
