"""How near generated imagery comes to real imagery; fixed before anything was trained.

Patches are reflectance ``(N, 4, S, S)`` (blue, green, red, near infrared) with class indices
``(N, S, S)``. Every figure is also taken between two real sets, which is the best to be hoped for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional as F

from ..landcover import CLASSES, LEARNT
from ..nets.imagery import MEAN_LOG, SPREAD_LOG, to_log
from .features import RandomFeatures, kernel_interval, standardise
from .metrics import Bootstrap, Doubles, Floats, Interval, radial_spectrum, spectrum_distances

Codes = NDArray[np.uint8]
Segmenter = Callable[[Floats], Codes]
"""Class indices ``(N, S, S)`` of reflectance ``(N, 4, S, S)``."""

LEAST_CLASS_PX = 2000
EDGE_SCALES = (1, 2, 4)
ALIGNED_PX = 5


@dataclass(frozen=True)
class Patches:
    """Reflectance ``(N, 4, S, S)`` and the class indices ``(N, S, S)`` it should show."""

    reflectance: Floats
    classes: Codes

    def logs(self) -> Floats:
        values: Floats = to_log(torch.from_numpy(self.reflectance)).numpy()
        return values


class ImageryFeatures(RandomFeatures):
    """The fixed random network's view of colour, as far as neighbouring scenes share it."""

    def of_images(self, patches: Patches, batch: int = 16) -> Doubles:
        """Features (N, 992)."""
        logs = (patches.logs() - MEAN_LOG) / SPREAD_LOG
        parts = [
            self.respond(torch.from_numpy(logs[first : first + batch]))
            for first in range(0, len(logs), batch)
        ]
        return np.concatenate(parts)


def compare(
    real: Patches, other: Patches, segment: Segmenter, bootstrap: Bootstrap
) -> dict[str, Interval]:
    """All figures of ``other`` against ``real``; the sets need not show the same places."""
    network = ImageryFeatures()
    of_real, of_other = network.of_images(real), network.of_images(other)
    ours, theirs = standardise(of_real, of_real, of_other)
    figures = {"kid": kernel_interval(ours, theirs, bootstrap)}
    for name, bands in (("visible", (0, 1, 2)), ("infrared", (3,))):
        ours, theirs = (radial_spectrum(one.logs()[:, bands].mean(1)) for one in (real, other))
        figures[f"spectrum_{name}_db"] = bootstrap.compare(ours, theirs, spectrum_distances)
    edges = edge_distance(real, other)
    figures["edges_w1"] = Interval(edges, edges, edges)
    colour = class_colour_distance(real, other)
    figures["class_colour_w1"] = Interval(colour, colour, colour)
    agreement = (segment(other.reflectance) == other.classes).mean((1, 2))
    figures["agreement"] = bootstrap.mean(agreement, 1)
    return figures


def class_colour_distance(real: Patches, other: Patches, quantiles: int = 200) -> float:
    """Mean Wasserstein-1 distance of log reflectance in real standard deviations.

    Mean over bands and over the classes that both sets show, each by its share.
    """
    ours, theirs = real.logs(), other.logs()
    at = (np.arange(quantiles) + 0.5) / quantiles
    total, weight = 0.0, 0.0
    for index in range(LEARNT):
        inside, there = real.classes == index, other.classes == index
        if min(inside.sum(), there.sum()) < LEAST_CLASS_PX:
            continue
        share = float(inside.mean())
        for band in range(ours.shape[1]):
            values, others = ours[:, band][inside], theirs[:, band][there]
            gap = np.abs(np.quantile(values, at) - np.quantile(others, at)).mean()
            total += share * float(gap / max(values.std(), 1e-6)) / ours.shape[1]
        weight += share
    return total / weight if weight else float("nan")


def class_agreement(given: Codes, wanted: Codes) -> Mapping[str, float]:
    """Share of each class's pixels that are recognised as such."""
    found = {}
    for index, entry in enumerate(CLASSES[:LEARNT]):
        inside = wanted == index
        if inside.any():
            found[entry.name] = float((given[inside] == index).mean())
    return found


def edge_distance(real: Patches, other: Patches, quantiles: int = 200) -> float:
    """Mean Wasserstein-1 distance of how steep edges are, and how well aligned, in real standard
    deviations; over pixels and means of 2 x 2 and of 4 x 4.

    Added after the others, because a Gaussian texture passes them: its power is right, and there
    is no line or field in it.
    """
    ours, theirs = (torch.from_numpy(one.logs()).mean(1, keepdim=True) for one in (real, other))
    at = torch.from_numpy((np.arange(quantiles) + 0.5) / quantiles)
    gaps = []
    for scale in EDGE_SCALES:
        pairs = zip(_edges(F.avg_pool2d(ours, scale)), _edges(F.avg_pool2d(theirs, scale)))
        for one, two in pairs:
            have, there = (torch.from_numpy(np.quantile(v.numpy(), at)) for v in (one, two))
            gaps.append(float((have - there).abs().mean() / one.std()))
    return sum(gaps) / len(gaps)


def _edges(brightness: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """How steep brightness is at each pixel, and how alike its direction around: 0 to 1."""
    east = (brightness[..., 1:-1, 2:] - brightness[..., 1:-1, :-2]) / 2.0
    south = (brightness[..., 2:, 1:-1] - brightness[..., :-2, 1:-1]) / 2.0
    products = torch.cat([east * east, south * south, east * south], 1)
    along, across, both = F.avg_pool2d(products, ALIGNED_PX, 1).unbind(1)
    apart = ((along - across).square() + 4.0 * both.square()).sqrt()
    return (east.square() + south.square()).sqrt(), apart / (along + across).clamp_min(1e-12)
