"""Convolutions that give the same bits whatever library the program around them has loaded."""

from __future__ import annotations

from functools import partial

import torch
from torch import Tensor, nn


def use_one_kernel(net: nn.Module) -> None:
    """Have every convolution of a network on the CPU computed by oneDNN.

    torch sends the smallest ones through BLAS, whose symbols a host program's own BLAS takes over:
    QGIS's processes and plain Python then differ in the last bit. Without oneDNN nothing changes.
    """
    if not torch.backends.mkldnn.is_available():
        return
    for layer in net.modules():
        if isinstance(layer, nn.Conv2d):
            layer.forward = partial(_convolve, layer)  # type: ignore[method-assign]


def _convolve(layer: nn.Conv2d, x: Tensor) -> Tensor:
    out: Tensor = torch.ops.aten.mkldnn_convolution(
        x,
        layer.weight,
        layer.bias,
        list(layer.padding),
        list(layer.stride),
        list(layer.dilation),
        layer.groups,
    )
    return out
