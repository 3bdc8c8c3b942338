"""Which of our land cover classes the values of a user's layer are: guessed, to be corrected."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .landcover import CLASSES, LEGENDS, WORDS

LONG_WORD, SHORT_WORD = 5, 4
SAME_COLOUR = 60.0
"""Distance in RGB up to which a colour counts as that of a class."""


@dataclass(frozen=True)
class LegendEntry:
    """A value of a layer, with the name and the colour it is shown by; either may be unknown."""

    value: float
    name: str = ""
    colour: str = ""


def guessed_classes(entries: Sequence[LegendEntry]) -> dict[float, int]:
    """Our code for each value that can be told: by its name, by a published legend, by colour."""
    by_name = {entry.value: named_class(entry.name) for entry in entries}
    if any(code is not None for code in by_name.values()):
        return _known(by_name, {entry.value: coloured_class(entry.colour) for entry in entries})
    legend = published_legend([entry.value for entry in entries])
    if legend is not None:
        return {
            entry.value: legend[int(entry.value)] for entry in entries if int(entry.value) in legend
        }
    return _known({entry.value: coloured_class(entry.colour) for entry in entries}, {})


def _known(
    first: Mapping[float, int | None], second: Mapping[float, int | None]
) -> dict[float, int]:
    found = {}
    for value, code in first.items():
        code = second.get(value) if code is None else code
        if code is not None:
            found[value] = code
    return found


def named_class(name: str) -> int | None:
    """The class whose word comes first in ``name``; None where none does.

    Short words count at the start of a word only, the shortest only by themselves: a street is no
    tree, and an office no ice.
    """
    text = name.casefold()
    places = []
    for code, words in WORDS.items():
        for word in words:
            start = r"(?<![^\W_])" if len(word) < LONG_WORD else ""
            end = r"(?![^\W_])" if len(word) < SHORT_WORD else ""
            found = re.search(start + re.escape(word) + end, text)
            if found:
                places.append((found.start(), -len(word), code))
    return min(places)[2] if places else None


def published_legend(values: Sequence[float]) -> Mapping[int, int] | None:
    """The published legend that has all these values (0 and 255 aside), if just one does best."""
    whole = {int(value) for value in values if value == int(value)} - {0, 255}
    if not whole:
        return None
    for legend in LEGENDS.values():
        if whole <= set(legend):
            return legend
    return None


def coloured_class(colour: str) -> int | None:
    """The class that maps show in a colour like ``#rrggbb``."""
    if len(colour) != 7:
        return None
    apart = sorted((_distance(colour, entry.colour), entry.code) for entry in CLASSES)
    return apart[0][1] if apart[0][0] < SAME_COLOUR else None


def _distance(one: str, other: str) -> float:
    parts = [[int(text[i : i + 2], 16) for i in (1, 3, 5)] for text in (one, other)]
    return float(sum((a - b) ** 2 for a, b in zip(*parts)) ** 0.5)


def classes_text(classes: Mapping[float, int]) -> str:
    """``value=class`` pairs, as a user writes them."""
    return "; ".join(f"{value:g}={code}" for value, code in sorted(classes.items()))
