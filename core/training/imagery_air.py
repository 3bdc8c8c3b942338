"""What the air over a scene sends back, told by the scene's darkest blue (Chavez 1988).

Only blue is dark enough over plants and water to tell; the other bands follow from how much less
clear air scatters longer waves.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

DARKEST_PERCENT, DARKEST_GROUND = 0.3, 0.01
CLEAREST, HAZIEST = 0.03, 0.09
"""Reflectance of air in blue: below the first a scene was freed of it before; above the second it
has no dark ground."""
WAVELENGTHS_NM = np.array([490.0, 560.0, 665.0, 842.0])
SCATTERING = -3.5
"""Between clear and very clear air."""


def air_reflectance(reflectance: NDArray[np.float32]) -> NDArray[np.float32]:
    """Of the air over a scene ``(4, H, W)``, in blue, green, red and near infrared ``(4,)``."""
    blue = float(np.percentile(reflectance[0], DARKEST_PERCENT)) - DARKEST_GROUND
    if blue < CLEAREST:
        return np.zeros(len(WAVELENGTHS_NM), np.float32)
    less = (WAVELENGTHS_NM / WAVELENGTHS_NM[0]) ** SCATTERING
    air: NDArray[np.float32] = (min(blue, HAZIEST) * less).astype(np.float32)
    return air
