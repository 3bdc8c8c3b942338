"""Statistics that compare sets of patches: distances, spectra, block means, seams, intervals.

Patches are ``(N, H, W)``. Distances are zero for equal distributions and grow with the difference.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Callable, Optional

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating[Any]]
Doubles = NDArray[np.float64]

LOWEST_RING = 3
"""First ring of a spectrum that is compared: lower ones hold the window's own leakage."""


def wasserstein(real: Floats, other: Floats, quantiles: int = 1000) -> float:
    """Wasserstein-1 distance of two samples, in standard deviations of the real one.

    Samples of any shape and size; NaN is left out. Infinite where the real sample is constant
    and the other is not the same constant.
    """
    real_values, other_values = _finite(real), _finite(other)
    at = (np.arange(quantiles) + 0.5) / quantiles
    distance = float(np.abs(np.quantile(real_values, at) - np.quantile(other_values, at)).mean())
    return _per_deviation(distance, float(real_values.std()))


def circular_wasserstein(real: Floats, other: Floats, bins: int = 360) -> float:
    """Wasserstein-1 distance of two samples of angles (radians), per real angular deviation."""
    real_counts = angle_counts(_finite(real)[None], bins)
    other_counts = angle_counts(_finite(other)[None], bins)
    once = np.ones((1, 1))
    distance = circular_distances(once @ real_counts, once @ other_counts)
    return _per_deviation(float(distance[0]), angular_deviation(real))


def angular_deviation(angles: Floats) -> float:
    """Root mean square angle (radians) to the mean direction; NaN is left out."""
    values = _finite(angles)
    mean = np.arctan2(np.sin(values).mean(), np.cos(values).mean())
    apart = (values - mean + np.pi) % (2 * np.pi) - np.pi
    return float(np.sqrt((apart**2).mean()))


def total_variation(real: Floats, other: Floats) -> float:
    """Half the summed difference of two class distributions (counts or fractions)."""
    return float(np.abs(real / real.sum() - other / other.sum()).sum() / 2)


def shared_edges(first: Floats, second: Floats, bins: int = 512) -> Doubles:
    """Ascending edges at quantiles of both samples together, for `value_counts`."""
    pooled = np.concatenate((_finite(first), _finite(second)))
    edges: Doubles = np.unique(np.quantile(pooled, np.linspace(0.0, 1.0, bins + 1)))
    return edges


def value_counts(samples: Floats, edges: Doubles) -> Doubles:
    """Counts (N, bins) of values up to each edge and above the one before; samples are (N, S)."""
    patches, bins = len(samples), len(edges)
    place = np.searchsorted(edges, samples, side="left") + bins * np.arange(patches)[:, None]
    known = np.isfinite(samples)
    counts = np.bincount(place[known], minlength=patches * bins)
    return counts.reshape(patches, bins).astype(np.float64)


def angle_counts(samples: Floats, bins: int = 360) -> Doubles:
    """Counts (N, bins) of angles in radians; samples are (N, S), NaN is left out."""
    known = np.isfinite(samples)
    turn = np.where(known, samples, 0.0) / (2 * np.pi) % 1.0
    place = np.minimum((turn * bins).astype(np.int64), bins - 1)
    place += bins * np.arange(len(samples))[:, None]
    counts = np.bincount(place[known], minlength=len(samples) * bins)
    return counts.reshape(len(samples), bins).astype(np.float64)


def linear_distances(real: Doubles, other: Doubles, edges: Doubles) -> Doubles:
    """Wasserstein-1 distances (R,) of R pairs of histograms (R, bins) made by `value_counts`."""
    gap = np.abs(_cumulative(real) - _cumulative(other))
    distances: Doubles = ((gap[:, 1:] + gap[:, :-1]) / 2) @ np.diff(edges)
    return distances


def circular_distances(real: Doubles, other: Doubles) -> Doubles:
    """Wasserstein-1 distances (R,) in radians of R pairs of histograms (R, bins) of angles."""
    gap = _cumulative(real) - _cumulative(other)
    # On a circle mass may go either way round; the median is the best amount to send (Rabin 2011).
    moved = np.abs(gap - np.median(gap, axis=1, keepdims=True))
    distances: Doubles = moved.mean(axis=1) * 2 * np.pi
    return distances


