"""Loss on water that cannot leave: hollows are paid for by their bottom and by their outlet.

Ordinary ground drains: rivers have cut the outlets of hollows down. A critic that looks at patches
learns this late, because one pixel too high at an outlet is hardly seen.
"""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from .drainage import fill_depressions, flow_directions
from .metrics import Floats

# Of a batch; the flow is traced on the processor.
PATCHES = 4
MEMORY = 0.98
# Depths beyond this count less and less: many shallow hollows hold up more rivers than a deep one.
SHALLOW = 0.05


class DrainageBalance:
    """:func:`drainage_cost` as far as it exceeds that of real ground, by averages over batches.

    Real ground has hollows too, of its own and of its survey's. Each ``group`` of ground has an
    average of its own, for those of gentle ground would hide those of mountains.
    """

    def __init__(self, groups: int) -> None:
        self._real, self._fake = torch.zeros(groups), torch.zeros(groups)

    def loss(self, real: Tensor, fake: Tensor, group: Tensor) -> Tensor:
        """From the costs ``(N,)`` of real and generated patches of ``group`` ``(N,)``."""
        numbers = torch.arange(len(self._real), device=group.device)
        member = (group == numbers[:, None]).float()
        self._real = _followed(self._real.to(group.device), real.detach(), member)
        self._fake = _followed(self._fake.to(group.device), fake.detach(), member)
        excess = (1.0 - self._real / self._fake.clamp_min(1e-6)).clamp(0.0, 1.0)
        return (excess[group] * fake).mean()

    def mean_costs(self) -> tuple[float, float]:
        """Of real and of generated ground, lately."""
        return float(self._real.mean()), float(self._fake.mean())


def _followed(average: Tensor, costs: Tensor, member: Tensor) -> Tensor:
    count = member.sum(1)
    return average + (1.0 - MEMORY) * (member @ costs - count * average)


def drainage_cost(elevation: Tensor, unit: Tensor) -> Tensor:
    """How much of the ground of each patch lies in closed depressions, and how deep, ``(N,)``.

    ``elevation`` and ``unit``, in which depth counts, are ``(N, 1, H, W)`` metres. The gradient
    raises what lies below its spill level, and lowers the outlet in proportion to the root of the
    area that waits behind it.
    """
    cost = elevation.flatten(1)[:, 0] * 0.0
    hollow, outlet = _hollows(elevation[:, 0].detach().float().cpu().numpy())
    if not hollow.size:
        return cost
    outlets, which, area = np.unique(outlet, return_inverse=True, return_counts=True)
    heights = (elevation / unit).flatten()
    cells, behind, passes, index, waiting = (
        torch.from_numpy(one).to(elevation.device)
        for one in (hollow, outlet, outlets, which, np.sqrt(area).astype(np.float32))
    )
    size = elevation[0].numel()
    raised = _cost(heights[behind].detach() - heights[cells])
    deepest = torch.full_like(heights[passes], torch.inf).detach()
    deepest = deepest.scatter_reduce(0, index, heights[cells].detach(), "amin")
    lowered = _cost(heights[passes] - deepest) * waiting
    cost = cost.index_add(0, cells // size, raised)
    return cost.index_add(0, passes // size, lowered) / size


def _cost(depth: Tensor) -> Tensor:
    return (depth.clamp_min(0.0) / SHALLOW).log1p()


def _hollows(ground: Floats) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Flat indices of the cells below their spill level, and for each that of its outlet."""
    filled = fill_depressions(ground, flow_directions(ground))
    hollow = np.flatnonzero(filled > ground)
    # An outlet is the cell of its patch whose height is the spill level, to the last bit.
    patch = hollow // ground[0].size
    outlet = np.empty(hollow.size, dtype=np.int64)
    for number in np.unique(patch):
        mine = patch == number
        heights = ground[number].ravel()
        order = np.argsort(heights, kind="stable")
        found = np.searchsorted(heights[order], filled.ravel()[hollow[mine]])
        outlet[mine] = order[found] + number * heights.size
    return hollow, outlet
