"""How a town's lines are drawn: a table that travels as weights."""

from __future__ import annotations

from dataclasses import replace

import torch
from torch import Tensor, nn

from ..town_lines import OTHERS, ROADS, LineKind


class TownLines(nn.Module):
    """Widths in metres, first of `ROADS`, then of `OTHERS`."""

    def __init__(self) -> None:
        super().__init__()
        self.widths_m: Tensor
        widths = [kind.width_m for kind in (*ROADS, *OTHERS)]
        self.register_buffer("widths_m", torch.tensor(widths))

    def kinds(self) -> tuple[tuple[LineKind, ...], tuple[LineKind, ...]]:
        """Of streets, and of other lines."""
        widths = [float(width) for width in self.widths_m]
        both = [replace(kind, width_m=one) for kind, one in zip((*ROADS, *OTHERS), widths)]
        return tuple(both[: len(ROADS)]), tuple(both[len(ROADS) :])
