"""The map networks' channels: what steers them, and how they speak of classes.

``region`` gives the share of each ground class in cells of 64 m from noise, ``town`` in cells of
16 m from those, and ``streets`` the classes at 2 m; all are world-anchored generators.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from ..map_classes import GROUND_CLASSES, MapClass

CLASSES = len(GROUND_CLASSES)
CELL_PX = 8
"""Side of a cell of the town stage in pixels of the street stage."""
REGION_CELLS = 4
"""Side of a cell of the region stage in cells of the town stage."""

_BUILT = (MapClass.BUILT_UP, MapClass.WORKS, MapClass.MINOR_ROAD, MapClass.MAJOR_ROAD)
_GREEN = (MapClass.FOREST, MapClass.PARK)
_STREETS = (MapClass.MINOR_ROAD, MapClass.MAJOR_ROAD)
DESCRIPTORS = ("built_share", "green_share", "water_share", "street_share")
"""Shares of a neighbourhood that a user may wish for, in the order of the steering channels."""
STEERING_CHANNELS = 2 * len(DESCRIPTORS)
_SCALE = (1.0, 1.0, 1.0, 4.0)


def describe(shares: Tensor, stride: int) -> Tensor:
    """Descriptors ``(N, 4, H, W)`` of blocks of ``stride`` cells, as the network is told them."""
    means = F.avg_pool2d(shares, stride)
    groups = (_BUILT, _GREEN, (MapClass.WATER,), _STREETS)
    parts = [means[:, [int(code) for code in group]].sum(1, keepdim=True) for group in groups]
    scale = torch.tensor(_SCALE, device=shares.device)[None, :, None, None]
    return torch.cat(parts, 1) * scale


def descriptor_signal(name: str, share: float) -> float:
    """One descriptor, 0 to 1, as the network was told it in training."""
    return share * _SCALE[DESCRIPTORS.index(name)]


def one_hot(codes: Tensor) -> Tensor:
    """Codes ``(N, H, W)`` of ground classes as shares 0 or 1, ``(N, 11, H, W)`` float32."""
    known = torch.arange(CLASSES, device=codes.device)[None, :, None, None]
    return (codes[:, None] == known).float()


def share_control(shares: Tensor) -> Tensor:
    """What a network is fed of shares: themselves, and where lines run, in plain sight."""
    lines = shares[:, int(MapClass.PATH) :]
    return torch.cat([shares * 2.0 - 0.5, (lines / 0.15).tanh()], 1)


SHARE_CHANNELS = CLASSES + CLASSES - int(MapClass.PATH)
