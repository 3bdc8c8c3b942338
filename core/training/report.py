"""The report of a terrain evaluation: figures, the bars they must clear, tables."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Optional

from .metrics import Interval

BASELINES = ("bicubic", "fbm", "ridged", "spectrum_matched")
"""Candidates of these names are measured as the others are, and not judged."""


@dataclass(frozen=True)
class Statistic:
    """One figure, and what is asked of it."""

    key: str
    label: str
    ambition: Optional[float] = None
    """Good enough at this figure whatever real-against-real gives."""
    smaller_is_better: bool = True
    beats: tuple[str, ...] = ()
    """Baselines it must be clearly better than, by the rules of `BASELINE_SHARE`."""


BASELINE_SHARE = {"bicubic": 1 / 3, "fbm": 1 / 3, "spectrum_matched": 1.0}
"""The share of a baseline's figure that a candidate may reach."""

_ALL = ("bicubic", "fbm", "spectrum_matched")
STATISTICS = (
    Statistic("slope", "slope, W1 / sd", 0.05, beats=_ALL),
    Statistic("aspect", "aspect, W1 / sd", 0.05, beats=_ALL),
    Statistic("profile", "profile curvature, W1 / sd", 0.05, beats=_ALL),
    Statistic("tangential", "tangential curvature, W1 / sd", 0.05, beats=_ALL),
    Statistic("laplacian", "Laplacian, W1 / sd", 0.05, beats=_ALL),
    # The spectrum is what the spectrum-matched field is made from.
    Statistic("spectrum", "radial spectrum, dB", 1.0, beats=("bicubic", "fbm")),
    Statistic("geomorphons", "geomorphons, total variation", 0.03, beats=_ALL),
    Statistic("flow", "log flow accumulation, W1 / sd", 0.04, beats=_ALL),
    Statistic("sinks", "share in sinks, difference", beats=_ALL),
    Statistic("depressions", "share in closed depressions, difference", beats=_ALL),
    Statistic("valleys", "valley density, difference in km/km²", beats=_ALL),
    Statistic("level", "share of level ground, difference", beats=_ALL),
    Statistic("kid", "random-feature KID", beats=_ALL),
    Statistic("precision", "precision", 0.9, smaller_is_better=False),
    Statistic("recall", "recall", 0.9, smaller_is_better=False),
    Statistic("memorisation", "nearest training patch, ratio", 0.95, smaller_is_better=False),
    Statistic("control", "control, RMSE / relief", 0.003),
)


@dataclass(frozen=True)
class Check:
    """One rule applied to one statistic."""

    statistic: str
    rule: str
    value: float
    limit: float
    passed: bool

    def __str__(self) -> str:
        return f"{self.statistic}: {self.value:.3g}, {self.rule} asks for {self.limit:.3g}"


