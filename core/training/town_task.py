"""Training task: how likely real towns are on each lattice, given the one before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F

from ..map_classes import MapClass
from ..nets.town_links import links
from ..nets.town_refiner import (
    CELL_SIZES_M,
    DESCRIPTORS,
    REACH,
    TownNet,
    TownRefiner,
)
from ..nets.town_state import (
    CHANNELS,
    SIDES,
    TURNS,
    angle_shares,
    features,
    inherited,
    place_shares,
)
from ..nets.town_votes import votes
from ..town import Town
from .town_views import DESCRIBED_M, View, random_view

HIDDEN_SHARE = 0.5
"""Of the patches, those that are not told a share."""
VIEW_SIDE, FEWEST_VIEWS, VIEWS, RENEWED = 12, 6, 16, 0.4
"""Coarsest cells along a view; views that patches are cut from at a time; how often there is a new
one."""
LEAST_KNOWN = 0.6
TRIES = 20


@dataclass(frozen=True)
class Patch:
    """Of one lattice: the coarser state on the patch and ``reach`` cells around it, `None` for the
    coarsest; the state and what is known of it on the patch and `REACH` coarse cells around; the
    steering where the coarser state is."""

    coarse: Tensor | None
    state: Tensor
    known: Tensor
    steering: Tensor


class TownTask:
    """Square patches of ``patch_px`` coarse cells at most, of every lattice."""

    def __init__(
        self, net: TownNet, towns: Sequence[Town], patch_px: int, seed: int, device: str = "cpu"
    ) -> None:
        self.towns, self.patch = towns, patch_px
        land = [float(((t.ground != int(MapClass.WATER)) & (t.mapped > 0)).sum()) for t in towns]
        self.weights = np.sqrt(land) / np.sqrt(land).sum()
        self.reaches = {size: net.level(size).reach for size in CELL_SIZES_M}
        self.device = torch.device(device)
        self.seed = seed
        self.rng = np.random.default_rng(seed)
        self.views: list[View] = []

    def reseed(self, step: int) -> None:
        fresh = np.random.default_rng([self.seed, step])
        self.rng.bit_generator.state = fresh.bit_generator.state
        self.views.clear()

    def new_batch(self, size: int) -> Mapping[int, Patch]:
        """``size`` patches of every lattice."""
        if len(self.views) < FEWEST_VIEWS or self.rng.random() < RENEWED:
            index = int(self.rng.choice(len(self.towns), p=self.weights))
            self.views.insert(0, random_view(self.towns[index], VIEW_SIDE, self.rng))
            del self.views[VIEWS:]
        return {cell_m: self._patches(cell_m, size) for cell_m in CELL_SIZES_M}

    def _patches(self, cell_m: int, size: int) -> Patch:
        reach = self.reaches[cell_m]
        cut = [self._cut(cell_m, reach) for _ in range(size)]
        coarse, state, known, described = (torch.from_numpy(np.stack(one)) for one in zip(*cut))
        shown = torch.from_numpy(self.rng.random((size, len(DESCRIPTORS), 1, 1)) >= HIDDEN_SHARE)
        told = torch.where(shown, described, 0.0)
        steering = torch.cat([told, shown.float().expand(told.shape)], 1)
        return Patch(
            None if cell_m == CELL_SIZES_M[0] else coarse.to(self.device),
            state.to(self.device),
            known.to(self.device),
            steering.to(self.device),
        )

    def _cut(self, cell_m: int, reach: int) -> tuple[NDArray[np.generic], ...]:
        side = min(self.patch, VIEW_SIDE * CELL_SIZES_M[0] // cell_m // 2)
        for _ in range(TRIES):
            view = self.views[int(self.rng.integers(len(self.views)))]
            known = view.known[float(cell_m)]
            free = known.shape[0] // 2 - side + 1
            y, x = (int(at) for at in self.rng.integers(free, size=2))
            own = known[2 * y : 2 * (y + side), 2 * x : 2 * (x + side)]
            if own.mean() > LEAST_KNOWN * self.rng.random():
                break
        fine = _around(view.states[float(cell_m)], 2 * y, 2 * x, 2 * side, 2 * REACH)
        inner = _around(known[None], 2 * y, 2 * x, 2 * side, 0)[0]
        above = view.states.get(2.0 * cell_m)
        if above is None:
            above = np.zeros((CHANNELS, free + side - 1, free + side - 1), dtype=np.float32)
        told = _on_cells(view.described, 2.0 * cell_m)
        coarse = _around(above, y, x, side, reach)
        return coarse, fine, inner, _around(told, y, x, side, reach, edge=True)

    def loss(self, net: TownNet, batch: Mapping[int, Patch]) -> tuple[Tensor, dict[str, Tensor]]:
        """The mean surprise of a cell, and its parts."""
        total = torch.zeros((), device=self.device)
        parts: dict[str, Tensor] = {}
        for cell_m, patch in batch.items():
            found = surprise(net.level(cell_m), patch)
            own = torch.stack(list(found.values())).sum()
            parts[f"at_{cell_m}"] = own
            total = total + own
            if cell_m == 32:
                parts.update({f"{name}_{cell_m}": value for name, value in found.items()})
        return total, parts


def surprise(net: TownRefiner, patch: Patch) -> dict[str, Tensor]:
    """Mean surprise of land, of lines' kinds, and of their places and directions, each per cell."""
    state, known, reach = patch.state, patch.known, net.reach
    coarse = patch.coarse
    told, start, is_open = beginning(coarse, state, reach)
    ground = net.read(told, patch.steering)
    sums: dict[str, Tensor] = {}
    decided = torch.zeros_like(state[:, :1])
    now, undecided = start.clone(), is_open.to(state.dtype)
    for turn, (row, col) in enumerate(TURNS):
        own = (..., slice(row, None, 2), slice(col, None, 2))
        x = net.consider(ground, features(now, decided[:, 0]), turn)
        inner = (..., slice(2 + row, -2, 2), slice(2 + col, -2, 2))
        here, right = known[own], state[inner]
        hints = []
        for index, side in enumerate(SIDES[: len(net.choices)]):
            hints.append((votes(now, turn, index), links(now, undecided, turn, index)))
            kept = slice(side.channel, side.channel + 3)
            now[:, kept][own], undecided[:, index][own] = state[:, kept][own], 0.0
        for name, value in _of_cells(net, x, right, here, is_open[inner], hints).items():
            sums[name] = sums.get(name, 0.0) + value
        now[own], decided[own] = state[own], 1.0
    count = known.sum().clamp_min(1)
    return {name: value / count for name, value in sums.items()}


