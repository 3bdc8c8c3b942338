"""Distances between sets of terrain patches in the features of a fixed random network.

A random convolutional network is a fair judge: nobody trained it, and nobody can train for it.
Its weights come from integer arithmetic of our own, so they never change with a library.
"""

from __future__ import annotations

import numpy as np
import torch
import torch.nn.functional as functional
from numpy.typing import NDArray

from .metrics import Bootstrap, Doubles, Floats, Interval
from .terrain_metrics import PixelSize

_WIDTHS = (4, 16, 32, 64, 128, 256)
_CLIP = 4.0


class RandomFeatures:
    """Means and deviations (N, 992) of a random network's channels at five scales.

    Input is elevation less the patch's mean, its slopes and its small bumps, so the features
    see shape and not height above the sea.
    """

    def __init__(self, seed: int = 1) -> None:
        self._weights = []
        start = 0
        for inputs, outputs in zip(_WIDTHS, _WIDTHS[1:]):
            count = outputs * inputs * 9
            numbers = _random_numbers(seed, start, count) * (2.0 / (inputs * 9)) ** 0.5
            kernel = numbers.reshape(outputs, inputs, 3, 3).astype(np.float32)
            self._weights.append(torch.from_numpy(kernel))
            start += count

    def __call__(self, patches: Floats, pixel_size_m: PixelSize, batch: int = 8) -> Doubles:
        """Features (N, 992) of elevation patches (N, H, W) of at least 16 px."""
        if min(patches.shape[-2:]) < 16:
            raise ValueError(f"Features need patches of at least 16 px, not {patches.shape[-2:]}.")
        sizes = np.broadcast_to(np.asarray(pixel_size_m, dtype=np.float32), len(patches))
        parts = []
        for first in range(0, len(patches), batch):
            some = np.array(patches[first : first + batch], dtype=np.float32)
            size = np.array(sizes[first : first + batch])
            parts.append(self._features(torch.from_numpy(some), torch.from_numpy(size)))
        return np.concatenate(parts)

    def _features(self, ground: torch.Tensor, size: torch.Tensor) -> Doubles:
        return self.respond(_surface(ground[:, None], size[:, None, None, None]))

    @torch.inference_mode()
    def respond(self, layer: torch.Tensor) -> Doubles:
        """Features (N, 992) of four channels (N, 4, H, W) of about unit spread."""
        found = []
        for kernel in self._weights:
            layer = functional.leaky_relu(functional.conv2d(layer, kernel, padding=1), 0.2)
            mean = layer.mean((2, 3))
            variance = layer.square().mean((2, 3)) - mean.square()  # far faster than std
            found += [mean, variance.clamp_min(0).sqrt()]
            layer = functional.avg_pool2d(layer, 2)
        values: Doubles = torch.cat(found, 1).double().numpy()
        return values


def standardise(reference: Doubles, *sets: Doubles) -> list[Doubles]:
    """Each set in the reference's means and deviations, cut at 4 deviations."""
    centre, spread = reference.mean(axis=0), reference.std(axis=0)
    spread = np.where(spread > 1e-9, spread, 1.0)
    return [np.clip((features - centre) / spread, -_CLIP, _CLIP) for features in sets]


def kernel_distance(real: Doubles, other: Doubles) -> float:
    """Unbiased KID (Binkowski et al. 2018): about 0 for equal distributions, or just below."""
    return kernel_interval(real, other, Bootstrap(0, 0)).value


def kernel_interval(real: Doubles, other: Doubles, bootstrap: Bootstrap) -> Interval:
    """KID with its 95 % interval over patches."""
    weights, opposite = bootstrap.weights(len(real), 0), bootstrap.weights(len(other), 1)
    across = ((weights @ _kernel(real, other)) * opposite).sum(axis=1)
    across /= weights.sum(axis=1) * opposite.sum(axis=1)
    within = _within(real, weights) + _within(other, opposite)
    return bootstrap.interval(within - 2 * across, floor=None)