@dataclass(frozen=True)
class Report:
    """Figures of real-against-real and of every candidate against real, by statistic key."""

    patches: int
    patch_size_px: int
    pixel_size_m: float
    real_real: Mapping[str, Interval]
    indistinct: Mapping[str, float]
    """What real terrain itself may differ by; no rule asks for less."""
    candidates: Mapping[str, Mapping[str, Interval]]
    levels: Mapping[str, Mapping[str, Interval]]
    """Plain figures of each set ("real" and the candidates), to see which way it differs."""

    def judged(self) -> tuple[str, ...]:
        """The candidates that are no baselines."""
        return tuple(name for name in self.candidates if name not in BASELINES)

    def checks(self, candidate: str) -> tuple[Check, ...]:
        """Every rule that applies to this candidate."""
        found = []
        for statistic in STATISTICS:
            if statistic.key in self.candidates[candidate]:
                found += self._checks_of(candidate, statistic)
        return tuple(found)

    def failures(self, candidate: str) -> tuple[Check, ...]:
        """The rules this candidate does not meet."""
        return tuple(check for check in self.checks(candidate) if not check.passed)

    def passed(self, candidate: str) -> bool:
        """Whether this candidate meets every rule."""
        return not self.failures(candidate)

    def bar(self, statistic: Statistic) -> float:
        """The figure asked for, whatever the baselines reach."""
        real = self.real_real.get(statistic.key)
        if not statistic.smaller_is_better:
            ambition = statistic.ambition if statistic.ambition is not None else math.inf
            # Real patches themselves may not reach it where there are few of them.
            return min(ambition, real.low) if real else ambition
        limits = [statistic.ambition or 0.0, self.indistinct.get(statistic.key, 0.0)]
        if real:
            limits.append(1.5 * real.value)
        return max(limits)

    def _checks_of(self, candidate: str, statistic: Statistic) -> list[Check]:
        value = self.candidates[candidate][statistic.key].value
        bar = self.bar(statistic)
        passed = value <= bar if statistic.smaller_is_better else value >= bar
        found = [Check(statistic.key, "the bar", value, bar, passed)]
        for baseline in statistic.beats:
            figures = self.candidates.get(baseline)
            if candidate in BASELINES or figures is None or statistic.key not in figures:
                continue
            share = BASELINE_SHARE[baseline]
            limit = max(share * figures[statistic.key].value, self.indistinct[statistic.key])
            rule = f"better than {baseline}" if share == 1 else f"a third of {baseline}"
            rule += ", or real against real"
            found.append(Check(statistic.key, rule, value, limit, value <= limit))
        return found

    def to_markdown(self) -> str:
        """Tables of all figures with 95 % intervals; failed ones are bold, then named."""
        names = list(self.candidates)
        lines = [
            f"{self.patches} patches of {self.patch_size_px} x {self.patch_size_px} px at "
            f"{self.pixel_size_m:g} m; 95 % intervals over patches.",
            "",
            "| statistic | bar | real against real | " + " | ".join(names) + " |",
            "|---" * (len(names) + 3) + "|",
        ]
        for statistic in STATISTICS:
            if any(statistic.key in figures for figures in self.candidates.values()):
                lines.append(self._row(statistic, names))
        lines += ["", "| level | " + " | ".join(self.levels) + " |"]
        lines.append("|---" * (len(self.levels) + 1) + "|")
        first = next(iter(self.levels.values()))
        for key in first:
            cells = [str(levels[key]) for levels in self.levels.values()]
            lines.append(f"| {key.replace('_', ' ')} | " + " | ".join(cells) + " |")
        lines.append("")
        for name in self.judged():
            failures = self.failures(name)
            lines.append(f"**{name}: {'fails' if failures else 'passes'}.**")
            lines += [f"- {failure}" for failure in failures]
        return "\n".join(lines) + "\n"

    def _row(self, statistic: Statistic, names: list[str]) -> str:
        sign = "≤" if statistic.smaller_is_better else "≥"
        real = self.real_real.get(statistic.key)
        cells = [statistic.label, f"{sign} {self.bar(statistic):.3g}", str(real) if real else ""]
        for name in names:
            figure = self.candidates[name].get(statistic.key)
            failed = name in self.judged() and any(
                check.statistic == statistic.key for check in self.failures(name)
            )
            text = str(figure) if figure else ""
            cells.append(f"**{text}**" if failed and text else text)
        return "| " + " | ".join(cells) + " |"

    def to_json(self) -> str:
        """Everything above as JSON; a figure that does not exist is null."""
        document = {
            "patches": self.patches,
            "patch_size_px": self.patch_size_px,
            "pixel_size_m": self.pixel_size_m,
            "bars": {s.key: _number(self.bar(s)) for s in STATISTICS if s.key in self.real_real},
            "real_real": _figures(self.real_real),
            "candidates": {name: _figures(self.candidates[name]) for name in self.candidates},
            "levels": {name: _figures(self.levels[name]) for name in self.levels},
            "verdicts": {
                name: {"passed": self.passed(name), "failures": self._failures_json(name)}
                for name in self.judged()
            },
        }
        return json.dumps(document, indent=2, sort_keys=True, allow_nan=False)

    def _failures_json(self, name: str) -> list[dict[str, object]]:
        return [
            {
                "statistic": check.statistic,
                "rule": check.rule,
                "value": _number(check.value),
                "limit": _number(check.limit),
            }
            for check in self.failures(name)
        ]


def _number(value: float) -> Optional[float]:
    return value if math.isfinite(value) else None


def _figures(figures: Mapping[str, Interval]) -> dict[str, dict[str, Optional[float]]]:
    return {
        key: {
            "value": _number(figure.value),
            "low": _number(figure.low),
            "high": _number(figure.high),
        }
        for key, figure in figures.items()
    }
