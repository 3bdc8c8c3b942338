"""From a device's tensor to an array that outlives it."""

from __future__ import annotations

import torch
from torch import Tensor

from ..tiling import FloatArray, lasting_array


def as_array(values: Tensor) -> FloatArray:
    """``values`` in memory of their own (see :func:`core.tiling.lasting_array`)."""
    array = lasting_array(tuple(values.shape))
    torch.from_numpy(array).copy_(values)
    return array
