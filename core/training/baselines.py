"""What a generator has to beat: terrain made without learning, from the same coarse control.

Each baseline adds to the upsampled control a residual whose block means are taken out again, so
that all keep the control alike. Controls are (N, h, w) block means in metres; results are
(N, h*factor, w*factor). Fitted on training patches, seeded with numpy (training side only).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Callable, Protocol

import numpy as np
from numpy.typing import NDArray

from .metrics import (
    LOWEST_RING,
    Doubles,
    Floats,
    block_mean,
    radial_spectrum,
    spectrum_exponent,
)

_CORRECTION_PATCHES = 128


class TerrainBaseline(Protocol):
    """Terrain from a control."""

    def sample(self, control: Floats, seed: int, margin: int = 0) -> NDArray[np.float32]:
        """Terrain for the control's inside; ``margin`` cells on each side only give context."""


@dataclass(frozen=True)
class Bicubic:
    """The control, smoothly interpolated: no detail at all."""

    factor: int

    def sample(self, control: Floats, seed: int, margin: int = 0) -> NDArray[np.float32]:
        """See `TerrainBaseline`; nothing here is random."""
        return bicubic_upsample(control, self.factor, margin).astype(np.float32)


@dataclass(frozen=True)
class Fractal:
    """Fractal noise of one roughness everywhere: fBm, or ridged multifractal noise."""

    factor: int
    exponent: float
    amplitude_m: float
    ridged: bool

    def sample(self, control: Floats, seed: int, margin: int = 0) -> NDArray[np.float32]:
        """See `TerrainBaseline`."""
        rng = np.random.default_rng(seed)
        shape = _fine_shape(control, self.factor)
        make = ridged_noise if self.ridged else fractal_noise
        detail = _without_block_means(make(shape, self.exponent, rng), self.factor)
        detail *= self.amplitude_m / float(detail.std())
        return _assemble(control, detail, self.factor, margin)


@dataclass(frozen=True)
class SpectrumMatched:
    """Gaussian noise with the real residual's spectrum, stronger where the control is steeper."""

    factor: int
    frequencies: Doubles
    """Cycles per pixel (K,) of ``power``."""
    power: Doubles
    base_amplitude_m: float
    amplitude_per_relief: float

    def amplitude(self, control: Floats) -> Doubles:
        """Expected residual (N, h*factor, w*factor) in metres."""
        cells = self.base_amplitude_m + self.amplitude_per_relief * local_relief(control)
        return np.maximum(bicubic_upsample(cells, self.factor), 0.0)

    def sample(self, control: Floats, seed: int, margin: int = 0) -> NDArray[np.float32]:
        """See `TerrainBaseline`."""
        rng = np.random.default_rng(seed)
        shape = _fine_shape(control, self.factor)
        field = gaussian_field(shape, self._power_at, rng) * self.amplitude(control)
        return _assemble(control, _without_block_means(field, self.factor), self.factor, margin)

    def _power_at(self, frequency: Doubles) -> Doubles:
        logs = np.log(np.maximum(self.power, np.finfo(np.float64).tiny))
        return np.exp(np.interp(np.log(frequency), np.log(self.frequencies), logs))


def fit_baselines(patches: Floats, factor: int) -> dict[str, TerrainBaseline]:
    """All baselines by name, fitted to square training patches (N, H, W).

    The names are those that `evaluate_terrain` knows.
    """
    return {
        "bicubic": Bicubic(factor),
        "fbm": fit_fractal(patches, factor, ridged=False),
        "ridged": fit_fractal(patches, factor, ridged=True),
        "spectrum_matched": fit_spectrum_matched(patches, factor),
    }


def fit_fractal(patches: Floats, factor: int, *, ridged: bool) -> Fractal:
    """Noise with the elevation's spectral exponent and the residual's mean strength."""
    exponent = min(max(spectrum_exponent(patches), 2.05), 5.0)
    residual = patches - bicubic_upsample(block_mean(patches, factor), factor)
    return Fractal(factor, exponent, float(_inside(residual, factor).std()), ridged)


