"""Tiles at another size: halved, or cut out of a coarser one. Classes are never mixed.

Arrays are ``(H, W)``, or ``(C, H, W)`` where a picture needs several bands.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .tiling import FloatArray, block_means

Indices = NDArray[np.int64]


def halved(values: FloatArray, *, classes: bool) -> FloatArray:
    """Means of two by two pixels, or the commonest of their classes."""
    if classes:
        return _commonest(values)
    bands = values.reshape(-1, *values.shape[-2:])
    means = block_means(bands, 2)
    return means.reshape(*values.shape[:-2], *means.shape[-2:])


def _commonest(codes: FloatArray) -> FloatArray:
    """Of four codes the one that two or more share; of two such pairs, or of four different ones,
    the one that the north-western pixel has part in."""
    a, b = codes[..., 0::2, 0::2], codes[..., 0::2, 1::2]
    c, d = codes[..., 1::2, 0::2], codes[..., 1::2, 1::2]
    others = np.where((b == c) | (b == d), b, np.where(c == d, c, a))
    found: FloatArray = np.where((a == b) | (a == c) | (a == d), a, others)
    return found


def enlarged(
    values: FloatArray, row: int, col: int, levels: int, *, classes: bool = False
) -> FloatArray:
    """The tile at ``row`` and ``col`` out of the one ``levels`` coarser that covers it.

    ``values`` have an apron of a pixel on every side. Bilinear; classes are repeated.
    """
    factor = 1 << levels
    side = values.shape[-1] - 2
    own = side // factor
    first_row, first_col = (row % factor) * own, (col % factor) * own
    if classes:
        inner = values[..., 1:-1, 1:-1]
        part = inner[..., first_row : first_row + own, first_col : first_col + own]
        return part.repeat(factor, axis=-2).repeat(factor, axis=-1)
    rows, below, down = _taps(first_row, side, factor)
    cols, beside, over = _taps(first_col, side, factor)
    tall = values[..., rows, :] * (1.0 - down)[:, None] + values[..., below, :] * down[:, None]
    wide: FloatArray = tall[..., cols] * (1.0 - over) + tall[..., beside] * over
    return wide.astype(np.float32)


def _taps(first: int, side: int, factor: int) -> tuple[Indices, Indices, FloatArray]:
    """Two coarse pixels for each finer one, from coarse pixel ``first`` on; the second's share."""
    where = first + (np.arange(side) + 0.5) / factor + 0.5
    low = where.astype(np.int64)
    return low, low + 1, (where - low).astype(np.float32)