def radial_spectrum(patches: Floats) -> Doubles:
    """Power (N, S/2 - 1) of square patches in rings of 1, 2, ... cycles per patch, Hann window."""
    size = patches.shape[-1]
    if patches.ndim != 3 or patches.shape[-2] != size:
        raise ValueError(f"Radial spectra need square patches (N, S, S), not {patches.shape}.")
    window = np.hanning(size)[:, None] * np.hanning(size)[None, :]
    rows = np.fft.fftfreq(size, 1.0) * size
    columns = np.fft.rfftfreq(size, 1.0) * size
    ring = np.rint(np.hypot(rows[:, None], columns[None, :])).astype(np.int64).ravel()
    inner = columns.astype(np.int64) % (size // 2) != 0
    share = np.broadcast_to(np.where(inner, 2.0, 1.0), (size, len(columns))).ravel()
    total = np.bincount(ring, share)
    spectra = np.empty((len(patches), size // 2 - 1))
    for index, patch in enumerate(patches):
        level = patch - patch.mean(dtype=np.float64)
        power = np.abs(np.fft.rfft2(level * window)) ** 2
        mean = np.bincount(ring, power.ravel() * share) / total
        spectra[index] = mean[1 : size // 2]
    return spectra


def spectrum_distances(real: Doubles, other: Doubles) -> Doubles:
    """Mean absolute difference in dB (R,) of R pairs of radial spectra (R, rings)."""
    tiny = np.finfo(np.float64).tiny
    low = LOWEST_RING
    ratio = np.maximum(other[:, low:], tiny) / np.maximum(real[:, low:], tiny)
    distances: Doubles = np.abs(10 * np.log10(ratio)).mean(axis=1)
    return distances


def spectrum_distance(real: Floats, other: Floats) -> float:
    """Mean absolute difference in dB of the mean radial spectra of two sets of patches."""
    pair = [radial_spectrum(patches).mean(axis=0)[None] for patches in (real, other)]
    return float(spectrum_distances(pair[0], pair[1])[0])


def spectrum_exponent(patches: Floats, low: int = 4, high: Optional[int] = None) -> float:
    """The beta of power ~ wavenumber**-beta, fitted over rings ``low`` to ``high``.

    ``high`` is three quarters of the highest ring if not given.
    """
    power = radial_spectrum(patches).mean(axis=0)
    rings = np.arange(1, len(power) + 1)
    top = high if high is not None else len(power) * 3 // 4
    used = slice(low - 1, top)
    slope, _ = np.polyfit(np.log(rings[used]), np.log(power[used]), 1)
    return float(-slope)


def block_mean(patches: Floats, factor: int) -> Doubles:
    """Means (N, H/factor, W/factor) of square blocks."""
    count, height, width = patches.shape
    if height % factor or width % factor:
        raise ValueError(f"Patches of {height} x {width} px do not divide into blocks of {factor}.")
    blocks = patches.reshape(count, height // factor, factor, width // factor, factor)
    means: Doubles = blocks.mean(axis=(2, 4), dtype=np.float64)
    return means


@dataclass(frozen=True)
class BlockMeanError:
    """How far block means are from the control they should keep; both (N,)."""

    squared_error: Doubles
    relief: Doubles

    @property
    def relative(self) -> float:
        """Root mean square error per mean local relief (the control's range in a patch)."""
        return _per_deviation(float(np.sqrt(self.squared_error.mean())), float(self.relief.mean()))


def block_mean_error(patches: Floats, control: Floats, factor: int) -> BlockMeanError:
    """Errors of the block means of ``patches`` (N, H, W) against ``control`` (N, H/f, W/f)."""
    means = block_mean(patches, factor)
    if means.shape != control.shape:
        raise ValueError(f"Control of shape {control.shape} does not match {means.shape} blocks.")
    error: Doubles = ((means - control) ** 2).mean(axis=(1, 2))
    relief: Doubles = np.ptp(control, axis=(1, 2)).astype(np.float64)
    return BlockMeanError(error, relief)


def phase_ratios(
    raster: Floats, stride: int, *, origin: tuple[int, int] = (0, 0), order: int = 1
) -> Doubles:
    """Relative strength (2, stride) of differences at each phase of a stride, rows then columns.

    Entry ``[axis, p]`` is the mean absolute difference across the lines at world index ``p``
    modulo ``stride``, per mean of all phases: 1 everywhere without a grid. ``raster`` is one
    large (H, W) array whose first pixel has the world index ``origin``; ``order`` 1 looks at
    steps, 2 at kinks.
    """
    ratios = np.empty((2, stride))
    for axis in (0, 1):
        profile = _line_profile(raster, axis, order)
        phase = (np.arange(len(profile)) + 1 + origin[axis]) % stride
        total = np.bincount(phase, weights=profile, minlength=stride)
        means = total / np.bincount(phase, minlength=stride)
        ratios[axis] = means / means.mean()
    return ratios


def tile_line_ratio(
    raster: Floats, tile: int, *, origin: tuple[int, int] = (0, 0), reach: int = 8, order: int = 1
) -> float:
    """Mean absolute difference across tile lines per that of the ``reach`` lines on either side."""
    at_lines, beside = [], []
    for axis in (0, 1):
        profile = _line_profile(raster, axis, order)
        first = (-1 - origin[axis]) % tile
        for line in range(first, len(profile), tile):
            if line < reach or line + reach >= len(profile):
                continue
            around = profile[line - reach : line + reach + 1]
            at_lines.append(profile[line])
            beside.append((around.sum() - profile[line]) / (2 * reach))
    if not at_lines:
        raise ValueError(f"No tile line of {tile} px lies inside a raster of {raster.shape} px.")
    return float(np.sum(at_lines) / np.sum(beside))


@dataclass(frozen=True)
class Interval:
    """A figure with its 95 % interval."""

    value: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.value:.3g} [{self.low:.3g}, {self.high:.3g}]"


class Bootstrap:
    """Resamples patches: each figure is computed once as it is and ``resamples`` times redrawn."""

    def __init__(self, resamples: int, seed: int) -> None:
        self._resamples = resamples
        self._seed = seed

    def weights(self, count: int, side: int) -> Doubles:
        """How often each of ``count`` patches is drawn (1 + resamples, count); row 0 is once each.

        ``side`` tells the two sets of a comparison apart, so that they are drawn independently.
        """
        rng = np.random.default_rng([self._seed, side, count])
        drawn = rng.multinomial(count, np.full(count, 1.0 / count), size=self._resamples)
        return np.concatenate((np.ones((1, count)), drawn.astype(np.float64)))

    def mean(self, per_patch: Floats, side: int, *, floor: Optional[float] = 0.0) -> Interval:
        """The mean of one figure per patch (N,)."""
        weights = self.weights(len(per_patch), side)
        return self.interval(weights @ per_patch / weights.sum(axis=1), floor=floor)

    def compare(
        self,
        real: Doubles,
        other: Doubles,
        distance: Callable[[Doubles, Doubles], Doubles],
    ) -> Interval:
        """A distance between the summed per-patch summaries (N, K) and (M, K) of two sets."""
        return self.interval(
            distance(
                self.weights(len(real), 0) @ real / len(real),
                self.weights(len(other), 1) @ other / len(other),
            )
        )

    @staticmethod
    def interval(figures: Doubles, *, floor: Optional[float] = 0.0) -> Interval:
        """Figure 0 with the 95 % spread of the others around it, cut at ``floor``.

        Redrawn sets are always further apart than the sets themselves, so the spread is centred
        on the figure instead of taken where it falls.
        """
        value, drawn = float(figures[0]), figures[1:]
        drawn = drawn[np.isfinite(drawn)]
        if not len(drawn) or not np.isfinite(value):
            return Interval(value, value, value)
        low, high = np.quantile(drawn, (0.025, 0.975)) + (value - float(drawn.mean()))
        low, high = min(float(low), value), max(float(high), value)
        return Interval(value, low if floor is None else max(low, floor), high)


def _finite(values: Floats) -> Floats:
    flat = np.asarray(values).ravel()
    finite: Floats = flat[np.isfinite(flat)]
    return finite


def _per_deviation(distance: float, deviation: float) -> float:
    if deviation > 0:
        return distance / deviation
    return 0.0 if distance == 0 else float("inf")


def _cumulative(counts: Doubles) -> Doubles:
    total = np.maximum(counts.sum(axis=1, keepdims=True), np.finfo(np.float64).tiny)
    cumulative: Doubles = np.cumsum(counts, axis=1) / total
    return cumulative


def _line_profile(raster: Floats, axis: int, order: int) -> Doubles:
    """Mean absolute difference across each line between neighbours along ``axis``."""
    steps = np.abs(np.diff(raster.astype(np.float64), n=order, axis=axis))
    profile: Doubles = steps.mean(axis=1 - axis)
    if order == 2:  # a kink at a line shows on both of its sides
        profile = np.concatenate((profile[:1], (profile[1:] + profile[:-1]) / 2, profile[-1:]))
    return profile