def beginning(coarse: Tensor | None, state: Tensor, reach: int) -> tuple[Tensor, Tensor, Tensor]:
    """Features of the coarse cells, and what they tell of the finer ones, `REACH` around."""
    if coarse is None:
        batch, _, rows, cols = state.shape
        size = (rows // 2 + 2 * (reach - REACH), cols // 2 + 2 * (reach - REACH))
        nothing = torch.zeros(batch, CHANNELS, *size, device=state.device)
        nothing[:, 0] = -1.0
        start = torch.zeros_like(state)
        start[:, 0] = -1.0
        is_open = torch.ones(batch, len(SIDES), rows, cols, dtype=torch.bool, device=state.device)
        return features(nothing, torch.zeros_like(nothing[:, 0])), start, is_open
    cut = reach - REACH
    start, is_open = inherited(coarse[..., cut:-cut, cut:-cut])
    return features(coarse, torch.ones_like(coarse[:, 0])), start, is_open


def _of_cells(
    net: TownRefiner,
    x: Tensor,
    right: Tensor,
    known: Tensor,
    is_open: Tensor,
    hints: Sequence[tuple[Tensor, Tensor]],
) -> dict[str, Tensor]:
    """Summed surprise of the cells of a turn; ``right`` is what they are."""
    land = right[:, 0].long()
    logits = net.land(x).float()
    wrong = F.cross_entropy(logits, land.clamp_min(0), reduction="none")
    sums = {"land": (wrong * known).sum()}
    if not hints:
        return sums
    kinds = places = angles = wrong.new_zeros(())
    x = net.with_land(x, land)
    for index, side in enumerate(SIDES):
        voted, linked = (one.to(x.dtype) for one in hints[index])
        x, choice = net.next_side(x, index, voted, linked), net.choice(index)
        kind, place, angle = (right[:, side.channel + step] for step in range(3))
        asked = known & is_open[:, index]
        wrong = F.cross_entropy(choice.kinds(x, linked).float(), kind.long(), reduction="none")
        kinds = kinds + (wrong * asked).sum()
        there = asked & (kind > 0)
        rows, mine = (part.movedim(1, -1)[there] for part in (x, voted))
        at, after = choice.places(rows, kind[there].long(), mine)
        places = places - (place_shares(place[there]) * at.float().log_softmax(1)).sum()
        turned = choice.angles(after, place[there].to(after.dtype), mine).float()
        angles = angles - (angle_shares(angle[there]) * turned.log_softmax(1)).sum()
        x = x + choice.tell(kind, place, angle).to(x.dtype)
    return {**sums, "kind": kinds, "place": places, "angle": angles}


def _around(
    values: NDArray[np.generic], y: int, x: int, side: int, reach: int, *, edge: bool = False
) -> NDArray[np.generic]:
    """A square and its surroundings; beyond the edge nothing is known, or as at the ``edge``."""
    _, height, width = values.shape
    rows, cols = (np.arange(at - reach, at + side + reach) for at in (y, x))
    found = values[:, rows.clip(0, height - 1)[:, None], cols.clip(0, width - 1)]
    if not edge:
        beyond = ((rows < 0) | (rows >= height))[:, None] | ((cols < 0) | (cols >= width))
        found[:, beyond] = 0
        if found.shape[0] == CHANNELS:
            found[0, beyond] = -1
    return found


def _on_cells(described: NDArray[np.float32], cell_m: float) -> NDArray[np.float32]:
    if cell_m > DESCRIBED_M:
        ratio = round(cell_m / DESCRIBED_M)
        return described[:, ratio // 2 :: ratio, ratio // 2 :: ratio]
    ratio = round(DESCRIBED_M / cell_m)
    return described.repeat(ratio, 1).repeat(ratio, 2)
