"""Judges generated terrain against real terrain, beside real against real and the baselines.

Real terrain differs from real terrain; a candidate can only be asked to differ about as little.
``real_a`` and ``real_b`` should therefore be drawn alike: patches of the same places, shuffled.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Optional

import numpy as np

from ..errors import InputError
from .features import (
    RandomFeatures,
    kernel_interval,
    memorisation_ratio,
    precision_recall,
    standardise,
)
from .metrics import (
    Bootstrap,
    Doubles,
    Floats,
    Interval,
    angle_counts,
    angular_deviation,
    block_mean_error,
    circular_distances,
    linear_distances,
    shared_edges,
    spectrum_distances,
    value_counts,
)
from .report import Report
from .summaries import EvaluationOptions, PatchSummaries, evenly, summarise
from .terrain_metrics import PixelSize

_LINEAR = ("slope", "profile", "tangential", "laplacian", "flow")
_SHARES = ("sinks", "depressions", "valleys", "level")
_SMALLEST_PX = 32


def evaluate_terrain(
    real_a: Floats,
    real_b: Floats,
    candidates: Mapping[str, Floats],
    pixel_size_m: PixelSize,
    controls: Optional[Floats] = None,
    factor: Optional[int] = None,
    *,
    training: Optional[Floats] = None,
    options: Optional[EvaluationOptions] = None,
) -> Report:
    """Measure every candidate, and ``real_b``, against ``real_a``.

    All sets are square patches (N, S, S) of elevation in metres without nodata; larger sets are
    thinned evenly to the smallest. ``pixel_size_m`` may be one per patch where all sets are
    equally long and in the same order. ``controls`` (N, S/factor, S/factor) are what the
    candidates were made from; ``training`` patches allow the memorisation ratio.
    """
    options = options if options is not None else EvaluationOptions()
    sets = {"real_a": real_a, "real_b": real_b, **candidates}
    if len(sets) != len(candidates) + 2:
        raise InputError("candidates", list(candidates), "'real_a' and 'real_b' name real sets.")
    for name, patches in sets.items():
        _check(name, patches, real_a)
    count = min(len(patches) for patches in sets.values())
    network = RandomFeatures()
    summaries = {}
    for name, patches in sets.items():
        chosen = evenly(len(patches), count)
        sizes = _sizes(pixel_size_m, len(patches))[chosen]
        summaries[name] = summarise(patches[chosen], sizes, options, network)
    trained = None
    if training is not None:
        _check("training", training, real_a)
        if np.ndim(pixel_size_m):
            raise InputError(
                "training", None, "Training patches need one pixel size for all patches."
            )
        trained = network(training, pixel_size_m)
    comparison = _Comparison(summaries["real_a"], summaries["real_b"], trained, options)
    real_real = comparison.figures(summaries["real_b"])
    figures = {name: comparison.figures(summaries[name]) for name in candidates}
    if controls is not None and factor is not None:
        for name, patches in candidates.items():
            figures[name]["control"] = _control(patches, controls, factor, options)
    return Report(
        patches=count,
        patch_size_px=real_a.shape[1],
        pixel_size_m=float(np.mean(pixel_size_m)),
        real_real=real_real,
        indistinct=comparison.indistinct(real_real),
        candidates=figures,
        levels={
            "real": comparison.levels(summaries["real_a"], 0),
            **{name: comparison.levels(summaries[name], 1) for name in candidates},
        },
    )


class _Comparison:
    """Everything against ``real_a``."""

    def __init__(
        self,
        real_a: PatchSummaries,
        real_b: PatchSummaries,
        training: Optional[Doubles],
        options: EvaluationOptions,
    ) -> None:
        self._real = real_a
        self._reference = np.concatenate((real_a.features, real_b.features))
        self._training = training
        self._options = options
        self._bootstrap = Bootstrap(options.resamples, options.seed)

    def figures(self, other: PatchSummaries) -> dict[str, Interval]:
        real, bootstrap = self._real, self._bootstrap
        found = {}
        for name in _LINEAR:
            found[name] = self._linear(real.samples[name], other.samples[name])
        found["aspect"] = self._circular(real.samples["aspect"], other.samples["aspect"])
        found["spectrum"] = bootstrap.compare(real.spectra, other.spectra, spectrum_distances)
        found["geomorphons"] = bootstrap.compare(real.forms, other.forms, _total_variations)
        for name in _SHARES:
            found[name] = bootstrap.compare(
                real.shares[name][:, None], other.shares[name][:, None], _differences
            )
        found.update(self._in_features(other))
        return found

    def indistinct(self, real_real: Mapping[str, Interval]) -> dict[str, float]:
        """By how much real sets differ; for single shares, their 95 % interval's half width."""
        limits = {name: figure.value for name, figure in real_real.items()}
        for name in _SHARES:
            mean = self._bootstrap.mean(self._real.shares[name], 0)
            limits[name] = max(limits[name], (mean.high - mean.low) / 2)
        limits["kid"] = real_real["kid"].high
        return limits

    def levels(self, one: PatchSummaries, side: int) -> dict[str, Interval]:
        return {name: self._bootstrap.mean(one.shares[name], side) for name in sorted(one.shares)}

    def _linear(self, real: Floats, other: Floats) -> Interval:
        edges = shared_edges(real, other)
        deviation = float(np.std(real, dtype=np.float64))
        if len(edges) < 2 or deviation == 0:
            same = bool(np.array_equal(np.unique(real), np.unique(other)))
            figure = 0.0 if same else float("inf")
            return Interval(figure, figure, figure)

        def distance(first: Doubles, second: Doubles) -> Doubles:
            return linear_distances(first, second, edges) / deviation

        return self._bootstrap.compare(
            value_counts(real, edges), value_counts(other, edges), distance
        )

    def _circular(self, real: Floats, other: Floats) -> Interval:
        if not np.isfinite(real).any() or not np.isfinite(other).any():
            figure = 0.0 if not (np.isfinite(real).any() or np.isfinite(other).any()) else np.inf
            return Interval(figure, figure, figure)
        deviation = angular_deviation(real)

        def distance(first: Doubles, second: Doubles) -> Doubles:
            return circular_distances(first, second) / deviation

        return self._bootstrap.compare(angle_counts(real), angle_counts(other), distance)

    def _in_features(self, other: PatchSummaries) -> dict[str, Interval]:
        real, seen = standardise(self._reference, self._real.features, other.features)
        bootstrap = self._bootstrap
        precise, recalled = precision_recall(real, seen, nearest=self._options.nearest)
        found = {
            "kid": kernel_interval(real, seen, bootstrap),
            "precision": bootstrap.mean(precise.astype(np.float64), 1),
            "recall": bootstrap.mean(recalled.astype(np.float64), 0),
        }
        if self._training is not None:
            trained = standardise(self._reference, self._training)[0]
            ratio = memorisation_ratio(seen, real, trained)
            found["memorisation"] = Interval(ratio, ratio, ratio)
        return found


