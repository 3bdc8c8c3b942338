"""Ways out for water: hollows of drawn ground are breached along the cheapest path.

A network that draws pixel after pixel knows no river, and hollows remain where real valleys drain.
As for real elevation models (Lindsay 2016), the ground between a hollow and the nearest lower
ground is lowered, along the path that moves the least ground. What is cut away is given to the
pixels around, so that means stay. A pixel depends on those less than `BREACH_MARGIN` away, never
on its tile.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

REACH = 5
"""How many pixels from a hollow lower ground is looked for."""
BREACH_MARGIN = 12
"""Twice the reach and one, whole blocks of 4."""
_SIDE = 2 * REACH + 1
_STRAIGHT = ((-1, 0), (0, -1), (0, 1), (1, 0))
_SLANTING = ((-1, -1), (-1, 1), (1, -1), (1, 1))
_NEIGHBOURS = _STRAIGHT + _SLANTING
_WAY = 0.1
"""What a step costs beside the ground moved, as a share of the hollow's lowest rim."""
_LEAST_WAY_M = 1e-6
_WALL_M = 1e9
_CHUNK = 512


def breached(surfaces: Tensor, block: int, least: float, above_m: float = -_WALL_M) -> Tensor:
    """``surfaces`` ``(N, 1, h, w)``, metres in float64, with their hollows breached.

    Means of ``block x block`` pixels stay, counted from its corner. Hollows less deep than
    ``least`` times the deviation of the ground around them stay too, as real ground has such, and
    so do those that do not lie above ``above_m``.
    """
    return torch.cat([_breached(one, block, least, above_m) for one in surfaces.split(1)])


def _breached(surface: Tensor, block: int, least: float, above_m: float) -> Tensor:
    walled = F.pad(surface, (REACH,) * 4, value=_WALL_M)[0, 0]
    pits = _pits(surface, above_m)
    if not len(pits):
        return surface
    cuts = [_cuts(walled, some, least) for some in pits.split(_CHUNK)]
    at, lowest = (torch.cat(parts).flatten() for parts in zip(*cuts))
    lowered = walled.flatten().scatter_reduce(0, at, lowest, "amin")
    lowered = lowered.unflatten(0, walled.shape)[REACH:-REACH, REACH:-REACH]
    return _same_means(surface[0, 0], lowered, block)[None, None]


def _cuts(walled: Tensor, pits: Tensor, least: float) -> tuple[Tensor, Tensor]:
    """Flat indices into ``walled``, and the metres that they are to have at most; any shape."""
    offset = torch.arange(_SIDE, device=walled.device)
    rows, cols = (pits[:, :1] + offset, pits[:, 1:] + offset)
    places = rows[:, :, None] * walled.shape[1] + cols[:, None, :]
    windows = walled.flatten()[places]
    bottom = windows[:, REACH, REACH]
    path, heights, leads_out = _paths(windows, bottom, _costs(windows, bottom))
    at = places.flatten(1).gather(1, path.clamp_min(0))
    cut = torch.where(path >= 0, walled.flatten()[at] - heights, 0.0)
    wanted = leads_out & (cut.amax(1) > least * _deviation(windows))
    return at, torch.where((path >= 0) & wanted[:, None], heights, _WALL_M)


def _pits(surface: Tensor, above_m: float) -> Tensor:
    """Rows and columns ``(n, 2)`` of pixels lower than all their neighbours."""
    around = F.pad(surface, (1,) * 4, value=-_WALL_M)[0, 0]
    height, width = surface.shape[-2:]
    found = surface[0, 0] > above_m
    for down, right in _NEIGHBOURS:
        found &= surface[0, 0] < around[1 + down :, 1 + right :][:height, :width]
    return found.nonzero()


