"""Adversarial losses: the relativistic pairing of R3GAN, and the classic one of DCGAN."""

from __future__ import annotations

from typing import Protocol

import torch
from torch import Tensor
from torch.nn import functional as F


class AdversarialLoss(Protocol):
    """Losses from critic logits of real and generated patches, any shape."""

    regularised: bool

    def critic(self, real: Tensor, fake: Tensor) -> Tensor: ...

    def generator(self, real: Tensor, fake: Tensor) -> Tensor: ...


class RelativisticLoss:
    """Relativistic pairing (Jolicoeur-Martineau 2019; Huang et al. 2024), with R1 and R2."""

    regularised = True

    def critic(self, real: Tensor, fake: Tensor) -> Tensor:
        return F.softplus(fake - real).mean()

    def generator(self, real: Tensor, fake: Tensor) -> Tensor:
        return F.softplus(real - fake).mean()


class BinaryCrossEntropyLoss:
    """The non-saturating loss of Goodfellow et al. 2014, as DCGAN (Radford et al. 2016) uses it."""

    regularised = False

    def critic(self, real: Tensor, fake: Tensor) -> Tensor:
        return (F.softplus(-real).mean() + F.softplus(fake).mean()) / 2

    def generator(self, real: Tensor, fake: Tensor) -> Tensor:
        return F.softplus(-fake).mean()


PRESETS: dict[str, AdversarialLoss] = {
    "relativistic": RelativisticLoss(),
    "dcgan": BinaryCrossEntropyLoss(),
}


def gradient_penalty(logits: Tensor, inputs: Tensor) -> Tensor:
    """Mean squared norm of the critic's gradient (R1 on real, R2 on generated input)."""
    per_patch = logits.float().mean(tuple(range(1, logits.ndim))).sum()
    (gradient,) = torch.autograd.grad(per_patch, inputs, create_graph=True)
    return gradient.float().square().sum((1, 2, 3)).mean()
