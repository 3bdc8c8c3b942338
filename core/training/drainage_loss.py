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

# The flow is traced on the processor; a few patches of a batch are enough.
PATCHES = 4
# Depths beyond this count less and less: many shallow hollows hold up more rivers than a deep one.
SHALLOW = 0.05


def drainage_loss(elevation: Tensor, unit: Tensor) -> Tensor:
    """How much of the ground lies in closed depressions, and how deep.

    ``elevation`` and ``unit``, in which depth counts, are ``(N, 1, H, W)`` metres. The gradient
    raises what lies below its spill level, and lowers the outlet in proportion to the root of the
    area that waits behind it.
    """
    surface = elevation[:PATCHES, 0]
    hollow, outlet = _hollows(surface.detach().float().cpu().numpy())
    if not hollow.size:
        return surface.sum() * 0.0
    outlets, which, area = np.unique(outlet, return_inverse=True, return_counts=True)
    heights = (elevation / unit)[:PATCHES, 0].flatten()
    cells, behind, passes, waiting = (
        torch.from_numpy(one).to(elevation.device)
        for one in (hollow, outlet, outlets, np.sqrt(area).astype(np.float32))
    )
    raised = _cost(heights[behind].detach() - heights[cells]).sum()
    deepest = torch.full_like(heights[passes], torch.inf).detach()
    index = torch.from_numpy(which).to(elevation.device)
    deepest = deepest.scatter_reduce(0, index, heights[cells].detach(), "amin")
    lowered = (_cost(heights[passes] - deepest) * waiting).sum()
    return (raised + lowered) / heights.numel()


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
