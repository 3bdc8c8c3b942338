"""One set of terrain patches as per-patch summaries, from which every statistic is a weighted sum.

A bootstrap then never touches a pixel again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from . import drainage, terrain_metrics
from .features import RandomFeatures
from .metrics import Doubles, Floats, radial_spectrum

_CHUNK_PX = 1 << 20


@dataclass(frozen=True)
class EvaluationOptions:
    """How terrain is measured; equal for all sets of one evaluation."""

    resamples: int = 50
    seed: int = 0
    pixels_per_patch: int = 1024
    """Pixels of each patch that enter the histograms."""
    drainage_patches: int = 100
    """Patches, evenly chosen, that drainage is followed on: the dearest part."""
    search_cells: int = 12
    """Line of sight of landforms; never more than a quarter of a patch."""
    flat_degrees: float = 1.0
    minimum_slope: float = 0.02
    """Rise over run above which a pixel's aspect counts."""
    valley_threshold_cells: int = 100
    nearest: int = 3
    """Neighbours that precision and recall reach to."""


@dataclass(frozen=True)
class PatchSummaries:
    """What is kept of a set of N patches."""

    samples: Mapping[str, Floats]
    """Pixel values (N, S), NaN where a pixel does not count."""
    spectra: Doubles
    """Radial power (N, rings)."""
    forms: Doubles
    """Landform counts (N, 10)."""
    shares: Mapping[str, Doubles]
    """Figures per patch (N,)."""
    features: Doubles


def summarise(
    patches: Floats,
    pixel_size_m: Floats,
    options: EvaluationOptions,
    network: RandomFeatures,
) -> PatchSummaries:
    """Summaries of patches (N, S, S) with pixel sizes (N,)."""
    samples, shares = _surface(patches, pixel_size_m, options)
    flow, drained = _drainage(patches, pixel_size_m, options)
    samples["flow"] = flow
    shares.update(drained)
    forms = terrain_metrics.geomorphons(
        patches,
        pixel_size_m,
        search_cells=min(options.search_cells, min(patches.shape[1:]) // 4),
        flat_degrees=options.flat_degrees,
    )
    return PatchSummaries(
        samples=samples,
        spectra=radial_spectrum(patches),
        forms=terrain_metrics.geomorphon_counts(forms),
        shares=shares,
        features=network(patches, pixel_size_m),
    )


def evenly(count: int, wanted: int) -> NDArray[np.int64]:
    """At most ``wanted`` indices, evenly spread over ``count``."""
    indices: NDArray[np.int64] = np.rint(np.linspace(0, count - 1, min(count, wanted))).astype(int)
    return indices


def _surface(
    patches: Floats, pixel_size_m: Floats, options: EvaluationOptions
) -> tuple[dict[str, Floats], dict[str, Doubles]]:
    names = ("slope", "aspect", "profile", "tangential", "laplacian")
    parts: dict[str, list[Floats]] = {name: [] for name in names}
    steepness = []
    for some, size in _chunks(patches, pixel_size_m):
        bend = terrain_metrics.curvatures(some, size)
        slopes = terrain_metrics.slope(some, size)
        steepness.append(slopes.mean(axis=(1, 2), dtype=np.float64))
        values = {
            "slope": slopes,
            "aspect": terrain_metrics.aspect(some, size, minimum_slope=options.minimum_slope),
            "profile": bend.profile,
            "tangential": bend.tangential,
            "laplacian": bend.laplacian,
        }
        for name in names:
            parts[name].append(_thinned(values[name], options))
    samples = {name: np.concatenate(parts[name]) for name in names}
    shares = {
        "mean_slope": np.concatenate(steepness),
        "level": terrain_metrics.level_share(patches),
    }
    return samples, shares


def _drainage(
    patches: Floats, pixel_size_m: Floats, options: EvaluationOptions
) -> tuple[Floats, dict[str, Doubles]]:
    chosen = evenly(len(patches), options.drainage_patches)
    logs: list[Floats] = []
    found: dict[str, list[Doubles]] = {"sinks": [], "depressions": [], "valleys": []}
    for some, size in _chunks(patches[chosen], pixel_size_m[chosen]):
        flow = drainage.flow_directions(some)
        accumulation = drainage.flow_accumulation(flow)
        filled = drainage.fill_depressions(some, flow)
        # Pixels on the rim receive nothing from outside, so they would only dilute the histogram.
        logs.append(_thinned(np.log(accumulation[:, 2:-2, 2:-2]), options))
        found["sinks"].append(drainage.pit_share(flow))
        found["depressions"].append(drainage.depression_share(some, filled))
        found["valleys"].append(
            drainage.valley_density(
                flow, accumulation, size, threshold_cells=options.valley_threshold_cells
            )
        )
    return np.concatenate(logs), {name: np.concatenate(parts) for name, parts in found.items()}


def _chunks(patches: Floats, pixel_size_m: Floats) -> list[tuple[Floats, Floats]]:
    step = max(1, _CHUNK_PX // (patches.shape[1] * patches.shape[2]))
    starts = range(0, len(patches), step)
    return [(patches[at : at + step], pixel_size_m[at : at + step]) for at in starts]


def _thinned(values: Floats, options: EvaluationOptions) -> Floats:
    """The same randomly chosen pixels of each patch (N, pixels)."""
    flat = values.reshape(len(values), -1)
    pixels = flat.shape[1]
    if pixels <= options.pixels_per_patch:
        return flat.astype(np.float32)
    rng = np.random.default_rng([options.seed, pixels])
    chosen = np.sort(rng.choice(pixels, options.pixels_per_patch, replace=False))
    return flat[:, chosen].astype(np.float32)
