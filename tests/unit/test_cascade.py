from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from ...core.card import Net, Stage, Weights
from ...core.cascade import BlockMeans, build_cascade, control_rect, noise_salt, refining
from ...core.engine import TileRequest
from ...core.tiling import Rect


def _stage(name: str, size_m: float, factor: int, tile: int, multiple: int, halo: int) -> Stage:
    net, weights = Net("none", {}), Weights(f"{name}.safetensors")
    return Stage(name, net, weights, (size_m,), factor, tile, halo, multiple)


COARSE = _stage("coarse", 480.0, 0, 16, 4, 8)
FINE = _stage("fine", 30.0, 8, 32, 8, 16)


class Ramp:
    """A model whose every pixel is its column in metres of the coarse stage; keeps requests."""

    device = "cpu"

    def __init__(self) -> None:
        self.requests: list[TileRequest] = []

    def compute(self, request: TileRequest) -> np.ndarray:
        self.requests.append(request)
        tile = request.tile
        cols = np.arange(tile.x0, tile.x1, dtype=np.float32)
        return np.broadcast_to(cols, (1, *tile.shape)).copy()

    def close(self) -> None:
        return None


def row_sizes(rect: Rect, pixel_m: float) -> np.ndarray:
    """Rows shrink southwards by a millionth each, so that their place can be recognised."""
    return pixel_m * (1.0 - 1e-6 * (np.arange(rect.y0, rect.y1) + 0.5))


class Columns:
    def read(self, rect: Rect) -> np.ndarray:
        cols = np.arange(rect.x0, rect.x1, dtype=np.float32)
        plane = np.broadcast_to(cols, rect.shape)
        return np.stack([plane, -plane])


def test_block_means_take_the_first_band_at_the_coarser_cells() -> None:
    values = BlockMeans(Columns(), 4).read(Rect(-1, 1, -2, 3))
    assert values.shape == (1, 2, 5)
    assert values[0, 0].tolist() == [-6.5, -2.5, 1.5, 5.5, 9.5]
    assert BlockMeans(Columns(), 1).read(Rect(0, 1, 0, 3)).tolist() == [[[0.0, 1.0, 2.0]]]


def test_a_tile_depends_on_its_cells_and_its_halo() -> None:
    assert control_rect(FINE, Rect(-32, 0, 32, 64)) == Rect(-6, 2, 2, 10)


def test_a_stage_gets_the_control_it_asks_for() -> None:
    model = Ramp()
    sizes = {"fine": {"looseness": 0.5}}
    stages = [COARSE, replace(FINE, pixel_sizes_m=(120.0,))]
    field = build_cascade(model, stages, 0, 7, sizes, row_sizes)
    values = field.read(Rect(30, 34, -3, 3))
    assert values[0, 0].tolist() == [-3.0, -2.0, -1.0, 0.0, 1.0, 2.0]
    fine = [request for request in model.requests if request.stage == "fine"]
    assert [request.tile for request in fine] == [
        Rect(y, y + 32, x, x + 32) for y in (0, 32) for x in (-32, 0)
    ]
    first = fine[0]
    cells = control_rect(FINE, first.tile)
    # A cell is 8 px of 120 m, which is 2 pixels of 480 m of the ramp.
    assert first.control is not None
    assert first.control.shape == (1, *cells.shape)
    assert first.control[0, 0].tolist() == [2 * col + 0.5 for col in range(cells.x0, cells.x1)]
    assert (first.seed, first.control_factor, dict(first.settings)) == (7, 8, {"looseness": 0.5})
    assert first.cell_pixel_m is not None
    expected = 120.0 * (1.0 - 1e-6 * (np.arange(cells.y0, cells.y1) + 0.5))
    assert first.cell_pixel_m == pytest.approx(expected, abs=1e-9)
    coarse = next(request for request in model.requests if request.stage == "coarse")
    assert coarse.control is None
    assert coarse.tile.shape == (16, 16)
    assert dict(coarse.settings) == {}


def test_pixel_sizes_must_divide() -> None:
    stages = [COARSE, replace(FINE, pixel_sizes_m=(100.0,))]
    with pytest.raises(ValueError, match=r"'fine' is 1.66667 pixels of the stage before"):
        build_cascade(Ramp(), stages, 0, 1, {}, row_sizes)


def test_a_cascade_needs_a_stage() -> None:
    with pytest.raises(ValueError, match="at least one stage"):
        build_cascade(Ramp(), [], 0, 1, {}, row_sizes)


def test_noise_of_models_and_stages_is_kept_apart_for_ever() -> None:
    names = [(model, stage) for model in ("terrain", "terrain_detail") for stage in ("a", "b")]
    assert len({noise_salt(*name) for name in names}) == 4
    # Another number would be another world under the same seed.
    assert noise_salt("terrain", "detail") == 4063143408


@pytest.mark.parametrize(
    ("factors", "scale", "expected"),
    [
        ((4, 4), 16, [("0", 4), ("1", 4)]),
        ((4, 4), 8, [("0", 2), ("1", 4)]),
        ((4, 4), 4, [("1", 4)]),
        ((4, 4), 2, [("1", 2)]),
        ((16,), 16, [("0", 16)]),
        ((16,), 4, [("0", 4)]),
        ((4,), 16, [("0", 16)]),
    ],
)
def test_a_scale_is_shared_out_from_the_last_stage_up(
    factors: tuple[int, ...], scale: int, expected: list[tuple[str, int]]
) -> None:
    stages = [replace(FINE, name=str(i), factor=factor) for i, factor in enumerate(factors)]
    assert [(stage.name, own) for stage, own in refining(stages, scale)] == expected
