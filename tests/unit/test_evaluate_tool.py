"""How the tool that judges terrain chooses the patches it compares."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("torch")

from ...tools.evaluate import water_kind, water_quotas


def test_as_many_patches_of_each_kind_are_made_as_real_ones_have() -> None:
    shares = np.array([0.0] * 70 + [0.05] * 20 + [0.2] * 10)
    assert water_quotas(shares, 50) == [35, 10, 5, 0]
    for count in (1, 7, 160):
        assert sum(water_quotas(shares, count)) == count


def test_a_pond_is_no_water_and_half_a_patch_is_the_wettest_kind() -> None:
    assert [int(water_kind(share)) for share in (0.0, 0.001, 0.05, 0.2, 0.5)] == [0, 0, 1, 2, 3]
