"""How generated climate is judged: fixed before training, the same for all candidates.

Fields are ``(months, H, W)`` in consecutive months, NaN where unknown. Precipitation is judged as
log(1 + mm), what is too little to count being the zero.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .metrics import Doubles, Floats, radial_spectrum, spectrum_distances, wasserstein

Months = NDArray[np.int64]
MONTHS = 12
LAGS = (1, 2, 3, 6)
"""Months over which memory is compared."""
DISTANCES = (1, 2, 4, 8, 12)
"""Pixels over which likeness of neighbours is compared."""
# With fewer years a month's own mean says nothing of its departures.
FEWEST_YEARS = 3
SCORE_TARGET = 0.85
"""The share of the best interpolation's score that downscaling may reach."""


@dataclass(frozen=True)
class ClimateFields:
    """Temperature in degC and log precipitation, ``(n, H, W)``, and their absolute months."""

    temperature: Floats
    rain: Floats
    months: Months


def ensemble_crps(members: Floats, truth: Floats) -> float:
    """Fair continuous ranked probability score (Ferro 2014), ``(members, ...)`` against ``(...)``.

    With one member it is the mean absolute error. Lower is better.
    """
    count = len(members)
    known = np.isfinite(truth)
    sample = members[:, known].astype(np.float64)
    error = np.abs(sample - truth[known]).mean()
    if count == 1:
        return float(error)
    ordered = np.sort(sample, axis=0)
    # The mean distance of all pairs, from ranks.
    ranks = 2 * np.arange(1, count + 1) - count - 1
    spread = 2 * (ranks[:, None] * ordered).sum(0).mean() / (count * (count - 1))
    return float(error - spread / 2)


def spread_skill(members: Floats, truth: Floats) -> float:
    """Spread of an ensemble per error of its mean: 1 where it is as uncertain as it is wrong."""
    known = np.isfinite(truth)
    sample = members[:, known].astype(np.float64)
    count = len(members)
    spread = np.sqrt(sample.var(axis=0, ddof=1).mean() * (count + 1) / count)
    return float(spread / np.sqrt(np.square(sample.mean(0) - truth[known]).mean()))


def seasonal_cycle(values: Floats, months: Months) -> Doubles:
    """Mean of each calendar month, ``(12,)``, over all pixels and years; NaN for absent ones."""
    cycle = np.full(MONTHS, np.nan)
    for month in range(MONTHS):
        part = values[months % MONTHS == month]
        if np.isfinite(part).any():
            cycle[month] = np.nanmean(part, dtype=np.float64)
    return cycle


def departures(values: Floats, months: Months) -> Doubles:
    """``values`` less the mean of their calendar month, pixel by pixel."""
    out = np.array(values, dtype=np.float64)
    for month in range(MONTHS):
        chosen = months % MONTHS == month
        if chosen.any():
            out[chosen] -= out[chosen].mean(axis=0)
    return out


def correlation(one: Floats, other: Floats) -> float:
    """Correlation over all that both know; 0 where one of them is constant."""
    known = np.isfinite(one) & np.isfinite(other)
    a, b = (part[known].astype(np.float64) for part in (one, other))
    a, b = a - a.mean(), b - b.mean()
    length = float(np.sqrt((a * a).sum() * (b * b).sum()))
    return float((a * b).sum()) / length if length > 0 else 0.0


def memory(values: Floats) -> Doubles:
    """Correlation of departures with those of ``LAGS`` months later."""
    return np.array([correlation(values[:-lag], values[lag:]) for lag in LAGS])


def neighbourhood(values: Floats) -> Doubles:
    """Correlation of each month's pattern with itself, ``DISTANCES`` pixels away."""
    pattern = values - np.nanmean(values, axis=(1, 2), keepdims=True)
    found = []
    for step in DISTANCES:
        if step >= min(values.shape[1:]):
            continue
        down = correlation(pattern[:, :-step], pattern[:, step:])
        right = correlation(pattern[:, :, :-step], pattern[:, :, step:])
        found.append((down + right) / 2)
    return np.array(found)


def square_patches(values: Floats, size: int) -> Floats:
    """All whole squares of ``size`` pixels without gaps, side by side from both ends."""
    found = []
    for rows in _ends(values.shape[1], size):
        for cols in _ends(values.shape[2], size):
            part = values[:, rows : rows + size, cols : cols + size]
            found.append(part[np.isfinite(part).all((1, 2))])
    return np.concatenate(found)


def _ends(length: int, size: int) -> list[int]:
    return sorted({0, length - size}) if length >= size else []