def precision_recall(
    real: Doubles, other: Doubles, *, nearest: int = 3
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which others lie among the real (M,), and which real among the others (N,).

    The means are precision and recall (Kynkaanniemi et al. 2019), with balls that reach to the
    ``nearest``-th neighbour.
    """
    apart = distances(real, other)
    real_reach = np.sort(distances(real, real), axis=1)[:, min(nearest, len(real) - 1)]
    other_reach = np.sort(distances(other, other), axis=1)[:, min(nearest, len(other) - 1)]
    precise = (apart <= real_reach[:, None]).any(axis=0)
    recalled = (apart <= other_reach[None, :]).any(axis=1)
    return precise, recalled


def memorisation_ratio(
    generated: Doubles, held_out: Doubles, training: Doubles, *, quantile: float = 0.01
) -> float:
    """How near the nearest generated patches come to a training patch, per held-out real ones.

    1 where generated patches keep the distance real ones keep; near 0 where they are copies.
    """
    reached = np.quantile(distances(generated, training).min(axis=1), quantile)
    usual = np.quantile(distances(held_out, training).min(axis=1), quantile)
    return float(reached / usual) if usual > 0 else float("nan")


def distances(first: Doubles, second: Doubles) -> Doubles:
    """Euclidean distances (N, M) of features (N, D) and (M, D)."""
    squares = (first**2).sum(axis=1)[:, None] + (second**2).sum(axis=1)[None, :]
    apart: Doubles = np.sqrt(np.maximum(squares - 2 * first @ second.T, 0.0))
    return apart


def _surface(ground: torch.Tensor, size: torch.Tensor) -> torch.Tensor:
    """Height, both slopes and bumps (N, 4, H, W), each about 1 in mountains."""
    height = ground - ground.mean((2, 3), keepdim=True)
    east = functional.pad(height[..., 1:] - height[..., :-1], (0, 1)) / size
    south = functional.pad(height[..., 1:, :] - height[..., :-1, :], (0, 0, 0, 1)) / size
    around = functional.avg_pool2d(functional.pad(height, (1, 1, 1, 1), mode="replicate"), 3, 1)
    bumps = torch.asinh((around - height) / (0.09 * size))
    return torch.cat((height / 300, east * 3, south * 3, bumps), 1)


def _random_numbers(seed: int, start: int, count: int) -> Doubles:
    """Numbers of mean 0 and variance 1, near normal: splitmix64 of a counter, four sums of 16 bits.

    Only integer steps and one exact scaling, hence the same on every machine.
    """
    state = np.arange(start + 1, start + count + 1, dtype=np.uint64)
    state = state * np.uint64(0x9E3779B97F4A7C15) + np.uint64(seed) * np.uint64(0xD1342543DE82EF95)
    state = (state ^ (state >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    state = (state ^ (state >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    state = state ^ (state >> np.uint64(31))
    total = np.zeros(count)
    for shift in (0, 16, 32, 48):
        total += ((state >> np.uint64(shift)) & np.uint64(0xFFFF)).astype(np.float64)
    numbers: Doubles = (total - 2 * 65535.0) / 65536.0 * 3.0**0.5
    return numbers


def _kernel(first: Doubles, second: Doubles) -> Doubles:
    values: Doubles = (first @ second.T / first.shape[1] + 1) ** 3
    return values


def _within(features: Doubles, weights: Doubles) -> Doubles:
    """Mean kernel of two different patches of one set, for each row of weights."""
    kernel = _kernel(features, features)
    pairs = ((weights @ kernel) * weights).sum(axis=1) - weights**2 @ np.diag(kernel)
    drawn = weights.sum(axis=1) ** 2 - (weights**2).sum(axis=1)
    # A redrawn set may be one patch over and over: it holds no two different ones.
    mean: Doubles = pairs / np.where(drawn > 0, drawn, np.nan)
    return mean
