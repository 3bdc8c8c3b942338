"""Cells that are drawn one after the other, in blocks of the world."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from ...core.inference.terrain import lattice_noise
from ...core.nets.refinement import pass_noise
from ...core.nets.scanning import FACTOR, Scanner, ScanPlan, seen_before
from ...core.nets.wag import crop
from ...core.tiling import Rect

SIDE, REACH = 4, 3
NOISE = pass_noise(lattice_noise(7, 8, torch.device("cpu")), 0, 2)


@pytest.fixture(scope="module")
def scanner() -> Scanner:
    torch.manual_seed(1)
    made = Scanner((3, 2, 5), 2, 12, 1, 8, SIDE, REACH)
    torch.nn.init.normal_(made.out.weight, std=0.5)
    return made.eval()


def drawn_on(scanner: Scanner, wanted: Rect) -> torch.Tensor:
    """Cells ``(2, h, w)`` of a world whose land is told by its place."""
    plan = ScanPlan.of(wanted, SIDE)

    def land(channels: int, rect: Rect) -> torch.Tensor:
        rows = torch.arange(rect.y0, rect.y1)[:, None] * 0.3
        cols = torch.arange(rect.x0, rect.x1)[None, :] * 0.2
        return torch.stack([(rows + channel * cols).sin() for channel in range(channels)])[None]

    with torch.inference_mode():
        context = scanner.context(land(3, plan.known), land(2, plan.drawn), land(5, plan.above))
        made = scanner.draw(context, plan, NOISE, 0.9)
    assert made.shape == (1, 2, *plan.drawn.shape)
    return crop(made, plan.drawn, wanted)[0]


def test_of_two_near_cells_one_is_drawn_before_the_other() -> None:
    seen, period = seen_before(SIDE, REACH), 2 * SIDE
    assert not seen[:, :, REACH, REACH].any(), "a cell does not see itself"
    assert not seen[0, 0].any(), "the first cell of the first turn sees nothing"
    for row, col, down, right in np.ndindex(period, period, 2 * REACH + 1, 2 * REACH + 1):
        other = ((row + down - REACH) % period, (col + right - REACH) % period)
        if other == (row, col):
            continue
        back = seen[(*other, 2 * REACH - down, 2 * REACH - right)]
        assert seen[row, col, down, right] != back


def test_cells_see_no_farther_than_the_next_block() -> None:
    with pytest.raises(ValueError, match="next block"):
        seen_before(4, 5)


def test_every_wanted_block_has_one_turn() -> None:
    plan = ScanPlan.of(Rect(-9, 14, 3, 17), SIDE)
    count = np.zeros(plan.drawn.shape, int)
    for rows, cols in plan.turns():
        for row in range(rows.start, rows.stop, 2 * SIDE):
            for col in range(cols.start, cols.stop, 2 * SIDE):
                count[row : row + SIDE, col : col + SIDE] += 1
    wanted = plan.blocks.refine(SIDE).slices_in(plan.drawn)
    assert (count[wanted] == 1).all()
    assert count.max() == 1


@pytest.mark.parametrize("part", [Rect(-3, 9, 2, 14), Rect(4, 8, 8, 12), Rect(7, 25, -11, 1)])
def test_cells_do_not_depend_on_what_else_is_drawn(scanner: Scanner, part: Rect) -> None:
    whole = Rect(-8, 32, -16, 24)
    same = crop(drawn_on(scanner, whole)[None], whole, part)[0]
    apart = (drawn_on(scanner, part) - same).abs()
    assert float((apart > 1e-3).double().mean()) < 1e-2, "but for choices that rounding decides"
    assert float(same.std()) > 0.1


def test_a_surprise_knows_nothing_of_cells_drawn_later(scanner: Scanner) -> None:
    torch.manual_seed(2)
    side = 2 * SIDE
    context = torch.randn(1, 12, side, side)
    values = torch.randn(1, 2, side + 2 * REACH, side + 2 * REACH)
    last = values.clone()
    row, col = SIDE + SIDE - 1, SIDE - 1  # of the last turn, the last cell
    last[..., REACH + row, REACH + col] += 1.0
    with torch.inference_mode():
        before, after = (scanner.surprises(one, context) for one in (values, last))
    changed = (before != after)[0].nonzero().tolist()
    assert changed == [[row, col]]


def test_what_was_drawn_is_what_the_network_finds_likely(scanner: Scanner) -> None:
    side = 4 * SIDE
    wanted = Rect(0, side, 0, side)
    plan = ScanPlan.of(wanted.grow(REACH), SIDE)
    around = torch.zeros(1, 12, *plan.drawn.shape)
    with torch.inference_mode():
        made = scanner.draw(around, plan, NOISE, 1.0)
        own = crop(made, plan.drawn, wanted.grow(REACH))
        torch.manual_seed(3)
        other = torch.randn_like(own) * own.std() + own.mean()
        inside = around[..., :side, :side]
        likely, unlikely = (scanner.surprises(one, inside).mean() for one in (own, other))
    assert float(likely) < float(unlikely) - 0.1


def test_cells_of_the_scan_before_lie_over_whole_cells() -> None:
    plan = ScanPlan.of(Rect(5, 9, -7, 2), SIDE)
    inner = plan.above.grow(-1).refine(FACTOR)
    assert inner == plan.drawn