def _costs(windows: Tensor, bottom: Tensor) -> Tensor:
    """What the cheapest path from the middle to each pixel costs, walled: ``(side + 2, .., n)``."""
    # Windows last: the middle of small arrays is slow to work on.
    over = (windows - bottom[:, None, None]).float().permute(1, 2, 0).contiguous()
    ring = [over[REACH + down, REACH + right] for down, right in _NEIGHBOURS]
    over = over.clamp_min_(0.0).add_(_WAY * torch.stack(ring).amin(0) + _LEAST_WAY_M)
    diagonal = over * 2.0**0.5
    costs = over.new_full((_SIDE + 2, _SIDE + 2, len(bottom)), _WALL_M)
    costs[REACH + 1, REACH + 1] = 0.0
    straight, slanting = torch.empty_like(over), torch.empty_like(over)
    for _ in range(2 * REACH):
        for nearest, ways, price in (
            (straight, _STRAIGHT, over),
            (slanting, _SLANTING, diagonal),
        ):
            one, two, three, four = (
                costs[1 + down :, 1 + right :][:_SIDE, :_SIDE] for down, right in ways
            )
            torch.minimum(one, two, out=nearest)
            torch.minimum(nearest, three, out=nearest)
            torch.minimum(nearest, four, out=nearest).add_(price)
        inner = costs[1:-1, 1:-1]
        torch.minimum(inner, straight.minimum(slanting), out=inner)
    return costs


def _paths(windows: Tensor, bottom: Tensor, costs: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Pixels between the nearest lower ground and the middle, and the heights they are to have.

    Indices into a flat window ``(n, 2 * REACH)``, -1 where there are no more; metres; whether
    there is such a way.
    """
    flat = costs.movedim(-1, 0).flatten(1)
    inner = costs[1:-1, 1:-1].movedim(-1, 0)
    ways_out = torch.where(windows < bottom[:, None, None], inner, 2.0 * _WALL_M).flatten(1)
    best, here = ways_out.min(1)
    found = best < _WALL_M
    going = found
    end = windows.flatten(1).gather(1, here[:, None])[:, 0]
    middle = REACH * _SIDE + REACH
    steps = torch.tensor([y * (_SIDE + 2) + x for y, x in _NEIGHBOURS], device=here.device)
    sides = torch.tensor([y * _SIDE + x for y, x in _NEIGHBOURS], device=here.device)
    path = []
    for _ in range(2 * REACH):
        in_costs = (here // _SIDE + 1) * (_SIDE + 2) + here % _SIDE + 1
        nearest = flat.gather(1, in_costs[:, None] + steps).argmin(1)
        here = torch.where(going, here + sides[nearest], here)
        going = going & (here != middle)
        path.append(torch.where(going, here, -1))
    track = torch.stack(path, 1)
    number = torch.arange(1, 2 * REACH + 1, device=here.device)
    count = (track >= 0).sum(1, keepdim=True) + 1.0
    return track, end[:, None] + (bottom - end)[:, None] * number / count, found & ~going


def _deviation(windows: Tensor) -> Tensor:
    """Of the ground within reach, without walls."""
    inside = (windows < _WALL_M).to(windows)
    count = inside.sum((1, 2))
    mean = (windows * inside).sum((1, 2)) / count
    apart = (windows - mean[:, None, None]) * inside
    return (apart.square().sum((1, 2)) / count).sqrt()


def _same_means(ground: Tensor, lowered: Tensor, block: int) -> Tensor:
    """``lowered`` with what was cut away given to the other pixels of each block.

    The higher a pixel, the more it gets, so that no valley floor is raised into a dam.
    """
    height, width = ground.shape
    shape = (height // block, block, width // block, block)
    cut, low = (ground - lowered).reshape(shape), lowered.reshape(shape)
    above = low - low.amin((1, 3), keepdim=True) + _LEAST_WAY_M
    above = torch.where(cut == 0.0, above, 1e-3 * _LEAST_WAY_M)
    share = cut.sum((1, 3), keepdim=True) / above.sum((1, 3), keepdim=True)
    return (low + share * above).reshape(height, width)
