"""Parcels of land: strips of fields."""

from __future__ import annotations

import torch

from ...core.inference.terrain import lattice_noise
from ...core.nets.parcels import PARCEL_REACH_PX, parcel_places
from ...core.tiling import Rect

NOISE = lattice_noise(3, 1, torch.device("cpu"))
TILE = Rect(-200, 200, 100, 500)


def places(tile: Rect) -> tuple[torch.Tensor, torch.Tensor]:
    """Rows and columns of the pixels that parcels stand for."""
    inner = tile.grow(PARCEL_REACH_PX)
    flat = parcel_places(tile, inner, NOISE)
    return flat // inner.width + inner.y0, flat % inner.width + inner.x0


def test_a_parcel_is_within_reach_of_its_pixels() -> None:
    rows, cols = places(TILE)
    far_y = (rows - torch.arange(TILE.y0, TILE.y1)[:, None]).abs()
    far_x = (cols - torch.arange(TILE.x0, TILE.x1)[None, :]).abs()
    assert max(int(far_y.max()), int(far_x.max())) < PARCEL_REACH_PX


def test_parcels_do_not_depend_on_the_tile() -> None:
    part = Rect(-57, 101, 233, 377)
    for whole, alone in zip(places(TILE), places(part)):
        rows, cols = part.slices_in(TILE)
        assert torch.equal(whole[rows, cols], alone)


def test_parcels_are_as_large_as_fields() -> None:
    rows, cols = places(TILE)
    _, counts = torch.unique(rows * 10_000 + cols, return_counts=True)
    whole = counts[counts > 20].double()
    assert 150 < float(whole.median()) < 700
