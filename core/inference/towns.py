"""The stages of a town: lattice after lattice, then its classes in fine pixels."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from ..card import Stage
from ..cascade import control_rect, noise_salt
from ..engine import TileRequest
from ..nets.town_lines import TownLines
from ..nets.town_links import links, loose_ends
from ..nets.town_refiner import LAST_M, Choice, TownNet, TownRefiner, steering_of
from ..nets.town_state import (
    CHANNELS,
    SIDES,
    TURNS,
    UNKNOWN_LAND,
    angle_near,
    features,
    inherited,
    place_near,
)
from ..nets.town_votes import votes
from ..nets.wag import crop
from ..tiling import FloatArray
from ..town_drawing import LAND_PX, town_codes
from .arrays import as_array
from .chances import chances, drawn_code
from .maps import FAMILY, wishes

SHARPEST_M, SHARPNESS = 64.0, 1.25
"""On lattices as fine as that, what logits of ground and of kinds of lines are multiplied by: what
is rather unlikely is left out, as it speckles ground and breaks lines."""
PLACE_SHARPNESS = 2.0
_OF_SIDE = 3
"""Chances that a side takes: for its kind, its place and its direction."""


class TownStage:
    """One lattice of a town from the one before; gives ``(CHANNELS, tile, tile)``.

    The last one is of ground only. Its sides are those of the cells that its own are quarters of.
    """

    def __init__(self, net: TownNet, stage: Stage, model_id: str, device: torch.device) -> None:
        self.net, self.stage, self.device = net, stage, device
        self.cell_m = stage.pixel_sizes_m[0]
        self.salt = noise_salt(FAMILY, f"town {self.cell_m:g}")
        self.sharpness = SHARPNESS if self.cell_m <= SHARPEST_M else 1.0

    def compute(self, request: TileRequest) -> FloatArray:
        level = self.net.level(self.cell_m)
        plan = level.plan(request.tile)
        told, state, is_open, coarse = self._beginning(request, level)
        steering = steering_of(wishes(request.settings)).to(self.device)
        ground = level.read(told, steering.expand(-1, -1, *plan.coarse.shape))
        whole, fine = plan.state, plan.state.refine(2)
        decided = torch.zeros(1, *fine.shape, device=self.device)
        layers = 1 + _OF_SIDE * len(level.choices)
        chance, _ = chances(request.seed, self.salt, 0, layers, fine, self.device)
        undecided = is_open.to(state.dtype)
        for turn, (row, col) in enumerate(TURNS):
            rect = plan.turns[turn]
            around = rect.grow(1).refine(2)
            near = crop(state, fine, around).clone()
            now = features(near, crop(decided, fine, around))
            x = level.consider(crop(ground, plan.turns[0], rect), now, turn).float()
            rows, cols = rect.slices_in(whole)
            own = (
                ...,
                slice(2 * rows.start + row, 2 * rows.stop, 2),
                slice(2 * cols.start + col, 2 * cols.stop, 2),
            )
            asked = crop(undecided, fine, around).clone()
            cells = Cells(turn, near, asked, is_open[own][0], chance[own])
            state[own] = _decided(level, x, cells, self.sharpness)
            decided[own], undecided[own] = 1.0, 0.0
        out = crop(state, fine, request.tile)
        if self.cell_m == LAST_M and coarse is not None:
            sides = coarse.repeat_interleave(2, 2).repeat_interleave(2, 3)
            out[:, 1:] = crop(sides, plan.coarse.refine(2), request.tile)[:, 1:]
        return as_array(out[0])

    def _beginning(
        self, request: TileRequest, level: TownRefiner
    ) -> tuple[Tensor, Tensor, Tensor, Tensor | None]:
        """Features of the coarse cells, the fine state that follows from them, which of its sides
        are open, and the coarse state, if there is any."""
        plan = level.plan(request.tile)
        if request.control is None:
            nothing = torch.zeros(1, CHANNELS, *plan.coarse.shape, device=self.device)
            nothing[:, 0] = UNKNOWN_LAND
            state = torch.zeros(1, CHANNELS, *plan.state.refine(2).shape, device=self.device)
            state[:, 0] = UNKNOWN_LAND
            is_open = torch.ones(1, len(SIDES), *state.shape[2:], dtype=torch.bool)
            told = features(nothing, torch.zeros_like(nothing[:, 0]))
            return told, state, is_open.to(self.device), None
        have = control_rect(self.stage, request.tile)
        given = torch.from_numpy(np.ascontiguousarray(request.control))[None].to(self.device)
        coarse = crop(given, have, plan.coarse)
        state, is_open = inherited(crop(given, have, plan.state))
        return features(coarse, torch.ones_like(coarse[:, 0])), state, is_open, coarse


@dataclass(frozen=True)
class Cells:
    """Those of a ``turn``: all states around them ``(1, CHANNELS, H, W)`` and what is undecided of
    these ``(1, len(SIDES), H, W)``, both changed as the sides are decided; which sides are open
    ``(len(SIDES), h, w)``, and the chances of the cells ``(layers, h, w)``."""

    turn: int
    around: Tensor
    undecided: Tensor
    is_open: Tensor
    chance: Tensor


def _decided(level: TownRefiner, x: Tensor, cells: Cells, sharpness: float) -> Tensor:
    """The state of cells of which ``x`` ``(1, hidden, h, w)`` is known."""
    row, col = TURNS[cells.turn]
    own = (..., slice(2 + row, -2, 2), slice(2 + col, -2, 2))
    state, chance = cells.around[own], cells.chance
    logits = level.land(x)[0].movedim(0, -1).flatten(0, 1)
    shares = (logits * sharpness).softmax(1)
    land = drawn_code(shares, chance[0].flatten()).view(x.shape[2:])
    state[0, 0] = land
    x = level.with_land(x, land[None])
    for index, side in enumerate(SIDES[: len(level.choices)]):
        choice = level.choice(index)
        voted = votes(cells.around, cells.turn, index)
        linked = links(cells.around, cells.undecided, cells.turn, index)
        x = level.next_side(x, index, voted, linked)
        layer = 1 + _OF_SIDE * index
        asked = cells.is_open[index]
        drawn = chance[layer : layer + _OF_SIDE][:, asked]
        kinds = choice.kinds(x, linked) * sharpness
        kinds = kinds - loose_ends(cells.around, cells.undecided, cells.turn, index)
        rows, mine, logits = (part[0].movedim(0, -1)[asked] for part in (x, voted, kinds))
        found = _side(choice, rows, mine, logits, drawn)
        for step, values in enumerate(found):
            state[0, side.channel + step][asked] = values
        cells.undecided[:, index][own] = 0.0
        x = x + choice.tell(*(state[:, side.channel + step] for step in range(_OF_SIDE)))
    return state


def _side(
    choice: Choice, rows: Tensor, voted: Tensor, kinds: Tensor, chance: Tensor
) -> tuple[Tensor, Tensor, Tensor]:
    """Kind, place and direction of sides of which ``rows`` ``(n, hidden)`` and the logits of their
    ``kinds`` are known."""
    kind = drawn_code(kinds.softmax(1), chance[0])
    place, angle = torch.zeros_like(chance[0]), torch.zeros_like(chance[0])
    there = kind > 0
    logits, known = choice.places(rows[there], kind[there], voted[there])
    shares = (logits * PLACE_SHARPNESS).softmax(1)
    place[there] = place_near(shares, drawn_code(shares, chance[1][there]))
    logits = choice.angles(known, place[there], voted[there])
    shares = (logits * PLACE_SHARPNESS).softmax(1)
    angle[there] = angle_near(shares, drawn_code(shares, chance[2][there]))
    return kind.to(place.dtype), place, angle


class StreetStage:
    """Codes of ground classes at 2 m from a town's finest lattice; gives ``(1, tile, tile)``."""

    def __init__(self, net: TownLines, stage: Stage, model_id: str, device: torch.device) -> None:
        self.net, self.stage = net, stage

    def compute(self, request: TileRequest) -> FloatArray:
        if request.control is None:
            raise ValueError(f"Stage '{request.stage}' needs a control raster.")
        have = control_rect(self.stage, request.tile).refine(self.stage.multiple // LAND_PX)
        codes = town_codes(request.control, have, request.tile, *self.net.kinds())
        return codes.astype(np.float32)[None]
