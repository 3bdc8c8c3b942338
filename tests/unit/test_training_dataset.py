from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch")

from ...core.training.dataset import (
    SHORE_REACH_PX,
    PatchSampler,
    TerrainRaster,
    shore_distance,
)


def raster(
    size: int = 64, pixel_m: float = 30.0, name: str = "hills", wet: np.ndarray | None = None
) -> TerrainRaster:
    rng = np.random.default_rng(5)
    elevation = rng.normal(0, 1, (size, size)).cumsum(0).cumsum(1).astype(np.float32) + 500
    water = np.zeros((size, size), dtype=bool) if wet is None else wet
    bad = np.zeros((size, size), dtype=bool)
    return TerrainRaster(name, pixel_m, elevation, shore_distance(water), bad)


def test_shore_distance_counts_pixels_from_the_shore_with_its_sign() -> None:
    wet = np.zeros((5, 12), dtype=bool)
    wet[:, :6] = True
    expected = [-4, -4, -4, -3, -2, -1, 1, 2, 3, 4, 4, 4]
    assert shore_distance(wet).tolist() == [expected] * 5


def test_shore_distance_is_octagonal_around_an_island() -> None:
    wet = np.ones((9, 9), dtype=bool)
    wet[4, 4] = False
    distance = shore_distance(wet)
    assert distance[4, 4] == 1
    assert (distance[wet] < 0).all()
    assert distance[4, 5] == -1
    assert distance[5, 5] == -2
    assert distance[4, 7] == -3
    assert distance[0, 0] == -SHORE_REACH_PX
    assert np.array_equal(distance, distance.T)
    assert np.array_equal(distance, distance[::-1])


@pytest.mark.parametrize("wet", [True, False])
def test_without_a_shore_every_pixel_is_far_from_it(wet: bool) -> None:
    distance = shore_distance(np.full((4, 4), wet))
    assert (distance == (-SHORE_REACH_PX if wet else SHORE_REACH_PX)).all()


def test_a_raster_survives_its_file(tmp_path: Path) -> None:
    before = raster()
    before.save(tmp_path)
    after = TerrainRaster.load(tmp_path / "hills.npz")
    assert (after.name, after.pixel_m) == ("hills", 30.0)
    assert after.elevation == pytest.approx(before.elevation, abs=0.051)
    assert np.array_equal(after.shore, before.shore)
    assert np.array_equal(after.bad, before.bad)


def test_a_relief_becomes_land_and_a_level_sea() -> None:
    relief = np.float32([[-40.0, -5.0, 3.0, 900.0]] * 4)
    got = TerrainRaster.of_relief("land", 3840.0, relief)
    assert got.elevation[0].tolist() == [0.0, 0.0, 3.0, 900.0]
    assert (got.shore[0] > 0).tolist() == [False, False, True, True]
    assert not got.bad.any()


def test_pooling_makes_block_means_and_shores_of_the_coarser_grid() -> None:
    wet = np.zeros((66, 66), dtype=bool)
    wet[:, :33] = True
    fine = raster(66, wet=wet)
    fine.bad[:5, :5] = True
    coarse = fine.pooled(4)
    assert coarse.pixel_m == 120.0
    assert coarse.elevation.shape == (16, 16)
    assert coarse.elevation[2, 3] == pytest.approx(fine.elevation[8:12, 12:16].mean(), rel=1e-5)
    assert coarse.shore[0].tolist() == [-4] * 5 + [-3, -2, -1, 1, 2, 3] + [4] * 5
    assert coarse.bad[0, 0]
    assert coarse.bad.sum() == 1
    assert fine.pooled(1) is fine


def test_mirrored_surroundings_are_bad() -> None:
    padded = raster(32).padded(8)
    assert padded.elevation.shape == (48, 48)
    assert padded.bad.sum() == 48 * 48 - 32 * 32
    assert not padded.bad[8:-8, 8:-8].any()
    assert padded.elevation[7, 10] == padded.elevation[9, 10]
    assert raster(16).padded(99).elevation.shape == (46, 46)


def _sampler(rasters: list[TerrainRaster], **options: object) -> PatchSampler:
    return PatchSampler(rasters, 16, 8, np.random.default_rng(1), **options)  # type: ignore[arg-type]


def test_patches_without_data_in_their_middle_are_refused() -> None:
    holed = raster()
    holed.elevation[:, 24:] = -9999.0
    holed.bad[:, 24:] = True
    # Seen are columns 0 to 15 of the source at least: 4 px of margin may reach into the hole.
    for _ in range(10):
        patches = _sampler([holed]).batch(4).elevation
        assert (patches[..., 4:12, 4:12] > -9000).all()


def test_patches_of_mere_water_are_rare() -> None:
    wet = np.zeros((128, 128), dtype=bool)
    wet[:, 32:] = True
    batch = _sampler([raster(128, wet=wet)]).batch(200)
    middle = batch.shore[..., 4:12, 4:12]
    drowned = (middle <= 0).float().mean((1, 2, 3)) > 0.7
    assert drowned.float().mean() < 0.45  # of all places, 77 % are


def test_turns_and_stretches_keep_what_terrain_is() -> None:
    one = raster()
    batch = _sampler([one], dither_m=0.0, vertical=(1.0, 1.0)).batch(8)
    assert batch.elevation.shape == batch.shore.shape == (8, 1, 16, 16)
    assert batch.pixel_m.tolist() == [30.0] * 8
    source = {tuple(sorted(window)) for window in _windows(one.elevation)}
    for patch in batch.elevation:
        assert tuple(sorted(patch.flatten().tolist())) in source
    stretched = _sampler([one], dither_m=0.0, vertical=(2.0, 2.0)).batch(8)
    assert stretched.elevation.numpy() == pytest.approx(batch.elevation.numpy() * 2)


def _windows(values: np.ndarray) -> list[list[float]]:
    cuts = np.lib.stride_tricks.sliding_window_view(values, (16, 16))
    return [cuts[y, x].ravel().tolist() for y in range(49) for x in range(49)]


def test_dither_undoes_terraces_on_land_only() -> None:
    wet = np.zeros((64, 64), dtype=bool)
    wet[:, :32] = True
    level = raster(wet=wet)
    level.elevation[:] = 3.0
    batch = _sampler([level], vertical=(1.0, 1.0), dither_m=0.5).batch(8)
    land = batch.shore > 0
    assert (batch.elevation[~land] == 3.0).all()
    spread = (batch.elevation[land] - 3.0).abs()
    assert 0.2 < spread.max() <= 0.25


def test_large_rasters_do_not_rule() -> None:
    small, large = raster(32, name="small"), raster(128, name="large")
    weights = _sampler([small, large]).weights
    assert weights.tolist() == pytest.approx([0.2, 0.8])


def test_rasters_smaller_than_a_patch_are_left_out_and_none_is_an_error() -> None:
    assert [r.name for r in _sampler([raster(8, name="tiny"), raster()]).rasters] == ["hills"]
    with pytest.raises(ValueError, match="No raster is as large as the patch of 16 px"):
        _sampler([raster(8)])
