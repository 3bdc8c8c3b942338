"""A loss on what the land of one class is made of: colours, edges and grain at several scales.

Responses of random small filters are compared as sorted samples (sliced Wasserstein distance,
Rabin et al. 2011), class by class: it says at once what a critic takes long to say.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

SCALES = (1, 2, 4, 8)
FILTERS, PLAIN, SAMPLES = 22, 8, 640
LEAST_SPREAD = 0.04
LOWEST, HIGHEST = 0.005, 0.995


def class_texture_loss(real: Tensor, fake: Tensor, shares: Tensor) -> Tensor:
    """Mean misfit of sorted filter responses.

    ``real`` and ``fake`` ``(N, 4, H, W)`` are log reflectance over the same land cover, less the
    class's mean and in units of its spread. Edges and grain are compared patch by patch, in one
    class of each, drawn by its share. Colours are compared over all patches together: which of a
    class's colours a place has is not to be foretold, only how often each of them comes.
    """
    drawn = torch.multinomial(shares.mean((2, 3)), 1)[:, 0]
    mask = shares[torch.arange(len(shares), device=shares.device), drawn][:, None]
    total = real.new_zeros(())
    for scale in SCALES:
        kernels = _random_filters(real.shape[1], real.device)
        inside = F.avg_pool2d(mask, 3 * scale, scale).flatten(1)
        responses = []
        for one in (real, fake):
            pooled = F.avg_pool2d(one, scale) if scale > 1 else one
            responses.append(F.conv2d(pooled, kernels).flatten(2))
        weights = (inside[:, : responses[0].shape[2]] - 0.6).clamp_min(0.0) + 1e-6
        wanted, got = (_samples(values, weights) for values in responses)
        total = total + _misfit(wanted[:, PLAIN:], got[:, PLAIN:])
        total = total + _misfit(*(one[:, :PLAIN].movedim(0, 1).flatten(1) for one in (wanted, got)))
    return total / len(SCALES)


def lattice_loss(units: Tensor, period: int = 4) -> Tensor:
    """How far the mean at each place of a ``period`` x ``period`` lattice is from the mean of all.

    ``units`` ``(N, 4, H, W)``. A checkerboard has even steps, so `phase_loss` does not see it.
    """
    n, bands, height, width = units.shape
    rows, cols = height // period, width // period
    cut = units[..., : rows * period, : cols * period]
    means = cut.reshape(n, bands, rows, period, cols, period).mean((0, 2, 4))
    return (means - means.mean((1, 2), keepdim=True)).square().mean()


def _random_filters(bands: int, device: torch.device) -> Tensor:
    """The bands and mixtures of them as they are, then edges and grain."""
    kernels = torch.randn(FILTERS, bands, 3, 3, device=device) / 3.0
    kernels[PLAIN:] -= kernels[PLAIN:].mean((2, 3), keepdim=True)
    mixture = torch.randn(FILTERS, bands, 1, 1, device=device)
    # Bands rise and fall together: hue shows in their differences only.
    mixture -= mixture.mean(1, keepdim=True)
    half = (FILTERS + PLAIN) // 2
    kernels[half:] = kernels[half:, :1] * mixture[half:]
    kernels[:PLAIN] = 0.0
    kernels[:PLAIN, :, 1, 1] = mixture[:PLAIN, :, 0, 0] / bands**0.5
    kernels[:bands, :, 1, 1] = torch.eye(bands, device=device)
    # A pixel shuffle is prone to checkerboards, which hardly show in a mixture of other grain.
    line = torch.tensor([1.0, -2.0, 1.0], device=device) / 2.0
    kernels[PLAIN : PLAIN + 2 * bands] = 0.0
    across = bool(torch.rand(()) < 0.5)
    for band in range(bands):
        kernels[PLAIN + band, band] = line[:, None] * line[None, :]
        bend = kernels[PLAIN + bands + band, band]
        bend[:, 1] = line
        if across:
            kernels[PLAIN + bands + band, band] = bend.T.clone()
    return kernels


def _samples(values: Tensor, weights: Tensor) -> Tensor:
    """Responses ``(N, filters, SAMPLES)`` at places drawn by weight."""
    places = torch.multinomial(weights, SAMPLES, replacement=True)
    return values.float().gather(2, places[:, None].expand(-1, values.shape[1], -1))


def _misfit(wanted: Tensor, got: Tensor) -> Tensor:
    """Of samples along the last axis, in the spread of those wanted; outliers count less."""
    unit = wanted.std(-1, keepdim=True) + LEAST_SPREAD
    apart = (got.sort(-1).values - wanted.sort(-1).values) / unit
    count = apart.shape[-1]
    kept = slice(int(count * LOWEST), int(count * HIGHEST))
    return F.huber_loss(apart[..., kept], torch.zeros_like(apart[..., kept]), delta=1.0)
