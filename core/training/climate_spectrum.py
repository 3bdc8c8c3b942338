"""Loss on how strong departures are at each wave length, over many batches.

A critic and a score look at values, of which the finest scales are a thousandth part: grain that an
eye sees at once costs next to nothing there. In decibels every scale counts alike. The spectra of
differences between months hold the memory of each scale, those of sums of the variables their bond.
"""

from __future__ import annotations

import torch
from torch import Tensor

MEMORY = 0.93
# Beyond this, in nats, a scale that is far off pulls no harder.
FARTHEST = 2.0
FAINTEST = 1e-6
# Of months, how they follow each other, how years differ, and the bond of the variables.
PAIR_WEIGHTS = (0.6, 0.6, 0.6, 0.6, 1.2, 1.2, 2.0, 2.0, 0.6, 0.6)


class SpectrumBalance:
    """Averages of the real and the generated power, of means and in rings of cycles per patch.

    Batches of another ``kind`` have averages of their own.
    """

    def __init__(self, size: int, device: torch.device) -> None:
        self._window = _hann(size, device)
        self._rings = _ring_weights(size, device)
        self._weights = torch.tensor(PAIR_WEIGHTS, device=device)[:, None]
        self._averages: dict[int, Tensor] = {}

    def loss(self, real: Tensor, fake: Tensor, kind: int) -> Tensor:
        """Its gradient is that of the mean squared log ratio; its value means nothing.

        Departures ``(N, 3, 2, S, S)``: three months, two variables; NaN where unknown in ``real``.
        """
        known = real.isfinite().all(-1).all(-1)
        weight = _known_pairs(known).float()
        filled = torch.where(known[..., None, None], real, torch.zeros_like(real))
        share = weight.sum(0).clamp_min(1e-6)
        powers = [
            (self._power(_pairs(part)) * weight[..., None]).sum(0) / share[..., None]
            for part in (filled, torch.where(known[..., None, None], fake, torch.zeros_like(fake)))
        ]
        now = torch.stack([power.detach() for power in powers])
        seen = (weight.sum(0) > 0)[None, :, None]
        before = self._averages.get(kind)
        if before is None:
            average = torch.where(seen, now, torch.ones_like(now))
        else:
            average = torch.where(seen, before + (1.0 - MEMORY) * (now - before), before)
        self._averages[kind] = average
        gap = ((average[1] + FAINTEST) / (average[0] + FAINTEST)).log()
        pull = gap.clamp(-FARTHEST, FARTHEST) / (average[1] + FAINTEST)
        return 2.0 * (self._weights * pull * powers[1] * seen[0]).mean()

    def gaps(self, kind: int) -> Tensor:
        """Generated over real power in decibels, ``(pairs, rings)``."""
        real, fake = self._averages[kind]
        decibels: Tensor = 10.0 * ((fake + FAINTEST) / (real + FAINTEST)).log10()
        return decibels

    def _power(self, values: Tensor) -> Tensor:
        """``(N, pairs, S, S)`` to the power of the mean and in each ring, ``(N, pairs, rings)``."""
        mean = values.mean((-2, -1), keepdim=True)
        spectrum = torch.fft.rfft2((values - mean) * self._window)
        power = spectrum.real.square() + spectrum.imag.square()
        return torch.cat([mean[..., 0].square(), power.flatten(-2) @ self._rings], -1)


def _pairs(values: Tensor) -> Tensor:
    """``(N, 3, 2, S, S)`` to months, their differences, and sums and differences of variables."""
    first, second, third = values.unbind(1)
    parts = [first, second, second - first, third - first]
    both = [first[:, :1] + first[:, 1:], first[:, :1] - first[:, 1:]]
    return torch.cat([*parts, *both], 1)


def _known_pairs(known: Tensor) -> Tensor:
    first, second, third = known.unbind(1)
    both = first[:, :1] & first[:, 1:]
    return torch.cat([first, second, second & first, third & first, both, both], 1)


def _hann(size: int, device: torch.device) -> Tensor:
    row = torch.hann_window(size, periodic=False, device=device)
    return row[:, None] * row[None, :]


def _ring_weights(size: int, device: torch.device) -> Tensor:
    """Weights that take the mean of rings 1 to S / 2 - 1, ``(S * (S / 2 + 1), rings)``."""
    rows = torch.fft.fftfreq(size, 1.0 / size, device=device)
    columns = torch.fft.rfftfreq(size, 1.0 / size, device=device)
    ring = torch.hypot(rows[:, None], columns[None, :]).round().flatten()
    twice = torch.where((columns % (size // 2)) != 0, 2.0, 1.0).expand(size, -1).flatten()
    wanted = torch.arange(1, size // 2, device=device)
    share = (ring[:, None] == wanted).float() * twice[:, None]
    return share / share.sum(0)