def fit_spectrum_matched(patches: Floats, factor: int) -> SpectrumMatched:
    """Regress the residual's strength on coarse relief, then take the spectrum of what is left."""
    control = block_mean(patches, factor)
    residual = patches - bicubic_upsample(control, factor)
    strength = np.sqrt(block_mean(residual**2, factor))[:, 1:-1, 1:-1].ravel()
    relief = local_relief(control)[:, 1:-1, 1:-1].ravel()
    base, per_relief = _line_through_bins(relief, strength)
    start = SpectrumMatched(factor, np.ones(1), np.ones(1), base, per_relief)
    floor = max(float(strength.mean()) * 0.05, 1e-6)
    white = residual / np.maximum(start.amplitude(control), floor)
    power = _inner_spectrum(white, factor)
    frequencies = np.arange(1, len(power) + 1) / _inner_side(white, factor)
    matched = SpectrumMatched(factor, frequencies, power, base, per_relief)
    some = slice(None, None, -(-len(patches) // _CORRECTION_PATCHES))
    return _corrected(matched, patches[some], control[some])


def _corrected(matched: SpectrumMatched, patches: Floats, control: Floats) -> SpectrumMatched:
    """The field with its power adjusted until the terrain has the patches' spectrum.

    The real residual goes along with the interpolated control, a random one does not; taking out
    block means, and an amplitude that varies, change the spectrum that was put in as well.
    """
    factor = matched.factor
    wanted = _inner_spectrum(patches, factor)
    tiny = np.finfo(np.float64).tiny
    for seed in range(3):
        made = _inner_spectrum(matched.sample(control, seed), factor)
        ratio = np.maximum(wanted, tiny) / np.maximum(made, tiny)
        level = float(np.exp(np.log(ratio[LOWEST_RING:]).mean()))
        gain = np.sqrt(level)
        matched = replace(
            matched,
            power=matched.power * np.clip(ratio / level, 0.25, 4.0),
            base_amplitude_m=matched.base_amplitude_m * gain,
            amplitude_per_relief=matched.amplitude_per_relief * gain,
        )
    return matched


def bicubic_upsample(control: Floats, factor: int, margin: int = 0) -> Doubles:
    """Catmull-Rom interpolation of cell means (N, h, w) to (N, (h-2m)*factor, (w-2m)*factor).

    ``margin`` cells on each side give context and are not part of the result; 2 are enough to
    be exact. What lies further out is continued in a straight line.
    """
    values = np.asarray(control, dtype=np.float64)
    for axis in (1, 2):
        values = _upsample_axis(values, factor, margin, axis)
    return values


def gaussian_field(
    shape: tuple[int, int, int], power: Callable[[Doubles], Doubles], rng: np.random.Generator
) -> Doubles:
    """Gaussian noise (N, H, W) of variance 1 with a given power at each frequency (cycles/px).

    Made on twice the size and cut, so that opposite sides do not match.
    """
    count, height, width = shape
    rows, columns = 2 * height, 2 * width
    frequency = np.hypot(np.fft.fftfreq(rows, 1.0)[:, None], np.fft.fftfreq(columns, 1.0)[None, :])
    frequency[0, 0] = 1.0
    energy = power(frequency.ravel()).reshape(frequency.shape)
    energy[0, 0] = 0.0
    gain = np.sqrt(energy / energy.mean())[:, : columns // 2 + 1]
    field = np.empty(shape)
    for index in range(count):
        white = np.fft.rfft2(rng.standard_normal((rows, columns)))
        field[index] = np.fft.irfft2(white * gain, s=(rows, columns))[:height, :width]
    return field


def fractal_noise(
    shape: tuple[int, int, int], exponent: float, rng: np.random.Generator
) -> Doubles:
    """Fractional Brownian surfaces (N, H, W) with power ~ frequency**-exponent."""
    return gaussian_field(shape, lambda frequency: frequency**-exponent, rng)


def ridged_noise(shape: tuple[int, int, int], exponent: float, rng: np.random.Generator) -> Doubles:
    """Ridged multifractal noise (N, H, W) (Musgrave 1994), mean 0 and variance 1."""
    count, height, width = shape
    roughness = (exponent - 2) / 2
    period = 1 << max(1, int(np.log2(max(height, width))) - 1)
    total, weight, strength = np.zeros(shape), np.ones(shape), 1.0
    while period >= 2:
        cells = (count, height // period + 5, width // period + 5)
        lattice = rng.standard_normal(cells)
        noise = bicubic_upsample(lattice, period, margin=1)
        top, left = rng.integers(0, period, size=2)
        noise = noise[:, top : top + height, left : left + width]
        ridges = np.maximum(1 - np.abs(noise), 0.0) ** 2
        total += strength * weight * ridges
        weight = np.clip(2 * ridges, 0.0, 1.0)
        strength *= 0.5**roughness
        period //= 2
    total = total - total.mean()
    unit: Doubles = total / total.std()
    return unit


def local_relief(control: Floats) -> Doubles:
    """Range (N, h, w) of each cell's 3 x 3 neighbourhood."""
    values = np.pad(np.asarray(control, dtype=np.float64), ((0, 0), (1, 1), (1, 1)), mode="edge")
    height, width = control.shape[1:]
    around = [values[:, y : y + height, x : x + width] for y in range(3) for x in range(3)]
    relief: Doubles = np.max(around, axis=0) - np.min(around, axis=0)
    return relief


def _upsample_axis(values: Doubles, factor: int, margin: int, axis: int) -> Doubles:
    cells = values.shape[axis]
    if cells < 2 * margin + 1:
        raise ValueError(f"{cells} cells leave nothing inside a margin of {margin}.")
    around = [(0, 0)] * values.ndim
    around[axis] = (2, 2)
    if cells > 2:
        padded = np.pad(values, around, mode="reflect", reflect_type="odd")
    else:
        padded = np.pad(values, around, mode="edge")
    place = (np.arange((cells - 2 * margin) * factor) + 0.5) / factor - 0.5 + margin
    first = np.floor(place).astype(np.int64)
    t = (place - first).reshape([-1 if n == axis else 1 for n in range(values.ndim)])
    taps = (
        ((2 - t) * t - 1) * t / 2,
        ((3 * t - 5) * t * t + 2) / 2,
        ((4 - 3 * t) * t + 1) * t / 2,
        (t - 1) * t * t / 2,
    )
    result: Doubles = taps[0] * np.take(padded, first + 1, axis)
    for offset in (1, 2, 3):
        result += taps[offset] * np.take(padded, first + 1 + offset, axis)
    return result


def _fine_shape(control: Floats, factor: int) -> tuple[int, int, int]:
    count, height, width = control.shape
    return (count, height * factor, width * factor)


def _without_block_means(detail: Doubles, factor: int) -> Doubles:
    """The detail less its own upsampled block means, twice: once leaves a tenth of them."""
    for _ in range(2):
        detail = detail - bicubic_upsample(block_mean(detail, factor), factor)
    return detail


def _assemble(control: Floats, detail: Doubles, factor: int, margin: int) -> NDArray[np.float32]:
    cut = margin * factor
    height, width = detail.shape[1:]
    inside = detail[:, cut : height - cut, cut : width - cut]
    return (bicubic_upsample(control, factor, margin) + inside).astype(np.float32)


def _inner_side(patches: Floats, factor: int) -> int:
    return min(_inside(patches, factor).shape[1:])


def _inner_spectrum(patches: Floats, factor: int) -> Doubles:
    """Mean radial spectrum without the rim: its blocks were interpolated from half their sides."""
    side = _inner_side(patches, factor)
    mean: Doubles = radial_spectrum(_inside(patches, factor)[:, :side, :side]).mean(axis=0)
    return mean


def _inside(patches: Floats, factor: int) -> Floats:
    """Patches without their outer ring of blocks, where that leaves enough to measure."""
    if min(patches.shape[1:]) < 4 * factor:
        return patches
    return patches[:, factor:-factor, factor:-factor]


def _line_through_bins(relief: Floats, strength: Floats, bins: int = 24) -> tuple[float, float]:
    """Intercept and slope, neither negative, of the strength (root mean square) over relief."""
    edges = np.unique(np.quantile(relief, np.linspace(0, 1, bins + 1)))
    if len(edges) < 3:
        return float(np.sqrt((strength**2).mean())), 0.0
    place = np.clip(np.searchsorted(edges, relief, side="right") - 1, 0, len(edges) - 2)
    count = np.maximum(np.bincount(place), 1)
    across = np.bincount(place, relief) / count
    up = np.sqrt(np.bincount(place, strength**2) / count)
    per_relief, base = np.polyfit(across, up, 1, w=np.sqrt(count))
    if base < 0:
        return 0.0, float((across * up * count).sum() / (across**2 * count).sum())
    if per_relief < 0:
        return float(np.sqrt((strength**2).mean())), 0.0
    return float(base), float(per_relief)
