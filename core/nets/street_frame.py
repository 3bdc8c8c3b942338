"""How streets lie around a place: their direction, how close they are, and to which side.

Two scales of the structure tensor (Bigün & Granlund 1987) of the streets of a map, for a network
that builds along them.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from ..map_classes import MapClass

_SCALES = (2, 6)
"""Reaches in cells of the windows, which are averaged over twice."""
FRAME_CHANNELS = 7 * len(_SCALES)
FRAME_MARGIN = 2 * max(_SCALES) + 2
"""Cells around those that are wanted."""
_STREET = {MapClass.PATH: 0.4, MapClass.MINOR_ROAD: 1.0, MapClass.MAJOR_ROAD: 1.0}
_FAINTEST = 2e-4


def street_frame(codes: Tensor, cell_px: int) -> Tensor:
    """From codes ``(N, H, W)`` to ``(N, FRAME_CHANNELS, h, w)``, without ``FRAME_MARGIN`` cells.

    For each scale: cosine and sine of twice and of four times the direction across the streets,
    share of streets, and its slope.
    """
    streets = torch.zeros(codes.shape, device=codes.device)
    for code, weight in _STREET.items():
        streets = torch.where(codes == int(code), weight, streets)
    soft = streets[:, None]
    for _ in range(2):
        soft = F.avg_pool2d(soft, 3, 1, 1)
    # The outermost cells, which edges reach, are cut off below.
    gy, gx = torch.gradient(soft, dim=(2, 3))
    parts = torch.cat([gx * gx - gy * gy, 2.0 * gx * gy, gx * gx + gy * gy, soft], 1)
    cells = F.avg_pool2d(parts, cell_px)
    out = [_frame(cells, reach) for reach in _SCALES]
    return torch.cat(out, 1)


def _frame(cells: Tensor, reach: int) -> Tensor:
    spare = FRAME_MARGIN - 2 * reach - 1
    cells = cells[..., spare:-spare, spare:-spare]
    for _ in range(2):
        cells = F.avg_pool2d(cells, 2 * reach + 1, 1)
    inner = cells[..., 1:-1, 1:-1]
    cos, sin = (inner[:, at : at + 1] / (inner[:, 2:3] + _FAINTEST) for at in (0, 1))
    near = cells[:, 3:]
    return torch.cat(
        [
            cos,
            sin,
            cos * cos - sin * sin,
            2.0 * cos * sin,
            4.0 * near[..., 1:-1, 1:-1],
            6.0 * reach * (near[..., 2:, 1:-1] - near[..., :-2, 1:-1]),
            6.0 * reach * (near[..., 1:-1, 2:] - near[..., 1:-1, :-2]),
        ],
        1,
    )
