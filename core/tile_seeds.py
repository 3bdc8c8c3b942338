"""Other seeds to choose from: the same ones for the same seed, everywhere."""

from __future__ import annotations

LARGEST = 999_999
"""Short enough to be remembered and told."""
_STEP = 0x9E3779B97F4A7C15
_MASK = 2**64 - 1


def rolled(seed: int, count: int = 1) -> list[int]:
    """``count`` different seeds that follow ``seed``, as from dice (SplitMix64, Steele 2014)."""
    found: list[int] = []
    state = seed
    while len(found) < count:
        state = (state + _STEP) & _MASK
        mixed = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & _MASK
        number = (mixed ^ (mixed >> 31)) % LARGEST + 1
        if number != seed and number not in found:
            found.append(number)
    return found