def _control(
    patches: Floats, controls: Floats, factor: int, options: EvaluationOptions
) -> Interval:
    error = block_mean_error(patches, controls, factor)
    weights = Bootstrap(options.resamples, options.seed).weights(len(patches), 1)
    total = weights.sum(axis=1)
    squares, relief = weights @ error.squared_error / total, weights @ error.relief / total
    return Bootstrap.interval(np.sqrt(squares) / np.maximum(relief, np.finfo(np.float64).tiny))


def _total_variations(real: Doubles, other: Doubles) -> Doubles:
    real_share = real / real.sum(axis=1, keepdims=True)
    other_share = other / other.sum(axis=1, keepdims=True)
    variation: Doubles = np.abs(real_share - other_share).sum(axis=1) / 2
    return variation


def _differences(real: Doubles, other: Doubles) -> Doubles:
    # As row 0 of the weights, so every row: divided by the patches, hence a mean.
    difference: Doubles = np.abs(real - other)[:, 0]
    return difference


def _sizes(pixel_size_m: PixelSize, count: int) -> Doubles:
    sizes = np.asarray(pixel_size_m, dtype=np.float64)
    if sizes.ndim and len(sizes) != count:
        raise InputError(
            "pixel_size_m",
            len(sizes),
            f"{len(sizes)} pixel sizes were given for {count} patches. Give one per patch, and "
            "sets of equal length, or one for all.",
        )
    return np.broadcast_to(sizes, (count,))


def _check(name: str, patches: Floats, real: Floats) -> None:
    shape = patches.shape
    if len(shape) != 3 or shape[1] != shape[2] or shape[1] < _SMALLEST_PX or shape[0] < 2:
        raise InputError(
            name,
            shape,
            f"Set '{name}' has the shape {shape}. Evaluation needs at least 2 square patches of "
            f"at least {_SMALLEST_PX} px, as (N, S, S).",
        )
    if shape[1:] != real.shape[1:]:
        raise InputError(
            name,
            shape,
            f"Patches of '{name}' are {shape[1]} px wide, the real ones {real.shape[1]}.",
        )
    if not np.isfinite(patches).all():
        raise InputError(
            name, None, f"Set '{name}' holds nodata or infinite heights. Leave such patches out."
        )
