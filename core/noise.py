"""Portable counter-based random numbers, addressed by position on a world lattice.

A value depends on (seed, salt, layer, channel, row, column) only. It is made of 32-bit integer
multiplications, xors and shifts, so numpy and torch, on any device, give the same bits. The 2-D
tail is the finaliser of MurmurHash3 with the constants of Wellons' ``lowbias32``; rows are mixed
beforehand, so that only one finaliser is spent per cell. One hash gives four channels of one byte.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from .tiling import Rect

if TYPE_CHECKING:
    import torch

_MASK = 0xFFFFFFFF
_ROW, _COL = 0x9E3779B1, 0x27D4EB2F
_MIX_1, _MIX_2, _MIX_3 = 0x7FEB352D, 0x846CA68B, 0x2C1B3C6D
BYTES_PER_HASH = 4
# A byte b becomes (b - 127.5) / 64: uniform, mean 0, standard deviation 1.155, exact in float32.
BYTE_CENTRE, BYTE_SCALE = 127.5, 1.0 / 64.0


def _finalise(value: int) -> int:
    value ^= value >> 16
    value = (value * _MIX_1) & _MASK
    value ^= value >> 15
    value = (value * _MIX_2) & _MASK
    return value ^ (value >> 16)


def stream_key(seed: int, salt: int, layer: int, group: int) -> int:
    """The 32-bit key of one noise plane; every 64-bit ``seed`` gives its own."""
    key = 0
    for word in (seed & _MASK, (seed >> 32) & _MASK, salt & _MASK, layer & _MASK, group & _MASK):
        key = _finalise((key * 0x01000193 + word + 0x9E3779B9) & _MASK)
    return key


def hash_plane(key: int, rect: Rect) -> NDArray[np.uint32]:
    """32 random bits for every cell of ``rect``, shape ``(H, W)``."""
    rows = (np.arange(rect.y0, rect.y1, dtype=np.int64) & _MASK).astype(np.uint32)
    cols = (np.arange(rect.x0, rect.x1, dtype=np.int64) & _MASK).astype(np.uint32)
    with np.errstate(over="ignore"):
        rows = rows * np.uint32(_ROW) ^ np.uint32(key)
        rows ^= rows >> np.uint32(15)
        rows *= np.uint32(_MIX_3)
        rows ^= rows >> np.uint32(12)
        bits = rows[:, None] + (cols * np.uint32(_COL))[None, :]
        bits ^= bits >> np.uint32(16)
        bits *= np.uint32(_MIX_1)
        bits ^= bits >> np.uint32(15)
        bits *= np.uint32(_MIX_2)
        bits ^= bits >> np.uint32(16)
    return bits


def lattice_noise(
    seed: int, salt: int, layer: int, channels: int, rect: Rect
) -> NDArray[np.float32]:
    """Uniform noise of mean 0 and standard deviation 1.155, shape ``(channels, H, W)``."""
    out = np.empty((channels, *rect.shape), dtype=np.float32)
    for channel in range(channels):
        group, byte = divmod(channel, BYTES_PER_HASH)
        if byte == 0:
            bits = hash_plane(stream_key(seed, salt, layer, group), rect)
        part = (bits >> np.uint32(8 * byte)) & np.uint32(0xFF)
        out[channel] = (part.astype(np.float32) - np.float32(BYTE_CENTRE)) * np.float32(BYTE_SCALE)
    return out


def _signed(value: int) -> int:
    value &= _MASK
    return value - (1 << 32) if value >= 1 << 31 else value


def _shift(value: torch.Tensor, bits: int) -> torch.Tensor:
    return (value >> bits) & ((1 << (32 - bits)) - 1)


def torch_lattice_noise(
    seed: int, salt: int, layer: int, channels: int, rect: Rect, device: torch.device
) -> torch.Tensor:
    """The same bits as :func:`lattice_noise`, as a float32 tensor on ``device``."""
    import torch

    rows0 = torch.tensor(
        [_signed(row) for row in range(rect.y0, rect.y1)], dtype=torch.int32, device=device
    )
    cols = torch.tensor(
        [_signed(col) for col in range(rect.x0, rect.x1)], dtype=torch.int32, device=device
    ) * _signed(_COL)
    planes = []
    for group in range(-(-channels // BYTES_PER_HASH)):
        rows = (rows0 * _signed(_ROW)) ^ _signed(stream_key(seed, salt, layer, group))
        rows = (rows ^ _shift(rows, 15)) * _signed(_MIX_3)
        rows = rows ^ _shift(rows, 12)
        bits = rows[:, None] + cols[None, :]
        bits = (bits ^ _shift(bits, 16)) * _signed(_MIX_1)
        bits = (bits ^ _shift(bits, 15)) * _signed(_MIX_2)
        bits = bits ^ _shift(bits, 16)
        for byte in range(min(BYTES_PER_HASH, channels - group * BYTES_PER_HASH)):
            planes.append(((bits >> (8 * byte)) & 0xFF).to(torch.float32))
    return (torch.stack(planes) - BYTE_CENTRE) * BYTE_SCALE