def compare(real: ClimateFields, other: ClimateFields, patch_px: int) -> dict[str, float]:
    """Distances of ``other`` from ``real``, 0 being alike; by figure.

    Marginal (W1 / sd), dry share, season (RMS / spread of the season), spectrum (dB, of single
    months) and likeness of neighbours; where there are years enough, also spread, memory and the
    bond of the two variables, from departures.
    """
    found: dict[str, float] = {}
    pairs = {"temperature": (real.temperature, other.temperature), "rain": (real.rain, other.rain)}
    enough = all(len(f.months) >= FEWEST_YEARS * MONTHS for f in (real, other))
    for name, (first, second) in pairs.items():
        if not np.isfinite(first).any():
            continue
        cycles = [seasonal_cycle(v, f.months) for v, f in ((first, real), (second, other))]
        found[f"{name}: values, W1 / sd"] = wasserstein(first, second)
        gap = np.sqrt(np.nanmean(np.square(cycles[0] - cycles[1])))
        found[f"{name}: season, RMS / sd"] = float(gap / np.nanstd(cycles[0]))
        near = [neighbourhood(values) for values in (first, second)]
        found[f"{name}: neighbours, correlation"] = float(np.abs(near[0] - near[1]).mean())
        patches = [square_patches(values, patch_px) for values in (first, second)]
        if all(len(part) for part in patches):
            spectra = [radial_spectrum(part).mean(0)[None] for part in patches]
            found[f"{name}: spectrum, dB"] = float(spectrum_distances(spectra[0], spectra[1])[0])
        if enough:
            apart = [departures(v, f.months) for v, f in ((first, real), (second, other))]
            found.update(_compare_departures(name, apart[0], apart[1], patch_px))
    if enough and all(np.isfinite(pair[0]).any() for pair in pairs.values()):
        bonds = [
            correlation(departures(f.temperature, f.months), departures(f.rain, f.months))
            for f in (real, other)
        ]
        found["bond of the variables, correlation"] = abs(bonds[0] - bonds[1])
    return found


def _compare_departures(name: str, real: Doubles, other: Doubles, size: int) -> dict[str, float]:
    memories = [memory(part) for part in (real, other)]
    found = {
        f"{name}: departures, W1 / sd": wasserstein(real, other),
        f"{name}: memory, correlation": float(np.abs(memories[0] - memories[1]).mean()),
    }
    patches = [square_patches(part, size) for part in (real, other)]
    if all(len(part) for part in patches):
        spectra = [radial_spectrum(part).mean(0)[None] for part in patches]
        found[f"{name}: spectrum of departures, dB"] = float(
            spectrum_distances(spectra[0], spectra[1])[0]
        )
    return found


def matched_noise(departures_: Doubles, steps: int, seed: int) -> Doubles:
    """Gaussian fields ``(steps, H, W)`` of the spectrum, the spread at each pixel and the memory
    (one month) of ``departures_`` ``(n, H, W)``: the baseline of what is not climatology."""
    rng = np.random.default_rng(seed)
    spread = departures_.std(axis=0)
    scaled = departures_ / np.maximum(spread, 1e-6)
    # Mirrored, so that opposite edges are not made neighbours.
    mirrored = np.pad(scaled, [(0, 0), *[(0, n) for n in scaled.shape[1:]]], mode="symmetric")
    power = np.square(np.abs(np.fft.fft2(mirrored))).mean(axis=0)
    persistence = max(0.0, min(0.95, correlation(departures_[:-1], departures_[1:])))
    fields = np.empty((steps, *departures_.shape[1:]))
    last = np.zeros(mirrored.shape[1:])
    for step in range(-MONTHS, steps):
        white = np.fft.fft2(rng.standard_normal(mirrored.shape[1:]))
        fresh = np.fft.ifft2(white * np.sqrt(power / power.size)).real
        last = persistence * last + np.sqrt(1 - persistence**2) * fresh
        if step >= 0:
            fields[step] = last[: fields.shape[1], : fields.shape[2]]
    size = fields.std(axis=0).mean()
    scaled_fields: Doubles = fields / max(float(size), 1e-9) * spread
    return scaled_fields


def markdown(figures: Mapping[str, Mapping[str, float]]) -> str:
    """One row a figure, one column a candidate."""
    names = list(figures)
    rows = list(dict.fromkeys(key for column in figures.values() for key in column))
    lines = ["| figure | " + " | ".join(names) + " |", "|---" * (len(names) + 1) + "|"]
    for row in rows:
        cells = [f"{figures[n][row]:.3g}" if row in figures[n] else "" for n in names]
        lines.append(f"| {row} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"
